//! Choosing from lists by keys, and what stands ready for the keys.

use cbm_workbench::library::templates::Template;
use cbm_workbench::model::{Forum, Language};
use egui::accesskit::Role;
use egui::{Key, Modifiers, Rect};
use egui_kittest::kittest::Queryable;

use crate::common::{Options, Window, clock};

const CELL: &str = "Canada, A/RES/73/27, objects, stated publicly, 5 Dec 2018";

/// Where the entry of [`CELL`] was made, as the dossier has it.
fn forum(window: &Window) -> Option<Forum> {
    let snapshot = window.document().snapshot();
    let proposal = snapshot.proposal_by_code("A/RES/73/27").unwrap().id;
    let party = snapshot.party_by_code("CAN").unwrap().id;
    snapshot.current_position(proposal, party, clock().today()).unwrap().forum
}

#[test]
fn a_letter_in_an_open_list_goes_to_the_entry_that_begins_so() {
    let mut window = Window::new();
    window.click(CELL);
    window.press(Key::Enter);
    window.tab_to("Forum");
    window.press(Key::Enter);
    window.type_text("b");
    window.press(Key::Enter);
    assert_eq!(forum(&window), Some(Forum::Bilateral));
    // The list has the focus again, and its keys start from there.
    window.press(Key::Enter);
    window.press(Key::ArrowUp);
    window.press(Key::Enter);
    assert_eq!(forum(&window), Some(Forum::Statement));
    assert!(window.shows_part("Albania, "), "no letter searched for a party");
}

#[test]
fn the_keys_of_a_menu_start_from_the_present_choice() {
    let mut window = Window::new();
    window.click("EN");
    window.press(Key::ArrowDown);
    window.press(Key::Enter);
    assert!(window.shows("NL"));
}

#[test]
fn the_chooser_of_a_proposal_opens_on_the_present_one() {
    let mut window = Window::new();
    window.click_first("Canada, A/RES/74/28, ");
    window.press_with(Modifiers::COMMAND, Key::K);
    window.type_text("text");
    window.press(Key::Enter);
    window.click_first("A/RES/74/28 · ");
    let items = window.harness.get_all_by_label_contains("A/RES/73/27 · ");
    let item = items.last().unwrap().rect();
    assert!(item.width() > 300.0, "its names are read in full: {item}");
    window.press(Key::ArrowDown);
    window.press(Key::Enter);
    assert!(!window.shows("Type part of the name"), "the list is closed");
    assert!(window.shows_part("A/RES/74/29 · "), "the one below the present one");
}

#[test]
fn comments_open_with_the_caret_in_the_new_one_and_control_enter_sends_it() {
    let mut window = Window::new();
    window.click(CELL);
    window.click("Comments here");
    window.type_text("Ask in Geneva");
    window.press_with(Modifiers::COMMAND, Key::Enter);
    let comments = window.document().snapshot().comments.iter();
    assert_eq!(comments.map(|it| it.text.as_str()).collect::<Vec<_>>(), ["Ask in Geneva"]);
    assert!(window.shows_part("Albania, "), "nothing was searched for");
}

#[test]
fn enter_on_an_unknown_cell_goes_to_the_row_of_stances() {
    let mut window = Window::new();
    window.click_first("Micronesia, A/RES/73/27, ");
    assert_eq!(window.stance("FSM", "A/RES/73/27"), None);
    window.press(Key::Enter);
    let mut stances = window.harness.get_all_by_role(Role::RadioButton);
    assert!(stances.any(|it| it.is_focused()));
    drop(stances);
    window.press(Key::Space);
    assert!(window.stance("FSM", "A/RES/73/27").is_some());
}

#[test]
fn the_dialog_of_the_room_stays_where_it_is_whichever_ceiling_is_chosen() {
    let mut window = Window::new();
    window.press(Key::F5);
    let place = |window: &Window| -> Rect {
        window.harness.get_by_label("Chatham House Rule: record stances without names").rect()
    };
    let before = place(&window);
    for marking in ["TLP:GREEN", "TLP:AMBER", "TLP:AMBER+STRICT", "TLP:RED", "TLP:CLEAR"] {
        window.harness.get_by_role_and_label(Role::RadioButton, marking).click();
        window.settle();
        assert_eq!(place(&window), before, "{marking}");
    }
}

/// A window on an empty dossier with one new party, named so.
fn with_party(name: &str, language: Language) -> Window {
    let options = Options { template: Some(Template::Empty), language, ..Options::default() };
    let mut window = Window::with(options, |_| {});
    window.press_with(Modifiers::COMMAND, Key::Num3);
    window.click_first(if language == Language::Dutch { "Partij toevoegen" } else { "Add party" });
    window.type_text(name);
    window.press(Key::Enter);
    window
}

#[test]
fn a_party_added_by_the_name_of_a_state_gets_what_the_library_knows_of_it() {
    for (name, language, said) in [
        ("Germany", Language::English, "Germany (DEU): "),
        ("Nederland", Language::Dutch, "Nederland (NLD): "),
    ] {
        let mut window = with_party(name, language);
        assert!(window.shows_part(said), "{name}");
        let party = window.document().snapshot().parties.iter().next().unwrap().clone();
        assert!(!party.name.en.is_empty() && !party.name.nl.is_empty() && !party.region.is_empty());
        assert_eq!(party.iso2.len(), 2);
        window.press_with(Modifiers::COMMAND, Key::Z);
        let party = window.document().snapshot().parties.iter().next().unwrap();
        assert_eq!(party.code, "PARTY-1", "one step");
    }
    // Which Korea is not for the program to say.
    let window = with_party("Korea", Language::English);
    assert_eq!(window.document().snapshot().parties.iter().next().unwrap().code, "PARTY-1");
}

#[test]
fn a_marking_that_does_not_fit_beside_its_label_is_read_in_full_below_it() {
    let window = with_party("Acme", Language::English);
    let width = |name| {
        let list = window.harness.get_by_role_and_label(Role::ComboBox, name);
        list.rect().width()
    };
    assert!(width("Marking") > 1.3 * width("Kind"));
}

#[test]
fn a_letter_on_a_closed_list_opens_it_at_the_entry_that_begins_so() {
    let mut window = Window::new();
    window.click(CELL);
    window.press(Key::Enter);
    window.tab_to("Forum");
    window.type_text("b");
    window.press(Key::Enter);
    assert_eq!(forum(&window), Some(Forum::Bilateral));
    // Its button has the focus again.
    window.type_text("s");
    window.press(Key::Escape);
    assert_eq!(forum(&window), Some(Forum::Bilateral), "nothing was chosen");
    window.press(Key::Tab);
    assert!(window.harness.get_by_role_and_label(Role::ComboBox, "Certainty").is_focused());
    assert!(window.shows_part("Albania, "), "no letter searched for a party");
}

#[test]
fn a_letter_on_a_closed_chooser_is_the_first_that_it_searches_for() {
    let mut window = Window::new();
    window.click(CELL);
    window.press(Key::Enter);
    window.tab_to("Source");
    window.type_text("7");
    window.type_text("4/2");
    let found = window.harness.get_by_role_and_label(Role::TextInput, "Type part of the name");
    assert_eq!(found.value().as_deref(), Some("74/2"));
    window.press(Key::ArrowDown);
    window.press(Key::Enter);
    assert!(window.shows_part("A/RES/74/2"));
}

#[test]
fn a_letter_that_is_a_key_of_the_screen_stays_one_on_its_chooser() {
    let mut window = Window::new();
    window.press_with(Modifiers::COMMAND.plus(Modifiers::SHIFT), Key::T);
    window.harness.get_by_label_contains("A/RES/73/27 · ").focus();
    window.settle();
    window.type_text("n");
    assert!(!window.shows("Type part of the name"));
    assert!(window.harness.query_by_role_and_label(Role::MultilineTextInput, "Words").is_some());
}
