//! Telling files apart: whether another file has replaced the dossier, and whether this process
//! already has a file open.

use std::collections::BTreeSet;
use std::fs::File;
use std::io::{self, Read, Seek, SeekFrom};
use std::path::Path;
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::SystemTime;

use super::Error;
#[cfg(windows)]
use super::moving;

/// Distinguishes files at the same path.
///
/// On Unix only `stat` is used: opening the live file a second time and closing it again
/// would drop the database's locks. Windows says which file it is only through a handle, and there
/// locks belong to handles.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct FileIdentity {
    volume: u64,
    index: u64,
}

impl FileIdentity {
    /// The identity of the file at a path.
    pub(crate) fn at(path: &Path) -> Result<Self, Error> {
        Self::find(path).map_err(|_| Error::Replaced)
    }

    #[cfg(unix)]
    fn find(path: &Path) -> io::Result<Self> {
        use std::os::unix::fs::MetadataExt;
        let metadata = std::fs::metadata(path)?;
        Ok(Self { volume: metadata.dev(), index: metadata.ino() })
    }

    #[cfg(windows)]
    fn find(path: &Path) -> io::Result<Self> {
        let about = about(path)?;
        let numbers = (about.volume_serial_number(), about.file_index());
        Ok(Self::numbered(numbers, about.creation_time().unwrap_or_default(), || {
            std::fs::canonicalize(path).unwrap_or_else(|_| path.to_owned())
        }))
    }

    /// From the numbers of volume and file; if the server gives none, from the path and the time
    /// when the file was made. If it has a number, that time says nothing: a server that does not
    /// keep it, and Wine, take the time of the last write, and a replacement may get the time of the
    /// file that it replaces.
    #[cfg(any(windows, test))]
    fn numbered(
        (volume, index): (u64, u64),
        made: u64,
        path: impl FnOnce() -> std::path::PathBuf,
    ) -> Self {
        use std::hash::{DefaultHasher, Hash, Hasher};
        if index != 0 && index != u64::MAX {
            return Self { volume, index };
        }
        let mut hash = DefaultHasher::new();
        // Such a server ignores case.
        (path().to_string_lossy().to_lowercase(), made).hash(&mut hash);
        Self { volume, index: hash.finish() }
    }
}

/// Information from Windows about an open file.
#[cfg(windows)]
fn about(path: &Path) -> io::Result<winapi_util::file::Information> {
    // A synchronising program may hold it for a moment.
    moving::patiently(path, || {
        winapi_util::file::information(winapi_util::Handle::from_path_any(path)?)
    })
}

/// Whether a file has another name too (a hard link).
pub(crate) fn has_other_names(path: &Path) -> bool {
    #[cfg(unix)]
    {
        use std::os::unix::fs::MetadataExt;
        std::fs::metadata(path).is_ok_and(|metadata| metadata.nlink() > 1)
    }
    #[cfg(windows)]
    {
        about(path).is_ok_and(|about| about.number_of_links() > 1)
    }
}

/// A handle on the live file, kept open as long as the database has it open.
///
/// Closing a handle drops the database's locks, but holding one does not: with it we can see
/// whether somebody else has written to the file.
#[derive(Debug)]
pub(crate) struct FileWatch(Option<File>);

/// The state in which we left a file; a write by anybody else changes it.
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
        let file = File::open(path).map_err(|error| Error::from_reading(&error, path))?;
        Ok(Self(Some(file)))
    }

    /// Closes the handle, so that the file can be replaced on systems that cannot replace an open
    /// file.
    pub(crate) fn let_go(&mut self) {
        self.0 = None;
    }

    /// Opens it again if it was closed.
    pub(crate) fn regain(&mut self, path: &Path) -> Result<(), Error> {
        if self.0.is_none() {
            *self = Self::open(path)?;
        }
        Ok(())
    }

    /// The current state of the file at the path.
    pub(crate) fn look(&self, path: &Path) -> Result<FileState, Error> {
        let metadata = std::fs::metadata(path).map_err(|_| Error::Replaced)?;
        let mut head = [0; 100];
        let Some(mut file) = self.0.as_ref() else { return Err(Error::Unreadable) };
        file.seek(SeekFrom::Start(0)).and_then(|_| file.read_exact(&mut head)).map_err(
            |error| match error.kind() {
                // Too short for a header: somebody else truncated it.
                io::ErrorKind::UnexpectedEof => Error::Replaced,
                _ => Error::from_reading(&error, path),
            },
        )?;
        Ok(FileState {
            identity: FileIdentity::at(path)?,
            length: metadata.len(),
            changed: metadata.modified().ok(),
            head,
        })
    }
}

impl FileState {
    /// The identity of the file.
    pub(crate) fn identity(&self) -> FileIdentity {
        self.identity
    }

    /// Its length in bytes.
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
    FileIdentity::find(path).is_ok_and(|identity| open_files().contains(&identity))
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
        super::file_at(path)?;
        let found = FileIdentity::find(path);
        let identity = found.map_err(|error| Error::from_reading(&error, path))?;
        if open_files().insert(identity) { Ok(Self(identity)) } else { Err(Error::Locked) }
    }
}

impl Drop for OpenHere {
    fn drop(&mut self) {
        open_files().remove(&self.0);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_replacement_made_at_the_same_time_is_another_file() {
        let numbered = |numbers, made| FileIdentity::numbered(numbers, made, || "S:/a.cbm".into());
        // Windows gives a file the time of the one that had its name just before.
        assert_ne!(numbered((7, 1), 1_000), numbered((7, 2), 1_000));
        assert_ne!(numbered((7, 1), 1_000), numbered((8, 1), 1_000));
    }

    #[test]
    fn a_file_stays_the_same_where_every_write_gives_it_another_time_of_making() {
        let numbered = |made| FileIdentity::numbered((7, 1), made, || "S:/a.cbm".into());
        assert_eq!(numbered(1_000), numbered(2_000));
    }

    #[test]
    fn files_on_a_server_without_numbers_are_told_apart_by_their_paths() {
        let at = |path: &str, made| FileIdentity::numbered((0, 0), made, || path.into());
        assert_ne!(at("S:/a.cbm", 0), at("S:/b.cbm", 0), "else only one of them could be opened");
        assert_eq!(at("S:/a.cbm", 0), at("S:/A.cbm", 0));
        assert_ne!(at("S:/a.cbm", 0), at("S:/a.cbm", 1), "else a replacement is not noticed");
    }

    #[test]
    fn a_file_that_takes_the_name_of_another_is_noticed() {
        let home = tempfile::tempdir().unwrap();
        let (path, other) = (home.path().join("a.cbm"), home.path().join("b.cbm"));
        std::fs::write(&path, [1; 200]).unwrap();
        let before = FileIdentity::at(&path).unwrap();
        std::fs::write(&other, [1; 200]).unwrap();
        std::fs::remove_file(&path).unwrap();
        std::fs::rename(&other, &path).unwrap();
        let after = FileIdentity::at(&path).unwrap();
        assert_ne!(before, after);
        std::fs::hard_link(&path, &other).unwrap();
        assert_eq!(FileIdentity::at(&other).unwrap(), after);
        assert!(has_other_names(&path));
    }
}
