//! Telling files apart: whether another file has replaced the dossier, and whether this process
//! already has a file open.

use std::collections::BTreeSet;
use std::fs::{File, Metadata};
use std::io::{Read, Seek, SeekFrom};
use std::path::Path;
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::SystemTime;

use super::Error;

/// Distinguishes files at the same path.
///
/// Only `stat` is used: opening the live file a second time and closing it again
/// would drop the database's locks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct FileIdentity(u64, u64);

impl FileIdentity {
    /// The identity of the file at a path.
    pub(crate) fn at(path: &Path) -> Result<Self, Error> {
        std::fs::metadata(path).map(|it| Self::read(&it)).map_err(|_| Error::Replaced)
    }

    #[cfg(unix)]
    fn read(metadata: &Metadata) -> Self {
        use std::os::unix::fs::MetadataExt;
        Self(metadata.dev(), metadata.ino())
    }

    #[cfg(windows)]
    fn read(metadata: &Metadata) -> Self {
        use std::os::windows::fs::MetadataExt;
        Self(0, metadata.creation_time())
    }
}

/// Whether a file has another name too (a hard link).
pub(crate) fn has_other_names(path: &Path) -> bool {
    #[cfg(unix)]
    {
        use std::os::unix::fs::MetadataExt;
        std::fs::metadata(path).is_ok_and(|metadata| metadata.nlink() > 1)
    }
    #[cfg(not(unix))]
    {
        let _ = path;
        false
    }
}

/// A handle on the live file, kept open as long as the database has it open.
///
/// Closing a handle drops the database's locks, but holding one does not: with it we can see
/// whether somebody else has written to the file.
#[derive(Debug)]
pub(crate) struct FileWatch(File);

/// The state in which we left a file; anybody else's write changes it.
#[derive(Clone, Copy, Debug)]
pub(crate) struct FileState {
    identity: FileIdentity,
    length: u64,
    // Not every file system has it, and a remote one may set it after our write.
    changed: Option<SystemTime>,
    // The header, with the size of the file and its change counter.
    head: [u8; 100],
}

impl FileWatch {
    pub(crate) fn open(path: &Path) -> Result<Self, Error> {
        File::open(path).map(Self).map_err(|error| Error::from_reading(&error, path))
    }

    /// The current state of the file at the path.
    pub(crate) fn look(&self, path: &Path) -> Result<FileState, Error> {
        let metadata = std::fs::metadata(path).map_err(|_| Error::Replaced)?;
        let mut head = [0; 100];
        let mut file = &self.0;
        file.seek(SeekFrom::Start(0)).and_then(|_| file.read_exact(&mut head)).map_err(
            |error| match error.kind() {
                // Too short for a header: somebody else truncated it.
                std::io::ErrorKind::UnexpectedEof => Error::Replaced,
                _ => Error::from_reading(&error, path),
            },
        )?;
        Ok(FileState {
            identity: FileIdentity::read(&metadata),
            length: metadata.len(),
            changed: metadata.modified().ok(),
            head,
        })
    }
}

impl FileState {
    /// Which file it is.
    pub(crate) fn identity(&self) -> FileIdentity {
        self.identity
    }

    /// How long it is, in bytes.
    pub(crate) fn length(&self) -> u64 {
        self.length
    }

    /// Whether it is still the file we left, whatever its content.
    pub(crate) fn is_same_file(&self, left: &Self) -> bool {
        self.identity == left.identity
    }

    /// Whether it is still the file we left, with the content we left.
    pub(crate) fn is_as_left(&self, left: &Self) -> bool {
        self.identity == left.identity
            && self.length == left.length
            && (self.changed == left.changed || self.head == left.head)
    }
}

/// The files this process has open for writing.
static OPEN: Mutex<BTreeSet<FileIdentity>> = Mutex::new(BTreeSet::new());

fn open_files() -> MutexGuard<'static, BTreeSet<FileIdentity>> {
    // The set is intact even after a panic elsewhere.
    OPEN.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Whether this process has the file open for writing, by whatever path.
///
/// Such a file must not even be opened for inspection: closing that handle would drop the locks
/// that keep other programs out.
pub(crate) fn is_open_here(path: &Path) -> bool {
    let metadata = std::fs::metadata(path);
    metadata.is_ok_and(|metadata| open_files().contains(&FileIdentity::read(&metadata)))
}

/// Marks a file as open in this process until it is dropped.
#[derive(Debug)]
pub(crate) struct OpenHere(FileIdentity);

impl OpenHere {
    /// Reserves a file before anything opens it.
    ///
    /// # Errors
    /// [`Error::Locked`] if this process already has it open, or why it cannot be found.
    pub(crate) fn reserve(path: &Path) -> Result<Self, Error> {
        let metadata = super::file_at(path)?;
        let identity = FileIdentity::read(&metadata);
        if open_files().insert(identity) { Ok(Self(identity)) } else { Err(Error::Locked) }
    }
}

impl Drop for OpenHere {
    fn drop(&mut self) {
        open_files().remove(&self.0);
    }
}
