//! The differences with the brackets in place, as a text is drawn.

use super::super::words::{Bracket, BracketKind, Piece, RunKind, Words};
use super::brackets::same_brackets;
use super::tokens::{Step, Token, steps, tokens};
use super::{Change, merged};

/// A bracket around words, and whether these are to come in the place of others in it.
pub type Around<'a> = (&'a Bracket, bool);

/// Words of either version that stand in the same brackets and share what became of them.
#[derive(Clone, Debug, PartialEq)]
pub struct MarkedRun<'a> {
    /// The words, with the spaces before them.
    pub text: String,
    /// What became of them.
    pub change: Change,
    /// What is asked of them: of deleted words what was asked in the old version.
    pub kind: RunKind,
    /// The brackets around them, the outermost first. Of deleted words those that still stand are the
    /// new ones.
    pub around: Vec<Around<'a>>,
}

impl<'a> MarkedRun<'a> {
    /// The innermost bracket; `None` outside all.
    pub fn bracket(&self) -> Option<&'a Bracket> {
        self.around.last().map(|it| it.0)
    }
}

/// A part of two versions in one, in the order in which it is drawn.
#[derive(Clone, Debug, PartialEq)]
pub enum Mark<'a> {
    /// A bracket is opened; whether for the first time: words that went may part it in two.
    Open(&'a Bracket, bool),
    /// Words.
    Words(String, RunKind, Change),
    /// From here on in the innermost bracket stands what is to come in the place of what stood before.
    Arrow,
    /// A bracket is closed; whether for the last time.
    Close(&'a Bracket, bool),
}

/// The words of the new version, cut where words were inserted, with the deleted words of the old
/// one between them. Without those that were deleted they are the words of the new one; a word of
/// which a bracket holds a part is compared in parts.
pub fn compare_marked<'a>(old: &'a Words, new: &'a Words) -> Vec<MarkedRun<'a>> {
    let again = same_brackets(old, new);
    let (old, new) = (Split::of(old), Split::of(new));
    let mut marked = Marked::default();
    for step in merged(steps(&old.tokens, &new.tokens)) {
        match step {
            Step::Same { new: at, len, .. } => {
                (at..at + len).for_each(|it| marked.push(&new, it, Change::Same, None));
            }
            Step::Changed { old: gone, new: came } => {
                let behind = new.around(came.start);
                for at in gone {
                    let stand = still(&old.around(at), &new.chains, &again);
                    let before = marked.runs.last().map_or(&[][..], |it| it.around.as_slice());
                    // A bracket that stands elsewhere in the new text is not opened for them here.
                    let open = in_common(&stand, before).max(in_common(&stand, &behind));
                    let mut around = stand.get(..open).unwrap_or_default().to_vec();
                    around.extend(gone_around(&old.around(at), &around, &again));
                    marked.push(&old, at, Change::Deleted, Some(around));
                }
                came.for_each(|it| marked.push(&new, it, Change::Inserted, None));
            }
        }
    }
    marked.runs
}

/// The same as it is drawn: words, and the signs of every bracket around them. The space before words
/// stands outside the brackets that are opened for them.
pub fn marks<'a>(old: &'a Words, new: &'a Words) -> Vec<Mark<'a>> {
    let runs = compare_marked(old, new);
    let mut marks = Marks::default();
    for (at, run) in runs.iter().enumerate() {
        marks.turn(&run.around, &run.text, &runs[at..]);
        marks.words(run);
    }
    marks.turn(&[], "", &[]);
    marks.all
}

fn is(one: &Bracket, other: &Bracket) -> bool {
    std::ptr::eq(one, other)
}

/// How many of the outermost brackets two places have in common.
fn in_common(one: &[Around<'_>], other: &[Around<'_>]) -> usize {
    one.iter().zip(other).take_while(|(one, other)| is(one.0, other.0)).count()
}

/// The brackets around old words that still stand, as they are now.
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

/// The brackets around old words within those that still stand around them.
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
    /// The run of which the last word was, to tell brackets with the same words apart.
    last: Option<(Change, usize)>,
}

impl<'a> Marked<'a> {
    fn push(
        &mut self,
        split: &Split<'a>,
        at: usize,
        change: Change,
        around: Option<Vec<Around<'a>>>,
    ) {
        let (token, place) = (&split.tokens[at], split.of[at]);
        let space = if token.spaced { " " } else { "" };
        if let (Some(last), true) = (self.runs.last_mut(), self.last == Some((change, place))) {
            last.text.push_str(space);
            last.text.push_str(token.text);
            return;
        }
        let text = format!("{space}{}", token.text);
        let around = around.unwrap_or_else(|| split.chains[place].clone());
        self.runs.push(MarkedRun { text, change, kind: split.kinds[place], around });
        self.last = Some((change, place));
    }
}

/// What is drawn, under construction.
#[derive(Default)]
struct Marks<'a> {
    all: Vec<Mark<'a>>,
    open: Vec<Around<'a>>,
    opened: Vec<&'a Bracket>,
    // Whether the space before the words to come stands already.
    spaced: bool,
}

impl<'a> Marks<'a> {
    /// Closes and opens brackets, so that the words that follow stand where they should.
    fn turn(&mut self, around: &[Around<'a>], text: &str, rest: &[MarkedRun<'a>]) {
        let mut keep = in_common(&self.open, around);
        // Back from what is to come to what it replaces: the bracket is drawn anew.
        if let (Some((_, true)), Some((_, false))) =
            (keep.checked_sub(1).and_then(|at| self.open.get(at)), around.get(keep.wrapping_sub(1)))
        {
            keep -= 1;
        }
        while self.open.len() > keep {
            let Some((bracket, _)) = self.open.pop() else { break };
            let again = rest.iter().any(|run| run.around.iter().any(|it| is(it.0, bracket)));
            self.all.push(Mark::Close(bracket, !again));
        }
        for (at, (bracket, instead)) in around.iter().copied().enumerate() {
            match self.open.get_mut(at) {
                Some((_, now)) if *now != instead => {
                    *now = instead;
                    self.all.push(Mark::Arrow);
                }
                Some(_) => {}
                None => {
                    self.space(text);
                    let first = !self.opened.iter().any(|it| is(it, bracket));
                    self.opened.push(bracket);
                    self.all.push(Mark::Open(bracket, first));
                    self.open.push((bracket, instead));
                }
            }
        }
    }

    /// The space before words, in the colour of none: struck words would seem to touch those before.
    fn space(&mut self, text: &str) {
        if text.starts_with(' ') && !std::mem::replace(&mut self.spaced, true) {
            self.all.push(Mark::Words(" ".to_owned(), RunKind::Plain, Change::Same));
        }
    }

    fn words(&mut self, run: &MarkedRun<'a>) {
        let struck = |it: Change| it == Change::Deleted;
        let mut text = run.text.as_str();
        match self.all.last() {
            Some(Mark::Words(before, _, change)) if struck(*change) != struck(run.change) => {
                // A sign for another one: the two would be read as one.
                let touch = [before.chars().last(), text.chars().next()];
                self.space(text);
                if touch.iter().flatten().all(|c| !c.is_alphanumeric() && *c != ' ')
                    && run.change != Change::Same
                {
                    self.all.push(Mark::Words(" ".to_owned(), RunKind::Plain, Change::Same));
                }
            }
            Some(Mark::Arrow) => self.space(if text.starts_with(' ') { text } else { " " }),
            Some(Mark::Close(..)) if run.change != Change::Same => self.space(text),
            _ => {}
        }
        let first = matches!(self.all.last(), Some(Mark::Open(..)));
        if std::mem::take(&mut self.spaced) || first {
            text = text.trim_start();
        }
        if !text.is_empty() {
            self.all.push(Mark::Words(text.to_owned(), run.kind, run.change));
        }
    }
}
