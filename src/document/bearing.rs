//! How far steps affect what others may see of the dossier.

use rustc_hash::FxHashSet;

use super::{Document, StepName};
use crate::analysis::Owners;
use crate::draft::{has_name_aside, may_have_brackets, uncovers};
use crate::model::describe::Part;
use crate::model::{Certainty, Keyed, Marking, RecordId, Snapshot};
use crate::store::{Change, Error, Step, StepKind};

/// The combined effect of some steps.
#[derive(Clone, Debug, Default)]
pub struct Bearing {
    /// Whether all of them were made by hand just now. Undo, redo, merge, import and restore
    /// bring in content that nobody is looking at.
    pub by_hand: bool,
    /// Whether one of them brought in something from elsewhere: a merge, an import, a restored value.
    pub outside: bool,
    /// Whether one of them undid or redid an earlier step.
    pub earlier: bool,
    /// The records of which one of them lowered the marking, or made public how they are known.
    pub loosened: FxHashSet<RecordId>,
    /// The texts in which words came out of a marked bracket, or names out of any.
    pub uncovered: FxHashSet<RecordId>,
    /// The records that were added by hand, and changed in no other way since.
    pub added: FxHashSet<RecordId>,
    /// The records that were touched at all.
    pub touched: FxHashSet<RecordId>,
}

impl Document {
    /// The effect of the steps from index `after` on. `opened` is the number of steps at the
    /// time the caller began to watch; those before it are earlier steps.
    ///
    /// # Errors
    /// If the log cannot be read.
    pub fn bearing(&self, after: usize, opened: usize) -> Result<Bearing, Error> {
        let all = self.history().steps();
        let steps = all.get(after..).unwrap_or_default();
        let before = all.get(..opened).unwrap_or(all);
        let mut bearing = Bearing { by_hand: true, ..Bearing::default() };
        for step in steps {
            let by_hand = is_by_hand(step);
            bearing.by_hand &= by_hand;
            let reverses = step.kind != StepKind::Do && step.merged.is_none();
            bearing.outside |= !by_hand && !reverses;
            let reversed = |earlier: &Step| Some(earlier.id) == step.target;
            bearing.earlier |= step.target.is_some() && before.iter().any(reversed);
            for change in self.changes(step.id)? {
                if loosens(&change) {
                    bearing.loosened.insert(change.record);
                }
                if self.uncovers(&change) {
                    bearing.uncovered.insert(change.record);
                }
                bearing.touched.insert(change.record);
                if by_hand && change.field.is_none() {
                    bearing.added.insert(change.record);
                } else if !by_hand {
                    bearing.added.remove(&change.record);
                }
            }
        }
        Ok(bearing)
    }

    /// Whether words came out of a marked bracket, or a text lost its last bracket: without one, names that it
    /// has in parentheses are read as its own words.
    fn uncovers(&self, change: &Change) -> bool {
        let is_text =
            change.field.as_deref().is_some_and(|it| change.record.table.has_brackets(it));
        let (Some(before), Some(after), true) = (change.old_text(), change.new_text(), is_text)
        else {
            return false;
        };
        may_have_brackets(before) && {
            let owners = Owners::new(self.snapshot());
            let (was, is) = (owners.read(before), owners.read(after));
            let is_bare = !was.brackets().is_empty() && is.brackets().is_empty();
            uncovers(&was, &is)
                || is_bare && has_name_aside(after, |name| owners.find(name).is_some())
        }
    }
}

/// Whether words came out of a marked bracket, between two states of a stored text.
pub(super) fn brings_out(snapshot: &Snapshot, before: &str, after: &str) -> bool {
    may_have_brackets(before) && {
        let owners = Owners::new(snapshot);
        uncovers(&owners.read(before), &owners.read(after))
    }
}

fn is_by_hand(step: &Step) -> bool {
    use StepName as N;
    if step.kind != StepKind::Do || step.merged.is_some() {
        return false;
    }
    match StepName::from_key(&step.name) {
        Some(
            N::Add(_)
            | N::Change(_)
            | N::Delete(_)
            | N::SetStance
            | N::ClearStance
            | N::PasteStances
            | N::Assess
            | N::Mark
            | N::TakeDown
            | N::TakeDownTally
            | N::Poll
            | N::Prepare,
        ) => true,
        // An unknown name says nothing about where its content comes from.
        Some(
            // Anything said in confidence is not meant for the room.
            N::LogCall
            | N::Merge
            | N::Restore
            | N::BringBack
            | N::ImportPositions
            | N::ImportRollCalls
            | N::ImportRecords
            | N::ImportText,
        )
        | None => false,
    }
}

fn loosens(change: &Change) -> bool {
    let Some(field) = change.field.as_deref() else { return false };
    if change.record.table.part(field) == Some(Part::Marking) {
        // A record without a marking of its own is never on the wall.
        let strictness = |key: Option<&str>| {
            key.and_then(Marking::from_key).map_or(usize::MAX, |marking| marking as usize)
        };
        return strictness(change.new_text()) < strictness(change.old_text());
    }
    change.record.table.part(field) == Some(Part::Certainty)
        && change.new_text().and_then(Certainty::from_key).is_none_or(|it| match it {
            Certainty::Public => true,
            Certainty::Room | Certainty::Confidence | Certainty::Inferred => false,
        })
}
