//! The screen of changes since a day: stances with the direction they moved in, obstacles that
//! grew, texts word by word.

use std::sync::Arc;

use chrono::NaiveDate;
use egui::Ui;

use super::grouped;
use crate::analysis::{Drift, OwnSide, last_meeting};
use crate::command::{Command, Screen};
use crate::model::words::fold;
use crate::model::{Keyed, Speaker};
use crate::report::{About, Line, changes};
use crate::text::{lower, msg};
use crate::ui::cx::{Action, Cx};
use crate::ui::icon::Icon;
use crate::ui::state::{ChangesBy, ListState, Selection, ViewState};
use crate::ui::views::top::{self, Top};
use crate::ui::widgets::{Chip, Column, Key, List, When, caption, day_menu, icon_button, sort};

const COLUMNS: [Column<Line>; 6] = [
    Column::new(msg!("field-date"), 110.0, |cx, row: &Line| cx.text.day(row.date))
        .by(|_, row| Key::day(row.date)),
    Column::new(msg!("column-what"), 0.0, |_, row: &Line| row.what.clone())
        .strong()
        .by(|_, row| Key::words(&*row.what)),
    Column::new(msg!("field-proposal"), 140.0, |_, row: &Line| row.proposal.clone())
        .by(|_, row| Key::words(&*row.proposal)),
    Column::new(msg!("column-from"), 170.0, |_, row: &Line| row.from.clone())
        .by(|_, row| Key::words(&*row.from)),
    Column::new(msg!("column-to"), 170.0, |_, row: &Line| row.to.clone())
        .by(|_, row| Key::words(&*row.to)),
    Column::new(msg!("column-way"), 190.0, way).by(|cx, row| Key::words(&*way(cx, row))),
];

fn way(cx: &Cx<'_>, row: &Line) -> String {
    row.drift.map(|it| cx.text.label(it).to_owned()).unwrap_or_default()
}

/// Chips that switch between the steps and the changes since a day. The changes since the last
/// meeting are one click away from either.
pub(super) fn chips(ui: &mut Ui, cx: &Cx<'_>, state: &mut ViewState) {
    ui.horizontal(|ui| {
        let words = cx.text.get(msg!("changes-chip"));
        let shown = state.changes.shown;
        if Chip::new(words).active(shown).show(ui, &cx.theme).clicked() {
            state.changes.shown = !shown;
        }
        if let Some(last) = last_meeting(cx.snapshot, cx.entry_day()) {
            let words = [("meeting", last.title.as_str().into())];
            let words = cx.text.with(msg!("changes-since-meeting"), &words);
            let active = shown && state.since == Some(last.last_day());
            if Chip::new(&words).active(active).show(ui, &cx.theme).clicked() {
                state.changes.shown = true;
                state.since = Some(last.last_day());
            }
        }
        if shown {
            since(ui, cx, &mut state.since);
        }
    });
    ui.add_space(cx.theme.sizes.space.s);
}

/// The day after which changes are shown.
fn since(ui: &mut Ui, cx: &Cx<'_>, since: &mut Option<NaiveDate>) {
    let from = cx.figures.since();
    let words = cx.text.with(msg!("changes-since"), &[("day", cx.text.day(from).into())]);
    let response = Chip::new(&words).active(since.is_some()).menu().show(ui, &cx.theme);
    if let Some(day) = day_menu(cx, &response, from, &words, When::Past) {
        *since = Some(day);
    }
    if since.is_some()
        && icon_button(ui, &cx.theme, Icon::Close, cx.text.get(msg!("since-default"))).clicked()
    {
        *since = None;
    }
}

/// Draws the changes.
pub(super) fn show(ui: &mut Ui, cx: &Cx<'_>, state: &mut ViewState) {
    let all = lines(ui, cx);
    let key = (state.lists[Screen::History].clone(), state.changes);
    let rows = cx.rows(ui, "changes", key, || filtered(cx, &all, state));
    let top = Top {
        title: cx.text.get(msg!("changes-title")),
        shown: rows.len(),
        all: all.len(),
        add: None,
    };
    top::show(ui, cx, &mut state.lists[Screen::History], &mut state.focus_filter, &top);
    chips(ui, cx, state);
    if cx.figures.since() >= cx.as_of {
        let days = [
            ("since", cx.text.day(cx.figures.since()).into()),
            ("until", cx.text.day(cx.as_of).into()),
        ];
        return top::nothing(ui, cx, &top, false, &cx.text.with(msg!("changes-no-days"), &days));
    }
    if !all.is_empty() {
        figures(ui, cx, state, &all);
    }
    if rows.is_empty() {
        let narrowed =
            !state.lists[Screen::History].filter.is_empty() || state.changes.only.is_some();
        return top::nothing(ui, cx, &top, narrowed, cx.text.get(msg!("changes-none")));
    }
    let about = if state.changes.by == ChangesBy::Day {
        let at = |row: usize| rows.get(row).and_then(|place| all.get(*place));
        let table = List::new("changes", Screen::History, &COLUMNS, rows.len());
        let chosen = table.show(ui, cx, state, at, |row| grouped::name(cx, row));
        chosen.filter(|(_, by)| by.leads(ui)).and_then(|(row, _)| row.about)
    } else {
        grouped::show(ui, cx, state.changes.by, &all, &rows).and_then(|row| row.about)
    };
    if let Some(about) = about {
        let (screen, selection) = place(about);
        cx.push(Action::Command(Command::Show(screen)));
        cx.push(Action::Select(selection));
    }
}

/// How the changes are grouped, and how many went in each direction; a click on one shows only
/// these.
fn figures(ui: &mut Ui, cx: &Cx<'_>, state: &mut ViewState, all: &[Line]) {
    let (theme, text) = (&cx.theme, cx.text);
    ui.horizontal_wrapped(|ui| {
        for by in ChangesBy::ALL {
            let chip = Chip::new(text.label(*by)).active(state.changes.by == *by);
            if chip.show(ui, theme).clicked() {
                state.changes.by = *by;
            }
        }
        ui.add_space(theme.sizes.space.l);
        for drift in Drift::ALL {
            let count = all.iter().filter(|line| line.drift == Some(*drift)).count();
            let active = state.changes.only == Some(*drift);
            if count == 0 && !active {
                continue;
            }
            let words = grouped::figure(cx, *drift, count);
            if Chip::new(&words).active(active).show(ui, theme).clicked() {
                state.changes.only = (!active).then_some(*drift);
            }
        }
    });
    let own = OwnSide::new(cx.snapshot, cx.figures.coalition()).party();
    let own = own.and_then(|id| cx.snapshot.parties.get(id));
    let words = match own {
        Some(party) => {
            let name = [("party", text.of(&party.name).into())];
            text.with(msg!("changes-measured-by"), &name)
        }
        None => {
            let field = [("field", lower(text.field("ours")).into())];
            text.with(msg!("changes-measured"), &field)
        }
    };
    ui.label(caption(theme, words));
    ui.add_space(theme.sizes.space.xs);
}

/// The screen and selection that show a change.
fn place(about: About) -> (Screen, Selection) {
    match about {
        About::Stance(proposal, Speaker::Party(party)) => {
            (Screen::Matrix, Selection::Cell(proposal, party))
        }
        About::Stance(proposal, Speaker::Group(group)) => {
            (Screen::Groups, Selection::GroupStance(proposal, group))
        }
        About::Obstacle(proposal, obstacle) => {
            (Screen::Obstacles, Selection::Assessment(proposal, obstacle))
        }
        About::Remedy(id) => (Screen::Remedies, Selection::Remedy(id)),
        About::Proposal(id) => (Screen::Proposals, Selection::Proposal(id)),
    }
}

/// All changes, computed once per state of the dossier.
fn lines(ui: &Ui, cx: &Cx<'_>) -> Arc<Vec<Line>> {
    cx.kept(ui, egui::Id::unique("changes"), || {
        let (since, until) = (cx.figures.since(), cx.as_of);
        let own = OwnSide::new(cx.snapshot, cx.figures.coalition());
        let changed = changes(cx.snapshot, cx.text, cx.changed, since, until);
        changed.lines_for(cx.snapshot, cx.text, own)
    })
}

// Indices of the matching lines: sorted for the list by day, oldest first for the others.
fn filtered(cx: &Cx<'_>, all: &[Line], state: &ViewState) -> Vec<usize> {
    let list: &ListState = &state.lists[Screen::History];
    let wanted = fold(list.filter.trim());
    let mut rows: Vec<_> = all
        .iter()
        .enumerate()
        .filter(|(_, row)| state.changes.only.is_none_or(|only| row.drift == Some(only)))
        .filter(|(_, row)| {
            [&row.what, &row.proposal].iter().any(|words| fold(words).contains(&wanted))
        })
        .collect();
    if state.changes.by == ChangesBy::Day {
        sort(&mut rows, cx, &COLUMNS, list, |(_, row)| row);
    }
    rows.into_iter().map(|(place, _)| place).collect()
}
