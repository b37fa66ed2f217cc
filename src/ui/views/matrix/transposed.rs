//! The matrix with proposals as rows and parties as columns.

use egui::{Align2, Rect, Sense, Ui, Vec2, Vec2b, WidgetInfo, pos2, vec2};
use egui_table::{SplitScroll, SplitScrollDelegate};

use super::board::Board;
use super::cells::{Cells, end_drag};
use super::geometry::Scale;
use super::{bar, heads, keys};
use crate::model::{Camp, Keyed, Slot};
use crate::text::msg;
use crate::ui::cx::Cx;
use crate::ui::state::{MatrixRows, Selection, ViewState};
use crate::ui::widgets::{camp_icon, elided, in_view, reveal, said_above};

/// Draws the matrix with rows and columns swapped.
pub(super) fn show(ui: &mut Ui, cx: &Cx<'_>, state: &mut ViewState, rows: &MatrixRows) {
    let sizes = cx.theme.sizes;
    let scale = Scale::new(sizes, state.matrix.size);
    let folded = state.matrix.folded;
    let columns: Vec<_> = rows
        .camps
        .iter()
        .filter(|camp| !folded[camp.camp as usize])
        .flat_map(|camp| camp.parties.iter().map(|slot| (camp.camp, *slot)))
        .collect();
    let row = (scale.row + sizes.space.m).max(sizes.row.form);
    // Wide enough for a three-letter code and a sign.
    let width = scale.narrowest * 0.5 + sizes.space.xs;
    let summary = scale.narrowest + sizes.space.xl;
    let board = Board::new(cx.snapshot, rows, folded, true);
    keys::handle(ui, cx, state, &board);
    bar::show(ui, cx, state, &board);
    heads::refresh(state, &board);
    board.pick_up(state);
    let cells = Cells::new(ui, cx, state, board, scale.text);
    end_drag(ui, state);
    let whole = ui.available_rect_before_wrap();
    let content = vec2(width * columns.len() as f32, row * rows.columns.len() as f32);
    let summaries = summary * Camp::ALL.len() as f32;
    let names = sizes.space.xxl * 5.0;
    // The width that a small number of parties leaves is used for titles.
    let left = whole.width() - names - summaries - content.x;
    let names = names + left.clamp(0.0, sizes.space.xxl * 5.0).floor();
    let fixed = vec2(names + summaries, sizes.row.list * 2.0);
    let outer = (whole.size() - fixed).max(Vec2::ZERO);
    let mut drawing = TransposedDrawing {
        cx,
        state,
        rows,
        columns,
        row,
        width,
        summary,
        names,
        cells,
        fixed,
        outer,
    };
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

struct TransposedDrawing<'a, 'b> {
    cx: &'a Cx<'b>,
    state: &'a mut ViewState,
    rows: &'a MatrixRows,
    columns: Vec<(Camp, Slot)>,
    row: f32,
    width: f32,
    summary: f32,
    names: f32,
    cells: Cells<'a, 'b>,
    // The size of what does not scroll, at the left and the top.
    fixed: Vec2,
    outer: Vec2,
}

impl TransposedDrawing<'_, '_> {
    fn rows_in_view(&self, scrolled: f32) -> std::ops::Range<usize> {
        in_view(scrolled, self.row, self.outer.y, self.rows.columns.len())
    }

    fn columns_in_view(&self, scrolled: f32) -> std::ops::Range<usize> {
        in_view(scrolled, self.width, self.outer.x, self.columns.len())
    }

    fn reveal(&mut self, ui: &Ui, origin: egui::Pos2) {
        if std::mem::take(&mut self.state.matrix.reveal)
            && let Some((row, column)) = self.cells.cursor
        {
            let at = origin + vec2(column as f32 * self.width, row as f32 * self.row);
            let end = at + vec2(self.width, self.row);
            reveal(ui, Rect::from_min_max(at - self.fixed, end));
        }
    }
}

impl SplitScrollDelegate for TransposedDrawing<'_, '_> {
    fn right_bottom_ui(&mut self, ui: &mut Ui, scrolled: Vec2) {
        let origin = ui.max_rect().min;
        self.reveal(ui, origin);
        for row in self.rows_in_view(scrolled.y) {
            let slot = self.rows.columns[row];
            let Some(proposal) = self.cx.snapshot.proposals.at(slot) else { continue };
            for column in self.columns_in_view(scrolled.x) {
                let (_, party) = self.columns[column];
                let Some(of) = self.cx.snapshot.parties.at(party) else { continue };
                let at = origin + vec2(column as f32 * self.width, row as f32 * self.row);
                let rect = Rect::from_min_size(at, vec2(self.width, self.row));
                let (proposal, party) = ((slot, proposal), (party, of));
                self.cells.cell(ui, self.state, rect, (row, column), proposal, party);
            }
        }
    }

    fn left_top_ui(&mut self, ui: &mut Ui) {
        let area = ui.max_rect();
        for (place, camp) in Camp::ALL.iter().enumerate() {
            let left = area.left() + self.names + place as f32 * self.summary;
            let x = left..=left + self.summary;
            let rect = Rect::from_x_y_ranges(x, area.y_range());
            let shown = self.rows.camps.iter().find(|rows| rows.camp == *camp);
            let shown = shown.map_or(0, |rows| rows.parties.len());
            summary_head(ui, self.cx, self.state, rect, *camp, shown);
        }
    }

    fn right_top_ui(&mut self, ui: &mut Ui, scrolled: Vec2) {
        let area = ui.max_rect();
        let theme = &self.cx.theme;
        let sizes = theme.sizes;
        for column in self.columns_in_view(scrolled.x) {
            let (camp, slot) = self.columns[column];
            let Some(party) = self.cx.snapshot.parties.at(slot) else { continue };
            let x = area.left() + column as f32 * self.width;
            let rect = Rect::from_x_y_ranges(x..=x + self.width, area.y_range());
            let response = ui.interact(rect, egui::Id::unique(("party", party.id.0)), Sense::CLICK);
            let name = self.cx.text.of(&party.name);
            let selection = Selection::Party(party.id);
            let selected = heads::is_chosen(self.state, selection);
            let role = egui::Role::ColumnHeader;
            response.widget_info(|| WidgetInfo::selected(role, true, selected, name));
            if selected || response.hovered() {
                let fill = if selected { theme.colours.accent_soft } else { theme.colours.hover };
                ui.painter().rect_filled(rect, theme.corner(), fill);
            }
            let first = column == 0 || self.columns[column - 1].0 != camp;
            if first {
                let centre = pos2(rect.center().x, rect.top() + sizes.space.l);
                camp_icon(camp).paint(ui.painter(), centre, sizes.text.caption, theme.colours.ink);
            }
            let at = rect.center_bottom() - vec2(0.0, sizes.space.s);
            let code: String = party.code.chars().take(4).collect();
            let font = theme.font(sizes.text.caption);
            ui.painter().text(at, Align2::CENTER_BOTTOM, code, font, theme.colours.ink);
            heads::acted_on(ui, self.cx, self.state, &response, selection, party.record_id());
            if response.hovered() {
                said_above(&response, name);
            }
        }
    }

    fn left_bottom_ui(&mut self, ui: &mut Ui, scrolled: Vec2) {
        let origin = ui.max_rect().min;
        for row in self.rows_in_view(scrolled.y) {
            let slot = self.rows.columns[row];
            let Some(proposal) = self.cx.snapshot.proposals.at(slot) else { continue };
            let Some(figures) = self.cx.figures.coalition().column(slot) else { continue };
            let top = origin.y + row as f32 * self.row;
            let rect = Rect::from_min_size(pos2(origin.x, top), vec2(self.names, self.row));
            heads::proposal_row(ui, self.cx, self.state, rect, proposal);
            heads::verdicts(ui.painter(), &self.cx.theme, rect, figures);
            for (place, camp) in Camp::ALL.iter().enumerate() {
                let left = origin.x + self.names + place as f32 * self.summary;
                let size = vec2(self.summary, self.row);
                let rect = Rect::from_min_size(pos2(left, top), size);
                let Some(tally) = self.rows.tally(self.cx, *camp, slot) else { continue };
                let tally = &tally;
                heads::camp_cell(ui.painter(), &self.cx.theme, self.cx.text, rect, tally);
                let id = egui::Id::unique(("camp-cell", *camp as u8, proposal.id.0));
                let response = ui.interact(rect, id, Sense::hover());
                let name = || heads::camp_cell_name(self.cx, *camp, proposal, tally);
                response.widget_info(|| WidgetInfo::labeled(egui::Role::GridCell, true, name()));
            }
        }
    }
}

/// The head of a camp's summary column; a click folds or unfolds the camp.
fn summary_head(
    ui: &mut Ui,
    cx: &Cx<'_>,
    state: &mut ViewState,
    rect: Rect,
    camp: Camp,
    shown: usize,
) {
    let theme = &cx.theme;
    let sizes = theme.sizes;
    let folded = state.matrix.folded[camp as usize];
    let response = ui.interact(rect, egui::Id::unique(("camp", camp.key())), Sense::click());
    response.widget_info(|| {
        let fold = cx.text.get(if folded { msg!("unfold") } else { msg!("fold") });
        let name = format!("{}, {shown}, {fold}", cx.text.label(camp));
        WidgetInfo::selected(egui::Role::Button, true, !folded, name)
    });
    if response.hovered() {
        ui.painter().rect_filled(rect, theme.corner(), theme.colours.hover);
    }
    if response.has_focus() {
        let ring = theme.focus_ring();
        ui.painter().rect_stroke(rect, theme.corner(), ring, egui::StrokeKind::Inside);
    }
    let ink = if folded { theme.colours.muted } else { theme.colours.ink };
    let at = rect.left_bottom() + vec2(sizes.space.xs, -sizes.space.s - sizes.text.caption * 1.5);
    let icon = at + vec2(sizes.text.caption / 2.0, -sizes.text.caption);
    camp_icon(camp).paint(ui.painter(), icon, sizes.text.caption, ink);
    let width = rect.width() - sizes.space.s;
    let font = theme.strong(sizes.text.caption);
    elided(ui.painter(), at, width, 1, cx.text.label(camp), font, ink);
    let count = pos2(icon.x + sizes.text.caption, icon.y);
    let font = theme.font(sizes.text.caption);
    let colour = theme.colours.muted;
    ui.painter().text(count, Align2::LEFT_CENTER, shown.to_string(), font, colour);
    if response.clicked() {
        state.matrix.folded[camp as usize] = !folded;
    }
    if response.hovered() {
        said_above(&response, cx.text.label(camp));
    }
}
