//! What may be seen under a ceiling: for the room, for a copy for others.

use std::collections::BTreeMap;
use std::path::Path;

use super::Document;
use crate::model::{Marking, RecordId, Snapshot, Table};
use crate::store::{Error, Passphrase, Portion, Reach, Sight};

impl Document {
    /// Reads what may be seen with a query of its own, not from memory.
    ///
    /// # Errors
    /// If the file cannot be read. Then nothing may be shown.
    pub fn sight(&self, reach: &Reach) -> Result<Sight, Error> {
        self.store.sight(reach)
    }

    /// Updates what may be seen for the records that a step touched. Returns `false` if that is
    /// not possible, and everything has to be read again.
    ///
    /// # Errors
    /// If the file cannot be read. Then nothing may be shown.
    pub fn refresh_sight(
        &self,
        reach: &Reach,
        seen: &mut Snapshot,
        touched: &[RecordId],
    ) -> Result<bool, Error> {
        self.store.refresh_sight(reach, seen, touched)
    }

    /// How many records of each table a copy under a ceiling would contain, and how many would
    /// be withheld.
    ///
    /// # Errors
    /// If the file cannot be read.
    pub fn portions(&self, ceiling: Marking) -> Result<BTreeMap<Table, Portion>, Error> {
        self.store.portions(ceiling)
    }

    /// Makes an independent dossier from what may be seen under a ceiling, at a path where
    /// nothing exists yet. It has new identities, but no history, nothing from the desk, and
    /// nothing that was deleted or corrected. If the title may not be seen, it gets `title`.
    ///
    /// # Errors
    /// [`Error::Exists`] if something is there already, and errors of the file system.
    pub fn redact(
        &self,
        path: &Path,
        ceiling: Marking,
        title: &str,
    ) -> Result<BTreeMap<Table, Portion>, Error> {
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
    ) -> Result<BTreeMap<Table, Portion>, Error> {
        self.store.redact(path, ceiling, title, passphrase)
    }
}
