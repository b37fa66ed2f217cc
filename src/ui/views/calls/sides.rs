//! What the calling list shows beside the calls: what would carry the proposal, and what the record says.

use std::collections::HashMap;

use egui::{Id, Ui};

use crate::model::{PartyId, Procedure, Proposal, Slot};
use crate::report::{On, PageContext, Question, Reading, Subject, page};
use crate::text::{Message, msg};
use crate::ui::cx::{Action, Cx};
use crate::ui::state::{CallsSide, Selection, ViewState};
use crate::ui::widgets::reading;

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

/// What is read on a side, and which party each name in it is of.
struct Side {
    page: Vec<Reading>,
    // None if several are called so: such a name leads nowhere.
    parties: HashMap<String, Option<PartyId>>,
}

/// Draws a side; not that with the calls themselves.
pub(super) fn show(
    ui: &mut Ui,
    cx: &Cx<'_>,
    side: CallsSide,
    (slot, proposal): (Slot, &Proposal),
    procedure: Procedure,
) {
    let key = (side, slot, procedure, cx.text.language());
    let made = cx.kept_for(ui, Id::unique("calls-side"), key, || {
        let mut parties = HashMap::new();
        for party in cx.snapshot.parties.iter() {
            let of_name = parties.entry(cx.text.of(&party.name).to_owned());
            of_name.and_modify(|it| *it = None).or_insert(Some(party.id));
        }
        Side { page: make(cx, side, (slot, proposal), procedure), parties }
    });
    let of_name = |name: &str| made.parties.get(name).copied().flatten();
    let clicked = reading(ui, cx, &made.page, |name| of_name(name).is_some());
    if let Some(party) = clicked.and_then(|name| of_name(&name)) {
        cx.push(Action::Select(Selection::Cell(proposal.id, party)));
    }
}

fn make(
    cx: &Cx<'_>,
    side: CallsSide,
    (slot, proposal): (Slot, &Proposal),
    procedure: Procedure,
) -> Vec<Reading> {
    let on = On::Proposals(vec![proposal.id]);
    let context = PageContext { on: &on, ..PageContext::new(cx.snapshot, None, cx.as_of, cx.text) };
    match side {
        CallsSide::Calls => Vec::new(),
        CallsSide::Record => page(&context, Subject::Record).reading(),
        CallsSide::Carry => match Question::new(&context, slot, procedure) {
            None => vec![Reading::Sentence(cx.text.get(msg!("carry-no-threshold")).to_owned())],
            // If there are too many for an exact answer, the page says so.
            Some(question) => question
                .page(&context)
                .map_or_else(|_| page(&context, Subject::Carry).reading(), |it| it.reading()),
        },
    }
}
