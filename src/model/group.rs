//! Groups of parties and their members.

use chrono::NaiveDate;

use super::declare::record;
use super::{Bilingual, GroupId, Marking, MembershipId, PartialDate, PartyId, keyed};

keyed! {
    /// The kind of a group.
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

record! {
    /// A group of parties, such as the EU or the G-77.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub struct Group in Groups {
        /// Its identity.
        pub id: GroupId => Wall ["id"] Itself,
        /// A short unique code.
        pub code: String => Wall ["code"] Code,
        /// Its name.
        pub name: Bilingual => Wall ["name_en", "name_nl"] Name,
        /// Its kind.
        pub kind: GroupKind => Wall ["kind"],
        /// A description.
        pub description: Bilingual => Copy ["description_en", "description_nl"],
        /// Free notes, for instance on how current the list of members is.
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

record! {
    /// The membership of one party in one group, for a period; as confidential as the group.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub struct Membership in Memberships {
        /// Its identity.
        pub id: MembershipId => Wall ["id"] Itself,
        /// The group.
        pub group: GroupId => Wall ["group_id"] PartOf,
        /// The member.
        pub party: PartyId => Wall ["party_id"] PartOf,
        /// Since when, if known.
        pub since: Option<PartialDate> => Wall ["since"],
        /// Until when, if it ended.
        pub until: Option<PartialDate> => Wall ["until"],
        /// A qualification: suspended, signed but not ratified.
        pub note: String => OwnCopy ["note"],
    }
    unique: Unique::AtATime(&["group_id", "party_id"]),
    twins: Twins::One,
    order: Order::ByContent,
    together: &[&["since", "until"]],
    told: Told::ByNobody,
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

    /// Whether it is valid on this day. A date known only to the year covers the whole year.
    pub(crate) fn holds_on(&self, day: NaiveDate) -> bool {
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
