//! Roll calls: recorded votes, the basis of the computed camps.

use chrono::NaiveDate;

use super::declare::record;
use super::{Bilingual, Marking, PartyId, RollCallId, Side, SourceId, VoteId, keyed};

keyed! {
    /// How a party voted. A party that did not vote has none.
    pub enum Ballot as "ballot" {
        /// In favour.
        Yes = "yes",
        /// Against.
        No = "no",
        /// Abstained.
        Abstain = "abstain",
        /// Not known: the record was lost, which is not the same as staying away.
        Unknown = "unknown",
    }
}

record! {
    /// A recorded vote on some text.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub struct RollCall in RollCalls {
        /// Its identity.
        pub id: RollCallId => Wall ["id"] Itself,
        /// A short unique code, usually the symbol of the text.
        pub code: String => Wall ["code"] Code,
        /// The text voted on.
        pub title: Bilingual => Wall ["title_en", "title_nl"] Title,
        /// The day of the vote.
        pub date: NaiveDate => Wall ["date"],
        /// The side that a Yes supports; without one the roll call does not count towards camps.
        pub yes_side: Option<Side> => Wall ["yes_side"],
        /// Where it is recorded.
        pub source: Option<SourceId> => Copy ["source_id"] RestsOn,
        /// How far to trust it, and other notes.
        pub note: String => OwnCopy ["note"],
        /// Its marking; `None` is the dossier's own.
        pub marking: Option<Marking> => Wall ["marking"] Marking,
    }
    unique: Unique::Code,
    twins: Twins::One,
    order: Order::ByContent,
    together: &[],
    told: Told::ByNobody,
}

impl RollCall {
    /// A roll call that does not count towards camps yet.
    pub fn new(code: impl Into<String>, title: Bilingual, date: NaiveDate) -> Self {
        Self {
            id: RollCallId::new(),
            code: code.into(),
            title,
            date,
            yes_side: None,
            source: None,
            note: String::new(),
            marking: None,
        }
    }
}

record! {
    /// The vote of one party in one roll call; as confidential as the roll call.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub struct Vote in Votes {
        /// Its identity.
        pub id: VoteId => Wall ["id"] Itself,
        /// The roll call.
        pub roll_call: RollCallId => Wall ["roll_call_id"] PartOf,
        /// The party that voted.
        pub party: PartyId => Wall ["party_id"] PartOf,
        /// How it voted.
        pub ballot: Ballot => Wall ["ballot"],
    }
    unique: Unique::Together(&["roll_call_id", "party_id"]),
    twins: Twins::One,
    order: Order::ByContent,
    together: &[],
    told: Told::ByNobody,
}

impl Vote {
    /// A vote.
    pub fn new(roll_call: RollCallId, party: PartyId, ballot: Ballot) -> Self {
        Self { id: VoteId::new(), roll_call, party, ballot }
    }
}
