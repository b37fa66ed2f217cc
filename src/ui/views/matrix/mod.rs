//! The coalition matrix, the home screen: who blocks, who is unknown, where the
//! three camps stand.

mod board;
mod cells;
mod draw;
mod edits;
mod filters;
mod geometry;
mod heads;
mod keys;
mod rows;
mod transposed;

use egui::{Align, Layout, Ui};

pub use heads::{elided, proposal_row};
pub use rows::{MatrixRows, Sort};

use super::super::cx::{Action, Cx};
use super::super::icon::Icon;
use super::super::state::{Selection, ViewState};
use super::super::widgets::{GridFocus, empty, heading, link, muted, strong};
use super::calendar::next_dates;
use super::top::go_to;
use crate::analysis::{Outcome, Rule, Totals};
use crate::command::Command;
use crate::model::{Camp, GroupId, PartyId, ProposalId, Stance, Status};

/// The focus of the matrix.
const FOCUS: GridFocus = GridFocus::new("matrix");

/// How the matrix is filtered, sorted and sized, and which block of it is selected.
#[derive(Clone, Debug)]
pub struct MatrixState {
    /// The rule whose verdict stands in words.
    pub rule: Rule,
    /// What decides which rows and columns there are.
    pub filter: Filter,
    /// Whether the parties are the columns.
    pub transposed: bool,
    /// Which camps are folded, in the order of [`Camp`].
    pub folded: [bool; 4],
    /// The step of the size, 0 is the densest.
    pub size: usize,
    /// The other corner of the block that is selected; the one is the cursor, which is the cell
    /// that is selected.
    pub anchor: Option<Place>,
    /// How many cells are selected, as they were drawn last.
    pub selected: usize,
    /// Whether the cell that is selected is filtered out or folded away.
    pub hidden: bool,
    /// Brings the cursor into view in the next frame.
    pub reveal: bool,
    /// Gives the cell with the cursor the focus at the end of this frame.
    pub refocus: bool,
    // Whether the pointer draws a block.
    dragging: bool,
    // Where the cursor was last: from there it goes on.
    last: Option<Place>,
    rows: MatrixRows,
}

/// A cell by what it is about, which stays the same whatever is sorted or filtered.
pub type Place = (ProposalId, PartyId);

/// What decides which rows and columns there are, and their order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    /// Only parties of this camp.
    pub camp: Option<Camp>,
    /// Only parties of this region.
    pub region: Option<String>,
    /// Only members of this group on the day that is shown.
    pub group: Option<GroupId>,
    /// Only parties with this stance on some proposal that is shown.
    pub stance: Option<Option<Stance>>,
    /// Only parties whose name or code contains this.
    pub text: String,
    /// Only proposals of this status.
    pub status: Option<Status>,
    /// Only proposals whose code or title contains this.
    pub proposals: String,
    /// The order of the parties within their camp.
    pub sort: Sort,
}

impl Filter {
    /// Whether it takes every cell to tell what is shown.
    pub fn asks_all(&self) -> bool {
        self.stance.is_some() || self.sort == Sort::Support
    }

    /// Whether anything is left out.
    pub fn is_active(&self) -> bool {
        *self != Self { sort: self.sort, ..Self::default() }
    }
}

impl Default for MatrixState {
    fn default() -> Self {
        Self {
            rule: Rule::Consensus,
            filter: Filter::default(),
            transposed: false,
            folded: [false; 4],
            size: 1,
            anchor: None,
            selected: 0,
            hidden: false,
            reveal: false,
            refocus: false,
            dragging: false,
            last: None,
            rows: MatrixRows::default(),
        }
    }
}

impl MatrixState {
    /// Folds or unfolds all camps.
    pub fn fold_all(&mut self, folded: bool) {
        self.folded = [folded; 4];
    }

    /// Makes the rows higher or lower by a step.
    pub fn resize(&mut self, larger: bool) {
        let last = geometry::SIZES - 1;
        self.size = if larger { (self.size + 1).min(last) } else { self.size.saturating_sub(1) };
        self.reveal = true;
    }

    /// Forgets the block, and brings the cursor into view.
    pub fn arrive(&mut self) {
        self.anchor = None;
        self.reveal = true;
    }
}

/// Draws the screen.
pub fn show(ui: &mut Ui, cx: &Cx<'_>, state: &mut ViewState) {
    let text = cx.text;
    ui.horizontal(|ui| {
        heading(ui, text.get("matrix-heading"));
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| next(ui, cx));
    });
    if cx.snapshot.parties.is_empty() {
        let words = text.get("matrix-no-parties");
        return empty(ui, cx, words, Some(go_to(cx, Command::Parties)));
    }
    if cx.snapshot.proposals.is_empty() {
        let words = text.get("matrix-no-proposals");
        return empty(ui, cx, words, Some(go_to(cx, Command::Proposals)));
    }
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = cx.theme.sizes.space.xs;
        match cx.figures.counted() {
            Some(totals) => {
                ui.label(strong(&cx.theme, verdict(cx, totals, state.matrix.rule)));
                ui.label(muted(&cx.theme, other_verdicts(cx, totals, state.matrix.rule)));
            }
            None => drop(ui.label(muted(&cx.theme, text.get("counting")))),
        }
    });
    ui.add_space(cx.theme.sizes.space.xs);
    filters::show(ui, cx, state);
    ui.add_space(cx.theme.sizes.space.s);
    let mut rows = std::mem::take(&mut state.matrix.rows);
    match state.selection.cell() {
        Some(place) => state.matrix.last = Some(place),
        None => state.matrix.anchor = None,
    }
    if rows.refresh(cx, &state.matrix.filter, state.matrix.folded) || FOCUS.is_escaped(ui) {
        // Between the same two corners other cells lie now: nobody selected those.
        state.matrix.anchor = None;
    }
    if rows.is_empty() {
        let cell = state.selection.cell();
        (state.matrix.selected, state.matrix.hidden) = (0, cell.is_some());
        ui.vertical_centered(|ui| {
            ui.add_space(cx.theme.sizes.space.xxl);
            ui.label(muted(&cx.theme, text.get("matrix-nothing-matches")));
            if super::super::widgets::button(ui, &cx.theme, None, text.get("filter-clear"))
                .clicked()
            {
                let sort = state.matrix.filter.sort;
                state.matrix.filter = Filter { sort, ..Filter::default() };
            }
        });
    } else if state.matrix.transposed {
        transposed::show(ui, cx, state, &rows);
    } else {
        draw::show(ui, cx, state, &rows);
    }
    state.matrix.rows = rows;
}

/// The next dates, nearest first, as far as there is room.
fn next(ui: &mut Ui, cx: &Cx<'_>) {
    ui.add_space(cx.theme.sizes.space.m);
    let dates = next_dates(ui, cx, 2);
    // From right to left, so the later one first.
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

/// Selects a cell: for the inspector, and with it the cursor of the matrix.
fn select(state: &mut ViewState, place: Place) {
    state.selection = Selection::Cell(place.0, place.1);
}

/// How many proposals are adopted under a rule, in a sentence.
fn verdict(cx: &Cx<'_>, totals: &Totals, rule: Rule) -> String {
    let id = match rule {
        Rule::Consensus => "verdict-consensus",
        Rule::TwoThirds => "verdict-two-thirds",
        Rule::Majority => "verdict-majority",
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
    let others: Vec<_> = [Rule::Consensus, Rule::TwoThirds, Rule::Majority]
        .into_iter()
        .filter(|other| *other != rule)
        .map(|other| {
            let count = totals.count(other, Outcome::Adopts).into();
            let rule = crate::text::lower(cx.text.label(other)).into();
            cx.text.with("verdict-other", &[("count", count), ("rule", rule)])
        })
        .collect();
    others.join(" ")
}
