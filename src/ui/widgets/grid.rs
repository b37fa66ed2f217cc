//! The focus of a grid of cells.

use egui::{Event, EventFilter, Id, Rect, Response, Sense, Ui, WidgetInfo};

/// The one focus of a grid.
///
/// It lies on the cell with the cursor, but it is the same for every cell: were it to move
/// from cell to cell, it would be between two of them for a frame, and keys that arrive in
/// that frame would be lost.
#[derive(Clone, Copy, Debug)]
pub struct GridFocus(&'static str);

impl GridFocus {
    /// The focus of the grid of this name.
    pub const fn new(name: &'static str) -> Self {
        Self(name)
    }

    /// The keys and the clipboard of this frame, if the grid has the focus.
    ///
    /// To be asked before the grid is drawn: a key that brings the focus to the grid is not
    /// meant for it.
    pub fn events(self, ui: &Ui) -> Vec<Event> {
        // Arrows move the cursor, not the focus; Tab and Escape leave.
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
        if has_focus { ui.input(|input| input.events.clone()) } else { Vec::new() }
    }

    /// Whether the grid has the focus.
    pub fn is_here(self, ui: &Ui) -> bool {
        ui.memory(|memory| memory.has_focus(self.id()))
    }

    /// Whether Escape was pressed in the grid, which takes the focus from it for this frame.
    pub fn is_escaped(self, ui: &Ui) -> bool {
        ui.memory(|memory| memory.had_focus_last_frame(self.id()))
            && ui.input(|input| input.key_pressed(egui::Key::Escape))
    }

    /// Puts the focus on the cell with the cursor, which is called what `name` says.
    ///
    /// A grid is what its screen is for: it takes the focus where nobody else has it.
    pub fn show(self, ui: &Ui, rect: Rect, selected: bool, name: impl Fn() -> String) -> Response {
        let response = ui.interact(rect, self.id(), Sense::focusable_noninteractive());
        response.widget_info(|| WidgetInfo::selected(egui::Role::GridCell, true, selected, name()));
        let free =
            ui.memory(|memory| memory.focused().is_none() && memory.top_modal_layer().is_none());
        if free && !egui::Popup::is_any_open(ui) {
            response.request_focus();
        }
        response
    }

    fn id(self) -> Id {
        Id::unique(("grid-focus", self.0))
    }
}
