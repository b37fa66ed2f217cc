//! Remedies: what is done about an obstacle on a proposal.

use chrono::NaiveDate;

use super::declare::record;
use super::{Marking, Obstacle, ProposalId, RemedyId, Severity, keyed};

keyed! {
    /// The kind of a remedy.
    pub enum RemedyKind as "remedy-kind" {
        /// Words that everyone can use.
        Wording = "wording",
        /// Who is in the room, and in what role.
        Participation = "participation",
        /// Points of contact and channels.
        Communication = "communication",
        /// Talks in times of tension.
        Consultation = "consultation",
        /// Showing what one has and does.
        Transparency = "transparency",
        /// Checking that what was agreed is done.
        Verification = "verification",
        /// Refraining from something.
        Restraint = "restraint",
        /// Building the capacity of others.
        CapacityBuilding = "capacity_building",
        /// Working with companies and others who are not states.
        Partnership = "partnership",
        /// A date or an occasion that adds pressure.
        Timetable = "timetable",
    }
}

keyed! {
    /// The progress of a remedy.
    #[derive(Default)]
    pub enum RemedyStatus as "remedy-status" {
        /// It has been proposed.
        #[default]
        Proposed = "proposed",
        /// Somebody is working on it.
        UnderWay = "under_way",
        /// It is done.
        Done = "done",
        /// It was given up.
        Dropped = "dropped",
    }
}

impl RemedyStatus {
    /// Whether there is still work to be done.
    pub(crate) fn is_open(self) -> bool {
        matches!(self, Self::Proposed | Self::UnderWay)
    }
}

record! {
    /// Something that is done about an obstacle on a proposal.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub struct Remedy in Remedies {
        /// Its identity.
        pub id: RemedyId => Wall ["id"] Itself,
        /// The proposal.
        pub proposal: ProposalId => Wall ["proposal_id"] PartOf,
        /// The obstacle.
        pub obstacle: Obstacle => Wall ["obstacle"],
        /// Its title.
        pub title: String => Wall ["title"] Title,
        /// The steps to take.
        pub text: String => Copy ["text"],
        /// Its kind.
        pub kind: Option<RemedyKind> => Wall ["kind"],
        /// The role responsible for it.
        pub owner: String => Copy ["owner"],
        /// The day by which it is to be done.
        pub due: Option<NaiveDate> => Copy ["due"],
        /// Its progress.
        pub status: RemedyStatus => Wall ["status"],
        /// How severe the obstacle is expected to be afterwards; `None` if not estimated.
        pub severity_after: Option<Severity> => Wall ["severity_after"],
        /// The numbered measures in which it was tried before.
        pub precedent: String => Copy ["precedent"],
        /// Free notes.
        pub note: String => OwnCopy ["note"],
        /// Its marking; `None` is the dossier's own.
        pub marking: Option<Marking> => Wall ["marking"] Marking,
    }
    unique: Unique::Nothing,
    twins: Twins::One,
    order: Order::ByContent,
    together: &[],
    told: Told::ByTheLog,
}

impl Remedy {
    /// A proposed remedy.
    pub fn new(proposal: ProposalId, obstacle: Obstacle, title: impl Into<String>) -> Self {
        Self {
            id: RemedyId::new(),
            proposal,
            obstacle,
            title: title.into(),
            text: String::new(),
            kind: None,
            owner: String::new(),
            due: None,
            status: RemedyStatus::default(),
            severity_after: None,
            precedent: String::new(),
            note: String::new(),
            marking: None,
        }
    }
}
