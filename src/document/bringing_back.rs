//! Restores the whole dossier to its state after an earlier step.

use super::{Applied, Document, Error, StepName};
use crate::store::StepKind;

impl Document {
    /// Makes every record what it was after the step with this number, as one step that can be
    /// undone. The steps since then stay in the history. Returns `None` if nothing differs.
    ///
    /// # Errors
    /// If the log cannot be read, or the reason why the file cannot be written.
    pub fn bring_back(&mut self, seq: i64, detail: &str) -> Result<Option<Applied>, Error> {
        self.catch_up()?;
        let mut rows = self.store.rows_at(self.history.steps(), seq)?;
        // Newer records are removed first: they may have the code of one that comes back. Records
        // that refer to others are restored after them, and removed before them.
        rows.sort_by_key(|(record, row)| (!row.deleted, *record));
        let gone = rows.iter().filter(|(_, row)| row.deleted).count();
        rows[..gone].reverse();
        let name = StepName::BringBack.key();
        self.step(StepKind::Do, None, &name, detail, |changes| {
            rows.iter().try_for_each(|(record, row)| changes.put_row(*record, row))
        })
    }
}
