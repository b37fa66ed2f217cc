//! What has to be decided in a merge.

use chrono::{DateTime, Utc};
use rusqlite::types::Value;

use crate::model::{Marking, RecordId, keyed};

keyed! {
    /// Why a decision is needed.
    pub enum ConflictKind as "conflict" {
        /// Both changed the same field.
        Field = "field",
        /// Both edited one record, each other fields of it.
        BothEdited = "both-edited",
        /// One deleted what the other edited, or what the other added something to.
        DeleteEdit = "delete-edit",
        /// Both added a record where only one may be.
        SameKey = "same-key",
    }
}

keyed! {
    /// What is decided.
    pub enum Decision as "decision" {
        /// As it is here.
        Mine = "mine",
        /// As it is there.
        Theirs = "theirs",
        /// Both, one after the other.
        Both = "both",
        /// As it is here for now; a comment keeps the other side.
        Later = "later",
    }
}

impl Decision {
    /// The same decision seen from the other side.
    #[must_use]
    pub fn swapped(self) -> Self {
        match self {
            Self::Mine => Self::Theirs,
            Self::Theirs => Self::Mine,
            same => same,
        }
    }
}

/// Who did something, and when by the clock of that machine.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct By {
    /// Who.
    pub author: String,
    /// When.
    pub time: DateTime<Utc>,
}

/// One field on three sides.
#[derive(Clone, Debug, PartialEq)]
pub struct Clash {
    /// The column.
    pub field: &'static str,
    /// At the common point.
    pub base: Value,
    /// Here.
    pub mine: Value,
    /// There.
    pub theirs: Value,
    /// Whether it holds free text, of which two can stand one after the other.
    pub prose: bool,
}

/// Something that has to be decided.
#[derive(Clone, Debug, PartialEq)]
pub struct Conflict {
    /// Why.
    pub kind: ConflictKind,
    /// The record; of two under one key the one from there.
    pub record: RecordId,
    /// The fields it is about: the one, or all that either side touched.
    pub clashes: Vec<Clash>,
    /// The record here that has the same key.
    pub other: Option<RecordId>,
    /// In a deletion: whether it was made here, and which records go with it.
    pub deletion: Option<Deleted>,
    /// Who touched it last, here and there.
    pub by: [Option<By>; 2],
    /// The strictest marking of what it tells, where that is stricter than the dossier's.
    pub marking: Option<Marking>,
    /// Whether both sides can be kept.
    pub can_be_both: bool,
    /// What is decided, if anything is yet.
    pub decision: Option<Decision>,
}

/// A deletion that the other side has something against.
#[derive(Clone, Debug, PartialEq)]
pub struct Deleted {
    /// Whether it was made here.
    pub here: bool,
    /// What was deleted together.
    pub group: Vec<RecordId>,
    /// What the other side added to it, and what would go with it.
    pub added: Vec<RecordId>,
    /// What the other side made rest on it, and what would stay without a source.
    pub resting: Vec<RecordId>,
}

impl Deleted {
    /// One that nothing belongs to yet.
    pub(super) fn new(here: bool) -> Self {
        Self { here, group: Vec::new(), added: Vec::new(), resting: Vec::new() }
    }
}

impl Conflict {
    /// The field it is about, if it is about one.
    pub fn field(&self) -> Option<&'static str> {
        let one = matches!(self.kind, ConflictKind::Field | ConflictKind::SameKey);
        self.clashes.first().filter(|_| one).map(|clash| clash.field)
    }

    /// The records it tells of.
    pub(super) fn records(&self) -> impl Iterator<Item = RecordId> {
        let deletion = self.deletion.iter();
        let deleted = deletion.flat_map(|it| it.group.iter().chain(&it.added).chain(&it.resting));
        [self.record].into_iter().chain(self.other).chain(deleted.copied())
    }

    /// What can be decided.
    pub fn options(&self) -> impl Iterator<Item = Decision> {
        let both = self.can_be_both;
        [Decision::Mine, Decision::Theirs, Decision::Both, Decision::Later]
            .into_iter()
            .filter(move |option| both || *option != Decision::Both)
    }
}
