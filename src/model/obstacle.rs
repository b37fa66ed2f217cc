//! The eight obstacles to confidence-building in cyberspace, and their assessment.
//!
//! Order and numbering follow K.L. Arnold, "De cyber confidence-illusie", Militaire Spectator
//! 189-11 (2020).

use chrono::NaiveDate;

use super::declare::record;
use super::{AssessmentId, ConcernId, Marking, PartyId, ProposalId, SourceId, keyed};

keyed! {
    /// One of the eight obstacles.
    pub enum Obstacle as "obstacle" {
        /// 1. No common terminology.
        Terminology = "terminology",
        /// 2. Too many stakeholders.
        Stakeholders = "stakeholders",
        /// 3. Deep-rooted mistrust.
        Mistrust = "mistrust",
        /// 4. Cyberspace is opaque.
        Opacity = "opacity",
        /// 5. Use of proxies.
        Proxies = "proxies",
        /// 6. Cyber weapons.
        Weapons = "weapons",
        /// 7. Cyber espionage.
        Espionage = "espionage",
        /// 8. No sense of urgency about an agreement.
        Urgency = "urgency",
    }
}

impl Obstacle {
    /// The number in the article, 1 to 8.
    pub fn number(self) -> usize {
        self as usize + 1
    }
}

/// The largest number of questions asked about one obstacle.
pub(crate) const ANSWERS: usize = 3;

/// How much an obstacle hinders a proposal, from 0 (not at all) to 4 (stops it).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize)]
pub struct Severity(u8);

impl Severity {
    /// The highest severity.
    pub const MAX: u8 = 4;

    /// The severities, mildest first.
    pub fn all() -> impl Iterator<Item = Self> {
        (0..=Self::MAX).map(Self)
    }

    /// The severity, if the number is 0 to 4.
    pub fn new(value: u8) -> Option<Self> {
        (value <= Self::MAX).then_some(Self(value))
    }

    /// The number, 0 to 4.
    pub fn get(self) -> u8 {
        self.0
    }
}

record! {
    /// A dated judgement of how much an obstacle hinders a proposal.
    ///
    /// The current one is the newest on or before the day in question.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub struct Assessment in Assessments {
        /// Its identity.
        pub id: AssessmentId => Wall ["id"] Itself,
        /// The proposal.
        pub proposal: ProposalId => Wall ["proposal_id"] PartOf,
        /// The obstacle.
        pub obstacle: Obstacle => Wall ["obstacle"],
        /// How much it hinders; `None` means that it is unassessed from this day on.
        pub severity: Option<Severity> => Wall ["severity"],
        /// The day of the judgement.
        pub date: NaiveDate => Wall ["date"],
        /// Why.
        pub rationale: String => Copy ["rationale"],
        /// The answers to the questions about the obstacle, in their order.
        pub answers: [String; ANSWERS] => Copy ["answer_1", "answer_2", "answer_3"],
        /// The source it rests on.
        pub source: Option<SourceId> => Copy ["source_id"] RestsOn,
        /// Who made it.
        pub author: String => Never ["author"] Author,
        /// Its marking; `None` is the dossier's own.
        pub marking: Option<Marking> => Wall ["marking"] Marking,
    }
    unique: Unique::Nothing,
    twins: Twins::One,
    order: Order::Line {
        of: &["proposal_id", "obstacle"],
        day: "date",
        mutual: false,
        says: "severity",
    },
    together: &[],
    told: Told::ByTheirDays,
}

impl Assessment {
    /// An assessment on a day, without a rationale yet.
    pub fn new(
        proposal: ProposalId,
        obstacle: Obstacle,
        severity: Option<Severity>,
        date: NaiveDate,
    ) -> Self {
        Self {
            id: AssessmentId::new(),
            proposal,
            obstacle,
            severity,
            date,
            rationale: String::new(),
            answers: Default::default(),
            source: None,
            author: String::new(),
            marking: None,
        }
    }
}

record! {
    /// Says that an assessment concerns a party in particular; as confidential as the
    /// assessment.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub struct Concern in Concerns {
        /// Its identity.
        pub id: ConcernId => Copy ["id"] Itself,
        /// The assessment.
        pub assessment: AssessmentId => Copy ["assessment_id"] PartOf,
        /// The party.
        pub party: PartyId => Copy ["party_id"] PartOf,
    }
    unique: Unique::Together(&["assessment_id", "party_id"]),
    twins: Twins::One,
    order: Order::ByContent,
    together: &[],
    told: Told::ByNobody,
}

impl Concern {
    /// The link from an assessment to a party.
    pub fn new(assessment: AssessmentId, party: PartyId) -> Self {
        Self { id: ConcernId::new(), assessment, party }
    }
}
