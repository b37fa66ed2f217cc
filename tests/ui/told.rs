//! What the room was told stands on the wall as it stands in the dossier, corrections included.

use cbm_workbench::document::{Edit, StepName};
use cbm_workbench::model::{Certainty, Marking, Position, PositionId, Stance};

use crate::common::clock;
use crate::wall::Scene;

/// A room that was told that Brazil supports a proposal, in a dossier that it may not see.
fn told() -> (Scene, Position) {
    let mut scene = Scene::new(|_| {});
    let snapshot = scene.document.snapshot();
    let proposal = snapshot.proposal_by_code("A/RES/73/27").unwrap().id;
    let party = snapshot.party_by_code("BRA").unwrap().id;
    let mut entry = Position::new(proposal, party, Some(Stance::Support), clock().today());
    entry.certainty = Some(Certainty::Room);
    scene.document.apply(&Edit::add(entry.clone(), "")).unwrap();
    scene.room.hear(&entry);
    scene.look();
    assert_eq!(on_the_wall(&scene, &entry), Some(Stance::Support));
    (scene, entry)
}

fn on_the_wall(scene: &Scene, of: &Position) -> Option<Stance> {
    assert!(scene.room.question().is_none());
    let wall = scene.room.wall(0.0)?;
    let party = scene.document.snapshot().party_by_code("BRA").unwrap().id;
    wall.seen.snapshot.current_position(of.proposal, party, clock().today())?.stance
}

fn correct(
    scene: &mut Scene,
    entry: &Position,
    stance: Stance,
    marking: Option<Marking>,
) -> Position {
    let new = Position {
        id: PositionId::new(),
        stance: Some(stance),
        replaces: Some(entry.id),
        marking,
        ..entry.clone()
    };
    scene.document.apply(&Edit::add(new.clone(), "")).unwrap();
    scene.look();
    new
}

#[test]
fn a_correction_of_what_the_room_was_told_is_on_the_wall_and_goes_with_undo() {
    let (mut scene, entry) = told();
    // Without names, nobody's stance comes back by itself.
    scene.room.without_names = false;
    let second = correct(&mut scene, &entry, Stance::Object, None);
    assert_eq!(on_the_wall(&scene, &entry), Some(Stance::Object));
    let third = correct(&mut scene, &second, Stance::Reserve, None);
    assert_eq!(on_the_wall(&scene, &entry), Some(Stance::Reserve));
    let order: Vec<_> = scene.room.taken.iter().map(|(_, _, id)| *id).collect();
    assert_eq!(order, [entry.id, second.id, third.id], "in its place in the order of speaking");
    for stance in [Stance::Object, Stance::Support] {
        scene.document.undo().unwrap();
        scene.look();
        assert_eq!(on_the_wall(&scene, &entry), Some(stance));
    }
    scene.document.redo().unwrap();
    scene.look();
    assert_eq!(on_the_wall(&scene, &entry), Some(Stance::Object));
}

#[test]
fn a_correction_that_is_marked_more_strictly_takes_along_what_it_corrects() {
    let (mut scene, entry) = told();
    let second = correct(&mut scene, &entry, Stance::Object, None);
    let strict = Position { marking: Some(Marking::Red), ..second.clone() };
    scene.document.apply(&Edit::change(strict, "")).unwrap();
    scene.look();
    assert_ne!(on_the_wall(&scene, &entry), Some(Stance::Support), "Brazil did not say that");
    scene.document.undo().unwrap();
    scene.look();
    let places = scene.room.taken.iter().filter(|(_, _, id)| *id == second.id).count();
    assert_eq!(places, 1, "it stands once in the list");
}

#[test]
fn a_correction_that_is_not_for_the_room_leaves_what_it_was_told() {
    let (mut scene, entry) = told();
    correct(&mut scene, &entry, Stance::Object, Some(Marking::Red));
    assert_eq!(on_the_wall(&scene, &entry), Some(Stance::Support));
    scene.document.undo().unwrap();
    let confided = Position { certainty: Some(Certainty::Confidence), ..entry.clone() };
    correct(&mut scene, &confided, Stance::Reserve, None);
    assert_eq!(on_the_wall(&scene, &entry), Some(Stance::Support));
}

#[test]
fn a_correction_of_what_was_released_by_name_is_asked_about() {
    for shown in [true, false] {
        let mut scene = Scene::new(|_| {});
        let snapshot = scene.document.snapshot();
        let proposal = snapshot.proposal_by_code("A/RES/73/27").unwrap().id;
        let party = snapshot.party_by_code("BRA").unwrap().id;
        let mut entry = Position::new(proposal, party, Some(Stance::Support), clock().today());
        (entry.certainty, entry.marking) = (Some(Certainty::Public), Some(Marking::Red));
        scene.document.apply(&Edit::add(entry.clone(), "")).unwrap();
        scene.look();
        scene.room.release(entry.record_id());
        scene.look();
        assert_eq!(on_the_wall(&scene, &entry), Some(Stance::Support));
        correct(&mut scene, &entry, Stance::Object, Some(Marking::Red));
        assert!(scene.room.question().is_some() && scene.wall().is_none());
        match shown {
            true => scene.room.show_all(),
            false => scene.room.hold_back(),
        }
        scene.look();
        let stands = if shown { Stance::Object } else { Stance::Support };
        assert_eq!(on_the_wall(&scene, &entry), Some(stands));
    }
}

#[test]
fn what_corrects_an_entry_that_is_kept_hidden_was_not_told() {
    let (mut scene, entry) = told();
    // A table says something else of the same party, and is kept hidden.
    let table = Position {
        id: PositionId::new(),
        stance: Some(Stance::Champion),
        replaces: Some(entry.id),
        ..entry.clone()
    };
    let edit = Edit { name: StepName::Merge, ..Edit::add(table.clone(), "") };
    scene.document.apply(&edit).unwrap();
    scene.look();
    assert!(scene.room.question().is_some());
    scene.room.hold_back();
    scene.look();
    assert_eq!(on_the_wall(&scene, &entry), Some(Stance::Support));
    let told = |scene: &Scene| scene.room.told(scene.document.snapshot());
    assert_eq!(
        told(&scene),
        std::slice::from_ref(&entry),
        "the list beside the wall says whose it is"
    );
    // Whoever corrects that by hand is asked.
    correct(&mut scene, &table, Stance::Object, None);
    assert!(scene.room.question().is_some() && scene.wall().is_none());
    scene.room.hold_back();
    scene.look();
    assert_eq!(on_the_wall(&scene, &entry), Some(Stance::Support));
    // Once the table is undone, a correction is the room's again.
    for _ in 0..2 {
        scene.document.undo().unwrap();
        scene.look();
    }
    correct(&mut scene, &entry, Stance::Reserve, None);
    assert_eq!(on_the_wall(&scene, &entry), Some(Stance::Reserve));
}

#[test]
fn what_was_told_and_is_marked_more_strictly_comes_back_with_undo_once_that_is_agreed() {
    for shown in [true, false] {
        let (mut scene, entry) = told();
        let strict = Position { marking: Some(Marking::Red), ..entry.clone() };
        scene.document.apply(&Edit::change(strict, "")).unwrap();
        scene.look();
        assert_ne!(on_the_wall(&scene, &entry), Some(Stance::Support));
        scene.document.undo().unwrap();
        scene.look();
        assert!(scene.room.question().is_some() && scene.wall().is_none());
        match shown {
            true => scene.room.show_all(),
            false => scene.room.hold_back(),
        }
        scene.look();
        let stands = on_the_wall(&scene, &entry) == Some(Stance::Support);
        assert_eq!(stands, shown);
        // A correction follows what it corrects.
        scene.room.without_names = false;
        correct(&mut scene, &entry, Stance::Champion, None);
        if scene.room.question().is_none() {
            assert_eq!(on_the_wall(&scene, &entry) == Some(Stance::Champion), shown);
        } else {
            assert!(!shown && scene.wall().is_none());
        }
    }
}

#[test]
fn with_the_correction_of_a_released_entry_goes_what_it_corrects() {
    for by_marking in [true, false] {
        let mut scene = Scene::new(|_| {});
        let snapshot = scene.document.snapshot();
        let proposal = snapshot.proposal_by_code("A/RES/73/27").unwrap().id;
        let party = snapshot.party_by_code("BRA").unwrap().id;
        let mut entry = Position::new(proposal, party, Some(Stance::Support), clock().today());
        (entry.certainty, entry.marking) = (Some(Certainty::Public), Some(Marking::AmberStrict));
        scene.document.apply(&Edit::add(entry.clone(), "")).unwrap();
        scene.look();
        scene.room.release(entry.record_id());
        scene.look();
        let new = correct(&mut scene, &entry, Stance::Champion, Some(Marking::AmberStrict));
        scene.room.show_all();
        scene.look();
        assert_eq!(on_the_wall(&scene, &entry), Some(Stance::Champion));
        let released = scene.room.released_by_name(scene.document.snapshot());
        assert_eq!(released, [new.record_id()], "one line, of what stands on the wall");
        // One in between is kept hidden.
        let hidden = correct(&mut scene, &new, Stance::Reserve, new.marking);
        scene.room.hold_back();
        scene.look();
        let new = correct(&mut scene, &hidden, Stance::Object, new.marking);
        scene.room.show_all();
        scene.look();
        let released = scene.room.released_by_name(scene.document.snapshot());
        assert_eq!(released, [new.record_id()]);
        if by_marking {
            let strict = Position { marking: Some(Marking::Red), ..new.clone() };
            scene.document.apply(&Edit::change(strict, "")).unwrap();
        } else {
            scene.room.withdraw(new.record_id(), scene.document.snapshot());
        }
        scene.look();
        if scene.room.question().is_some() {
            scene.room.show_all();
            scene.look();
        }
        let shown = on_the_wall(&scene, &entry);
        let gone = [Stance::Support, Stance::Champion, Stance::Object].map(Some);
        assert!(!gone.contains(&shown), "{shown:?}");
        assert!(scene.room.released_by_name(scene.document.snapshot()).is_empty());
    }
}

#[test]
fn what_comes_back_because_its_correction_is_withheld_is_asked_about() {
    let mut scene = Scene::new(|_| {});
    scene.room.without_names = false;
    let snapshot = scene.document.snapshot();
    let proposal = snapshot.proposal_by_code("A/RES/73/27").unwrap().id;
    let party = snapshot.party_by_code("BRA").unwrap().id;
    let mut entry = Position::new(proposal, party, Some(Stance::Champion), clock().today());
    (entry.certainty, entry.marking) = (Some(Certainty::Public), Some(Marking::Clear));
    scene.document.apply(&Edit::add(entry.clone(), "")).unwrap();
    scene.look();
    if scene.room.question().is_some() {
        scene.room.show_all();
        scene.look();
    }
    assert_eq!(on_the_wall(&scene, &entry), Some(Stance::Champion));
    let second = correct(&mut scene, &entry, Stance::Object, Some(Marking::Clear));
    assert_eq!(on_the_wall(&scene, &entry), Some(Stance::Object));
    let strict = Position { marking: Some(Marking::Red), ..second };
    scene.document.apply(&Edit::change(strict, "")).unwrap();
    scene.look();
    assert!(scene.room.question().is_some() && scene.wall().is_none(), "a slip that was corrected");
    scene.room.hold_back();
    scene.look();
    assert_ne!(on_the_wall(&scene, &entry), Some(Stance::Champion));
}
