//! Why an edit was not made.

use super::Refusal;
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
    /// The file could not be read or written.
    #[error(transparent)]
    Store(#[from] store::Error),
}
