//! Whole copies of an open dossier: made beside their destination, checked, and moved there when
//! complete.

use std::fs::File;
use std::io::{Read, Seek, SeekFrom, Write};
use std::path::Path;

use rusqlite::types::ToSqlOutput;
use rusqlite::{Connection, OpenFlags};

use super::leftovers::{self, Leftover, put_in_place};
use super::scratch::Unfinished;
use super::{Access, Error, Passphrase, moving, open, schema, workspace};
use crate::analysis::ToldSplits;

/// Copies the dossier, including history and passphrase, to a path where nothing exists yet.
///
/// # Errors
/// [`Error::Exists`] if something is at the path already, and errors of the file system; no
/// partial copy is left.
pub(crate) fn whole(
    connection: &Connection,
    path: &Path,
    passphrase: Option<&Passphrase>,
    version: u32,
) -> Result<(), Error> {
    leftovers::is_free(path)?;
    let copy = beside(path, |copy| {
        connection.execute("VACUUM INTO ?1", [copy.to_string_lossy()])?;
        verify(copy, passphrase, version)
    })?;
    put_in_place(copy, path)
}

/// Makes a copy beside a path with another passphrase, or none, and either with the workspace or
/// only with what rooms were told of polls. The caller moves it into place.
pub(crate) fn under(
    connection: &Connection,
    path: &Path,
    passphrase: Option<&Passphrase>,
    desk: bool,
) -> Result<Unfinished, Error> {
    beside(path, |copy| {
        let fresh = open::connect(copy, OpenFlags::SQLITE_OPEN_READ_WRITE, passphrase)?;
        let tables = schema::tables().filter(|table| desk || *table != "desk");
        rows(connection, &fresh, schema::VERSION, tables)?;
        if !desk {
            // Without it, a poll in the copy could be shown next to what rooms were told of it.
            let told = workspace::all(connection)?.into_iter();
            let told = told.filter(|(key, _)| ToldSplits::is_key(key));
            let told: Vec<_> = told.map(|(key, value)| (key, Some(value))).collect();
            workspace::put(&fresh, &told)?;
        }
        fresh.close().map_err(|(_, error)| error)?;
        verify(copy, passphrase, schema::VERSION)
    })
}

/// Copies everything into an empty database, which gets the same version.
pub(crate) fn all(from: &Connection, to: &Connection, version: u32) -> Result<(), Error> {
    let tables = schema::tables_of(from)?;
    rows(from, to, version, tables.iter().map(String::as_str))
}

fn rows<'a>(
    from: &Connection,
    to: &Connection,
    version: u32,
    tables: impl Iterator<Item = &'a str>,
) -> Result<(), Error> {
    let transaction = to.unchecked_transaction()?;
    schema::climb(&transaction, 0, version)?;
    // Until all rows are there, references may be unresolved.
    transaction.execute_batch("PRAGMA defer_foreign_keys = ON")?;
    for table in tables {
        copy_table(from, &transaction, table)?;
    }
    Ok(transaction.commit()?)
}

/// Copies the rows of one table. Attaching the other file would not work: a read-only connection
/// cannot attach a file for writing.
fn copy_table(from: &Connection, to: &Connection, table: &str) -> Result<(), Error> {
    let mut select = from.prepare(&format!("SELECT * FROM main.{table} ORDER BY 1"))?;
    let places: Vec<_> = (1..=select.column_count()).map(|n| format!("?{n}")).collect();
    let mut insert = to.prepare(&format!("INSERT INTO {table} VALUES ({})", places.join(", ")))?;
    let mut rows = select.query([])?;
    while let Some(row) = rows.next()? {
        for place in 0..places.len() {
            let value = ToSqlOutput::Borrowed(row.get_ref(place)?);
            insert.raw_bind_parameter(place + 1, value)?;
        }
        insert.raw_execute()?;
    }
    Ok(())
}

/// Copies a file that this process does not have open as a dossier: a backup, or one that
/// another program has open. The copy is repeated until the file did not change meanwhile; it
/// includes the journal if a write was interrupted.
///
/// # Errors
/// [`Error::Exists`] if something is at the new path already, [`Error::Locked`] if the file kept
/// changing, and errors of the file system.
pub fn copy_closed(from: &Path, to: &Path) -> Result<(), Error> {
    leftovers::is_free(to)?;
    if super::identity::is_open_here(from) {
        return Err(Error::Locked);
    }
    super::file_at(from)?;
    leftovers::refuse_log(from)?;
    let state = || {
        let io = |error: std::io::Error| Error::from_reading(&error, from);
        let file = std::fs::metadata(from).map_err(io)?;
        Ok::<_, Error>((file.len(), file.modified().ok(), leftovers::is_hot(from)))
    };
    for _ in 0..20 {
        let before = state()?;
        if before.2 {
            // Either somebody is writing or a write was interrupted; waiting shows which.
            std::thread::sleep(std::time::Duration::from_millis(50));
        }
        let copied = Copied::new(from, to, before.2.then_some(Leftover::Journal), false)?;
        if state()? == before {
            sync(&copied.path).map_err(|error| Error::from_io(&error, to))?;
            return copied.put_in_place(to);
        }
    }
    Err(Error::Locked)
}

/// A copy of a file beside a path, perhaps with its journal or log. Both are deleted unless put
/// in place.
pub(crate) struct Copied {
    /// The copy.
    pub(crate) path: Unfinished,
    with: Option<Leftover>,
    _beside: Beside,
}

/// The files beside a copy, deleted with it.
struct Beside(std::path::PathBuf);

impl Copied {
    /// Copies a file; if it is `torn`, unreadable parts are skipped.
    pub(crate) fn new(
        from: &Path,
        to: &Path,
        with: Option<Leftover>,
        torn: bool,
    ) -> Result<Self, Error> {
        let path = Unfinished::beside(to)?;
        let beside = Beside(path.to_path_buf());
        bytes(from, &path, torn)?;
        if let Some(leftover) = with {
            bytes(&leftover.beside(from), &leftover.beside(&path), torn)?;
        }
        Ok(Self { path, with, _beside: beside })
    }

    /// Puts the copy in place, after the file that belongs to it.
    fn put_in_place(self, to: &Path) -> Result<(), Error> {
        let Some(leftover) = self.with else { return put_in_place(self.path, to) };
        leftovers::is_free(to)?;
        let place = leftover.beside(to);
        let placed = moving::rename(&leftover.beside(&self.path), &place)
            .and_then(|()| self.path.put_at(to));
        sync_folder(to);
        placed.map_err(|error| {
            // Otherwise the next file with that name would inherit it.
            let _ = std::fs::remove_file(place);
            Error::from_moving(&error, to)
        })
    }
}

impl Drop for Beside {
    fn drop(&mut self) {
        // Nothing to remove if there was none or the database removed it.
        for ending in leftovers::BESIDE {
            let mut name = self.0.as_os_str().to_owned();
            name.push(ending);
            let _ = std::fs::remove_file(name);
        }
    }
}

/// Copies a file into one that only its owner can read. If it is `torn`, unreadable blocks are
/// filled with zeros.
fn bytes(from: &Path, to: &Path, torn: bool) -> Result<(), Error> {
    const BLOCK: usize = 4096;
    let reading = |error: std::io::Error| Error::from_reading(&error, from);
    let writing = |error: std::io::Error| Error::from_io(&error, to);
    let mut source = File::open(from).map_err(reading)?;
    let mut options = File::options();
    options.write(true).create(true).truncate(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let mut copy = options.open(to).map_err(writing)?;
    let length = source.metadata().map_err(reading)?.len();
    let (mut block, mut at) = ([0; BLOCK], 0);
    loop {
        let read = match source.read(&mut block) {
            Ok(0) => return Ok(()),
            Ok(read) => read,
            Err(error) if error.kind() == std::io::ErrorKind::Interrupted => continue,
            Err(_) if torn && at < length => {
                block.fill(0);
                BLOCK.min(usize::try_from(length - at).unwrap_or(BLOCK))
            }
            Err(error) => return Err(reading(error)),
        };
        copy.write_all(&block[..read]).map_err(writing)?;
        at += read as u64;
        if torn {
            source.seek(SeekFrom::Start(at)).map_err(reading)?;
        }
    }
}

/// Makes a file beside a path; it is deleted unless put in place.
fn beside(path: &Path, make: impl FnOnce(&Path) -> Result<(), Error>) -> Result<Unfinished, Error> {
    // Created first, so that it is readable only by its owner from the first byte on.
    let copy = Unfinished::beside(path)?;
    make(&copy)?;
    sync(&copy).map_err(|error| Error::from_io(&error, path))?;
    Ok(copy)
}

/// The folder a path is in.
pub(crate) fn folder(path: &Path) -> &Path {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty());
    folder.unwrap_or(Path::new("."))
}

fn verify(copy: &Path, passphrase: Option<&Passphrase>, version: u32) -> Result<(), Error> {
    let access = Access { passphrase: passphrase.cloned(), backups: None };
    let look = super::sniff::look(copy)?;
    let verified = open::connect(copy, OpenFlags::SQLITE_OPEN_READ_ONLY, access.key(look)?)
        .and_then(|connection| open::verify(&connection, version));
    // A file just made is not damaged: the disk failed to keep it.
    verified.map_err(|error| if error.is_damage() { Error::Io } else { error })
}

/// Makes sure that the contents of a file are on the disk.
pub(crate) fn sync(path: &Path) -> std::io::Result<()> {
    File::options().write(true).open(path)?.sync_all()
}

/// Makes sure that the name of a file is on the disk. Not every system can; then it gets there a
/// little later.
pub(crate) fn sync_folder(path: &Path) {
    let _ = File::open(folder(path)).and_then(|folder| folder.sync_all());
}
