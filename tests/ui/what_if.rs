//! Scenarios on screen, the matrix under one, and everything that still shows reality.

use cbm_workbench::document::{Document, Edit};
use cbm_workbench::model::{
    AgendaItem, Language, Meeting, Procedure, Scenario, ScenarioMove, Snapshot, Stance, Table,
};
use egui::accesskit::Role;
use egui::{Key, Modifiers};
use egui_kittest::kittest::{NodeT, Queryable};

use crate::common::{Options, Window, clock};
use crate::meeting::meeting;
use crate::room::words;

const BOTH: Modifiers = Modifiers::COMMAND.plus(Modifiers::SHIFT);

/// Two scenarios: in one, Brazil and the EU move.
pub fn assume(document: &mut Document) {
    let snapshot = document.snapshot();
    let own = snapshot.dossier.marking;
    let (one, other) = (Scenario::new("Brazil moves", own), Scenario::new("Nobody moves", own));
    let party = snapshot.party_by_code("BRA").unwrap().id;
    let proposal = snapshot.proposal_by_code("A/RES/73/27").unwrap().id;
    let moved = ScenarioMove::new(one.id, proposal, party, Some(Stance::Object), own);
    let edit = Edit::add(one, "").put(other).put(moved);
    document.apply(&edit).unwrap();
}

fn window() -> Window {
    Window::with(Options::default(), assume)
}

/// Filters the matrix, so that the cells of Brazil are in view.
fn find_brazil(window: &mut Window) {
    window.press_with(Modifiers::COMMAND, Key::F);
    window.type_text("Brazil");
    window.press(Key::Enter);
}

/// The stances that are assumed, in the order they were made.
fn assumed(snapshot: &Snapshot) -> Vec<Option<Stance>> {
    snapshot.scenario_moves.iter().map(|it| it.stance).collect()
}

#[test]
fn the_bar_of_a_camp_opens_the_list_of_those_it_counts() {
    let mut window = window();
    window.press_with(BOTH, Key::I);
    let bars = |window: &Window| -> Vec<String> {
        let all = window.harness.get_all_by_role(Role::Button);
        let named = all.filter_map(|it| it.accesskit_node().label());
        named.filter(|it| it.starts_with("Swing: ")).collect()
    };
    let all = bars(&window);
    assert!(all.len() >= 2 && all[0] != all[1], "today and with Brazil elsewhere: {all:?}");
    window.click_first(&all[1]);
    let sign = format!("{} ", Stance::Support.sign());
    let names = window.harness.get_all_by_role(Role::Button);
    let names = names.filter_map(|it| it.accesskit_node().label());
    let first = names.filter(|it| it.starts_with(&sign)).min().unwrap();
    window.click(&first);
    let name = first.trim_start_matches(&*sign);
    assert!(window.shows(&format!("{name} on 73/27")), "{name}: its entries are beside it");
    let snapshot = window.document().snapshot();
    assert_eq!(snapshot.count(Table::ScenarioMoves), 1, "looking changes nothing");
}

#[test]
fn a_scenario_is_made_and_filled_by_keyboard_and_comes_true_one_move_at_a_time() {
    let mut window = Window::new();
    window.press_with(BOTH, Key::I);
    assert!(window.shows_part("No scenario yet"));
    window.press_with(BOTH, Key::N);
    let made = window.document().snapshot().scenarios.iter().next().unwrap().clone();
    assert_eq!(made.name, "New scenario");
    // The name has the focus.
    window.press_with(Modifiers::COMMAND, Key::A);
    window.type_text("Brazil moves");
    window.press(Key::Tab);
    assert_eq!(window.document().snapshot().scenarios.iter().next().unwrap().name, "Brazil moves");
    let positions = window.document().snapshot().count(Table::Positions);
    window.tab_to("Who moves");
    window.press(Key::Enter);
    window.type_text("Brazil");
    window.press(Key::Enter);
    window.tab_to("On which proposal");
    window.press(Key::Enter);
    window.type_text("73/27");
    window.press(Key::Enter);
    window.tab_to("Objects");
    window.press(Key::Enter);
    assert_eq!(assumed(window.document().snapshot()), [Some(Stance::Object)]);
    assert_eq!(window.document().snapshot().count(Table::Positions), positions);
    window.press_with(Modifiers::COMMAND, Key::Z);
    assert!(assumed(window.document().snapshot()).is_empty(), "undone");
    window.press_with(Modifiers::COMMAND, Key::Y);
    // It is changed, and comes true as an entry with a form for its source.
    window.click_first("Brazil · A/RES/73/27: ");
    window.click("It has happened");
    assert!(assumed(window.document().snapshot()).is_empty());
    assert_eq!(window.stance("BRA", "A/RES/73/27"), Some(Stance::Object));
    assert!(window.shows_part("It is an entry of today now"));
    assert!(window.shows("Source"), "the form of the entry");
    window.press_with(Modifiers::COMMAND, Key::Z);
    assert_eq!(assumed(window.document().snapshot()), [Some(Stance::Object)], "one step");
    assert_ne!(window.stance("BRA", "A/RES/73/27"), Some(Stance::Object));
}

#[test]
fn scenarios_stand_beside_today_with_what_they_change() {
    let mut window = window();
    window.press_with(BOTH, Key::I);
    assert!(window.shows("Brazil moves") && window.shows("Nobody moves"));
    assert!(window.shows_part("(+1)"), "one more against");
    assert!(window.shows_part("(−1)"), "one fewer for or abstaining");
    window.click("Compare “Brazil moves” with today");
    assert!(window.shows("Nothing is assumed yet."), "the other one assumes nothing");
    window.click("Compare “Brazil moves” with today");
    window.click("Simple majority");
    assert!(window.shows_part("(+1)"));
}

#[test]
fn what_is_decided_together_is_told_in_each_scenario_as_one() {
    let mut window = Window::with(Options::default(), |document| {
        assume(document);
        let snapshot = document.snapshot();
        let id = |code: &str| snapshot.proposal_by_code(code).unwrap().id;
        let meeting = Meeting::new("Vote on the package", "2026-12-07".parse().unwrap());
        let mut item = AgendaItem::new(meeting.id, id("A/RES/73/27"));
        item.procedure = Some(Procedure::TwoThirds);
        let mut other = AgendaItem::new(meeting.id, id("A/RES/73/187"));
        other.with = Some(item.id);
        document.apply(&Edit::add(meeting, "").put(item).put(other)).unwrap();
    });
    window.press_with(BOTH, Key::I);
    window.click("Two-thirds");
    assert!(window.shows("Decided together"));
    assert!(window.shows_part(": the whole fails, as "));
    let mut codes = window.harness.query_all_by_role_and_label(Role::Link, "A/RES/73/187");
    assert!(codes.next().is_some(), "a code leads to its proposal");
}

#[test]
fn the_way_to_the_matrix_stays_in_view_behind_a_long_name() {
    let name = "A very long name, as a scenario gets after a fortnight of talks in three cities "
        .repeat(3);
    let mut window = Window::with(Options::default(), |document| {
        let own = document.snapshot().dossier.marking;
        document.apply(&Edit::add(Scenario::new(name.trim(), own), "")).unwrap();
    });
    window.press_with(BOTH, Key::I);
    let look = window.harness.get_by_label_contains("Show in the matrix");
    let inspector = window.harness.get_by_label_contains("Select a cell, a row or a column");
    assert!(look.rect().right() < inspector.rect().left(), "{:?}", look.rect());
}

#[test]
fn a_move_that_changes_nothing_says_why_and_figures_lead_to_whom_they_count() {
    let mut window = Window::with(Options::default(), |document| {
        let snapshot = document.snapshot();
        let own = snapshot.dossier.marking;
        let one = Scenario::new("The EU follows", own);
        let group = snapshot.groups.iter().find(|it| it.code == "EU").unwrap().id;
        let proposal = snapshot.proposal_by_code("A/RES/73/27").unwrap().id;
        let moved = ScenarioMove::new(one.id, proposal, group, Some(Stance::Support), own);
        document.apply(&Edit::add(one, "").put(moved)).unwrap();
    });
    window.press_with(BOTH, Key::I);
    assert!(window.shows_part("changes nothing, as all 27 members speak for themselves"));
    window.click_first("Against: 46");
    window.click("Albania");
    assert!(window.shows("Who of ours calls"), "the inspector shows its stance");
}

#[test]
fn the_matrix_under_a_scenario_says_so_takes_stances_into_it_and_leaves_what_is_alone() {
    let mut window = window();
    let real = window.stance("BRA", "A/RES/73/27");
    find_brazil(&mut window);
    let cell = |window: &Window, words: &str| {
        let name = "Brazil, A/RES/73/27, ";
        let found = window.harness.state().document().is_some();
        found && window.shows_part(&format!("{name}{words}"))
    };
    assert!(!cell(&window, "objects, assumed"));
    window.press_with(BOTH, Key::A);
    assert!(window.shows_part("Under the scenario “Brazil moves”"));
    assert!(cell(&window, "objects, assumed; today: "), "in words, not by colour alone");
    // A stance that is set goes into the scenario, and nowhere else.
    let steps = window.steps();
    window.click_first("Brazil, A/RES/73/27, ");
    window.type_text("+");
    assert_eq!(window.steps(), steps + 1);
    assert_eq!(assumed(window.document().snapshot()), [Some(Stance::Support)]);
    assert_eq!(window.stance("BRA", "A/RES/73/27"), real);
    window.press(Key::Delete);
    assert!(assumed(window.document().snapshot()).is_empty(), "taken back");
    assert_eq!(window.stance("BRA", "A/RES/73/27"), real);
    window.press(Key::Delete);
    assert!(window.shows_part("assumes nothing of these cells"));
    window.press_with(Modifiers::COMMAND, Key::Z);
    // The same command leads back.
    window.press_with(BOTH, Key::A);
    assert!(!window.shows_part("Under the scenario"));
    assert!(!cell(&window, "supports, assumed"));
    let steps = window.steps();
    window.click_first("Brazil, A/RES/73/27, ");
    window.type_text("~");
    assert_eq!(window.steps(), steps + 1);
    assert_eq!(window.stance("BRA", "A/RES/73/27"), Some(Stance::NoInstructions));
}

#[test]
fn other_screens_and_the_inspector_go_on_showing_what_is() {
    let mut window = window();
    find_brazil(&mut window);
    window.press_with(BOTH, Key::A);
    window.click_first("Brazil, A/RES/73/27, ");
    // The inspector has the real line, no entry of today, and cannot be mistaken for the scenario.
    assert!(!window.shows("21 Nov 2026, Objects"));
    let steps = window.steps();
    window.click("Has reservations");
    assert_eq!(window.steps(), steps, "refused: it is only to be read there");
    window.press_with(BOTH, Key::J);
    assert!(!window.shows_part("Under the scenario"));
    window.press_with(Modifiers::COMMAND, Key::Num1);
    assert!(window.shows_part("Under the scenario"), "still on view where it was");
    window.click("Back to today");
    assert!(!window.shows_part("Under the scenario"));
    // A deleted scenario is no longer in view.
    window.press_with(BOTH, Key::A);
    window.press_with(BOTH, Key::I);
    window.harness.get_by_role_and_label(Role::Button, "Brazil moves").click();
    window.settle();
    window.press_with(Modifiers::COMMAND, Key::Delete);
    window.harness.get_by_role_and_label(Role::Button, "Delete").click();
    window.settle();
    window.press_with(Modifiers::COMMAND, Key::Num1);
    assert!(!window.shows_part("Under the scenario"));
}

#[test]
fn without_a_scenario_the_command_leads_to_where_one_is_made() {
    let mut window =
        Window::with(Options { language: Language::Dutch, ..Options::default() }, |_| {});
    window.press_with(BOTH, Key::A);
    assert!(window.shows_part("Er is nog geen scenario"));
    assert!(window.shows("Scenario toevoegen"));
}

#[test]
fn the_wall_shows_real_figures_while_the_desk_looks_at_a_scenario() {
    let mut window = meeting(assume);
    let before = words(&window);
    assert!(before.contains("A/RES/73/27"), "{before}");
    window.press_with(BOTH, Key::A);
    assert!(window.shows_part("Under the scenario “Brazil moves”"));
    window.press_with(BOTH, Key::R);
    assert_eq!(words(&window), before);
    assert!(!window.shows_part("Under the scenario"));
}

#[test]
fn a_party_that_said_yes_to_both_of_two_texts_is_seen_beside_its_votes() {
    let mut window = Window::new();
    let snapshot = window.document().snapshot();
    let yes = |code: &str, text: &str| {
        let (party, proposal) =
            (snapshot.party_by_code(code).unwrap().id, snapshot.proposal_by_code(text).unwrap().id);
        snapshot
            .current_position(proposal, party, clock().today())
            .and_then(|it| it.stance)
            .is_some_and(|it| matches!(it, Stance::Champion | Stance::Support))
    };
    let both = snapshot
        .parties
        .iter()
        .find(|it| yes(&it.code, "A/RES/73/27") && yes(&it.code, "A/RES/73/266"))
        .unwrap();
    let name = both.name.en.clone();
    window.press_with(Modifiers::COMMAND, Key::Num3);
    window.press_with(Modifiers::COMMAND, Key::F);
    window.type_text(&name);
    window.click_first(&format!("{name}, "));
    assert!(window.shows("A/RES/73/27 and A/RES/73/266: yes to both"));
    assert!(window.shows_part(", yes to both"), "and on the strip itself");
    // By group, too.
    window.press_with(BOTH, Key::P);
    assert!(!window.shows_part("EU, Yes to both: "));
    window.click("By group");
    assert!(window.shows_part("EU, Yes to both: "));
}
