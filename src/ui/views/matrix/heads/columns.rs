//! The columns of the matrix by their heads: hiding them, and moving them by menu, key and pointer.
//! Of a matrix whose parties are the columns, the rows.

use egui::{Button, CursorIcon, Painter, Rect, Response, Stroke, Ui};

use super::super::rows::board_of;
use crate::analysis::Filter;
use crate::model::{ProposalId, Slot, Table};
use crate::text::msg;
use crate::ui::cx::Cx;
use crate::ui::state::{Chosen, MatrixState};

/// The lines about one column in the menu of its head.
pub(super) fn lines(ui: &mut Ui, cx: &Cx<'_>, matrix: &mut MatrixState, proposal: ProposalId) {
    let words = cx.text.get(msg!("matrix-sort-by"));
    if ui.selectable_label(matrix.filter.by == Some(proposal), words).clicked() {
        matrix.sort_by(proposal);
        ui.close();
    }
    ui.separator();
    hiding(ui, cx, matrix, &[proposal]);
    let [back, on] = if matrix.transposed {
        [msg!("matrix-row-up"), msg!("matrix-row-down")]
    } else {
        [msg!("columns-left"), msg!("columns-right")]
    };
    for (words, by) in [(back, -1), (on, 1)] {
        let to = beside(cx, &matrix.filter, proposal, by);
        if ui.add_enabled(to.is_some(), Button::new(cx.text.get(words))).clicked() {
            step(cx, matrix, proposal, by);
            ui.close();
        }
    }
    if !matrix.filter.order.is_empty()
        && ui.button(cx.text.get(msg!("matrix-usual-order"))).clicked()
    {
        matrix.filter.order.clear();
        ui.close();
    }
    ui.separator();
}

/// The lines that hide the columns of these proposals, and show all that are hidden.
pub(super) fn hiding(ui: &mut Ui, cx: &Cx<'_>, matrix: &mut MatrixState, proposals: &[ProposalId]) {
    let filter = &mut matrix.filter;
    let [hide, show] = if matrix.transposed {
        [msg!("matrix-hide-row"), msg!("matrix-show-rows")]
    } else {
        [msg!("matrix-hide-column"), msg!("matrix-show-columns")]
    };
    let hides = ui.button(cx.text.with(hide, &[("count", proposals.len().into())]));
    if hides.clicked() {
        filter.hidden.extend(proposals);
        ui.close();
    }
    let hidden = hidden(cx, filter);
    if hidden > 0 && ui.button(cx.text.with(show, &[("count", hidden.into())])).clicked() {
        filter.hidden.clear();
        ui.close();
    }
}

/// How many proposals of the dossier are hidden.
pub(in super::super) fn hidden(cx: &Cx<'_>, filter: &Filter) -> usize {
    filter.hidden.iter().filter(|it| cx.snapshot.proposals.get(**it).is_some()).count()
}

/// The proposals whose heads are chosen.
pub(super) fn chosen(chosen: &Chosen) -> Vec<ProposalId> {
    let records = chosen.rows.iter().filter_map(|it| it.record());
    records.filter(|it| it.table == Table::Proposals).map(|it| ProposalId(it.id)).collect()
}

/// Moves a column so many places among those shown.
pub(in super::super) fn step(
    cx: &Cx<'_>,
    matrix: &mut MatrixState,
    proposal: ProposalId,
    by: isize,
) {
    if let Some(to) = beside(cx, &matrix.filter, proposal, by) {
        move_to(cx, matrix, proposal, to);
    }
}

/// The proposal so many places further on among those shown.
fn beside(cx: &Cx<'_>, filter: &Filter, proposal: ProposalId, by: isize) -> Option<ProposalId> {
    let shown = ids(cx, &board_of(cx).columns(filter));
    let at = shown.iter().position(|it| *it == proposal)?;
    shown.get(at.checked_add_signed(by)?).copied()
}

fn move_to(cx: &Cx<'_>, matrix: &mut MatrixState, proposal: ProposalId, to: ProposalId) {
    matrix.filter.move_to(&ids(cx, cx.figures.proposals()), proposal, to);
    matrix.reveal = true;
}

fn ids(cx: &Cx<'_>, slots: &[Slot]) -> Vec<ProposalId> {
    slots.iter().filter_map(|slot| Some(cx.snapshot.proposals.at(*slot)?.id)).collect()
}

/// A head that is being dragged, and where the pointer is.
#[derive(Clone, Copy, Debug)]
pub(in super::super) struct Dragged {
    proposal: ProposalId,
    x: f32,
    released: bool,
}

/// The head of this proposal, if it is being dragged or was released in this frame.
pub(super) fn dragged(ui: &Ui, head: &Response, proposal: ProposalId) -> Option<Dragged> {
    let pointer = head.interact_pointer_pos()?;
    if !head.dragged() && !head.drag_stopped() {
        return None;
    }
    ui.set_cursor_icon(CursorIcon::Grabbing);
    // Escape ends it as well, and leaves the order as it is.
    let released = head.drag_stopped() && ui.input(|input| input.pointer.any_released());
    Some(Dragged { proposal, x: pointer.x, released })
}

impl Dragged {
    /// Draws where the column would go, among the columns of these heads, and moves it once it is
    /// released.
    pub(in super::super) fn end(
        self,
        painter: &Painter,
        cx: &Cx<'_>,
        matrix: &mut MatrixState,
        heads: &[(ProposalId, Rect)],
    ) {
        let Some(from) = heads.iter().position(|(it, _)| *it == self.proposal) else { return };
        let to = heads.iter().position(|(_, rect)| self.x < rect.right());
        let to = to.unwrap_or(heads.len() - 1);
        let (proposal, rect) = heads[to];
        if to == from {
            return;
        }
        if self.released {
            return move_to(cx, matrix, self.proposal, proposal);
        }
        let edge = if to > from { rect.right() } else { rect.left() };
        let line = Stroke::new(cx.theme.sizes.space.xs / 2.0, cx.theme.colours.accent);
        painter.vline(edge, rect.y_range(), line);
    }
}
