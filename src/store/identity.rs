//! Telling files apart: that another one stands where the dossier was, and that one is
//! open in this process already.

use std::collections::BTreeSet;
use std::fs::{File, Metadata};
use std::io::{Read, Seek, SeekFrom};
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

/// Whether a file stands in a folder under another name too.
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

/// A handle on the live file that stays open as long as the database has it open.
///
/// Closing a handle drops the database's locks, but holding one does not: through it one can
/// see whether somebody else wrote into the file.
#[derive(Debug)]
pub(crate) struct Witness(File);

/// The state in which we left a file: whoever writes into it changes this.
#[derive(Clone, Copy, Debug)]
pub(crate) struct FileState {
    identity: FileIdentity,
    length: u64,
    // Not every file system knows, and one on another computer may set it later than we write.
    changed: Option<SystemTime>,
    // The header, which holds the size of the file and how often it was changed.
    head: [u8; 100],
}

impl Witness {
    pub(crate) fn open(path: &Path) -> Result<Self, Error> {
        File::open(path).map(Self).map_err(|error| Error::from_reading(&error, path))
    }

    /// The state of the file that stands at the path.
    pub(crate) fn look(&self, path: &Path) -> Result<FileState, Error> {
        let metadata = std::fs::metadata(path).map_err(|_| Error::Replaced)?;
        let mut head = [0; 100];
        let mut file = &self.0;
        file.seek(SeekFrom::Start(0)).and_then(|_| file.read_exact(&mut head)).map_err(
            |error| match error.kind() {
                // What is too short for a header was cut off by somebody else.
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
    /// Whether it is still the file that we left, with whatever in it.
    pub(crate) fn is_same_file(&self, left: &Self) -> bool {
        self.identity == left.identity
    }

    /// Whether it is still the file that we left, as we left it.
    pub(crate) fn is_as_left(&self, left: &Self) -> bool {
        self.identity == left.identity
            && self.length == left.length
            && (self.changed == left.changed || self.head == left.head)
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
