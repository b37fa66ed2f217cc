//! Importing a table: dropped or pasted, reviewed, changed, asked about, and imported as one step.

use cbm_workbench::model::{Keyed, Language, Stance};
use cbm_workbench::store::Passphrase;
use egui::accesskit::Role;
use egui::{Event, Key, Modifiers, ViewportCommand, ViewportEvent, ViewportId};
use egui_kittest::kittest::Queryable;

use crate::access::faults;
use crate::common::{Options, Window};
use crate::packed::xlsx;

/// Shown once a plan has been worked out.
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
fn where_two_layouts_fit_it_is_asked_with_the_likely_one_under_enter() {
    for other in [false, true] {
        let mut window = Window::new();
        let table = "who;what;Haltung\nNetherlands;A/RES/73/27;0\nCanada;A/RES/73/266;-\n";
        window.drop_file("one.csv", table.as_bytes(), "can be read in more than one way");
        if other {
            window.click("Read it as: Matrix: a party a row, a proposal a column");
            window.wait_for("Column C, Haltung: Stances or votes");
            window.press(Key::Escape);
            continue;
        }
        window.press(Key::Enter);
        window.wait_for("As you chose.");
        window.wait_for("New: 2");
        window.press(Key::Enter);
        window.wait_for("Imported");
        assert_eq!(window.stance("NLD", "A/RES/73/27"), Some(Stance::Accept));
    }
}

#[test]
fn a_table_of_a_header_alone_is_said_to_hold_nothing() {
    let mut window = Window::new();
    window.drop_file("head.csv", b"party;proposal;stance\n", WORKED_OUT);
    assert!(window.shows("There is nothing below the header."));
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
    window.click("Make missing proposals, known parties and known groups");
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
    window.click("Make missing proposals, known parties and known groups");
    window.wait_for("A new proposal: Hotline");
    window.click("Import");
    window.wait_for("Imported");
    let snapshot = window.document().snapshot();
    assert!(snapshot.proposals.iter().any(|it| it.title.en == "Hotline" || it.code == "Hotline"));
}

/// A grid as a colleague keeps it, with nothing of ours in it.
const GRID: [&[&str]; 6] = [
    &["Standpunten van de collega's"],
    &[],
    &["Land", "Meldpunt", "Normen", "Opmerkingen"],
    &["Nederland", "++", "0", ""],
    &["V.S.", "+", "-", "nog te horen"],
    &["Totaal", "2", "2", ""],
];

#[test]
fn a_spreadsheet_without_a_dossier_becomes_one_and_its_matrix_is_on_the_screen() {
    let mut window = Window::with(Options { template: None, ..Options::default() }, |_| {});
    window.drop_file("grid.xlsx", &xlsx("Blad1", &GRID), "Make a dossier of it");
    window.click("Make a dossier of it…");
    let path = window.beside("made.cbm");
    window.give_path(&path);
    window.wait_for("“Totaal” (line 6, column Land (A6)) seems to count the other lines");
    assert!(window.shows("2 new proposals: Meldpunt, Normen."), "what is missing is made");
    window.press(Key::Enter);
    window.wait_for("Totaal: Leave it out");
    window.wait_for("Left out: 2");
    window.press(Key::Enter);
    window.wait_for("Imported");
    window.wait_for("Netherlands, Meldpunt, ");
    assert_eq!(window.stance("NLD", "Meldpunt"), Some(Stance::Champion));
    assert_eq!(window.stance("USA", "Normen"), Some(Stance::Reserve));
    assert_eq!(window.document().path(), path);
}

#[test]
fn the_wall_shows_nothing_of_a_table_before_it_is_taken_in_and_asks_then() {
    let mut window = Window::with(Options::default(), |document| {
        let dossier = document.snapshot().dossier.clone();
        let dossier = cbm_workbench::model::Dossier {
            marking: cbm_workbench::model::Marking::Clear,
            ..dossier
        };
        document.apply(&cbm_workbench::document::Edit::change(dossier, "")).unwrap();
    });
    window.press(Key::F5);
    window.settle();
    window.click("Open");
    window.click_first("A/RES/73/27 Open-ended");
    let table = "party;proposal;stance;marking\nNLD;A/RES/73/27;+;CLEAR\n";
    window.drop_file("positions.csv", table.as_bytes(), WORKED_OUT);
    assert!(!window.shows_part("before the wall"), "nothing is asked yet");
    window.click("Import");
    window.wait_for("Imported");
    window.wait_for("Keep hidden");
    assert!(window.shows_part("Netherlands"), "it says what would appear");
}

#[test]
fn the_right_side_says_what_rows_become_by_a_scale_that_can_be_changed_and_nothing_is_guessed() {
    let mut window = Window::new();
    let table = "Land;A/RES/73/27;A/RES/73/266\nNederland;2;-1\nCongo;-2;1\nKorea;2;0\n";
    window.drop_file("scale.csv", table.as_bytes(), "Read them this way");
    assert!(window.shows("All saved"), "the place for what is said is kept");
    window.press(Key::Enter);
    window.wait_for("2 questions");
    // With several states none is the likely one.
    window.press(Key::Enter);
    window.settle();
    assert!(window.shows("2 questions"));
    window.click("“Congo” is Republic of the Congo");
    window.wait_for("One question");
    window.press(Key::Enter);
    window.settle();
    assert!(window.shows("One question"));
    window.click("“Korea” is South Korea");
    window.wait_for("New: ");
    let said = crate::room::words(&window);
    assert!(said.contains("Netherlands · A/RES/73/27 ++ · A/RES/73/266 −"), "{said}");
    assert!(window.shows_part("Republic of the Congo · A/RES/73/27 −− · A/RES/73/266 +"));
    // Below the visible part.
    for name in ["2 stands for: Actively champions", "Supports"] {
        window.harness.get_by_label(name).click_accesskit();
        window.settle();
    }
    window.wait_for("2 stands for: Supports");
    window.wait_for("Netherlands · A/RES/73/27 + · A/RES/73/266 −");
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

/// A table that takes a while: an entry per day for every state on every resolution.
fn large(window: &Window) -> String {
    let snapshot = window.document().snapshot();
    let mut table = String::from("party;proposal;stance;date\n");
    for proposal in snapshot.proposals.iter() {
        // NAM is also a group, so that it would be asked about.
        for party in snapshot.parties.iter().filter(|party| party.code != "NAM") {
            for day in 1..=3 {
                let line = format!("{};{};0;2024-03-{day:02}\n", party.code, proposal.code);
                table.push_str(&line);
            }
        }
    }
    table
}

/// Begins to import a table that takes a while, and draws a few frames of it.
fn begin(window: &mut Window) {
    let table = large(window);
    window.drop_file("large.csv", table.as_bytes(), WORKED_OUT);
    window.harness.get_by_label("Import").click();
    for _ in 0..4 {
        window.harness.step();
    }
    assert!(window.shows_part("Importing"));
    assert!(window.harness.state().document().is_none(), "the dossier is away");
}

#[test]
fn the_window_draws_while_a_large_table_is_imported_and_one_undo_takes_it_back() {
    let mut window = Window::new();
    let (before, entries) = (window.steps(), window.document().snapshot().positions.iter().count());
    begin(&mut window);
    // Nothing pressed meanwhile reaches the dossier.
    window.harness.key_press_modifiers(Modifiers::COMMAND, Key::Z);
    window.harness.event(Event::Text("+".to_owned()));
    let mut frames = 0;
    while window.harness.state().document().is_none() && frames < 10_000 {
        std::thread::sleep(std::time::Duration::from_millis(2));
        window.harness.step();
        frames += 1;
    }
    assert!(frames > 4, "{frames} frames were drawn");
    window.wait_for("Imported");
    assert_eq!(window.steps(), before + 1);
    assert!(window.document().snapshot().positions.iter().count() > entries + 5_000);
    window.press_with(Modifiers::COMMAND, Key::Z);
    assert_eq!(window.document().snapshot().positions.iter().count(), entries);
}

#[test]
fn an_import_that_is_cancelled_leaves_nothing_and_can_be_begun_again() {
    let mut window = Window::new();
    let before = window.steps();
    let entries = window.document().snapshot().positions.iter().count();
    begin(&mut window);
    window.click("Cancel");
    window.wait_for("Cancelled: nothing of this table is in the dossier.");
    assert_eq!(window.steps(), before);
    assert_eq!(window.document().reload().unwrap().positions.iter().count(), entries);
    window.wait_for(WORKED_OUT);
    window.click("Import");
    window.wait_for("Imported");
    assert_eq!(window.steps(), before + 1);
}

#[test]
fn a_window_closed_during_an_import_waits_and_closed_again_cancels_it() {
    let close = |window: &mut Window| {
        let viewport = window.harness.input_mut().viewports.entry(ViewportId::ROOT).or_default();
        viewport.events.push(ViewportEvent::Close);
        window.harness.step();
        commands(window).contains(&ViewportCommand::CancelClose)
    };
    let until_closed = |window: &mut Window| {
        for _ in 0..10_000 {
            window.harness.step();
            if commands(window).contains(&ViewportCommand::Close) {
                return;
            }
            std::thread::sleep(std::time::Duration::from_millis(2));
        }
        panic!("the window does not close");
    };
    let mut window = Window::new();
    let before = window.steps();
    begin(&mut window);
    assert!(close(&mut window) && window.shows_part("The window closes once this is done."));
    until_closed(&mut window);
    assert_eq!(window.steps(), before + 1, "it was asked for, so it is done");
    let mut window = Window::new();
    begin(&mut window);
    assert!(close(&mut window) && close(&mut window));
    until_closed(&mut window);
    assert_eq!(window.steps(), before);
}

fn commands(window: &Window) -> Vec<ViewportCommand> {
    let outputs = window.harness.output().viewport_output.get(&ViewportId::ROOT);
    outputs.map_or_else(Vec::new, |output| output.commands.clone())
}

#[test]
fn a_dossier_locked_during_an_import_is_as_it_was_and_shows_the_table_again() {
    let mut window = Window::with(Options::default(), |document| {
        let passphrase = Passphrase::new("gravel ocarina".to_owned()).unwrap();
        document.set_passphrase(Some(&passphrase)).unwrap();
    });
    let before = window.steps();
    begin(&mut window);
    window.press_with(Modifiers::COMMAND, Key::L);
    assert!(window.shows("Locked") && !window.shows_part("Importing"));
    window.harness.get_by_role_and_label(Role::PasswordInput, "Passphrase").focus();
    window.settle();
    window.type_text("gravel ocarina");
    window.harness.get_by_role_and_label(Role::Button, "Open").click();
    // The choices and answers come back, and nothing of the table is in the dossier.
    window.wait_for(WORKED_OUT);
    assert!(window.shows_part("large.csv"));
    assert_eq!(window.steps(), before);
}

#[test]
fn the_room_keeps_its_wall_while_a_table_is_imported() {
    let mut window = Window::new();
    window.press(Key::F5);
    window.settle();
    window.click("Open");
    window.click_first("A/RES/73/27 Open-ended");
    begin(&mut window);
    assert!(window.shows("Room open · TLP:CLEAR"));
    window.press(Key::Escape);
    window.wait_for("Cancelled: nothing of this table is in the dossier.");
    window.press(Key::Escape);
    assert!(window.shows("Room open · TLP:CLEAR"));
    assert!(window.shows_part("A/RES/73/27 Open-ended"), "on the slide it was on");
}

#[test]
fn the_titles_of_votes_are_found_in_the_same_workbook_and_that_is_said() {
    let mut window = Window::new();
    let votes = "rcid,Country,vote\n9001,Netherlands,yes\n9001,China,no";
    let titles = "rcid,unres,date,descr\n9001,A/RES/79/990,2024-12-05,A hotline";
    let book = crate::fods::fods(&[("Resolutions", titles), ("Votes", votes)]);
    window.drop_file("votes.ods", &book, "Titles and days from Resolutions");
    assert!(window.shows("Found in the same file") && window.shows("Sheet Votes"));
    window.wait_for("Wrong: ");
    window.click("Make missing proposals, known parties and known groups");
    window.wait_for("A new proposal");
    window.click("Titles and days from Resolutions");
    window.click("No other table");
    window.wait_for("Wrong: 2");
    assert!(!window.shows("Found in the same file"));
}
