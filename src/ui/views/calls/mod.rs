//! Whom to call next about a proposal: the verdict, what may not be forgotten, and one row a party,
//! ordered by what a call would be worth.

mod head;
mod keys;

use egui::Ui;

use super::top::{self, Top};
use crate::analysis::{Basis, Call, Calls, Rule, calls, reminders};
use crate::command::Screen;
use crate::explain::{both_line, departure_line, how_known, reason_to_call};
use crate::model::words::fold;
use crate::model::{PartyId, Proposal, ProposalId, Slot};
use crate::text::msg;
use crate::ui::cx::{Action, Cx};
use crate::ui::icon::Icon;
use crate::ui::state::{ListState, Selection, ViewState};
use crate::ui::views::{Draw, View};
use crate::ui::widgets::{
    Column, GridFocus, Key, List, hatch, line, muted, sort, stance_badge, strong,
};

/// The screen's description.
pub(super) const VIEW: View = View {
    icon: Icon::Phone,
    hint: |_| msg!("hint-calls"),
    help: msg!("help-page-calls"),
    more_help: None,
    count: None,
    add: |_| None,
    can_filter: true,
    inspects: |_| true,
    tables: &[],
    asks_all: |_| false,
    draw: Draw::Dossier(show),
};

const FOCUS: GridFocus = GridFocus::new("calls");

const COLUMNS: [Column<CallRow>; 8] = [
    Column::new(msg!("calls-rank"), 36.0, |ui, cx, row: &CallRow| {
        ui.label(muted(&cx.theme, row.rank.to_string()));
    })
    .by(|_, row| Key::Number(row.rank as i64)),
    Column::new(msg!("field-party"), 136.0, |ui, cx, row: &CallRow| {
        line(ui, strong(&cx.theme, &*row.name));
    })
    .by(|_, row| Key::words(&*row.name)),
    Column::new(msg!("calls-answer"), 76.0, answer)
        .by(|_, row| Key::number(row.call.seat.stance.map(|it| it as i64))),
    Column::new(msg!("field-certainty"), 84.0, |ui, cx, row: &CallRow| {
        line(ui, how_known(cx.text, row.call.basis, row.call.certainty));
    })
    .by(|_, row| Key::number(row.call.certainty.map(|it| it as i64))),
    Column::new(msg!("column-said"), 92.0, |ui, cx, row: &CallRow| {
        ui.label(row.call.said.map_or_else(|| "–".to_owned(), |day| cx.text.day(day)));
    })
    .by(|_, row| Key::day(row.call.said)),
    Column::new(msg!("column-why-call"), 0.0, |ui, cx, row: &CallRow| {
        let words = &row.reason;
        line(ui, &**words).on_hover_text(worth(cx, &row.call));
    })
    .by(|_, row| Key::Number(row.rank as i64)),
    Column::new(msg!("field-condition"), 104.0, |ui, _, row: &CallRow| {
        line(ui, &*row.condition);
    })
    .by(|_, row| Key::words(&*row.condition)),
    Column::new(msg!("column-caller"), 72.0, |ui, _, row: &CallRow| {
        line(ui, &*row.caller);
    })
    .by(|_, row| Key::words(&*row.caller)),
];

/// One party that decides.
#[derive(Clone)]
struct CallRow {
    // Its place by what a call is worth, from 1.
    rank: usize,
    party: PartyId,
    name: String,
    code: String,
    call: Call,
    reason: String,
    condition: String,
    caller: String,
}

/// What is worked out for a proposal and a rule.
struct Worked {
    calls: Calls,
    rows: Vec<CallRow>,
    // What may not be forgotten, in sentences.
    lines: Vec<String>,
}

/// Draws the screen.
fn show(ui: &mut Ui, cx: &Cx<'_>, state: &mut ViewState) {
    let Some((slot, proposal)) = chosen(cx, state) else {
        let top = Top { title: cx.text.get(msg!("screen-calls")), shown: 0, all: 0, add: None };
        top::show(ui, cx, &mut state.lists[Screen::Calls], &mut state.focus_filter, &top);
        return top::nothing(ui, cx, &top, false, cx.text.get(msg!("calls-no-proposal")));
    };
    let rule = state.calls.rule;
    let key = (slot, rule, cx.text.language());
    let worked = cx.kept_for(ui, egui::Id::unique("calls-worked"), key, || work(cx, slot, rule));
    let rows = cx.rows(ui, "calls", (key, state.lists[Screen::Calls].clone()), || {
        listed(cx, &state.lists[Screen::Calls], worked.rows.clone())
    });
    keys::handle(ui, cx, state, proposal.id, &rows);
    let top = Top {
        title: cx.text.get(msg!("screen-calls")),
        shown: rows.len(),
        all: worked.rows.len(),
        add: None,
    };
    top::show(ui, cx, &mut state.lists[Screen::Calls], &mut state.focus_filter, &top);
    head::show(ui, cx, state, (slot, proposal), &worked);
    if rows.is_empty() {
        let filtered = !state.lists[Screen::Calls].filter.is_empty();
        return top::nothing(ui, cx, &top, filtered, cx.text.get(msg!("calls-nobody")));
    }
    let selected = state.selection.cell().filter(|(it, _)| *it == proposal.id);
    let selected = rows.iter().position(|row| selected.is_some_and(|(_, it)| it == row.party));
    let table = List { id: "calls", columns: &COLUMNS, rows: rows.len(), selected };
    let rect = ui.available_rect_before_wrap();
    let list = &mut state.lists[Screen::Calls];
    let clicked = table.show(ui, cx, list, |row| rows.get(row), |row| named(cx, row));
    if let Some(row) = clicked {
        cx.push(Action::Select(Selection::Cell(proposal.id, row.party)));
    }
    let at = selected.and_then(|row| rows.get(row));
    FOCUS.show(ui, rect, at.is_some(), || {
        at.map_or_else(|| cx.text.get(msg!("screen-calls")).to_owned(), |row| named(cx, row))
    });
}

/// The proposal the list is on: the one chosen here, or else the one selected elsewhere, or the first.
fn chosen<'a>(cx: &Cx<'a>, state: &ViewState) -> Option<(Slot, &'a Proposal)> {
    let proposals = &cx.snapshot.proposals;
    let of = |id: ProposalId| {
        let slot = proposals.slot(id)?;
        Some((slot, proposals.at(slot)?))
    };
    let first = || {
        let slot = *cx.figures.proposals().first()?;
        Some((slot, proposals.at(slot)?))
    };
    state
        .calls
        .proposal
        .and_then(of)
        .or_else(|| state.selection.proposal().and_then(of))
        .or_else(first)
}

fn work(cx: &Cx<'_>, slot: Slot, rule: Rule) -> Worked {
    let (snapshot, coalition, text) = (cx.snapshot, cx.figures.coalition(), cx.text);
    let calls = calls(snapshot, coalition, slot, rule);
    let reminders = reminders(snapshot, coalition, slot);
    let row = |(rank, call): (usize, &Call)| {
        let party = snapshot.parties.at(call.seat.party)?;
        let entry = snapshot.positions.current(slot, call.seat.party, cx.as_of);
        let entry = entry.filter(|_| call.basis == Basis::Own);
        Some(CallRow {
            rank,
            party: party.id,
            name: text.of(&party.name).to_owned(),
            code: party.code.clone(),
            call: *call,
            reason: reason_to_call(text, call, &calls, rule),
            condition: entry.map_or("", |it| it.condition()).to_owned(),
            caller: snapshot.open_step(party.id).map_or("", |it| &it.owner).to_owned(),
        })
    };
    let rows = (1..).zip(&calls.calls).filter_map(row).collect();
    let departing = reminders.departures.iter();
    let departing = departing.filter_map(|it| departure_line(text, snapshot, it));
    let twice = reminders.yes_to_both.iter();
    let twice = twice.filter_map(|(other, both)| both_line(text, snapshot, *other, both));
    let lines = departing.chain(twice).collect();
    Worked { rows, lines, calls }
}

fn listed(cx: &Cx<'_>, list: &ListState, mut rows: Vec<CallRow>) -> Vec<CallRow> {
    let wanted = fold(list.filter.trim());
    rows.retain(|row| {
        [&row.name, &row.code, &row.condition, &row.caller]
            .iter()
            .any(|it| fold(it).contains(&wanted))
    });
    sort(&mut rows, cx, &COLUMNS, list, |row| row);
    rows
}

/// The stance as it is expected: its sign and words, hatched if a group said it.
fn answer(ui: &mut Ui, cx: &Cx<'_>, row: &CallRow) {
    let badge = stance_badge(ui, &cx.theme, cx.text, row.call.seat.stance);
    if row.call.basis == Basis::Inherited {
        let stroke = cx.theme.hairline();
        hatch(ui.painter(), badge.rect, cx.theme.sizes.space.s, stroke);
    }
}

/// What a call is worth, part by part.
fn worth(cx: &Cx<'_>, call: &Call) -> String {
    let share = |it: f64| cx.text.chance(it).into();
    let values = [
        ("worth", share(call.worth.product())),
        ("decisive", share(call.worth.decisive)),
        ("movable", share(call.worth.movable)),
        ("stale", share(call.worth.stale)),
    ];
    cx.text.with(msg!("calls-worth"), &values)
}

/// The name of a row for those who hear it.
fn named(cx: &Cx<'_>, row: &CallRow) -> String {
    let stance = cx.text.stance(row.call.seat.stance);
    format!("{}, {stance}, {}", row.name, row.reason)
}
