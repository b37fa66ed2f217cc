//! Taking the text of a file in as a version: it is read here, and looked at on the screen of texts.

use std::path::Path;
use std::sync::Arc;

use super::{App, Session};
use crate::analysis::Owners;
use crate::command::Screen;
use crate::exchange::{SheetError, TextFileError, read_bytes, read_text_file};
use crate::explain::{explain_no_dossier, explain_table, explain_text_file};
use crate::ui::cx::Trouble;
use crate::ui::state::TakingText;

impl App {
    /// Reads the file, and shows what was read of it beside the last version.
    pub(super) fn take_text(&mut self, path: &Path) {
        let text = self.text;
        let writable = self.facts().writable;
        let open = match &mut self.session {
            Session::Open(open) if writable => open,
            _ => {
                self.notice = Some(Trouble::from(explain_no_dossier(text, path)));
                return;
            }
        };
        let owners = Owners::new(open.document.snapshot());
        let known = |name: &str| owners.find(name).is_some();
        let read = match read_bytes(path) {
            Ok(bytes) => read_text_file(path, &bytes, &known)
                .map_err(|error| explain_text_file(text, error, path)),
            Err(Some(error)) => Err(explain_table(text, &error, path)),
            Err(None) => {
                let error = TextFileError::Plain(SheetError::TooLarge);
                Err(explain_text_file(text, error, path))
            }
        };
        match read {
            Err(explanation) => self.notice = Some(Trouble::from(explanation)),
            Ok(file) => {
                let name = path.file_stem().map(|it| it.to_string_lossy().into_owned());
                let taking = TakingText {
                    name: name.unwrap_or_default(),
                    file: Some(Arc::new(file)),
                    ..TakingText::default()
                };
                open.view.text.taking = Some(taking);
                open.view.screen = Screen::Text;
            }
        }
    }
}
