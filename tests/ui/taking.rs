//! Taking in a table: dropped or pasted, looked at, changed, asked about, and imported as one step.

use cbm_workbench::model::{Keyed, Language, Stance};
use egui::{Event, Key, Modifiers};
use egui_kittest::kittest::Queryable;

use crate::access::faults;
use crate::common::{Options, Window};
use crate::packed::xlsx;

/// What is shown once a table has been worked out.
const WORKED_OUT: &str = "New: ";

/// A table as a colleague keeps it: with a title, in Dutch, in another order, and with a column
/// that is nobody's business.
const DUTCH: [&[&str]; 7] = [
    &["Overzicht standpunten ICT-veiligheid"],
    &["Stand: november 2026"],
    &[],
    &["Nr.", "Toelichting", "Standpunt", "Maatregel", "Lidstaat", "Kamer"],
    &["1", "Per nota", "kan ermee leven", "A/RES/73/27", "Nederland", "X.14"],
    &["2", "Telefonisch", "maakt bezwaar", "A/RES/73/27", "Rusland", "X.15"],
    &["3", "", "steunt", "A/RES/73/266", "Belgje", "X.16"],
];

fn text(rows: &[&[&str]]) -> String {
    rows.iter().map(|row| format!("{}\n", row.join(";"))).collect()
}

#[test]
fn a_spreadsheet_with_a_foreign_header_becomes_positions_in_four_clicks() {
    let mut window = Window::new();
    let before = window.steps();
    window.drop_file("standpunten.xlsx", &xlsx("Blad1", &DUTCH), WORKED_OUT);
    assert!(window.shows_part("Column E, Lidstaat: Party"));
    assert!(window.shows_part("Column F, Kamer: Not read"));
    window.click("“Belgje” is Belgium");
    window.wait_for("New: 3");
    window.click("Import");
    window.wait_for("Imported");
    assert_eq!(window.steps(), before + 1, "one step for all of it");
    assert_eq!(window.stance("NLD", "A/RES/73/27"), Some(Stance::Accept));
    assert_eq!(window.stance("RUS", "A/RES/73/27"), Some(Stance::Object));
    window.press_with(Modifiers::COMMAND, Key::Z);
    assert_eq!(
        window.stance("RUS", "A/RES/73/27"),
        Some(Stance::Champion),
        "one undo takes it back"
    );
    assert!(window.document().snapshot().aliases.iter().next().is_none(), "the answer too");
}

#[test]
fn a_table_that_says_what_it_holds_needs_no_more_than_enter() {
    let mut window = Window::new();
    let table = "party;proposal;stance\nNLD;A/RES/73/27;0\n";
    window.drop_file("positions.csv", table.as_bytes(), WORKED_OUT);
    window.press(Key::Enter);
    window.wait_for("Imported");
    assert_eq!(window.stance("NLD", "A/RES/73/27"), Some(Stance::Accept));
}

#[test]
fn questions_are_answered_with_enter_one_by_one_and_can_be_taken_back() {
    let mut window = Window::new();
    let table = "party;proposal;stance\nNederlend;A/RES/73/27;0\nBelgiun;A/RES/73/27;0\n\
                 Canada;A/RES/73/27;0\n";
    window.drop_file("positions.csv", table.as_bytes(), WORKED_OUT);
    assert!(window.shows("2 questions"));
    window.press(Key::Enter);
    window.wait_for("Nederlend: Netherlands");
    window.wait_for("One question");
    window.press(Key::Enter);
    window.wait_for("Belgiun: Belgium");
    window.wait_for(WORKED_OUT);
    assert!(!window.shows_part("question"));
    window.click("Take back: Belgiun is Belgium");
    window.wait_for("One question");
    window.wait_for(WORKED_OUT);
    window.click("Belgiun: Leave it out");
    window.wait_for("Left out: 1");
    window.press(Key::Enter);
    window.wait_for("Imported");
    assert_eq!(window.stance("NLD", "A/RES/73/27"), Some(Stance::Accept));
    assert_eq!(window.stance("BEL", "A/RES/73/27"), Some(Stance::Object));
}

#[test]
fn what_a_column_holds_is_changed_by_its_menu_and_remembered_for_the_next_table() {
    let mut window = Window::new();
    let table = "who;what;position;extra\nNetherlands;A/RES/73/27;0;By note\n";
    window.drop_file("one.csv", table.as_bytes(), WORKED_OUT);
    window.click("Column D, extra: Not read");
    window.click("Note");
    window.wait_for("Column D, extra: Note");
    window.wait_for(WORKED_OUT);
    window.click("Import");
    window.wait_for("Imported");
    let table = "who;what;position;extra\nCanada;A/RES/73/27;0;By telephone\n";
    window.drop_file("two.csv", table.as_bytes(), WORKED_OUT);
    assert!(window.shows("Read as the last table with these headings."));
    window.press(Key::Enter);
    window.wait_for("Imported");
    let snapshot = window.document().snapshot();
    let proposal = snapshot.proposal_by_code("A/RES/73/27").unwrap().id;
    for (party, note) in [("NLD", "By note"), ("CAN", "By telephone")] {
        let party = snapshot.party_by_code(party).unwrap().id;
        assert!(snapshot.line(proposal, party).iter().any(|entry| entry.words == note), "{note}");
    }
}

#[test]
fn a_click_on_another_line_makes_it_the_header() {
    let mut window = Window::new();
    let table = "party;proposal;stance\nwho;what;position\nNetherlands;A/RES/73/27;0\n";
    window.drop_file("two-heads.csv", table.as_bytes(), WORKED_OUT);
    window.click("Line 2: who; what; position");
    window.wait_for("The header is on line 2");
    window.wait_for("New: 1");
    assert!(window.shows_part("Column A, who: Party"));
}

#[test]
fn a_table_that_is_left_leaves_nothing() {
    let mut window = Window::new();
    let before = window.steps();
    let table = "party;proposal;stance\nNLD;A/RES/73/27;0\n";
    window.drop_file("positions.csv", table.as_bytes(), WORKED_OUT);
    window.press(Key::Escape);
    assert!(!window.shows_part(WORKED_OUT));
    window.drop_file("positions.csv", table.as_bytes(), WORKED_OUT);
    window.click("Cancel");
    assert!(!window.shows_part(WORKED_OUT));
    assert_eq!(window.steps(), before);
    assert_eq!(window.stance("NLD", "A/RES/73/27"), Some(Stance::Object));
}

#[test]
fn a_wide_table_of_roll_calls_is_taken_in_as_one_step() {
    let mut window = Window::new();
    let before = window.document().snapshot().roll_calls.iter().count();
    let table = "rcid;unres;date;descr;Netherlands;China;Brazil\n\
                 9001;A/RES/79/990;2024-12-05;First;1;3;2\n\
                 9002;A/RES/79/991;2024-12-06;Second;1;3;8\n";
    window.drop_file("wide.csv", table.as_bytes(), "Recorded votes, one a row");
    window.wait_for("Wrong: ");
    window.click("Make proposals and known parties that are not here yet");
    window.wait_for("2 new proposals");
    window.press(Key::Enter);
    window.wait_for("Imported");
    assert_eq!(window.document().snapshot().roll_calls.iter().count(), before + 2);
    window.press_with(Modifiers::COMMAND, Key::Z);
    assert_eq!(window.document().snapshot().roll_calls.iter().count(), before);
}

#[test]
fn a_matrix_that_was_copied_elsewhere_is_taken_in_from_the_clipboard() {
    let mut window = Window::new();
    window.click("File");
    window.harness.get_by_label("Import a table from the clipboard").click();
    window.harness.event(Event::Paste("state\tA/RES/73/27\nCanada\t+\nBelgium\t0\n".to_owned()));
    window.wait_for(WORKED_OUT);
    window.click("Import");
    window.wait_for("Imported");
    assert_eq!(window.stance("BEL", "A/RES/73/27"), Some(Stance::Accept));
}

#[test]
fn what_is_missing_is_made_only_if_it_is_said() {
    let mut window = Window::new();
    let table = "party;proposal;stance\nNLD;Hotline;+\nBEL;Hotline;+\n";
    window.drop_file("new.csv", table.as_bytes(), "Wrong: 2");
    window.click("Make proposals and known parties that are not here yet");
    window.wait_for("A new proposal: Hotline");
    window.click("Import");
    window.wait_for("Imported");
    let snapshot = window.document().snapshot();
    assert!(snapshot.proposals.iter().any(|it| it.title.en == "Hotline" || it.code == "Hotline"));
}

#[test]
fn every_control_beside_a_table_has_a_name_and_is_large_enough() {
    for language in Language::ALL {
        let mut window =
            Window::with(Options { language: *language, ..Options::default() }, |_| {});
        let until = if *language == Language::Dutch { "Nieuw: " } else { WORKED_OUT };
        window.drop_file("standpunten.csv", text(&DUTCH).as_bytes(), until);
        let found = faults(&window);
        assert!(found.is_empty(), "{language:?}: {found:?}");
    }
}

#[test]
fn pictures_of_a_table_being_taken_in() {
    let mut results = egui_kittest::SnapshotResults::new();
    for (name, dark, language, until) in [
        ("taking_in", false, Language::English, WORKED_OUT),
        ("taking_in_dutch_dark", true, Language::Dutch, "Nieuw: "),
    ] {
        let mut window = Window::with(Options { dark, language, ..Options::default() }, |_| {});
        window.drop_file("standpunten.csv", text(&DUTCH).as_bytes(), until);
        window.harness.snapshot(name);
        results.extend_harness(&mut window.harness);
    }
}
