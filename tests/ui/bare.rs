//! Tables without a header row: the window finds out, says so, and lets the columns be picked.

use cbm_workbench::model::Stance;
use egui::{Key, Modifiers};

use crate::common::Window;
use crate::locking::{protected, unlock};

/// The message about a table without a header.
const BARE: &str = "No header row: the first line is data already";

/// A list of votes, as somebody noted them.
const VOTES: &str = "Netherlands;Y\nFrance;N\nCanada;A\n";

/// Says that the second column holds stances on a resolution.
fn pick(window: &mut Window) {
    window.wait_for("Nothing says yet what the stances are on");
    window.click("Column B: Not read");
    window.type_text("73/27");
    window.press(Key::Enter);
    window.wait_for("Column B: Stances on A/RES/73/27");
    window.wait_for("New: ");
}

#[test]
fn a_list_of_votes_without_a_header_is_taken_in_once_it_is_said_on_what() {
    let mut window = Window::new();
    window.drop_file("votes.csv", VOTES.as_bytes(), BARE);
    assert!(window.shows_part("Column A: Party"), "what is certain is found");
    assert!(window.shows_part("This is a guess"), "and said to be a guess");
    pick(&mut window);
    window.click("Import");
    window.wait_for("Imported");
    assert_eq!(window.stance("NLD", "A/RES/73/27"), Some(Stance::Support));
    assert_eq!(window.stance("CAN", "A/RES/73/27"), Some(Stance::Accept));
}

#[test]
fn where_words_beside_a_vote_may_be_what_it_is_on_or_a_note_it_is_asked() {
    let mut window = Window::new();
    let table = "Netherlands;Y;by note\nFrance;N;told us\n";
    window.drop_file("votes.csv", table.as_bytes(), BARE);
    window.click("Read it as: Matrix: a party a row, a proposal a column");
    pick(&mut window);
    assert!(window.shows_part("Column C: Not read"));
    window.click("Import");
    window.wait_for("Imported");
    assert_eq!(window.stance("FRA", "A/RES/73/27"), Some(Stance::Object));
}

#[test]
fn rows_that_say_everything_need_no_more_than_to_say_what_they_are() {
    let mut window = Window::new();
    let table = "Netherlands;A/RES/73/27;0\nCanada;A/RES/73/27;-\n";
    window.drop_file("one.csv", table.as_bytes(), BARE);
    window.wait_for("can be read in more than one way");
    window.press(Key::Enter);
    window.wait_for("New: 2");
    window.press(Key::Enter);
    window.wait_for("Imported");
    assert_eq!(window.stance("NLD", "A/RES/73/27"), Some(Stance::Accept));
    // The next similar one is read the same way, and the window says so.
    let table = "Belgium;A/RES/73/27;0\nNorway;A/RES/73/27;-\n";
    window.drop_file(
        "two.csv",
        table.as_bytes(),
        "Read as the last table that looks like this one",
    );
    window.wait_for("New: 2");
    window.press(Key::Enter);
    window.wait_for("Imported");
    assert_eq!(window.stance("BEL", "A/RES/73/27"), Some(Stance::Accept));
}

#[test]
fn it_can_be_said_that_there_is_no_header_and_that_there_is_one_after_all() {
    let mut window = Window::new();
    let table = "party;proposal;stance\nNetherlands;A/RES/73/27;0\n";
    window.drop_file("one.csv", table.as_bytes(), "The header is on line 1");
    window.click("No header row");
    window.wait_for("No header row: every line is read");
    assert!(!window.shows("No header row"), "the button is gone");
    window.click("Line 1: party; proposal; stance");
    window.wait_for("The header is on line 1");
    window.wait_for("New: 1");
    window.press(Key::Enter);
    window.wait_for("Imported");
    assert_eq!(window.stance("NLD", "A/RES/73/27"), Some(Stance::Accept));
}

#[test]
fn what_its_columns_are_about_comes_back_after_a_lock() {
    let mut window = protected();
    window.drop_file("votes.csv", VOTES.as_bytes(), BARE);
    pick(&mut window);
    window.press_with(Modifiers::COMMAND, Key::L);
    unlock(&mut window);
    window.wait_for("Column B: Stances on A/RES/73/27");
    window.wait_for("New: 3");
}
