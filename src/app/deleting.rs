//! Deleting records, and what is selected then: the row beside them, and what comes back by undo.

use egui::Context;

use super::{App, Session};
use crate::document::{Applied, Edit, StepName};
use crate::explain::titles_of;
use crate::model::RecordId;
use crate::text::msg;
use crate::ui::selection::selection_of;

impl App {
    /// Deletes records, and goes on with the row beside them.
    pub(super) fn delete(&mut self, context: &Context, records: &[RecordId]) {
        self.dialog = None;
        let Session::Open(open) = &self.session else { return };
        let Some(table) = records.first().map(|record| record.table) else { return };
        let snapshot = open.document.snapshot();
        let name = titles_of(self.text, snapshot, records);
        let edit = Edit::delete_all(snapshot, table, records, name.as_str());
        let beside = open.view.chosen.beside(records);
        let beside = beside.and_then(|it| selection_of(snapshot, it)).unwrap_or_default();
        if self.apply(&edit) {
            let words = match records.len() {
                1 => self.text.with(msg!("said-deleted"), &[("what", name.into())]),
                count => self.text.with(msg!("said-deleted-many"), &[("count", count.into())]),
            };
            self.say_done(context, words);
            self.with_view(|view| {
                view.chosen.clear();
                if view.selection.deletable().is_some_and(|record| records.contains(&record)) {
                    view.selection = beside;
                }
            });
        }
    }

    /// Selects what came back when its deletion was undone, if the screen shows such records.
    pub(super) fn show_what_came_back(&mut self, undone: &Applied) {
        let Session::Open(open) = &self.session else { return };
        let name = StepName::from_key(&undone.step.name);
        let Some(StepName::Delete(table)) = name else { return };
        let shown = open.view.screen.view().tables;
        let back = undone.touched.iter().find(|it| it.table == table && shown.contains(&table));
        let back = back.and_then(|it| selection_of(open.document.snapshot(), *it));
        if let Some(selection) = back {
            self.with_view(|view| view.selection = selection);
        }
    }
}
