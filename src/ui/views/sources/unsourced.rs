//! The entries without a source: hearsay until somebody finds one.

use std::sync::Arc;

use egui::Ui;

use crate::command::Screen;
use crate::model::words::fold;
use crate::model::{Position, Speaker, stance};
use crate::text::msg;
use crate::ui::cx::{Action, Cx};
use crate::ui::selection::selection_of_entry;
use crate::ui::state::{ListState, ViewState};
use crate::ui::views::top::{self, Top};
use crate::ui::widgets::{Chip, Column, List, strong};

const COLUMNS: [Column; 5] = [
    Column { name: msg!("column-who"), width: 0.0 },
    Column { name: msg!("field-proposal"), width: 140.0 },
    Column { name: msg!("field-stance"), width: 150.0 },
    Column { name: msg!("field-date"), width: 110.0 },
    Column { name: msg!("field-certainty"), width: 150.0 },
];

/// One entry and its author.
struct UnsourcedRow {
    who: String,
    code: String,
    entry: Position,
}

/// The chip that switches between the sources and the entries without one.
pub(super) fn chip(ui: &mut Ui, cx: &Cx<'_>, unsourced: &mut bool) {
    let count = [("count", all(ui, cx).len().into())];
    let words = cx.text.with(msg!("unsourced"), &count);
    if Chip::new(&words).active(*unsourced).show(ui, &cx.theme).clicked() {
        *unsourced = !*unsourced;
    }
    ui.add_space(cx.theme.sizes.space.s);
}

/// Draws the list.
pub(super) fn show(ui: &mut Ui, cx: &Cx<'_>, state: &mut ViewState) {
    let all = all(ui, cx);
    let rows = cx.rows(ui, "unsourced", state.lists[Screen::Sources].clone(), || {
        rows(&all, &state.lists[Screen::Sources])
    });
    let at = |row: usize| rows.get(row).and_then(|place| all.get(*place));
    let top = Top {
        title: cx.text.get(msg!("unsourced-heading")),
        shown: rows.len(),
        all: all.len(),
        add: None,
    };
    top::show(ui, cx, &mut state.lists[Screen::Sources], &mut state.focus_filter, &top);
    chip(ui, cx, &mut state.unsourced);
    if rows.is_empty() {
        let filtered = !state.lists[Screen::Sources].filter.is_empty();
        return top::nothing(ui, cx, &top, filtered, cx.text.get(msg!("unsourced-none")));
    }
    let table = List {
        id: "unsourced",
        columns: &COLUMNS,
        rows: rows.len(),
        selected: (0..rows.len()).find(|row| {
            at(*row).is_some_and(|row| selection_of_entry(&row.entry) == state.selection)
        }),
    };
    let name =
        |row: usize| at(row).map_or_else(String::new, |row| format!("{}, {}", row.who, row.code));
    let chosen = table.show(ui, cx, &mut state.lists[Screen::Sources], name, |ui, row, column| {
        let Some(row) = at(row) else { return };
        match column {
            0 => drop(ui.add(egui::Label::new(strong(&cx.theme, &row.who)).truncate())),
            1 => drop(ui.add(egui::Label::new(&row.code).truncate())),
            2 => {
                let held = row.entry.stance;
                ui.label(format!("{}  {}", stance::sign(held), cx.text.stance(held)));
            }
            3 => drop(ui.label(cx.text.day(row.entry.date))),
            _ => drop(ui.label(cx.text.label_or(row.entry.certainty, msg!("not-filled-in")))),
        }
    });
    if let Some(row) = chosen.and_then(at) {
        cx.push(Action::Select(selection_of_entry(&row.entry)));
    }
}

/// All entries in force with a stance and without a source, computed once per state of the dossier:
/// a large one has close to a million entries.
fn all(ui: &Ui, cx: &Cx<'_>) -> Arc<Vec<UnsourcedRow>> {
    cx.kept(ui, egui::Id::unique("unsourced"), || gather(cx))
}

fn gather(cx: &Cx<'_>) -> Vec<UnsourcedRow> {
    let snapshot = cx.snapshot;
    let of_parties = snapshot.positions.iter();
    let of_parties = of_parties.filter(|entry| entry.source().is_none() && !entry.is_replaced());
    let of_groups = snapshot.held_group_positions().filter(|entry| entry.source.is_none());
    let rows = of_parties
        .filter_map(|entry| snapshot.position(entry))
        .chain(of_groups.cloned())
        .filter(|entry| entry.stance.is_some())
        .filter_map(|entry| {
            let who = match entry.by {
                Speaker::Party(id) => cx.text.of(&snapshot.parties.get(id)?.name).to_owned(),
                Speaker::Group(id) => snapshot.groups.get(id)?.code.clone(),
            };
            let code = snapshot.proposals.get(entry.proposal)?.code.clone();
            Some(UnsourcedRow { who, code, entry })
        });
    rows.collect()
}

// Indices of the matching rows.
fn rows(all: &[UnsourcedRow], list: &ListState) -> Vec<usize> {
    let wanted = fold(list.filter.trim());
    let mut rows: Vec<_> = all
        .iter()
        .enumerate()
        .filter(|(_, row)| [&row.who, &row.code].iter().any(|words| fold(words).contains(&wanted)))
        .collect();
    match list.sort {
        1 => top::sort(&mut rows, list, |(_, row)| fold(&row.code)),
        2 => top::sort(&mut rows, list, |(_, row)| row.entry.stance),
        3 => top::sort(&mut rows, list, |(_, row)| row.entry.date),
        4 => top::sort(&mut rows, list, |(_, row)| row.entry.certainty),
        _ => top::sort(&mut rows, list, |(_, row)| fold(&row.who)),
    }
    rows.into_iter().map(|(place, _)| place).collect()
}
