//! Scenarios on the wall: only by name, as they were released, and as a whole.

use cbm_workbench::document::Edit;
use cbm_workbench::model::{
    Language, Marking, Party, PartyId, Scenario, ScenarioId, ScenarioMove, Slide, SlideKind,
    Speaker, Stance,
};
use cbm_workbench::text::Text;
use cbm_workbench::ui::room::Seen;
use egui_kittest::kittest::NodeT;

use crate::common::clock;
use crate::meeting::meeting;
use crate::room::{Look, drawn};
use crate::wall::{CANARY, Scene, put};
use crate::what_if::assume;

#[test]
fn the_wall_knows_nothing_of_a_scenario_that_was_not_released_even_if_it_is_marked_for_everybody() {
    let mut scene = Scene::new(|document| {
        let mut proposal = document.snapshot().proposal_by_code("A/RES/73/27").unwrap().clone();
        proposal.marking = Some(Marking::Clear);
        let mut party = document.snapshot().party_by_code("BRA").unwrap().clone();
        party.marking = Some(Marking::Clear);
        put(document, proposal);
        put(document, party);
    });
    let snapshot = scene.document.snapshot();
    let scenario =
        Scenario { marking: Some(Marking::Clear), ..Scenario::new("CANARY-IF", Marking::Clear) };
    let proposal = snapshot.proposal_by_code("A/RES/73/27").unwrap().id;
    let party = snapshot.party_by_code("BRA").unwrap().id;
    let moved = ScenarioMove {
        marking: Some(Marking::Clear),
        note: "CANARY-IF".to_owned(),
        ..ScenarioMove::new(scenario.id, proposal, party, Some(Stance::Object), Marking::Clear)
    };
    put(&mut scene.document, scenario);
    put(&mut scene.document, moved);
    scene.look();
    assert!(!scene.is_read("CANARY-IF"));
    let wall = scene.room.wall(0.0).unwrap();
    assert!(
        wall.seen.snapshot.scenarios.is_empty() && wall.seen.snapshot.scenario_moves.is_empty()
    );
}

fn party_of(scene: &Scene, code: &str) -> PartyId {
    scene.document.snapshot().party_by_code(code).unwrap().id
}

/// A dossier with a slide on a decision, and two scenarios of which one was released by name, with
/// its assumptions at that time.
fn released() -> (Scene, ScenarioId) {
    let mut scene = Scene::new(|document| {
        let proposal = document.snapshot().proposal_by_code("A/RES/73/27").unwrap().id;
        let slide = Slide { proposal: Some(proposal), ..Slide::new(SlideKind::Decision, 0) };
        put(document, Slide { marking: Some(Marking::Clear), ..slide });
        assume(document);
        let snapshot = document.snapshot();
        let mut one = snapshot.scenario_moves.iter().next().unwrap().clone();
        one.note = CANARY.to_owned();
        let mut scenario = snapshot.scenarios.get(one.scenario).unwrap().clone();
        scenario.note = CANARY.to_owned();
        put(document, one);
        put(document, scenario);
    });
    assert!(!scene.is_read("Brazil moves"));
    let all = scene.document.snapshot().scenarios.iter();
    let id = all.filter(|it| it.name == "Brazil moves").map(|it| it.id).next().unwrap();
    scene.room.release_with(id.into(), scene.document.snapshot());
    scene.look();
    (scene, id)
}

#[test]
fn a_scenario_is_on_the_wall_once_released_by_name_as_it_was_then_until_it_is_withdrawn() {
    let (mut scene, id) = released();
    let moves = |scene: &Scene| {
        let wall = scene.room.wall(0.0).unwrap();
        wall.seen.snapshot.scenario_moves.iter().count()
    };
    assert!(scene.is_read("Brazil moves") && !scene.is_read("Nobody moves"));
    assert_eq!(moves(&scene), 1);
    assert!(!scene.is_read(CANARY), "what one noted of it stays one's own");
    let snapshot = scene.document.snapshot();
    let (proposal, party) = (
        snapshot.proposal_by_code("A/RES/73/27").unwrap().id,
        snapshot.party_by_code("IND").unwrap().id,
    );
    let marked = Some(Marking::Clear);
    let later = ScenarioMove::new(id, proposal, party, Some(Stance::Object), Marking::Clear);
    put(&mut scene.document, ScenarioMove { marking: marked, ..later });
    scene.look();
    assert!(scene.room.question().is_some() && scene.wall().is_none(), "it is another one now");
    scene.room.hold_back();
    scene.look();
    assert_eq!(moves(&scene), 1, "what is assumed later is not shown unasked");
    let more = party_of(&scene, "EGY");
    let later = ScenarioMove::new(id, proposal, more, Some(Stance::Object), Marking::Clear);
    // Whatever its marking, which the question tells.
    put(&mut scene.document, ScenarioMove { marking: Some(Marking::Red), ..later.clone() });
    scene.look();
    let asked = scene.room.question().unwrap().lines[0].clone();
    assert_eq!(asked.0, Some(Marking::Red));
    assert!(asked.1.ends_with("Egypt · −− objects · Brazil moves"), "{asked:?}");
    scene.room.show_all();
    scene.look();
    assert_eq!(moves(&scene), 2);
    // A move that changes is not the one that was shown.
    let changed =
        ScenarioMove { marking: Some(Marking::Red), stance: Some(Stance::Support), ..later };
    put(&mut scene.document, changed);
    scene.look();
    assert!(scene.room.question().is_some() && scene.wall().is_none());
    scene.room.show_all();
    scene.look();
    scene.room.withdraw(id.into(), scene.document.snapshot());
    scene.look();
    assert!(!scene.is_read("Brazil moves"));
}

#[test]
fn a_scenario_goes_as_a_whole_with_a_move_that_may_not_be_seen_and_comes_back_by_name() {
    let (mut scene, id) = released();
    let brazil = scene.document.snapshot().party_by_code("BRA").unwrap().clone();
    put(&mut scene.document, Party { marking: Some(Marking::Red), ..brazil });
    scene.look();
    assert!(!scene.is_read("Brazil moves"));
    scene.document.undo().unwrap();
    scene.look();
    scene.room.show_all();
    scene.look();
    let is_there = |scene: &Scene| scene.room.clearance.released.contains(&id.into());
    assert!(!scene.is_read("Brazil moves") && !is_there(&scene));
    scene.room.release_with(id.into(), scene.document.snapshot());
    scene.look();
    assert!(scene.is_read("Brazil moves") && is_there(&scene));
    assert_eq!(scene.room.wall(0.0).unwrap().seen.snapshot.scenario_moves.iter().count(), 1);
}

#[test]
fn a_scenario_goes_as_a_whole_with_a_move_that_is_deleted() {
    let (mut scene, id) = released();
    let (proposal, more) = {
        let snapshot = scene.document.snapshot();
        let proposal = snapshot.proposal_by_code("A/RES/73/27").unwrap().id;
        (proposal, party_of(&scene, "IND"))
    };
    let later = ScenarioMove::new(id, proposal, more, Some(Stance::Object), Marking::Clear);
    put(&mut scene.document, later.clone());
    scene.look();
    scene.room.show_all();
    scene.look();
    assert!(scene.is_read("Brazil moves"));
    let gone = Edit::delete(scene.document.snapshot(), later.id.into(), "");
    scene.document.apply(&gone).unwrap();
    scene.look();
    assert!(!scene.is_read("Brazil moves"), "what it assumed together is not assumed any more");
    assert!(!scene.room.clearance.released.contains(&id.into()));
}

#[test]
fn the_slide_on_a_decision_tells_what_would_be_under_a_scenario_without_a_name_of_a_party() {
    let (scene, _) = released();
    let wall = scene.room.wall(0.0).unwrap();
    let (snapshot, slide) = (wall.seen.snapshot.clone(), wall.slide.clone());
    assert_eq!(slide.kind, SlideKind::Decision);
    let seen = Seen::new(snapshot, clock().today(), Text::new(Language::English));
    let harness = drawn(seen, Look::new(slide));
    let nodes = harness.root().children_recursive();
    let said = nodes.flat_map(|node| {
        let node = node.accesskit_node();
        [node.label(), node.value()].into_iter().flatten().collect::<Vec<_>>()
    });
    let said = said.collect::<Vec<_>>().join("\n");
    assert!(said.contains("Assumed, not said: “Brazil moves”"), "{said}");
    assert!(said.contains("Against 47") && said.contains("Against: 46"), "{said}");
    assert!(said.contains("Two-thirds: open"), "{said}");
    assert!(!said.contains("BRA") && !said.replace("“Brazil moves”", "").contains("Brazil"));
}

#[test]
fn a_scenario_is_released_by_name_from_the_laptop_and_marks_the_wall() {
    let mut window = meeting(assume);
    window.click("Release by name…");
    assert!(
        !window.shows_part("Assumed move"),
        "a move comes with its scenario, and not by itself"
    );
    window.click_first("Scenario · Brazil moves");
    assert!(window.shows_part("what you assume of others"));
    assert!(window.shows_part("Objects"), "what comes along is told before");
    window.click_first("Show to the room");
    window.click("Close");
    assert!(window.shows("Room open · TLP:AMBER"));
}

/// Another move of a scenario, about the proposal of the others.
fn another(scene: &Scene, of: ScenarioId, party: &str, marking: Marking) -> ScenarioMove {
    let proposal = scene.document.snapshot().proposal_by_code("A/RES/73/27").unwrap().id;
    let party = party_of(scene, party);
    let one = ScenarioMove::new(of, proposal, party, Some(Stance::Object), Marking::Clear);
    ScenarioMove { marking: Some(marking), ..one }
}

/// The parties of which the wall shows an assumption.
fn moved(scene: &Scene) -> Vec<Speaker> {
    let wall = scene.room.wall(0.0).unwrap();
    wall.seen.snapshot.scenario_moves.iter().map(|it| it.by).collect()
}

#[test]
fn a_scenario_that_is_released_again_leaves_out_what_an_answer_keeps_hidden() {
    let (mut scene, id) = released();
    let later = another(&scene, id, "IND", Marking::Red);
    put(&mut scene.document, later);
    scene.look();
    scene.room.hold_back();
    scene.look();
    let (brazil, label) = (party_of(&scene, "BRA").into(), scene.room.label());
    assert_eq!(moved(&scene), [brazil]);
    scene.room.withdraw(id.into(), scene.document.snapshot());
    scene.look();
    assert!(!scene.is_read("Brazil moves"));
    let (all, kept) = (scene.document.snapshot().clone(), |scene: &Scene| {
        scene.room.kept(scene.document.snapshot()).map(|(_, count)| count).sum::<usize>()
    });
    assert_eq!(kept(&scene), 1);
    scene.room.release_with(id.into(), &all);
    scene.look();
    assert_eq!((moved(&scene), scene.room.label()), (vec![brazil], label));
    assert_eq!(kept(&scene), 1, "the answer still holds");
    // It appears when that answer is taken back, and only then.
    scene.room.show_kept(0);
    scene.look();
    assert_eq!(moved(&scene).len(), 2);
}

#[test]
fn a_change_of_a_move_that_is_kept_hidden_keeps_it_from_what_is_released_again() {
    let (mut scene, id) = released();
    let brazil = scene.document.snapshot().scenario_moves.iter().find(|it| it.scenario == id);
    let brazil = brazil.unwrap().clone();
    put(&mut scene.document, ScenarioMove { stance: Some(Stance::Reserve), ..brazil.clone() });
    scene.look();
    scene.room.hold_back();
    scene.look();
    assert_eq!(moved(&scene), [brazil.by], "as it stood");
    let all = scene.document.snapshot().clone();
    scene.room.withdraw(id.into(), &all);
    scene.look();
    assert_eq!(scene.room.moves_along(id.into(), &all), []);
    scene.room.release_with(id.into(), &all);
    scene.look();
    assert!(scene.is_read("Brazil moves") && moved(&scene).is_empty());
}

#[test]
fn a_move_that_comes_back_to_a_scenario_released_without_it_is_asked_about() {
    let (mut scene, id) = released();
    let later = another(&scene, id, "IND", Marking::Clear);
    put(&mut scene.document, later.clone());
    scene.look();
    scene.room.show_all();
    scene.look();
    assert_eq!(moved(&scene).len(), 2);
    let gone = Edit::delete(scene.document.snapshot(), later.id.into(), "");
    scene.document.apply(&gone).unwrap();
    scene.look();
    let all = scene.document.snapshot().clone();
    scene.room.release_with(id.into(), &all);
    scene.look();
    assert_eq!(moved(&scene), [party_of(&scene, "BRA").into()]);
    scene.document.undo().unwrap();
    scene.look();
    assert!(scene.room.question().is_some() && scene.wall().is_none());
    scene.room.hold_back();
    scene.look();
    assert_eq!(moved(&scene), [party_of(&scene, "BRA").into()]);
}

#[test]
fn before_a_scenario_is_released_its_strictest_assumption_is_told_as_the_marking_of_the_wall() {
    let mut window = meeting(|document| {
        assume(document);
        let mut one = document.snapshot().scenario_moves.iter().next().unwrap().clone();
        one.marking = Some(Marking::Red);
        put(document, one);
    });
    window.click("Release by name…");
    window.click_first("Scenario · Brazil moves");
    assert!(window.shows_part("The wall will be marked TLP:RED"));
}
