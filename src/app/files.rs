//! Acting on a chosen path: open, create, copy, import, send.

use std::path::{Path, PathBuf};

use egui::Context;

use super::aside::is_same;
use super::jobs::{NewDossier, Source};
use super::making::To;
use super::{App, Session, WaitingTable};
use crate::document::Document;
use crate::exchange::{ENDING, package_kind};
use crate::explain::explain_store;
use crate::library::templates::Template;
use crate::settings;
use crate::store::sniff;
use crate::text::msg;
use crate::ui::cx::Purpose;

impl App {
    /// Opens a dossier, creating it first if it is new.
    pub(super) fn open(&mut self, path: PathBuf, source: Option<Source>) {
        self.dialog = None;
        if let Some(kind) = package_kind(&path) {
            return self.open_package(path, kind);
        }
        let is_open = self.document().is_some_and(|document| is_same(document.path(), &path));
        if source.is_none() && is_open && path.exists() {
            return;
        }
        if self.would_leave_room(&path) {
            // Not if the file is not a dossier.
            if source.is_none()
                && let Err(fault) = sniff(&path)
            {
                return self.not_opened(&path, &fault);
            }
            return self.ask_leave(super::Leave::Open(path, source));
        }
        self.begin_opening(&path);
        // A copy of a protected dossier opens with the same passphrase.
        self.pending.typed = false;
        self.pending.passphrase = None;
        let passphrase = self.document().and_then(Document::passphrase);
        let new = source.map(|source| NewDossier { source, marking: self.settings.marking });
        self.jobs.open(path, self.opening(new, passphrase));
    }

    /// Chooses a path, near the open dossier or the last one.
    pub(super) fn choose(&mut self, purpose: Purpose) {
        let near = self.document().map(|document| document.path().to_owned());
        let near = near.or_else(|| self.settings.recent.first().cloned());
        self.jobs.choose(purpose, near, self.text);
    }

    pub(super) fn chosen(&mut self, context: &Context, purpose: Purpose, path: PathBuf) {
        self.dialog = None;
        match purpose {
            Purpose::Open => self.open(path, None),
            Purpose::New(template) => {
                let source = Source::Template(template, self.text.language());
                self.open(with_ending(path), Some(source));
            }
            Purpose::NewOf => {
                if let Some(draft) = self.pending.paste.clone() {
                    let table =
                        draft.imported().map(|words| WaitingTable::Pasted(words.to_owned()));
                    self.pending.table = table;
                    let title = path.file_stem().map(|name| name.to_string_lossy().into_owned());
                    let source = Source::Table(draft, title.unwrap_or_default());
                    self.open(with_ending(path), Some(source));
                }
            }
            Purpose::Copy => self.save_copy(context, &with_ending(path)),
            Purpose::Import => self.choose_table(path),
            Purpose::Titles => self.choose_titles(path),
            Purpose::Text => self.take_text(path),
            Purpose::Mapping => self.save_mapping(context, &with(path, "toml")),
            Purpose::WorkOnCopy => {
                self.save_copy(context, &with_ending(path.clone()));
                if self.notice.is_none() {
                    self.open(with_ending(path), None);
                }
            }
            Purpose::CopyOf => {
                if let Some(source) = self.pending.source.take() {
                    self.jobs.copy(source, with_ending(path));
                }
            }
            Purpose::Salvage => {
                if let Some(source) = self.pending.source.take() {
                    let access = self.access(self.pending.passphrase.clone());
                    self.jobs.salvage(source, with_ending(path), access);
                }
            }
            Purpose::Restore => self.restore(&with_ending(path)),
            Purpose::Rescue => self.rescue(&with_ending(path)),
            Purpose::Unpack => self.take_out(with_ending(path)),
            Purpose::Send(cover) => self.send(context, &with(path, ENDING), cover),
            Purpose::Redact(ceiling, cover) => {
                self.redact(context, ceiling, cover, &with_ending(path));
            }
            Purpose::Export(request, cover) => {
                let path = with(path, request.format.ending());
                self.export(request, cover, To::File { path, over: false });
            }
            Purpose::Review => self.read_review(path, None),
        }
    }

    pub(super) fn open_example(&mut self) {
        if let Some(path) = settings::example_path() {
            let example = Source::Template(Template::UnVotes, self.text.language());
            self.open(path.clone(), (!path.exists()).then_some(example));
        }
    }

    pub(super) fn save_copy(&mut self, context: &Context, path: &Path) {
        let Session::Open(open) = &self.session else { return };
        self.notice = None;
        match open.document.copy_to(path) {
            Ok(()) => {
                let words = [("path", path.display().to_string().into())];
                let words = self.text.with(msg!("said-copied"), &words);
                self.say(context, words);
            }
            Err(error) => self.notice = Some(explain_store(self.text, &error, path).into()),
        }
    }
}

/// The path with the extension `.cbm`.
fn with_ending(path: PathBuf) -> PathBuf {
    with(path, "cbm")
}

fn with(path: PathBuf, ending: &str) -> PathBuf {
    if path.extension().is_some_and(|found| found.eq_ignore_ascii_case(ending)) {
        return path;
    }
    let mut path = path.into_os_string();
    path.push(format!(".{ending}"));
    path.into()
}
