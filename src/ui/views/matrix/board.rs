//! The cells as a board of lines and columns, for the cursor and for blocks.

use super::Place;
use super::rows::MatrixRows;
use crate::model::{Slot, Snapshot};

/// The cells that are shown, in lines and columns as they are drawn.
pub(super) struct Board<'a> {
    snapshot: &'a Snapshot,
    parties: Vec<Slot>,
    proposals: &'a [Slot],
    transposed: bool,
}

/// A cell by line and column.
pub(super) type Spot = (usize, usize);

impl<'a> Board<'a> {
    /// The board of these rows, without folded camps.
    pub(super) fn new(
        snapshot: &'a Snapshot,
        rows: &'a MatrixRows,
        folded: [bool; 4],
        transposed: bool,
    ) -> Self {
        let parties = rows.parties(folded).collect();
        Self { snapshot, parties, proposals: &rows.columns, transposed }
    }

    /// How many lines and columns there are.
    pub(super) fn size(&self) -> Spot {
        let size = (self.parties.len(), self.proposals.len());
        if self.transposed { (size.1, size.0) } else { size }
    }

    /// What the cell on this spot is about.
    pub(super) fn place(&self, (line, column): Spot) -> Option<Place> {
        let (party, proposal) = if self.transposed { (column, line) } else { (line, column) };
        let party = self.snapshot.parties.at(*self.parties.get(party)?)?;
        let proposal = self.snapshot.proposals.at(*self.proposals.get(proposal)?)?;
        Some((proposal.id, party.id))
    }

    /// The spot of a cell; `None` where it is filtered out or folded away.
    pub(super) fn find(&self, (proposal, party): Place) -> Option<Spot> {
        let (party, proposal) =
            (self.snapshot.parties.slot(party)?, self.snapshot.proposals.slot(proposal)?);
        let party = self.parties.iter().position(|slot| *slot == party)?;
        let proposal = self.proposals.iter().position(|slot| *slot == proposal)?;
        Some(if self.transposed { (proposal, party) } else { (party, proposal) })
    }

    /// The spot so many lines and columns away, but not over the edge.
    pub(super) fn step(&self, from: Spot, lines: isize, columns: isize) -> Spot {
        let (last_line, last_column) = self.size();
        let go = |at: usize, by: isize, last: usize| {
            at.saturating_add_signed(by).min(last.saturating_sub(1))
        };
        (go(from.0, lines, last_line), go(from.1, columns, last_column))
    }

    /// The cells between two corners, line by line.
    pub(super) fn block(&self, a: Spot, b: Spot) -> Vec<Vec<Place>> {
        (a.0.min(b.0)..=a.0.max(b.0))
            .map(|line| {
                let columns = a.1.min(b.1)..=a.1.max(b.1);
                columns.filter_map(|column| self.place((line, column))).collect()
            })
            .collect()
    }

    /// So many lines and columns from a corner on, as far as there are.
    pub(super) fn rectangle(&self, corner: Spot, lines: usize, columns: usize) -> Vec<Vec<Place>> {
        if lines == 0 || columns == 0 {
            return Vec::new();
        }
        let last = self.size();
        let end = (
            (corner.0 + lines - 1).min(last.0.saturating_sub(1)),
            (corner.1 + columns - 1).min(last.1.saturating_sub(1)),
        );
        self.block(corner, end)
    }
}
