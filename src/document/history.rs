//! Which steps can be undone and redone, derived from the log.

use std::collections::{HashMap, HashSet};

use uuid::Uuid;

use crate::store::{Step, StepKind};

/// The steps of a dossier, and the two stacks that follow from them.
///
/// An undo or redo is itself a step, whose changes are those of its target reversed. So what can
/// be redone is the undo step, and reversing it redoes what it undid.
#[derive(Clone, Debug, Default)]
pub struct History {
    steps: Vec<Step>,
    // Indices into `steps`.
    undo: Vec<usize>,
    redo: Vec<usize>,
    made: usize,
    // The step that each step does, undoes or redoes, and those still in effect.
    origins: HashMap<Uuid, Uuid>,
    holding: HashSet<Uuid>,
}

impl History {
    /// Derives the stacks from all steps so far.
    pub(super) fn new(steps: Vec<Step>) -> Self {
        let mut history = Self::default();
        for step in steps {
            history.push(step);
        }
        history
    }

    /// Adds the newest step.
    pub(super) fn push(&mut self, step: Step) {
        if step.merged.is_some() {
            // Made in another copy; here it is undone with the merge that brought it in.
            self.steps.push(step);
            return;
        }
        let place = self.steps.len();
        let target = step.target.and_then(|target| self.origins.get(&target).copied());
        let origin = target.unwrap_or(step.id);
        self.origins.insert(step.id, origin);
        match step.kind {
            StepKind::Undo => self.holding.remove(&origin),
            StepKind::Do | StepKind::Redo => self.holding.insert(origin),
        };
        match step.kind {
            StepKind::Do => {
                self.made += 1;
                self.undo.push(place);
                self.redo.clear();
            }
            StepKind::Undo => {
                self.undo.pop();
                self.redo.push(place);
            }
            StepKind::Redo => {
                self.redo.pop();
                self.undo.push(place);
            }
        }
        self.steps.push(step);
    }

    /// All steps, oldest first.
    pub fn steps(&self) -> &[Step] {
        &self.steps
    }

    /// The step with this number in the file, such as the merge that brought another one in.
    pub fn at(&self, seq: i64) -> Option<&Step> {
        let place = self.steps.binary_search_by_key(&seq, |step| step.seq).ok()?;
        self.steps.get(place)
    }

    /// The step that undo would reverse.
    pub fn next_undo(&self) -> Option<&Step> {
        self.steps.get(*self.undo.last()?)
    }

    /// The undo step that redo would reverse.
    pub fn next_redo(&self) -> Option<&Step> {
        self.steps.get(*self.redo.last()?)
    }

    /// How many steps can be undone.
    pub fn undoable(&self) -> usize {
        self.undo.len()
    }

    /// How many steps were made here that neither undo nor redo another.
    pub fn made(&self) -> usize {
        self.made
    }

    /// Whether what this step did is in effect: it was never undone, or has been redone.
    pub fn holds(&self, step: Uuid) -> bool {
        self.holding.contains(&step)
    }
}
