//! What has to be decided in a merge.

use chrono::{DateTime, Utc};

use crate::model::describe::Stored;
use crate::model::{Keyed, Marking, RecordId, keyed};
use crate::store::same_name;

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
        /// Both said something of the same thing on the same day, or corrected the same entry, and
        /// only one of the two can hold.
        SameDay = "same-day",
        /// Only they changed it, but it makes something less confidential, or changes a setting
        /// that figures depend on.
        Loosened = "loosened",
        /// Only they deleted it.
        Deleted = "deleted",
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
        /// The two records are one and the same: one is made of them, and what hangs on either
        /// hangs on that.
        One = "one",
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

impl By {
    /// Whether it goes under this name, however that is written.
    pub fn is(&self, name: &str) -> bool {
        same_name(&self.author, name)
    }
}

/// One field on three sides.
#[derive(Clone, Debug, PartialEq)]
pub struct Clash {
    /// The column.
    pub field: &'static str,
    /// At the common point.
    pub base: Stored,
    /// Here.
    pub mine: Stored,
    /// There.
    pub theirs: Stored,
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
    /// Whether its two records can be made one.
    pub can_be_one: bool,
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
    /// What goes along with it, and with others that were deleted too.
    pub(super) along: Vec<RecordId>,
}

impl Deleted {
    /// One that nothing belongs to yet.
    pub(super) fn new(here: bool) -> Self {
        let (group, added, resting, along) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
        Self { here, group, added, resting, along }
    }
}

impl Conflict {
    /// One about a record of which nothing more is known yet.
    pub(super) fn new(kind: ConflictKind, record: RecordId, clashes: Vec<Clash>) -> Self {
        Self {
            kind,
            record,
            clashes,
            other: None,
            deletion: None,
            by: [None, None],
            marking: None,
            can_be_both: false,
            can_be_one: false,
            decision: None,
        }
    }

    /// The field it is about, if it is about one.
    pub fn field(&self) -> Option<&'static str> {
        let one = match self.kind {
            ConflictKind::Field | ConflictKind::SameKey | ConflictKind::Loosened => true,
            ConflictKind::BothEdited
            | ConflictKind::DeleteEdit
            | ConflictKind::SameDay
            | ConflictKind::Deleted => false,
        };
        self.clashes.first().filter(|_| one).map(|clash| clash.field)
    }

    /// The records it tells of.
    pub fn records(&self) -> impl Iterator<Item = RecordId> {
        let deletion = self.deletion.iter();
        let deleted = deletion.flat_map(|it| it.group.iter().chain(&it.added).chain(&it.resting));
        [self.record].into_iter().chain(self.other).chain(deleted.copied())
    }

    /// What can be decided.
    pub fn options(&self) -> impl Iterator<Item = Decision> {
        let (both, one) = (self.can_be_both, self.can_be_one);
        Decision::ALL.iter().copied().filter(move |option| match option {
            Decision::Mine | Decision::Theirs | Decision::Later => true,
            Decision::Both => both,
            Decision::One => one,
        })
    }

    /// Decides for a side, where both sides cannot be kept without harm to either: changes to
    /// different fields of one record do not stand in each other's way.
    pub fn prefer(&mut self, side: Decision) {
        let both = self.kind == ConflictKind::BothEdited && self.can_be_both;
        self.decision = Some(if both { Decision::Both } else { side });
    }
}

/// What is done to a record that is taken over without a question.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum How {
    /// They added it.
    Added,
    /// They brought it back after it was deleted.
    BroughtBack,
    /// They changed fields of it.
    Changed,
}

/// A record of which something is taken over without a question.
#[derive(Clone, Debug, PartialEq)]
pub struct Taken {
    /// The record.
    pub record: RecordId,
    /// What is done to it.
    pub how: How,
    /// The fields that change; of one that they added those that hold something.
    pub fields: Vec<Clash>,
}
