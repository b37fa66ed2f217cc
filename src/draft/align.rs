//! Aligns the paragraphs of a new version with those of the last one.
//!
//! A paragraph keeps its identity when it is renumbered, moved or edited. It is recognised by its
//! words alone, without brackets and owners; a number or a neighbour decides between equals.
//!
//! 1. The same words are the same paragraph, wherever they are.
//! 2. Of the others, two paragraphs are certain to belong together if each is the other's most
//!    similar, they are similar enough (`CERTAIN`) and clearly more so than the next best
//!    (`MARGIN`). Certain pairs are set aside, which makes more of the rest certain, until nothing
//!    changes.
//! 3. A remaining new paragraph made from part of an old one is split from it; a remaining old one
//!    whose words are in a new one was merged into it.
//! 4. A remaining pair that is similar (`DOUBTFUL`) is doubtful: somebody has to decide. So is one
//!    in the same place with much of its words from there (`CUT_DOWN`). The rest is new, or gone.

mod likeness;
mod parts;

use super::words::Words;
use crate::model::ParagraphKind;
use likeness::{Pair, Pairs};

/// The least likeness at which two paragraphs may be the same for certain: about three words in
/// four.
pub const CERTAIN: f32 = 0.6;

/// How far the most similar must be ahead of the next one to be certain.
pub const MARGIN: f32 = 0.12;

/// The least likeness at which two paragraphs may be the same.
pub const DOUBTFUL: f32 = 0.38;

/// The least share of the words of either with which two paragraphs in the same place and under the
/// same number may be the same: a long paragraph may have been cut down to its first line.
const CUT_DOWN: f32 = 0.5;

/// The most candidates that are named.
const CANDIDATES: usize = 3;

/// The amounts that the same number, the same kind and each neighbour add to the likeness of two
/// paragraphs.
const SAME_NUMBER: f32 = 0.04;
const SAME_KIND: f32 = 0.02;
const NEIGHBOUR: f32 = 0.08;

/// The sum if number, kind and a neighbour are the same: then two are in the same place.
const IN_PLACE: f32 = SAME_NUMBER + SAME_KIND + NEIGHBOUR;

/// A paragraph of either version.
#[derive(Clone, Copy, Debug)]
pub struct Unit<'a> {
    /// Its number as printed; empty if it has none.
    pub number: &'a str,
    /// Its kind.
    pub kind: ParagraphKind,
    /// Its words.
    pub words: &'a Words,
}

/// Where the paragraphs of a new version come from.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Alignment {
    /// For each paragraph of the new version, in its order.
    pub origins: Vec<Origin>,
    /// The old paragraphs that none continues, by index, including those that are only candidates.
    pub gone: Vec<usize>,
}

/// The origin of a paragraph.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Origin {
    /// The old paragraph that it continues, by index; if doubtful, the best guess. `None` if it is
    /// new.
    pub follows: Option<usize>,
    /// Further old ones that were merged into it.
    pub merged: Vec<usize>,
    /// Whether other new ones continue the same old one.
    pub split: bool,
    /// Whether its place among the others has changed.
    pub moved: bool,
    /// How similar it is to the one it continues, 0 to 1; for one split off, the share of its words
    /// that come from there. 0 if it is new.
    pub likeness: f32,
    /// Whether this is certain.
    pub fit: Fit,
}

/// Whether an origin is certain.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Fit {
    /// It is.
    #[default]
    Certain,
    /// Somebody has to decide which of these it continues, or that it is new; the most similar
    /// first.
    Doubtful(Vec<Candidate>),
}

/// An old paragraph that a new one may continue.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Candidate {
    /// Its index.
    pub old: usize,
    /// How similar the new one is to it, 0 to 1.
    pub likeness: f32,
}

impl Alignment {
    /// The new paragraphs, by index, about which somebody has to decide.
    pub fn doubtful(&self) -> impl Iterator<Item = usize> {
        let doubtful = |(at, it): (usize, &Origin)| (it.fit != Fit::Certain).then_some(at);
        self.origins.iter().enumerate().filter_map(doubtful)
    }
}

/// Aligns the paragraphs of a new version with those of the old one.
pub fn align(old: &[Unit<'_>], new: &[Unit<'_>]) -> Alignment {
    let mut work = Work {
        old,
        new,
        origins: vec![None; new.len()],
        taken: vec![None; old.len()],
        pairs: Pairs::of(old, new),
    };
    work.take_the_same();
    work.pairs.compare(&work.taken, &work.origins);
    work.take_the_certain();
    work.take_the_parts();
    work.guess();
    work.finish()
}

struct Work<'a> {
    old: &'a [Unit<'a>],
    new: &'a [Unit<'a>],
    origins: Vec<Option<Origin>>,
    /// The new paragraph that continues each old one; the first if there are several.
    taken: Vec<Option<usize>>,
    pairs: Pairs,
}

/// The best two of the comparisons of a paragraph.
#[derive(Clone, Copy, Default)]
struct Best {
    place: Option<usize>,
    score: f32,
    next: f32,
}

impl Best {
    fn offer(&mut self, place: usize, score: f32) {
        if score > self.score || self.place.is_none() {
            self.next = self.score;
            (self.place, self.score) = (Some(place), score);
        } else if score > self.next {
            self.next = score;
        }
    }

    fn is_clear(&self) -> bool {
        self.score - self.next >= MARGIN
    }
}

impl Work<'_> {
    fn take(&mut self, old: usize, new: usize, likeness: f32, fit: Fit) {
        self.taken[old].get_or_insert(new);
        self.origins[new] = Some(Origin { follows: Some(old), likeness, fit, ..Origin::default() });
    }

    /// Takes those with the same words; if there are several, by their numbers, then by their
    /// order.
    fn take_the_same(&mut self) {
        for (olds, news) in self.pairs.same() {
            let mut olds: Vec<Option<usize>> = olds.into_iter().map(Some).collect();
            let mut later = Vec::new();
            for new in news {
                let number = self.new[new].number;
                let has_it =
                    |it: &&mut Option<usize>| it.is_some_and(|old| self.old[old].number == number);
                match olds.iter_mut().find(has_it).and_then(Option::take) {
                    Some(old) => self.take(old, new, 1.0, Fit::Certain),
                    None => later.push(new),
                }
            }
            for (old, new) in olds.into_iter().flatten().zip(later) {
                // Without words only the number is left to go by.
                if !self.pairs.is_empty(old) {
                    self.take(old, new, 1.0, Fit::Certain);
                }
            }
        }
    }

    /// The likeness, plus what speaks for a pair besides the words.
    fn score(&self, pair: &Pair) -> f32 {
        pair.likeness + self.besides(pair)
    }

    /// Whether two may be the same, so that somebody has to be asked.
    fn may_be(&self, pair: &Pair) -> bool {
        let in_place = self.has_same_number(pair) && self.besides(pair) >= IN_PLACE;
        let is_cut = in_place && pair.of_new.max(pair.of_old) >= CUT_DOWN;
        self.is_free(pair) && (pair.likeness >= DOUBTFUL || is_cut)
    }

    fn has_same_number(&self, pair: &Pair) -> bool {
        let number = self.old[pair.old].number;
        !number.is_empty() && number == self.new[pair.new].number
    }

    /// The evidence for a pair besides the words.
    fn besides(&self, pair: &Pair) -> f32 {
        let (old, new) = (&self.old[pair.old], &self.new[pair.new]);
        let mut score = 0.0;
        if self.has_same_number(pair) {
            score += SAME_NUMBER;
        }
        if old.kind == new.kind {
            score += SAME_KIND;
        }
        let follows = |new: Option<usize>| {
            let origin = new.and_then(|at| self.origins.get(at)?.as_ref());
            origin.and_then(|it| it.follows)
        };
        let before = follows(pair.new.checked_sub(1));
        if before.is_some() && before == pair.old.checked_sub(1) {
            score += NEIGHBOUR;
        }
        if follows(Some(pair.new + 1)) == Some(pair.old + 1) {
            score += NEIGHBOUR;
        }
        score
    }

    fn is_free(&self, pair: &Pair) -> bool {
        self.taken[pair.old].is_none() && self.origins[pair.new].is_none()
    }

    fn take_the_certain(&mut self) {
        loop {
            let mut of_old = vec![Best::default(); self.old.len()];
            let mut of_new = vec![Best::default(); self.new.len()];
            for (place, pair) in self.pairs.all.iter().enumerate() {
                if self.is_free(pair) {
                    let score = self.score(pair);
                    of_old[pair.old].offer(place, score);
                    of_new[pair.new].offer(place, score);
                }
            }
            let certain = |(place, pair): (usize, &Pair)| {
                let (old, new) = (&of_old[pair.old], &of_new[pair.new]);
                let mutual = old.place == Some(place) && new.place == Some(place);
                let clear = old.is_clear() && new.is_clear();
                (mutual && clear && pair.likeness >= CERTAIN).then_some(*pair)
            };
            let found: Vec<Pair> = self.pairs.all.iter().enumerate().filter_map(certain).collect();
            if found.is_empty() {
                return;
            }
            for pair in found {
                self.take(pair.old, pair.new, pair.likeness, Fit::Certain);
            }
        }
    }

    /// For the remaining similar ones: the best guess, with the other candidates.
    fn guess(&mut self) {
        let may_be = |pair: &&Pair| self.may_be(pair);
        let mut left: Vec<(f32, Pair)> =
            self.pairs.all.iter().filter(may_be).map(|it| (self.score(it), *it)).collect();
        left.sort_by(|a, b| b.0.total_cmp(&a.0));
        let mut candidates: Vec<Vec<Candidate>> = vec![Vec::new(); self.new.len()];
        for (_, pair) in &left {
            let of = &mut candidates[pair.new];
            if of.len() < CANDIDATES {
                of.push(Candidate { old: pair.old, likeness: pair.likeness });
            }
        }
        for (_, pair) in &left {
            if self.is_free(pair) {
                let fit = Fit::Doubtful(std::mem::take(&mut candidates[pair.new]));
                self.take(pair.old, pair.new, pair.likeness, fit);
            }
        }
        // Every candidate has a better match: it may be new, or split from one of them.
        for (new, of) in candidates.into_iter().enumerate() {
            if !of.is_empty() && self.origins[new].is_none() {
                self.origins[new] = Some(Origin { fit: Fit::Doubtful(of), ..Origin::default() });
            }
        }
        self.guess_parts();
    }

    fn finish(self) -> Alignment {
        let mut origins: Vec<Origin> =
            self.origins.into_iter().map(Option::unwrap_or_default).collect();
        let mut continued = vec![0_usize; self.old.len()];
        for origin in &origins {
            for old in origin.follows.iter().chain(&origin.merged) {
                continued[*old] += 1;
            }
        }
        for origin in &mut origins {
            origin.split = origin.follows.is_some_and(|old| continued[old] > 1);
        }
        mark_moved(&mut origins);
        let gone = (0..self.old.len()).filter(|old| continued[*old] == 0).collect();
        Alignment { origins, gone }
    }
}

/// Marks those that changed their order among the others, as few as possible: all but the longest
/// sequence of paragraphs that still follow one another.
fn mark_moved(origins: &mut [Origin]) {
    // For each length of a sequence, the new paragraph with the smallest old one that ends it.
    let mut ends: Vec<(usize, usize)> = Vec::new();
    let mut before = vec![None; origins.len()];
    for (new, origin) in origins.iter().enumerate() {
        let Some(old) = origin.follows else { continue };
        let length = ends.partition_point(|(end, _)| *end <= old);
        before[new] = length.checked_sub(1).map(|it| ends[it].1);
        match ends.get_mut(length) {
            Some(end) => *end = (old, new),
            None => ends.push((old, new)),
        }
    }
    for origin in origins.iter_mut() {
        origin.moved = origin.follows.is_some();
    }
    let mut at = ends.last().map(|(_, new)| *new);
    while let Some(new) = at {
        origins[new].moved = false;
        at = before[new];
    }
}

#[cfg(test)]
mod tests;
