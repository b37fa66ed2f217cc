//! The selection that shows a record.

use super::state::Selection;
use crate::model::{self as m, Record, RecordId, Snapshot, Speaker, Table};

/// The selection that shows a record in the inspector.
pub fn selection(snapshot: &Snapshot, record: RecordId) -> Option<Selection> {
    nearest(snapshot, record, DEPTH)
}

/// A vote is part of a roll call, a concern of an assessment of a proposal: no chain is longer,
/// unless a hostile file closes it to a ring.
const DEPTH: usize = 4;

fn nearest(snapshot: &Snapshot, record: RecordId, depth: usize) -> Option<Selection> {
    let id = record.id;
    Some(match record.table {
        Table::Dossier => Selection::Dossier,
        Table::Proposals => Selection::Proposal(m::ProposalId(id)),
        Table::Parties => Selection::Party(m::PartyId(id)),
        Table::Groups => Selection::Group(m::GroupId(id)),
        Table::Sources => Selection::Source(m::SourceId(id)),
        Table::Remedies => Selection::Remedy(m::RemedyId(id)),
        Table::Relations => Selection::Relation(m::RelationId(id)),
        Table::Meetings => Selection::Meeting(m::MeetingId(id)),
        Table::Terms => Selection::Term(m::TermId(id)),
        Table::RollCalls => Selection::RollCall(m::RollCallId(id)),
        Table::Positions => {
            let entry = snapshot.position_with(m::PositionId(id))?;
            match entry.by {
                Speaker::Party(party) => Selection::Cell(entry.proposal, party),
                Speaker::Group(group) => Selection::Said(entry.proposal, group),
            }
        }
        _ => match snapshot.record(record)? {
            Record::Brief(brief) => Selection::Brief(brief.proposal),
            Record::Assessment(it) => Selection::Hindrance(it.proposal, it.obstacle),
            Record::Engagement(it) => Selection::Engagement(it.party),
            Record::NextStep(it) => Selection::Engagement(it.party),
            // What is only a part is shown with what it is part of.
            record => {
                let parts = record.references();
                nearest(snapshot, parts.iter().find(|it| it.part)?.to, depth.checked_sub(1)?)?
            }
        },
    })
}
