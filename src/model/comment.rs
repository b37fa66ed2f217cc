//! Comments: what somebody remarks on a record, which stays as it is.

use chrono::{DateTime, Utc};

use super::{CommentId, Marking, RecordId};

/// A remark on a record, or an answer to one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Comment {
    /// Its identity.
    pub id: CommentId,
    /// The record it is about.
    pub about: RecordId,
    /// The comment it answers. An answer is about the same record.
    pub answers: Option<CommentId>,
    /// What is remarked.
    pub text: String,
    /// Who remarked it.
    pub author: String,
    /// When.
    pub made: DateTime<Utc>,
    /// Whether it is dealt with; that of an answer does not count.
    pub resolved: bool,
    /// Its marking; none is the dossier's own.
    pub marking: Option<Marking>,
}

impl Comment {
    /// A remark on a record.
    pub fn new(
        about: RecordId,
        text: impl Into<String>,
        author: impl Into<String>,
        made: DateTime<Utc>,
    ) -> Self {
        Self {
            id: CommentId::new(),
            about,
            answers: None,
            text: text.into(),
            author: author.into(),
            made,
            resolved: false,
            marking: None,
        }
    }

    /// Whether it still waits for somebody: a remark that is not dealt with.
    pub fn is_open(&self) -> bool {
        self.answers.is_none() && !self.resolved
    }
}
