//! The list of sources, and of the entries without one.

mod unsourced;

use egui::Ui;

use super::top::{self, Top};
use crate::command::Screen;
use crate::document::blank;
use crate::model::words::{fold, natural_cmp};
use crate::model::{Source, Table};
use crate::text::msg;
use crate::ui::cx::{Action, Cx};
use crate::ui::icon::Icon;
use crate::ui::state::{ListState, Selection, ViewState};
use crate::ui::views::{Draw, View};
use crate::ui::widgets::{Column, List, strong};

/// The screen's description.
pub(super) const VIEW: View = View {
    icon: Icon::Sources,
    hint: |_| msg!("hint-list"),
    help: msg!("help-page-sources"),
    more_help: None,
    count: Some(|snapshot| snapshot.sources.len()),
    add: |_| Some(blank::source),
    can_filter: true,
    inspects: |_| true,
    tables: &[Table::Sources],
    asks_all: |_| false,
    draw: Draw::Dossier(show),
};

const COLUMNS: [Column; 5] = [
    Column { name: msg!("field-symbol"), width: 130.0 },
    Column { name: msg!("field-title"), width: 0.0 },
    Column { name: msg!("field-issuer"), width: 170.0 },
    Column { name: msg!("field-date"), width: 100.0 },
    Column { name: msg!("field-kind"), width: 150.0 },
];

/// Draws the screen.
fn show(ui: &mut Ui, cx: &Cx<'_>, state: &mut ViewState) {
    if state.unsourced {
        return unsourced::show(ui, cx, state);
    }
    let rows = cx.rows(ui, "sources", state.lists[Screen::Sources].clone(), || {
        let rows = rows(cx, &state.lists[Screen::Sources]);
        rows.iter().filter_map(|row| cx.snapshot.sources.slot(row.id)).collect()
    });
    let at = |row: usize| rows.get(row).and_then(|slot| cx.snapshot.sources.at(*slot));
    let list = &mut state.lists[Screen::Sources];
    let top = Top {
        title: cx.text.get(msg!("screen-sources")),
        shown: rows.len(),
        all: cx.snapshot.sources.len(),
        add: Some(cx.text.get(msg!("add-source"))),
    };
    top::show(ui, cx, list, &mut state.focus_filter, &top);
    unsourced::chip(ui, cx, &mut state.unsourced);
    if rows.is_empty() {
        let filtered = !list.filter.is_empty();
        return top::nothing(ui, cx, &top, filtered, cx.text.get(msg!("sources-empty")));
    }
    let table = List {
        id: "sources",
        columns: &COLUMNS,
        rows: rows.len(),
        selected: (0..rows.len())
            .find(|row| at(*row).is_some_and(|it| state.selection == Selection::Source(it.id))),
    };
    let name = |row: usize| {
        at(row).map_or_else(String::new, |source| format!("{}, {}", source.symbol, source.title))
    };
    let chosen = table.show(ui, cx, list, name, |ui, row, column| {
        let Some(source) = at(row) else { return };
        match column {
            0 => drop(ui.add(egui::Label::new(strong(&cx.theme, &source.symbol)).truncate())),
            1 => drop(ui.add(egui::Label::new(&source.title).truncate())),
            2 => drop(ui.add(egui::Label::new(&source.issuer).truncate())),
            3 => {
                let date = source.date.map_or_else(|| "–".to_owned(), |date| cx.text.date(date));
                ui.label(date);
            }
            _ => drop(ui.add(egui::Label::new(cx.text.label(source.kind)).truncate())),
        }
    });
    if let Some(source) = chosen.and_then(at) {
        cx.push(Action::Select(Selection::Source(source.id)));
    }
}

fn rows<'a>(cx: &Cx<'a>, list: &ListState) -> Vec<&'a Source> {
    let wanted = fold(list.filter.trim());
    let mut rows: Vec<_> = cx
        .snapshot
        .sources
        .iter()
        .filter(|source| {
            let words = [&source.symbol, &source.title, &source.issuer, &source.note];
            words.iter().any(|words| fold(words).contains(&wanted))
        })
        .collect();
    rows.sort_by(|a, b| natural_cmp(&a.symbol, &b.symbol).then_with(|| a.title.cmp(&b.title)));
    match list.sort {
        1 => top::sort(&mut rows, list, |row| fold(&row.title)),
        2 => top::sort(&mut rows, list, |row| fold(&row.issuer)),
        3 => top::sort(&mut rows, list, |row| row.date),
        4 => top::sort(&mut rows, list, |row| row.kind),
        _ if list.descending => rows.reverse(),
        _ => {}
    }
    rows
}
