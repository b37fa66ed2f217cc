//! Makes the outcome obey the rules whatever was decided: decisions are made one by one, and two of
//! them may leave two records with one code. So every decision on offer can be carried out.

use std::collections::{BTreeMap, HashMap, HashSet};

use super::chains::{let_hold, open_ring, rings};
use super::days::corrects;
use super::keys::{self, has_code, key, meet};
use super::outcome::{Outcome, joined};
use super::{ConflictKind, place};
use crate::model::describe::{Holds, Part, Stored};
use crate::model::words::code_key;
use crate::model::{Keyed, Marking, RecordId, Table};

/// Settles everything table by table; a table comes after those its records name.
pub(super) fn settle(outcome: &mut Outcome<'_>) {
    for table in Table::ALL.iter().copied() {
        outcome.redirect(table);
        if table == Table::Positions {
            corrections(outcome);
            continue;
        }
        let mut keys: BTreeMap<String, Vec<RecordId>> = BTreeMap::new();
        for record in outcome.records(table) {
            let row = outcome.now(record).filter(|row| !row.deleted);
            if let Some((_, key)) = row.and_then(|row| key(table, row)) {
                keys.entry(key).or_default().push(record);
            }
        }
        for records in keys.into_values().filter(|records| records.len() > 1) {
            if has_code(table) {
                codes(outcome, &records);
            } else {
                pairs(outcome, &records);
            }
        }
    }
}

/// One of the records with the same code keeps it.
fn codes(outcome: &mut Outcome<'_>, records: &[RecordId]) {
    let keeps = records.iter().find(|record| !outcome.yields.contains(record));
    let Some(keeps) = keeps.or(records.first()).copied() else { return };
    for record in records.iter().filter(|record| **record != keeps) {
        recode(outcome, *record);
    }
}

/// Gives a record a free code.
fn recode(outcome: &mut Outcome<'_>, record: RecordId) {
    let Some(place) = place(record.table, "code") else { return };
    let decided = outcome.rows.iter().filter(|(other, _)| other.table == record.table);
    let decided = decided.filter_map(|(_, row)| match row.values.get(place) {
        Some(Stored::Text(code)) if !row.deleted => Some(code_key(code)),
        _ => None,
    });
    let taken: HashSet<String> = decided.collect();
    let codes = &outcome.merge.codes;
    let Some(Stored::Text(code)) = outcome.now(record).map(|row| row.values[place].clone()) else {
        return;
    };
    let stem: String = code.chars().take(45).collect();
    // The suffix comes from the identity, so that every copy arrives at the same code, in
    // whatever order copies are merged.
    let digits = record.id.simple().to_string();
    let free = [4, 8, 12]
        .into_iter()
        .map(|length| format!("{stem}-{}", &digits[digits.len() - length..]))
        .find(|code| {
            let code = code_key(code);
            !taken.contains(&code) && !codes.contains(&(record.table, code))
        });
    if let (Some(free), Some(row)) = (free, outcome.row(record)) {
        row.values[place] = Stored::Text(free.into());
    }
}

/// Of records about the same pair, or briefs on the same proposal, the first stays, with the
/// texts of the others.
fn pairs(outcome: &mut Outcome<'_>, records: &[RecordId]) {
    for (number, record) in records.iter().enumerate() {
        for other in &records[number + 1..] {
            let alive = |record| outcome.now(record).filter(|row| !row.deleted);
            let Some((row, more)) = alive(*record).zip(alive(*other)) else { continue };
            if meet(record.table, row, more) {
                combine(outcome, *record, *other);
                outcome.absorb(*other, *record);
            }
        }
    }
}

fn combine(outcome: &mut Outcome<'_>, stays: RecordId, goes: RecordId) {
    let prose = keys::is_one_text(stays.table);
    let Some(more) = outcome.now(goes).cloned().filter(|_| prose) else { return };
    let Some(row) = outcome.row(stays) else { return };
    for (place, column) in stays.table.description().columns().enumerate() {
        let value = &mut row.values[place];
        match (column.part, column.holds) {
            (Part::Itself | Part::PartOf | Part::RestsOn | Part::Corrects, _)
            | (_, Holds::Date | Holds::Time | Holds::Moment) => {}
            (Part::Marking, _) => {
                let marking = |value: &Stored| match value {
                    Stored::Text(key) => Marking::from_key(key),
                    _ => None,
                };
                if marking(&more.values[place]) > marking(value) {
                    *value = more.values[place].clone();
                }
            }
            _ => *value = joined(value, &more.values[place]),
        }
    }
}

/// An entry is corrected by at most one other, and by none that it corrects itself.
fn corrections(outcome: &mut Outcome<'_>) {
    let records = outcome.records(Table::Positions);
    // The decision about a field may have set a contradicting reference, so these decisions are
    // applied again.
    let merge = outcome.merge;
    for conflict in merge.conflicts.iter().filter(|it| it.kind == ConflictKind::SameDay) {
        if conflict.record.table == Table::Positions {
            outcome.decide(conflict);
        }
    }
    for ring in rings(outcome, &records) {
        open_ring(outcome, ring);
    }
    let mut by: HashMap<RecordId, Vec<RecordId>> = HashMap::new();
    for record in &records {
        let row = outcome.now(*record).filter(|row| !row.deleted);
        if let Some(corrected) = row.and_then(corrects) {
            by.entry(corrected).or_default().push(*record);
        }
    }
    let twice: Vec<_> = by.values().filter(|all| all.len() > 1).cloned().collect();
    for all in twice {
        let mut heads = all.iter().map(|record| head(&by, *record));
        let Some(first) = heads.next() else { continue };
        for other in heads.filter(|other| *other != first).collect::<Vec<_>>() {
            let_hold(outcome, first, other);
        }
    }
}

fn head(by: &HashMap<RecordId, Vec<RecordId>>, record: RecordId) -> RecordId {
    let (mut head, mut seen) = (record, HashSet::from([record]));
    while let Some(next) = by.get(&head).and_then(|all| all.first()) {
        if !seen.insert(*next) {
            break;
        }
        head = *next;
    }
    head
}
