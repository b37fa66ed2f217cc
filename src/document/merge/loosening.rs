//! Changes by the other side that make something less confidential, or touch settings that figures
//! depend on. Nobody but the user may decide on these: a review merged in good faith must not carry
//! a secret past the ceiling of the next copy.

use super::twins::named;
use super::{MergeContext, place};
use crate::document::bearing::brings_out;
use crate::model::describe::{Part, Stored};
use crate::model::{Certainty, Keyed, Marking, RecordId, Table};
use crate::store::StoredRecord;

impl MergeContext<'_> {
    /// Whether the other side's value of a field shows more than the value here, or changes what
    /// is counted.
    pub(super) fn loosens(
        &self,
        record: RecordId,
        [mine, theirs]: [&StoredRecord; 2],
        field: &str,
    ) -> bool {
        let value = |row: &StoredRecord| Some(row.values.get(place(record.table, field)?)?.clone());
        match (record.table, field) {
            (Table::Dossier, "title" | "description" | "template") => false,
            (Table::Dossier, "marking") => key::<Marking>(value(theirs)) < key(value(mine)),
            (Table::Dossier, "poll_min_answers") => match (value(mine), value(theirs)) {
                (Some(Stored::Integer(mine)), Some(Stored::Integer(theirs))) => theirs < mine,
                _ => true,
            },
            // Its settings: thresholds, and a classification whose levels cannot be compared.
            (Table::Dossier, _) | (Table::Parties, "decides") => true,
            (table, field) if table.part(field) == Some(Part::Certainty) => {
                let open =
                    |row| matches!(key::<Certainty>(value(row)), None | Some(Certainty::Public));
                !open(mine) && open(theirs)
            }
            (table, field) if table.has_brackets(field) => {
                let typed = |row| match value(row) {
                    Some(Stored::Text(typed)) => typed.into_owned(),
                    _ => String::new(),
                };
                brings_out(&self.mine.snapshot, &typed(mine), &typed(theirs))
            }
            (table, _) if table.part(field) == Some(Part::Marking) => {
                self.after(value(theirs)) < self.before(value(mine))
            }
            _ => self.moves_into_the_open(record.table, [mine, theirs], field),
        }
    }

    /// The marking that a correction needs in order not to be less confidential than the entry
    /// here that it corrects, with its column index; `None` if it is strict enough.
    pub(super) fn corrected_marking(
        &self,
        record: RecordId,
        theirs: &StoredRecord,
    ) -> Option<(usize, Stored)> {
        let corrected = named(record.table, "replaces", theirs)?;
        let place = place(record.table, "marking")?;
        let corrected = self.mine.store.row(corrected).ok().flatten().filter(|row| !row.deleted)?;
        let stricter = corrected.values.get(place)?.clone();
        let before = self.before(Some(stricter.clone()));
        (self.after(theirs.values.get(place).cloned()) < before).then(|| {
            let marked = stricter != Stored::Null;
            (place, if marked { stricter } else { Stored::Text(before.key().into()) })
        })
    }

    /// The effective marking here.
    fn before(&self, marking: Option<Stored>) -> Marking {
        key(marking).unwrap_or(self.mine.snapshot.dossier.marking)
    }

    /// The effective marking after the merge; the dossier's marking may become either one.
    fn after(&self, marking: Option<Stored>) -> Marking {
        let [mine, theirs] = [self.mine, self.theirs].map(|side| side.snapshot.dossier.marking);
        key(marking).unwrap_or(mine.min(theirs))
    }

    /// Whether a record was made part of something less confidential.
    fn moves_into_the_open(
        &self,
        table: Table,
        [mine, theirs]: [&StoredRecord; 2],
        field: &str,
    ) -> bool {
        if table.part(field) != Some(Part::PartOf) {
            return false;
        }
        let Some((from, to)) = named(table, field, mine).zip(named(table, field, theirs)) else {
            return false;
        };
        let [here, there] = [&self.mine.snapshot, &self.theirs.snapshot];
        there.marking_if(to, self.after(None)) < here.marking_of(from)
    }
}

/// A value of a closed list.
fn key<T: Keyed>(value: Option<Stored>) -> Option<T> {
    match value {
        Some(Stored::Text(key)) => T::from_key(&key),
        _ => None,
    }
}
