//! Records of one table in memory, each in a slot that it keeps.

use std::hash::Hash;

use rustc_hash::FxHashMap;

/// The place of a record in its [`Arena`]; it stays the same while the dossier is open,
/// also over a deletion that is undone.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Slot(pub u32);

impl Slot {
    /// The slot as an index into a list with one element a slot.
    pub fn index(self) -> usize {
        self.0 as usize
    }
}

/// The records of one table by identity and by slot.
#[derive(Clone, Debug)]
pub struct Arena<K, T> {
    slots: Vec<Option<T>>,
    // Also holds identities of deleted records: when one comes back it gets its old slot.
    index: FxHashMap<K, Slot>,
    live: usize,
}

impl<K, T> Default for Arena<K, T> {
    fn default() -> Self {
        Self { slots: Vec::new(), index: FxHashMap::default(), live: 0 }
    }
}

impl<K: Copy + Eq + Hash, T> Arena<K, T> {
    /// Puts a record in its slot, in place of an older state of it.
    pub fn put(&mut self, key: K, record: T) -> Slot {
        let next = Slot(u32::try_from(self.slots.len()).unwrap_or(u32::MAX));
        let slot = *self.index.entry(key).or_insert(next);
        if slot == next {
            self.slots.push(None);
        }
        if self.slots[slot.index()].replace(record).is_none() {
            self.live += 1;
        }
        slot
    }

    /// Takes a record out.
    pub fn remove(&mut self, key: K) -> Option<T> {
        let removed = self.slots[self.index.get(&key)?.index()].take();
        self.live -= usize::from(removed.is_some());
        removed
    }

    /// The record with this identity.
    pub fn get(&self, key: K) -> Option<&T> {
        self.at(*self.index.get(&key)?)
    }

    /// The record in this slot.
    pub fn at(&self, slot: Slot) -> Option<&T> {
        self.slots.get(slot.index())?.as_ref()
    }

    /// The slot of the record with this identity, if it is there.
    pub fn slot(&self, key: K) -> Option<Slot> {
        self.index.get(&key).copied().filter(|slot| self.at(*slot).is_some())
    }

    /// The slot of this identity, also while its record is deleted.
    pub fn place(&self, key: K) -> Option<Slot> {
        self.index.get(&key).copied()
    }

    /// All records, in the order in which they came.
    pub fn iter(&self) -> impl Iterator<Item = &T> {
        self.slots.iter().flatten()
    }

    /// All records with their slots.
    pub fn slots(&self) -> impl Iterator<Item = (Slot, &T)> {
        (0..).map(Slot).zip(&self.slots).filter_map(|(slot, record)| Some((slot, record.as_ref()?)))
    }

    /// How many slots there are; a list with one element a slot has this length.
    pub fn slot_count(&self) -> usize {
        self.slots.len()
    }

    /// How many records there are.
    pub fn len(&self) -> usize {
        self.live
    }

    /// Whether there are no records.
    pub fn is_empty(&self) -> bool {
        self.live == 0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_record_that_comes_back_gets_its_old_slot() {
        let mut arena = Arena::default();
        let a = arena.put("a", 1);
        let b = arena.put("b", 2);
        assert_eq!(arena.remove("a"), Some(1));
        assert_eq!((arena.len(), arena.slot("a"), arena.get("a")), (1, None, None));
        arena.put("c", 3);
        assert_eq!(arena.put("a", 4), a);
        assert_eq!(arena.put("b", 5), b);
        assert_eq!((arena.len(), arena.slot_count()), (3, 3));
        assert_eq!(arena.iter().copied().collect::<Vec<_>>(), [4, 5, 3]);
    }
}
