//! The differences with the brackets in place, as a text is drawn.

use super::super::words::{Bracket, Run, RunKind, Words};
use super::tokens::{Step, Token, steps, tokens};
use super::{Change, merged};

/// Words of either version that stand in one bracket and share what became of them.
#[derive(Clone, Debug, PartialEq)]
pub struct MarkedRun<'a> {
    /// The words, with the spaces before them.
    pub text: String,
    /// What became of them.
    pub change: Change,
    /// What is asked of them: of deleted words what was asked in the old version.
    pub kind: RunKind,
    /// How many brackets they stand in.
    pub depth: u16,
    /// The innermost bracket; `None` outside all.
    pub bracket: Option<&'a Bracket>,
}

/// The runs of the new version, cut where words were inserted, with the deleted words of the old
/// one between them. Without those that were deleted it is what `Words::runs` gives of the new one;
/// a word of which a bracket holds a part is compared in parts.
pub fn compare_marked<'a>(old: &'a Words, new: &'a Words) -> Vec<MarkedRun<'a>> {
    let (old, new) = (Split::of(old), Split::of(new));
    let mut marked = Marked::default();
    for step in merged(steps(&old.tokens, &new.tokens)) {
        match step {
            Step::Same { new: at, len, .. } => {
                (at..at + len).for_each(|it| marked.push(&new, it, Change::Same));
            }
            Step::Changed { old: gone, new: came } => {
                gone.for_each(|it| marked.push(&old, it, Change::Deleted));
                came.for_each(|it| marked.push(&new, it, Change::Inserted));
            }
        }
    }
    marked.runs
}

/// The words of a paragraph, each with its run.
struct Split<'a> {
    runs: Vec<Run<'a>>,
    tokens: Vec<Token<'a>>,
    of: Vec<usize>,
}

impl<'a> Split<'a> {
    fn of(words: &'a Words) -> Self {
        let runs = words.runs();
        let (mut all, mut of) = (Vec::new(), Vec::new());
        let mut spaced = false;
        for (at, run) in runs.iter().enumerate() {
            let mut found = tokens(run.text);
            if let Some(first) = found.first_mut() {
                // Alternatives often follow one another without a space.
                let apart = at > 0 && run.depth > 0 && runs[at - 1].depth == run.depth;
                first.spaced |= spaced || apart;
                spaced = false;
            }
            spaced |= run.text.ends_with(' ');
            of.extend(found.iter().map(|_| at));
            all.extend(found);
        }
        Self { runs, tokens: all, of }
    }
}

#[derive(Default)]
struct Marked<'a> {
    runs: Vec<MarkedRun<'a>>,
    /// The run of which the last word was, to tell brackets with the same words apart.
    last: Option<(Change, usize)>,
}

impl<'a> Marked<'a> {
    fn push(&mut self, split: &Split<'a>, at: usize, change: Change) {
        let (token, place) = (&split.tokens[at], split.of[at]);
        let space = if token.spaced { " " } else { "" };
        if let (Some(last), true) = (self.runs.last_mut(), self.last == Some((change, place))) {
            last.text.push_str(space);
            last.text.push_str(token.text);
            return;
        }
        let run = &split.runs[place];
        let text = format!("{space}{}", token.text);
        let Run { kind, depth, bracket, .. } = *run;
        self.runs.push(MarkedRun { text, change, kind, depth, bracket });
        self.last = Some((change, place));
    }
}
