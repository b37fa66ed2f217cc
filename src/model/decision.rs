//! How a decision is taken, and what came out.

use super::keyed;

keyed! {
    /// How a decision is taken.
    #[derive(Default)]
    pub enum Procedure as "procedure" {
        /// By consensus in the room: nobody objects.
        #[default]
        Consensus = "consensus",
        /// By a silence procedure: nobody breaks the silence, also to win time.
        Silence = "silence",
        /// By a recorded vote with a majority of two thirds.
        TwoThirds = "two_thirds",
        /// By a recorded vote with a simple majority.
        Majority = "majority",
        /// No decision: by a day, as many sponsors as can be found.
        Sponsorship = "sponsorship",
    }
}

keyed! {
    /// What came out of a decision.
    pub enum Decided as "decided" {
        /// The proposal was adopted.
        Adopted = "adopted",
        /// It was not.
        Rejected = "rejected",
        /// The decision was put off.
        Postponed = "postponed",
        /// The proposal was withdrawn before a decision.
        Withdrawn = "withdrawn",
    }
}
