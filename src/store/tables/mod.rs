//! One module a table: its columns, and how a record goes in and out of them.

mod agenda;
mod aim_tags;
mod assessments;
mod briefs;
mod comments;
mod concerns;
mod dossier;
mod engagements;
mod groups;
mod meetings;
mod memberships;
mod next_steps;
mod parked;
mod parties;
mod polls;
mod positions;
mod proposals;
mod relations;
mod remedies;
mod roll_calls;
mod slides;
mod sources;
mod sponsors;
mod terms;
mod votes;

use std::collections::HashSet;

use rusqlite::types::Value;
use rusqlite::{Connection, OptionalExtension, params_from_iter};
use uuid::Uuid;

use super::Error;
use super::columns::{Reader, Writer};
use crate::model::{
    AgendaItem, AimTag, Assessment, Brief, Comment, Concern, Dossier, Engagement, Group, Keyed,
    Meeting, Membership, NextStep, Parked, Party, Poll, Position, Proposal, Record, RecordId,
    Relation, Remedy, RollCall, Slide, Source, Sponsor, Table, Term, Vote, with_arenas,
};

pub(crate) use positions::each as each_position;

/// A record type with a table of its own.
pub(crate) trait Row: Sized {
    /// The table.
    const TABLE: Table;
    /// The columns of a record, `id` first; `deleted` is not among them.
    const COLUMNS: &'static [&'static str];

    /// Reads a record from columns in the order of `COLUMNS`.
    fn read(columns: &mut Reader<'_>) -> Result<Self, Error>;

    /// Writes the values of a record in the order of `COLUMNS`.
    fn write(&self, columns: &mut Writer);
}

/// What can be read of a table that may be damaged.
#[derive(Default)]
pub(crate) struct Readable {
    /// The records that are not deleted.
    pub(crate) records: Vec<Record>,
    /// How many more there are in which a value makes no sense.
    pub(crate) senseless: usize,
    /// What kept the rest from being read.
    pub(crate) error: Option<Error>,
}

macro_rules! by_table {
    ($( $field:ident $table:ident $record:ident $id:ident )+) => {
        /// Reads what can be read of a table, from both ends up to the damage.
        pub(crate) fn readable(connection: &Connection, table: Table) -> Readable {
            match table {
                Table::Dossier => readable_rows::<Dossier>(connection),
                Table::Positions => readable_rows::<Position>(connection),
                $( Table::$table => readable_rows::<$record>(connection), )+
            }
        }

        /// The columns of a table, `id` first.
        pub fn columns(table: Table) -> &'static [&'static str] {
            match table {
                Table::Dossier => Dossier::COLUMNS,
                Table::Positions => Position::COLUMNS,
                $( Table::$table => $record::COLUMNS, )+
            }
        }

        /// Writes a record: inserts it, or updates the columns that differ from the file.
        pub(crate) fn put(connection: &Connection, record: &Record) -> Result<(), Error> {
            match record {
                Record::Dossier(record) => put_row(connection, record),
                Record::Position(record) => put_row(connection, record),
                $( Record::$record(record) => put_row(connection, record), )+
            }
        }

        /// Reads a record of any table, deleted or not.
        pub(crate) fn find(
            connection: &Connection,
            record: RecordId,
        ) -> Result<Option<Record>, Error> {
            let id = record.id;
            Ok(match record.table {
                Table::Dossier => one::<Dossier>(connection, id)?.map(|(it, _)| it.into()),
                Table::Positions => one::<Position>(connection, id)?.map(|(it, _)| it.into()),
                $( Table::$table => one::<$record>(connection, id)?.map(|(it, _)| it.into()), )+
            })
        }

        /// The columns of a record that hold free text.
        pub(crate) fn prose(record: &Record) -> Vec<&'static str> {
            match record {
                Record::Dossier(record) => prose_of(record),
                Record::Position(record) => prose_of(record),
                $( Record::$record(record) => prose_of(record), )+
            }
        }

        /// The values of a record, each with its column.
        pub(crate) fn values(record: &Record) -> Vec<(&'static str, Value)> {
            match record {
                Record::Dossier(record) => values_of(record),
                Record::Position(record) => values_of(record),
                $( Record::$record(record) => values_of(record), )+
            }
        }
    };
}

with_arenas!(by_table);

fn readable_rows<T: Row + Into<Record>>(connection: &Connection) -> Readable {
    let mut found = Readable::default();
    let mut seen = HashSet::new();
    for direction in ["ASC", "DESC"] {
        let sql = select::<T>(&format!("WHERE deleted = 0 ORDER BY id {direction}"));
        let whole = connection.prepare(&sql).map_err(Error::from).and_then(|mut statement| {
            let mut rows = statement.query([])?;
            while let Some(row) = rows.next()? {
                let id = row.get::<_, Value>(0)?;
                if !seen.insert(format!("{id:?}")) {
                    continue;
                }
                match T::read(&mut Reader::new(row, T::TABLE, T::COLUMNS)) {
                    Ok(record) => found.records.push(record.into()),
                    Err(Error::Value { .. }) => found.senseless += 1,
                    Err(error) => return Err(error),
                }
            }
            Ok(())
        });
        match whole {
            Ok(()) => break,
            Err(error) => found.error = Some(error),
        }
    }
    found
}

fn prose_of<T: Row>(record: &T) -> Vec<&'static str> {
    let mut writer = Writer::default();
    record.write(&mut writer);
    let columns = T::COLUMNS.iter().copied().zip(writer.prose);
    columns.filter(|(_, prose)| *prose).map(|(column, _)| column).collect()
}

fn values_of<T: Row>(record: &T) -> Vec<(&'static str, Value)> {
    let mut writer = Writer::default();
    record.write(&mut writer);
    T::COLUMNS.iter().copied().zip(writer.values).collect()
}

/// Reads every record of a table that is not deleted.
pub(crate) fn all<T: Row>(connection: &Connection, mut each: impl FnMut(T)) -> Result<(), Error> {
    let sql = select::<T>("WHERE deleted = 0 ORDER BY id");
    let mut statement = connection.prepare(&sql)?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        each(T::read(&mut Reader::new(row, T::TABLE, T::COLUMNS))?);
    }
    Ok(())
}

/// Reads one record, deleted or not, and says whether it is deleted.
pub(crate) fn one<T: Row>(connection: &Connection, id: Uuid) -> Result<Option<(T, bool)>, Error> {
    let mut statement = connection.prepare_cached(&select::<T>("WHERE id = ?1"))?;
    let mut rows = statement.query([id.to_string()])?;
    let Some(row) = rows.next()? else { return Ok(None) };
    let deleted: bool = row.get(T::COLUMNS.len())?;
    Ok(Some((T::read(&mut Reader::new(row, T::TABLE, T::COLUMNS))?, deleted)))
}

fn select<T: Row>(clause: &str) -> String {
    format!("SELECT {}, deleted FROM {} {clause}", T::COLUMNS.join(", "), T::TABLE.key())
}

fn put_row<T: Row>(connection: &Connection, record: &T) -> Result<(), Error> {
    let mut writer = Writer::default();
    record.write(&mut writer);
    let values = writer.values;
    let Some(Value::Text(id)) = values.first().cloned() else { return Err(Error::Log) };
    let Some(stored) = stored_values::<T>(connection, &id)? else {
        let places: Vec<_> = (1..=values.len()).map(|n| format!("?{n}")).collect();
        let (columns, places) = (T::COLUMNS.join(", "), places.join(", "));
        let sql = format!("INSERT INTO {} ({columns}) VALUES ({places})", T::TABLE.key());
        connection.prepare_cached(&sql)?.execute(params_from_iter(values))?;
        return Ok(());
    };
    let (mut sets, mut changed) = (Vec::new(), Vec::new());
    for ((column, new), old) in T::COLUMNS.iter().zip(values).zip(stored) {
        if new != old {
            changed.push(new);
            sets.push(format!("{column} = ?{}", changed.len()));
        }
    }
    if changed.is_empty() {
        return Ok(());
    }
    changed.push(Value::Text(id));
    let sql =
        format!("UPDATE {} SET {} WHERE id = ?{}", T::TABLE.key(), sets.join(", "), changed.len());
    connection.prepare_cached(&sql)?.execute(params_from_iter(changed))?;
    Ok(())
}

fn stored_values<T: Row>(connection: &Connection, id: &str) -> Result<Option<Vec<Value>>, Error> {
    let mut statement = connection.prepare_cached(&select::<T>("WHERE id = ?1"))?;
    let read = |row: &rusqlite::Row<'_>| (0..T::COLUMNS.len()).map(|i| row.get(i)).collect();
    Ok(statement.query_row([id], read).optional()?)
}

/// Marks a record as deleted, or as there again; says whether it was the other before.
pub(crate) fn set_deleted(
    connection: &Connection,
    record: RecordId,
    deleted: bool,
) -> Result<bool, Error> {
    let table = record.table.key();
    let sql = format!("UPDATE {table} SET deleted = ?1 WHERE id = ?2 AND deleted = ?3");
    let mut statement = connection.prepare_cached(&sql)?;
    Ok(statement.execute((deleted, record.id.to_string(), !deleted))? == 1)
}

/// Sets one column back to an older value, if it still has the newer one.
pub(crate) fn revert_field(
    connection: &Connection,
    record: RecordId,
    column: &str,
    from: &Value,
    to: &Value,
) -> Result<bool, Error> {
    let known = columns(record.table);
    let Some(column) = known.iter().copied().chain(["deleted"]).find(|known| *known == column)
    else {
        return Err(Error::Log);
    };
    let table = record.table.key();
    let sql = format!("UPDATE {table} SET {column} = ?1 WHERE id = ?2 AND {column} IS ?3");
    let mut statement = connection.prepare_cached(&sql)?;
    Ok(statement.execute((to, record.id.to_string(), from))? == 1)
}
