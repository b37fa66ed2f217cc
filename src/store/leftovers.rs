//! What lies beside a file under its name: the journal of a write that was cut off, or what
//! another program or another file left there. The database would take both for its own.
//!
//! Everything that is new is put in place here, so that nothing is laid under such a name.

use std::fs::File;
use std::io::Read;
use std::path::{Path, PathBuf};

use super::scratch::Unfinished;
use super::{Error, copy};

/// A file that lies beside another under its name, and was left there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Leftover {
    /// What a write that was cut off has to be taken back by.
    Journal,
    /// A part of a file as other programs keep it: a write-ahead log. This program makes none.
    Log,
}

impl Leftover {
    /// What its name ends in after that of the file.
    pub fn ending(self) -> &'static str {
        match self {
            Self::Journal => "-journal",
            Self::Log => "-wal",
        }
    }

    /// Where it lies beside a file. A link is followed, as the database does.
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

/// Whether a journal lies beside a file that the database would take something back by. One
/// that is empty, or begins with a zero, is done with.
pub(crate) fn is_hot(path: &Path) -> bool {
    let mut first = [0];
    match File::open(Leftover::Journal.beside(path)) {
        Ok(mut journal) => match journal.read(&mut first) {
            Ok(read) => read == 1 && first != [0],
            // What cannot be read may be anything.
            Err(_) => true,
        },
        Err(error) => error.kind() != std::io::ErrorKind::NotFound,
    }
}

/// Refuses a file beside which a log lies: whoever opens it would take that in.
pub(crate) fn refuse_log(path: &Path) -> Result<(), Error> {
    if Leftover::Log.lies_beside(path) { Err(Error::Stray(Leftover::Log)) } else { Ok(()) }
}

/// Whether a new file may be laid at a path.
///
/// # Errors
/// [`Error::Exists`] where something is there already, [`Error::Reserved`] where it would lie
/// beside another file, [`Error::LeftBehind`] where something lies beside it that belongs to a
/// file that stood there before, and what the system says of its folder and its name.
pub fn is_free(path: &Path) -> Result<(), Error> {
    if path.symlink_metadata().is_ok() {
        return Err(Error::Exists);
    }
    is_not_beside(path)?;
    if !copy::folder(path).is_dir() {
        return Err(Error::FolderMissing);
    }
    // With what may have to lie beside it.
    if let Err(error) = Leftover::Journal.beside(path).symlink_metadata()
        && error.kind() == std::io::ErrorKind::InvalidFilename
    {
        return Err(Error::BadName);
    }
    let mut all = [Leftover::Journal, Leftover::Log].into_iter();
    all.find(|it| it.lies_beside(path)).map_or(Ok(()), |it| Err(Error::LeftBehind(it)))
}

/// Whether a new file keeps clear of those that the database lays beside others: under such a
/// name it would be taken for a part of another dossier, which could then not be opened.
///
/// # Errors
/// [`Error::Reserved`] where it does not.
pub fn is_not_beside(path: &Path) -> Result<(), Error> {
    let name = path.file_name().map(|name| name.to_string_lossy().to_lowercase());
    let beside = |name: &str| ["-journal", "-wal", "-shm"].iter().any(|end| name.ends_with(end));
    if name.as_deref().is_some_and(beside) { Err(Error::Reserved) } else { Ok(()) }
}

/// Puts a file that was made beside its place there, if the place is still free.
pub(crate) fn put_in_place(unfinished: Unfinished, path: &Path) -> Result<(), Error> {
    is_free(path)?;
    unfinished.put_at(path).map_err(|error| Error::from_io(&error, path))?;
    copy::sync_folder(path);
    Ok(())
}
