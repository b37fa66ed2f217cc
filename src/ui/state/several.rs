//! Several things chosen at once in a list or in the matrix, besides the one the inspector shows.

use std::collections::BTreeSet;
use std::sync::Arc;

use uuid::Uuid;

use super::ListState;
use crate::analysis::Version;
use crate::model::{RecordId, Snapshot};

/// Several things chosen at once. The cursor is kept elsewhere: it is the selection of the window.
///
/// If this is empty, only the cursor is chosen. Otherwise everything from the anchor to the cursor
/// is, and whatever was chosen one by one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Several<T> {
    /// The other end of the stretch that ends at the cursor.
    pub anchor: Option<T>,
    /// The things chosen besides the stretch.
    pub more: BTreeSet<T>,
    // Counts the changes, so that anything derived from them is computed once.
    changes: u64,
}

impl<T> Default for Several<T> {
    fn default() -> Self {
        Self { anchor: None, more: BTreeSet::new(), changes: 0 }
    }
}

impl<T: Copy + Ord> Several<T> {
    /// Only the cursor is chosen.
    pub fn clear(&mut self) {
        if self.anchor.is_some() || !self.more.is_empty() {
            *self = Self { changes: self.changes + 1, ..Self::default() };
        }
    }

    /// Whether only the cursor is chosen.
    pub fn is_empty(&self) -> bool {
        self.anchor.is_none() && self.more.is_empty()
    }

    /// Starts a stretch at the cursor, before it moves, or continues the existing one.
    pub fn stretch(&mut self, cursor: Option<T>) {
        self.stretch_from(self.anchor.or(cursor));
    }

    /// Starts a stretch here; what was chosen one by one stays.
    pub fn stretch_from(&mut self, anchor: Option<T>) {
        if self.anchor != anchor {
            self.anchor = anchor;
            self.changes += 1;
        }
    }

    /// Chooses one more, or one less; `all` is what was chosen so far.
    pub fn toggle(&mut self, all: impl IntoIterator<Item = T>, one: T) {
        self.hold(all);
        if !self.more.remove(&one) {
            self.more.insert(one);
        }
    }

    /// Turns the choice into single items, because the order of things, or the cursor, is about to
    /// change.
    pub fn hold(&mut self, all: impl IntoIterator<Item = T>) {
        self.more = all.into_iter().collect();
        self.anchor = None;
        self.changes += 1;
    }

    /// How many times this has changed.
    pub(crate) fn changes(&self) -> u64 {
        self.changes
    }
}

/// Distinguishes a row of a list from the others.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum RowKey {
    /// The record that it shows.
    Record(RecordId),
    /// Something else, such as a step of the history.
    Other(Uuid),
}

impl RowKey {
    /// The record that the row shows.
    pub fn record(self) -> Option<RecordId> {
        match self {
            Self::Record(record) => Some(record),
            Self::Other(_) => None,
        }
    }
}

/// The records deleted in a list with the record of a row.
pub type Own = fn(&Snapshot, RecordId) -> Vec<RecordId>;

/// The choice in the list on screen; another list starts afresh.
#[derive(Clone, Debug, Default)]
pub struct Chosen {
    /// Which list.
    pub(in crate::ui) list: &'static str,
    /// The row the keys act on.
    pub(in crate::ui) cursor: Option<RowKey>,
    /// The rows chosen besides it.
    pub(in crate::ui) several: Several<RowKey>,
    /// The row that was selected in the window when the list was last drawn.
    pub(in crate::ui) selected: Option<RowKey>,
    /// How the list was filtered and sorted then.
    pub(in crate::ui) shown: ListState,
    /// Whether the list was drawn in the last frame.
    pub(in crate::ui) drawn: bool,
    /// How the rows are to be copied when the list is next drawn: bare, or with their heads.
    pub(in crate::ui) copies: Option<bool>,
    /// The records that can be deleted in the list with the record of a row, if any.
    pub(in crate::ui) own: Option<Own>,
    /// The records that would be deleted with the rows chosen.
    pub(in crate::ui) deletes: Vec<RecordId>,
    /// The rows chosen and in the list, in its order, as last drawn.
    pub(in crate::ui) rows: Arc<Vec<RowKey>>,
    /// The records of all rows of the list, in its order, as last drawn, if the list is their own.
    pub(in crate::ui) listed: Vec<RecordId>,
    /// The inputs of those.
    pub(in crate::ui) follows: Option<(u64, Option<RowKey>, ListState, usize, Version)>,
}

impl Chosen {
    /// The records chosen, if there is more than one.
    pub fn records(&self) -> Vec<RecordId> {
        let records: Vec<_> = self.rows.iter().filter_map(|row| row.record()).collect();
        if records.len() > 1 { records } else { Vec::new() }
    }

    /// The records that can be deleted together.
    pub fn deletable(&self) -> Vec<RecordId> {
        if self.rows.len() > 1 { self.deletes.clone() } else { Vec::new() }
    }

    /// The records that the list shows, if they are its own.
    pub fn listed(&self) -> &[RecordId] {
        &self.listed
    }

    /// The row to go on with when these are deleted: the one below them, or else the one above.
    pub(crate) fn beside(&self, deleted: &[RecordId]) -> Option<RecordId> {
        let deleted: BTreeSet<_> = deleted.iter().collect();
        let is_left = |it: &&RecordId| !deleted.contains(*it);
        let last = self.listed.iter().rposition(|it| !is_left(&it)).filter(|_| self.drawn)?;
        let (above, below) = self.listed.split_at(last);
        below.iter().find(is_left).or_else(|| above.iter().rev().find(is_left)).copied()
    }

    /// Nothing is chosen any more.
    pub fn clear(&mut self) {
        *self = Self::default();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_chosen_one_by_one_stays_when_a_stretch_begins() {
        let mut several = Several::default();
        several.toggle([1], 4);
        several.toggle([1, 4], 6);
        several.stretch(Some(6));
        assert_eq!((several.anchor, several.more.len()), (Some(6), 3));
        several.toggle([1, 4, 6, 7, 8], 7);
        assert_eq!(several.more, BTreeSet::from([1, 4, 6, 8]));
        several.clear();
        assert!(several.is_empty());
    }
}
