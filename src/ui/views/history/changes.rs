//! What changed since a day: stances that moved, obstacles that grew.

use std::sync::Arc;

use chrono::NaiveDate;
use egui::Ui;

use crate::command::{Command, Screen};
use crate::model::Speaker;
use crate::model::words::fold;
use crate::report::{About, Line, changes};
use crate::text::msg;
use crate::ui::cx::{Action, Cx};
use crate::ui::icon::Icon;
use crate::ui::state::{ListState, Selection, ViewState};
use crate::ui::views::top::{self, Top};
use crate::ui::widgets::{Chip, Column, Key, List, When, day_menu, icon_button, sort};

const COLUMNS: [Column<Line>; 5] = [
    Column::new(msg!("field-date"), 110.0, |cx, row: &Line| cx.text.day(row.date))
        .by(|_, row| Key::day(row.date)),
    Column::new(msg!("column-what"), 0.0, |_, row: &Line| row.what.clone())
        .strong()
        .by(|_, row| Key::words(&*row.what)),
    Column::new(msg!("field-proposal"), 140.0, |_, row: &Line| row.proposal.clone())
        .by(|_, row| Key::words(&*row.proposal)),
    Column::new(msg!("column-from"), 190.0, |_, row: &Line| row.from.clone())
        .by(|_, row| Key::words(&*row.from)),
    Column::new(msg!("column-to"), 190.0, |_, row: &Line| row.to.clone())
        .by(|_, row| Key::words(&*row.to)),
];

/// Chips that switch between the steps and the changes since a day.
pub(super) fn chips(ui: &mut Ui, cx: &Cx<'_>, shown: &mut bool, since: &mut Option<NaiveDate>) {
    ui.horizontal(|ui| {
        let words = cx.text.get(msg!("changes-chip"));
        if Chip::new(words).active(*shown).show(ui, &cx.theme).clicked() {
            *shown = !*shown;
        }
        if !*shown {
            return;
        }
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
        let over = cx.snapshot.meetings.iter().filter(|meeting| meeting.last_day() < cx.today);
        if let Some(last) = over.max_by_key(|meeting| meeting.last_day()) {
            let words = [("meeting", last.title.as_str().into())];
            let words = cx.text.with(msg!("changes-since-meeting"), &words);
            let active = *since == Some(last.last_day());
            if Chip::new(&words).active(active).show(ui, &cx.theme).clicked() {
                *since = Some(last.last_day());
            }
        }
    });
    ui.add_space(cx.theme.sizes.space.s);
}

/// Draws the list.
pub(super) fn show(ui: &mut Ui, cx: &Cx<'_>, state: &mut ViewState) {
    let all = lines(ui, cx);
    let shown = state.lists[Screen::History].clone();
    let rows = cx.rows(ui, "changes", shown, || filtered(cx, &all, &state.lists[Screen::History]));
    let at = |row: usize| rows.get(row).and_then(|place| all.get(*place));
    let top = Top {
        title: cx.text.get(msg!("changes-title")),
        shown: rows.len(),
        all: all.len(),
        add: None,
    };
    top::show(ui, cx, &mut state.lists[Screen::History], &mut state.focus_filter, &top);
    chips(ui, cx, &mut state.changes, &mut state.since);
    if cx.figures.since() >= cx.as_of {
        let days = [
            ("since", cx.text.day(cx.figures.since()).into()),
            ("until", cx.text.day(cx.as_of).into()),
        ];
        return top::nothing(ui, cx, &top, false, &cx.text.with(msg!("changes-no-days"), &days));
    }
    if rows.is_empty() {
        let narrowed = !state.lists[Screen::History].filter.is_empty();
        return top::nothing(ui, cx, &top, narrowed, cx.text.get(msg!("changes-none")));
    }
    let table = List::new("changes", Screen::History, &COLUMNS, rows.len());
    let name = |row: &Line| format!("{}, {}, {} → {}", row.what, row.proposal, row.from, row.to);
    let chosen = table.show(ui, cx, state, at, name).filter(|(_, by)| by.leads(ui));
    if let Some(about) = chosen.and_then(|(row, _)| row.about) {
        let (screen, selection) = place(about);
        cx.push(Action::Command(Command::Show(screen)));
        cx.push(Action::Select(selection));
    }
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
        changes(cx.snapshot, cx.text, cx.changed, since, until).lines(cx.text)
    })
}

// Indices of the matching lines.
fn filtered(cx: &Cx<'_>, all: &[Line], list: &ListState) -> Vec<usize> {
    let wanted = fold(list.filter.trim());
    let mut rows: Vec<_> = all
        .iter()
        .enumerate()
        .filter(|(_, row)| {
            [&row.what, &row.proposal].iter().any(|words| fold(words).contains(&wanted))
        })
        .collect();
    sort(&mut rows, cx, &COLUMNS, list, |(_, row)| row);
    rows.into_iter().map(|(place, _)| place).collect()
}
