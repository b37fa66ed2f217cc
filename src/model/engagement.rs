//! Engagement: what moves a party, what it can be offered, and the next steps.

use chrono::NaiveDate;

use super::declare::record;
use super::{EngagementId, Marking, NextStepId, PartyId};

record! {
    /// The known interests of a party. A party has at most one such record.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub struct Engagement in Engagements {
        /// Its identity.
        pub id: EngagementId => Copy ["id"] Itself,
        /// The party.
        pub party: PartyId => Copy ["party_id"] PartOf,
        /// Which of us calls it: a role rather than a name.
        pub caller: String => Copy ["caller"],
        /// Its economic interests.
        pub economic: String => Copy ["economic"],
        /// Its social interests.
        pub social: String => Copy ["social"],
        /// Its security interests.
        pub security: String => Copy ["security"],
        /// Its development interests.
        pub development: String => Copy ["development"],
        /// Tags, separated by commas.
        pub tags: String => Copy ["tags"],
        /// Possible offers: capacity building and other instruments.
        pub offer: String => Copy ["offer"],
        /// The argument from its own interest.
        pub argument: String => Copy ["argument"],
        /// Its marking; `None` is the dossier's own.
        pub marking: Option<Marking> => Copy ["marking"] Marking,
    }
    unique: Unique::Together(&["party_id"]),
    twins: Twins::One,
    order: Order::ByContent,
    together: &[],
    told: Told::ByNobody,
}

impl Engagement {
    /// An engagement in which nothing is filled in yet.
    pub fn new(party: PartyId) -> Self {
        Self {
            id: EngagementId::new(),
            party,
            caller: String::new(),
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

record! {
    /// One step in the engagement of a party: open until it has a day on which it was done.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub struct NextStep in NextSteps {
        /// Its identity.
        pub id: NextStepId => Copy ["id"] Itself,
        /// The party.
        pub party: PartyId => Copy ["party_id"] PartOf,
        /// The step, in a few words.
        pub title: String => Copy ["title"] Title,
        /// The role responsible for it.
        pub owner: String => Copy ["owner"],
        /// The day by which it is to be done.
        pub due: Option<NaiveDate> => Copy ["due"],
        /// The day on which it was done.
        pub done: Option<NaiveDate> => Copy ["done"],
        /// The result.
        pub outcome: String => Copy ["outcome"],
        /// Its marking; `None` is the dossier's own.
        pub marking: Option<Marking> => Copy ["marking"] Marking,
    }
    unique: Unique::Nothing,
    twins: Twins::One,
    order: Order::ByContent,
    together: &[],
    told: Told::ByNobody,
}

impl NextStep {
    /// Its sort key among the open steps with its party: by due date, then by title.
    pub(super) fn place(&self) -> impl Ord + '_ {
        (self.due.is_none(), self.due, &self.title, self.id)
    }

    /// The day on which it was done or, while it is open, its due date.
    pub(crate) fn day(&self) -> Option<NaiveDate> {
        self.done.or(self.due)
    }

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

/// Which of us calls a party, and the records that say so.
#[derive(Clone, Copy, Debug, Default)]
pub struct Caller<'a> {
    /// The open step with it that is due first.
    pub step: Option<&'a NextStep>,
    /// Its engagement.
    pub engagement: Option<&'a Engagement>,
}

impl<'a> Caller<'a> {
    /// Whoever takes the next step, or calls in general; empty if nobody is named.
    pub fn name(&self) -> &'a str {
        let step = self.step.map(|it| &*it.owner).filter(|it| !it.trim().is_empty());
        step.or_else(|| self.engagement.map(|it| &*it.caller)).unwrap_or_default()
    }
}
