//! Engagement: what moves a party, what it can be offered, and the steps towards it.

use chrono::NaiveDate;

use super::{EngagementId, Marking, NextStepId, PartyId};

/// What is known of a party's own interests. A party has one at most.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Engagement {
    /// Its identity.
    pub id: EngagementId,
    /// The party.
    pub party: PartyId,
    /// Its economic interests.
    pub economic: String,
    /// Its social interests.
    pub social: String,
    /// Its interests in security.
    pub security: String,
    /// Its interests in development.
    pub development: String,
    /// Tags, with commas between them.
    pub tags: String,
    /// What can be offered: capacity building and other instruments.
    pub offer: String,
    /// The argument from its own interest.
    pub argument: String,
    /// Its marking; `None` is the dossier's own.
    pub marking: Option<Marking>,
}

impl Engagement {
    /// Nothing known yet of a party.
    pub fn new(party: PartyId) -> Self {
        Self {
            id: EngagementId::new(),
            party,
            economic: String::new(),
            social: String::new(),
            security: String::new(),
            development: String::new(),
            tags: String::new(),
            offer: String::new(),
            argument: String::new(),
            marking: None,
        }
    }
}

/// One step in the engagement of a party: open until it has a day on which it was done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NextStep {
    /// Its identity.
    pub id: NextStepId,
    /// The party.
    pub party: PartyId,
    /// What is done.
    pub title: String,
    /// The role that sees to it.
    pub owner: String,
    /// The day by which it is to be done.
    pub due: Option<NaiveDate>,
    /// The day on which it was done.
    pub done: Option<NaiveDate>,
    /// What came of it.
    pub outcome: String,
    /// Its marking; `None` is the dossier's own.
    pub marking: Option<Marking>,
}

impl NextStep {
    /// An open step.
    pub fn new(party: PartyId, title: impl Into<String>) -> Self {
        Self {
            id: NextStepId::new(),
            party,
            title: title.into(),
            owner: String::new(),
            due: None,
            done: None,
            outcome: String::new(),
            marking: None,
        }
    }
}
