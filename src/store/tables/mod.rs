//! Reading and writing the records of the file's tables.

mod positions;

use std::collections::HashSet;

use rusqlite::{Connection, OptionalExtension, Statement, params_from_iter};
use uuid::Uuid;

use super::Error;
use super::columns::Reader;
use super::log::{Added, Additions};
use super::open::Torn;
use crate::model::describe::{Stored, Value};
use crate::model::{Described, Dossier, Keyed, Position, Record, RecordId, Table, with_arenas};

pub(crate) use positions::{Again, all as all_positions};

/// The readable part of a table that may be damaged.
#[derive(Default)]
pub(crate) struct Readable {
    /// The records that are not deleted.
    pub(crate) records: Vec<Record>,
    /// How many more there are with a value that makes no sense.
    pub(crate) senseless: usize,
    /// Why the rest could not be read.
    pub(crate) error: Option<Error>,
}

macro_rules! by_table {
    ($( $field:ident $table:ident $record:ident $id:ident )+) => {
        /// Reads what is readable in a table, from both ends up to the damage.
        pub(crate) fn readable(torn: &mut Torn<'_>, table: Table) -> Readable {
            match table {
                Table::Dossier => readable_rows::<Dossier>(torn),
                Table::Positions => readable_rows::<Position>(torn),
                $( Table::$table => readable_rows::<crate::model::$record>(torn), )+
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
                $(
                    Table::$table => {
                        one::<crate::model::$record>(connection, id)?.map(|(it, _)| it.into())
                    }
                )+
            })
        }
    };
}

with_arenas!(by_table);

fn readable_rows<T: Described>(torn: &mut Torn<'_>) -> Readable {
    let mut found = Readable::default();
    let mut seen = HashSet::new();
    for direction in ["ASC", "DESC"] {
        let sql = select::<T>(&format!("WHERE deleted = 0 ORDER BY id {direction}"));
        let whole = torn.connection().and_then(|connection| {
            let mut statement = connection.prepare(&sql)?;
            let mut rows = statement.query([])?;
            while let Some(row) = rows.next()? {
                let id = row.get::<_, rusqlite::types::Value>(0)?;
                if !seen.insert(format!("{id:?}")) {
                    continue;
                }
                match Reader::new(row).record::<T>() {
                    Ok(record) => found.records.push(record.into()),
                    Err(Error::Value { .. }) => found.senseless += 1,
                    Err(error) => return Err(error),
                }
            }
            Ok(())
        });
        match whole {
            Ok(()) => break,
            Err(error) => {
                torn.failed();
                found.error = Some(error);
            }
        }
    }
    found
}

/// Reads every record of a table that is not deleted.
pub(crate) fn all<T: Described>(
    connection: &Connection,
    mut each: impl FnMut(T),
) -> Result<(), Error> {
    let sql = select::<T>("WHERE deleted = 0 ORDER BY id");
    let mut statement = connection.prepare(&sql)?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        each(Reader::new(row).record::<T>()?);
    }
    Ok(())
}

/// Reads one record, deleted or not, and returns whether it is deleted.
pub(crate) fn one<T: Described>(
    connection: &Connection,
    id: Uuid,
) -> Result<Option<(T, bool)>, Error> {
    let mut statement = connection.prepare_cached(&select::<T>("WHERE id = ?1"))?;
    let mut rows = statement.query([id.to_string()])?;
    let Some(row) = rows.next()? else { return Ok(None) };
    let deleted: bool = row.get(T::COLUMNS.len())?;
    Ok(Some((Reader::new(row).record::<T>()?, deleted)))
}

fn select<T: Described>(clause: &str) -> String {
    format!("SELECT {}, deleted FROM {} {clause}", T::COLUMNS.join(", "), T::TABLE.key())
}

/// Writes a record: inserts it, or updates the columns that differ from the file.
pub(crate) fn put(connection: &Connection, record: &Record) -> Result<(), Error> {
    let values: Vec<_> = record.values().map(|(_, value)| value).collect();
    let record = record.record_id();
    put_values(connection, record, record.table.columns(), &values)
}

/// How many records are inserted by one statement, because each statement has a cost of its own.
const AT_ONCE: usize = 64;

/// Writes records of one table that the file does not have yet: faster than [`put`], which first
/// looks for each. Returns those that were logged along the way.
pub(crate) fn add(
    connection: &Connection,
    table: Table,
    mut records: impl Iterator<Item = Record>,
) -> Result<Option<Added>, Error> {
    let mut next = || records.by_ref().take(AT_ONCE).collect::<Vec<_>>();
    let write = |statement: &mut Statement<'_>, some: &[Record]| {
        let values = some.iter().flat_map(Record::values).map(|(_, value)| value);
        statement.execute(params_from_iter(values))
    };
    let (mut some, mut added) = (next(), None);
    if some.len() == AT_ONCE {
        let mut log = Additions::begin(connection, table, AT_ONCE)?;
        let sql = insertion(table, table.columns(), AT_ONCE);
        let mut statement = connection.prepare_cached(&sql)?;
        while some.len() == AT_ONCE {
            write(&mut statement, &some)?;
            log.write(&some)?;
            some = next();
        }
        added = Some(log.end()?);
    }
    if !some.is_empty() {
        let sql = insertion(table, table.columns(), some.len());
        write(&mut connection.prepare(&sql)?, &some)?;
    }
    Ok(added)
}

/// The statement that inserts this many rows.
fn insertion(table: Table, columns: &[&str], rows: usize) -> String {
    let place = |row: usize| {
        let places: Vec<_> =
            (1..=columns.len()).map(|n| format!("?{}", row * columns.len() + n)).collect();
        format!("({})", places.join(", "))
    };
    let rows: Vec<_> = (0..rows).map(place).collect();
    format!("INSERT INTO {} ({}) VALUES {}", table.key(), columns.join(", "), rows.join(", "))
}

/// The same as [`put`] for values of these columns, including `deleted` if it is to be written too.
pub(crate) fn put_values(
    connection: &Connection,
    record: RecordId,
    columns: &[&str],
    values: &[Value<'_>],
) -> Result<(), Error> {
    let (table, names) = (record.table.key(), columns.join(", "));
    let id = record.id.to_string();
    let sql = format!("SELECT {names} FROM {table} WHERE id = ?1");
    let read = |row: &rusqlite::Row<'_>| (0..columns.len()).map(|i| row.get(i)).collect();
    let stored: Option<Vec<Stored>> =
        connection.prepare_cached(&sql)?.query_row([&id], read).optional()?;
    let Some(stored) = stored else {
        let sql = insertion(record.table, columns, 1);
        connection.prepare_cached(&sql)?.execute(params_from_iter(values))?;
        return Ok(());
    };
    let (mut sets, mut changed) = (Vec::new(), Vec::new());
    for ((column, new), old) in columns.iter().zip(values).zip(&stored) {
        if new != old {
            changed.push(new);
            sets.push(format!("{column} = ?{}", changed.len()));
        }
    }
    if changed.is_empty() {
        return Ok(());
    }
    let id = Value::Text(id.into());
    changed.push(&id);
    let sql = format!("UPDATE {table} SET {} WHERE id = ?{}", sets.join(", "), changed.len());
    connection.prepare_cached(&sql)?.execute(params_from_iter(changed))?;
    Ok(())
}

/// Marks a record as deleted or not deleted; returns whether that changed anything.
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

/// Restores the older value of a column, if it still has the newer one.
pub(crate) fn revert_field(
    connection: &Connection,
    record: RecordId,
    column: &str,
    from: &Stored,
    to: &Stored,
) -> Result<bool, Error> {
    let known = record.table.columns();
    let Some(column) = known.iter().copied().chain(["deleted"]).find(|known| *known == column)
    else {
        return Err(Error::Log);
    };
    let table = record.table.key();
    let sql = format!("UPDATE {table} SET {column} = ?1 WHERE id = ?2 AND {column} IS ?3");
    let mut statement = connection.prepare_cached(&sql)?;
    Ok(statement.execute((to, record.id.to_string(), from))? == 1)
}
