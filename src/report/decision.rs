//! The calling list of a proposal: its standing, what not to forget, and whom to call first.

use super::counted::Counted;
use super::grounds::{Grounds, Records};
use super::page::{Block, Cell, Column, Table, Value};
use super::weighed::Weighed;
use super::{Page, PageContext, Subject};
use crate::analysis::{
    Basis, Call, Calls, Coalition, Whole, calls, coalition, is_assumed, reminders,
};
use crate::explain::{
    both_line, decision_line, departure_line, hold_line, how_known, ranked, reason_line,
    reason_to_call,
};
use crate::model::{Membership, Party, Procedure, Proposal, Slot};
use crate::text::{Text, msg};

/// The page on one proposal under a rule, for the command line.
pub fn decision<'a>(context: &PageContext<'a>, procedure: Procedure) -> Page<'a> {
    let records = Records::new(context.snapshot);
    let mut blocks = super::head(context, &records, Subject::Decision);
    blocks.extend(self::blocks(context, &records, procedure));
    let about = (context.text, Subject::Decision, context.as_of);
    Page::new(context.snapshot, &records, about, blocks)
}

/// The blocks of that page; none if the proposal may not be seen.
pub(super) fn blocks<'a>(
    context: &PageContext<'a>,
    records: &Records<'a>,
    procedure: Procedure,
) -> Vec<Block<'a>> {
    context.on_one().map_or_else(Vec::new, |of| Told::new(context, records, of, procedure).blocks())
}

/// The content of the page.
struct Told<'a, 'r> {
    on: Weighed<'a, 'r>,
    procedure: Procedure,
    coalition: Coalition,
    calls: Calls,
    text: Text,
}

impl<'a, 'r> Told<'a, 'r> {
    fn new(
        context: &PageContext<'a>,
        records: &'r Records<'a>,
        (slot, proposal): (Slot, &'a Proposal),
        procedure: Procedure,
    ) -> Self {
        let coalition = coalition(context.snapshot, context.as_of);
        let calls = calls(context.snapshot, &coalition, slot, procedure);
        let on = Weighed::new(context, records, (slot, proposal));
        Self { on, procedure, coalition, calls, text: context.text }
    }

    fn blocks(&self) -> Vec<Block<'a>> {
        let verdict = self.calls.verdict.map(|it| Value::label(self.text, it));
        let verdict = verdict.unwrap_or(Value::Nothing);
        let rule = Value::label(self.text, self.procedure);
        let mut blocks = self.on.standing(rule, verdict, self.calls.counts, self.calls.margin);
        blocks.push(Block::Sentence(self.head_line()));
        blocks.extend(self.reminders().into_iter().map(Block::Sentence));
        blocks.push(Block::Table(self.table()));
        blocks.extend(self.calls.whole.as_ref().map(|it| Block::Table(self.whole(it))));
        blocks
    }

    /// The verdict on each proposal that is decided together with this one.
    fn whole(&self, whole: &Whole) -> Table<'a> {
        let columns = [
            Column::new("proposal", self.text.get(msg!("column-together"))),
            Column::new("verdict", self.text.get(msg!("field-decided"))),
        ];
        let snapshot = self.on.context.snapshot;
        let rows = whole.each.iter().filter_map(|(slot, verdict)| {
            let proposal = snapshot.proposals.at(*slot)?;
            let counted = self.counted(*slot, proposal);
            let verdict = counted.cell(Value::label(self.text, *verdict));
            Some([self.on.records.of(proposal.id).cell(&proposal.code), verdict])
        });
        Table::new("together", columns, rows)
    }

    /// The grounds for the verdict on a proposal.
    fn counted(&self, slot: Slot, proposal: &Proposal) -> Grounds {
        let context = &self.on.context;
        let counted = Counted::new(context.snapshot, self.on.records, context.as_of);
        Grounds::all([counted.on(slot, proposal), counted.decisions_on(proposal)])
    }

    /// The verdict, and who is in the way.
    fn head_line(&self) -> Cell<'a> {
        let snapshot = self.on.context.snapshot;
        let line =
            decision_line(self.text, snapshot, self.on.proposal, &self.calls, self.procedure);
        let each = self.calls.whole.iter().flat_map(|it| &it.each);
        let others = each.filter_map(|(slot, _)| {
            let proposal = snapshot.proposals.at(*slot).filter(|_| *slot != self.on.slot)?;
            Some(self.counted(*slot, proposal))
        });
        Grounds::all(others.chain([self.on.grounds.clone()])).cell(line)
    }

    /// The reminders.
    fn reminders(&self) -> Vec<Cell<'a>> {
        let snapshot = self.on.context.snapshot;
        let found = reminders(snapshot, &self.coalition, self.on.slot);
        let departing = found.departures.iter().filter_map(|departure| {
            let line = departure_line(self.text, snapshot, departure)?;
            let party = snapshot.parties.at(departure.party)?.id;
            let link = |it: &&Membership| (it.party, it.group) == (party, departure.group);
            let links =
                snapshot.memberships.iter().filter(link).map(|it| self.on.records.of(it.id));
            let group = self.on.records.of(departure.group);
            Some(Grounds::all(links.chain([group, self.on.grounds.clone()])).cell(line))
        });
        let twice = found.yes_to_both.iter().filter_map(|(other, both)| {
            let line = both_line(self.text, snapshot, *other, both)?;
            let proposal = snapshot.proposals.at(*other)?;
            let counted = Counted::new(snapshot, self.on.records, self.on.context.as_of);
            let pair = [self.on.proposal.id, proposal.id];
            let rivals = snapshot.rivals.iter();
            let rivals =
                rivals.filter(|it| pair.contains(&it.proposal) && pair.contains(&it.other));
            let rivals = rivals.map(|it| self.on.records.of(it.id));
            let counted = [counted.on(*other, proposal), self.on.grounds.clone()];
            Some(Grounds::all(rivals.chain(counted)).cell(line))
        });
        let on_hold = hold_line(self.text, snapshot, &found.on_hold);
        let asked_for = reason_line(self.text, snapshot, &found.without_reason);
        let own = on_hold.into_iter().chain(asked_for).map(|line| self.cell(line.into()));
        own.chain(departing).chain(twice).collect()
    }

    fn table(&self) -> Table<'a> {
        let get = |id| self.text.get(id);
        let columns = [
            Column::data("party"),
            Column::read(get(msg!("column-party"))),
            Column::new("stance", get(msg!("field-stance"))),
            Column::new("said", get(msg!("column-said"))),
            Column::read(get(msg!("field-certainty"))),
            Column::new("hold", get(msg!("column-hold"))),
            Column::new("sponsor", get(msg!("column-sponsor"))),
            Column::new("reason", get(msg!("field-reason"))),
            Column::new("condition", get(msg!("field-condition"))),
            Column::new("caller", get(msg!("column-caller"))),
            Column::read(get(msg!("column-why-call"))),
            Column::data("votes"),
            Column::data("decisive"),
            Column::data("movable"),
            Column::data("stale"),
            Column::data("worth"),
        ];
        let callers = self.on.context.snapshot.callers();
        let calls = ranked(self.text, self.on.context.snapshot, &self.calls).into_iter();
        let rows = calls.filter_map(|call| {
            let party = self.party(call)?;
            let entry = self.on.context.snapshot.positions.current(
                self.on.slot,
                call.seat.party,
                self.on.context.as_of,
            );
            let entry = entry.filter(|_| call.basis == Basis::Own);
            // Nobody said what a scenario merely assumes.
            let assumed = entry.is_some_and(|entry| is_assumed(entry.id()));
            let known = if assumed {
                self.text.get(msg!("stance-assumed"))
            } else {
                how_known(self.text, call.basis, call.certainty)
            };
            let caller = callers.get(&party.id).copied().unwrap_or_default();
            let said_by = [
                caller.step.map(|it| self.on.records.of(it.id)),
                caller.engagement.map(|it| self.on.records.of(it.id)),
            ];
            let own = [self.on.grounds.clone()].into_iter();
            let with_caller = Grounds::all(own.chain(said_by.into_iter().flatten()));
            let share = |it: f64| self.cell(Value::Share(it));
            Some([
                self.cell((&party.code).into()),
                self.cell(self.text.of(&party.name).into()),
                self.cell(Value::Stance(call.seat.stance)),
                self.cell(call.said.filter(|_| !assumed).into()),
                self.cell(known.into()),
                self.cell(call.seat.hold.into()),
                self.cell(call.seat.sponsor.into()),
                self.cell(entry.map_or("", |entry| entry.reason()).into()),
                self.cell(entry.map_or("", |entry| entry.condition()).into()),
                with_caller.cell(caller.name()),
                self.cell(reason_to_call(self.text, call, &self.calls, self.procedure).into()),
                self.cell(Value::Count(call.votes)),
                share(call.worth.decisive),
                share(call.worth.movable),
                share(call.worth.stale),
                share(call.worth.product()),
            ])
        });
        Table::new("calls", columns, rows)
    }

    fn party(&self, call: &Call) -> Option<&'a Party> {
        self.on.context.snapshot.parties.at(call.seat.party)
    }

    fn cell(&self, value: Value<'a>) -> Cell<'a> {
        self.on.cell(value)
    }
}
