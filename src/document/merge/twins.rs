//! Two records that say the same, one made in each copy: the same table was imported on both
//! sides, the same vote taken down twice. They become one without a question, and what names
//! the one that goes names the one that stays.

use std::collections::{BTreeMap, HashMap};

use uuid::Uuid;

use super::place;
use crate::model::describe::{Holds, Part, Stored, Twins};
use crate::model::{Keyed, RecordId, Table};
use crate::store::{Comparison, Row};

/// The records that go, each with the one that stays in its place.
pub(super) type Aliases = BTreeMap<RecordId, RecordId>;

/// Finds the records of one side only that say the same as one of the other side only.
///
/// Of each two the one made first stays, so that it is the same one whichever side this is. Of
/// several that say the same on one side each finds its own.
pub(super) fn find(comparison: &Comparison) -> Aliases {
    let mut aliases = Aliases::new();
    let differences = &comparison.differences;
    let are_one = |table: &Table| table.description().twins == Twins::One;
    for table in Table::ALL.iter().copied().filter(are_one) {
        let mut here: Vec<(RecordId, &Row)> = Vec::new();
        let mut there: Vec<(RecordId, &Row)> = Vec::new();
        for (record, sides) in differences.iter().filter(|(record, _)| record.table == table) {
            match (alive(sides.mine.as_ref()), alive(sides.theirs.as_ref())) {
                (Some(row), None) => here.push((*record, row)),
                (None, Some(row)) => there.push((*record, row)),
                _ => {}
            }
        }
        // A correction says the same only where what it corrects does, which may be found first.
        while !here.is_empty() && !there.is_empty() && pair(&mut here, &mut there, &mut aliases) {}
    }
    aliases
}

pub(super) fn alive(row: Option<&Row>) -> Option<&Row> {
    row.filter(|row| !row.deleted)
}

/// Pairs what says the same; says whether it found any.
fn pair(
    here: &mut Vec<(RecordId, &Row)>,
    there: &mut Vec<(RecordId, &Row)>,
    aliases: &mut Aliases,
) -> bool {
    let mut mine: HashMap<String, Vec<RecordId>> = HashMap::new();
    // They come in the order of their identities, and the last is taken first.
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

/// What a record says, whoever made it.
fn says(record: RecordId, row: &Row, aliases: &Aliases) -> String {
    let columns = record.table.description().columns();
    let mut says = String::new();
    for (column, value) in columns.zip(&row.values) {
        if matches!(column.part, Part::Itself | Part::Author) {
            continue;
        }
        match named(record.table, column.name, row) {
            Some(named) => says += &resolved(named, aliases).id.to_string(),
            None => says += &format!("{value:?}"),
        }
        says.push('\0');
    }
    says
}

/// The record that a column of this row names.
pub(super) fn named(table: Table, column: &str, row: &Row) -> Option<RecordId> {
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

/// Lets a row name what stays instead of what goes; says whether it named any that does.
pub(super) fn rename(record: RecordId, row: &mut Row, aliases: &Aliases) -> bool {
    let mut renamed = false;
    for (place, column) in record.table.columns().iter().enumerate() {
        let Some(named) = named(record.table, column, row) else { continue };
        let stays = resolved(named, aliases);
        if stays != named && stays != record {
            row.values[place] = Stored::Text(stays.id.to_string().into());
            renamed = true;
        }
    }
    renamed
}

/// What stays in the end in the place of a record.
pub(super) fn resolved(mut record: RecordId, aliases: &Aliases) -> RecordId {
    // No longer than there are any: two can never stand for each other.
    for _ in 0..=aliases.len() {
        match aliases.get(&record) {
            Some(stays) => record = *stays,
            None => break,
        }
    }
    record
}
