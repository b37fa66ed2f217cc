//! A dossier made from a pasted table: whatever is uncertain is asked before anything is created.

use cbm_workbench::analysis::{Outcome, coalition};
use cbm_workbench::model::{Language, PartyKind, Stance};
use egui::{Event, Key, Modifiers, Role};
use egui_kittest::kittest::{NodeT, Queryable};

use crate::common::{Options, Window, clock};

fn start(options: Options) -> Window {
    let mut window = Window::with(Options { template: None, ..options }, |_| {});
    let open = if options.language == Language::Dutch {
        "Nieuw uit een tabel…"
    } else {
        "New from a table…"
    };
    window.click(open);
    window
}

fn paste(table: &str) -> Window {
    let mut window = start(Options::default());
    window.harness.event(Event::Paste(table.to_owned()));
    window.settle();
    // The table is read, and then the first question takes the focus.
    window.settle();
    window
}

fn can_make(window: &Window) -> bool {
    let make = window.harness.get_by_role_and_label(Role::Button, "Make a dossier…");
    !make.accesskit_node().is_disabled()
}

fn make(window: &mut Window) {
    assert!(can_make(window), "everything was answered");
    let path = window.beside("pasted.cbm");
    window.click("Make a dossier…");
    window.give_path(&path);
    window.wait_for("Coalition matrix");
}

#[test]
fn a_pasted_table_in_which_states_object_shows_no_consensus() {
    let mut window = paste(
        "party\tHotline\nRussian Federation\t--\nFrance\t+\nIran (Islamic Republic of)\t--\n",
    );
    make(&mut window);
    let snapshot = window.document().snapshot();
    assert!(snapshot.parties.iter().all(|it| it.decides && it.kind == PartyKind::State));
    let (slot, _) = snapshot.proposals.slots().next().unwrap();
    let adoption = coalition(snapshot, clock().today()).column(slot).unwrap().adoption;
    assert_eq!(adoption.consensus, Outcome::Fails);
    assert!(!window.shows_part("Consensus: passes"));
}

#[test]
fn no_dossier_is_made_before_every_name_is_answered_and_enter_takes_the_likely_answer() {
    let mut window = paste("party\tHotline\nUkrane\t--\nAcme Ltd\t+\nFrance\t+\n");
    assert!(window.shows("2 names are uncertain"));
    assert!(window.shows("2 answers are still needed.") && !can_make(&window));
    let likely = "Ukrane: The state Ukraine";
    assert!(window.harness.get_by_label(likely).is_focused(), "it waits under Enter");
    window.press(Key::Enter);
    window.settle();
    assert!(window.shows("One answer is still needed.") && !can_make(&window));
    // The next name has no likely match: its list opens, and typing searches it.
    assert!(window.harness.get_by_label("Acme Ltd: Choose…").is_focused());
    window.press(Key::Enter);
    window.settle();
    window.type_text("company");
    window.press(Key::Enter);
    window.settle();
    window.settle();
    assert!(window.shows("Acme Ltd: A separate party: company"));
    // Whether it decides can be chosen.
    window.click("Acme Ltd: Decides");
    make(&mut window);
    let parties = &window.document().snapshot().parties;
    let acme = parties.iter().find(|it| it.code == "ACMELTD").unwrap();
    assert!(acme.kind == PartyKind::Company && acme.decides);
    assert_eq!(window.stance("UKR", "Hotline"), Some(Stance::Object));
    assert_eq!(parties.iter().count(), 3);
}

#[test]
fn an_ambiguous_code_offers_both_and_a_group_never_silently_becomes_a_party() {
    let mut window = paste("party\tHotline\nAU\t--\nEU\t+\nNL\t+\nFR\t0\n");
    assert!(!can_make(&window));
    assert!(window.shows("AU: The group African Union, for its members"));
    window.click("AU: The state Australia");
    window.settle();
    window.click("EU: The group European Union, for its members");
    window.settle();
    make(&mut window);
    assert_eq!(window.stance("AUS", "Hotline"), Some(Stance::Object));
    let snapshot = window.document().snapshot();
    assert_eq!(snapshot.groups.iter().map(|it| it.code.as_str()).collect::<Vec<_>>(), ["EU"]);
    assert_eq!(snapshot.parties.iter().count(), 3);
}

#[test]
fn three_hundred_unknown_names_are_answered_at_once() {
    let rows: String = (0..300).map(|n| format!("Company {n}\t+\n")).collect();
    let mut window = paste(&format!("party\tHotline\nFrance\t+\n{rows}"));
    assert!(window.shows("300 answers are still needed."));
    // It is just above the first of them.
    assert!(window.harness.get_by_label("Company 0: Choose…").is_focused());
    window.press_with(Modifiers::SHIFT, Key::Tab);
    assert!(window.harness.get_by_label("All 300 still open are…").is_focused());
    window.press(Key::Enter);
    window.settle();
    window.type_text("company");
    window.press(Key::Enter);
    window.settle();
    make(&mut window);
    let snapshot = window.document().snapshot();
    assert_eq!(snapshot.parties.iter().filter(|it| it.kind == PartyKind::Company).count(), 300);
    assert_eq!(snapshot.parties.iter().filter(|it| it.decides).count(), 1);
}

#[test]
fn rows_of_one_state_that_contradict_each_other_are_decided_on_first() {
    let mut window = paste("party\tHotline\nNetherlands\t+\nNederland\t--\nNLD\t--\n");
    assert!(window.shows("One party appears more than once and contradicts itself"));
    assert!(
        window.shows("Hotline: line 2 says supports; line 3 says objects; line 4 says objects")
    );
    assert!(!can_make(&window));
    assert!(window.harness.get_by_label("Netherlands: What line 2 says").is_focused());
    window.click("Netherlands: What line 3 says");
    window.settle();
    make(&mut window);
    assert_eq!(window.document().snapshot().parties.iter().count(), 1);
    assert_eq!(window.stance("NLD", "Hotline"), Some(Stance::Object));
}

#[test]
fn what_is_left_out_is_listed_and_must_be_confirmed() {
    let mut window = paste("Overview\t\n\t\nparty\tHotline\nFrance\t+\nChina\t—\nIndia\tX\n");
    assert!(window.shows("Line 1 is above the heading of the table and is left out."));
    assert!(window.shows("One cell says that no stance was taken (X, absent)."));
    assert!(window.shows_part("line 5, column 2: — (a dash"));
    assert!(!can_make(&window));
    window.click("Leave these cells out");
    make(&mut window);
    assert_eq!(window.stance("CHN", "Hotline"), None);
    assert_eq!(window.document().snapshot().parties.iter().count(), 3);
}

#[test]
fn a_table_that_cannot_be_read_in_full_says_so_and_makes_no_dossier() {
    let window = paste("party\tHotline\n\"Holland\t+\nFrance\t--\nChina\t--\n");
    assert!(window.shows_part("A quotation mark opens on line 2") && !can_make(&window));
    let row = format!("France{}\n", "\t+".repeat(5300));
    let window = paste(&format!("party{}\n{}", "\tP".repeat(5300), row.repeat(193)));
    assert!(window.shows_part("The table has 1028394 cells; 1000000 fit"), "with its numbers");
    assert!(!can_make(&window));
}

#[test]
fn a_table_without_a_header_is_asked_about_once_and_its_proposals_are_named_here() {
    let mut window = paste("France\t+\t0\nChina\t--\t+\n");
    assert!(window.shows_part("No line seems to name the proposals: line 1 is data already."));
    assert!(window.shows("2 parties, 2 proposals, 4 stances.") && !can_make(&window));
    assert!(window.harness.get_by_label("No header row").is_focused(), "the likely answer");
    window.press(Key::Enter);
    window.settle();
    assert!(window.shows("No header row: every line is read.") && can_make(&window));
    let first = window.harness.get_by_role_and_label(Role::TextInput, "Proposal in column B");
    assert_eq!(first.value().as_deref(), Some("Column B"), "a name to begin with");
    first.focus();
    window.settle();
    window.press_with(Modifiers::COMMAND, Key::A);
    window.press(Key::Backspace);
    window.settle();
    assert!(window.shows("One answer is still needed.") && !can_make(&window), "it needs a name");
    window.type_text("Hotline");
    make(&mut window);
    assert_eq!(window.stance("CHN", "P-1"), Some(Stance::Object));
    assert_eq!(window.stance("CHN", "P-2"), Some(Stance::Support));
}

#[test]
fn the_first_line_is_the_header_or_none_as_the_user_says() {
    let mut window = paste("Norway\t+\nFrance\t+\nChina\t--\n");
    window.click("Line 1 is the header");
    window.settle();
    assert!(window.shows("2 parties, one proposal, 2 stances.") && can_make(&window));
    window.click("No header row");
    window.settle();
    assert!(window.shows("3 parties, one proposal, 3 stances.") && can_make(&window));
    // Another table is asked about afresh.
    let mut window = paste("party\tHotline\nFrance\t+\n");
    assert!(window.shows("The header is on line 1."));
    window.click("No header row");
    window.settle();
    assert!(window.shows_part("party") && !can_make(&window), "then party is a name");
}

#[test]
fn a_list_of_positions_is_no_matrix_and_goes_to_the_import_which_reads_it() {
    let list = "who;what;how\nNetherlands;Hotline;+\nFrance;Norms;--\n";
    let mut window = paste(list);
    assert!(window.shows_part("It may be: Positions") && !can_make(&window));
    assert!(!window.shows_part("is left out"), "nothing is read as a matrix meanwhile");
    let path = window.beside("list.cbm");
    window.press(Key::Enter);
    window.give_path(&path);
    window.wait_for("New: 2");
    window.press(Key::Enter);
    window.wait_for("Imported");
    assert_eq!(window.stance("FRA", "Norms"), Some(Stance::Object));
    // It can be declared a matrix all the same.
    let mut window = paste(list);
    window.click("Read it as a matrix");
    window.settle();
    assert!(window.shows_part("2 cells are left out:"));
}

#[test]
fn questions_are_in_the_users_language() {
    let mut window = start(Options { language: Language::Dutch, ..Options::default() });
    window.harness.event(Event::Paste("partij\tHotline\nFrankrjk\t+\nDuitsland\t-\n".to_owned()));
    window.settle();
    window.settle();
    assert!(window.shows("Frankrjk: De staat Frankrijk"));
    assert!(window.shows("Er is nog één antwoord nodig."));
}

#[test]
fn a_pasted_table_stands_as_it_is_beside_what_each_party_in_it_says() {
    for size in [egui::vec2(1280.0, 720.0), egui::vec2(1920.0, 1080.0)] {
        let mut window = start(Options { size, ..Options::default() });
        let table = "Land\tMeldpunt\tNormen\nNederland\t++\t-\nBelgië\t0\t\nAcme Ltd\t+\t+\n";
        window.harness.event(Event::Paste(table.to_owned()));
        window.settle();
        window.settle();
        let place = |name: &str| window.harness.get_by_label(name).rect();
        let (left, right) =
            (place("Line 2: Nederland; ++; -"), place("Netherlands · Meldpunt ++ · Normen −"));
        assert!(window.shows("Header, line 1: Land; Meldpunt; Normen"));
        assert!(window.shows("Belgium · Meldpunt 0"));
        assert!(!window.shows_part("Acme Ltd ·"), "it is asked first who that is");
        assert!(left.left() < right.left() && right.right() > left.right(), "{left} {right}");
        assert!(right.bottom() < size.y, "in view");
    }
}
