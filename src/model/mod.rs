//! The values of the domain: identities, parties, proposals, positions, markings.
//!
//! Plain data without IO, named in the terms of the field; the README explains them.
//! [`Snapshot`] holds a whole dossier.

mod aim;
mod alias;
mod arena;
mod bilingual;
mod brief;
mod camp;
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
pub(crate) use record::with_arenas;
pub use record::{Record, RecordId, Table};
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
