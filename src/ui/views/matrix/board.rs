//! The cells as a grid of lines and columns, for the cursor and for blocks.

use super::select;
use crate::model::{Slot, Snapshot};
use crate::ui::state::{MatrixRows, Place, Selection, ViewState};

/// The visible cells, in lines and columns as drawn.
pub(super) struct Board<'a> {
    snapshot: &'a Snapshot,
    parties: Vec<Slot>,
    proposals: &'a [Slot],
    transposed: bool,
}

/// The line and column of a cell.
pub(super) type Spot = (usize, usize);

impl<'a> Board<'a> {
    /// The board for these rows, without folded camps.
    pub(super) fn new(
        snapshot: &'a Snapshot,
        rows: &'a MatrixRows,
        folded: [bool; 4],
        transposed: bool,
    ) -> Self {
        let parties = rows.parties(folded).collect();
        Self { snapshot, parties, proposals: &rows.columns, transposed }
    }

    /// The number of lines and columns.
    pub(super) fn size(&self) -> Spot {
        let size = (self.parties.len(), self.proposals.len());
        if self.transposed { (size.1, size.0) } else { size }
    }

    /// The proposal and party of a spot.
    pub(super) fn place(&self, (line, column): Spot) -> Option<Place> {
        let (party, proposal) = if self.transposed { (column, line) } else { (line, column) };
        let party = self.snapshot.parties.at(*self.parties.get(party)?)?;
        let proposal = self.snapshot.proposals.at(*self.proposals.get(proposal)?)?;
        Some((proposal.id, party.id))
    }

    /// The spot of a cell; `None` if it is filtered out or folded away.
    pub(super) fn find(&self, (proposal, party): Place) -> Option<Spot> {
        let (party, proposal) =
            (self.snapshot.parties.slot(party)?, self.snapshot.proposals.slot(proposal)?);
        let party = self.parties.iter().position(|slot| *slot == party)?;
        let proposal = self.proposals.iter().position(|slot| *slot == proposal)?;
        Some(if self.transposed { (proposal, party) } else { (party, proposal) })
    }

    /// Where the cursor starts if no visible cell is selected: in the row or column of the
    /// selection, else at its last position, else in the corner.
    pub(super) fn start(&self, selection: Selection, last: Option<Place>) -> Spot {
        let party = [selection.party(), last.map(|place| place.1)].into_iter().flatten();
        let mut parties = party.filter_map(|id| {
            let slot = self.snapshot.parties.slot(id)?;
            self.parties.iter().position(|other| *other == slot)
        });
        let proposal = [selection.proposal(), last.map(|place| place.0)].into_iter().flatten();
        let mut proposals = proposal.filter_map(|id| {
            let slot = self.snapshot.proposals.slot(id)?;
            self.proposals.iter().position(|other| *other == slot)
        });
        let party = parties.next().unwrap_or(0);
        let proposal = proposals.next().unwrap_or(0);
        if self.transposed { (proposal, party) } else { (party, proposal) }
    }

    /// Selects a visible cell when the focus moves to the cells and the selected one is filtered
    /// out.
    pub(super) fn pick_up(&self, state: &mut ViewState) {
        let shown = state.selection.cell().is_some_and(|place| self.find(place).is_some());
        if !state.matrix.refocus || shown {
            return;
        }
        if let Some(place) = self.place(self.start(state.selection, state.matrix.last)) {
            select(state, place);
            state.matrix.arrive();
        }
    }

    /// The spot this many lines and columns away, clamped to the edges.
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

    /// A block of this size from a corner on, cut off at the edges.
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
