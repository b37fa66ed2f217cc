//! A low window, such as a large one whose letters were enlarged: what is always in view gives way.

use egui::accesskit::Role;
use egui::{Key, Modifiers, Rect};
use egui_kittest::kittest::Queryable;

use crate::common::{Options, Window};

const HEIGHT: f32 = 560.0;

fn low() -> Window {
    let size = egui::vec2(1000.0, HEIGHT);
    Window::with(Options { size, ..Options::default() }, |_| {})
}

/// The height of the status bar.
const STATUS: f32 = 26.0;

#[test]
fn parties_get_the_room_of_the_legend_and_of_the_camps_further_down() {
    let mut window = low();
    let rows = |window: &Window| {
        let rows = window.harness.get_all_by_role(Role::RowHeader).map(|it| it.rect());
        rows.filter(|row| row.bottom() <= HEIGHT - STATUS).count()
    };
    assert!(rows(&window) >= 8, "{}", rows(&window));
    assert!(window.shows_part("Multistakeholder, 53 parties"));
    assert!(!window.shows_part("Unassigned, 5 parties"));
    // It comes with its rows, and the head of others goes.
    window.press(Key::ArrowDown);
    window.press_with(Modifiers::COMMAND, Key::End);
    assert!(window.shows_part("Unassigned, 5 parties"));
    assert!(!window.shows_part("Multistakeholder, 53 parties"));
    assert!(rows(&window) >= 7, "{}", rows(&window));
}

#[test]
fn the_rail_of_screens_says_that_there_are_more_and_leads_there() {
    assert!(!Window::new().shows("More screens"), "they all fit");
    let mut window = low();
    let tab = |window: &Window, name| -> Rect {
        window.harness.get_by_role_and_label(Role::Tab, name).rect()
    };
    assert!(tab(&window, "History").bottom() > HEIGHT);
    window.click("More screens");
    assert!(tab(&window, "History").bottom() < HEIGHT - STATUS);
    window.click("More screens");
    let first = tab(&window, "Matrix").top();
    assert!(first > 0.0 && first < tab(&window, "Calls").top());
    assert!(tab(&window, "History").bottom() > HEIGHT);
}
