//! Keeping what may be seen up to date while a room is open.

use rusqlite::Connection;

use super::query::Query;
use super::{Audience, Reach, attached, own_is_seen};
use crate::model::describe::Part;
use crate::model::{Keyed, Record, RecordId, Snapshot, Table};
use crate::store::{Error, tables};

/// Brings what may be seen up to date with the records that a step touched; says whether it
/// could. Otherwise all has to be read again.
///
/// # Errors
/// What kept the file from being read. Then nothing may be shown.
pub(crate) fn refresh(
    connection: &Connection,
    reach: &Reach,
    snapshot: &mut Snapshot,
    touched: &[RecordId],
) -> Result<bool, Error> {
    if reach.audience == Audience::Copy {
        // Its records are known by other identities.
        return Ok(false);
    }
    let touched: Vec<_> =
        touched.iter().copied().filter(|record| reach.sees_table(record.table)).collect();
    let leaves = touched.iter().all(|record| is_leaf(reach, record.table));
    if touched.len() > FEW || !leaves || corrects(connection, &touched)? {
        return Ok(false);
    }
    let own = own_is_seen(connection, reach)?;
    for record in &touched {
        let mut found = Vec::new();
        let query = Query { reach, own, only: Some(record.id) };
        query.of(connection, record.table, &mut |record| found.push(record))?;
        let seen = |to: RecordId| snapshot.has(to);
        let visible: Vec<_> = found.into_iter().filter_map(|it| attached(it, seen)).collect();
        let (was, position) = match tables::find(connection, *record)? {
            // By its place: looking for it would be to go through all entries.
            Some(Record::Position(position)) => {
                let line = snapshot.line(position.proposal, position.by);
                let was = line.into_iter().find(|entry| entry.record_id() == *record);
                (was.map(Record::from), Some(position))
            }
            _ => (snapshot.record(*record), None),
        };
        // What may be seen and did not change stays as it is, with all that is computed of it.
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

/// Whether no record that this audience sees can name one of this table, so that nothing comes or
/// goes with it. It follows from what the tables say of themselves: a new one is not forgotten.
fn is_leaf(reach: &Reach, table: Table) -> bool {
    let seen = Table::ALL.iter().filter(|other| reach.sees_table(**other));
    let mut fields = seen.flat_map(|other| other.description().fields);
    let follows = |part| matches!(part, Part::PartOf | Part::RestsOn);
    // The dossier's marking stands for that of all records without one.
    table != Table::Dossier
        && fields.all(|field| {
            !follows(field.part) || field.holds.iter().all(|holds| !holds.may_name(table))
        })
}

/// Past this many touched records reading all of them is quicker than reading each.
const FEW: usize = 50;

/// Whether one of these entries corrects another one, which is then seen no more, or is
/// corrected itself.
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
    fn a_table_that_others_on_the_wall_are_parts_of_is_no_leaf() {
        let reach = Reach::new(Audience::Room, Marking::Clear);
        for whole in
            [Table::Dossier, Table::Parties, Table::Groups, Table::Proposals, Table::RollCalls]
        {
            assert!(!is_leaf(&reach, whole), "{}", whole.key());
        }
        for part in [Table::Positions, Table::Votes, Table::Polls, Table::Slides, Table::Parked] {
            assert!(is_leaf(&reach, part), "{}", part.key());
        }
    }

    #[test]
    fn in_a_copy_whatever_has_comments_is_no_leaf() {
        let reach = Reach::new(Audience::Copy, Marking::Clear);
        assert!(Table::ALL.iter().all(|table| !is_leaf(&reach, *table)));
    }
}
