//! A grid of cells: its focus, and the part of it in view.

use std::ops::Range;

use egui::text_selection::LabelSelectionState;
use egui::{Event, EventFilter, Id, Key, Modifiers, Rect, Response, Sense, Ui, WidgetInfo};

use super::combo;
use crate::command;

/// The focus of a grid: a single id for all its cells.
///
/// If each cell had an id of its own, the focus would be between two of them for one frame as it
/// moves, and keys arriving in that frame would be lost.
#[derive(Clone, Copy, Debug)]
pub struct GridFocus(&'static str);

impl GridFocus {
    /// The focus of the grid with this name.
    pub const fn new(name: &'static str) -> Self {
        Self(name)
    }

    /// This frame's keys and clipboard events, if the grid has the focus.
    ///
    /// Call this before drawing the grid: a key that brings the focus to the grid is not meant for
    /// it.
    pub fn events(self, ui: &Ui) -> Vec<Event> {
        // Arrows move the cursor, not the focus; Tab and Escape leave the grid.
        let filter = EventFilter {
            tab: false,
            horizontal_arrows: true,
            vertical_arrows: true,
            escape: false,
        };
        let has_focus = ui.memory_mut(|memory| {
            memory.set_focus_lock_filter(self.id(), filter);
            memory.has_focus(self.id())
        });
        if !has_focus {
            return Vec::new();
        }
        command::note_grid(ui, self.id());
        let mut events = ui.input(|input| input.events.clone());
        // Selected words are copied instead of cells.
        let selects = |selected: &mut LabelSelectionState| selected.has_selection();
        if ui.with_plugin(selects).unwrap_or_default() {
            events.retain(|event| !matches!(event, Event::Copy));
        }
        events
    }

    /// Whether the grid has the focus.
    pub(crate) fn is_here(self, ui: &Ui) -> bool {
        let is_here = ui.memory(|memory| memory.has_focus(self.id()));
        if is_here {
            command::note_grid(ui, self.id());
        }
        is_here
    }

    /// Gives up the focus, so that the menu of the widget under the cursor gets the keys.
    pub(crate) fn leave(self, ui: &Ui) {
        ui.memory_mut(|memory| memory.surrender_focus(self.id()));
    }

    /// Whether Escape was pressed in the grid, which makes egui drop its focus for this frame.
    pub(crate) fn is_escaped(self, ui: &Ui) -> bool {
        ui.memory(|memory| memory.had_focus_last_frame(self.id()))
            && ui.input(|input| input.key_pressed(Key::Escape))
    }

    /// Puts the focus on the cell under the cursor; `name` is its accessible name.
    ///
    /// The grid is the purpose of its screen, so it takes the focus if nothing else has it.
    pub fn show(self, ui: &Ui, rect: Rect, selected: bool, name: impl Fn() -> String) -> Response {
        let response = self.place(ui, rect, selected, name);
        self.take(ui, &response);
        response
    }

    /// Takes the focus if nothing else has it.
    fn take(self, ui: &Ui, response: &Response) {
        let free =
            ui.memory(|memory| memory.focused().is_none() && memory.top_modal_layer().is_none());
        if free && !egui::Popup::is_any_open(ui) && !combo::gives_back(ui) {
            response.request_focus();
        }
    }

    /// Puts the focus on the row under the cursor of a list, or on the list as a whole if there is no
    /// such row in view.
    pub(crate) fn show_row(
        self,
        ui: &Ui,
        rect: Rect,
        row: bool,
        selected: bool,
        name: impl Fn() -> String,
    ) -> Response {
        let response = ui.interact(rect, self.id(), Sense::focusable_noninteractive());
        let role = if row { egui::Role::Row } else { egui::Role::Table };
        response.widget_info(|| WidgetInfo::selected(role, true, selected, name()));
        self.take(ui, &response);
        response
    }

    /// The same, for a grid that is not the main purpose of its screen.
    pub(crate) fn place(
        self,
        ui: &Ui,
        rect: Rect,
        selected: bool,
        name: impl Fn() -> String,
    ) -> Response {
        let response = ui.interact(rect, self.id(), Sense::focusable_noninteractive());
        response.widget_info(|| WidgetInfo::selected(egui::Role::GridCell, true, selected, name()));
        response
    }

    fn id(self) -> Id {
        Id::unique(("grid-focus", self.0))
    }
}

/// The rows or columns in view, of `count` that are `step` points apart.
pub(crate) fn in_view(scrolled: f32, step: f32, room: f32, count: usize) -> Range<usize> {
    let first = (scrolled / step).floor().max(0.0) as usize;
    let last = ((scrolled + room) / step).ceil() as usize;
    first.min(count)..last.min(count)
}

/// Scrolls to a cell, at once.
pub(crate) fn reveal(ui: &Ui, cell: Rect) {
    ui.scroll_to_rect_animation(cell, None, egui::style::ScrollAnimation::none());
}

/// Whether this is Ctrl+Shift+C, which copies without headings. Ctrl+C comes as [`Event::Copy`].
pub(crate) fn is_bare_copy(event: &Event) -> bool {
    match event {
        Event::Key { key: Key::C, pressed: true, modifiers, .. } => {
            modifiers.matches_exact(Modifiers::COMMAND | Modifiers::SHIFT)
        }
        _ => false,
    }
}
