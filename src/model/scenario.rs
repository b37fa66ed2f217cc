//! Scenarios: what if some parties moved?

use super::declare::record;
use super::{Marking, ProposalId, ScenarioId, ScenarioMoveId, Speaker, Stance};

record! {
    /// An assumption with a name: moves that nobody has made, laid over what is known and never
    /// mixed with it. It is the user's own thinking about others, so it is on the wall only if it
    /// is released by name.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub struct Scenario in Scenarios {
        /// Its identity.
        pub id: ScenarioId => Wall ["id"] Itself,
        /// Its name.
        pub name: String => Wall ["name"] Name,
        /// Free notes: why this may happen.
        pub note: String => OwnCopy ["note"],
        /// Its marking; a new scenario is AMBER, unless the dossier is stricter.
        pub marking: Option<Marking> => Wall ["marking"] Marking,
    }
    unique: Unique::Nothing,
    twins: Twins::One,
    order: Order::ByContent,
    together: &[],
    told: Told::ByNobody,
}

record! {
    /// The stance that a scenario assumes of a party or a group on a proposal.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub struct ScenarioMove in ScenarioMoves {
        /// Its identity.
        pub id: ScenarioMoveId => Wall ["id"] Itself,
        /// The scenario.
        pub scenario: ScenarioId => Wall ["scenario_id"] PartOf,
        /// The proposal.
        pub proposal: ProposalId => Wall ["proposal_id"] PartOf,
        /// The party or group that moves.
        pub by: Speaker => Wall ["party_id", "group_id"] PartOf,
        /// The assumed stance; `None` assumes that it is unknown again.
        pub stance: Option<Stance> => Wall ["stance"],
        /// Free notes: what would bring it there.
        pub note: String => OwnCopy ["note"],
        /// Its marking; `None` is the dossier's own. A reader who may not see the scenario does not
        /// see its moves either.
        pub marking: Option<Marking> => Wall ["marking"] Marking,
    }
    // The proposal is last: it distinguishes two moves of one party.
    unique: Unique::Together(&["scenario_id", "party_id", "group_id", "proposal_id"]),
    twins: Twins::One,
    order: Order::ByContent,
    together: &[],
    told: Told::ByNobody,
}

impl Scenario {
    /// A scenario without moves, for a dossier with this marking: one's own thinking about others
    /// is AMBER, unless the dossier is stricter.
    pub fn new(name: impl Into<String>, dossier: Marking) -> Self {
        Self {
            id: ScenarioId::new(),
            name: name.into(),
            note: String::new(),
            marking: (dossier < Marking::Amber).then_some(Marking::Amber),
        }
    }
}

impl ScenarioMove {
    /// A move, for a dossier with this marking; as confidential as a new scenario.
    pub fn new(
        scenario: ScenarioId,
        proposal: ProposalId,
        by: impl Into<Speaker>,
        stance: Option<Stance>,
        dossier: Marking,
    ) -> Self {
        Self {
            id: ScenarioMoveId::new(),
            scenario,
            proposal,
            by: by.into(),
            stance,
            note: String::new(),
            marking: (dossier < Marking::Amber).then_some(Marking::Amber),
        }
    }
}
