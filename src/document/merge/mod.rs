//! Merging another copy of a dossier: a three-way merge of fields on the change logs.
//!
//! The common point is what both logs know. From there each side's touches say what only it
//! did, and that is taken; what both touched is a [`Conflict`] that a person decides. No
//! clock decides anything: two machines rarely agree on the time.
//!
//! The parts: `fields` compares record by record, `deletions` finds what a deletion would
//! take from the other side, `keys` finds two records where only one may be, `outcome` makes
//! the rows that decisions lead to.

mod conflict;
mod deletions;
mod fields;
mod keys;
mod outcome;

use std::collections::{BTreeMap, HashMap};

use uuid::Uuid;

pub use conflict::{By, Clash, Conflict, ConflictKind, Decision};

use super::{Applied, Document, Error, StepName};
use crate::model::{Comment, Marking, RecordId, Snapshot, Table};
use crate::store::{self, Comparison, ForeignStep, Row, Sides, StepKind};

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

/// What a merge would do, and what has to be decided first.
#[derive(Clone, Debug)]
pub struct Merge {
    /// The records of which something is taken over, with how many fields; none where the
    /// record was added or deleted as a whole.
    pub taken: Vec<(RecordId, usize)>,
    /// What has to be decided.
    pub conflicts: Vec<Conflict>,
    /// The steps that come along, first one first.
    pub steps: Vec<ForeignStep>,
    // What is known without a decision: the rows as they will be.
    rows: BTreeMap<RecordId, Row>,
    // Both sides of every record that differs.
    sides: BTreeMap<RecordId, Sides>,
}

impl Merge {
    /// Whether there is nothing to take over and nothing to remember.
    pub fn is_nothing(&self) -> bool {
        self.steps.is_empty()
            || (self.taken.is_empty() && self.conflicts.is_empty() && self.only_merges())
    }

    /// How many conflicts are not decided yet.
    pub fn undecided(&self) -> usize {
        self.conflicts.iter().filter(|conflict| conflict.decision.is_none()).count()
    }

    /// Decides every conflict for one side. Where both only changed different fields of one
    /// record, both changes are kept: neither stands in the way of the other.
    pub fn prefer(&mut self, side: Decision) {
        for conflict in &mut self.conflicts {
            let both = conflict.kind == ConflictKind::BothEdited;
            conflict.decision = Some(if both { Decision::Both } else { side });
        }
    }

    // Two copies that only merged each other have nothing more to tell.
    fn only_merges(&self) -> bool {
        let merge = StepName::Merge.key();
        self.steps.iter().all(|foreign| foreign.step.name == merge)
    }
}

/// Finds out what merging another copy into this one would do. Neither file is written.
///
/// # Errors
/// [`MergeError::NoCommonPoint`] where they are not copies of one dossier.
pub fn plan(mine: &Document, theirs: &Document) -> Result<Merge, MergeError> {
    if mine.snapshot.dossier.id != theirs.snapshot.dossier.id {
        return Err(MergeError::NoCommonPoint);
    }
    let comparison = mine.store.compare(&theirs.store)?;
    let authors = authors(mine, theirs);
    let scene = Scene { mine, theirs, comparison: &comparison, authors: &authors };
    let mut merge = Merge {
        taken: Vec::new(),
        conflicts: Vec::new(),
        steps: Vec::new(),
        rows: BTreeMap::new(),
        sides: BTreeMap::new(),
    };
    let deletions = deletions::find(&scene)?;
    for (record, sides) in &comparison.differences {
        if !deletions.covers(*record) {
            fields::compare(&scene, *record, sides, &mut merge);
        }
    }
    deletions.put(&scene, &mut merge);
    keys::find(&scene, &mut merge)?;
    merge.conflicts.sort_by_key(|conflict| (conflict.record, conflict.field()));
    for conflict in &mut merge.conflicts {
        conflict.marking = scene.marking(conflict)?;
    }
    merge.sides = comparison.differences;
    merge.steps = comparison.steps;
    Ok(merge)
}

/// What the parts of the comparison look at.
struct Scene<'a> {
    mine: &'a Document,
    theirs: &'a Document,
    comparison: &'a Comparison,
    authors: &'a HashMap<Uuid, By>,
}

impl Scene<'_> {
    /// Both sides of a record that differs.
    fn sides(&self, record: RecordId) -> Option<&Sides> {
        self.comparison.differences.get(&record)
    }

    /// The columns of a record that hold free text; none where it cannot be read.
    fn prose(&self, record: RecordId) -> Vec<&'static str> {
        let found = self.mine.store.find(record).ok().flatten();
        let found = found.or_else(|| self.theirs.store.find(record).ok().flatten());
        found.as_ref().map(store::prose).unwrap_or_default()
    }

    /// The strictest marking of what a conflict tells, on either side, where that is stricter
    /// than the dossier's here.
    fn marking(&self, conflict: &Conflict) -> Result<Option<Marking>, store::Error> {
        let own = self.mine.snapshot.dossier.marking;
        let mut strictest = own.max(self.theirs.snapshot.dossier.marking);
        for store in [&self.mine.store, &self.theirs.store] {
            for record in conflict.records() {
                let Some(found) = store.find(record)? else { continue };
                for part in found.references().into_iter().filter(|it| it.part) {
                    let whole = store.find(part.to)?.and_then(|whole| whole.marking());
                    strictest = strictest.max(whole.unwrap_or(own));
                }
                strictest = strictest.max(found.marking().unwrap_or(own));
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
    /// Merges what was planned, as one step that can be undone. What is not decided stays as
    /// it is here; `remark` gives the words of a comment that keeps the other side of it, from
    /// the records here and the conflict.
    /// Returns `None` where there is nothing to take over.
    ///
    /// # Errors
    /// What kept the file from being written; nothing is changed then.
    pub fn merge(
        &mut self,
        merge: &Merge,
        detail: &str,
        remark: impl Fn(&Snapshot, &Conflict) -> String,
    ) -> Result<Option<Applied>, Error> {
        if merge.is_nothing() {
            return Ok(None);
        }
        let rows = outcome::rows(merge);
        let comments: Vec<_> = merge
            .conflicts
            .iter()
            .filter(|conflict| conflict.decision.is_none_or(|it| it == Decision::Later))
            .map(|conflict| {
                let there = rows
                    .get(&conflict.record)
                    .map_or_else(|| self.snapshot.has(conflict.record), |row| !row.deleted);
                let dossier = self.snapshot.dossier.record_id();
                let about = if there { conflict.record } else { dossier };
                let words = remark(&self.snapshot, conflict);
                let now = self.clock.now();
                let marking = conflict.marking;
                Comment { marking, ..Comment::new(about, words, self.author.clone(), now) }
            })
            .collect();
        let name = StepName::Merge.key();
        let applied = self.step(StepKind::Do, None, &name, detail, |changes| {
            changes.bring_in(&merge.steps)?;
            // What goes makes room for what comes.
            let (gone, there): (Vec<_>, Vec<_>) = rows.iter().partition(|(_, row)| row.deleted);
            for (record, row) in gone.into_iter().chain(there) {
                changes.put_row(*record, row)?;
            }
            comments.iter().try_for_each(|comment| changes.put(&comment.clone().into()))
        })?;
        // The steps that came along stand in the log too. The merge is made by now, so that a
        // log that cannot be read again is no reason to say that it was not.
        if let Ok(steps) = self.store.steps() {
            self.history = super::History::new(steps);
        }
        Ok(applied)
    }
}

/// The place of a column in the row of a table; `deleted` is not among them.
fn place(table: Table, column: &str) -> Option<usize> {
    store::columns(table).iter().position(|known| *known == column)
}
