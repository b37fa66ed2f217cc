//! The coalition matrix, the home screen: who blocks, who is unknown, where the
//! three camps stand.

mod bar;
mod board;
mod cells;
mod draw;
mod edits;
mod filter_menu;
mod filters;
mod geometry;
mod heads;
mod keys;
mod rows;
mod saved_views;
mod transposed;
mod widths;

use egui::{Align, Layout, Ui};

pub(crate) use board::chosen_part;
pub(crate) use heads::{line as line_height, proposal_row};

use super::super::cx::{Action, Cx};
use super::super::icon::Icon;
use super::super::state::{Place, Selection, ViewState};
use super::super::widgets::{GridFocus, empty, heading, link, muted, strong};
use super::calendar::next_dates;
use super::top::go_to;
use crate::analysis::{Outcome, Rule, Totals};
use crate::command::Screen;
use crate::model::{Keyed, Table};
use crate::report::Subject;
use crate::text::msg;
use crate::ui::views::{Draw, PageOf, View};

/// The screen's description.
pub(super) const VIEW: View = View {
    icon: Icon::Matrix,
    hint: |state| {
        if state.matrix.hidden { msg!("matrix-cell-hidden") } else { msg!("hint-matrix") }
    },
    help: msg!("help-page-matrix"),
    more_help: None,
    count: None,
    add: |_| None,
    can_filter: true,
    inspects: |_| true,
    tables: &[Table::Dossier, Table::Positions, Table::SavedViews],
    asks_all: |state| state.matrix.filter.asks_all(),
    page: |_| PageOf::Screen(Subject::Matrix),
    lists: None,
    draw: Draw::Dossier(show),
};

/// The focus of the matrix.
const FOCUS: GridFocus = GridFocus::new("matrix");

/// Draws the screen.
fn show(ui: &mut Ui, cx: &Cx<'_>, state: &mut ViewState) {
    let text = cx.text;
    ui.horizontal(|ui| {
        heading(ui, text.get(msg!("matrix-heading")));
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| next(ui, cx));
    });
    if cx.snapshot.parties.is_empty() {
        let words = text.get(msg!("matrix-no-parties"));
        return empty(ui, cx, words, Some(go_to(cx, Screen::Parties)));
    }
    if cx.snapshot.proposals.is_empty() {
        let words = text.get(msg!("matrix-no-proposals"));
        return empty(ui, cx, words, Some(go_to(cx, Screen::Proposals)));
    }
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = cx.theme.sizes.space.xs;
        match cx.figures.counted() {
            Some(totals) => {
                ui.label(strong(&cx.theme, verdict(cx, totals, state.matrix.rule)));
                ui.label(muted(&cx.theme, other_verdicts(cx, totals, state.matrix.rule)));
            }
            None => drop(ui.label(muted(&cx.theme, text.get(msg!("counting"))))),
        }
    });
    ui.add_space(cx.theme.sizes.space.xs);
    filters::show(ui, cx, state);
    ui.add_space(cx.theme.sizes.space.s);
    let mut rows = std::mem::take(&mut state.matrix.rows);
    match state.selection.cell() {
        Some(place) => state.matrix.last = Some(place),
        None => state.matrix.several.clear(),
    }
    if FOCUS.is_escaped(ui) {
        escape(state);
    }
    if rows.refresh(cx, &state.matrix.filter, state.matrix.folded) {
        // The corners of the block now enclose other cells, which the user did not select.
        state.matrix.several.clear();
        heads::hold(state);
    }
    if rows.is_empty() {
        let cell = state.selection.cell();
        (state.matrix.selected, state.matrix.hidden) = (0, cell.is_some());
        ui.vertical_centered(|ui| {
            ui.add_space(cx.theme.sizes.space.xxl);
            ui.label(muted(&cx.theme, text.get(msg!("matrix-nothing-matches"))));
            if super::super::widgets::button(ui, &cx.theme, None, text.get(msg!("filter-clear")))
                .clicked()
            {
                state.matrix.filter = state.matrix.filter.cleared();
            }
        });
    } else if state.matrix.transposed {
        transposed::show(ui, cx, state, &rows);
    } else {
        draw::show(ui, cx, state, &rows);
    }
    state.matrix.rows = rows;
}

/// The next dates, nearest first, as many as fit.
fn next(ui: &mut Ui, cx: &Cx<'_>) {
    ui.add_space(cx.theme.sizes.space.m);
    let dates = next_dates(ui, cx, 2);
    // Laid out from right to left, so the latest comes first.
    for (words, to) in dates.iter().rev() {
        let width = ui
            .painter()
            .layout_no_wrap(
                words.clone(),
                cx.theme.font(cx.theme.sizes.text.body),
                cx.theme.colours.accent,
            )
            .size()
            .x;
        if width + cx.theme.sizes.space.xxl > ui.available_width() {
            continue;
        }
        if link(ui, &cx.theme, words).clicked() {
            cx.push(Action::Select(*to));
        }
        ui.label(Icon::Calendar.text(&cx.theme).color(cx.theme.colours.muted));
    }
}

/// Gives up the choice of several, or else what was typed to find a party.
fn escape(state: &mut ViewState) {
    let several = !state.matrix.several.is_empty() || !state.chosen.several.is_empty();
    if several {
        state.matrix.several.clear();
        state.chosen.several.clear();
    } else if !std::mem::take(&mut state.matrix.filter.text).is_empty() {
        // The cursor moves far down as the others come back.
        state.matrix.reveal = true;
    }
}

/// Selects a cell: for the inspector, and as the cursor of the matrix.
fn select(state: &mut ViewState, place: Place) {
    state.selection = Selection::Cell(place.0, place.1);
}

/// The number of proposals adopted under a rule, in a sentence.
fn verdict(cx: &Cx<'_>, totals: &Totals, rule: Rule) -> String {
    let id = match rule {
        Rule::Consensus => msg!("verdict-consensus"),
        Rule::TwoThirds => msg!("verdict-two-thirds"),
        Rule::Majority => msg!("verdict-majority"),
    };
    let count = |outcome| totals.count(rule, outcome).into();
    cx.text.with(
        id,
        &[
            ("adopts", count(Outcome::Adopts)),
            ("open", count(Outcome::Open)),
            ("all", cx.figures.proposals().len().into()),
        ],
    )
}

fn other_verdicts(cx: &Cx<'_>, totals: &Totals, rule: Rule) -> String {
    let others: Vec<_> = Rule::ALL
        .iter()
        .copied()
        .filter(|other| *other != rule)
        .map(|other| {
            let count = totals.count(other, Outcome::Adopts).into();
            let rule = crate::text::lower(cx.text.label(other)).into();
            cx.text.with(msg!("verdict-other"), &[("count", count), ("rule", rule)])
        })
        .collect();
    others.join(" ")
}
