//! Telling files apart: that another one stands where the dossier was, and that one is
//! open in this process already.

use std::collections::BTreeSet;
use std::fs::Metadata;
use std::path::Path;
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::SystemTime;

use super::Error;

/// What tells one file from another at the same path.
///
/// Only `stat` is used: opening the live file a second time and closing it again
/// would drop the database's locks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct FileIdentity(u64, u64);

impl FileIdentity {
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

/// The state in which we left a file: whoever writes into it changes this.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct FileState {
    identity: FileIdentity,
    length: u64,
    changed: Option<SystemTime>,
}

impl FileState {
    pub(crate) fn of(path: &Path) -> Result<Self, Error> {
        let metadata = std::fs::metadata(path).map_err(|_| Error::Replaced)?;
        Ok(Self {
            identity: FileIdentity::read(&metadata),
            length: metadata.len(),
            // Not every file system knows.
            changed: metadata.modified().ok(),
        })
    }
}

/// The files this process has open for writing.
static OPEN: Mutex<BTreeSet<FileIdentity>> = Mutex::new(BTreeSet::new());

fn open_files() -> MutexGuard<'static, BTreeSet<FileIdentity>> {
    // A set is whole after any panic elsewhere.
    OPEN.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Whether this process has the file open for writing, by whatever path.
///
/// Such a file must not even be looked at: closing the handle used for looking would drop
/// the locks that keep other programs out.
pub fn is_open_here(path: &Path) -> bool {
    let metadata = std::fs::metadata(path);
    metadata.is_ok_and(|metadata| open_files().contains(&FileIdentity::read(&metadata)))
}

/// Says that this process has the file open, for as long as it lives.
#[derive(Debug)]
pub(crate) struct OpenHere(FileIdentity);

impl OpenHere {
    /// Reserves a file, before anybody looks at it.
    ///
    /// # Errors
    /// [`Error::Locked`] where it is open here already, and why it cannot be found.
    pub(crate) fn reserve(path: &Path) -> Result<Self, Error> {
        let metadata = std::fs::metadata(path).map_err(|error| Error::from_io(&error, path))?;
        let identity = FileIdentity::read(&metadata);
        if open_files().insert(identity) { Ok(Self(identity)) } else { Err(Error::Locked) }
    }
}

impl Drop for OpenHere {
    fn drop(&mut self) {
        open_files().remove(&self.0);
    }
}
