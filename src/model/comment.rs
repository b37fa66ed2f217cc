//! Comments: remarks on a record that leave the record itself unchanged.

use chrono::{DateTime, Utc};

use super::declare::record;
use super::{CommentId, Marking, RecordId};

record! {
    /// A remark on a record, or an answer to one.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub struct Comment in Comments {
        /// Its identity.
        pub id: CommentId => Copy ["id"] Itself,
        /// The record it is about.
        pub about: RecordId => Copy ["table_name", "record_id"] PartOf,
        /// The comment it answers. An answer is about the same record.
        pub answers: Option<CommentId> => Copy ["answers"] PartOf,
        /// The remark.
        pub text: String => Copy ["text"],
        /// Who made it.
        pub author: String => Copy ["author"] Author,
        /// When.
        pub made: DateTime<Utc> => CopyDay ["made"],
        /// Whether it has been dealt with; ignored on an answer.
        pub resolved: bool => Copy ["resolved"],
        /// Its marking; `None` is the dossier's own.
        pub marking: Option<Marking> => Copy ["marking"] Marking,
    }
    unique: Unique::Nothing,
    twins: Twins::Two,
    order: Order::AsMade { under: "record_id" },
    together: &[],
    told: Told::ByNobody,
}

impl Comment {
    /// A new remark on a record.
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

    /// Whether it still needs attention: a remark, not an answer, that has not been dealt with.
    pub(crate) fn is_open(&self) -> bool {
        self.answers.is_none() && !self.resolved
    }
}
