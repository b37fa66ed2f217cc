//! Paragraphs that were split, and those that were merged.

use super::likeness::Pair;
use super::{Candidate, Fit, Origin, Work};

/// The share of its words that a part has from the whole, 0 to 1; at least `SURE` makes it certain.
const PART: f32 = 0.66;
const SURE: f32 = 0.8;

/// From this share on it may be a part.
const MAYBE: f32 = 0.5;

/// The share of a part that no other part accounts for. A paragraph that repeats what another one
/// still says is not split from it.
const OWN: f32 = 0.55;

/// The share of the whole that its parts have between them.
const TOGETHER: f32 = 0.6;

/// The fewest words of a part.
const FEWEST: usize = 4;

impl Work<'_> {
    pub(super) fn take_the_parts(&mut self) {
        self.take_the_merged();
        self.take_the_split();
    }

    /// New paragraphs made of one old one.
    fn take_the_split(&mut self) {
        let mut parts: Vec<Vec<Pair>> = vec![Vec::new(); self.old.len()];
        for pair in self.best_by(|pair| pair.new, |pair| pair.of_new, self.new.len()) {
            let long = self.pairs.lengths(pair.old, pair.new).1 >= FEWEST;
            if self.origins[pair.new].is_none() && pair.of_new >= PART && long {
                parts[pair.old].push(pair);
            }
        }
        for (old, mut of) in parts.into_iter().enumerate() {
            // The one with most of the old one goes first.
            of.sort_by(|a, b| b.of_old.total_cmp(&a.of_old));
            let mut all: Vec<usize> = self.taken[old].into_iter().collect();
            let mut found = Vec::new();
            for pair in of {
                if self.pairs.rest_of_new(pair.new, old, &all) >= OWN {
                    all.push(pair.new);
                    found.push(pair);
                }
            }
            if all.len() < 2 || self.pairs.covered_old(old, &all) < TOGETHER {
                continue;
            }
            for pair in found {
                self.take(old, pair.new, pair.of_new, fit(&pair, pair.of_new));
            }
        }
    }

    /// Old paragraphs from which one new one is made.
    fn take_the_merged(&mut self) {
        let mut parts: Vec<Vec<Pair>> = vec![Vec::new(); self.new.len()];
        for pair in self.best_by(|pair| pair.old, |pair| pair.of_old, self.old.len()) {
            let long = self.pairs.lengths(pair.old, pair.new).0 >= FEWEST;
            if self.taken[pair.old].is_none() && pair.of_old >= PART && long {
                parts[pair.new].push(pair);
            }
        }
        for (new, mut of) in parts.into_iter().enumerate() {
            of.sort_by(|a, b| b.of_new.total_cmp(&a.of_new));
            let follows = self.origins[new].as_ref().and_then(|it| it.follows);
            let mut all: Vec<usize> = follows.into_iter().collect();
            let mut found = Vec::new();
            for pair in of {
                if self.pairs.rest_of_old(pair.old, new, &all) >= OWN {
                    all.push(pair.old);
                    found.push(pair);
                }
            }
            if all.len() < 2 || self.pairs.covered_new(new, &all) < TOGETHER {
                continue;
            }
            for pair in found {
                self.taken[pair.old] = Some(new);
                match &mut self.origins[new] {
                    Some(origin) => origin.merged.push(pair.old),
                    empty => {
                        let (likeness, fit) = (pair.likeness, fit(&pair, pair.of_old));
                        let follows = Some(pair.old);
                        *empty = Some(Origin { follows, likeness, fit, ..Origin::default() });
                    }
                }
            }
        }
    }

    /// A remaining paragraph with half of its words from one that another continues may be split
    /// from it.
    pub(super) fn guess_parts(&mut self) {
        for pair in self.best_by(|pair| pair.new, |pair| pair.of_new, self.new.len()) {
            let Some(other) = self.taken[pair.old] else { continue };
            let long = self.pairs.lengths(pair.old, pair.new).1 >= FEWEST;
            let own = self.pairs.rest_of_new(pair.new, pair.old, &[other]);
            if self.origins[pair.new].is_none() && long && pair.of_new >= MAYBE && own >= OWN / 2.0
            {
                let candidate = Candidate { old: pair.old, likeness: pair.likeness };
                let fit = Fit::Doubtful(vec![candidate]);
                self.take(pair.old, pair.new, pair.of_new, fit);
            }
        }
    }

    /// For each paragraph the pair of which it is a part to the greatest share.
    fn best_by(
        &self,
        of: impl Fn(&Pair) -> usize,
        share: impl Fn(&Pair) -> f32,
        count: usize,
    ) -> Vec<Pair> {
        let mut best: Vec<Option<Pair>> = vec![None; count];
        for pair in &self.pairs.all {
            let so_far = &mut best[of(pair)];
            if so_far.is_none_or(|it| share(&it) < share(pair)) {
                *so_far = Some(*pair);
            }
        }
        best.into_iter().flatten().collect()
    }
}

fn fit(pair: &Pair, share: f32) -> Fit {
    if share >= SURE {
        return Fit::Certain;
    }
    Fit::Doubtful(vec![Candidate { old: pair.old, likeness: pair.likeness }])
}
