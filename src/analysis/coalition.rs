//! The coalition matrix: who stands where on what, by camp.

use chrono::NaiveDate;

use super::{Adoption, Camps, Tally, adoption, camps};
use crate::model::{Camp, Keyed, Slot, Snapshot, Stance};

/// The matrix on one day: stances, camps, tallies and verdicts.
///
/// It is computed once for a state of the dossier; drawing only looks up.
#[derive(Clone, Debug)]
pub struct Coalition {
    /// The day it shows.
    pub as_of: NaiveDate,
    /// The camps of the parties.
    pub camps: Camps,
    // By slot of the proposal.
    columns: Vec<Option<Column>>,
    // By slot of the proposal, then of the party: nought is unknown, then the scale.
    cells: Vec<u8>,
    parties: usize,
}

/// What the matrix says of one proposal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Column {
    /// The stances of all parties.
    pub tally: Tally,
    /// The stances of each camp, in the order of [`Camp::ALL`].
    pub camps: [Tally; 4],
    /// The stances of those who decide.
    pub deciding: Tally,
    /// What each rule makes of them.
    pub adoption: Adoption,
}

impl Column {
    /// The stances of this camp.
    pub fn camp(&self, camp: Camp) -> &Tally {
        &self.camps[camp as usize]
    }
}

impl Coalition {
    /// The stance of the party on the proposal; `None` is unknown.
    pub fn stance(&self, proposal: Slot, party: Slot) -> Option<Stance> {
        let cell = *self.cells.get(proposal.index() * self.parties + party.index())?;
        Stance::ALL.get(usize::from(cell).checked_sub(1)?).copied()
    }

    /// What the matrix says of the proposal in this slot.
    pub fn column(&self, proposal: Slot) -> Option<&Column> {
        self.columns.get(proposal.index())?.as_ref()
    }

    /// The part of all cells that is unknown: how many, and of how many.
    pub fn unknown(&self) -> (u32, u32) {
        let tallies = self.columns.iter().flatten().map(|column| &column.tally);
        tallies.fold((0, 0), |(unknown, total), tally| {
            (unknown + tally.unknown(), total + tally.total())
        })
    }
}

/// Computes the matrix as it stood at the end of a day.
pub fn coalition(snapshot: &Snapshot, as_of: NaiveDate) -> Coalition {
    let camps = camps(snapshot);
    let parties = snapshot.parties.slot_count();
    let live: Vec<_> = snapshot
        .parties
        .slots()
        .map(|(slot, party)| (slot, camps.camp(slot), party.decides))
        .collect();
    let mut cells = vec![0; parties * snapshot.proposals.slot_count()];
    let mut columns = vec![None; snapshot.proposals.slot_count()];
    for (proposal, _) in snapshot.proposals.slots() {
        let row = &mut cells[proposal.index() * parties..][..parties];
        let (mut tally, mut deciding) = (Tally::default(), Tally::default());
        let mut by_camp = [Tally::default(); 4];
        for (party, camp, decides) in &live {
            let entry = snapshot.positions.current(proposal, *party, as_of);
            let stance = entry.and_then(|entry| entry.stance());
            row[party.index()] = stance.map_or(0, |stance| stance as u8 + 1);
            tally.add(stance);
            by_camp[*camp as usize].add(stance);
            if *decides {
                deciding.add(stance);
            }
        }
        let adoption = adoption(&deciding);
        columns[proposal.index()] = Some(Column { tally, camps: by_camp, deciding, adoption });
    }
    Coalition { as_of, camps, columns, cells, parties }
}
