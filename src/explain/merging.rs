//! A merge in words: its conflicts, the values on either side, and why it may be impossible.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};
use std::path::Path;

use uuid::Uuid;

use super::titles::full_title;
use super::values::{named_table, value_words};
use super::{Explanation, explain_edit, explain_store, record_title, step_label};
use crate::document::merge::{Clash, Conflict, ConflictKind, How, Merge, MergeError, Taken};
use crate::document::{self, StepName};
use crate::exchange::PackageError;
use crate::model::describe::Stored;
use crate::model::{CommentId, RecordId, Snapshot, Table};
use crate::store::Change;
use crate::text::{Message, Text, msg};

/// Explains why two files cannot be merged.
pub(crate) fn explain_merge(text: Text, error: &MergeError, path: &Path) -> Explanation {
    let named = |id: Message| text.with(id, &[("path", path.display().to_string().into())]);
    let (what, next) = match error {
        MergeError::Store(error) => return explain_store(text, error, path),
        MergeError::NoCommonPoint => (msg!("error-no-common-point"), msg!("next-no-common-point")),
        MergeError::SameFile => (msg!("error-same-file"), msg!("next-same-file")),
    };
    Explanation { what: named(what), safe: named(msg!("safe-nothing-merged")), next: named(next) }
}

/// Explains why a merge could not be carried out as decided, and names the decision.
pub(crate) fn explain_merging(
    text: Text,
    told: &Told,
    merge: &Merge,
    error: &document::Error,
    path: &Path,
) -> Explanation {
    let document::Error::Undecidable { record, conflict } = error else {
        return explain_edit(text, error, path);
    };
    let conflict = conflict.and_then(|place| merge.conflicts.get(place));
    let what = conflict.map_or_else(|| told.named(*record), |it| told.conflict(it));
    Explanation {
        what: text.with(msg!("error-undecidable"), &[("what", what.into())]),
        safe: text.get(msg!("safe-nothing-merged")).to_owned(),
        next: text.get(msg!("next-undecidable")).to_owned(),
    }
}

/// Explains why a package could not be made or read.
pub(crate) fn explain_package(text: Text, error: &PackageError, path: &Path) -> Explanation {
    let named = |id: Message| text.with(id, &[("path", path.display().to_string().into())]);
    let (what, next) = match error {
        PackageError::Store(error) => return explain_store(text, error, path),
        PackageError::Target(to, error) => return explain_store(text, error, to),
        PackageError::NotAPackage => (msg!("error-not-a-package"), msg!("next-not-a-package")),
        PackageError::Newer => (msg!("error-newer-package"), msg!("next-newer-package")),
        PackageError::Protected => (msg!("error-package-protected"), msg!("next-protected")),
        PackageError::WrongPassphrase => {
            (msg!("error-package-passphrase"), msg!("next-package-passphrase"))
        }
        PackageError::Damaged => (msg!("error-package-damaged"), msg!("next-package-damaged")),
        PackageError::InTheOpen => (msg!("error-in-the-open"), msg!("next-in-the-open")),
    };
    let safe = match error {
        PackageError::Damaged => msg!("safe-package"),
        _ => msg!("safe-untouched"),
    };
    Explanation { what: named(what), safe: named(safe), next: named(next) }
}

/// Why a conflict needs a decision, in a sentence.
pub(crate) fn conflict_reason(text: Text, conflict: &Conflict) -> String {
    let Some(deleted) = &conflict.deletion else {
        let id = match (conflict.kind, conflict.record.table, conflict.field()) {
            (ConflictKind::SameKey, _, Some("code")) => msg!("conflict-same-code"),
            (ConflictKind::Loosened, Table::Parties, Some("decides")) => msg!("conflict-decides"),
            (ConflictKind::Loosened, Table::Dossier, Some(field)) if field != "marking" => {
                msg!("conflict-setting")
            }
            _ => return text.label(conflict.kind).to_owned(),
        };
        return text.get(id).to_owned();
    };
    let counts = [
        ("along", deleted.group.len().saturating_sub(1).into()),
        ("added", (deleted.added.len() + deleted.resting.len()).into()),
    ];
    let id = match (conflict.kind, deleted.here) {
        (ConflictKind::Deleted, _) => msg!("conflict-only-deleted"),
        (_, true) => msg!("conflict-deleted-here"),
        (_, false) => msg!("conflict-deleted-there"),
    };
    text.with(id, &counts)
}

/// The values before and after a change, in words.
pub(crate) fn change_words(text: Text, snapshot: &Snapshot, change: &Change) -> [String; 2] {
    let field = change.field.as_deref().unwrap_or_default();
    let title = |record| record_title(text, snapshot, record);
    [&change.old, &change.new]
        .map(|value| value_words(text, change.record.table, field, value, &title))
}

/// Labels for the steps that merges brought in, made from their changes. The names that those steps
/// carry are only the sender's claim.
pub fn brought_labels(
    text: Text,
    snapshot: &Snapshot,
    steps: &[(Uuid, Vec<Change>)],
) -> HashMap<Uuid, String> {
    let named = steps.iter().flat_map(|(_, changes)| named_in(changes)).collect();
    let titles = titles(text, &[snapshot], &named);
    let title = |record: RecordId| titles.get(&record.id).cloned().unwrap_or_default();
    steps.iter().map(|(step, changes)| (*step, step_words(text, changes, &title))).collect()
}

/// The records of changes, up to the number that is ever named.
fn named_in(changes: &[Change]) -> impl Iterator<Item = RecordId> {
    let records: BTreeSet<_> = changes.iter().map(|change| change.record).collect();
    records.into_iter().take(NAMED)
}

/// Records named per step.
const NAMED: usize = 3;

/// The titles of these records, from the first side that has them.
fn titles(text: Text, sides: &[&Snapshot], of: &HashSet<RecordId>) -> HashMap<Uuid, String> {
    let mut titles = HashMap::new();
    for side in sides {
        let entries = side.positions.iter().filter(|entry| of.contains(&entry.id().into()));
        for entry in entries.filter_map(|entry| side.position(entry)) {
            let id = entry.id.0;
            if let Some(title) = full_title(text, side, &entry.into()) {
                titles.entry(id).or_insert(title);
            }
        }
        for record in of {
            if let Some(title) = side.record(*record).and_then(|it| full_title(text, side, &it)) {
                titles.entry(record.id).or_insert(title);
            }
        }
    }
    titles.retain(|_, title: &mut String| !title.is_empty());
    titles
}

/// A record taken over by a merge, in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TakenWords {
    /// The record, and what happens to it.
    pub record: String,
    /// Each field that changes, with its old and new value.
    pub fields: Vec<String>,
}

/// Puts a merge into words, knowing the titles of all records in it.
#[derive(Clone, Debug)]
pub struct Told {
    text: Text,
    titles: HashMap<Uuid, String>,
}

impl Told {
    /// Looks up the titles of the records, on either side.
    pub fn new(text: Text, sides: [&Snapshot; 2], merge: &Merge) -> Self {
        let mut told: HashSet<RecordId> = HashSet::new();
        let of_clash = |record: RecordId, clash: &Clash| {
            let table = named_table(record.table, clash.field);
            let values = [&clash.base, &clash.mine, &clash.theirs];
            let ids = values.map(|value| match value {
                Stored::Text(id) => Uuid::try_parse(id).ok(),
                _ => None,
            });
            ids.map(|id| table.zip(id).map(|(table, id)| RecordId { table, id }))
        };
        for conflict in &merge.conflicts {
            told.extend(conflict.records());
            let clashes = conflict.clashes.iter();
            told.extend(clashes.flat_map(|it| of_clash(conflict.record, it)).flatten());
        }
        for taken in &merge.taken {
            told.insert(taken.record);
            let fields = taken.fields.iter();
            told.extend(fields.flat_map(|it| of_clash(taken.record, it)).flatten());
            let comment = sides[1].comments.get(CommentId(taken.record.id));
            told.extend(comment.map(|comment| comment.about));
        }
        for foreign in &merge.steps {
            told.extend(named_in(&foreign.changes));
        }
        let titles = titles(text, &sides, &told);
        Self { text, titles }
    }

    /// The language.
    pub fn text(&self) -> Text {
        self.text
    }

    fn title(&self, record: RecordId) -> String {
        self.titles.get(&record.id).cloned().unwrap_or_default()
    }

    /// The kind and title of a record, from whichever side has it.
    pub fn named(&self, record: RecordId) -> String {
        let name = self.title(record);
        format!("{} {name}", self.text.label(record.table)).trim_end().to_owned()
    }

    /// The subject of a conflict.
    pub fn conflict(&self, conflict: &Conflict) -> String {
        let name = self.named(conflict.record);
        match conflict.field() {
            Some(field) => format!("{name}, {}", self.text.field(field)),
            None => name,
        }
    }

    /// A field of a conflict in words: its label, and the values of base, mine and theirs.
    pub(crate) fn clash(&self, table: Table, clash: &Clash) -> [String; 4] {
        let title = |record| self.title(record);
        let value = |value| value_words(self.text, table, clash.field, value, &title);
        let label = self.text.field(clash.field).to_owned();
        [label, value(&clash.base), value(&clash.mine), value(&clash.theirs)]
    }

    /// A record taken over, field by field.
    pub fn taken(&self, taken: &Taken) -> TakenWords {
        let (text, table) = (self.text, taken.record.table);
        let record = self.named(taken.record);
        let record = match taken.how {
            How::Changed => record,
            How::Added => text.with(msg!("merge-added"), &[("what", record.into())]),
            How::BroughtBack => text.with(msg!("merge-brought-back"), &[("what", record.into())]),
        };
        // The record that a comment is on takes two columns, of which one is shown.
        let shown = taken.fields.iter().filter(|clash| clash.field != "table_name");
        let fields = shown.map(|clash| {
            let [label, _, before, mut after] = self.clash(table, clash);
            if let (Table::Comments, "record_id", Stored::Text(id)) =
                (table, clash.field, &clash.theirs)
            {
                let id = Uuid::try_parse(id).unwrap_or_default();
                after = self.titles.get(&id).cloned().unwrap_or_default();
            }
            match taken.how {
                How::Changed => format!("{label}: {before} → {after}"),
                How::Added | How::BroughtBack => format!("{label}: {after}"),
            }
        });
        TakenWords { record, fields: fields.collect() }
    }

    /// The label of a step of the other side, made from its changes.
    pub fn step(&self, changes: &[Change]) -> String {
        step_words(self.text, changes, &|record| self.title(record))
    }

    /// The values on both sides of a conflict, field by field.
    pub fn sides(&self, conflict: &Conflict) -> Vec<String> {
        let sides = conflict.clashes.iter().map(|clash| {
            let [label, _, mine, theirs] = self.clash(conflict.record.table, clash);
            let arguments =
                [("field", label.into()), ("mine", mine.into()), ("theirs", theirs.into())];
            self.text.with(msg!("later-field"), &arguments)
        });
        sides.collect()
    }

    /// The text of a comment that preserves the other side of a postponed conflict.
    pub fn later(&self, conflict: &Conflict) -> String {
        let text = self.text;
        let what = [("what", self.conflict(conflict).into())];
        let mut lines = vec![text.with(msg!("later-remark"), &what)];
        if let Some(deleted) = &conflict.deletion {
            let id =
                if deleted.here { msg!("later-deleted-here") } else { msg!("later-deleted-there") };
            lines.push(text.get(id).to_owned());
        }
        lines.extend(self.sides(conflict));
        if let (ConflictKind::SameKey, Some(other)) = (conflict.kind, conflict.other) {
            lines.push(text.with(msg!("later-other"), &[("what", self.title(other).into())]));
        }
        lines.join("\n")
    }
}

/// Changes as the label of a step: one record with its fields, or several records.
fn step_words(text: Text, changes: &[Change], title: &dyn Fn(RecordId) -> String) -> String {
    let mut records: BTreeMap<RecordId, Vec<&Change>> = BTreeMap::new();
    for change in changes {
        records.entry(change.record).or_default().push(change);
    }
    let mut each = records.iter();
    let Some((record, changes)) = each.next() else {
        return text.get(msg!("step-other")).to_owned();
    };
    if records.len() > 1 {
        let names = records.keys().map(|record| {
            let title = title(*record);
            if title.is_empty() { text.label(record.table).to_owned() } else { title }
        });
        let mut names: Vec<_> = names.take(NAMED).collect();
        if records.len() > NAMED {
            names.push("…".to_owned());
        }
        let arguments = [("count", records.len().into()), ("what", names.join(", ").into())];
        return text.with(msg!("step-brought-many"), &arguments);
    }
    let deleted = changes.iter().rev().find(|change| change.field.as_deref() == Some("deleted"));
    let gone = deleted.is_some_and(|change| change.new == Stored::Integer(1));
    let (name, fields) = match changes.iter().any(|change| change.field.is_none()) {
        _ if gone => (StepName::Delete(record.table), Vec::new()),
        true => (StepName::Add(record.table), Vec::new()),
        false if deleted.is_some() => (StepName::Add(record.table), Vec::new()),
        false => {
            let fields = changes.iter().filter_map(|change| change.field.as_deref());
            let labels = fields.map(|field| text.field(field));
            (StepName::Change(record.table), labels.filter(|label| !label.is_empty()).collect())
        }
    };
    let (title, fields) = (title(*record), fields.join(", "));
    let detail = if fields.is_empty() || title.is_empty() {
        format!("{title}{fields}")
    } else {
        format!("{title}: {fields}")
    };
    step_label(text, &name.key(), &detail)
}
