//! The kind of place a dossier is in, so that its user can be warned once.
//!
//! A dossier needs locks that hold and a file that nobody else changes. A folder on another
//! computer, a USB stick, or a synchronised folder promise neither.

use std::path::{Component, Path, Prefix, absolute};

#[cfg(target_os = "linux")]
use super::mounts::mounted;
use crate::model::keyed;

keyed! {
    /// A kind of place where a file is less safe than on the computer's own disk.
    pub enum Place as "place" {
        /// On another computer: locks may not hold, and the connection may be lost.
        Network = "network",
        /// On a medium that can be pulled out during a write.
        Removable = "removable",
        /// In a folder that a program synchronises, even during a write.
        Synced = "synced",
        /// Where a lock keeps nobody out.
        Unlocked = "unlocked",
    }
}

// The names of the clients' folders, in lower case.
const SYNC_NAMES: &str = "cloudstorage, com~apple~clouddocs, dropbox, google drive, googledrive, \
    iclouddrive, mega, my drive, nextcloud, onedrive, owncloud, pclouddrive, proton drive, \
    seafile, tresorit";

// Files that clients leave in a folder, whatever its name. Resilio may keep its own settings in
// a `.sync` folder, but `IgnoreList` exists only where it synchronises.
const SYNC_MARKS: &str = ".csync_journal.db, .dropbox.cache, .nextcloudsync.log, \
    .owncloudsync.log, .stfolder, .sync/IgnoreList";

/// The kind of place a file is or would be in; `None` if it is safe.
///
/// This queries the file system, so call it when a dossier is opened, not in every frame.
pub fn place(path: &Path) -> Option<Place> {
    #[cfg(windows)]
    if super::identity::is_open_here(path) && !keeps_locks(path) {
        return Some(Place::Unlocked);
    }
    let given = absolute(path).ok()?;
    // A file that does not exist yet will be where its folder is.
    let real = given.ancestors().find_map(|path| path.canonicalize().ok())?;
    let home = std::env::home_dir().and_then(|home| home.canonicalize().ok());
    if is_synced(&given, &real, home.as_deref()) {
        Some(Place::Synced)
    } else if is_share(&real) {
        Some(Place::Network)
    } else {
        mounted(&real)
    }
}

/// Whether a lock on a file keeps out another handle, as it has to. On Windows locks belong to
/// handles, even within a process; elsewhere this would drop our own.
#[cfg(any(windows, test))]
fn keeps_locks(path: &Path) -> bool {
    // If it cannot be opened, that says nothing about locks.
    !std::fs::File::open(path).is_ok_and(|file| file.try_lock_shared().is_ok())
}

fn is_synced(given: &Path, real: &Path, home: Option<&Path>) -> bool {
    // The client's folder may be a link, so the path as given counts too, up to any `..` in it.
    let given = given.ancestors().take_while(|path| path.file_name().is_some());
    let named = |path: &Path| {
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        // Skips the user's home folder, whose name is that of its owner, and files, which may
        // have any name.
        is_sync_name(&name)
            && path
                .canonicalize()
                .is_ok_and(|path| path.is_dir() && !home.is_some_and(|home| home.starts_with(path)))
    };
    given.chain(real.ancestors()).any(named)
        || real.ancestors().any(|path| {
            SYNC_MARKS.split(", ").any(|mark| path.join(mark).exists())
                || home.is_some_and(|home| path.starts_with(home)) && has_journal(path)
        })
}

// A company or an account may follow: `OneDrive - Ministry`, `Dropbox (Ministry)`.
fn is_sync_name(name: &str) -> bool {
    let name = name.to_lowercase();
    SYNC_NAMES.split(", ").filter_map(|client| name.strip_prefix(client)).any(|account| {
        account.is_empty() || account.starts_with(" - ") || account.starts_with(" (")
    })
}

// Nextcloud and ownCloud put a hash into the file name, so the folder has to be read.
fn has_journal(folder: &Path) -> bool {
    std::fs::read_dir(folder).is_ok_and(|entries| {
        entries.take(2000).flatten().any(|entry| is_journal(&entry.file_name().to_string_lossy()))
    })
}

fn is_journal(name: &str) -> bool {
    let hashed = name.starts_with(".sync_") || name.starts_with("._sync_");
    hashed && name.ends_with(".db") || name.starts_with(".nextclouddb")
}

// Only Windows has such paths; `canonicalize` has resolved mapped drive letters.
fn is_share(path: &Path) -> bool {
    let Some(Component::Prefix(prefix)) = path.components().next() else { return false };
    matches!(prefix.kind(), Prefix::UNC(..) | Prefix::VerbatimUNC(..))
}

/// The place of a path, by the kind of drive it is on according to Windows.
#[cfg(windows)]
fn mounted(path: &Path) -> Option<Place> {
    let Component::Prefix(prefix) = path.components().next()? else { return None };
    let (Prefix::Disk(letter) | Prefix::VerbatimDisk(letter)) = prefix.kind() else { return None };
    let drive = format!("{}:\\", char::from(letter));
    let kind = winsafe::GetDriveType(Some(&drive));
    if kind == winsafe::co::DRIVE::REMOVABLE {
        Some(Place::Removable)
    } else {
        // A drive letter mapped to a folder on a server.
        (kind == winsafe::co::DRIVE::REMOTE).then_some(Place::Network)
    }
}

#[cfg(not(any(target_os = "linux", windows)))]
fn mounted(_: &Path) -> Option<Place> {
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_where_a_lock_keeps_nobody_out_is_noticed() {
        let home = tempfile::tempdir().unwrap();
        let path = home.path().join("a.cbm");
        std::fs::write(&path, "held by nobody, as where locks are not kept").unwrap();
        assert!(!keeps_locks(&path));
        let held = std::fs::File::open(&path).unwrap();
        held.lock().unwrap();
        assert!(keeps_locks(&path));
        assert!(keeps_locks(&home.path().join("b.cbm")), "which is another fault");
    }

    #[test]
    fn clients_are_known_by_the_names_of_their_folders() {
        for name in ["Dropbox", "ONEDRIVE", "OneDrive - Ministry", "Dropbox (UN)", "My Drive"] {
            assert!(is_sync_name(name), "{name}");
        }
        for name in ["dropbox-sdk", "Megaphone", "Drive", "OneDriver", "seafile – é"] {
            assert!(!is_sync_name(name), "{name}");
        }
        assert!(is_journal(".sync_c6217acc34d7.db") && is_journal("._sync_142df90e8e0f.db"));
        assert!(!is_journal(".sync_c6217acc34d7.db-wal") && !is_journal("sync_1.db"));
    }
}
