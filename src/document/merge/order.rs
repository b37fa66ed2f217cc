//! The order in which rows are written. The file allows no duplicate code, not even for a
//! moment.

use std::collections::{BTreeMap, HashMap};

use super::keys::has_code;
use super::{Merge, place};
use crate::model::describe::Stored;
use crate::model::{RecordId, Table};
use crate::store::StoredRecord;

/// The rows in writing order: deletions make room for additions, and a record that gives up its
/// code comes before the one that takes it. In a ring of records that swap codes, one is written
/// twice, with a temporary code in between.
pub(super) fn ordered(
    merge: &Merge,
    rows: BTreeMap<RecordId, StoredRecord>,
) -> Vec<(RecordId, StoredRecord)> {
    let (mut ordered, there): (Vec<_>, Vec<_>) = rows.into_iter().partition(|(_, row)| row.deleted);
    let mut coded: BTreeMap<Table, Vec<(RecordId, StoredRecord)>> = BTreeMap::new();
    let mut others = Vec::new();
    for (record, row) in there {
        if has_code(record.table) {
            coded.entry(record.table).or_default().push((record, row));
        } else {
            others.push((record, row));
        }
    }
    for (table, rows) in coded {
        make_room(merge, table, rows, &mut ordered);
    }
    ordered.extend(others);
    ordered
}

fn make_room(
    merge: &Merge,
    table: Table,
    rows: Vec<(RecordId, StoredRecord)>,
    ordered: &mut Vec<(RecordId, StoredRecord)>,
) {
    let Some(place) = place(table, "code") else { return };
    let code = |row: &StoredRecord| match row.values.get(place) {
        Some(Stored::Text(code)) => code.to_string(),
        _ => String::new(),
    };
    // The code it has here now, if it exists here.
    let has = |record: &RecordId| {
        let mine = merge.sides.get(record)?.mine.as_ref()?;
        (!mine.deleted).then(|| code(mine))
    };
    let mut held: HashMap<String, RecordId> =
        rows.iter().filter_map(|(record, _)| Some((has(record)?, *record))).collect();
    let mut waiting: BTreeMap<RecordId, StoredRecord> = rows.into_iter().collect();
    // A record waiting for a code is written right after its holder.
    let mut by_code: HashMap<String, RecordId> =
        waiting.iter().map(|(record, row)| (code(row), *record)).collect();
    let free = |held: &HashMap<String, RecordId>, record: &RecordId, row: &StoredRecord| {
        held.get(&code(row)).is_none_or(|holder| holder == record)
    };
    let mut ready: Vec<RecordId> = waiting
        .iter()
        .filter(|(record, row)| free(&held, record, row))
        .map(|(record, _)| *record)
        .rev()
        .collect();
    loop {
        while let Some(record) = ready.pop() {
            let Some(row) = waiting.remove(&record) else { continue };
            let (left, taken) =
                (has(&record).filter(|left| held.get(left) == Some(&record)), code(&row));
            if let Some(left) = left {
                held.remove(&left);
                ready.extend(by_code.get(&left).filter(|next| **next != record));
            }
            held.insert(taken.clone(), record);
            by_code.remove(&taken);
            ordered.push((record, row));
        }
        // Only rings are left: one record of each takes a temporary code.
        let Some((record, row)) = waiting.iter().next().map(|(record, row)| (*record, row.clone()))
        else {
            return;
        };
        let Some(left) = has(&record) else {
            // Nobody holds the code it waits for any more.
            ready.push(record);
            continue;
        };
        let mut aside = row;
        aside.values[place] = Stored::Text(format!("{left}-{}", record.id.simple()).into());
        ordered.push((record, aside));
        held.remove(&left);
        ready.extend(by_code.get(&left).filter(|next| **next != record));
        if ready.is_empty() {
            ready.push(record);
        }
    }
}
