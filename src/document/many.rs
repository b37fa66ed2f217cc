//! Edits that give many records one value in a field, or make many parties members of a group.

use std::collections::{HashMap, HashSet};

use chrono::NaiveDate;

use super::entries::redate;
use super::{Edit, StepName};
use crate::model::describe::{Column, Holds, Order, Part, Value};
use crate::model::{
    Group, GroupId, Keyed, Marking, Membership, PartyId, Position, PositionId, Record, RecordId,
    Snapshot, Table,
};

/// The columns of a table that many records can be given one value in.
///
/// Not the columns that tell records apart, nor those that say what each is part of. Markings are
/// set separately, which also reports how many become less confidential. Of entries that are corrected
/// and not changed, what was said is not among them: that is set in the cells.
pub(crate) fn fields_of_many(table: Table) -> impl Iterator<Item = Column> {
    let description = table.description();
    let corrected = description.columns().any(|column| column.part == Part::Corrects);
    let said = match description.order {
        Order::Line { says, .. } if corrected => Some(says),
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
            | Part::RestsOn => said != Some(column.name),
        };
        let held = match column.holds {
            Holds::Prose
            | Holds::Key(_)
            | Holds::Flag
            | Holds::Step(_)
            | Holds::Date
            | Holds::Id(_) => true,
            Holds::Number => column.is_salience(),
            Holds::Name | Holds::Offset | Holds::Time | Holds::Moment | Holds::IdInTable => false,
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
        Holds::Number if column.is_salience() => {
            Position::SALIENCE.map(|step| Value::Integer(step.into())).collect()
        }
        _ => return Vec::new(),
    };
    let values = values.into_iter().chain([Value::Null]);
    values.filter(|value| record.with(column.name, value.clone()).is_some()).collect()
}

/// Who makes an edit, and when.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Made<'a> {
    /// The name that new entries carry.
    pub author: &'a str,
    /// The day on which entries are made.
    pub day: NaiveDate,
    /// The entries set last: dating them is part of setting them.
    pub just_set: &'a [PositionId],
}

/// The edit that gives these records one value in a column; records that have it are left alone.
/// An entry that gets another day is corrected by one of that day, as when it is dated by itself.
/// `None` if one of them cannot have it.
pub(crate) fn field_edit(
    snapshot: &Snapshot,
    records: &[RecordId],
    column: &str,
    value: &Value<'_>,
    detail: impl Into<String>,
    made: Made<'_>,
) -> Option<Edit> {
    let table = records.first()?.table;
    let mut edit = Edit::new(StepName::Change(table), detail);
    let just_set: HashSet<_> = made.just_set.iter().copied().collect();
    for record in found_together(snapshot, records) {
        let changed = record.with(column, value.clone())?;
        if changed == record {
            continue;
        }
        match (record, changed) {
            (Record::Position(entry), Record::Position(moved)) if entry.date != moved.date => {
                edit.name = StepName::SetStance;
                let line = snapshot.line(moved.proposal, moved.by);
                let corrects = line.iter().find(|it| moved.replaces == Some(it.id));
                let held = corrects.map(|it| it.date);
                let set = just_set.contains(&moved.id);
                redate(&mut edit, &moved, set, (held, made.day), made.author);
            }
            (_, changed) => edit = edit.put(changed),
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
    use crate::document::Operation;
    use crate::document::entries::tests::dossier;
    use crate::model::{
        Bilingual, Dossier, Party, PartyKind, Proposal, ProposalId, Stance, Status,
    };
    use chrono::Days;

    const DAY: NaiveDate = NaiveDate::from_ymd_opt(2026, 9, 1).unwrap();
    const MADE: Made<'_> = Made { author: "", day: DAY, just_set: &[] };

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
        let change = |value: Value<'_>| field_edit(&snapshot, &ids, "status", &value, "", MADE);
        assert_eq!(change(value).unwrap().records().count(), 1);
        assert_eq!(change(Value::Null), None, "no status");
        assert_eq!(change(Value::Text("x".into())), None);
    }

    #[test]
    fn many_entries_get_another_day_each_as_when_it_is_dated_by_itself() {
        let (mut snapshot, proposal, party) = dossier();
        let said = Position::new(proposal, party, Some(Stance::Support), DAY);
        let today = DAY + Days::new(9);
        let set = Position::new(proposal, party, Some(Stance::Object), today);
        let ids = [said.record_id(), set.record_id()];
        let just_set = [set.id];
        snapshot.put(said.clone().into());
        snapshot.put(set.clone().into());
        let day = DAY + Days::new(3);
        let value = Value::Text(day.to_string().into());
        let made = Made { author: "A", day: today, just_set: &just_set };
        let edit = field_edit(&snapshot, &ids, "date", &value, "", made).unwrap();
        let dated: Vec<&Position> = edit
            .records()
            .map(|record| match record {
                Record::Position(entry) => entry,
                other => panic!("{other:?}"),
            })
            .collect();
        assert!(dated.iter().all(|entry| entry.date == day && entry.author == "A"));
        assert_eq!(dated[0].replaces, Some(said.id), "what was entered before is corrected");
        assert_eq!(
            dated[1].replaces, None,
            "what was only just set is dated as part of setting it"
        );
        assert!(edit.operations.contains(&Operation::Delete(set.record_id())));
        let same = Value::Text(DAY.to_string().into());
        let only = [said.record_id()];
        let edit = field_edit(&snapshot, &only, "date", &same, "", made).unwrap();
        assert!(edit.operations.is_empty(), "it has that day");
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
    fn of_entries_everything_but_the_stance_is_given_to_many() {
        let names: Vec<_> = fields_of_many(Table::Positions).map(|column| column.name).collect();
        let rests = [
            "date",
            "forum",
            "words",
            "source_id",
            "certainty",
            "salience",
            "condition",
            "reason",
            "hold",
        ];
        assert_eq!(names, rests);
        let position = Record::from(Position::new(ProposalId::new(), PartyId::new(), None, DAY));
        let weights = values_of(&position, column(Table::Positions, "salience"));
        assert_eq!(weights.len(), 6, "five steps, and none");
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
