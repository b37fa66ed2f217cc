//! Temporary folders, and files under construction. They are created beside the file they are
//! for, readable only by their owner, and removed by whoever made them. Leftovers of a killed
//! program are recognised by a lock that nobody holds, and removed at the next start.

use std::fs::File;
use std::io::{Read, Write};
use std::ops::Deref;
use std::path::Path;

use tempfile::{PathPersistError, TempDir, TempPath};

use super::copy::{folder, sync_folder};
use super::identity::is_open_here;
use super::leftovers::{BESIDE, is_not_beside};
use super::naming::workable;
use super::sniff::sniff;
use super::{Error, moving};

/// The prefix of the names of all temporary files and folders.
const UNFINISHED: &str = ".cbm-";

/// The file in a folder that is locked as long as the folder is needed.
const LOCK: &str = "lock";

/// How many bytes are written between two checks whether to stop.
const PART: usize = 1 << 20;

/// A folder that is removed when dropped.
#[derive(Debug)]
pub struct Scratch {
    // Declared first and so closed before the folder is removed: not every system removes open
    // files.
    _lock: Option<File>,
    folder: TempDir,
}

impl Scratch {
    /// Makes a folder beside a path, and removes those that killed programs left there.
    ///
    /// # Errors
    /// Errors of the file system.
    pub fn beside(path: &Path) -> Result<Self, Error> {
        sweep(path);
        let io = |error: std::io::Error| Error::from_io(&error, path);
        let mut builder = tempfile::Builder::new();
        builder.prefix(UNFINISHED).suffix(".tmp");
        #[cfg(unix)]
        builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o700));
        let folder = builder.tempdir_in(workable(folder(path))).map_err(io)?;
        hide(folder.path());
        let lock = lock(folder.path()).ok();
        Ok(Self { _lock: lock, folder })
    }

    /// Its path.
    pub fn path(&self) -> &Path {
        self.folder.path()
    }
}

/// Hides a folder on systems where a leading dot does not.
fn hide(folder: &Path) {
    #[cfg(windows)]
    if let Some(folder) = folder.to_str() {
        // If this fails, it is visible for a moment.
        let _ = winsafe::SetFileAttributes(folder, winsafe::co::FILE_ATTRIBUTE::HIDDEN);
    }
    #[cfg(not(windows))]
    let _ = folder;
}

/// Locks a new folder. The lock file gets its name only once it is locked, so that nobody takes
/// the folder for a leftover.
fn lock(folder: &Path) -> std::io::Result<File> {
    let unnamed = folder.join("lock.new");
    let file = File::create_new(&unnamed)?;
    file.lock()?;
    moving::rename(&unnamed, &folder.join(LOCK))?;
    Ok(file)
}

/// A file under construction beside its destination, in a folder of its own. Unless put in place
/// it is removed, with everything else in that folder.
#[derive(Debug)]
pub(crate) struct Unfinished {
    // Removed before the folder.
    file: TempPath,
    _folder: Scratch,
}

impl Unfinished {
    /// An empty file, readable only by its owner from the first byte on.
    pub(crate) fn beside(path: &Path) -> Result<Self, Error> {
        let folder = Scratch::beside(path)?;
        let file = tempfile::Builder::new()
            .prefix(UNFINISHED)
            .suffix(".tmp")
            .tempfile_in(folder.path())
            .map_err(|error| Error::from_io(&error, path))?;
        Ok(Self { file: file.into_temp_path(), _folder: folder })
    }

    /// Opens it for writing.
    pub(crate) fn open(&self) -> std::io::Result<File> {
        File::options().write(true).open(&self.file)
    }

    /// Moves it to a path where nothing exists yet.
    pub(crate) fn put_at(self, path: &Path) -> std::io::Result<()> {
        let to = workable(path);
        self.moved(path, |file| file.persist_noclobber(&to))
    }

    /// Moves it to a path, replacing what is there.
    pub(crate) fn replace(self, path: &Path) -> std::io::Result<()> {
        let to = workable(path);
        self.moved(path, |file| file.persist(&to))
    }

    /// The same in a single attempt: gives the file back if somebody, perhaps this process, has the
    /// other one open.
    pub(crate) fn replace_at_once(self, path: &Path) -> Result<(), (std::io::Error, Self)> {
        let Self { file, _folder } = self;
        if let Err(error) = moving::hold(path) {
            return Err((error, Self { file, _folder }));
        }
        file.persist(workable(path))
            .map_err(|error| (error.error, Self { file: error.path, _folder }))
    }

    fn moved(
        self,
        path: &Path,
        to: impl Fn(TempPath) -> Result<(), PathPersistError>,
    ) -> std::io::Result<()> {
        let mut file = Some(self.file);
        moving::patiently(path, || match file.take().map(&to) {
            Some(Err(error)) => {
                file = Some(error.path);
                Err(error.error)
            }
            Some(Ok(())) | None => Ok(()),
        })
    }
}

impl AsRef<Path> for Unfinished {
    fn as_ref(&self) -> &Path {
        &self.file
    }
}

impl Deref for Unfinished {
    type Target = Path;

    fn deref(&self) -> &Path {
        &self.file
    }
}

/// Writes a file as a whole or not at all, readable only by its owner. An existing file stays,
/// unless it is to be written `over`; a dossier stays in any case.
pub(crate) fn write_whole(path: &Path, bytes: &[u8], over: bool) -> Result<(), Error> {
    write_whole_unless(path, bytes, over, &mut || false)
}

/// The same unless it is stopped before it is complete; then nothing is left of it.
///
/// # Errors
/// [`Error::Stopped`] if it was, and the errors of [`write_whole`].
pub(crate) fn write_whole_unless(
    path: &Path,
    bytes: &[u8],
    over: bool,
    stopped: &mut dyn FnMut() -> bool,
) -> Result<(), Error> {
    is_not_beside(path)?;
    if path.symlink_metadata().is_ok() && !(over && may_be_replaced(path)) {
        return Err(Error::Exists);
    }
    if !folder(path).is_dir() {
        return Err(Error::FolderMissing);
    }
    let io = |error: std::io::Error| Error::from_io(&error, path);
    let fresh = Unfinished::beside(path)?;
    let mut file = fresh.open().map_err(io)?;
    for part in bytes.chunks(PART) {
        if stopped() {
            return Err(Error::Stopped);
        }
        file.write_all(part).map_err(io)?;
    }
    file.sync_all().map_err(io)?;
    drop(file);
    if stopped() {
        return Err(Error::Stopped);
    }
    if over { fresh.replace(path) } else { fresh.put_at(path) }
        .map_err(|error| Error::from_moving(&error, path))?;
    sync_folder(path);
    Ok(())
}

/// Whether a file may be overwritten because it holds nobody's work: it is neither a dossier, open
/// or not, nor a link to one.
pub(crate) fn may_be_replaced(path: &Path) -> bool {
    let is_file = path.symlink_metadata().is_ok_and(|it| it.is_file());
    if !is_file || is_open_here(path) {
        return false;
    }
    // Compressed bytes may look as if they were encrypted.
    let mut head = [0; 4];
    let read = File::open(path).and_then(|mut file| file.read_exact(&mut head));
    (read.is_ok() && head == *b"PK\x03\x04")
        || matches!(sniff(path), Err(Error::NotADossier | Error::Empty))
}

/// Removes what killed programs left unfinished in the folder of a dossier. Anything in use stays;
/// if there is no lock to check, anything younger than a day may be in use.
pub(crate) fn sweep(path: &Path) {
    let Ok(entries) = std::fs::read_dir(folder(path)) else { return };
    for entry in entries.flatten() {
        let name = entry.file_name();
        let ours = name.to_str().is_some_and(|name| {
            name.starts_with(UNFINISHED)
                && BESIDE.iter().chain([&".tmp"]).any(|end| name.ends_with(end))
        });
        if !ours {
            continue;
        }
        let is_folder = entry.file_type().is_ok_and(|kind| kind.is_dir());
        let left = if is_folder { is_left(&entry.path()) } else { None };
        // If it cannot be removed now, it will be another time.
        if left.unwrap_or_else(|| is_old(&entry)) {
            let _ = if is_folder {
                std::fs::remove_dir_all(entry.path())
            } else {
                std::fs::remove_file(entry.path())
            };
        }
    }
}

/// Whether the maker of this folder is gone; `None` if that cannot be determined.
fn is_left(folder: &Path) -> Option<bool> {
    match File::options().write(true).open(folder.join(LOCK)).ok()?.try_lock() {
        Ok(()) => Some(true),
        Err(std::fs::TryLockError::WouldBlock) => Some(false),
        Err(std::fs::TryLockError::Error(_)) => None,
    }
}

fn is_old(entry: &std::fs::DirEntry) -> bool {
    const DAY: std::time::Duration = std::time::Duration::from_secs(24 * 60 * 60);
    let modified = entry.metadata().and_then(|metadata| metadata.modified());
    modified.is_ok_and(|it| it.elapsed().is_ok_and(|age| age > DAY))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_in_use_stays_and_leftovers_are_removed_at_the_next_start() {
        let home = tempfile::tempdir().unwrap();
        let dossier = home.path().join("a.cbm");
        let used = Scratch::beside(&dossier).unwrap();
        std::fs::write(used.path().join("theirs.cbm"), "secret").unwrap();
        sweep(&dossier);
        assert!(used.path().join("theirs.cbm").exists());
        // As after a kill: the lock is released, the folder stays.
        let left = home.path().join(".cbm-left.tmp");
        std::fs::create_dir(&left).unwrap();
        std::fs::write(left.join("theirs.cbm"), "secret").unwrap();
        sweep(&dossier);
        assert!(left.exists(), "it may be just being made");
        std::fs::write(left.join(LOCK), "").unwrap();
        sweep(&dossier);
        assert!(!left.exists());
        let path = used.path().to_owned();
        drop(used);
        assert!(!path.exists());
    }

    #[test]
    fn a_file_under_construction_is_removed_or_put_in_place_with_nothing_beside_it() {
        let home = tempfile::tempdir().unwrap();
        let there = || std::fs::read_dir(home.path()).unwrap().count();
        let dossier = home.path().join("a.cbm");
        let made = Unfinished::beside(&dossier).unwrap();
        std::fs::write(&*made, "half of it").unwrap();
        std::fs::write(made.with_extension("tmp-journal"), "what it was before").unwrap();
        sweep(&dossier);
        assert!(made.exists());
        drop(made);
        assert_eq!(there(), 0);
        Unfinished::beside(&dossier).unwrap().put_at(&dossier).unwrap();
        assert!(Unfinished::beside(&dossier).unwrap().put_at(&dossier).is_err());
        assert_eq!(there(), 1);
    }

    #[test]
    fn a_file_is_written_over_another_only_if_asked_and_never_over_a_dossier() {
        let home = tempfile::tempdir().unwrap();
        let page = home.path().join("page.html");
        write_whole(&page, b"one", false).unwrap();
        assert!(matches!(write_whole(&page, b"two", false), Err(Error::Exists)));
        write_whole(&page, b"three", true).unwrap();
        assert_eq!(std::fs::read(&page).unwrap(), b"three");
        let dossier = home.path().join("dossier.html");
        super::super::Store::create(&dossier, &[crate::model::Dossier::new("x").into()]).unwrap();
        let before = std::fs::read(&dossier).unwrap();
        assert!(matches!(write_whole(&dossier, b"two", true), Err(Error::Exists)));
        assert_eq!(std::fs::read(&dossier).unwrap(), before);
        assert!(matches!(write_whole(&home.path().join("a-wal"), b"", true), Err(Error::Reserved)));
        assert_eq!(std::fs::read_dir(home.path()).unwrap().count(), 2);
    }

    #[test]
    fn what_is_stopped_at_any_moment_leaves_nothing_and_replaces_nothing() {
        let home = tempfile::tempdir().unwrap();
        let page = home.path().join("page.pdf");
        let bytes = vec![7; 3 * PART];
        let mut last = 0;
        loop {
            let mut asked = 0;
            let stopped = &mut || {
                asked += 1;
                asked > last
            };
            match write_whole_unless(&page, &bytes, false, stopped) {
                Err(error) => assert!(matches!(error, Error::Stopped), "{error:?}"),
                Ok(()) => break,
            }
            assert_eq!(std::fs::read_dir(home.path()).unwrap().count(), 0, "after {last}");
            last += 1;
        }
        assert_eq!(last, 4, "after each of three parts, and when it is whole");
        let stopped = write_whole_unless(&page, b"other", true, &mut || true);
        assert!(matches!(stopped, Err(Error::Stopped)));
        assert_eq!(std::fs::read(&page).unwrap(), bytes);
    }

    #[cfg(unix)]
    #[test]
    fn only_the_owner_can_read_a_temporary_folder() {
        use std::os::unix::fs::PermissionsExt;
        let home = tempfile::tempdir().unwrap();
        let scratch = Scratch::beside(&home.path().join("a.cbm")).unwrap();
        let mode = std::fs::metadata(scratch.path()).unwrap().permissions().mode();
        assert_eq!(mode & 0o777, 0o700);
    }
}
