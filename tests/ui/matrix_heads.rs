//! Several heads of the matrix chosen at once, and what is done to all of them.

use cbm_workbench::model::Marking;
use egui::accesskit::Role;
use egui::{Key, Modifiers};
use egui_kittest::kittest::{NodeT as _, Queryable as _};

use crate::common::Window;

/// Clicks the head whose name begins like this, with modifiers held.
fn click_head(window: &mut Window, role: Role, name: &str, modifiers: Modifiers) {
    let begins = |node: &egui_kittest::Node<'_>| {
        node.accesskit_node().label().is_some_and(|it| it.starts_with(name))
    };
    let head = window.harness.get_all_by_role(role).find(begins).unwrap();
    head.click_modifiers(modifiers);
    window.settle();
}

fn parties(window: &mut Window) {
    for (name, modifiers) in [
        ("Andorra", Modifiers::NONE),
        ("Australia", Modifiers::SHIFT),
        ("Austria", Modifiers::COMMAND),
    ] {
        click_head(window, Role::RowHeader, name, modifiers);
    }
}

fn by_name(window: &mut Window) {
    window.click("Sort: camp index");
    window.click("name");
}

#[test]
fn several_parties_are_chosen_by_their_heads_and_marked_in_one_step() {
    let mut window = Window::new();
    by_name(&mut window);
    parties(&mut window);
    assert!(window.shows("3 selected"));
    assert!(window.shows("Add to group"));
    window.click("Mark");
    window.click("TLP:RED");
    window.press_button("Mark");
    assert_eq!(window.steps(), 1, "one step");
    let snapshot = window.document().snapshot();
    let marked = snapshot.parties.iter().filter(|it| it.marking == Some(Marking::Red));
    assert_eq!(marked.count(), 3);
    window.press(Key::Escape);
    assert!(!window.shows("3 selected"));
}

#[test]
fn several_proposals_are_chosen_by_their_heads_and_deleted_after_a_question() {
    let mut window = Window::new();
    click_head(&mut window, Role::ColumnHeader, "A/RES/73/27,", Modifiers::NONE);
    click_head(&mut window, Role::ColumnHeader, "A/RES/74/28", Modifiers::SHIFT);
    assert!(window.shows("4 selected"));
    window.press(Key::Delete);
    assert!(window.shows_part("Delete these"));
    window.press(Key::Escape);
    // Heads of the other kind are not chosen besides these.
    click_head(&mut window, Role::RowHeader, "Canada", Modifiers::COMMAND);
    assert!(!window.shows("4 selected") && !window.shows("5 selected"));
}

#[test]
fn chosen_heads_stay_chosen_when_the_order_changes() {
    let mut window = Window::new();
    by_name(&mut window);
    parties(&mut window);
    window.click("Sort: name");
    window.click("camp index");
    assert!(window.shows("3 selected"));
}

#[test]
fn shift_and_arrows_choose_more_heads_and_none_of_the_cells() {
    let mut window = Window::new();
    by_name(&mut window);
    click_head(&mut window, Role::RowHeader, "Andorra", Modifiers::NONE);
    window.press_with(Modifiers::SHIFT, Key::ArrowDown);
    window.press_with(Modifiers::SHIFT, Key::ArrowDown);
    assert!(window.shows("3 selected"));
    window.press_with(Modifiers::SHIFT, Key::ArrowRight);
    assert!(window.shows("3 selected"), "across them there are no heads");
    window.press_with(Modifiers::SHIFT, Key::ArrowUp);
    assert!(window.shows("2 selected"));
    assert!(!window.shows_part("cells selected"));
    click_head(&mut window, Role::ColumnHeader, "A/RES/73/27,", Modifiers::NONE);
    window.press_with(Modifiers::SHIFT, Key::ArrowRight);
    assert!(window.shows("2 selected"));
    window.press_with(Modifiers::SHIFT | Modifiers::COMMAND, Key::End);
    assert!(window.shows("12 selected"));
    // Without Shift an arrow goes on to the cells.
    window.press(Key::ArrowDown);
    assert!(!window.shows_part(" selected"));
}
