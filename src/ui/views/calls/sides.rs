//! The other two sides of the calling list: the moves that would carry the proposal, and the
//! chances from past votes.

use egui::{Id, Ui};

use super::head;
use crate::model::{Procedure, Proposal, Slot};
use crate::report::{On, PageContext, Question, Reading, Subject, page};
use crate::text::{Message, msg};
use crate::ui::cx::{Action, Cx};
use crate::ui::state::{CallsOnly, CallsSide, Selection, ViewState};
use crate::ui::widgets::{Led, Names, Read, caption, link, reading};

/// The sides, in the order in which they are offered, with their names.
const SIDES: [(CallsSide, Message); 3] = [
    (CallsSide::Calls, msg!("calls-side-calls")),
    (CallsSide::Carry, msg!("subject-carry")),
    (CallsSide::Record, msg!("subject-record")),
];

/// Draws the choice between the sides.
pub(super) fn choice(ui: &mut Ui, cx: &Cx<'_>, state: &mut ViewState) {
    for (side, name) in SIDES {
        if ui.selectable_label(state.calls.side == side, cx.text.get(name)).clicked() {
            state.calls.side = side;
        }
    }
}

/// Draws a side other than the calls themselves.
pub(super) fn show(
    ui: &mut Ui,
    cx: &Cx<'_>,
    state: &mut ViewState,
    (slot, proposal): (Slot, &Proposal),
    procedure: Procedure,
) {
    let side = state.calls.side;
    if side == CallsSide::Carry && procedure.rule().is_some() {
        ui.horizontal_wrapped(|ui| {
            ui.label(caption(&cx.theme, cx.text.get(msg!("calls-costs-from"))));
            if link(ui, &cx.theme, cx.text.get(msg!("calls-costs-weights"))).clicked() {
                cx.push(Action::Select(Selection::Dossier));
                (state.inspector_hidden, state.focus_inspector) = (false, true);
                state.focus_column = Some("cost_salience");
            }
        });
    }
    let in_full = state.calls.in_full;
    let key = (side, slot, procedure, cx.text.language(), in_full);
    let made = cx.kept_for(ui, Id::unique("calls-side"), key, || {
        let mut names = Names::on(cx.text, cx.snapshot, proposal.id);
        if side == CallsSide::Record {
            names = names.and_roll_calls(cx.snapshot);
        }
        Read::page(make(cx, side, (slot, proposal), (procedure, in_full)), &names)
    });
    match reading(ui, cx, &made) {
        Some(Led::To(to)) => lead(cx, state, proposal, to),
        Some(Led::These(parties)) => {
            state.calls.these = parties;
            head::narrow(state, Some(CallsOnly::These));
        }
        Some(Led::Rest) => state.calls.in_full = true,
        None => {}
    }
}

/// Selects what a name leads to. Another proposal opens beside the list, which keeps its own.
pub(super) fn lead(cx: &Cx<'_>, state: &mut ViewState, proposal: &Proposal, to: Selection) {
    if matches!(to, Selection::Proposal(_)) {
        state.calls.proposal = Some(proposal.id);
    }
    cx.push(Action::Select(to));
}

fn make(
    cx: &Cx<'_>,
    side: CallsSide,
    (slot, proposal): (Slot, &Proposal),
    (procedure, in_full): (Procedure, bool),
) -> Vec<Reading> {
    let on = On::Proposals(vec![proposal.id]);
    let context = PageContext { on: &on, ..PageContext::new(cx.snapshot, None, cx.as_of, cx.text) };
    match side {
        CallsSide::Calls => Vec::new(),
        CallsSide::Record => page(&context, Subject::Record).reading(),
        CallsSide::Carry => match Question::new(&context, slot, procedure) {
            None => vec![Reading::Sentence(cx.text.get(msg!("carry-no-threshold")).to_owned())],
            // If there are too many for an exact answer, the page says so.
            Some(question) => if in_full { question.in_full() } else { question }
                .page(&context)
                .map_or_else(|_| page(&context, Subject::Carry).reading(), |it| it.reading()),
        },
    }
}
