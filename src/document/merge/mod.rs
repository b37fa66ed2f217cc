//! Merging another copy of a dossier: a three-way merge of fields, based on the change logs.
//!
//! The common point is what both logs have. From there each log says what only its side changed,
//! and that is taken over; what both changed is a [`Conflict`] for a person to decide. No clock
//! decides anything: two machines rarely agree on the time.
//!
//! The submodules: `twins` finds records that both sides added alike, `fields` compares record
//! by record, `loosening` finds what the other side made less confidential, `deletions` what it
//! deleted and what a deletion would take from the other side, `keys` pairs of records of which
//! there may be only one, `days` pairs of statements about the same day. `outcome` makes the
//! rows that decisions lead to, with `chains` for corrections, `settle` makes them obey the
//! rules, and `order` determines the order in which they are written.

mod chains;
mod conflict;
mod days;
mod deletions;
mod fields;
mod keys;
mod loosening;
mod order;
mod outcome;
mod settle;
mod twins;

use std::cell::Cell;
use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

use uuid::Uuid;

pub use conflict::{By, Clash, Conflict, ConflictKind, Decision, How, Taken};

use twins::Aliases;

use super::{Applied, Document, Error, StepName};
use crate::analysis::ToldSplits;
use crate::model::describe::Holds;
use crate::model::travel::{self, with_wholes};
use crate::model::words::code_key;
use crate::model::{Comment, Marking, RecordId, Table};
use crate::store::{self, Comparison, ForeignStep, Sides, StepKind, StoredRecord};

/// Why two files cannot be merged at all.
#[derive(Debug, thiserror::Error)]
pub enum MergeError {
    /// They are not copies of one dossier.
    #[error("no common point")]
    NoCommonPoint,
    /// Both paths lead to the same file.
    #[error("the same file")]
    SameFile,
    /// One of them could not be read.
    #[error(transparent)]
    Store(#[from] store::Error),
}

/// A prepared merge: its effects, and the questions to decide first.
#[derive(Clone, Debug)]
pub struct Merge {
    /// The records from which something is taken over without a question.
    pub taken: Vec<Taken>,
    /// The questions to decide.
    pub conflicts: Vec<Conflict>,
    /// The steps that come along, oldest first.
    pub steps: Vec<ForeignStep>,
    // The rows after the merge, where they are known without a decision.
    rows: BTreeMap<RecordId, StoredRecord>,
    // Both sides of every record that differs, and of others that decisions may touch.
    sides: BTreeMap<RecordId, Sides>,
    // Records that both sides added alike: each one that goes, with the one that stays.
    twins: Aliases,
    // The codes on either side, as `code_key` writes them.
    codes: HashSet<(Table, String)>,
    // The splits of polls that rooms were told on the other side.
    told: ToldSplits,
}

impl Merge {
    /// The changes taken over without a question. Additions that are also the subject of a conflict
    /// are left out.
    pub fn unasked(&self) -> impl Iterator<Item = &Taken> {
        let asked = self.conflicts.iter().filter(|conflict| match conflict.kind {
            ConflictKind::SameKey | ConflictKind::SameDay => true,
            ConflictKind::Field
            | ConflictKind::BothEdited
            | ConflictKind::DeleteEdit
            | ConflictKind::Loosened
            | ConflictKind::Deleted => false,
        });
        let asked: BTreeSet<RecordId> = asked.map(|conflict| conflict.record).collect();
        let is_asked =
            move |taken: &Taken| taken.how == How::Added && asked.contains(&taken.record);
        self.taken.iter().filter(move |taken| !is_asked(taken))
    }

    /// Whether there is nothing to take over and nothing to record.
    pub fn is_nothing(&self) -> bool {
        self.steps.is_empty()
            || (self.taken.is_empty() && self.conflicts.is_empty() && self.only_merges())
    }

    /// How many conflicts are not decided yet.
    pub fn undecided(&self) -> usize {
        self.conflicts.iter().filter(|conflict| conflict.decision.is_none()).count()
    }

    /// How many records exist on both sides with the same content, so that one of them goes.
    pub fn same(&self) -> usize {
        self.twins.len()
    }

    /// Decides every conflict for one side. If both only changed different fields of one record,
    /// both changes are kept, because they do not interfere.
    pub fn prefer(&mut self, side: Decision) {
        self.conflicts.iter_mut().for_each(|conflict| conflict.prefer(side));
    }

    /// The conflict that is about a record.
    fn about(&self, record: RecordId) -> Option<usize> {
        self.conflicts.iter().position(|it| it.records().any(|other| other == record))
    }

    // Copies that have only merged each other have nothing new for each other.
    fn only_merges(&self) -> bool {
        let merge = StepName::Merge.key();
        self.steps.iter().all(|foreign| foreign.step.name == merge)
    }
}

/// Works out what merging another copy into this one would do. Neither file is written.
///
/// # Errors
/// [`MergeError::NoCommonPoint`] if they are not copies of one dossier.
pub fn plan(mine: &Document, theirs: &Document) -> Result<Merge, MergeError> {
    if mine.snapshot.dossier.id != theirs.snapshot.dossier.id {
        return Err(MergeError::NoCommonPoint);
    }
    let comparison = mine.store.compare(&theirs.store)?;
    let authors = authors(mine, theirs);
    let twins = twins::find(&comparison);
    let kept = twins.values().copied().collect();
    let context = MergeContext {
        mine,
        theirs,
        comparison: &comparison,
        authors: &authors,
        twins: &twins,
        kept,
    };
    let mut merge = Merge {
        taken: Vec::new(),
        conflicts: Vec::new(),
        steps: Vec::new(),
        rows: BTreeMap::new(),
        sides: BTreeMap::new(),
        twins: twins.clone(),
        codes: codes(mine).chain(codes(theirs)).collect(),
        told: theirs.told_splits()?,
    };
    for (goes, stays) in &twins {
        context.keep_one(*goes, *stays, &mut merge);
    }
    let deletions = deletions::find(&context)?;
    for (record, sides) in &comparison.differences {
        if !deletions.covers(*record) && !context.is_twin(*record) {
            fields::compare(&context, *record, sides, &deletions, &mut merge);
        }
    }
    deletions.put(&context, &mut merge);
    keys::find(&context, &mut merge);
    days::find(&context, &mut merge)?;
    context.look_at_parts(&mut merge)?;
    merge.conflicts.sort_by_key(|conflict| (conflict.record, conflict.field()));
    for conflict in &mut merge.conflicts {
        conflict.marking = context.marking(conflict)?;
    }
    merge.sides.extend(comparison.differences);
    merge.steps = comparison.steps;
    Ok(merge)
}

/// The codes of a dossier.
fn codes(document: &Document) -> impl Iterator<Item = (Table, String)> {
    let records = document.snapshot.arena_records();
    records.filter_map(|it| Some((it.record_id().table, code_key(it.code()?))))
}

/// The context shared by all parts of the comparison.
struct MergeContext<'a> {
    mine: &'a Document,
    theirs: &'a Document,
    comparison: &'a Comparison,
    authors: &'a HashMap<Uuid, By>,
    // The records that go, each with the equal one that stays; and those that stay.
    twins: &'a Aliases,
    kept: HashSet<RecordId>,
}

impl MergeContext<'_> {
    /// Whether a record is one of two with the same content.
    fn is_twin(&self, record: RecordId) -> bool {
        self.twins.contains_key(&record) || self.kept.contains(&record)
    }

    /// Whether both copies have a record, deleted or not.
    fn is_common(&self, record: RecordId) -> bool {
        self.sides(record).is_none_or(|sides| sides.mine.is_some() && sides.theirs.is_some())
    }

    /// Whether a record is deleted on either side.
    fn is_deleted(&self, record: RecordId) -> bool {
        let gone = |row: &Option<StoredRecord>| row.as_ref().is_some_and(|row| row.deleted);
        self.sides(record).is_some_and(|sides| gone(&sides.mine) || gone(&sides.theirs))
    }

    /// Of two records with the same content, keeps one and deletes the other.
    fn keep_one(&self, goes: RecordId, stays: RecordId, merge: &mut Merge) {
        for (record, deleted) in [(stays, false), (goes, true)] {
            let Some(sides) = self.sides(record) else { continue };
            let alive = twins::alive(sides.mine.as_ref());
            if let Some(row) = alive.or(twins::alive(sides.theirs.as_ref())) {
                merge.rows.insert(record, StoredRecord { deleted, ..row.clone() });
            }
        }
    }

    /// Loads a record that is the same in both copies, so that a decision can change it.
    fn look_at(&self, record: RecordId, merge: &mut Merge) -> Result<(), store::Error> {
        if self.sides(record).is_none() && !merge.sides.contains_key(&record) {
            let (mine, theirs) = (self.mine.store.row(record)?, self.theirs.store.row(record)?);
            merge.sides.insert(record, Sides { mine, theirs });
        }
        Ok(())
    }

    /// Loads the parts of records of which only one will remain.
    fn look_at_parts(&self, merge: &mut Merge) -> Result<(), store::Error> {
        let one_of = |it: &&Conflict| match it.kind {
            ConflictKind::SameKey => !keys::has_code(it.record.table),
            ConflictKind::SameDay => it.record.table != Table::Positions,
            _ => false,
        };
        let conflicts = merge.conflicts.iter().filter(one_of);
        let wholes: HashSet<_> = conflicts.flat_map(Conflict::records).collect();
        let mut parts = Vec::new();
        if wholes.iter().any(|whole| self.is_common(*whole)) {
            for side in [self.mine, self.theirs] {
                side.snapshot.each_reference(|part, reference| {
                    if reference.part && wholes.contains(&reference.to) {
                        parts.push(part);
                    }
                });
            }
        }
        parts.into_iter().try_for_each(|part| self.look_at(part, merge))
    }

    /// Both sides of a record that differs.
    fn sides(&self, record: RecordId) -> Option<&Sides> {
        self.comparison.differences.get(&record)
    }

    /// The strictest marking of what a conflict reveals, on either side, if it is stricter than
    /// the dossier's here.
    fn marking(&self, conflict: &Conflict) -> Result<Option<Marking>, store::Error> {
        let own = self.mine.snapshot.dossier.marking;
        let mut strictest = own.max(self.theirs.snapshot.dossier.marking);
        for store in [&self.mine.store, &self.theirs.store] {
            for record in conflict.records() {
                // A field that names another record is shown with the title of that record.
                let references = store.find(record)?.map(|it| it.references()).unwrap_or_default();
                let is_shown = |field| conflict.clashes.iter().any(|clash| clash.field == field);
                let named = references.into_iter().filter(|it| is_shown(it.field)).map(|it| it.to);
                for shown in named.chain([record]) {
                    let all = with_wholes(shown, |id| store.find(id))?;
                    strictest = strictest.max(travel::strictest(&all, own));
                }
            }
        }
        Ok((strictest > own).then_some(strictest))
    }

    /// Who last touched a record, here and there.
    fn by(&self, record: RecordId) -> [Option<By>; 2] {
        let comparison = self.comparison;
        [&comparison.mine, &comparison.theirs]
            .map(|touches| self.authors.get(&touches.last(record)?).cloned())
    }
}

fn authors(mine: &Document, theirs: &Document) -> HashMap<Uuid, By> {
    let steps = mine.history.steps().iter().chain(theirs.history.steps());
    steps.map(|step| (step.id, By { author: step.author.clone(), time: step.time })).collect()
}

impl Document {
    /// Carries out a planned merge as one step that can be undone. What is undecided stays as it
    /// is here, and `remark` writes a comment that keeps the other version. Returns `None` if
    /// there is nothing to take over.
    ///
    /// # Errors
    /// If the file cannot be written; nothing is changed then.
    pub fn merge(
        &mut self,
        merge: &Merge,
        detail: &str,
        remark: impl Fn(&Conflict) -> String,
    ) -> Result<Option<Applied>, Error> {
        if merge.is_nothing() {
            return Ok(None);
        }
        // First, so that no poll that comes along is ever shown without it. It stays even if the
        // merge is undone, because rooms were told nonetheless.
        self.take_over_told(&merge.told)?;
        let rows = outcome::rows(merge);
        let comments: Vec<_> = merge
            .conflicts
            .iter()
            .filter(|conflict| conflict.decision.is_none_or(|it| it == Decision::Later))
            .map(|conflict| {
                let there = |record: &RecordId| {
                    let row = rows.get(record);
                    row.map_or_else(|| self.snapshot.has(*record), |row| !row.deleted)
                };
                let mut about = [Some(conflict.record), conflict.other].into_iter().flatten();
                let dossier = self.snapshot.dossier.record_id();
                let about = about.find(there).unwrap_or(dossier);
                let words = remark(conflict);
                let now = self.clock.now();
                let marking = conflict.marking;
                Comment { marking, ..Comment::new(about, words, self.author.clone(), now) }
            })
            .collect();
        let name = StepName::Merge.key();
        let at = Cell::new(None);
        let applied = self.step(StepKind::Do, None, &name, detail, |changes| {
            changes.bring_in(&merge.steps)?;
            for (record, row) in order::ordered(merge, rows) {
                at.set(Some(record));
                changes.put_row(record, &row)?;
            }
            at.set(None);
            comments.iter().try_for_each(|comment| changes.put(&comment.clone().into()))
        });
        let applied = applied.map_err(|error| match (error, at.get()) {
            (Error::Store(store::Error::Constraint), Some(record)) => {
                Error::Undecidable { record, conflict: merge.about(record) }
            }
            (error, _) => error,
        })?;
        // The log now also has the steps that came along. The merge is complete at this point,
        // so failing to read the log again is not reported as a failed merge.
        if let Ok(steps) = self.store.steps() {
            self.history = super::History::new(steps);
        }
        Ok(applied)
    }
}

/// Whether a column holds free text, so that both versions can be kept one after the other.
fn is_prose(table: Table, column: &str) -> bool {
    table.description().column(column).is_some_and(|it| it.holds == Holds::Prose)
}

/// The index of a column in the row of a table; `deleted` is not a column here.
fn place(table: Table, column: &str) -> Option<usize> {
    table.columns().iter().position(|known| *known == column)
}
