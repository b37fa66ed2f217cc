//! Why an edit was not made.

use super::Refusal;
use crate::model::RecordId;
use crate::store;

/// Why an edit was not made. File and memory are as they were before it.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// A field of it breaks a rule.
    #[error("refused: {0:?}")]
    Refused(Refusal),
    /// There is nothing to undo or redo.
    #[error("nothing to undo or redo")]
    Nothing,
    /// A merge cannot be made as it was decided.
    #[error("cannot be merged as decided: {record:?}")]
    Undecidable {
        /// The record that stands in the way.
        record: RecordId,
        /// The place of the conflict that it comes of, if it does of one.
        conflict: Option<usize>,
    },
    /// The file could not be read or written.
    #[error(transparent)]
    Store(#[from] store::Error),
}
