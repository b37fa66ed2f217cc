//! The dossier as it was, restored; redo after looking around; and the name under which entries are
//! made.

use cbm_workbench::model::Stance;
use egui::{Key, Modifiers};
use egui_kittest::kittest::Queryable;

use crate::common::{Options, Window};

const CELL: &str = "Israel, A/RES/74/29, objects, stated publicly, 12 Dec 2019";

fn window(named: bool) -> Window {
    let size = egui::vec2(1600.0, 1600.0);
    Window::with(Options { size, named, ..Options::default() }, |_| {})
}

/// A window in which two stances were set one after the other.
fn set_twice() -> Window {
    let mut window = window(true);
    window.click(CELL);
    window.type_text("0");
    window.press(Key::ArrowUp);
    window.type_text("-");
    window
}

/// Shows the dossier as it was after the first stance was set: the oldest step is last.
fn look_back(window: &mut Window) {
    let found: Vec<_> = window.harness.get_all_by_label_contains("Set stance").collect();
    found.last().unwrap().click();
    drop(found);
    window.settle();
}

#[test]
fn redo_survives_a_look_round_in_the_past() {
    let mut window = set_twice();
    window.press_with(Modifiers::COMMAND, Key::Z);
    window.press_with(Modifiers::COMMAND, Key::Z);
    assert_eq!(window.stance("ISR", "A/RES/74/29"), Some(Stance::Object));
    window.press_with(Modifiers::COMMAND, Key::Num9);
    look_back(&mut window);
    window.press(Key::Escape);
    assert!(!window.shows("Back to now"), "Escape leaves it, as the button does");
    window.press_with(Modifiers::COMMAND, Key::Y);
    assert_eq!(window.stance("ISR", "A/RES/74/29"), Some(Stance::Accept), "done again");
}

#[test]
fn the_past_is_brought_back_as_a_whole_in_one_step_that_can_be_undone() {
    let mut window = set_twice();
    window.press_with(Modifiers::COMMAND, Key::Num3);
    window.press_with(Modifiers::COMMAND.plus(Modifiers::SHIFT), Key::N);
    let (parties, steps) = (window.document().snapshot().parties.len(), window.steps());
    window.press_with(Modifiers::COMMAND, Key::Num9);
    look_back(&mut window);
    window.click("Bring this back");
    assert_eq!(window.steps(), steps + 1, "one step");
    assert_eq!(window.stance("ISR", "A/RES/74/29"), Some(Stance::Accept), "the first step holds");
    assert_eq!(window.document().snapshot().parties.len(), parties - 1, "what came later is gone");
    assert!(window.shows_part("again what it was there") && !window.shows("Back to now"));
    window.press_with(Modifiers::COMMAND, Key::Z);
    assert_eq!(window.document().snapshot().parties.len(), parties, "all of it undone");
    assert_eq!(window.stance("ISR", "A/RES/74/29"), Some(Stance::Accept));
}

#[test]
fn the_name_is_asked_once_when_the_first_edit_is_made() {
    let mut window = window(false);
    let steps = window.steps();
    window.click(CELL);
    assert!(!window.shows("Under which name?"), "looking is free");
    window.type_text("0");
    assert!(window.shows("Under which name?"));
    assert_eq!(window.steps(), steps, "the edit waits");
    window.press_with(Modifiers::COMMAND, Key::A);
    window.type_text("M. Jansen");
    window.press(Key::Enter);
    assert_eq!(window.stance("ISR", "A/RES/74/29"), Some(Stance::Accept));
    let step = window.document().history().steps().last().unwrap().clone();
    assert_eq!(step.author, "M. Jansen");
    assert!(window.shows("Entered by M. Jansen"), "the entry that waited bears it too");
    window.type_text("-");
    assert!(!window.shows("Under which name?"), "asked once");
    assert_eq!(window.harness.state().settings().author, "M. Jansen");
}

#[test]
fn escape_keeps_the_name_that_was_proposed_and_the_edit() {
    let mut window = window(false);
    window.click(CELL);
    window.type_text("0");
    window.press(Key::Escape);
    assert_eq!(window.stance("ISR", "A/RES/74/29"), Some(Stance::Accept));
    assert_eq!(window.document().history().steps().last().unwrap().author, "A. Desk");
}

#[test]
fn the_history_calls_a_record_by_its_present_name() {
    let mut window = window(true);
    window.press_with(Modifiers::COMMAND, Key::Num3);
    window.press_with(Modifiers::COMMAND.plus(Modifiers::SHIFT), Key::N);
    window.press_with(Modifiers::COMMAND, Key::A);
    window.type_text("Elbonia");
    window.press(Key::Enter);
    window.press_with(Modifiers::COMMAND, Key::Num9);
    assert!(window.shows("Add party (Elbonia)") && window.shows("Change party (Elbonia)"));
    assert!(!window.shows_part("(New party)"));
}
