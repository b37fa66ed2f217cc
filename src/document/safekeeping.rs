//! Keeping the file safe: backups, the passphrase, unsaved input, rescue.

use std::path::{Path, PathBuf};

use super::Document;
use crate::analysis::ToldSplits;
use crate::model::{Record, Snapshot};
use crate::store::{
    self, Backup, Beside, Error, Look, Passphrase, Store, Unfinished, backups, sniff,
};

/// The outcome for the backups when the passphrase changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Reprotected {
    /// How many keep the passphrase they were made with, or none.
    pub kept: usize,
    /// How many could not be protected and were removed, because they would have revealed what
    /// the passphrase protects.
    pub removed: usize,
}

impl Document {
    /// Makes a copy for somebody else beside a path, with or without a passphrase and without the
    /// workspace. It is deleted when dropped.
    ///
    /// # Errors
    /// If it cannot be written.
    pub(crate) fn review_copy(
        &self,
        path: &Path,
        passphrase: Option<&Passphrase>,
    ) -> Result<Unfinished, Error> {
        self.store.review_copy(path, passphrase)
    }

    /// Makes a backup if the dossier has changed since the newest one. Returns its path.
    ///
    /// # Errors
    /// [`Error::NoBackup`] with the reason.
    pub fn back_up(&self) -> Result<Option<PathBuf>, Error> {
        self.store.back_up()
    }

    /// The backups of this dossier, newest first.
    pub fn backups(&self) -> Vec<Backup> {
        let root = self.store.backups_folder();
        root.map_or_else(Vec::new, |root| backups(root, &self.snapshot.dossier.id.to_string()))
    }

    /// Looks for copies beside the dossier, on any thread; `None` if nothing could be merged into
    /// it.
    pub fn beside(&self) -> Option<Beside> {
        if self.is_read_only() {
            return None;
        }
        let steps = self.history.steps().iter().map(|step| step.id);
        Some(Beside::new(&self.store, self.snapshot.dossier.id.into(), steps))
    }

    /// Whether the file is protected by a passphrase.
    pub fn is_protected(&self) -> bool {
        self.store.is_protected()
    }

    /// The passphrase of the open file.
    pub fn passphrase(&self) -> Option<Passphrase> {
        self.store.passphrase()
    }

    /// Sets, changes or removes the passphrase of the file. Sets or changes that of its backups
    /// too, unless other copies of the dossier share them. Removing it leaves backups protected.
    ///
    /// # Errors
    /// If the new file cannot be written; the old one is then unchanged.
    pub fn set_passphrase(
        &mut self,
        passphrase: Option<&Passphrase>,
    ) -> Result<Reprotected, Error> {
        // Composed, so that it does not matter how accents are typed.
        let composed = passphrase.map(Passphrase::composed);
        let passphrase = composed.as_ref();
        let before = self.store.passphrase();
        let fresh = self.store.under_passphrase(passphrase)?;
        let backups = self.backups();
        let own = self.store.is_only_place(&self.snapshot.dossier.id.to_string());
        let stay = |backups: Vec<Backup>| -> Vec<Backup> {
            let change = passphrase.is_some() && own;
            let stays = |backup: &Backup| {
                !change || !store::protect_backup(&backup.path, before.as_ref(), passphrase)
            };
            backups.into_iter().filter(stays).collect()
        };
        // The order ensures that a backup never reveals what the dossier already protects.
        let (first, then) =
            if before.is_none() { (backups, Vec::new()) } else { (Vec::new(), backups) };
        let mut left = stay(first);
        self.store.take_place(fresh, passphrase.cloned())?;
        left.extend(stay(then));
        let in_the_open = |backup: &Backup| matches!(sniff(&backup.path), Ok(Look::Plain(_)));
        let mut outcome = Reprotected { kept: 0, removed: 0 };
        for backup in left {
            let gives_away = own && passphrase.is_some() && in_the_open(&backup);
            if gives_away && std::fs::remove_file(&backup.path).is_ok() {
                outcome.removed += 1;
            } else {
                outcome.kept += 1;
            }
        }
        Ok(outcome)
    }

    /// The content of the workspace: the place in the window and half-typed input, by key.
    ///
    /// # Errors
    /// If the file cannot be read.
    pub fn workspace(&self) -> Result<Vec<(String, String)>, Error> {
        self.store.workspace()
    }

    /// The splits of the dossier's polls that rooms were told.
    ///
    /// # Errors
    /// If it cannot be read.
    pub fn told_splits(&self) -> Result<ToldSplits, Error> {
        Ok(ToldSplits::from_workspace(self.workspace()?))
    }

    /// Adds what rooms elsewhere were told of the same polls.
    pub(super) fn take_over_told(&mut self, elsewhere: &ToldSplits) -> Result<(), Error> {
        let mut told = self.told_splits()?;
        told.take_over(elsewhere);
        let things: Vec<_> = told.to_workspace().map(|(key, value)| (key, Some(value))).collect();
        if things.is_empty() { Ok(()) } else { self.keep_in_workspace(&things) }
    }

    /// Puts things in the workspace, or removes those that are `None`. This is not an edit.
    ///
    /// # Errors
    /// If the file cannot be written.
    pub fn keep_in_workspace(&mut self, things: &[(String, Option<String>)]) -> Result<(), Error> {
        self.store.keep_in_workspace(things)
    }

    /// Saves the open dossier at a path where nothing exists yet, even though its file was
    /// moved, replaced or overwritten: with its history if the file can still be read, otherwise
    /// from memory without it. Returns whether the history is included.
    ///
    /// # Errors
    /// If the copy cannot be made.
    pub fn rescue_to(&self, path: &Path) -> Result<bool, Error> {
        match self.store.copy_to(path) {
            Ok(()) if self.same_steps(path) => Ok(true),
            Err(
                error @ (Error::Exists
                | Error::LeftBehind(_)
                | Error::Reserved
                | Error::BadName
                | Error::FolderMissing
                | Error::Permission),
            ) => Err(error),
            copied => {
                if copied.is_ok() {
                    std::fs::remove_file(path).map_err(|error| Error::from_io(&error, path))?;
                }
                let records = all_records(&self.snapshot);
                Store::create_as(path, &records, self.store.passphrase().as_ref())?;
                Ok(false)
            }
        }
    }

    /// Whether a copy has exactly the steps known here: the file may have been overwritten by
    /// another complete dossier.
    fn same_steps(&self, path: &Path) -> bool {
        let access = store::Access { passphrase: self.store.passphrase(), backups: None };
        let copy = Store::open_read_only(path, access).and_then(|copy| copy.steps());
        copy.is_ok_and(|steps| steps == self.history.steps())
    }
}

/// All records of a dossier, each after those it refers to.
fn all_records(snapshot: &Snapshot) -> Vec<Record> {
    let mut records = vec![snapshot.dossier.clone().into()];
    records.extend(snapshot.arena_records());
    records.extend(snapshot.group_positions.iter().cloned().map(Record::from));
    let entries = snapshot.positions.iter().filter_map(|entry| snapshot.position(entry));
    records.extend(entries.map(Record::from));
    records.sort_by_key(|record| record.record_id());
    records
}
