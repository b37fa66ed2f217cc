//! The differences with the brackets in place, as a text is drawn.

use super::super::words::{Bracket, BracketKind, Piece, RunKind, Words};
use super::brackets::same_brackets;
use super::tokens::{Step, Token, steps, tokens};
use super::{Change, merged};

/// A bracket around words, and whether these are part of its replacement.
pub type Around<'a> = (&'a Bracket, bool);

/// Words of either version that are in the same brackets and have the same change.
#[derive(Clone, Debug, PartialEq)]
pub struct MarkedRun<'a> {
    /// The words, with the spaces before them.
    pub text: String,
    /// Whether they were inserted, deleted or kept.
    pub change: Change,
    /// The request about them; for deleted words, the one in the old version.
    pub kind: RunKind,
    /// The brackets around them, the outermost first. For deleted words, the brackets that remain
    /// are those of the new version.
    pub around: Vec<Around<'a>>,
    /// For words of both versions, the brackets that were around them and are gone, the outermost
    /// first.
    pub lifted: Vec<&'a Bracket>,
}

impl<'a> MarkedRun<'a> {
    /// The innermost bracket; `None` outside all brackets.
    pub fn bracket(&self) -> Option<&'a Bracket> {
        self.around.last().map(|it| it.0)
    }
}

/// The words of the new version, cut where words were inserted, with the deleted words of the old
/// one between them. Without the deleted words they are those of the new one; a word with only part
/// of it in a bracket is compared in parts.
pub fn compare_marked<'a>(old: &'a Words, new: &'a Words) -> Vec<MarkedRun<'a>> {
    let again = same_brackets(old, new);
    let (old, new) = (Split::of(old), Split::of(new));
    let mut marked = Marked::default();
    for step in merged(steps(&old.tokens, &new.tokens)) {
        match step {
            Step::Same { old: from, new: at, len } => {
                for it in 0..len {
                    let stood = old.around(from + it).into_iter().map(|it| it.0);
                    let stands = |it: &&Bracket| again.iter().any(|(was, _)| is(was, it));
                    let lifted = stood.filter(|it| !stands(it)).collect();
                    marked.push(&new, at + it, Change::Same, (None, lifted));
                }
            }
            Step::Changed { old: gone, new: came } => {
                let behind = new.around(came.start);
                for at in gone {
                    let stand = still(&old.around(at), &new.chains, &again);
                    let before = marked.runs.last().map_or(&[][..], |it| it.around.as_slice());
                    // A bracket that is elsewhere in the new text is not opened for them here.
                    let open = in_common(&stand, before).max(in_common(&stand, &behind));
                    let mut around = stand.get(..open).unwrap_or_default().to_vec();
                    around.extend(gone_around(&old.around(at), &around, &again));
                    marked.push(&old, at, Change::Deleted, (Some(around), Vec::new()));
                }
                came.for_each(|it| marked.push(&new, it, Change::Inserted, (None, Vec::new())));
            }
        }
    }
    marked.runs
}

pub(super) fn is(one: &Bracket, other: &Bracket) -> bool {
    std::ptr::eq(one, other)
}

/// How many of the outermost brackets two places have in common.
pub(super) fn in_common(one: &[Around<'_>], other: &[Around<'_>]) -> usize {
    one.iter().zip(other).take_while(|(one, other)| is(one.0, other.0)).count()
}

/// The brackets around old words that remain, as they are now.
fn still<'a>(
    old: &[Around<'a>],
    chains: &[Vec<Around<'a>>],
    again: &[(&'a Bracket, &'a Bracket)],
) -> Vec<Around<'a>> {
    old.iter()
        .rev()
        .find_map(|(bracket, instead)| {
            let now = again.iter().find(|(was, _)| is(was, bracket))?.1;
            let mut chain = chains.iter().find_map(|chain| {
                let depth = chain.iter().position(|it| is(it.0, now))?;
                Some(chain[..=depth].to_vec())
            })?;
            if let Some(last) = chain.last_mut() {
                last.1 = *instead && matches!(last.0.kind, BracketKind::Replace(_));
            }
            Some(chain)
        })
        .unwrap_or_default()
}

/// The gone brackets around old words, within those that remain around them.
fn gone_around<'a>(
    old: &[Around<'a>],
    stand: &[Around<'a>],
    again: &[(&'a Bracket, &'a Bracket)],
) -> Vec<Around<'a>> {
    let stands = |it: &Around<'_>| {
        let now = again.iter().find(|(was, _)| is(was, it.0));
        now.is_some_and(|(_, now)| stand.iter().any(|it| is(it.0, now)))
    };
    let from = old.iter().rposition(stands).map_or(0, |at| at + 1);
    old.get(from..).unwrap_or_default().to_vec()
}

/// The words of a paragraph, each with the brackets around it.
#[derive(Default)]
struct Split<'a> {
    tokens: Vec<Token<'a>>,
    of: Vec<usize>,
    kinds: Vec<RunKind>,
    chains: Vec<Vec<Around<'a>>>,
    spaced: bool,
}

impl<'a> Split<'a> {
    fn of(words: &'a Words) -> Self {
        let mut split = Self::default();
        split.walk(words, RunKind::Plain, &mut Vec::new());
        split
    }

    fn walk(&mut self, words: &'a Words, kind: RunKind, around: &mut Vec<Around<'a>>) {
        for piece in &words.pieces {
            match piece {
                Piece::Plain(text) => self.plain(text, kind, around),
                Piece::Bracket(bracket) => {
                    around.push((bracket, false));
                    self.walk(&bracket.words, bracket.run_kind(), around);
                    if let BracketKind::Replace(instead) = &bracket.kind {
                        around.pop();
                        around.push((bracket, true));
                        self.walk(instead, RunKind::Add, around);
                    }
                    around.pop();
                }
            }
        }
    }

    fn plain(&mut self, text: &'a str, kind: RunKind, around: &[Around<'a>]) {
        let mut found = tokens(text);
        if let Some(first) = found.first_mut() {
            // Alternatives often follow one another without a space.
            let apart = !around.is_empty()
                && self.chains.last().is_some_and(|before| before.len() == around.len());
            first.spaced |= self.spaced || apart;
            self.spaced = false;
        }
        self.spaced |= text.ends_with(' ');
        self.of.extend(found.iter().map(|_| self.chains.len()));
        self.tokens.extend(found);
        self.chains.push(around.to_vec());
        self.kinds.push(kind);
    }

    fn around(&self, token: usize) -> Vec<Around<'a>> {
        let chain = self.of.get(token).and_then(|it| self.chains.get(*it));
        chain.cloned().unwrap_or_default()
    }
}

#[derive(Default)]
struct Marked<'a> {
    runs: Vec<MarkedRun<'a>>,
    /// The run of the last word, to tell brackets with the same words apart.
    last: Option<(Change, usize)>,
}

impl<'a> Marked<'a> {
    fn push(
        &mut self,
        split: &Split<'a>,
        at: usize,
        change: Change,
        (around, lifted): (Option<Vec<Around<'a>>>, Vec<&'a Bracket>),
    ) {
        let (token, place) = (&split.tokens[at], split.of[at]);
        let space = if token.spaced { " " } else { "" };
        let goes_on = |it: &&mut MarkedRun<'a>| {
            let (before, now) = (&it.lifted, &lifted);
            before.len() == now.len() && before.iter().zip(now).all(|(one, other)| is(one, other))
        };
        let last = self.runs.last_mut().filter(goes_on);
        if let (Some(last), true) = (last, self.last == Some((change, place))) {
            last.text.push_str(space);
            last.text.push_str(token.text);
            return;
        }
        let text = format!("{space}{}", token.text);
        let around = around.unwrap_or_else(|| split.chains[place].clone());
        self.runs.push(MarkedRun { text, change, kind: split.kinds[place], around, lifted });
        self.last = Some((change, place));
    }
}
