//! A table whose import was interrupted by the lock: stored in the workspace, inside the dossier,
//! so that its passphrase protects the answers; read again once the dossier is open.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use sha2::{Digest, Sha256};

use super::intake::How;
use super::jobs::TableError;
use super::{App, Session};
use crate::exchange::Workbook;
use crate::explain::{Explanation, explain_sheet, explain_table};
use crate::model::words::hex;
use crate::text::msg;
use crate::ui::cx::Trouble;
use crate::ui::views::{KeptIntake, TableFrom};

/// The hash that shows whether a file is unchanged.
pub(super) fn content_hash(bytes: &[u8]) -> String {
    hex(&Sha256::digest(bytes))
}

impl App {
    /// The table being imported, or being read again, in the form stored in the workspace.
    pub(super) fn half_taken(&self) -> Option<String> {
        let Session::Open(open) = &self.session else { return None };
        let kept = open.intake.as_deref().map(KeptIntake::of);
        let kept = kept.or_else(|| self.pending.half_taken.as_deref().cloned())?;
        serde_json::to_string(&kept).ok()
    }

    /// Reads again the table that was being imported when the dossier was locked.
    pub(super) fn resume_table(&mut self) {
        let Session::Open(open) = &mut self.session else { return };
        let kept = open.workspace.take_table().filter(|_| !open.document.is_read_only());
        let kept: Option<Box<KeptIntake>> = kept.and_then(|kept| serde_json::from_str(&kept).ok());
        let Some(kept) = kept else { return };
        match kept.from.clone() {
            TableFrom::File(path, _) => self.jobs.read_table(path),
            TableFrom::Pasted(words) => {
                self.jobs.read_pasted(PathBuf::from(kept.name.as_str()), words);
            }
        }
        self.pending.half_taken = Some(kept);
    }

    /// Says that the file with the titles of roll calls has changed since the lock.
    pub(super) fn titles_changed(&self, name: &str) -> Trouble {
        Trouble::warning(Explanation {
            what: self.text.with(msg!("titles-changed"), &[("name", name.into())]),
            safe: self.text.get(msg!("safe-nothing-imported")).to_owned(),
            next: self.text.get(msg!("next-titles-changed")).to_owned(),
        })
    }

    /// The table was read again: shows it as it was left, or says why that is not possible.
    pub(super) fn table_read_again(
        &mut self,
        kept: &KeptIntake,
        path: &Path,
        read: Result<(Workbook, TableFrom), TableError>,
    ) {
        let name = [("name", kept.name.as_str().into())];
        let (workbook, from) = match read {
            Ok(read) => read,
            Err(error) => {
                let found = match error {
                    TableError::File(error) => explain_table(self.text, &error, path),
                    TableError::Sheet(error) => explain_sheet(self.text, error, path),
                };
                let lost = self.text.with(msg!("table-lost"), &name);
                let what = format!("{lost} {}", found.what);
                self.notice = Some(Trouble::warning(Explanation { what, ..found }));
                return;
            }
        };
        let same = from == kept.from;
        let Session::Open(open) = &mut self.session else { return };
        let workbook = Arc::new(workbook);
        let reading = kept.reading(&workbook).filter(|_| same);
        let mut intake = kept.take_up(workbook, same, open.document.snapshot());
        intake.from = from;
        intake.language = self.text.language();
        open.intake = Some(Box::new(intake));
        // A notice about the dossier itself stays.
        if !same {
            self.notice = Some(Trouble::warning(Explanation {
                what: self.text.with(msg!("table-changed"), &name),
                safe: self.text.get(msg!("safe-nothing-imported")).to_owned(),
                next: String::new(),
            }));
        }
        self.work_out(match reading {
            Some((sheet, mapping, origin)) => How::Kept(sheet, Box::new(mapping), origin),
            None => How::Fresh,
        });
    }
}
