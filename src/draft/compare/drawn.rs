//! Two versions in one, as drawn: words, and the signs of the brackets around them.

use super::super::words::{Bracket, Owner, RunKind, Words};
use super::Change;
use super::brackets::same_brackets;
use super::marked::{Around, MarkedRun, compare_marked, in_common, is};

/// A part of two versions in one, in drawing order.
#[derive(Clone, Debug, PartialEq)]
pub enum Mark<'a> {
    /// A bracket is opened; `whole` if for the first time: deleted words may split it in two.
    Open(Sign<'a>),
    /// Words.
    Words(String, RunKind, Change),
    /// From here on the innermost bracket holds the replacement of the words before.
    Arrow,
    /// A bracket is closed; `whole` if for the last time.
    Close(Sign<'a>),
}

/// The sign of a bracket of either version.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Sign<'a> {
    /// The bracket.
    pub bracket: &'a Bracket,
    /// Whether it is the first one that opens it, or the last one that closes it.
    pub whole: bool,
    /// Whether it was opened since the old version, or is gone.
    pub change: Change,
    /// As it was in the old version, if it is in both.
    pub before: Option<&'a Bracket>,
}

impl<'a> Sign<'a> {
    /// The sign that closes an unchanged bracket.
    pub fn standing(bracket: &'a Bracket) -> Self {
        Self { bracket, whole: true, change: Change::Same, before: Some(bracket) }
    }

    /// Those who ask for the bracket or are against it, including who joined and who left: first
    /// those for it, each side in the order of the new version.
    pub fn owners(&self) -> Vec<(&'a Owner, Change)> {
        let was = self.before.map_or(&[][..], |it| &it.owners);
        let change = |owner: &Owner| match self.before {
            None => self.change,
            Some(_) if was.contains(owner) => Change::Same,
            Some(_) => Change::Inserted,
        };
        let now = self.bracket.owners.iter().map(|it| (it, change(it)));
        let left = was.iter().filter(|it| !self.bracket.owners.contains(it));
        let mut all: Vec<_> = now.chain(left.map(|it| (it, Change::Deleted))).collect();
        all.sort_by_key(|(it, _)| it.against);
        all
    }
}

/// The owners as shown after a bracket, each with the text before it.
pub fn owners_told(owners: &[(&Owner, Change)]) -> Vec<(String, Change)> {
    let mut told = Vec::new();
    let mut before: Option<bool> = None;
    for (owner, change) in owners {
        let sign = match (before, owner.against) {
            (Some(true), true) | (Some(false), false) => ", ",
            (_, true) => " ≠ ",
            (_, false) => " ",
        };
        before = Some(owner.against);
        told.push((format!("{sign}{}", owner.name), *change));
    }
    told
}

/// [`compare_marked`] as drawn: words, and the signs of every bracket around them, including
/// brackets that are gone while their words remain. The space before words is outside the brackets
/// opened for them.
pub fn marks<'a>(old: &'a Words, new: &'a Words) -> Vec<Mark<'a>> {
    let mut runs = compare_marked(old, new);
    // A bracket that is drawn around deleted words is not drawn twice.
    let gone = runs.iter().filter(|it| it.change == Change::Deleted);
    let gone: Vec<&Bracket> = gone.flat_map(|it| it.around.iter().map(|it| it.0)).collect();
    for run in &mut runs {
        run.lifted.retain(|it| !gone.iter().any(|other| is(it, other)));
    }
    let mut marks = Marks {
        before: old.brackets(),
        again: same_brackets(old, new),
        all: Vec::new(),
        open: Vec::new(),
        lifted: Vec::new(),
        opened: Vec::new(),
        spaced: false,
    };
    for (at, run) in runs.iter().enumerate() {
        marks.lift(&run.lifted, &run.text, &runs[at..], false);
        marks.turn(&run.around, &run.text, &runs[at..]);
        marks.lift(&run.lifted, &run.text, &runs[at..], true);
        marks.words(run);
    }
    marks.lift(&[], "", &[], false);
    marks.turn(&[], "", &[]);
    marks.all
}

/// The drawing under construction.
struct Marks<'a> {
    // The brackets of both versions, and those that are in both.
    before: Vec<&'a Bracket>,
    again: Vec<(&'a Bracket, &'a Bracket)>,
    all: Vec<Mark<'a>>,
    open: Vec<Around<'a>>,
    // The brackets that are gone from around words of both versions.
    lifted: Vec<&'a Bracket>,
    opened: Vec<&'a Bracket>,
    // Whether the space before the coming words is already there.
    spaced: bool,
}

impl<'a> Marks<'a> {
    /// Closes and opens brackets so that the words that follow are in the right ones.
    fn turn(&mut self, around: &[Around<'a>], text: &str, rest: &[MarkedRun<'a>]) {
        let mut keep = in_common(&self.open, around);
        // Back from a replacement to the words it replaces: the bracket is drawn again.
        if let (Some((_, true)), Some((_, false))) =
            (keep.checked_sub(1).and_then(|at| self.open.get(at)), around.get(keep.wrapping_sub(1)))
        {
            keep -= 1;
        }
        while self.open.len() > keep {
            let Some((bracket, _)) = self.open.pop() else { break };
            let again = rest.iter().any(|run| run.around.iter().any(|it| is(it.0, bracket)));
            let sign = self.sign(bracket, !again);
            self.all.push(Mark::Close(sign));
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
                    let sign = self.sign(bracket, first);
                    self.all.push(Mark::Open(sign));
                    self.open.push((bracket, instead));
                }
            }
        }
    }

    /// Closes and opens brackets that are gone while their words remain.
    fn lift(&mut self, lifted: &[&'a Bracket], text: &str, rest: &[MarkedRun<'a>], open: bool) {
        let same = self.lifted.iter().zip(lifted).take_while(|(one, other)| is(one, other));
        let keep = same.count();
        while self.lifted.len() > keep {
            let Some(bracket) = self.lifted.pop() else { break };
            let again = rest.iter().any(|run| run.lifted.iter().any(|it| is(it, bracket)));
            let sign = self.sign(bracket, !again);
            self.all.push(Mark::Close(sign));
        }
        for bracket in lifted.iter().skip(keep).filter(|_| open) {
            self.space(text);
            let first = !self.opened.iter().any(|it| is(it, bracket));
            self.opened.push(bracket);
            let sign = self.sign(bracket, first);
            self.all.push(Mark::Open(sign));
            self.lifted.push(bracket);
        }
    }

    /// The sign for how a bracket changed since the old version.
    fn sign(&self, bracket: &'a Bracket, whole: bool) -> Sign<'a> {
        let before = self.again.iter().find(|(_, now)| is(now, bracket)).map(|it| it.0);
        let change = match before {
            Some(_) => Change::Same,
            None if self.before.iter().any(|it| is(it, bracket)) => Change::Deleted,
            None => Change::Inserted,
        };
        Sign { bracket, whole, change, before }
    }

    /// The space before words, without a colour of its own: struck words would seem to touch those
    /// before.
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
                // A separating sign: without it the two would be read as one.
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
