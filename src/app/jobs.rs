//! What takes time or blocks: file dialogs, opening, copying. Each runs on a thread of
//! its own and reports when it is done; the window goes on meanwhile.

use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, Sender, channel};

use crate::document::Document;
use crate::exchange::{LARGEST, Sheet, SheetError, read_sheet};
use crate::explain::template_title;
use crate::library::templates::Template;
use crate::model::Language;
use crate::store;
use crate::text::Text;

/// What a job reports.
pub(super) enum Report {
    /// A path was chosen, or the dialog was closed without one.
    Chosen(Purpose, Option<PathBuf>),
    /// A dossier was opened.
    Opened(PathBuf, Result<Box<Document>, store::Error>),
    /// A table was read.
    TableRead(PathBuf, Result<Sheet, TableError>),
}

/// Why a table was not read.
pub(super) enum TableError {
    /// The file could not be read.
    File(store::Error),
    /// It holds no table.
    Sheet(SheetError),
}

/// What a path is chosen for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Purpose {
    /// To open the dossier there.
    Open,
    /// To make a dossier there.
    New(Template),
    /// To save a copy there.
    Copy,
    /// To import the table there.
    Import,
}

/// The jobs that run.
pub(super) struct Jobs {
    sender: Sender<Report>,
    receiver: Receiver<Report>,
    context: egui::Context,
    // Only one dialog at a time.
    choosing: bool,
}

impl Jobs {
    /// No jobs yet; `context` is woken when one is done.
    pub(super) fn new(context: &egui::Context) -> Self {
        let (sender, receiver) = channel();
        Self { sender, receiver, context: context.clone(), choosing: false }
    }

    /// What was reported since the last time.
    pub(super) fn reports(&mut self) -> Vec<Report> {
        let reports: Vec<_> = self.receiver.try_iter().collect();
        if reports.iter().any(|report| matches!(report, Report::Chosen(..))) {
            self.choosing = false;
        }
        reports
    }

    /// Lets the user choose a path.
    pub(super) fn choose(&mut self, purpose: Purpose, near: Option<PathBuf>, text: Text) {
        if std::mem::replace(&mut self.choosing, true) {
            return;
        }
        self.run(move || Report::Chosen(purpose, dialog(purpose, near.as_deref(), text)));
    }

    /// Opens a dossier; makes it first where a template is given.
    pub(super) fn open(&self, path: PathBuf, template: Option<(Template, Language)>) {
        self.run(move || {
            let opened = open(&path, template).map(Box::new);
            Report::Opened(path, opened)
        });
    }

    /// Reads a table.
    pub(super) fn read_table(&self, path: PathBuf) {
        self.run(move || {
            let read = read_table(&path);
            Report::TableRead(path, read)
        });
    }

    fn run(&self, job: impl FnOnce() -> Report + Send + 'static) {
        let (sender, context) = (self.sender.clone(), self.context.clone());
        std::thread::spawn(move || {
            // The window may be gone by now.
            let _ = sender.send(job());
            context.request_repaint();
        });
    }
}

/// Opens a dossier for writing, or for reading where writing is not allowed.
///
/// # Errors
/// Every reason why it cannot be opened.
pub(super) fn open(
    path: &Path,
    template: Option<(Template, Language)>,
) -> Result<Document, store::Error> {
    if let Some((template, language)) = template {
        if let Some(folder) = path.parent() {
            // Where this fails, making the file says why.
            let _ = std::fs::create_dir_all(folder);
        }
        Document::create(path, template, template_title(Text::new(language), template))?;
    }
    match Document::open(path) {
        Err(store::Error::ReadOnly | store::Error::Permission) => Document::open_read_only(path),
        opened => opened,
    }
}

fn read_table(path: &Path) -> Result<Sheet, TableError> {
    let file = |error: std::io::Error| TableError::File(store::Error::from_io(&error, path));
    let metadata = std::fs::metadata(path).map_err(file)?;
    if metadata.len() > LARGEST as u64 {
        return Err(TableError::Sheet(SheetError::TooLarge));
    }
    read_sheet(&std::fs::read(path).map_err(file)?).map_err(TableError::Sheet)
}

fn dialog(purpose: Purpose, near: Option<&Path>, text: Text) -> Option<PathBuf> {
    let mut dialog = rfd::FileDialog::new();
    if let Some(folder) = near.and_then(Path::parent).filter(|folder| folder.is_dir()) {
        dialog = dialog.set_directory(folder);
    }
    let dossiers = text.get("file-dossiers");
    let with_ending = |path: PathBuf| {
        if path.extension().is_none() { path.with_extension("cbm") } else { path }
    };
    match purpose {
        Purpose::Open => {
            dialog.set_title(text.get("choose-open")).add_filter(dossiers, &["cbm"]).pick_file()
        }
        Purpose::Import => {
            let tables = text.get("file-tables");
            dialog
                .set_title(text.get("choose-import"))
                .add_filter(tables, &["csv", "tsv", "txt"])
                .pick_file()
        }
        Purpose::New(template) => dialog
            .set_title(text.get("choose-new"))
            .add_filter(dossiers, &["cbm"])
            .set_file_name(format!("{}.cbm", template_title(text, template)))
            .save_file()
            .map(with_ending),
        Purpose::Copy => {
            let name = near.and_then(Path::file_stem).map(|stem| stem.to_string_lossy());
            let name = [("name", name.unwrap_or_default().into_owned().into())];
            dialog
                .set_title(text.get("choose-copy"))
                .add_filter(dossiers, &["cbm"])
                .set_file_name(text.with("copy-name", &name) + ".cbm")
                .save_file()
                .map(with_ending)
        }
    }
}
