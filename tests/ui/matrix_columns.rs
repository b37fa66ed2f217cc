//! The columns of the matrix by their heads: hidden, shown again, and moved.

use cbm_workbench::document::Edit;
use cbm_workbench::model::{Marking, Proposal};
use egui::accesskit::Role;
use egui::{Key, Modifiers, Rect};
use egui_kittest::kittest::{NodeT, Queryable};

use crate::common::{Options, Window};

/// A window in which all columns fit.
fn wide() -> Options {
    Options { size: egui::vec2(1920.0, 1080.0), ..Options::default() }
}

/// The proposals from left to right, or from top to bottom, by what follows `A/RES/`.
fn proposals(window: &Window, role: Role) -> Vec<(String, Rect)> {
    let heads = window.harness.query_all_by_role(role).filter_map(|head| {
        let label = head.accesskit_node().label()?;
        let (code, _) = label.strip_prefix("A/RES/")?.split_once(", ")?;
        Some((code.to_owned(), head.rect()))
    });
    let mut heads: Vec<_> = heads.collect();
    heads.sort_by(|a, b| {
        let place = |rect: Rect| rect.left() + rect.top();
        place(a.1).total_cmp(&place(b.1))
    });
    heads
}

fn columns(window: &Window) -> Vec<String> {
    proposals(window, Role::ColumnHeader).into_iter().map(|(code, _)| code).collect()
}

/// Clicks the head of a proposal, for its menu with the right button.
fn click(window: &mut Window, role: Role, code: &str, modifiers: Modifiers, menu: bool) {
    let name = format!("A/RES/{code}, ");
    let heads = window.harness.get_all_by_role(role);
    let is_meant = |head: &egui_kittest::Node<'_>| {
        head.accesskit_node().label().is_some_and(|it| it.starts_with(&name))
    };
    let mut heads = heads.filter(is_meant);
    match heads.next().unwrap() {
        head if menu => head.click_secondary(),
        head => head.click_modifiers(modifiers),
    }
    drop(heads);
    window.settle();
}

fn menu(window: &mut Window, code: &str) {
    click(window, Role::ColumnHeader, code, Modifiers::NONE, true);
}

#[test]
fn a_column_is_hidden_from_its_head_until_it_is_shown_again() {
    let mut window = Window::with(wide(), |_| {});
    let before = columns(&window);
    menu(&mut window, "73/187");
    assert!(!window.shows_part("Show hidden columns"));
    window.click("Hide this column");
    assert!(!columns(&window).contains(&"73/187".to_owned()));
    assert!(window.shows("One proposal hidden"));
    window.pass(2.0);
    let mut window = window.after_a_crash(wide());
    assert_eq!(columns(&window).len(), before.len() - 1);
    menu(&mut window, "73/27");
    window.click("Show hidden columns (1)");
    assert_eq!(columns(&window), before);
    assert!(!window.shows_part("hidden"));
    assert_eq!(window.steps(), 0, "nothing of the dossier was changed");
}

#[test]
fn several_columns_are_hidden_together_and_the_chip_shows_them_again() {
    let mut window = Window::with(wide(), |_| {});
    let before = columns(&window);
    click(&mut window, Role::ColumnHeader, &before[1], Modifiers::NONE, false);
    click(&mut window, Role::ColumnHeader, &before[3], Modifiers::SHIFT, false);
    // The key of the menu opens that of the selected head.
    window.press_with(Modifiers::SHIFT, Key::F10);
    window.click("Hide these 3 columns");
    assert_eq!(columns(&window).len(), before.len() - 3);
    window.click("3 proposals hidden");
    assert_eq!(columns(&window), before);
}

#[test]
fn a_column_is_moved_by_menu_keys_and_pointer_and_found_so_again() {
    let mut window = Window::with(wide(), |_| {});
    let before = columns(&window);
    menu(&mut window, &before[1]);
    window.click("Move to the left");
    assert_eq!(columns(&window)[..2], [before[1].clone(), before[0].clone()]);
    // It is selected now, and keys move it on, though one could go back.
    window.press_with(Modifiers::COMMAND, Key::Num3);
    window.press_with(Modifiers::COMMAND, Key::Num1);
    click(&mut window, Role::ColumnHeader, &before[1], Modifiers::NONE, false);
    window.press_with(Modifiers::ALT, Key::ArrowRight);
    assert_eq!(columns(&window), before);
    window.press_with(Modifiers::ALT, Key::ArrowLeft);
    window.press_with(Modifiers::ALT, Key::ArrowLeft);
    assert_eq!(columns(&window)[..2], [before[1].clone(), before[0].clone()], "no further");
    window.pass(2.0);
    let mut window = window.after_a_crash(wide());
    assert_eq!(columns(&window)[..2], [before[1].clone(), before[0].clone()]);
    window.click("Proposals in an order of their own");
    assert_eq!(columns(&window), before);
    let heads = proposals(&window, Role::ColumnHeader);
    window.drag(heads[0].1.center(), heads[2].1.center());
    let expected = [before[1].clone(), before[2].clone(), before[0].clone()];
    assert_eq!(columns(&window)[..3], expected);
    menu(&mut window, &before[0]);
    window.click("Usual order of proposals");
    assert_eq!(columns(&window), before);
}

#[test]
fn a_proposal_selected_on_another_screen_leaves_the_keys_to_going_back() {
    let mut window = Window::with(wide(), |_| {});
    let before = columns(&window);
    window.press_with(Modifiers::COMMAND, Key::Num2);
    window.press(Key::ArrowDown);
    window.press_with(Modifiers::COMMAND, Key::Num1);
    window.press_with(Modifiers::ALT, Key::ArrowLeft);
    assert!(window.shows("Add proposal"), "back on the list");
    window.press_with(Modifiers::COMMAND, Key::Num1);
    assert_eq!(columns(&window), before);
    // Its column selected here is moved by the same keys.
    window.press(Key::ArrowRight);
    window.press_with(Modifiers::COMMAND, Key::Space);
    window.press_with(Modifiers::ALT, Key::ArrowRight);
    assert_ne!(columns(&window), before);
}

#[test]
fn of_swapped_rows_and_columns_the_rows_are_hidden_and_moved() {
    let mut window = Window::with(wide(), |_| {});
    window.click("Swap rows and columns");
    let rows = |window: &Window| -> Vec<String> {
        proposals(window, Role::RowHeader).into_iter().map(|(code, _)| code).collect()
    };
    let before = rows(&window);
    click(&mut window, Role::RowHeader, &before[0], Modifiers::NONE, true);
    window.click("Move down");
    assert_eq!(rows(&window)[..2], [before[1].clone(), before[0].clone()]);
    window.press_with(Modifiers::ALT, Key::ArrowUp);
    assert_eq!(rows(&window), before);
    click(&mut window, Role::RowHeader, &before[0], Modifiers::NONE, true);
    window.click("Hide this row");
    assert_eq!(rows(&window)[..], before[1..]);
}

#[test]
fn escape_ends_dragging_a_head_and_leaves_the_order() {
    let mut window = Window::with(wide(), |_| {});
    let before = columns(&window);
    let heads = proposals(&window, Role::ColumnHeader);
    let [from, to] = [0, 2].map(|at| heads[at].1.center());
    window.drag_over(from, to);
    window.press(Key::Escape);
    window.harness.drop_at(to);
    window.settle();
    assert_eq!(columns(&window), before);
}

#[test]
fn a_column_that_is_moved_by_keys_stays_in_view() {
    let mut window = Window::new();
    let seen = proposals(&window, Role::ColumnHeader);
    let (code, place) = seen[seen.len() - 2].clone();
    click(&mut window, Role::ColumnHeader, &code, Modifiers::NONE, false);
    for _ in 0..3 {
        window.press_with(Modifiers::ALT, Key::ArrowRight);
        let heads = proposals(&window, Role::ColumnHeader);
        let head = heads.iter().find(|(of, _)| *of == code).unwrap();
        assert!(head.1.right() < place.right() + 1.5 * place.width(), "{:?} {place:?}", head.1);
    }
}

#[test]
fn a_cell_has_the_marking_of_its_proposal_if_that_is_the_stricter_one() {
    let mut window = Window::with(wide(), |document| {
        let proposal = document.snapshot().proposal_by_code("A/RES/73/27").unwrap().clone();
        let marked = Proposal { marking: Some(Marking::Red), ..proposal };
        document.apply(&Edit::change(marked, "")).unwrap();
    });
    window.press(Key::ArrowDown);
    assert!(window.shows("TLP:RED"));
    window.press(Key::ArrowRight);
    assert!(!window.shows("TLP:RED"), "that is another proposal");
}
