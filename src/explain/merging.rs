//! A merge in words: what is in conflict, on which side stands what, why it cannot be made.

use std::path::Path;

use rusqlite::types::Value;

use super::{Explanation, explain_store, field_label, record_title};
use crate::document::merge::{Clash, Conflict, ConflictKind, MergeError};
use crate::exchange::PackageError;
use crate::model::{
    Ballot, Keyed, Marking, RecordId, RemedyStatus, Snapshot, Stance, Status, Table,
};
use crate::store::Change;
use crate::text::Text;

/// Explains why two files cannot be merged.
pub fn explain_merge(text: Text, error: &MergeError, path: &Path) -> Explanation {
    let named = |id: &str| text.with(id, &[("path", path.display().to_string().into())]);
    let (what, next) = match error {
        MergeError::Store(error) => return explain_store(text, error, path),
        MergeError::NoCommonPoint => ("error-no-common-point", "next-no-common-point"),
        MergeError::SameFile => ("error-same-file", "next-same-file"),
    };
    Explanation { what: named(what), safe: named("safe-nothing-merged"), next: named(next) }
}

/// Explains why a package could not be made or read.
pub fn explain_package(text: Text, error: &PackageError, path: &Path) -> Explanation {
    let named = |id: &str| text.with(id, &[("path", path.display().to_string().into())]);
    let (what, next) = match error {
        PackageError::Store(error) => return explain_store(text, error, path),
        PackageError::NotAPackage => ("error-not-a-package", "next-not-a-package"),
        PackageError::Newer => ("error-newer-package", "next-newer-package"),
        PackageError::Protected => ("error-package-protected", "next-protected"),
        PackageError::WrongPassphrase => ("error-package-passphrase", "next-package-passphrase"),
        PackageError::Damaged => ("error-package-damaged", "next-package-damaged"),
        PackageError::InTheOpen => ("error-in-the-open", "next-in-the-open"),
    };
    Explanation { what: named(what), safe: named("safe-untouched"), next: named(next) }
}

/// What a conflict is about: the kind of record and its name, as either side knows it.
pub fn conflict_title(text: Text, sides: [&Snapshot; 2], conflict: &Conflict) -> String {
    let name = title_of(text, sides, conflict.record);
    let table = text.label(conflict.record.table);
    match conflict.field() {
        Some(field) => format!("{table} {name}, {}", field_label(text, field)),
        None => format!("{table} {name}"),
    }
}

/// Why a conflict has to be decided, in a sentence.
pub fn conflict_reason(text: Text, conflict: &Conflict) -> String {
    let Some(deleted) = &conflict.deletion else {
        return text.label(conflict.kind).to_owned();
    };
    let counts = [
        ("along", (deleted.group.len() - 1).into()),
        ("added", (deleted.added.len() + deleted.resting.len()).into()),
    ];
    text.with(
        if deleted.here { "conflict-deleted-here" } else { "conflict-deleted-there" },
        &counts,
    )
}

/// A field of a conflict with its values in words: the label, base, here, there.
pub fn clash_words(text: Text, sides: [&Snapshot; 2], clash: &Clash) -> [String; 4] {
    let value = |value: &Value| value_words(text, sides, clash.field, value);
    let label = field_label(text, clash.field).to_owned();
    [label, value(&clash.base), value(&clash.mine), value(&clash.theirs)]
}

/// The value before a change and after it, in words.
pub fn change_words(text: Text, snapshot: &Snapshot, change: &Change) -> [String; 2] {
    let field = change.field.as_deref().unwrap_or_default();
    let sides = [snapshot, snapshot];
    [&change.old, &change.new].map(|value| value_words(text, sides, field, value))
}

/// The words of a comment that keeps the other side of a conflict that is put off.
pub fn later_remark(text: Text, sides: [&Snapshot; 2], conflict: &Conflict) -> String {
    let mut lines =
        vec![text.with("later-remark", &[("what", conflict_title(text, sides, conflict).into())])];
    if let Some(deleted) = &conflict.deletion {
        let id = if deleted.here { "later-deleted-here" } else { "later-deleted-there" };
        lines.push(text.get(id).to_owned());
    }
    for clash in &conflict.clashes {
        let [label, _, mine, theirs] = clash_words(text, sides, clash);
        let arguments = [("field", label.into()), ("mine", mine.into()), ("theirs", theirs.into())];
        lines.push(text.with("later-field", &arguments));
    }
    if let (ConflictKind::SameKey, Some(other)) = (conflict.kind, conflict.other) {
        let other = [("what", title_of(text, sides, other).into())];
        lines.push(text.with("later-other", &other));
    }
    lines.join("\n")
}

fn title_of(text: Text, sides: [&Snapshot; 2], record: RecordId) -> String {
    let table = text.label(record.table);
    let titles = sides.map(|side| record_title(text, side, record));
    let named = titles.into_iter().find(|title| title != table);
    named.unwrap_or_default()
}

/// A value of the file as a person reads it.
fn value_words(text: Text, sides: [&Snapshot; 2], field: &str, value: &Value) -> String {
    let shown = match value {
        Value::Null => return text.get("not-filled-in").to_owned(),
        Value::Integer(number)
            if ["decides", "main", "crossed", "resolved", "deleted"].contains(&field) =>
        {
            return text.get(if *number == 0 { "no" } else { "yes" }).to_owned();
        }
        Value::Integer(number) => number.to_string(),
        Value::Real(number) => text.decimal(&number.to_string()),
        Value::Blob(_) => String::new(),
        Value::Text(words) => words.clone(),
    };
    if shown.trim().is_empty() {
        return text.get("not-filled-in").to_owned();
    }
    if let Some(table) = named_table(field)
        && let Ok(id) = uuid::Uuid::try_parse(&shown)
    {
        return title_of(text, sides, RecordId { table, id });
    }
    keyed_words(text, field, &shown).unwrap_or(shown)
}

/// The table of the record that a column names.
fn named_table(field: &str) -> Option<Table> {
    Some(match field {
        "proposal_id" => Table::Proposals,
        "party_id" | "other_id" => Table::Parties,
        "group_id" => Table::Groups,
        "source_id" => Table::Sources,
        "assessment_id" => Table::Assessments,
        "meeting_id" => Table::Meetings,
        "roll_call_id" => Table::RollCalls,
        "answers" => Table::Comments,
        "replaces" => Table::Positions,
        _ => return None,
    })
}

/// The label of a key in a column of a closed list.
fn keyed_words(text: Text, field: &str, key: &str) -> Option<String> {
    fn label<T: Keyed>(text: Text, key: &str) -> Option<String> {
        T::from_key(key).map(|value| text.label(value).to_owned())
    }
    match field {
        "stance" => label::<Stance>(text, key),
        "ballot" => label::<Ballot>(text, key),
        "marking" => Marking::from_key(key).map(|marking| marking.label().to_owned()),
        "status" => label::<Status>(text, key).or_else(|| label::<RemedyStatus>(text, key)),
        _ => None,
    }
}
