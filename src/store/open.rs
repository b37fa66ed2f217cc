//! Opening a file that somebody may have made to do harm.

use std::path::Path;
use std::time::Duration;

use rusqlite::backup::Backup;
use rusqlite::config::DbConfig;
use rusqlite::limits::Limit;
use rusqlite::{Connection, OpenFlags};

use super::schema::{self, APPLICATION_ID};
use super::sniff::{Look, known, look};
use super::{Access, Error, Passphrase, backup, sniff};

/// Opens the connection with everything switched off that a dossier does not need.
pub(crate) fn connect(
    path: &Path,
    flags: OpenFlags,
    passphrase: Option<&Passphrase>,
) -> Result<Connection, Error> {
    // Without the URI flag a file name cannot carry options.
    let flags = flags | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let connection = Connection::open_with_flags(path, flags).map_err(|error| {
        match error.sqlite_error_code() {
            Some(rusqlite::ErrorCode::CannotOpen) => std::fs::metadata(path)
                .map_or_else(|error| Error::from_io(&error, path), |_| Error::Permission),
            _ => error.into(),
        }
    })?;
    if let Some(passphrase) = passphrase {
        unlock(&connection, passphrase)?;
    }
    harden(&connection)?;
    Ok(connection)
}

/// Gives the database its key, in the form that is pinned so that every later version of
/// the library reads it too: SQLCipher 4.
fn unlock(connection: &Connection, passphrase: &Passphrase) -> Result<(), Error> {
    connection.execute_batch("PRAGMA cipher_log_level = NONE")?;
    connection.pragma_update(None, "key", passphrase.expose())?;
    connection.execute_batch("PRAGMA cipher_compatibility = 4")?;
    Ok(())
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

/// Checks that the file is whole and is ours, of this version.
pub(crate) fn verify(connection: &Connection, version: u32) -> Result<(), Error> {
    if !schema::is_ours(connection, version)? {
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
pub(crate) fn read_write(path: &Path, access: &mut Access) -> Result<Connection, Error> {
    let look = look(path)?;
    access.forget_needless(look);
    let connection = connect(path, OpenFlags::SQLITE_OPEN_READ_WRITE, access.key(look)?)
        .map_err(|error| wrong_key(error, look))?;
    // SQLite falls back to reading where writing is not allowed, without saying so.
    if connection.is_readonly("main")? {
        return Err(Error::ReadOnly);
    }
    let version = lock(&connection)
        .and_then(|()| version(&connection))
        .map_err(|error| wrong_key(error, look))?;
    may_make_journal(path)?;
    verify(&connection, version)?;
    if version != schema::VERSION {
        // As it was, in case the new version turns out to be a mistake.
        backup::keep(&connection, access, version)?;
        migrate(&connection, version)?;
    }
    Ok(connection)
}

/// Opens an existing dossier for reading, beside others who read it.
pub(crate) fn read_only(path: &Path, access: &mut Access) -> Result<Connection, Error> {
    let look = sniff(path)?;
    access.forget_needless(look);
    let key = access.key(look)?;
    let open = || {
        let connection = connect(path, OpenFlags::SQLITE_OPEN_READ_ONLY, key)?;
        let version = version(&connection)?;
        verify(&connection, version)?;
        Ok((connection, version))
    };
    let (connection, version) = match open() {
        // A write was cut off. What it left half done can only be taken back by writing.
        Err(Error::Interrupted) => recover(path, key).and_then(|()| open()),
        opened => opened,
    }
    .map_err(|error| wrong_key(error, look))?;
    if version == schema::VERSION {
        return Ok(connection);
    }
    // Brought up to date in memory only; the file stays as it is.
    let mut copy = Connection::open_in_memory()?;
    Backup::new(&connection, &mut copy)?.run_to_completion(1000, Duration::ZERO, None)?;
    harden(&copy)?;
    migrate(&copy, version)?;
    copy.pragma_update(None, "query_only", true)?;
    Ok(copy)
}

/// The version of an open file, which is one that can be opened.
///
/// The header told it already, but before a write that was cut off was taken back; and of a
/// protected file it tells nothing.
fn version(connection: &Connection) -> Result<u32, Error> {
    let read = |name: &str| connection.pragma_query_value(None, name, |row| row.get::<_, u32>(0));
    if read("application_id")? != APPLICATION_ID {
        return Err(Error::Foreign);
    }
    let journal: String = connection.pragma_query_value(None, "journal_mode", |row| row.get(0))?;
    if journal.eq_ignore_ascii_case("wal") {
        return Err(Error::Altered);
    }
    known(read("user_version")?)
}

fn wrong_key(error: Error, look: Look) -> Error {
    match error {
        Error::NotADossier if look == Look::Protected => Error::WrongPassphrase,
        error => error,
    }
}

/// Takes back a write that was cut off.
fn recover(path: &Path, key: Option<&Passphrase>) -> Result<(), Error> {
    let connection = connect(path, OpenFlags::SQLITE_OPEN_READ_WRITE, key)?;
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
    let climbed = schema::climb(connection, from, schema::VERSION)
        .and_then(|()| verify(connection, schema::VERSION));
    connection.execute_batch(if climbed.is_ok() { "COMMIT" } else { "ROLLBACK" })?;
    climbed
}
