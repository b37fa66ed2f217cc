//! Work that takes time or blocks: file dialogs, opening, copying. Each job runs on its own thread
//! and reports when done, so the window stays responsive.

use std::cell::{Cell, RefCell};
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread::JoinHandle;
use std::time::{Duration, Instant};

use chrono::NaiveDate;
use rfd::FileDialog;

use super::choosing::{ask, proposed};
use super::half_taken::content_hash;
use super::intake::{Planned, Planning, pasted};
use super::making::{Exported, Making};
use super::preview::Previewed;
use super::taking::{Taken, Taking};
use super::text_file::{TextError, read_text};
use crate::analysis::{Figures, Owners};
use crate::document::{self, Document, Reprotected};
use crate::exchange::{
    FileKind, PackageError, SheetError, TextFile, Workbook, package_kind, read_bytes, read_package,
    read_workbook,
};
use crate::explain::template_title;
use crate::library::templates::{Template, known_votes};
use crate::model::{Language, Marking, Record};
use crate::store::{self, Access, Beside, Checks, Passphrase, Salvaged};
use crate::text::Text;
use crate::ui::cx::Purpose;
use crate::ui::dialogs::PasteDraft;
use crate::ui::state::ViewState;
use crate::ui::views::TableFrom;

/// On systems that may have no file dialog, one that is gone sooner than this was never shown: no
/// user closes it that fast.
const SHOWN_FOR: Duration = Duration::from_millis(1000);

/// Whether the dialog is part of the system, so that it is always shown.
const ALWAYS_THERE: bool = cfg!(any(windows, target_os = "macos"));

/// Whether a dialog that ended without a path after this time was shown at all.
fn was_shown(after: Duration, always_there: bool) -> bool {
    always_there || after >= SHOWN_FOR
}

/// The result of a job.
pub(super) enum Report {
    /// A path was chosen.
    Chosen(Purpose, PathBuf),
    /// The dialog was closed without choosing a path.
    NotChosen,
    /// The desktop has no file dialog; this is the path to propose.
    NoDialog(Purpose, PathBuf),
    /// A dossier was opened.
    Opened(PathBuf, Result<Box<Opened>, store::Error>),
    /// A dossier opened early has been checked: either it is sound, possibly without a backup, or
    /// something is wrong with it.
    Checked(PathBuf, Result<Option<store::Error>, store::Error>),
    /// There are copies beside this dossier with something that it does not have.
    Beside(PathBuf, Vec<PathBuf>),
    /// A dossier's passphrase was changed, or not.
    Protected(Box<Document>, Result<Reprotected, store::Error>),
    /// A copy or package to merge was read.
    Review(PathBuf, Result<Box<Document>, PackageError>),
    /// A file was copied.
    Copied(PathBuf, Result<(), store::Error>),
    /// Everything readable in a damaged file was copied to a new one.
    Salvaged {
        /// The damaged file.
        from: PathBuf,
        /// The new one.
        to: PathBuf,
        /// The records recovered and lost.
        salvaged: Result<Salvaged, store::Error>,
    },
    /// A table was read.
    TableRead(PathBuf, Result<(Workbook, TableFrom), TableError>),
    /// A text that is to become a version was read.
    TextRead(PathBuf, Result<Box<TextFile>, TextError>),
    /// A page was written to a file, or not.
    Exported(Box<Exported>),
    /// A sheet of a page was drawn as a preview, or not.
    Previewed(Box<Previewed>),
    /// A table was planned.
    Planned(Box<Planned>),
    /// A table was imported, or not, and the dossier comes back.
    Taken(Box<Taken>),
}

/// An opened dossier, and why no backup of it could be made, if so.
pub(super) struct Opened {
    /// The dossier.
    pub document: Document,
    /// Its figures.
    pub figures: Figures,
    /// Checks still to run.
    pub checks: Option<Checks>,
    /// Why no backup could be made.
    pub backup: Option<store::Error>,
}

/// Why a table was not read.
pub(super) enum TableError {
    /// The file could not be read.
    File(store::Error),
    /// It holds no table.
    Sheet(SheetError),
}

/// The content of a new dossier.
pub(super) enum Source {
    /// A template, with its title in this language.
    Template(Template, Language),
    /// A pasted table, under this title.
    Table(Box<PasteDraft>, String),
}

/// A dossier to create before opening it.
pub(super) struct NewDossier {
    /// Its content.
    pub source: Source,
    /// Its marking.
    pub marking: Marking,
}

impl NewDossier {
    fn records(&self) -> Vec<Record> {
        let mut records = match &self.source {
            Source::Template(template, language) => {
                template.records(template_title(Text::new(*language), *template), *language)
            }
            Source::Table(draft, title) => {
                let mut records = draft.records(title);
                records.extend(known_votes(&records));
                records
            }
        };
        if let Some(Record::Dossier(dossier)) = records.first_mut() {
            dossier.marking = self.marking;
        }
        records
    }
}

/// The running jobs.
pub(super) struct Jobs {
    sender: Sender<Report>,
    receiver: Receiver<Report>,
    context: egui::Context,
    // Only one file dialog at a time.
    dialog: FileDialog,
    choosing: bool,
    // Jobs that have not reported yet.
    running: Cell<usize>,
    // Whether a dossier is away while a table is imported, and what to open once it is back.
    away: Cell<bool>,
    next: RefCell<Vec<(PathBuf, Opening)>>,
}

impl Jobs {
    /// No jobs yet; each wakes `context` when it is done. File dialogs are made from `dialog`.
    pub(super) fn new(context: &egui::Context, dialog: FileDialog) -> Self {
        let (sender, receiver) = channel();
        Self {
            sender,
            receiver,
            context: context.clone(),
            dialog,
            choosing: false,
            running: Cell::new(0),
            away: Cell::new(false),
            next: RefCell::default(),
        }
    }

    /// Reports since the last call.
    pub(super) fn reports(&mut self) -> Vec<Report> {
        let reports: Vec<_> = self.receiver.try_iter().collect();
        let waited_for = |report: &&Report| {
            use Report as R;
            let others = matches!(report, R::Checked(..) | R::Planned(_) | R::Taken(_));
            let others = others || matches!(report, R::Beside(..));
            !others && !matches!(report, R::Exported(_) | R::Previewed(_))
        };
        let ended = reports.iter().filter(waited_for).count();
        self.running.set(self.running.get().saturating_sub(ended));
        let closed = |report: &Report| {
            matches!(report, Report::Chosen(..) | Report::NotChosen | Report::NoDialog(..))
        };
        if reports.iter().any(closed) {
            self.choosing = false;
        }
        reports
    }

    /// Whether a job is running.
    pub(super) fn is_working(&self) -> bool {
        self.running.get() > 0
    }

    /// Lets the user choose a path.
    pub(super) fn choose(&mut self, purpose: Purpose, near: Option<PathBuf>, text: Text) {
        if std::mem::replace(&mut self.choosing, true) {
            return;
        }
        let dialog = self.dialog.clone();
        self.run(move || {
            let proposed = proposed(purpose, near.as_deref(), text);
            let begun = Instant::now();
            match ask(dialog, purpose, &proposed, text) {
                Some(path) => Report::Chosen(purpose, path),
                None if was_shown(begun.elapsed(), ALWAYS_THERE) => Report::NotChosen,
                None => Report::NoDialog(purpose, proposed),
            }
        });
    }

    /// Opens a dossier, creating it first if it is new.
    pub(super) fn open(&self, path: PathBuf, opening: Opening) {
        // It may be the same file, which can only be opened once.
        if self.away.get() {
            return self.next.borrow_mut().push((path, opening));
        }
        self.run(move || {
            let opened = open(&path, &opening).map(Box::new);
            Report::Opened(path, opened)
        });
    }

    /// Waits for a dossier that is already being opened.
    pub(super) fn wait_for(&self, path: PathBuf, opening: JoinHandle<Outcome>) {
        self.run(move || {
            // A panic on the thread is reported as an I/O error.
            let opened = opening.join().unwrap_or(Err(store::Error::Io));
            Report::Opened(path, opened.map(Box::new))
        });
    }

    /// Checks a dossier that was opened early.
    pub(super) fn check(&self, path: PathBuf, checks: Checks) {
        // Not counted as running: the user can look around meanwhile, and keys need not wait for
        // it.
        self.start(move || Report::Checked(path, checks.run()));
    }

    /// Looks for copies beside a dossier. Not counted as running: nobody waits for it.
    pub(super) fn look_beside(&self, path: PathBuf, beside: Beside) {
        self.start(move || Report::Beside(path, beside.copies()));
    }

    /// Changes a dossier's passphrase, or removes it.
    pub(super) fn protect(&self, mut document: Document, passphrase: Option<Passphrase>) {
        self.run(move || {
            let outcome = document.set_passphrase(passphrase.as_ref());
            Report::Protected(Box::new(document), outcome)
        });
    }

    /// Reads a copy or a package to merge.
    pub(super) fn read_review(&self, path: PathBuf, passphrase: Option<Passphrase>) {
        self.run(move || {
            let read = read_review(&path, passphrase).map(Box::new);
            Report::Review(path, read)
        });
    }

    /// Copies a file that another program has open.
    pub(super) fn copy(&self, from: PathBuf, to: PathBuf) {
        self.run(move || {
            let made = document::copy_closed(&from, &to);
            Report::Copied(to, made)
        });
    }

    /// Copies what can be read of a damaged file.
    pub(super) fn salvage(&self, from: PathBuf, to: PathBuf, access: Access) {
        self.run(move || {
            let salvaged = document::salvage(&from, &to, &access);
            Report::Salvaged { from, to, salvaged }
        });
    }

    /// Reads a table.
    pub(super) fn read_table(&self, path: PathBuf) {
        self.run(move || {
            let read = read_table(&path);
            Report::TableRead(path, read)
        });
    }

    /// Reads a text that is to become a version.
    pub(super) fn read_text(&self, path: PathBuf, owners: Owners) {
        self.run(move || {
            let read = read_text(&path, &owners).map(Box::new);
            Report::TextRead(path, read)
        });
    }

    /// Reads pasted text.
    pub(super) fn read_pasted(&self, name: PathBuf, words: String) {
        self.run(move || {
            let read = pasted(&words).map(|workbook| (workbook, TableFrom::Pasted(words)));
            Report::TableRead(name, read)
        });
    }

    /// Makes a page and writes it. Not counted as running: it may take long, and can be cancelled
    /// meanwhile.
    pub(super) fn make(&self, making: Making) {
        self.start(move || making.run());
    }

    /// A function that reports a sheet drawn as a preview.
    pub(super) fn tell(&self) -> impl Fn(Previewed) + Send + 'static + use<> {
        let (sender, context) = (self.sender.clone(), self.context.clone());
        move |previewed| {
            // The window may have closed by now.
            let _ = sender.send(Report::Previewed(Box::new(previewed)));
            context.request_repaint();
        }
    }

    /// Works out what a table would do. Not counted as running: meanwhile the user answers
    /// questions.
    pub(super) fn plan(&self, planning: Planning) {
        self.start(move || planning.run());
    }

    /// Imports a table. Not counted as running: it may take long, and can be cancelled meanwhile.
    pub(super) fn take_in(&self, taking: Taking) {
        self.away.set(true);
        self.start(move || taking.run());
    }

    /// The dossier is back, or closed: opens whatever had to wait for that.
    pub(super) fn is_back(&self) {
        self.away.set(false);
        for (path, opening) in self.next.take() {
            self.open(path, opening);
        }
    }

    fn run(&self, job: impl FnOnce() -> Report + Send + 'static) {
        self.running.set(self.running.get() + 1);
        self.start(job);
    }

    fn start(&self, job: impl FnOnce() -> Report + Send + 'static) {
        let (sender, context) = (self.sender.clone(), self.context.clone());
        std::thread::spawn(move || {
            // The window may have closed by now.
            let _ = sender.send(job());
            context.request_repaint();
        });
    }
}

/// How to open a dossier.
pub(super) struct Opening {
    /// Its content, if it is new.
    pub new: Option<NewDossier>,
    /// Its passphrase, and the folder for backups.
    pub access: Access,
    /// The day and the language it is first shown in.
    pub shown: (NaiveDate, Text),
    /// Whether to finish all checks before showing it, however long they take.
    pub whole: bool,
}

/// The result of opening.
pub(super) type Outcome = Result<Opened, store::Error>;

/// Files up to this size in bytes are checked before being shown: the delay is not noticeable.
const CHECKED_FIRST: u64 = 16_000_000;

/// Opens a dossier for writing, or for reading if writing is not permitted. The checks of a large
/// one are left for later.
///
/// # Errors
/// Any reason why it cannot be opened.
pub(super) fn open(path: &Path, opening: &Opening) -> Outcome {
    let Opening { new, access, shown: (today, text), whole } = opening;
    if let Some(new) = new {
        if let Some(folder) = path.parent() {
            // If this fails, creating the file will say why.
            let _ = std::fs::create_dir_all(folder);
        }
        Document::create_of(path, &new.records())?;
    }
    let large = std::fs::metadata(path).is_ok_and(|file| file.len() > CHECKED_FIRST);
    let early = if large && !whole { open_early(path, access)? } else { None };
    let (document, checks) = match early {
        Some((document, checks)) => (document, checks),
        None => match Document::open_as(path, access.clone()) {
            Err(store::Error::ReadOnly | store::Error::Permission) => {
                (Document::read_as(path, access.clone())?, None)
            }
            opened => (opened?, None),
        },
    };
    let figures = Figures::new(document.snapshot(), ViewState::new().days(*today), *text);
    figures.build();
    let backup = if document.is_read_only() { None } else { document.back_up().err() };
    Ok(Opened { document, figures, checks, backup })
}

/// Opens a dossier before it has been checked. Returns `None` if something seems wrong; the full
/// check then says what.
fn open_early(
    path: &Path,
    access: &Access,
) -> Result<Option<(Document, Option<Checks>)>, store::Error> {
    use store::Error as E;
    match Document::open_early(path, access.clone()) {
        Ok(opened) => Ok(Some(opened)),
        Err(error) if error.is_damage() => Ok(None),
        Err(E::ReadOnly | E::Permission | E::Value { .. } | E::Log | E::Unreadable) => Ok(None),
        Err(error) => Err(error),
    }
}

fn read_table(path: &Path) -> Result<(Workbook, TableFrom), TableError> {
    // Reading an open dossier's file from this process would drop the lock on it.
    if store::is_open_here(path) {
        return Err(TableError::Sheet(SheetError::Other(FileKind::Database)));
    }
    let bytes = read_bytes(path).map_err(|error| match error {
        Some(error) => TableError::File(error),
        None => TableError::Sheet(SheetError::TooLarge),
    })?;
    let workbook = read_workbook(&bytes).map_err(TableError::Sheet)?;
    let path = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
    Ok((workbook, TableFrom::File(path, content_hash(&bytes))))
}

/// Reads the other copy of a merge. A dossier in a package is read in memory, never unpacked to
/// disk.
fn read_review(path: &Path, passphrase: Option<Passphrase>) -> Result<Document, PackageError> {
    match package_kind(path) {
        None => Ok(Document::read_as(path, Access { passphrase, backups: None })?),
        Some(_) => read_package(path, passphrase.as_ref()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_dialog_of_the_system_that_is_cancelled_at_once_was_shown() {
        let at_once = Duration::from_millis(80);
        assert!(was_shown(at_once, true));
        assert!(!was_shown(at_once, false), "a desktop without dialogs answers as fast");
        assert!(was_shown(SHOWN_FOR, false));
    }
}
