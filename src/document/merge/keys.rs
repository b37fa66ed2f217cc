//! Two records of which there may be only one: both sides used the same code, wrote a brief on
//! the same proposal, or recorded the same vote.

use std::collections::HashMap;

use super::twins::{alive, rename};
use super::{Clash, Conflict, ConflictKind, Merge, MergeContext, is_prose, place};
use crate::model::describe::{Part, Stored, Unique};
use crate::model::words::code_key;
use crate::model::{PartialDate, RecordId, Table};
use crate::store::StoredRecord;

/// The unique key of a row, with the column that shows it to people.
pub(super) fn key(table: Table, row: &StoredRecord) -> Option<(&'static str, String)> {
    let columns = match table.description().unique {
        Unique::Nothing => return None,
        Unique::Code => {
            let Stored::Text(code) = row.values.get(place(table, "code")?)? else { return None };
            return Some(("code", code_key(code)));
        }
        // For `AtATime` the periods have to overlap too; see `meet`.
        Unique::Together(columns) | Unique::AtATime(columns) => columns,
    };
    let shows = *columns.last()?;
    let values = columns.iter().map(|column| row.values.get(place(table, column)?));
    Some((shows, format!("{:?}", values.collect::<Option<Vec<_>>>()?)))
}

/// Whether two records with the same key really conflict.
pub(super) fn meet(table: Table, a: &StoredRecord, b: &StoredRecord) -> bool {
    if !matches!(table.description().unique, Unique::AtATime(_)) {
        return true;
    }
    let date = |row: &StoredRecord, column| {
        let Stored::Text(date) = row.values.get(place(table, column)?)? else { return None };
        date.parse::<PartialDate>().ok()
    };
    let begins = |row| date(row, "since").map_or(chrono::NaiveDate::MIN, |it| it.first_day());
    let ends = |row| date(row, "until").map_or(chrono::NaiveDate::MAX, |it| it.last_day());
    begins(a) <= ends(b) && begins(b) <= ends(a)
}

/// Whether the records of a table have a code of their own.
pub(super) fn has_code(table: Table) -> bool {
    table.description().unique == Unique::Code
}

/// Whether two records with the same key can be combined by joining their texts, because there is
/// only one about another record: a brief, an engagement.
pub(super) fn is_one_text(table: Table) -> bool {
    match table.description().unique {
        Unique::Together([column]) => table.part(column) == Some(Part::PartOf),
        _ => false,
    }
}

/// Collects the records that have the same key on both sides.
pub(super) fn find(context: &MergeContext<'_>, merge: &mut Merge) {
    let mut here: HashMap<(Table, String), Vec<RecordId>> = HashMap::new();
    let differences = &context.comparison.differences;
    let own = |record: &RecordId| !context.is_twin(*record);
    for (record, sides) in differences.iter().filter(|(record, _)| own(record)) {
        // Deletions are decided separately.
        let gone = sides.theirs.as_ref().is_some_and(|row| row.deleted);
        let row = alive(sides.mine.as_ref()).filter(|_| !gone);
        if let Some((_, key)) = row.and_then(|row| key_now(context, *record, row)) {
            here.entry((record.table, key)).or_default().push(*record);
        }
    }
    for (there, sides) in differences.iter().filter(|(record, _)| own(record)) {
        let there = *there;
        let gone = sides.mine.as_ref().is_some_and(|row| row.deleted);
        let Some(theirs) = alive(sides.theirs.as_ref()).filter(|_| !gone) else { continue };
        let Some((field, key)) = key_now(context, there, theirs) else { continue };
        for mine in here.get(&(there.table, key)).into_iter().flatten() {
            let row = context.sides(*mine).and_then(|sides| sides.mine.as_ref());
            let meets = row.is_some_and(|row| meet(there.table, row, theirs));
            // Skips pairs that are settled already: one of them has another key by now, or is
            // deleted.
            if *mine != there
                && meets
                && stands(context, merge, *mine, field, true)
                && stands(context, merge, there, field, false)
            {
                collide(context, merge, field, *mine, there);
            }
        }
    }
}

/// The key of a row after references to twins are replaced.
fn key_now(
    context: &MergeContext<'_>,
    record: RecordId,
    row: &StoredRecord,
) -> Option<(&'static str, String)> {
    let mut row = row.clone();
    rename(record, &mut row, context.twins);
    key(record.table, &row)
}

/// Whether a record will exist after the merge with the key that it has on this side.
fn stands(
    context: &MergeContext<'_>,
    merge: &Merge,
    record: RecordId,
    field: &str,
    here: bool,
) -> bool {
    let Some(sides) = context.sides(record) else { return false };
    let side = if here { &sides.mine } else { &sides.theirs };
    let merged = merge.rows.get(&record).or(sides.mine.as_ref());
    let (Some(merged), Some(side), Some(place)) = (merged, side, place(record.table, field)) else {
        return false;
    };
    !merged.deleted && merged.values[place] == side.values[place]
}

fn collide(
    context: &MergeContext<'_>,
    merge: &mut Merge,
    field: &'static str,
    mine: RecordId,
    theirs: RecordId,
) {
    let here = context.sides(mine).and_then(|sides| sides.mine.as_ref());
    let there = context.sides(theirs).and_then(|sides| sides.theirs.as_ref());
    let (Some(here), Some(there)) = (here, there) else { return };
    // The key comes first: it is what the two have in common.
    let clashes = side_by_side(field, (mine, here), (theirs, there), &[]);
    let combined = is_one_text(mine.table);
    let coded = has_code(mine.table);
    merge.conflicts.push(Conflict {
        other: Some(mine),
        by: [context.by(mine)[0].clone(), context.by(theirs)[1].clone()],
        can_be_both: combined || coded,
        can_be_one: coded && !(context.is_common(mine) && context.is_common(theirs)),
        ..Conflict::new(ConflictKind::SameKey, theirs, clashes)
    });
}

/// Two records side by side: the field that matters first, then the others in which they differ.
pub(super) fn side_by_side(
    first: &'static str,
    (mine, here): (RecordId, &StoredRecord),
    (theirs, there): (RecordId, &StoredRecord),
    without: &[&str],
) -> Vec<Clash> {
    let mut clashes = Vec::new();
    for (place, column) in mine.table.columns().iter().copied().enumerate() {
        let differs = here.values[place] != there.values[place];
        if column == first || differs && column != "id" && !without.contains(&column) {
            let clash = Clash {
                field: column,
                base: Stored::Null,
                mine: here.values[place].clone(),
                theirs: there.values[place].clone(),
                prose: is_prose(theirs.table, column) && column != first,
            };
            clashes.insert(if column == first { 0 } else { clashes.len() }, clash);
        }
    }
    clashes
}
