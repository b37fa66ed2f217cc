//! The visible part of a dossier under a ceiling: for the room, for a copy for others.

use std::collections::BTreeMap;
use std::path::Path;

use rustc_hash::FxHashSet;

use super::Document;
use crate::model::{Marking, RecordId, Snapshot, Table};
use crate::store::{Clearance, Error, Passphrase, Reader, SeenCount, Visible};

impl Document {
    /// Reads what may be seen with a query of its own, not from memory.
    ///
    /// # Errors
    /// If the file cannot be read. Then nothing may be shown.
    pub fn visible(&self, clearance: &Clearance) -> Result<Visible, Error> {
        self.store.visible(clearance)
    }

    /// A copy of the dossier in memory, from which another thread can read what may be seen, as
    /// that takes seconds for a large one. That thread makes the copy too, if the dossier is open
    /// for writing; an edit waits until it is made.
    ///
    /// # Errors
    /// If there is no memory for it.
    pub fn reader(&mut self) -> Result<Reader, Error> {
        self.store.reader()
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

    /// Every name, present or former, of the parties and groups that may not be seen, in the form in which it
    /// is looked up.
    ///
    /// # Errors
    /// If the file cannot be read. Then nothing may be shown.
    pub fn withheld_names(&self, clearance: &Clearance) -> Result<FxHashSet<String>, Error> {
        self.store.withheld_names(clearance)
    }

    /// Every former name of any party or group, and every name of one that no longer exists, in the form in
    /// which it is looked up.
    ///
    /// # Errors
    /// If the file cannot be read. Then nothing may be shown.
    pub fn former_names(&self) -> Result<FxHashSet<String>, Error> {
        self.store.former_names()
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
    /// [`Error::InTheOpen`] if this dossier has a passphrase, the copy would have none, and the
    /// ceiling is above GREEN; [`Error::Exists`] if something is there already; and errors of the
    /// file system.
    pub fn redact(
        &self,
        path: &Path,
        ceiling: Marking,
        title: &str,
        passphrase: Option<&Passphrase>,
    ) -> Result<BTreeMap<Table, SeenCount>, Error> {
        if self.is_protected() && passphrase.is_none() && needs_cover(ceiling) {
            return Err(Error::InTheOpen);
        }
        self.store.redact(path, ceiling, title, passphrase)
    }

    /// The same without a passphrase, even if this dossier has one: the caller has made sure that
    /// the user knows it can be read by anyone.
    ///
    /// # Errors
    /// [`Error::Exists`] if something is there already, and errors of the file system.
    pub fn redact_in_the_open(
        &self,
        path: &Path,
        ceiling: Marking,
        title: &str,
    ) -> Result<BTreeMap<Table, SeenCount>, Error> {
        self.store.redact(path, ceiling, title, None)
    }
}

/// Whether a copy under this ceiling, made from a dossier with a passphrase, loses its protection
/// only with explicit consent.
pub(crate) fn needs_cover(ceiling: Marking) -> bool {
    ceiling > Marking::Green
}
