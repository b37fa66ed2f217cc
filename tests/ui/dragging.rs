//! Files dragged onto the window: it says what each would become, and none is lost silently.

use egui::{Key, Modifiers};

use crate::common::Window;
use crate::drafting;

#[test]
fn what_would_become_of_a_file_is_said_while_it_hovers() {
    let mut window = Window::new();
    for (name, said) in [
        ("votes.xlsx", "Let go to take in votes.xlsx as a table"),
        ("rev.1.docx", "Let go to take in rev.1.docx as a text"),
        ("other.cbm", "Let go to open other.cbm"),
    ] {
        window.hover_files(&[name]);
        assert!(window.shows(said), "{said}");
    }
    window.hover_files(&["one.csv", "two.csv"]);
    assert!(window.shows("Drop one file at a time"));
    window.hover_files(&[]);
    assert!(!window.shows_part("Let go") && !window.shows_part("Drop one"));
}

#[test]
fn of_several_files_none_is_taken_in_silence() {
    let mut window = Window::new();
    window.drop_files(&["one.csv", "two.csv"]);
    assert!(window.shows_part("2 files were dropped at once."));
    assert!(window.shows_part("Drop one file at a time"));
}

#[test]
fn a_text_that_is_being_taken_in_is_not_lost_to_another_one() {
    let mut window = drafting::window(|_, _| {});
    window.press_with(Modifiers::COMMAND.plus(Modifiers::SHIFT), Key::T);
    window.type_text("n");
    window.type_text("OP1 States should meet.");
    window.drop_files(&["rev.2.docx"]);
    assert!(window.shows_part("rev.2.docx has to wait"));
    window.press_with(Modifiers::COMMAND, Key::Enter);
    let snapshot = window.document().snapshot();
    assert!(snapshot.paragraphs.iter().any(|it| it.words == "States should meet."));
}
