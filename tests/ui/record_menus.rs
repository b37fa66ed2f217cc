//! The menu of a record, wherever it is shown: by right click, its key, or Shift+F10.

use cbm_workbench::document::Edit;
use cbm_workbench::model::{
    Contact, Marking, NextStep, Paragraph, Relation, Scenario, SlideKind, Term, Trust, Version,
};
use egui::accesskit::Role;
use egui::{Key, Modifiers};
use egui_kittest::kittest::Queryable;

use crate::common::{Options, Window};

/// Right-clicks the first widget with this name.
fn right_click(window: &mut Window, role: Role, name: &str) {
    let found: Vec<_> = window.harness.query_all_by_role_and_label(role, name).collect();
    assert!(!found.is_empty(), "{name} is shown");
    found[0].click_secondary();
    drop(found);
    window.settle();
}

#[test]
fn a_record_in_a_list_of_the_inspector_has_a_menu() {
    let size = egui::vec2(1280.0, 1800.0);
    let mut window = Window::with(Options { size, ..Options::default() }, |document| {
        let snapshot = document.snapshot();
        let party = |code: &str| snapshot.party_by_code(code).unwrap().id;
        let day = "2026-11-20".parse().unwrap();
        let pair = [party("ALB"), party("BRA")];
        let edit = Edit::add(Relation::new(pair, Trust::Neutral, day), "");
        let edit = edit.put(Contact::new(party("ALB"), "J. Doe", Marking::Amber));
        document.apply(&edit.put(NextStep::new(party("ALB"), "Call her"))).unwrap();
    });
    window.press_with(Modifiers::COMMAND, Key::Num3);
    window.click_first("Albania, Multistakeholder");
    window.harness.get_by_role_and_label(Role::Link, "Brazil").focus();
    window.settle();
    window.press_with(Modifiers::SHIFT, Key::F10);
    window.click("Delete…");
    assert!(window.shows("Cancel"), "it asks before it deletes");
}

/// Whether the menu of a record is open, which Escape then closes.
fn has_menu(window: &mut Window, of: &str) {
    assert!(window.shows("Delete…"), "{of} has a menu");
    window.press(Key::Escape);
    assert!(!window.shows("Delete…"), "{of}: Escape closes it");
}

#[test]
fn texts_scenarios_terms_and_slides_have_menus_as_the_rows_of_lists_have() {
    let mut window = Window::with(Options::default(), |document| {
        let snapshot = document.snapshot();
        let own = snapshot.dossier.marking;
        let proposal = snapshot.proposal_by_code("A/RES/73/27").unwrap().id;
        let version = Version::new(proposal, "chair", 0);
        let paragraph = Paragraph::new(version.id, 0, "Recalling the reports,");
        let edit = Edit::add(version, "").put(paragraph).put(Term::new("cyberspace"));
        document.apply(&edit.put(Scenario::new("Brazil moves", own))).unwrap();
    });
    let both = Modifiers::COMMAND | Modifiers::SHIFT;
    window.press_with(both, Key::T);
    let words = window.harness.get_by_role(Role::ListItem);
    words.click_secondary();
    window.settle();
    has_menu(&mut window, "a paragraph");
    window.click("What if");
    right_click(&mut window, Role::Button, "Brazil moves");
    has_menu(&mut window, "a scenario");
    window.click("Library");
    window.click("Contested terms");
    right_click(&mut window, Role::Link, "cyberspace");
    has_menu(&mut window, "a term");
    window.press_with(both, Key::R);
    window.click("Prepare an order");
    right_click(&mut window, Role::Row, "Title card");
    let removes = window.harness.get_all_by_label("Remove: Title card");
    assert_eq!(removes.count(), 2, "beside its row, and in its menu");
    window.press_button("Remove: Title card");
    let slides = &window.document().snapshot().slides;
    assert!(slides.iter().all(|it| it.kind != SlideKind::Title));
}

#[test]
fn the_menu_key_opens_the_menu_of_the_row_and_of_the_cell_under_the_cursor() {
    let mut window = Window::new();
    window.click("Canada, A/RES/73/27, objects, stated publicly, 5 Dec 2018");
    window.press(Key::Menu);
    has_menu(&mut window, "a cell");
    window.press(Key::ArrowDown);
    assert!(window.shows("Georgia on 73/27"), "the arrows are the matrix's again");
    window.press_with(Modifiers::COMMAND, Key::Num3);
    window.click_first("Georgia, Multistakeholder");
    window.press_with(Modifiers::SHIFT, Key::F10);
    window.press(Key::ArrowDown);
    assert!(window.shows("Delete…"), "arrows stay within the menu of a row");
    has_menu(&mut window, "a row");
}
