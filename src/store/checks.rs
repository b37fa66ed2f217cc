//! Checking a file that is shown already, and keeping a backup of it.
//!
//! To check a large file and to copy it takes longer than to read it. So it can be shown
//! meanwhile; but nothing is written to it until it was found whole.

use std::path::PathBuf;

use super::{Access, Error, backup, open, schema};

/// What is still to be done for a file that was opened early: see
/// [`Store::open_early`](super::Store::open_early). It can be done on any thread.
#[derive(Debug)]
pub struct Checks {
    path: PathBuf,
    access: Access,
}

impl Checks {
    pub(super) fn new(path: PathBuf, access: Access) -> Self {
        Self { path, access }
    }

    /// Checks all of the file, and makes a backup of it. Returns what kept the backup from being
    /// made, if anything did.
    ///
    /// # Errors
    /// That something is wrong with the file. What, it says when it is opened as a whole.
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
