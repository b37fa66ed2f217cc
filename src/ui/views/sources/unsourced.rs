//! The entries without a source: hearsay until somebody finds one.

use std::sync::Arc;

use egui::Ui;

use crate::command::Screen;
use crate::model::words::fold;
use crate::model::{Position, Speaker, stance};
use crate::text::msg;
use crate::ui::cx::Cx;
use crate::ui::selection::selection_of_entry;
use crate::ui::state::{ListState, RowKey, ViewState};
use crate::ui::views::top::{self, Top};
use crate::ui::widgets::{Chip, Column, Key, List, sort};

const COLUMNS: [Column<UnsourcedRow>; 5] = [
    Column::new(msg!("column-who"), 0.0, |_, row: &UnsourcedRow| row.who.clone())
        .strong()
        .by(|_, row| Key::words(&*row.who)),
    Column::new(msg!("field-proposal"), 140.0, |_, row: &UnsourcedRow| row.code.clone())
        .by(|_, row| Key::words(&*row.code)),
    Column::new(msg!("field-stance"), 150.0, |cx, row: &UnsourcedRow| {
        let held = row.entry.stance;
        format!("{}  {}", stance::sign(held), cx.text.stance(held))
    })
    .by(|_, row| Key::number(row.entry.stance.map(|it| it as i64))),
    Column::new(msg!("field-date"), 110.0, |cx, row: &UnsourcedRow| cx.text.day(row.entry.date))
        .by(|_, row| Key::day(row.entry.date)),
    Column::new(msg!("field-certainty"), 150.0, |cx, row: &UnsourcedRow| {
        cx.text.label_or(row.entry.certainty, msg!("not-filled-in")).to_owned()
    })
    .by(|_, row| Key::number(row.entry.certainty.map(|it| it as i64))),
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
        rows(cx, &all, &state.lists[Screen::Sources])
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
    let selected = (0..rows.len())
        .find(|row| at(*row).is_some_and(|row| selection_of_entry(&row.entry) == state.selection));
    let table = List::new("unsourced", Screen::Sources, &COLUMNS, rows.len())
        .selected(selected)
        .of(|_, row| Some(RowKey::Record(row.entry.id.into())))
        .own();
    let name = |row: &UnsourcedRow| format!("{}, {}", row.who, row.code);
    let chosen = table.show(ui, cx, state, at, name);
    if let Some((row, by)) = chosen {
        by.select(cx, state, selection_of_entry(&row.entry));
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
fn rows(cx: &Cx<'_>, all: &[UnsourcedRow], list: &ListState) -> Vec<usize> {
    let wanted = fold(list.filter.trim());
    let mut rows: Vec<_> = all
        .iter()
        .enumerate()
        .filter(|(_, row)| [&row.who, &row.code].iter().any(|words| fold(words).contains(&wanted)))
        .collect();
    sort(&mut rows, cx, &COLUMNS, list, |(_, row)| row);
    rows.into_iter().map(|(place, _)| place).collect()
}
