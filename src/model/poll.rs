//! Polls: how many took each stance, without saying who.

use chrono::NaiveDate;

use super::declare::record;
use super::{Marking, PollId, ProposalId, Stance, keyed};

keyed! {
    /// How the numbers were obtained.
    #[derive(Default)]
    pub enum PollKind as "poll-kind" {
        /// Everybody in the room was asked at once.
        #[default]
        Temperature = "temperature",
        /// Speakers were counted one by one, and their names were not kept.
        Speakers = "speakers",
    }
}

record! {
    /// How many in a room took each stance on a proposal, without names.
    ///
    /// It is kept apart from the positions: it does not say who took which stance, so no tally of
    /// parties counts it. Its two kinds are two questions to two groups: both may be asked on one
    /// day, and in a merge neither contradicts the other.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub struct Poll in Polls {
        /// Its identity.
        pub id: PollId => Wall ["id"] Itself,
        /// The proposal.
        pub proposal: ProposalId => Wall ["proposal_id"] PartOf,
        /// How the numbers were obtained.
        pub kind: PollKind => Wall ["kind"],
        /// The day.
        pub date: NaiveDate => Wall ["date"],
        /// How many took each stance, in the order of the scale.
        pub counts: [u32; 6] => Wall ["champion", "support", "accept", "reserve", "object", "no_instructions"],
        /// Who noted it.
        pub author: String => Never ["author"] Author,
        /// Its marking; `None` is the dossier's own.
        pub marking: Option<Marking> => Wall ["marking"] Marking,
    }
    unique: Unique::Nothing,
    twins: Twins::One,
    order: Order::Line { of: &["proposal_id", "kind"], day: "date", mutual: false, says: "accept" },
    // Half of what one group answered and half of another was answered by nobody.
    together: &[&[
        "proposal_id",
        "kind",
        "date",
        "champion",
        "support",
        "accept",
        "reserve",
        "object",
        "no_instructions",
    ]],
    told: Told::ByNobody,
}

impl Poll {
    /// A poll on a day, with no answers yet.
    pub fn new(proposal: ProposalId, kind: PollKind, date: NaiveDate) -> Self {
        Self {
            id: PollId::new(),
            proposal,
            kind,
            date,
            counts: [0; 6],
            author: String::new(),
            marking: None,
        }
    }

    /// How many took this stance.
    pub fn count(&self, stance: Stance) -> u32 {
        self.counts[stance as usize]
    }

    /// Counts one more with this stance.
    pub fn add(&mut self, stance: Stance) {
        let count = &mut self.counts[stance as usize];
        *count = count.saturating_add(1);
    }

    /// How many took part.
    pub fn total(&self) -> u32 {
        self.counts.iter().fold(0, |sum, count| sum.saturating_add(*count))
    }
}
