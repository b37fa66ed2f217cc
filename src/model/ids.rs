//! Identities of records: one type a table, so that they cannot be mixed up.

use std::fmt;

use serde::Serialize;
use uuid::Uuid;

macro_rules! ids {
    ($( $(#[$meta:meta])* $name:ident )+) => { $(
        $(#[$meta])*
        #[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
        #[serde(transparent)]
        pub struct $name(pub Uuid);

        impl $name {
            /// A new identity. It sorts after those made before it on this machine.
            #[expect(clippy::new_without_default, reason = "a default identity would be a trap")]
            pub fn new() -> Self {
                Self(Uuid::now_v7())
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                fmt::Display::fmt(&self.0, f)
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, concat!(stringify!($name), "({})"), self.0)
            }
        }

        impl From<$name> for Uuid {
            fn from(id: $name) -> Uuid {
                id.0
            }
        }
    )+ };
}

ids! {
    /// Names a dossier; copies of one file share it.
    DossierId
    /// Names a party.
    PartyId
    /// Names a group of parties.
    GroupId
    /// Names the membership of one party in one group.
    MembershipId
    /// Names a proposal.
    ProposalId
    /// Names the sponsorship of one proposal by one party.
    SponsorId
    /// Names one dated entry on where a party stands.
    PositionId
    /// Names one dated assessment of an obstacle.
    AssessmentId
    /// Names a source.
    SourceId
    /// Names a roll call.
    RollCallId
    /// Names the vote of one party in one roll call.
    VoteId
}
