//! Filtering the matrix: several values at once, exclusions, and filters with names.

use cbm_workbench::document::Edit;
use cbm_workbench::model::{Bilingual, Certainty, Group, GroupKind, Membership, Position, Stance};
use egui::accesskit::Role;
use egui::{Event, Key, Modifiers, PointerButton};
use egui_kittest::kittest::{NodeT, Queryable};

use crate::common::{Options, Window};

const CANADA: &str = "Canada, A/RES/73/27, objects, stated publicly, 5 Dec 2018";

/// Opens the menu of filters and, in it, that of a list.
fn open(window: &mut Window, list: &str) {
    window.click("Filter");
    window.click_first(list);
}

/// Picks the group of three, found by typing among the many there are.
fn pick_group(window: &mut Window) {
    open(window, "Group: ");
    window.type_text("my three");
    window.click("MINE · My three");
    close(window);
}

/// A click beside the menus closes them.
fn close(window: &mut Window) {
    window.click("Coalition matrix");
    window.settle();
}

/// Whether a party has a row.
fn has(window: &Window, party: &str) -> bool {
    window.shows_part(&format!("{party}, A/RES/73/27, "))
}

/// A window on the example with a group of three, one of whom spoke in the room today.
fn window() -> Window {
    Window::with(Options::default(), |document| {
        let snapshot = document.snapshot();
        let party = |code: &str| snapshot.party_by_code(code).unwrap().id;
        let group = Group::new("MINE", Bilingual::new("My three", "Mijn drie"), GroupKind::Forum);
        let members = ["CAN", "BRA", "RUS"].map(|code| Membership::new(group.id, party(code)));
        let proposal = snapshot.proposal_by_code("A/RES/73/27").unwrap().id;
        let (day, today) = ("2026-11-20".parse().unwrap(), "2026-11-21".parse().unwrap());
        let mut heard = Position::new(proposal, party("BRA"), Some(Stance::Reserve), day);
        heard.certainty = Some(Certainty::Room);
        let mut before = Position::new(proposal, party("RUS"), Some(Stance::Accept), day);
        before.certainty = Some(Certainty::Room);
        let mut since = Position::new(proposal, party("RUS"), Some(Stance::Support), today);
        since.certainty = Some(Certainty::Public);
        let edit = members.into_iter().fold(Edit::add(group, ""), Edit::put);
        document.apply(&edit.put(heard).put(before).put(since)).unwrap();
    })
}

#[test]
fn several_values_are_picked_at_once_and_can_be_left_out_instead() {
    let mut window = Window::new();
    open(&mut window, "Region: ");
    window.click("Oceania");
    window.click("Africa");
    close(&mut window);
    assert!(window.shows("Region: Africa, Oceania"));
    assert!(has(&window, "Algeria") || has(&window, "Australia"));
    assert!(!has(&window, "Canada"));
    open(&mut window, "Region: ");
    window.click("All but these");
    close(&mut window);
    assert!(window.shows("Region: not Africa, Oceania"));
    assert!(has(&window, "Canada") && !has(&window, "Australia"));
    window.click("Region: not Africa, Oceania");
    assert!(!window.shows_part("Region: "), "a click on the chip takes it away");
}

#[test]
fn a_group_is_found_by_its_name_and_what_was_heard_or_changed_is_asked_for() {
    let mut window = window();
    pick_group(&mut window);
    assert!(window.shows("Group: MINE"));
    assert!(has(&window, "Canada") && has(&window, "Brazil") && !has(&window, "France"));
    // The row of a camp counts those it shows.
    let camp = "Multistakeholder, A/RES/73/27: 0% can live with it, 1 object";
    assert!(window.shows(camp));
    window.click("Filter");
    window.click("Heard in the room");
    close(&mut window);
    assert!(has(&window, "Brazil") && !has(&window, "Canada"));
    assert!(has(&window, "Russia"), "whatever it said in public since");
    window.click("Heard in the room");
    open(&mut window, "Changed since: ");
    window.click("A week ago (14 Nov 2026)");
    close(&mut window);
    assert!(window.shows("Changed since 14 Nov 2026"));
    assert!(has(&window, "Brazil") && !has(&window, "Canada"));
    open(&mut window, "Changed since: ");
    window.type_text("1-1-2018");
    window.press(Key::Enter);
    close(&mut window);
    assert!(window.shows("Changed since 1 Jan 2018") && has(&window, "Canada"));
}

#[test]
fn one_of_several_that_match_is_picked_with_the_arrows_and_enter() {
    let mut window = window();
    let chip = |window: &Window| {
        let found = window.harness.query_all_by_label_contains("Group: ");
        found.filter_map(|it| it.accesskit_node().label()).next()
    };
    open(&mut window, "Group: ");
    window.type_text("a");
    window.press(Key::ArrowDown);
    window.press(Key::Enter);
    close(&mut window);
    let second = chip(&window).expect("one is picked");
    window.click(&second);
    assert_eq!(chip(&window), None);
    open(&mut window, "Group: ");
    window.type_text("a");
    window.press(Key::Enter);
    close(&mut window);
    let first = chip(&window).expect("without an arrow it is the first");
    assert_ne!(first, second);
}

#[test]
fn what_is_typed_right_after_the_click_that_opens_a_list_is_looked_for_in_it() {
    let mut window = window();
    let steps = window.steps();
    window.click("Filter");
    let found = window.harness.query_all_by_label_contains("Group: ").next();
    let place = found.unwrap().rect().center();
    // The pointer rests on the entry, which opens it, before it clicks.
    window.harness.hover_at(place);
    window.settle();
    let button = |pressed| Event::PointerButton {
        pos: place,
        button: PointerButton::Primary,
        pressed,
        modifiers: Modifiers::NONE,
    };
    let typed = "my -three".chars().map(|it| Event::Text(it.to_string()));
    let events = [true, false].map(button).into_iter().chain(typed);
    window.harness.input_mut().events.extend(events);
    for _ in 0..3 {
        window.settle();
    }
    let field = window.harness.get_by_role_and_label(Role::TextInput, "Type part of the name");
    assert_eq!(field.accesskit_node().value().as_deref(), Some("my -three"));
    assert_eq!(window.steps(), steps, "no sign reached the cells behind it");
}

#[test]
fn whoever_objects_stands_at_the_top() {
    let mut window = Window::new();
    window.click("Sort: camp index");
    window.click("objections");
    let document = window.document();
    let snapshot = document.snapshot();
    let objections = |name: &str| {
        let party = snapshot.parties.iter().find(|it| it.name.en == name)?;
        let today = crate::common::clock().today();
        let stance = |id| snapshot.current_position(id, party.id, today)?.stance;
        let all = snapshot.proposals.iter().filter_map(|it| stance(it.id));
        Some(all.filter(|stance| *stance == Stance::Object).count())
    };
    let most = snapshot.parties.iter().filter_map(|it| objections(&it.name.en)).max().unwrap();
    // The row of a party is named by it, its camp and its index.
    let row = |name: &str| {
        let found = window.harness.query_all_by_role(Role::RowHeader);
        let own = format!("{name}, ");
        let is = |label: &str| label.starts_with(&own);
        let mut found = found.filter(|it| it.accesskit_node().label().is_some_and(|it| is(&it)));
        found.next().map(|it| it.rect().top())
    };
    let rows = snapshot.parties.iter().filter_map(|it| Some((row(&it.name.en)?, &it.name.en)));
    let first = rows.min_by(|a, b| a.0.total_cmp(&b.0)).unwrap();
    assert_eq!(objections(first.1), Some(most), "{}", first.1);
}

/// Types the name of the view being saved.
fn name(window: &mut Window, name: &str) {
    window.settle();
    window.type_text(name);
    window.press(Key::Enter);
}

#[test]
fn a_filter_is_kept_under_a_name_and_is_one_click_away() {
    let mut window = window();
    assert!(!window.shows("Views"), "there is nothing to keep or to come back to yet");
    pick_group(&mut window);
    window.click("Views");
    window.click("Save this view…");
    name(&mut window, "My three");
    assert!(window.shows("View: My three"));
    assert_eq!(window.document().snapshot().saved_views.len(), 1);
    // The filter changes from there, and the view can be updated.
    window.click("Filter");
    window.click("Known only");
    close(&mut window);
    assert!(window.shows("Views"), "this is another filter");
    window.click("Views");
    window.click("Save the changes to “My three”");
    assert!(window.shows("View: My three"));
    assert_eq!(window.document().snapshot().saved_views.len(), 1);
    window.click("Group: MINE");
    window.click("Known only");
    assert!(has(&window, "Australia"));
    let before = window.steps();
    window.click("Views");
    window.click("My three");
    assert!(
        window.shows("Group: MINE") && window.shows("Known only") && !has(&window, "Australia")
    );
    assert_eq!(window.steps(), before, "looking is no edit");
    // Deleting it is undone like anything else.
    window.click("View: My three");
    window.click("Delete");
    assert_eq!(window.document().snapshot().saved_views.len(), 0);
    assert!(window.shows("Group: MINE"), "the filter itself stays");
    window.press_with(Modifiers::COMMAND, Key::Z);
    assert!(window.shows("View: My three"));
}

#[test]
fn two_views_never_have_one_name() {
    let mut window = Window::new();
    for list in ["Africa", "Oceania"] {
        open(&mut window, "Region: ");
        window.click(list);
        close(&mut window);
        window.click("Views");
        window.click("Save this view…");
        name(&mut window, "Watched");
    }
    let views = &window.document().snapshot().saved_views;
    assert_eq!(views.len(), 1, "the second takes the place of the first");
    assert!(views.iter().all(|it| it.filter.contains("Oceania")));
    assert!(window.shows("View: Watched"));
}

#[test]
fn the_history_says_in_words_what_a_view_shows() {
    let mut window = Window::new();
    window.click("Filter");
    window.click("Known only");
    close(&mut window);
    window.click("Views");
    window.click("Save this view…");
    name(&mut window, "Known");
    window.press_with(Modifiers::COMMAND, Key::Num9);
    assert!(window.shows_part("aved view"));
    for part in ["saved_view", "known\t", "\t1"] {
        assert!(!window.shows_part(part), "{part}");
    }
}

#[test]
fn the_usual_matrix_has_its_objectors_where_they_were() {
    let window = Window::new();
    assert!(window.shows(CANADA));
    assert!(!window.shows("Views"));
}

#[test]
fn escape_in_the_matrix_brings_back_the_parties_that_were_not_looked_for() {
    let mut window = Window::new();
    window.click(CANADA);
    window.type_text("n");
    window.type_text("ether");
    window.press(Key::Enter);
    assert!(window.shows("Multistakeholder, 1 of 53, collapse"));
    // First what is chosen, as everywhere.
    window.press_with(Modifiers::SHIFT, Key::ArrowRight);
    window.press(Key::Escape);
    assert!(window.shows("Multistakeholder, 1 of 53, collapse"));
    window.press(Key::Escape);
    assert!(!window.shows("Multistakeholder, 1 of 53, collapse"));
    assert!(window.shows_part("Netherlands, A/RES/73/27"), "the cursor stays in view");
}
