//! Values of the file as a person reads them.

use rusqlite::types::Value;
use uuid::Uuid;

use crate::library::aim_text;
use crate::model::{
    Aim, Ballot, Bindingness, Camp, Certainty, Forum, GroupKind, Instruction, Keyed, Marking,
    MeasureKind, MeetingKind, Obstacle, PartialDate, PartyKind, PollKind, RecordId, RemedyKind,
    RemedyStatus, Scope, Side, SilenceOutcome, SlideKind, SourceKind, Stance, Status, Table, Trust,
};
use crate::text::Text;

/// A value of a column in words; `title` names the records that columns name.
pub(super) fn value_words(
    text: Text,
    table: Table,
    field: &str,
    value: &Value,
    title: &dyn Fn(RecordId) -> String,
) -> String {
    let shown = match value {
        Value::Null => return text.get("not-filled-in").to_owned(),
        Value::Integer(number) if is_flag(field) => {
            return text.get(if *number == 0 { "no" } else { "yes" }).to_owned();
        }
        Value::Integer(number) if field == "trust" => {
            return text.label_or(Trust::from_number(*number), "not-filled-in").to_owned();
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
        && let Ok(id) = Uuid::try_parse(&shown)
    {
        return title(RecordId { table, id });
    }
    keyed_words(text, table, field, &shown).unwrap_or(shown)
}

fn is_flag(field: &str) -> bool {
    matches!(field, "decides" | "main" | "crossed" | "resolved" | "deleted")
}

/// The table of the record that a column names.
pub(super) fn named_table(field: &str) -> Option<Table> {
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

/// The label of a key in a column of a closed list, and a day as it is written.
fn keyed_words(text: Text, table: Table, field: &str, key: &str) -> Option<String> {
    fn label<T: Keyed>(text: Text, key: &str) -> Option<String> {
        T::from_key(key).map(|value| text.label(value).to_owned())
    }
    match (table, field) {
        (_, "stance") => label::<Stance>(text, key),
        (_, "ballot") => label::<Ballot>(text, key),
        (_, "marking") => Marking::from_key(key).map(|marking| marking.label().to_owned()),
        (Table::Remedies, "status") => label::<RemedyStatus>(text, key),
        (_, "status") => label::<Status>(text, key),
        (_, "forum") => label::<Forum>(text, key),
        (_, "certainty") => label::<Certainty>(text, key),
        (_, "measure") => label::<MeasureKind>(text, key),
        (_, "bindingness") => label::<Bindingness>(text, key),
        (_, "scope") => label::<Scope>(text, key),
        (_, "obstacle") => label::<Obstacle>(text, key),
        (_, "camp") => label::<Camp>(text, key),
        (_, "yes_side") => label::<Side>(text, key),
        (Table::Briefs, "instruction") => label::<Instruction>(text, key),
        (Table::Meetings, "outcome") => label::<SilenceOutcome>(text, key),
        (Table::AimTags, "aim") => {
            Aim::from_key(key).map(|aim| text.of(&aim_text(aim).name()).to_owned())
        }
        (Table::Parties, "kind") => label::<PartyKind>(text, key),
        (Table::Groups, "kind") => label::<GroupKind>(text, key),
        (Table::Sources, "kind") => label::<SourceKind>(text, key),
        (Table::Remedies, "kind") => label::<RemedyKind>(text, key),
        (Table::Meetings, "kind") => label::<MeetingKind>(text, key),
        (Table::Polls, "kind") => label::<PollKind>(text, key),
        (Table::Slides, "kind") => label::<SlideKind>(text, key),
        (_, "region" | "subregion") => Some(text.region(key).to_owned()),
        (_, "date" | "since" | "until" | "due" | "done" | "instruction_by") => {
            key.parse::<PartialDate>().ok().map(|date| text.date(date))
        }
        (_, "made") => {
            let made = chrono::DateTime::parse_from_rfc3339(key).ok()?;
            Some(text.moment(made.to_utc()))
        }
        _ => None,
    }
}
