//! Edits that give many records one value in a field, or make many parties members of a group.

use std::collections::{HashMap, HashSet};

use chrono::NaiveDate;

use super::{Edit, StepName};
use crate::model::describe::{Column, Holds, Order, Part, Value};
use crate::model::{
    Group, GroupId, Keyed, Marking, Membership, PartyId, PositionId, Record, RecordId, Snapshot,
    Table,
};

/// The columns of a table that many records can be given one value in.
///
/// Not the columns that tell records apart, nor those that say what each is part of. Markings are
/// set separately, which also reports how many become less confidential. For an entry, the evidence
/// can be given, while its stance and its day are corrected, not changed.
pub(crate) fn fields_of_many(table: Table) -> impl Iterator<Item = Column> {
    let description = table.description();
    let corrected = description.columns().any(|column| column.part == Part::Corrects);
    let said = match description.order {
        Order::Line { day, says, .. } if corrected => Some([day, says]),
        Order::Line { .. } | Order::ByContent | Order::AsMade { .. } | Order::Ranked(_) => None,
    };
    description.columns().filter(move |column| {
        let may = match column.part {
            Part::Itself
            | Part::Code
            | Part::Title
            | Part::Name
            | Part::Marking
            | Part::PartOf
            | Part::Corrects
            | Part::Rank
            | Part::Author
            | Part::Single => false,
            Part::Plain
            | Part::Region
            | Part::Certainty
            | Part::Negotiated
            | Part::NegotiatedLines
            | Part::RestsOn => !said.is_some_and(|said| said.contains(&column.name)),
        };
        let held = match column.holds {
            Holds::Prose
            | Holds::Key(_)
            | Holds::Flag
            | Holds::Step(_)
            | Holds::Date
            | Holds::Id(_) => true,
            Holds::Name
            | Holds::Number
            | Holds::Offset
            | Holds::Time
            | Holds::Moment
            | Holds::IdInTable => false,
        };
        may && held
    })
}

/// These records, in their order. There may be very many entries, so they are searched together.
pub(crate) fn found_together(snapshot: &Snapshot, records: &[RecordId]) -> Vec<Record> {
    let mut entries: HashMap<PositionId, Record> = HashMap::new();
    let wanted: HashSet<_> = records
        .iter()
        .filter(|it| it.table == Table::Positions)
        .map(|it| PositionId(it.id))
        .collect();
    if !wanted.is_empty() {
        let found = snapshot.positions.iter().filter(|entry| wanted.contains(&entry.id()));
        let found = found.filter_map(|entry| snapshot.position(entry));
        entries.extend(found.map(|entry| (entry.id, entry.into())));
    }
    let record = |id: &RecordId| {
        let entry = entries.get(&PositionId(id.id)).filter(|_| id.table == Table::Positions);
        entry.cloned().or_else(|| snapshot.record(*id))
    };
    records.iter().filter_map(record).collect()
}

/// The possible steps of a scale; a record says which of them it accepts.
const STEPS: std::ops::RangeInclusive<i64> = -9..=9;

/// The values of a closed list or scale that this record can have in a column, with no value last;
/// empty if the column is neither.
pub(crate) fn values_of(record: &Record, column: Column) -> Vec<Value<'static>> {
    let values: Vec<Value<'static>> = match column.holds {
        Holds::Key(list) => {
            let keys = crate::model::keys_of(list).into_iter();
            keys.map(|key| Value::Text(key.into())).collect()
        }
        Holds::Flag => vec![Value::Integer(1), Value::Integer(0)],
        Holds::Step(_) => STEPS.map(Value::Integer).collect(),
        _ => return Vec::new(),
    };
    let values = values.into_iter().chain([Value::Null]);
    values.filter(|value| record.with(column.name, value.clone()).is_some()).collect()
}

/// The edit that gives these records one value in a column; records that have it are left alone.
/// `None` if one of them cannot have it.
pub(crate) fn field_edit(
    snapshot: &Snapshot,
    records: &[RecordId],
    column: &str,
    value: &Value<'_>,
    detail: impl Into<String>,
) -> Option<Edit> {
    let table = records.first()?.table;
    let mut edit = Edit::new(StepName::Change(table), detail);
    for record in found_together(snapshot, records) {
        let changed = record.with(column, value.clone())?;
        if changed != record {
            edit = edit.put(changed);
        }
    }
    Some(edit)
}

/// The edit that makes these parties members of a group, which may be new; parties that are members
/// on this day are left alone.
pub(crate) fn membership_edit(
    snapshot: &Snapshot,
    group: &Group,
    parties: &[PartyId],
    day: NaiveDate,
) -> Edit {
    let new = !snapshot.groups.iter().any(|it| it.id == group.id);
    let name = if new { StepName::Add(Table::Groups) } else { StepName::Add(Table::Memberships) };
    let mut edit = Edit::new(name, group.code.as_str());
    if new {
        edit = edit.put(group.clone());
    }
    let members = members_on(snapshot, group.id, day);
    for party in parties.iter().filter(|party| !members.contains(party)) {
        edit = edit.put(Membership::new(group.id, *party));
    }
    edit
}

/// The members of a group on a day.
fn members_on(snapshot: &Snapshot, group: GroupId, day: NaiveDate) -> Vec<PartyId> {
    let memberships = snapshot.memberships.iter();
    let own = memberships.filter(|it| it.group == group && it.holds_on(day));
    own.map(|it| it.party).collect()
}

/// Whether the records of a table can be marked one by one.
pub(crate) fn can_mark(table: Table) -> bool {
    table != Table::Dossier && table.has_marking()
}

/// The markings a record can be given, from the widest.
pub(crate) fn markings() -> impl Iterator<Item = Option<Marking>> {
    [None].into_iter().chain(Marking::ALL.iter().copied().map(Some))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Bilingual, Dossier, Party, PartyKind, Proposal, Status};

    fn column(table: Table, name: &str) -> Column {
        fields_of_many(table).find(|column| column.name == name).unwrap()
    }

    #[test]
    fn many_records_get_one_value_and_those_that_have_it_are_left_alone() {
        let mut snapshot = Snapshot::new(Dossier::new(""));
        let mut tabled = Proposal::new("A", Bilingual::default());
        tabled.status = Status::Tabled;
        let idea = Proposal::new("B", Bilingual::default());
        let ids = [tabled.record_id(), idea.record_id()];
        snapshot.put(tabled.into());
        snapshot.put(idea.into());
        let value = Value::Text("tabled".into());
        let edit = field_edit(&snapshot, &ids, "status", &value, "").unwrap();
        assert_eq!(edit.records().count(), 1);
        assert_eq!(field_edit(&snapshot, &ids, "status", &Value::Null, ""), None, "no status");
        assert_eq!(field_edit(&snapshot, &ids, "status", &Value::Text("x".into()), ""), None);
    }

    #[test]
    fn a_record_says_itself_which_values_it_takes() {
        let party = Record::from(Party::new("A", Bilingual::default(), PartyKind::State));
        let kinds = values_of(&party, column(Table::Parties, "kind"));
        assert_eq!(kinds.len(), 6, "every kind, and it must have one");
        let camps = values_of(&party, column(Table::Parties, "camp"));
        assert_eq!(camps.last(), Some(&Value::Null), "it need not have one");
        let note = values_of(&party, column(Table::Parties, "note"));
        assert!(note.is_empty(), "{note:?}");
    }

    #[test]
    fn of_entries_what_they_rest_on_is_given_to_many_and_what_was_said_is_not() {
        let names: Vec<_> = fields_of_many(Table::Positions).map(|column| column.name).collect();
        let rests = ["forum", "words", "source_id", "certainty", "condition", "reason", "hold"];
        assert_eq!(names, rests);
        let of_parties: Vec<_> = fields_of_many(Table::Parties).map(|column| column.name).collect();
        assert!(!of_parties.contains(&"ours"), "one party is one's own: {of_parties:?}");
        // An assessment is changed as it is, so its day can be given to many.
        assert!(fields_of_many(Table::Assessments).any(|column| column.name == "date"));
    }

    #[test]
    fn what_tells_records_apart_is_never_given_to_many() {
        for table in Table::ALL {
            for column in fields_of_many(*table) {
                assert!(!["id", "code", "title_en", "name_en", "marking"].contains(&column.name));
            }
        }
    }
}
