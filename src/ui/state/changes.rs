//! How the changes since a day are shown.

use crate::analysis::Drift;
use crate::model::keyed;

keyed! {
    /// How the changes are grouped.
    #[derive(Default)]
    pub enum ChangesBy as "changes-by" {
        /// By proposal.
        #[default]
        Proposal = "proposal",
        /// By who moved.
        Party = "party",
        /// Not at all: a list by day, which can be sorted.
        Day = "day",
    }
}

/// The state of the screen of changes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ChangesState {
    /// Whether they are shown instead of the steps.
    pub shown: bool,
    /// How they are grouped.
    pub by: ChangesBy,
    /// Only changes in this direction.
    pub only: Option<Drift>,
}
