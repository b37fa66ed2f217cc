//! Words typed and taken over behind a frozen wall stay behind it, and what was on the wall before
//! is still known there afterwards.

use cbm_workbench::document::{Edit, StepName};
use cbm_workbench::model::{Paragraph, Slide, SlideKind};
use egui::accesskit::Role;
use egui::{Key, Modifiers};
use egui_kittest::kittest::Queryable;

use crate::common::Window;
use crate::drafting::{
    CHAIR, open, paragraph, put_on_the_wall, to_the_room, type_new_words, window, write,
};
use crate::room::words;
use crate::wall::{Scene, put};

const FIELD: &str = "New words for OP1, as a proposal of the chair";

/// The words of the paragraph on the wall.
fn change(window: &Window) -> String {
    let said = words(window);
    said.lines()
        .find(|it| it.starts_with("What changed since chair"))
        .unwrap_or_default()
        .to_owned()
}

/// A room with the paragraph on its wall.
fn on_the_wall() -> Window {
    let mut window = window(|_, _| {});
    open(&mut window);
    put_on_the_wall(&mut window, 1);
    to_the_room(&mut window);
    window
}

fn take_over(window: &mut Window, typed: &str) {
    type_new_words(window, typed);
    window.press_with(Modifiers::COMMAND, Key::Enter);
}

#[test]
fn the_key_that_takes_words_over_shows_nothing_on_a_frozen_wall() {
    for typed_first in [false, true] {
        let mut window = on_the_wall();
        let freeze = |window: &mut Window| {
            window.click("Freeze the wall");
            assert!(window.shows("The wall is frozen"));
        };
        let typed = "States should share information [voluntarily] (RUS, CHN) NOTYET.";
        if typed_first {
            type_new_words(&mut window, "States should share");
            window.press_with(Modifiers::COMMAND, Key::A);
            freeze(&mut window);
            // Nothing is typed between the focus and the key.
            window.harness.get_by_role_and_label(Role::MultilineTextInput, FIELD).focus();
            window.settle();
        } else {
            freeze(&mut window);
            type_new_words(&mut window, typed);
        }
        let (steps, stood) = (window.steps(), change(&window));
        window.press_with(Modifiers::COMMAND, Key::Enter);
        assert_eq!(window.steps(), steps + 1, "it is taken over");
        let words_now = paragraph(&window, "OP1").words;
        assert!(typed_first || words_now.contains("NOTYET"), "{words_now}");
        assert!(window.shows("The wall is frozen"));
        // Words that were there when it was frozen are still there.
        assert_eq!(words(&window).contains(CHAIR), typed_first);
        assert_eq!(change(&window), stood);
    }
}

#[test]
fn beside_the_field_the_key_shows_nothing_either() {
    let mut window = on_the_wall();
    window.click("Freeze the wall");
    type_new_words(&mut window, "States should share information NOTYET.");
    let stood = change(&window);
    window.press(Key::Tab);
    window.press_with(Modifiers::COMMAND, Key::Enter);
    assert!(window.shows("The wall is frozen") && !words(&window).contains(CHAIR));
    assert_eq!(change(&window), stood);
}

#[test]
fn what_stood_before_the_freeze_comes_back_unasked_and_what_never_stood_does_not() {
    for changes in [1, 2] {
        let mut scene = Scene::new(|document| {
            write(document, |_, _| {});
            let of = |it: &&Paragraph| it.words.contains("voluntarily");
            let paragraph = document.snapshot().paragraphs.iter().find(of).map(|it| it.id);
            let slide = Slide { paragraph, ..Slide::new(SlideKind::Text, 1) };
            document.apply(&Edit::new(StepName::Prepare, "").put(slide)).unwrap();
        });
        let of = |it: &&Paragraph| it.words.contains("voluntarily");
        let stood = scene.document.snapshot().paragraphs.iter().find(of).unwrap().clone();
        scene.room.frozen = true;
        for change in 0..changes {
            let words = format!("{} CHANGE{change}", stood.words);
            put(&mut scene.document, Paragraph { words, ..stood.clone() });
            scene.look();
        }
        scene.room.frozen = false;
        scene.look();
        assert!(scene.is_read(&format!("CHANGE{}", changes - 1)));
        scene.document.undo().unwrap();
        scene.look();
        if changes == 1 {
            assert!(scene.room.question().is_none());
            assert!(scene.is_read("voluntarily") && !scene.is_read("CHANGE0"));
        } else {
            assert!(scene.room.question().is_some() && !scene.is_read("CHANGE0"));
        }
    }
}

#[test]
fn what_the_chair_takes_over_stands_on_the_wall_even_where_a_change_is_kept_hidden() {
    let mut window = on_the_wall();
    window.click("Freeze the wall");
    let first = "States should share information [voluntarily] (RUS, CHN) HIDDEN.";
    take_over(&mut window, first);
    let second = paragraph(&window, "OP1").words.replace("HIDDEN", "HIDDEN SECOND");
    take_over(&mut window, &second);
    window.click("Freeze the wall");
    assert!(change(&window).contains("SECOND"));
    // A record that undo brings back was never on the wall.
    window.press_with(Modifiers::COMMAND, Key::Z);
    window.harness.get_by_role_and_label(Role::Button, "Keep hidden").click();
    window.settle();
    let stands = change(&window);
    assert!(stands.contains("SECOND"), "{stands}");
    let field = window.harness.get_by_role_and_label(Role::MultilineTextInput, FIELD);
    let third = field.value().unwrap().replace("States", "All States THIRD");
    take_over(&mut window, &third);
    let stands = change(&window);
    assert!(stands.contains("THIRD") && stands.contains("SECOND"), "{stands}");
    let kept = paragraph(&window, "OP1").words;
    assert!(kept.contains("THIRD") && !kept.contains("SECOND"), "{kept}");
    // Undone, it goes from the wall too; redone, it is there again. Not while in the field.
    window.press(Key::Escape);
    for (key, is_there) in [(Key::Z, false), (Key::Y, true), (Key::Z, false)] {
        window.press_with(Modifiers::COMMAND, key);
        let stands = change(&window);
        assert!(stands.contains("SECOND") && stands.contains("THIRD") == is_there, "{stands}");
    }
}

#[test]
fn who_may_not_be_quoted_any_more_is_not_named_beside_brackets_either() {
    let mut window = on_the_wall();
    window.type_text("c");
    window.click("The meeting allows it");
    window.click("Owners of brackets");
    assert!(words(&window).contains("Add promptly NLD"), "{}", words(&window));
    window.type_text("c");
    assert!(!words(&window).contains("Add promptly NLD"), "{}", words(&window));
}
