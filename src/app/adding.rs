//! Adding a record to the list on the screen.

use super::{App, Session};
use crate::document::Edit;
use crate::document::blank::Given;
use crate::ui::selection;

impl App {
    /// Adds a record to the list on screen, and opens it in the inspector to be filled in.
    pub(super) fn add(&mut self) {
        let Session::Open(open) = &self.session else { return };
        let Some(make) = (open.view.screen.view().add)(&open.view) else { return };
        let snapshot = open.document.snapshot();
        let record = make(&Given { snapshot, text: self.text, today: self.clock.today() });
        let id = record.record_id();
        if !self.apply(&Edit::add(record, "")) {
            return;
        }
        let Session::Open(open) = &self.session else { return };
        if let Some(selection) = selection::selection_of(open.document.snapshot(), id) {
            self.select(selection);
            self.with_view(|view| view.focus_inspector = true);
        }
    }
}
