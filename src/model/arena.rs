//! The records of one table in memory, each in a slot that it keeps.

use std::hash::Hash;
use std::sync::Arc;

use rustc_hash::FxHashMap;

use super::Revision;

/// The place of a record in its [`Arena`]. It stays the same while the dossier is open, even if
/// the record is deleted and the deletion undone.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Slot(pub u32);

impl Slot {
    /// The slot as an index into a list with one element per slot.
    pub fn index(self) -> usize {
        self.0 as usize
    }
}

/// The records of one table by identity and by slot.
///
/// A clone shares its records with the original until one of them changes, so the state before
/// an edit can be kept cheaply beside the state after it.
#[derive(Debug)]
pub struct Arena<K, T> {
    slots: Arc<Vec<Option<Arc<T>>>>,
    // Keeps the identities of deleted records, so that one that comes back gets its old slot.
    index: Arc<FxHashMap<K, Slot>>,
    live: usize,
    revision: Revision,
}

impl<K, T> Clone for Arena<K, T> {
    fn clone(&self) -> Self {
        let Self { slots, index, live, revision } = self;
        Self { slots: slots.clone(), index: index.clone(), live: *live, revision: *revision }
    }
}

impl<K, T> Default for Arena<K, T> {
    fn default() -> Self {
        Self {
            slots: Arc::default(),
            index: Arc::default(),
            live: 0,
            revision: Revision::default(),
        }
    }
}

impl<K: Copy + Eq + Hash, T> Arena<K, T> {
    /// Puts a record in its slot, replacing an older state of it.
    pub fn put(&mut self, key: K, record: T) -> Slot {
        let slots = Arc::make_mut(&mut self.slots);
        let slot = match self.index.get(&key) {
            Some(slot) => *slot,
            None => {
                let slot = Slot(u32::try_from(slots.len()).unwrap_or(u32::MAX));
                Arc::make_mut(&mut self.index).insert(key, slot);
                slots.push(None);
                slot
            }
        };
        if slots[slot.index()].replace(Arc::new(record)).is_none() {
            self.live += 1;
        }
        self.revision = Revision::next();
        slot
    }

    /// Removes a record; nothing changes if it is not there.
    pub fn remove(&mut self, key: K) -> Option<Arc<T>> {
        let slot = self.slot(key)?;
        let removed = Arc::make_mut(&mut self.slots)[slot.index()].take();
        self.live -= usize::from(removed.is_some());
        self.revision = Revision::next();
        removed
    }

    /// The record with this identity.
    pub fn get(&self, key: K) -> Option<&T> {
        self.at(*self.index.get(&key)?)
    }

    /// The record in this slot.
    pub fn at(&self, slot: Slot) -> Option<&T> {
        self.slots.get(slot.index())?.as_deref()
    }

    /// The slot of the record with this identity, if the record exists.
    pub fn slot(&self, key: K) -> Option<Slot> {
        self.index.get(&key).copied().filter(|slot| self.at(*slot).is_some())
    }

    /// The slot of this identity, even if its record is deleted.
    pub fn place(&self, key: K) -> Option<Slot> {
        self.index.get(&key).copied()
    }

    /// All records, in the order in which they were added.
    pub fn iter(&self) -> impl Iterator<Item = &T> {
        self.slots.iter().flatten().map(AsRef::as_ref)
    }

    /// All records with their slots.
    pub fn slots(&self) -> impl Iterator<Item = (Slot, &T)> {
        let slots = (0..).map(Slot).zip(self.slots.iter());
        slots.filter_map(|(slot, record)| Some((slot, record.as_deref()?)))
    }

    /// The number of slots; a list with one element per slot has this length.
    pub(crate) fn slot_count(&self) -> usize {
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

    /// Identifies this state of the table.
    pub fn revision(&self) -> Revision {
        self.revision
    }

    /// The slots whose records differ from those in an earlier state of the same table, with the
    /// record before and after. A record that was rewritten counts, even if it is equal.
    pub fn changes<'a>(
        &'a self,
        before: &'a Self,
    ) -> impl Iterator<Item = (Slot, Option<&'a T>, Option<&'a T>)> {
        let same = self.revision == before.revision;
        // A table that was read afresh may have fewer slots than before.
        let count = if same { 0 } else { self.slots.len().max(before.slots.len()) };
        let at =
            |arena: &'a Self, slot: Slot| arena.slots.get(slot.index()).and_then(Option::as_ref);
        (0..count).filter_map(move |index| {
            let slot = Slot(u32::try_from(index).ok()?);
            let (was, is) = (at(before, slot), at(self, slot));
            let same = match (was, is) {
                (Some(was), Some(is)) => Arc::ptr_eq(was, is),
                (None, None) => true,
                _ => false,
            };
            (!same).then(|| (slot, was.map(AsRef::as_ref), is.map(AsRef::as_ref)))
        })
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
        assert_eq!(arena.remove("a").as_deref(), Some(&1));
        assert_eq!((arena.len(), arena.slot("a"), arena.get("a")), (1, None, None));
        arena.put("c", 3);
        assert_eq!(arena.put("a", 4), a);
        assert_eq!(arena.put("b", 5), b);
        assert_eq!((arena.len(), arena.slot_count()), (3, 3));
        assert_eq!(arena.iter().copied().collect::<Vec<_>>(), [4, 5, 3]);
    }
    #[test]
    fn a_copy_stays_as_it_was_and_shows_what_changed_since() {
        let mut arena = Arena::default();
        let (a, b) = (arena.put("a", 1), arena.put("b", 2));
        let before = arena.clone();
        assert_eq!(arena.changes(&before).count(), 0);
        arena.put("a", 3);
        arena.remove("b");
        let c = arena.put("c", 4);
        let changes: Vec<_> = arena.changes(&before).collect();
        let expected = [(a, Some(&1), Some(&3)), (b, Some(&2), None), (c, None, Some(&4))];
        assert_eq!(changes, expected);
        assert_eq!((before.get("a"), before.get("b"), before.len()), (Some(&1), Some(&2), 2));
        assert!(arena.revision() > before.revision());
        let anew = Arena::default();
        assert_eq!(anew.changes(&arena).count(), 2, "all is gone where nothing was read");
        let kept = arena.revision();
        arena.remove("b");
        assert_eq!(arena.revision(), kept, "what is gone cannot go again");
    }
}
