//! Which brackets were opened, which were closed and how, and who joined or left one.
//!
//! A bracket is recognised by its words and by its place. First those in both versions match that
//! ask the same of the same words and, if there are several, those between the same other words;
//! then those that have most of their words in common at the same place (`ALIKE`). If all words of
//! a bracket were replaced, it is closed and another one opened.

use std::collections::HashMap;

use super::super::words::{Bracket, BracketKind, Owner, Piece, Words};
use super::tokens::{Step, Token, steps, tokens};
use crate::model::words::fold;

/// The share of their words that two brackets must have in common at the same place to be the same
/// one.
const ALIKE: f32 = 0.5;

/// A change of a bracket.
#[derive(Clone, Debug, PartialEq)]
pub enum BracketChange<'a> {
    /// It is new.
    Opened(&'a Bracket),
    /// It is no longer there.
    Closed(&'a Bracket, Outcome),
    /// Its words changed, or what is asked for with them. Who joined or left is reported
    /// separately.
    Reworded {
        /// As it was.
        old: &'a Bracket,
        /// As it is.
        new: &'a Bracket,
    },
    /// Some joined it or left it, including those against it.
    Owners {
        /// As it was.
        old: &'a Bracket,
        /// As it is.
        new: &'a Bracket,
        /// Those that joined it.
        joined: Vec<Owner>,
        /// Those that left it.
        left: Vec<Owner>,
    },
}

/// The outcome of a closed bracket for its words.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Outcome {
    /// Its words are in the text now.
    Stands,
    /// Its words are gone.
    Gone,
    /// The replacement it asked for is in the text now.
    Replaced,
}

impl Outcome {
    /// Whether the bracket's request was granted: an addition or an alternative is there, a
    /// deletion is gone, a replacement was made.
    pub fn grants(self, bracket: &Bracket) -> bool {
        match bracket.kind {
            BracketKind::Add | BracketKind::Alternative(_) => self == Self::Stands,
            BracketKind::Delete => self == Self::Gone,
            BracketKind::Replace(_) => self == Self::Replaced,
        }
    }
}

/// The changes of brackets: first the earlier ones in their order, then those that were opened.
/// Unchanged brackets are left out; who typed a bracket is not compared.
pub fn compare_brackets<'a>(old: &'a Words, new: &'a Words) -> Vec<BracketChange<'a>> {
    let (old, new) = (Flat::of(old), Flat::of(new));
    let same = same_words(&old, &new);
    let again = recognised(&old, &new, &same);
    let mut changes = Vec::new();
    for (at, bracket) in old.brackets.iter().enumerate() {
        let Some(new) = again[at].map(|it| new.brackets[it]) else {
            changes.push(BracketChange::Closed(bracket, outcome(at, &old, &new, &same)));
            continue;
        };
        if key(bracket) != key(new) {
            changes.push(BracketChange::Reworded { old: bracket, new });
        }
        let missing = |from: &[Owner], among: &[Owner]| -> Vec<Owner> {
            from.iter().filter(|it| !among.contains(it)).cloned().collect()
        };
        let joined = missing(&new.owners, &bracket.owners);
        let left = missing(&bracket.owners, &new.owners);
        if !joined.is_empty() || !left.is_empty() {
            changes.push(BracketChange::Owners { old: bracket, new, joined, left });
        }
    }
    for (at, bracket) in new.brackets.iter().enumerate() {
        if !again.contains(&Some(at)) {
            changes.push(BracketChange::Opened(bracket));
        }
    }
    changes
}

/// The brackets of the old version that are still there, each with its counterpart in the new one.
pub(in crate::draft) fn same_brackets<'a>(
    old: &'a Words,
    new: &'a Words,
) -> Vec<(&'a Bracket, &'a Bracket)> {
    let (old, new) = (Flat::of(old), Flat::of(new));
    let again = recognised(&old, &new, &same_words(&old, &new));
    let pairs = old.brackets.iter().zip(again);
    pairs.filter_map(|(was, at)| Some((*was, *new.brackets.get(at?)?))).collect()
}

/// The words that both have, by their places.
fn same_words(old: &Flat<'_>, new: &Flat<'_>) -> Vec<(usize, usize)> {
    let mut same = Vec::new();
    for step in steps(&old.tokens, &new.tokens) {
        if let Step::Same { old, new, len } = step {
            same.extend((0..len).map(|it| (old + it, new + it)));
        }
    }
    same
}

/// The words of a paragraph, each with the bracket it is in.
#[derive(Default)]
struct Flat<'a> {
    tokens: Vec<Token<'a>>,
    /// The innermost bracket of each word, and whether the word is part of a replacement.
    inside: Vec<(Option<usize>, bool)>,
    brackets: Vec<&'a Bracket>,
    /// The bracket around each, and whether this one is part of its replacement.
    around: Vec<(Option<usize>, bool)>,
    /// How many words each contains, including those of brackets inside it.
    lengths: Vec<usize>,
}

impl<'a> Flat<'a> {
    fn of(words: &'a Words) -> Self {
        let mut flat = Self::default();
        flat.walk(words, (None, false));
        flat
    }

    fn walk(&mut self, words: &'a Words, inside: (Option<usize>, bool)) {
        for piece in &words.pieces {
            match piece {
                Piece::Plain(text) => {
                    let found = tokens(text);
                    self.inside.extend(found.iter().map(|_| inside));
                    self.tokens.extend(found);
                }
                Piece::Bracket(bracket) => {
                    let at = self.brackets.len();
                    self.brackets.push(bracket);
                    self.around.push(inside);
                    self.lengths.push(0);
                    let start = self.tokens.len();
                    self.walk(&bracket.words, (Some(at), false));
                    if let BracketKind::Replace(instead) = &bracket.kind {
                        self.walk(instead, (Some(at), true));
                    }
                    self.lengths[at] = self.tokens.len() - start;
                }
            }
        }
    }

    /// The brackets around a word, from the innermost outwards, each with whether the word is part
    /// of its replacement.
    fn around(&self, token: usize) -> impl Iterator<Item = (usize, bool)> {
        let first = self.inside.get(token).copied().unwrap_or_default();
        let step = |(at, _): &(usize, bool)| {
            let (outer, instead) = self.around[*at];
            outer.map(|outer| (outer, instead))
        };
        std::iter::successors(first.0.map(|at| (at, first.1)), step)
    }
}

/// The request of a bracket and its words, to compare brackets by.
fn key(bracket: &Bracket) -> (u32, String, String) {
    let (kind, instead) = match &bracket.kind {
        BracketKind::Add => (0, String::new()),
        BracketKind::Delete => (1, String::new()),
        BracketKind::Replace(instead) => (2, fold(&instead.bare())),
        BracketKind::Alternative(number) => (3 + u32::from(*number), String::new()),
    };
    (kind, fold(&bracket.words.bare()), instead)
}

/// For each old bracket its counterpart in the new version.
fn recognised(old: &Flat<'_>, new: &Flat<'_>, same: &[(usize, usize)]) -> Vec<Option<usize>> {
    // How many words two brackets have in common at the same place.
    let mut shared: HashMap<(usize, usize), usize> = HashMap::new();
    for (from, to) in same {
        for (one, _) in old.around(*from) {
            for (other, _) in new.around(*to) {
                *shared.entry((one, other)).or_default() += 1;
            }
        }
    }
    let keys = |flat: &Flat<'_>| flat.brackets.iter().map(|it| key(it)).collect::<Vec<_>>();
    let (old_keys, new_keys) = (keys(old), keys(new));
    let mut again = vec![None; old.brackets.len()];
    let mut taken = vec![false; new.brackets.len()];
    let mut pairs: Vec<_> = shared.into_iter().collect();
    let rank = |(one, other): (usize, usize)| {
        let longer = old.lengths[one].max(new.lengths[other]).max(1);
        let depth = |flat: &Flat<'_>, at| {
            std::iter::successors(Some(at), |at: &usize| flat.around[*at].0).count()
        };
        let apart = depth(old, one).abs_diff(depth(new, other));
        (old_keys[one] == new_keys[other], longer, apart)
    };
    pairs.sort_by_cached_key(|(pair, words)| {
        let (equal, longer, apart) = rank(*pair);
        // The greater share first; a thousandth is precise enough to sort by.
        (!equal, 1_000 - words * 1_000 / longer, apart, *pair)
    });
    let mut take = |one: usize, other: usize| {
        if again[one].is_none() && !taken[other] {
            again[one] = Some(other);
            taken[other] = true;
        }
    };
    for (pair, _) in pairs.iter().filter(|(pair, _)| rank(*pair).0) {
        take(pair.0, pair.1);
    }
    // Equal brackets in other places, in their order; including brackets without words.
    let mut elsewhere: HashMap<_, Vec<usize>> = HashMap::new();
    for (at, key) in new_keys.iter().enumerate().rev() {
        elsewhere.entry(key).or_default().push(at);
    }
    for (at, key) in old_keys.iter().enumerate() {
        while again[at].is_none() {
            let Some(other) = elsewhere.get_mut(key).and_then(Vec::pop) else { break };
            if !taken[other] {
                again[at] = Some(other);
                taken[other] = true;
            }
        }
    }
    for ((one, other), words) in pairs {
        let longer = old.lengths[one].max(new.lengths[other]).max(1) as f32;
        if again[one].is_none() && !taken[other] && words as f32 / longer >= ALIKE {
            again[one] = Some(other);
            taken[other] = true;
        }
    }
    again
}

/// The outcome of a bracket that is gone.
fn outcome(at: usize, old: &Flat<'_>, new: &Flat<'_>, same: &[(usize, usize)]) -> Outcome {
    // For the words themselves and for their replacement: how many there were, and how many are in
    // fewer brackets now.
    let mut counts = [(0_usize, 0_usize); 2];
    let place = |token: usize| {
        let mut around = old.around(token).enumerate();
        around.find_map(|(depth, (it, instead))| (it == at).then_some((depth, instead)))
    };
    for token in 0..old.tokens.len() {
        if let Some((_, instead)) = place(token) {
            counts[usize::from(instead)].0 += 1;
        }
    }
    for (from, to) in same {
        if let Some((_, instead)) = place(*from) {
            let fewer = new.around(*to).count() < old.around(*from).count();
            counts[usize::from(instead)].1 += usize::from(fewer);
        }
    }
    let most = |(all, stand): (usize, usize)| all > 0 && stand * 2 > all;
    match (most(counts[0]), most(counts[1])) {
        (_, true) => Outcome::Replaced,
        (true, false) => Outcome::Stands,
        (false, false) => Outcome::Gone,
    }
}
