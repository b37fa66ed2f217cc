//! Going on with what one did: after a deletion, and back to where one was.

use egui::accesskit::Role;
use egui::{Key, Modifiers};
use egui_kittest::kittest::{NodeT, Queryable};

use crate::common::Window;

/// The name of the selected row of the list on screen.
fn selected(window: &Window) -> Option<String> {
    let mut rows = window.harness.query_all_by_role(Role::Row);
    let row = rows.find(|row| row.accesskit_node().is_selected() == Some(true))?;
    row.accesskit_node().label()
}

#[test]
fn after_a_deletion_the_row_below_is_selected_and_undo_selects_what_came_back() {
    let mut window = Window::new();
    window.press_with(Modifiers::COMMAND, Key::Num7);
    window.press(Key::ArrowDown);
    window.press(Key::ArrowDown);
    let second = selected(&window).expect("a source");
    window.press(Key::ArrowDown);
    let third = selected(&window).expect("a source");
    window.press(Key::ArrowUp);
    window.press(Key::Delete);
    window.press_button("Delete");
    assert_eq!(selected(&window).as_ref(), Some(&third));
    window.press_with(Modifiers::COMMAND, Key::Z);
    assert_eq!(selected(&window).as_ref(), Some(&second), "it came back");
    window.press(Key::End);
    let last = selected(&window);
    window.press(Key::ArrowUp);
    let above = selected(&window);
    assert_ne!(last, above);
    window.press(Key::End);
    window.press(Key::Delete);
    window.press_button("Delete");
    assert_eq!(selected(&window), above, "there is none below");
}
