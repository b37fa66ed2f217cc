//! The document: a dossier file, its snapshot in memory, and its history.
//!
//! [`Document::apply`] is the one door for writes. An [`Edit`] goes through it as
//! one transaction and one named step in the log; then the snapshot is brought up
//! to date with the records that the step touched, and with no others.

mod bearing;
pub mod blank;
mod changes;
mod custody;
mod deletion;
mod edit;
mod entries;
mod error;
mod history;
mod marking;
pub mod merge;
mod room;
mod rules;
mod search;
mod sight;
mod tally;
mod unique;

use std::path::Path;

use chrono::{DateTime, Utc};
use uuid::Uuid;

pub use bearing::Bearing;
pub use changes::FieldChange;
pub use custody::Reprotected;
pub use deletion::{Deletion, deletion, resting_on};
pub use edit::{Edit, Operation, StepName};
pub use entries::{NewStance, assess_edit, correction, stance_edit};
pub use error::Error;
pub use history::History;
pub use marking::{lowered_by, marking_edit};
pub use room::{
    heard_edit, moved_edit, order_edit, parked_edit, slide_edit, tally_edit, temperature_edit,
    temperature_of,
};
pub use rules::{LONGEST, Problem, Refusal, check};
pub use search::{Found, RawTexts, SearchIndex, excerpt};

// They make a new file, and change none that is there.
pub use crate::store::{Salvaged, copy_closed, salvage};

use crate::library::templates::Template;
use crate::model::{Clock, Position, Record, RecordId, Snapshot, fresh_id};
use crate::store::{self, Access, Change, NewStep, RecordChange, Step, StepKind, Store};

/// An open dossier.
#[derive(Debug)]
pub struct Document {
    store: Store,
    snapshot: Snapshot,
    history: History,
    author: String,
    clock: Clock,
    revision: u64,
    saved: Option<DateTime<Utc>>,
    touched: Vec<RecordId>,
}

/// A step that was made, and the records it touched.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Applied {
    /// The step.
    pub step: Step,
    /// The records.
    pub touched: Vec<RecordId>,
}

impl Document {
    /// Makes a new dossier file from a template.
    ///
    /// # Errors
    /// [`store::Error::Exists`] where something is at the path already, and what
    /// the file system says; there is no half-made file.
    pub fn create(path: &Path, template: Template, title: &str) -> Result<(), store::Error> {
        Store::create(path, &template.records(title))
    }

    /// Makes a new dossier file of these records, the dossier itself among them; they are not
    /// logged.
    ///
    /// # Errors
    /// [`store::Error::Exists`] where something is at the path already, and what
    /// the file system says; there is no half-made file.
    pub fn create_of(path: &Path, records: &[Record]) -> Result<(), store::Error> {
        Store::create(path, records)
    }

    /// Opens a dossier for this process alone.
    ///
    /// # Errors
    /// Every reason why it cannot be opened; the file is as it was.
    pub fn open(path: &Path) -> Result<Self, store::Error> {
        Self::open_as(path, Access::default())
    }

    /// The same for one that may have a passphrase, and of which backups may be kept.
    ///
    /// # Errors
    /// [`store::Error::Protected`] where it has a passphrase that was not given, and every
    /// other reason why it cannot be opened; the file is as it was.
    pub fn open_as(path: &Path, access: Access) -> Result<Self, store::Error> {
        Self::from_store(Store::open(path, access)?)
    }

    /// Opens a dossier for reading, beside others who read it.
    ///
    /// # Errors
    /// Every reason why it cannot be opened; the file is as it was.
    pub fn open_read_only(path: &Path) -> Result<Self, store::Error> {
        Self::read_as(path, Access::default())
    }

    /// The same for one that may have a passphrase.
    ///
    /// # Errors
    /// [`store::Error::Protected`] where it has a passphrase that was not given, and every
    /// other reason why it cannot be opened; the file is as it was.
    pub fn read_as(path: &Path, access: Access) -> Result<Self, store::Error> {
        Self::from_store(Store::open_read_only(path, access)?)
    }

    /// The same for reading and writing, before all of the file was checked, where nothing but
    /// that is left to be done. It can be read meanwhile, and edited once it was
    /// [found whole](Self::found_whole). Where nothing is left, there are no checks.
    ///
    /// # Errors
    /// Every reason why it cannot be opened; the file is as it was.
    pub fn open_early(
        path: &Path,
        access: Access,
    ) -> Result<(Self, Option<store::Checks>), store::Error> {
        let (store, checks) = Store::open_early(path, access)?;
        Ok((Self::from_store(store)?, checks))
    }

    /// The checks went through: it can be edited.
    pub fn found_whole(&mut self) {
        self.store.found_whole();
    }

    /// Whether it is still to be found whole.
    pub fn is_unchecked(&self) -> bool {
        self.store.is_unchecked()
    }

    /// Opens a dossier that lies in memory only, for reading. The path is where it came from.
    ///
    /// # Errors
    /// Every reason why it cannot be opened.
    pub(crate) fn in_memory(
        bytes: &[u8],
        path: &Path,
        access: Access,
    ) -> Result<Self, store::Error> {
        Self::from_store(Store::in_memory(bytes, path, access)?)
    }

    fn from_store(store: Store) -> Result<Self, store::Error> {
        Ok(Self {
            snapshot: store.load()?,
            history: History::new(store.steps()?),
            store,
            author: String::new(),
            clock: Clock::System,
            revision: 0,
            saved: None,
            touched: Vec::new(),
        })
    }

    /// Sets the name under which steps are logged.
    pub fn set_author(&mut self, author: impl Into<String>) {
        self.author = author.into();
    }

    /// The name under which steps are logged.
    pub fn author(&self) -> &str {
        &self.author
    }

    /// Sets the clock that steps are timed by.
    pub fn set_clock(&mut self, clock: Clock) {
        self.clock = clock;
    }

    /// The clock that steps are timed by.
    pub fn clock(&self) -> Clock {
        self.clock
    }

    /// All records, in memory.
    pub fn snapshot(&self) -> &Snapshot {
        &self.snapshot
    }

    /// The steps so far, and which can be undone.
    pub fn history(&self) -> &History {
        &self.history
    }

    /// A number that grows with every change to the snapshot.
    pub fn revision(&self) -> u64 {
        self.revision
    }

    /// The records that the last step touched.
    pub fn touched_last(&self) -> &[RecordId] {
        &self.touched
    }

    /// When the last step was saved, if one was since opening.
    pub fn saved(&self) -> Option<DateTime<Utc>> {
        self.saved
    }

    /// Where the file is.
    pub fn path(&self) -> &Path {
        self.store.path()
    }

    /// Whether it can only be read, if only until it was found whole.
    pub fn is_read_only(&self) -> bool {
        self.store.is_read_only() || self.is_unchecked()
    }

    /// Every rule that a record breaks, as another program may have left it.
    ///
    /// # Errors
    /// What kept the file from being read.
    pub fn findings(&self) -> Result<Vec<Refusal>, store::Error> {
        let strays = self.store.stray_positions()?.into_iter().map(|(record, field)| Refusal {
            record,
            field,
            problem: Problem::Missing,
            other: None,
        });
        let broken = rules::findings(&self.snapshot, self.clock.today());
        Ok(broken.into_iter().chain(strays).collect())
    }

    /// Makes an edit: one transaction, one step. Returns `None` where it changes nothing.
    ///
    /// When it returns, the edit is on the disk.
    ///
    /// # Errors
    /// [`Error::Refused`] with the field that breaks a rule, or what kept the file
    /// from being written. Nothing is changed then.
    pub fn apply(&mut self, edit: &Edit) -> Result<Option<Applied>, Error> {
        self.catch_up()?;
        check(&self.snapshot, edit, self.clock.today()).map_err(Error::Refused)?;
        let name = edit.name.key();
        self.step(StepKind::Do, None, &name, &edit.detail, |changes| {
            carry_out(changes, &edit.operations, edit.entries.iter().cloned())
        })
    }

    /// The same for an edit that may be large: it is let go of once it is written, before memory
    /// is brought up to date.
    ///
    /// # Errors
    /// The same.
    pub fn apply_large(&mut self, edit: Edit) -> Result<Option<Applied>, Error> {
        self.catch_up()?;
        check(&self.snapshot, &edit, self.clock.today()).map_err(Error::Refused)?;
        let Edit { name, detail, operations, entries } = edit;
        self.step(StepKind::Do, None, &name.key(), &detail, move |changes| {
            carry_out(changes, &operations, entries.into_iter())
        })
    }

    /// Takes back the newest step that still holds, and says which.
    ///
    /// # Errors
    /// [`Error::Nothing`] where there is none, or what kept the file from being written.
    pub fn undo(&mut self) -> Result<Applied, Error> {
        self.catch_up()?;
        let target = self.history.next_undo().cloned().ok_or(Error::Nothing)?;
        self.reverse(StepKind::Undo, &target)
    }

    /// Makes the newest undone step again, and says which.
    ///
    /// # Errors
    /// [`Error::Nothing`] where there is none, or what kept the file from being written.
    pub fn redo(&mut self) -> Result<Applied, Error> {
        self.catch_up()?;
        let target = self.history.next_redo().cloned().ok_or(Error::Nothing)?;
        self.reverse(StepKind::Redo, &target)
    }

    /// What a step changed, field by field.
    ///
    /// # Errors
    /// What kept the log from being read.
    pub fn changes(&self, step: Uuid) -> Result<Vec<Change>, store::Error> {
        self.store.changes(step)
    }

    /// What the steps that merges brought in changed where they were made, by the steps.
    ///
    /// # Errors
    /// What kept the log from being read.
    pub fn brought(&self) -> Result<Vec<(Uuid, Vec<Change>)>, store::Error> {
        let steps = self.history.steps().iter().filter(|step| step.merged.is_some());
        steps.map(|step| Ok((step.id, self.store.changes(step.id)?))).collect()
    }

    /// The dossier as it was after the step at this place; 0 is before the first one.
    ///
    /// # Errors
    /// What kept the log from being read.
    pub fn at(&self, seq: i64) -> Result<Snapshot, store::Error> {
        self.store.at(self.history.steps(), seq, self.snapshot.clone())
    }

    /// Every change of a record, first one first.
    ///
    /// # Errors
    /// What kept the log from being read.
    pub fn record_changes(&self, record: RecordId) -> Result<Vec<RecordChange>, store::Error> {
        self.store.record_changes(self.history.steps(), record)
    }

    /// Gives a field the value again that it had before a change.
    ///
    /// # Errors
    /// [`Error::Refused`] where that breaks a rule by now, or what kept the file from being
    /// written.
    pub fn restore(&mut self, change: &Change, detail: &str) -> Result<Option<Applied>, Error> {
        let record = self.store.before(change)?;
        self.apply(&Edit::new(StepName::Restore, detail).put(record))
    }

    /// Reads the whole dossier from the file once more, beside what is in memory.
    ///
    /// # Errors
    /// What kept the file from being read.
    pub fn reload(&self) -> Result<Snapshot, store::Error> {
        self.store.load()
    }

    /// Saves a whole and checked copy at a path where nothing is yet.
    ///
    /// # Errors
    /// [`store::Error::Exists`] where something is there already, and what the file
    /// system says; there is no half-made copy.
    pub fn copy_to(&self, path: &Path) -> Result<(), store::Error> {
        self.store.copy_to(path)
    }

    /// Brings memory up to date with the file, where a disk that failed left it behind.
    pub(crate) fn catch_up(&mut self) -> Result<(), store::Error> {
        if !self.store.is_behind() {
            return Ok(());
        }
        self.store.regain()?;
        let (snapshot, steps) = (self.store.load()?, self.store.steps()?);
        self.snapshot = snapshot;
        self.history = History::new(steps);
        // Two, for what is new is not only what a last step touched: that may be anything.
        self.revision += 2;
        self.touched = self.snapshot.arena_records().map(|record| record.record_id()).collect();
        self.store.caught_up();
        Ok(())
    }

    fn reverse(&mut self, kind: StepKind, target: &Step) -> Result<Applied, Error> {
        let applied =
            self.step(kind, Some(target.id), &target.name, &target.detail, |changes| {
                changes.reverse(target.id)
            })?;
        applied.ok_or(Error::Nothing)
    }

    fn step(
        &mut self,
        kind: StepKind,
        target: Option<Uuid>,
        name: &str,
        detail: &str,
        work: impl FnOnce(&store::Changes<'_>) -> Result<(), store::Error>,
    ) -> Result<Option<Applied>, Error> {
        let (id, time, author) = (fresh_id(), self.clock.now(), self.author.clone());
        self.write(&NewStep { id, time, author: &author, kind, target, name, detail }, work)
    }

    fn write(
        &mut self,
        step: &NewStep<'_>,
        work: impl FnOnce(&store::Changes<'_>) -> Result<(), store::Error>,
    ) -> Result<Option<Applied>, Error> {
        let written = match self.store.write(step, &mut self.snapshot, work) {
            Ok(Some(written)) => written,
            Ok(None) => return Ok(None),
            Err(error) => {
                // Where that fails too, it is tried again before the next step.
                let _ = self.catch_up();
                return Err(error.into());
            }
        };
        self.history.push(written.step.clone());
        self.saved = Some(self.clock.now());
        self.revision += 1;
        self.touched.clone_from(&written.touched);
        Ok(Some(Applied { step: written.step, touched: written.touched }))
    }
}

fn carry_out(
    changes: &store::Changes<'_>,
    operations: &[Operation],
    mut entries: impl Iterator<Item = Position>,
) -> Result<(), store::Error> {
    operations.iter().try_for_each(|operation| match operation {
        Operation::Put(record) => changes.put(record),
        Operation::Delete(record) => changes.delete(*record),
    })?;
    entries.try_for_each(|entry| changes.put(&entry.into()))
}
