//! Whom to call next, in an order that the eye can follow: ties by the names shown, names instead of
//! codes, and rows that stay while one calls.

use cbm_workbench::model::Language;
use egui::accesskit::Role;
use egui::{Key, Modifiers};
use egui_kittest::kittest::{NodeT as _, Queryable as _};

use crate::common::{Options, Window};

const BOTH: Modifiers = Modifiers::COMMAND.plus(Modifiers::SHIFT);

/// The calling list of the example.
fn calls(language: Language) -> Window {
    let mut window = Window::with(Options { language, ..Options::default() }, |_| {});
    window.press_with(BOTH, Key::J);
    window
}

/// The names in the rows in view, from the top.
fn names(window: &Window) -> Vec<String> {
    let rows = window.harness.get_all_by_role(Role::Row);
    let row = |row: egui_kittest::Node<'_>| {
        (row.rect().top(), row.accesskit_node().label().unwrap_or_default())
    };
    let mut rows: Vec<_> = rows.map(row).collect();
    rows.sort_by(|a, b| a.0.total_cmp(&b.0));
    let name = |row: &str| row.split(", ").next().unwrap_or_default().to_owned();
    rows.iter().map(|(_, row)| name(row)).collect()
}

#[test]
fn whoever_is_as_much_worth_a_call_is_listed_by_name() {
    let names = names(&calls(Language::English));
    let first: Vec<_> = names.iter().take(8).map(String::as_str).collect();
    // By code Gabon (GAB) would come before Kiribati, and Chad (TCD) after Somalia.
    assert_eq!(first[..5], ["Benin", "Cameroon", "Chad", "Dominica", "Gabon"], "{first:?}");
}

#[test]
fn sentences_name_parties_in_the_order_of_their_names_in_either_language() {
    assert!(calls(Language::English).shows_part("Albania, Andorra, Australia, Austria"));
    assert!(calls(Language::Dutch).shows_part("Albanië, Andorra, Australië, België"));
}

#[test]
fn what_would_carry_it_names_parties_and_groups() {
    let mut window = calls(Language::English);
    window.click("What would carry it");
    let links = window.harness.get_all_by_role(Role::Link);
    let said: Vec<_> = links.filter_map(|it| it.accesskit_node().label()).collect();
    assert!(!said.iter().any(|it| it == "AND"), "{said:?}");
    let place = |name: &str| said.iter().position(|it| it == name);
    assert!(place("Albania") < place("Andorra") && place("Andorra") < place("Australia"));
    assert!(place("Andorra").is_some(), "{said:?}");
    assert!(window.shows_part("Budapest Convention on Cybercrime: parties"), "not only its code");
}

#[test]
fn those_whom_a_sentence_only_counts_are_a_click_away() {
    let mut window = calls(Language::English);
    window.click("What would carry it");
    let links = |window: &Window| {
        let links = window.harness.get_all_by_role(Role::Link);
        links.filter_map(|it| it.accesskit_node().label()).collect::<Vec<_>>()
    };
    let more = |links: &[String]| links.iter().any(|it| it == "and 48 more" || it == "and 2 more");
    let times = |links: &[String]| links.iter().filter(|it| *it == "Sweden").count();
    let before = links(&window);
    assert!(more(&before), "{before:?}");
    window.click_first("and 48 more");
    let after = links(&window);
    assert!(!more(&after) && times(&after) == times(&before) + 1, "{after:?}");
}

#[test]
fn what_the_record_says_lists_parties_by_name() {
    let mut window = calls(Language::English);
    window.click("What the record says");
    let links = window.harness.get_all_by_role(Role::Link);
    let mut said: Vec<_> =
        links.filter_map(|it| Some((it.rect().top(), it.accesskit_node().label()?))).collect();
    said.sort_by(|a, b| a.0.total_cmp(&b.0));
    let place = |name: &str| said.iter().position(|(_, it)| it == name);
    assert!(place("Chad").is_some() && place("Chad") < place("Dominica"), "{said:?}");
}

#[test]
fn a_row_stays_where_it_is_when_an_answer_is_logged_until_one_goes_on() {
    let mut window = calls(Language::English);
    window.press(Key::ArrowDown);
    window.press(Key::ArrowDown);
    let before = names(&window);
    assert_eq!(before[1], "Cameroon");
    window.type_text("+");
    assert_eq!(names(&window), before, "nothing leaps");
    window.type_text("+");
    assert_eq!(names(&window), before);
    window.press(Key::ArrowDown);
    let after = names(&window);
    assert_eq!(after[..3], ["Benin", "Chad", "Dominica"], "it has gone down");
    window.type_text("n");
    window.type_text("-");
    assert_eq!(names(&window)[..3], ["Benin", "Chad", "Dominica"]);
    // Another order is meant for all rows.
    window.click("Party");
    let mut now = names(&window);
    assert_ne!(now[0], "Benin");
    // It is reported last, as the row with the focus.
    now.retain(|name| name != "Benin");
    assert!(now.is_sorted(), "{now:?}");
}

#[test]
fn the_field_for_who_calls_comes_into_view_with_its_whole_label() {
    let mut window = calls(Language::English);
    // Austria has said something, so that its entry fills the panel.
    for _ in 0..18 {
        window.press(Key::ArrowDown);
    }
    window.type_text("a");
    let field = window.harness.get_by_role_and_label(Role::TextInput, "Who of ours calls");
    assert!(field.is_focused());
    let foot = window.harness.get_by_label("Comments here").rect().top();
    assert!(field.rect().bottom() + field.rect().height() / 2.0 < foot, "{:?}", field.rect());
}

#[test]
fn a_long_name_takes_two_lines_before_it_is_cut() {
    let mut window = calls(Language::English);
    window.press(Key::End);
    for name in ["Least developed countries", "Non-Aligned Movement"] {
        assert!(window.shows(name), "{name}");
    }
}
