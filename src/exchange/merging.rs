//! What a merge came to, as JSON.

use rusqlite::types::Value;
use serde_json::{Map, Value as Json, json};

use crate::document::merge::{Clash, Conflict, ConflictKind, Merge};

/// The report of a merge: how many records were taken over, and what had or has to be
/// decided, each with both sides.
pub fn merge_report(merge: &Merge) -> String {
    let conflicts: Vec<_> = merge.conflicts.iter().map(conflict).collect();
    let report = json!({
        "taken": merge.taken.len(),
        "steps": merge.steps.len(),
        "undecided": merge.undecided(),
        "conflicts": conflicts,
    });
    format!("{report:#}\n")
}

fn conflict(conflict: &Conflict) -> Json {
    let [base, mine, theirs] = sides(conflict);
    json!({
        "kind": conflict.kind,
        "table": conflict.record.table,
        "record": conflict.record.id,
        "other": conflict.other.map(|other| other.id),
        "field": conflict.field(),
        "base": base,
        "mine": mine,
        "theirs": theirs,
        "decision": conflict.decision,
    })
}

fn sides(conflict: &Conflict) -> [Json; 3] {
    let one = conflict.clashes.first().filter(|_| conflict.kind == ConflictKind::Field);
    if let Some(clash) = one {
        return [&clash.base, &clash.mine, &clash.theirs].map(plain);
    }
    let all = |side: fn(&Clash) -> &Value| {
        let fields = conflict.clashes.iter();
        Json::Object(
            fields.map(|clash| (clash.field.to_owned(), plain(side(clash)))).collect::<Map<_, _>>(),
        )
    };
    let sides = [all(|it| &it.base), all(|it| &it.mine), all(|it| &it.theirs)];
    match &conflict.deletion {
        None => sides,
        Some(deleted) => {
            let [base, mine, theirs] = sides;
            let gone = Json::String("deleted".to_owned());
            if deleted.here { [base, gone, theirs] } else { [base, mine, gone] }
        }
    }
}

fn plain(value: &Value) -> Json {
    match value {
        Value::Null | Value::Blob(_) => Json::Null,
        Value::Integer(number) => json!(number),
        Value::Real(number) => json!(number),
        Value::Text(text) => json!(text),
    }
}
