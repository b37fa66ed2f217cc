//! Moves files to where they belong although another program's handle may be in the way: Windows
//! moves no file that a virus scanner, an indexer or a synchronising program is reading, and none
//! over a file that somebody has open.

use std::io;
use std::path::Path;
use std::time::{Duration, Instant};

/// How long to wait for another program to let go: they read new files briefly, and then are done.
const PATIENCE: Duration = Duration::from_secs(2);

/// Tries something with the file at a path until nobody holds it any more, for a limited time.
///
/// # Errors
/// The error of the last attempt.
pub(crate) fn patiently<T>(
    path: &Path,
    mut attempt: impl FnMut() -> io::Result<T>,
) -> io::Result<T> {
    let begun = Instant::now();
    let mut pause = Duration::from_millis(10);
    loop {
        match hold(path).and_then(|()| attempt()) {
            Err(error) if is_held(&error) && begun.elapsed() < PATIENCE => {
                std::thread::sleep(pause);
                pause = (pause * 2).min(Duration::from_millis(200));
            }
            done => return done,
        }
    }
}

/// Moves a file, replacing any existing one, and waits for programs that hold either briefly.
///
/// # Errors
/// Errors of the file system.
pub(crate) fn rename(from: &Path, to: &Path) -> io::Result<()> {
    patiently(to, || std::fs::rename(from, to))
}

/// Whether somebody else has the file, which may pass by itself.
pub(crate) fn is_held(error: &io::Error) -> bool {
    let code = error.raw_os_error().filter(|_| cfg!(windows));
    error.kind() == io::ErrorKind::ResourceBusy || code.is_some_and(says_held)
}

/// Whether a Windows error code means that: access denied, which is also reported for an open file
/// that is to be replaced; sharing and lock violations; and a file about to be deleted.
fn says_held(code: i32) -> bool {
    code == 5 || says_in_use(code) || code == 303
}

/// Whether a Windows error code means that another program has the file, and nothing else.
pub(super) fn says_in_use(code: i32) -> bool {
    matches!(code, 32 | 33)
}

#[cfg(not(test))]
pub(super) fn hold(_: &Path) -> io::Result<()> {
    Ok(())
}

#[cfg(test)]
pub(super) use held::hold;

/// Imitates Windows on systems that behave differently.
#[cfg(test)]
pub(super) mod held {
    use std::cell::{Cell, RefCell};
    use std::path::PathBuf;

    use super::*;

    thread_local! {
        static SCANNED: Cell<Option<Instant>> = const { Cell::new(None) };
        static STRICT: RefCell<Option<PathBuf>> = const { RefCell::new(None) };
    }

    /// A scanner holds every file for this long.
    pub(in crate::store) fn scanned_for(time: Duration) {
        SCANNED.set(Some(Instant::now() + time));
    }

    /// Until dropped, this file cannot be replaced while this process has it open.
    pub(in crate::store) struct Strict;

    impl Strict {
        pub(in crate::store) fn about(path: &Path) -> Self {
            STRICT.set(Some(std::fs::canonicalize(path).unwrap()));
            Self
        }
    }

    impl Drop for Strict {
        fn drop(&mut self) {
            STRICT.set(None);
        }
    }

    pub(in crate::store) fn hold(path: &Path) -> io::Result<()> {
        let scanned = SCANNED.get().is_some_and(|until| Instant::now() < until);
        let open = STRICT.with_borrow(|strict| {
            let strict = strict.as_deref()?;
            let path = std::fs::canonicalize(path).ok().filter(|path| path == strict)?;
            let open = std::fs::read_dir("/proc/self/fd").ok()?.flatten();
            Some(open.filter_map(|fd| std::fs::read_link(fd.path()).ok()).any(|it| it == path))
        });
        if scanned || open == Some(true) { Err(io::ErrorKind::ResourceBusy.into()) } else { Ok(()) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_that_a_scanner_holds_for_a_moment_is_moved_when_it_lets_go() {
        let home = tempfile::tempdir().unwrap();
        let (from, to) = (home.path().join("a"), home.path().join("b"));
        std::fs::write(&from, "new").unwrap();
        let begun = Instant::now();
        held::scanned_for(Duration::from_millis(300));
        rename(&from, &to).unwrap();
        assert!(begun.elapsed() >= Duration::from_millis(300));
        assert_eq!(std::fs::read_to_string(&to).unwrap(), "new");
    }

    #[test]
    fn what_is_held_for_good_or_is_not_there_is_said_and_not_waited_for_without_end() {
        let home = tempfile::tempdir().unwrap();
        let (from, to) = (home.path().join("a"), home.path().join("b"));
        let begun = Instant::now();
        assert_eq!(rename(&from, &to).unwrap_err().kind(), io::ErrorKind::NotFound);
        assert!(begun.elapsed() < PATIENCE, "it is not there, so waiting would not help");
        std::fs::write(&from, "new").unwrap();
        held::scanned_for(Duration::from_secs(60));
        assert!(is_held(&rename(&from, &to).unwrap_err()));
        assert!(from.exists() && !to.exists());
        assert!(begun.elapsed() < PATIENCE * 2);
    }

    #[test]
    fn codes_of_windows_that_pass_are_told_from_those_that_stay() {
        for (code, held, in_use) in [
            (5, true, false),
            (32, true, true),
            (33, true, true),
            (303, true, false),
            (2, false, false),
            (112, false, false),
            (183, false, false),
        ] {
            assert_eq!((says_held(code), says_in_use(code)), (held, in_use), "{code}");
        }
    }
}
