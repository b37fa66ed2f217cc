//! Edits: what a user does to a dossier in one go, with a name.

use super::deletion;
use crate::model::{Keyed, Position, Record, RecordId, Snapshot, Table, Vote};

/// Declares the names of steps: each simple one with its key in the log.
macro_rules! step_names {
    ($( $(#[$meta:meta])* $name:ident = $key:literal, )+) => {
        /// The name of a step, as the history and the undo menu show it.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum StepName {
            /// Adds a record to this table.
            Add(Table),
            /// Changes a record of this table.
            Change(Table),
            /// Deletes a record of this table, with what depends on it.
            Delete(Table),
            $( $(#[$meta])* $name, )+
        }

        impl StepName {
            /// The key in the log.
            pub fn key(self) -> String {
                match self {
                    Self::Add(table) => format!("add-{}", table.key()),
                    Self::Change(table) => format!("change-{}", table.key()),
                    Self::Delete(table) => format!("delete-{}", table.key()),
                    $( Self::$name => $key.to_owned(), )+
                }
            }

            /// The name with this key.
            pub fn from_key(key: &str) -> Option<Self> {
                match key {
                    $( $key => return Some(Self::$name), )+
                    _ => {}
                }
                let (verb, table) = key.split_once('-')?;
                let table = Table::from_key(table)?;
                match verb {
                    "add" => Some(Self::Add(table)),
                    "change" => Some(Self::Change(table)),
                    "delete" => Some(Self::Delete(table)),
                    _ => None,
                }
            }

            /// Every possible name.
            #[cfg(test)]
            fn all() -> impl Iterator<Item = Self> {
                let tables = Table::ALL.iter().copied();
                let composed =
                    tables.flat_map(|it| [Self::Add(it), Self::Change(it), Self::Delete(it)]);
                [$( Self::$name, )+].into_iter().chain(composed)
            }
        }
    };
}

step_names! {
    /// Sets a stance.
    SetStance = "set-stance",
    /// Makes a stance unknown again.
    ClearStance = "clear-stance",
    /// Logs what a party answered when it was called.
    LogCall = "log-call",
    /// Pastes a block of stances.
    PasteStances = "paste-stances",
    /// Imports a table of positions.
    ImportPositions = "import-positions",
    /// Imports roll calls.
    ImportRollCalls = "import-roll-calls",
    /// Imports parties, proposals, memberships, sources or contacts.
    ImportRecords = "import-records",
    /// Takes in a version of a text from a file.
    ImportText = "import-text",
    /// Assesses an obstacle.
    Assess = "assess",
    /// Merges another copy of the dossier.
    Merge = "merge",
    /// Restores an earlier value of a field.
    Restore = "restore",
    /// Restores the whole dossier to an earlier state.
    BringBack = "bring-back",
    /// Marks many records at once.
    Mark = "mark",
    /// Records a stance in the room.
    TakeDown = "take-down",
    /// Records how many in the room took each stance, without names.
    TakeDownTally = "take-down-tally",
    /// Records a temperature poll.
    Poll = "poll",
    /// Prepares the running order of the room.
    Prepare = "prepare",
}

/// One change to one record.
#[derive(Clone, Debug, PartialEq)]
#[expect(clippy::large_enum_variant, reason = "nearly all operations are of the large kind")]
pub enum Operation {
    /// Adds the record, or changes the fields that differ.
    Put(Record),
    /// Deletes the record.
    Delete(RecordId),
}

/// Everything a user does in one go: one transaction, one step in the history.
#[derive(Clone, Debug, PartialEq)]
pub struct Edit {
    /// Its name.
    pub name: StepName,
    /// Its subject, in the words of the dossier, such as `Brazil · A/RES/73/27`.
    pub detail: String,
    /// The changes, in order.
    pub operations: Vec<Operation>,
    /// Entries to add after the operations. They are separate because a table may have millions,
    /// and a `Record` takes more than twice the memory.
    pub entries: Vec<Position>,
    /// Votes to add after the operations, kept separately for the same reason.
    pub votes: Vec<Vote>,
}

impl Edit {
    /// An edit without changes yet.
    pub fn new(name: StepName, detail: impl Into<String>) -> Self {
        Self {
            name,
            detail: detail.into(),
            operations: Vec::new(),
            entries: Vec::new(),
            votes: Vec::new(),
        }
    }

    /// An edit that adds one record.
    pub fn add(record: impl Into<Record>, detail: impl Into<String>) -> Self {
        let record = record.into();
        Self::new(StepName::Add(record.record_id().table), detail).put(record)
    }

    /// An edit that changes one record.
    pub fn change(record: impl Into<Record>, detail: impl Into<String>) -> Self {
        let record = record.into();
        Self::new(StepName::Change(record.record_id().table), detail).put(record)
    }

    /// An edit that deletes one record and what depends on it; see [`deletion::deletion`].
    pub fn delete(snapshot: &Snapshot, record: RecordId, detail: impl Into<String>) -> Self {
        Self::delete_all(snapshot, record.table, &[record], detail)
    }

    /// An edit that deletes these records and what depends on them; the step is named after `table`.
    pub fn delete_all(
        snapshot: &Snapshot,
        table: Table,
        records: &[RecordId],
        detail: impl Into<String>,
    ) -> Self {
        let mut edit = Self::new(StepName::Delete(table), detail);
        let deletion = deletion(snapshot, records);
        edit.operations.extend(deletion.detached.into_iter().map(Operation::Put));
        edit.operations.extend(deletion.along.into_iter().map(Operation::Delete));
        // A record may refer to another of the same table that is deleted with it.
        edit.operations.extend(records.iter().rev().copied().map(Operation::Delete));
        edit
    }

    /// Also adds or changes this record.
    #[must_use]
    pub fn put(mut self, record: impl Into<Record>) -> Self {
        self.operations.push(Operation::Put(record.into()));
        self
    }

    /// The records it puts, not counting its entries and votes.
    pub fn records(&self) -> impl Iterator<Item = &Record> {
        self.operations.iter().filter_map(|operation| match operation {
            Operation::Put(record) => Some(record),
            Operation::Delete(_) => None,
        })
    }

    /// Everything it puts, each record after those it refers to: for a dossier that does not exist
    /// yet.
    pub(crate) fn into_records(self) -> impl Iterator<Item = Record> {
        let put = self.operations.into_iter().filter_map(|operation| match operation {
            Operation::Put(record) => Some(record),
            Operation::Delete(_) => None,
        });
        let votes = self.votes.into_iter().map(Record::from);
        put.chain(votes).chain(self.entries.into_iter().map(Record::from))
    }

    /// The records it deletes.
    pub fn deleted(&self) -> impl Iterator<Item = RecordId> {
        self.operations.iter().filter_map(|operation| match operation {
            Operation::Put(_) => None,
            Operation::Delete(record) => Some(*record),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_step_name_has_a_key_of_its_own_that_leads_back_to_it() {
        let mut keys = std::collections::HashSet::new();
        for name in StepName::all() {
            assert_eq!(StepName::from_key(&name.key()), Some(name));
            assert!(keys.insert(name.key()), "{name:?}");
        }
    }
}
