//! The facilitator with a room open: closing it, adding slides, typing, and what the wall does not
//! show.

use cbm_workbench::model::{Language, Marking, SlideKind};
use egui::accesskit::Role;
use egui::{Event, Key, Modifiers};
use egui_kittest::kittest::{NodeT, Queryable};

use crate::common::{Options, Window};
use crate::drafting;
use crate::meeting::{meeting, open, type_signs};
use crate::room::words;

/// Opens a menu of *Add a slide*.
fn menu_of_slides(window: &mut Window, kind: &str) {
    window.click("Add a slide");
    window.harness.get_by_role_and_label(Role::Button, kind).click();
    window.settle();
}

#[test]
fn the_button_that_closes_the_room_asks_first_and_then_names_the_handout() {
    let mut window = meeting(|_| {});
    window.click("Close the room");
    window.press(Key::Enter);
    assert!(window.harness.state().room().is_some(), "keeping it open comes first");
    window.click("Close the room");
    window.click("Close the room now");
    assert!(window.harness.state().room().is_none());
    assert!(window.shows_part("Ctrl+E makes a handout"));
}

#[test]
fn a_text_that_the_room_may_not_see_is_missed_with_a_reason_and_without_its_name() {
    let mut window = drafting::window(|versions, _| {
        versions.iter_mut().for_each(|it| it.marking = None);
    });
    let why = "this room each is marked too strictly, or has no marking of its own";
    window.press_with(drafting::BOTH, Key::R);
    menu_of_slides(&mut window, "Text of a proposal");
    assert!(window.shows_part(drafting::CODE) && !window.shows_part(why));
    window.press(Key::Escape);
    window.press(Key::Escape);
    drafting::open(&mut window);
    menu_of_slides(&mut window, "Text of a proposal");
    assert!(window.shows_part(why) && !window.shows("No proposal has a text yet."));
}

#[test]
fn the_last_step_without_names_is_told_by_its_day_alone() {
    let mut window = meeting(|_| {});
    type_signs(&mut window, "+-0-+");
    window.press(Key::PageDown);
    window.press(Key::PageDown);
    window.press_with(Modifiers::COMMAND, Key::S);
    assert!(window.shows_part("The last one: 21 Nov 2026"), "{}", words(&window));
    assert!(!window.shows_part("21 Nov 2026, "), "{}", words(&window));
}

#[test]
fn the_wall_counts_in_dutch_sentences() {
    let options = Options { language: Language::Dutch, ..Options::default() };
    let mut window = Window::with(options, |_| {});
    window.press(Key::F5);
    window.settle();
    window.press(Key::Enter);
    window.click_first("A/RES/73/27 ");
    let said = words(&window);
    assert!(said.contains("die zich uitspraken, kunnen ermee leven"), "{said}");
}

#[test]
fn n_begins_the_first_version_of_a_text_and_loses_nothing_that_is_typed_after_it() {
    let mut window = Window::new();
    window.press_with(drafting::BOTH, Key::T);
    // All of it in one frame, as fast hands are in a slow one.
    for letter in ["n", "1", ".", " ", "S"] {
        window.harness.event(Event::Text(letter.to_owned()));
    }
    window.settle();
    let field = window.harness.get_by_role_and_label(Role::MultilineTextInput, "Words");
    assert_eq!(field.value().as_deref(), Some("1. S"));
}
