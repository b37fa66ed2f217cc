//! The records that the rows of a table become, in our words.

use std::collections::HashMap;

use super::{title_of, value_words};
use crate::exchange::intake::Plan;
use crate::model::describe::{Column, Holds, Part, Value};
use crate::model::{Record, RecordId, Snapshot};
use crate::text::{Text, msg};

/// The record each row becomes, by line: for a new record all that is known of it, for a changed
/// one only the differences, for the rest its title.
pub(crate) fn plan_becomes(text: Text, before: &Snapshot, plan: &Plan) -> Vec<(u64, String)> {
    if plan.of_rows.is_empty() {
        return Vec::new();
    }
    // A new record may refer to other new ones.
    let mut after = before.clone();
    plan.records().iter().for_each(|record| after.put(record.clone()));
    let new: HashMap<RecordId, &Record> =
        plan.records().iter().map(|record| (record.record_id(), record)).collect();
    let becomes = |ids: &[RecordId]| {
        let told = ids.iter().enumerate().filter_map(|(place, id)| {
            let old = before.record(*id);
            let record = match new.get(id) {
                Some(record) => (*record).clone(),
                None => old.clone()?,
            };
            let mut words = vec![title_of(text, &after, &record)];
            if place > 0 {
                words.insert(0, text.kind_of(id.table, 1).to_owned());
            }
            words.extend(says(text, &after, old.as_ref(), &record));
            Some(words.join(" · "))
        });
        told.collect::<Vec<_>>().join(" · ")
    };
    plan.of_rows.iter().map(|(line, ids)| (*line, becomes(ids))).collect()
}

/// The content of a record besides its title, as far as it is new.
fn says(text: Text, after: &Snapshot, before: Option<&Record>, record: &Record) -> Vec<String> {
    let table = record.record_id().table;
    let title = |id| super::record_title(text, after, id);
    let called = title_of(text, after, record);
    let old: Vec<Value<'_>> =
        before.into_iter().flat_map(|it| it.values()).map(|it| it.1).collect();
    let told = record.values().enumerate().filter_map(|(at, (column, value))| {
        let empty = match &value {
            Value::Null => true,
            Value::Text(words) => words.trim().is_empty(),
            Value::Integer(_) | Value::Real(_) => false,
        };
        let is_other = match old.get(at) {
            Some(old) => *old != value,
            None => !empty && is_told(column, &value),
        };
        if !is_other {
            return None;
        }
        let words = value_words(text, table, column.name, &value, &title);
        // Words in the title are not repeated.
        let twice = before.is_none() && called.contains(&*words);
        let told = [("field", text.field(column.name).into()), ("value", words.into())];
        (!twice).then(|| text.with(msg!("becomes-field"), &told))
    });
    told.collect()
}

/// Whether a column of a new record is shown. Its author and its place among others are not, nor is
/// anything it is not, except that it does not decide.
fn is_told(column: Column, value: &Value<'_>) -> bool {
    let is_not = column.holds == Holds::Flag && *value == Value::Integer(0);
    !matches!(column.part, Part::Itself | Part::Author | Part::Rank | Part::Corrects)
        && (!is_not || column.name == "decides")
}
