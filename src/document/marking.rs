//! Marking many records at once.

use rustc_hash::FxHashSet;

use super::{Edit, StepName};
use crate::model::{Marking, PositionId, Record, RecordId, Snapshot, Table};

/// The edit that gives these records a marking, or removes their own; records that have it
/// already are left alone.
pub(crate) fn marking_edit(
    snapshot: &Snapshot,
    records: &[RecordId],
    marking: Option<Marking>,
) -> Edit {
    let mut edit = Edit::new(StepName::Mark, marking.map_or("", Marking::label));
    for mut record in found(snapshot, records) {
        if let Some(own) = record.marking_mut()
            && *own != marking
        {
            *own = marking;
            edit = edit.put(record);
        }
    }
    edit
}

/// How many of these records would become less confidential.
pub(crate) fn lowered_by(
    snapshot: &Snapshot,
    records: &[RecordId],
    marking: Option<Marking>,
) -> usize {
    let own = snapshot.dossier.marking;
    let now = found(snapshot, records);
    let is_lowered = |record: &&Record| record.marking().unwrap_or(own) > marking.unwrap_or(own);
    now.iter().filter(is_lowered).count()
}

/// Records by identity. Entries of parties are searched once for all of them.
fn found(snapshot: &Snapshot, wanted: &[RecordId]) -> Vec<Record> {
    let is_entry = |record: &&RecordId| record.table == Table::Positions;
    let entries: FxHashSet<_> =
        wanted.iter().filter(is_entry).map(|record| PositionId(record.id)).collect();
    let of_parties = snapshot.positions.iter().filter(|it| entries.contains(&it.id()));
    let of_parties = of_parties.filter_map(|entry| snapshot.position(entry));
    let others = wanted.iter().filter_map(|record| snapshot.record(*record));
    let of_parties = (!entries.is_empty()).then_some(of_parties).into_iter().flatten();
    others.chain(of_parties.map(Record::from)).collect()
}
