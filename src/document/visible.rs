//! What may be seen under a ceiling: for the room, for a copy for others.

use std::collections::BTreeMap;
use std::path::Path;

use super::Document;
use crate::model::{Marking, RecordId, Snapshot, Table};
use crate::store::{Clearance, Error, Passphrase, SeenCount, Visible};

impl Document {
    /// Reads what may be seen with a query of its own, not from memory.
    ///
    /// # Errors
    /// If the file cannot be read. Then nothing may be shown.
    pub fn visible(&self, clearance: &Clearance) -> Result<Visible, Error> {
        self.store.visible(clearance)
    }

    /// Updates what may be seen for the records that a step touched. Returns `false` if that is
    /// not possible, and everything has to be read again.
    ///
    /// # Errors
    /// If the file cannot be read. Then nothing may be shown.
    pub fn refresh_visible(
        &self,
        clearance: &Clearance,
        seen: &mut Snapshot,
        touched: &[RecordId],
    ) -> Result<bool, Error> {
        self.store.refresh_visible(clearance, seen, touched)
    }

    /// How many records of each table a copy under a ceiling would contain, and how many would
    /// be withheld.
    ///
    /// # Errors
    /// If the file cannot be read.
    pub fn seen_counts(&self, ceiling: Marking) -> Result<BTreeMap<Table, SeenCount>, Error> {
        self.store.seen_counts(ceiling)
    }

    /// Makes an independent dossier from what may be seen under a ceiling, at a path where
    /// nothing exists yet. It has new identities, but no history, nothing from the workspace, and
    /// nothing that was deleted or corrected. If the title may not be seen, it gets `title`.
    ///
    /// # Errors
    /// [`Error::Exists`] if something is there already, and errors of the file system.
    pub fn redact(
        &self,
        path: &Path,
        ceiling: Marking,
        title: &str,
    ) -> Result<BTreeMap<Table, SeenCount>, Error> {
        self.store.redact(path, ceiling, title, None)
    }

    /// The same with a passphrase of its own, or none.
    ///
    /// # Errors
    /// As [`Self::redact`].
    pub fn redact_as(
        &self,
        path: &Path,
        ceiling: Marking,
        title: &str,
        passphrase: Option<&Passphrase>,
    ) -> Result<BTreeMap<Table, SeenCount>, Error> {
        self.store.redact(path, ceiling, title, passphrase)
    }
}
