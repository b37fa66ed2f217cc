//! Opens a file that somebody may have crafted to do harm.

use std::path::Path;
use std::time::Duration;

use rusqlite::config::DbConfig;
use rusqlite::limits::Limit;
use rusqlite::{Connection, OpenFlags};
use zeroize::Zeroizing;

use super::error::code_is_reading;
use super::naming::{LITERAL, workable};
use super::schema::{self, APPLICATION_ID};
use super::sniff::{Look, known, look};
use super::{Access, Error, Passphrase, backup, copy, leftovers, recovery, sniff};

/// Opens a connection with everything switched off that a dossier does not need.
pub(crate) fn connect(
    path: &Path,
    flags: OpenFlags,
    passphrase: Option<&Passphrase>,
) -> Result<Connection, Error> {
    connected(path, flags, passphrase, false)
}

/// The same for a file that may be torn: missing parts matter only when they are read.
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

    /// A connection that can read whatever is intact.
    pub(crate) fn connection(&mut self) -> Result<&Connection, Error> {
        if std::mem::take(&mut self.broken) {
            self.connection = connect_torn(self.path, self.key)?;
            // If not even the schema can be read, retrying would only take time.
            let there = "SELECT count(*) FROM sqlite_schema";
            self.hopeless = self.connection.query_row(there, [], |_| Ok(())).is_err();
        }
        Ok(&self.connection)
    }

    /// Reports that reading failed. After a page that does not fit its key, a connection returns
    /// nothing any more, not even intact pages.
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
    let place = workable(path);
    let opened = match long_path(&place) {
        Some(system) => Connection::open_with_flags_and_vfs(&*place, flags, system),
        None => Connection::open_with_flags(path, flags),
    };
    let connection = opened.map_err(|error| match error.sqlite_error_code() {
        Some(rusqlite::ErrorCode::CannotOpen) => not_opened(path),
        _ => error.into(),
    })?;
    if torn {
        // Otherwise a file shorter than its header says is refused.
        connection.set_db_config(DbConfig::SQLITE_DBCONFIG_WRITABLE_SCHEMA, true)?;
    }
    if let Some(passphrase) = passphrase {
        unlock(&connection, passphrase)?;
    }
    harden(&connection, torn)?;
    Ok(connection)
}

/// The part of the database that opens long paths, on systems that need another one.
fn long_path(place: &Path) -> Option<&'static str> {
    (cfg!(windows) && place.to_str()?.starts_with(LITERAL)).then_some("win32-longpath")
}

/// Why the database could not open a file, which it does not report itself.
fn not_opened(path: &Path) -> Error {
    let metadata = std::fs::metadata(path);
    // On Windows opening it again shows whether somebody has it; elsewhere closing that handle
    // would drop locks.
    let why = if cfg!(windows) && metadata.is_ok() {
        std::fs::File::options().read(true).write(true).open(path).map(drop)
    } else {
        metadata.map(drop)
    };
    why.map_or_else(|error| Error::from_io(&error, path), |()| Error::Permission)
}

/// Opens something with its passphrase, trying the possible spellings.
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
                // Anything made from the file is protected by exactly the same spelling.
                access.passphrase = Some(spelled);
                return Ok(opened);
            }
        }
    }
    Err(Error::WrongPassphrase)
}

/// Gives the database its key, in the pinned format SQLCipher 4, so that every later version of
/// the library can read it.
fn unlock(connection: &Connection, passphrase: &Passphrase) -> Result<(), Error> {
    connection.execute_batch("PRAGMA cipher_log_level = NONE")?;
    connection.execute_batch(&key_statement(passphrase))?;
    connection.execute_batch("PRAGMA cipher_compatibility = 4")?;
    Ok(())
}

/// The statement that sets the key; it is wiped like the passphrase.
fn key_statement(passphrase: &Passphrase) -> Zeroizing<String> {
    let words = passphrase.expose();
    // Allocated once: growing would leave a copy behind in memory.
    let mut sql = Zeroizing::new(String::with_capacity(2 * words.len() + 20));
    sql.push_str("PRAGMA key = '");
    for letter in words.chars() {
        // A quote within quotes is doubled.
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

/// Locks the file for this process only, for as long as the connection lives.
pub(crate) fn lock(connection: &Connection) -> Result<(), Error> {
    connection.execute_batch(
        "PRAGMA locking_mode = EXCLUSIVE;
         PRAGMA journal_mode = DELETE;
         BEGIN EXCLUSIVE; COMMIT;",
    )?;
    Ok(())
}

/// Checks that the file is intact and is ours, of this version.
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

/// Whether the check failed because the disk could not be read, not because of the content: the
/// database reports both as one text.
fn is_unreadable(connection: &Connection, verdict: &str) -> bool {
    let code = verdict.rsplit_once("error code=").and_then(|(_, code)| code.trim().parse().ok());
    match code {
        Some(code) => code_is_reading(code),
        // It does not mention a page it could not get; real damage shows every time.
        None => match integrity(connection) {
            Ok(again) => again == "ok",
            Err(error) => matches!(error, Error::Unreadable),
        },
    }
}

/// Reads something again if it seems damaged, unless the integrity check itself said so: both the
/// database and the encryption library mistake a page that the disk did not deliver for a damaged
/// one. Real damage shows every time.
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

/// Opens an existing dossier for reading and writing, for this process only, which must have
/// reserved it.
pub(crate) fn read_write(path: &Path, access: &mut Access) -> Result<Connection, Error> {
    Ok(read_write_early(path, access, false)?.0)
}

/// The same, except that the full check may be postponed; returns whether it was.
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

/// Opens a file that this process already has open and locked once more, for reading only. The
/// database assumes that the file does not change; the process that has it open must ensure
/// that.
pub(crate) fn once_more(path: &Path, passphrase: Option<&Passphrase>) -> Result<Connection, Error> {
    let path = std::path::absolute(path).map_err(|error| Error::from_io(&error, path))?;
    let place = workable(&path);
    let Some(name) = place.to_str() else { return Err(Error::Io) };
    let uri = uri(name) + "?immutable=1";
    let flags = OpenFlags::SQLITE_OPEN_READ_ONLY
        | OpenFlags::SQLITE_OPEN_URI
        | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let connection = match long_path(&place) {
        Some(system) => Connection::open_with_flags_and_vfs(uri, flags, system),
        None => Connection::open_with_flags(uri, flags),
    }?;
    if let Some(passphrase) = passphrase {
        unlock(&connection, passphrase)?;
    }
    harden(&connection, false)?;
    Ok(connection)
}

/// A path as the database reads it in a URI.
fn uri(path: &str) -> String {
    let mut uri = String::from("file:");
    // With its prefix, Windows takes a path literally, so every character must stay as it is.
    let path = if path.starts_with(LITERAL) {
        path.to_owned()
    } else {
        // On Windows a path begins with its drive.
        uri.push_str(if path.starts_with('/') { "" } else { "/" });
        path.replace(std::path::MAIN_SEPARATOR, "/")
    };
    for byte in path.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'/' | b'.' | b'_' | b'-' | b':' => {
                uri.push(char::from(byte));
            }
            _ => uri += &format!("%{byte:02X}"),
        }
    }
    uri
}

fn writable(
    path: &Path,
    look: Look,
    access: &mut Access,
    early: bool,
) -> Result<(Connection, bool), Error> {
    let (connection, version) = with_key(look, access, |key| {
        let connection = connect(path, OpenFlags::SQLITE_OPEN_READ_WRITE, key)?;
        // SQLite silently falls back to reading if writing is not allowed.
        if connection.is_readonly("main")? {
            return Err(Error::ReadOnly);
        }
        lock(&connection)?;
        let version = version(&connection)?;
        Ok((connection, version))
    })?;
    may_make_journal(path)?;
    if early && version == schema::VERSION {
        // Before any data is read, it is certain that the structure contains nothing foreign.
        let ours = schema::is_ours(&connection, version)?;
        return if ours { Ok((connection, true)) } else { Err(Error::Altered) };
    }
    verify(&connection, version)?;
    if version != schema::VERSION {
        // The file as it was, in case the upgrade turns out to be a mistake.
        backup::keep(&connection, access, version)?;
        migrate(&connection, version)?;
    }
    Ok((connection, false))
}

/// Reopens a dossier that this process had open until the disk failed; an interrupted write is
/// rolled back.
pub(crate) fn again(path: &Path, access: &Access) -> Result<Connection, Error> {
    let key = access.passphrase.as_ref();
    let connection = connect(path, OpenFlags::SQLITE_OPEN_READ_WRITE, key)?;
    lock(&connection)?;
    verify(&connection, version(&connection)?)?;
    Ok(connection)
}

/// Opens an existing dossier for reading, alongside other readers.
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
            // A write was interrupted. It can only be rolled back by writing.
            Err(Error::Interrupted) => recover(path, key).and_then(|()| open()),
            opened => opened,
        }
    })?;
    if version == schema::VERSION {
        return Ok(connection);
    }
    // Upgraded in memory only; the file stays as it is. Row by row, because the database cannot
    // copy pages from an encrypted file to unencrypted memory.
    let copy = Connection::open_in_memory()?;
    harden(&copy, false)?;
    copy::all(&connection, &copy, version)?;
    for_reading(copy, version)
}

/// Opens a dossier that exists in memory and nowhere on disk, for reading.
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

/// Makes a copy in memory of an already open dossier fit for reading.
pub(crate) fn for_looking(copy: Connection) -> Result<Connection, Error> {
    harden(&copy, false)?;
    for_reading(copy, schema::VERSION)
}

/// Upgrades a dossier in memory, and makes it read-only.
fn for_reading(connection: Connection, version: u32) -> Result<Connection, Error> {
    if version != schema::VERSION {
        migrate(&connection, version)?;
    }
    connection.pragma_update(None, "query_only", true)?;
    Ok(connection)
}

/// The version of an open file, if it is one that can be opened.
///
/// The header had it already, but perhaps from before an interrupted write was rolled back; and
/// the header of a protected file says nothing.
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

/// Rolls back an interrupted write.
fn recover(path: &Path, key: Option<&Passphrase>) -> Result<(), Error> {
    let connection = connect(path, OpenFlags::SQLITE_OPEN_READ_WRITE, key)?;
    if connection.is_readonly("main")? {
        return Err(Error::Interrupted);
    }
    connection.execute_batch("BEGIN IMMEDIATE; COMMIT")?;
    Ok(())
}

/// Whether the journal that every write needs can be created in the same folder.
fn may_make_journal(path: &Path) -> Result<(), Error> {
    match tempfile::tempfile_in(copy::folder(path)) {
        Err(error) if matches!(Error::from_io(&error, path), Error::Permission) => {
            Err(Error::ReadOnly)
        }
        // Other faults of the disk are reported when they matter.
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
