//! The entry form: a source made on the spot, and an entry that is backdated as it is made.

use cbm_workbench::model::{Position, Stance};
use egui::accesskit::Role;
use egui::{Key, Modifiers};
use egui_kittest::kittest::Queryable;

use crate::common::{Options, Window};

const CELL: &str = "Israel, A/RES/74/29, objects, stated publicly, 12 Dec 2019";

fn window() -> Window {
    let size = egui::vec2(1600.0, 1600.0);
    Window::with(Options { size, ..Options::default() }, |_| {})
}

fn line(window: &Window) -> Vec<Position> {
    let snapshot = window.document().snapshot();
    let party = snapshot.party_by_code("ISR").unwrap().id;
    let proposal = snapshot.proposal_by_code("A/RES/74/29").unwrap().id;
    snapshot.line(proposal, party)
}

fn date(window: &mut Window, day: &str) {
    window.harness.get_by_role_and_label(Role::TextInput, "Date").focus();
    window.settle();
    window.press_with(Modifiers::COMMAND, Key::A);
    window.type_text(day);
    window.press(Key::Enter);
}

#[test]
fn a_key_and_a_date_leave_one_entry() {
    let mut window = window();
    window.click(CELL);
    let before = line(&window).len();
    window.type_text("0");
    date(&mut window, "2026-11-03");
    let entries = line(&window);
    assert_eq!(entries.len(), before + 1, "one entry more, and none struck through");
    assert_eq!(entries[0].date, "2026-11-03".parse().unwrap());
    assert!(entries.iter().all(|it| it.replaces.is_none()));
    assert_eq!(window.stance("ISR", "A/RES/74/29"), Some(Stance::Accept));
    // Its form stays open, and the date can be corrected at once.
    date(&mut window, "2026-11-04");
    assert_eq!(line(&window).len(), before + 1);
}

#[test]
fn an_entry_that_was_not_just_made_is_corrected_and_keeps_its_words() {
    let mut window = window();
    window.click(CELL);
    window.type_text("0");
    window.press(Key::ArrowDown);
    window.type_text("+");
    window.press(Key::ArrowUp);
    let before = line(&window).len();
    date(&mut window, "2026-11-03");
    let entries = line(&window);
    assert_eq!(entries.len(), before + 1, "what stood there is struck through");
    assert_eq!(entries.iter().filter(|it| it.replaces.is_some()).count(), 1);
}

#[test]
fn a_day_that_is_corrected_twice_brings_nothing_back_that_was_corrected() {
    let mut window = window();
    window.click(CELL);
    let before = line(&window).len();
    for day in ["2019-12-13", "2019-12-14", "2019-12-15"] {
        date(&mut window, day);
    }
    let entries = line(&window);
    assert_eq!(entries.len(), before + 1, "one correction of what was there");
    assert_eq!(entries[0].date, "2019-12-15".parse().unwrap());
    assert_eq!(entries[0].replaces, Some(entries[1].id), "and that stays corrected");
}

#[test]
fn a_new_source_is_made_without_leaving_the_entry() {
    let mut window = window();
    window.click(CELL);
    window.type_text("0");
    let before = window.document().snapshot().sources.len();
    window.harness.get_by_role_and_label(Role::Button, "Source").click();
    window.settle();
    window.type_text("Call with the mission");
    assert!(window.shows("New source “Call with the mission”"));
    window.press(Key::Enter);
    let snapshot = window.document().snapshot();
    assert_eq!(snapshot.sources.len(), before + 1);
    let source = snapshot.sources.iter().find(|it| it.title == "Call with the mission").unwrap();
    let entry = &line(&window)[0];
    assert_eq!(entry.source, Some(source.id), "in one step, the entry rests on it");
    assert_eq!(entry.stance, Some(Stance::Accept));
    // Anything else known about it is asked here.
    assert!(window.shows("A new source. What else is known of it:"));
    let symbol = window.harness.get_by_role_and_label(Role::TextInput, "Symbol");
    assert!(symbol.is_focused(), "and what is typed lands there");
    window.press_with(Modifiers::COMMAND, Key::Z);
    assert_eq!(window.document().snapshot().sources.len(), before, "and undone with it");
}

#[test]
fn tab_comes_to_the_field_of_a_date_before_its_calendar() {
    let mut window = window();
    window.click(CELL);
    window.harness.get_by_role_and_label(Role::ComboBox, "Stance").focus();
    window.settle();
    for (role, name) in
        [(Role::TextInput, "Date"), (Role::Button, "Choose a day"), (Role::ComboBox, "Forum")]
    {
        window.press(Key::Tab);
        assert!(window.harness.get_by_role_and_label(role, name).is_focused(), "{name}");
    }
}

#[test]
fn a_source_that_is_there_is_not_made_twice() {
    let mut window = window();
    window.click(CELL);
    let name = window.document().snapshot().sources.iter().next().unwrap().title.clone();
    window.type_text("0");
    window.harness.get_by_role_and_label(Role::Button, "Source").click();
    window.settle();
    window.type_text(&name);
    assert!(!window.shows_part("New source “"));
}

#[test]
fn a_month_without_a_day_is_said_to_be_its_first_day() {
    let mut window = window();
    window.click(CELL);
    window.type_text("0");
    let says = "read as 1 Dec 2018, the first of the month";
    window.harness.get_by_role_and_label(Role::TextInput, "Date").focus();
    window.settle();
    for (typed, said) in [("2018-12", true), ("dec 2018", true), ("2018-12-01", false)] {
        window.press_with(Modifiers::COMMAND, Key::A);
        window.type_text(typed);
        assert_eq!(window.shows_part(says), said, "{typed}: while it is typed");
    }
    window.press_with(Modifiers::COMMAND, Key::A);
    window.type_text("dec 2018");
    window.press(Key::Enter);
    assert!(line(&window).iter().any(|it| it.date == "2018-12-01".parse().unwrap()));
    assert!(window.shows_part(says), "and afterwards");
    window.press_with(Modifiers::COMMAND, Key::A);
    window.type_text("3 Dec 2018");
    assert!(window.harness.query_all_by_label_contains(says).nth(1).is_none());
}

#[test]
fn a_calendar_says_which_day_a_month_is_taken_for() {
    let mut window = window();
    window.click("As of 21 Nov 2026");
    window.type_text("2018-12");
    assert!(window.shows_part("read as 1 Dec 2018"));
    window.type_text("-05");
    assert!(!window.shows_part("read as 1 Dec 2018"));
}
