//! The entries on one proposal.

use std::collections::BTreeMap;

use rustc_hash::FxHashMap;

use super::{NONE, Packed};
use crate::model::{PositionId, Slot};

/// The entries on one proposal, chained by party.
#[derive(Clone, Debug, Default)]
pub(super) struct ProposalEntries {
    pub(super) entries: Vec<Packed>,
    free: Vec<u32>,
    // The first entry of each chain. A map, because a file may contain a million parties and have
    // no entries of most of them.
    pub(super) heads: BTreeMap<Slot, u32>,
    // The entry that each correction replaces; few entries are corrections.
    replaces: FxHashMap<PositionId, PositionId>,
    // How many corrections by the same party replace an entry, so that this needs no walk along
    // the chain.
    replaced: FxHashMap<(Slot, PositionId), u32>,
}

impl ProposalEntries {
    /// Adds an entry, and what it corrects, if anything.
    pub(super) fn insert(&mut self, mut new: Packed, replaces: Option<PositionId>) {
        let (id, party) = (new.id, new.party);
        new.next = self.head(party);
        let place = match self.free.pop() {
            Some(place) => {
                self.entries[place as usize] = new;
                place
            }
            None => {
                self.entries.push(new);
                u32::try_from(self.entries.len() - 1).unwrap_or(NONE)
            }
        };
        self.heads.insert(party, place);
        if let Some(replaced) = replaces {
            self.replaces.insert(id, replaced);
            *self.replaced.entry((party, replaced)).or_default() += 1;
        }
    }

    /// Removes an entry; returns whether it was there.
    pub(super) fn remove(&mut self, party: Slot, id: PositionId) -> bool {
        let mut before = NONE;
        let mut place = self.head(party);
        while let Some(entry) = self.entries.get(place as usize) {
            let next = entry.next;
            if entry.id == id {
                match self.entries.get_mut(before as usize) {
                    Some(entry) => entry.next = next,
                    None if next == NONE => drop(self.heads.remove(&party)),
                    None => drop(self.heads.insert(party, next)),
                }
                // The place is reused later; until then no search may find its texts.
                let gone = &mut self.entries[place as usize];
                (gone.words, gone.condition, gone.reason) = (0, 0, 0);
                self.free.push(place);
                if let Some(replaced) = self.replaces.remove(&id) {
                    self.let_hold(party, replaced);
                }
                return true;
            }
            (before, place) = (place, next);
        }
        false
    }

    /// Forgets one correction of this entry.
    fn let_hold(&mut self, party: Slot, entry: PositionId) {
        let key = (party, entry);
        if let Some(count) = self.replaced.get_mut(&key) {
            *count -= 1;
            if *count == 0 {
                self.replaced.remove(&key);
            }
        }
    }

    /// How many entries there are.
    pub(super) fn len(&self) -> usize {
        self.entries.len() - self.free.len()
    }

    /// The entries of a party, in no particular order.
    pub(super) fn chain(&self, party: Slot) -> impl Iterator<Item = &Packed> {
        let mut place = self.head(party);
        std::iter::from_fn(move || {
            let packed = self.entries.get(place as usize)?;
            place = packed.next;
            Some(packed)
        })
    }

    /// The entry that an entry corrects.
    pub(super) fn replaces(&self, entry: PositionId) -> Option<PositionId> {
        self.replaces.get(&entry).copied()
    }

    /// Whether an entry of this party is corrected.
    pub(super) fn is_replaced(&self, party: Slot, entry: PositionId) -> bool {
        self.replaced.contains_key(&(party, entry))
    }

    /// Releases spare capacity.
    pub(super) fn shrink(&mut self) {
        self.entries.shrink_to_fit();
    }

    fn head(&self, party: Slot) -> u32 {
        self.heads.get(&party).copied().unwrap_or(NONE)
    }
}
