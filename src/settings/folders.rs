//! Where settings, backups and the like are stored.

use std::path::{Path, PathBuf};

use crate::store::rename;

/// The environment variable for a folder that replaces the user's own for settings and data; for
/// tests.
const HOME_VARIABLE: &str = "CBM_WORKBENCH_HOME";

/// The file beside the program that makes it store everything there; on Windows.
const PORTABLE: &str = "portable";

/// The folder for settings and data beside a portable program.
const BESIDE: &str = "cbm-workbench-data";

/// The folders of this user.
pub(super) struct Folders {
    /// For settings.
    pub(super) config: PathBuf,
    /// For data that may follow the user to other machines.
    data: PathBuf,
    /// For data that stays on this machine.
    local: PathBuf,
}

/// The path of the example dossier; `None` if the system has no data folder.
pub(crate) fn example_path() -> Option<PathBuf> {
    let Folders { data, local, .. } = folders()?;
    Some(first_there(&data.join("example.cbm"), local.join("example.cbm")))
}

/// The folder for pages that are opened in the system's viewer; `None` if the system has no data
/// folder.
pub(crate) fn pages_path() -> Option<PathBuf> {
    Some(folders()?.local.join("pages"))
}

/// The default folder for backups; `None` if the system has no data folder.
pub(super) fn backups_path() -> Option<PathBuf> {
    let Folders { data, local, .. } = folders()?;
    Some(brought_home(&data.join("backups"), local.join("backups")))
}

/// The path of something that may have been stored at another path before.
fn first_there(earlier: &Path, now: PathBuf) -> PathBuf {
    if earlier.exists() && !now.exists() { earlier.to_owned() } else { now }
}

/// The folder for backups, after moving those from an earlier folder into it: Windows copies the
/// content of that one to a server whenever its user signs out. Backups that cannot be moved are
/// still found, as long as there is nothing in the new folder.
fn brought_home(earlier: &Path, now: PathBuf) -> PathBuf {
    if earlier == now || !earlier.is_dir() {
        return now;
    }
    if now.is_dir() {
        for entry in std::fs::read_dir(earlier).into_iter().flatten().flatten() {
            bring(&entry.path(), &now.join(entry.file_name()));
        }
        // Succeeds only if nothing is left in it.
        let _ = std::fs::remove_dir(earlier);
        return now;
    }
    if let Some(parent) = now.parent() {
        // If this fails, so does moving.
        let _ = std::fs::create_dir_all(parent);
    }
    if rename(earlier, &now).is_ok() { now } else { earlier.to_owned() }
}

/// Moves the backups of one dossier; one by one if the dossier has some in both places.
fn bring(earlier: &Path, now: &Path) {
    if !now.exists() {
        // If this fails, it is tried again another time.
        let _ = rename(earlier, now);
        return;
    }
    for entry in std::fs::read_dir(earlier).into_iter().flatten().flatten() {
        let to = now.join(entry.file_name());
        if !to.exists() {
            let _ = rename(&entry.path(), &to);
        }
    }
    let _ = std::fs::remove_dir(earlier);
}

/// The folders; `None` if the system names none.
pub(super) fn folders() -> Option<Folders> {
    let chosen = std::env::var_os(HOME_VARIABLE).filter(|home| !home.is_empty());
    let beside = || std::env::current_exe().ok().filter(|_| cfg!(windows)).and_then(|it| home(&it));
    if let Some(home) = chosen.map(PathBuf::from).or_else(beside) {
        let data = home.join("data");
        return Some(Folders { config: home.join("config"), local: data.clone(), data });
    }
    let folders = directories::ProjectDirs::from("org", "cbm-workbench", "cbm-workbench")?;
    Some(Folders {
        config: folders.config_dir().to_owned(),
        data: folders.data_dir().to_owned(),
        local: folders.data_local_dir().to_owned(),
    })
}

/// The folder beside a portable program; `None` if it is not portable.
fn home(program: &Path) -> Option<PathBuf> {
    let portable = program.with_file_name(PORTABLE).exists();
    portable.then(|| program.with_file_name(BESIDE))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn write(path: &Path) {
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, path.file_name().unwrap().to_string_lossy().as_bytes()).unwrap();
    }

    #[test]
    fn backups_are_brought_from_the_folder_that_windows_carries_about() {
        let home = tempfile::tempdir().unwrap();
        let (roaming, local) = (home.path().join("Roaming/backups"), home.path().join("Local/b"));
        assert_eq!(brought_home(&roaming, local.clone()), local, "there are none yet");
        write(&roaming.join("one/1.cbm"));
        assert_eq!(brought_home(&roaming, local.clone()), local);
        assert!(local.join("one/1.cbm").exists() && !roaming.exists());
        // Another machine, or an older version, has made more.
        for name in ["one/1.cbm", "one/2.cbm", "two/3.cbm"] {
            write(&roaming.join(name));
        }
        assert_eq!(brought_home(&roaming, local.clone()), local);
        for name in ["one/1.cbm", "one/2.cbm", "two/3.cbm"] {
            assert!(local.join(name).exists(), "{name}");
        }
        assert!(roaming.join("one/1.cbm").exists(), "nothing is written over");
        assert_eq!(brought_home(&local, local.clone()), local, "where both are one");
    }

    #[test]
    fn backups_that_cannot_be_moved_are_still_found() {
        let home = tempfile::tempdir().unwrap();
        let earlier = home.path().join("Roaming");
        write(&earlier.join("one/1.cbm"));
        write(&home.path().join("in the way"));
        let blocked = home.path().join("in the way/backups");
        assert_eq!(brought_home(&earlier, blocked), earlier);
        assert!(earlier.join("one/1.cbm").exists());
        assert_eq!(
            first_there(&earlier.join("one/1.cbm"), home.path().join("none")).file_name(),
            Some("1.cbm".as_ref())
        );
    }

    #[test]
    fn a_file_beside_the_program_makes_it_portable() {
        let folder = tempfile::tempdir().unwrap();
        let program = folder.path().join("cbm-workbench.exe");
        assert_eq!(home(&program), None);
        write(&folder.path().join(PORTABLE));
        assert_eq!(home(&program), Some(folder.path().join(BESIDE)));
    }
}
