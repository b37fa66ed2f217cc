//! Dialogs.

use egui::accesskit::Role;
use egui::{Event, Key, Modifiers, PointerButton};
use egui_kittest::kittest::Queryable;

use crate::common::Window;

#[test]
fn settings_are_used_at_once() {
    let mut window = Window::new();
    window.press_with(Modifiers::COMMAND, Key::Comma);
    window.harness.get_by_role_and_label(Role::TextInput, "Your name").focus();
    window.settle();
    window.press_with(Modifiers::COMMAND, Key::A);
    window.type_text("B. Desk");
    window.harness.get_by_role_and_label(Role::ComboBox, "Language").click();
    window.settle();
    window.click("Nederlands");
    window.click("Save");
    assert_eq!(window.document().author(), "B. Desk");
    assert!(window.shows("Coalitiematrix"));
    assert!(window.shows_part("Canada, A/RES/73/27, maakt bezwaar"));
}

#[test]
fn escape_closes_a_dialog_without_doing_anything() {
    let mut window = Window::new();
    for key in [Key::N, Key::Comma, Key::Slash] {
        window.press_with(Modifiers::COMMAND, key);
        window.harness.get_by_role_and_label(Role::Button, "UN votes on ICT security 2018–2023");
        window.press(Key::Escape);
        assert!(window.shows("Coalition matrix"));
    }
    assert_eq!(window.steps(), 0);
}

#[test]
fn the_keys_of_every_command_are_listed() {
    let mut window = Window::new();
    window.press_with(Modifiers::COMMAND, Key::Slash);
    assert!(window.shows("In the matrix and in lists"));
    assert!(window.shows("Set a stance; + or − pressed twice is stronger"));
    assert!(window.shows_part("Ctrl+Y"));
}

#[test]
fn a_list_in_a_dialog_that_is_opened_again_lies_above_it() {
    let mut window = Window::new();
    for _ in 0..3 {
        window.press_with(Modifiers::COMMAND, Key::E);
        window.wait_for("Page 1 of");
        let at = window.harness.get_by_role_and_label(Role::ComboBox, "Format").rect().center();
        // The mouse does not move: it is pressed and released within one frame.
        window.harness.event(Event::PointerMoved(at));
        window.settle();
        for pressed in [true, false] {
            let (button, modifiers) = (PointerButton::Primary, Modifiers::NONE);
            window.harness.event(Event::PointerButton { pos: at, button, pressed, modifiers });
        }
        window.settle();
        let item = window.harness.get_by_label("PDF (.pdf)").rect().center();
        let layer = window.harness.ctx.layer_id_at(item).unwrap();
        assert!(egui::Popup::is_id_open(&window.harness.ctx, layer.id), "{layer:?}");
        window.press(Key::Escape);
        window.press(Key::Escape);
    }
}
