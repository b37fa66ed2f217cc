//! What was parked in a meeting, to come back to.

use chrono::{DateTime, Utc};

use super::{Marking, ParkedId, ProposalId};

/// A point that came up and was put aside.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Parked {
    /// Its identity.
    pub id: ParkedId,
    /// The proposal it came up with.
    pub proposal: Option<ProposalId>,
    /// The point.
    pub text: String,
    /// Who took it down.
    pub author: String,
    /// When.
    pub made: DateTime<Utc>,
    /// Whether it was taken up since.
    pub resolved: bool,
    /// Its marking; `None` is the dossier's own.
    pub marking: Option<Marking>,
}

impl Parked {
    /// A point put aside at a moment.
    pub fn new(text: impl Into<String>, made: DateTime<Utc>) -> Self {
        Self {
            id: ParkedId::new(),
            proposal: None,
            text: text.into(),
            author: String::new(),
            made,
            resolved: false,
            marking: None,
        }
    }
}
