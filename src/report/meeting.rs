//! The brief for a meeting: its time and place, the items on its agenda and the standing of each.

use super::brief::briefs_on;
use super::counted::Counted;
use super::grounds::{Grounds, Records};
use super::page::{Block, Cell, Column, Table, Value};
use super::{On, PageContext, proposals_in_order};
use crate::analysis::{Coalition, Rule, coalition};
use crate::model::{AgendaItem, MeetingId, MeetingKind, Proposal, ProposalId, Slot};
use crate::text::{lower, msg};

/// The blocks of the page.
pub(super) fn meeting<'a>(context: &PageContext<'a>, records: &Records<'a>) -> Vec<Block<'a>> {
    let PageContext { snapshot, text, .. } = *context;
    let On::Meeting(id) = *context.on else { return Vec::new() };
    let Some(meeting) = snapshot.meetings.get(id) else { return Vec::new() };
    let own = records.of(meeting.id);
    let when = own.cell(text.when(meeting));
    let field = Cell::fields(vec![
        ("title", own.cell(&meeting.title)),
        ("date", own.cell(meeting.date)),
        ("until", own.cell(meeting.until)),
        ("place", own.cell(&meeting.place)),
    ]);
    let values = [
        ("kind", own.cell(Value::label(text, meeting.kind))),
        ("when", when),
        ("place", own.cell(&meeting.place)),
    ];
    let is = if meeting.place.is_empty() { msg!("meeting-is") } else { msg!("meeting-is-at") };
    let mut blocks = vec![
        Block::Heading(own.cell(&meeting.title)),
        Block::Field("meeting", field),
        Block::Sentence(Cell::sentence(text, is, &values)),
    ];
    if meeting.kind == MeetingKind::Silence {
        let outcome = own.cell(Value::label(text, meeting.outcome));
        let values = [("outcome", outcome)];
        blocks.push(Block::Sentence(Cell::sentence(text, msg!("meeting-outcome"), &values)));
    }
    if !meeting.note.is_empty() {
        blocks.push(Block::Sentence(own.cell(&meeting.note)));
    }
    let items = items(context, id);
    blocks.push(Block::Heading(Cell::fixed(text.get(msg!("meeting-agenda")))));
    if items.is_empty() {
        blocks.push(Block::Sentence(Cell::fixed(text.get(msg!("meeting-no-agenda")))));
        return blocks;
    }
    let coalition = coalition(snapshot, context.as_of);
    let counted = Counted::new(snapshot, records, context.as_of);
    blocks.push(Block::Table(agenda(context, records, (&coalition, &counted), &items)));
    let ids: Vec<ProposalId> = items.iter().map(|(_, _, proposal)| proposal.id).collect();
    blocks.extend(briefs_on(context, records, (&coalition, &counted), &ids, Block::Part));
    blocks
}

/// The items on its agenda, by code.
fn items<'a>(
    context: &PageContext<'a>,
    id: MeetingId,
) -> Vec<(&'a AgendaItem, Slot, &'a Proposal)> {
    let snapshot = context.snapshot;
    let on = |proposal: &Proposal| {
        snapshot.agenda.iter().find(|it| it.meeting == id && it.proposal == proposal.id)
    };
    let all = proposals_in_order(snapshot).into_iter();
    all.filter_map(|(slot, proposal)| Some((on(proposal)?, slot, proposal))).collect()
}

/// A row per item: whether it carries, and the answers so far.
fn agenda<'a>(
    context: &PageContext<'a>,
    records: &Records<'a>,
    (coalition, counted): (&Coalition, &Counted<'a, '_>),
    items: &[(&'a AgendaItem, Slot, &'a Proposal)],
) -> Table<'a> {
    let text = context.text;
    let columns = [
        Column::new("code", text.get(msg!("column-code"))),
        Column::new("title", text.get(msg!("field-title"))),
        Column::new("status", text.get(msg!("field-status"))),
        Column::new("tally", text.get(msg!("sheet-tallies"))),
        Column::new("consensus", text.label(Rule::Consensus)),
    ];
    let rows = items.iter().map(|(item, slot, proposal)| {
        let listed = Grounds::all([records.of(item.id), records.of(proposal.id)]);
        let figures = counted.on(*slot, proposal);
        let column = coalition.column(*slot).cloned().unwrap_or_default();
        let outcome = column.adoption.under(Rule::Consensus);
        [
            listed.cell(&proposal.code),
            listed.cell(text.of(&proposal.title)),
            listed.cell(Value::label(text, proposal.status)),
            figures.cell(column.tally),
            figures.cell(lower(text.label(outcome))),
        ]
    });
    Table::new("agenda", columns, rows.collect::<Vec<_>>().into_iter())
}
