//! Points parked in a meeting, to return to later.

use chrono::{DateTime, Utc};

use super::declare::record;
use super::{Marking, ParkedId, ProposalId};

record! {
    /// A point that came up and was put aside.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub struct Parked in Parked {
        /// Its identity.
        pub id: ParkedId => Wall ["id"] Itself,
        /// The proposal under discussion when it came up.
        pub proposal: Option<ProposalId> => Wall ["proposal_id"] PartOf,
        /// The point.
        pub text: String => Wall ["text"],
        /// Who noted it.
        pub author: String => Never ["author"] Author,
        /// When.
        pub made: DateTime<Utc> => WallDay ["made"],
        /// Whether it has been taken up since.
        pub resolved: bool => Wall ["resolved"],
        /// Its marking; `None` is the dossier's own.
        pub marking: Option<Marking> => Wall ["marking"] Marking,
    }
    unique: Unique::Nothing,
    twins: Twins::Two,
    order: Order::ByContent,
    together: &[],
    told: Told::ByNobody,
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
