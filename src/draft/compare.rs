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

/// A change of fewer words than this on each side does not swallow what is the same between.
const SWALLOWS: usize = 3;

/// The longest stretch of the same words that is swallowed, in characters.
const SWALLOWED: usize = 4;

/// What became of words.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Change {
    /// They are in both versions.
    Same,
    /// They are only in the new one.
    Inserted,
    /// They are only in the old one.
    Deleted,
}

/// Words in the order of reading that share what became of them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stretch {
    /// The words, with the spaces before them.
    pub text: String,
    /// What became of them.
    pub change: Change,
}

/// The differences word by word, brackets aside: all words of both versions, those that are to
/// come in and those that are to go included.
///
/// What is the same and what was inserted make up the new text, letter by letter; what is the same
/// and what was deleted the old one. Straight and curly quotation marks are the same. Of a change
/// first comes what was deleted; a word or two that happen to be the same between longer changes
/// count as changed with them.
pub fn compare(old: &Words, new: &Words) -> Vec<Stretch> {
    compare_texts(&old.bare(), &new.bare())
}

/// The differences word by word of what stands if nothing that is asked is granted.
pub fn compare_standing(old: &Words, new: &Words) -> Vec<Stretch> {
    compare_texts(&old.standing(), &new.standing())
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

/// The steps without those in which hardly anything is the same.
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
