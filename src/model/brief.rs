//! The user's own brief on a proposal: what one wants, and what one cannot accept.

use chrono::NaiveDate;

use super::declare::record;
use super::{BriefId, Marking, ProposalId, keyed};

keyed! {
    /// The state of the instruction from the capital.
    #[derive(Default)]
    pub enum Instruction as "instruction" {
        /// There is none.
        #[default]
        None = "none",
        /// It is drafted.
        Draft = "draft",
        /// It is cleared.
        Cleared = "cleared",
    }
}

record! {
    /// The brief on a proposal: the wishes of one's own side. A proposal has at most one.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub struct Brief in Briefs {
        /// Its identity.
        pub id: BriefId => Wall ["id"] Itself,
        /// The proposal.
        pub proposal: ProposalId => Wall ["proposal_id"] PartOf,
        /// The objective.
        pub objective: String => Wall ["objective"],
        /// An acceptable outcome.
        pub acceptable: String => Copy ["acceptable"],
        /// The fallback position.
        pub fallback: String => Copy ["fallback"],
        /// The red line.
        pub red_line: String => Wall ["red_line"],
        /// Whether the present text or status crosses the red line: a judgement.
        pub crossed: bool => Copy ["crossed"],
        /// Why it does or does not.
        pub crossed_reason: String => Copy ["crossed_reason"],
        /// The state of the instruction.
        pub instruction: Instruction => Wall ["instruction"],
        /// The day by which the instruction is due to be cleared.
        pub instruction_by: Option<NaiveDate> => Copy ["instruction_by"],
        /// The arguments to bring.
        pub arguments: String => Copy ["arguments"],
        /// Who speaks.
        pub speaker: String => Copy ["speaker"],
        /// Its marking; a new brief is RED.
        pub marking: Option<Marking> => Wall ["marking"] Marking,
    }
    unique: Unique::Together(&["proposal_id"]),
    twins: Twins::One,
    order: Order::ByContent,
    together: &[],
    told: Told::ByNobody,
}

impl Brief {
    /// An empty brief on a proposal, marked RED.
    pub fn new(proposal: ProposalId) -> Self {
        Self {
            id: BriefId::new(),
            proposal,
            objective: String::new(),
            acceptable: String::new(),
            fallback: String::new(),
            red_line: String::new(),
            crossed: false,
            crossed_reason: String::new(),
            instruction: Instruction::None,
            instruction_by: None,
            arguments: String::new(),
            speaker: String::new(),
            marking: Some(Marking::Red),
        }
    }
}
