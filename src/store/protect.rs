//! Sets, changes and removes the passphrase of a file: a new file is written beside it, and takes
//! its place when complete.

use std::path::{Path, PathBuf};

use rusqlite::Connection;

use super::identity::FileWatch;
use super::scratch::Unfinished;
use super::writing::Standing;
use super::{Access, Error, Passphrase, Store, backup, copy, identity, moving};

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
        let place = self.place()?;
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

    /// Where the file really is.
    fn place(&self) -> Result<PathBuf, Error> {
        std::fs::canonicalize(&self.path).or_else(|error| {
            // Not every system can resolve a long path; if it is not a link, its own path is the
            // answer.
            let is_file = self.path.symlink_metadata().is_ok_and(|it| it.is_file());
            let whole = std::path::absolute(&self.path).ok().filter(|_| is_file);
            whole.ok_or_else(|| Error::from_io(&error, &self.path))
        })
    }

    /// Replaces the file with a newly written one; at every moment either the old or the new one is
    /// there.
    pub(crate) fn take_place(
        &mut self,
        fresh: Unfinished,
        passphrase: Option<Passphrase>,
    ) -> Result<(), Error> {
        let place = self.place()?;
        match fresh.replace_at_once(&place) {
            Ok(()) => {}
            // On systems that cannot replace an open file, we close ours first.
            Err((error, fresh)) if moving::is_held(&error) => {
                self.replace_closed(fresh, &place)?;
            }
            Err((error, _)) => return Err(Error::from_moving(&error, &self.path)),
        }
        copy::sync_folder(&place);
        let access = Access { passphrase, backups: self.access.backups.clone() };
        let open = || Self::open(&self.path, access.clone());
        // The replacement is done; retry opening, because a disk that failed once may succeed.
        let opened = open().or_else(|_| open()).map_err(|error| Error::Done(Box::new(error)))?;
        *self = opened;
        Ok(())
    }

    /// Replaces the file while this process has it closed. If that fails, the old one is open
    /// again, as it was.
    fn replace_closed(&mut self, fresh: Unfinished, place: &Path) -> Result<(), Error> {
        let turn = self.opened.turn();
        let _ours = turn.wait();
        let Some((file_watch, left)) = &mut self.left else { return Err(Error::ReadOnly) };
        let left = *left;
        self.standing = Standing::Lost;
        // Closes the file.
        self.connection = Connection::open_in_memory()?;
        file_watch.let_go();
        // From here on others could open it. Anyone who has it open keeps us from replacing it, and
        // a change made and closed within this moment is noticed.
        let unchanged = || {
            let now = FileWatch::open(place)?.look(place)?;
            if now.is_as_left(&left) { Ok(()) } else { Err(Error::Replaced) }
        };
        let replaced = unchanged().and_then(|()| {
            fresh.replace(place).map_err(|error| Error::from_moving(&error, &self.path))
        });
        if replaced.is_err() {
            // If that fails, the next write tries again and says why.
            if self.reopen(false).is_ok() {
                self.standing = Standing::Sound;
            }
        } else {
            // A server without file numbers identifies the new one by its path, too.
            self._open_here = None;
        }
        replaced
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

#[cfg(test)]
mod tests {
    use super::super::moving::held::Strict;
    use super::*;
    use crate::model::{Dossier, Record};

    fn dossier(folder: &tempfile::TempDir) -> PathBuf {
        let path = folder.path().join("a.cbm");
        Store::create(&path, &[Dossier::new("A dossier").into()]).unwrap();
        path
    }

    fn titles(store: &Store) -> Vec<Record> {
        vec![store.load().unwrap().dossier.into()]
    }

    #[cfg(target_os = "linux")]
    #[test]
    fn a_passphrase_is_set_where_no_open_file_can_be_replaced() {
        let folder = tempfile::tempdir().unwrap();
        let path = dossier(&folder);
        let _strict = Strict::about(&path);
        let mut store = Store::open(&path, Access::default()).unwrap();
        let before = titles(&store);
        for words in [Some("gravel ocarina"), Some("other words"), None] {
            let passphrase = words.and_then(|words| Passphrase::new(words.to_owned()));
            let fresh = store.under_passphrase(passphrase.as_ref()).unwrap();
            store.take_place(fresh, passphrase).unwrap();
            assert_eq!(store.is_protected(), words.is_some());
            assert_eq!(titles(&store), before);
            store.keep_in_workspace(&[("key".into(), Some("value".into()))]).unwrap();
            assert!(matches!(super::super::sniff(&path), Err(Error::Locked)), "still ours alone");
        }
        drop(store);
        assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 1, "nothing is left");
    }

    #[cfg(target_os = "linux")]
    #[test]
    fn a_file_that_another_program_holds_keeps_its_passphrase_and_stays_open() {
        let folder = tempfile::tempdir().unwrap();
        let path = dossier(&folder);
        let mut store = Store::open(&path, Access::default()).unwrap();
        let fresh = store.under_passphrase(Passphrase::new("gravel".to_owned()).as_ref()).unwrap();
        let strict = Strict::about(&path);
        let other = std::fs::File::open(&path).unwrap();
        let held = store.take_place(fresh, Passphrase::new("gravel".to_owned()));
        assert!(matches!(held, Err(Error::Locked)), "{held:?}");
        assert!(!store.is_protected());
        store.keep_in_workspace(&[("key".into(), Some("value".into()))]).unwrap();
        drop((other, strict));
        let again = Store::open_read_only(&path, Access::default());
        assert!(matches!(again, Err(Error::Locked)), "{again:?}");
        drop(store);
        let store = Store::open(&path, Access::default()).unwrap();
        assert_eq!(store.workspace().unwrap().len(), 1);
    }
}
