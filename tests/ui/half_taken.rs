//! A table that is half taken in when the lock comes: it comes back with the passphrase as it was
//! left, with everything that was answered, or it is said why it cannot.

use cbm_workbench::model::Stance;
use egui::{Event, Key, Modifiers};
use egui_kittest::kittest::Queryable;

use crate::common::Window;
use crate::locking::{lies_open, protected, unlock};

const TABLE: &str = "Overview;;;\nwho;what;position;extra\nNederlend;A/RES/73/27;0;By note\n\
                     Belgiun;A/RES/73/27;0;By telephone\nCanada;Hotline;0;\n";

/// A window in which a table is half taken in.
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

#[test]
fn a_table_from_the_clipboard_comes_back_from_within_the_encrypted_file() {
    let mut window = protected();
    window.click("File");
    window.harness.get_by_label("Import a table from the clipboard").click();
    let table = "CANARY\tA/RES/73/27\tA/RES/73/266\nCanada\t5\t4\nBelgium\t1\t4\n";
    window.harness.event(Event::Paste(table.to_owned()));
    window.wait_for("Read the numbers this way");
    window.click("5 stands for: Choose…");
    window.click("Actively champions");
    window.wait_for("5 stands for: Actively champions");
    window.press_with(Modifiers::COMMAND, Key::L);
    assert!(window.shows("Locked") && !lies_open(&window, "CANARY"));
    unlock(&mut window);
    window.wait_for("Read the numbers this way");
    assert!(window.shows("5 stands for: Actively champions"), "also what is half said");
    assert!(window.shows("1 stands for: Choose…"));
}
