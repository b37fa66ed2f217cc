//! Two lines of headings, and crosses, in a table being imported.

use egui::Key;
use egui::accesskit::Role;
use egui_kittest::kittest::Queryable as _;

use crate::common::Window;

#[test]
fn what_two_lines_of_headings_say_is_asked_with_the_likely_answer_under_enter() {
    let mut window = Window::new();
    let table = "party;A/RES/73/27;;A/RES/73/266;\n;Round 1;Round 2;Round 1;Round 2\nNetherlands;--;0;0;+\n";
    window.drop_file(
        "rounds.csv",
        table.as_bytes(),
        "Lines 1 and 2 are both headings. What do they say?",
    );
    window.press(Key::Enter);
    window.wait_for("New: 2");
    assert!(!window.shows_part("What do they say?"));
    assert!(window.shows_part("A/RES/73/27: Round 1: Not read"), "what is left out is seen");
    window.click("The upper line names the columns, only the last one below it is read");
    window.click("Both lines together name a column");
    window.wait_for("A/RES/73/27: Round 1: Stances or votes");
}

#[test]
fn rounds_without_days_get_the_day_that_is_chosen() {
    let mut window = Window::new();
    let table = "party;A/RES/73/27;;A/RES/73/266;\n;Round 1;Round 2;Round 1;Round 2\nNetherlands;--;0;0;+\n";
    window.drop_file("rounds.csv", table.as_bytes(), "What do they say?");
    window.press(Key::Enter);
    window.wait_for("Day of the 2 entries without one:");
    // Today, until another day is chosen.
    window.click("21 Nov 2026");
    window.harness.get_by_role_and_label(Role::TextInput, "Type a day").focus();
    window.settle();
    window.type_text("8 Nov 2018");
    window.press(Key::Enter);
    window.wait_for("8 Nov 2018");
    window.wait_for("New: 2");
    window.click("Import");
    window.wait_for("Imported");
    let day = "2018-11-08".parse().unwrap();
    let positions = &window.document().snapshot().positions;
    assert_eq!(positions.iter().filter(|it| it.date() == day).count(), 2);
}

#[test]
fn camps_above_states_need_no_question() {
    let mut window = Window::new();
    let table = ";Multistakeholder;;State-oriented;\nMeasure;Netherlands;France;Russia;China\nA/RES/73/27;0;-;++;+\n";
    window.drop_file("camps.csv", table.as_bytes(), "New: ");
    assert!(window.shows("Line 1 above it is a heading too:"));
    assert!(window.shows("The lower line names the columns, the upper one is not read"));
    assert!(!window.shows_part("What do they say?"));
}

#[test]
fn crosses_are_taken_in_as_memberships_once_that_is_confirmed() {
    let mut window = Window::new();
    let before = window.document().snapshot().memberships.len();
    let group = window.document().snapshot().groups.iter().next().map(|it| it.code.clone());
    let group = group.unwrap_or_else(|| "EU".to_owned());
    let table = format!("Country;{group}\nBrazil;x\nRussia;x\nChina;\n");
    window.drop_file("groups.csv", table.as_bytes(), "can be read in more than one way");
    window.press(Key::Enter);
    window.wait_for("As you chose.");
    assert!(window.shows_part(&format!("{group}: Members of the group")));
    if window.shows("Make missing proposals, known parties and known groups") {
        window.click("Make missing proposals, known parties and known groups");
    }
    window.wait_for("New: 2");
    window.click("Import");
    window.wait_for("Imported");
    assert!(window.document().snapshot().memberships.len() >= before + 2);
}
