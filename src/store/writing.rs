//! Makes a step, and determines what became of it if the disk failed meanwhile.

use std::cell::RefCell;

use rusqlite::{Connection, TransactionBehavior};
use uuid::Uuid;

use super::log::{self, Added, NewStep, Step};
use super::merging::{self, ForeignStep, StoredRecord};
use super::{Error, Store, leftovers, load, open, tables, workspace};
use crate::model::{Record, RecordId, Snapshot, Table};

/// The state after a failure of the disk.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Standing {
    /// The file is open, and memory agrees with it.
    Sound,
    /// The file is open, and memory may be behind it.
    Behind,
    /// The file could not be opened again.
    Lost,
}

impl Store {
    /// Makes one step in one transaction, and updates the snapshot.
    ///
    /// If nothing changes there is no step, and `None` is returned.
    ///
    /// # Errors
    /// Why the step could not be made; file and snapshot are then unchanged. Only after
    /// [`Error::Done`] and [`Error::Unsure`] memory may be behind: see [`Store::regain`].
    pub(crate) fn write(
        &mut self,
        step: &NewStep<'_>,
        snapshot: &mut Snapshot,
        work: impl FnOnce(&Changes<'_>) -> Result<(), Error>,
    ) -> Result<Option<Written>, Error> {
        self.guarded(|store| store.write_step(step, snapshot, work))
    }

    /// Puts things in the workspace, or removes those that are `None`.
    pub(crate) fn keep_in_workspace(
        &mut self,
        things: &[(String, Option<String>)],
    ) -> Result<(), Error> {
        self.guarded(|store| workspace::put(&store.connection, things))
    }

    /// Whether memory may be behind the file because the disk failed.
    pub(crate) fn is_behind(&self) -> bool {
        self.standing != Standing::Sound
    }

    /// Makes sure that the file is open, so that memory can be updated from it.
    pub(crate) fn regain(&mut self) -> Result<(), Error> {
        let turn = self.opened.turn();
        let _ours = turn.wait();
        self.found_again()
    }

    fn found_again(&mut self) -> Result<(), Error> {
        if self.standing == Standing::Lost { self.reopen(false) } else { Ok(()) }
    }

    /// Reports that memory was updated from the file.
    pub(crate) fn caught_up(&mut self) {
        self.standing = Standing::Sound;
    }

    /// Runs `work` if the file is still as we left it.
    pub(super) fn guarded<T>(
        &mut self,
        work: impl FnOnce(&mut Self) -> Result<T, Error>,
    ) -> Result<T, Error> {
        if self.left.is_none() || self.unchecked {
            return Err(Error::ReadOnly);
        }
        let turn = self.opened.turn();
        let _ours = turn.wait();
        self.found_again()?;
        let (file_watch, left) = self.left.as_ref().ok_or(Error::ReadOnly)?;
        if !file_watch.look(&self.path)?.is_as_left(left) {
            return Err(Error::Replaced);
        }
        let done = work(self);
        if done.is_err() && self.standing == Standing::Sound && leftovers::is_hot(&self.path) {
            // The rollback failed; reopening the file completes it.
            let _ = self.reopen(true);
        }
        // After a failure too, because a rollback writes as well.
        if let Some((file_watch, left)) = &mut self.left
            && self.standing != Standing::Lost
            && let Ok(now) = file_watch.look(&self.path)
        {
            *left = now;
        }
        done.map_err(|error| self.named(error))
    }

    /// The meaning of an error for a file that was intact when it was opened: see [`open::twice`].
    pub(super) fn named(&self, error: Error) -> Error {
        if error.is_damage() { Error::Unreadable } else { error }
    }

    fn write_step(
        &mut self,
        step: &NewStep<'_>,
        snapshot: &mut Snapshot,
        work: impl FnOnce(&Changes<'_>) -> Result<(), Error>,
    ) -> Result<Option<Written>, Error> {
        let id = step.id;
        let mut committing = false;
        let written = self.transact(step, work, &mut committing);
        give_back_pages(&self.connection);
        let written = match written {
            Ok(Some(written)) => written,
            Ok(None) => return Ok(None),
            Err(error @ Error::Constraint) => return Err(error),
            Err(error) if committing => return Err(self.look_up(id, error)),
            Err(error) => return Err(error),
        };
        // From here on the step is in the file, whatever happens to memory.
        if load::touched(&self.connection, snapshot, &written.touched).is_err() {
            match self.load() {
                Ok(loaded) => *snapshot = loaded,
                Err(error) => {
                    self.standing = Standing::Behind;
                    return Err(Error::Done(Box::new(error)));
                }
            }
        }
        Ok(Some(written))
    }

    fn transact(
        &mut self,
        step: &NewStep<'_>,
        work: impl FnOnce(&Changes<'_>) -> Result<(), Error>,
        committing: &mut bool,
    ) -> Result<Option<Written>, Error> {
        let transaction =
            self.connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
        let seq = log::begin(&transaction, step)?;
        let changes = Changes { connection: &transaction, added: RefCell::default() };
        work(&changes)?;
        let touched = log::touched(&transaction, seq, changes.added.into_inner())?;
        if touched.is_empty() && !log::is_merge(&transaction, seq)? {
            return Ok(None);
        }
        let step = log::step(&transaction, seq)?;
        *committing = true;
        transaction.commit()?;
        Ok(Some(Written { step, touched }))
    }

    /// Determines whether a step whose commit failed was made: the disk may have failed before
    /// or after that.
    fn look_up(&mut self, step: Uuid, error: Error) -> Error {
        // A full disk still reads correctly; any other failure may not.
        let trusted = matches!(error, Error::DiskFull) && !leftovers::is_hot(&self.path);
        let reopened = if trusted { Ok(()) } else { self.reopen(true) };
        match reopened.and_then(|()| log::has(&self.connection, step)) {
            Ok(false) => error,
            Ok(true) => {
                self.standing = Standing::Behind;
                Error::Done(Box::new(error))
            }
            Err(_) => {
                self.standing = Standing::Lost;
                Error::Unsure(Box::new(error))
            }
        }
    }

    /// Reopens the file, because the connection's cache cannot be trusted. `ours` says that
    /// nobody else has had time to put anything beside the file.
    pub(super) fn reopen(&mut self, ours: bool) -> Result<(), Error> {
        self.standing = Standing::Lost;
        // Closes the file.
        self.connection = Connection::open_in_memory()?;
        let Some((file_watch, left)) = &mut self.left else { return Err(Error::ReadOnly) };
        file_watch.regain(&self.path)?;
        if !file_watch.look(&self.path)?.is_same_file(left) {
            return Err(Error::Replaced);
        }
        let connection = if ours {
            open::again(&self.path, &self.access)?
        } else {
            open::read_write(&self.path, &mut self.access.clone())?
        };
        log::install(&connection)?;
        *left = file_watch.look(&self.path)?;
        self.connection = connection;
        self.standing = Standing::Behind;
        Ok(())
    }
}

/// Memory for pages of the file while one step writes many records, in KiB. Ids are random, so each
/// record goes to another page of every index; with SQLite's default, nearly every one of them is
/// written out and read back again.
const PAGES_FOR_MANY: i64 = 64 * 1024;

/// The same at all other times: SQLite's default.
const PAGES: i64 = 2_000;

/// Returns the memory that a step with many records took. If that fails, it is only kept longer.
fn give_back_pages(connection: &Connection) {
    let now = connection.pragma_query_value(None, "cache_size", |row| row.get::<_, i64>(0));
    if now.is_ok_and(|now| now != -PAGES) {
        let _ = connection.pragma_update(None, "cache_size", -PAGES);
        let _ = connection.release_memory();
    }
}

/// The changes a step may make within its transaction.
pub(crate) struct Changes<'a> {
    connection: &'a Connection,
    // Those that were added many at a time.
    added: RefCell<Vec<Added>>,
}

impl Changes<'_> {
    /// Reports that many records will be written.
    pub(crate) fn expect_many(&self) -> Result<(), Error> {
        Ok(self.connection.pragma_update(None, "cache_size", -PAGES_FOR_MANY)?)
    }

    /// Inserts a record, or updates the fields that differ.
    pub(crate) fn put(&self, record: &Record) -> Result<(), Error> {
        tables::put(self.connection, record)
    }

    /// Inserts records of one table that the file does not have yet.
    pub(crate) fn add(
        &self,
        table: Table,
        records: impl Iterator<Item = Record>,
    ) -> Result<(), Error> {
        let added = tables::add(self.connection, table, records)?;
        self.added.borrow_mut().extend(added);
        Ok(())
    }

    /// Marks a record as deleted.
    pub(crate) fn delete(&self, record: RecordId) -> Result<(), Error> {
        if tables::set_deleted(self.connection, record, true)? {
            Ok(())
        } else {
            Err(Error::Constraint)
        }
    }

    /// Makes a record equal to this row.
    pub(crate) fn put_row(&self, record: RecordId, row: &StoredRecord) -> Result<(), Error> {
        merging::put_row(self.connection, record, row)
    }

    /// Writes the steps of another copy into the log, as brought in by this step. Their effects
    /// come in as rows.
    pub(crate) fn bring_in(&self, steps: &[ForeignStep]) -> Result<(), Error> {
        // Until all records are there, references may be unresolved.
        self.connection.execute_batch("PRAGMA defer_foreign_keys = ON")?;
        merging::bring_in(self.connection, log::current(self.connection)?, steps)
    }

    /// Removes the thing with this key from the workspace.
    pub(crate) fn drop_from_workspace(&self, key: &str) -> Result<(), Error> {
        workspace::take_off(self.connection, key)
    }

    /// Reverses a step.
    pub(crate) fn reverse(&self, step: Uuid) -> Result<(), Error> {
        log::reverse(self.connection, step)
    }
}

/// A step that was made.
#[derive(Debug)]
pub(crate) struct Written {
    /// The step.
    pub(crate) step: Step,
    /// The records it touched.
    pub(crate) touched: Vec<RecordId>,
}
