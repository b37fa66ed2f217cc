//! What may be seen under a ceiling: for the room, for a copy for others.

use std::collections::BTreeMap;
use std::path::Path;

use super::Document;
use crate::model::{Marking, RecordId, Snapshot, Table};
use crate::store::{Error, Passphrase, Portion, Reach, Sight};

impl Document {
    /// Reads what may be seen, by a query of its own and not from what is in memory.
    ///
    /// # Errors
    /// What kept the file from being read. Then nothing may be shown.
    pub fn sight(&self, reach: &Reach) -> Result<Sight, Error> {
        self.store.sight(reach)
    }

    /// Brings what may be seen up to date with the records that a step touched; says whether
    /// it could. Otherwise all has to be read again.
    ///
    /// # Errors
    /// What kept the file from being read. Then nothing may be shown.
    pub fn refresh_sight(
        &self,
        reach: &Reach,
        seen: &mut Snapshot,
        touched: &[RecordId],
    ) -> Result<bool, Error> {
        self.store.refresh_sight(reach, seen, touched)
    }

    /// How many records of each table a copy under a ceiling would hold, and how many would be
    /// withheld.
    ///
    /// # Errors
    /// What kept the file from being read.
    pub fn portions(&self, ceiling: Marking) -> Result<BTreeMap<Table, Portion>, Error> {
        self.store.portions(ceiling)
    }

    /// Makes a dossier of its own of what may be seen under a ceiling, at a path where nothing
    /// is yet. It has no history, nothing of the desk, nothing that was deleted or that what may
    /// be seen corrects, and identities of its own. Where the title of this one may not be seen
    /// it gets the one given.
    ///
    /// # Errors
    /// [`Error::Exists`] where something is there already, and what the file system says.
    pub fn redact(
        &self,
        path: &Path,
        ceiling: Marking,
        title: &str,
    ) -> Result<BTreeMap<Table, Portion>, Error> {
        self.store.redact(path, ceiling, title, None)
    }

    /// The same under a passphrase of its own, or none.
    ///
    /// # Errors
    /// The same.
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
