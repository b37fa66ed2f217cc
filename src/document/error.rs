//! Why an edit was refused or failed.

use super::Refusal;
use crate::model::RecordId;
use crate::store;

/// Why an edit was refused or failed. File and memory are unchanged.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// A field breaks a rule.
    #[error("refused: {0:?}")]
    Refused(Refusal),
    /// There is nothing to undo or redo.
    #[error("nothing to undo or redo")]
    Nothing,
    /// A merge cannot be carried out as decided.
    #[error("cannot be merged as decided: {record:?}")]
    Undecidable {
        /// The record that prevents it.
        record: RecordId,
        /// The index of the conflict that causes it, if one does.
        conflict: Option<usize>,
    },
    /// The file could not be read or written.
    #[error(transparent)]
    Store(#[from] store::Error),
}
