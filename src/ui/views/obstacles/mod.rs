//! The heat map: how much each of the eight obstacles hinders each proposal.

mod ranking;
mod sizes;

use egui::{Align2, Key, Pos2, Rect, Sense, StrokeKind, Ui, Vec2, Vec2b, WidgetInfo, pos2, vec2};
use egui_table::{SplitScroll, SplitScrollDelegate};

use sizes::{COUNT, edges, least_widths, row_height};

use super::matrix::proposal_row;
use super::top::go_to;
use crate::analysis::{Trend, total_of};
use crate::command::Screen;
use crate::library::{obstacle_text, obstacles};
use crate::model::{Keyed, Obstacle, ProposalId, Severity, Slot, Table};
use crate::report::Subject;
use crate::text::{lower, msg};
use crate::ui::cx::{Action, Base, Cx};
use crate::ui::icon::Icon;
use crate::ui::state::{RoomAct, Selection, ViewState};
use crate::ui::views::{Draw, PageOf, View};
use crate::ui::widgets::{
    Chip, GridFocus, When, caption, day_menu, elided, empty, heading, icon_button, in_view, muted,
    paragraph, reveal, said_above, severity_cell, shown_above, strong,
};

/// The screen's description.
pub(super) const VIEW: View = View {
    icon: Icon::Obstacles,
    hint: |_| msg!("hint-obstacles"),
    help: msg!("help-page-obstacles"),
    more_help: Some(explanations),
    count: None,
    add: |_| None,
    can_filter: false,
    inspects: |_| true,
    tables: &[Table::Assessments, Table::Concerns],
    asks_all: |_| false,
    page: |_| PageOf::Screen(Subject::Obstacles),
    lists: None,
    draw: Draw::Dossier(show),
};

/// The focus of the heat map.
const FOCUS: GridFocus = GridFocus::new("obstacles");

/// Rows moved by PageUp and PageDown.
const PAGE: usize = 10;

/// Draws the screen.
fn show(ui: &mut Ui, cx: &Cx<'_>, state: &mut ViewState) {
    heading(ui, cx.text.get(msg!("screen-obstacles")));
    if cx.snapshot.proposals.is_empty() {
        let words = cx.text.get(msg!("obstacles-empty"));
        return empty(ui, cx, words, Some(go_to(cx, Screen::Proposals)));
    }
    paragraph(ui, muted(&cx.theme, cx.text.get(msg!("obstacles-about"))));
    ranking::first(ui, cx);
    ui.horizontal(|ui| {
        let words = cx.text.get(msg!("obstacles-ranking"));
        if Chip::new(words).active(state.ranked).show(ui, &cx.theme).clicked() {
            state.ranked = !state.ranked;
        }
        let since = cx.figures.since();
        let words = cx.text.with(msg!("heat-since"), &[("day", cx.text.day(since).into())]);
        let response = Chip::new(&words).active(state.since.is_some()).menu().show(ui, &cx.theme);
        if let Some(day) = day_menu(cx, &response, since, &words, When::Past) {
            state.since = Some(day);
        }
        if state.since.is_some()
            && icon_button(ui, &cx.theme, Icon::Close, cx.text.get(msg!("since-default"))).clicked()
        {
            state.since = None;
        }
        let (missing, of) = cx.figures.heat().not_assessed(cx.figures.proposals());
        let count = [("count", missing.into()), ("all", of.into())];
        ui.label(caption(&cx.theme, cx.text.with(msg!("heat-not-assessed"), &count)));
    });
    ui.add_space(cx.theme.sizes.space.s);
    if state.ranked {
        return ranking::show(ui, cx);
    }
    let sizes = cx.theme.sizes;
    let available = ui.available_size();
    let whole = ui.available_rect_before_wrap();
    // No name of an obstacle is cut: the proposals beside them get less room, and whatever still
    // does not fit can be scrolled to.
    let least = least_widths(ui, cx);
    let total = sizes.space.xxl * 2.0;
    let needed: f32 = least.iter().sum::<f32>() + total;
    let names = (available.x * 0.24).min(available.x - sizes.space.s - needed);
    let names = names.clamp(sizes.space.xxl * 5.0, sizes.space.xxl * 10.0).floor();
    let fixed = vec2(names, sizes.row.list * 2.0);
    let edges = edges(&least, available.x - names - total - sizes.space.s, sizes.space.xxl * 4.0);
    let row = row_height(cx, names);
    keys(ui, cx, state);
    let (selected, outer) = (spot(cx, state.selection), (available - fixed).max(Vec2::ZERO));
    let focused = FOCUS.is_here(ui);
    let mut drawing = ObstacleDrawing {
        cx,
        state,
        selected,
        edges,
        total,
        row,
        outer,
        stop: None,
        clicked: false,
        focused,
    };
    SplitScroll {
        scroll_enabled: Vec2b::TRUE,
        fixed_size: fixed,
        scroll_outer_size: drawing.outer,
        scroll_content_size: vec2(edges[COUNT] + total, row * cx.figures.proposals().len() as f32),
        stick_to_bottom: false,
    }
    .show(ui, &mut drawing);
    drawing.finish(ui, whole);
}

struct ObstacleDrawing<'a, 'b> {
    cx: &'a Cx<'b>,
    state: &'a mut ViewState,
    // The selected row and column.
    selected: Option<(usize, usize)>,
    // Where the columns begin, and the last one ends.
    edges: [f32; COUNT + 1],
    // The width of the column of totals, after the last one.
    total: f32,
    row: f32,
    outer: Vec2,
    // Where the focused cell was drawn in this frame.
    stop: Option<Rect>,
    // Whether a cell was clicked in this frame.
    clicked: bool,
    // Whether the map has the focus.
    focused: bool,
}

impl ObstacleDrawing<'_, '_> {
    fn place(&self, origin: Pos2, row: usize, column: usize) -> Rect {
        let [left, right] = [self.edges[column], self.edges[column + 1]];
        let size = vec2(right - left, self.row);
        Rect::from_min_size(origin + vec2(left, row as f32 * self.row), size)
    }

    fn rows_in_view(&self, scrolled: f32) -> std::ops::Range<usize> {
        in_view(scrolled, self.row, self.outer.y, self.cx.figures.proposals().len())
    }

    fn cell(&mut self, ui: &mut Ui, rect: Rect, row: usize, column: usize) {
        let (cx, slot) = (self.cx, self.cx.figures.proposals()[row]);
        let Some(proposal) = cx.snapshot.proposals.at(slot) else { return };
        let obstacle = Obstacle::ALL[column];
        let severity = cx.figures.heat().severity(slot, obstacle);
        let gap = cx.theme.sizes.space.xs / 2.0;
        let inner = rect.shrink(gap);
        severity_cell(ui.painter(), &cx.theme, inner, severity);
        self.marks(ui, inner, slot, obstacle);
        let selected = self.selected == Some((row, column));
        let id = egui::Id::unique(("hindrance", proposal.id.0, obstacle.key()));
        let response = ui.interact(rect, id, Sense::CLICK);
        if selected {
            // Its accessible name is on the focus widget.
            self.stop = Some(rect.intersect(ui.clip_rect()));
        } else {
            let name = || cell_name(cx, slot, obstacle);
            response
                .widget_info(|| WidgetInfo::selected(egui::Role::GridCell, true, selected, name()));
        }
        if selected {
            let ring = cx.theme.focus_ring();
            ui.painter().rect_stroke(inner, cx.theme.corner(), ring, StrokeKind::Outside);
        }
        if response.clicked() {
            self.state.selection = Selection::Assessment(proposal.id, obstacle);
            self.clicked = true;
            ui.request_repaint();
        }
        if response.hovered() {
            shown_above(&response, |ui| card(ui, cx, slot, obstacle));
        }
    }

    /// The points of a proposal.
    fn total(&self, ui: &Ui, origin: Pos2, row: usize) {
        let (cx, slot) = (self.cx, self.cx.figures.proposals()[row]);
        let total = total_of(cx.snapshot, cx.figures.heat(), slot);
        let Some(proposal) = cx.snapshot.proposals.at(slot).filter(|_| total.assessed > 0) else {
            return;
        };
        let at = origin + vec2(self.edges[COUNT], row as f32 * self.row);
        let rect = Rect::from_min_size(at, vec2(self.total, self.row));
        let values = [("points", total.now.into()), ("remains", total.remains.into())];
        let words = cx.text.with(msg!("heat-total"), &values);
        let id = egui::Id::unique(("obstacles-total", proposal.id.0));
        let response = ui.interact(rect, id, Sense::hover());
        let name = format!("{}, {}", proposal.code, lower(&words));
        response.widget_info(|| WidgetInfo::labeled(egui::Role::Label, true, name.as_str()));
        let (sizes, colours) = (cx.theme.sizes, cx.theme.colours);
        let font = cx.theme.strong(sizes.text.body);
        let number = cx.text.count(total.now as usize);
        let place = rect.center();
        ui.painter().text(place, Align2::CENTER_CENTER, number, font, colours.ink);
        said_above(&response, words);
    }

    /// The trend as an arrow, and the severity expected to remain as a thin bar below.
    fn marks(&self, ui: &Ui, cell: Rect, slot: Slot, obstacle: Obstacle) {
        let (cx, heat) = (self.cx, self.cx.figures.heat());
        let sizes = cx.theme.sizes;
        let ink = heat
            .severity(slot, obstacle)
            .map_or(cx.theme.colours.muted, |severity| cx.theme.colours.severity(severity).1);
        let icon = match heat.trend(slot, obstacle) {
            Some(Trend::Worse) => Some(Icon::Rising),
            Some(Trend::Better) => Some(Icon::Falling),
            Some(Trend::Same) | None => None,
        };
        if let Some(icon) = icon {
            let at = cell.right_center() - vec2(sizes.shape.icon * 0.75, 0.0);
            icon.paint(ui.painter(), at, sizes.text.caption, ink);
        }
        if let Some(after) = heat.after(slot, obstacle) {
            let (fill, _) = cx.theme.colours.severity(after);
            let bar = Rect::from_min_max(
                cell.left_bottom() - vec2(0.0, sizes.space.s),
                cell.right_bottom(),
            );
            let share = f32::from(after.get()) / f32::from(Severity::MAX);
            let part = Rect::from_min_size(bar.min, vec2(bar.width() * share, bar.height()));
            ui.painter().rect_filled(bar, 0.0, cx.theme.colours.surface);
            ui.painter().rect_filled(part, 0.0, fill);
            ui.painter().rect_stroke(bar, 0.0, cx.theme.hairline(), StrokeKind::Inside);
        }
    }

    /// Puts the focus on the selected cell, or on the whole map if that is out of view or there is
    /// none. Only one cell can have the focus, so that Tab leaves the map.
    fn finish(self, ui: &Ui, whole: Rect) {
        let cx = self.cx;
        let name = || match self.selected {
            Some((row, column)) => {
                cell_name(cx, cx.figures.proposals()[row], Obstacle::ALL[column])
            }
            None => {
                let none = lower(cx.text.get(msg!("matrix-no-cell")));
                format!("{}, {none}", cx.text.get(msg!("screen-obstacles")))
            }
        };
        if self.selected.is_none() && self.focused {
            let ring = egui::Stroke::new(cx.theme.sizes.space.hair, cx.theme.colours.focus);
            ui.painter().rect_stroke(whole, cx.theme.corner(), ring, StrokeKind::Inside);
        }
        let rect = self.stop.unwrap_or(whole);
        let response = FOCUS.show(ui, rect, self.selected.is_some(), name);
        // Only now: egui takes the focus away from its former owner when something else is clicked.
        if self.clicked {
            response.request_focus();
        }
    }
}

/// The row and column of a selection.
fn spot(cx: &Cx<'_>, selection: Selection) -> Option<(usize, usize)> {
    let Selection::Assessment(proposal, obstacle) = selection else { return None };
    let slot = cx.snapshot.proposals.slot(proposal)?;
    let row = cx.figures.proposals().iter().position(|other| *other == slot)?;
    Some((row, Obstacle::ALL.iter().position(|other| *other == obstacle)?))
}

/// The row the cursor starts in if no cell is selected: that of the selection.
fn start(cx: &Cx<'_>, selection: Selection) -> usize {
    let slot = selection.proposal().and_then(|id| cx.snapshot.proposals.slot(id));
    let row = slot.and_then(|slot| cx.figures.proposals().iter().position(|other| *other == slot));
    row.unwrap_or(0)
}

/// Handles this frame's keys if the map has the focus.
fn keys(ui: &Ui, cx: &Cx<'_>, state: &mut ViewState) {
    let last = (cx.figures.proposals().len() - 1, Obstacle::ALL.len() - 1);
    // The severity typed so far in this frame: a second digit for the same cell replaces the first.
    let mut pending: Option<(ProposalId, Obstacle, Option<Severity>)> = None;
    let mut type_severity = |proposal, obstacle, severity| {
        let before = pending.replace((proposal, obstacle, severity));
        if let Some((p, o, severity)) = before.filter(|(p, o, _)| (*p, *o) != (proposal, obstacle))
        {
            cx.assess(p, o, severity);
        }
    };
    for event in FOCUS.events(ui) {
        let at = spot(cx, state.selection);
        let (row, column) = at.unwrap_or_else(|| (start(cx, state.selection), 0));
        let obstacle = Obstacle::ALL[column];
        let Some(proposal) = cx.snapshot.proposals.at(cx.figures.proposals()[row]) else {
            continue;
        };
        let mut go = |to: (usize, usize)| {
            // The first arrow only shows where the cursor starts.
            let (row, column) = if at.is_some() { to } else { (row, column) };
            let slot = cx.figures.proposals()[row.min(last.0)];
            if let Some(proposal) = cx.snapshot.proposals.at(slot) {
                let obstacle = Obstacle::ALL[column.min(last.1)];
                state.selection = Selection::Assessment(proposal.id, obstacle);
                state.reveal_heat = true;
            }
        };
        // Keys set only the selected cell, which is the one the inspector names.
        let mut set = |severity| match at {
            Some(_) => type_severity(proposal.id, obstacle, severity),
            None => cx.push(Action::Say(cx.text.get(msg!("matrix-no-cell")).to_owned())),
        };
        match event {
            egui::Event::Key { key, pressed: true, modifiers, .. } => match key {
                Key::ArrowUp => go((row.saturating_sub(1), column)),
                Key::ArrowDown => go((row + 1, column)),
                Key::ArrowLeft => go((row, column.saturating_sub(1))),
                Key::ArrowRight => go((row, column + 1)),
                Key::PageUp => go((row.saturating_sub(PAGE), column)),
                Key::PageDown => go((row + PAGE, column)),
                Key::Home => go((if modifiers.command { 0 } else { row }, 0)),
                Key::End => go((if modifiers.command { last.0 } else { row }, last.1)),
                Key::Enter => {
                    state.inspector_hidden = false;
                    state.focus_inspector = true;
                }
                Key::Delete | Key::Backspace if !modifiers.command => set(None),
                _ => {}
            },
            egui::Event::Text(typed) => {
                for c in typed.chars() {
                    if c == '?' {
                        set(None);
                    }
                    if matches!(c, 'm' | 'M') {
                        mark_for_room(cx, at.and(Some((proposal.id, obstacle))));
                    }
                    let number = c.to_digit(10).and_then(|digit| u8::try_from(digit).ok());
                    if let Some(severity) = number.and_then(Severity::new) {
                        set(Some(severity));
                    }
                }
            }
            _ => {}
        }
    }
    if let Some((proposal, obstacle, severity)) = pending {
        cx.assess(proposal, obstacle, severity);
    }
}

/// Marks the assessment in the selected cell so that the open room may see it.
fn mark_for_room(cx: &Cx<'_>, cell: Option<(ProposalId, Obstacle)>) {
    let slot = |id| cx.snapshot.proposals.slot(id);
    let scored = cell.and_then(|(id, of)| cx.figures.heat().assessment(slot(id)?, of));
    cx.push(match (cell, scored) {
        (_, Some(id)) => Action::Room(RoomAct::Mark(id)),
        (Some(_), None) => Action::Say(cx.text.get(msg!("mark-not-scored")).to_owned()),
        (None, None) => Action::Say(cx.text.get(msg!("matrix-no-cell")).to_owned()),
    });
}

/// Explanations of the eight obstacles, for the help page.
fn explanations(ui: &mut Ui, base: &Base<'_>) {
    let (theme, text) = (&base.theme, base.text);
    for obstacle in obstacles() {
        let name = format!("{}. {}", obstacle.number, text.of(&obstacle.name()));
        ui.label(strong(theme, name));
        paragraph(ui, text.of(&obstacle.explanation()));
        ui.add_space(theme.sizes.space.s);
    }
}

/// The accessible name of a cell.
fn cell_name(cx: &Cx<'_>, proposal: Slot, obstacle: Obstacle) -> String {
    let heat = cx.figures.heat();
    let mut severity = cx.text.severity(heat.severity(proposal, obstacle));
    if let Some(after) = heat.after(proposal, obstacle) {
        let after = [("severity", cx.text.severity(Some(after)).into())];
        severity = format!("{severity}, {}", lower(&cx.text.with(msg!("heat-after"), &after)));
    }
    let code = cx.snapshot.proposals.at(proposal).map_or("", |proposal| &*proposal.code);
    format!("{code}, {}, {severity}", lower(cx.text.label(obstacle)))
}

fn card(ui: &mut Ui, cx: &Cx<'_>, slot: Slot, obstacle: Obstacle) {
    ui.set_max_width(cx.theme.sizes.space.xxl * 10.0);
    ui.label(strong(&cx.theme, cx.text.label(obstacle)));
    let severity = cx.figures.heat().severity(slot, obstacle);
    ui.label(cx.text.severity(severity));
    if let Some(severity) = severity {
        let level = obstacle_text(obstacle).level(severity);
        paragraph(ui, muted(&cx.theme, cx.text.of(&level)));
    }
    let current = cx.figures.heat().assessment(slot, obstacle);
    let current = current.and_then(|id| cx.snapshot.assessments.get(id));
    if let Some(assessment) = current {
        ui.label(caption(&cx.theme, cx.text.day(assessment.date)));
        if !assessment.rationale.is_empty() {
            paragraph(ui, &assessment.rationale);
        }
    }
}

impl SplitScrollDelegate for ObstacleDrawing<'_, '_> {
    fn right_bottom_ui(&mut self, ui: &mut Ui, scrolled: Vec2) {
        let origin = ui.max_rect().min;
        if std::mem::take(&mut self.state.reveal_heat)
            && let Some((row, column)) = self.selected
        {
            reveal(ui, self.place(origin, row, column));
        }
        for row in self.rows_in_view(scrolled.y) {
            for column in 0..Obstacle::ALL.len() {
                self.cell(ui, self.place(origin, row, column), row, column);
            }
            self.total(ui, origin, row);
        }
    }

    fn right_top_ui(&mut self, ui: &mut Ui, _scrolled: Vec2) {
        let area = ui.max_rect();
        let theme = &self.cx.theme;
        let at = pos2(area.left() + self.edges[COUNT] + self.total / 2.0, area.center().y);
        let words = self.cx.text.get(msg!("column-total"));
        let (font, ink) = (theme.strong(theme.sizes.text.caption), theme.colours.ink);
        ui.painter().text(at, Align2::CENTER_TOP, words, font, ink);
        for (column, obstacle) in Obstacle::ALL.iter().enumerate() {
            let rect = self.place(area.min, 0, column);
            let rect = Rect::from_x_y_ranges(rect.x_range(), area.y_range());
            let id = egui::Id::unique(("obstacle", obstacle.key()));
            let response = ui.interact(rect, id, Sense::hover());
            let words = obstacle_text(*obstacle);
            let name = self.cx.text.label(*obstacle);
            response.widget_info(|| WidgetInfo::labeled(egui::Role::ColumnHeader, true, name));
            let inner = rect.shrink2(vec2(theme.sizes.space.xs / 2.0, theme.sizes.space.xs));
            let number = obstacle.number().to_string();
            let font = theme.font(theme.sizes.text.caption);
            let colour = theme.colours.muted;
            ui.painter().text(inner.center_top(), Align2::CENTER_TOP, number, font, colour);
            let at = pos2(inner.left(), inner.center().y);
            let font = theme.strong(theme.sizes.text.caption);
            let short = words.short();
            let short = self.cx.text.of(&short);
            let galley =
                ui.painter().layout_no_wrap(short.to_owned(), font.clone(), theme.colours.ink);
            let indent = ((inner.width() - galley.size().x) / 2.0).max(0.0);
            let at = at + vec2(indent, 0.0);
            elided(ui.painter(), at, inner.width(), 1, short, font, theme.colours.ink);
            if response.hovered() {
                response.on_hover_ui(|ui| {
                    ui.set_max_width(theme.sizes.space.xxl * 12.0);
                    ui.label(strong(theme, name));
                    paragraph(ui, self.cx.text.of(&words.explanation()));
                });
            }
        }
    }

    fn left_bottom_ui(&mut self, ui: &mut Ui, scrolled: Vec2) {
        let area = ui.max_rect();
        for row in self.rows_in_view(scrolled.y) {
            let slot = self.cx.figures.proposals()[row];
            let Some(proposal) = self.cx.snapshot.proposals.at(slot) else { continue };
            let y = area.top() + row as f32 * self.row;
            let rect = Rect::from_x_y_ranges(area.x_range(), y..=y + self.row);
            proposal_row(ui, self.cx, self.state, rect, proposal);
        }
    }
}
