//! The list of sources, and of the entries without one.

mod unsourced;

use egui::Ui;

use super::top::{self, Top};
use crate::command::Screen;
use crate::document::blank;
use crate::model::words::{fold, natural_cmp};
use crate::model::{PartialDate, Slot, Source, Table};
use crate::report::Subject;
use crate::text::msg;
use crate::ui::cx::Cx;
use crate::ui::icon::Icon;
use crate::ui::state::{ListState, RowKey, Selection, ViewState};
use crate::ui::views::{Draw, PageOf, View};
use crate::ui::widgets::{Column, Key, List, sort};

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
    page: |_| PageOf::Screen(Subject::Sources),
    lists: None,
    draw: Draw::Dossier(show),
};

const COLUMNS: [Column<Slot>; 5] = [
    Column::new(msg!("field-symbol"), 130.0, |cx, slot| {
        source(cx, slot).map_or_else(String::new, |it| it.symbol.clone())
    })
    .strong(),
    Column::new(msg!("field-title"), 0.0, |cx, slot| {
        source(cx, slot).map_or_else(String::new, |it| it.title.clone())
    })
    .by(|cx, slot| Key::words(source(cx, slot).map(|it| &*it.title))),
    Column::new(msg!("field-issuer"), 170.0, |cx, slot| {
        source(cx, slot).map_or_else(String::new, |it| it.issuer.clone())
    })
    .by(|cx, slot| Key::words(source(cx, slot).map(|it| &*it.issuer))),
    Column::new(msg!("field-date"), 100.0, |cx, slot| {
        let date = source(cx, slot).and_then(|it| it.date);
        date.map_or_else(|| "–".to_owned(), |date| cx.text.date(date))
    })
    .by(|cx, slot| Key::day(source(cx, slot).and_then(|it| it.date).map(PartialDate::first_day))),
    Column::new(msg!("field-kind"), 150.0, |cx, slot| {
        source(cx, slot).map_or("", |it| cx.text.label(it.kind)).to_owned()
    })
    .by(|cx, slot| Key::number(source(cx, slot).map(|it| it.kind as i64))),
];

fn source<'a>(cx: &Cx<'a>, slot: &Slot) -> Option<&'a Source> {
    cx.snapshot.sources.at(*slot)
}

/// Draws the screen.
fn show(ui: &mut Ui, cx: &Cx<'_>, state: &mut ViewState) {
    if state.unsourced {
        return unsourced::show(ui, cx, state);
    }
    let rows = cx.rows(ui, "sources", state.lists[Screen::Sources].clone(), || {
        rows(cx, &state.lists[Screen::Sources])
    });
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
    let selected = rows.iter().position(|slot| {
        source(cx, slot).is_some_and(|it| state.selection == Selection::Source(it.id))
    });
    let table = List::new("sources", Screen::Sources, &COLUMNS, rows.len())
        .selected(selected)
        .of(|cx, slot| source(cx, slot).map(|it| RowKey::Record(it.record_id())))
        .own();
    let name = |slot: &Slot| {
        source(cx, slot).map_or_else(String::new, |it| format!("{}, {}", it.symbol, it.title))
    };
    let chosen = table.show(ui, cx, state, |row| rows.get(row), name);
    if let Some((source, by)) = chosen.and_then(|(slot, by)| Some((source(cx, slot)?, by))) {
        by.select(cx, state, Selection::Source(source.id));
    }
}

fn rows(cx: &Cx<'_>, list: &ListState) -> Vec<Slot> {
    let wanted = fold(list.filter.trim());
    let mut found: Vec<_> = cx
        .snapshot
        .sources
        .slots()
        .filter(|(_, source)| {
            let words = [&source.symbol, &source.title, &source.issuer, &source.note];
            words.iter().any(|words| fold(words).contains(&wanted))
        })
        .collect();
    found.sort_by(|(_, a), (_, b)| {
        natural_cmp(&a.symbol, &b.symbol).then_with(|| a.title.cmp(&b.title))
    });
    let mut rows: Vec<_> = found.into_iter().map(|(slot, _)| slot).collect();
    sort(&mut rows, cx, &COLUMNS, list, |slot| slot);
    rows
}
