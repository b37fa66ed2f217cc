//! A proposal at full width.

use egui::accesskit::Role;
use egui::{Key, Modifiers};
use egui_kittest::kittest::Queryable;

use crate::common::{Options, Window};
use crate::work::fill;

const ROW: &str = "A/RES/74/29, ";

fn window() -> Window {
    Window::with(Options::default(), fill)
}

fn width_of_the_text(window: &Window) -> f32 {
    window.harness.get_by_role_and_label(Role::MultilineTextInput, "Text").rect().width()
}

#[test]
fn a_key_shows_the_proposal_at_full_width_and_goes_back() {
    let mut window = window();
    window.press_with(Modifiers::COMMAND, Key::Num2);
    window.click_first(ROW);
    let narrow = width_of_the_text(&window);
    window.press(Key::F4);
    assert!(width_of_the_text(&window) > narrow * 1.8, "the text has room");
    for part in ["Obstacles", "Own brief", "Sources", "Who objects or has reservations"] {
        assert!(window.shows(part), "{part}");
    }
    assert!(!window.shows("Find in this list"), "nothing but the page");
    window.press(Key::Escape);
    assert!(window.shows("Find in this list"));
    // From the matrix it goes back to the matrix.
    window.press_with(Modifiers::COMMAND, Key::Num1);
    window.press(Key::F4);
    assert!(window.shows("Back"));
    window.press(Key::F4);
    assert!(!window.shows("Back") && !window.shows("Find in this list"), "the matrix");
}

#[test]
fn what_is_selected_on_the_page_stands_beside_it_until_escape() {
    let mut window = window();
    window.press_with(Modifiers::COMMAND, Key::Num2);
    window.click_first(ROW);
    window.press(Key::F4);
    window.harness.get_by_label("Own brief").click_accesskit();
    window.settle();
    assert!(window.shows("Objective") && window.shows("Back"));
    window.press(Key::Escape);
    assert!(window.shows("Back") && !window.shows("Objective"), "first what stands beside it");
    window.press(Key::Escape);
    assert!(!window.shows("Back"));
}

/// Opens the page of a proposal and types its text anew.
fn type_text_on_page(window: &mut Window) {
    window.press_with(Modifiers::COMMAND, Key::Num2);
    window.click_first(ROW);
    window.press(Key::F4);
    window.harness.get_by_role_and_label(Role::MultilineTextInput, "Text").focus();
    window.settle();
    window.press_with(Modifiers::COMMAND, Key::A);
    window.type_text("States shall cooperate.");
}

/// The text of that proposal in the dossier.
fn text(window: &Window) -> String {
    window.document().snapshot().proposal_by_code("A/RES/74/29").unwrap().text.clone()
}

#[test]
fn a_text_typed_on_the_page_is_kept() {
    let mut window = window();
    type_text_on_page(&mut window);
    window.click("Back");
    assert_eq!(text(&window), "States shall cooperate.");
}

#[test]
fn escape_leaves_a_long_text_before_the_page_and_keeps_what_was_typed() {
    let mut window = window();
    type_text_on_page(&mut window);
    window.press(Key::Escape);
    assert!(window.shows("Back"), "the first Escape leaves the field only");
    assert_eq!(text(&window), "States shall cooperate.");
    window.press(Key::Escape);
    assert!(!window.shows("Back") && window.shows("Find in this list"));
    window.press_with(Modifiers::COMMAND, Key::Z);
    assert_ne!(text(&window), "States shall cooperate.", "undo takes it back");
}

#[test]
fn a_page_opened_by_a_double_click_is_read_first() {
    let mut window = window();
    window.press_with(Modifiers::COMMAND, Key::Num2);
    let row = window.harness.get_all_by_label_contains(ROW).next().unwrap().rect().center();
    let steps = window.steps();
    window.double_click(row);
    assert!(window.shows("Back"), "the page is open");
    let summary = |window: &Window| {
        let proposal = window.document().snapshot().proposal_by_code("A/RES/74/29").unwrap();
        proposal.summary.en.clone()
    };
    let before = summary(&window);
    assert!(!before.is_empty());
    window.type_text("x");
    window.press(Key::Escape);
    assert_eq!(summary(&window), before);
    assert_eq!(window.steps(), steps);
}
