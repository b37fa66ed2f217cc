//! What goes along when a record is deleted.

use std::collections::BTreeMap;

use uuid::Uuid;

use crate::model::{
    Assessment, Position, Proposal, Record, RecordId, RollCall, Slot, Snapshot, SourceId, Table,
};

/// What deleting a record entails.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Deletion {
    /// The records that make no sense without it and are deleted along with it.
    pub along: Vec<RecordId>,
    /// The records that stay but no longer refer to it.
    pub detached: Vec<Record>,
}

impl Deletion {
    /// How many records of each table are deleted along with it.
    pub fn counts(&self) -> BTreeMap<Table, usize> {
        let mut counts = BTreeMap::new();
        for record in &self.along {
            *counts.entry(record.table).or_default() += 1;
        }
        counts
    }
}

/// Finds what hangs on a record: the positions of a party, the votes of a roll call.
///
/// A source is different: what rests on it stays, without a source.
pub fn deletion(snapshot: &Snapshot, record: RecordId) -> Deletion {
    let id = record.id;
    let mut deletion = Deletion::default();
    let along = &mut deletion.along;
    match record.table {
        Table::Parties => {
            let slot = snapshot.parties.slots().find(|(_, party)| party.id.0 == id);
            along.extend(positions(snapshot, |_, party| Some(party) == slot.map(|(s, _)| s)));
            along.extend(links(snapshot, Table::Memberships, id));
            along.extend(links(snapshot, Table::Sponsors, id));
            along.extend(links(snapshot, Table::Votes, id));
        }
        Table::Proposals => {
            let slot = snapshot.proposals.slots().find(|(_, proposal)| proposal.id.0 == id);
            along.extend(positions(snapshot, |proposal, _| Some(proposal) == slot.map(|(s, _)| s)));
            along.extend(links(snapshot, Table::Sponsors, id));
            along.extend(links(snapshot, Table::Assessments, id));
        }
        Table::Groups => along.extend(links(snapshot, Table::Memberships, id)),
        Table::RollCalls => along.extend(links(snapshot, Table::Votes, id)),
        Table::Sources => deletion.detached = resting_on(snapshot, id),
        Table::Dossier
        | Table::Memberships
        | Table::Sponsors
        | Table::Positions
        | Table::Assessments
        | Table::Votes => {}
    }
    deletion
}

fn positions(
    snapshot: &Snapshot,
    belongs: impl Fn(Slot, Slot) -> bool,
) -> impl Iterator<Item = RecordId> {
    snapshot
        .positions
        .iter()
        .filter(move |entry| belongs(entry.proposal(), entry.party()))
        .map(|entry| RecordId { table: Table::Positions, id: entry.id().0 })
}

// The records of a table that name the record as one of their ends.
fn links(snapshot: &Snapshot, table: Table, id: Uuid) -> Vec<RecordId> {
    let found = |ids: &mut dyn Iterator<Item = ([Uuid; 2], RecordId)>| {
        ids.filter(|(ends, _)| ends.contains(&id)).map(|(_, record)| record).collect()
    };
    match table {
        Table::Memberships => {
            found(&mut snapshot.memberships.iter().map(|membership| {
                ([membership.party.0, membership.group.0], membership.record_id())
            }))
        }
        Table::Sponsors => found(
            &mut snapshot
                .sponsors
                .iter()
                .map(|sponsor| ([sponsor.party.0, sponsor.proposal.0], sponsor.record_id())),
        ),
        Table::Votes => found(
            &mut snapshot
                .votes
                .iter()
                .map(|vote| ([vote.party.0, vote.roll_call.0], vote.record_id())),
        ),
        Table::Assessments => found(
            &mut snapshot
                .assessments
                .iter()
                .map(|assessment| ([assessment.proposal.0; 2], assessment.record_id())),
        ),
        _ => Vec::new(),
    }
}

/// The records that name this source, as they are without it.
fn resting_on(snapshot: &Snapshot, id: Uuid) -> Vec<Record> {
    let rests = |source: Option<SourceId>| source.is_some_and(|source| source.0 == id);
    let mut detached: Vec<Record> = Vec::new();
    for proposal in snapshot.proposals.iter().filter(|record| rests(record.source)) {
        detached.push(Proposal { source: None, ..proposal.clone() }.into());
    }
    for roll_call in snapshot.roll_calls.iter().filter(|record| rests(record.source)) {
        detached.push(RollCall { source: None, ..roll_call.clone() }.into());
    }
    for assessment in snapshot.assessments.iter().filter(|record| rests(record.source)) {
        detached.push(Assessment { source: None, ..assessment.clone() }.into());
    }
    let slot = snapshot.sources.slots().find(|(_, source)| source.id.0 == id).map(|(slot, _)| slot);
    for entry in snapshot.positions.iter().filter(|entry| slot.is_some() && entry.source() == slot)
    {
        if let Some(position) = snapshot.position(entry) {
            detached.push(Position { source: None, ..position }.into());
        }
    }
    detached
}
