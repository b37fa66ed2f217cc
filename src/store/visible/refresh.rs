//! Updates what may be seen while a room is open.

use rusqlite::Connection;

use super::query::Query;
use super::{Audience, Clearance, attached, own_is_seen};
use crate::model::describe::Part;
use crate::model::{Keyed, Record, RecordId, Snapshot, Table};
use crate::store::{Error, tables};

/// Updates what may be seen for the records that a step touched. Returns `false` if that is not
/// possible, and everything has to be read again.
///
/// # Errors
/// If the file cannot be read. Then nothing may be shown.
pub(crate) fn refresh(
    connection: &Connection,
    clearance: &Clearance,
    snapshot: &mut Snapshot,
    touched: &[RecordId],
) -> Result<bool, Error> {
    if clearance.audience == Audience::Copy {
        // Its records have other identities.
        return Ok(false);
    }
    let touched: Vec<_> =
        touched.iter().copied().filter(|record| clearance.sees_table(record.table)).collect();
    let leaves = touched.iter().all(|record| is_leaf(clearance, record.table));
    if touched.len() > FEW || !leaves || corrects(connection, &touched)? {
        return Ok(false);
    }
    let own = own_is_seen(connection, clearance)?;
    for record in &touched {
        let mut found = Vec::new();
        let query = Query { clearance, own, only: Some(record.id) };
        query.of(connection, record.table, &mut |record| found.push(record))?;
        let seen = |to: RecordId| snapshot.has(to);
        let visible: Vec<_> = found.into_iter().filter_map(|it| attached(it, seen)).collect();
        let (was, position) = match tables::find(connection, *record)? {
            // Found along its line; searching by identity would scan all entries.
            Some(Record::Position(position)) => {
                let line = snapshot.line(position.proposal, position.by);
                let was = line.into_iter().find(|entry| entry.record_id() == *record);
                (was.map(Record::from), Some(position))
            }
            _ => (snapshot.record(*record), None),
        };
        // Unchanged records stay, so that figures based on them stay too.
        if was.as_slice() == visible {
            continue;
        }
        match position {
            Some(position) => snapshot.remove_position(&position),
            None => snapshot.remove(*record),
        }
        visible.into_iter().for_each(|record| snapshot.put(record));
    }
    Ok(true)
}

/// Whether no record that this audience sees can refer to a record of this table, so that
/// nothing else appears or disappears with it. Derived from the descriptions of the tables, so
/// that new tables are included.
fn is_leaf(clearance: &Clearance, table: Table) -> bool {
    let seen = Table::ALL.iter().filter(|other| clearance.sees_table(**other));
    let mut fields = seen.flat_map(|other| other.description().fields);
    let follows = |part| matches!(part, Part::PartOf | Part::RestsOn);
    // The dossier's marking is that of all records without one, and another name determines who is
    // meant in a text.
    !matches!(table, Table::Dossier | Table::Aliases)
        && fields.all(|field| {
            !follows(field.part) || field.holds.iter().all(|holds| !holds.may_name(table))
        })
}

/// With more touched records than this, reading everything is faster than reading each.
const FEW: usize = 50;

/// Whether one of these entries corrects another one, which then disappears, or is corrected
/// itself.
fn corrects(connection: &Connection, touched: &[RecordId]) -> Result<bool, Error> {
    let entries = touched.iter().filter(|record| record.table == Table::Positions);
    let ids: Vec<_> = entries.map(|record| format!("'{}'", record.id)).collect();
    if ids.is_empty() {
        return Ok(false);
    }
    let ids = ids.join(", ");
    let corrects = format!("SELECT 1 FROM positions WHERE id IN ({ids}) AND replaces IS NOT NULL");
    let corrected =
        format!("SELECT 1 FROM positions WHERE deleted = 0 AND replaces IN ({ids}) LIMIT 1");
    Ok(connection.prepare(&corrects)?.exists([])? || connection.prepare(&corrected)?.exists([])?)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Marking;

    #[test]
    fn a_table_whose_parts_are_on_the_wall_is_not_a_leaf() {
        let clearance = Clearance::new(Audience::Room, Marking::Clear);
        for whole in [
            Table::Dossier,
            Table::Aliases,
            Table::Parties,
            Table::Groups,
            Table::Proposals,
            Table::RollCalls,
        ] {
            assert!(!is_leaf(&clearance, whole), "{}", whole.key());
        }
        for part in [Table::Positions, Table::Votes, Table::Polls, Table::Slides, Table::Parked] {
            assert!(is_leaf(&clearance, part), "{}", part.key());
        }
    }

    #[test]
    fn in_a_copy_every_table_can_have_comments_so_none_is_a_leaf() {
        let clearance = Clearance::new(Audience::Copy, Marking::Clear);
        assert!(Table::ALL.iter().all(|table| !is_leaf(&clearance, *table)));
    }
}
