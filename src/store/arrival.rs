//! Files that are not there yet: synchronising programs replace them in two steps, or keep their
//! content elsewhere until somebody reads it.

use std::fs::{File, Metadata};
use std::io::ErrorKind;
use std::path::Path;
use std::time::{Duration, Instant};

use super::place::{Place, place};
use super::{Error, identity};

/// How long a file may be absent while a newer one takes its place.
const GAP: Duration = Duration::from_millis(1500);

/// Waits for a file that may be in the process of being replaced, and fetches its content if that
/// is elsewhere, before anything opens it.
///
/// # Errors
/// [`Error::Elsewhere`] if the content cannot be fetched. If the file never appears, the caller
/// finds it missing.
pub(super) fn wait_for(path: &Path) -> Result<(), Error> {
    let begun = Instant::now();
    let gone = || path.metadata().is_err_and(|error| error.kind() == ErrorKind::NotFound);
    if gone() && matches!(place(path), Some(Place::Synced | Place::Network)) {
        while gone() && begun.elapsed() < GAP {
            std::thread::sleep(Duration::from_millis(50));
        }
    }
    let Ok(metadata) = path.metadata() else { return Ok(()) };
    if !is_elsewhere(&metadata) || identity::is_open_here(path) {
        return Ok(());
    }
    // Read as a whole, because the database would take a part that does not arrive for a failing
    // disk.
    let brought = File::open(path).and_then(|mut it| std::io::copy(&mut it, &mut std::io::sink()));
    brought.map(drop).map_err(|error| match Error::from_reading(&error, path) {
        Error::Unreadable => Error::Elsewhere,
        other => other,
    })
}

/// Whether only the name of a file is on this computer.
fn is_elsewhere(metadata: &Metadata) -> bool {
    #[cfg(windows)]
    {
        use std::os::windows::fs::MetadataExt;
        says_elsewhere(metadata.file_attributes())
    }
    #[cfg(not(windows))]
    {
        let _ = metadata;
        false
    }
}

/// Whether the attributes on Windows say so: it is offline, or recalled when opened or read.
#[cfg(any(windows, test))]
fn says_elsewhere(attributes: u32) -> bool {
    attributes & (0x1000 | 0x4_0000 | 0x40_0000) != 0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_that_is_being_exchanged_in_a_synchronised_folder_is_waited_for() {
        let home = tempfile::tempdir().unwrap();
        let synced = home.path().join("OneDrive - Ministry");
        std::fs::create_dir(&synced).unwrap();
        let path = synced.join("a.cbm");
        let comes = path.clone();
        let sync = std::thread::spawn(move || {
            std::thread::sleep(Duration::from_millis(300));
            std::fs::write(comes, "here").unwrap();
        });
        wait_for(&path).unwrap();
        assert!(path.exists());
        sync.join().unwrap();
        let begun = Instant::now();
        wait_for(&home.path().join("a.cbm")).unwrap();
        assert!(begun.elapsed() < GAP, "elsewhere what is missing is missing");
    }

    #[test]
    fn placeholders_are_known_by_their_attributes() {
        for (attributes, elsewhere) in [
            (0x20, false),
            (0x20 | 0x1000, true),
            (0x420, false),
            (0x40_0420, true),
            (0x4_0020, true),
            (0x8_0020, false),
        ] {
            assert_eq!(says_elsewhere(attributes), elsewhere, "{attributes:#x}");
        }
    }
}
