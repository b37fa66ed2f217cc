//! A table import interrupted by the lock: it comes back with the passphrase as it was left, with
//! all answers, or the window says why it cannot.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use cbm_workbench::model::Stance;
use egui::{Event, Key, Modifiers};
use egui_kittest::kittest::Queryable;

use crate::common::Window;
use crate::locking::{lies_open, protected, unlock};

const TABLE: &str = "Overview;;;\nwho;what;position;extra\nNederlend;A/RES/73/27;0;By note\n\
                     Belgiun;A/RES/73/27;0;By telephone\nCanada;Hotline;0;\n";

/// A window with a half-finished import of a table.
fn half_way() -> Window {
    let mut window = protected();
    window.drop_file("t.csv", TABLE.as_bytes(), "New: ");
    window.click("Column D, extra: Not read");
    window.click("Note");
    window.wait_for("Column D, extra: Note");
    window.wait_for("New: ");
    window.click("Make missing proposals, known parties and known groups");
    window.wait_for("A new proposal: Hotline");
    window.click("“Nederlend” is Netherlands");
    window.wait_for("One question");
    window
}

fn lock(window: &mut Window) {
    window.press_with(Modifiers::COMMAND, Key::L);
    assert!(window.shows("Locked") && !window.shows_part("Nederlend"));
    assert!(!window.harness.state().has_pending());
}

fn kept(window: &Window) -> Option<String> {
    let workspace = window.document().workspace().unwrap();
    workspace.into_iter().find(|(key, _)| key == "table").map(|(_, value)| value)
}

#[test]
fn a_table_and_everything_that_was_chosen_and_answered_come_back_after_a_lock() {
    let mut window = half_way();
    lock(&mut window);
    unlock(&mut window);
    window.wait_for("One question");
    window.wait_for("A new proposal: Hotline");
    assert!(window.shows_part("Column D, extra: Note"));
    assert!(window.shows_part("The header is on line 2"));
    assert!(window.shows("Take back: Nederlend is Netherlands"));
    window.pass(2.0);
    assert_eq!(kept(&window), None, "it is on the screen again");
    window.click("“Belgiun” is Belgium");
    window.wait_for("New: 3");
    window.click("Import");
    window.wait_for("Imported");
    assert_eq!(window.stance("NLD", "A/RES/73/27"), Some(Stance::Accept));
    window.press_with(Modifiers::COMMAND, Key::L);
    unlock(&mut window);
    window.wait_for("Canada, A/RES/73/27");
    assert!(!window.shows_part("Belgiun"), "what was taken in stays so");
}

#[test]
fn a_table_that_was_left_does_not_come_back() {
    let mut window = half_way();
    window.click("Cancel");
    window.press_with(Modifiers::COMMAND, Key::L);
    unlock(&mut window);
    window.wait_for("Canada, A/RES/73/27");
    assert!(!window.shows_part("Nederlend"));
}

#[test]
fn of_a_table_that_has_changed_only_the_answers_about_names_come_back_and_it_is_said() {
    let mut window = half_way();
    lock(&mut window);
    let other = TABLE.replace("Canada", "Chile");
    std::fs::write(window.beside("t.csv"), other).unwrap();
    unlock(&mut window);
    window.wait_for("t.csv has changed since the dossier was locked");
    window.wait_for("One question");
    assert!(window.shows("Take back: Nederlend is Netherlands"));
    assert!(window.shows_part("Column D, extra: Not read"));
}

#[test]
fn a_table_that_is_gone_is_said_to_be() {
    let mut window = half_way();
    lock(&mut window);
    std::fs::remove_file(window.beside("t.csv")).unwrap();
    unlock(&mut window);
    window.wait_for("t.csv was being imported when the dossier was locked");
    assert!(!window.shows_part("Nederlend"));
    window.pass(2.0);
    assert_eq!(kept(&window), None, "it is said once");
}

/// Roll calls, and the table with their titles, in two files.
fn with_titles() -> Window {
    let mut window = protected();
    let titles = "rcid,unres,date,descr\n9001,A/RES/79/990,2024-12-05,A hotline\n";
    std::fs::write(window.beside("titles.csv"), titles).unwrap();
    let votes = "rcid,Country,vote\n9001,NLD,Y\n9001,FRA,N\n";
    window.drop_file("votes.csv", votes.as_bytes(), "Titles and days from another table…");
    window.click("Make missing proposals, known parties and known groups");
    window.click("Titles and days from another table…");
    window.click("From a file…");
    window.give_path(&window.beside("titles.csv"));
    window.wait_for("Titles and days from titles.csv");
    window.wait_for("New: 2");
    window
}

#[test]
fn the_file_with_the_titles_comes_back_too_and_if_it_has_changed_that_is_said() {
    for (changed, said) in [(false, false), (true, true)] {
        let mut window = with_titles();
        window.press_with(Modifiers::COMMAND, Key::L);
        if changed {
            let titles = "rcid,unres,date,descr\n9001,A/RES/79/991,2024-12-06,Another\n";
            std::fs::write(window.beside("titles.csv"), titles).unwrap();
        }
        unlock(&mut window);
        window.wait_for("Titles and days from titles.csv");
        window.wait_for("New: 2");
        assert_eq!(window.shows_part("has changed since the dossier was locked"), said);
        assert!(window.shows_part(if changed { "A/RES/79/991" } else { "A/RES/79/990" }));
    }
}

#[test]
fn an_import_that_breaks_off_leaves_the_dossier_as_it_was_and_says_so() {
    let mut window = Window::new();
    let snapshot = window.document().snapshot();
    let codes = snapshot.parties.iter().map(|party| party.code.clone());
    // That may also be the Non-Aligned Movement, and would be asked about.
    let codes: Vec<_> = codes.filter(|code| code != "NAM").collect();
    let mut table = String::from("party;proposal;stance;date\n");
    for day in 1..=28 {
        for code in &codes {
            table += &format!("{code};A/RES/73/27;0;2024-02-{day:02}\n");
        }
    }
    let (steps, stance) = (window.steps(), window.stance("NLD", "A/RES/73/27"));
    window.drop_file("large.csv", table.as_bytes(), "New: ");
    // The importing thread wakes the window now and then: there it fails, once.
    let armed = Arc::new(AtomicBool::new(true));
    let (fails, here) = (armed.clone(), std::thread::current().id());
    window.harness.ctx.set_request_repaint_callback(move |_| {
        let elsewhere = std::thread::current().id() != here;
        assert!(!(elsewhere && fails.swap(false, Ordering::Relaxed)), "a fault made for this test");
    });
    window.harness.get_by_label("Import").click();
    window.wait_for("The import broke off");
    assert!(!armed.load(Ordering::Relaxed), "it did fail");
    assert!(window.shows_part("Nothing of the table is in the dossier"));
    window.wait_for("New: ");
    assert!(window.shows_part("The import broke off"), "it is still said");
    assert_eq!((window.steps(), window.stance("NLD", "A/RES/73/27")), (steps, stance));
    assert!(window.document().findings().unwrap().is_empty());
    // The table is still there, to be tried again.
    window.click("Import");
    window.wait_for("Imported");
    assert_eq!(window.steps(), steps + 1);
}

#[test]
fn a_table_from_the_clipboard_comes_back_from_within_the_encrypted_file() {
    let mut window = protected();
    window.click("File");
    window.harness.get_by_label("Import a table from the clipboard").click();
    let table = "CANARY\tA/RES/73/27\tA/RES/73/266\nCanada\t5\t4\nBelgium\t1\t4\n";
    window.harness.event(Event::Paste(table.to_owned()));
    window.wait_for("Read them this way");
    window.click("5 stands for: Choose…");
    window.click("Actively champions");
    window.wait_for("5 stands for: Actively champions");
    window.press_with(Modifiers::COMMAND, Key::L);
    assert!(window.shows("Locked") && !lies_open(&window, "CANARY"));
    unlock(&mut window);
    window.wait_for("Read them this way");
    assert!(window.shows("5 stands for: Actively champions"), "also what is half said");
    assert!(window.shows("1 stands for: Choose…"));
}
