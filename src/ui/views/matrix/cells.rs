//! Cells: their look, their accessible name, and pointer input.

use std::sync::Arc;

use egui::{Color32, Galley, Id, Painter, Rect, Sense, Stroke, StrokeKind, Ui, WidgetInfo};

use super::bar;
use super::board::{Board, Spot};
use super::{FOCUS, select};
use crate::analysis::{Assumed, Basis, voices_for};
use crate::model::{Keyed, Party, PartyId, Proposal, ProposalId, Slot, Stance, stance};
use crate::text::{lower, msg};
use crate::ui::cx::Cx;
use crate::ui::state::{Place, ViewState};
use crate::ui::theme::Theme;
use crate::ui::widgets::{
    CONFLICT_SIGN, Part, acts, caption, hatch, is_here, marking_chip, paragraph, shown_above,
    strong,
};

/// Opacity of the hatching.
const HATCH: f32 = 0.35;

/// Paints cells; the signs are laid out once per frame.
pub(super) struct CellPainter {
    theme: Theme,
    signs: [Arc<Galley>; 7],
    inset: egui::Vec2,
    focused: bool,
}

impl CellPainter {
    /// A painter for cells with signs of this size in points.
    pub(super) fn new(ui: &Ui, theme: Theme, size: f32) -> Self {
        let ink = theme.colours.muted;
        let layout = |stance: Option<Stance>| {
            let ink = theme.colours.stance(stance).map_or(ink, |(_, ink)| ink);
            ui.painter().layout_no_wrap(stance::sign(stance).to_owned(), theme.strong(size), ink)
        };
        let signs = stance::ORDER.map(layout);
        let gap = theme.sizes.space.xs;
        let focused = FOCUS.is_here(ui);
        Self { theme, signs, inset: egui::vec2(gap * 0.75, gap * 0.375), focused }
    }

    /// Paints a stance in a cell.
    pub(super) fn paint(&self, painter: &Painter, rect: Rect, stance: Option<Stance>) {
        let rect = rect.shrink2(self.inset);
        let colours = self.theme.colours;
        let corner = self.theme.corner();
        match colours.stance(stance) {
            Some((fill, _)) if stance == Some(Stance::Accept) => {
                painter.rect(rect, corner, fill, self.theme.hairline(), StrokeKind::Inside);
            }
            Some((fill, _)) => drop(painter.rect_filled(rect, corner, fill)),
            None => {
                painter.rect_stroke(rect, corner, self.theme.hairline(), StrokeKind::Inside);
            }
        }
        let sign = &self.signs[stance.map_or(Stance::ALL.len(), |stance| stance as usize)];
        let ink = colours.stance(stance).map_or(colours.muted, |(_, ink)| ink);
        painter.galley(rect.center() - sign.size() / 2.0, sign.clone(), ink);
    }

    /// Marks a stance that is not the party's own: hatched if inherited from a group, a separate
    /// sign if the groups disagree.
    pub(super) fn paint_basis(&self, painter: &Painter, rect: Rect, basis: Basis, ink: Color32) {
        let rect = rect.shrink2(self.inset);
        match basis {
            Basis::Own | Basis::Nothing => {}
            Basis::Inherited => {
                let space = &self.theme.sizes.space;
                hatch(painter, rect, space.s, Stroke::new(space.hair, ink.gamma_multiply(HATCH)));
            }
            Basis::Conflict => {
                let font = self.theme.strong(self.theme.sizes.text.caption);
                let at = rect.right_center() - egui::vec2(self.theme.sizes.space.xs, 0.0);
                let warn = self.theme.colours.warn;
                painter.text(at, egui::Align2::RIGHT_CENTER, CONFLICT_SIGN, font, warn);
            }
        }
    }

    /// Marks a stance that a scenario assumes with a dashed frame and a filled corner, so that it
    /// can be told from a real one without its colour.
    pub(super) fn paint_assumed(&self, painter: &Painter, rect: Rect, ink: Color32) {
        let rect = rect.shrink2(self.inset);
        let space = &self.theme.sizes.space;
        let frame = rect.shrink(space.hair);
        let path = [
            frame.left_top(),
            frame.right_top(),
            frame.right_bottom(),
            frame.left_bottom(),
            frame.left_top(),
        ];
        let stroke = Stroke::new(space.hair * 2.0, ink);
        painter.extend(egui::Shape::dashed_line(&path, stroke, space.xs, space.xs * 0.75));
        let corner = rect.right_top();
        let side = space.s;
        let triangle = vec![corner, corner - egui::vec2(side, 0.0), corner + egui::vec2(0.0, side)];
        painter.add(egui::Shape::convex_polygon(triangle, ink, Stroke::NONE));
    }

    /// Paints the ground of a chosen cell, and returns the room it leaves for the cell. Between the
    /// two stays a line of the surface: no stance has the colour of both.
    pub(super) fn paint_chosen(&self, painter: &Painter, rect: Rect) -> Rect {
        let colours = self.theme.colours;
        painter.rect_filled(rect, 0, colours.focus);
        painter.rect_filled(rect.shrink2(self.inset), self.theme.corner(), colours.surface);
        rect.shrink(self.theme.sizes.space.hair)
    }

    /// Paints the ring of the cursor, in ink if it lies on the ground of chosen cells.
    pub(super) fn paint_cursor(&self, painter: &Painter, rect: Rect, chosen: bool) {
        let rect = rect.shrink2(self.inset);
        let mut ring = self.theme.focus_ring();
        if chosen {
            ring.color = self.theme.colours.ink;
        }
        // A dashed ring says that keys go elsewhere.
        if !self.focused {
            let corners =
                [rect.left_top(), rect.right_top(), rect.right_bottom(), rect.left_bottom()];
            let path = [corners[0], corners[1], corners[2], corners[3], corners[0]];
            let dash = self.theme.sizes.space.xs;
            painter.extend(egui::Shape::dashed_line(&path, ring, dash, dash));
            return;
        }
        painter.rect_stroke(rect, self.theme.corner(), ring, StrokeKind::Outside);
    }

    /// Paints the focus on the matrix while no cell is selected: around the whole, because keys
    /// would set no cell.
    pub(super) fn paint_whole(&self, painter: &Painter, rect: Rect) {
        let ring = Stroke::new(self.theme.sizes.space.hair, self.theme.colours.focus);
        painter.rect_stroke(rect, self.theme.corner(), ring, StrokeKind::Inside);
    }
}

/// Everything needed to draw the cells of one frame.
pub(super) struct Cells<'a, 'b> {
    /// The view's context.
    pub cx: &'a Cx<'b>,
    /// The painter.
    pub painter: CellPainter,
    /// The visible cells.
    pub board: Board<'a>,
    /// The cursor.
    pub cursor: Option<Spot>,
    /// The selected block, by its first and last corner.
    pub block: Option<(Spot, Spot)>,
    // Where the focused cell was drawn in this frame.
    stop: Option<Rect>,
    // Whether a cell was pressed or released in this frame.
    touched: bool,
    // Whether the menu of the cursor's cell was asked for by a key.
    asked: bool,
}

impl<'a, 'b> Cells<'a, 'b> {
    /// Starts a frame.
    pub(super) fn new(
        ui: &Ui,
        cx: &'a Cx<'b>,
        state: &ViewState,
        board: Board<'a>,
        size: f32,
    ) -> Self {
        let cursor = state.selection.cell().and_then(|place| board.find(place));
        let block = board.stretch(cursor, &state.matrix.several);
        let painter = CellPainter::new(ui, cx.theme, size);
        let asked = cursor.is_some() && painter.focused && acts::is_menu_asked(ui);
        Self { cx, painter, board, cursor, block, stop: None, touched: false, asked }
    }

    /// Draws a cell and handles the pointer on it.
    pub(super) fn cell(
        &mut self,
        ui: &mut Ui,
        state: &mut ViewState,
        rect: Rect,
        spot: Spot,
        (column, proposal): (Slot, &Proposal),
        (row, party): (Slot, &Party),
    ) {
        let cx = self.cx;
        let place: Place = (proposal.id, party.id);
        let stance = cx.figures.coalition().stance(column, row);
        let is_cursor = self.cursor == Some(spot);
        // The ring is enough for a cursor that is chosen alone.
        let is_chosen = !state.matrix.several.is_empty() && self.is_chosen(state, spot, place);
        let whole = rect;
        let rect = match is_chosen {
            true => self.painter.paint_chosen(ui.painter(), whole),
            false => whole,
        };
        self.painter.paint(ui.painter(), rect, stance);
        let basis = cx.figures.coalition().basis(column, row);
        if basis != Basis::Own && basis != Basis::Nothing {
            let ink =
                cx.theme.colours.stance(stance).map_or(cx.theme.colours.muted, |(_, ink)| ink);
            self.painter.paint_basis(ui.painter(), rect, basis, ink);
        }
        if cx.under.is_some_and(|under| under.cells.of(column, row).is_some()) {
            let ink = cx.theme.colours.stance(stance).map_or(cx.theme.colours.ink, |(_, ink)| ink);
            self.painter.paint_assumed(ui.painter(), rect, ink);
        }
        if is_cursor {
            self.painter.paint_cursor(ui.painter(), rect, is_chosen);
        }
        let id = Id::unique(("cell", place.0.0, place.1.0));
        let response = ui.interact(whole, id, Sense::CLICK);
        if is_cursor {
            // Its accessible name is on the focus widget.
            let stop = whole.intersect(ui.clip_rect());
            is_here(ui, Part::Cell, stop.expand(self.cx.theme.sizes.shape.focus));
            self.stop = Some(stop);
        } else {
            response.widget_info(|| {
                let name = cell_name(cx, (column, proposal), (row, party), stance);
                WidgetInfo::selected(egui::Role::GridCell, true, is_cursor, name)
            });
        }
        self.pointer(ui, state, &response, place);
        if response.hovered() {
            shown_above(&response, |ui| card(ui, cx, place));
        }
    }

    /// Puts the focus on the cursor's cell, or on the whole matrix if that cell is out of view or
    /// there is none.
    pub(super) fn finish(self, ui: &Ui, state: &mut ViewState, whole: Rect) {
        let cx = self.cx;
        let place = self.cursor.and_then(|cursor| self.board.place(cursor));
        let name = |place: Place| {
            let column = cx.snapshot.proposals.slot(place.0)?;
            let row = cx.snapshot.parties.slot(place.1)?;
            let (proposal, party) =
                (cx.snapshot.proposals.at(column)?, cx.snapshot.parties.at(row)?);
            let stance = cx.figures.coalition().stance(column, row);
            Some(cell_name(cx, (column, proposal), (row, party), stance))
        };
        let name = || {
            place.and_then(name).unwrap_or_else(|| {
                let heading = cx.text.get(msg!("matrix-heading"));
                format!("{heading}, {}", lower(cx.text.get(msg!("matrix-no-cell"))))
            })
        };
        if place.is_none() && self.painter.focused {
            self.painter.paint_whole(ui.painter(), whole);
        }
        let response = FOCUS.show(ui, self.stop.unwrap_or(whole), place.is_some(), name);
        let several = &state.matrix.several;
        let selected = if several.more.is_empty() {
            self.block.map_or(0, |(a, b)| (b.0 - a.0 + 1) * (b.1 - a.1 + 1))
        } else {
            self.board.spots(self.block, several).len()
        };
        let hidden = place.is_none() && state.selection.cell().is_some();
        if (state.matrix.selected, state.matrix.hidden) != (selected, hidden) {
            (state.matrix.selected, state.matrix.hidden) = (selected, hidden);
            ui.request_repaint();
        }
        // Only now: egui takes the focus away from its former owner when something else is clicked.
        let touched = self.touched && !egui::Popup::is_any_open(ui);
        if touched || std::mem::take(&mut state.matrix.refocus) {
            response.request_focus();
        }
    }

    fn pointer(&mut self, ui: &Ui, state: &mut ViewState, response: &egui::Response, place: Place) {
        self.touched |= response.is_pointer_button_down_on()
            || response.clicked()
            || response.secondary_clicked();
        // A quick click is pressed and released within one frame.
        let pressed = response.is_pointer_button_down_on() && !state.matrix.dragging;
        if pressed || (response.clicked() && state.selection.cell() != Some(place)) {
            let held = ui.input(|input| input.modifiers);
            let several = &mut state.matrix.several;
            if held.command {
                let all = self.board.chosen(self.cursor, several).concat();
                several.toggle(all, place);
            } else if held.shift {
                several.stretch(state.selection.cell());
            } else {
                several.clear();
            }
            state.matrix.dragging = pressed;
            select(state, place);
            ui.request_repaint();
        } else if state.matrix.dragging
            && response.contains_pointer()
            && state.selection.cell() != Some(place)
        {
            state.matrix.several.stretch(state.selection.cell());
            select(state, place);
        }
        if response.double_clicked() {
            state.inspector_hidden = false;
            state.focus_inspector = true;
        }
        let asked = self.asked && state.selection.cell() == Some(place);
        if asked {
            FOCUS.leave(ui);
        }
        if response.secondary_clicked() || response.context_menu_opened() || asked {
            let spot = self.board.find(place);
            let chosen = spot.is_some_and(|spot| self.is_chosen(state, spot, place));
            if response.secondary_clicked() && !chosen {
                select(state, place);
                state.matrix.several.clear();
            }
            acts::menu_on(response, asked, |ui| bar::menu(ui, self.cx, state, &self.board));
        }
    }

    fn is_chosen(&self, state: &ViewState, (line, column): Spot, place: Place) -> bool {
        self.block.is_some_and(|(first, last)| {
            (first.0..=last.0).contains(&line) && (first.1..=last.1).contains(&column)
        }) || state.matrix.several.more.contains(&place)
    }
}

/// Ends selecting a block when the button is released.
pub(super) fn end_drag(ui: &Ui, state: &mut ViewState) {
    if state.matrix.dragging && !ui.input(|input| input.pointer.primary_down()) {
        state.matrix.dragging = false;
    }
}

/// The accessible name of a cell.
fn cell_name(
    cx: &Cx<'_>,
    (column, proposal): (Slot, &Proposal),
    (row, party): (Slot, &Party),
    stance: Option<Stance>,
) -> String {
    let text = cx.text;
    let mut parts =
        vec![text.of(&party.name).to_owned(), proposal.code.clone(), lower(text.stance(stance))];
    if let Some(words) = assumed_words(cx, column, row) {
        parts.push(words);
        return parts.join(", ");
    }
    match cx.figures.coalition().basis(column, row) {
        Basis::Inherited | Basis::Conflict => {
            parts.push(group_words(cx, proposal.id, party.id));
            return parts.join(", ");
        }
        Basis::Own | Basis::Nothing => {}
    }
    if let Some(entry) = cx.snapshot.positions.current(column, row, cx.as_of) {
        parts.extend(entry.certainty().map(|certainty| lower(text.label(certainty))));
        parts.push(text.day(entry.date()));
        let source = entry.source().and_then(|slot| cx.snapshot.sources.at(slot));
        // A recorded vote is named after its resolution, which has been said already.
        let source = source.map(|source| source.short()).filter(|name| **name != proposal.code);
        parts.extend(source.map(str::to_owned));
    }
    parts.join(", ")
}

/// That a scenario assumes the stance in a cell, and the stance today; `None` if it assumes nothing
/// there.
fn assumed_words(cx: &Cx<'_>, column: Slot, row: Slot) -> Option<String> {
    let under = cx.under?;
    let id = match under.cells.of(column, row)? {
        Assumed::Itself => msg!("cell-assumed"),
        Assumed::ByItsGroup => msg!("cell-assumed-group"),
    };
    let today = lower(cx.text.stance(under.today.coalition().stance(column, row)));
    Some(cx.text.with(id, &[("today", today.into())]))
}

/// The stances of a party's groups: `EU supports, NATO objects`.
fn group_words(cx: &Cx<'_>, proposal: ProposalId, party: PartyId) -> String {
    let voices = voices_for(cx.snapshot, proposal, party, cx.as_of);
    let words = voices.iter().filter_map(|voice| {
        let group = cx.snapshot.groups.get(voice.group)?;
        Some(format!("{} {}", group.code, lower(cx.text.stance(Some(voice.stance)))))
    });
    words.collect::<Vec<_>>().join(", ")
}

/// The card of a cell: what is known, and its basis.
fn card(ui: &mut Ui, cx: &Cx<'_>, (proposal, party): Place) {
    let (theme, text, snapshot) = (&cx.theme, cx.text, cx.snapshot);
    let (Some(proposal), Some(party)) =
        (snapshot.proposals.get(proposal), snapshot.parties.get(party))
    else {
        return;
    };
    ui.set_max_width(theme.sizes.space.xxl * 10.0);
    ui.label(strong(theme, text.of(&party.name)));
    ui.label(caption(theme, format!("{} · {}", proposal.code, text.of(&proposal.title))));
    ui.add_space(theme.sizes.space.xs);
    let slots = snapshot.proposals.slot(proposal.id).zip(snapshot.parties.slot(party.id));
    let coalition = cx.figures.coalition();
    if let Some((column, row)) = slots
        && let Some(words) = assumed_words(cx, column, row)
    {
        let held = coalition.stance(column, row);
        ui.label(format!("{}  {}", stance::sign(held), text.stance(held)));
        paragraph(ui, words);
        return;
    }
    let basis = slots.map_or(Basis::Nothing, |(column, row)| coalition.basis(column, row));
    if matches!(basis, Basis::Inherited | Basis::Conflict) {
        let held = slots.and_then(|(column, row)| coalition.stance(column, row));
        ui.label(format!("{}  {}", stance::sign(held), text.stance(held)));
        let id =
            if basis == Basis::Conflict { msg!("cell-conflict") } else { msg!("cell-inherited") };
        paragraph(ui, text.get(id));
        ui.label(caption(theme, group_words(cx, proposal.id, party.id)));
        return;
    }
    let Some(entry) = snapshot.current_position(proposal.id, party.id, cx.as_of) else {
        ui.label(format!("{} {}", stance::UNKNOWN_SIGN, text.get(msg!("cell-nothing-recorded"))));
        return;
    };
    ui.label(format!("{}  {}", stance::sign(entry.stance), text.stance(entry.stance)));
    let source = entry.source.and_then(|id| snapshot.sources.get(id));
    let facts = [
        Some(text.day(entry.date)),
        entry.forum.map(|forum| text.label(forum).to_owned()),
        entry.certainty.map(|certainty| lower(text.label(certainty))),
        source.map(|source| source.short().to_owned()),
    ];
    ui.label(caption(theme, facts.into_iter().flatten().collect::<Vec<_>>().join(" · ")));
    if !entry.words.is_empty() {
        paragraph(ui, &entry.words);
    }
    if !entry.condition.is_empty() {
        let condition = [("condition", entry.condition.as_str().into())];
        paragraph(ui, text.with(msg!("cell-would-move"), &condition));
    }
    marking_chip(ui, theme, entry.marking.unwrap_or(snapshot.dossier.marking));
}
