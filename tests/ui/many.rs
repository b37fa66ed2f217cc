//! Setting stances in many cells at once: the number is shown before and after, and a whole matrix
//! needs confirmation.

use cbm_workbench::model::Stance;
use egui::epaint::Shape;
use egui::{Event, Key, Modifiers};

use crate::common::Window;

const CANADA: &str = "Canada, A/RES/73/27, objects, stated publicly, 5 Dec 2018";

#[test]
fn the_number_of_cells_is_shown_before_and_the_number_changed_after() {
    let mut window = Window::new();
    window.click(CANADA);
    assert!(!window.shows_part("cells selected"));
    window.press_with(Modifiers::SHIFT, Key::ArrowDown);
    window.press_with(Modifiers::SHIFT, Key::ArrowRight);
    assert!(window.shows("4 cells selected"));
    window.type_text("+");
    assert!(window.shows_part("4 stances set."), "one step, said at once");
    assert_eq!(window.steps(), 1);
    window.click("Undo this");
    assert_eq!(window.steps(), 2);
    assert_eq!(window.stance("CAN", "A/RES/73/27"), Some(Stance::Object));
    assert!(!window.shows("Undo this"), "there is nothing more of it to undo");
    // Cells that already have the stance are neither changed nor counted.
    window.click(CANADA);
    window.type_text("+");
    assert!(!window.shows("Undo this"), "a single cell is seen");
    window.press_with(Modifiers::SHIFT, Key::ArrowDown);
    window.type_text("+");
    assert!(window.shows_part("One stance set. One other needed no change."));
    window.type_text("2");
    assert!(window.shows_part("None of the 2 cells needs changing."));
    window.press(Key::Delete);
    assert!(window.shows_part("2 stances cleared."));
    window.press(Key::Escape);
    assert!(!window.shows_part("cells selected"));
    window.press_with(Modifiers::SHIFT, Key::ArrowUp);
    assert!(window.shows("2 cells selected"));
    window.click("Sort: camp index");
    window.click("name");
    assert!(!window.shows_part("cells selected"), "other cells lie between the corners now");
}

#[test]
fn changing_a_whole_matrix_needs_confirmation() {
    let mut window = Window::new();
    window.click(CANADA);
    let to_the_end = |window: &mut Window| {
        window.press_with(Modifiers::COMMAND, Key::Home);
        window.press_with(Modifiers::COMMAND | Modifiers::SHIFT, Key::End);
    };
    to_the_end(&mut window);
    assert!(window.shows_part("316 cells selected"));
    let question = "cells to “can live with it”?";
    window.type_text("0");
    assert!(window.shows_part(question));
    assert!(window.shows_part("now hold another stance"));
    assert_eq!(window.steps(), 0);
    // A key meant for something else does not confirm.
    window.press(Key::Enter);
    assert!(!window.shows_part(question));
    assert_eq!(window.steps(), 0);
    window.press(Key::Delete);
    window.click_first("Clear 2");
    assert_eq!(window.steps(), 1);
    assert!(window.shows_part("stances cleared."));
    window.click("Undo this");
    assert_eq!(window.steps(), 2);
    // The same goes for pasting.
    window.press_with(Modifiers::COMMAND, Key::Home);
    window.harness.event(Event::Paste("~\n".repeat(60)));
    window.settle();
    assert!(window.shows_part("Paste 60 stances?"));
    window.press(Key::Escape);
    assert_eq!(window.steps(), 2);
    to_the_end(&mut window);
    window.harness.event(Event::Paste("~".into()));
    window.settle();
    assert!(window.shows_part("cells to “no instructions”?"));
    assert_eq!(window.steps(), 2);
}

#[test]
fn a_step_counts_the_cells_that_changed_not_those_that_were_chosen() {
    let mut window = Window::new();
    window.click("Canada, A/RES/73/27, objects, stated publicly, 5 Dec 2018");
    let entries = |window: &Window| window.document().snapshot().positions.iter().count();
    let detail =
        |window: &Window| window.document().history().steps().last().unwrap().detail.clone();
    window.press_with(Modifiers::SHIFT, Key::ArrowRight);
    window.press_with(Modifiers::SHIFT, Key::ArrowRight);
    window.type_text("5");
    assert_eq!(detail(&window), "Canada · A/RES/73/266", "it objected to the other two");
    let before = entries(&window);
    window.press_with(Modifiers::SHIFT, Key::ArrowRight);
    window.press_with(Modifiers::SHIFT, Key::ArrowDown);
    assert!(window.shows("8 cells selected"));
    window.type_text("5");
    let changed = entries(&window) - before;
    assert!((2..8).contains(&changed));
    assert_eq!(detail(&window), format!("{changed} cells"));
}

#[test]
fn stances_just_set_are_dated_together_and_leave_one_entry_each() {
    let mut window = Window::new();
    window.click(CANADA);
    window.press_with(Modifiers::SHIFT, Key::ArrowDown);
    window.press_with(Modifiers::SHIFT, Key::ArrowRight);
    let entries = |window: &Window| window.document().snapshot().positions.iter().count();
    let before = entries(&window);
    window.type_text("+");
    assert_eq!(entries(&window), before + 4);
    window.click("Change");
    window.click("Date…");
    window.type_text("12 Nov 2024");
    assert!(window.shows("12 Nov 2024"), "as it is read");
    window.press(Key::Enter);
    assert!(window.shows_part("4 changed"));
    assert_eq!(entries(&window), before + 4, "dating them was part of setting them");
    let snapshot = window.document().snapshot();
    let day = "2024-11-12".parse().unwrap();
    assert_eq!(snapshot.positions.iter().filter(|entry| entry.date() == day).count(), 4);
    window.press_with(Modifiers::COMMAND, Key::Z);
    window.press_with(Modifiers::COMMAND, Key::Z);
    assert_eq!(entries(&window), before);
}

/// How many areas have the colour of the focus.
fn grounds(window: &Window) -> usize {
    let focus = window.harness.ctx.global_style().visuals.selection.stroke.color;
    let shapes = &window.harness.output().shapes;
    let is_ground = |shape: &Shape| matches!(shape, Shape::Rect(rect) if rect.fill == focus);
    shapes.iter().filter(|it| is_ground(&it.shape)).count()
}

#[test]
fn chosen_cells_lie_on_a_ground_of_their_own() {
    let mut window = Window::new();
    window.click(CANADA);
    assert_eq!(grounds(&window), 0, "the ring is enough for one");
    window.press_with(Modifiers::SHIFT, Key::ArrowDown);
    window.press_with(Modifiers::SHIFT, Key::ArrowRight);
    assert_eq!(grounds(&window), 4);
}
