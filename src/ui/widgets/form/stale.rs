//! A line that could not be taken, once that no longer matters.

use egui::Ui;

use super::Form;
use crate::document::Refusal;
use crate::text::Message;

/// What was stored when a faulty line was last drawn, and in which pass that was.
type Seen = (String, u64);

impl Form<'_> {
    /// Discards a line that could not be taken once the record has changed since, for instance by
    /// undo, or its form has been away: the field would show another value than the record.
    pub(super) fn discard_stale(&mut self, ui: &Ui, column: &'static str, stored: &str) {
        let id = self.id.with(column);
        let memory = id.with("faulty");
        let before = ui.data_mut(|data| data.remove_temp::<Seen>(memory));
        if !self.is_faulty(ui, column) {
            return;
        }
        let now = ui.cumulative_pass_nr();
        let typing = ui.memory(|memory| memory.has_focus(id));
        let past = |(then, seen): &Seen| then != stored || seen + 1 < now;
        if !typing && before.as_ref().is_some_and(past) {
            self.draft(ui, column, None);
            self.forget_refusal(ui, column);
        } else {
            ui.data_mut(|data| data.insert_temp(memory, (stored.to_owned(), now)));
        }
    }

    /// Whether something typed in this field was refused or could not be read.
    fn is_faulty(&self, ui: &Ui, column: &str) -> bool {
        let id = self.id.with(column);
        let refused = |refusal: &Refusal| refusal.field == column;
        let drafted = ui.data(|data| data.get_temp::<String>(id)).is_some();
        let unreadable = || ui.data(|data| data.get_temp::<Message>(id.with("unreadable")));
        drafted && (self.refusals.iter().any(refused) || unreadable().is_some())
    }
}
