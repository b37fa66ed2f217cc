//! The dossier as it was after an earlier step, reconstructed from the log without writing to
//! the file.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;

use rusqlite::Connection;

use super::merging::{StoredRecord, put_row};
use super::{Change, Error, Step, load, log, schema, tables};
use crate::model::describe::Stored;
use crate::model::{Record, RecordId, Snapshot};

/// One change of a record, and the step that made it.
#[derive(Clone, Debug, PartialEq)]
pub struct RecordChange {
    /// The step.
    pub step: Step,
    /// The change.
    pub change: Change,
}

/// Takes a snapshot back to its state after the step with this number.
pub(crate) fn at(
    connection: &Connection,
    steps: &[Step],
    seq: i64,
    mut snapshot: Snapshot,
) -> Result<Snapshot, Error> {
    let rows = rows_at(connection, steps, seq)?;
    let memory = in_memory(rows.iter().map(|(record, row)| (*record, row)))?;
    let touched: Vec<_> = rows.into_keys().collect();
    load::touched(&memory, &mut snapshot, &touched)?;
    Ok(snapshot)
}

/// The records that later steps touched, as they were after the step with this number.
pub(crate) fn rows_at(
    connection: &Connection,
    steps: &[Step],
    seq: i64,
) -> Result<BTreeMap<RecordId, StoredRecord>, Error> {
    let mut rows: BTreeMap<RecordId, StoredRecord> = BTreeMap::new();
    // Steps brought in by a merge changed nothing here; the merge itself did.
    let later = steps.iter().rev().filter(|step| step.merged.is_none() && step.seq > seq);
    for step in later {
        for change in log::changes(connection, step.id)?.into_iter().rev() {
            let row = match rows.entry(change.record) {
                Entry::Occupied(entry) => entry.into_mut(),
                Entry::Vacant(entry) => entry.insert(stored(connection, change.record)?),
            };
            match change.field.as_deref() {
                None => row.deleted = true,
                Some("deleted") => row.deleted = change.old != Stored::Integer(0),
                Some(field) => {
                    let columns = change.record.table.columns();
                    let place = columns.iter().position(|column| *column == field);
                    row.values[place.ok_or(Error::Log)?] = change.old;
                }
            }
        }
    }
    Ok(rows)
}

/// Every change of a record, oldest first.
pub(crate) fn of_record(
    connection: &Connection,
    steps: &[Step],
    record: RecordId,
) -> Result<Vec<RecordChange>, Error> {
    let places = log::steps_of(connection, record)?;
    let mut found = Vec::new();
    for step in steps.iter().filter(|step| places.contains(&step.seq)) {
        let changes = log::changes(connection, step.id)?.into_iter();
        let own = changes.filter(|change| change.record == record);
        found.extend(own.map(|change| RecordChange { step: step.clone(), change }));
    }
    Ok(found)
}

/// A record with another value in one field.
///
/// # Errors
/// [`Error::Value`] if the field cannot have this value.
pub(crate) fn with_value(
    connection: &Connection,
    record: RecordId,
    field: &str,
    value: &Stored,
) -> Result<Record, Error> {
    let mut row = stored(connection, record)?;
    let columns = record.table.columns();
    let place = columns.iter().position(|column| *column == field).ok_or(Error::Log)?;
    row.values[place] = value.clone();
    let memory = in_memory([(record, &row)].into_iter())?;
    tables::find(&memory, record)?.ok_or(Error::Log)
}

fn stored(connection: &Connection, record: RecordId) -> Result<StoredRecord, Error> {
    super::merging::row(connection, record)?.ok_or(Error::Log)
}

/// Puts these rows into a separate database, where their references need not exist.
fn in_memory<'a>(
    rows: impl Iterator<Item = (RecordId, &'a StoredRecord)>,
) -> Result<Connection, Error> {
    let memory = Connection::open_in_memory()?;
    memory.execute_batch("PRAGMA foreign_keys = OFF")?;
    schema::climb(&memory, 0, schema::VERSION)?;
    for (record, row) in rows {
        put_row(&memory, record, row)?;
    }
    Ok(memory)
}
