//! Loads a file into memory: the whole dossier, or the records that changed.

use std::hash::Hash;

use rusqlite::Connection;
use rustc_hash::{FxHashMap, FxHashSet};
use uuid::Uuid;

use super::Error;
use super::tables::{self, Again};
use crate::model::{Arena, Dossier, Position, RecordId, Snapshot, Table, with_arenas};

// With more changed records of a table than this, reading all of them is faster than reading each
// one.
const MANY: usize = 20_000;

// The same for this many steps along lines.
const STEPS: usize = 20_000_000;

macro_rules! load {
    ($( $field:ident $table:ident $record:ident $id:ident )+) => {
        /// Reads the whole dossier; with `again`, on two threads.
        pub(crate) fn all(
            connection: &Connection,
            again: Option<Again<'_>>,
        ) -> Result<Snapshot, Error> {
            let mut dossier = None;
            let mut count = 0;
            tables::all(connection, |record: Dossier| {
                count += 1;
                dossier = Some(record);
            })?;
            if count > 1 {
                return Err(Error::Damaged("more than one dossier".to_owned()));
            }
            let dossier = dossier.ok_or_else(|| Error::Damaged("no dossier".to_owned()))?;
            let mut all = Snapshot::new(dossier);
            $(
                tables::all(connection, |record: crate::model::$record| put(&mut all.$field, record.id, record))?;
            )+
            positions(connection, &mut all, again)?;
            Ok(all)
        }

        fn refresh(
            connection: &Connection,
            snapshot: &mut Snapshot,
            record: RecordId,
        ) -> Result<(), Error> {
            match record.table {
                Table::Dossier => {
                    let dossier = tables::one::<Dossier>(connection, record.id)?;
                    snapshot.put(dossier.ok_or(Error::Log)?.0.into());
                }
                // Positions are updated together; see `touched`.
                Table::Positions => {}
                $(
                    Table::$table => match tables::one::<crate::model::$record>(connection, record.id)? {
                        Some((record, false)) => put(&mut snapshot.$field, record.id, record),
                        Some((_, true)) => drop(snapshot.$field.remove(crate::model::$id(record.id))),
                        None => return Err(Error::Log),
                    },
                )+
            }
            Ok(())
        }

        /// The same for many records of one table: all are read, which is faster than each.
        fn refresh_many(
            connection: &Connection,
            snapshot: &mut Snapshot,
            touched: &[RecordId],
        ) -> Result<(), Error> {
            let Some(table) = touched.first().map(|record| record.table) else { return Ok(()) };
            let mut left: FxHashSet<Uuid> = touched.iter().map(|record| record.id).collect();
            match table {
                Table::Dossier | Table::Positions => {}
                $(
                    Table::$table => {
                        tables::all(connection, |record: crate::model::$record| {
                            if left.remove(&record.id.into()) {
                                put(&mut snapshot.$field, record.id, record);
                            }
                        })?;
                        // The remaining ones were deleted.
                        for id in left {
                            drop(snapshot.$field.remove(crate::model::$id(id)));
                        }
                    }
                )+
            }
            Ok(())
        }
    };
}

with_arenas!(load);

fn put<K: Copy + Eq + Hash, T>(arena: &mut Arena<K, T>, key: K, record: T) {
    arena.put(key, record);
}

fn positions(
    connection: &Connection,
    snapshot: &mut Snapshot,
    again: Option<Again<'_>>,
) -> Result<(), Error> {
    let (mut ledger, read) = tables::all_positions(connection, snapshot, again)?;
    let mut of_groups = Arena::default();
    read.into_iter().for_each(|entry| put(&mut of_groups, entry.id, entry));
    ledger.shrink();
    snapshot.positions = ledger;
    snapshot.group_positions = of_groups;
    Ok(())
}

/// Updates the snapshot with the records that a step touched.
pub(crate) fn touched(
    connection: &Connection,
    snapshot: &mut Snapshot,
    touched: &[RecordId],
) -> Result<(), Error> {
    let positions = |record: &&RecordId| record.table == Table::Positions;
    // Positions last, because they find their slots through proposals and parties.
    for records in touched.chunk_by(|one, next| one.table == next.table) {
        if records.len() > MANY {
            refresh_many(connection, snapshot, records)?;
            continue;
        }
        for record in records.iter().filter(|record| !positions(record)) {
            refresh(connection, snapshot, *record)?;
        }
    }
    if touched.iter().filter(positions).count() > MANY {
        return self::positions(connection, snapshot, None);
    }
    let find =
        |record: &RecordId| tables::one::<Position>(connection, record.id)?.ok_or(Error::Log);
    let found: Vec<_> = touched.iter().filter(positions).map(find).collect::<Result<_, _>>()?;
    let mut lines: FxHashMap<_, (usize, usize)> = FxHashMap::default();
    for (position, _) in &found {
        let line = lines.entry((position.proposal, position.by));
        let line = line.or_insert_with(|| (snapshot.line_len(position), 0));
        line.1 += 1;
    }
    // Each is searched for along its line, which may be as long as the whole file.
    if lines.values().map(|(length, count)| length * count).sum::<usize>() > STEPS {
        return self::positions(connection, snapshot, None);
    }
    for (position, deleted) in &found {
        if *deleted {
            snapshot.remove_position(position);
        } else {
            snapshot.put_position(position);
        }
    }
    Ok(())
}
