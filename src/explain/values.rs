//! Stored values in words.

use chrono::DateTime;
use uuid::Uuid;

use super::{filter_words, record_title, words_read};
use crate::analysis::{Filter, Owners};
use crate::draft::{may_have_brackets, parts};
use crate::library::aim_text;
use crate::model::describe::{Column, Holds, Part, Seen, Value};
use crate::model::{Aim, Keyed, Marking, PartialDate, Record, RecordId, Snapshot, Table};
use crate::text::{Text, msg};

/// A record as the room sees it when it is shown: each filled field, by its name.
pub(crate) fn on_the_wall(text: Text, snapshot: &Snapshot, record: &Record) -> Vec<String> {
    let filled = record.values().filter(|(_, value)| match value {
        Value::Null => false,
        Value::Text(text) => !text.trim().is_empty(),
        Value::Integer(_) | Value::Real(_) => true,
    });
    fields(text, snapshot, record, filled)
}

/// The same of the fields that the room sees otherwise than before, also those that are empty now.
pub(crate) fn changed_on_the_wall(
    text: Text,
    snapshot: &Snapshot,
    was: &Record,
    is: &Record,
) -> Vec<String> {
    let changed = was.values().zip(is.values()).filter(|((_, was), (_, is))| was != is);
    fields(text, snapshot, is, changed.map(|(_, is)| is))
}

fn fields<'a>(
    text: Text,
    snapshot: &Snapshot,
    record: &Record,
    values: impl Iterator<Item = (Column, Value<'a>)>,
) -> Vec<String> {
    let table = record.record_id().table;
    let title = |record| record_title(text, snapshot, record);
    let on_walls = values.filter(|(column, _)| match column.seen {
        Seen::Wall | Seen::OwnWall | Seen::WallDay => {
            !matches!(column.part, Part::Itself | Part::Marking)
        }
        Seen::Copy | Seen::CopyDay | Seen::OwnCopy | Seen::Never => false,
    });
    let line = |(column, value): (Column, Value<'_>)| {
        let words = match (&value, column.part) {
            (Value::Text(stored), Part::Negotiated | Part::NegotiatedLines) => {
                as_read(text, snapshot, stored)
            }
            _ => value_words(text, table, column.name, &value, &title),
        };
        format!("{}: {words}", text.field(column.name))
    };
    on_walls.map(line).collect()
}

/// A text under negotiation as people read it, not as it is stored.
pub(crate) fn as_read(text: Text, snapshot: &Snapshot, stored: &str) -> String {
    if !may_have_brackets(stored) {
        return stored.to_owned();
    }
    let owners = Owners::new(snapshot);
    let read = |part| words_read(text, &owners.read(part));
    parts(stored).into_iter().map(read).collect::<Vec<_>>().join("\n")
}

/// A column's value in words; `title` names the records it refers to.
pub(crate) fn value_words(
    text: Text,
    table: Table,
    field: &str,
    value: &Value<'_>,
    title: &dyn Fn(RecordId) -> String,
) -> String {
    let Some(column) = table.description().column(field) else {
        // Whether a record is deleted is not a field of its own.
        return flag(text, value).to_owned();
    };
    let words = match value {
        Value::Text(kept) if is_filter(table, field) => {
            Some(filter_words(text, &Filter::from_kept(kept), title))
        }
        Value::Null => None,
        Value::Integer(number) => Some(integer(text, column, *number)),
        Value::Real(number) => Some(text.decimal(&number.to_string())),
        Value::Text(shown) => words(text, column, shown, title),
    };
    let words = words.filter(|words| !words.trim().is_empty());
    words.unwrap_or_else(|| text.get(msg!("not-filled-in")).to_owned())
}

/// A column's value in words, from the text form used in the log; empty for no value. `title` names
/// the records it refers to.
pub(crate) fn logged_words(
    text: Text,
    table: Table,
    field: &str,
    value: &str,
    title: &dyn Fn(RecordId) -> String,
) -> String {
    if value.is_empty() {
        return String::new();
    }
    if is_filter(table, field) {
        return filter_words(text, &Filter::from_kept(value), title);
    }
    let in_words = |column: Column| match column.holds {
        Holds::Flag | Holds::Step(_) | Holds::Number | Holds::Offset => {
            Some(integer(text, column, value.parse().ok()?))
        }
        Holds::Prose
        | Holds::Name
        | Holds::Key(_)
        | Holds::Date
        | Holds::Time
        | Holds::Moment
        | Holds::Id(_)
        | Holds::IdInTable => words(text, column, value, title),
    };
    let words = table.description().column(field).and_then(in_words);
    words.unwrap_or_else(|| value.to_owned())
}

/// Whether a column holds a filter, in a form that is not for readers.
fn is_filter(table: Table, field: &str) -> bool {
    table == Table::SavedViews && field == "filter"
}

/// The table a column refers to, if it is always the same one.
pub(super) fn named_table(table: Table, field: &str) -> Option<Table> {
    let column = table.description().column(field)?;
    match column.holds {
        Holds::Id(named) if column.part != Part::Itself => Some(named),
        _ => None,
    }
}

fn flag(text: Text, value: &Value<'_>) -> &'static str {
    text.get(if *value == Value::Integer(0) { msg!("no") } else { msg!("yes") })
}

fn integer(text: Text, column: Column, number: i64) -> String {
    match column.holds {
        Holds::Flag => flag(text, &Value::Integer(number)).to_owned(),
        Holds::Offset => text.zone(i16::try_from(number).unwrap_or_default()),
        Holds::Number if column.is_salience() => {
            u8::try_from(number).map_or_else(|_| number.to_string(), |it| text.salience(it))
        }
        Holds::Step(scale) => {
            let label = text.label_of(scale, &number.to_string());
            label.map_or_else(|| number.to_string(), str::to_owned)
        }
        Holds::Prose
        | Holds::Name
        | Holds::Key(_)
        | Holds::Number
        | Holds::Date
        | Holds::Time
        | Holds::Moment
        | Holds::Id(_)
        | Holds::IdInTable => number.to_string(),
    }
}

/// `None` if the value cannot be read.
fn words(
    text: Text,
    column: Column,
    shown: &str,
    title: &dyn Fn(RecordId) -> String,
) -> Option<String> {
    Some(match column.holds {
        Holds::Key(list) => label(text, list, shown)?,
        Holds::Date => text.date(shown.parse::<PartialDate>().ok()?),
        Holds::Moment => text.moment(DateTime::parse_from_rfc3339(shown).ok()?.to_utc()),
        Holds::Id(table) => title(RecordId { table, id: Uuid::try_parse(shown).ok()? }),
        Holds::IdInTable => return None,
        Holds::Prose if column.part == Part::Region => text.region(shown).to_owned(),
        Holds::Prose
        | Holds::Name
        | Holds::Flag
        | Holds::Step(_)
        | Holds::Number
        | Holds::Offset
        | Holds::Time => shown.to_owned(),
    })
}

/// The label of a key of a closed list; `None` if this version does not know it.
fn label(text: Text, list: &str, key: &str) -> Option<String> {
    Some(match list {
        Marking::NAME => Marking::from_key(key)?.label().to_owned(),
        Aim::NAME => text.of(&aim_text(Aim::from_key(key)?).name()).to_owned(),
        list => text.label_of(list, key)?.to_owned(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Language;
    use crate::model::describe::Stored;

    #[test]
    fn no_key_flag_or_id_reaches_a_reader() {
        let title = |_| "what it is called".to_owned();
        for language in Language::ALL {
            let text = Text::new(*language);
            for table in Table::ALL {
                for column in table.description().columns() {
                    let name = column.name;
                    let shown = |value: Stored| value_words(text, *table, name, &value, &title);
                    match column.holds {
                        Holds::Flag => assert_eq!(shown(Stored::Integer(1)), text.get(msg!("yes"))),
                        Holds::Step(_) => {
                            let words = shown(Stored::Integer(1));
                            assert!(words.parse::<i64>().is_err(), "{table:?}.{name}: {words}");
                        }
                        Holds::Id(_) => {
                            let id = Uuid::now_v7().to_string();
                            assert_eq!(shown(Stored::Text(id.into())), "what it is called");
                        }
                        Holds::Offset => assert_eq!(shown(Stored::Integer(120)), "UTC+2"),
                        _ => {}
                    }
                }
            }
        }
    }

    #[test]
    fn every_key_a_column_can_hold_has_a_label() {
        for table in Table::ALL {
            for column in table.description().columns() {
                let Holds::Key(list) = column.holds else { continue };
                let keys = crate::model::keys_of(list);
                assert!(!keys.is_empty(), "{list}");
                for key in keys {
                    for language in Language::ALL {
                        let words = label(Text::new(*language), list, key);
                        assert!(words.is_some_and(|it| !it.is_empty()), "{list}: {key}");
                    }
                }
            }
        }
    }
}
