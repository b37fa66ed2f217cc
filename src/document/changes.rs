//! What was changed in a time, as far as the change log tells: texts, statuses, remedies.

use std::collections::{HashMap, HashSet};

use chrono::{Local, NaiveDate};
use rusqlite::types::Value;

use super::Document;
use crate::model::{Record, RecordId, Table};
use crate::store;

/// A field of a record that has another value than before.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FieldChange {
    /// The record.
    pub record: RecordId,
    /// The column; `None` where the record was added, `deleted` where it was deleted. Then
    /// `from` is what it was called.
    pub field: Option<String>,
    /// The value before, as text.
    pub from: String,
    /// The value after, as text.
    pub to: String,
    /// The day on which it was last changed.
    pub date: NaiveDate,
}

/// The tables whose records have no dates of their own, so that only the log tells.
const LOGGED: [Table; 2] = [Table::Proposals, Table::Remedies];

impl Document {
    /// What was changed in proposals and remedies on the days after `since` and not after
    /// `until`: each field once, from what it was first to what it was last. What was taken
    /// back in that time is not among them.
    ///
    /// # Errors
    /// What kept the log from being read.
    pub fn field_changes(
        &self,
        since: NaiveDate,
        until: NaiveDate,
    ) -> Result<Vec<FieldChange>, store::Error> {
        let mut order = Vec::new();
        let mut net: HashMap<(RecordId, Option<String>), FieldChange> = HashMap::new();
        for step in self.history.steps() {
            let date = step.time.with_timezone(&Local).date_naive();
            // What a merge brought in is told by the merge itself.
            if step.merged.is_some() || date <= since || date > until {
                continue;
            }
            for change in self.store.changes(step.id)? {
                if !LOGGED.contains(&change.record.table) {
                    continue;
                }
                let key = (change.record, change.field.clone());
                let entry = net.entry(key.clone()).or_insert_with(|| {
                    order.push(key);
                    FieldChange {
                        record: change.record,
                        field: change.field.clone(),
                        from: words(&change.old),
                        to: String::new(),
                        date,
                    }
                });
                entry.to = words(&change.new);
                entry.date = date;
            }
        }
        // What was filled in on a new record is part of adding it.
        let added: HashSet<_> =
            order.iter().filter(|(_, field)| field.is_none()).map(|(record, _)| *record).collect();
        let changes = order.into_iter().filter_map(|key| net.remove(&key));
        let mut kept = Vec::new();
        for mut change in changes {
            let (there, new) = (self.snapshot.has(change.record), added.contains(&change.record));
            match change.field.as_deref() {
                Some("deleted") if !there && !new => {
                    change.from = self.name_of(change.record)?;
                    kept.push(change);
                }
                Some("deleted") => {}
                None if there => kept.push(change),
                Some(_) if there && !new && change.from != change.to => kept.push(change),
                _ => {}
            }
        }
        Ok(kept)
    }

    /// The code or title of a record, also where it is deleted.
    fn name_of(&self, record: RecordId) -> Result<String, store::Error> {
        Ok(match self.store.find(record)? {
            Some(Record::Proposal(proposal)) => proposal.code,
            Some(Record::Remedy(remedy)) => remedy.title,
            _ => String::new(),
        })
    }
}

fn words(value: &Value) -> String {
    match value {
        Value::Text(text) => text.clone(),
        Value::Integer(number) => number.to_string(),
        Value::Real(number) => number.to_string(),
        Value::Null | Value::Blob(_) => String::new(),
    }
}
