//! The structure of the file: its versions and the ladder from one to the next.

use rusqlite::Connection;

use super::Error;

/// Marks a SQLite file as a dossier ("CBMW").
pub const APPLICATION_ID: u32 = 0x4342_4d57;

/// The version of the file that this program writes.
pub const VERSION: u32 = LADDER.len() as u32;

/// The oldest version that can still be brought up to date.
pub const OLDEST: u32 = 1;

// Each rung leads from the version before it; the first one makes version 1.
const LADDER: &[&str] = &[include_str!("schema/v1.sql")];

/// Climbs the ladder from a version (0 is an empty file) to [`VERSION`].
///
/// The caller holds a transaction, so that a file is never between two rungs.
pub(crate) fn climb(connection: &Connection, from: u32) -> Result<(), Error> {
    for rung in LADDER.iter().skip(from as usize) {
        connection.execute_batch(rung)?;
    }
    connection.pragma_update(None, "application_id", APPLICATION_ID)?;
    connection.pragma_update(None, "user_version", VERSION)?;
    Ok(())
}

/// Whether the file has our tables and indexes and nothing else: no triggers, views or
/// tables that somebody put in.
pub(crate) fn is_ours(connection: &Connection) -> Result<bool, Error> {
    let fresh = Connection::open_in_memory()?;
    climb(&fresh, 0)?;
    Ok(describe(connection)? == describe(&fresh)?)
}

fn describe(connection: &Connection) -> Result<Vec<(String, String, String, String)>, Error> {
    let sql =
        "SELECT type, name, tbl_name, coalesce(sql, '') FROM main.sqlite_schema ORDER BY 1, 2";
    let mut statement = connection.prepare(sql)?;
    let rows =
        statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?)))?;
    Ok(rows.collect::<Result<_, _>>()?)
}
