//! A record of any table, for what treats all tables alike: edits, log, merge.

use uuid::Uuid;

use super::{
    AgendaItem, AimTag, Assessment, Brief, Comment, Concern, Dossier, Engagement, Group, Marking,
    Meeting, Membership, NextStep, Parked, Party, Poll, Position, Proposal, Relation, Remedy,
    RollCall, Slide, Source, Sponsor, Term, Vote, keyed,
};

keyed! {
    /// The tables of a dossier; a table comes after those its records name.
    pub enum Table as "table" {
        /// One record: the dossier itself.
        Dossier = "dossier",
        /// Parties.
        Parties = "parties",
        /// Groups.
        Groups = "groups",
        /// Memberships.
        Memberships = "memberships",
        /// Sources.
        Sources = "sources",
        /// Proposals.
        Proposals = "proposals",
        /// Sponsors.
        Sponsors = "sponsors",
        /// Which aims a proposal serves.
        AimTags = "aim_tags",
        /// Positions.
        Positions = "positions",
        /// Own briefs.
        Briefs = "briefs",
        /// Assessments.
        Assessments = "assessments",
        /// Which parties an assessment concerns.
        Concerns = "concerns",
        /// Remedies.
        Remedies = "remedies",
        /// Relations between parties.
        Relations = "relations",
        /// Engagements.
        Engagements = "engagements",
        /// Steps in the engagement of a party.
        NextSteps = "next_steps",
        /// Contested terms.
        Terms = "terms",
        /// Meetings.
        Meetings = "meetings",
        /// What is on the agenda of meetings.
        Agenda = "agenda",
        /// Roll calls.
        RollCalls = "roll_calls",
        /// Votes.
        Votes = "votes",
        /// Remarks on records.
        Comments = "comments",
        /// How many stand where, without names.
        Polls = "polls",
        /// What was put aside in a meeting.
        Parked = "parked",
        /// What is shown in the room.
        Slides = "slides",
    }
}

/// Names one record of one table.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct RecordId {
    /// The table.
    pub table: Table,
    /// The identity of the record in it.
    pub id: Uuid,
}

/// Calls a macro with the tables whose records an arena of the snapshot holds: the field,
/// the table, the record, its identity. The dossier itself and the positions are not among them.
macro_rules! with_arenas {
    ($then:ident) => {
        $then! {
            parties Parties Party PartyId
            groups Groups Group GroupId
            memberships Memberships Membership MembershipId
            sources Sources Source SourceId
            proposals Proposals Proposal ProposalId
            sponsors Sponsors Sponsor SponsorId
            aim_tags AimTags AimTag AimTagId
            briefs Briefs Brief BriefId
            assessments Assessments Assessment AssessmentId
            concerns Concerns Concern ConcernId
            remedies Remedies Remedy RemedyId
            relations Relations Relation RelationId
            engagements Engagements Engagement EngagementId
            next_steps NextSteps NextStep NextStepId
            terms Terms Term TermId
            meetings Meetings Meeting MeetingId
            agenda Agenda AgendaItem AgendaItemId
            roll_calls RollCalls RollCall RollCallId
            votes Votes Vote VoteId
            comments Comments Comment CommentId
            polls Polls Poll PollId
            parked Parked Parked ParkedId
            slides Slides Slide SlideId
        }
    };
}
pub(crate) use with_arenas;

macro_rules! records {
    ($( $field:ident $table:ident $record:ident $id:ident )+) => {
        /// A record of any table.
        #[derive(Clone, Debug, PartialEq)]
        pub enum Record {
            /// The dossier itself.
            Dossier(Dossier),
            /// An entry on where a party or a group stands.
            Position(Position),
            $(
                #[doc = concat!("A record of the table of [`", stringify!($record), "`].")]
                $record($record),
            )+
        }

        impl Record {
            /// Which record it is.
            pub fn record_id(&self) -> RecordId {
                match self {
                    Self::Dossier(record) => record.record_id(),
                    Self::Position(record) => record.record_id(),
                    $( Self::$record(record) => record.record_id(), )+
                }
            }
        }

        record! { Dossier Dossier }
        record! { Positions Position }
        $( record! { $table $record } )+
    };
}

impl Record {
    /// Its code, where it is one of those that have one.
    pub fn code(&self) -> Option<&str> {
        match self {
            Self::Party(it) => Some(&it.code),
            Self::Group(it) => Some(&it.code),
            Self::Proposal(it) => Some(&it.code),
            Self::RollCall(it) => Some(&it.code),
            Self::Dossier(_)
            | Self::Position(_)
            | Self::Source(_)
            | Self::Membership(_)
            | Self::Sponsor(_)
            | Self::AimTag(_)
            | Self::Concern(_)
            | Self::AgendaItem(_)
            | Self::Brief(_)
            | Self::Assessment(_)
            | Self::Remedy(_)
            | Self::Relation(_)
            | Self::Engagement(_)
            | Self::NextStep(_)
            | Self::Term(_)
            | Self::Meeting(_)
            | Self::Vote(_)
            | Self::Comment(_)
            | Self::Poll(_)
            | Self::Parked(_)
            | Self::Slide(_) => None,
        }
    }

    /// Its marking; none where it has the dossier's own, or that of what it is a part of.
    pub fn marking(&self) -> Option<Marking> {
        match self {
            Self::Dossier(it) => Some(it.marking),
            Self::Position(it) => it.marking,
            Self::Party(it) => it.marking,
            Self::Group(it) => it.marking,
            Self::Source(it) => it.marking,
            Self::Proposal(it) => it.marking,
            Self::Brief(it) => it.marking,
            Self::Assessment(it) => it.marking,
            Self::Remedy(it) => it.marking,
            Self::Relation(it) => it.marking,
            Self::Engagement(it) => it.marking,
            Self::NextStep(it) => it.marking,
            Self::Term(it) => it.marking,
            Self::Meeting(it) => it.marking,
            Self::RollCall(it) => it.marking,
            Self::Comment(it) => it.marking,
            Self::Poll(it) => it.marking,
            Self::Parked(it) => it.marking,
            Self::Slide(it) => it.marking,
            Self::Membership(_)
            | Self::Sponsor(_)
            | Self::AimTag(_)
            | Self::Concern(_)
            | Self::AgendaItem(_)
            | Self::Vote(_) => None,
        }
    }
}

impl Record {
    /// Its marking, to be changed; none where it has that of what it is a part of, or, as the
    /// dossier, has to have one.
    pub fn marking_mut(&mut self) -> Option<&mut Option<Marking>> {
        match self {
            Self::Position(it) => Some(&mut it.marking),
            Self::Party(it) => Some(&mut it.marking),
            Self::Group(it) => Some(&mut it.marking),
            Self::Source(it) => Some(&mut it.marking),
            Self::Proposal(it) => Some(&mut it.marking),
            Self::Brief(it) => Some(&mut it.marking),
            Self::Assessment(it) => Some(&mut it.marking),
            Self::Remedy(it) => Some(&mut it.marking),
            Self::Relation(it) => Some(&mut it.marking),
            Self::Engagement(it) => Some(&mut it.marking),
            Self::NextStep(it) => Some(&mut it.marking),
            Self::Term(it) => Some(&mut it.marking),
            Self::Meeting(it) => Some(&mut it.marking),
            Self::RollCall(it) => Some(&mut it.marking),
            Self::Comment(it) => Some(&mut it.marking),
            Self::Poll(it) => Some(&mut it.marking),
            Self::Parked(it) => Some(&mut it.marking),
            Self::Slide(it) => Some(&mut it.marking),
            Self::Dossier(_)
            | Self::Membership(_)
            | Self::Sponsor(_)
            | Self::AimTag(_)
            | Self::Concern(_)
            | Self::AgendaItem(_)
            | Self::Vote(_) => None,
        }
    }
}

macro_rules! record {
    ($table:ident $record:ident) => {
        impl $record {
            /// Which record it is.
            pub fn record_id(&self) -> RecordId {
                RecordId { table: Table::$table, id: self.id.into() }
            }
        }

        impl From<$record> for Record {
            fn from(record: $record) -> Self {
                Self::$record(record)
            }
        }
    };
}

with_arenas!(records);
