//! How what changed since a day is shown.

use crate::analysis::Drift;
use crate::model::keyed;

keyed! {
    /// Under what the changes stand.
    #[derive(Default)]
    pub enum ChangesBy as "changes-by" {
        /// The proposal they are about.
        #[default]
        Proposal = "proposal",
        /// Who moved.
        Party = "party",
        /// Nothing: a list by day, which can be sorted.
        Day = "day",
    }
}

/// What is shown of the changes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ChangesState {
    /// Whether they are shown instead of the steps.
    pub shown: bool,
    /// Under what they stand.
    pub by: ChangesBy,
    /// Only what moved this way.
    pub only: Option<Drift>,
}
