//! Reviews: packing a dossier, opening a package, merging what comes back.

use std::path::{Path, PathBuf};

use egui::Context;

use super::aside::is_same;
use super::{App, Session};
use crate::document::merge::{Merge, MergeError, plan};
use crate::document::{self, Document};
use crate::exchange::{PackageError, PackageKind, pack, pack_in_the_open, unpack};
use crate::explain::{
    Explanation, Told, explain_merge, explain_merging, explain_package, explain_store,
};
use crate::store::{self, Passphrase};
use crate::text::msg;
use crate::ui::cx::{Cover, Purpose, Unlock};
use crate::ui::dialogs::Dialog;
use crate::ui::dialogs::passphrase::{PassphraseDraft, Why};
use crate::ui::views::Merging;

impl App {
    /// Asks how to send the dossier.
    pub(super) fn ask_send(&mut self) {
        let why = Why::Send { protected: self.facts().protected };
        self.dialog = Some(Dialog::Passphrase(Box::new(PassphraseDraft::new(why))));
    }

    /// Chooses where the package goes.
    pub(super) fn choose_package(&mut self, passphrase: Option<Passphrase>, cover: Cover) {
        self.dialog = None;
        self.pending.passphrase = passphrase;
        self.choose(Purpose::Send(cover));
    }

    /// Packs the dossier.
    pub(super) fn send(&mut self, context: &Context, path: &Path, cover: Cover) {
        let passphrase = self.pending.passphrase.take().filter(|_| cover == Cover::Wrapped);
        if cover == Cover::Wrapped && passphrase.is_none() {
            // The passphrase got lost on the way; never send the package unprotected instead.
            return self.ask_send();
        }
        let Session::Open(open) = &self.session else { return };
        self.notice = None;
        let packed = match cover {
            Cover::InTheOpen => pack_in_the_open(&open.document, path),
            Cover::Wrapped | Cover::Plain => pack(&open.document, path, passphrase.as_ref()),
        };
        let bare = cover == Cover::InTheOpen && open.document.is_protected();
        match packed {
            Ok(_) => {
                let words = [("path", path.display().to_string().into())];
                let id = if bare { msg!("said-packed-in-the-open") } else { msg!("said-packed") };
                let words = self.text.with(id, &words);
                self.say(context, words);
            }
            Err(error) => self.notice = Some(explain_package(self.text, &error, path).into()),
        }
    }

    /// Unpacks the dossier of a package and opens it.
    pub(super) fn take_out(&mut self, to: PathBuf) {
        let Some(source) = self.pending.source.take() else { return };
        let passphrase = self.pending.passphrase.take();
        match unpack(&source, &to, passphrase.as_ref()) {
            Ok(_) => {
                self.begin_opening(&to);
                self.jobs.open(to, self.opening(None, passphrase));
            }
            Err(error) => self.not_unpacked(source, &error),
        }
    }

    fn not_unpacked(&mut self, package: PathBuf, error: &PackageError) {
        match error {
            PackageError::Protected => self.ask(Unlock::Package(package), false),
            PackageError::WrongPassphrase => self.ask(Unlock::Package(package), true),
            _ => self.notice = Some(explain_package(self.text, error, &package).into()),
        }
    }

    /// Opens a package: asks for its passphrase, and where to put the dossier.
    pub(super) fn open_package(&mut self, package: PathBuf, kind: PackageKind) {
        match kind {
            PackageKind::Wrapped => return self.ask(Unlock::Package(package), false),
            PackageKind::Broken => return self.not_unpacked(package, &PackageError::Damaged),
            PackageKind::Plain => {}
        }
        self.pending.passphrase = None;
        self.pending.source = Some(package.clone());
        self.jobs.choose(Purpose::Unpack, Some(package), self.text);
    }

    /// Reads a copy or a package to merge.
    pub(super) fn read_review(&mut self, path: PathBuf, passphrase: Option<Passphrase>) {
        let Some(document) = self.document() else { return };
        if is_same(document.path(), &path) && path.exists() {
            let error = MergeError::SameFile;
            self.notice = Some(explain_merge(self.text, &error, &path).into());
            return;
        }
        // The copy most likely has the same passphrase as this dossier.
        let own = document.passphrase();
        self.pending.typed = passphrase.is_some();
        self.jobs.read_review(path, passphrase.or(own));
    }

    /// Resumes a merge interrupted by the lock or a crash.
    pub(super) fn resume_merging(&mut self) {
        let Session::Open(open) = &self.session else { return };
        if let Some(kept) = open.workspace.interrupted().filter(|_| !open.document.is_read_only()) {
            self.read_review(kept.path, None);
        }
    }

    /// A review has been read: shows what merging it would do.
    pub(super) fn review_read(&mut self, path: PathBuf, read: Result<Box<Document>, PackageError>) {
        let Session::Open(open) = &mut self.session else { return };
        let review = match read {
            Ok(review) => *review,
            Err(error) => return self.review_not_read(path, &error),
        };
        let kept = open.workspace.interrupted().filter(|kept| kept.path == path);
        open.workspace.forget_merging();
        match plan(&open.document, &review) {
            Ok(plan) if plan.is_nothing() => {
                self.notice = Some(
                    Explanation {
                        what: self.text.get(msg!("merge-nothing-new")).to_owned(),
                        safe: self.text.get(msg!("safe-untouched")).to_owned(),
                        next: String::new(),
                    }
                    .into(),
                );
            }
            Ok(mut plan) => {
                if let Some(kept) = kept {
                    kept.take_up(&mut plan);
                }
                let merging = Merging::new(path, review, plan);
                open.merging = Some(Box::new(merging));
            }
            Err(error) => self.notice = Some(explain_merge(self.text, &error, &path).into()),
        }
    }

    fn review_not_read(&mut self, path: PathBuf, error: &PackageError) {
        use store::Error as E;
        let explanation = match error {
            PackageError::Protected
            | PackageError::WrongPassphrase
            | PackageError::Store(E::Protected | E::WrongPassphrase) => {
                let wrong = self.pending.typed;
                return self.ask(Unlock::Review(path), wrong);
            }
            error => explain_package(self.text, error, &path),
        };
        if let Session::Open(open) = &mut self.session {
            open.workspace.forget_merging();
        }
        self.notice = Some(explanation.into());
    }

    /// Carries out the merge; asks first if content the other copy protects would be stored here
    /// without a passphrase.
    pub(super) fn ask_merge(&mut self, context: &Context) {
        let Session::Open(open) = &self.session else { return };
        let theirs = open.merging.as_ref().is_some_and(|it| it.theirs.is_protected());
        if theirs && !open.document.is_protected() {
            self.dialog = Some(Dialog::MergeInTheOpen);
        } else {
            self.merge(context);
        }
    }

    /// Carries out the merge as one step, after making a backup.
    pub(super) fn merge(&mut self, context: &Context) {
        let Session::Open(open) = &mut self.session else { return };
        let Some(merging) = open.merging.take() else { return };
        let path = open.document.path().to_owned();
        let text = self.text;
        if let Err(error) = open.document.back_up() {
            open.merging = Some(merging);
            self.notice = Some(explain_store(text, &error, &path).into());
            return;
        }
        let plan: &Merge = &merging.plan;
        let told = Told::new(text, [open.document.snapshot(), merging.theirs.snapshot()], plan);
        match open.document.merge(plan, &merging.name(), |conflict| told.later(conflict)) {
            Ok(_) => {
                open.take_up_told();
                let counts = [
                    ("taken", plan.taken.len().into()),
                    ("conflicts", plan.conflicts.len().into()),
                ];
                self.notice = None;
                let words = text.with(msg!("said-merged"), &counts);
                self.say_done(context, words);
            }
            Err(error) => {
                self.notice = Some(explain_merging(text, &told, plan, &error, &path).into());
                open.merging = Some(merging);
                if let (Some(merging), document::Error::Undecidable { conflict, .. }) =
                    (&mut open.merging, &error)
                {
                    merging.go_to(conflict.unwrap_or_default());
                }
            }
        }
    }
}
