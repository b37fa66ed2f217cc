//! The rows that decisions lead to.

use std::collections::btree_map::Entry;
use std::collections::{BTreeMap, BTreeSet};

use super::keys::has_code;
use super::settle::settle;
use super::twins::{Aliases, named, rename};
use super::{Clash, Conflict, ConflictKind, Decision, Merge, chains, place};
use crate::draft;
use crate::model::describe::{Part, Stored};
use crate::model::{Keyed, RecordId, Table};
use crate::store::StoredRecord;

/// The final rows of every record that the merge changes.
///
/// They do not depend on which side is which: the same decisions on the other side, with mine
/// and theirs swapped, lead to the same rows.
pub(super) fn rows(merge: &Merge) -> BTreeMap<RecordId, StoredRecord> {
    let mut outcome = Outcome {
        merge,
        rows: merge.rows.clone(),
        aliases: merge.twins.clone(),
        yields: BTreeSet::new(),
    };
    Table::ALL.iter().for_each(|table| outcome.redirect(*table));
    for conflict in &merge.conflicts {
        outcome.decide(conflict);
    }
    settle(&mut outcome);
    outcome.let_go();
    outcome.rows
}

/// The rows under construction.
pub(super) struct Outcome<'a> {
    pub(super) merge: &'a Merge,
    /// The changed rows so far.
    pub(super) rows: BTreeMap<RecordId, StoredRecord>,
    /// The records that go, each with the one that replaces it.
    pub(super) aliases: Aliases,
    /// The records that get another code if theirs is taken.
    pub(super) yields: BTreeSet<RecordId>,
}

impl Outcome<'_> {
    /// A record with the decisions so far applied; `None` if neither decisions nor differences
    /// touch it.
    pub(super) fn now(&self, record: RecordId) -> Option<&StoredRecord> {
        self.rows.get(&record).or_else(|| self.merge.sides.get(&record)?.either())
    }

    /// The same, to be changed.
    pub(super) fn row(&mut self, record: RecordId) -> Option<&mut StoredRecord> {
        match self.rows.entry(record) {
            Entry::Occupied(entry) => Some(entry.into_mut()),
            Entry::Vacant(entry) => {
                Some(entry.insert(self.merge.sides.get(&record)?.either()?.clone()))
            }
        }
    }

    /// The records of a table that differ or may be changed by a decision.
    pub(super) fn records(&self, table: Table) -> Vec<RecordId> {
        let sides = self.merge.sides.keys();
        sides.filter(|record| record.table == table).copied().collect()
    }

    /// Makes the records of a table refer to what stays instead of what goes.
    pub(super) fn redirect(&mut self, table: Table) {
        if self.aliases.is_empty() {
            return;
        }
        for record in self.records(table) {
            let mut row = match self.now(record) {
                Some(row) if !row.deleted => row.clone(),
                _ => continue,
            };
            if rename(record, &mut row, &self.aliases) {
                self.rows.insert(record, row);
            }
        }
    }

    /// Deletes a record in favour of another one, which takes over everything that depends on
    /// it.
    pub(super) fn absorb(&mut self, goes: RecordId, stays: RecordId) {
        if let Some(row) = self.row(goes) {
            row.deleted = true;
            self.aliases.insert(goes, stays);
        }
    }

    pub(super) fn decide(&mut self, conflict: &Conflict) {
        let decision = conflict.decision.unwrap_or(Decision::Later);
        match conflict.kind {
            ConflictKind::Field | ConflictKind::Loosened => self.field(conflict, decision),
            ConflictKind::BothEdited => self.both_edited(conflict, decision),
            ConflictKind::DeleteEdit => self.contested(conflict, decision),
            ConflictKind::Deleted => self.uncontested(conflict, decision),
            ConflictKind::SameKey => self.same_key(conflict, decision),
            ConflictKind::SameDay => self.same_day(conflict, decision),
        }
    }

    fn field(&mut self, conflict: &Conflict, decision: Decision) {
        let record = conflict.record;
        for clash in &conflict.clashes {
            let value = match decision {
                Decision::Mine | Decision::Later | Decision::One => clash.mine.clone(),
                Decision::Theirs => clash.theirs.clone(),
                Decision::Both => both(record.table, clash),
            };
            let Some(place) = place(record.table, clash.field) else { continue };
            if self.now(record).is_some_and(|row| row.values[place] != value)
                && let Some(row) = self.row(record)
            {
                row.values[place] = value;
            }
        }
    }

    fn both_edited(&mut self, conflict: &Conflict, decision: Decision) {
        let Some(sides) = self.merge.sides.get(&conflict.record) else { return };
        let whole = match decision {
            Decision::Mine | Decision::Later => sides.mine.clone(),
            Decision::Theirs => sides.theirs.clone(),
            // The row already has the changes of both.
            Decision::Both | Decision::One => return,
        };
        if let Some(whole) = whole {
            self.rows.insert(conflict.record, whole);
        }
    }

    fn contested(&mut self, conflict: &Conflict, decision: Decision) {
        let Some(deleted) = &conflict.deletion else { return };
        let theirs = decision == Decision::Theirs;
        // Mine or theirs: the side that is followed deleted it, or kept it.
        let goes = deleted.here != theirs;
        for record in deleted.group.iter().chain(&deleted.added) {
            let Some(sides) = self.merge.sides.get(record) else { continue };
            let [first, second] = if deleted.here {
                [&sides.theirs, &sides.mine]
            } else {
                [&sides.mine, &sides.theirs]
            };
            // The side that kept it has its current content.
            if let Some(row) = first.clone().or_else(|| second.clone()) {
                self.rows.insert(*record, StoredRecord { deleted: goes, ..row });
            }
        }
        if goes {
            self.delete(&deleted.along);
        }
    }

    fn uncontested(&mut self, conflict: &Conflict, decision: Decision) {
        if let (Some(deleted), Decision::Theirs) = (&conflict.deletion, decision) {
            self.delete(&deleted.group);
        }
    }

    fn delete(&mut self, records: &[RecordId]) {
        for record in records {
            if let Some(row) = self.row(*record) {
                row.deleted = true;
            }
        }
    }

    /// Resolves two records with the same key.
    fn same_key(&mut self, conflict: &Conflict, decision: Decision) {
        let (theirs, Some(mine)) = (conflict.record, conflict.other) else { return };
        let [first, second] = if mine.id < theirs.id { [mine, theirs] } else { [theirs, mine] };
        let [stays, yields] = match decision {
            Decision::Mine | Decision::Later => [mine, theirs],
            Decision::Theirs => [theirs, mine],
            Decision::Both | Decision::One => [first, second],
        };
        if has_code(mine.table) && decision != Decision::One {
            self.yields.insert(yields);
            return;
        }
        // A record that both copies have is never absorbed by one that only one copy has: more
        // may depend on it than either side changed.
        let common = |record| self.is_common(record) && has_code(mine.table);
        let [stays, yields] = if common(yields) { [yields, stays] } else { [stays, yields] };
        if matches!(decision, Decision::Both | Decision::One) {
            self.combine(conflict, [stays, yields]);
        }
        self.absorb(yields, stays);
    }

    fn is_common(&self, record: RecordId) -> bool {
        self.merge.sides.get(&record).is_some_and(|it| it.mine.is_some() && it.theirs.is_some())
    }

    /// Joins the texts of two records into one; other fields are filled in only where empty.
    fn combine(&mut self, conflict: &Conflict, [stays, yields]: [RecordId; 2]) {
        let Some(yielded) = self.now(yields).cloned() else { return };
        for clash in &conflict.clashes {
            let Some(place) = place(stays.table, clash.field) else { continue };
            let Some(kept) = self.row(stays) else { return };
            let empty = match &kept.values[place] {
                Stored::Null => true,
                Stored::Text(text) => text.trim().is_empty(),
                _ => false,
            };
            // `None` is the dossier's marking, so it is not empty.
            if stays.table.part(clash.field) == Some(Part::Marking) {
                continue;
            }
            if clash.prose {
                kept.values[place] = joined(&kept.values[place], &yielded.values[place]);
            } else if empty {
                kept.values[place] = yielded.values[place].clone();
            }
        }
    }

    /// Makes one of two statements on the same day current.
    fn same_day(&mut self, conflict: &Conflict, decision: Decision) {
        let (theirs, Some(mine)) = (conflict.record, conflict.other) else { return };
        let [holds, yields] =
            if decision == Decision::Theirs { [theirs, mine] } else { [mine, theirs] };
        if mine.table == Table::Positions {
            chains::let_hold(self, holds, yields);
        } else {
            self.absorb(yields, holds);
        }
    }

    /// Records that rested on a deleted source lose the reference, whatever else was decided about
    /// them.
    fn let_go(&mut self) {
        let records: Vec<_> = self.merge.sides.keys().copied().collect();
        for record in records {
            let columns = record.table.description().columns().enumerate();
            for (place, column) in columns.filter(|(_, column)| column.part == Part::RestsOn) {
                let source = self.now(record).and_then(|row| named(record.table, column.name, row));
                if source.and_then(|it| self.now(it)).is_some_and(|row| row.deleted)
                    && let Some(row) = self.row(record)
                {
                    row.values[place] = Stored::Null;
                }
            }
        }
    }
}

/// A field with what both sides made of it. Words under negotiation appear once, with the brackets
/// of both.
fn both(table: Table, clash: &Clash) -> Stored {
    match clash.words_of_both(table) {
        Some(words) => Stored::Text(draft::print(&words).into()),
        None => joined(&clash.mine, &clash.theirs),
    }
}

/// Both texts, in an order that does not depend on the side; a text that contains the other is
/// enough.
pub(super) fn joined(mine: &Stored, theirs: &Stored) -> Stored {
    let (Stored::Text(mine), Stored::Text(theirs)) = (mine, theirs) else { return mine.clone() };
    let [first, second] = if mine <= theirs { [mine, theirs] } else { [theirs, mine] };
    Stored::Text(if first.trim().is_empty() || second.contains(&**first) {
        second.clone()
    } else if first.contains(&**second) {
        first.clone()
    } else {
        format!("{first}\n\n{second}").into()
    })
}
