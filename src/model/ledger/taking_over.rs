//! Merges two ledgers into one.

use std::sync::Arc;

use rustc_hash::FxHashMap;

use super::proposal_entries::ProposalEntries;
use super::{Ledger, NONE, Packed, Revision, number};
use crate::model::PositionId;

impl Ledger {
    /// Adds the chosen entries of a ledger that was filled in the opposite order, as if they had
    /// been put into this one in the right order.
    pub(crate) fn take_over(&mut self, mut other: Self, chosen: impl Fn(PositionId) -> bool) {
        let rows = Arc::make_mut(&mut self.rows);
        if rows.len() < other.rows.len() {
            rows.resize_with(other.rows.len(), Arc::default);
        }
        let texts = &mut self.texts;
        let mut numbers: FxHashMap<u32, u32> = FxHashMap::default();
        let mut text =
            |of: u32| *numbers.entry(of).or_insert_with(|| number(texts, other.texts.get(of)));
        for (row, from) in rows.iter_mut().zip(Arc::make_mut(&mut other.rows)) {
            let count = from.entries.iter().filter(|entry| chosen(entry.id)).count();
            if count == 0 {
                continue;
            }
            self.live += count;
            if row.entries.is_empty() && count == from.entries.len() {
                // Moved as a whole: there is no room for two of everything.
                *row = std::mem::take(from);
                Arc::make_mut(row).turn_round(&mut text);
                continue;
            }
            let row = Arc::make_mut(row);
            for entry in from.entries.iter().rev().filter(|entry| chosen(entry.id)) {
                let mut entry = *entry;
                entry.renumber(&mut text);
                row.insert(entry, from.replaces(entry.id));
            }
        }
        self.revision = Revision::next();
    }
}

impl Packed {
    fn renumber(&mut self, text: &mut impl FnMut(u32) -> u32) {
        // All fields are named, so that no new text can be forgotten.
        let Self {
            words,
            condition,
            reason,
            author,
            id: _,
            party: _,
            source: _,
            date: _,
            next: _,
            stance: _,
            forum: _,
            certainty: _,
            salience: _,
            marking: _,
            hold: _,
        } = self;
        for it in [words, condition, reason, author] {
            *it = text(*it);
        }
    }
}

impl ProposalEntries {
    /// Reverses the order of the entries, and renumbers their texts.
    fn turn_round(&mut self, text: &mut impl FnMut(u32) -> u32) {
        self.entries.reverse();
        self.heads.values_mut().for_each(|head| *head = NONE);
        for (entry, place) in self.entries.iter_mut().zip(0..) {
            entry.renumber(text);
            entry.next = match self.heads.get_mut(&entry.party) {
                Some(head) => std::mem::replace(head, place),
                None => NONE,
            };
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Entry, NewEntry};
    use super::*;
    use crate::model::{PartyId, ProposalId, Slot, Stance};

    #[test]
    fn what_is_taken_over_stands_as_if_it_had_come_in_order() {
        let ids: Vec<_> = (0..60).map(|_| PositionId::new()).collect();
        let words: Vec<_> = (0..60).map(|number| format!("words {}", number % 7)).collect();
        let entry = |number: usize| NewEntry {
            id: ids[number],
            // The last proposal is only in the other ledger.
            proposal: Slot(if number < 50 { (number % 3) as u32 } else { 3 }),
            party: Slot((number % 4) as u32),
            stance: Some(Stance::Support),
            date: "2020-01-01".parse().unwrap(),
            forum: None,
            words: &words[number],
            source: None,
            certainty: None,
            salience: None,
            condition: &words[59 - number],
            reason: &words[number / 2],
            hold: number.is_multiple_of(5),
            replaces: (number > 12).then(|| ids[number - 12]),
            author: "desk",
            marking: None,
        };
        let (proposal, party) = (ProposalId::new(), PartyId::new());
        let said = |ledger: &Ledger| {
            let said = |it: Entry<'_>| it.to_position(proposal, party, None);
            ledger.iter().map(said).collect::<Vec<_>>()
        };
        let (mut all, mut first, mut rest) = (Ledger::new(), Ledger::new(), Ledger::new());
        (0..60).for_each(|number| all.insert(&entry(number)));
        (0..40).for_each(|number| first.insert(&entry(number)));
        // They overlap where they met.
        (30..60).rev().for_each(|number| rest.insert(&entry(number)));
        first.take_over(rest, |id| id > ids[39]);
        assert_eq!(said(&first), said(&all));
        assert_eq!(first.len(), 60);
        let replaced = |it: &Ledger| it.iter().filter(|it| it.is_replaced()).count();
        assert_eq!((replaced(&first), replaced(&all)), (37, 37));
    }
}
