//! Files beside another file under its name: the journal of an interrupted write, or something
//! that another program or an earlier file left there. The database would treat any of them as
//! its own.
//!
//! Every new file is put in place by this module, so that none gets such a name.

use std::fs::File;
use std::io::Read;
use std::path::{Path, PathBuf};

use super::scratch::Unfinished;
use super::{Error, copy, naming};

/// A file left beside another one under its name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Leftover {
    /// The journal that rolls back an interrupted write.
    Journal,
    /// A write-ahead log, in which other programs keep part of a file. This program makes none.
    Log,
}

impl Leftover {
    /// The suffix added to the name of the file.
    pub fn ending(self) -> &'static str {
        match self {
            Self::Journal => "-journal",
            Self::Log => "-wal",
        }
    }

    /// Its path beside a file. Links are followed, as the database does.
    pub fn beside(self, path: &Path) -> PathBuf {
        let real = std::fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
        let mut name = real.into_os_string();
        name.push(self.ending());
        name.into()
    }

    fn lies_beside(self, path: &Path) -> bool {
        match self {
            Self::Journal => is_hot(path),
            Self::Log => self.beside(path).symlink_metadata().is_ok(),
        }
    }
}

/// Whether the journal beside a file would make the database roll something back. One that is
/// empty or begins with a zero is finished.
pub(crate) fn is_hot(path: &Path) -> bool {
    let mut first = [0];
    match File::open(Leftover::Journal.beside(path)) {
        Ok(mut journal) => match journal.read(&mut first) {
            Ok(read) => read == 1 && first != [0],
            // If it cannot be read, it may be anything.
            Err(_) => true,
        },
        Err(error) => error.kind() != std::io::ErrorKind::NotFound,
    }
}

/// Refuses a file with a log beside it: whoever opens the file would include the log.
pub(crate) fn refuse_log(path: &Path) -> Result<(), Error> {
    if Leftover::Log.lies_beside(path) { Err(Error::Stray(Leftover::Log)) } else { Ok(()) }
}

/// Whether a new file may be put at a path.
///
/// # Errors
/// [`Error::Exists`] if something is there already, [`Error::Reserved`] if the name is that of a
/// file beside another, [`Error::LeftBehind`] if something beside it belongs to an earlier file
/// of that name, and errors about its folder or name.
pub(crate) fn is_free(path: &Path) -> Result<(), Error> {
    if path.symlink_metadata().is_ok() {
        return Err(Error::Exists);
    }
    is_not_beside(path)?;
    if !copy::folder(path).is_dir() {
        return Err(Error::FolderMissing);
    }
    // The name must also leave room for the suffix of a journal.
    if let Err(error) = Leftover::Journal.beside(path).symlink_metadata()
        && error.kind() == std::io::ErrorKind::InvalidFilename
    {
        return Err(Error::BadName);
    }
    let mut all = [Leftover::Journal, Leftover::Log].into_iter();
    all.find(|it| it.lies_beside(path)).map_or(Ok(()), |it| Err(Error::LeftBehind(it)))
}

/// The endings of the files that the database keeps beside another one.
pub(super) const BESIDE: [&str; 3] = ["-journal", "-wal", "-shm"];

/// Whether a new file avoids the names that the database uses for files beside others: with such
/// a name it would be treated as part of another dossier, which could then not be opened.
///
/// # Errors
/// [`Error::Reserved`] if it does not, [`Error::BadName`] if the system would take it for something
/// other than a file.
pub(crate) fn is_not_beside(path: &Path) -> Result<(), Error> {
    if naming::misleads(path) {
        return Err(Error::BadName);
    }
    let name = path.file_name().map(|name| name.to_string_lossy().to_lowercase());
    let beside = |name: &str| BESIDE.iter().any(|end| name.ends_with(end));
    if name.as_deref().is_some_and(beside) { Err(Error::Reserved) } else { Ok(()) }
}

/// Moves a file made beside its destination into place, if nothing is there yet.
pub(crate) fn put_in_place(unfinished: Unfinished, path: &Path) -> Result<(), Error> {
    is_free(path)?;
    unfinished.put_at(path).map_err(|error| Error::from_moving(&error, path))?;
    copy::sync_folder(path);
    Ok(())
}
