//! The result of a merge, as JSON.

use serde_json::{Map, Value as Json, json};

use crate::document::merge::{By, Clash, Conflict, ConflictKind, How, Merge, Taken};
use crate::model::describe::Stored;
use crate::store::{Change, ForeignStep};

/// The report of a merge: what was taken over, field by field; what had or has to be decided, with
/// both sides; and the steps that came along. The author of a step is as the other copy gives it;
/// `under_own_name` says that this is the name of the user who merges.
pub(crate) fn merge_report(merge: &Merge, own_name: &str) -> String {
    let conflicts: Vec<_> = merge.conflicts.iter().map(conflict).collect();
    let report = json!({
        "taken": merge.taken.len(),
        "same": merge.same(),
        "steps": merge.steps.len(),
        "undecided": merge.undecided(),
        "conflicts": conflicts,
        "changes": merge.taken.iter().map(taken).collect::<Vec<_>>(),
        "brought": merge.steps.iter().map(|it| step(it, own_name)).collect::<Vec<_>>(),
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
        "mine_by": by(conflict.by[0].as_ref()),
        "theirs_by": by(conflict.by[1].as_ref()),
        "decision": conflict.decision,
    })
}

fn by(by: Option<&By>) -> Json {
    by.map_or(Json::Null, |by| json!({ "author": by.author, "time": by.time }))
}

fn taken(taken: &Taken) -> Json {
    let fields = taken.fields.iter().map(|clash| {
        json!({ "field": clash.field, "from": plain(&clash.mine), "to": plain(&clash.theirs) })
    });
    json!({
        "table": taken.record.table,
        "record": taken.record.id,
        "how": match taken.how {
            How::Added => "added",
            How::BroughtBack => "brought-back",
            How::Changed => "changed",
        },
        "fields": fields.collect::<Vec<_>>(),
    })
}

fn step(foreign: &ForeignStep, own_name: &str) -> Json {
    let change = |change: &Change| {
        json!({
            "table": change.record.table,
            "record": change.record.id,
            "field": change.field,
            "from": plain(&change.old),
            "to": plain(&change.new),
        })
    };
    json!({
        "author": foreign.step.author,
        "under_own_name": foreign.step.is_by(own_name),
        "time": foreign.step.time,
        "changes": foreign.changes.iter().map(change).collect::<Vec<_>>(),
    })
}

fn sides(conflict: &Conflict) -> [Json; 3] {
    let one = conflict.clashes.len() == 1;
    let one = one && matches!(conflict.kind, ConflictKind::Field | ConflictKind::Loosened);
    if let Some(clash) = conflict.clashes.first().filter(|_| one) {
        return [&clash.base, &clash.mine, &clash.theirs].map(plain);
    }
    let all = |side: fn(&Clash) -> &Stored| {
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

fn plain(value: &Stored) -> Json {
    match value {
        Stored::Null => Json::Null,
        Stored::Integer(number) => json!(number),
        Stored::Real(number) => json!(number),
        Stored::Text(text) => json!(text),
    }
}
