//! Texts of the ledger.

use std::hash::{Hash, Hasher};
use std::sync::Arc;

use rustc_hash::{FxHashMap, FxHasher};

/// How many texts lie in a piece: a copy of the ledger shares all pieces but the one that is
/// written to.
const PIECE: usize = 1024;

/// In how many parts the numbers are looked up.
const PARTS: usize = 64;

/// Texts that occur over and over (the same author, the same summary), each kept once. A copy
/// shares them with what it was copied from.
#[derive(Clone, Debug)]
pub(super) struct Texts {
    pieces: Vec<Arc<Vec<Box<str>>>>,
    count: u32,
    // The number of a text by its hash. Of two with the same hash one is kept more than once.
    numbers: Vec<Arc<FxHashMap<u64, u32>>>,
}

impl Default for Texts {
    fn default() -> Self {
        Self {
            pieces: vec![Arc::new(vec!["".into()])],
            count: 1,
            numbers: vec![Arc::default(); PARTS],
        }
    }
}

impl Texts {
    /// The number of a text that is there.
    pub(super) fn find(&self, text: &str) -> Option<u32> {
        if text.is_empty() {
            return Some(0);
        }
        let hash = hash(text);
        let number = *self.numbers[part(hash)].get(&hash)?;
        (self.get(number) == text).then_some(number)
    }

    /// Keeps a text that is not there yet, and gives it a number.
    pub(super) fn add(&mut self, text: &str) -> u32 {
        let number = self.count;
        match self.pieces.last_mut() {
            Some(last) if last.len() < PIECE => Arc::make_mut(last).push(text.into()),
            _ => {
                let mut piece = Vec::with_capacity(PIECE);
                piece.push(text.into());
                self.pieces.push(Arc::new(piece));
            }
        }
        self.count += 1;
        let hash = hash(text);
        Arc::make_mut(&mut self.numbers[part(hash)]).insert(hash, number);
        number
    }

    /// The text with this number.
    pub(super) fn get(&self, number: u32) -> &str {
        let number = number as usize;
        let piece = self.pieces.get(number / PIECE);
        piece.and_then(|piece| piece.get(number % PIECE)).map_or("", AsRef::as_ref)
    }

    /// Every text from this number on, in the order of their numbers.
    pub(super) fn from(&self, number: usize) -> impl Iterator<Item = &str> {
        let pieces = self.pieces.iter().skip(number / PIECE);
        pieces.flat_map(|piece| piece.iter()).map(AsRef::as_ref).skip(number % PIECE)
    }
}

fn hash(text: &str) -> u64 {
    let mut hasher = FxHasher::default();
    text.hash(&mut hasher);
    hasher.finish()
}

fn part(hash: u64) -> usize {
    // From its middle, for the table itself looks at both ends.
    (hash >> 24) as usize % PARTS
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_keeps_its_number_in_every_copy() {
        let mut texts = Texts::default();
        let all: Vec<_> = (0..3 * PIECE).map(|number| format!("text {number}")).collect();
        let numbers: Vec<_> = all.iter().map(|text| texts.add(text)).collect();
        let before = texts.clone();
        let new = texts.add("new");
        for (text, number) in all.iter().zip(numbers) {
            assert_eq!((texts.find(text), before.find(text)), (Some(number), Some(number)));
            assert_eq!(texts.get(number), text);
        }
        assert_eq!((before.find("new"), texts.find("new")), (None, Some(new)));
        assert_eq!(texts.from(0).count(), all.len() + 2);
        assert_eq!(texts.from(PIECE + 1).next(), texts.from(0).nth(PIECE + 1));
        assert_eq!(texts.find(""), Some(0));
    }
}
