//! The wall in a window of its own: the keys pressed there, and everything that tries to close it.

use std::cell::{Cell, RefCell};

use egui::accesskit::Role;
use egui::{
    Context, Event, ImmediateViewport, Key, Modifiers, Rect, ViewportEvent, ViewportInfo, pos2,
};
use egui_kittest::kittest::Queryable;

use crate::common::Window;
use crate::meeting::meeting;
use crate::room::words;

thread_local! {
    static PRESSED: RefCell<Vec<Event>> = const { RefCell::new(Vec::new()) };
    static CLOSES: Cell<bool> = const { Cell::new(false) };
    static DRAWN: Cell<bool> = const { Cell::new(false) };
}

/// Shows the wall in a window of its own, as a desktop does.
fn on_a_desktop(window: &mut Window) {
    Context::set_immediate_viewport_renderer(|context, viewport| {
        let ImmediateViewport { ids, mut viewport_ui_cb, .. } = viewport;
        let wants = CLOSES.take().then_some(ViewportEvent::Close).into_iter().collect();
        let info =
            ViewportInfo { parent: Some(ids.parent), events: wants, ..ViewportInfo::default() };
        let input = egui::RawInput {
            viewport_id: ids.this,
            viewports: std::iter::once((ids.this, info)).collect(),
            screen_rect: Some(Rect::from_min_max(pos2(0.0, 0.0), pos2(960.0, 540.0))),
            events: PRESSED.take(),
            ..egui::RawInput::default()
        };
        context.run_ui(input, |ui| viewport_ui_cb(ui)).drop_without_applying_deltas();
        DRAWN.set(true);
    });
    window.harness.ctx.set_embed_viewports(false);
    window.settle();
}

/// Whether the window of the wall exists.
fn is_there(window: &mut Window) -> bool {
    DRAWN.set(false);
    window.harness.step();
    DRAWN.get()
}

/// Presses the X of that window, or Alt+F4 in it.
fn close(window: &mut Window) {
    CLOSES.set(true);
    window.harness.ctx.request_repaint();
    window.settle();
}

fn press_there(window: &mut Window, events: impl IntoIterator<Item = Event>) {
    PRESSED.with_borrow_mut(|pressed| pressed.extend(events));
    window.harness.ctx.request_repaint();
    window.settle();
}

fn key(key: Key, pressed: bool) -> Event {
    let (physical_key, repeat, modifiers) = (None, false, Modifiers::NONE);
    Event::Key { key, physical_key, pressed, repeat, modifiers }
}

#[test]
fn the_window_of_the_wall_closes_only_once_the_laptop_has_agreed() {
    let mut window = meeting(|_| {});
    on_a_desktop(&mut window);
    assert!(is_there(&mut window));
    close(&mut window);
    assert!(window.shows("Close the room?") && is_there(&mut window));
    assert!(window.shows("The wall follows you"), "and it shows what it showed");
    // Pressed again it is not asked twice, and keys pressed on the wall do not answer.
    close(&mut window);
    press_there(&mut window, [key(Key::Enter, true), key(Key::Enter, false)]);
    assert!(window.shows("Close the room?") && is_there(&mut window));
    window.press(Key::Enter);
    assert!(!window.shows("Close the room?") && is_there(&mut window), "Enter keeps it");
    close(&mut window);
    window.press(Key::Escape);
    assert!(!window.shows("Close the room?") && is_there(&mut window));
    assert!(window.shows("The wall follows you"), "that Escape was not meant for the wall");
    close(&mut window);
    window.click("Close the room now");
    assert!(!is_there(&mut window) && !window.shows_part("Room open"));
    assert!(window.shows("Open the room…"), "and the dossier stays open");
}

#[test]
fn what_is_typed_on_the_laptop_outlives_the_question_whether_to_close_the_wall() {
    let mut window = meeting(|_| {});
    on_a_desktop(&mut window);
    window.press_with(Modifiers::COMMAND, Key::K);
    window.type_text("abou");
    close(&mut window);
    assert!(window.shows("Close the room?"));
    window.press(Key::Escape);
    assert!(window.shows("About CBM Workbench"), "the palette, with what was typed in it");
    window.press(Key::Escape);
    // Dialogs about the room close with it.
    window.click("Release by name…");
    close(&mut window);
    window.click("Close the room now");
    assert!(window.harness.query_by_label("Close").is_none() && window.shows("Open the room…"));
}

#[test]
fn what_is_typed_on_the_wall_does_not_reach_a_dialog_on_the_laptop() {
    let mut window = meeting(|_| {});
    on_a_desktop(&mut window);
    window.type_text("b");
    let blank = words(&window);
    window.press_with(Modifiers::COMMAND, Key::K);
    // The wall is in front, as after a click on it.
    window.harness.input_mut().focused = false;
    for letter in ["s", "p"] {
        press_there(&mut window, [Event::Text(letter.to_owned())]);
        press_there(&mut window, "blank the wall".chars().map(|it| Event::Text(it.to_string())));
        press_there(&mut window, [key(Key::Enter, true), key(Key::Enter, false)]);
        let field = window.harness.query_all_by_role(Role::TextInput).find(|it| it.is_focused());
        let field = field.expect("the field of the dialog");
        assert_eq!(field.value().unwrap_or_default(), "", "after {letter}");
    }
    window.harness.input_mut().focused = true;
    window.press(Key::Escape);
    assert_eq!(words(&window), blank);
}

#[test]
fn a_shortcut_of_the_desktop_is_no_letter() {
    let mut window = meeting(|_| {});
    on_a_desktop(&mut window);
    let letters = [(Key::B, "b"), (Key::F, "f"), (Key::T, "t"), (Key::P, "p")];
    for (letter, typed) in letters {
        let before = words(&window);
        for held in [Key::SuperLeft, Key::SuperRight] {
            let text = Event::Text(typed.to_owned());
            let pressed = [key(held, true), key(letter, true), text, key(letter, false)];
            press_there(&mut window, pressed.clone());
            press_there(&mut window, [key(held, false)]);
            assert_eq!(words(&window), before, "{held:?} and {typed}, on the wall");
            window.harness.input_mut().events.extend(pressed);
            window.settle();
            window.harness.input_mut().events.push(key(held, false));
            window.settle();
            assert_eq!(words(&window), before, "{held:?} and {typed}, on the laptop");
        }
    }
    // A key released in another window is no longer held.
    press_there(&mut window, [key(Key::SuperLeft, true)]);
    press_there(&mut window, [Event::WindowFocused(false), Event::WindowFocused(true)]);
    let before = words(&window);
    press_there(&mut window, [key(Key::B, true), Event::Text("b".to_owned())]);
    assert_ne!(words(&window), before);
}

#[test]
fn a_room_stays_open_when_what_is_to_be_opened_is_no_dossier() {
    let mut window = meeting(|_| {});
    on_a_desktop(&mut window);
    for (name, content, said) in [
        ("nowhere.cbm", None, "does not exist"),
        ("empty.cbm", Some(""), "is empty"),
        ("letter.cbm", Some("Dear colleague, ".repeat(99).as_str()), "is not a dossier"),
    ] {
        let path = window.beside(name);
        if let Some(content) = content {
            std::fs::write(&path, content).unwrap();
        }
        window.choose("File", "Open…", &path);
        assert!(window.shows_part(said), "{name}");
        assert!(!window.shows("Close the room?") && is_there(&mut window), "{name}");
    }
}
