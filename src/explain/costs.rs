//! The faults of a table of costs.

use crate::exchange::{CostFault, CostProblem};
use crate::text::{Text, msg};

/// Explains a fault in a table of costs.
pub(crate) fn explain_cost(text: Text, fault: &CostFault) -> String {
    let id = match fault.problem {
        CostProblem::NoColumn => msg!("costs-no-column"),
        CostProblem::UnknownParty => msg!("costs-unknown-party"),
        CostProblem::UnknownTarget => msg!("costs-unknown-target"),
        CostProblem::NotACost => msg!("costs-not-a-cost"),
        CostProblem::OtherStance => msg!("costs-other-stance"),
        CostProblem::Contradicts => msg!("costs-contradicts"),
    };
    let arguments = [
        ("line", text.count(usize::try_from(fault.line).unwrap_or(usize::MAX)).into()),
        ("column", fault.column.into()),
        ("written", fault.written.as_str().into()),
    ];
    text.with(id, &arguments)
}
