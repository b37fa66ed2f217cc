//! The past: the dossier as it was, and restoring a field.

use std::sync::Arc;

use super::session::Past;
use super::{App, Session};
use crate::command::Screen;
use crate::explain::{explain_store, record_title, step_label};
use crate::store::Change;
use crate::text::msg;
use crate::ui::cx::Cx;

impl App {
    /// Shows the matrix as it was after a step, or leads back to the present, and from the matrix to
    /// the screen from which somebody looked back.
    pub(super) fn look_at(&mut self, seq: Option<i64>) {
        let text = self.text;
        let Session::Open(open) = &mut self.session else { return };
        let path = open.document.path().to_owned();
        let Some(seq) = seq else {
            // Whoever went to another screen meanwhile wants to see that one as it is now.
            if let Some(past) = open.past.take().filter(|_| open.view.screen == Screen::Matrix) {
                open.view.screen = past.from;
            }
            return;
        };
        match open.document.at(seq) {
            Ok(snapshot) => {
                let days = open.view.days(self.clock.today());
                let figures = Arc::new(open.figures.follow(&snapshot, days, text));
                open.view.what_if.on_view = None;
                let from = open.past.as_ref().map_or(open.view.screen, |past| past.from);
                open.past = Some(Box::new(Past { seq, snapshot, figures, from }));
                open.view.screen = Screen::Matrix;
            }
            Err(error) => self.notice = Some(explain_store(text, &error, &path).into()),
        }
    }

    /// Restores the dossier to its state after a step, and shows it as it is now.
    pub(super) fn bring_back(&mut self, context: &egui::Context, seq: i64) {
        let text = self.text;
        let Session::Open(open) = &mut self.session else { return };
        let path = open.document.path().to_owned();
        let time = open.document.history().at(seq).map(|step| text.moment(step.time));
        match open.document.bring_back(seq, &time.unwrap_or_default()) {
            Ok(_) => {
                (open.past, self.notice) = (None, None);
                self.say_done(context, text.get(msg!("said-brought-back")).to_owned());
            }
            Err(error) => self.explain(&error, &path),
        }
    }

    /// Restores a field's earlier value.
    pub(super) fn restore_field(&mut self, change: &Change) {
        let text = self.text;
        let Session::Open(open) = &mut self.session else { return };
        let path = open.document.path().to_owned();
        let name = record_title(text, open.document.snapshot(), change.record);
        match open.document.restore(change, &name) {
            Ok(_) => self.notice = None,
            Err(error) => self.explain(&error, &path),
        }
    }
}

/// Says after which step the dossier is shown.
pub(super) fn words(cx: &Cx<'_>, seq: i64) -> String {
    let step = cx.history.steps().iter().find(|step| step.seq == seq);
    let Some(step) = step else { return cx.text.get(msg!("past-before-all")).to_owned() };
    let arguments = [
        ("step", step_label(cx.text, &step.name, &step.detail).into()),
        ("author", step.author.as_str().into()),
        ("time", cx.text.moment(step.time).into()),
    ];
    let unsigned = step.author.trim().is_empty();
    let id = if unsigned { msg!("past-after-unsigned") } else { msg!("past-after") };
    cx.text.with(id, &arguments)
}
