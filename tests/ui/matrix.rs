//! The coalition matrix.

use cbm_workbench::model::{Clock, Stance};
use egui::accesskit::Role;
use egui::{Event, Key, Modifiers};
use egui_kittest::kittest::{NodeT, Queryable};

use crate::common::{Options, Window};

const CANADA: &str = "Canada, A/RES/73/27, objects, stated publicly, 5 Dec 2018";

#[test]
fn a_cell_says_who_stands_where_since_when_and_how_that_is_known() {
    let window = Window::new();
    assert!(window.shows(CANADA));
    assert!(window.shows("Micronesia, A/RES/73/27, unknown"));
}

#[test]
fn a_day_typed_without_a_year_is_read_by_the_clock_of_the_window() {
    let clock = Clock::Fixed("2031-03-05T09:00:00Z".parse().unwrap());
    let mut window = Window::with_clock(Options::default(), clock, |_| {});
    window.click("As of 5 Mar 2031");
    window.harness.get_by_role_and_label(Role::TextInput, "Type a day").focus();
    window.settle();
    window.type_text("4 mar");
    window.press(Key::Enter);
    assert!(window.shows("As of 4 Mar 2031"));
}

#[test]
fn the_three_camps_are_always_in_view_with_their_figures() {
    let mut window = Window::new();
    let camps = [
        "Multistakeholder, 53 parties, collapse",
        "Swing, 121 parties, collapse",
        "State-oriented, 14 parties, collapse",
    ];
    let figures =
        "State-oriented, A/RES/73/266: at least 14% can live with it, 10 object, 2 unknown";
    for scrolled in 0..4 {
        for camp in camps {
            assert!(window.shows(camp), "{camp} after {scrolled} pages");
        }
        assert!(window.shows(figures), "after {scrolled} pages");
        let canvas = egui::pos2(500.0, 450.0);
        window.harness.hover_at(canvas);
        window.harness.event(Event::MouseWheel {
            unit: egui::MouseWheelUnit::Point,
            delta: egui::vec2(0.0, -900.0),
            phase: egui::TouchPhase::Move,
            modifiers: Modifiers::NONE,
            source: egui::MouseWheelSource::Unknown,
        });
        window.harness.run_steps(30);
    }
    assert!(!window.shows_part("Georgia, A/RES/73/27, objects"), "the rows did scroll");
}

#[test]
fn a_click_opens_a_cell_a_row_or_a_column_in_the_inspector() {
    let mut window = Window::new();
    window.click(CANADA);
    assert!(window.shows("Canada on 73/27"));
    window.click_first("A/RES/73/27, Open-ended working group, Consensus: fails");
    assert!(window.shows("A/RES/73/27 · Open-ended working group"));
    assert!(window.shows_part("46 objections: Albania, Andorra, Australia and 43 more."));
    window.click_first("Canada, Multistakeholder, +1.00");
    assert!(window.shows_part("index +1.00 from 12 votes"));
}

#[test]
fn a_sign_sets_a_stance_a_second_strengthens_it_and_undo_reverts_it() {
    let mut window = Window::new();
    window.click(CANADA);
    window.type_text("+");
    assert_eq!(window.stance("CAN", "A/RES/73/27"), Some(Stance::Support));
    window.type_text("+");
    assert_eq!(window.stance("CAN", "A/RES/73/27"), Some(Stance::Champion));
    window.type_text("5");
    assert_eq!(window.stance("CAN", "A/RES/73/27"), Some(Stance::Object));
    window.type_text("~");
    assert_eq!(window.stance("CAN", "A/RES/73/27"), Some(Stance::NoInstructions));
    window.press(Key::Delete);
    assert_eq!(window.stance("CAN", "A/RES/73/27"), None);
    assert!(window.shows("Saved 14:02") || window.shows_part("Saved"));
    for expected in [Stance::NoInstructions, Stance::Object, Stance::Champion, Stance::Support] {
        window.press_with(Modifiers::COMMAND, Key::Z);
        assert_eq!(window.stance("CAN", "A/RES/73/27"), Some(expected));
    }
    assert!(window.shows_part("Undone: Set stance (Canada · A/RES/73/27)"));
    window.press_with(Modifiers::COMMAND, Key::Y);
    assert_eq!(window.stance("CAN", "A/RES/73/27"), Some(Stance::Champion));
    window.press_with(Modifiers::COMMAND | Modifiers::SHIFT, Key::Z);
    assert_eq!(window.stance("CAN", "A/RES/73/27"), Some(Stance::Object));
}

/// The name of the focused cell.
fn focused(window: &Window) -> String {
    let cells = window.harness.get_all_by_role(Role::GridCell);
    let mut focused = cells.filter(|cell| cell.is_focused());
    focused.next().and_then(|cell| cell.accesskit_node().label()).unwrap_or_default()
}

#[test]
fn no_key_is_lost_however_fast_one_types() {
    let mut window = Window::new();
    window.click(CANADA);
    let key = |key| Event::Key {
        key,
        physical_key: None,
        pressed: true,
        repeat: false,
        modifiers: Modifiers::NONE,
    };
    let typed = |text: &str| Event::Text(text.into());
    // All of this arrives before the next frame is drawn.
    window.harness.input_mut().events.extend([
        key(Key::ArrowDown),
        key(Key::ArrowRight),
        key(Key::ArrowDown),
        typed("+"),
        typed("+"),
        key(Key::ArrowRight),
        typed("0"),
    ]);
    window.settle();
    assert_eq!(window.stance("ISR", "A/RES/73/187"), Some(Stance::Champion));
    assert_eq!(window.stance("ISR", "A/RES/73/266"), Some(Stance::Accept));
    assert_eq!(window.steps(), 2, "one step a cell");
    assert!(window.shows("Israel on 73/266"));
}

#[test]
fn arrows_move_the_cursor_and_the_focus_goes_along() {
    let mut window = Window::new();
    window.click(CANADA);
    window.press(Key::ArrowDown);
    assert!(window.shows("Georgia on 73/27"));
    window.press(Key::ArrowRight);
    assert!(window.shows("Georgia on 73/187"));
    window.press(Key::End);
    assert!(window.shows("Georgia on 78/237"));
    window.press_with(Modifiers::COMMAND, Key::ArrowDown);
    let last = focused(&window);
    assert!(last.contains("A/RES/78/237") && !last.starts_with("Georgia"), "{last}");
    window.press(Key::ArrowDown);
    assert_eq!(focused(&window), last, "there is nothing below");
    window.press_with(Modifiers::COMMAND, Key::Home);
    assert!(window.shows("Canada on 73/27"));
    window.press(Key::ArrowUp);
    assert!(window.shows("Canada on 73/27"), "there is nothing above");
}

#[test]
fn a_block_is_set_copied_and_pasted_as_one_step() {
    let mut window = Window::new();
    window.click(CANADA);
    window.press_with(Modifiers::SHIFT, Key::ArrowDown);
    window.press_with(Modifiers::SHIFT, Key::ArrowRight);
    let before = window.steps();
    window.type_text("0");
    for (party, proposal) in [
        ("CAN", "A/RES/73/27"),
        ("CAN", "A/RES/73/187"),
        ("GEO", "A/RES/73/27"),
        ("GEO", "A/RES/73/187"),
    ] {
        assert_eq!(window.stance(party, proposal), Some(Stance::Accept), "{party} {proposal}");
    }
    assert_eq!(window.steps(), before + 1);
    window.harness.event(Event::Copy);
    window.settle();
    let copied =
        window.harness.output().platform_output.commands.iter().find_map(|command| match command {
            egui::OutputCommand::CopyText(text) => Some(text.clone()),
            _ => None,
        });
    // The copy command is in the output of the frame that made it; the message shows that it
    // happened.
    assert!(copied.is_none_or(
        |text| text == "Can live with it\tCan live with it\nCan live with it\tCan live with it"
    ));
    assert!(window.shows_part("4 stances copied"));
    window.press(Key::Home);
    window.harness.event(Event::Paste("N\tY\n\tChampions\n".into()));
    window.settle();
    assert_eq!(window.steps(), before + 2);
    assert_eq!(window.stance("GEO", "A/RES/73/27"), Some(Stance::Object));
    assert_eq!(window.stance("GEO", "A/RES/73/187"), Some(Stance::Support));
    assert_eq!(window.stance("ISR", "A/RES/73/27"), Some(Stance::Object), "empty leaves it");
    assert_eq!(window.stance("ISR", "A/RES/73/187"), Some(Stance::Champion));
    window.harness.event(Event::Paste("yes please".into()));
    window.settle();
    assert_eq!(window.steps(), before + 2);
    assert!(window.shows_part("Nothing was pasted: row 1, column 1 contains “yes please”"));
}

#[test]
fn a_pasted_block_is_read_like_a_table_and_what_is_dropped_is_reported() {
    let mut window = Window::new();
    window.click(CANADA);
    let before = window.steps();
    let paste = |window: &mut Window, block: &str| {
        window.harness.event(Event::Paste(block.into()));
        window.settle();
    };
    paste(&mut window, "X\tIn favour\r\nAbstention\tabsent\r\n");
    assert_eq!(window.stance("CAN", "A/RES/73/27"), Some(Stance::Object), "X leaves it");
    assert_eq!(window.stance("CAN", "A/RES/73/187"), Some(Stance::Support));
    assert_eq!(window.stance("GEO", "A/RES/73/27"), Some(Stance::Accept));
    assert!(window.shows_part("2 stances pasted. 2 cells say that no stance was taken"));
    for (block, said) in [
        ("–\t+", "row 1, column 1 contains a dash, “–”"),
        ("X\tabsent\n\t", "no cell contains a stance"),
        ("+\t-\n\"+\t-\n+\t-", "a quotation mark opens on line 2"),
    ] {
        paste(&mut window, block);
        assert!(window.shows_part(said), "{said}");
    }
    assert_eq!(window.steps(), before + 1);
    window.press(Key::End);
    paste(&mut window, "~\t~\t~");
    assert!(window.shows_part("One stance pasted. 2 stances lie outside the matrix"));
}

#[test]
fn one_pasted_stance_fills_the_whole_block() {
    let mut window = Window::new();
    window.click(CANADA);
    window.press_with(Modifiers::SHIFT, Key::ArrowDown);
    window.harness.event(Event::Paste("−".into()));
    window.settle();
    for party in ["CAN", "GEO"] {
        assert_eq!(window.stance(party, "A/RES/73/27"), Some(Stance::Reserve));
    }
}

#[test]
fn a_letter_finds_a_party_and_enter_goes_back_to_the_cells() {
    let mut window = Window::new();
    window.click(CANADA);
    window.type_text("n");
    window.type_text("ether");
    assert!(window.shows_part("Netherlands, A/RES/73/27"));
    assert!(!window.shows(CANADA));
    assert!(window.shows("Multistakeholder, 1 of 53, collapse"));
    window.press(Key::Enter);
    window.type_text("+");
    assert_eq!(window.stance("NLD", "A/RES/73/27"), Some(Stance::Support));
}

#[test]
fn enter_edits_the_entry_in_the_inspector() {
    let mut window = Window::new();
    window.click(CANADA);
    window.press(Key::Enter);
    let date = window.harness.get_by_role_and_label(Role::TextInput, "Date");
    assert!(date.is_focused());
}

#[test]
fn camps_fold_and_the_cursor_skips_folded_ones() {
    let mut window = Window::new();
    window.click("Multistakeholder, 53 parties, collapse");
    assert!(window.shows("Multistakeholder, 53 parties, expand"));
    assert!(!window.shows(CANADA));
    window.click_first("Colombia, A/RES/73/27");
    window.press_with(Modifiers::COMMAND, Key::ArrowUp);
    assert!(!window.shows("Canada on 73/27"));
    window.click("Multistakeholder, 53 parties, expand");
    assert!(window.shows("Multistakeholder, 53 parties, collapse"));
}

#[test]
fn everything_still_works_with_rows_and_columns_swapped() {
    let mut window = Window::new();
    window.click(CANADA);
    window.press_with(Modifiers::COMMAND, Key::T);
    assert!(window.shows(CANADA));
    assert!(window.shows_part("Swing, A/RES/73/27: at least 93% can live with it"));
    window.press(Key::ArrowDown);
    assert!(window.shows("Canada on 73/187"), "down is the next proposal now");
    window.type_text("+");
    assert_eq!(window.stance("CAN", "A/RES/73/187"), Some(Stance::Support));
}

#[test]
fn a_read_only_dossier_shows_all_and_changes_nothing() {
    let options = Options { read_only: true, ..Options::default() };
    let mut window = Window::with(options, |_| {});
    assert!(window.shows_part("This dossier can only be read here."));
    window.click(CANADA);
    window.type_text("+");
    window.press(Key::Delete);
    assert_eq!(window.steps(), 0);
    assert_eq!(window.stance("CAN", "A/RES/73/27"), Some(Stance::Object));
}

#[test]
fn the_verdicts_follow_the_chosen_rule() {
    let mut window = Window::new();
    assert!(window.shows("No proposal reaches consensus."));
    window.click("Rule: Consensus");
    window.click("Simple majority");
    assert!(window.shows("11 of 12 proposals are assured of a simple majority."));
}

#[test]
fn a_filter_is_chosen_with_the_mouse() {
    let mut window = Window::new();
    window.click("Filter");
    window.click_first("Region: ");
    window.click("Oceania");
    window.settle();
    assert!(window.shows("Region: Oceania"));
    assert!(window.shows("Australia, A/RES/73/27, objects, stated publicly, 5 Dec 2018"));
    assert!(!window.shows("Canada, A/RES/73/27, objects, stated publicly, 5 Dec 2018"));
}

#[test]
fn the_matrix_takes_the_keys_wherever_the_user_comes_from() {
    let mut window = Window::new();
    // After the start, the first arrow only shows the cursor.
    window.press(Key::ArrowDown);
    window.press(Key::ArrowDown);
    window.type_text("0");
    assert_eq!(window.steps(), 1);
    window.press_with(Modifiers::COMMAND, Key::Num2);
    window.press_with(Modifiers::COMMAND, Key::Num1);
    window.settle();
    window.type_text("+");
    assert_eq!(window.steps(), 2, "after another screen");
    window.press_with(Modifiers::COMMAND, Key::Slash);
    window.press(Key::Escape);
    window.settle();
    window.type_text("-");
    assert_eq!(window.steps(), 3, "after a dialog");
    window.press(Key::Enter);
    window.settle();
    window.press(Key::Escape);
    window.settle();
    window.type_text("0");
    assert_eq!(window.steps(), 4, "after the inspector");
}

/// Types a stance and returns the cell it was set in, as the inspector names it; `None` if none
/// was.
fn set_by_a_key(window: &mut Window, sign: &str) -> Option<String> {
    let before = window.steps();
    window.type_text(sign);
    if window.steps() == before {
        return None;
    }
    let step = window.document().history().steps().last().unwrap().detail.clone();
    let (party, proposal) = step.split_once(" · ").unwrap();
    let title = format!("{party} on {}", proposal.trim_start_matches("A/RES/"));
    assert!(window.shows(&title), "{step} was set, and the inspector names another");
    Some(step)
}

fn filter(window: &mut Window, menu: &str, value: &str) {
    window.click("Filter");
    window.click_first(menu);
    window.click(value);
    // A click beside the menu closes it.
    window.click("Coalition matrix");
}

#[test]
fn keys_change_what_the_inspector_names_or_nothing() {
    let mut window = Window::new();
    // Nothing is selected yet.
    assert_eq!(set_by_a_key(&mut window, "+"), None);
    assert!(window.shows_part("No cell is selected"));
    window.click(CANADA);
    assert_eq!(set_by_a_key(&mut window, "+").unwrap(), "Canada · A/RES/73/27");
    // A filtered-out cell stays selected, and keys set nothing in its place.
    filter(&mut window, "Region: ", "Africa");
    assert!(window.shows("Canada on 73/27") && window.shows_part("Not shown in the matrix"));
    assert_eq!(set_by_a_key(&mut window, "-"), None);
    assert!(window.shows_part("The selected cell is not shown"));
    window.press(Key::ArrowDown);
    let first = set_by_a_key(&mut window, "0").unwrap();
    assert!(first.ends_with(" · A/RES/73/27") && !first.starts_with("Canada"), "{first}");
    window.click("Region: Africa");
    assert_eq!(set_by_a_key(&mut window, "+").unwrap(), first, "it is shown again");
    // Sorted differently and transposed.
    window.click("Sort: camp index");
    window.click("name");
    assert_eq!(set_by_a_key(&mut window, "0").unwrap(), first);
    window.press_with(Modifiers::COMMAND, Key::T);
    assert_eq!(set_by_a_key(&mut window, "+").unwrap(), first);
    window.press_with(Modifiers::COMMAND, Key::T);
    // In a folded camp.
    window.press_with(Modifiers::COMMAND | Modifiers::SHIFT, Key::OpenBracket);
    assert_eq!(set_by_a_key(&mut window, "0"), None);
    window.press_with(Modifiers::COMMAND | Modifiers::SHIFT, Key::CloseBracket);
    assert_eq!(set_by_a_key(&mut window, "0").unwrap(), first);
    // On another day.
    window.press_with(Modifiers::COMMAND, Key::Z);
    assert_eq!(set_by_a_key(&mut window, "0").unwrap(), first);
}

#[test]
fn moving_on_from_the_search_selects_a_visible_cell() {
    for key in [Key::Enter, Key::ArrowDown] {
        let mut window = Window::new();
        window.click(CANADA);
        window.press(Key::ArrowRight);
        window.press_with(Modifiers::COMMAND, Key::F);
        window.type_text("braz");
        window.press(key);
        assert!(window.shows("Brazil on 73/187"), "in the column where one was: {key:?}");
        assert_eq!(set_by_a_key(&mut window, "+").unwrap(), "Brazil · A/RES/73/187");
    }
}

#[test]
fn the_cursor_comes_back_with_the_selection() {
    let mut window = Window::new();
    window.click(CANADA);
    window.press_with(Modifiers::COMMAND, Key::ArrowDown);
    window.press(Key::ArrowUp);
    window.press(Key::ArrowRight);
    let here = set_by_a_key(&mut window, "+").unwrap();
    window.pass(2.0);
    let mut window = window.after_a_crash(Options::default());
    assert_eq!(set_by_a_key(&mut window, "0").unwrap(), here);
    assert!(!focused(&window).is_empty(), "and is in view");
    // A selection made on another screen is not a cell.
    window.press_with(Modifiers::COMMAND, Key::Num3);
    window.click_first("Serbia");
    window.press_with(Modifiers::COMMAND, Key::Num1);
    assert_eq!(set_by_a_key(&mut window, "+"), None);
    window.press(Key::ArrowDown);
    assert!(set_by_a_key(&mut window, "-").unwrap().starts_with("Serbia · "), "the row it is in");
    // Nor is a head.
    window.click_first("A/RES/73/27, Open-ended working group, Consensus: ");
    assert_eq!(set_by_a_key(&mut window, "0"), None);
    window.press(Key::ArrowDown);
    assert!(set_by_a_key(&mut window, "-").unwrap().ends_with(" · A/RES/73/27"));
}

#[test]
fn keys_do_not_reach_a_deleted_cell_until_its_deletion_is_undone() {
    use cbm_workbench::document::Edit;
    let mut window = Window::with(Options::default(), |document| {
        let canada = document.snapshot().party_by_code("CAN").unwrap().id;
        let edit = Edit::delete(document.snapshot(), canada.into(), "Canada");
        document.apply(&edit).unwrap();
        document.undo().unwrap();
    });
    window.click(CANADA);
    window.press_with(Modifiers::COMMAND, Key::Y);
    assert!(!window.shows(CANADA));
    assert_eq!(set_by_a_key(&mut window, "+"), None);
    window.press_with(Modifiers::COMMAND, Key::Z);
    assert_eq!(set_by_a_key(&mut window, "+").unwrap(), "Canada · A/RES/73/27");
}

#[test]
fn the_redo_keys_undo_nothing_when_there_is_nothing_to_redo() {
    let mut window = Window::new();
    window.click(CANADA);
    window.type_text("+");
    for modifiers in [Modifiers::NONE, Modifiers::SHIFT] {
        let key = if modifiers.shift { Key::Z } else { Key::Y };
        window.press_with(Modifiers::COMMAND | modifiers, key);
        assert_eq!(window.steps(), 1);
        assert_eq!(window.stance("CAN", "A/RES/73/27"), Some(Stance::Support));
    }
}

#[test]
fn letters_typed_to_find_a_party_keep_their_order() {
    let mut window = Window::new();
    window.press(Key::ArrowDown);
    for letter in ["b", "r", "a"] {
        window.type_text(letter);
    }
    let field = window.harness.get_by_role_and_label(Role::TextInput, "Find a party");
    assert_eq!(field.value().as_deref(), Some("bra"));
    assert!(!window.shows("Canada, A/RES/73/27, objects, stated publicly, 5 Dec 2018"));
}
