//! The board of remedies: what is to be done, by whom and by when.

use egui::Ui;

use super::top::{self, Top};
use crate::command::Screen;
use crate::library::obstacle_text;
use crate::model::words::fold;
use crate::model::{Remedy, Slot, Table};
use crate::report::Subject;
use crate::text::msg;
use crate::ui::cx::Cx;
use crate::ui::icon::Icon;
use crate::ui::state::{ListState, RowKey, Selection, ViewState};
use crate::ui::views::{Draw, PageOf, View};
use crate::ui::widgets::{Chip, Column, Key, List, sort};

/// The screen's description.
pub(super) const VIEW: View = View {
    icon: Icon::Remedies,
    hint: |_| msg!("hint-list"),
    help: msg!("help-page-remedies"),
    more_help: None,
    count: Some(|snapshot| snapshot.remedies.iter().filter(|it| it.status.is_open()).count()),
    add: |_| None,
    can_filter: true,
    inspects: |_| true,
    tables: &[Table::Remedies],
    asks_all: |_| false,
    page: |_| PageOf::Screen(Subject::Remedies),
    lists: None,
    draw: Draw::Dossier(show),
};

const COLUMNS: [Column<Slot>; 6] = [
    Column::new(msg!("field-due"), 130.0, |cx, slot| {
        remedy(cx, slot).map_or_else(String::new, |it| due(cx, it))
    })
    .drawn(|ui, cx, slot| {
        if let Some(remedy) = remedy(cx, slot) {
            due_cell(ui, cx, remedy);
        }
    }),
    Column::new(msg!("column-remedy"), 0.0, |cx, slot| {
        remedy(cx, slot).map_or_else(String::new, |it| it.title.clone())
    })
    .strong()
    .by(|cx, slot| Key::words(remedy(cx, slot).map(|it| &*it.title))),
    Column::new(msg!("field-proposal"), 120.0, |cx, slot| {
        code(cx, slot).unwrap_or_default().to_owned()
    })
    .by(|cx, slot| Key::words(code(cx, slot))),
    Column::new(msg!("field-obstacle"), 130.0, |cx, slot| {
        let obstacle = remedy(cx, slot).map(|it| obstacle_text(it.obstacle).short());
        obstacle.map_or_else(String::new, |it| cx.text.of(&it).to_owned())
    })
    .by(|cx, slot| Key::number(remedy(cx, slot).map(|it| it.obstacle as i64))),
    Column::new(msg!("field-owner"), 130.0, |cx, slot| {
        remedy(cx, slot).map_or_else(String::new, |it| it.owner.clone())
    })
    .by(|cx, slot| Key::words(remedy(cx, slot).map(|it| &*it.owner))),
    Column::new(msg!("field-status"), 110.0, |cx, slot| {
        remedy(cx, slot).map_or("", |it| cx.text.label(it.status)).to_owned()
    })
    .by(|cx, slot| Key::number(remedy(cx, slot).map(|it| it.status as i64))),
];

fn remedy<'a>(cx: &Cx<'a>, slot: &Slot) -> Option<&'a Remedy> {
    cx.snapshot.remedies.at(*slot)
}

/// The code of the proposal it is for.
fn code<'a>(cx: &Cx<'a>, slot: &Slot) -> Option<&'a str> {
    Some(&cx.snapshot.proposals.get(remedy(cx, slot)?.proposal)?.code)
}

/// Draws the screen.
fn show(ui: &mut Ui, cx: &Cx<'_>, state: &mut ViewState) {
    let shown = (state.lists[Screen::Remedies].clone(), state.all_remedies);
    let rows = cx.rows(ui, "remedies", shown, || {
        rows(cx, &state.lists[Screen::Remedies], state.all_remedies)
    });
    let top = Top {
        title: cx.text.get(msg!("screen-remedies")),
        shown: rows.len(),
        all: cx.snapshot.remedies.len(),
        add: None,
    };
    top::show(ui, cx, &mut state.lists[Screen::Remedies], &mut state.focus_filter, &top);
    ui.horizontal(|ui| {
        let words = cx.text.get(msg!("remedies-all"));
        if Chip::new(words).active(state.all_remedies).show(ui, &cx.theme).clicked() {
            state.all_remedies = !state.all_remedies;
        }
    });
    ui.add_space(cx.theme.sizes.space.s);
    if rows.is_empty() {
        let filtered = !state.lists[Screen::Remedies].filter.is_empty();
        let words = cx.text.get(msg!("remedies-empty"));
        return top::nothing(ui, cx, &top, filtered, words);
    }
    let selected = rows.iter().position(|slot| {
        remedy(cx, slot).is_some_and(|it| state.selection == Selection::Remedy(it.id))
    });
    let table = List::new("remedies", Screen::Remedies, &COLUMNS, rows.len())
        .selected(selected)
        .of(|cx, slot| remedy(cx, slot).map(|it| RowKey::Record(it.record_id())))
        .own();
    let name = |slot: &Slot| {
        remedy(cx, slot).map_or_else(String::new, |it| format!("{}, {}", it.title, due(cx, it)))
    };
    let chosen = table.show(ui, cx, state, |row| rows.get(row), name);
    if let Some((remedy, by)) = chosen.and_then(|(slot, by)| Some((remedy(cx, slot)?, by))) {
        by.select(cx, state, Selection::Remedy(remedy.id));
    }
}

fn due(cx: &Cx<'_>, remedy: &Remedy) -> String {
    remedy.due.map_or_else(|| "–".to_owned(), |due| cx.text.day(due))
}

fn due_cell(ui: &mut Ui, cx: &Cx<'_>, remedy: &Remedy) {
    let late = remedy.status.is_open() && remedy.due.is_some_and(|due| due < cx.today);
    ui.label(due(cx, remedy));
    if late {
        let words = cx.text.get(msg!("late"));
        let icon = Icon::Warning.text(&cx.theme).color(cx.theme.colours.warn);
        ui.label(icon).on_hover_text(words);
    }
}

fn rows(cx: &Cx<'_>, list: &ListState, all: bool) -> Vec<Slot> {
    let wanted = fold(list.filter.trim());
    let mut found: Vec<_> = cx
        .snapshot
        .remedies
        .slots()
        .filter(|(_, remedy)| all || remedy.status.is_open())
        .filter(|(slot, remedy)| {
            let code = code(cx, slot).unwrap_or_default();
            let words = [&remedy.title, &remedy.text, &remedy.owner, code];
            words.iter().any(|words| fold(words).contains(&wanted))
        })
        .collect();
    // By due date; those without one come last.
    found.sort_by_key(|(_, remedy)| (remedy.due.is_none(), remedy.due, remedy.id));
    let mut rows: Vec<_> = found.into_iter().map(|(slot, _)| slot).collect();
    sort(&mut rows, cx, &COLUMNS, list, |slot| slot);
    rows
}
