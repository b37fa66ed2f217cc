//! Positions: dated entries on the stance of a party, each with its evidence.

use chrono::NaiveDate;

use super::declare::record;
use super::{GroupId, Marking, PartyId, PositionId, ProposalId, SourceId, Stance, keyed};

keyed! {
    /// Where it was said.
    pub enum Forum as "forum" {
        /// A formal session; a recorded vote.
        Session = "session",
        /// A statement in writing or in public.
        Statement = "statement",
        /// A bilateral meeting.
        Bilateral = "bilateral",
        /// Informal contact.
        Informal = "informal",
    }
}

keyed! {
    /// How it is known.
    pub enum Certainty as "certainty" {
        /// Stated publicly.
        Public = "public",
        /// Told in the room, to those who were there.
        Room = "in_room",
        /// Told in confidence.
        Confidence = "in_confidence",
        /// Inferred from other things.
        Inferred = "inferred",
    }
}

/// Who took a position: a party itself, or a group on behalf of its members.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Speaker {
    /// A party.
    Party(PartyId),
    /// A group. It speaks for those of its members that have no entry of their own.
    Group(GroupId),
}

impl Speaker {
    /// The party, if it is one.
    pub fn party(self) -> Option<PartyId> {
        match self {
            Self::Party(id) => Some(id),
            Self::Group(_) => None,
        }
    }

    /// The group, if it is one.
    pub fn group(self) -> Option<GroupId> {
        match self {
            Self::Group(id) => Some(id),
            Self::Party(_) => None,
        }
    }
}

impl From<PartyId> for Speaker {
    fn from(id: PartyId) -> Self {
        Self::Party(id)
    }
}

impl From<GroupId> for Speaker {
    fn from(id: GroupId) -> Self {
        Self::Group(id)
    }
}

record! {
    /// One entry in the line of entries by one party or group on one proposal.
    ///
    /// Entries are added, never overwritten: the current stance is that of the newest entry on
    /// or before the day in question. A correction names the entry it replaces, which then no
    /// longer counts for any day.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub struct Position in Positions {
        /// Its identity.
        pub id: PositionId => Wall ["id"] Itself,
        /// The proposal.
        pub proposal: ProposalId => Wall ["proposal_id"] PartOf,
        /// Who took it.
        pub by: Speaker => Wall ["party_id", "group_id"] PartOf,
        /// The stance; `None` means that it is unknown again from this day on.
        pub stance: Option<Stance> => Wall ["stance"],
        /// The day on which it was said or done.
        pub date: NaiveDate => Wall ["date"],
        /// Where it was said.
        pub forum: Option<Forum> => Wall ["forum"],
        /// The words, or a summary of them.
        pub words: String => Copy ["words"],
        /// The source it rests on.
        pub source: Option<SourceId> => Copy ["source_id"] RestsOn,
        /// How it is known.
        pub certainty: Option<Certainty> => Wall ["certainty"] Certainty,
        /// How much the matter weighs for the party, from 1 (little) to 5 (vital).
        pub salience: Option<u8> => Copy ["salience"],
        /// The condition that would move the party.
        pub condition: String => Copy ["condition"],
        /// Why it blocks or has reservations.
        pub reason: String => Copy ["reason"],
        /// Whether it is waiting for its capital and would break a silence procedure to win time.
        /// That is not a vote against.
        pub hold: bool => Copy ["hold"],
        /// The entry this one corrects.
        // A corrected entry is never copied, so the reference would lead nowhere.
        pub replaces: Option<PositionId> => Never ["replaces"] Corrects,
        /// Who made the entry.
        pub author: String => Never ["author"] Author,
        /// Its marking; `None` is the dossier's own.
        pub marking: Option<Marking> => Wall ["marking"] Marking,
    }
    unique: Unique::Nothing,
    twins: Twins::One,
    order: Order::Line {
        of: &["proposal_id", "party_id", "group_id"],
        day: "date",
        mutual: false,
        says: "stance",
    },
    together: &[],
    told: Told::ByTheirDays,
}

impl Position {
    /// The steps of how much a matter weighs for a party, from little to vital.
    pub const SALIENCE: std::ops::RangeInclusive<u8> = 1..=5;

    /// How another stance in its place is known, if a table has it: what somebody was told in a room is the
    /// stance that was taken down there, and no other.
    pub(crate) fn certainty_of(&self, stance: Option<Stance>) -> Option<Certainty> {
        self.certainty.filter(|it| *it != Certainty::Room || self.stance == stance)
    }

    /// An entry with a stance on a day, and nothing else filled in.
    pub fn new(
        proposal: ProposalId,
        by: impl Into<Speaker>,
        stance: Option<Stance>,
        date: NaiveDate,
    ) -> Self {
        Self {
            id: PositionId::new(),
            proposal,
            by: by.into(),
            stance,
            date,
            forum: None,
            words: String::new(),
            source: None,
            certainty: None,
            salience: None,
            condition: String::new(),
            reason: String::new(),
            hold: false,
            replaces: None,
            author: String::new(),
            marking: None,
        }
    }
}
