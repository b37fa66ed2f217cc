//! The changes of a text from one version to another: the first thing to read when a new version is
//! on the table.
//!
//! Paragraphs, brackets and terms are compared; what became of one's own wording is in
//! `asks`, and whose stance has to be asked for again in `again`.

mod again;
mod burning;

use rustc_hash::{FxHashMap, FxHashSet};

use super::texts::{Turned, in_version, paragraphs, turned, words_of};
use super::{Owners, TermIndex, TermKey};
use crate::draft::{Bracket, BracketChange, Outcome, Words, compare_brackets};
use crate::model::{Obstacle, Paragraph, ParagraphId, ParagraphStatus, Snapshot, Version, keyed};

pub use again::{Again, asked_again, version_on};
pub use burning::{Burning, Reached, burn_down, burning};

keyed! {
    /// How a bracket changed since another version.
    pub enum BracketTurn as "bracket_turn" {
        /// It is new.
        Opened = "opened",
        /// It was lifted, and what it asked for was granted.
        Granted = "granted",
        /// It was lifted, and what it asked for was not granted.
        Refused = "refused",
        /// Its words changed, or what is asked for with them.
        Reworded = "reworded",
        /// Some owners joined it or left it.
        Owners = "owners",
    }
}

/// A bracket that changed.
#[derive(Clone, Debug, PartialEq)]
pub struct TurnedBracket<'a> {
    /// The paragraph it is in; the old one, if it is gone.
    pub paragraph: &'a Paragraph,
    /// How it changed.
    pub turn: BracketTurn,
    /// The bracket, with its words and owners.
    pub bracket: Bracket,
    /// Those who ask for it, or asked for it.
    pub owners: Vec<String>,
    /// Those who are against it.
    pub against: Vec<String>,
    /// Those who joined it, on whichever side.
    pub joined: Vec<String>,
    /// Those who left it, on whichever side.
    pub left: Vec<String>,
}

/// A contested term that a paragraph has more often than before.
#[derive(Clone, Debug, PartialEq)]
pub struct EnteredTerm<'a> {
    /// The paragraph.
    pub paragraph: &'a Paragraph,
    /// The term.
    pub term: TermKey,
    /// As it is written there.
    pub written: String,
}

/// A paragraph as it is now, beside what it was.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Step<'a> {
    /// As it was; `None` if it was not there.
    pub before: Option<&'a Paragraph>,
    /// As it is; `None` if it is gone.
    pub now: Option<&'a Paragraph>,
}

/// The changes of a text.
#[derive(Clone, Debug, PartialEq)]
pub struct Revision<'a> {
    /// The version it is compared with.
    pub before: &'a Version,
    /// The version.
    pub now: &'a Version,
    /// Its paragraphs in order, then those that are gone.
    pub steps: Vec<Step<'a>>,
    /// The brackets that changed, in the order of the text.
    pub brackets: Vec<TurnedBracket<'a>>,
    /// The paragraphs that advanced: agreed, or agreed ad referendum.
    pub agreed: Vec<&'a Paragraph>,
    /// The paragraphs that had been further along before.
    pub reopened: Vec<&'a Paragraph>,
    /// The contested terms that were added.
    pub terms: Vec<EnteredTerm<'a>>,
    /// The obstacles these terms touch.
    pub obstacles: Vec<Obstacle>,
}

impl Revision<'_> {
    /// How many paragraphs are the same, reworded and new, in the order of [`Turned`].
    pub fn count(&self, turned: Turned) -> usize {
        let of = |step: &&Step<'_>| step.turned() == Some(turned);
        self.steps.iter().filter(of).count()
    }

    /// How many paragraphs are gone.
    pub fn gone(&self) -> usize {
        self.steps.iter().filter(|step| step.now.is_none()).count()
    }

    /// How many brackets became this.
    pub fn turned(&self, turn: BracketTurn) -> usize {
        self.brackets.iter().filter(|it| it.turn == turn).count()
    }
}

impl Step<'_> {
    /// How the paragraph changed; `None` if it is gone.
    pub fn turned(&self) -> Option<Turned> {
        self.now.map(|now| turned(self.before, now))
    }
}

/// Works out what became of a text from one of its versions to another.
pub fn revision<'a>(
    snapshot: &'a Snapshot,
    terms: &TermIndex,
    (before, now): (&'a Version, &'a Version),
) -> Revision<'a> {
    let steps = steps(snapshot, before, now);
    let known = Owners::new(snapshot);
    let mut brackets = Vec::new();
    let mut entered = Vec::new();
    for step in &steps {
        let words = |it: Option<&Paragraph>| known.settled(it.map(words_of).unwrap_or_default());
        let (old, new) = (words(step.before), words(step.now));
        let Some(paragraph) = step.now.or(step.before) else { continue };
        brackets.extend(compare_brackets(&old, &new).iter().map(|it| told(paragraph, it)));
        if let Some(now) = step.now {
            entered.extend(terms_in(terms, now, (&old, &new)));
        }
    }
    let came = |further: fn(ParagraphStatus, ParagraphStatus) -> bool| {
        let both = steps.iter().filter_map(|step| {
            let was = step.before.map_or(ParagraphStatus::Open, |it| it.status);
            step.now.filter(|now| further(was, now.status))
        });
        both.collect::<Vec<_>>()
    };
    Revision {
        before,
        now,
        agreed: came(|was, is| (is as usize) > was as usize),
        reopened: came(|was, is| (is as usize) < was as usize),
        obstacles: touched(&entered),
        steps,
        brackets,
        terms: entered,
    }
}

fn steps<'a>(snapshot: &'a Snapshot, before: &Version, now: &Version) -> Vec<Step<'a>> {
    let mut kept: FxHashSet<ParagraphId> = FxHashSet::default();
    let mut steps: Vec<Step<'a>> = Vec::new();
    for now in paragraphs(snapshot, now.id) {
        let before = in_version(snapshot, now, before.id);
        kept.extend(before.map(|it| it.id));
        kept.extend(now.merged);
        steps.push(Step { before, now: Some(now) });
    }
    let gone = paragraphs(snapshot, before.id).into_iter().filter(|it| !kept.contains(&it.id));
    steps.extend(gone.map(|it| Step { before: Some(it), now: None }));
    steps
}

fn told<'a>(paragraph: &'a Paragraph, change: &BracketChange<'_>) -> TurnedBracket<'a> {
    let names = |owners: &[crate::draft::Owner]| {
        owners.iter().map(|it| it.name.clone()).collect::<Vec<_>>()
    };
    let (turn, bracket, joined, left) = match change {
        BracketChange::Opened(it) => (BracketTurn::Opened, *it, Vec::new(), Vec::new()),
        BracketChange::Closed(it, outcome) => (closed(*outcome, it), *it, Vec::new(), Vec::new()),
        BracketChange::Reworded { new, .. } => {
            (BracketTurn::Reworded, *new, Vec::new(), Vec::new())
        }
        BracketChange::Owners { new, joined, left, .. } => {
            (BracketTurn::Owners, *new, names(joined), names(left))
        }
    };
    let of = |against| bracket.names(against).map(str::to_owned).collect();
    TurnedBracket {
        paragraph,
        turn,
        bracket: bracket.clone(),
        owners: of(false),
        against: of(true),
        joined,
        left,
    }
}

fn closed(outcome: Outcome, bracket: &Bracket) -> BracketTurn {
    if outcome.grants(bracket) { BracketTurn::Granted } else { BracketTurn::Refused }
}

/// The contested terms that a paragraph has more often than before, each as written there.
fn terms_in<'a>(
    terms: &TermIndex,
    now: &'a Paragraph,
    (old, new): (&Words, &Words),
) -> Vec<EnteredTerm<'a>> {
    let text = |words: &Words| words.runs().iter().map(|it| it.text).collect::<String>();
    let (old, new) = (text(old), text(new));
    // How often each occurred already.
    let mut there: FxHashMap<TermKey, usize> = FxHashMap::default();
    terms.find(&old).iter().for_each(|it| *there.entry(it.term).or_default() += 1);
    let mut found = Vec::new();
    for it in terms.find(&new) {
        match there.get_mut(&it.term).filter(|left| **left > 0) {
            Some(left) => *left -= 1,
            None => {
                let written = new.get(it.range).unwrap_or_default().to_owned();
                found.push(EnteredTerm { paragraph: now, term: it.term, written });
            }
        }
    }
    found
}

/// The obstacles that contested terms touch: terminology for each of them, and whatever else the
/// library says that some are about.
fn touched(terms: &[EnteredTerm<'_>]) -> Vec<Obstacle> {
    let about = terms.iter().filter_map(|it| it.term.library()?.0.about);
    let named = terms.iter().map(|_| Obstacle::Terminology);
    let mut found: Vec<_> = named.chain(about).collect();
    found.sort_by_key(|it| *it as usize);
    found.dedup();
    found
}

#[cfg(test)]
mod tests;
