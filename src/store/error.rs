//! Errors of a dossier file, distinguished by what a person can do about them.

use std::io;
use std::path::{Path, PathBuf};

use rusqlite::ffi;

use super::copy::folder;
use super::leftovers::Leftover;
use super::moving::says_in_use;
use crate::model::Table;

/// An error of a dossier file.
///
/// `explain` puts them into words, for window and command line alike.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// There is no such file.
    #[error("no such file")]
    Missing,
    /// The folder for the file does not exist.
    #[error("no such folder")]
    FolderMissing,
    /// The path is a folder.
    #[error("is a folder")]
    Folder,
    /// The path is a pipe, a socket or a device, reading which could block forever.
    #[error("not a file")]
    NotAFile,
    /// A new file was asked for, but something is there already.
    #[error("exists already")]
    Exists,
    /// The file or folder may not be read or written.
    #[error("no permission")]
    Permission,
    /// The file is empty.
    #[error("empty file")]
    Empty,
    /// The file is something else.
    #[error("not a dossier")]
    NotADossier,
    /// It needs a passphrase, and none was given.
    #[error("protected by a passphrase")]
    Protected,
    /// The passphrase is wrong, or the first page is damaged: the two cannot be told apart.
    #[error("wrong passphrase, or damaged")]
    WrongPassphrase,
    /// The file is a database of another program.
    #[error("a database of another program")]
    Foreign,
    /// The file was made by a newer version of the workbench.
    #[error("file version {found} is newer than {known}")]
    Newer {
        /// The version of the file.
        found: u32,
        /// The newest version known here.
        known: u32,
    },
    /// The file was made by a version of the workbench that is no longer supported.
    #[error("file version {found} is older than {oldest}")]
    Older {
        /// The version of the file.
        found: u32,
        /// The oldest version that can still be upgraded.
        oldest: u32,
    },
    /// The file is damaged: pages are missing or contradict each other.
    #[error("damaged: {0}")]
    Damaged(String),
    /// The file has tables, triggers or views that a dossier does not have.
    #[error("its structure was altered")]
    Altered,
    /// A column holds a value that this version does not know.
    #[error("unknown value in {table:?}.{column}")]
    Value {
        /// The table.
        table: Table,
        /// The column.
        column: &'static str,
    },
    /// A text is longer than can be entered.
    #[error("a text too long in {table:?}.{column}")]
    TooLong {
        /// The table.
        table: Table,
        /// The column.
        column: &'static str,
    },
    /// Another program, or another window, has the file open.
    #[error("locked")]
    Locked,
    /// A file beside it does not belong to it, but the database would use it.
    #[error("{} lies beside it", .0.ending())]
    Stray(Leftover),
    /// A file beside the new name belongs to an earlier file of that name.
    #[error("{} lies beside the new name", .0.ending())]
    LeftBehind(Leftover),
    /// The new name is reserved by the database for files beside another file.
    #[error("a name beside another file")]
    Reserved,
    /// The system does not accept this name: it is too long, or contains invalid characters.
    #[error("no name for a file")]
    BadName,
    /// Another program keeps part of the file in a second file.
    #[error("a part of it is in another file")]
    OtherMode,
    /// A write was interrupted, and the file may not be changed to roll it back.
    #[error("interrupted")]
    Interrupted,
    /// The dossier has a passphrase, and the file made from it would have none.
    #[error("would lay a protected dossier open")]
    InTheOpen,
    /// A synchronising program keeps the content elsewhere, and does not fetch it now.
    #[error("the content is not on this computer")]
    Elsewhere,
    /// The dossier was opened for reading only.
    #[error("read-only")]
    ReadOnly,
    /// There is another file at the path of the dossier, or none.
    #[error("moved or replaced")]
    Replaced,
    /// The file has a second name, under which it would stay unchanged.
    #[error("has another name too")]
    OtherNames,
    /// The operation needs a backup first, and none could be made.
    #[error("no backup: {why}")]
    NoBackup {
        /// The folder for the backup.
        folder: PathBuf,
        /// Why it could not be made.
        #[source]
        why: Box<Error>,
    },
    /// The disk is full.
    #[error("disk full")]
    DiskFull,
    /// Writing to the disk failed.
    #[error("input or output failed")]
    Io,
    /// Reading failed; whether the file is intact is unknown.
    #[error("reading failed")]
    Unreadable,
    /// The change was made, as the file confirms, but afterwards something went wrong.
    #[error("done, and then: {0}")]
    Done(#[source] Box<Error>),
    /// Something went wrong during writing, and whether the change was made could not be
    /// determined.
    #[error("nobody knows: {0}")]
    Unsure(#[source] Box<Error>),
    /// The change was stopped before it was made, because the user asked for that.
    #[error("stopped on request")]
    Stopped,
    /// A rule of the file was broken: a duplicate code, or a record that does not exist.
    #[error("a rule of the file was broken")]
    Constraint,
    /// The change log does not agree with the records.
    #[error("the change log does not agree with the records")]
    Log,
    /// Any other failure of the database.
    #[error("database failure")]
    Database(#[source] rusqlite::Error),
}

impl Error {
    /// The meaning of a file system error for this path.
    pub(crate) fn from_io(error: &io::Error, path: &Path) -> Self {
        match error.kind() {
            io::ErrorKind::NotFound if !folder(path).is_dir() => Self::FolderMissing,
            io::ErrorKind::NotFound => Self::Missing,
            io::ErrorKind::NotADirectory => Self::FolderMissing,
            io::ErrorKind::PermissionDenied | io::ErrorKind::ReadOnlyFilesystem => Self::Permission,
            io::ErrorKind::IsADirectory => Self::Folder,
            io::ErrorKind::AlreadyExists => Self::Exists,
            io::ErrorKind::InvalidFilename => Self::BadName,
            io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => Self::DiskFull,
            io::ErrorKind::ResourceBusy => Self::Locked,
            _ => {
                let code = error.raw_os_error().filter(|_| cfg!(windows));
                code.and_then(Self::from_windows).unwrap_or(Self::Io)
            }
        }
    }

    /// The meaning of a Windows error code without a name in the standard library.
    fn from_windows(code: i32) -> Option<Self> {
        Some(match code {
            _ if says_in_use(code) => Self::Locked,
            // Invalid names and paths, and those that are too long.
            123 | 161 | 206 => Self::BadName,
            // No such server or share: switched off, or not connected.
            53 | 64 | 67 | 1231 => Self::FolderMissing,
            // A virus scanner holds it.
            225 | 226 => Self::Permission,
            // The codes of synchronising programs, when a file is not on this computer.
            358..=398 | 404 | 426 => Self::Elsewhere,
            _ => return None,
        })
    }

    /// The same for moving a file into place from beside it: Windows reports *access denied* if
    /// somebody has the target open.
    pub(crate) fn from_moving(error: &io::Error, path: &Path) -> Self {
        let denied = cfg!(windows) && error.kind() == io::ErrorKind::PermissionDenied;
        let writable = || path.metadata().is_ok_and(|it| !it.permissions().readonly());
        if denied && writable() { Self::Locked } else { Self::from_io(error, path) }
    }

    /// The same for an operation that only read.
    pub(crate) fn from_reading(error: &io::Error, path: &Path) -> Self {
        match Self::from_io(error, path) {
            Self::Io => Self::Unreadable,
            other => other,
        }
    }

    /// Whether it is about the disk or another user of the file rather than the file itself.
    pub(crate) fn is_of_the_disk(&self) -> bool {
        matches!(self.about(), About::Disk | About::Reading)
    }

    /// Whether it means that the content of the file is not as it should be.
    pub(crate) fn is_damage(&self) -> bool {
        matches!(self.about(), About::Damage | About::NoDossier)
    }

    /// Whether `salvage` may be able to recover something.
    pub(crate) fn may_be_salvaged(&self) -> bool {
        matches!(self.about(), About::Reading | About::Content | About::Damage)
    }

    fn about(&self) -> About {
        match self {
            // A file whose content a synchronising program keeps elsewhere is intact there.
            Self::Io | Self::DiskFull | Self::Permission | Self::Locked | Self::Elsewhere => {
                About::Disk
            }
            Self::Unreadable => About::Reading,
            Self::Altered | Self::OtherMode | Self::Stray(_) | Self::Value { .. } | Self::Log => {
                About::Content
            }
            Self::Damaged(_) | Self::WrongPassphrase => About::Damage,
            Self::NotADossier => About::NoDossier,
            Self::Missing
            | Self::FolderMissing
            | Self::Folder
            | Self::NotAFile
            | Self::Exists
            | Self::Empty
            | Self::Protected
            | Self::Foreign
            | Self::Newer { .. }
            | Self::Older { .. }
            | Self::TooLong { .. }
            | Self::LeftBehind(_)
            | Self::Reserved
            | Self::BadName
            | Self::Interrupted
            | Self::ReadOnly
            | Self::Replaced
            | Self::OtherNames
            | Self::NoBackup { .. }
            | Self::Done(_)
            | Self::Unsure(_)
            | Self::InTheOpen
            | Self::Stopped
            | Self::Constraint
            | Self::Database(_) => About::Other,
        }
    }
}

/// The subject of an error, as far as it matters for what to do next.
enum About {
    /// The disk, or another user of the file.
    Disk,
    /// The disk or the file: it could not be read.
    Reading,
    /// The content, page by page intact.
    Content,
    /// The pages themselves.
    Damage,
    /// The pages, and so badly that nothing shows it was ever a dossier.
    NoDossier,
    /// Anything else.
    Other,
}

/// Whether an extended error code of the database means that reading failed.
pub(crate) fn code_is_reading(code: i32) -> bool {
    matches!(
        code,
        ffi::SQLITE_IOERR_READ
            | ffi::SQLITE_IOERR_SHORT_READ
            | ffi::SQLITE_IOERR_FSTAT
            | ffi::SQLITE_IOERR_CORRUPTFS
    )
}

impl From<rusqlite::Error> for Error {
    fn from(error: rusqlite::Error) -> Self {
        let Some(code) = error.sqlite_error().map(|failure| failure.extended_code) else {
            return Self::Database(error);
        };
        match code & 0xff {
            ffi::SQLITE_BUSY | ffi::SQLITE_LOCKED => Self::Locked,
            ffi::SQLITE_CORRUPT => Self::Damaged(String::new()),
            ffi::SQLITE_NOTADB => Self::NotADossier,
            ffi::SQLITE_READONLY => match code {
                ffi::SQLITE_READONLY_ROLLBACK
                | ffi::SQLITE_READONLY_RECOVERY
                | ffi::SQLITE_READONLY_CANTLOCK => Self::Interrupted,
                _ => Self::ReadOnly,
            },
            ffi::SQLITE_FULL => Self::DiskFull,
            ffi::SQLITE_IOERR if code_is_reading(code) => Self::Unreadable,
            ffi::SQLITE_IOERR => Self::Io,
            ffi::SQLITE_PERM | ffi::SQLITE_AUTH => Self::Permission,
            ffi::SQLITE_CONSTRAINT => Self::Constraint,
            _ => Self::Database(error),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_of_windows_are_said_for_what_they_are() {
        let said = |code| Error::from_windows(code).map(|error| error.to_string());
        for (code, error) in [
            (32, Error::Locked),
            (33, Error::Locked),
            (123, Error::BadName),
            (206, Error::BadName),
            (53, Error::FolderMissing),
            (225, Error::Permission),
            (362, Error::Elsewhere),
            (389, Error::Elsewhere),
        ] {
            assert_eq!(said(code), Some(error.to_string()), "{code}");
        }
        assert_eq!(said(23), None, "a disk that cannot be read is one");
        let busy = io::Error::from(io::ErrorKind::ResourceBusy);
        assert!(matches!(Error::from_io(&busy, Path::new("a")), Error::Locked));
    }

    #[cfg(windows)]
    #[test]
    fn codes_of_windows_reach_their_words() {
        let named = |code| Error::from_io(&io::Error::from_raw_os_error(code), Path::new("a"));
        assert!(matches!(named(32), Error::Locked));
        assert!(matches!(named(123), Error::BadName));
        assert!(matches!(named(206), Error::BadName));
    }
}
