//! The rows that decisions lead to.

use std::collections::btree_map::Entry;
use std::collections::{BTreeMap, HashSet};

use rusqlite::types::Value;

use super::keys::has_code;
use super::{Conflict, ConflictKind, Decision, Merge, place};
use crate::model::{RecordId, Table};
use crate::store::Row;

/// The rows as they will be, of every record that the merge changes.
///
/// They do not depend on which side is which: the same decisions made on the other side, with
/// mine and theirs swapped, lead to the same rows.
pub(super) fn rows(merge: &Merge) -> BTreeMap<RecordId, Row> {
    let mut rows = merge.rows.clone();
    let mut codes = Vec::new();
    for conflict in &merge.conflicts {
        let decision = conflict.decision.unwrap_or(Decision::Later);
        match conflict.kind {
            ConflictKind::Field => field(merge, &mut rows, conflict, decision),
            ConflictKind::BothEdited => both_edited(merge, &mut rows, conflict, decision),
            ConflictKind::DeleteEdit => deletion(merge, &mut rows, conflict, decision),
            ConflictKind::SameKey => {
                if let Some(renamed) = same_key(merge, &mut rows, conflict, decision) {
                    codes.push(renamed);
                }
            }
        }
    }
    for record in codes {
        rename(merge, &mut rows, record);
    }
    let_go(merge, &mut rows);
    rows
}

/// Whether a record will be deleted. What neither copy changed is there.
fn is_gone(merge: &Merge, rows: &BTreeMap<RecordId, Row>, record: RecordId) -> bool {
    let as_it_is = || merge.sides.get(&record)?.either();
    rows.get(&record).or_else(as_it_is).is_some_and(|row| row.deleted)
}

/// What rested on a source that is deleted stays without it, whatever else was decided on it.
fn let_go(merge: &Merge, rows: &mut BTreeMap<RecordId, Row>) {
    let rests_on = |record: &RecordId, row: &Row| {
        let place = place(record.table, "source_id")?;
        let Value::Text(id) = &row.values[place] else { return None };
        let id = uuid::Uuid::try_parse(id).ok()?;
        Some((*record, place, RecordId { table: Table::Sources, id }))
    };
    let resting: Vec<_> = rows.iter().filter_map(|(record, row)| rests_on(record, row)).collect();
    for (record, place, source) in resting {
        if is_gone(merge, rows, source)
            && let Some(row) = rows.get_mut(&record)
        {
            row.values[place] = Value::Null;
        }
    }
}

/// A row that may still be as it is on one side.
fn row<'a>(
    merge: &Merge,
    rows: &'a mut BTreeMap<RecordId, Row>,
    record: RecordId,
) -> Option<&'a mut Row> {
    match rows.entry(record) {
        Entry::Occupied(entry) => Some(entry.into_mut()),
        Entry::Vacant(entry) => Some(entry.insert(merge.sides.get(&record)?.either()?.clone())),
    }
}

fn field(
    merge: &Merge,
    rows: &mut BTreeMap<RecordId, Row>,
    conflict: &Conflict,
    decision: Decision,
) {
    let Some(clash) = conflict.clashes.first() else { return };
    let value = match decision {
        Decision::Mine | Decision::Later => return,
        Decision::Theirs => clash.theirs.clone(),
        Decision::Both => joined(&clash.mine, &clash.theirs),
    };
    let Some(place) = place(conflict.record.table, clash.field) else { return };
    if let Some(row) = row(merge, rows, conflict.record) {
        row.values[place] = value;
    }
}

fn both_edited(
    merge: &Merge,
    rows: &mut BTreeMap<RecordId, Row>,
    conflict: &Conflict,
    decision: Decision,
) {
    let Some(sides) = merge.sides.get(&conflict.record) else { return };
    let whole = match decision {
        Decision::Mine | Decision::Later => sides.mine.clone(),
        Decision::Theirs => sides.theirs.clone(),
        // What each changed is in the row already.
        Decision::Both => return,
    };
    if let Some(whole) = whole {
        rows.insert(conflict.record, whole);
    }
}

fn deletion(
    merge: &Merge,
    rows: &mut BTreeMap<RecordId, Row>,
    conflict: &Conflict,
    decision: Decision,
) {
    let Some(deleted) = &conflict.deletion else { return };
    let theirs = decision == Decision::Theirs;
    // Whoever is followed deleted it, or did not.
    let goes = deleted.here != theirs;
    for record in deleted.group.iter().chain(&deleted.added) {
        let Some(sides) = merge.sides.get(record) else { continue };
        let [first, second] =
            if deleted.here { [&sides.theirs, &sides.mine] } else { [&sides.mine, &sides.theirs] };
        // The side that kept it knows how it is now.
        if let Some(row) = first.clone().or_else(|| second.clone()) {
            rows.insert(*record, Row { deleted: goes, ..row });
        }
    }
    // What rests on it is looked at when all is decided.
    for record in deleted.resting.iter().filter(|_| goes) {
        row(merge, rows, *record);
    }
}

/// Makes room under a key; returns the record that gets another code.
fn same_key(
    merge: &Merge,
    rows: &mut BTreeMap<RecordId, Row>,
    conflict: &Conflict,
    decision: Decision,
) -> Option<RecordId> {
    let (theirs, mine) = (conflict.record, conflict.other?);
    let [first, second] = if mine.id < theirs.id { [mine, theirs] } else { [theirs, mine] };
    let [stays, yields] = match decision {
        Decision::Mine | Decision::Later => [mine, theirs],
        Decision::Theirs => [theirs, mine],
        Decision::Both => [first, second],
    };
    if has_code(mine.table) {
        return Some(yields);
    }
    if mine.table == Table::Positions {
        // The one that counts corrects the other, which corrects what both did.
        let place = place(Table::Positions, "replaces")?;
        let counts = if decision == Decision::Both { second } else { stays };
        let other = if counts == mine { theirs } else { mine };
        let row = row(merge, rows, counts)?;
        row.values[place] = Value::Text(other.id.to_string());
        return None;
    }
    if decision == Decision::Both {
        let yielded = row(merge, rows, yields)?.clone();
        let kept = row(merge, rows, stays)?;
        for clash in conflict.clashes.iter().filter(|clash| clash.prose) {
            let Some(place) = place(mine.table, clash.field) else { continue };
            kept.values[place] = joined(&kept.values[place], &yielded.values[place]);
        }
    }
    row(merge, rows, yields)?.deleted = true;
    None
}

/// The code of a record that is there, in small letters.
fn code(row: &Row, place: usize) -> Option<String> {
    match row.values.get(place) {
        Some(Value::Text(code)) if !row.deleted => Some(code.to_lowercase()),
        _ => None,
    }
}

/// Gives a record a code that is free.
fn rename(merge: &Merge, rows: &mut BTreeMap<RecordId, Row>, record: RecordId) {
    let Some(place) = place(record.table, "code") else { return };
    let of_table = |other: &RecordId| other.table == record.table;
    let sides = merge.sides.iter().filter(|(other, _)| of_table(other));
    let sides = sides.flat_map(|(_, sides)| [&sides.mine, &sides.theirs].into_iter().flatten());
    let decided = rows.iter().filter(|(other, _)| of_table(other)).map(|(_, row)| row);
    let taken: HashSet<String> = sides.chain(decided).filter_map(|row| code(row, place)).collect();
    let Some(row) = row(merge, rows, record) else { return };
    let Value::Text(code) = &row.values[place] else { return };
    let stem: String = code.chars().take(45).collect();
    // From the identity, so that every copy gives it the same one, in whatever order copies
    // are merged.
    let digits = record.id.simple().to_string();
    let free = [4, 8, 12]
        .into_iter()
        .map(|length| format!("{stem}-{}", &digits[digits.len() - length..]))
        .find(|code| !taken.contains(&code.to_lowercase()));
    if let Some(free) = free {
        row.values[place] = Value::Text(free);
    }
}

/// Both texts, in an order that does not depend on the side; what one says already is not
/// said twice.
fn joined(mine: &Value, theirs: &Value) -> Value {
    let (Value::Text(mine), Value::Text(theirs)) = (mine, theirs) else { return mine.clone() };
    let [first, second] = if mine <= theirs { [mine, theirs] } else { [theirs, mine] };
    Value::Text(if first.trim().is_empty() || second.contains(first.as_str()) {
        second.clone()
    } else if first.contains(second.as_str()) {
        first.clone()
    } else {
        format!("{first}\n\n{second}")
    })
}
