//! Records that both sides added with the same content: the same table was imported on both sides,
//! or the same vote recorded twice. They become one without a question, and references to the one
//! that goes are redirected to the one that stays.

use std::collections::{BTreeMap, HashMap};

use uuid::Uuid;

use super::place;
use crate::analysis::Filter;
use crate::model::describe::{Holds, Part, Stored, Twins};
use crate::model::{Keyed, RecordId, Table};
use crate::store::{Comparison, StoredRecord};

/// The records that go, each with the one that replaces it.
pub(super) type Aliases = BTreeMap<RecordId, RecordId>;

/// Pairs each record that only one side has with an equal one that only the other side has.
///
/// The one made first stays, so that the result does not depend on the side. If one side has
/// several equal records, each gets a partner of its own.
pub(super) fn find(comparison: &Comparison) -> Aliases {
    let mut aliases = Aliases::new();
    let differences = &comparison.differences;
    let are_one = |table: &Table| table.description().twins == Twins::One;
    for table in Table::ALL.iter().copied().filter(are_one) {
        let mut here: Vec<(RecordId, &StoredRecord)> = Vec::new();
        let mut there: Vec<(RecordId, &StoredRecord)> = Vec::new();
        for (record, sides) in differences.iter().filter(|(record, _)| record.table == table) {
            match (alive(sides.mine.as_ref()), alive(sides.theirs.as_ref())) {
                (Some(row), None) => here.push((*record, row)),
                (None, Some(row)) => there.push((*record, row)),
                _ => {}
            }
        }
        // Repeated because a correction can only be equal once the entries it corrects are
        // paired.
        while !here.is_empty() && !there.is_empty() && pair(&mut here, &mut there, &mut aliases) {}
    }
    aliases
}

pub(super) fn alive(row: Option<&StoredRecord>) -> Option<&StoredRecord> {
    row.filter(|row| !row.deleted)
}

/// Pairs equal records; returns whether it found any.
fn pair(
    here: &mut Vec<(RecordId, &StoredRecord)>,
    there: &mut Vec<(RecordId, &StoredRecord)>,
    aliases: &mut Aliases,
) -> bool {
    let mut mine: HashMap<String, Vec<RecordId>> = HashMap::new();
    // They are sorted by identity, and the last in the list is taken first.
    for (record, row) in here.iter().rev() {
        mine.entry(says(*record, row, aliases)).or_default().push(*record);
    }
    let mut found = Aliases::new();
    for (record, row) in there.iter() {
        let same = mine.get_mut(&says(*record, row, aliases)).and_then(Vec::pop);
        if let Some(same) = same {
            found.insert(same.max(*record), same.min(*record));
        }
    }
    let paired: std::collections::HashSet<_> =
        found.iter().flat_map(|(goes, stays)| [*goes, *stays]).collect();
    here.retain(|(record, _)| !paired.contains(record));
    there.retain(|(record, _)| !paired.contains(record));
    aliases.extend(&found);
    !found.is_empty()
}

/// The content of a record, whoever made it, as a comparison key.
fn says(record: RecordId, row: &StoredRecord, aliases: &Aliases) -> String {
    let columns = record.table.description().columns();
    let mut says = String::new();
    for (column, value) in columns.zip(&row.values) {
        if matches!(column.part, Part::Itself | Part::Author) {
            continue;
        }
        match named(record.table, column.name, row) {
            Some(named) => says += &resolved(named, aliases).id.to_string(),
            None => {
                let refiltered = refiltered(record.table, column.name, value, aliases);
                says += &format!("{:?}", refiltered.as_ref().unwrap_or(value));
            }
        }
        says.push('\0');
    }
    says
}

/// The record that a column of this row refers to.
pub(super) fn named(table: Table, column: &str, row: &StoredRecord) -> Option<RecordId> {
    let at = place(table, column)?;
    let text = |at: usize| match row.values.get(at)? {
        Stored::Text(text) => Some(&**text),
        _ => None,
    };
    let column = table.description().columns().nth(at)?;
    let to = match column.holds {
        Holds::Id(_) if column.part == Part::Itself => return None,
        Holds::Id(table) => table,
        Holds::IdInTable => Table::from_key(text(at.checked_sub(1)?)?)?,
        _ => return None,
    };
    Some(RecordId { table: to, id: Uuid::try_parse(text(at)?).ok()? })
}

/// Redirects the references of a row to what stays; returns whether it changed any.
pub(super) fn rename(record: RecordId, row: &mut StoredRecord, aliases: &Aliases) -> bool {
    let mut renamed = false;
    for (place, column) in record.table.columns().iter().enumerate() {
        if let Some(value) = refiltered(record.table, column, &row.values[place], aliases) {
            row.values[place] = value;
            renamed = true;
        }
        let Some(named) = named(record.table, column, row) else { continue };
        let stays = resolved(named, aliases);
        if stays != named && stays != record {
            row.values[place] = Stored::Text(stays.id.to_string().into());
            renamed = true;
        }
    }
    renamed
}

/// The filter of a saved view that names a record that is replaced, with its replacement.
fn refiltered(table: Table, column: &str, value: &Stored, aliases: &Aliases) -> Option<Stored> {
    let Stored::Text(kept) = value else { return None };
    if (table, column) != (Table::SavedViews, "filter") || aliases.is_empty() {
        return None;
    }
    let kept = Filter::with_records(kept, |id| resolved(id, aliases));
    kept.map(|kept| Stored::Text(kept.into()))
}

/// The record that finally replaces a record; the record itself if nothing does.
pub(super) fn resolved(mut record: RecordId, aliases: &Aliases) -> RecordId {
    // Bounded, although no two records can replace each other.
    for _ in 0..=aliases.len() {
        match aliases.get(&record) {
            Some(stays) => record = *stays,
            None => break,
        }
    }
    record
}
