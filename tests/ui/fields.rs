//! One-line fields: what Enter does in them, and how long a faulty one stays.

use egui::accesskit::Role;
use egui::{Key, Modifiers};
use egui_kittest::kittest::Queryable;

use crate::common::Window;

const CANADA: &str = "Canada, A/RES/73/27, objects, stated publicly, 5 Dec 2018";
const OTHER: &str = "Canada, A/RES/73/187, objects, stated publicly, 17 Dec 2018";
const UNREADABLE: &str = "this cannot be read as a date";

fn date(window: &Window) -> Option<String> {
    window.harness.get_by_role_and_label(Role::TextInput, "Date").value()
}

fn type_date(window: &mut Window, text: &str) {
    window.harness.get_by_role_and_label(Role::TextInput, "Date").focus();
    window.settle();
    window.press_with(Modifiers::COMMAND, Key::A);
    window.type_text(text);
    window.press(Key::Enter);
}

#[test]
fn an_unreadable_date_goes_when_the_cell_was_left() {
    let mut window = Window::new();
    window.click(CANADA);
    type_date(&mut window, "blah");
    assert!(window.shows_part(UNREADABLE));
    window.click(OTHER);
    window.click(CANADA);
    assert!(!window.shows_part(UNREADABLE));
    assert_eq!(date(&window).as_deref(), Some("5 Dec 2018"));
}

#[test]
fn an_unreadable_date_goes_when_undo_changes_the_day() {
    let mut window = Window::new();
    window.click(CANADA);
    window.type_text("+");
    window.press(Key::Enter);
    type_date(&mut window, "3 nov");
    assert_eq!(date(&window).as_deref(), Some("3 Nov 2026"));
    type_date(&mut window, "blah");
    window.press(Key::Tab);
    assert!(window.shows_part(UNREADABLE), "it is left, and still says why");
    window.press_with(Modifiers::COMMAND, Key::Z);
    assert!(!window.shows_part(UNREADABLE));
    assert_ne!(date(&window).as_deref(), Some("blah"));
}

fn is_in(window: &Window, name: &str) -> bool {
    window.harness.query_all_by_role_and_label(Role::TextInput, name).any(|it| it.is_focused())
}

#[test]
fn enter_takes_a_line_and_the_keys_stay_in_the_form() {
    let mut window = Window::new();
    window.click(CANADA);
    // Another day is another entry, whose form then has the keys.
    type_date(&mut window, "6-12-2018");
    assert_eq!(window.steps(), 1);
    assert!(is_in(&window, "Date"));
    type_date(&mut window, "blah");
    assert!(window.shows_part(UNREADABLE) && is_in(&window, "Date"), "to be typed again at once");
    window.type_text("7 dec 2018");
    window.press(Key::Enter);
    assert_eq!(date(&window).as_deref(), Some("7 Dec 2018"));
    window.type_text("second line");
    assert!(!is_in(&window, "Find a party"));
    window.press(Key::Escape);
    assert_eq!(date(&window).as_deref(), Some("7 Dec 2018"));
    window.press(Key::ArrowDown);
    assert!(!is_in(&window, "Date"), "Escape leads back to the matrix");
}
