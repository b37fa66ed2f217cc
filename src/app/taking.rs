//! Imports a table on a thread of its own. Meanwhile the dossier is away: the window shows the
//! progress, and can cancel the import until everything is written.

use std::path::Path;
use std::sync::Arc;

use egui::{Context, ViewportCommand};

use super::intake::pulse;
use super::jobs::Report;
use super::{App, Session};
use crate::command::Command;
use crate::document::{Document, Error};
use crate::exchange::intake::{Fate, Plan, Progress};
use crate::explain::Explanation;
use crate::settings::KeptMapping;
use crate::store;
use crate::text::msg;
use crate::ui::cx::{Action, Trouble};
use crate::ui::views::Work;

/// A plan to carry out, with the dossier it is for.
pub(super) struct Taking {
    document: Document,
    plan: Plan,
    name: String,
    work: Arc<Work>,
    context: Context,
}

/// The result.
pub(super) struct Taken {
    // The dossier; nothing if the thread panicked.
    document: Option<Document>,
    outcome: Result<(), Error>,
    // How many records were new, and how many changed.
    counts: (usize, usize),
}

impl Taking {
    /// Carries the plan out.
    pub(super) fn run(self) -> Report {
        let counts = (self.plan.tally.of(Fate::New), self.plan.tally.of(Fate::Changed));
        // If it panics, the file is closed as after a crash: whatever it had begun is rolled back
        // when it is opened again.
        let (document, outcome) = match std::thread::spawn(move || self.write()).join() {
            Ok((document, outcome)) => (Some(document), outcome),
            Err(_) => (None, Err(Error::Store(store::Error::Io))),
        };
        Report::Taken(Box::new(Taken { document, outcome, counts }))
    }

    fn write(self) -> (Document, Result<(), Error>) {
        let Self { mut document, plan, name, work, context } = self;
        let mut told = pulse(&work, &context);
        let mut pulse = |done, of| told(Progress { done, of });
        let outcome = document.apply_large(plan.edit(name), &mut pulse).map(drop);
        (document, outcome)
    }
}

/// Whether an action is possible while a table is being imported: nothing that needs the dossier
/// is.
pub(super) fn may_meanwhile(action: &Action) -> bool {
    match action {
        Action::Command(command) => matches!(
            command,
            Command::Lock
                | Command::Quit
                | Command::RoomClose
                | Command::RoomNext
                | Command::RoomBack
                | Command::RoomBlank
                | Command::RoomFreeze
                | Command::RoomShow
                | Command::ZoomIn
                | Command::ZoomOut
                | Command::ZoomReset
                | Command::ThemeSystem
                | Command::ThemeLight
                | Command::ThemeDark
                | Command::English
                | Command::Dutch
                | Command::Help
                | Command::Keys
                | Command::About
        ),
        Action::Dismiss
        | Action::DismissNotice
        | Action::Room(_)
        | Action::LeaveRoom
        | Action::Say(_)
        | Action::CopyText(_)
        | Action::StopPage
        | Action::Help(_) => true,
        _ => false,
    }
}

impl App {
    /// Imports the table as one step.
    pub(super) fn take_table(&mut self, context: &Context) {
        let Session::Open(open) = &mut self.session else { return };
        let revision = open.document.revision();
        let Some(intake) = &mut open.intake else { return };
        if intake.plan.as_ref().is_none_or(|(of, _)| *of != revision) {
            return self.plan_again();
        }
        let stands_in = match open.document.stand_in() {
            Ok(stands_in) => stands_in,
            Err(error) => {
                let path = open.document.path().to_owned();
                self.explain(&error.into(), &path);
                return self.plan_again();
            }
        };
        (self.dialog, self.notice) = (None, None);
        // The room continues, and its counts are safe; so are the answers given, should the dossier
        // be locked or the program end meanwhile.
        let half_taken = self.half_taken();
        if let Session::Open(open) = &mut self.session {
            open.workspace.keep_table(half_taken);
        }
        self.keep_workspace(context, true);
        self.put_aside(false);
        let session = std::mem::replace(&mut self.session, Session::Start);
        let Session::Open(mut open) = session else {
            self.session = session;
            return;
        };
        let work = Arc::new(Work::default());
        let taken = open.intake.as_mut().and_then(|intake| {
            let (_, plan) = intake.plan.take()?;
            intake.taking = Some(work.clone());
            Some((*plan, intake.name.clone()))
        });
        let Some((plan, name)) = taken else {
            self.session = Session::Open(open);
            return;
        };
        let document = std::mem::replace(&mut open.document, stands_in);
        self.session = Session::Taking(open);
        self.jobs.take_in(Taking { document, plan, name, work, context: context.clone() });
    }

    /// Cancels the import of a table; returns whether there was one.
    pub(super) fn stop_taking(&mut self) -> bool {
        let Session::Taking(open) = &self.session else { return false };
        let work = open.intake.as_ref().and_then(|intake| intake.taking.as_ref());
        if let Some(work) = work {
            work.stop();
        }
        true
    }

    /// Whether the window has to wait before it closes because a table is being imported. A user
    /// who closes it again does not want to wait.
    pub(super) fn closes_after_taking(&mut self) -> bool {
        let Session::Taking(open) = &mut self.session else { return false };
        let Some(intake) = &mut open.intake else { return false };
        if std::mem::replace(&mut intake.closes, true)
            && let Some(work) = &intake.taking
        {
            work.stop();
        }
        true
    }

    /// Says that something has to wait for the table.
    pub(super) fn say_taking(&mut self) {
        let text = self.text;
        self.notice = Some(Trouble::warning(Explanation {
            what: text.get(msg!("error-importing")).to_owned(),
            safe: text.get(msg!("safe-importing")).to_owned(),
            next: text.get(msg!("next-importing")).to_owned(),
        }));
    }

    /// The table was imported, or not, and the dossier is back.
    pub(super) fn taken(&mut self, context: &Context, taken: Taken) {
        let Taken { document, outcome, counts } = taken;
        let session = std::mem::replace(&mut self.session, Session::Start);
        let Session::Taking(mut open) = session else {
            // It was locked meanwhile, so the dossier is closed.
            self.session = session;
            drop(document);
            return self.jobs.is_back();
        };
        self.jobs.is_back();
        let path = open.document.path().to_owned();
        let Some(document) = document else {
            let passphrase = open.document.passphrase();
            self.report = Some(Trouble::from(Explanation {
                what: self.text.get(msg!("error-import-broke")).to_owned(),
                safe: self.text.get(msg!("safe-import-broke")).to_owned(),
                next: self.text.get(msg!("next-import-broke")).to_owned(),
            }));
            self.session = Session::Loading(path.clone());
            return self.jobs.open(path, self.opening(None, passphrase));
        };
        open.document = document;
        open.workspace.keep_table(None);
        self.come_back(&mut open);
        if open.room.is_none() {
            // The room was closed meanwhile: its counts are in the workspace.
            open.left = open.workspace.spoken();
        }
        let closes = open.intake.as_ref().is_some_and(|intake| intake.closes);
        if let Some(intake) = &mut open.intake {
            (intake.taking, intake.closes) = (None, false);
        }
        self.session = Session::Open(open);
        self.notice = None;
        let is_done = self.conclude(context, outcome, counts, &path);
        self.write_left();
        if closes && is_done {
            context.send_viewport_cmd(ViewportCommand::Close);
        }
    }

    /// Reports the result; returns whether there is nothing to look at.
    fn conclude(
        &mut self,
        context: &Context,
        outcome: Result<(), Error>,
        (new, changed): (usize, usize),
        path: &Path,
    ) -> bool {
        let Session::Open(open) = &mut self.session else { return false };
        let stopped = matches!(outcome, Err(Error::Store(store::Error::Stopped)));
        match outcome {
            Ok(()) => {
                let intake = open.intake.take();
                let counts = [("new", new.into()), ("changed", changed.into())];
                let words = self.text.with(msg!("said-taken-in"), &counts);
                self.say_done(context, words);
                let reading = intake.as_ref().and_then(|intake| intake.reading.as_ref());
                let kept = reading.and_then(|it| KeptMapping::of(&it.mapping, &it.headed.sheet));
                if let Some(kept) = kept {
                    self.settings.keep_mapping(kept);
                    self.keep_settings();
                }
                return true;
            }
            Err(_) if stopped => {
                if let Some(intake) = &mut open.intake {
                    intake.stopped = true;
                }
            }
            Err(error) => self.explain(&error, path),
        }
        self.plan_again();
        stopped
    }
}
