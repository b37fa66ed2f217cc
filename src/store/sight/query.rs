//! The queries: which columns and which records they name.

use rusqlite::{Connection, params_from_iter};
use uuid::Uuid;

use super::{Audience, Reach};
use crate::model::describe::{Column, Seen};
use crate::model::{Described, Dossier, Keyed, Position, Record, Table, with_arenas};
use crate::store::Error;
use crate::store::columns::Reader;

pub(super) struct Query<'a> {
    pub(super) reach: &'a Reach,
    // Whether what has the dossier's own marking may be seen.
    pub(super) own: bool,
    // One record only.
    pub(super) only: Option<Uuid>,
}

macro_rules! by_table {
    ($( $field:ident $table:ident $record:ident $id:ident )+) => {
        impl Query<'_> {
            pub(super) fn of(
                &self,
                connection: &Connection,
                table: Table,
                take: &mut dyn FnMut(Record),
            ) -> Result<(), Error> {
                match table {
                    Table::Dossier => self.rows::<Dossier>(connection, take),
                    Table::Positions => self.rows::<Position>(connection, take),
                    $( Table::$table => self.rows::<crate::model::$record>(connection, take), )+
                }
            }
        }
    };
}

with_arenas!(by_table);

impl Query<'_> {
    fn rows<T: Described>(
        &self,
        connection: &Connection,
        take: &mut dyn FnMut(Record),
    ) -> Result<(), Error> {
        let blanks = blanks(connection, T::TABLE)?;
        let held = if T::TABLE == Table::Positions { self.held() } else { "1".to_owned() };
        let released = self.released(T::TABLE);
        let under = format!("{} AND {held} AND id NOT IN ({released})", self.under(T::TABLE));
        self.run::<T>(connection, &blanks, self.own, &under, None, take)?;
        let released = self.reach.released.iter().filter(|record| record.table == T::TABLE);
        for record in released {
            // Seen already where it is under the ceiling; then it is the same with more in it.
            self.run::<T>(connection, &blanks, true, &held, Some(record.id), take)?;
        }
        Ok(())
    }

    /// What a record has to meet that is not released, beside not being deleted.
    fn under(&self, table: Table) -> String {
        let marked = table.has_marking();
        let markings = self.reach.markings();
        let mut under = match (table, self.reach.audience) {
            // It is there in any case; what stands in it is another matter.
            (Table::Dossier, _) => "1".to_owned(),
            // One's own briefs are shown to no room.
            (Table::Briefs, Audience::Room) => "0".to_owned(),
            _ if !marked => "1".to_owned(),
            (_, Audience::Room) => format!("marking IN ({markings})"),
            (_, Audience::Copy) => {
                format!("coalesce(marking, (SELECT marking FROM dossier)) IN ({markings})")
            }
        };
        match (table, self.reach.audience) {
            (Table::Positions, Audience::Room) => {
                under += " AND (certainty IS NULL OR certainty = 'public')";
            }
            (Table::Polls, Audience::Copy) => under += &format!(" AND {}", many_answers()),
            _ => {}
        }
        under
    }

    /// The records of a table that are released by name, as a list in SQL.
    fn released(&self, table: Table) -> String {
        let released = self.reach.released.iter().filter(|record| record.table == table);
        released.map(|record| format!("'{}'", record.id)).collect::<Vec<_>>().join(", ")
    }

    /// What a record of a table has to meet to be seen, as far as it goes by itself.
    fn seen(&self, table: Table) -> String {
        let (under, released) = (self.under(table), self.released(table));
        // Of very many that are kept back some may correct what is shown then: that is less.
        let kept = self.reach.held.iter().filter(|record| record.table == table).take(KEPT);
        let kept = kept.map(|record| format!("'{}'", record.id)).collect::<Vec<_>>().join(", ");
        format!("deleted = 0 AND id NOT IN ({kept}) AND ({under} OR id IN ({released}))")
    }

    /// That no entry that is seen corrects an entry, itself or by way of others. What may not
    /// be seen changes nothing: without it the last one that is would have corrected the first.
    /// Of single entries it is known beforehand.
    fn held(&self) -> String {
        if self.only.is_some() {
            return "1".to_owned();
        }
        let seen =
            |table: Table| format!("(SELECT id FROM {} WHERE {})", table.key(), self.seen(table));
        let (proposals, parties) = (seen(Table::Proposals), seen(Table::Parties));
        let groups = seen(Table::Groups);
        format!(
            "id NOT IN (WITH RECURSIVE corrected (id) AS (
               SELECT replaces FROM positions
                 WHERE replaces IS NOT NULL AND {} AND proposal_id IN {proposals}
                   AND (party_id IN {parties} OR group_id IN {groups})
               UNION
               SELECT p.replaces FROM corrected c JOIN positions p ON p.id = c.id
                 WHERE p.deleted = 0 AND p.replaces IS NOT NULL)
             SELECT id FROM corrected)",
            self.seen(Table::Positions)
        )
    }

    fn run<T: Described>(
        &self,
        connection: &Connection,
        blanks: &[&'static str],
        own: bool,
        under: &str,
        one: Option<Uuid>,
        take: &mut dyn FnMut(Record),
    ) -> Result<(), Error> {
        if one.is_some() && self.only.is_some_and(|only| Some(only) != one) {
            return Ok(());
        }
        let columns = T::DESCRIPTION.columns().zip(blanks).map(|(column, blank)| {
            let Column { name, seen, .. } = column;
            if !self.reach.sees(seen, own) {
                (*blank).to_owned()
            } else if T::TABLE == Table::Polls && ANSWERS.contains(&name) {
                unless_few(name)
            } else if matches!(seen, Seen::CopyDay | Seen::WallDay) {
                day_of(name)
            } else {
                name.to_owned()
            }
        });
        let columns = columns.collect::<Vec<_>>().join(", ");
        let one = one.or(self.only);
        let only = if one.is_some() { " AND id = ?1" } else { "" };
        let table = T::TABLE.key();
        let sql = format!(
            "SELECT {columns} FROM {table} WHERE deleted = 0 AND {under}{only} ORDER BY id"
        );
        let mut statement = connection.prepare_cached(&sql)?;
        let mut rows = statement.query(params_from_iter(one.map(|id| id.to_string())))?;
        while let Some(row) = rows.next()? {
            let record: Record = Reader::new(row).record::<T>()?.into();
            // The dossier is there in any case, without what is kept back of it.
            if T::TABLE == Table::Dossier || !self.reach.held.contains(&record.record_id()) {
                take(record);
            }
        }
        Ok(())
    }
}

/// The most records that are kept back by name within a query.
const KEPT: usize = 5_000;

/// The columns of a poll with how many took each stance.
const ANSWERS: [&str; 6] =
    ["champion", "support", "accept", "reserve", "object", "no_instructions"];

/// That a poll has as many answers as the dossier asks for before it shows a split; not so
/// where that is not known.
fn many_answers() -> String {
    format!("{} >= (SELECT max(poll_min_answers, 1) FROM dossier)", ANSWERS.join(" + "))
}

/// The number of those who took a stance, as nought where few have answered.
fn unless_few(column: &str) -> String {
    format!("CASE WHEN {} THEN {column} ELSE 0 END", many_answers())
}

/// Noon of the day of a moment, which is the same day everywhere people live.
fn day_of(column: &str) -> String {
    format!("substr({column}, 1, 10) || 'T12:00:00.000Z'")
}

/// What stands in each column of a table where its value may not be seen.
fn blanks(connection: &Connection, table: Table) -> Result<Vec<&'static str>, Error> {
    let sql = "SELECT name, type, \"notnull\" FROM pragma_table_info(?1)";
    let mut statement = connection.prepare_cached(sql)?;
    let read = |row: &rusqlite::Row<'_>| Ok((row.get(0)?, row.get(1)?, row.get(2)?));
    let found: Vec<(String, String, bool)> =
        statement.query_map([table.key()], read)?.collect::<Result<_, _>>()?;
    let blank = |column: &&str| {
        let known = found.iter().find(|(name, _, _)| name == column);
        match known.map(|(_, kind, filled)| (kind.as_str(), *filled)) {
            Some((_, false)) => "NULL",
            Some(("TEXT", true)) => "''",
            _ => "0",
        }
    };
    Ok(table.columns().iter().map(blank).collect())
}
