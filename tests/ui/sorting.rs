//! Sorting the matrix by the stances on one proposal.

use egui::accesskit::Role;
use egui::{Key, Modifiers};
use egui_kittest::kittest::{NodeT, Queryable};

use crate::common::Window;

/// The stances on a proposal that are in view, from top to bottom.
fn stances(window: &Window, proposal: &str) -> Vec<&'static str> {
    let said = |label: &str| {
        let all = ["objects", "has reservations", "can live with it", "supports", "unknown"];
        all.into_iter().find(|it| label.split(", ").any(|part| part == *it))
    };
    let cells = window.harness.query_all_by_role(Role::GridCell).filter_map(|cell| {
        let label = cell.accesskit_node().label()?;
        let (_, on) = label.split_once(&format!(", {proposal}, "))?;
        Some((cell.rect().top(), said(on)?))
    });
    let mut cells: Vec<_> = cells.collect();
    cells.sort_by(|a, b| a.0.total_cmp(&b.0));
    cells.into_iter().map(|(_, stance)| stance).collect()
}

#[test]
fn the_head_of_a_column_sorts_by_its_stances_those_who_object_first() {
    let mut window = Window::new();
    let on = "A/RES/75/240";
    let usual = stances(&window, on);
    let heads = window.harness.query_all_by_role(Role::ColumnHeader);
    let is_head = |label: Option<String>| label.is_some_and(|it| it.starts_with(on));
    let head: Vec<_> = heads.filter(|it| is_head(it.accesskit_node().label())).collect();
    head[0].click_secondary();
    drop(head);
    window.settle();
    window.click("Sort by the stances on this proposal");
    assert!(window.shows("Sort: stance on 75/240"));
    let sorted = stances(&window, on);
    let yes = sorted.iter().position(|it| *it == "supports").unwrap_or(sorted.len());
    assert_eq!(sorted[0], "objects", "{sorted:?}");
    assert!(!sorted[yes..].contains(&"objects"), "{sorted:?}");
    assert_ne!(sorted, usual);
    // The menu of orders leads back, and offers it again while the proposal is selected.
    window.click("Sort: stance on 75/240");
    window.click("camp index");
    assert_eq!(stances(&window, on), usual);
    window.click("Sort: camp index");
    window.click("stance on 75/240");
    assert_eq!(stances(&window, on), sorted);
    // The palette takes it off, as it was put on.
    window.press_with(Modifiers::COMMAND, Key::K);
    window.type_text("sort by the stances");
    window.press(Key::Enter);
    assert_eq!(stances(&window, on), usual);
}
