//! The selection that shows a record.

use super::state::Selection;
use crate::model::{self as m, Record, RecordId, Snapshot, Speaker, Table};

/// The selection that shows a record in the inspector; `None` if nothing does.
pub fn selection(snapshot: &Snapshot, record: RecordId) -> Option<Selection> {
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
            Record::Membership(it) => Selection::Group(it.group),
            Record::Sponsor(it) => Selection::Proposal(it.proposal),
            Record::AimTag(it) => Selection::Proposal(it.proposal),
            Record::Poll(it) => Selection::Proposal(it.proposal),
            Record::Comment(it) if it.about != record => return selection(snapshot, it.about),
            _ => return None,
        },
    })
}
