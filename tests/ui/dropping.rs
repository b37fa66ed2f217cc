//! Drop-down lists and menus: opened, navigated and left with keys.

use cbm_workbench::model::Certainty;
use egui::accesskit::Role;
use egui::{Key, Modifiers};
use egui_kittest::kittest::Queryable;

use crate::common::Window;

const CANADA: &str = "Canada, A/RES/73/27, objects, stated publicly, 5 Dec 2018";

/// Whether the widget with this role and name has the focus.
fn is_focused(window: &Window, role: Role, name: &str) -> bool {
    window.harness.query_by_role_and_label(role, name).is_some_and(|it| it.is_focused())
}

fn focus(window: &mut Window, role: Role, name: &str) {
    window.harness.get_by_role_and_label(role, name).focus();
    window.settle();
}

fn certainty(window: &Window) -> Option<Certainty> {
    let snapshot = window.document().snapshot();
    let (proposal, party) = (
        snapshot.proposal_by_code("A/RES/73/27").unwrap().id,
        snapshot.party_by_code("CAN").unwrap().id,
    );
    snapshot.line(proposal, party)[0].certainty
}

#[test]
fn down_opens_a_closed_list_of_a_form_and_enter_gives_the_focus_back_to_it() {
    let mut window = Window::new();
    window.click(CANADA);
    for (modifiers, key) in [(Modifiers::NONE, Key::ArrowDown), (Modifiers::ALT, Key::ArrowDown)] {
        focus(&mut window, Role::ComboBox, "Certainty");
        window.press_with(modifiers, key);
        assert!(window.shows("Told in the room"), "{modifiers:?} opens it");
        window.press(Key::Escape);
        assert!(!window.shows("Told in the room"), "Escape leaves it");
        assert!(is_focused(&window, Role::ComboBox, "Certainty"), "and stays there");
    }
    let before = certainty(&window);
    window.press(Key::ArrowDown);
    window.press(Key::ArrowDown);
    window.press(Key::Enter);
    assert_ne!(certainty(&window), before, "the first of the list");
    assert!(is_focused(&window, Role::ComboBox, "Certainty"), "Tab goes on from here");
}

#[test]
fn down_opens_the_chooser_of_a_source_a_calendar_a_chip_and_a_menu_of_the_bar() {
    let mut window = Window::new();
    window.click(CANADA);
    for (name, shown) in [
        ("Source", "Type part of the name"),
        ("Choose a day", "Type a day"),
        ("Filter", "Known only"),
        ("Sort: camp index", "objections"),
        ("View", "Zoom in"),
    ] {
        focus(&mut window, Role::Button, name);
        window.press(Key::ArrowDown);
        assert!(window.shows_part(shown), "{name} is open");
        window.press(Key::Escape);
        assert!(!window.shows_part(shown), "{name} is closed");
        assert!(is_focused(&window, Role::Button, name), "{name} has the focus");
    }
}

#[test]
fn while_a_menu_is_open_no_key_reaches_the_matrix() {
    let mut window = Window::new();
    window.click(CANADA);
    let steps = window.steps();
    window.click("View");
    window.press(Key::ArrowDown);
    window.press(Key::ArrowDown);
    window.press(Key::Escape);
    assert!(window.shows("Canada on 73/27"), "the cursor stayed where it was");
    window.press(Key::ArrowDown);
    assert!(window.shows("Georgia on 73/27"), "and goes on from there");
    assert_eq!(window.steps(), steps);
}
