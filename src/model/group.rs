//! Groups of parties and their members.

use chrono::NaiveDate;

use super::{Bilingual, GroupId, Marking, MembershipId, PartialDate, PartyId, keyed};

keyed! {
    /// What kind of group it is.
    pub enum GroupKind as "group-kind" {
        /// An organisation with members.
        Organisation = "organisation",
        /// The parties to a treaty.
        Treaty = "treaty",
        /// A forum or movement.
        Forum = "forum",
        /// A group of experts for one round of talks.
        ExpertGroup = "expert_group",
        /// Those who sponsored a text.
        Sponsors = "sponsors",
        /// A category of the United Nations.
        Category = "category",
    }
}

/// A group of parties, such as the EU or the G-77.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Group {
    /// Its identity.
    pub id: GroupId,
    /// A short unique code.
    pub code: String,
    /// Its name.
    pub name: Bilingual,
    /// What kind of group it is.
    pub kind: GroupKind,
    /// What it is.
    pub description: Bilingual,
    /// Free notes, such as how current its list of members is.
    pub note: String,
    /// Its marking; `None` is the dossier's own.
    pub marking: Option<Marking>,
}

impl Group {
    /// A group with a code and a name.
    pub fn new(code: impl Into<String>, name: Bilingual, kind: GroupKind) -> Self {
        Self {
            id: GroupId::new(),
            code: code.into(),
            name,
            kind,
            description: Bilingual::default(),
            note: String::new(),
            marking: None,
        }
    }
}

/// The membership of one party in one group, for a time.
///
/// It is as confidential as the group it belongs to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Membership {
    /// Its identity.
    pub id: MembershipId,
    /// The group.
    pub group: GroupId,
    /// The member.
    pub party: PartyId,
    /// Since when, if known.
    pub since: Option<PartialDate>,
    /// Until when, if it ended.
    pub until: Option<PartialDate>,
    /// A qualification: suspended, signed but not ratified.
    pub note: String,
}

impl Membership {
    /// A membership without known dates.
    pub fn new(group: GroupId, party: PartyId) -> Self {
        Self {
            id: MembershipId::new(),
            group,
            party,
            since: None,
            until: None,
            note: String::new(),
        }
    }

    /// Whether it holds on this day. A date known only to the year holds the whole year.
    pub fn holds_on(&self, day: NaiveDate) -> bool {
        self.since.is_none_or(|since| since.first_day() <= day)
            && self.until.is_none_or(|until| day <= until.last_day())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_membership_holds_from_its_first_day_to_its_last() {
        let mut membership = Membership::new(GroupId::new(), PartyId::new());
        membership.since = "2011".parse().ok();
        membership.until = "2026-02-10".parse().ok();
        for (day, holds) in [
            ("2010-12-31", false),
            ("2011-01-01", true),
            ("2026-02-10", true),
            ("2026-02-11", false),
        ] {
            assert_eq!(membership.holds_on(day.parse().unwrap()), holds, "{day}");
        }
    }
}
