//! Before a frame is drawn: keys, finished jobs, dropped files, closing.

use std::path::{Path, PathBuf};

use egui::{Context, ViewportCommand};

use super::jobs::{Opened, Report};
use super::{App, Session, WaitingTable};
use crate::command::{self, Screen};
use crate::explain::{Explanation, explain_store, salvaged_words};
use crate::store::{self, Salvaged};
use crate::text::msg;
use crate::ui::cx::{Action, Trouble, Unlock};
use crate::ui::dialogs::{Dialog, PathDraft};

impl App {
    /// Handles what happened outside since the last frame.
    pub(super) fn take_in(&mut self, context: &Context) {
        self.lock_when_idle(context);
        let asked = self.dialog.is_some() || self.takes_in();
        for report in self.jobs.reports() {
            self.take_report(report);
        }
        if (self.dialog.is_some() || self.takes_in()) && !asked {
            self.keep_keys_back(context);
        }
        let facts = self.facts();
        let pressed = if self.dialog.is_none() && !self.asks() {
            command::pressed(context, &facts)
        } else {
            // Locking must work at once, even from within a dialog.
            command::pressed_lock(context, &facts).into_iter().collect()
        };
        let mut queue = self.queue.borrow_mut();
        queue.extend(pressed.into_iter().map(Action::Command));
        drop(queue);
        self.take_dropped(context);
        self.take_paste(context);
        self.follow_intake();
        self.follow_preview();
        self.typing = context.text_edit_focused();
        self.clear_status(context);
        self.look_again(context);
        self.close_when_asked(context);
        self.set_title(context);
        // For measuring the time to the first picture; see benches/window.
        if context.cumulative_frame_nr() == 1 {
            tracing::info!("the first frame is shown");
        }
    }

    fn take_report(&mut self, report: Report) {
        match report {
            Report::NotChosen => self.give_up_choosing(),
            Report::Chosen(purpose, path) => {
                self.queue.borrow_mut().push(Action::Chosen(purpose, path));
            }
            Report::NoDialog(purpose, path) => {
                self.dialog = Some(Dialog::Path(PathDraft::new(purpose, &path)));
            }
            Report::Opened(path, Ok(opened)) => self.opened(&path, *opened),
            Report::Checked(path, outcome) => self.checked(&path, outcome),
            Report::Beside(path, copies) => self.found_beside(&path, copies),
            Report::Opened(path, Err(error)) => self.not_opened(&path, &error),
            Report::Protected(document, outcome) => {
                self.protected(&self.context.clone(), *document, outcome);
            }
            Report::Review(path, read) => self.review_read(path, read),
            Report::Copied(path, made) => {
                let made = made.map_err(|error| explain_store(self.text, &error, &path));
                self.copied(path, made);
            }
            Report::Salvaged { from, to, salvaged } => self.salvaged(&from, to, salvaged),
            Report::Exported(exported) => self.exported(*exported),
            Report::Previewed(previewed) => self.previewed(*previewed),
            Report::Planned(planned) => self.planned(*planned),
            Report::Taken(taken) => self.taken(&self.context.clone(), *taken),
            Report::TableRead(path, read) => self.table_read(&path, read),
            Report::TextRead(path, read) => self.text_read(&path, read.map(|it| *it)),
        }
    }

    fn opened(&mut self, path: &Path, opened: Opened) {
        self.notice = None;
        self.status = None;
        self.dialog = None;
        let table = self.pending.table.take();
        self.pending = super::Pending::default();
        self.show(opened.document, Some(opened.figures));
        match opened.checks {
            Some(checks) => self.jobs.check(path.to_owned(), checks),
            None => self.warn_once(path, opened.backup.as_ref()),
        }
        self.reopen_dialog();
        self.resume_merging();
        self.resume_table();
        if std::mem::take(&mut self.first) {
            self.tour_to(Some(0));
        }
        if let Some(report) = self.report.take() {
            self.notice = Some(report);
        }
        if let Some(table) = table {
            // Once a table is imported, its result is shown.
            self.with_view(|view| view.screen = Screen::Matrix);
            match table {
                WaitingTable::File(path) => self.choose_table(path),
                WaitingTable::Pasted(words) => self.read_pasted(words),
            }
            self.pending.creates = true;
        }
    }

    /// Opens the copy made of a damaged file, and reports what could not be recovered.
    fn salvaged(&mut self, from: &Path, path: PathBuf, salvaged: Result<Salvaged, store::Error>) {
        match salvaged {
            Ok(salvaged) => {
                let [what, next] = salvaged_words(self.text, &salvaged, &path);
                let safe = self.text.get(msg!("safe-untouched")).to_owned();
                self.open(path, None);
                let explanation = Explanation { what, safe, next };
                self.report = Some(Trouble::warning(explanation));
            }
            Err(store::Error::Protected | store::Error::WrongPassphrase) => {
                self.ask(Unlock::Open(from.to_owned()), self.pending.typed);
            }
            Err(error) => {
                use store::Error as E;
                let new = matches!(error, E::Exists | E::LeftBehind(_) | E::Reserved | E::BadName);
                let place = if new { &path } else { from };
                self.notice = Some(explain_store(self.text, &error, place).into());
            }
        }
    }

    /// Shows that a dossier is being opened, unless another is on screen.
    pub(super) fn begin_opening(&mut self, path: &Path) {
        if !matches!(self.session, Session::Open(_) | Session::Locked { .. }) {
            self.session = Session::Loading(path.to_owned());
        }
    }

    /// Takes the focus from the field that has it before the window closes, so that its text is
    /// saved.
    fn close_when_asked(&mut self, context: &Context) {
        if !context.input(|input| input.viewport().close_requested()) {
            return;
        }
        if !self.closing && context.text_edit_focused() {
            context.send_viewport_cmd(ViewportCommand::CancelClose);
            leave_field(context);
            self.closing = true;
            context.request_repaint();
            return;
        }
        if self.closes_after_taking() || self.closes_after_page() {
            context.send_viewport_cmd(ViewportCommand::CancelClose);
            self.closing = false;
            return;
        }
        if self.room().is_some() {
            // Otherwise anyone looking at the wall would see what is behind it.
            context.send_viewport_cmd(ViewportCommand::CancelClose);
            self.closing = false;
            return self.ask_quit();
        }
        self.write_all_spoken();
        self.keep_workspace(context, true);
        self.keep_settings();
    }

    fn set_title(&mut self, context: &Context) {
        let own = self.session.shown().map(|open| &open.document.snapshot().dossier);
        // The title stands in taskbars, which may be on the wall's screen too: as the room last saw it.
        let dossier = own.and_then(|own| match self.room() {
            Some(room) => room.named(own),
            None => Some(own),
        });
        let title = match dossier {
            Some(dossier) => {
                let name = self.text.get(msg!("app-name"));
                format!("{} · {} — {name}", dossier.marking.label(), dossier.title)
            }
            None => self.text.get(msg!("app-name")).to_owned(),
        };
        if title != self.title {
            if self.session.shown().is_some() {
                tracing::info!("a dossier is shown");
            }
            context.send_viewport_cmd(ViewportCommand::Title(title.clone()));
            self.title = title;
        }
    }
}

/// Takes the focus from the field that has it; the field then saves its text.
pub(super) fn leave_field(context: &Context) {
    context.memory_mut(|memory| {
        if let Some(id) = memory.focused() {
            memory.surrender_focus(id);
        }
    });
}
