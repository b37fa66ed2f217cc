//! The matrix with parties as rows: four areas that scroll together.

use egui::{Rangef, Rect, Sense, Ui, Vec2, Vec2b, WidgetInfo, pos2, vec2};
use egui_table::{SplitScroll, SplitScrollDelegate};

use super::board::Board;
use super::cells::{Cells, end_drag};
use super::geometry::{Geometry, Scale};
use super::widths::{Shares, widths};
use super::{bar, heads, keys};
use crate::ui::cx::Cx;
use crate::ui::state::{MatrixRows, ViewState};
use crate::ui::widgets::{Part, in_view, is_here, reveal, said_above};

/// Draws the matrix.
pub(super) fn show(ui: &mut Ui, cx: &Cx<'_>, state: &mut ViewState, rows: &MatrixRows) {
    let sizes = cx.theme.sizes;
    let scale = Scale::new(sizes, state.matrix.size);
    let board = Board::new(cx.snapshot, rows, state.matrix.folded, false);
    keys::handle(ui, cx, state, &board);
    bar::show(ui, cx, state, &board);
    heads::refresh(state, &board);
    let whole = ui.available_rect_before_wrap();
    let available = whole.size();
    let mut geometry = Geometry::new(rows, state.matrix.folded, scale.row, sizes.row.camp);
    let low = geometry.is_low(available.y - heads::column_height(&cx.theme, 2));
    geometry.pins = !low;
    let Shares { names, column: width, lines } = *widths(ui, cx, rows, &scale, (available.x, low));
    let fixed = vec2(names, heads::column_height(&cx.theme, lines));
    let content = vec2(width * rows.columns.len() as f32, geometry.height());
    board.pick_up(state);
    let cells = Cells::new(ui, cx, state, board, scale.text);
    end_drag(ui, state);
    let outer = (available - fixed).max(Vec2::ZERO);
    let view = outer.min(vec2(f32::INFINITY, content.y));
    let mut drawing =
        MatrixDrawing { cx, state, rows, geometry, scale, width, lines, cells, view, fixed, outer };
    SplitScroll {
        scroll_enabled: Vec2b::TRUE,
        fixed_size: fixed,
        scroll_outer_size: outer,
        scroll_content_size: content,
        stick_to_bottom: false,
    }
    .show(ui, &mut drawing);
    drawing.cells.finish(ui, drawing.state, whole);
}

struct MatrixDrawing<'a, 'b> {
    cx: &'a Cx<'b>,
    state: &'a mut ViewState,
    rows: &'a MatrixRows,
    geometry: Geometry,
    scale: Scale,
    width: f32,
    // The number of lines that titles take.
    lines: usize,
    cells: Cells<'a, 'b>,
    // The size of the area rows are visible in.
    view: Vec2,
    // The size of what does not scroll, at the left and the top.
    fixed: Vec2,
    outer: Vec2,
}

impl MatrixDrawing<'_, '_> {
    fn columns_in_view(&self, scrolled: f32) -> std::ops::Range<usize> {
        in_view(scrolled, self.width, self.outer.x, self.rows.columns.len())
    }

    /// Where columns are in view, from there on; beside the last one is the scroll bar of the rows.
    fn across(&self, left: f32) -> Rangef {
        Rangef::new(left, left + self.outer.x - self.cx.theme.sizes.space.s)
    }

    /// Scrolls to the cursor, clear of the pinned heads.
    fn reveal(&mut self, ui: &Ui, origin: egui::Pos2) {
        if !self.rows.are_of(&self.state.matrix.filter) {
            // What was just moved is in its place in the next frame.
            return ui.request_repaint();
        }
        if !std::mem::take(&mut self.state.matrix.reveal) {
            return;
        }
        // Of a head alone there is only a row or a column to go to.
        let selection = self.state.selection;
        let row = selection.party().map(|it| self.rows.find_party(self.cx, it));
        let column = selection.proposal().map(|it| self.rows.find_proposal(self.cx, it));
        let mut target = ui.clip_rect();
        if let Some(row) = row {
            let folded = self.state.matrix.folded;
            let row = row.filter(|(camp, _)| !folded[self.rows.camps[*camp].camp as usize]);
            let Some((camp, row)) = row else { return };
            let (top, bottom) = self.geometry.reveal(camp, row);
            let (top, bottom) = (origin.y + top - self.fixed.y, origin.y + bottom);
            target = target.with_min_y(top).with_max_y(bottom);
        }
        if let Some(column) = column {
            let Some(column) = column else { return };
            let left = origin.x + column as f32 * self.width;
            target = target.with_min_x(left - self.fixed.x).with_max_x(left + self.width);
        }
        reveal(ui, target);
    }

    fn camp_strip(&self, ui: &Ui, camp: usize, scrolled: f32, top: f32) -> Rect {
        let y = top + self.geometry.pinned_top(camp, scrolled, self.view.y);
        Rect::from_x_y_ranges(ui.clip_rect().x_range(), y..=y + self.geometry.head)
    }

    fn camp_ground(&self, ui: &Ui, strip: Rect) {
        let theme = &self.cx.theme;
        ui.painter().rect_filled(strip, 0, theme.colours.paper);
        ui.painter().hline(strip.x_range(), strip.top(), theme.hairline());
    }
}

impl SplitScrollDelegate for MatrixDrawing<'_, '_> {
    fn right_bottom_ui(&mut self, ui: &mut Ui, scrolled: Vec2) {
        let origin = ui.max_rect().min;
        self.reveal(ui, origin);
        let top = origin.y + scrolled.y;
        let columns = self.columns_in_view(scrolled.x);
        let mut line = 0;
        for (camp, rows) in self.rows.camps.iter().enumerate() {
            let (visible, from, to) = self.geometry.visible(camp, scrolled.y, self.view.y);
            let strip = Rect::from_x_y_ranges(ui.clip_rect().x_range(), top + from..=top + to);
            let mut inside = ui.new_child(egui::UiBuilder::new().max_rect(strip));
            inside.shrink_clip_rect(strip);
            for row in visible {
                let slot = rows.parties[row];
                let Some(party) = self.cx.snapshot.parties.at(slot) else { continue };
                let y = origin.y + self.geometry.row_top(camp, row);
                for column in columns.clone() {
                    let proposal = self.rows.columns[column];
                    let Some(of) = self.cx.snapshot.proposals.at(proposal) else { continue };
                    let x = origin.x + column as f32 * self.width;
                    let size = vec2(self.width, self.geometry.row);
                    let rect = Rect::from_min_size(pos2(x, y), size);
                    let spot = (line + row, column);
                    let (proposal, party) = ((proposal, of), (slot, party));
                    self.cells.cell(&mut inside, self.state, rect, spot, proposal, party);
                }
            }
            if !self.state.matrix.folded[rows.camp as usize] {
                line += rows.parties.len();
            }
        }
        for (camp, rows) in self.rows.camps.iter().enumerate() {
            let strip = self.camp_strip(ui, camp, scrolled.y, top);
            if !ui.is_rect_visible(strip) {
                continue;
            }
            self.camp_ground(ui, strip);
            for column in columns.clone() {
                let slot = self.rows.columns[column];
                let Some(proposal) = self.cx.snapshot.proposals.at(slot) else { continue };
                let Some(tally) = self.rows.tally(self.cx, rows.camp, slot) else { continue };
                let tally = &tally;
                let x = origin.x + column as f32 * self.width;
                let rect = Rect::from_x_y_ranges(x..=x + self.width, strip.y_range());
                heads::camp_cell(ui.painter(), &self.cx.theme, self.cx.text, rect, tally);
                let id = egui::Id::unique(("camp-cell", rows.camp as u8, proposal.id.0));
                let response = ui.interact(rect, id, Sense::hover());
                let name = || heads::camp_cell_name(self.cx, rows.camp, proposal, tally);
                response.widget_info(|| WidgetInfo::labeled(egui::Role::GridCell, true, name()));
                if response.hovered() {
                    said_above(&response, name());
                }
            }
        }
    }

    fn left_top_ui(&mut self, ui: &mut Ui) {
        if self.lines > heads::LOW {
            heads::legend(ui, self.cx, ui.max_rect());
        }
    }

    fn right_top_ui(&mut self, ui: &mut Ui, scrolled: Vec2) {
        let origin = ui.max_rect().min;
        let height = ui.max_rect().height();
        let across = self.across(ui.clip_rect().left());
        ui.shrink_clip_rect(Rect::from_x_y_ranges(across, ui.clip_rect().y_range()));
        is_here(ui, Part::Heads, ui.clip_rect());
        let (mut drawn, mut dragged) = (Vec::new(), None);
        for column in self.columns_in_view(scrolled.x) {
            let slot = self.rows.columns[column];
            let Some(proposal) = self.cx.snapshot.proposals.at(slot) else { continue };
            let x = origin.x + column as f32 * self.width;
            let rect = Rect::from_min_size(pos2(x, origin.y), vec2(self.width, height));
            drawn.push((proposal.id, rect));
            let of = (slot, proposal);
            let head = heads::column(ui, self.cx, self.state, (rect, self.lines), of);
            dragged = dragged.or(head);
        }
        if let Some(dragged) = dragged {
            dragged.end(ui.painter(), self.cx, &mut self.state.matrix, &drawn);
        }
    }

    fn top_ui(&mut self, ui: &mut Ui, scrolled: Vec2) {
        let across = self.across(ui.clip_rect().left() + self.fixed.x);
        let after = self.width * self.rows.columns.len() as f32 - scrolled.x - across.span();
        heads::more(ui, self.cx, across, (scrolled.x > 1.0, after > 1.0));
    }

    fn left_bottom_ui(&mut self, ui: &mut Ui, scrolled: Vec2) {
        let origin = ui.max_rect().min;
        let top = origin.y + scrolled.y;
        let x = ui.clip_rect().x_range();
        for (camp, rows) in self.rows.camps.iter().enumerate() {
            let (visible, from, to) = self.geometry.visible(camp, scrolled.y, self.view.y);
            let strip = Rect::from_x_y_ranges(x, top + from..=top + to);
            let mut inside = ui.new_child(egui::UiBuilder::new().max_rect(strip));
            inside.shrink_clip_rect(strip);
            for row in visible {
                let slot = rows.parties[row];
                let Some(party) = self.cx.snapshot.parties.at(slot) else { continue };
                let y = origin.y + self.geometry.row_top(camp, row);
                let rect = Rect::from_x_y_ranges(x, y..=y + self.geometry.row);
                let party = (slot, party);
                heads::party(&mut inside, self.cx, self.state, rect, self.scale.text, party);
            }
        }
        for (camp, rows) in self.rows.camps.iter().enumerate() {
            let strip = self.camp_strip(ui, camp, scrolled.y, top);
            if !ui.is_rect_visible(strip) {
                continue;
            }
            self.camp_ground(ui, strip);
            is_here(ui, Part::Camps, strip);
            heads::camp(ui, self.cx, self.state, strip, rows.camp, rows.parties.len());
        }
    }
}
