//! Aims that a proposal can serve, as the Dutch strategies set them for a cyber diplomat.

use super::declare::record;
use super::{AimTagId, ProposalId, keyed};

keyed! {
    /// The list an aim is on.
    pub enum AimList as "aim-list" {
        /// The five actions for cyber peace (Rathenau Institute).
        Actions = "actions",
        /// The six priorities of the strategy of 2017.
        Priorities = "priorities",
        /// The three goals of the strategy for 2023 to 2028.
        Goals = "goals",
    }
}

keyed! {
    /// An aim of policy.
    pub enum Aim as "aim" {
        /// Action 1: keep working together on security.
        Cooperate = "co-operate",
        /// Action 2: clear agreements on sabotage, disinformation and espionage.
        ClearAgreements = "clear-agreements",
        /// Action 3: a responsible arsenal.
        ResponsibleArsenal = "arsenal",
        /// Action 4: independent technology companies.
        IndependentCompanies = "tech-independence",
        /// Action 5: public debate.
        PublicDebate = "public-debate",
        /// Priority 1: economic growth and development of the internet.
        Growth = "growth",
        /// Priority 2: effective governance of the internet.
        Governance = "effective-governance",
        /// Priority 3: stronger cyber security.
        CyberSecurity = "stronger-security",
        /// Priority 4: an effective fight against cyber crime.
        CyberCrime = "fight-cybercrime",
        /// Priority 5: international peace, security and stability.
        Peace = "peace-stability",
        /// Priority 6: rights and internet freedom.
        Rights = "rights-freedom",
        /// Goal 1: counter threats from states and criminals.
        CounterThreats = "counter-threats",
        /// Goal 2: democratic and human-rights principles online.
        Principles = "democracy-rights",
        /// Goal 3: a connected, open, free and secure internet.
        OpenInternet = "open-internet",
    }
}

impl Aim {
    /// The list it is on.
    pub fn list(self) -> AimList {
        match self {
            Self::Cooperate
            | Self::ClearAgreements
            | Self::ResponsibleArsenal
            | Self::IndependentCompanies
            | Self::PublicDebate => AimList::Actions,
            Self::Growth
            | Self::Governance
            | Self::CyberSecurity
            | Self::CyberCrime
            | Self::Peace
            | Self::Rights => AimList::Priorities,
            Self::CounterThreats | Self::Principles | Self::OpenInternet => AimList::Goals,
        }
    }
}

record! {
    /// Says that a proposal serves an aim. It is as confidential as the proposal.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub struct AimTag in AimTags {
        /// Its identity.
        pub id: AimTagId => Copy ["id"] Itself,
        /// The proposal.
        pub proposal: ProposalId => Copy ["proposal_id"] PartOf,
        /// The aim.
        pub aim: Aim => Copy ["aim"],
    }
    unique: Unique::Together(&["proposal_id", "aim"]),
    twins: Twins::One,
    order: Order::ByContent,
    together: &[],
    told: Told::ByNobody,
}

impl AimTag {
    /// The tag saying that a proposal serves an aim.
    pub fn new(proposal: ProposalId, aim: Aim) -> Self {
        Self { id: AimTagId::new(), proposal, aim }
    }
}
