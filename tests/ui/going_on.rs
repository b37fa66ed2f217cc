//! Going on with what one did: after a deletion, and back to where one was.

use cbm_workbench::model::Stance;
use egui::accesskit::{Role, Toggled};
use egui::{Event, Key, Modifiers, PointerButton};
use egui_kittest::kittest::{NodeT, Queryable};

use crate::common::{Options, Window};

/// The name of the selected row of the list on screen.
fn selected(window: &Window) -> Option<String> {
    let mut rows = window.harness.query_all_by_role(Role::Row);
    let row = rows.find(|row| row.accesskit_node().toggled() == Some(Toggled::True))?;
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

#[test]
fn one_goes_back_to_the_screen_before_with_its_selection_and_forward_again() {
    let mut window = Window::new();
    let here = |window: &Window| {
        let mut tabs = window.harness.query_all_by_role(Role::Tab);
        let tab = tabs.find(|tab| tab.accesskit_node().toggled() == Some(Toggled::True)).unwrap();
        tab.accesskit_node().label().unwrap()
    };
    let cell = "Canada, A/RES/73/27, objects, stated publicly, 5 Dec 2018";
    window.click(cell);
    window.press_with(Modifiers::COMMAND, Key::Num7);
    window.press(Key::ArrowDown);
    let source = selected(&window);
    window.press_with(Modifiers::COMMAND, Key::Num3);
    window.press_with(Modifiers::ALT, Key::ArrowLeft);
    assert_eq!((here(&window).as_str(), selected(&window)), ("Sources", source.clone()));
    window.press_with(Modifiers::ALT, Key::ArrowLeft);
    assert_eq!(here(&window), "Matrix");
    window.type_text("+");
    assert_eq!(window.stance("CAN", "A/RES/73/27"), Some(Stance::Support), "the cell as before");
    window.press_with(Modifiers::ALT, Key::ArrowRight);
    assert_eq!((here(&window).as_str(), selected(&window)), ("Sources", source));
    // A button of the mouse, and the palette.
    side_button(&mut window, PointerButton::Extra1);
    assert_eq!(here(&window), "Matrix");
    side_button(&mut window, PointerButton::Extra2);
    window.press_with(Modifiers::COMMAND, Key::K);
    window.type_text("back");
    window.press(Key::Enter);
    assert_eq!(here(&window), "Matrix");
}

/// Presses a button at the side of the mouse.
fn side_button(window: &mut Window, button: PointerButton) {
    let pos = egui::pos2(640.0, 400.0);
    let modifiers = Modifiers::NONE;
    for pressed in [true, false] {
        window.harness.event(Event::PointerButton { pos, button, pressed, modifiers });
    }
    window.settle();
}

#[test]
fn the_filter_of_the_matrix_comes_back_with_the_dossier() {
    let mut window = Window::new();
    window.click("Filter");
    window.click_first("Camp: ");
    window.click("State-oriented");
    window.click("Coalition matrix");
    let russia = "Russia, A/RES/73/27, ";
    assert!(window.shows_part(russia) && !window.shows_part("Canada, A/RES/73/27, "));
    window.pass(2.0);
    let window = window.after_a_crash(Options::default());
    assert!(window.shows_part(russia) && !window.shows_part("Canada, A/RES/73/27, "));
    assert!(window.shows("Camp: State-oriented"), "the chip that takes it off");
}
