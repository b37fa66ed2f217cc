//! How a decision is taken, and its result.

use super::keyed;

keyed! {
    /// How a decision is taken.
    #[derive(Default)]
    pub enum Procedure as "procedure" {
        /// By consensus in the room: nobody objects.
        #[default]
        Consensus = "consensus",
        /// By a silence procedure: nobody breaks the silence, not even to win time.
        Silence = "silence",
        /// By a recorded vote with a majority of two thirds.
        TwoThirds = "two_thirds",
        /// By a recorded vote with a simple majority.
        Majority = "majority",
        /// No decision: as many sponsors as possible by a certain day.
        Sponsorship = "sponsorship",
    }
}

keyed! {
    /// The result of a decision.
    pub enum Decided as "decided" {
        /// The proposal was adopted.
        Adopted = "adopted",
        /// It was not.
        Rejected = "rejected",
        /// The decision was postponed.
        Postponed = "postponed",
        /// The proposal was withdrawn before a decision.
        Withdrawn = "withdrawn",
    }
}
