//! The camps into which the world splits over cyberspace.

use super::keyed;

keyed! {
    /// A camp, in the order of the matrix. Which camp a party belongs to is a judgement with a
    /// basis: see `analysis::camps`.
    pub enum Camp as "camp" {
        /// For an open internet with companies, civil society and experts at the table.
        Multistakeholder = "multistakeholder",
        /// Has not chosen; decides on its own interests.
        Swing = "swing",
        /// For state control over each state's information space.
        StateOriented = "state_oriented",
        /// Too little is known.
        Unassigned = "unassigned",
    }
}

keyed! {
    /// The basis for the choice of a camp.
    pub enum CampBasis as "camp-basis" {
        /// Recorded roll calls.
        Votes = "votes",
        /// The user overruled it, with a reason.
        User = "user",
        /// Nothing: too few votes were cast.
        Nothing = "none",
    }
}

keyed! {
    /// The side that a Yes in a roll call supports.
    pub enum Side as "side" {
        /// The multistakeholder-aligned track.
        Multistakeholder = "multistakeholder",
        /// The state-oriented track.
        StateOriented = "state_oriented",
    }
}
