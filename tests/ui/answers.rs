//! A question about the wall is one decision, and it lasts: nobody can page past it, and neither a
//! lock nor a file that was reverted meanwhile answers it.

use cbm_workbench::document::{Edit, StepName};
use cbm_workbench::model::{
    Certainty, Language, Marking, Poll, PollKind, Position, Proposal, RecordId, Slide, Stance,
};
use cbm_workbench::text::Text;
use cbm_workbench::ui::room::HalfTyped;

use crate::common::clock;
use crate::wall::{CANARY, Scene, mark, only_slide, open, put, slide};

/// RED records that a single step marks CLEAR.
fn marked_together() -> Scene {
    let mut scene = Scene::new(|it| {
        let edit = (0..3).fold(Edit::new(StepName::Prepare, ""), |edit, rank| {
            let text = format!("{CANARY}-{rank}");
            edit.put(Slide { rank, text, ..slide(Marking::Red) })
        });
        it.apply(&edit).unwrap();
    });
    let slides: Vec<_> = scene.document.snapshot().slides.iter().cloned().collect();
    let clear = Some(Marking::Clear);
    let edit = slides.into_iter().fold(Edit::new(StepName::Mark, ""), |edit, slide| {
        edit.put(Slide { marking: clear, ..slide })
    });
    scene.document.apply(&edit).unwrap();
    scene.look();
    scene
}

#[test]
fn what_one_step_would_show_is_one_decision_and_is_hidden_or_shown_together() {
    let text = Text::new(Language::English);
    let mut scene = marked_together();
    let question = scene.room.question().unwrap().clone();
    assert_eq!((question.records.len(), question.lines.len()), (3, 3), "how many, and which");
    scene.room.hold_back();
    scene.look();
    assert!(scene.wall().is_some() && !scene.is_read(CANARY));
    assert_eq!(scene.room.kept(scene.document.snapshot()).collect::<Vec<_>>(), [(0, 3)], "one lot");
    // The question shows its present content before it is answered.
    let gone = only_slide(&scene.document);
    let edit = Edit::delete(scene.document.snapshot(), gone.id.into(), "");
    scene.document.apply(&edit).unwrap();
    scene.look();
    assert_eq!(scene.room.kept(scene.document.snapshot()).collect::<Vec<_>>(), [(0, 2)]);
    let question = scene.room.ask_kept(0, &scene.document, text).unwrap();
    assert_eq!(question.records.len(), 2);
    assert!(!question.records.contains(&gone.id.into()));
    assert!(!scene.is_read(CANARY), "asking shows nothing");
    scene.room.show_kept(0);
    scene.look();
    assert_eq!(scene.room.question(), None, "it is not asked twice");
    assert!(scene.is_read(&format!("{CANARY}-1")) && scene.is_read(&format!("{CANARY}-2")));
    assert_eq!(scene.room.kept(scene.document.snapshot()).count(), 0);
}

#[test]
fn a_record_released_by_name_no_longer_belongs_to_what_an_answer_hid() {
    let mut scene = marked_together();
    scene.room.hold_back();
    scene.look();
    scene.room.release(only_slide(&scene.document).id.into());
    scene.look();
    assert!(scene.is_read(&format!("{CANARY}-0")) && !scene.is_read(&format!("{CANARY}-1")));
    assert_eq!(scene.room.kept(scene.document.snapshot()).collect::<Vec<_>>(), [(0, 2)]);
}

#[test]
fn nobody_can_page_past_a_question_about_the_wall() {
    let mut scene = marked_together();
    let place = |scene: &Scene| (scene.room.at, scene.room.page);
    let before = place(&scene);
    scene.room.next();
    scene.room.next();
    scene.room.back();
    scene.room.next();
    assert_eq!(place(&scene), before);
    scene.room.hold_back();
    scene.look();
    assert_eq!(place(&scene), before);
    scene.room.next();
    assert_ne!(place(&scene), before);
}

#[test]
fn an_open_question_survives_the_lock() {
    let mut scene = marked_together();
    scene.lock();
    assert_eq!(scene.room.question(), None, "nothing of what is asked about is carried along");
    assert!(!format!("{:?}", scene.room).contains(CANARY));
    // Uncovering, paging and showing reveal nothing, because nothing was allowed.
    for _ in 0..2 {
        scene.room.blank = false;
        scene.room.next();
        scene.room.show();
        scene.room.follow();
        assert_eq!(scene.wall(), None);
        assert!(scene.room.is_blank(), "and the laptop says so");
    }
    scene.room.come_back(HalfTyped::default());
    scene.look();
    assert_eq!(scene.room.question().map(|it| it.records.len()), Some(3));
    assert_eq!(scene.wall(), None);
}

#[test]
fn while_the_dossier_is_locked_the_wall_shows_what_was_released_and_nothing_else() {
    let mut scene = Scene::new(|it| put(it, slide(Marking::Red)));
    let id: RecordId = only_slide(&scene.document).id.into();
    scene.room.release(id);
    scene.look();
    scene.room.frozen = true;
    scene.lock();
    scene.room.go(0);
    scene.room.follow();
    scene.room.show();
    assert!(scene.is_read(CANARY), "it is shown where the frozen wall is told to");
    assert_eq!(scene.room.label(), Marking::Red);
    scene.room.come_back(HalfTyped::default());
    scene.look();
    assert!(scene.is_read(CANARY) && scene.room.question().is_none());
    // A record that was once visible and no longer is does not come back either.
    scene.room.withdraw(id, scene.document.snapshot());
    scene.look();
    scene.lock();
    scene.room.follow();
    assert!(!format!("{:?}", scene.room).contains(CANARY));
}

#[test]
fn a_file_reverted_during_the_lock_shows_nothing_unasked() {
    let mut older = None;
    let mut scene = Scene::new(|it| {
        put(it, slide(Marking::Clear));
        let copy = it.path().with_file_name("older.cbm");
        it.copy_to(&copy).unwrap();
        older = Some(copy);
        mark(it, Marking::Red);
    });
    assert!(!scene.is_read(CANARY));
    scene.lock();
    // The file is restored to an earlier state: it has fewer steps than the room has seen.
    scene.document = open(&older.unwrap());
    scene.room.come_back(HalfTyped::default());
    scene.look();
    assert!(scene.room.question().is_some());
    assert_eq!(scene.wall(), None);
    scene.room.hold_back();
    scene.look();
    assert!(scene.wall().is_some() && !scene.is_read(CANARY));
}

#[test]
fn the_room_sees_a_tally_it_heard_until_its_marking_is_raised() {
    let mut scene = Scene::new(|_| {});
    let proposal = scene.document.snapshot().proposal_by_code("A/RES/73/27").unwrap().id;
    let mut poll = Poll::new(proposal, PollKind::Speakers, clock().today());
    poll.counts = [0, 5, 0, 0, 0, 0];
    scene.put(StepName::TakeDownTally, poll.clone());
    scene.look();
    assert!(!scene.room.sees_poll(poll.id), "it has no marking of its own");
    scene.room.hear_poll(poll.id);
    scene.room.forget();
    scene.look();
    assert!(scene.room.sees_poll(poll.id) && scene.room.question().is_none());
    assert_eq!(scene.room.label(), Marking::Clear);
    poll.marking = Some(Marking::Red);
    scene.put(StepName::Mark, poll.clone());
    scene.look();
    assert!(!scene.room.sees_poll(poll.id));
}

#[test]
fn what_is_said_while_a_slide_is_gone_is_not_about_the_one_that_came_in_its_place() {
    let mut scene = Scene::new(|_| {});
    let proposal = scene.document.snapshot().proposal_by_code("A/RES/73/27").unwrap().clone();
    for place in 0.. {
        scene.room.go(place);
        scene.room.show();
        if scene.room.proposal() == Some(proposal.id) {
            break;
        }
    }
    let place = scene.room.at;
    scene.put(StepName::Mark, Proposal { marking: Some(Marking::Red), ..proposal });
    scene.look();
    assert!(scene.room.is_blank() && scene.room.proposal().is_none());
    // Going there is deliberate.
    scene.room.go(place);
    scene.room.show();
    assert!(scene.room.proposal().is_some());
}

#[test]
fn what_came_and_went_behind_a_blank_wall_is_asked_about_when_it_comes_back() {
    for blank in [false, true] {
        let mut scene = Scene::new(|_| {});
        let proposal = scene.document.snapshot().proposal_by_code("A/RES/73/27").unwrap().id;
        scene.room.blank = blank;
        let mut poll = Poll::new(proposal, PollKind::Temperature, clock().today());
        (poll.counts, poll.marking) = ([0, 0, 0, 0, 6, 0], Some(Marking::Clear));
        scene.put(StepName::Poll, poll);
        scene.look();
        scene.document.undo().unwrap();
        scene.look();
        scene.room.blank = false;
        scene.document.redo().unwrap();
        scene.look();
        assert_eq!(scene.room.question().is_some(), blank);
    }
}

/// A party renamed twice behind a freeze, the second name shown, then undone and the first kept hidden: the
/// wall goes on with the second.
fn kept_as_it_stood() -> Scene {
    let mut scene = Scene::new(|_| {});
    scene.room.frozen = true;
    for name in ["Brasil One", "Brasil Two"] {
        rename(&mut scene, name);
    }
    scene.room.frozen = false;
    scene.look();
    scene.document.undo().unwrap();
    scene.look();
    assert!(scene.room.question().is_some());
    scene.room.hold_back();
    scene.look();
    assert!(scene.is_read("Brasil Two") && !scene.is_read("Brasil One"));
    scene
}

fn rename(scene: &mut Scene, name: &str) {
    let mut party = scene.document.snapshot().party_by_code("BRA").unwrap().clone();
    party.name.en = name.to_owned();
    scene.document.apply(&Edit::change(party, "")).unwrap();
    scene.look();
}

#[test]
fn what_is_kept_hidden_is_asked_about_again_once_it_is_changed_by_hand() {
    for shown in [true, false] {
        let mut scene = kept_as_it_stood();
        rename(&mut scene, "Brasil Three");
        let question = scene.room.question().expect("the wall says what is nowhere any more");
        assert!(question.lines[0].1.contains("Brasil Three"), "{:?}", question.lines);
        assert!(scene.wall().is_none());
        match shown {
            true => scene.room.show_all(),
            false => scene.room.hold_back(),
        }
        scene.look();
        let stands = if shown { "Brasil Three" } else { "Brasil Two" };
        assert!(scene.is_read(stands) && !scene.is_read("Brasil One"));
        let kept = scene.room.kept(scene.document.snapshot()).count();
        assert_eq!(kept > 0, !shown, "it says so only as long as it is kept");
    }
}

#[test]
fn a_name_given_back_by_hand_is_not_asked_about() {
    let mut scene = kept_as_it_stood();
    rename(&mut scene, "Brasil Two");
    assert!(scene.room.question().is_none() && scene.is_read("Brasil Two"));
    rename(&mut scene, "Brasil Four");
    assert!(scene.room.question().is_none() && scene.is_read("Brasil Four"));
}

#[test]
fn what_else_is_changed_by_hand_stands_on_the_wall_and_goes_with_undo() {
    let mut scene = kept_as_it_stood();
    let short = |scene: &Scene| {
        let wall = scene.room.wall(0.0).unwrap();
        let party = wall.seen.snapshot.party_by_code("BRA").unwrap();
        (party.name.en.clone(), party.region.clone())
    };
    let mut party = scene.document.snapshot().party_by_code("BRA").unwrap().clone();
    let before = party.region.clone();
    party.region = "Southern Cone".to_owned();
    scene.document.apply(&Edit::change(party, "")).unwrap();
    scene.look();
    assert!(scene.room.question().is_none());
    assert_eq!(short(&scene), ("Brasil Two".to_owned(), "Southern Cone".to_owned()));
    for region in [before.as_str(), "Southern Cone"] {
        match region == before {
            true => scene.document.undo().map(drop).unwrap(),
            false => scene.document.redo().map(drop).unwrap(),
        }
        scene.look();
        assert!(scene.room.question().is_none());
        assert_eq!(short(&scene), ("Brasil Two".to_owned(), region.to_owned()));
    }
}

/// An entry that comes by a merge and is kept hidden.
fn kept_entry() -> (Scene, Position) {
    let mut scene = Scene::new(|_| {});
    let snapshot = scene.document.snapshot();
    let proposal = snapshot.proposal_by_code("A/RES/73/27").unwrap().id;
    let party = snapshot.party_by_code("BRA").unwrap().id;
    let mut entry = Position::new(proposal, party, Some(Stance::Object), clock().today());
    entry.marking = Some(Marking::Clear);
    entry.certainty = Some(Certainty::Public);
    entry.words = CANARY.to_owned();
    let edit = Edit::add(entry.clone(), "");
    scene.document.apply(&Edit { name: StepName::Merge, ..edit }).unwrap();
    scene.look();
    assert!(scene.room.question().is_some());
    scene.room.hold_back();
    scene.look();
    assert!(scene.wall().is_some() && !scene.is_read(CANARY));
    (scene, entry)
}

#[test]
fn what_corrects_or_follows_a_stance_that_is_kept_hidden_is_asked_about() {
    for corrects in [true, false] {
        let (mut scene, kept) = kept_entry();
        let mut new = kept.clone();
        new.id = cbm_workbench::model::PositionId::new();
        new.stance = Some(Stance::Support);
        new.replaces = corrects.then_some(kept.id);
        let mut edit = Edit::new(StepName::SetStance, "");
        if !corrects {
            edit = Edit::delete(scene.document.snapshot(), kept.record_id(), "");
        }
        scene.document.apply(&edit.put(new.clone())).unwrap();
        scene.look();
        assert!(scene.room.question().is_some() && scene.wall().is_none(), "{corrects}");
        scene.room.hold_back();
        scene.look();
        assert!(scene.wall().is_some() && !scene.is_read(CANARY));
        // Of another party it says nothing.
        let snapshot = scene.document.snapshot();
        let other = snapshot.party_by_code("FRA").unwrap().id;
        let mut other = Position::new(new.proposal, other, Some(Stance::Support), new.date);
        (other.marking, other.certainty) = (Some(Marking::Clear), Some(Certainty::Public));
        scene.document.apply(&Edit::add(other, "")).unwrap();
        scene.look();
        assert!(scene.room.question().is_none() && scene.wall().is_some());
    }
}

#[test]
fn what_was_only_typed_behind_a_blank_or_frozen_wall_does_not_stand_on_it() {
    for frozen in [true, false] {
        let mut scene = Scene::new(|_| {});
        let before = scene.document.snapshot().party_by_code("BRA").unwrap().name.en.clone();
        (scene.room.frozen, scene.room.blank) = (frozen, !frozen);
        for name in ["Brasil One", "Brasil Two"] {
            rename(&mut scene, name);
        }
        scene.document.undo().unwrap();
        scene.look();
        if scene.room.question().is_some() {
            scene.room.hold_back();
        }
        (scene.room.frozen, scene.room.blank) = (false, false);
        scene.look();
        if scene.room.question().is_some() {
            scene.room.hold_back();
            scene.look();
        }
        assert!(!scene.is_read("Brasil Two"), "nobody was shown that, and it is undone");
        assert!(scene.is_read(&before) || scene.is_read("Brasil One"));
    }
}
