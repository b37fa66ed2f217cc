//! Keeping the file safe: backups, the passphrase, the desk, a rescue.

use std::path::{Path, PathBuf};

use super::Document;
use crate::model::{Record, Snapshot};
use crate::store::{self, Backup, Error, Look, Passphrase, Store, Unfinished, backups, sniff};

/// What became of the backups when the passphrase changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Reprotected {
    /// How many keep the passphrase they were made with, or none.
    pub kept: usize,
    /// How many could not be protected and were removed, for they would have given away what
    /// the passphrase protects.
    pub removed: usize,
}

impl Document {
    /// Makes a copy for somebody else beside a path: under a passphrase or none, without what
    /// stands on the desk. It goes when it is dropped.
    ///
    /// # Errors
    /// What kept it from being written.
    pub(crate) fn review_copy(
        &self,
        path: &Path,
        passphrase: Option<&Passphrase>,
    ) -> Result<Unfinished, Error> {
        self.store.review_copy(path, passphrase)
    }

    /// Makes a backup, if the dossier has changed since the newest one. Returns where it is.
    ///
    /// # Errors
    /// [`Error::NoBackup`] with what kept it from being made.
    pub fn back_up(&self) -> Result<Option<PathBuf>, Error> {
        self.store.back_up()
    }

    /// The backups of this dossier, newest first.
    pub fn backups(&self) -> Vec<Backup> {
        let root = self.store.backups_folder();
        root.map_or_else(Vec::new, |root| backups(root, &self.snapshot.dossier.id.to_string()))
    }

    /// Whether the file is protected by a passphrase.
    pub fn is_protected(&self) -> bool {
        self.store.is_protected()
    }

    /// The passphrase of the open file.
    pub fn passphrase(&self) -> Option<Passphrase> {
        self.store.passphrase()
    }

    /// Sets, changes or removes the passphrase of the file, and sets or changes that of its
    /// backups, unless copies of the dossier share them. Removing it leaves them protected.
    ///
    /// # Errors
    /// What kept the file from being written anew; it is as it was then.
    pub fn set_passphrase(
        &mut self,
        passphrase: Option<&Passphrase>,
    ) -> Result<Reprotected, Error> {
        // However its accents were typed, it is set in one way.
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
        // At no moment does a backup give away what the dossier itself protects.
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

    /// What stands on the desk: where one was, and what was half typed, by its key.
    ///
    /// # Errors
    /// What kept the file from being read.
    pub fn desk(&self) -> Result<Vec<(String, String)>, Error> {
        self.store.desk()
    }

    /// Puts things on the desk, or takes them off where they are nothing. That is no edit.
    ///
    /// # Errors
    /// What kept the file from being written.
    pub fn put_on_desk(&mut self, things: &[(String, Option<String>)]) -> Result<(), Error> {
        self.store.put_on_desk(things)
    }

    /// Saves what is open at a path where nothing is yet, although the file it came from was
    /// moved, replaced or overwritten: whole, with its history, where the file can still be
    /// read, else everything but the history from memory. Says whether it is whole.
    ///
    /// # Errors
    /// What kept the copy from being made.
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

    /// Whether a copy holds as many steps as are known here: what was written over the file
    /// may have been a whole dossier too.
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
