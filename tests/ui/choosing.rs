//! Several things chosen at once, in lists and in the matrix, and the actions on all of them.

use egui::accesskit::Role;
use egui::{Event, Key, Modifiers};
use egui_kittest::kittest::{NodeT, Queryable};

use crate::common::{Options, Window};
use cbm_workbench::library::templates::Template;
use cbm_workbench::model::{Certainty, Marking, Stance, Status};

/// A window, and a count of the user's actions.
struct Hands {
    window: Window,
    actions: usize,
}

impl Hands {
    fn on(template: Template) -> Self {
        let options = Options { template: Some(template), ..Options::default() };
        Self { window: Window::with(options, |_| {}), actions: 0 }
    }

    fn press(&mut self, modifiers: Modifiers, key: Key) {
        self.window.press_with(modifiers, key);
        self.actions += 1;
    }

    fn click(&mut self, name: &str) {
        self.window.click(name);
        self.actions += 1;
    }

    fn click_row(&mut self, modifiers: Modifiers, at: usize) {
        let rows = rows(&self.window);
        let rows = self.window.harness.get_all_by_role_and_label(Role::Row, &rows[at].1);
        let row = rows.last().unwrap();
        row.click_modifiers(modifiers);
        self.window.settle();
        self.actions += 1;
    }

    fn type_text(&mut self, text: &str) {
        self.window.type_text(text);
        self.actions += 1;
    }
}

/// The rows in view, by position and name, and whether each is chosen.
fn rows(window: &Window) -> Vec<(f32, String, bool)> {
    let rows = window.harness.get_all_by_role(Role::Row);
    let mut rows: Vec<_> = rows
        .map(|row| {
            let node = row.accesskit_node();
            let chosen = node.toggled() == Some(egui::accesskit::Toggled::True)
                || node.is_selected() == Some(true);
            (row.rect().top(), node.label().unwrap_or_default(), chosen)
        })
        .collect();
    rows.sort_by(|a, b| a.0.total_cmp(&b.0));
    rows
}

fn chosen(window: &Window) -> usize {
    rows(window).iter().filter(|row| row.2).count()
}

fn copied(window: &Window) -> String {
    let commands = &window.harness.output().platform_output.commands;
    let text = commands.iter().find_map(|command| match command {
        egui::OutputCommand::CopyText(text) => Some(text.clone()),
        _ => None,
    });
    text.unwrap_or_default()
}

/// Presses Ctrl+C, or Ctrl+Shift+C, as the system reports them, and returns what is on the clipboard:
/// with Shift it is a key like any other.
fn copy(window: &mut Window, bare: bool) -> String {
    let pressed = match bare {
        true => Event::Key {
            key: Key::C,
            physical_key: None,
            pressed: true,
            repeat: false,
            modifiers: Modifiers::COMMAND | Modifiers::SHIFT,
        },
        false => Event::Copy,
    };
    window.harness.event(pressed);
    window.harness.step();
    let words = copied(window);
    window.settle();
    assert!(!words.is_empty(), "something was copied");
    words
}

#[test]
fn eight_proposals_are_deleted_in_under_ten_actions_and_come_back_in_one() {
    let mut hands = Hands::on(Template::UnVotes);
    let before = hands.window.document().snapshot().clone();
    let steps = hands.window.steps();
    hands.press(Modifiers::COMMAND, Key::Num2);
    hands.click_row(Modifiers::NONE, 0);
    hands.click_row(Modifiers::SHIFT, 7);
    assert!(hands.window.shows("8 selected"));
    hands.press(Modifiers::NONE, Key::Delete);
    assert!(hands.window.shows_part("Delete these 8: "));
    // The same by the key of the command.
    hands.press(Modifiers::NONE, Key::Escape);
    hands.press(Modifiers::COMMAND, Key::Delete);
    assert!(hands.window.shows_part("Delete these 8: "));
    hands.window.press_button("Delete");
    hands.actions += 1;
    assert!(hands.actions < 10, "{}", hands.actions);
    assert_eq!(hands.window.document().snapshot().proposals.len(), before.proposals.len() - 8);
    assert_eq!(hands.window.steps(), steps + 1, "one step");
    hands.press(Modifiers::COMMAND, Key::Z);
    assert_eq!(hands.window.document().snapshot().proposals.len(), before.proposals.len());
    assert_eq!(hands.window.document().snapshot().positions.len(), before.positions.len());
}

#[test]
fn a_watch_group_of_25_is_made_in_under_ten_actions() {
    let mut hands = Hands::on(Template::UnVotes);
    hands.press(Modifiers::COMMAND, Key::Num3);
    hands.click_row(Modifiers::NONE, 0);
    for _ in 0..2 {
        hands.press(Modifiers::SHIFT, Key::PageDown);
    }
    for _ in 0..4 {
        hands.window.press_with(Modifiers::SHIFT, Key::ArrowDown);
    }
    // With the key held down.
    hands.actions += 1;
    assert!(hands.window.shows("25 selected"));
    hands.click("Add to group");
    hands.click("New group…");
    hands.type_text("Watch");
    hands.press(Modifiers::NONE, Key::Enter);
    assert!(hands.actions < 10, "{}", hands.actions);
    let snapshot = hands.window.document().snapshot();
    let group = snapshot.groups.iter().find(|group| group.code == "Watch").unwrap().id;
    let members = snapshot.memberships.iter();
    let members =
        members.filter(|it| it.group == group && it.since.is_none() && it.until.is_none());
    assert_eq!(members.count(), 25);
    hands.press(Modifiers::COMMAND, Key::Z);
    assert!(hands.window.document().snapshot().groups.iter().all(|it| it.code != "Watch"));
}

#[test]
fn ctrl_chooses_one_by_one_and_escape_leaves_only_the_last() {
    let mut hands = Hands::on(Template::UnVotes);
    hands.press(Modifiers::COMMAND, Key::Num3);
    hands.click_row(Modifiers::NONE, 1);
    hands.click_row(Modifiers::COMMAND, 3);
    hands.click_row(Modifiers::COMMAND, 5);
    assert_eq!(chosen(&hands.window), 3);
    hands.click_row(Modifiers::COMMAND, 3);
    assert_eq!(chosen(&hands.window), 2, "a second time takes it away");
    hands.press(Modifiers::NONE, Key::Escape);
    assert!(chosen(&hands.window) <= 1);
    hands.press(Modifiers::COMMAND, Key::Num2);
    hands.press(Modifiers::COMMAND, Key::Num3);
    assert!(!hands.window.shows_part(" selected"), "another screen begins anew");
}

#[test]
fn everything_that_is_listed_is_chosen_by_ctrl_a_and_gets_one_value() {
    let mut hands = Hands::on(Template::UnVotes);
    hands.press(Modifiers::COMMAND, Key::Num2);
    hands.click_row(Modifiers::NONE, 0);
    hands.press(Modifiers::COMMAND, Key::A);
    let all = hands.window.document().snapshot().proposals.len();
    assert!(hands.window.shows(&format!("{all} selected")));
    let steps = hands.window.steps();
    hands.click("Change");
    // The menu is in the lower part of the window; the heading of the column is above it.
    let items = hands.window.harness.get_all_by_role_and_label(Role::Button, "Status");
    items.max_by(|a, b| a.rect().top().total_cmp(&b.rect().top())).unwrap().click();
    hands.window.settle();
    hands.window.press_button("Dropped");
    let snapshot = hands.window.document().snapshot();
    assert!(snapshot.proposals.iter().all(|it| it.status == Status::Dropped));
    assert_eq!(hands.window.steps(), steps + 1);
}

#[test]
fn what_is_chosen_is_marked_together() {
    let mut hands = Hands::on(Template::UnVotes);
    hands.press(Modifiers::COMMAND, Key::Num7);
    hands.click_row(Modifiers::NONE, 0);
    hands.press(Modifiers::SHIFT, Key::ArrowDown);
    hands.click("Mark");
    hands.click("TLP:RED");
    assert!(hands.window.shows("Mark 2 records TLP:RED?"));
    hands.window.press_button("Mark");
    let sources = hands.window.document().snapshot().sources.iter();
    assert_eq!(sources.filter(|it| it.marking == Some(Marking::Red)).count(), 2);
}

#[test]
fn rows_are_copied_as_a_table_with_headings_or_without() {
    let mut hands = Hands::on(Template::UnVotes);
    hands.press(Modifiers::COMMAND, Key::Num3);
    hands.click_row(Modifiers::NONE, 0);
    hands.press(Modifiers::SHIFT, Key::ArrowDown);
    let copied = copy(&mut hands.window, false);
    let lines: Vec<_> = copied.lines().collect();
    assert_eq!(lines.len(), 3, "{copied}");
    assert!(lines[0].starts_with("Name\tCode\tKind\tRegion"), "{}", lines[0]);
    assert!(lines[1].starts_with("Afghanistan\tAFG\tState\tAsia"), "{}", lines[1]);
    let bare = copy(&mut hands.window, true);
    assert_eq!(bare.lines().collect::<Vec<_>>(), lines[1..]);
}

#[test]
fn cells_are_copied_with_the_names_and_codes_of_both_sides() {
    let mut hands = Hands::on(Template::UnVotes);
    hands.press(Modifiers::NONE, Key::ArrowDown);
    hands.press(Modifiers::SHIFT, Key::ArrowDown);
    hands.press(Modifiers::SHIFT, Key::ArrowRight);
    assert!(hands.window.shows("4 selected"));
    let copied = copy(&mut hands.window, false);
    let lines: Vec<Vec<_>> = copied.lines().map(|line| line.split('\t').collect()).collect();
    assert_eq!((lines.len(), lines[0].len()), (3, 4), "{copied}");
    assert_eq!(lines[0][..2], ["Party", "Code"]);
    let snapshot = hands.window.document().snapshot();
    assert!(lines[0][2..].iter().all(|code| snapshot.proposal_by_code(code).is_some()));
    assert!(lines[1..].iter().all(|line| snapshot.party_by_code(line[1]).is_some()));
    let bare = copy(&mut hands.window, true);
    assert_eq!(bare.lines().next().unwrap().split('\t').count(), 2);
}

#[test]
fn cells_chosen_one_by_one_get_one_stance() {
    let mut hands = Hands::on(Template::UnVotes);
    let cell = |hands: &Hands, at: usize| {
        let cells = hands.window.harness.get_all_by_role(Role::GridCell);
        cells.map(|it| it.rect()).nth(at).unwrap()
    };
    let steps = hands.window.steps();
    for (at, modifiers) in [(0, Modifiers::NONE), (11, Modifiers::COMMAND)] {
        let place = cell(&hands, at).center();
        let down = |pressed| Event::PointerButton {
            pos: place,
            button: egui::PointerButton::Primary,
            pressed,
            modifiers,
        };
        hands.window.harness.event(Event::PointerMoved(place));
        hands.window.harness.event_modifiers(down(true), modifiers);
        hands.window.harness.step();
        hands.window.harness.event_modifiers(down(false), modifiers);
        hands.window.settle();
    }
    assert!(hands.window.shows("2 selected"));
    hands.window.type_text("-");
    assert_eq!(hands.window.steps(), steps + 1, "one step");
}

#[test]
fn a_grid_with_headings_pasted_on_the_matrix_is_looked_at_and_goes_where_it_says() {
    let mut window = Window::new();
    window.press(Key::ArrowDown);
    let grid = "Party\tCode\tA/RES/73/27\tA/RES/73/266\nCanada\tCAN\tSupports\tObjects\nCuba\tCUB\tObjects\tSupports";
    window.harness.event(Event::Paste(grid.to_owned()));
    window.settle();
    window.wait_for("New: ");
    assert_eq!(window.steps(), 0, "nothing is entered before it was looked at");
    window.click("Import");
    window.wait_for("Imported");
    assert_eq!(window.stance("CAN", "A/RES/73/27"), Some(Stance::Support));
    assert_eq!(window.stance("CUB", "A/RES/73/266"), Some(Stance::Support));
    assert_eq!(window.steps(), 1);
}

#[test]
fn what_many_entries_rest_on_is_filled_in_in_one_step() {
    let mut hands = Hands::on(Template::UnVotes);
    let proposal = |window: &Window| {
        window.document().snapshot().proposal_by_code("A/RES/73/27").unwrap().clone()
    };
    // Two cells of one column, changed by hand on this day, have no source yet.
    hands.window.click("Canada, A/RES/73/27, objects, stated publicly, 5 Dec 2018");
    hands.window.press_with(Modifiers::SHIFT, Key::ArrowDown);
    hands.window.type_text("0");
    let today = crate::common::clock().today();
    let on = proposal(&hands.window).id;
    let count = |window: &Window| {
        let snapshot = window.document().snapshot();
        let entries = snapshot.parties.iter().filter_map(|party| {
            snapshot.current_position(on, party.id, today).filter(|it| it.date == today)
        });
        let entries: Vec<_> = entries.collect();
        (
            entries.len(),
            entries.iter().filter(|it| it.certainty == Some(Certainty::Inferred)).count(),
        )
    };
    assert_eq!(count(&hands.window), (2, 0));
    let before = hands.window.steps();
    hands.window.click("Change");
    hands.window.press_button("Certainty");
    hands.window.press_button("Inferred");
    assert_eq!(count(&hands.window), (2, 2));
    assert_eq!(hands.window.steps(), before + 1, "one step");
}

#[test]
fn dragging_over_the_matrix_chooses_the_block_between() {
    let mut window = Window::new();
    let cells = window.harness.get_all_by_role(Role::GridCell).map(|cell| cell.rect());
    let cells: Vec<_> = cells.collect();
    let from = cells[0].center();
    let beyond = cells.iter().filter(|it| it.left() > from.x && it.top() > from.y);
    let to = beyond.min_by(|a, b| a.center().distance(from).total_cmp(&b.center().distance(from)));
    let to = to.unwrap().center();
    window.drag(from, to);
    assert!(window.shows("4 selected"));
    window.type_text("-");
    assert_eq!(window.steps(), 1, "one step");
    let entries = |window: &Window| window.document().snapshot().positions.len();
    let before = entries(&window);
    window.click("Delete…");
    window.press_button("Delete");
    assert_eq!(entries(&window), before - 4, "of each what is in force, and nothing else");
    assert_eq!(window.steps(), 2);
}

#[test]
fn a_double_click_opens_a_record_and_the_right_button_has_a_menu_for_it() {
    let place = |window: &Window, role, name: &str| {
        let found = window.harness.query_all_by_role(role);
        let is = |label: Option<String>| label.is_some_and(|it| it.starts_with(name));
        let mut found = found.filter(|it| is(it.accesskit_node().label()));
        found.next_back().unwrap().rect().center()
    };
    let in_a_field = |window: &Window| {
        window.harness.query_all_by_role(Role::TextInput).any(|it| it.is_focused())
    };
    for (role, name, opened) in [
        (Role::RowHeader, "Canada, ", "Canada"),
        (Role::ColumnHeader, "A/RES/73/27, ", "A/RES/73/27"),
    ] {
        let mut window = Window::new();
        window.press(Key::F9);
        let at = place(&window, role, name);
        window.double_click(at);
        assert!(in_a_field(&window), "{opened}");
        let mut node = window.harness.get_all_by_role(role);
        node.rfind(|it| it.rect().contains(at)).unwrap().click_secondary();
        drop(node);
        window.settle();
        for item in ["Change", "Mark", "Delete…"] {
            assert!(window.shows(item), "{item} of {name}");
        }
        window.click("Delete…");
        assert!(window.shows_part("Delete "), "it asks first");
        assert_eq!(window.steps(), 0);
    }
    let mut window = Window::new();
    window.press_with(Modifiers::COMMAND, Key::Num3);
    let row = place(&window, Role::Row, "Albania, ");
    window.double_click(row);
    assert!(in_a_field(&window));
}
