//! The changes in a period according to the change log: texts, statuses, remedies.

use std::collections::{HashMap, HashSet};

use chrono::{Local, NaiveDate};

use super::Document;
use crate::model::describe::{Part, Stored, Told};
use crate::model::travel::{strictest, with_wholes};
use crate::model::{Keyed, Marking, Record, RecordId, Table};
use crate::store::{self, Change};

/// A field of a record whose value changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FieldChange {
    /// The record.
    pub record: RecordId,
    /// The column; `None` if the record was added, `deleted` if it was deleted. Then `from` is
    /// the name of the record.
    pub field: Option<String>,
    /// The value before, as text.
    pub from: String,
    /// The value after, as text.
    pub to: String,
    /// The day on which it was last changed.
    pub date: NaiveDate,
    /// The strictest marking the record has, or has had since the period began: what it said
    /// while it was RED stays RED.
    pub marking: Marking,
}

impl Document {
    /// The changes of proposals and remedies on the days after `since`, up to and including
    /// `until`: each field once, from its first value to its last. Changes undone within the period
    /// are left out.
    ///
    /// # Errors
    /// If the log cannot be read.
    pub fn field_changes(
        &self,
        since: NaiveDate,
        until: NaiveDate,
    ) -> Result<Vec<FieldChange>, store::Error> {
        let mut order = Vec::new();
        let mut net: HashMap<(RecordId, Option<String>), FieldChange> = HashMap::new();
        let mut markings = Markings::none();
        for step in self.history.steps() {
            let date = step.time.with_timezone(&Local).date_naive();
            if date <= since {
                continue;
            }
            // The merge itself reports what it brought in.
            let told = step.merged.is_none() && date <= until;
            for change in self.store.changes(step.id)? {
                markings.note(&change);
                if !told || change.record.table.description().told != Told::ByTheLog {
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
                        marking: Marking::Clear,
                    }
                });
                entry.to = words(&change.new);
                entry.date = date;
            }
        }
        // Fields filled in on a new record are part of adding it.
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
        for change in &mut kept {
            change.marking = self.strictest(change.record, &markings)?;
        }
        Ok(kept)
    }

    /// The strictest marking that a record, or any record it is part of, has or has had; works
    /// for deleted records too.
    fn strictest(&self, record: RecordId, had: &Markings) -> Result<Marking, store::Error> {
        let dossier = self.snapshot.dossier.marking.max(had.of_dossier);
        let all = with_wholes(record, |id| match self.snapshot.record(id) {
            Some(found) => Ok(Some(found)),
            None => self.store.find(id),
        })?;
        let before = all.iter().filter_map(|it| had.of_records.get(&it.record_id())).flatten();
        let before = before.map(|marking| marking.unwrap_or(dossier));
        Ok(before.fold(strictest(&all, dossier), Marking::max))
    }

    /// The code or title of a record, even if it is deleted.
    fn name_of(&self, record: RecordId) -> Result<String, store::Error> {
        let found = self.store.find(record)?;
        Ok(found.as_ref().and_then(Record::name).unwrap_or_default())
    }
}

/// The markings that changes set or removed.
struct Markings {
    // `None` is the dossier's own.
    of_records: HashMap<RecordId, HashSet<Option<Marking>>>,
    // The strictest.
    of_dossier: Marking,
}

impl Markings {
    fn none() -> Self {
        Self { of_records: HashMap::new(), of_dossier: Marking::Clear }
    }

    fn note(&mut self, change: &Change) {
        let part = change.field.as_deref().and_then(|field| change.record.table.part(field));
        if part != Some(Part::Marking) {
            return;
        }
        for value in [&change.old, &change.new] {
            let marking = Marking::from_key(&words(value));
            if change.record.table == Table::Dossier {
                self.of_dossier = self.of_dossier.max(marking.unwrap_or(Marking::Clear));
            } else {
                self.of_records.entry(change.record).or_default().insert(marking);
            }
        }
    }
}

fn words(value: &Stored) -> String {
    match value {
        Stored::Text(text) => text.to_string(),
        Stored::Integer(number) => number.to_string(),
        Stored::Real(number) => number.to_string(),
        Stored::Null => String::new(),
    }
}
