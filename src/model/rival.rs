//! Proposals that compete: two texts on one subject, put to the vote side by side.

use super::declare::record;
use super::{ProposalId, RivalId};

record! {
    /// Two proposals that compete. Many states support both, so for a swing state this says more
    /// than an abstention does. As confidential as either proposal.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub struct Rival in Rivals {
        /// Its identity.
        pub id: RivalId => Wall ["id"] Itself,
        /// One of the two; which one has no meaning.
        pub proposal: ProposalId => Wall ["proposal_id"] PartOf,
        /// The other.
        pub other: ProposalId => Wall ["other_id"] PartOf,
    }
    unique: Unique::Together(&["proposal_id", "other_id"]),
    twins: Twins::One,
    order: Order::ByContent,
    together: &[],
    told: Told::ByNobody,
}

impl Rival {
    /// Two proposals that compete.
    pub fn new(proposal: ProposalId, other: ProposalId) -> Self {
        Self { id: RivalId::new(), proposal, other }
    }

    /// The proposal that competes with this one, if it is one of the two.
    pub fn of(&self, proposal: ProposalId) -> Option<ProposalId> {
        match proposal {
            it if it == self.proposal => Some(self.other),
            it if it == self.other => Some(self.proposal),
            _ => None,
        }
    }
}
