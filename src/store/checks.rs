//! Checks a file that is already on screen, and makes a backup of it.
//!
//! Checking and copying a large file takes longer than reading it. So it is shown meanwhile, but
//! nothing is written to it until it has been found intact.

use std::path::PathBuf;

use super::{Access, Error, backup, open, schema};

/// The remaining work on a file that was opened early: see
/// [`Store::open_early`](super::Store::open_early). Any thread can do it.
#[derive(Debug)]
pub struct Checks {
    path: PathBuf,
    access: Access,
}

impl Checks {
    pub(super) fn new(path: PathBuf, access: Access) -> Self {
        Self { path, access }
    }

    /// Checks the whole file and makes a backup of it. Returns why the backup could not be made,
    /// if so.
    ///
    /// # Errors
    /// If something is wrong with the file; opening it normally then says what.
    pub fn run(self) -> Result<Option<Error>, Error> {
        let Self { path, access } = self;
        // The file is locked, and we write nothing to it meanwhile.
        let connection = open::once_more(&path, access.passphrase.as_ref())?;
        open::verify(&connection, schema::VERSION)?;
        let kept = backup::note(&connection, &access, &path)
            .and_then(|()| backup::keep(&connection, &access, schema::VERSION));
        Ok(kept.err())
    }
}
