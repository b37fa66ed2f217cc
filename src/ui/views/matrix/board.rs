//! The cells as a grid of lines and columns, for the cursor and for blocks.

use std::collections::BTreeSet;

use super::select;
use crate::exchange::BlockHeads;
use crate::model::{PartyId, ProposalId, RecordId, Slot, Snapshot};
use crate::text::{Text, msg};
use crate::ui::state::{MatrixRows, Place, RowKey, Selection, Several, ViewState};

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

    /// The parties shown, or the proposals, in their order.
    pub(super) fn records(&self, parties: bool) -> Vec<RowKey> {
        let party = |slot: &Slot| Some(self.snapshot.parties.at(*slot)?.id.into());
        let proposal = |slot: &Slot| Some(self.snapshot.proposals.at(*slot)?.id.into());
        let records: Vec<RecordId> = match parties {
            true => self.parties.iter().filter_map(party).collect(),
            false => self.proposals.iter().filter_map(proposal).collect(),
        };
        records.into_iter().map(RowKey::Record).collect()
    }

    /// The spots in the rows or columns of these heads.
    pub(super) fn of_heads(&self, heads: &[RowKey]) -> BTreeSet<Spot> {
        let (lines, columns) = self.size();
        let all = (0..lines).flat_map(|line| (0..columns).map(move |column| (line, column)));
        let is_in = |spot: &Spot| {
            self.place(*spot).is_some_and(|(proposal, party)| {
                let of = [RecordId::from(proposal), party.into()];
                of.into_iter().any(|it| heads.contains(&RowKey::Record(it)))
            })
        };
        all.filter(is_in).collect()
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

    /// The block between the anchor and the cursor, by its first and last corner; `None` if only
    /// single cells are chosen.
    pub(super) fn stretch(
        &self,
        cursor: Option<Spot>,
        several: &Several<Place>,
    ) -> Option<(Spot, Spot)> {
        let a = cursor?;
        if several.anchor.is_none() && !several.more.is_empty() {
            return None;
        }
        let b = several.anchor.and_then(|place| self.find(place)).unwrap_or(a);
        Some(((a.0.min(b.0), a.1.min(b.1)), (a.0.max(b.0), a.1.max(b.1))))
    }

    /// The chosen cells, line by line.
    pub(super) fn chosen(&self, cursor: Option<Spot>, several: &Several<Place>) -> Vec<Vec<Place>> {
        let stretch = self.stretch(cursor, several);
        if several.more.is_empty() {
            return stretch.map(|(first, last)| self.block(first, last)).unwrap_or_default();
        }
        let mut lines: Vec<(usize, Vec<Place>)> = Vec::new();
        for spot in self.spots(stretch, several) {
            let Some(place) = self.place(spot) else { continue };
            match lines.last_mut() {
                Some((line, places)) if *line == spot.0 => places.push(place),
                _ => lines.push((spot.0, vec![place])),
            }
        }
        lines.into_iter().map(|(_, places)| places).collect()
    }

    /// The spots of the chosen cells.
    pub(super) fn spots(
        &self,
        stretch: Option<(Spot, Spot)>,
        several: &Several<Place>,
    ) -> BTreeSet<Spot> {
        let block = stretch.into_iter().flat_map(|(first, last)| {
            (first.0..=last.0).flat_map(move |line| (first.1..=last.1).map(move |at| (line, at)))
        });
        block.chain(several.more.iter().filter_map(|place| self.find(*place))).collect()
    }

    /// The heads of these lines and columns.
    pub(super) fn heads(
        &self,
        text: Text,
        lines: &BTreeSet<usize>,
        columns: &BTreeSet<usize>,
    ) -> BlockHeads {
        let party = |at: usize| {
            let party = self.parties.get(at).and_then(|slot| self.snapshot.parties.at(*slot));
            party
                .map_or_else(Default::default, |it| [text.of(&it.name).to_owned(), it.code.clone()])
        };
        let proposal = |at: usize| {
            let proposal = self.proposals.get(at).and_then(|it| self.snapshot.proposals.at(*it));
            proposal.map_or_else(Default::default, |it| {
                [text.of(&it.title).to_owned(), it.code.clone()]
            })
        };
        let (name, top, side): (_, Vec<_>, Vec<_>) = if self.transposed {
            let top = columns.iter().map(|at| party(*at)).collect();
            (msg!("field-proposal"), top, lines.iter().map(|at| proposal(*at)).collect())
        } else {
            let top = columns.iter().map(|at| proposal(*at)).collect();
            (msg!("field-party"), top, lines.iter().map(|at| party(*at)).collect())
        };
        let before = [name, msg!("column-code")].map(|id| text.get(id).to_owned());
        let codes = top.into_iter().map(|[_, code]: [String; 2]| code);
        BlockHeads { top: before.into_iter().chain(codes).collect(), side }
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

/// The parties and the proposals of the chosen cells, each once; none if only one cell is chosen.
pub(crate) fn chosen_part(
    snapshot: &Snapshot,
    state: &ViewState,
) -> Option<(Vec<PartyId>, Vec<ProposalId>)> {
    let matrix = &state.matrix;
    if matrix.several.is_empty() {
        return None;
    }
    let board = Board::new(snapshot, &matrix.rows, matrix.folded, matrix.transposed);
    let cursor = state.selection.cell().and_then(|place| board.find(place));
    let places = board.chosen(cursor, &matrix.several).concat();
    let (mut parties, mut proposals) = (Vec::new(), Vec::new());
    for (proposal, party) in places {
        if !parties.contains(&party) {
            parties.push(party);
        }
        if !proposals.contains(&proposal) {
            proposals.push(proposal);
        }
    }
    (parties.len() + proposals.len() > 2).then_some((parties, proposals))
}
