//! The parties and proposals the matrix shows, and their order.

use crate::analysis::{Board, Filter, Tally};
use crate::model::{Camp, PartyId, ProposalId, Slot};
use crate::ui::cx::Cx;
use crate::ui::state::{CampRows, MatrixRows};

impl MatrixRows {
    /// Brings the rows up to date; returns whether the cells shown or their order have changed.
    pub fn refresh(&mut self, cx: &Cx<'_>, filter: &Filter, folded: [bool; 4]) -> bool {
        let version = cx.figures.version();
        let other_folds = std::mem::replace(&mut self.folded, folded) != folded;
        if self.key.as_ref().is_some_and(|(f, v)| (f, *v) == (filter, version)) {
            return other_folds;
        }
        let board = board_of(cx);
        let columns = board.columns(filter);
        let parties = board.rows(filter, &columns);
        let camps = board.by_camp(filter, &columns, &parties).into_iter();
        let camps: Vec<_> = camps.map(|(camp, parties)| CampRows { camp, parties }).collect();
        let other_cells = (&self.camps, &self.columns) != (&camps, &columns);
        (self.camps, self.columns) = (camps, columns);
        self.key = Some((filter.clone(), version));
        other_folds || other_cells
    }

    /// Whether these are the rows and columns of a filter, which was not changed since.
    pub(super) fn are_of(&self, filter: &Filter) -> bool {
        self.key.as_ref().is_some_and(|(of, _)| of == filter)
    }

    /// The stances of those of a camp that are shown, if any are.
    pub(super) fn tally(&self, cx: &Cx<'_>, camp: Camp, proposal: Slot) -> Option<Tally> {
        let coalition = cx.figures.coalition();
        let shown = self.camps.iter().find(|rows| rows.camp == camp).map(|rows| &rows.parties);
        match shown {
            Some(parties) if parties.len() < coalition.camps.count(camp) => {
                Some(coalition.tally_of(proposal, parties))
            }
            Some(_) => coalition.column(proposal).map(|column| *column.camp(camp)),
            None => None,
        }
    }

    /// A party's camp and row, as indices.
    pub(crate) fn find_party(&self, cx: &Cx<'_>, party: PartyId) -> Option<(usize, usize)> {
        let slot = cx.snapshot.parties.slot(party)?;
        self.camps.iter().enumerate().find_map(|(camp, rows)| {
            rows.parties.iter().position(|other| *other == slot).map(|row| (camp, row))
        })
    }

    /// A proposal's column index.
    pub(crate) fn find_proposal(&self, cx: &Cx<'_>, proposal: ProposalId) -> Option<usize> {
        let slot = cx.snapshot.proposals.slot(proposal)?;
        self.columns.iter().position(|other| *other == slot)
    }
}

/// What decides which rows and columns there are.
pub(super) fn board_of<'a>(cx: &Cx<'a>) -> Board<'a> {
    Board {
        snapshot: cx.snapshot,
        coalition: cx.figures.coalition(),
        proposals: cx.figures.proposals(),
        parties: cx.figures.parties(),
    }
}
