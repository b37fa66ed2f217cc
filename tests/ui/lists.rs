//! Lists: finding, sorting, adding, deleting.

use egui::accesskit::Role;
use egui::{Key, Modifiers};
use egui_kittest::kittest::{NodeT, Queryable};

use crate::common::{Options, Window};
use cbm_workbench::command::Screen;
use cbm_workbench::document::{Document, Edit, StepName};
use cbm_workbench::library::templates::Template;
use cbm_workbench::model::{
    Comment, Keyed, Language, Meeting, Obstacle, Paragraph, Proposal, Remedy, Scenario, Stance,
    Version,
};
use cbm_workbench::text::Text;

fn go(window: &mut Window, key: Key) {
    window.press_with(Modifiers::COMMAND, key);
}

fn first_row(window: &Window) -> String {
    let rows = window.harness.get_all_by_role(Role::Row);
    let mut rows: Vec<_> = rows
        .map(|row| (row.rect().top(), row.accesskit_node().label().unwrap_or_default()))
        .collect();
    rows.sort_by(|a, b| a.0.total_cmp(&b.0));
    rows[0].1.clone()
}

fn show(window: &mut Window, screen: Screen) {
    let name = Text::new(Language::English).label(screen);
    window.harness.get_by_role_and_label(Role::Tab, name).click();
    window.settle();
}

/// Puts something on every screen.
fn everything(document: &mut Document) {
    let proposals: Vec<_> = document.snapshot().proposals.iter().map(|it| it.id).collect();
    let clock = crate::common::clock();
    let mut edit = Edit::new(StepName::Assess, "");
    for proposal in &proposals {
        let version = Version::new(*proposal, "rev.1", 0);
        let paragraph = Paragraph::new(version.id, 0, "States share information");
        edit = edit.put(version).put(paragraph);
    }
    edit = edit.put(Remedy::new(proposals[0], Obstacle::Proxies, "A remedy"));
    edit = edit.put(Comment::new(proposals[0].into(), "A remark", "A. Desk", clock.now()));
    edit = edit.put(Meeting::new("A session", clock.today()));
    edit = edit.put(Scenario::new("If some moved", document.snapshot().dossier.marking));
    document.apply(&edit).unwrap();
}

/// What is found on a screen by typing, and what it says if nothing is; `None` if nothing is typed there.
/// The compiler asks for every screen.
fn finds(screen: Screen) -> Option<(&'static str, &'static str)> {
    const NOTHING: &str = "Nothing in this list matches.";
    match screen {
        Screen::Matrix => Some(("Netherlands", "No cell matches these filters.")),
        Screen::Calls | Screen::Engagement => Some(("Brazil", NOTHING)),
        Screen::Proposals | Screen::RollCalls | Screen::Sources | Screen::Markings => {
            Some(("A/RES/73/27", NOTHING))
        }
        Screen::Text => Some(("information", NOTHING)),
        Screen::Parties => Some(("Netherlands", NOTHING)),
        Screen::Groups => Some(("European Union", NOTHING)),
        Screen::Remedies => Some(("A remedy", NOTHING)),
        Screen::Calendar => Some(("A session", NOTHING)),
        Screen::Pairs => Some(("77/36", NOTHING)),
        Screen::WhatIf => Some(("If some moved", NOTHING)),
        Screen::Library => Some(("OSCE CBM 1 ", NOTHING)),
        Screen::Comments => Some(("A remark", NOTHING)),
        Screen::History => Some(("Assess", NOTHING)),
        Screen::Obstacles | Screen::Room => None,
    }
}

#[test]
fn every_screen_can_be_reached_and_shows_its_heading() {
    let mut window = Window::new();
    for (key, screen) in [
        (Key::Num2, Screen::Proposals),
        (Key::Num3, Screen::Parties),
        (Key::Num4, Screen::Groups),
        (Key::Num5, Screen::Obstacles),
        (Key::Num6, Screen::RollCalls),
        (Key::Num7, Screen::Sources),
        (Key::Num8, Screen::Library),
        (Key::Num9, Screen::History),
        (Key::Num1, Screen::Matrix),
    ] {
        go(&mut window, key);
        window.harness.get_by_role_and_label(Role::Heading, heading(screen));
    }
    for screen in Screen::ALL {
        show(&mut window, *screen);
        window.harness.get_by_role_and_label(Role::Heading, heading(*screen));
    }
}

/// The heading of a screen: its name.
fn heading(screen: Screen) -> &'static str {
    match screen {
        Screen::Matrix => "Coalition matrix",
        other => Text::new(Language::English).label(other),
    }
}

#[test]
fn what_is_typed_narrows_every_list_and_each_says_when_nothing_matches() {
    let mut window = Window::with(Options::default(), everything);
    let mut faults = Vec::new();
    for screen in Screen::ALL {
        show(&mut window, *screen);
        window.press_with(Modifiers::COMMAND, Key::F);
        let fields = window.harness.query_all_by_role(Role::TextInput);
        let focused = fields.filter(|it| it.accesskit_node().is_focused()).count();
        let Some((found, nothing)) = finds(*screen) else {
            assert_eq!(focused, 0, "{screen:?} has a field to find things by");
            continue;
        };
        assert_eq!(focused, 1, "{screen:?} has no field to find things by");
        window.type_text(found);
        if !window.shows_part(found) || window.shows(nothing) {
            faults.push(format!("{screen:?} does not find {found}"));
        }
        window.press_with(Modifiers::COMMAND, Key::A);
        window.type_text("xyzzy");
        if !window.shows(nothing) {
            faults.push(format!("{screen:?} does not say that nothing matches"));
        }
        window.press_with(Modifiers::COMMAND, Key::A);
        window.press(Key::Delete);
    }
    assert!(faults.is_empty(), "{faults:#?}");
}

#[test]
fn a_list_is_filtered_and_sorted() {
    let mut window = Window::new();
    go(&mut window, Key::Num3);
    assert_eq!(first_row(&window), "Afghanistan, Swing");
    window.click("Index");
    assert!(first_row(&window).ends_with("State-oriented"), "{}", first_row(&window));
    window.click("Index");
    assert!(first_row(&window).ends_with("Multistakeholder"), "{}", first_row(&window));
    window.click("Name");
    window.harness.get_by_role_and_label(Role::TextInput, "Find in this list").focus();
    window.settle();
    window.type_text("côte");
    assert_eq!(first_row(&window), "Côte d'Ivoire, Swing");
    window.press_with(Modifiers::COMMAND, Key::A);
    window.type_text("xyz");
    assert!(window.shows("Nothing in this list matches."));
    // Escape empties the search first, and leaves it then; so does the button beside it.
    let typed = |window: &Window| {
        let field = window.harness.get_by_role_and_label(Role::TextInput, "Find in this list");
        (field.value().unwrap_or_default(), field.is_focused())
    };
    window.press(Key::Escape);
    assert_eq!(typed(&window), (String::new(), true));
    assert!(!window.shows("Show everything again"));
    window.type_text("xyz");
    window.click("Show everything again");
    assert_eq!(typed(&window), (String::new(), true));
    window.press(Key::Escape);
    assert!(!typed(&window).1);
}

#[test]
fn swing_states_are_sorted_by_how_much_they_can_live_with() {
    let mut window = Window::new();
    window.harness.get_by_role_and_label(Role::Tab, "Engagement").click();
    window.settle();
    let can_live_with = |window: &Window| {
        let first = first_row(window);
        let name = first.split(", ").next().unwrap_or_default().to_owned();
        let document = window.document();
        let snapshot = document.snapshot();
        let party = snapshot.parties.iter().find(|party| party.name.en == name).unwrap().id;
        let today = crate::common::clock().today();
        let stance = |it: &Proposal| snapshot.current_position(it.id, party, today)?.stance;
        let stances = snapshot.proposals.iter().filter_map(stance);
        stances.filter(|stance| *stance <= Stance::Accept).count()
    };
    window.click("Stances");
    let fewest = can_live_with(&window);
    window.click("Stances");
    assert!(can_live_with(&window) > fewest, "{fewest}");
}

#[test]
fn a_proposal_is_found_by_its_summary_in_either_language() {
    let mut window = Window::with(Options::default(), |document| {
        let mut proposal = document.snapshot().proposal_by_code("A/RES/73/27").unwrap().clone();
        proposal.summary.nl = "Een meldpunt voor incidenten".to_owned();
        document.apply(&Edit::change(proposal, "")).unwrap();
    });
    go(&mut window, Key::Num2);
    window.harness.get_by_role_and_label(Role::TextInput, "Find in this list").focus();
    window.settle();
    window.type_text("meldpunt");
    assert!(first_row(&window).starts_with("A/RES/73/27, "));
}

/// What a screen adds, and how that is deleted; the compiler asks for every screen.
fn adds(screen: Screen) -> Option<(&'static str, &'static str)> {
    match screen {
        Screen::Proposals => Some(("Add proposal", "Delete proposal…")),
        Screen::Parties => Some(("Add party", "Delete party…")),
        Screen::Groups => Some(("Add group", "Delete group…")),
        Screen::RollCalls => Some(("Add recorded vote", "Delete recorded vote…")),
        Screen::Sources => Some(("Add source", "Delete source…")),
        Screen::Calendar => Some(("Add a meeting", "Delete meeting…")),
        Screen::WhatIf => Some(("Add a scenario", "Delete scenario…")),
        // What they list is added elsewhere, or under something else; of the library only the shelf of terms
        // has records, see below.
        Screen::Library
        | Screen::Matrix
        | Screen::Calls
        | Screen::Text
        | Screen::Obstacles
        | Screen::Remedies
        | Screen::Engagement
        | Screen::Pairs
        | Screen::Comments
        | Screen::Markings
        | Screen::Room
        | Screen::History => None,
    }
}

#[test]
fn a_record_of_every_kind_can_be_added_and_deleted_and_both_undone() {
    for screen in Screen::ALL {
        let size = egui::vec2(1280.0, 2000.0);
        let mut window = Window::with(Options { size, ..Options::default() }, |_| {});
        show(&mut window, *screen);
        let Some((add, delete)) = adds(*screen) else {
            window.press_with(Modifiers::COMMAND | Modifiers::SHIFT, Key::N);
            assert_eq!(window.steps(), 0, "{screen:?} adds something");
            continue;
        };
        added_and_deleted(&mut window, add, delete);
    }
    let size = egui::vec2(1280.0, 2000.0);
    let mut window = Window::with(Options { size, ..Options::default() }, |_| {});
    show(&mut window, Screen::Library);
    window.click("Contested terms");
    added_and_deleted(&mut window, "Add a term", "Delete term…");
}

fn added_and_deleted(window: &mut Window, add: &str, delete: &str) {
    // In an empty list it stands twice.
    window.harness.get_all_by_label(add).next().unwrap().click();
    window.settle();
    assert_eq!(window.steps(), 1, "{add}");
    window.click(delete);
    assert!(window.shows("This can be undone."), "{delete}");
    assert_eq!(window.steps(), 1);
    window.harness.get_by_role_and_label(Role::Button, "Delete").click();
    window.settle();
    assert_eq!(window.steps(), 2, "{delete}");
    window.press_with(Modifiers::COMMAND, Key::Z);
    window.press_with(Modifiers::COMMAND, Key::Z);
    assert_eq!(window.steps(), 4);
    assert!(window.document().history().next_undo().is_none());
}

#[test]
fn deleting_lists_what_is_deleted_along_before_it_happens() {
    let mut window = Window::new();
    go(&mut window, Key::Num3);
    window.harness.get_by_role_and_label(Role::TextInput, "Find in this list").focus();
    window.settle();
    window.type_text("russia");
    window.click("Russia, State-oriented");
    window.press_with(Modifiers::COMMAND, Key::Delete);
    assert!(window.shows("Delete Russia?"));
    assert!(window.shows("• 12 entries will also be deleted."));
    assert!(window.shows("• 12 votes will also be deleted."));
    assert!(window.shows("• 7 sponsorships will also be deleted."));
    window.click("Cancel");
    assert!(window.document().snapshot().party_by_code("RUS").is_some());
}

#[test]
fn an_empty_dossier_says_what_belongs_where_and_offers_a_start() {
    let options = Options { template: Some(Template::Empty), ..Options::default() };
    let mut window = Window::with(options, |_| {});
    assert!(window.shows_part("A matrix needs parties."));
    for (key, add) in [
        (Key::Num2, "Add proposal"),
        (Key::Num3, "Add party"),
        (Key::Num4, "Add group"),
        (Key::Num6, "Add recorded vote"),
        (Key::Num7, "Add source"),
    ] {
        go(&mut window, key);
        // Above the list, and in the empty list itself.
        assert_eq!(window.harness.get_all_by_label(add).count(), 2, "{key:?}");
    }
    go(&mut window, Key::Num2);
    window.click_first("Add proposal");
    go(&mut window, Key::Num3);
    window.click_first("Add party");
    go(&mut window, Key::Num1);
    assert!(window.shows_part("New party, P-1, unknown"));
}

#[test]
fn members_sponsors_and_votes_can_be_added_by_typing_a_name() {
    let size = egui::vec2(1280.0, 2400.0);
    let mut window = Window::with(Options { size, ..Options::default() }, |_| {});
    go(&mut window, Key::Num2);
    window.click_first("A/RES/73/27, ");
    window.click("Add a sponsor");
    window.type_text("chin");
    window.click("China · CHN");
    let sponsors: Vec<_> = window.document().snapshot().sponsors.iter().collect();
    assert_eq!(sponsors.len(), 13);
    go(&mut window, Key::Num4);
    window.click_first("EU, European Union");
    window.click("Add a member");
    window.type_text("ukr");
    window.click("Ukraine · UKR");
    assert!(window.shows("Members (28)"));
    go(&mut window, Key::Num6);
    window.click_first("A/RES/73/27, ");
    window.click("Add a vote");
    window.type_text("micro");
    window.click("Micronesia · FSM");
    assert!(window.shows("Votes (180)"));
}

#[test]
fn the_history_names_every_step_and_those_undone() {
    let mut window = Window::new();
    window.click("Canada, A/RES/73/27, objects, stated publicly, 5 Dec 2018");
    window.type_text("+");
    window.press_with(Modifiers::COMMAND, Key::Z);
    go(&mut window, Key::Num9);
    let rows: Vec<_> = window.harness.get_all_by_role(Role::Row).collect();
    assert_eq!(rows.len(), 2);
    drop(rows);
    assert!(window.shows("Undone"));
    assert!(window.shows("A. Desk"));
}

#[test]
fn the_library_shows_its_facts_with_their_sources() {
    let mut window = Window::new();
    go(&mut window, Key::Num8);
    assert!(window.shows("OSCE CBM 1  National views on ICT threats"));
    for (shelf, fact) in [
        ("Resolutions", "A/RES/77/37  Programme of action"),
        ("Initiatives", "1998  Russian draft resolution at the UN"),
        ("Eight obstacles", "1. No agreed terminology"),
        ("States", "Afghanistan"),
    ] {
        window.click(shelf);
        assert!(window.shows_part(fact), "{fact}");
    }
    window.harness.get_by_role_and_label(Role::TextInput, "Find in this list").focus();
    window.settle();
    window.type_text("türkiye");
    assert!(window.shows("TUR"));
    assert!(!window.shows("AFG"));
}

#[test]
fn the_library_finds_a_state_by_a_name_it_no_longer_has() {
    let mut window = Window::new();
    go(&mut window, Key::Num8);
    window.click("States");
    window.harness.get_by_role_and_label(Role::TextInput, "Find in this list").focus();
    window.settle();
    window.type_text("Swaziland");
    assert!(window.shows("Eswatini"));
    assert!(!window.shows("Sweden"));
}

#[test]
fn a_number_of_competing_texts_leads_to_the_parties_and_their_entries() {
    let mut window = Window::new();
    window.press_with(Modifiers::COMMAND | Modifiers::SHIFT, Key::P);
    window.harness.get_by_role_and_label(Role::Heading, "Competing texts");
    window.click("Swing, Yes to the second only: 4");
    window.harness.snapshot("pairs");
    // The menu lists exactly those that it counts.
    let named = window.harness.get_all_by_role(Role::Button);
    let names = window.document().snapshot().parties.iter().map(|party| party.name.en.clone());
    let names: Vec<_> = names.collect();
    let named: Vec<_> = named
        .filter_map(|it| it.accesskit_node().label())
        .filter(|label| names.contains(label))
        .collect();
    assert_eq!(named.len(), 4, "{named:?}");
    window.click(&named[0]);
    window.harness.get_by_role_and_label(Role::Heading, "Competing texts");
    assert!(window.shows_part(&named[0]), "the inspector shows the cell");
    window.press_with(Modifiers::COMMAND, Key::F);
    window.type_text("77/36");
    assert!(window.shows("1 of 4") && !window.shows("A/RES/75/32"));
}
