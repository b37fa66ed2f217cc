//! Folders for what is needed for a while only, such as the dossier in a package that is being
//! merged: beside the file it is for, readable by its owner only, and gone with whoever made
//! it. What a killed program left is known by a lock that nobody holds any more.

use std::fs::File;
use std::path::Path;

use tempfile::TempDir;

use super::Error;
use super::copy::{UNFINISHED, folder, sweep};

/// The file in it that is locked as long as it is needed.
const LOCK: &str = "lock";

/// A folder that goes when it is dropped.
#[derive(Debug)]
pub struct Scratch {
    // Closed before the folder goes: not every system removes what is open.
    _lock: Option<File>,
    folder: TempDir,
}

impl Scratch {
    /// Makes a folder beside a path, and removes those that killed programs left there.
    ///
    /// # Errors
    /// What the file system says.
    pub fn beside(path: &Path) -> Result<Self, Error> {
        sweep(path);
        let io = |error: std::io::Error| Error::from_io(&error, path);
        let mut builder = tempfile::Builder::new();
        builder.prefix(UNFINISHED).suffix(".tmp");
        #[cfg(unix)]
        builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o700));
        let folder = builder.tempdir_in(folder(path)).map_err(io)?;
        let lock = lock(folder.path()).ok();
        Ok(Self { _lock: lock, folder })
    }

    /// Where it is.
    pub fn path(&self) -> &Path {
        self.folder.path()
    }
}

/// Locks a new folder. The lock gets its name once it is held, so that nobody takes it for one
/// that was left.
fn lock(folder: &Path) -> std::io::Result<File> {
    let unnamed = folder.join("lock.new");
    let file = File::create_new(&unnamed)?;
    file.lock()?;
    std::fs::rename(unnamed, folder.join(LOCK))?;
    Ok(file)
}

/// Whether whoever made this folder is gone; none where nobody can tell.
pub(super) fn is_left(folder: &Path) -> Option<bool> {
    let lock = folder.join(LOCK);
    match File::options().write(true).open(lock).ok()?.try_lock() {
        Ok(()) => Some(true),
        Err(std::fs::TryLockError::WouldBlock) => Some(false),
        Err(std::fs::TryLockError::Error(_)) => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_in_use_stays_and_what_was_left_goes_at_the_next_start() {
        let home = tempfile::tempdir().unwrap();
        let dossier = home.path().join("a.cbm");
        let used = Scratch::beside(&dossier).unwrap();
        std::fs::write(used.path().join("theirs.cbm"), "secret").unwrap();
        sweep(&dossier);
        assert!(used.path().join("theirs.cbm").exists());
        // As after a kill: the lock is given up, the folder stays.
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

    #[cfg(unix)]
    #[test]
    fn only_the_owner_can_look_into_it() {
        use std::os::unix::fs::PermissionsExt;
        let home = tempfile::tempdir().unwrap();
        let scratch = Scratch::beside(&home.path().join("a.cbm")).unwrap();
        let mode = std::fs::metadata(scratch.path()).unwrap().permissions().mode();
        assert_eq!(mode & 0o777, 0o700);
    }
}
