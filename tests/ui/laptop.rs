//! The facilitator's hands on the laptop: what is worked by keys, and what its signs say.

use cbm_workbench::document::{Document, Edit, StepName};
use cbm_workbench::model::{Certainty, Marking, Position, PositionId, Stance};
use egui::accesskit::Role;
use egui::{Key, Modifiers, Shape};
use egui_kittest::kittest::{NodeT, Queryable};

use crate::common::{Window, clock};
use crate::meeting::{CODE, meeting};
use crate::room::words;
use crate::wall::Scene;

/// Records what two parties told in confidence.
fn confide(document: &mut Document) {
    for code in ["BRA", "FRA"] {
        let snapshot = document.snapshot();
        let proposal = snapshot.proposal_by_code(CODE).unwrap().id;
        let party = snapshot.party_by_code(code).unwrap().id;
        let mut entry = Position::new(proposal, party, Some(Stance::Object), clock().today());
        entry.certainty = Some(Certainty::Confidence);
        document.apply(&Edit::add(entry, "")).unwrap();
    }
}

#[test]
fn a_release_by_name_is_worked_from_its_search_line_and_says_what_was_released() {
    let mut window = meeting(confide);
    let withheld = |window: &Window| window.harness.state().room().unwrap().withheld();
    let before = withheld(&window);
    window.click("Release by name…");
    window.type_text("objects");
    window.press(Key::ArrowDown);
    window.press(Key::Enter);
    assert!(window.shows_part("Show to the room: Entry · France"), "{}", words(&window));
    // However often it is pressed: releasing is for the button.
    window.press(Key::Enter);
    window.press(Key::Enter);
    assert_eq!(withheld(&window), before);
    window.click_first("Show to the room");
    assert_eq!(withheld(&window), before - 1);
    assert!(window.shows_part("Released: Entry · France"));
    assert!(!window.shows_part("Nothing that is withheld is called so"));
    // The keys still work from the line.
    window.harness.get_by_role_and_label(Role::TextInput, "Find in this list").focus();
    window.settle();
    window.type_text(" brazil");
    assert!(!window.shows_part("Released: Entry · France"), "that was before");
    window.press(Key::Enter);
    assert!(window.shows_part("Show to the room: Entry · Brazil"));
}

#[test]
fn a_proposal_is_released_by_its_title_and_entries_where_their_proposal_is_shown() {
    let mut window = meeting(|document| {
        confide(document);
        let mut secret = document.snapshot().proposal_by_code("A/RES/73/187").unwrap().clone();
        (secret.marking, secret.title.en) = (Some(Marking::Red), "Secret hotline".to_owned());
        document.apply(&Edit::change(secret, "")).unwrap();
        let mut group = document.snapshot().groups.iter().next().unwrap().clone();
        group.marking = Some(Marking::Red);
        document.apply(&Edit::change(group, "")).unwrap();
    });
    window.press(Key::Home);
    window.click("Release by name…");
    window.type_text("hotline");
    assert!(window.shows_part("Proposal · A/RES/73/187 · Secret hotline"));
    let group = window.document().snapshot().groups.iter().next().unwrap().clone();
    window.press_with(Modifiers::COMMAND, Key::A);
    window.type_text(&group.name.en);
    let named = format!("Group · {} · {}", group.code, group.name.en);
    assert!(window.shows_part(&named), "{named}: {}", words(&window));
    window.press_with(Modifiers::COMMAND, Key::A);
    window.type_text("reserve");
    assert!(!window.shows_part("Nothing is withheld."), "there is, only not here");
    assert!(window.shows_part("Entries are offered on a slide of their proposal."));
}

#[test]
fn the_count_of_what_is_withheld_is_of_what_can_be_released() {
    let mut scene = Scene::new(|_| {});
    let before = scene.room.withheld();
    let snapshot = scene.document.snapshot();
    let proposal = snapshot.proposal_by_code(CODE).unwrap().id;
    let party = snapshot.party_by_code("BRA").unwrap().id;
    let mut entry = Position::new(proposal, party, Some(Stance::Reserve), clock().today());
    entry.marking = Some(Marking::Red);
    scene.put(StepName::TakeDown, entry.clone());
    scene.look();
    assert_eq!(scene.room.withheld(), before + 1);
    let stronger = Position {
        id: PositionId::new(),
        stance: Some(Stance::Object),
        replaces: Some(entry.id),
        ..entry
    };
    scene.put(StepName::TakeDown, stronger.clone());
    scene.look();
    assert_eq!(scene.room.withheld(), before + 1, "what was corrected cannot be released");
    scene.room.release(stronger.id.into());
    scene.room.forget();
    scene.look();
    assert_eq!(scene.room.withheld(), before);
}

#[test]
fn the_chooser_of_the_speaker_stays_where_it_is_while_a_name_is_typed() {
    let mut window = meeting(|_| {});
    window.type_text("c");
    window.click("The meeting allows it");
    window.type_text("s");
    let field = |window: &Window| window.harness.get_by_label("Type part of the name").rect();
    let opened = field(&window);
    for letter in ["b", "r", "a", "z"] {
        window.type_text(letter);
        assert_eq!(field(&window), opened, "after {letter}");
    }
    window.press(Key::Enter);
    assert!(window.shows("Speaker: Brazil"));
}

#[test]
fn a_parked_point_is_ticked_only_when_it_is_taken_up() {
    let mut window = meeting(|_| {});
    window.type_text("p");
    window.type_text("Who pays?");
    window.press(Key::Enter);
    let point = window.harness.get_by_role_and_label(Role::CheckBox, "Taken up");
    assert_eq!(point.accesskit_node().toggled(), Some(egui::accesskit::Toggled::False));
    point.scroll_to_me();
    window.settle();
    window.click("Taken up");
    assert!(window.document().snapshot().parked.iter().all(|it| it.resolved));
    assert!(!window.shows("Taken up"));
}

#[test]
fn the_keys_are_seen_on_an_item_with_a_tick_as_on_any_other() {
    let mut window = Window::new();
    window.click("Filter");
    let bars = |window: &Window| {
        let tick = window.harness.get_by_role_and_label(Role::CheckBox, "Known only").rect();
        let shapes = window.harness.output().shapes.iter();
        let bar = |shape: &&egui::epaint::ClippedShape| match &shape.shape {
            Shape::Rect(it) => {
                it.fill.a() > 0
                    && (it.rect.height() - tick.height()).abs() < 1.0
                    && it.rect.expand(1.0).contains_rect(tick)
            }
            _ => false,
        };
        shapes.filter(bar).count()
    };
    assert_eq!(bars(&window), 0);
    window.harness.get_by_role_and_label(Role::CheckBox, "Known only").focus();
    window.settle();
    assert_eq!(bars(&window), 1);
}
