//! The facilitator with a room open: closing it, adding slides, typing, and what the wall does not
//! show.

use cbm_workbench::model::Language;
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

/// Goes to a slide of the running order, which may be out of sight.
fn go_to(window: &mut Window, slide: &str) {
    window.harness.get_by_role_and_label(Role::Row, slide).scroll_to_me();
    window.settle();
    window.harness.get_by_role_and_label(Role::Row, slide).click();
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
fn a_slide_added_in_the_room_goes_behind_the_current_one_with_a_way_back() {
    let mut window = meeting(|_| {});
    let rows = |window: &Window| {
        let rows = window.harness.get_all_by_role(Role::Row);
        rows.filter_map(|row| row.accesskit_node().label()).collect::<Vec<_>>()
    };
    let first = rows(&window);
    let here = first.iter().position(|it| it.starts_with("A/RES/73/27 Open-ended")).unwrap();
    menu_of_slides(&mut window, "Timeline");
    assert!(window.shows_part("The slide was added behind the current one."));
    let mut expected = first;
    expected.insert(here + 1, "Timeline".to_owned());
    assert_eq!(rows(&window), expected, "and the proposed ones were adopted");
    menu_of_slides(&mut window, "Title card");
    expected.insert(here + 1, "Title card".to_owned());
    assert_eq!(rows(&window), expected);
    window.click_first("Undo this");
    expected.remove(here + 1);
    assert_eq!(rows(&window), expected);
}

#[test]
fn a_point_is_parked_in_a_field_that_is_in_view_on_a_small_screen() {
    let size = egui::vec2(1280.0, 600.0);
    let mut window = Window::with(Options { size, ..Options::default() }, |_| {});
    open(&mut window, "A/RES/73/27 Open-ended");
    let bottom = window.harness.ctx.content_rect().bottom();
    let field = |window: &Window| {
        window.harness.get_by_role_and_label(Role::TextInput, "A point to come back to").rect()
    };
    assert!(field(&window).bottom() > bottom, "it lies below the edge");
    window.type_text("p");
    assert!(field(&window).bottom() < bottom);
    window.type_text("Who pays?");
    assert!(field(&window).bottom() < bottom);
}

#[test]
fn what_was_said_of_a_slide_does_not_stay_on_the_next_screen() {
    let mut window = meeting(|_| {});
    go_to(&mut window, "Obstacles");
    window.type_text("3");
    let hint = "Score obstacles on the Obstacles screen, where M marks them for the room. \
                Stances are recorded on a slide of one proposal.";
    let times = |window: &Window| window.harness.query_all_by_label(hint).count();
    assert_eq!(times(&window), 2, "beside the wall and in the status line");
    window.press_with(Modifiers::COMMAND, Key::Num5);
    assert_eq!(times(&window), 0);
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

#[test]
fn the_obstacles_of_twelve_proposals_are_on_one_page_with_their_names_in_full() {
    let mut window = meeting(|_| {});
    go_to(&mut window, "Obstacles");
    assert_eq!(window.document().snapshot().proposals.len(), 12);
    assert_eq!(window.harness.state().room().unwrap().drawn.pages, 1);
    // Those of the three camps are on two of equal length.
    go_to(&mut window, "The three camps");
    let drawn = window.harness.state().room().unwrap().drawn;
    assert_eq!((drawn.pages, drawn.items), (2, 6));
}

#[test]
fn the_handout_is_found_by_its_name_and_starts_from_the_ceiling_of_the_room() {
    let mut window = meeting(|_| {});
    let ceiling = window.harness.state().room().unwrap().clearance.ceiling.label();
    window.close_room();
    window.press_with(Modifiers::COMMAND, Key::Num3);
    window.press_with(Modifiers::COMMAND, Key::K);
    window.type_text("handout");
    window.press(Key::Enter);
    let chosen = |window: &Window, what: &str| {
        let list = window.harness.get_by_role_and_label(Role::ComboBox, what);
        list.accesskit_node().value().unwrap_or_default()
    };
    assert_eq!(chosen(&window, "Page"), "Handout of a room");
    assert_eq!(chosen(&window, "Shown up to"), ceiling);
    assert_ne!(ceiling, "TLP:GREEN", "which any other page starts from");
    window.press(Key::Escape);
    window.harness.get_all_by_label("Room").next().unwrap().click();
    window.settle();
    assert!(window.shows("Handout of the room…"), "in its menu too");
}
