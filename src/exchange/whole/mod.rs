//! A whole dossier as JSON: every record of every table with all its columns, so that another
//! program can read it and the dossier can be rebuilt without loss.
//!
//! The format is described in `data/schema/dossier-1.json`, which is generated from the
//! descriptions of the records. Not included: the change log, the workspace and anything deleted.

mod read;
mod schema;

use serde::ser::{Serialize, SerializeMap, Serializer};

pub use read::{Fault, is_whole, read};
pub use schema::schema;

use crate::analysis::Owners;
use crate::draft::may_have_brackets;
use crate::model::describe::Value;
use crate::model::{Comment, Keyed, Marking, Record, Snapshot, Table};

/// The format name in the file.
const FORMAT: &str = "cbm-workbench dossier";

/// The version of the schema, raised whenever a reader of the previous one would be wrong.
const VERSION: u64 = 1;

/// Writes every record of a dossier, and returns the strictest marking among them.
pub fn write(snapshot: &Snapshot) -> (Vec<u8>, Marking) {
    let mut records: Vec<Record> = vec![snapshot.dossier.clone().into()];
    records.extend(snapshot.arena_records());
    records.extend(snapshot.group_positions.iter().map(|it| Record::from(it.clone())));
    let entries = snapshot.positions.iter().filter_map(|entry| snapshot.position(entry));
    records.extend(entries.map(Record::from));
    records.sort_by_key(Record::record_id);
    let strictest = records.iter().map(|record| snapshot.marking_of(record.record_id())).max();
    let marking = strictest.unwrap_or(snapshot.dossier.marking).max(in_brackets(snapshot));
    let mut bytes = Vec::new();
    // Writing to memory does not fail, and all keys are strings.
    let whole = Whole { marking, records: &records };
    let _ = serde_json::to_writer_pretty(&mut bytes, &whole);
    bytes.push(b'\n');
    (bytes, marking)
}

/// The strictest marking of a bracket in a text, which may be stricter than that of any record.
fn in_brackets(snapshot: &Snapshot) -> Marking {
    let owners = Owners::new(snapshot);
    let paragraphs = snapshot.paragraphs.iter().map(|it| &*it.words);
    let proposals = snapshot.proposals.iter().map(|it| &*it.text);
    let texts = paragraphs.chain(proposals).filter(|it| may_have_brackets(it));
    texts.map(|it| owners.strictest_in(snapshot, it)).max().unwrap_or(Marking::Clear)
}

/// As [`write()`] for others: no author is named. Only the authors of comments remain in what may be
/// seen, because reviewers of a copy answer each other.
pub fn write_unsigned(snapshot: &Snapshot) -> (Vec<u8>, Marking) {
    let mut snapshot = snapshot.clone();
    let comments: Vec<Comment> = snapshot.comments.iter().cloned().collect();
    for comment in comments {
        snapshot.put(Comment { author: String::new(), ..comment }.into());
    }
    write(&snapshot)
}

struct Whole<'a> {
    marking: Marking,
    // In the order of their tables.
    records: &'a [Record],
}

impl Serialize for Whole<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("format", FORMAT)?;
        map.serialize_entry("version", &VERSION)?;
        map.serialize_entry("marking", &self.marking)?;
        let mut rest = self.records;
        for table in Table::ALL {
            let count = rest.iter().take_while(|it| it.record_id().table == *table).count();
            let (rows, others) = rest.split_at(count);
            map.serialize_entry(table.key(), &Rows(rows))?;
            rest = others;
        }
        map.end()
    }
}

struct Rows<'a>(&'a [Record]);

impl Serialize for Rows<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.0.iter().map(Row))
    }
}

struct Row<'a>(&'a Record);

impl Serialize for Row<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let values = self.0.values().map(|(column, value)| (column.name, Cell(value)));
        serializer.collect_map(values)
    }
}

struct Cell<'a>(Value<'a>);

impl Serialize for Cell<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match &self.0 {
            Value::Null => serializer.serialize_none(),
            Value::Integer(number) => serializer.serialize_i64(*number),
            Value::Real(number) => serializer.serialize_f64(*number),
            Value::Text(text) => serializer.serialize_str(text),
        }
    }
}
