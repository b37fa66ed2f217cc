//! One's own brief on a proposal: what one wants, and what one cannot accept.

use chrono::NaiveDate;

use super::{BriefId, Marking, ProposalId, keyed};

keyed! {
    /// How far the instruction from the capital is.
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

/// What one's own side wants of a proposal. A proposal has one at most.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Brief {
    /// Its identity.
    pub id: BriefId,
    /// The proposal.
    pub proposal: ProposalId,
    /// What one wants to reach.
    pub objective: String,
    /// What would be acceptable.
    pub acceptable: String,
    /// What one falls back on.
    pub fallback: String,
    /// What one cannot accept.
    pub red_line: String,
    /// Whether the text or the status as it stands crosses the red line: a judgement.
    pub crossed: bool,
    /// Why it does or does not.
    pub crossed_reason: String,
    /// How far the instruction is.
    pub instruction: Instruction,
    /// The day by which the instruction has to be cleared.
    pub instruction_by: Option<NaiveDate>,
    /// The arguments to bring.
    pub arguments: String,
    /// Who speaks.
    pub speaker: String,
    /// Its marking; a new brief is RED.
    pub marking: Option<Marking>,
}

impl Brief {
    /// An empty brief on a proposal, for nobody else.
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
