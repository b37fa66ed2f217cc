//! Takes the text of a file as a version: reads it in the background, and shows it on the screen of
//! texts.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::{App, Session};
use crate::analysis::Owners;
use crate::command::Screen;
use crate::exchange::{FileKind, SheetError, TextFile, TextFileError, read_bytes, read_text_file};
use crate::explain::{explain_no_dossier, explain_table, explain_text_file};
use crate::store;
use crate::ui::cx::Trouble;
use crate::ui::state::TakingText;

/// Why a text was not read.
pub(super) enum TextError {
    /// The file could not be read.
    File(store::Error),
    /// It holds no text.
    Text(TextFileError),
}

/// Reads a text, with the names by which to recognise the owners of brackets.
pub(super) fn read_text(path: &Path, owners: &Owners) -> Result<TextFile, TextError> {
    let not_text = |error| TextError::Text(TextFileError::Plain(error));
    // Reading an open dossier's file from this process would drop the lock on it.
    if store::is_open_here(path) {
        return Err(not_text(SheetError::Other(FileKind::Database)));
    }
    let bytes = read_bytes(path)
        .map_err(|error| error.map_or(not_text(SheetError::TooLarge), TextError::File))?;
    read_text_file(path, &bytes, &|name| owners.find(name).is_some()).map_err(TextError::Text)
}

impl App {
    /// Reads the file, if there is a dossier for it.
    pub(super) fn take_text(&mut self, path: PathBuf) {
        match &self.session {
            Session::Open(open) if self.facts().writable => {
                self.jobs.read_text(path, Owners::new(open.document.snapshot()));
            }
            _ => self.notice = Some(Trouble::from(explain_no_dossier(self.text, &path))),
        }
    }

    /// Shows the text that was read beside the last version.
    pub(super) fn text_read(&mut self, path: &Path, read: Result<TextFile, TextError>) {
        let text = self.text;
        let file = match read {
            Ok(file) => file,
            Err(error) => {
                let explanation = match error {
                    TextError::File(error) => explain_table(text, &error, path),
                    TextError::Text(error) => explain_text_file(text, error, path),
                };
                self.notice = Some(Trouble::from(explanation));
                return;
            }
        };
        self.notice = None;
        // The dossier may be locked or closed by now.
        let Session::Open(open) = &mut self.session else { return };
        let name = path.file_stem().map(|it| it.to_string_lossy().into_owned());
        open.view.text.taking = Some(TakingText {
            name: name.unwrap_or_default(),
            file: Some(Arc::new(file)),
            ..TakingText::default()
        });
        open.view.screen = Screen::Text;
    }
}
