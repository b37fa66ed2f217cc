//! Conflicts: the questions to decide in a merge.

use chrono::{DateTime, Utc};

use crate::draft::{self, Words};
use crate::model::describe::Stored;
use crate::model::{Keyed, Marking, RecordId, Table, keyed};
use crate::store::same_name;

keyed! {
    /// Why a decision is needed.
    pub enum ConflictKind as "conflict" {
        /// Both changed the same field.
        Field = "field",
        /// Both edited the same record, but different fields.
        BothEdited = "both-edited",
        /// One deleted what the other edited or added something to.
        DeleteEdit = "delete-edit",
        /// Both added a record of which there may be only one.
        SameKey = "same-key",
        /// Both made a statement about the same thing on the same day, or corrected the same
        /// entry, and only one of the two can be current.
        SameDay = "same-day",
        /// Only they changed it, but the change makes something less confidential, or alters a
        /// setting that figures depend on.
        Loosened = "loosened",
        /// Only they deleted it.
        Deleted = "deleted",
    }
}

keyed! {
    /// A decision about a conflict.
    pub enum Decision as "decision" {
        /// As it is here.
        Mine = "mine",
        /// As it is there.
        Theirs = "theirs",
        /// Both, one after the other.
        Both = "both",
        /// The two records are the same thing: they become one, which takes over everything that
        /// depends on either.
        One = "one",
        /// As it is here for now; a comment keeps the other version.
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

/// Who did something, and when by the clock of their machine.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct By {
    /// Who.
    pub author: String,
    /// When.
    pub time: DateTime<Utc>,
}

impl By {
    /// Whether this is the author with this name, in any spelling.
    pub fn is(&self, name: &str) -> bool {
        same_name(&self.author, name)
    }
}

/// One field in the common version and on both sides.
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
    /// Whether it holds free text, so that both versions can be kept one after the other.
    pub prose: bool,
}

impl Clash {
    /// The words under negotiation if both sides are kept; `None` for any other field.
    pub(crate) fn words_of_both(&self, table: Table) -> Option<Words> {
        let (Stored::Text(mine), Stored::Text(theirs)) = (&self.mine, &self.theirs) else {
            return None;
        };
        // The text field of a proposal has no paragraphs: both are kept one after the other.
        if table != Table::Paragraphs || !table.has_brackets(self.field) {
            return None;
        }
        let read = |typed: &str| draft::parse(typed, &|_| false).words;
        let base = match &self.base {
            Stored::Text(base) => Some(read(base)),
            _ => None,
        };
        Some(draft::both(base.as_ref(), &read(mine), &read(theirs)))
    }
}

/// Something that has to be decided.
#[derive(Clone, Debug, PartialEq)]
pub struct Conflict {
    /// Why.
    pub kind: ConflictKind,
    /// The record; for two under one key, the one from there.
    pub record: RecordId,
    /// The fields concerned: a single one, or all that either side touched.
    pub clashes: Vec<Clash>,
    /// The record here that has the same key.
    pub other: Option<RecordId>,
    /// For a deletion: whether it was made here, and which records go with it.
    pub deletion: Option<Deleted>,
    /// Who touched it last, here and there.
    pub by: [Option<By>; 2],
    /// The strictest marking of what it reveals, if that is stricter than the dossier's.
    pub marking: Option<Marking>,
    /// Whether both sides can be kept.
    pub can_be_both: bool,
    /// Whether its two records can become one.
    pub can_be_one: bool,
    /// The decision, once made.
    pub decision: Option<Decision>,
}

/// A deletion that has to be decided.
#[derive(Clone, Debug, PartialEq)]
pub struct Deleted {
    /// Whether it was made here.
    pub here: bool,
    /// The records deleted together.
    pub group: Vec<RecordId>,
    /// Records that the other side added to them, and would lose.
    pub added: Vec<RecordId>,
    /// Records that the other side based on them, and would keep without a source.
    pub resting: Vec<RecordId>,
    /// Records that depend on them and also on other deleted records.
    pub(super) along: Vec<RecordId>,
}

impl Deleted {
    /// A deletion with nothing in it yet.
    pub(super) fn new(here: bool) -> Self {
        let (group, added, resting, along) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
        Self { here, group, added, resting, along }
    }
}

impl Conflict {
    /// A conflict about a record, with nothing else filled in yet.
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

    /// The field it is about, if it is about a single one.
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

    /// The records it concerns.
    pub fn records(&self) -> impl Iterator<Item = RecordId> {
        let deletion = self.deletion.iter();
        let deleted = deletion.flat_map(|it| it.group.iter().chain(&it.added).chain(&it.resting));
        [self.record].into_iter().chain(self.other).chain(deleted.copied())
    }

    /// The possible decisions.
    pub fn options(&self) -> impl Iterator<Item = Decision> {
        let (both, one) = (self.can_be_both, self.can_be_one);
        Decision::ALL.iter().copied().filter(move |option| match option {
            Decision::Mine | Decision::Theirs | Decision::Later => true,
            Decision::Both => both,
            Decision::One => one,
        })
    }

    /// Decides for a side, unless both versions can be kept without harm: changes to different
    /// fields of one record do not interfere.
    pub fn prefer(&mut self, side: Decision) {
        let both = self.kind == ConflictKind::BothEdited && self.can_be_both;
        self.decision = Some(if both { Decision::Both } else { side });
    }
}

/// How a record is taken over without a question.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum How {
    /// They added it.
    Added,
    /// They brought it back after it was deleted.
    BroughtBack,
    /// They changed fields of it.
    Changed,
}

/// A record from which something is taken over without a question.
#[derive(Clone, Debug, PartialEq)]
pub struct Taken {
    /// The record.
    pub record: RecordId,
    /// How it is taken over.
    pub how: How,
    /// The fields that change; for an added record, those that are filled in.
    pub fields: Vec<Clash>,
}
