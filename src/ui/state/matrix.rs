//! The view state of the matrix: filter, order, size, folded camps, selected block.

use super::Several;
use crate::analysis::{Filter, Rule, Version};
use crate::model::{Camp, PartyId, ProposalId, SavedViewId, Slot};

/// The number of row sizes.
pub(crate) const SIZES: usize = 4;

/// How the matrix is filtered, sorted and sized, and which block is selected.
#[derive(Clone, Debug)]
pub struct MatrixState {
    /// The rule whose verdict is shown in words.
    pub rule: Rule,
    /// The choices that decide which rows and columns there are, and their order.
    pub filter: Filter,
    /// The saved view last shown; the filter may have changed since.
    pub view: Option<SavedViewId>,
    /// Whether the parties are the columns.
    pub transposed: bool,
    /// Which camps are folded, in the order of [`Camp`].
    pub folded: [bool; 4],
    /// The index of the row size; 0 is the densest.
    pub size: usize,
    /// The selection besides the cursor, which is the selected cell: the opposite corner of a
    /// block, and single cells.
    pub several: Several<Place>,
    /// The number of selected cells, as last drawn.
    pub selected: usize,
    /// Whether the selected cell is filtered out or in a folded camp.
    pub hidden: bool,
    /// Scroll to the cursor in the next frame.
    pub reveal: bool,
    /// Give the cell under the cursor the focus at the end of this frame.
    pub refocus: bool,
    // The proposal whose head was last selected here, rather than on another screen: keys move it.
    pub(in crate::ui) head: Option<ProposalId>,
    // Whether a block is being selected with the pointer.
    pub(in crate::ui) dragging: bool,
    // The last position of the cursor, from which it continues.
    pub(in crate::ui) last: Option<Place>,
    pub(in crate::ui) rows: MatrixRows,
}

/// A cell by its proposal and party, which sorting and filtering do not change.
pub type Place = (ProposalId, PartyId);

impl Default for MatrixState {
    fn default() -> Self {
        Self {
            rule: Rule::Consensus,
            filter: Filter::default(),
            view: None,
            transposed: false,
            folded: [false; 4],
            size: 1,
            several: Several::default(),
            selected: 0,
            hidden: false,
            reveal: false,
            refocus: false,
            head: None,
            dragging: false,
            last: None,
            rows: MatrixRows::default(),
        }
    }
}

impl MatrixState {
    /// Folds or unfolds all camps.
    pub(crate) fn fold_all(&mut self, folded: bool) {
        self.folded = [folded; 4];
    }

    /// Makes the rows one step higher or lower.
    pub(crate) fn resize(&mut self, larger: bool) {
        let last = SIZES - 1;
        self.size = if larger { (self.size + 1).min(last) } else { self.size.saturating_sub(1) };
        self.reveal = true;
    }

    /// How many parties and proposals are shown, if they have been determined.
    pub(crate) fn shown(&self) -> Option<(usize, usize)> {
        self.rows.key.as_ref()?;
        let parties = self.rows.camps.iter().map(|rows| rows.parties.len()).sum();
        Some((parties, self.rows.columns.len()))
    }

    /// Sorts the parties by their stances on a proposal, or no longer if they are already.
    pub(crate) fn sort_by(&mut self, proposal: ProposalId) {
        let by = &mut self.filter.by;
        *by = if *by == Some(proposal) { None } else { Some(proposal) };
        self.reveal = true;
    }

    /// Drops the block, and scrolls to the cursor.
    pub(crate) fn arrive(&mut self) {
        self.several.clear();
        self.reveal = true;
    }
}

/// The rows and columns, recomputed only when something they rest on changed.
#[derive(Clone, Debug, Default)]
pub struct MatrixRows {
    // The input they were computed from.
    pub(in crate::ui) key: Option<(Filter, Version)>,
    pub(in crate::ui) folded: [bool; 4],
    /// The camps that have rows, in order.
    pub camps: Vec<CampRows>,
    /// The proposals.
    pub columns: Vec<Slot>,
}

/// The parties of one camp.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CampRows {
    /// The camp.
    pub camp: Camp,
    /// The visible parties.
    pub parties: Vec<Slot>,
}

impl MatrixRows {
    /// Whether there is no cell to draw.
    pub fn is_empty(&self) -> bool {
        self.camps.is_empty() || self.columns.is_empty()
    }

    /// All visible parties in order, without folded camps.
    pub fn parties(&self, folded: [bool; 4]) -> impl Iterator<Item = Slot> {
        let open = self.camps.iter().filter(move |rows| !folded[rows.camp as usize]);
        open.flat_map(|rows| rows.parties.iter().copied())
    }
}
