//! A question that nobody has answered stays one, whatever happens meanwhile: what it asks about is
//! not on the wall.

use cbm_workbench::document::{Edit, StepName};
use cbm_workbench::model::{
    Assessment, Bilingual, Certainty, Dossier, Group, GroupKind, Language, Marking, Membership,
    Obstacle, Position, PositionId, Proposal, Severity, Stance,
};
use cbm_workbench::text::Text;

use crate::common::clock;
use crate::wall::Scene;

fn entry(scene: &Scene, stance: Stance, marking: Marking) -> Position {
    let snapshot = scene.document.snapshot();
    let proposal = snapshot.proposal_by_code("A/RES/73/27").unwrap().id;
    let party = snapshot.party_by_code("BRA").unwrap().id;
    let mut entry = Position::new(proposal, party, Some(stance), clock().today());
    (entry.certainty, entry.marking) = (Some(Certainty::Public), Some(marking));
    entry
}

fn add(scene: &mut Scene, entry: &Position) {
    scene.document.apply(&Edit::add(entry.clone(), "")).unwrap();
    scene.look();
}

fn correct(scene: &mut Scene, of: &Position, stance: Stance) -> Position {
    let new = Position { stance: Some(stance), ..of.clone() };
    let new = Position { id: PositionId::new(), replaces: Some(of.id), ..new };
    add(scene, &new);
    new
}

fn mark(scene: &mut Scene, entry: &Position, marking: Marking) {
    let marked = Position { marking: Some(marking), ..entry.clone() };
    scene.document.apply(&Edit::change(marked, "")).unwrap();
    scene.look();
}

fn show(scene: &mut Scene) {
    if scene.room.question().is_some() {
        scene.room.show_all();
        scene.look();
    }
}

/// The stance on the wall of whoever made an entry.
fn stands(scene: &Scene, of: &Position) -> Option<Stance> {
    let wall = scene.room.wall(0.0)?;
    let party = scene.document.snapshot().party_by_code("BRA").unwrap().id;
    wall.seen.snapshot.current_position(of.proposal, party, clock().today())?.stance
}

/// An entry marked RED that was released by name.
fn released(scene: &mut Scene) -> Position {
    let released = entry(scene, Stance::Support, Marking::Red);
    add(scene, &released);
    scene.room.release(released.id.into());
    scene.look();
    show(scene);
    released
}

/// Something that happens in a room, and what it is called.
type Happens = (&'static str, fn(&mut Scene));

/// Everything that raises a question about what no step brought in from elsewhere.
const QUESTIONS: [Happens; 11] = [
    ("a correction of what was released", |scene| {
        let of = released(scene);
        correct(scene, &of, Stance::Object);
    }),
    ("a change of what was released", |scene| {
        let of = released(scene);
        let changed = Position { stance: Some(Stance::Object), ..of };
        scene.document.apply(&Edit::change(changed, "")).unwrap();
        scene.look();
    }),
    ("a change of what was told in confidence and released", |scene| {
        let of = Position {
            certainty: Some(Certainty::Confidence),
            ..entry(scene, Stance::Support, Marking::Clear)
        };
        add(scene, &of);
        scene.room.release(of.id.into());
        scene.look();
        assert!(scene.room.question().is_none() && scene.wall().is_some());
        let changed = Position { stance: Some(Stance::Object), ..of };
        scene.document.apply(&Edit::change(changed, "")).unwrap();
        scene.look();
    }),
    ("another title of a proposal that was released", |scene| {
        let mut proposal = Proposal::new("P-1", Bilingual::new("Points of contact", ""));
        proposal.marking = Some(Marking::Red);
        scene.document.apply(&Edit::add(proposal.clone(), "")).unwrap();
        scene.look();
        scene.room.release(proposal.id.into());
        scene.look();
        assert!(scene.room.question().is_none() && scene.wall().is_some());
        proposal.title.en = "Offices of France".to_owned();
        scene.document.apply(&Edit::change(proposal, "")).unwrap();
        scene.look();
    }),
    ("a member more of a group that was released", |scene| {
        let group = Group::new("DOUBT", Bilingual::new("Doubters", ""), GroupKind::Forum);
        let group = Group { marking: Some(Marking::Red), ..group };
        scene.document.apply(&Edit::add(group.clone(), "")).unwrap();
        scene.look();
        scene.room.release(group.id.into());
        scene.look();
        assert!(scene.room.question().is_none() && scene.wall().is_some());
        let party = scene.document.snapshot().party_by_code("BRA").unwrap().id;
        let member = Membership::new(group.id, party);
        scene.document.apply(&Edit::add(member, "")).unwrap();
        scene.look();
    }),
    ("another score where one was released", |scene| {
        let proposal = scene.document.snapshot().proposal_by_code("A/RES/73/27").unwrap().id;
        let score = |severity| {
            let severity = Severity::new(severity);
            Assessment::new(proposal, Obstacle::Mistrust, severity, clock().today())
        };
        let first = Assessment { marking: Some(Marking::Red), ..score(1) };
        scene.document.apply(&Edit::add(first.clone(), "")).unwrap();
        scene.look();
        scene.room.release(first.id.into());
        scene.look();
        assert!(scene.room.question().is_none() && scene.wall().is_some());
        let again = Assessment { severity: score(4).severity, ..first };
        scene.document.apply(&Edit::change(again, "")).unwrap();
        scene.look();
    }),
    ("what was told, marked more strictly and undone", |scene| {
        let told = Position {
            certainty: Some(Certainty::Room),
            marking: None,
            ..entry(scene, Stance::Support, Marking::Clear)
        };
        scene.document.apply(&Edit::add(told.clone(), "")).unwrap();
        scene.room.hear(&told);
        scene.look();
        mark(scene, &told, Marking::Red);
        scene.document.undo().unwrap();
        scene.look();
    }),
    ("what comes back because its correction is withheld", |scene| {
        let of = entry(scene, Stance::Champion, Marking::Clear);
        add(scene, &of);
        show(scene);
        let second = correct(scene, &of, Stance::Object);
        show(scene);
        mark(scene, &second, Marking::Red);
    }),
    ("what stood in the place of what is withdrawn", |scene| {
        let wrong = entry(scene, Stance::Champion, Marking::Clear);
        let right = Position {
            id: PositionId::new(),
            replaces: Some(wrong.id),
            ..entry(scene, Stance::Object, Marking::Red)
        };
        let both = Edit::new(StepName::ImportPositions, "").put(wrong).put(right.clone());
        scene.room.clearance.released.insert(right.id.into());
        scene.document.apply(&both).unwrap();
        scene.look();
        show(scene);
        scene.room.withdraw(right.id.into(), scene.document.snapshot());
        scene.look();
    }),
    ("a change of what is kept hidden", |scene| {
        let of = entry(scene, Stance::Champion, Marking::Clear);
        add(scene, &of);
        show(scene);
        let changed = Position { stance: Some(Stance::Object), ..of.clone() };
        let edit = Edit { name: StepName::Merge, ..Edit::change(changed.clone(), "") };
        scene.document.apply(&edit).unwrap();
        scene.look();
        scene.room.hold_back();
        scene.look();
        assert!(scene.room.question().is_none() && scene.wall().is_some());
        let by_hand = Position { stance: Some(Stance::Reserve), ..changed };
        scene.document.apply(&Edit::change(by_hand, "")).unwrap();
        scene.look();
    }),
    ("a lower marking", |scene| {
        let of = entry(scene, Stance::Champion, Marking::Red);
        add(scene, &of);
        mark(scene, &of, Marking::Clear);
    }),
];

#[test]
fn what_is_asked_is_still_asked_after_midnight_in_another_language_and_after_a_lock() {
    let reread: [Happens; 3] = [
        ("midnight", |scene| {
            let tomorrow = clock().today().succ_opt().unwrap();
            scene.room.refresh(&scene.document, tomorrow, Text::new(Language::English));
        }),
        ("another language", |scene| {
            let text = Text::new(Language::Dutch);
            scene.room.refresh(&scene.document, clock().today(), text);
        }),
        ("a lock", |scene| {
            scene.lock();
            // The presenter goes on trying keys, and stays at the slide.
            scene.room.next();
            scene.room.back();
            scene.room.back();
            scene.room.come_back(Default::default());
            scene.look();
            scene.room.blank = false;
            scene.look();
        }),
    ];
    for (what, ask) in QUESTIONS {
        for (when, happen) in reread {
            let mut scene = Scene::new(|_| {});
            scene.room.without_names = false;
            scene.room.next();
            scene.room.next();
            scene.look();
            assert!(scene.room.at > 0);
            ask(&mut scene);
            assert!(scene.room.question().is_some(), "{what}");
            let place = scene.room.at;
            for _ in 0..2 {
                happen(&mut scene);
                assert!(scene.room.question().is_some(), "{what}, after {when}");
                assert_eq!(scene.wall(), None, "{what}, after {when}");
            }
            assert_eq!(scene.room.at, place, "{what}, after {when}");
            // Once answered it is not asked again.
            scene.room.show_all();
            scene.look();
            happen(&mut scene);
            assert_eq!(scene.room.question(), None, "{what}, after {when}");
            assert!(scene.wall().is_some(), "{what}, after {when}");
        }
    }
}

#[test]
fn what_stood_while_its_correction_was_kept_hidden_stands_again_after_undo_unasked() {
    let mut scene = Scene::new(|_| {});
    scene.room.without_names = false;
    let first = released(&mut scene);
    let second = correct(&mut scene, &first, Stance::Champion);
    show(&mut scene);
    let hidden = correct(&mut scene, &second, Stance::Reserve);
    scene.room.hold_back();
    scene.look();
    assert_eq!(stands(&scene, &first), Some(Stance::Champion));
    correct(&mut scene, &hidden, Stance::Object);
    show(&mut scene);
    assert_eq!(stands(&scene, &first), Some(Stance::Object));
    scene.document.undo().unwrap();
    scene.look();
    assert_eq!(scene.room.question(), None);
    assert_eq!(stands(&scene, &first), Some(Stance::Champion));
}

#[test]
fn what_was_withheld_behind_a_frozen_wall_and_is_kept_hidden_does_not_come_back_with_the_thaw() {
    for frozen in [true, false] {
        let mut scene = Scene::new(|_| {});
        scene.room.without_names = false;
        let of = entry(&scene, Stance::Champion, Marking::Clear);
        add(&mut scene, &of);
        show(&mut scene);
        assert_eq!(stands(&scene, &of), Some(Stance::Champion));
        (scene.room.frozen, scene.room.blank) = (frozen, !frozen);
        mark(&mut scene, &of, Marking::Red);
        scene.document.undo().unwrap();
        scene.look();
        assert!(scene.room.question().is_some(), "it lowers a marking");
        scene.room.hold_back();
        scene.look();
        (scene.room.frozen, scene.room.blank) = (false, false);
        scene.look();
        assert_ne!(stands(&scene, &of), Some(Stance::Champion));
    }
}

#[test]
fn a_change_of_what_was_released_is_asked_about_if_another_step_comes_in_the_same_frame() {
    let mut scene = Scene::new(|_| {});
    scene.room.without_names = false;
    let of = released(&mut scene);
    let changed = Position { stance: Some(Stance::Object), ..of.clone() };
    scene.document.apply(&Edit::change(changed, "")).unwrap();
    let far = Proposal::new("P-9", Bilingual::new("Another", ""));
    scene.document.apply(&Edit::add(far, "")).unwrap();
    scene.look();
    assert!(scene.room.question().is_some());
    assert_eq!(stands(&scene, &of), None, "the wall is blank");
}

#[test]
fn the_title_that_is_asked_about_or_kept_hidden_names_no_window() {
    let mut scene = Scene::new(|_| {});
    let titled = |scene: &Scene, title: &str, marking| Dossier {
        title: title.to_owned(),
        marking,
        ..scene.document.snapshot().dossier.clone()
    };
    let named = |scene: &Scene| {
        let own = &scene.document.snapshot().dossier;
        scene.room.named(own).map(|it| it.title.clone())
    };
    assert_eq!(named(&scene), None, "the dossier is not for this room");
    let lower = titled(&scene, "Votes", Marking::Clear);
    scene.document.apply(&Edit::change(lower, "")).unwrap();
    scene.look();
    assert!(scene.room.question().is_some());
    assert_eq!(named(&scene), None);
    scene.room.hold_back();
    scene.look();
    assert_eq!(named(&scene), None);
    let mut scene = Scene::new(|document| {
        let own = document.snapshot().dossier.clone();
        document.apply(&Edit::change(Dossier { marking: Marking::Clear, ..own }, "")).unwrap();
        let own = document.snapshot().dossier.clone();
        document.apply(&Edit::change(Dossier { title: "Other".to_owned(), ..own }, "")).unwrap();
    });
    assert_eq!(named(&scene).as_deref(), Some("Other"));
    scene.document.undo().unwrap();
    scene.look();
    assert!(scene.room.question().is_some());
    assert_eq!(named(&scene).as_deref(), Some("Other"));
    scene.room.hold_back();
    scene.look();
    assert_eq!(named(&scene).as_deref(), Some("Other"));
}

#[test]
fn what_is_kept_hidden_after_a_lock_leaves_the_record_as_it_stood() {
    let mut scene = Scene::new(|document| {
        let mut proposal = document.snapshot().proposal_by_code("A/RES/73/27").unwrap().clone();
        proposal.title.en = "Renamed before".to_owned();
        document.apply(&Edit::change(proposal, "")).unwrap();
    });
    scene.document.undo().unwrap();
    scene.look();
    assert!(scene.room.question().is_some());
    scene.lock();
    scene.room.come_back(Default::default());
    scene.look();
    assert!(scene.room.question().is_some());
    scene.room.hold_back();
    scene.look();
    scene.room.blank = false;
    scene.look();
    assert!(scene.is_read("Renamed before"));
}

#[test]
fn what_is_entered_while_a_question_is_open_and_then_marked_less_strictly_is_asked_about() {
    let mut scene = Scene::new(|_| {});
    scene.room.without_names = false;
    let of = entry(&scene, Stance::Champion, Marking::Red);
    add(&mut scene, &of);
    mark(&mut scene, &of, Marking::Clear);
    assert!(scene.room.question().is_some());
    let new = Position {
        id: PositionId::new(),
        replaces: Some(of.id),
        ..entry(&scene, Stance::Object, Marking::Red)
    };
    add(&mut scene, &new);
    mark(&mut scene, &new, Marking::Clear);
    let asked = scene.room.question().map(|it| it.records.clone()).unwrap_or_default();
    assert!(asked.contains(&new.id.into()), "{asked:?}");
}
