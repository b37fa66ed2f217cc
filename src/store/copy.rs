//! Whole copies of an open dossier: made beside their place, checked, and put there when
//! they are whole.

use std::path::Path;

use rusqlite::types::ToSqlOutput;
use rusqlite::{Connection, OpenFlags};

use super::{Access, Error, Passphrase, open, schema};

/// Copies the dossier as it is, history and passphrase included, to a path where nothing is
/// yet.
///
/// # Errors
/// [`Error::Exists`] where something is at the path already, and what the file system says;
/// there is no half-made copy.
pub(crate) fn whole(
    connection: &Connection,
    path: &Path,
    passphrase: Option<&Passphrase>,
    version: u32,
) -> Result<(), Error> {
    if path.symlink_metadata().is_ok() {
        return Err(Error::Exists);
    }
    beside(path, |copy| {
        connection.execute("VACUUM INTO ?1", [copy.to_string_lossy()])?;
        verify(copy, passphrase, version)
    })?
    .persist_noclobber(path)
    .map_err(|error| Error::from_io(&error.error, path))?;
    sync_folder(path);
    Ok(())
}

/// Makes a copy under another passphrase, or none, beside a path. It is not at its place yet.
/// What stands on the desk goes along or not.
pub(crate) fn under(
    connection: &Connection,
    path: &Path,
    passphrase: Option<&Passphrase>,
    desk: bool,
) -> Result<tempfile::TempPath, Error> {
    beside(path, |copy| {
        let mut fresh = open::connect(copy, OpenFlags::SQLITE_OPEN_READ_WRITE, passphrase)?;
        let transaction = fresh.transaction()?;
        schema::climb(&transaction, 0, schema::VERSION)?;
        // Rows name each other in any order until all are there.
        transaction.execute_batch("PRAGMA defer_foreign_keys = ON")?;
        for table in schema::tables().filter(|table| desk || *table != "desk") {
            copy_table(connection, &transaction, table)?;
        }
        transaction.commit()?;
        fresh.close().map_err(|(_, error)| error)?;
        verify(copy, passphrase, schema::VERSION)
    })
}

/// Copies the rows of one table. Not by attaching the other file: a file that is open for
/// reading only has no other beside it that can be written.
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

/// Copies a file that no dossier of this process is open from: a backup, or one that another
/// program has open. It is copied until it stood still meanwhile, with what belongs to it
/// where a write was cut off.
///
/// # Errors
/// [`Error::Exists`] where something is at the new path already, [`Error::Locked`] where it
/// never stood still, and what the file system says.
pub fn copy_closed(from: &Path, to: &Path) -> Result<(), Error> {
    if to.symlink_metadata().is_ok() {
        return Err(Error::Exists);
    }
    if super::identity::is_open_here(from) {
        return Err(Error::Locked);
    }
    let io = |error: std::io::Error| Error::from_io(&error, from);
    let state = || {
        let file = std::fs::metadata(from)?;
        Ok((file.len(), file.modified().ok(), journal(from).exists()))
    };
    for _ in 0..20 {
        let before = state().map_err(io)?;
        if before.2 {
            // Somebody is writing, or was cut off; a moment tells which.
            std::thread::sleep(std::time::Duration::from_millis(50));
        }
        let copy = unfinished(to)?;
        std::fs::copy(from, &copy).map_err(io)?;
        let cut_off = journal(from).exists();
        if cut_off {
            std::fs::copy(journal(from), journal(&copy)).map_err(io)?;
        }
        if state().map_err(io)? == before {
            sync(&copy).map_err(io)?;
            if cut_off {
                std::fs::rename(journal(&copy), journal(to)).map_err(io)?;
            }
            copy.persist_noclobber(to).map_err(|error| Error::from_io(&error.error, to))?;
            sync_folder(to);
            return Ok(());
        }
        // Where it was never made there is nothing to remove.
        let _ = std::fs::remove_file(journal(&copy));
    }
    Err(Error::Locked)
}

/// Where the journal of a file is, while a write is under way or after it was cut off.
pub(crate) fn journal(path: &Path) -> std::path::PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push("-journal");
    name.into()
}

/// Makes a file beside a path, which goes again unless it is put in place.
fn beside(
    path: &Path,
    make: impl FnOnce(&Path) -> Result<(), Error>,
) -> Result<tempfile::TempPath, Error> {
    // Made beforehand, so that from the first byte on only its owner can read it.
    let copy = unfinished(path)?;
    make(&copy)?;
    sync(&copy).map_err(|error| Error::from_io(&error, path))?;
    Ok(copy)
}

/// An empty file beside a path under a name that says that it is unfinished.
pub(crate) fn unfinished(path: &Path) -> Result<tempfile::TempPath, Error> {
    Ok(unfinished_file(path)?.into_temp_path())
}

/// The same as a file that is open for writing.
pub(crate) fn unfinished_file(path: &Path) -> Result<tempfile::NamedTempFile, Error> {
    tempfile::Builder::new()
        .prefix(UNFINISHED)
        .suffix(".tmp")
        .tempfile_in(folder(path))
        .map_err(|error| Error::from_io(&error, path))
}

/// How the name of every unfinished file begins.
const UNFINISHED: &str = ".cbm-";

/// Removes what was left unfinished in the folder of a dossier when a program was killed
/// there. What is younger than a day may still be being made.
pub(crate) fn sweep(path: &Path) {
    const DAY: std::time::Duration = std::time::Duration::from_secs(24 * 60 * 60);
    let Ok(entries) = std::fs::read_dir(folder(path)) else { return };
    for entry in entries.flatten() {
        let name = entry.file_name();
        let ours = name.to_str().is_some_and(|name| {
            name.starts_with(UNFINISHED) && (name.ends_with(".tmp") || name.ends_with("-journal"))
        });
        let modified = entry.metadata().and_then(|metadata| metadata.modified());
        let old = modified.is_ok_and(|it| it.elapsed().is_ok_and(|age| age > DAY));
        if ours && old {
            // Where it cannot be removed now it will be another time.
            let _ = std::fs::remove_file(entry.path());
        }
    }
}

/// The folder a path is in.
pub(crate) fn folder(path: &Path) -> &Path {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty());
    folder.unwrap_or(Path::new("."))
}

fn verify(copy: &Path, passphrase: Option<&Passphrase>, version: u32) -> Result<(), Error> {
    let access = Access { passphrase: passphrase.cloned(), backups: None };
    let look = super::sniff::look(copy)?;
    let connection = open::connect(copy, OpenFlags::SQLITE_OPEN_READ_ONLY, access.key(look)?)?;
    open::verify(&connection, version)
}

/// Makes sure that a file is on the disk.
pub(crate) fn sync(path: &Path) -> std::io::Result<()> {
    std::fs::File::options().write(true).open(path)?.sync_all()
}

/// Makes sure that the name of a file is on the disk. Not every system can; then the name
/// comes to the disk a little later.
pub(crate) fn sync_folder(path: &Path) {
    let _ = std::fs::File::open(folder(path)).and_then(|folder| folder.sync_all());
}
