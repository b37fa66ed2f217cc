//! The selection: found from a record, and as a key that can be stored in the dossier.

use uuid::Uuid;

use super::state::Selection;
use crate::model::{
    GroupId, Keyed, MeetingId, Obstacle, ParagraphId, PartyId, Position, PositionId, ProposalId,
    Record, RecordId, RelationId, RemedyId, RollCallId, ScenarioId, Snapshot, SourceId, Speaker,
    Table, TermId,
};

/// The selection that shows a record in the inspector.
pub(crate) fn selection_of(snapshot: &Snapshot, record: RecordId) -> Option<Selection> {
    nearest(snapshot, record, DEPTH)
}

/// The selection that shows an entry in the inspector.
pub(crate) fn selection_of_entry(entry: &Position) -> Selection {
    match entry.by {
        Speaker::Party(party) => Selection::Cell(entry.proposal, party),
        Speaker::Group(group) => Selection::GroupStance(entry.proposal, group),
    }
}

/// A vote is part of a roll call, a concern of an assessment of a proposal: no chain is longer,
/// unless a hostile file makes it a ring.
const DEPTH: usize = 4;

fn nearest(snapshot: &Snapshot, record: RecordId, depth: usize) -> Option<Selection> {
    let id = record.id;
    Some(match record.table {
        Table::Dossier => Selection::Dossier,
        Table::Proposals => Selection::Proposal(ProposalId(id)),
        Table::Parties => Selection::Party(PartyId(id)),
        Table::Groups => Selection::Group(GroupId(id)),
        Table::Sources => Selection::Source(SourceId(id)),
        Table::Remedies => Selection::Remedy(RemedyId(id)),
        Table::Relations => Selection::Relation(RelationId(id)),
        Table::Meetings => Selection::Meeting(MeetingId(id)),
        Table::Terms => Selection::Term(TermId(id)),
        Table::RollCalls => Selection::RollCall(RollCallId(id)),
        Table::Scenarios => Selection::Scenario(ScenarioId(id)),
        Table::Paragraphs => Selection::Paragraph(ParagraphId(id)),
        Table::Positions => selection_of_entry(&snapshot.position_with(PositionId(id))?),
        _ => match snapshot.record(record)? {
            Record::Brief(brief) => Selection::Brief(brief.proposal),
            Record::Assessment(it) => Selection::Assessment(it.proposal, it.obstacle),
            Record::Engagement(it) => Selection::Engagement(it.party),
            Record::NextStep(it) => Selection::Engagement(it.party),
            Record::Contact(it) => Selection::Engagement(it.party),
            // A record that is only a part is shown with the one it is part of.
            record => {
                let parts = record.references();
                nearest(snapshot, parts.iter().find(|it| it.part)?.to, depth.checked_sub(1)?)?
            }
        },
    })
}

/// The key of a selection, such as `cell` followed by the ids of a proposal and a party.
pub(crate) fn selection_key(selection: Selection) -> String {
    use Selection as S;
    let one = |kind: &str, id: Uuid| format!("{kind} {id}");
    let two = |kind: &str, a: Uuid, b: Uuid| format!("{kind} {a} {b}");
    match selection {
        S::Nothing => String::new(),
        S::Dossier => "dossier".to_owned(),
        S::Cell(proposal, party) => two("cell", proposal.0, party.0),
        S::GroupStance(proposal, group) => two("said", proposal.0, group.0),
        S::Assessment(proposal, obstacle) => format!("hindrance {proposal} {}", obstacle.key()),
        S::Proposal(id) => one("proposal", id.0),
        S::Party(id) => one("party", id.0),
        S::Group(id) => one("group", id.0),
        S::Brief(id) => one("brief", id.0),
        S::Remedy(id) => one("remedy", id.0),
        S::Relation(id) => one("relation", id.0),
        S::Engagement(id) => one("engagement", id.0),
        S::Meeting(id) => one("meeting", id.0),
        S::Term(id) => one("term", id.0),
        S::RollCall(id) => one("roll-call", id.0),
        S::Source(id) => one("source", id.0),
        S::Scenario(id) => one("scenario", id.0),
        S::Paragraph(id) => one("paragraph", id.0),
    }
}

/// The selection with this key; [`Selection::Nothing`] if the key cannot be read.
pub(crate) fn selection_from_key(key: &str) -> Selection {
    use Selection as S;
    let mut parts = key.split(' ');
    let kind = parts.next().unwrap_or_default();
    let (first, second) = (parts.next().unwrap_or_default(), parts.next().unwrap_or_default());
    let found = || {
        if kind == "dossier" {
            return Some(S::Dossier);
        }
        let id = Uuid::try_parse(first).ok()?;
        let other = || Uuid::try_parse(second).ok();
        Some(match kind {
            "cell" => S::Cell(ProposalId(id), PartyId(other()?)),
            "said" => S::GroupStance(ProposalId(id), GroupId(other()?)),
            "hindrance" => S::Assessment(ProposalId(id), Obstacle::from_key(second)?),
            "proposal" => S::Proposal(ProposalId(id)),
            "party" => S::Party(PartyId(id)),
            "group" => S::Group(GroupId(id)),
            "brief" => S::Brief(ProposalId(id)),
            "remedy" => S::Remedy(RemedyId(id)),
            "relation" => S::Relation(RelationId(id)),
            "engagement" => S::Engagement(PartyId(id)),
            "meeting" => S::Meeting(MeetingId(id)),
            "term" => S::Term(TermId(id)),
            "roll-call" => S::RollCall(RollCallId(id)),
            "source" => S::Source(SourceId(id)),
            "scenario" => S::Scenario(ScenarioId(id)),
            "paragraph" => S::Paragraph(ParagraphId(id)),
            _ => return None,
        })
    };
    found().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_selection_leads_back_from_its_key() {
        let (proposal, party) = (ProposalId::new(), PartyId::new());
        for selection in [
            Selection::Nothing,
            Selection::Dossier,
            Selection::Cell(proposal, party),
            Selection::GroupStance(proposal, GroupId::new()),
            Selection::Assessment(proposal, Obstacle::Mistrust),
            Selection::Proposal(proposal),
            Selection::Party(party),
            Selection::Group(GroupId::new()),
            Selection::Brief(proposal),
            Selection::Remedy(RemedyId::new()),
            Selection::Relation(RelationId::new()),
            Selection::Engagement(party),
            Selection::Meeting(MeetingId::new()),
            Selection::Term(TermId::new()),
            Selection::RollCall(RollCallId::new()),
            Selection::Source(SourceId::new()),
            Selection::Scenario(ScenarioId::new()),
            Selection::Paragraph(ParagraphId::new()),
        ] {
            assert_eq!(selection_from_key(&selection_key(selection)), selection);
        }
        for key in ["", "cell", "cell x y", "cell 1", "nonsense 2 3"] {
            assert_eq!(selection_from_key(key), Selection::Nothing, "{key}");
        }
    }
}
