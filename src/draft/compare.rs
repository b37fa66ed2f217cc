//! Two versions of a paragraph: which words changed, and what became of the brackets.

mod brackets;
mod drawn;
mod marked;
mod taken;
mod tokens;

pub use brackets::{BracketChange, Outcome, compare_brackets};
pub use drawn::{Mark, Sign, marks, owners_told};
pub use marked::{Around, MarkedRun, compare_marked};
pub use taken::take_over;

use super::words::Words;
pub(super) use brackets::same_brackets;
pub(super) use tokens::{Step, Token, steps, tokens};

/// A change of fewer words than this on each side does not swallow the unchanged words between.
const SWALLOWS: usize = 3;

/// The longest stretch of unchanged words that is swallowed, in characters.
const SWALLOWED: usize = 4;

/// Whether words are in both versions or only in one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Change {
    /// They are in both versions.
    Same,
    /// They are only in the new one.
    Inserted,
    /// They are only in the old one.
    Deleted,
}

/// Consecutive words in reading order with the same change.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stretch {
    /// The words, with the spaces before them.
    pub text: String,
    /// The change.
    pub change: Change,
}

/// The differences word by word, ignoring brackets: all words of both versions, including proposed
/// insertions and deletions.
///
/// The unchanged and inserted words together are the new text, letter by letter; the unchanged and
/// deleted ones the old text. Straight and curly quotation marks are the same. In each change the
/// deleted words come first; a word or two that happen to be unchanged between longer changes count
/// as changed with them.
pub fn compare(old: &Words, new: &Words) -> Vec<Stretch> {
    compare_texts(&old.bare(), &new.bare())
}

/// The differences of two texts, as [`compare`] shows them.
pub fn compare_texts(old: &str, new: &str) -> Vec<Stretch> {
    let (old, new) = (tokens(old), tokens(new));
    let mut shown = Shown::default();
    for step in merged(steps(&old, &new)) {
        match step {
            Step::Same { old: from, new: at, len } => {
                for (old, new) in old[from..from + len].iter().zip(&new[at..at + len]) {
                    shown.same(old, new);
                }
            }
            Step::Changed { old: gone, new: came } => {
                old[gone].iter().for_each(|it| shown.push(it, Change::Deleted));
                new[came].iter().for_each(|it| shown.push(it, Change::Inserted));
            }
        }
    }
    shown.stretches
}

/// The steps, merging those with hardly anything unchanged between them.
fn merged(steps: Vec<Step>) -> Vec<Step> {
    let mut merged: Vec<Step> = Vec::new();
    let mut steps = steps.into_iter().peekable();
    while let Some(step) = steps.next() {
        let long = |step: Option<&Step>| {
            let Some(Step::Changed { old, new }) = step else { return false };
            old.len().max(new.len()) >= SWALLOWS
        };
        let swallowed = match &step {
            Step::Same { len, .. } => {
                *len <= SWALLOWED / 2 && long(merged.last()) && long(steps.peek())
            }
            Step::Changed { .. } => false,
        };
        let step = match step {
            Step::Same { old, new, len } if swallowed => {
                Step::Changed { old: old..old + len, new: new..new + len }
            }
            step => step,
        };
        match (merged.last_mut(), step) {
            (Some(Step::Changed { old, new }), Step::Changed { old: gone, new: came }) => {
                old.end = gone.end;
                new.end = came.end;
            }
            (_, step) => merged.push(step),
        }
    }
    merged
}

#[derive(Default)]
struct Shown {
    stretches: Vec<Stretch>,
}

impl Shown {
    fn same(&mut self, old: &Token<'_>, new: &Token<'_>) {
        match (old.spaced, new.spaced) {
            (true, true) => self.text(" ", Change::Same),
            (true, false) => self.text(" ", Change::Deleted),
            (false, true) => self.text(" ", Change::Inserted),
            (false, false) => {}
        }
        self.text(new.text, Change::Same);
    }

    fn push(&mut self, token: &Token<'_>, change: Change) {
        if token.spaced {
            self.text(" ", change);
        }
        self.text(token.text, change);
    }

    fn text(&mut self, text: &str, change: Change) {
        match self.stretches.last_mut() {
            Some(last) if last.change == change => last.text.push_str(text),
            _ => self.stretches.push(Stretch { text: text.to_owned(), change }),
        }
    }
}

#[cfg(test)]
mod tests;
