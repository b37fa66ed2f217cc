//! Edits: what a user does to a dossier in one go, with a name.

use super::deletion;
use crate::model::{Keyed, Record, RecordId, Snapshot, Table};

/// What a step does, as the history and the undo menu name it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StepName {
    /// Adds a record to this table.
    Add(Table),
    /// Changes a record of this table.
    Change(Table),
    /// Deletes a record of this table, with what hangs on it.
    Delete(Table),
    /// Sets a stance.
    SetStance,
    /// Says that a stance is unknown again.
    ClearStance,
    /// Pastes a block of stances.
    PasteStances,
    /// Imports a table of positions.
    ImportPositions,
    /// Assesses an obstacle.
    Assess,
    /// Merges another copy of the dossier.
    Merge,
    /// Sets a field back to what it was.
    Restore,
    /// Marks many records at once.
    Mark,
    /// Takes down a stance in the room.
    TakeDown,
    /// Takes down how many in the room took each stance, without names.
    TakeDownTally,
    /// Takes down a temperature poll.
    Poll,
    /// Prepares the running order of the room.
    Prepare,
}

impl StepName {
    const SIMPLE: [(&'static str, Self); 12] = [
        ("set-stance", Self::SetStance),
        ("clear-stance", Self::ClearStance),
        ("paste-stances", Self::PasteStances),
        ("import-positions", Self::ImportPositions),
        ("assess", Self::Assess),
        ("merge", Self::Merge),
        ("restore", Self::Restore),
        ("mark", Self::Mark),
        ("take-down", Self::TakeDown),
        ("take-down-tally", Self::TakeDownTally),
        ("poll", Self::Poll),
        ("prepare", Self::Prepare),
    ];

    /// The key that stands in the log.
    pub fn key(self) -> String {
        match self {
            Self::Add(table) => format!("add-{}", table.key()),
            Self::Change(table) => format!("change-{}", table.key()),
            Self::Delete(table) => format!("delete-{}", table.key()),
            simple => {
                let found = Self::SIMPLE.iter().find(|(_, name)| *name == simple);
                found.map(|(key, _)| *key).unwrap_or_default().to_owned()
            }
        }
    }

    /// The name with this key.
    pub fn from_key(key: &str) -> Option<Self> {
        if let Some((_, name)) = Self::SIMPLE.iter().find(|(simple, _)| *simple == key) {
            return Some(*name);
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

/// What a user does in one go: one transaction, one step in the history.
#[derive(Clone, Debug, PartialEq)]
pub struct Edit {
    /// What it does.
    pub name: StepName,
    /// To what, in the words of the dossier, such as `Brazil · A/RES/73/27`.
    pub detail: String,
    /// The changes, in order.
    pub operations: Vec<Operation>,
}

impl Edit {
    /// An edit without changes yet.
    pub fn new(name: StepName, detail: impl Into<String>) -> Self {
        Self { name, detail: detail.into(), operations: Vec::new() }
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

    /// An edit that deletes one record and what hangs on it; see [`deletion::deletion`].
    pub fn delete(snapshot: &Snapshot, record: RecordId, detail: impl Into<String>) -> Self {
        let mut edit = Self::new(StepName::Delete(record.table), detail);
        let deletion = deletion(snapshot, record);
        edit.operations.extend(deletion.detached.into_iter().map(Operation::Put));
        edit.operations.extend(deletion.along.into_iter().map(Operation::Delete));
        edit.operations.push(Operation::Delete(record));
        edit
    }

    /// Also adds or changes this record.
    #[must_use]
    pub fn put(mut self, record: impl Into<Record>) -> Self {
        self.operations.push(Operation::Put(record.into()));
        self
    }

    /// The records it puts.
    pub fn records(&self) -> impl Iterator<Item = &Record> {
        self.operations.iter().filter_map(|operation| match operation {
            Operation::Put(record) => Some(record),
            Operation::Delete(_) => None,
        })
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
    fn every_step_name_leads_back_from_its_key() {
        let simple = StepName::SIMPLE.map(|(_, name)| name);
        let composed = Table::ALL.iter().flat_map(|table| {
            [StepName::Add(*table), StepName::Change(*table), StepName::Delete(*table)]
        });
        for name in simple.into_iter().chain(composed) {
            assert_eq!(StepName::from_key(&name.key()), Some(name));
        }
    }
}
