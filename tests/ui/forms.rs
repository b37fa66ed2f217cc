//! Forms in the inspector: fields are saved when they lose the focus.

use cbm_workbench::model::{Camp, Certainty};
use cbm_workbench::text::Text;
use chrono::Datelike;
use egui::accesskit::Role;
use egui::{Key, Modifiers};
use egui_kittest::kittest::Queryable;

use crate::common::{Options, Window};

/// Replaces the text of a field.
fn fill(window: &mut Window, name: &str, text: &str) {
    window.harness.get_by_role_and_label(Role::TextInput, name).focus();
    window.settle();
    window.press_with(Modifiers::COMMAND, Key::A);
    window.type_text(text);
}

fn party(window: &mut Window, name: &str) {
    window.press_with(Modifiers::COMMAND, Key::Num3);
    window.harness.get_by_role_and_label(Role::TextInput, "Find in this list").focus();
    window.settle();
    window.type_text(name);
    window.click_first(&format!("{name}, "));
}

#[test]
fn a_field_is_saved_when_it_is_left_as_one_step() {
    let mut window = Window::new();
    party(&mut window, "Brazil");
    fill(&mut window, "Name in English", "Federative Republic of Brazil");
    assert_eq!(window.steps(), 0, "not while typing");
    window.press(Key::Enter);
    assert_eq!(window.steps(), 1);
    let name = |window: &Window| {
        window.document().snapshot().party_by_code("BRA").unwrap().name.en.clone()
    };
    assert_eq!(name(&window), "Federative Republic of Brazil");
    window.press_with(Modifiers::COMMAND, Key::Z);
    assert_eq!(name(&window), "Brazil");
}

#[test]
fn escape_discards_what_was_typed() {
    let mut window = Window::new();
    party(&mut window, "Brazil");
    fill(&mut window, "Name in English", "Oops");
    window.press(Key::Escape);
    assert_eq!(window.steps(), 0);
    let field = window.harness.get_by_role_and_label(Role::TextInput, "Name in English");
    assert_eq!(field.value().as_deref(), Some("Brazil"));
}

#[test]
fn what_was_typed_is_saved_before_the_tour_goes_on() {
    let mut window = Window::new();
    window.click("Help");
    window.click("Guided tour");
    for _ in 0..6 {
        window.click("Next");
    }
    party(&mut window, "Brazil");
    fill(&mut window, "Region", "Mercosur");
    // Pressed as a screen reader presses it, which leaves the focus in the field.
    window.harness.get_by_label("Next").click_accesskit();
    window.settle();
    assert_eq!(window.steps(), 1);
    assert_eq!(window.document().snapshot().party_by_code("BRA").unwrap().region, "Mercosur");
}

#[test]
fn what_was_typed_is_kept_when_something_else_is_opened() {
    let mut window = Window::new();
    party(&mut window, "Brazil");
    fill(&mut window, "Region", "Mercosur");
    window.press_with(Modifiers::COMMAND, Key::N);
    window.settle();
    assert!(window.shows("New dossier"), "the dialog opened");
    let region = &window.document().snapshot().party_by_code("BRA").unwrap().region;
    assert_eq!(region, "Mercosur");
}

#[test]
fn a_duplicate_code_is_refused_at_its_field_and_stays_to_be_corrected() {
    let mut window = Window::new();
    party(&mut window, "Brazil");
    fill(&mut window, "Code", "NLD");
    window.press(Key::Enter);
    assert_eq!(window.steps(), 0);
    assert!(window.shows("this code is already in use"));
    let field = window.harness.get_by_role_and_label(Role::TextInput, "Code");
    assert_eq!(field.value().as_deref(), Some("NLD"), "what was typed is still there");
    fill(&mut window, "Code", "BRX");
    window.press(Key::Enter);
    assert_eq!(window.steps(), 1);
    assert!(!window.shows("this code is already in use"));
    assert!(window.document().snapshot().party_by_code("BRX").is_some());
}

#[test]
fn a_date_is_read_as_people_write_it_and_nonsense_is_reported() {
    let mut window = Window::new();
    window.click("Canada, A/RES/73/27, objects, stated publicly, 5 Dec 2018");
    fill(&mut window, "Date", "soon");
    window.press(Key::Enter);
    assert!(window.shows_part("this cannot be read as a date"));
    assert_eq!(window.steps(), 0);
    fill(&mut window, "Date", "6-12-2018");
    window.press(Key::Enter);
    assert_eq!(window.steps(), 1);
    assert!(window.shows("Canada, A/RES/73/27, objects, stated publicly, 6 Dec 2018"));
    fill(&mut window, "Date", "2030-01-01");
    window.press(Key::Enter);
    assert!(window.shows("what was stated publicly cannot be in the future"));
    assert_eq!(window.steps(), 1);
}

#[test]
fn a_day_without_its_year_is_the_last_one_and_its_year_is_shown_at_once() {
    let mut window = Window::new();
    window.click("Canada, A/RES/73/27, objects, stated publicly, 5 Dec 2018");
    let today = crate::common::clock().today();
    // Without a year, a day later in the year than today is last year's.
    let ahead = today + chrono::Days::new(20);
    fill(&mut window, "Date", &format!("{}-{}", ahead.day(), ahead.month()));
    window.press(Key::Enter);
    let year = if ahead.year() == today.year() { today.year() - 1 } else { today.year() };
    let shown = Text::default().day(ahead.with_year(year).unwrap());
    assert!(window.shows(&format!("Canada, A/RES/73/27, objects, stated publicly, {shown}")));
    assert!(!window.shows("this day is in the future"));
}

#[test]
fn an_entry_dated_in_the_future_is_reported() {
    let mut window = Window::new();
    window.click("Canada, A/RES/73/27, objects, stated publicly, 5 Dec 2018");
    window.harness.get_by_role_and_label(Role::ComboBox, "Certainty").click();
    window.settle();
    window.click("Inferred");
    fill(&mut window, "Date", "2030-01-01");
    window.press(Key::Enter);
    assert!(
        window.shows("1 Jan 2030 is in the future"),
        "its form goes, for it holds today no more"
    );
    let snapshot = window.document().snapshot();
    let (party, proposal) = (
        snapshot.party_by_code("CAN").unwrap().id,
        snapshot.proposal_by_code("A/RES/73/27").unwrap().id,
    );
    assert_eq!(snapshot.line(proposal, party)[0].date.year(), 2030, "it is kept all the same");
}

#[test]
fn a_future_day_of_evidence_is_flagged_beside_its_field() {
    let mut window = Window::new();
    window.press_with(Modifiers::COMMAND, Key::Num7);
    window.click("Add source");
    window.settle();
    let warning = "this day is in the future";
    assert!(!window.shows_part(warning));
    for (day, warned) in [("2030-01-01", true), ("2018-12-05", false), ("2030", true)] {
        fill(&mut window, "Date", day);
        window.press(Key::Enter);
        assert_eq!(window.shows_part(warning), warned, "{day}");
    }
}

#[test]
fn a_code_that_differs_from_another_only_in_accents_is_refused_and_the_other_named() {
    let mut window = Window::new();
    party(&mut window, "Brazil");
    fill(&mut window, "Code", "CHÑ");
    window.press(Key::Enter);
    assert_eq!(window.steps(), 0);
    assert!(window.shows("“CHN” already exists, and differs at most in accents"));
}

#[test]
fn every_field_of_an_entry_can_be_filled_in() {
    let mut window = Window::new();
    window.click("Canada, A/RES/73/27, objects, stated publicly, 5 Dec 2018");
    window.harness.get_by_role_and_label(Role::ComboBox, "Certainty").click();
    window.settle();
    window.click("Inferred");
    window.harness.get_by_role_and_label(Role::MultilineTextInput, "Words").focus();
    window.settle();
    window.type_text("They said no.");
    window.harness.get_by_role_and_label(Role::MultilineTextInput, "Would move if").focus();
    window.settle();
    window.type_text("the text names international law");
    window.press_with(Modifiers::COMMAND, Key::Num1);
    window.click("Canada, A/RES/73/187, objects, stated publicly, 17 Dec 2018");
    let snapshot = window.document().snapshot();
    let (party, proposal) = (
        snapshot.party_by_code("CAN").unwrap().id,
        snapshot.proposal_by_code("A/RES/73/27").unwrap().id,
    );
    let line = snapshot.line(proposal, party);
    assert_eq!(line.len(), 1, "details are added to the entry, the stance is as it was");
    assert_eq!(line[0].certainty, Some(Certainty::Inferred));
    assert_eq!(line[0].words, "They said no.");
    assert_eq!(line[0].condition, "the text names international law");
}

#[test]
fn a_camp_is_overruled_only_with_a_reason() {
    let mut window =
        Window::with(Options { size: egui::vec2(1280.0, 1400.0), ..Options::default() }, |_| {});
    party(&mut window, "Brazil");
    window.harness.get_by_role_and_label(Role::ComboBox, "Camp, own judgement").click();
    window.settle();
    let options: Vec<_> = window.harness.get_all_by_label("Multistakeholder").collect();
    options.last().unwrap().click();
    drop(options);
    window.settle();
    assert_eq!(window.steps(), 0);
    assert!(window.shows("Give a reason; your judgement is saved with it."));
    fill(&mut window, "Reason", "joined the coalition");
    window.press(Key::Enter);
    let brazil = window.document().snapshot().party_by_code("BRA").unwrap().clone();
    assert_eq!(brazil.camp, Some(Camp::Multistakeholder));
    assert!(window.shows("Own judgement; the votes indicate swing."));
}

#[test]
fn an_obstacle_is_assessed_from_the_keyboard_with_its_rationale() {
    let mut window = Window::new();
    window.press_with(Modifiers::COMMAND, Key::Num5);
    window.click("A/RES/73/27, use of proxies, not assessed");
    window.type_text("3");
    assert!(window.shows("A/RES/73/27, use of proxies, 3, serious"));
    window.press(Key::ArrowRight);
    assert!(window.shows("Cyber weapons"));
    window.type_text("1");
    assert!(window.shows("A/RES/73/27, cyber weapons, 1, slight"));
    assert_eq!(window.steps(), 2);
    window.harness.get_by_role_and_label(Role::MultilineTextInput, "Rationale").focus();
    window.settle();
    window.type_text("Nothing on capability");
    window.press_with(Modifiers::COMMAND, Key::Num1);
    window.click("Canada, A/RES/73/187, objects, stated publicly, 17 Dec 2018");
    let assessed: Vec<_> = window.document().snapshot().assessments.iter().collect();
    assert!(assessed.iter().any(|assessment| assessment.rationale == "Nothing on capability"));
    window.press_with(Modifiers::COMMAND, Key::Num5);
    window.click("A/RES/73/27, use of proxies, 3, serious");
    window.press(Key::Delete);
    assert!(window.shows("A/RES/73/27, use of proxies, not assessed"));
}

#[test]
fn the_settings_of_a_dossier_change_its_camps() {
    let mut window = Window::new();
    window
        .harness
        .get_by_role_and_label(Role::Button, "UN votes on ICT security 2018–2023")
        .click();
    window.settle();
    fill(&mut window, "Multistakeholder above", "0.95");
    window.press(Key::Enter);
    assert!(window.shows_part("Multistakeholder, 8 parties, collapse"));
    fill(&mut window, "Minimum votes", "0");
    window.press(Key::Enter);
    assert!(window.shows("this is out of range"));
}

#[test]
fn what_was_typed_is_kept_on_the_way_to_a_screen_without_an_inspector() {
    for key in [Key::Num8, Key::Num9] {
        let mut window = Window::new();
        party(&mut window, "Brazil");
        fill(&mut window, "Region", "Mercosur");
        window.press_with(Modifiers::COMMAND, key);
        window.settle();
        let region = &window.document().snapshot().party_by_code("BRA").unwrap().region;
        assert_eq!(region, "Mercosur");
    }
}

#[test]
fn a_refused_value_looks_different_from_a_saved_one_until_corrected() {
    let mut window = Window::new();
    window.press_with(Modifiers::COMMAND, Key::Num2);
    window.click_first("A/RES/73/27, ");
    fill(&mut window, "Code", "A/RES/74/28");
    window.press(Key::Enter);
    assert!(window.shows("this code is already in use"));
    fill(&mut window, "Title in English", "Another title");
    window.press(Key::Enter);
    assert_eq!(window.steps(), 1, "the title is saved");
    assert!(window.shows("this code is already in use"), "and the code still is not");
    fill(&mut window, "Code", "A/RES/73/27 bis");
    window.press(Key::Enter);
    assert!(!window.shows("this code is already in use"));
    assert_eq!(window.steps(), 2);
}

#[test]
fn a_field_in_which_nothing_was_typed_leaves_undo_to_the_dossier() {
    let mut window = Window::new();
    party(&mut window, "Brazil");
    fill(&mut window, "Region", "Mercosur");
    window.press(Key::Enter);
    assert_eq!(window.steps(), 1);
    window.harness.get_by_role_and_label(Role::TextInput, "Subregion").focus();
    window.settle();
    window.press_with(Modifiers::COMMAND, Key::Z);
    let region = &window.document().snapshot().party_by_code("BRA").unwrap().region;
    assert_eq!(region, "Americas");
}

#[test]
fn a_party_is_given_another_name_and_found_by_it() {
    let size = egui::vec2(1280.0, 2000.0);
    let mut window = Window::with(Options { size, ..Options::default() }, |_| {});
    party(&mut window, "Netherlands");
    fill(&mut window, "Another name", "Our delegation");
    window.click("Add this name");
    let names = |window: &Window| {
        let aliases = window.document().snapshot().aliases.iter();
        aliases.map(|alias| alias.name.clone()).collect::<Vec<_>>()
    };
    assert_eq!(names(&window), ["Our delegation"]);
    fill(&mut window, "Find in this list", "our deleg");
    assert!(window.shows_part("Netherlands, "));
    window.click("Remove Our delegation");
    assert!(names(&window).is_empty());
}
