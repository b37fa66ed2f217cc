//! The texts of the ledger.

use std::hash::{Hash, Hasher};
use std::sync::Arc;

use rustc_hash::{FxHashMap, FxHasher};

/// How many texts a piece holds. A clone of the ledger shares all pieces except the one that is
/// written to.
const PIECE: usize = 1024;

/// The number of hash tables that numbers are looked up in; a clone copies only those written
/// to.
const PARTS: usize = 64;

/// Texts that recur (the same author, the same summary), each kept once. A clone shares them
/// with the original.
#[derive(Clone, Debug)]
pub(super) struct Texts {
    pieces: Vec<Arc<Vec<Box<str>>>>,
    count: u32,
    // The number of a text by its hash. If two texts have the same hash, the older one may be
    // stored again.
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
    /// The number of a text, if it is there.
    pub(super) fn find(&self, text: &str) -> Option<u32> {
        if text.is_empty() {
            return Some(0);
        }
        let hash = hash(text);
        let number = *self.numbers[part(hash)].get(&hash)?;
        (self.get(number) == text).then_some(number)
    }

    /// Adds a text that is not there yet; returns its number.
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

    /// Every text from this number on, in order of number.
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
    // Bits from the middle, because the hash table itself uses both ends.
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
