//! The structure of the file: its versions, and the upgrades between them.

use rusqlite::Connection;

use super::Error;
use crate::model::{Keyed, Table};

/// Marks a SQLite file as a dossier ("CBMW").
pub(crate) const APPLICATION_ID: u32 = 0x4342_4d57;

/// The version of the file that this program writes.
pub const VERSION: u32 = LADDER.len() as u32;

/// The oldest version that can still be upgraded.
pub(crate) const OLDEST: u32 = 1;

// Each script of `schema/` upgrades from the version before it; the first one makes version 1.
// The list is made by `build.rs`.
include!(concat!(env!("OUT_DIR"), "/ladder.rs"));

/// Upgrades from one version (0 is an empty file) to another.
///
/// The caller holds a transaction, so that a file is never between two versions.
pub(crate) fn climb(connection: &Connection, from: u32, to: u32) -> Result<(), Error> {
    for rung in LADDER.iter().take(to as usize).skip(from as usize) {
        connection.execute_batch(rung)?;
    }
    connection.pragma_update(None, "application_id", APPLICATION_ID)?;
    connection.pragma_update(None, "user_version", to)?;
    Ok(())
}

/// Whether the file has exactly the tables and indexes of this version: no triggers, views or
/// tables added by somebody else.
pub(crate) fn is_ours(connection: &Connection, version: u32) -> Result<bool, Error> {
    let fresh = Connection::open_in_memory()?;
    climb(&fresh, 0, version)?;
    Ok(describe(connection)? == describe(&fresh)?)
}

/// The tables of the file, each after those it refers to.
pub(crate) fn tables() -> impl Iterator<Item = &'static str> {
    Table::ALL.iter().map(|table| table.key()).chain(["edits", "changes", "desk"])
}

/// The tables of a file of any version that is ours.
pub(crate) fn tables_of(connection: &Connection) -> Result<Vec<String>, Error> {
    let sql = "SELECT name FROM main.sqlite_schema \
               WHERE type = 'table' AND name NOT LIKE 'sqlite%' ORDER BY rowid";
    let mut statement = connection.prepare(sql)?;
    let names = statement.query_map([], |row| row.get(0))?;
    Ok(names.collect::<Result<_, _>>()?)
}

fn describe(connection: &Connection) -> Result<Vec<(String, String, String, String)>, Error> {
    let sql =
        "SELECT type, name, tbl_name, coalesce(sql, '') FROM main.sqlite_schema ORDER BY 1, 2";
    let mut statement = connection.prepare(sql)?;
    let rows =
        statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?)))?;
    Ok(rows.collect::<Result<_, _>>()?)
}
