//! The queries: the columns and records they select.

use rusqlite::{Connection, params_from_iter};
use uuid::Uuid;

use super::named::Named;
use super::{Audience, Clearance};
use crate::draft::may_have_brackets;
use crate::model::describe::{Column, Part, Seen};
use crate::model::{Described, Dossier, Keyed, Position, Record, Table, WordStance, with_arenas};
use crate::store::Error;
use crate::store::columns::Reader;

pub(super) struct Query<'a> {
    pub(super) clearance: &'a Clearance,
    // Whether records with the dossier's own marking may be seen.
    pub(super) own: bool,
    // A single record, if set.
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
                if table == Table::WordStances {
                    return self.stances_on_words(connection, take);
                }
                match table {
                    Table::Dossier => self.read::<Dossier>(connection, take),
                    Table::Positions => self.read::<Position>(connection, take),
                    $( Table::$table => self.read::<crate::model::$record>(connection, take), )+
                }
            }
        }
    };
}

with_arenas!(by_table);

/// How a text in which there may be brackets is cut down to what may be seen; `None` of a table without one.
fn within(table: Table) -> Option<fn(&Named, &str) -> String> {
    table.description().fields.iter().find_map(|field| match field.part {
        Part::Negotiated => Some(Named::within as fn(&Named, &str) -> String),
        Part::NegotiatedLines => Some(Named::within_lines),
        Part::Plain
        | Part::Itself
        | Part::Code
        | Part::Title
        | Part::Name
        | Part::Region
        | Part::Marking
        | Part::Certainty
        | Part::PartOf
        | Part::RestsOn
        | Part::Corrects
        | Part::Rank
        | Part::Author
        | Part::Single => None,
    })
}

impl Query<'_> {
    /// The records of a table as far as they may be seen.
    fn read<T: Described>(
        &self,
        connection: &Connection,
        take: &mut dyn FnMut(Record),
    ) -> Result<(), Error> {
        match within(T::TABLE) {
            Some(within) => self.texts::<T>(connection, take, within),
            None => self.rows::<T>(connection, take),
        }
    }

    /// Records with a text in which there may be brackets, showing the brackets and owners that may
    /// be seen. The names a text may use are read only if one has brackets.
    fn texts<T: Described>(
        &self,
        connection: &Connection,
        take: &mut dyn FnMut(Record),
        within: fn(&Named, &str) -> String,
    ) -> Result<(), Error> {
        let mut found = Vec::new();
        self.rows::<T>(connection, &mut |record| found.push(record))?;
        let mut named = None;
        for mut record in found {
            if let Some(text) = record.negotiated_mut().filter(|text| may_have_brackets(text)) {
                let named = match &named {
                    Some(named) => named,
                    None => named.insert(Named::read(connection, self)?),
                };
                *text = within(named, text);
            }
            take(record);
        }
        Ok(())
    }

    /// Stances on words; none on an alternative beside one that is withheld.
    fn stances_on_words(
        &self,
        connection: &Connection,
        take: &mut dyn FnMut(Record),
    ) -> Result<(), Error> {
        let mut found = Vec::new();
        self.rows::<WordStance>(connection, &mut |record| found.push(record))?;
        if found.is_empty() {
            return Ok(());
        }
        let named = Named::read(connection, self)?;
        let mut words = connection.prepare_cached("SELECT words FROM paragraphs WHERE id = ?1")?;
        for record in found {
            let alternative = match &record {
                Record::WordStance(it) if it.alternative > 0 => Some(it.paragraph),
                _ => None,
            };
            let is_cut = match alternative {
                Some(id) => {
                    named.is_cut(&words.query_row([id.to_string()], |row| row.get::<_, String>(0))?)
                }
                None => false,
            };
            if !is_cut {
                take(record);
            }
        }
        Ok(())
    }

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
        let released = self.clearance.released.iter().filter(|record| record.table == T::TABLE);
        for record in released {
            // Never seen twice, because `under` excludes released records; released ones also
            // show `own` columns.
            self.run::<T>(connection, &blanks, true, &held, Some(record.id), take)?;
        }
        Ok(())
    }

    /// The condition for a record that is not released, apart from not being deleted.
    fn under(&self, table: Table) -> String {
        let marked = table.has_marking();
        let markings = self.clearance.markings();
        let mut under = match (table, self.clearance.audience) {
            // The dossier is always there; its columns are restricted separately.
            (Table::Dossier, _) => "1".to_owned(),
            // The user's own briefs, and assumptions about others, are shown to a room only by
            // name.
            (Table::Briefs | Table::Scenarios | Table::ScenarioMoves, Audience::Room) => {
                "0".to_owned()
            }
            _ if !marked => "1".to_owned(),
            (_, Audience::Room) => format!("marking IN ({markings})"),
            (_, Audience::Copy) => {
                format!("coalesce(marking, (SELECT marking FROM dossier)) IN ({markings})")
            }
        };
        let mut columns = table.description().columns();
        let certainty = columns.find(|column| column.part == Part::Certainty);
        if let (Some(Column { name, .. }), Audience::Room) = (certainty, self.clearance.audience) {
            under += &format!(" AND ({name} IS NULL OR {name} = 'public')");
        }
        if (table, self.clearance.audience) == (Table::Polls, Audience::Copy) {
            under += &format!(" AND {}", self.many_answers());
        }
        under
    }

    /// The records of a table that are released by name, as a list in SQL.
    fn released(&self, table: Table) -> String {
        let released = self.clearance.released.iter().filter(|record| record.table == table);
        released.map(|record| format!("'{}'", record.id)).collect::<Vec<_>>().join(", ")
    }

    /// The condition for a record of a table to be seen, on its own account.
    pub(super) fn seen(&self, table: Table) -> String {
        format!("deleted = 0 AND {}", self.would_be_seen(table))
    }

    /// The same for a record that may be deleted: whether it would be seen if it existed.
    pub(super) fn would_be_seen(&self, table: Table) -> String {
        let (under, released) = (self.under(table), self.released(table));
        format!("{HELD_BACK} AND ({under} OR id IN ({released}))")
    }

    /// The condition that no visible entry corrects this one, directly or through others.
    /// Invisible entries change nothing themselves, but a chain of corrections continues through
    /// them. For a single record the caller has made sure of this.
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

    /// The records held back, as a list in JSON.
    pub(super) fn held_back(&self) -> String {
        let ids = self.clearance.held.iter().map(|record| format!("\"{}\"", record.id));
        format!("[{}]", ids.collect::<Vec<_>>().join(","))
    }

    /// The condition that a poll has enough answers to show a split, according to the dossier and
    /// to what is kept hidden of it; false if the minimum is unknown.
    fn many_answers(&self) -> String {
        let fewest = self.clearance.fewest.max(1);
        format!("{} >= (SELECT max({FEWEST}, {fewest}) FROM dossier)", ANSWERS.join(" + "))
    }

    fn run<T: Described>(
        &self,
        connection: &Connection,
        blanks: &[String],
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
            if !self.clearance.sees(seen, own) {
                blank.clone()
            } else if T::TABLE == Table::Polls && ANSWERS.contains(&name) {
                format!("CASE WHEN {} THEN {name} ELSE 0 END", self.many_answers())
            } else if T::TABLE == Table::Dossier && name == FEWEST {
                format!("max({name}, {})", self.clearance.fewest)
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
        let one = one.map(|id| id.to_string());
        let held = sql.contains(HELD_BACK).then(|| self.held_back());
        let parameters: Vec<_> =
            if held.is_some() { vec![one, held] } else { Vec::from_iter(one.map(Some)) };
        let mut rows = statement.query(params_from_iter(parameters))?;
        while let Some(row) = rows.next()? {
            let record: Record = Reader::new(row).record::<T>()?.into();
            // The dossier is always there, without the columns that are held back.
            if T::TABLE == Table::Dossier || !self.clearance.held.contains(&record.record_id()) {
                take(record);
            }
        }
        Ok(())
    }
}

/// The condition that a record is not held back. There may be more of those than a statement can list.
const HELD_BACK: &str = "id NOT IN (SELECT value FROM json_each(?2))";

/// The columns of a poll with the number of answers for each stance.
const ANSWERS: [&str; 6] =
    ["champion", "support", "accept", "reserve", "object", "no_instructions"];

/// The column of the dossier with the number of answers below which no split is shown.
const FEWEST: &str = "poll_min_answers";

/// Noon on the day of a moment, which is the same day almost everywhere.
fn day_of(column: &str) -> String {
    format!("substr({column}, 1, 10) || 'T12:00:00.000Z'")
}

/// The placeholder in each column of a table for a value that may not be seen: for a number, its
/// default.
fn blanks(connection: &Connection, table: Table) -> Result<Vec<String>, Error> {
    let sql =
        "SELECT name, type, \"notnull\", coalesce(dflt_value, '0') FROM pragma_table_info(?1)";
    let mut statement = connection.prepare_cached(sql)?;
    let read = |row: &rusqlite::Row<'_>| Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?));
    let found: Vec<(String, String, bool, String)> =
        statement.query_map([table.key()], read)?.collect::<Result<_, _>>()?;
    let blank = |column: &&str| {
        let known = found.iter().find(|(name, ..)| name == column);
        match known.map(|(_, kind, filled, number)| (kind.as_str(), *filled, number)) {
            Some((_, false, _)) => "NULL".to_owned(),
            Some(("TEXT", true, _)) => "''".to_owned(),
            // Nothing from the file goes into a query unless it is a number.
            Some((_, true, number)) if number.parse::<u32>().is_ok() => number.clone(),
            _ => "0".to_owned(),
        }
    };
    Ok(table.columns().iter().map(blank).collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::describe::Holds;

    #[test]
    fn every_number_of_a_poll_is_withheld_until_enough_have_answered() {
        let columns = Table::Polls.description().columns();
        let numbers = columns.filter(|column| column.holds == Holds::Number);
        assert_eq!(numbers.map(|column| column.name).collect::<Vec<_>>(), ANSWERS);
    }

    #[test]
    fn every_text_with_brackets_is_read_without_those_that_may_not_be_seen() {
        let negotiated = |table: &&Table| table.columns().iter().any(|it| table.has_brackets(it));
        let tables: Vec<_> = Table::ALL.iter().filter(negotiated).collect();
        let cut: Vec<_> = Table::ALL.iter().filter(|table| within(**table).is_some()).collect();
        assert_eq!(tables, cut);
        assert_eq!(tables, [&Table::Proposals, &Table::Paragraphs], "and no other table has any");
    }
}
