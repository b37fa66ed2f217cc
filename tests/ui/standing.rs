//! Content on the wall stays there: neither hidden changes nor changes to withheld records remove
//! it, move it or reveal when they were made.

use cbm_workbench::document::merge::{Decision, plan};
use cbm_workbench::document::{Document, Edit, StepName};
use cbm_workbench::model::{
    Bilingual, Camp, Dossier, Marking, Party, Position, Proposal, ProposalId, Slide, SlideKind,
    Stance, Status, Table,
};
use cbm_workbench::ui::room::Room;
use cbm_workbench::ui::state::RoomDraft;

use crate::common::{Window, clock};
use crate::wall::{Scene, open, put};

fn proposal(document: &Document) -> Proposal {
    document.snapshot().proposal_by_code("A/RES/78/237").unwrap().clone()
}

fn retitled(title: &str, document: &Document) -> Proposal {
    Proposal { title: Bilingual::new(title, title), ..proposal(document) }
}

fn title(scene: &Scene, id: ProposalId) -> Option<String> {
    let wall = scene.room.wall(0.0)?;
    Some(wall.seen.snapshot.proposals.get(id)?.title.en.clone())
}

#[test]
fn what_is_kept_hidden_of_a_record_leaves_it_as_it_stood() {
    let mut scene = Scene::new(|it| {
        let renamed = retitled("As it stood", it);
        put(it, renamed);
    });
    let id = proposal(&scene.document).id;
    assert_eq!(title(&scene, id).as_deref(), Some("As it stood"));
    scene.document.undo().unwrap();
    scene.look();
    assert!(scene.room.question().is_some() && scene.room.is_blank());
    scene.room.hold_back();
    scene.look();
    assert!(scene.room.question().is_none());
    assert_eq!(title(&scene, id).as_deref(), Some("As it stood"));
    // Marked so strictly that the room may not see it, it goes.
    let marked = Proposal { marking: Some(Marking::Red), ..proposal(&scene.document) };
    put(&mut scene.document, marked);
    scene.look();
    assert_eq!(title(&scene, id), None);
}

#[test]
fn what_was_kept_hidden_twice_goes_back_with_undo_like_what_was_kept_hidden_once() {
    let mut scene = Scene::new(|it| {
        let renamed = retitled("As it stood", it);
        put(it, renamed);
    });
    let id = proposal(&scene.document).id;
    let status = |scene: &Scene| {
        let wall = scene.room.wall(0.0).unwrap();
        wall.seen.snapshot.proposals.get(id).unwrap().status
    };
    scene.document.undo().unwrap();
    scene.look();
    scene.room.hold_back();
    scene.look();
    let before = status(&scene);
    let dropped = Proposal { status: Status::Dropped, ..proposal(&scene.document) };
    put(&mut scene.document, dropped);
    scene.look();
    assert_eq!(status(&scene), Status::Dropped, "another field of it shows");
    // Asked about, taken back, done again, and kept hidden.
    let renamed = retitled("By hand", &scene.document);
    put(&mut scene.document, renamed);
    scene.look();
    assert!(scene.room.question().is_some());
    scene.document.undo().unwrap();
    scene.look();
    assert!(scene.room.question().is_none(), "it was taken back");
    assert_eq!(title(&scene, id).as_deref(), Some("As it stood"));
    let renamed = retitled("By hand", &scene.document);
    put(&mut scene.document, renamed);
    scene.look();
    scene.room.hold_back();
    scene.look();
    for shown in [Status::Dropped, before] {
        scene.document.undo().unwrap();
        scene.look();
        assert!(scene.room.question().is_none());
        assert_eq!((title(&scene, id).as_deref(), status(&scene)), (Some("As it stood"), shown));
    }
}

#[test]
fn after_a_lock_undo_of_another_field_of_what_is_kept_hidden_is_asked_about() {
    let mut scene = Scene::new(|it| {
        let renamed = retitled("As it stood", it);
        put(it, renamed);
    });
    scene.document.undo().unwrap();
    scene.look();
    scene.room.hold_back();
    scene.look();
    let dropped = Proposal { status: Status::Dropped, ..proposal(&scene.document) };
    put(&mut scene.document, dropped);
    scene.look();
    scene.lock();
    scene.room.come_back(Default::default());
    scene.look();
    let id = proposal(&scene.document).id;
    let status = |scene: &Scene| {
        let wall = scene.room.wall(0.0)?;
        Some(wall.seen.snapshot.proposals.get(id)?.status)
    };
    assert!(scene.room.question().is_none());
    assert_eq!(status(&scene), Some(Status::Dropped));
    scene.document.undo().unwrap();
    scene.look();
    assert!(scene.room.question().is_some(), "or the wall would go on saying what nobody says");
    scene.document.redo().unwrap();
    scene.look();
    assert!(scene.room.question().is_none());
    assert_eq!(title(&scene, id).as_deref(), Some("As it stood"));
    assert_eq!(status(&scene), Some(Status::Dropped));
}

#[test]
fn what_is_on_the_wall_as_it_is_in_the_dossier_is_not_said_to_be_kept_hidden() {
    let mut scene = Scene::new(|it| {
        let renamed = retitled("As it stood", it);
        put(it, renamed);
    });
    let id = proposal(&scene.document).id;
    scene.room.blank = true;
    let renamed = retitled("Hidden", &scene.document);
    put(&mut scene.document, renamed);
    scene.look();
    let renamed = retitled("More", &scene.document);
    put(&mut scene.document, renamed);
    scene.look();
    scene.document.undo().unwrap();
    scene.look();
    assert!(scene.room.question().is_some());
    scene.room.hold_back();
    scene.look();
    scene.document.undo().unwrap();
    scene.room.blank = false;
    scene.look();
    assert_eq!(title(&scene, id).as_deref(), Some("As it stood"));
    let kept = |scene: &Scene| scene.room.kept(scene.document.snapshot()).count();
    assert_eq!(kept(&scene), 0);
    scene.document.redo().unwrap();
    scene.look();
    assert_eq!((title(&scene, id).as_deref(), kept(&scene)), (Some("As it stood"), 1));
    scene.document.undo().unwrap();
    scene.look();
    let renamed = retitled("By hand", &scene.document);
    put(&mut scene.document, renamed);
    scene.look();
    assert!(scene.room.question().is_none());
    assert_eq!((title(&scene, id).as_deref(), kept(&scene)), (Some("By hand"), 0));
}

#[test]
fn what_is_kept_hidden_of_a_record_stays_hidden_when_it_is_marked_more_strictly() {
    let mut scene = Scene::new(|it| {
        let renamed = retitled("As it stood", it);
        put(it, Proposal { marking: Some(Marking::Clear), ..renamed });
    });
    let draft = RoomDraft { ceiling: Marking::Green, ..RoomDraft::new(Vec::new(), false) };
    scene.room = Room::new(&draft);
    scene.look();
    let id = proposal(&scene.document).id;
    scene.document.undo().unwrap();
    scene.look();
    scene.room.hold_back();
    scene.look();
    let marked = Proposal { marking: Some(Marking::Green), ..proposal(&scene.document) };
    put(&mut scene.document, marked);
    scene.look();
    assert!(scene.room.question().is_none());
    assert_eq!(title(&scene, id).as_deref(), Some("As it stood"));
}

#[test]
fn a_dossier_of_which_a_change_is_kept_hidden_is_asked_about_once() {
    let rename = |it: &mut Document, title: &str, marking: Marking| {
        let mut dossier = it.snapshot().dossier.clone();
        (dossier.title, dossier.marking) = (title.to_owned(), marking);
        put(it, dossier);
    };
    let mut scene = Scene::new(|it| {
        rename(it, "Before", Marking::Clear);
        rename(it, "Now", Marking::Clear);
    });
    scene.document.undo().unwrap();
    scene.look();
    assert!(scene.room.question().is_some());
    scene.room.hold_back();
    scene.look();
    assert!(scene.room.question().is_none() && !scene.room.is_blank());
    assert_eq!(scene.room.wall(0.0).unwrap().seen.snapshot.dossier.title, "Now");
}

#[test]
fn a_lower_marking_of_the_dossier_that_is_kept_hidden_takes_no_party_from_the_wall() {
    let mut scene = Scene::new(|it| {
        let mut party = it.snapshot().party_by_code("AUS").unwrap().clone();
        (party.camp, party.camp_reason) = (Some(Camp::StateOriented), "told".to_owned());
        put(it, party);
    });
    let australia = |scene: &Scene| {
        let wall = scene.room.wall(0.0)?;
        let party: Party = wall.seen.snapshot.party_by_code("AUS")?.clone();
        Some((party.camp, wall.seen.figures.camps().count(Camp::Multistakeholder)))
    };
    let stood = australia(&scene);
    assert_eq!(stood.map(|(camp, _)| camp), Some(None));
    let mut dossier = scene.document.snapshot().dossier.clone();
    dossier.marking = Marking::Clear;
    put(&mut scene.document, dossier);
    scene.look();
    assert!(scene.room.question().is_some());
    scene.room.hold_back();
    scene.look();
    assert_eq!(australia(&scene), stood);
}

#[test]
fn what_one_thinks_of_a_party_leaves_the_wall_with_the_dossier_and_nobody_is_asked() {
    for (frozen, renamed) in [(false, false), (true, false), (false, true)] {
        let mut scene = Scene::new(|it| {
            let mut dossier = it.snapshot().dossier.clone();
            (dossier.marking, dossier.title) = (Marking::Clear, "As it stood".to_owned());
            put(it, dossier);
            let party = it.snapshot().party_by_code("AUS").unwrap().clone();
            let camp_reason = "told".to_owned();
            put(it, Party { camp: Some(Camp::StateOriented), camp_reason, ..party });
        });
        let shown = |scene: &Scene| {
            let wall = scene.room.wall(0.0).unwrap();
            let camp = wall.seen.snapshot.party_by_code("AUS").unwrap().camp;
            (camp, wall.seen.snapshot.dossier.title.clone())
        };
        let own = (Some(Camp::StateOriented), "As it stood".to_owned());
        assert_eq!(shown(&scene), own);
        let mut strict = scene.document.snapshot().dossier.clone();
        if renamed {
            // A hidden change of the title leaves the earlier one on the wall, as long as that may
            // be seen.
            strict.title = "Renamed".to_owned();
            put(&mut scene.document, strict.clone());
            scene.document.undo().unwrap();
            scene.document.redo().unwrap();
            scene.look();
            scene.room.hold_back();
            scene.look();
            assert_eq!(shown(&scene), own);
        }
        scene.room.frozen = frozen;
        strict.marking = Marking::Amber;
        put(&mut scene.document, strict);
        scene.look();
        assert!(scene.room.question().is_none(), "nothing appears");
        assert_eq!(shown(&scene), (None, String::new()), "{frozen} {renamed}");
    }
}

#[test]
fn another_marking_above_the_ceiling_changes_nothing_on_the_wall() {
    let remark = |it: &mut Document, marking: Marking| {
        let mut dossier = it.snapshot().dossier.clone();
        dossier.marking = marking;
        put(it, dossier);
    };
    let mut scene = Scene::new(|it| remark(it, Marking::Red));
    scene.room.frozen = true;
    scene.look();
    scene.document.undo().unwrap();
    scene.look();
    assert!(scene.room.question().is_none() && scene.room.frozen && !scene.room.is_blank());
}

#[test]
fn a_frozen_wall_is_not_moved_by_what_happens_to_much_that_is_withheld() {
    let mut scene = Scene::new(|it| {
        let mut secret = Proposal::new("ZZ/1", Bilingual::new("Secret", "Geheim"));
        secret.marking = Some(Marking::Red);
        let id = secret.id;
        let mut edit = Edit::new(StepName::Change(Table::Proposals), "").put(secret);
        for party in it.snapshot().parties.iter() {
            let mut entry = Position::new(id, party.id, Some(Stance::Object), clock().today());
            entry.marking = Some(Marking::Red);
            edit = edit.put(entry);
        }
        it.apply(&edit).unwrap();
    });
    scene.room.frozen = true;
    scene.look();
    let id = scene.document.snapshot().proposal_by_code("ZZ/1").unwrap().id;
    scene.document.apply(&Edit::delete(scene.document.snapshot(), id.into(), "")).unwrap();
    scene.look();
    assert!(scene.room.frozen);
}

#[test]
fn what_was_deleted_in_front_of_the_room_does_not_come_back_by_a_merge_unasked() {
    let mut scene = Scene::new(|_| {});
    scene.room.without_names = false;
    let copy = scene.document.path().with_file_name("theirs.cbm");
    scene.document.copy_to(&copy).unwrap();
    let mut theirs = open(&copy);
    let changed = Proposal { note: "Changed".to_owned(), ..proposal(&theirs) };
    put(&mut theirs, changed);
    let id = proposal(&scene.document).id;
    scene.document.apply(&Edit::delete(scene.document.snapshot(), id.into(), "")).unwrap();
    scene.look();
    assert!(scene.room.question().is_none());
    let mut plan = plan(&scene.document, &theirs).unwrap();
    plan.prefer(Decision::Theirs);
    scene.document.merge(&plan, "theirs", |_| String::new()).unwrap().unwrap();
    assert!(scene.document.snapshot().proposals.get(id).is_some(), "it came back");
    scene.look();
    let asked = scene.room.question().map(|it| it.records.contains(&id.into()));
    assert_eq!(asked, Some(true));
}

#[test]
fn an_order_that_is_prepared_has_the_slides_that_it_would_have_without_what_is_withheld() {
    let slides = |hide: bool| {
        let mut window = Window::with(crate::common::Options::default(), |it| {
            for code in ["A/RES/72/1", "A/RES/72/2", "A/RES/72/3"].iter().filter(|_| hide) {
                let mut secret = Proposal::new(*code, Bilingual::new(*code, *code));
                secret.marking = Some(Marking::Red);
                put(it, secret);
            }
        });
        window.press_with(egui::Modifiers::COMMAND.plus(egui::Modifiers::SHIFT), egui::Key::R);
        window.click("Prepare an order");
        let snapshot = window.document().snapshot();
        let clear = |id: ProposalId| {
            snapshot.proposals.get(id).is_some_and(|it| it.marking == Some(Marking::Clear))
        };
        let shown = snapshot.slides.iter().filter(|it| it.proposal.is_none_or(clear));
        shown.count()
    };
    assert_eq!(slides(true), slides(false));
}

#[test]
fn a_question_does_not_move_a_frozen_wall_whatever_the_answer() {
    for answer in ["keep", "show", "undo"] {
        let mut scene = Scene::new(|it| {
            let mut dossier = it.snapshot().dossier.clone();
            dossier.title = "Withheld until now".to_owned();
            put(it, dossier);
        });
        scene.room.frozen = true;
        scene.look();
        let slide = |scene: &Scene| scene.room.wall(0.0).map(|wall| wall.slide.id);
        let stood = slide(&scene);
        assert!(stood.is_some());
        scene.room.go(3);
        let mut dossier = scene.document.snapshot().dossier.clone();
        dossier.marking = Marking::Clear;
        put(&mut scene.document, dossier);
        scene.look();
        assert!(scene.room.question().is_some() && scene.room.is_blank(), "{answer}");
        match answer {
            "keep" => scene.room.hold_back(),
            "show" => scene.room.show_all(),
            _ => drop(scene.document.undo().unwrap()),
        }
        scene.look();
        assert!(scene.room.question().is_none(), "{answer}");
        assert!(scene.room.frozen && slide(&scene) == stood, "{answer}");
    }
}

#[test]
fn what_was_released_by_name_leaves_the_wall_once_it_is_marked_more_strictly() {
    let marked = |document: &Document, marking: Marking| Proposal {
        marking: Some(marking),
        ..proposal(document)
    };
    let mut scene = Scene::new(|it| {
        let green = marked(it, Marking::Green);
        put(it, green);
    });
    let id = proposal(&scene.document).id;
    scene.room.release(id.into());
    scene.look();
    assert!(title(&scene, id).is_some(), "it was released");
    // A change that leaves the marking as it is stays released, once somebody has seen it.
    let renamed = retitled("Renamed", &scene.document);
    put(&mut scene.document, renamed);
    scene.look();
    assert!(scene.room.question().is_some());
    scene.room.show_all();
    scene.look();
    assert_eq!(title(&scene, id).as_deref(), Some("Renamed"));
    let red = marked(&scene.document, Marking::Red);
    put(&mut scene.document, red);
    scene.look();
    assert_eq!(title(&scene, id), None);
    // And does not come back by itself.
    scene.document.undo().unwrap();
    scene.look();
    assert_eq!(title(&scene, id), None);
}

#[test]
fn another_order_of_the_slides_is_on_no_slide_and_so_not_asked_about() {
    let mut scene = Scene::new(|it| {
        let proposal = proposal(it).id;
        for rank in [1, 2] {
            let slide = Slide::new(SlideKind::Proposal, rank);
            put(it, Slide { proposal: Some(proposal), marking: Some(Marking::Clear), ..slide });
        }
    });
    scene.room.blank = true;
    let slides: Vec<_> = scene.document.snapshot().slides.iter().cloned().collect();
    for (rank, slide) in [7, 8].into_iter().zip(slides) {
        put(&mut scene.document, Slide { rank, ..slide });
        scene.look();
    }
    scene.room.blank = false;
    scene.look();
    for _ in 0..2 {
        scene.document.undo().unwrap();
        scene.look();
        assert_eq!(scene.room.question(), None);
    }
    assert!(scene.wall().is_some(), "and it goes on without a pause");
}

#[test]
fn what_stood_on_the_wall_before_stands_there_again_after_undo_past_what_is_kept_hidden() {
    let mut scene = Scene::new(|it| {
        let renamed = retitled("First", it);
        put(it, renamed);
    });
    let id = proposal(&scene.document).id;
    scene.room.blank = true;
    for name in ["Hidden", "Last"] {
        let renamed = retitled(name, &scene.document);
        put(&mut scene.document, renamed);
        scene.look();
    }
    scene.room.blank = false;
    scene.look();
    assert_eq!(title(&scene, id).as_deref(), Some("Last"));
    scene.document.undo().unwrap();
    scene.look();
    assert!(scene.room.question().is_some(), "the room has not seen that one");
    scene.room.hold_back();
    scene.look();
    assert_eq!(title(&scene, id).as_deref(), Some("Last"));
    scene.document.undo().unwrap();
    scene.look();
    assert_eq!(scene.room.question(), None);
    assert_eq!(title(&scene, id).as_deref(), Some("First"));
    for _ in 0..2 {
        scene.document.redo().unwrap();
        scene.look();
        assert_eq!(title(&scene, id).as_deref(), Some("Last"));
    }
}

#[test]
fn the_rest_of_a_dossier_follows_while_other_thresholds_for_its_camps_are_kept_hidden() {
    let mut scene = Scene::new(|it| {
        let dossier = it.snapshot().dossier.clone();
        put(it, Dossier { marking: Marking::Clear, ..dossier.clone() });
        put(it, Dossier { marking: Marking::Clear, camp_upper: 0.9, ..dossier });
    });
    scene.document.undo().unwrap();
    scene.look();
    assert!(scene.room.question().is_some());
    scene.room.hold_back();
    scene.look();
    let now = scene.document.snapshot().dossier.clone();
    put(&mut scene.document, Dossier { title: "By hand".to_owned(), ..now });
    scene.look();
    assert!(scene.room.question().is_none());
    let seen = scene.room.wall(0.0).unwrap().seen.snapshot.dossier.clone();
    assert_eq!((&*seen.title, seen.camp_upper), ("By hand", 0.9));
    assert_eq!(scene.room.kept(scene.document.snapshot()).count(), 1);
}
