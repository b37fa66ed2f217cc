//! Reads a whole dossier from JSON.

use serde_json::{Map, Value as Json};

use super::{FORMAT, VERSION};
use crate::model::describe::{Columns, Value};
use crate::model::{Dossier, Keyed, Position, PositionId, Record, Table};

/// Why no dossier can be made from the file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fault {
    /// It is not JSON, with the line where that shows.
    Json(usize),
    /// It is of another kind, or of an unknown version.
    Version,
    /// It has something that no dossier has, or something is missing; with its name.
    Name(String),
    /// A value makes no sense: its table, the index of the record in it from 1, and the column.
    Value(Table, usize, &'static str),
    /// It has no record of the dossier itself, or several.
    Dossier,
}

/// Whether a file is to be read as a whole dossier, judging by its beginning: no table begins like
/// a JSON object.
pub fn is_whole(beginning: &[u8]) -> bool {
    let beginning = beginning.strip_prefix(b"\xef\xbb\xbf").unwrap_or(beginning);
    beginning.trim_ascii_start().starts_with(b"{")
}

/// Reads a dossier and its records, each after those it refers to.
///
/// # Errors
/// [`Fault`], the first that is found.
pub fn read(bytes: &[u8]) -> Result<(Dossier, Vec<Record>), Fault> {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let whole: Json = serde_json::from_slice(bytes).map_err(|error| Fault::Json(error.line()))?;
    let Json::Object(mut whole) = whole else { return Err(Fault::Version) };
    let says = |key: &str, value: &Json| whole.get(key) == Some(value);
    if !says("format", &FORMAT.into()) || !says("version", &VERSION.into()) {
        return Err(Fault::Version);
    }
    // The marking follows from the records.
    for key in ["format", "version", "marking"] {
        whole.remove(key);
    }
    let (mut dossier, mut records) = (None, Vec::new());
    for table in Table::ALL {
        let Some(Json::Array(rows)) = whole.remove(table.key()) else {
            return Err(Fault::Name(table.key().to_owned()));
        };
        let mut of_table = Vec::with_capacity(rows.len());
        for (row, place) in rows.into_iter().zip(1..) {
            of_table.push(record(*table, row, place)?);
        }
        if *table == Table::Dossier {
            dossier = match (of_table.pop(), of_table.is_empty()) {
                (Some(Record::Dossier(dossier)), true) => Some(dossier),
                _ => return Err(Fault::Dossier),
            };
        }
        if *table == Table::Positions {
            of_table = corrected_first(of_table);
        }
        records.append(&mut of_table);
    }
    match whole.into_iter().next() {
        Some((unknown, _)) => Err(Fault::Name(unknown)),
        None => Ok((dossier.ok_or(Fault::Dossier)?, records)),
    }
}

fn record(table: Table, row: Json, place: usize) -> Result<Record, Fault> {
    let Json::Object(mut row) = row else {
        return Err(Fault::Value(table, place, "id"));
    };
    let mut columns = Row { names: table.columns(), row: &mut row, next: 0 };
    let read = Record::read(table, &mut columns);
    let last = columns.next.saturating_sub(1);
    let last = table.columns().get(last).copied().unwrap_or_default();
    let record = read.ok_or(Fault::Value(table, place, last))?;
    match row.into_iter().next() {
        Some((unknown, _)) => Err(Fault::Name(format!("{}.{unknown}", table.key()))),
        None => Ok(record),
    }
}

/// The columns of one record.
struct Row<'a> {
    names: &'static [&'static str],
    row: &'a mut Map<String, Json>,
    next: usize,
}

impl Columns<'static> for Row<'_> {
    fn next(&mut self) -> Option<Value<'static>> {
        let name = self.names.get(self.next)?;
        self.next += 1;
        match self.row.remove(*name)? {
            Json::Null => Some(Value::Null),
            Json::String(text) => Some(Value::Text(text.into())),
            Json::Number(number) => match number.as_i64() {
                Some(number) => Some(Value::Integer(number)),
                None => number.as_f64().map(Value::Real),
            },
            Json::Bool(_) | Json::Array(_) | Json::Object(_) => None,
        }
    }
}

/// Puts every entry after the one it corrects. Entries that correct each other in a circle stay
/// last, and are refused like any other dangling reference.
fn corrected_first(records: Vec<Record>) -> Vec<Record> {
    let corrects = |record: &Record| match record {
        Record::Position(Position { replaces, .. }) => *replaces,
        _ => None,
    };
    let mut done: std::collections::HashSet<PositionId> = std::collections::HashSet::new();
    let mut ordered = Vec::with_capacity(records.len());
    let mut rest = records;
    loop {
        let before = ordered.len();
        let (now, later): (Vec<_>, Vec<_>) = rest
            .into_iter()
            .partition(|record| corrects(record).is_none_or(|other| done.contains(&other)));
        done.extend(now.iter().map(|record| PositionId(record.record_id().id)));
        ordered.extend(now);
        rest = later;
        if rest.is_empty() || ordered.len() == before {
            ordered.append(&mut rest);
            return ordered;
        }
    }
}
