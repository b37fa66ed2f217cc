//! The values of the domain: identities, parties, proposals, positions, markings.
//!
//! Plain data without IO. Names are those of the field; see the README for the
//! terms. [`Snapshot`] holds a whole dossier.

mod arena;
mod bilingual;
mod camp;
mod clock;
mod date;
mod dossier;
mod group;
mod ids;
mod keyed;
mod ledger;
mod marking;
mod obstacle;
mod party;
mod position;
mod proposal;
mod record;
mod roll_call;
mod snapshot;
mod source;
pub mod stance;
pub mod words;

pub use arena::{Arena, Slot};
pub use bilingual::{Bilingual, Language};
pub use camp::{Camp, CampBasis, Side};
pub use clock::Clock;
pub use date::{NotADate, PartialDate};
pub use dossier::Dossier;
pub use group::{Group, GroupKind, Membership};
pub use ids::{
    AssessmentId, DossierId, GroupId, MembershipId, PartyId, PositionId, ProposalId, RollCallId,
    SourceId, SponsorId, VoteId,
};
pub use keyed::Keyed;
pub(crate) use keyed::keyed;
pub use ledger::{Entry, Ledger, NewEntry};
pub use marking::Marking;
pub use obstacle::{Assessment, Obstacle, Severity};
pub use party::{Party, PartyKind};
pub use position::{Certainty, Forum, Position};
pub use proposal::{Bindingness, MeasureKind, Proposal, Scope, Sponsor, Status};
pub use record::{Record, RecordId, Table};
pub use roll_call::{Ballot, RollCall, Vote};
pub use snapshot::Snapshot;
pub use source::{Source, SourceKind};
pub use stance::Stance;
