//! Opening a file that somebody may have made to do harm.

use std::path::Path;
use std::time::Duration;

use rusqlite::config::DbConfig;
use rusqlite::limits::Limit;
use rusqlite::{Connection, OpenFlags};

use super::sniff::look;
use super::{Error, schema, sniff};

/// Opens the connection with everything switched off that a dossier does not need.
pub(crate) fn connect(path: &Path, flags: OpenFlags) -> Result<Connection, Error> {
    // Without the URI flag a file name cannot carry options.
    let flags = flags | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let connection = Connection::open_with_flags(path, flags).map_err(|error| {
        match error.sqlite_error_code() {
            Some(rusqlite::ErrorCode::CannotOpen) => std::fs::metadata(path)
                .map_or_else(|error| Error::from_io(&error, path), |_| Error::Permission),
            _ => error.into(),
        }
    })?;
    harden(&connection)?;
    Ok(connection)
}

fn harden(connection: &Connection) -> Result<(), Error> {
    for (switch, on) in [
        (DbConfig::SQLITE_DBCONFIG_DEFENSIVE, true),
        (DbConfig::SQLITE_DBCONFIG_TRUSTED_SCHEMA, false),
        (DbConfig::SQLITE_DBCONFIG_ENABLE_TRIGGER, false),
        (DbConfig::SQLITE_DBCONFIG_ENABLE_VIEW, false),
        (DbConfig::SQLITE_DBCONFIG_DQS_DDL, false),
        (DbConfig::SQLITE_DBCONFIG_DQS_DML, false),
        (DbConfig::SQLITE_DBCONFIG_ENABLE_FKEY, true),
    ] {
        connection.set_db_config(switch, on)?;
    }
    // One, because VACUUM INTO attaches its target.
    connection.set_limit(Limit::SQLITE_LIMIT_ATTACHED, 1)?;
    connection.busy_timeout(Duration::ZERO)?;
    connection.set_prepared_statement_cache_capacity(128);
    connection.execute_batch(
        "PRAGMA mmap_size = 0;
         PRAGMA cell_size_check = ON;
         PRAGMA secure_delete = ON;
         PRAGMA temp_store = MEMORY;
         PRAGMA synchronous = FULL;",
    )?;
    Ok(())
}

/// Takes the file for this process alone, for as long as the connection lives.
pub(crate) fn lock(connection: &Connection) -> Result<(), Error> {
    connection.execute_batch(
        "PRAGMA locking_mode = EXCLUSIVE;
         PRAGMA journal_mode = DELETE;
         BEGIN EXCLUSIVE; COMMIT;",
    )?;
    Ok(())
}

/// Checks that the file is whole and is ours.
pub(crate) fn verify(connection: &Connection) -> Result<(), Error> {
    if !schema::is_ours(connection)? {
        return Err(Error::Altered);
    }
    let verdict: String =
        connection.query_row("PRAGMA integrity_check(1)", [], |row| row.get(0))?;
    if verdict != "ok" {
        return Err(Error::Damaged(verdict));
    }
    let mut orphans = connection.prepare("PRAGMA foreign_key_check")?;
    if orphans.exists([])? {
        return Err(Error::Damaged("a record refers to one that is not there".to_owned()));
    }
    Ok(())
}

/// Opens an existing dossier for reading and writing, for this process alone, which has
/// reserved it.
pub(crate) fn read_write(path: &Path) -> Result<Connection, Error> {
    let version = look(path)?;
    let connection = connect(path, OpenFlags::SQLITE_OPEN_READ_WRITE)?;
    // SQLite falls back to reading where writing is not allowed, without saying so.
    if connection.is_readonly("main")? {
        return Err(Error::ReadOnly);
    }
    lock(&connection)?;
    may_make_journal(path)?;
    if version == schema::VERSION {
        verify(&connection)?;
    } else {
        migrate(&connection, version)?;
    }
    Ok(connection)
}

/// Opens an existing dossier for reading, beside others who read it.
pub(crate) fn read_only(path: &Path) -> Result<Connection, Error> {
    let version = sniff(path)?;
    let open = || {
        let connection = connect(path, OpenFlags::SQLITE_OPEN_READ_ONLY)?;
        verify(&connection)?;
        Ok(connection)
    };
    let connection = match open() {
        // A write was cut off. What it left half done can only be taken back by writing.
        Err(Error::Interrupted) => recover(path).and_then(|()| open())?,
        opened => opened?,
    };
    if version == schema::VERSION { Ok(connection) } else { Err(Error::ReadOnly) }
}

/// Takes back a write that was cut off.
fn recover(path: &Path) -> Result<(), Error> {
    let connection = connect(path, OpenFlags::SQLITE_OPEN_READ_WRITE)?;
    if connection.is_readonly("main")? {
        return Err(Error::Interrupted);
    }
    connection.execute_batch("BEGIN IMMEDIATE; COMMIT")?;
    Ok(())
}

/// Whether the journal can be made that every write needs, in the same folder.
fn may_make_journal(path: &Path) -> Result<(), Error> {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty());
    match tempfile::tempfile_in(folder.unwrap_or(Path::new("."))) {
        Err(error) if matches!(Error::from_io(&error, path), Error::Permission) => {
            Err(Error::ReadOnly)
        }
        // What else is wrong with the disk is said when it matters.
        _ => Ok(()),
    }
}

fn migrate(connection: &Connection, from: u32) -> Result<(), Error> {
    connection.execute_batch("BEGIN IMMEDIATE")?;
    let climbed = schema::climb(connection, from).and_then(|()| verify(connection));
    connection.execute_batch(if climbed.is_ok() { "COMMIT" } else { "ROLLBACK" })?;
    climbed
}
