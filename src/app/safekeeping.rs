//! Passphrases, locking, backups, and the remedies offered when a file causes trouble.

use std::path::{Path, PathBuf};

use egui::Context;

use super::jobs::{NewDossier, Opening};
use super::making::To;
use super::waiting::Waiting;
use super::{App, Session, Touched, WaitingTable};
use crate::document::{self, Document, Reprotected};
use crate::explain::{
    Explanation, explain_beside, explain_held, explain_place, explain_store, reprotected_words,
    step_label,
};
use crate::library::templates::Template;
use crate::store::{Access, Backup, Error, Look, Passphrase, backups_of, holder, place, sniff};
use crate::text::msg;
use crate::ui::cx::{Offer, Purpose, Trouble, Unlock};
use crate::ui::dialogs::passphrase::{PassphraseDraft, Why};
use crate::ui::dialogs::{BackupLine, Dialog};

/// Seconds between checks whether a file has become free, or time has passed in sleep.
const LOOK_AGAIN: f64 = 1.0;

impl App {
    /// How to open a dossier with this passphrase, keeping backups.
    pub(super) fn access(&self, passphrase: Option<Passphrase>) -> Access {
        Access { passphrase, backups: self.backups() }
    }

    /// How to open a dossier with this passphrase, creating it first if it is new.
    pub(super) fn opening(
        &self,
        new: Option<NewDossier>,
        passphrase: Option<Passphrase>,
    ) -> Opening {
        let shown = (self.clock.today(), self.text);
        Opening { new, access: self.access(passphrase), shown, whole: false }
    }

    /// A dossier already on screen has been checked. If it is sound it can be edited from now on;
    /// otherwise it is closed and opened again with all checks first, which report what is wrong.
    pub(super) fn checked(&mut self, path: &Path, outcome: Result<Option<Error>, Error>) {
        let Session::Open(open) = &mut self.session else { return };
        if open.document.path() != path || !open.document.is_unchecked() {
            return;
        }
        match outcome {
            Ok(backup) => {
                open.document.found_whole();
                self.warn_once(path, backup.as_ref());
                self.write_left();
            }
            Err(_) => {
                let passphrase = open.document.passphrase();
                let opening = self.opening(None, passphrase);
                // Drops the document, which closes the file.
                self.session = Session::Loading(path.to_owned());
                self.jobs.open(path.to_owned(), Opening { whole: true, ..opening });
            }
        }
    }

    /// The folder for backups; `None` if this window keeps nothing on disk.
    pub(super) fn backups(&self) -> Option<PathBuf> {
        self.keeps_settings.then(|| self.settings.backups_folder()).flatten()
    }

    /// A dossier could not be opened: asks for its passphrase, waits, or explains why and offers
    /// remedies.
    pub(super) fn not_opened(&mut self, path: &Path, error: &Error) {
        match error {
            // The wrong passphrase may be another dossier's, tried without the user typing it here.
            Error::Protected | Error::WrongPassphrase => {
                let wrong = self.pending.typed && matches!(error, Error::WrongPassphrase);
                self.pending.passphrase = None;
                return self.ask(Unlock::Open(path.to_owned()), wrong);
            }
            Error::Locked if matches!(self.session, Session::Waiting { .. }) => return,
            // Keep the passphrase, so that waiting or salvaging need not ask for it again.
            Error::Locked => {}
            error if error.may_be_salvaged() => {}
            _ => self.pending.passphrase = None,
        }
        let trouble = self.trouble(path, error);
        // Do not lose the pasted table.
        if let Some(draft) = self.pending.paste.take() {
            self.pending.table = None;
            self.dialog = Some(Dialog::Paste(draft));
        }
        if let Session::Open(_) = self.session {
            self.notice = Some(trouble);
        } else if let Some(path) = self.aside.as_ref().and_then(|it| it.path_beside(path)) {
            // The room is still that of the locked dossier.
            let draft = PassphraseDraft::new(Why::Unlock(Unlock::Open(path.clone())));
            self.session = Session::Locked { path, draft };
            self.notice = Some(trouble);
        } else {
            self.session = Session::Failed(trouble);
        }
    }

    fn trouble(&self, path: &Path, error: &Error) -> Trouble {
        let mut trouble = Trouble::from(explain_store(self.text, error, path));
        let own = path.to_owned();
        match error {
            Error::Locked => {
                if let Some(holder) = holder(path) {
                    trouble.explanation = explain_held(self.text, &holder, path);
                }
                // Waiting is only possible while no dossier is open.
                if !matches!(self.session, Session::Open(_)) {
                    trouble.offers.push(Offer::Wait(own.clone()));
                }
                trouble.offers.push(Offer::CopyOf(own));
            }
            Error::NoBackup { .. } | Error::Io | Error::Unreadable | Error::DiskFull
                if !matches!(self.session, Session::Open(_)) =>
            {
                trouble.offers = vec![Offer::Again(own)];
            }
            error if error.may_be_salvaged() || matches!(error, Error::Empty) => {
                let newest = self.backups_for(path).into_iter().next();
                trouble.offers = newest.map(|it| Offer::Backup(it.path)).into_iter().collect();
                if !matches!(error, Error::Empty) {
                    trouble.offers.push(Offer::Salvage(own));
                }
            }
            _ => {}
        }
        trouble
    }

    fn backups_for(&self, path: &Path) -> Vec<Backup> {
        self.backups().map_or_else(Vec::new, |root| backups_of(&root, path))
    }

    /// Asks for a passphrase, again if the last one was wrong.
    pub(super) fn ask(&mut self, unlock: Unlock, wrong: bool) {
        let mut draft = PassphraseDraft::new(Why::Unlock(unlock));
        draft.wrong = wrong;
        if let (true, PassphraseDraft { why: Why::Unlock(Unlock::Open(path)), .. }) =
            (wrong, &draft)
        {
            let newest = self.backups_for(path).into_iter().next();
            draft.backup = newest.map(|backup| backup.path);
        }
        if let Session::Locked { draft: shown, path } = &mut self.session
            && matches!(&draft.why, Why::Unlock(Unlock::Open(wanted)) if wanted == path)
        {
            *shown = draft;
            return;
        }
        if let Session::Loading(_) = self.session {
            self.session = Session::Start;
        }
        self.dialog = Some(Dialog::Passphrase(Box::new(draft)));
    }

    /// No path was chosen: a pasted table is shown again; a file and its passphrase are forgotten.
    pub(super) fn give_up_choosing(&mut self) {
        use super::Leave::{Quit, Room};
        let over = |leave: &mut super::Leave| matches!(leave, Quit(_) | Room(_));
        if let Some(Quit(under) | Room(under)) = self.pending.leave.take_if(over) {
            self.dialog = under.map(|dialog| *dialog);
            return;
        }
        self.dialog = self.pending.paste.take().map(Dialog::Paste);
        // While waiting for a dossier another program holds, its passphrase is still needed.
        if !matches!(self.session, Session::Waiting { .. }) {
            self.pending.passphrase = None;
        }
        (self.pending.source, self.pending.typed, self.pending.leave) = (None, false, None);
        (self.pending.table, self.pending.titles) = (None, false);
    }

    /// Continues with a passphrase.
    pub(super) fn unlock(&mut self, unlock: Unlock, passphrase: Passphrase) {
        self.dialog = None;
        self.pending.typed = true;
        match unlock {
            Unlock::Open(path) => {
                self.begin_opening(&path);
                // Kept in case of waiting until the file is free, or salvaging it.
                self.pending.passphrase = Some(passphrase.clone());
                self.jobs.open(path, self.opening(None, Some(passphrase)));
            }
            Unlock::Package(path) => {
                self.pending.passphrase = Some(passphrase);
                self.pending.source = Some(path.clone());
                self.jobs.choose(Purpose::Unpack, Some(path), self.text);
            }
            Unlock::Review(path) => self.read_review(path, Some(passphrase)),
        }
    }

    /// Warns, once, of what the user should know about a dossier just opened.
    pub(super) fn warn_once(&mut self, path: &Path, backup: Option<&Error>) {
        if let Some(beside) = self.document().and_then(Document::beside) {
            self.jobs.look_beside(path.to_owned(), beside);
        }
        if let Some(error) = backup {
            self.notice = Some(Trouble::warning(explain_store(self.text, error, path)));
            return;
        }
        let path = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
        if self.settings.warned.contains(&path) {
            return;
        }
        if let Some(place) = place(&path) {
            self.notice = Some(Trouble::warning(explain_place(self.text, place, &path)));
            self.settings.warned.push(path);
            self.keep_settings();
        }
    }

    /// Copies lie beside a dossier: offers to merge the first one.
    pub(super) fn found_beside(&mut self, path: &Path, copies: Vec<PathBuf>) {
        let Session::Open(open) = &self.session else { return };
        // Meanwhile something else may be open, or a merge in progress.
        if open.document.path() != path || open.merging.is_some() || copies.is_empty() {
            return;
        }
        let mut explanation = explain_beside(self.text, &copies, path);
        let offers = copies.into_iter().take(1).map(Offer::Merge).collect();
        match &mut self.notice {
            None => self.notice = Some(Trouble { explanation, offers, only_warns: true }),
            // The kind of place is reported only once.
            Some(notice) if notice.only_warns && notice.offers.is_empty() => {
                explanation.what = format!("{} {}", notice.explanation.what, explanation.what);
                explanation.next = format!("{} {}", explanation.next, notice.explanation.next);
                *notice = Trouble { explanation, offers, only_warns: true };
            }
            // Offered the next time the dossier is opened.
            Some(_) => {}
        }
    }

    /// Takes the dossier off the screen and its key out of memory.
    pub(super) fn lock(&mut self, context: &Context) {
        let Some(shown) = self.session.shown() else { return };
        if !shown.document.is_protected() {
            return;
        }
        let path = shown.document.path().to_owned();
        self.drop_pages();
        self.forget_pages();
        // Counting in an open room continues after unlocking.
        let (half_typed, half_taken) = (self.half_typed(), self.half_taken());
        if let Session::Open(open) = &mut self.session {
            open.workspace.keep_dialog(half_typed);
            open.workspace.keep_table(half_taken);
        }
        self.keep_workspace(context, true);
        let draft = PassphraseDraft::new(Why::Unlock(Unlock::Open(path.clone())));
        self.put_aside(true);
        if matches!(self.session, Session::Taking(_)) {
            // A table being imported is left when the session goes, and with it the dossier.
            self.lock_aside();
        }
        self.session = Session::Locked { path, draft };
        self.dialog = None;
        self.notice = None;
        self.status = None;
        self.report = None;
        // Passphrases and pasted tables waiting for something else.
        self.pending = super::Pending::default();
        context.with_plugin(|waiting: &mut Waiting| waiting.forget());
        // egui's memory holds text that was typed or shown.
        self.forget_memory(context);
    }

    /// Records that the window or the wall was used.
    pub(super) fn touch(&mut self, context: &Context) {
        let time = context.input(|input| input.time);
        self.active = Touched { time, moment: self.clock.now() };
    }

    /// Locks after the idle time in the settings, whether the machine was awake or asleep. Runs
    /// before anything is drawn, and before the input that woke the machine is handled.
    pub(super) fn lock_when_idle(&mut self, context: &Context) {
        let (time, busy) = context
            .input(|input| (input.time, !input.events.is_empty() || input.pointer.is_moving()));
        let minutes = self.settings.idle_lock;
        if minutes > 0 && self.facts().protected {
            let asleep = (self.clock.now() - self.active.moment).as_seconds_f64();
            let idle = asleep.max(time - self.active.time);
            let left = f64::from(minutes) * 60.0 - idle;
            if left <= 0.0 {
                self.lock(context);
            }
            // Timers do not run while the machine sleeps, so check often.
            context.request_repaint_after_secs(left.clamp(0.1, LOOK_AGAIN) as f32);
        }
        if busy {
            self.touch(context);
        }
    }

    /// Checks whether the file being waited for has become free.
    pub(super) fn look_again(&mut self, context: &Context) {
        let time = context.input(|input| input.time);
        let opening = self.opening(None, self.pending.passphrase.clone());
        let Session::Waiting { path, next } = &mut self.session else { return };
        if time >= *next && self.dialog.is_none() {
            *next = time + LOOK_AGAIN;
            self.jobs.open(path.clone(), opening);
        }
        context.request_repaint_after_secs(LOOK_AGAIN as f32);
    }

    /// Accepts an offer.
    pub(super) fn take_up(&mut self, offer: Offer) {
        match offer {
            Offer::Wait(path) => {
                self.notice = None;
                if !matches!(self.session, Session::Open(_)) {
                    self.session = Session::Waiting { path, next: 0.0 };
                }
            }
            Offer::CopyOf(path) => self.choose_from(Purpose::CopyOf, path),
            Offer::Backup(path) => self.choose_from(Purpose::Restore, path),
            Offer::Salvage(path) => self.choose_from(Purpose::Salvage, path),
            Offer::Merge(path) => {
                self.notice = None;
                self.read_review(path, None);
            }
            Offer::Rescue => self.choose(Purpose::Rescue),
            Offer::Replace(request, cover, path) => {
                self.export(request, cover, To::File { path, over: true });
            }
            Offer::MakeOf(table) => {
                self.notice = None;
                self.pending.table = Some(WaitingTable::File(table.clone()));
                self.jobs.choose(Purpose::New(Template::Empty), Some(table), self.text);
            }
            Offer::Again(path) => {
                self.notice = None;
                self.begin_opening(&path);
                self.jobs.open(path, self.opening(None, None));
            }
        }
    }

    /// Chooses a destination for something made from this file.
    pub(super) fn choose_from(&mut self, purpose: Purpose, source: PathBuf) {
        self.dialog = None;
        self.pending.source = Some(source.clone());
        if purpose == Purpose::Restore {
            // Beside the dossier, not in the folder of the backups.
            self.choose(purpose);
        } else {
            self.jobs.choose(purpose, Some(source), self.text);
        }
    }

    /// Opens the dialog for setting, changing or removing the passphrase.
    pub(super) fn ask_protection(&mut self) {
        let Some(document) = self.document() else { return };
        let why = Why::Protect { protected: document.is_protected() };
        self.dialog = Some(Dialog::Passphrase(Box::new(PassphraseDraft::new(why))));
    }

    /// Sets the dossier's passphrase, or removes it; the dossier is away meanwhile.
    pub(super) fn protect(&mut self, context: &Context, passphrase: Option<Passphrase>) {
        self.dialog = None;
        self.keep_workspace(context, true);
        self.put_aside(false);
        let session = std::mem::replace(&mut self.session, Session::Start);
        let Session::Open(open) = session else {
            self.session = session;
            return;
        };
        self.session = Session::Loading(open.document.path().to_owned());
        self.jobs.protect(open.document, passphrase);
    }

    /// The passphrase has been set, or not, and the dossier is back.
    pub(super) fn protected(
        &mut self,
        context: &Context,
        document: Document,
        outcome: Result<Reprotected, Error>,
    ) {
        let path = document.path().to_owned();
        let id =
            if document.is_protected() { msg!("said-protected") } else { msg!("said-unprotected") };
        self.show(document, None);
        // Resume a merge that was waiting for the passphrase.
        self.resume_merging();
        match outcome {
            Ok(outcome) => {
                let done = self.text.get(id);
                match reprotected_words(self.text, outcome) {
                    None => self.say(context, done.to_owned()),
                    Some(next) => {
                        let safe = self.text.get(msg!("safe-saved")).to_owned();
                        let explanation = Explanation { what: done.to_owned(), safe, next };
                        self.notice = Some(Trouble::warning(explanation));
                    }
                }
            }
            Err(error) => self.notice = Some(self.trouble(&path, &error)),
        }
    }

    /// Lists the dossier's backups.
    pub(super) fn list_backups(&mut self) {
        let Some(document) = self.document() else { return };
        let steps = document.history().steps();
        let line = |backup: Backup| {
            let place =
                steps.iter().position(|step| step.id.simple().to_string().ends_with(&backup.last));
            let behind = match place {
                Some(place) => Some(steps.len() - place - 1),
                None => (backup.steps == 0).then_some(steps.len()),
            };
            let last = place.and_then(|place| steps.get(place));
            let last = last.map(|step| step_label(self.text, &step.name, &step.detail));
            BackupLine { backup, behind, last: last.unwrap_or_default() }
        };
        let lines = document.backups().into_iter().map(line).collect();
        self.dialog = Some(Dialog::Backups(lines));
    }

    /// Opens a copy of any kind, or explains why it could not be made.
    pub(super) fn copied(&mut self, path: PathBuf, made: Result<(), Explanation>) {
        match made {
            Ok(()) => self.open(path, None),
            Err(explanation) => self.notice = Some(explanation.into()),
        }
    }

    /// Copies a backup to the chosen path, and opens the copy.
    pub(super) fn restore(&mut self, to: &Path) {
        let Some(source) = self.pending.source.take() else { return };
        let made = document::copy_closed(&source, to);
        let protected = self.document().is_some_and(Document::is_protected);
        if made.is_ok() && protected && matches!(sniff(to), Ok(Look::Plain(_))) {
            let text = self.text;
            let explanation = Explanation {
                what: text.get(msg!("restored-in-the-open")).to_owned(),
                safe: text.get(msg!("safe-saved")).to_owned(),
                next: text.get(msg!("next-restored-in-the-open")).to_owned(),
            };
            self.report = Some(Trouble::warning(explanation));
        }
        self.copied(to.to_owned(), made.map_err(|error| explain_store(self.text, &error, to)));
    }

    /// Saves the open dossier although its file is gone, and continues with the new file.
    pub(super) fn rescue(&mut self, to: &Path) {
        let Some(document) = self.document() else { return };
        let made = document.rescue_to(to);
        self.notice = None;
        if let Ok(false) = made {
            let text = self.text;
            let explanation = Explanation {
                what: text.get(msg!("rescued-without-history")).to_owned(),
                safe: text.get(msg!("safe-rescued")).to_owned(),
                next: String::new(),
            };
            self.report = Some(Trouble::warning(explanation));
        }
        let made = made.map(drop);
        self.copied(to.to_owned(), made.map_err(|error| explain_store(self.text, &error, to)));
    }
}
