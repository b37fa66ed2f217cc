//! The figures of a large dossier are computed on another thread: unfinished figures are not shown,
//! and those shown are correct.

use std::path::Path;

use cbm_workbench::document::Document;
use cbm_workbench::library::templates::Template;
use cbm_workbench::model::Stance;
use egui::{Key, Modifiers};

use crate::common::{Options, Window};

/// Adds 60 proposals that all 193 members support, except that one objects to the first.
fn enlarge(path: &Path) {
    let file = rusqlite::Connection::open(path).unwrap();
    file.execute_batch(
        "INSERT INTO proposals (id, code, title_en, title_nl, summary_en, summary_nl, text,
           status, verification_en, verification_nl, note)
         WITH RECURSIVE r(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM r WHERE n < 60)
         SELECT printf('71000000-0000-7000-8000-%012x', n), 'A/0/' || n, 'Measure ' || n, '', '',
           '', '', 'tabled', '', '', '' FROM r;
         INSERT INTO positions (id, proposal_id, party_id, stance, date, words, condition, author)
         SELECT printf('65000000-0000-7000-8000-%012x', row_number() OVER ()), q.id, p.id,
           iif(q.code = 'A/0/1' AND p.code = 'CAN', 'object', 'support'), '2024-01-01', '', '', ''
         FROM proposals q, parties p WHERE q.code LIKE 'A/0/%';",
    )
    .unwrap();
}

#[test]
fn a_large_dossier_is_counted_in_the_background_and_every_edit_shows_at_once() {
    let mut window = Window::on_file(enlarge);
    window.wait_for("of 72 proposals reach");
    assert!(!window.shows("Counting…"));
    let (before, unknown) = (verdict(&window), unknown(&window));
    // A stance shows in the next frame, however large the dossier.
    window.click_first("Canada, A/0/1, objects");
    window.type_text("2");
    assert_eq!(window.stance("CAN", "A/0/1"), Some(Stance::Support));
    assert!(!window.shows("Counting…"), "one column is counted at once");
    let after = verdict(&window);
    assert_ne!(before, after, "one more is adopted");
    assert_eq!(unknown, self::unknown(&window));
    window.press_with(Modifiers::COMMAND, Key::Z);
    assert_eq!(verdict(&window), before);
}

/// The text in the heading of the matrix.
fn verdict(window: &Window) -> String {
    name_with(window, "of 72 proposals reach")
}

/// The text in the status bar.
fn unknown(window: &Window) -> String {
    name_with(window, "% unknown")
}

fn name_with(window: &Window, part: &str) -> String {
    use egui_kittest::kittest::{NodeT, Queryable};
    let node = window.harness.query_all_by_label_contains(part).next().unwrap();
    let node = node.accesskit_node();
    // Labels report their text as their value.
    node.value().or_else(|| node.label()).unwrap()
}

/// A file large enough that checking takes a while, optionally with a fault.
fn heavy(window: &Window, fault: &str) -> std::path::PathBuf {
    let path = window.beside("heavy.cbm");
    Document::create(&path, Template::UnVotes, "Heavy").unwrap();
    let file = rusqlite::Connection::open(&path).unwrap();
    let note = "UPDATE parties SET note = printf('%.*c', 17000000, 'x') WHERE code = 'CHE'";
    file.execute_batch(&format!("PRAGMA foreign_keys = OFF; {note}; {fault}")).unwrap();
    path
}

#[test]
fn a_large_file_is_shown_first_and_can_be_edited_once_checked() {
    let mut window = Window::with(Options { template: None, ..Options::default() }, |_| {});
    heavy(&window, "");
    window.drop_file("heavy.cbm", b"", "Canada, A/RES/73/27");
    window.wait_for("All saved");
    window.click_first("Canada, A/RES/73/27, objects");
    window.type_text("2");
    assert_eq!(window.stance("CAN", "A/RES/73/27"), Some(Stance::Support));
}

#[test]
fn a_large_faulty_file_is_closed_again_with_an_explanation() {
    let mut window = Window::with(Options { template: None, ..Options::default() }, |_| {});
    heavy(&window, "DELETE FROM parties WHERE code = 'CAN'");
    window.drop_file("heavy.cbm", b"", "is damaged");
    assert!(window.harness.state().document().is_none());
}
