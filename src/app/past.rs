//! The past: the dossier as it was, and a field as it was.

use egui::Context;

use super::session::Past;
use super::{App, Session};
use crate::explain::{explain_store, record_title};
use crate::store::Change;
use crate::ui::derived::Derived;
use crate::ui::state::Screen;

impl App {
    /// Shows the dossier as it was after a step, or as it is.
    pub(super) fn look_at(&mut self, seq: Option<i64>) {
        let text = self.text;
        let Session::Open(open) = &mut self.session else { return };
        let path = open.document.path().to_owned();
        let Some(seq) = seq else {
            open.past = None;
            return;
        };
        match open.document.at(seq) {
            Ok(snapshot) => {
                let days = open.view.days(self.clock.today());
                let derived = Derived::new(&snapshot, open.document.revision(), days, text);
                open.past = Some(Box::new(Past { seq, snapshot, derived }));
                open.view.screen = Screen::Matrix;
            }
            Err(error) => self.notice = Some(explain_store(text, &error, &path).into()),
        }
    }

    /// Gives a field its old value again.
    pub(super) fn restore_field(&mut self, context: &Context, change: &Change) {
        let text = self.text;
        let Session::Open(open) = &mut self.session else { return };
        let path = open.document.path().to_owned();
        let name = record_title(text, open.document.snapshot(), change.record);
        match open.document.restore(change, &name) {
            Ok(_) => self.notice = None,
            Err(error) => self.explain(context, &error, &path),
        }
    }
}
