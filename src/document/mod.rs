//! The document: a dossier file, its snapshot in memory, and its history.
//!
//! [`Document::apply`] is the only way to write. An [`Edit`] goes through it as one transaction and
//! one named step in the log; then only the records that the step touched are updated in the
//! snapshot.

mod assuming;
mod bearing;
pub mod blank;
mod bringing_back;
mod calls;
mod changes;
mod deletion;
mod edit;
mod entries;
mod error;
mod history;
mod many;
mod marking;
pub mod merge;
mod room;
mod rules;
mod safekeeping;
mod search;
mod tally;
mod texts;
mod unique;
mod visible;
mod writing;

use std::path::Path;

use chrono::{DateTime, Utc};
use uuid::Uuid;

pub use assuming::{assume_edit, come_true_edit, move_of, take_back_edit};
pub use bearing::Bearing;
pub use calls::{call_edit, caller_edit, hold_edit, sponsor_edit};
pub use changes::FieldChange;
pub(crate) use deletion::resting_on;
pub use deletion::{Deletion, deletion};
pub use edit::{Edit, Operation, StepName};
pub use entries::{NewStance, assess_edit, correction, stance_edit};
pub(crate) use entries::{correction_edit, redate_edit};
pub use error::Error;
pub use history::History;
pub(crate) use many::{
    Made, can_mark, field_edit, fields_of_many, found_together, markings, membership_edit,
    values_of,
};
pub(crate) use marking::{lowered_by, marking_edit};
pub use room::MoveTo;
pub(crate) use room::{
    dealt_with_edit, heard_edit, moved_edit, order_edit, parked_edit, slide_edit, tally_edit,
    temperature_edit, temperature_of,
};
pub(crate) use rules::WEIGHTS;
pub use rules::{Problem, Refusal, check};

pub use crate::model::words::LONGEST;
pub use safekeeping::Reprotected;
pub use search::{Found, RawTexts, SearchIndex, excerpt};
pub use texts::{
    Laid, NewVersion, Remarked, Stranger, is_version_name, lay, usual_marking, usual_name,
    version_edit,
};
pub(crate) use texts::{status_edit, words_edit};
pub(crate) use visible::needs_cover;

// These make a new file and change no existing one.
pub use crate::store::{Salvaged, copy_closed, salvage};

use crate::library::templates::Template;
use crate::model::{Clock, Language, Record, RecordId, Snapshot, fresh_id};
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
    /// [`store::Error::Exists`] if something is at the path already, and errors of the file
    /// system; no partial file is left.
    pub fn create(path: &Path, template: Template, title: &str) -> Result<(), store::Error> {
        Store::create(path, &template.records(title, Language::English))
    }

    /// Makes a new dossier file from these records, the dossier record among them; nothing is
    /// logged.
    ///
    /// # Errors
    /// [`store::Error::Exists`] if something is at the path already, and errors of the file
    /// system; no partial file is left.
    pub fn create_of(path: &Path, records: &[Record]) -> Result<(), store::Error> {
        Store::create(path, records)
    }

    /// Opens a dossier for this process only.
    ///
    /// # Errors
    /// Any reason why it cannot be opened; the file is unchanged.
    pub fn open(path: &Path) -> Result<Self, store::Error> {
        Self::open_as(path, Access::default())
    }

    /// Opens a dossier that may have a passphrase and may keep backups.
    ///
    /// # Errors
    /// [`store::Error::Protected`] if the passphrase was not given, and any other reason why it
    /// cannot be opened; the file is unchanged.
    pub fn open_as(path: &Path, access: Access) -> Result<Self, store::Error> {
        Self::from_store(Store::open(path, access)?)
    }

    /// Opens a dossier for reading, alongside other readers.
    ///
    /// # Errors
    /// Any reason why it cannot be opened; the file is unchanged.
    pub fn open_read_only(path: &Path) -> Result<Self, store::Error> {
        Self::read_as(path, Access::default())
    }

    /// The same for a dossier that may have a passphrase.
    ///
    /// # Errors
    /// [`store::Error::Protected`] if the passphrase was not given, and any other reason why it
    /// cannot be opened; the file is unchanged.
    pub fn read_as(path: &Path, access: Access) -> Result<Self, store::Error> {
        Self::from_store(Store::open_read_only(path, access)?)
    }

    /// Opens a dossier for reading and writing before the whole file is checked, if the checks are
    /// all that remains; they are returned, or `None` if nothing remains. Meanwhile the dossier can
    /// be read; it can be edited once it was [found whole](Self::found_whole).
    ///
    /// # Errors
    /// Any reason why it cannot be opened; the file is unchanged.
    pub fn open_early(
        path: &Path,
        access: Access,
    ) -> Result<(Self, Option<store::Checks>), store::Error> {
        let (store, checks) = Store::open_early(path, access)?;
        Ok((Self::from_store(store)?, checks))
    }

    /// Records that the checks passed: from now on it can be edited.
    pub fn found_whole(&mut self) {
        self.store.found_whole();
    }

    /// Whether the checks have yet to pass.
    pub fn is_unchecked(&self) -> bool {
        self.store.is_unchecked()
    }

    /// Opens a dossier that exists only in memory, for reading. The path is where it came from.
    ///
    /// # Errors
    /// Any reason why it cannot be opened.
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

    /// Sets the clock for the time of steps.
    pub fn set_clock(&mut self, clock: Clock) {
        self.clock = clock;
    }

    /// The clock for the time of steps.
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
    pub(crate) fn touched_last(&self) -> &[RecordId] {
        &self.touched
    }

    /// When the last step was saved, if there was one since opening.
    pub fn saved(&self) -> Option<DateTime<Utc>> {
        self.saved
    }

    /// Where the file is.
    pub fn path(&self) -> &Path {
        self.store.path()
    }

    /// Whether it can only be read, even if only until it has been found whole.
    pub fn is_read_only(&self) -> bool {
        self.store.is_read_only() || self.is_unchecked()
    }

    /// Every rule that a record breaks, for instance because another program changed the file.
    ///
    /// # Errors
    /// If the file cannot be read.
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

    /// Makes an edit: one transaction, one step. Returns `None` if it changes nothing.
    ///
    /// When this returns, the edit is on the disk.
    ///
    /// # Errors
    /// [`Error::Refused`] with the field that breaks a rule, or the reason why the file cannot
    /// be written. Nothing is changed then.
    pub fn apply(&mut self, edit: &Edit) -> Result<Option<Applied>, Error> {
        self.allow(edit)?;
        let name = edit.name.key();
        self.step(StepKind::Do, None, &name, &edit.detail, |changes| {
            writing::carry_out(changes, edit)
        })
    }

    /// Checks that an edit breaks no rule of the dossier as it is now.
    fn allow(&mut self, edit: &Edit) -> Result<(), Error> {
        self.catch_up()?;
        check(&self.snapshot, edit, self.clock.today()).map_err(Error::Refused)
    }

    /// As [`Self::apply`], for an edit that may be large: its memory is freed once it is written,
    /// before the snapshot is updated. The pulse is told how many records are written and of how
    /// many; if it returns `false` the step is rolled back.
    ///
    /// # Errors
    /// As [`Self::apply`], and [`store::Error::Stopped`] if the pulse stopped it.
    pub fn apply_large(
        &mut self,
        edit: Edit,
        pulse: writing::Pulse<'_>,
    ) -> Result<Option<Applied>, Error> {
        self.allow(&edit)?;
        let Edit { name, detail, operations, entries, votes } = edit;
        self.step(StepKind::Do, None, &name.key(), &detail, move |changes| {
            writing::carry_out_told(changes, (&*operations, &*votes, entries.into_iter()), pulse)
        })
    }

    /// Reverses the newest step still in effect, and returns the new step.
    ///
    /// # Errors
    /// [`Error::Nothing`] if there is none, or the reason why the file cannot be written.
    pub fn undo(&mut self) -> Result<Applied, Error> {
        self.catch_up()?;
        let target = self.history.next_undo().cloned().ok_or(Error::Nothing)?;
        self.reverse(StepKind::Undo, &target)
    }

    /// Repeats the newest undone step, and returns the new step.
    ///
    /// # Errors
    /// [`Error::Nothing`] if there is none, or the reason why the file cannot be written.
    pub fn redo(&mut self) -> Result<Applied, Error> {
        self.catch_up()?;
        let target = self.history.next_redo().cloned().ok_or(Error::Nothing)?;
        self.reverse(StepKind::Redo, &target)
    }

    /// The changes of a step, field by field.
    ///
    /// # Errors
    /// If the log cannot be read.
    pub fn changes(&self, step: Uuid) -> Result<Vec<Change>, store::Error> {
        self.store.changes(step)
    }

    /// The record of each step made here that adds or changes one, by the number of the step.
    ///
    /// # Errors
    /// If the log cannot be read.
    pub fn subjects(&self) -> Result<Vec<(i64, RecordId)>, store::Error> {
        self.store.subjects()
    }

    /// The changes that the steps brought in by merges made where they were made, by step.
    ///
    /// # Errors
    /// If the log cannot be read.
    pub fn brought(&self) -> Result<Vec<(Uuid, Vec<Change>)>, store::Error> {
        let steps = self.history.steps().iter().filter(|step| step.merged.is_some());
        steps.map(|step| Ok((step.id, self.store.changes(step.id)?))).collect()
    }

    /// The dossier as it was after the step with this number; 0 is before the first one.
    ///
    /// # Errors
    /// If the log cannot be read.
    pub fn at(&self, seq: i64) -> Result<Snapshot, store::Error> {
        self.store.at(self.history.steps(), seq, self.snapshot.clone())
    }

    /// Every change of a record, oldest first.
    ///
    /// # Errors
    /// If the log cannot be read.
    pub(crate) fn record_changes(
        &self,
        record: RecordId,
    ) -> Result<Vec<RecordChange>, store::Error> {
        self.store.record_changes(self.history.steps(), record)
    }

    /// Restores the value that a field had before a change.
    ///
    /// # Errors
    /// [`Error::Refused`] if that breaks a rule by now, or the reason why the file cannot be
    /// written.
    pub fn restore(&mut self, change: &Change, detail: &str) -> Result<Option<Applied>, Error> {
        let record = self.store.before(change)?;
        self.apply(&Edit::new(StepName::Restore, detail).put(record))
    }

    /// Reads the whole dossier from the file again; memory is not changed.
    ///
    /// # Errors
    /// If the file cannot be read.
    pub fn reload(&self) -> Result<Snapshot, store::Error> {
        self.store.load()
    }

    /// Saves a complete and checked copy at a path where nothing exists yet.
    ///
    /// # Errors
    /// [`store::Error::Exists`] if something is there already, and errors of the file system; no
    /// partial copy is left.
    pub fn copy_to(&self, path: &Path) -> Result<(), store::Error> {
        self.store.copy_to(path)
    }

    /// Updates memory from the file, if a failing disk left them different.
    pub(crate) fn catch_up(&mut self) -> Result<(), store::Error> {
        if !self.store.is_behind() {
            return Ok(());
        }
        self.store.regain()?;
        let (snapshot, steps) = (self.store.load()?, self.store.steps()?);
        self.snapshot = snapshot;
        self.history = History::new(steps);
        // Advances by two, so that nobody takes this for a single step whose touched records are
        // known.
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
                // If this fails too, it is tried again before the next step.
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
