//! What an answer keeps hidden, and what comes to it since.

use cbm_workbench::document::{Edit, StepName};
use cbm_workbench::model::{
    Bilingual, Certainty, Dossier, Marking, Party, PartyId, Position, PositionId, Proposal, Stance,
    Table,
};

use crate::common::clock;
use crate::wall::{Scene, put};

const MERGED: &str = "CANARY-MERGED";

/// A room that sees Brazil.
fn with_brazil() -> Scene {
    Scene::new(|document| {
        let party = document.snapshot().party_by_code("BRA").unwrap().clone();
        put(document, Party { marking: Some(Marking::Clear), ..party });
    })
}

/// Brazil, which everybody may see, as this is called.
fn brazil(scene: &Scene) -> Party {
    let found = scene.document.snapshot().party_by_code("BRA").unwrap();
    Party { marking: Some(Marking::Clear), ..found.clone() }
}

/// A public entry of Brazil that everybody may see.
fn entry(scene: &Scene, stance: Stance) -> Position {
    let snapshot = scene.document.snapshot();
    let proposal = snapshot.proposal_by_code("A/RES/73/27").unwrap().id;
    let entry = Position::new(proposal, brazil(scene).id, Some(stance), clock().today());
    Position { marking: Some(Marking::Clear), certainty: Some(Certainty::Public), ..entry }
}

fn stance_on_the_wall(scene: &Scene, entry: &Position) -> Option<Stance> {
    let wall = scene.room.wall(0.0)?;
    let party = brazil(scene).id;
    wall.seen.snapshot.current_position(entry.proposal, party, clock().today())?.stance
}

#[test]
fn a_correction_by_hand_of_what_is_kept_as_it_stood_is_asked_about() {
    let mut scene = Scene::new(|document| {
        let party = document.snapshot().party_by_code("BRA").unwrap().clone();
        put(document, Party { marking: Some(Marking::Clear), ..party });
        let proposal = document.snapshot().proposal_by_code("A/RES/73/27").unwrap().clone();
        let marked = Proposal { marking: Some(Marking::Clear), ..proposal };
        put(document, marked);
    });
    let told = entry(&scene, Stance::Support);
    put(&mut scene.document, told.clone());
    scene.look();
    assert_eq!(stance_on_the_wall(&scene, &told), Some(Stance::Support));
    let merged = Position { stance: Some(Stance::Object), ..told.clone() };
    scene.put(StepName::Merge, merged);
    scene.look();
    scene.room.hold_back();
    scene.look();
    assert_eq!(stance_on_the_wall(&scene, &told), Some(Stance::Support), "as it stood");
    // It tells what was kept hidden, or that something was.
    let corrected = Position {
        id: PositionId::new(),
        replaces: Some(told.id),
        ..entry(&scene, Stance::Reserve)
    };
    put(&mut scene.document, corrected);
    scene.look();
    assert!(scene.room.question().is_some() && scene.wall().is_none());
    scene.room.hold_back();
    scene.look();
    assert_eq!(stance_on_the_wall(&scene, &told), Some(Stance::Support));
}

#[test]
fn a_correction_by_hand_of_what_was_withdrawn_is_asked_about() {
    let mut scene = with_brazil();
    let told = Position { marking: Some(Marking::Red), ..entry(&scene, Stance::Object) };
    put(&mut scene.document, told.clone());
    scene.look();
    scene.room.release(told.id.into());
    scene.look();
    let all = scene.document.snapshot().clone();
    scene.room.withdraw(told.id.into(), &all);
    scene.look();
    let corrected = Position {
        id: PositionId::new(),
        replaces: Some(told.id),
        ..entry(&scene, Stance::Reserve)
    };
    put(&mut scene.document, corrected);
    scene.look();
    assert!(scene.room.question().is_some() && scene.wall().is_none());
}

#[test]
fn what_is_kept_as_it_stood_and_left_the_wall_does_not_come_back_by_undo_unasked() {
    let mut scene = with_brazil();
    let called = |scene: &Scene| {
        let wall = scene.room.wall(0.0)?;
        wall.seen.snapshot.parties.get(brazil(scene).id).map(|it| it.name.en.clone())
    };
    let name = brazil(&scene).name.en;
    let merged = Party { name: Bilingual::new(MERGED, ""), ..brazil(&scene) };
    scene.put(StepName::Merge, merged.clone());
    scene.look();
    scene.room.hold_back();
    scene.look();
    assert_eq!(called(&scene), Some(name.clone()));
    let red = Party { marking: Some(Marking::Red), ..merged };
    let edit = Edit::new(StepName::Mark, "").put(red);
    scene.document.apply(&edit).unwrap();
    scene.look();
    assert_eq!(called(&scene), None);
    scene.document.undo().unwrap();
    scene.look();
    assert!(scene.room.question().is_some() && scene.wall().is_none());
    scene.room.show_all();
    scene.look();
    assert!(!scene.is_read(MERGED), "that is still kept hidden");
    assert_eq!(called(&scene), Some(name));
}

#[test]
fn what_is_entered_by_hand_while_a_question_is_open_and_merged_over_since_is_asked_about() {
    let mut scene = with_brazil();
    let renamed = Party { name: Bilingual::new("Renamed", ""), ..brazil(&scene) };
    scene.put(StepName::Merge, renamed);
    scene.look();
    assert!(scene.room.question().is_some());
    let told = entry(&scene, Stance::Support);
    put(&mut scene.document, told.clone());
    scene.look();
    scene.put(StepName::Merge, Position { stance: Some(Stance::Object), ..told.clone() });
    scene.look();
    let asked = scene.room.question().unwrap();
    assert!(asked.records.contains(&told.id.into()), "it was made by hand only at first");
}

#[test]
fn what_was_asked_about_and_went_unanswered_is_asked_about_when_it_comes_back() {
    let mut scene = with_brazil();
    let told = entry(&scene, Stance::Support);
    put(&mut scene.document, told.clone());
    scene.look();
    scene.put(StepName::Mark, Position { marking: Some(Marking::Red), ..told.clone() });
    scene.look();
    scene.document.undo().unwrap();
    scene.look();
    assert!(scene.room.question().is_some());
    let corrected = Position {
        id: PositionId::new(),
        replaces: Some(told.id),
        ..entry(&scene, Stance::Reserve)
    };
    put(&mut scene.document, corrected);
    scene.look();
    assert!(scene.room.question().is_none(), "what was asked about is corrected by hand");
    scene.document.undo().unwrap();
    scene.look();
    assert!(scene.room.question().is_some() && scene.wall().is_none());
}

#[test]
fn a_threshold_for_polls_is_asked_about_while_the_title_is_kept_hidden() {
    let mut scene = Scene::new(|document| {
        let own = document.snapshot().dossier.clone();
        put(document, Dossier { marking: Marking::Clear, ..own });
    });
    let own = scene.document.snapshot().dossier.clone();
    let fewest = own.poll_min_answers;
    scene.put(StepName::Merge, Dossier { title: MERGED.to_owned(), ..own });
    scene.look();
    scene.room.hold_back();
    scene.look();
    let dossier = scene.document.snapshot().dossier.clone();
    put(&mut scene.document, Dossier { poll_min_answers: fewest - 3, ..dossier });
    scene.look();
    let asked = scene.room.question().expect("it splits what was not split");
    assert_eq!(asked.records[0].table, Table::Dossier);
    scene.room.hold_back();
    scene.look();
    let seen = scene.room.wall(0.0).unwrap().seen.snapshot.dossier.clone();
    assert_eq!(seen.poll_min_answers, fewest);
    assert!(!scene.is_read(MERGED));
}

#[test]
fn another_field_of_what_was_released_is_asked_about_while_one_is_kept_hidden() {
    let mut scene = Scene::new(|_| {});
    let all = scene.document.snapshot();
    let secret = all.proposal_by_code("A/RES/73/187").unwrap().clone();
    let secret = Proposal { marking: Some(Marking::Red), ..secret };
    put(&mut scene.document, secret.clone());
    scene.look();
    scene.room.release(secret.id.into());
    scene.look();
    let seen = |scene: &Scene| {
        let wall = scene.room.wall(0.0).unwrap();
        wall.seen.snapshot.proposals.get(secret.id).unwrap().clone()
    };
    let stood = seen(&scene);
    let titled = Proposal { title: Bilingual::new("CANARY-TITLE", ""), ..secret.clone() };
    let both = Proposal { summary: Bilingual::new("CANARY-SUMMARY", ""), ..titled.clone() };
    for changed in [titled, both.clone()] {
        put(&mut scene.document, changed);
        scene.look();
        assert!(scene.room.question().is_some() && scene.wall().is_none());
        scene.room.hold_back();
        scene.look();
        assert_eq!(seen(&scene), stood);
    }
    // Of what is shown after all only that goes up, and undo takes it back unasked.
    put(&mut scene.document, Proposal { code: "CANARY-CODE".to_owned(), ..both });
    scene.look();
    scene.room.show_all();
    scene.look();
    assert_eq!(seen(&scene), Proposal { code: "CANARY-CODE".to_owned(), ..stood.clone() });
    scene.document.undo().unwrap();
    scene.look();
    assert!(scene.room.question().is_none());
    assert_eq!(seen(&scene), stood);
}

#[test]
fn words_that_come_out_of_a_marked_bracket_are_asked_about_while_the_title_is_kept_hidden() {
    let mut scene = Scene::new(|document| {
        let proposal = document.snapshot().proposal_by_code("A/RES/73/187").unwrap().clone();
        let text = "We agree [on hidden words] (TLP:RED) here.".to_owned();
        put(document, Proposal { marking: Some(Marking::Clear), text, ..proposal });
    });
    let own = scene.document.snapshot().proposal_by_code("A/RES/73/187").unwrap().clone();
    scene.put(StepName::Merge, Proposal { title: Bilingual::new(MERGED, ""), ..own.clone() });
    scene.look();
    scene.room.hold_back();
    scene.look();
    let text = "We agree on hidden words here.".to_owned();
    let is = scene.document.snapshot().proposals.get(own.id).unwrap().clone();
    put(&mut scene.document, Proposal { text, ..is });
    scene.look();
    assert!(scene.room.question().is_some() && scene.wall().is_none());
    scene.room.hold_back();
    scene.look();
    let seen = scene.room.wall(0.0).unwrap().seen.snapshot.proposals.get(own.id).unwrap().clone();
    assert!(!seen.text.contains("hidden words") && seen.title == own.title, "{}", seen.text);
}

#[test]
fn showing_what_one_answer_kept_hidden_leaves_what_another_keeps_of_the_same_record() {
    for (shown, then) in [(1, true), (0, false)] {
        let mut scene = with_brazil();
        let name = brazil(&scene).name.en;
        let merged = Party { name: Bilingual::new(MERGED, ""), ..brazil(&scene) };
        scene.put(StepName::Merge, merged.clone());
        scene.look();
        scene.room.hold_back();
        scene.look();
        scene.put(StepName::Mark, Party { marking: Some(Marking::Red), ..merged.clone() });
        scene.look();
        scene.document.undo().unwrap();
        scene.look();
        scene.room.hold_back();
        scene.look();
        let parties = |scene: &Scene| scene.room.wall(0.0).unwrap().seen.snapshot.parties.clone();
        assert!(parties(&scene).get(merged.id).is_none());
        scene.room.show_kept(shown);
        scene.look();
        let called = parties(&scene).get(merged.id).map(|it| it.name.en.clone());
        // The first answer keeps it as it stood, the second one off the wall.
        assert_eq!(called, then.then_some(name));
        let kept = scene.room.kept(scene.document.snapshot()).map(|(place, _)| place);
        assert_eq!(kept.collect::<Vec<_>>(), [1 - shown]);
        scene.room.show_kept(1 - shown);
        scene.look();
        assert!(scene.is_read(MERGED));
    }
}

#[test]
fn what_waits_for_an_answer_is_still_asked_about_when_something_is_withdrawn_meanwhile() {
    let mut scene = with_brazil();
    let told = entry(&scene, Stance::Support);
    let other =
        Party { name: Bilingual::new("Zembla", ""), code: "ZZZ".to_owned(), ..brazil(&scene) };
    let other = Party { id: PartyId::new(), marking: Some(Marking::Amber), ..other };
    put(&mut scene.document, told.clone());
    put(&mut scene.document, other.clone());
    scene.look();
    scene.room.release(other.id.into());
    scene.look();
    put(&mut scene.document, Position { marking: Some(Marking::Red), ..told.clone() });
    scene.look();
    scene.document.undo().unwrap();
    scene.look();
    let asks = |scene: &Scene| {
        let asked = scene.room.question().map(|it| it.records.clone()).unwrap_or_default();
        asked.contains(&told.id.into())
    };
    assert!(asks(&scene));
    scene.room.withdraw(other.id.into(), scene.document.snapshot());
    scene.look();
    assert!(asks(&scene), "it was marked more strictly, and nobody agreed to it since");
}
