//! What of the matrix is shown, and how: filter, order, size, what is folded.

use crate::analysis::{Rule, Version};
use crate::model::{Camp, GroupId, PartyId, ProposalId, Slot, Stance, Status, keyed};

/// How many sizes there are.
pub const SIZES: usize = 4;

/// How the matrix is filtered, sorted and sized, and which block of it is selected.
#[derive(Clone, Debug)]
pub struct MatrixState {
    /// The rule whose verdict stands in words.
    pub rule: Rule,
    /// What decides which rows and columns there are.
    pub filter: Filter,
    /// Whether the parties are the columns.
    pub transposed: bool,
    /// Which camps are folded, in the order of [`Camp`].
    pub folded: [bool; 4],
    /// The step of the size, 0 is the densest.
    pub size: usize,
    /// The other corner of the block that is selected; the one is the cursor, which is the cell
    /// that is selected.
    pub anchor: Option<Place>,
    /// How many cells are selected, as they were drawn last.
    pub selected: usize,
    /// Whether the cell that is selected is filtered out or folded away.
    pub hidden: bool,
    /// Brings the cursor into view in the next frame.
    pub reveal: bool,
    /// Gives the cell with the cursor the focus at the end of this frame.
    pub refocus: bool,
    // Whether the pointer draws a block.
    pub(in crate::ui) dragging: bool,
    // Where the cursor was last: from there it goes on.
    pub(in crate::ui) last: Option<Place>,
    pub(in crate::ui) rows: MatrixRows,
}

/// A cell by what it is about, which stays the same whatever is sorted or filtered.
pub type Place = (ProposalId, PartyId);

/// What decides which rows and columns there are, and their order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    /// Only parties of this camp.
    pub camp: Option<Camp>,
    /// Only parties of this region.
    pub region: Option<String>,
    /// Only members of this group on the day that is shown.
    pub group: Option<GroupId>,
    /// Only parties with this stance on some proposal that is shown.
    pub stance: Option<Option<Stance>>,
    /// Only parties whose name or code contains this.
    pub text: String,
    /// Only proposals of this status.
    pub status: Option<Status>,
    /// Only proposals whose code or title contains this.
    pub proposals: String,
    /// The order of the parties within their camp.
    pub sort: Sort,
}

impl Filter {
    /// Whether it takes every cell to tell what is shown.
    pub fn asks_all(&self) -> bool {
        self.stance.is_some() || self.sort == Sort::Support
    }

    /// Whether anything is left out.
    pub fn is_active(&self) -> bool {
        *self != Self { sort: self.sort, ..Self::default() }
    }
}

impl Default for MatrixState {
    fn default() -> Self {
        Self {
            rule: Rule::Consensus,
            filter: Filter::default(),
            transposed: false,
            folded: [false; 4],
            size: 1,
            anchor: None,
            selected: 0,
            hidden: false,
            reveal: false,
            refocus: false,
            dragging: false,
            last: None,
            rows: MatrixRows::default(),
        }
    }
}

impl MatrixState {
    /// Folds or unfolds all camps.
    pub fn fold_all(&mut self, folded: bool) {
        self.folded = [folded; 4];
    }

    /// Makes the rows higher or lower by a step.
    pub fn resize(&mut self, larger: bool) {
        let last = SIZES - 1;
        self.size = if larger { (self.size + 1).min(last) } else { self.size.saturating_sub(1) };
        self.reveal = true;
    }

    /// Forgets the block, and brings the cursor into view.
    pub fn arrive(&mut self) {
        self.anchor = None;
        self.reveal = true;
    }
}

keyed! {
    /// The order of the parties within their camp.
    #[derive(Default)]
    pub enum Sort as "sort" {
        /// By camp index, the most multistakeholder first.
        #[default]
        Index = "index",
        /// By name.
        Name = "name",
        /// By the number of proposals shown that they support.
        Support = "support",
    }
}

/// The rows and columns; computed anew only where something they rest on changed.
#[derive(Clone, Debug, Default)]
pub struct MatrixRows {
    // What they were computed from.
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
    /// The parties that are shown.
    pub parties: Vec<Slot>,
}

impl MatrixRows {
    /// Whether there is no cell to draw.
    pub fn is_empty(&self) -> bool {
        self.camps.is_empty() || self.columns.is_empty()
    }

    /// All parties, in order, leaving out folded camps.
    pub fn parties(&self, folded: [bool; 4]) -> impl Iterator<Item = Slot> {
        let open = self.camps.iter().filter(move |rows| !folded[rows.camp as usize]);
        open.flat_map(|rows| rows.parties.iter().copied())
    }
}
