//! Roll calls: recorded votes, the basis of the computed camps.

use chrono::NaiveDate;

use super::{Bilingual, Marking, PartyId, RollCallId, Side, SourceId, VoteId, keyed};

keyed! {
    /// A vote as it was cast. Who did not vote has none.
    pub enum Ballot as "ballot" {
        /// In favour.
        Yes = "yes",
        /// Against.
        No = "no",
        /// Abstained.
        Abstain = "abstain",
    }
}

/// A recorded vote on some text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RollCall {
    /// Its identity.
    pub id: RollCallId,
    /// A short unique code, usually the symbol of the text.
    pub code: String,
    /// What was voted on.
    pub title: Bilingual,
    /// The day of the vote.
    pub date: NaiveDate,
    /// The side a Yes supports; without one it does not count towards camps.
    pub yes_side: Option<Side>,
    /// Where it is recorded.
    pub source: Option<SourceId>,
    /// How far to trust it, and other notes.
    pub note: String,
    /// Its marking; `None` is the dossier's own.
    pub marking: Option<Marking>,
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

/// The vote of one party in one roll call; as confidential as the roll call.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Vote {
    /// Its identity.
    pub id: VoteId,
    /// The roll call.
    pub roll_call: RollCallId,
    /// The party that voted.
    pub party: PartyId,
    /// How it voted.
    pub ballot: Ballot,
}

impl Vote {
    /// A vote.
    pub fn new(roll_call: RollCallId, party: PartyId, ballot: Ballot) -> Self {
        Self { id: VoteId::new(), roll_call, party, ballot }
    }
}
