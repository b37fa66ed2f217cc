//! The columns of lists: sorted, moved, hidden and dragged to a width, and restored afterwards.

use egui::accesskit::Role;
use egui::{Key, Modifiers, Rect, pos2};
use egui_kittest::kittest::Queryable;

use crate::common::{Options, Window};

/// The position of the head of a column.
fn head(window: &Window, name: &str) -> Rect {
    window.harness.get_by_role_and_label(Role::Button, name).rect()
}

/// The heads of the parties from left to right.
fn heads(window: &Window) -> Vec<&'static str> {
    let shown = ["Code", "Name", "Camp", "Index", "Region"].into_iter();
    let shown =
        shown.filter(|name| window.harness.query_by_role_and_label(Role::Button, name).is_some());
    let mut shown: Vec<_> = shown.collect();
    shown.sort_by(|a, b| head(window, a).left().total_cmp(&head(window, b).left()));
    shown
}

fn parties() -> Window {
    let mut window = Window::new();
    window.press_with(Modifiers::COMMAND, Key::Num3);
    window
}

fn rows(window: &Window) -> Vec<String> {
    use egui_kittest::kittest::NodeT;
    let rows = window.harness.get_all_by_role(Role::Row);
    let mut rows: Vec<_> = rows
        .map(|row| (row.rect().top(), row.accesskit_node().label().unwrap_or_default()))
        .collect();
    rows.sort_by(|a, b| a.0.total_cmp(&b.0));
    rows.into_iter().map(|(_, name)| name).collect()
}

#[test]
fn the_whole_head_sorts_and_shift_adds_a_second_order() {
    let mut window = parties();
    let camp = head(&window, "Camp");
    let far = pos2(camp.right() - 14.0, camp.center().y);
    window.harness.hover_at(far);
    window.harness.drag_at(far);
    window.harness.drop_at(far);
    window.settle();
    let by_camp = rows(&window);
    assert!(by_camp[0].ends_with("Multistakeholder"), "{}", by_camp[0]);
    let index = window.harness.get_by_role_and_label(Role::Button, "Index");
    index.click_modifiers(Modifiers::SHIFT);
    window.settle();
    let then_index = rows(&window);
    assert!(then_index[0].ends_with("Multistakeholder"), "the first order stays");
    assert_ne!(then_index, by_camp, "within it, they stand in the second");
    let index = window.harness.get_by_role_and_label(Role::Button, "Index");
    index.click_modifiers(Modifiers::SHIFT);
    window.settle();
    assert_ne!(rows(&window), then_index, "and the other way round");
}

#[test]
fn columns_are_moved_by_dragging_and_by_keys_and_found_so_again() {
    let mut window = parties();
    let before = heads(&window);
    let (from, to) = (head(&window, before[0]), head(&window, before[1]));
    window.drag(from.center(), to.center());
    assert_eq!(heads(&window)[..2], [before[1], before[0]]);
    window.tab_to(before[0]);
    window.press_with(Modifiers::ALT, Key::ArrowLeft);
    assert_eq!(heads(&window), before);
    window.press_with(Modifiers::ALT, Key::ArrowRight);
    assert_eq!(heads(&window)[..2], [before[1], before[0]], "the focus went along");
    window.pass(2.0);
    let mut window = window.after_a_crash(Options::default());
    assert_eq!(heads(&window)[..2], [before[1], before[0]]);
    window.harness.get_by_role_and_label(Role::Button, before[0]).click_secondary();
    window.settle();
    window.click("Restore columns");
    assert_eq!(heads(&window), before);
}

#[test]
fn a_column_is_hidden_and_is_not_copied_then() {
    let mut window = parties();
    window.tab_to("Camp");
    window.press_with(Modifiers::ALT, Key::ArrowDown);
    window.harness.get_by_role_and_label(Role::CheckBox, "Camp").click();
    window.settle();
    window.press(Key::Escape);
    assert!(!heads(&window).contains(&"Camp"));
    assert!(heads(&window).contains(&"Name"));
}

#[test]
fn a_column_is_drawn_to_a_width_that_leaves_the_others_whole() {
    let mut window = parties();
    let names = heads(&window);
    // The edge between the last two moves only the last one.
    let [before, last] = names[names.len() - 2..] else { panic!("two columns") };
    let (left, right) = (head(&window, before), head(&window, last));
    let edge = pos2(left.right() - 3.0, left.center().y);
    window.drag(edge, edge - egui::vec2(30.0, 0.0));
    let wider = head(&window, last);
    assert!((wider.width() - right.width() - 30.0).abs() < 6.0, "{wider} {right}");
    assert!((wider.right() - right.right()).abs() < 1.0, "it does not leave the window");
    window.tab_to(last);
    window.press_with(Modifiers::ALT | Modifiers::SHIFT, Key::ArrowLeft);
    assert!(head(&window, last).width() < wider.width());
}

#[test]
fn the_line_between_two_heads_is_taken_hold_of_at_both_sides() {
    let mut window = parties();
    let names = heads(&window);
    let [before, last] = names[names.len() - 2..] else { panic!("two columns") };
    for beside in [head(&window, before).right() - 2.0, head(&window, last).left() + 2.0] {
        let (old, right) = (head(&window, last), head(&window, last).right());
        let from = pos2(beside, old.center().y);
        window.drag(from, from - egui::vec2(20.0, 0.0));
        let new = head(&window, last);
        assert!((new.width() - old.width() - 20.0).abs() < 2.0, "{old} {new}");
        assert!((new.right() - right).abs() < 1.0);
        window.drag(from - egui::vec2(20.0, 0.0), from);
        assert_eq!(heads(&window), names, "none was moved");
    }
}

#[test]
fn names_get_what_an_empty_column_does_not_need() {
    let name = |size| {
        let mut window = Window::with(Options { size, ..Options::default() }, |_| {});
        window.press_with(Modifiers::COMMAND | Modifiers::SHIFT, Key::E);
        let (name, tags) = (head(&window, "Name").width(), head(&window, "Tags").width());
        assert!(tags > 40.0, "its head can be read: {tags}");
        name
    };
    let (wide, narrow) = (name(egui::vec2(1920.0, 1080.0)), name(egui::vec2(1280.0, 720.0)));
    assert!(wide > 220.0 && narrow > 160.0, "{wide}, {narrow}");
}

#[test]
fn before_the_matrix_cuts_a_title_it_gets_a_third_line() {
    let head = |size| {
        let window = Window::with(Options { size, ..Options::default() }, |_| {});
        let heads = window.harness.get_all_by_role(Role::ColumnHeader);
        let rects: Vec<_> = heads.map(|head| head.rect()).collect();
        (rects[0].height(), rects.len())
    };
    let (narrow, shown) = head(egui::vec2(1280.0, 720.0));
    assert!(shown < 12, "some are out of view");
    let (wide, all) = head(egui::vec2(1920.0, 1080.0));
    assert_eq!((wide, all), (narrow, 12));
    let (widest, _) = head(egui::vec2(2560.0, 1440.0));
    assert!(widest < wide - 10.0, "two are enough where the columns are wide: {widest}");
}

#[test]
fn beside_the_inspector_the_matrix_shows_whole_columns_and_names_get_the_rest() {
    const WIDTH: f32 = 1600.0;
    let size = egui::vec2(WIDTH, 900.0);
    let window = Window::with(Options { size, ..Options::default() }, |_| {});
    let edge = WIDTH - 336.0;
    let heads = window.harness.get_all_by_role(Role::ColumnHeader).map(|head| head.rect());
    let heads: Vec<_> = heads.filter(|head| head.left() < edge - 16.0).collect();
    assert!(heads.iter().all(|head| head.right() <= edge), "{heads:?}");
    let name = window.harness.get_all_by_role(Role::RowHeader).next().unwrap().rect();
    assert!(name.width() > 240.0, "{name}");
    assert!((heads[0].left() - name.right()).abs() < 1.0, "{name} {heads:?}");
}

#[test]
fn a_cell_that_one_goes_to_does_not_hide_under_the_heads() {
    let mut window = Window::new();
    window.click("Canada, A/RES/73/27, objects, stated publicly, 5 Dec 2018");
    let cell = |window: &Window| {
        let mut cells = window.harness.get_all_by_role(Role::GridCell);
        cells.find(|cell| cell.is_focused()).unwrap().rect()
    };
    let whole = cell(&window).size();
    window.press_with(Modifiers::COMMAND, Key::End);
    assert!((cell(&window).size() - whole).length() < 1.0, "{}", cell(&window));
    for _ in 0..11 {
        window.press(Key::ArrowLeft);
        assert!((cell(&window).width() - whole.x).abs() < 1.0, "{}", cell(&window));
    }
    for _ in 0..40 {
        window.press(Key::ArrowUp);
        assert!((cell(&window).height() - whole.y).abs() < 1.0, "{}", cell(&window));
    }
}

#[test]
fn beside_a_wide_inspector_every_column_stays_within_the_list() {
    let mut window = Window::new();
    window.press_with(Modifiers::COMMAND, Key::Num2);
    window.click_first("A/RES/73/27");
    const HEADING: &str = "A/RES/73/27 · Open-ended working group";
    let title = window.harness.get_by_role_and_label(Role::Heading, HEADING).rect();
    let from = pos2(title.left() - 16.0, 300.0);
    window.harness.drag_at(from);
    window.settle();
    for step in 1..=10 {
        window.harness.hover_at(from - egui::vec2(20.0 * step as f32, 0.0));
        window.harness.step();
    }
    window.harness.drop_at(from - egui::vec2(200.0, 0.0));
    window.settle();
    let inspector = window.harness.state().settings().dividers["inspector"];
    assert!(inspector > 450.0, "it was drawn wider: {inspector}");
    let heads = ["Code", "Title", "Status", "Consensus"];
    for name in heads {
        let head = head(&window, name);
        assert!(head.right() <= 1280.0 - inspector, "{name}: {head:?}");
        assert!(head.width() > 30.0, "{name}: {head:?}");
    }
}
