//! The values of the domain: identities, parties, proposals, positions, markings.
//!
//! Plain data without IO, named in the terms of the field; the README explains them. [`Snapshot`]
//! holds a whole dossier.

mod aim;
mod alias;
mod arena;
mod bilingual;
mod brief;
mod camp;
mod city;
mod clock;
mod columns;
mod comment;
mod contact;
mod date;
mod decision;
mod declare;
pub mod describe;
mod dossier;
mod engagement;
mod group;
mod ids;
mod keyed;
mod ledger;
mod marking;
mod meeting;
mod obstacle;
mod parked;
mod party;
mod poll;
mod position;
mod proposal;
mod record;
mod relation;
mod remedy;
mod revision;
mod rival;
mod roll_call;
mod saved_view;
mod scenario;
#[cfg(test)]
pub(crate) mod sketch;
mod slide;
mod snapshot;
mod source;
pub mod stance;
mod term;
mod texts;
pub(crate) mod travel;
mod version;
pub mod words;

pub use aim::{Aim, AimList, AimTag};
pub use alias::Alias;
pub use arena::{Arena, Slot};
pub use bilingual::{Bilingual, Language};
pub use brief::{Brief, Instruction};
pub use camp::{Camp, CampBasis, Side};
pub use city::City;
pub use clock::Clock;
pub(crate) use columns::keys_of;
pub use comment::Comment;
pub use contact::Contact;
pub use date::{DayOrder, NotADate, PartialDate};
pub use decision::{Decided, Procedure};
pub use describe::{Described, Reference};
pub use dossier::Dossier;
pub use engagement::{Caller, Engagement, NextStep};
pub use group::{Group, GroupKind, Membership};
pub use ids::*;
pub use keyed::Keyed;
pub(crate) use keyed::keyed;
pub use ledger::{Entry, Ledger, NewEntry};
pub use marking::Marking;
pub use meeting::{AgendaItem, Meeting, MeetingKind, SilenceOutcome, SilenceState};
pub(crate) use obstacle::ANSWERS;
pub use obstacle::{Assessment, Concern, Obstacle, Severity};
pub use parked::Parked;
pub use party::{Party, PartyKind};
pub use poll::{Poll, PollKind};
pub use position::{Certainty, Forum, Position, Speaker};
pub use proposal::{Bindingness, MeasureKind, Proposal, Scope, Sponsor, Status};
pub use record::{Record, RecordId};
pub use relation::{Relation, Trust};
pub use remedy::{Remedy, RemedyKind, RemedyStatus};
pub use revision::Revision;
pub use rival::Rival;
pub use roll_call::{Ballot, RollCall, Vote};
pub use saved_view::SavedView;
pub use scenario::{Scenario, ScenarioMove};
pub use slide::{Slide, SlideKind};
pub use snapshot::Snapshot;
pub use source::{Source, SourceKind};
pub use stance::Stance;
pub use term::Term;
pub use version::{
    Ask, Fate, Paragraph, ParagraphKind, ParagraphStatus, Ruling, Version, WordStance,
};

keyed! {
    /// The tables of a dossier. A table comes after those its records name.
    pub enum Table as "table" {
        /// One record: the dossier itself.
        Dossier = "dossier",
        /// Parties.
        Parties = "parties",
        /// Groups.
        Groups = "groups",
        /// Memberships.
        Memberships = "memberships",
        /// Other names of parties and groups.
        Aliases = "aliases",
        /// Sources.
        Sources = "sources",
        /// Proposals.
        Proposals = "proposals",
        /// Sponsors.
        Sponsors = "sponsors",
        /// Proposals that compete.
        Rivals = "rivals",
        /// Versions of the text of a proposal.
        Versions = "versions",
        /// Paragraphs of those.
        Paragraphs = "paragraphs",
        /// The user's own wordings.
        Asks = "asks",
        /// The user's own judgement of the fate of those in a version.
        Rulings = "rulings",
        /// The stances of parties on the words of a paragraph.
        WordStances = "word_stances",
        /// Which aims a proposal serves.
        AimTags = "aim_tags",
        /// Positions.
        Positions = "positions",
        /// The user's own briefs.
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
        /// People to turn to at parties.
        Contacts = "contacts",
        /// Contested terms.
        Terms = "terms",
        /// Meetings.
        Meetings = "meetings",
        /// Roll calls.
        RollCalls = "roll_calls",
        /// Votes.
        Votes = "votes",
        /// Scenarios: what if some parties moved?
        Scenarios = "scenarios",
        /// The moves that scenarios assume.
        ScenarioMoves = "scenario_moves",
        /// The items on the agendas of meetings.
        Agenda = "agenda",
        /// Remarks on records.
        Comments = "comments",
        /// Answers counted without names.
        Polls = "polls",
        /// Points put aside in a meeting.
        Parked = "parked",
        /// Slides shown in the room.
        Slides = "slides",
        /// Filters with a name.
        SavedViews = "saved_views",
    }
}

/// Calls a macro with every table whose records are in an arena of the snapshot: the field, the
/// table, the record, its identity. The dossier itself and the positions are not among them.
macro_rules! with_arenas {
    ($then:ident) => {
        $then! {
            parties Parties Party PartyId
            groups Groups Group GroupId
            memberships Memberships Membership MembershipId
            aliases Aliases Alias AliasId
            sources Sources Source SourceId
            proposals Proposals Proposal ProposalId
            sponsors Sponsors Sponsor SponsorId
            rivals Rivals Rival RivalId
            versions Versions Version VersionId
            paragraphs Paragraphs Paragraph ParagraphId
            asks Asks Ask AskId
            rulings Rulings Ruling RulingId
            word_stances WordStances WordStance WordStanceId
            aim_tags AimTags AimTag AimTagId
            briefs Briefs Brief BriefId
            assessments Assessments Assessment AssessmentId
            concerns Concerns Concern ConcernId
            remedies Remedies Remedy RemedyId
            relations Relations Relation RelationId
            engagements Engagements Engagement EngagementId
            next_steps NextSteps NextStep NextStepId
            contacts Contacts Contact ContactId
            terms Terms Term TermId
            meetings Meetings Meeting MeetingId
            roll_calls RollCalls RollCall RollCallId
            votes Votes Vote VoteId
            scenarios Scenarios Scenario ScenarioId
            scenario_moves ScenarioMoves ScenarioMove ScenarioMoveId
            agenda Agenda AgendaItem AgendaItemId
            comments Comments Comment CommentId
            polls Polls Poll PollId
            parked Parked Parked ParkedId
            slides Slides Slide SlideId
            saved_views SavedViews SavedView SavedViewId
        }
    };
}
pub(crate) use with_arenas;
