//! Setting, changing and removing the passphrase of a file: a new file is written beside it, and
//! takes its place when complete.

use std::path::Path;

use super::scratch::Unfinished;
use super::{Access, Error, Passphrase, Store, backup, copy, identity};

impl Store {
    /// Whether the file is protected by a passphrase.
    pub fn is_protected(&self) -> bool {
        self.access.passphrase.is_some()
    }

    /// The passphrase of the open file.
    pub(crate) fn passphrase(&self) -> Option<Passphrase> {
        self.access.passphrase.clone()
    }

    /// Writes the whole file again with another passphrase, or none, beside the old one.
    pub(crate) fn under_passphrase(
        &mut self,
        passphrase: Option<&Passphrase>,
    ) -> Result<Unfinished, Error> {
        // A link must still lead to the file, and another name must not keep the old content.
        let place = std::fs::canonicalize(&self.path)
            .map_err(|error| Error::from_io(&error, &self.path))?;
        if identity::has_other_names(&place) {
            return Err(Error::OtherNames);
        }
        let fresh =
            self.guarded(|store| copy::under(&store.connection, &place, passphrase, true))?;
        if let Ok(metadata) = std::fs::metadata(&place) {
            // Permissions stay as they were.
            let _ = std::fs::set_permissions(&fresh, metadata.permissions());
        }
        Ok(fresh)
    }

    /// Replaces the file by a newly written one; at every moment either the old or the new one
    /// is there.
    pub(crate) fn take_place(
        &mut self,
        fresh: Unfinished,
        passphrase: Option<Passphrase>,
    ) -> Result<(), Error> {
        let place = std::fs::canonicalize(&self.path)
            .map_err(|error| Error::from_io(&error, &self.path))?;
        fresh.replace(&place).map_err(|error| Error::from_io(&error, &self.path))?;
        copy::sync_folder(&place);
        let access = Access { passphrase, backups: self.access.backups.clone() };
        let open = || Self::open(&self.path, access.clone());
        // The replacement is done; retry opening, because a disk that failed once may succeed.
        let opened = open().or_else(|_| open()).map_err(|error| Error::Done(Box::new(error)))?;
        *self = opened;
        Ok(())
    }

    /// Whether this is the only path the dossier has ever had, according to its backup folder.
    pub(crate) fn is_only_place(&self, dossier: &str) -> bool {
        let root = self.access.backups.as_deref();
        root.is_some_and(|root| backup::is_only_place(root, dossier, &self.path))
    }
}

/// Gives a backup another passphrase, or none; returns whether that succeeded.
pub(crate) fn protect_backup(
    path: &Path,
    before: Option<&Passphrase>,
    after: Option<&Passphrase>,
) -> bool {
    let access = Access { passphrase: before.cloned(), backups: None };
    let changed = Store::open(path, access).and_then(|mut backup| {
        let fresh = backup.under_passphrase(after)?;
        backup.take_place(fresh, after.cloned())
    });
    changed.is_ok()
}
