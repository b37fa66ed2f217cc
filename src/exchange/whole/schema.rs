//! The schema of a whole dossier as JSON, generated from the descriptions of its records.

use serde_json::{Map, Value, json};

use super::{FORMAT, VERSION};
use crate::model::describe::{Column, Holds};
use crate::model::{Keyed, Marking, Table, keys_of};

/// The schema as JSON Schema 2020-12, as stored in `data/schema`.
pub fn schema() -> String {
    let mut properties = Map::new();
    properties.insert("format".to_owned(), json!({ "const": FORMAT }));
    properties.insert("version".to_owned(), json!({ "const": VERSION }));
    let markings: Vec<_> = Marking::ALL.iter().map(|marking| marking.key()).collect();
    properties.insert("marking".to_owned(), json!({ "enum": markings }));
    for table in Table::ALL {
        properties.insert(table.key().to_owned(), rows(*table));
    }
    let required: Vec<_> = properties.keys().cloned().collect();
    let whole = json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "A dossier of CBM Workbench",
        "description": "Every record with all its columns, named as in the file. Identities are \
            UUIDs; a reference names the table it leads to. Days are written 2026-12-31, moments \
            in UTC; what is not known or does not apply is null.",
        "type": "object",
        "required": required,
        "additionalProperties": false,
        "properties": properties,
    });
    // All keys are strings, so this does not fail.
    serde_json::to_string_pretty(&whole).unwrap_or_default() + "\n"
}

/// The records of a table: a list of objects with a property per column.
fn rows(table: Table) -> Value {
    let mut properties = Map::new();
    for column in table.description().columns() {
        properties.insert(column.name.to_owned(), of(column));
    }
    json!({
        "type": "array",
        "items": {
            "type": "object",
            "required": table.columns(),
            "additionalProperties": false,
            "properties": properties,
        },
    })
}

fn of(column: Column) -> Value {
    match column.holds {
        Holds::Prose | Holds::Name => json!({ "type": ["string", "null"] }),
        Holds::Key(list) => {
            // So that a reader need not look them up elsewhere.
            let keys = keys_of(list).into_iter().map(Value::from).chain([Value::Null]);
            let keys: Vec<_> = keys.collect();
            json!({ "enum": keys, "description": format!("a key of the list {list}") })
        }
        Holds::Flag => json!({ "enum": [0, 1] }),
        Holds::Step(scale) => json!({
            "type": ["integer", "string", "null"],
            "description": format!("a step of the scale {scale}"),
        }),
        Holds::Number | Holds::Offset => json!({ "type": ["number", "null"] }),
        Holds::Date => json!({
            "type": ["string", "null"],
            "pattern": "^-?[0-9]{4,}(-[0-9]{2}(-[0-9]{2})?)?$",
        }),
        Holds::Time => json!({ "type": ["string", "null"], "pattern": "^[0-9]{2}:[0-9]{2}" }),
        Holds::Moment => json!({ "type": ["string", "null"], "format": "date-time" }),
        Holds::Id(table) => json!({
            "type": ["string", "null"],
            "format": "uuid",
            "description": format!("a record of {}", table.key()),
        }),
        Holds::IdInTable => json!({
            "type": ["string", "null"],
            "format": "uuid",
            "description": "a record of the table that the column before names",
        }),
    }
}
