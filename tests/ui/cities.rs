//! The clock by which something ends: that of a city, with its rules.

use cbm_workbench::model::{City, Meeting};
use egui::accesskit::Role;
use egui::{Key, Modifiers};
use egui_kittest::kittest::Queryable;

use crate::common::{Options, Window};
use crate::work::fill;

fn window() -> Window {
    let size = egui::vec2(1600.0, 1600.0);
    let mut window = Window::with(Options { size, ..Options::default() }, fill);
    window.press_with(Modifiers::COMMAND.plus(Modifiers::SHIFT), Key::D);
    window
}

fn silence(window: &Window) -> Meeting {
    let mut meetings = window.document().snapshot().meetings.iter();
    meetings.find(|it| it.title == "Silence on the report").unwrap().clone()
}

#[test]
fn a_time_zone_is_chosen_by_its_city_and_keeps_its_rules() {
    let mut window = window();
    window.click("25 Nov 2026, Silence on the report");
    assert!(window.shows("25 Nov 2026, 18:00 UTC−5"), "as it was given before");
    window.harness.get_by_role_and_label(Role::Button, "Time zone").click();
    window.settle();
    window.type_text("geneva");
    window.press(Key::Enter);
    let set = silence(&window);
    assert_eq!((set.city, set.offset), (Some(City::Geneva), None));
    assert!(window.shows("25 Nov 2026, 18:00 Geneva (UTC+1)"));
    // Moved to a day in summer, its clock is an hour further ahead.
    window.harness.get_by_role_and_label(Role::TextInput, "Date").focus();
    window.settle();
    window.press_with(Modifiers::COMMAND, Key::A);
    window.type_text("2027-06-25");
    window.press(Key::Enter);
    assert!(window.shows("25 Jun 2027, 18:00 Geneva (UTC+2)"));
}

#[test]
fn the_place_says_by_whose_clock_unless_something_else_was_said() {
    let mut window = window();
    window.click("7 Dec 2026, Third session");
    let place = |window: &mut Window, name: &str| {
        window.harness.get_by_role_and_label(Role::TextInput, "Place").focus();
        window.settle();
        window.press_with(Modifiers::COMMAND, Key::A);
        window.type_text(name);
        window.press(Key::Tab);
        let mut meetings = window.document().snapshot().meetings.iter();
        meetings.find(|it| it.title == "Third session").unwrap().city
    };
    assert_eq!(place(&mut window, "Den Haag"), Some(City::TheHague), "in either language");
    assert_eq!(place(&mut window, "Vienna, Hofburg"), Some(City::TheHague), "it was said already");
}
