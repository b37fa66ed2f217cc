//! How similar two paragraphs are, and which are compared at all.
//!
//! Seven tenths of the likeness of two paragraphs is the share of their words that they have in
//! common, with rare words counting for more than common ones (Dice's coefficient with weights);
//! three tenths is the share of neighbouring pairs of words, which reflects their order. If one
//! contains the other, as when long alternatives were added, the share of the shorter one that is
//! in the longer one counts, at a discount.

use std::collections::HashMap;

use super::{Origin, Unit};
use crate::model::words::fold;

/// The weight of the words, and of the pairs of words.
const WORDS: f32 = 0.7;
const ORDER: f32 = 0.3;

/// The discount for being contained, and the fewest words for which it means anything.
const CONTAINED: f32 = 0.78;
const FEWEST: usize = 8;

/// How many old paragraphs a new one is compared with: those that share most rare words.
const COMPARED: usize = 12;

/// Two paragraphs that were compared.
#[derive(Clone, Copy, Debug)]
pub(super) struct Pair {
    pub(super) old: usize,
    pub(super) new: usize,
    /// 0 to 1.
    pub(super) likeness: f32,
    /// The share of the new one's words that are in the old one, 0 to 1.
    pub(super) of_new: f32,
    /// The share of the old one's words that are in the new one, 0 to 1.
    pub(super) of_old: f32,
}

/// The words of a paragraph, ready for comparison.
#[derive(Default)]
struct Profile {
    /// Its words in order, by number.
    words: Vec<u32>,
    /// Its words sorted, with repetitions.
    sorted: Vec<u32>,
    /// Its pairs of neighbouring words, sorted.
    order: Vec<(u32, u32)>,
    /// The total weight of its words.
    weight: f32,
}

/// All paragraphs, and the pairs of them that were compared.
pub(super) struct Pairs {
    old: Vec<Profile>,
    new: Vec<Profile>,
    weights: Vec<f32>,
    /// The pairs, by new paragraph.
    pub(super) all: Vec<Pair>,
}

impl Pairs {
    pub(super) fn of(old: &[Unit<'_>], new: &[Unit<'_>]) -> Self {
        let mut numbers = HashMap::new();
        let mut read = |units: &[Unit<'_>]| -> Vec<Profile> {
            units.iter().map(|unit| profile(unit, &mut numbers)).collect()
        };
        let (mut old, mut new) = (read(old), read(new));
        let mut found = vec![0_u32; numbers.len()];
        for profile in old.iter().chain(&new) {
            for group in profile.sorted.chunk_by(|a, b| a == b) {
                found[group[0] as usize] += 1;
            }
        }
        let paragraphs = (old.len() + new.len()) as f32;
        let weights: Vec<f32> =
            found.iter().map(|found| (1.0 + paragraphs / (*found).max(1) as f32).ln()).collect();
        for profile in old.iter_mut().chain(&mut new) {
            profile.weight = profile.words.iter().map(|word| weights[*word as usize]).sum();
        }
        Self { old, new, weights, all: Vec::new() }
    }

    /// Whether an old paragraph has no words.
    pub(super) fn is_empty(&self, old: usize) -> bool {
        self.old[old].words.is_empty()
    }

    /// How many words two paragraphs have: the old one, the new one.
    pub(super) fn lengths(&self, old: usize, new: usize) -> (usize, usize) {
        (self.old[old].words.len(), self.new[new].words.len())
    }

    /// Old and new paragraphs with the same words in the same order.
    pub(super) fn same(&self) -> Vec<(Vec<usize>, Vec<usize>)> {
        let mut groups: HashMap<&[u32], (Vec<usize>, Vec<usize>)> = HashMap::new();
        for (at, profile) in self.old.iter().enumerate() {
            groups.entry(&profile.words).or_default().0.push(at);
        }
        for (at, profile) in self.new.iter().enumerate() {
            if let Some(group) = groups.get_mut(profile.words.as_slice()) {
                group.1.push(at);
            }
        }
        groups.into_values().collect()
    }

    /// Compares those not yet taken, each new one with the old ones that share most with it.
    pub(super) fn compare(&mut self, taken: &[Option<usize>], origins: &[Option<Origin>]) {
        let mut places: Vec<Vec<u32>> = vec![Vec::new(); self.weights.len()];
        for (at, profile) in self.old.iter().enumerate().filter(|(at, _)| taken[*at].is_none()) {
            for group in profile.sorted.chunk_by(|a, b| a == b) {
                places[group[0] as usize].push(at as u32);
            }
        }
        // A word that is everywhere says nothing and would take most of the time.
        let most = (self.old.len() / 8).max(40);
        let mut shared = vec![0.0_f32; self.old.len()];
        for (new, profile) in self.new.iter().enumerate() {
            if origins[new].is_some() || profile.words.is_empty() {
                continue;
            }
            let mut touched: Vec<u32> = Vec::new();
            for group in profile.sorted.chunk_by(|a, b| a == b) {
                let found = &places[group[0] as usize];
                for old in found.iter().filter(|_| found.len() <= most) {
                    let sum = &mut shared[*old as usize];
                    if *sum == 0.0 {
                        touched.push(*old);
                    }
                    *sum += self.weights[group[0] as usize];
                }
            }
            // If the same words are everywhere, only the place in the text is left to go by.
            let reach = new.saturating_sub(2)..(new + 3).min(self.old.len());
            for near in reach.filter(|old| taken[*old].is_none()) {
                if shared[near] == 0.0 {
                    touched.push(near as u32);
                }
            }
            let by_shared = |a: &u32, b: &u32| {
                shared[*b as usize].total_cmp(&shared[*a as usize]).then(a.cmp(b))
            };
            touched.sort_unstable_by(by_shared);
            for old in touched.iter().take(COMPARED) {
                let pair = self.pair(*old as usize, new);
                self.all.push(pair);
            }
            for old in touched {
                shared[old as usize] = 0.0;
            }
        }
    }

    fn pair(&self, old: usize, new: usize) -> Pair {
        let (a, b) = (&self.old[old], &self.new[new]);
        let mut words = 0.0;
        common(&a.sorted, &b.sorted, |word| words += self.weights[*word as usize]);
        let mut order = 0_usize;
        common(&a.order, &b.order, |_| order += 1);
        let share = |part: f32, whole: f32| if whole > 0.0 { part / whole } else { 0.0 };
        let order = order as f32;
        let pairs = (a.order.len() + b.order.len()) as f32;
        let mix = |words: f32, order: f32, any: bool| {
            if any { WORDS * words + ORDER * order } else { words }
        };
        let whole =
            mix(share(2.0 * words, a.weight + b.weight), share(2.0 * order, pairs), pairs > 0.0);
        let contained = |of: &Profile| {
            let enough = of.words.len() >= FEWEST;
            let pairs = of.order.len() as f32;
            if enough { mix(share(words, of.weight), share(order, pairs), true) } else { 0.0 }
        };
        let inside = CONTAINED * contained(a).max(contained(b));
        Pair {
            old,
            new,
            likeness: whole.max(inside).min(1.0),
            of_new: share(words, b.weight),
            of_old: share(words, a.weight),
        }
    }

    /// The share of the words of one new paragraph that an old one has and that others do not
    /// account for.
    pub(super) fn rest_of_new(&self, new: usize, old: usize, others: &[usize]) -> f32 {
        let others: Vec<&Profile> = others.iter().map(|at| &self.new[*at]).collect();
        self.rest(&self.new[new], &self.old[old], &others)
    }

    /// The share of the words of one old paragraph that a new one has and that others do not
    /// account for.
    pub(super) fn rest_of_old(&self, old: usize, new: usize, others: &[usize]) -> f32 {
        let others: Vec<&Profile> = others.iter().map(|at| &self.old[*at]).collect();
        self.rest(&self.old[old], &self.new[new], &others)
    }

    fn rest(&self, part: &Profile, whole: &Profile, others: &[&Profile]) -> f32 {
        let mut left = whole.sorted.clone();
        for other in others {
            left = without(&left, &other.sorted);
        }
        let mut words = 0.0;
        common(&left, &part.sorted, |word| words += self.weights[*word as usize]);
        if part.weight > 0.0 { words / part.weight } else { 0.0 }
    }

    /// The share of the words of an old paragraph that these new ones have between them.
    pub(super) fn covered_old(&self, old: usize, by: &[usize]) -> f32 {
        let by: Vec<&Profile> = by.iter().map(|at| &self.new[*at]).collect();
        self.covered(&self.old[old], &by)
    }

    /// The share of the words of a new paragraph that these old ones have between them.
    pub(super) fn covered_new(&self, new: usize, by: &[usize]) -> f32 {
        let by: Vec<&Profile> = by.iter().map(|at| &self.old[*at]).collect();
        self.covered(&self.new[new], &by)
    }

    fn covered(&self, whole: &Profile, by: &[&Profile]) -> f32 {
        let mut left = whole.sorted.clone();
        for part in by {
            left = without(&left, &part.sorted);
        }
        let left: f32 = left.iter().map(|word| self.weights[*word as usize]).sum();
        if whole.weight > 0.0 { 1.0 - left / whole.weight } else { 0.0 }
    }
}

fn profile(unit: &Unit<'_>, numbers: &mut HashMap<String, u32>) -> Profile {
    let folded = fold(&unit.words.bare());
    let mut words = Vec::new();
    for word in folded.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()) {
        let next = numbers.len() as u32;
        words.push(match numbers.get(word) {
            Some(number) => *number,
            None => *numbers.entry(word.to_owned()).or_insert(next),
        });
    }
    let mut sorted = words.clone();
    sorted.sort_unstable();
    let mut order: Vec<(u32, u32)> = words.windows(2).map(|pair| (pair[0], pair[1])).collect();
    order.sort_unstable();
    Profile { words, sorted, order, weight: 0.0 }
}

/// Calls `each` with the elements that two sorted lists have in common, as often as both have them.
fn common<T: Ord>(a: &[T], b: &[T], mut each: impl FnMut(&T)) {
    let (mut at, mut beside) = (0, 0);
    while let (Some(one), Some(other)) = (a.get(at), b.get(beside)) {
        match one.cmp(other) {
            std::cmp::Ordering::Less => at += 1,
            std::cmp::Ordering::Greater => beside += 1,
            std::cmp::Ordering::Equal => {
                each(one);
                (at, beside) = (at + 1, beside + 1);
            }
        }
    }
}

/// A sorted list minus another, counting repetitions.
fn without(list: &[u32], other: &[u32]) -> Vec<u32> {
    let mut left = Vec::with_capacity(list.len());
    let mut beside = other.iter().peekable();
    for word in list {
        while beside.peek().is_some_and(|it| *it < word) {
            beside.next();
        }
        if beside.peek() == Some(&word) {
            beside.next();
        } else {
            left.push(*word);
        }
    }
    left
}
