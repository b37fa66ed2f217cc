//! Opening a file that somebody may have made to do harm.

use std::path::Path;
use std::time::Duration;

use rusqlite::config::DbConfig;
use rusqlite::limits::Limit;
use rusqlite::{Connection, OpenFlags};
use zeroize::Zeroizing;

use super::error::code_is_reading;
use super::schema::{self, APPLICATION_ID};
use super::sniff::{Look, known, look};
use super::{Access, Error, Passphrase, backup, copy, leftovers, recovery, sniff};

/// Opens the connection with everything switched off that a dossier does not need.
pub(crate) fn connect(
    path: &Path,
    flags: OpenFlags,
    passphrase: Option<&Passphrase>,
) -> Result<Connection, Error> {
    connected(path, flags, passphrase, false)
}

/// The same for a file that may be torn: what is not there is passed over where it is not
/// asked for.
fn connect_torn(path: &Path, passphrase: Option<&Passphrase>) -> Result<Connection, Error> {
    connected(path, OpenFlags::SQLITE_OPEN_READ_WRITE, passphrase, true)
}

/// A file that may be torn, with a connection to it.
pub(crate) struct Torn<'a> {
    path: &'a Path,
    key: Option<&'a Passphrase>,
    connection: Connection,
    broken: bool,
    hopeless: bool,
}

impl<'a> Torn<'a> {
    pub(crate) fn open(path: &'a Path, key: Option<&'a Passphrase>) -> Result<Self, Error> {
        let connection = connect_torn(path, key)?;
        Ok(Self { path, key, connection, broken: false, hopeless: false })
    }

    /// A connection by which can be read what is whole.
    pub(crate) fn connection(&mut self) -> Result<&Connection, Error> {
        if std::mem::take(&mut self.broken) {
            self.connection = connect_torn(self.path, self.key)?;
            // Where it cannot even be read what there is, trying again takes its time for nothing.
            let there = "SELECT count(*) FROM sqlite_schema";
            self.hopeless = self.connection.query_row(there, [], |_| Ok(())).is_err();
        }
        Ok(&self.connection)
    }

    /// Says that reading failed. With a page that its key does not fit a connection gives
    /// nothing any more, not even pages that are whole.
    pub(crate) fn failed(&mut self) {
        self.broken = self.key.is_some() && !self.hopeless;
    }
}

fn connected(
    path: &Path,
    flags: OpenFlags,
    passphrase: Option<&Passphrase>,
    torn: bool,
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
    if torn {
        // A file that is shorter than its header says is refused otherwise.
        connection.set_db_config(DbConfig::SQLITE_DBCONFIG_WRITABLE_SCHEMA, true)?;
    }
    if let Some(passphrase) = passphrase {
        unlock(&connection, passphrase)?;
    }
    harden(&connection, torn)?;
    Ok(connection)
}

/// Opens something by the passphrase it has, in the spelling that opens it.
pub(crate) fn with_key<T>(
    look: Look,
    access: &mut Access,
    mut open: impl FnMut(Option<&Passphrase>) -> Result<T, Error>,
) -> Result<T, Error> {
    let Some(given) = access.key(look)?.cloned() else { return open(None) };
    for spelled in given.spellings() {
        match open(Some(&spelled)) {
            Err(Error::NotADossier) => {}
            Err(error) => return Err(error),
            Ok(opened) => {
                // What is made of the file is protected by the very same.
                access.passphrase = Some(spelled);
                return Ok(opened);
            }
        }
    }
    Err(Error::WrongPassphrase)
}

/// Gives the database its key, in the form that is pinned so that every later version of
/// the library reads it too: SQLCipher 4.
fn unlock(connection: &Connection, passphrase: &Passphrase) -> Result<(), Error> {
    connection.execute_batch("PRAGMA cipher_log_level = NONE")?;
    connection.execute_batch(&key_statement(passphrase))?;
    connection.execute_batch("PRAGMA cipher_compatibility = 4")?;
    Ok(())
}

/// The statement that gives the key, which is wiped as the passphrase is.
fn key_statement(passphrase: &Passphrase) -> Zeroizing<String> {
    let words = passphrase.expose();
    // Large enough from the start: what a text outgrows stays behind in memory.
    let mut sql = Zeroizing::new(String::with_capacity(2 * words.len() + 20));
    sql.push_str("PRAGMA key = '");
    for letter in words.chars() {
        // A quote within quotes is written twice.
        if letter == '\'' {
            sql.push(letter);
        }
        sql.push(letter);
    }
    sql.push('\'');
    sql
}

fn harden(connection: &Connection, torn: bool) -> Result<(), Error> {
    for (switch, on) in [
        (DbConfig::SQLITE_DBCONFIG_DEFENSIVE, !torn),
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
    let verdict = integrity(connection)?;
    if verdict != "ok" {
        return Err(if is_unreadable(connection, &verdict) {
            Error::Unreadable
        } else {
            Error::Damaged(verdict)
        });
    }
    let mut orphans = connection.prepare("PRAGMA foreign_key_check")?;
    if orphans.exists([])? {
        return Err(Error::Damaged("a record refers to one that is not there".to_owned()));
    }
    Ok(())
}

fn integrity(connection: &Connection) -> Result<String, Error> {
    Ok(connection.query_row("PRAGMA integrity_check(1)", [], |row| row.get(0))?)
}

/// Whether the check found no fault in the file, but that the disk does not give it: the
/// database tells both in one text.
fn is_unreadable(connection: &Connection, verdict: &str) -> bool {
    let code = verdict.rsplit_once("error code=").and_then(|(_, code)| code.trim().parse().ok());
    match code {
        Some(code) => code_is_reading(code),
        // It says nothing of a page it could not get; what is damaged is so every time.
        None => match integrity(connection) {
            Ok(again) => again == "ok",
            Err(error) => matches!(error, Error::Unreadable),
        },
    }
}

/// Reads something once more where it seems damaged, unless the check itself said so: the
/// database takes a page that the disk did not give for one that is damaged, and so does the
/// library that unlocks it. What is damaged is so every time.
pub(crate) fn twice<T>(
    path: &Path,
    protected: bool,
    mut read: impl FnMut() -> Result<T, Error>,
) -> Result<T, Error> {
    let error = match read() {
        Err(Error::Damaged(verdict)) if !protected && !verdict.is_empty() => {
            return Err(Error::Damaged(verdict));
        }
        Err(error) if error.is_damage() => error,
        done => return done,
    };
    let file = std::fs::File::open(path);
    let all = file.and_then(|mut file| std::io::copy(&mut file, &mut std::io::sink()));
    match (all, error) {
        (Err(_), _) => Err(Error::Unreadable),
        (Ok(_), Error::Damaged(_)) => read(),
        (Ok(_), error) => Err(error),
    }
}

/// Opens an existing dossier for reading and writing, for this process alone, which has
/// reserved it.
pub(crate) fn read_write(path: &Path, access: &mut Access) -> Result<Connection, Error> {
    Ok(read_write_early(path, access, false)?.0)
}

/// The same where the check of all of it may be left for later; says whether it was.
pub(crate) fn read_write_early(
    path: &Path,
    access: &mut Access,
    early: bool,
) -> Result<(Connection, bool), Error> {
    let look = look(path)?;
    leftovers::refuse_log(path)?;
    access.forget_needless(look);
    recovery::vet(path, look, access)?;
    twice(path, look == Look::Protected, || writable(path, look, access, early))
}

/// Opens a file once more that this process has open and locked, for reading only. It is taken
/// for one that does not change: that is for whoever has it open to see to.
pub(crate) fn once_more(path: &Path, passphrase: Option<&Passphrase>) -> Result<Connection, Error> {
    let path = std::path::absolute(path).map_err(|error| Error::from_io(&error, path))?;
    let Some(name) = path.to_str() else { return Err(Error::Io) };
    let mut uri = String::from("file:");
    // On Windows a path begins with its drive.
    if !name.starts_with('/') {
        uri.push('/');
    }
    for byte in name.replace(std::path::MAIN_SEPARATOR, "/").bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'/' | b'.' | b'_' | b'-' | b':' => {
                uri.push(char::from(byte));
            }
            _ => uri += &format!("%{byte:02X}"),
        }
    }
    uri += "?immutable=1";
    let flags = OpenFlags::SQLITE_OPEN_READ_ONLY
        | OpenFlags::SQLITE_OPEN_URI
        | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let connection = Connection::open_with_flags(uri, flags)?;
    if let Some(passphrase) = passphrase {
        unlock(&connection, passphrase)?;
    }
    harden(&connection, false)?;
    Ok(connection)
}

fn writable(
    path: &Path,
    look: Look,
    access: &mut Access,
    early: bool,
) -> Result<(Connection, bool), Error> {
    let (connection, version) = with_key(look, access, |key| {
        let connection = connect(path, OpenFlags::SQLITE_OPEN_READ_WRITE, key)?;
        // SQLite falls back to reading where writing is not allowed, without saying so.
        if connection.is_readonly("main")? {
            return Err(Error::ReadOnly);
        }
        lock(&connection)?;
        let version = version(&connection)?;
        Ok((connection, version))
    })?;
    may_make_journal(path)?;
    if early && version == schema::VERSION {
        // That nothing is in it that does not belong there is known before any of it is read.
        let ours = schema::is_ours(&connection, version)?;
        return if ours { Ok((connection, true)) } else { Err(Error::Altered) };
    }
    verify(&connection, version)?;
    if version != schema::VERSION {
        // As it was, in case the new version turns out to be a mistake.
        backup::keep(&connection, access, version)?;
        migrate(&connection, version)?;
    }
    Ok((connection, false))
}

/// Opens a dossier again that this process had open until the disk failed; what it left
/// half done is taken back.
pub(crate) fn again(path: &Path, access: &Access) -> Result<Connection, Error> {
    let key = access.passphrase.as_ref();
    let connection = connect(path, OpenFlags::SQLITE_OPEN_READ_WRITE, key)?;
    lock(&connection)?;
    verify(&connection, version(&connection)?)?;
    Ok(connection)
}

/// Opens an existing dossier for reading, beside others who read it.
pub(crate) fn read_only(path: &Path, access: &mut Access) -> Result<Connection, Error> {
    let look = sniff(path)?;
    leftovers::refuse_log(path)?;
    access.forget_needless(look);
    recovery::vet(path, look, access)?;
    twice(path, look == Look::Protected, || readable(path, look, access))
}

fn readable(path: &Path, look: Look, access: &mut Access) -> Result<Connection, Error> {
    let (connection, version) = with_key(look, access, |key| {
        let open = || {
            let connection = connect(path, OpenFlags::SQLITE_OPEN_READ_ONLY, key)?;
            let version = version(&connection)?;
            verify(&connection, version)?;
            Ok((connection, version))
        };
        match open() {
            // A write was cut off. What it left half done can only be taken back by writing.
            Err(Error::Interrupted) => recover(path, key).and_then(|()| open()),
            opened => opened,
        }
    })?;
    if version == schema::VERSION {
        return Ok(connection);
    }
    // Brought up to date in memory only; the file stays as it is. Row by row, for the database
    // copies no pages from a file that has a key to memory that has none.
    let copy = Connection::open_in_memory()?;
    harden(&copy, false)?;
    copy::all(&connection, &copy, version)?;
    for_reading(copy, version)
}

/// Opens a dossier that lies in memory and nowhere on a disk, for reading.
pub(crate) fn in_memory(bytes: &[u8], access: &mut Access) -> Result<Connection, Error> {
    let look = sniff::look_at_bytes(bytes)?;
    access.forget_needless(look);
    let (connection, version) = with_key(look, access, |key| {
        let mut connection = Connection::open_in_memory()?;
        connection.deserialize_read_exact("main", bytes, bytes.len(), false)?;
        if let Some(key) = key {
            unlock(&connection, key)?;
        }
        harden(&connection, false)?;
        let version = version(&connection)?;
        verify(&connection, version)?;
        Ok((connection, version))
    })?;
    for_reading(connection, version)
}

/// Brings what is in memory only up to date, and lets it be read.
fn for_reading(connection: Connection, version: u32) -> Result<Connection, Error> {
    if version != schema::VERSION {
        migrate(&connection, version)?;
    }
    connection.pragma_update(None, "query_only", true)?;
    Ok(connection)
}

/// The version of an open file, which is one that can be opened.
///
/// The header told it already, but before a write that was cut off was taken back; and of a
/// protected file it tells nothing.
pub(crate) fn version(connection: &Connection) -> Result<u32, Error> {
    let read = |name: &str| connection.pragma_query_value(None, name, |row| row.get::<_, u32>(0));
    if read("application_id")? != APPLICATION_ID {
        return Err(Error::Foreign);
    }
    let journal: String = connection.pragma_query_value(None, "journal_mode", |row| row.get(0))?;
    if journal.eq_ignore_ascii_case("wal") {
        return Err(Error::OtherMode);
    }
    known(read("user_version")?)
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
