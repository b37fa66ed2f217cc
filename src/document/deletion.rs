//! The consequences of deleting a record.

use std::collections::{BTreeMap, BTreeSet, HashSet};

use crate::model::{Entry, PartyId, ProposalId, Record, RecordId, Snapshot, SourceId, Table};

/// The consequences of deleting records.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Deletion {
    /// The records that make no sense without them and are deleted with them.
    pub along: Vec<RecordId>,
    /// The records that stay but no longer refer to them.
    pub detached: Vec<Record>,
}

impl Deletion {
    /// How many records of each table are deleted along with them.
    pub fn counts(&self) -> BTreeMap<Table, usize> {
        let mut counts = BTreeMap::new();
        for record in &self.along {
            *counts.entry(record.table).or_default() += 1;
        }
        counts
    }
}

/// Finds what depends on records, such as the positions of a party or the votes of a roll call.
///
/// A source is different: records that rest on it stay, without a source.
pub fn deletion(snapshot: &Snapshot, records: &[RecordId]) -> Deletion {
    let mut gone: HashSet<_> = records.iter().copied().collect();
    let with_entries = gone.iter().copied().filter(|record| record.table != Table::Sources);
    let entries: BTreeSet<_> =
        with_entries.flat_map(|record| entries(snapshot, record).map(id_of)).collect();
    let mut along: Vec<_> = entries.into_iter().filter(|entry| !gone.contains(entry)).collect();
    // Parts of parts are found in the next round.
    loop {
        let before = along.len();
        snapshot.each_reference(|part, reference| {
            if reference.part && gone.contains(&reference.to) && !gone.contains(&part) {
                along.push(part);
            }
        });
        along[before..].sort_unstable();
        along.dedup();
        gone.extend(&along[before..]);
        if along.len() == before {
            break;
        }
    }
    // Parts are deleted first, so that no reference ever leads nowhere.
    along.sort_by_key(|part| std::cmp::Reverse(part.table));
    let detached = resting_on_any(snapshot, records, &gone).map(|it| let_go(snapshot, it, &gone));
    let detached = detached.collect();
    Deletion { along, detached }
}

/// The records that stay and rest on one that is deleted: on one of the records themselves, or on
/// one of their parts.
fn resting_on_any<'a>(
    snapshot: &'a Snapshot,
    records: &[RecordId],
    gone: &'a HashSet<RecordId>,
) -> impl Iterator<Item = Record> + 'a {
    let mut known = gone.clone();
    let rest: Vec<_> = records.iter().flat_map(|record| resting_on(snapshot, *record)).collect();
    let rest = rest.into_iter();
    let mut parts = Vec::new();
    snapshot.each_reference(|id, reference| {
        if !reference.part && !records.contains(&reference.to) && gone.contains(&reference.to) {
            parts.push(id);
        }
    });
    let parts = parts.into_iter().filter_map(|id| snapshot.record(id));
    rest.chain(parts).filter(move |it| known.insert(it.record_id()))
}

/// A record without references to what is deleted. A paragraph then continues what the deleted one
/// continued.
fn let_go(snapshot: &Snapshot, mut record: Record, gone: &HashSet<RecordId>) -> Record {
    if let Record::Paragraph(paragraph) = &mut record {
        for before in [&mut paragraph.follows, &mut paragraph.merged] {
            // A hostile file may make the chain a ring.
            for _ in 0..=snapshot.versions.len() {
                let Some(id) = before.filter(|id| gone.contains(&(*id).into())) else { break };
                *before = snapshot.paragraphs.get(id).and_then(|it| it.follows);
            }
        }
    }
    for reference in record.references().into_iter().filter(|it| !it.part) {
        if gone.contains(&reference.to) {
            record.let_go_of(reference.to);
        }
    }
    record
}

/// The records that rest on a source.
pub(crate) fn resting_on(snapshot: &Snapshot, source: RecordId) -> Vec<Record> {
    let mut ids = Vec::new();
    snapshot.each_reference(|record, reference| {
        if !reference.part && reference.to == source {
            ids.push(record);
        }
    });
    let records = ids.into_iter().filter_map(|id| snapshot.record(id));
    let of_parties = entries(snapshot, source)
        .filter(|_| source.table == Table::Sources)
        .filter_map(|entry| snapshot.position(entry).map(Record::from));
    records.chain(of_parties).collect()
}

/// The positions of parties that refer to this party, proposal or source.
fn entries(snapshot: &Snapshot, record: RecordId) -> impl Iterator<Item = Entry<'_>> {
    let id = record.id;
    let (party, proposal, source) = match record.table {
        Table::Parties => (snapshot.parties.slot(PartyId(id)), None, None),
        Table::Proposals => (None, snapshot.proposals.slot(ProposalId(id)), None),
        Table::Sources => (None, None, snapshot.sources.slot(SourceId(id))),
        _ => (None, None, None),
    };
    let names = [party, proposal, source].iter().any(Option::is_some);
    let all = names.then(|| snapshot.positions.iter()).into_iter().flatten();
    all.filter(move |entry| {
        party.is_some_and(|slot| entry.party() == slot)
            || proposal.is_some_and(|slot| entry.proposal() == slot)
            || (source.is_some() && entry.source() == source)
    })
}

fn id_of(entry: Entry<'_>) -> RecordId {
    entry.id().into()
}

#[cfg(test)]
mod tests {
    use crate::model::Table;
    use crate::model::describe::{Holds, Part};

    #[test]
    fn every_kind_of_record_that_an_entry_names_is_looked_for() {
        let columns = Table::Positions.description().columns();
        let named = columns.filter(|column| column.part != Part::Itself);
        let named: Vec<_> = named
            .filter_map(|column| match column.holds {
                Holds::Id(table) => Some(table),
                _ => None,
            })
            .collect();
        // Entries of groups are found like all other records, and a correction may outlive what
        // it corrects.
        let followed = [Table::Proposals, Table::Parties, Table::Sources];
        let others = [Table::Groups, Table::Positions];
        for table in &named {
            assert!(followed.contains(table) || others.contains(table), "{table:?}");
        }
        assert!(followed.iter().all(|table| named.contains(table)));
    }
}
