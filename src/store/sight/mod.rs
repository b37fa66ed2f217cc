//! What may be seen of a dossier under a ceiling, read by a query of its own.
//!
//! Nothing is hidden here afterwards: a query names the columns that may be seen and the
//! markings whose records may be, and whatever it does not name is never read. It fails
//! closed. A marking it does not know matches none; a record that names one that may not be
//! seen is left out; and where a query fails there is nothing.

mod rules;

use std::collections::{BTreeMap, BTreeSet};

use rusqlite::{Connection, params_from_iter};
use rustc_hash::FxHashSet;
use uuid::Uuid;

use super::columns::Reader;
use super::tables::Row;
use super::{Error, tables};
use crate::model::{
    AgendaItem, AimTag, Assessment, Brief, Comment, Concern, Dossier, Engagement, Group, Keyed,
    Marking, Meeting, Membership, NextStep, Parked, Party, Poll, Position, Proposal, Record,
    RecordId, Relation, Remedy, RollCall, Slide, Snapshot, Source, Sponsor, Table, Term, Vote,
    with_arenas,
};
use rules::{Pass, rules};

/// For whom it is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Audience {
    /// Everybody in a room, off a wall. Only what carries a marking of its own is shown
    /// there, and nothing that was told in confidence or inferred.
    Room,
    /// Somebody who gets a copy. What carries no marking has the dossier's own.
    Copy,
}

/// How far one may see.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reach {
    /// For whom.
    pub audience: Audience,
    /// The strictest marking that may be seen.
    pub ceiling: Marking,
    /// Records that were released by name, whatever their marking.
    pub released: BTreeSet<RecordId>,
}

impl Reach {
    /// As far as a ceiling, without anything released.
    pub fn new(audience: Audience, ceiling: Marking) -> Self {
        Self { audience, ceiling, released: BTreeSet::new() }
    }

    /// The markings that may be seen, as a list in SQL.
    fn markings(&self) -> String {
        let below = Marking::ALL.iter().filter(|marking| **marking <= self.ceiling);
        below.map(|marking| format!("'{}'", marking.key())).collect::<Vec<_>>().join(", ")
    }

    /// Whether a column may be seen; `own` where what has the dossier's own marking may be.
    fn sees(&self, pass: Pass, own: bool) -> bool {
        match (pass, self.audience) {
            (Pass::Wall, _) | (Pass::Share, Audience::Copy) => true,
            (Pass::OwnWall, _) | (Pass::OwnShare, Audience::Copy) => own,
            (Pass::Share | Pass::OwnShare, Audience::Room) | (Pass::Never, _) => false,
        }
    }

    /// Whether anything of a table may be seen.
    pub fn sees_table(&self, table: Table) -> bool {
        rules(table).first().is_some_and(|(_, pass)| self.sees(*pass, false))
    }
}

/// How many records of a table may be seen, and how many may not.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Portion {
    /// How many may be.
    pub seen: usize,
    /// How many are withheld.
    pub withheld: usize,
}

/// What may be seen, and how much is withheld.
#[derive(Clone, Debug)]
pub struct Sight {
    /// The records that may be seen, with the columns that may be; the others are empty.
    pub snapshot: Snapshot,
    /// How many of each table.
    pub portions: BTreeMap<Table, Portion>,
}

/// Reads what may be seen.
///
/// # Errors
/// What kept the file from being read. Then nothing may be shown.
pub(crate) fn read(connection: &Connection, reach: &Reach) -> Result<Sight, Error> {
    let mut snapshot: Option<Snapshot> = None;
    let portions = each(connection, reach, |record| match (&mut snapshot, record) {
        (None, Record::Dossier(dossier)) => snapshot = Some(Snapshot::new(dossier)),
        (Some(snapshot), record) => snapshot.put(record),
        (None, _) => {}
    })?;
    Ok(Sight { snapshot: snapshot.ok_or(Error::Log)?, portions })
}

/// Brings what may be seen up to date with the records that a step touched; says whether it
/// could. Otherwise all has to be read again.
pub(crate) fn refresh(
    connection: &Connection,
    reach: &Reach,
    snapshot: &mut Snapshot,
    touched: &[RecordId],
) -> Result<bool, Error> {
    let touched: Vec<_> =
        touched.iter().copied().filter(|record| reach.sees_table(record.table)).collect();
    let leaves = touched.iter().all(|record| is_leaf(record.table));
    if touched.len() > FEW || !leaves || corrects(connection, &touched)? {
        return Ok(false);
    }
    let own = own_is_seen(connection, reach)?;
    for record in &touched {
        match tables::find(connection, *record)? {
            // By its place: looking for it would be to go through all entries.
            Some(Record::Position(position)) => snapshot.remove_position(&position),
            _ => snapshot.remove(*record),
        }
        let mut found = Vec::new();
        let query = Query { reach, own, only: Some(record.id) };
        query.of(connection, record.table, &mut |record| found.push(record))?;
        let seen = |to: RecordId| snapshot.has(to);
        let visible: Vec<_> = found.into_iter().filter_map(|it| attached(it, seen)).collect();
        visible.into_iter().for_each(|record| snapshot.put(record));
    }
    Ok(true)
}

/// Hands on every record that may be seen, each after those it names, and counts.
pub(crate) fn each(
    connection: &Connection,
    reach: &Reach,
    mut take: impl FnMut(Record),
) -> Result<BTreeMap<Table, Portion>, Error> {
    let own = own_is_seen(connection, reach)?;
    let query = Query { reach, own, only: None };
    let mut visible = FxHashSet::default();
    let mut portions = BTreeMap::new();
    for table in Table::ALL.iter().copied() {
        let mut portion = Portion::default();
        if reach.sees_table(table) {
            let mut pass = |record: Record| {
                let Some(record) = attached(record, |to| visible.contains(&to)) else {
                    return false;
                };
                visible.insert(record.record_id());
                portion.seen += 1;
                take(record);
                true
            };
            if table == Table::Comments {
                // An answer may be read before what it answers.
                let mut left = Vec::new();
                query.of(connection, table, &mut |record| left.push(record))?;
                while !left.is_empty() {
                    let before = left.len();
                    left.retain(|record| !pass(record.clone()));
                    if left.len() == before {
                        break;
                    }
                }
            } else {
                query.of(connection, table, &mut |record| {
                    pass(record);
                })?;
            }
        }
        portion.withheld = count(connection, table)?.saturating_sub(portion.seen);
        portions.insert(table, portion);
    }
    Ok(portions)
}

/// A record without the sources it may not name; none where it is a part of what may not be
/// seen.
fn attached(mut record: Record, seen: impl Fn(RecordId) -> bool) -> Option<Record> {
    for reference in record.references() {
        if seen(reference.to) {
            continue;
        }
        if reference.part {
            return None;
        }
        *record.source_mut()? = None;
    }
    Some(record)
}

/// Whether no record can be a part of one of this table.
fn is_leaf(table: Table) -> bool {
    !matches!(
        table,
        Table::Dossier
            | Table::Parties
            | Table::Groups
            | Table::Sources
            | Table::Proposals
            | Table::Assessments
            | Table::Meetings
            | Table::RollCalls
            | Table::Comments
    )
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

/// Whether what has the dossier's own marking may be seen.
fn own_is_seen(connection: &Connection, reach: &Reach) -> Result<bool, Error> {
    let sql = format!("SELECT 1 FROM dossier WHERE marking IN ({})", reach.markings());
    Ok(connection.prepare_cached(&sql)?.exists([])?)
}

fn count(connection: &Connection, table: Table) -> Result<usize, Error> {
    let sql = format!("SELECT count(*) FROM {} WHERE deleted = 0", table.key());
    let count: i64 = connection.prepare_cached(&sql)?.query_row([], |row| row.get(0))?;
    Ok(usize::try_from(count).unwrap_or_default())
}

struct Query<'a> {
    reach: &'a Reach,
    // Whether what has the dossier's own marking may be seen.
    own: bool,
    // One record only.
    only: Option<Uuid>,
}

macro_rules! by_table {
    ($( $field:ident $table:ident $record:ident $id:ident )+) => {
        impl Query<'_> {
            fn of(
                &self,
                connection: &Connection,
                table: Table,
                take: &mut dyn FnMut(Record),
            ) -> Result<(), Error> {
                match table {
                    Table::Dossier => self.rows::<Dossier>(connection, take),
                    Table::Positions => self.rows::<Position>(connection, take),
                    $( Table::$table => self.rows::<$record>(connection, take), )+
                }
            }
        }
    };
}

with_arenas!(by_table);

impl Query<'_> {
    fn rows<T: Row + Into<Record>>(
        &self,
        connection: &Connection,
        take: &mut dyn FnMut(Record),
    ) -> Result<(), Error> {
        let blanks = blanks(connection, T::TABLE)?;
        let under = self.under(T::TABLE);
        self.run::<T>(connection, &blanks, self.own, &under, None, take)?;
        let released = self.reach.released.iter().filter(|record| record.table == T::TABLE);
        for record in released {
            // Seen already where it is under the ceiling; then it is the same with more in it.
            let held = if T::TABLE == Table::Positions { self.held() } else { "1" };
            self.run::<T>(connection, &blanks, true, held, Some(record.id), take)?;
        }
        Ok(())
    }

    /// What a record has to meet, beside not being deleted.
    fn under(&self, table: Table) -> String {
        let marked = rules(table).iter().any(|(column, _)| *column == "marking");
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
        if table == Table::Positions {
            if self.reach.audience == Audience::Room {
                under += " AND (certainty IS NULL OR certainty = 'public')";
            }
            under += &format!(" AND {}", self.held());
        }
        if table == Table::Polls && self.reach.audience == Audience::Copy {
            under += &format!(" AND {}", many_answers());
        }
        let released = self.reach.released.iter().filter(|record| record.table == table);
        let released: Vec<_> = released.map(|record| format!("'{}'", record.id)).collect();
        if !released.is_empty() {
            under += &format!(" AND id NOT IN ({})", released.join(", "));
        }
        under
    }

    /// That nobody corrected an entry. Of single ones that is known beforehand.
    fn held(&self) -> &'static str {
        if self.only.is_some() {
            return "1";
        }
        "id NOT IN (SELECT replaces FROM positions WHERE deleted = 0 AND replaces IS NOT NULL)"
    }

    fn run<T: Row + Into<Record>>(
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
        let columns = rules(T::TABLE).iter().zip(blanks).map(|((column, pass), blank)| {
            match (self.reach.sees(*pass, own), ANSWERS.contains(column)) {
                (true, true) if T::TABLE == Table::Polls => unless_few(column),
                (true, _) => (*column).to_owned(),
                (false, _) => (*blank).to_owned(),
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
            take(T::read(&mut Reader::new(row, T::TABLE, T::COLUMNS))?.into());
        }
        Ok(())
    }
}

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
    Ok(tables::columns(table).iter().map(blank).collect())
}

/// The records of a copy for others: what may be seen, as a dossier of its own under this
/// title, where its own may not be.
pub(crate) fn copy_records(
    connection: &Connection,
    ceiling: Marking,
    title: &str,
) -> Result<(Vec<Record>, BTreeMap<Table, Portion>), Error> {
    let reach = Reach::new(Audience::Copy, ceiling);
    let mut records = Vec::new();
    let portions = each(connection, &reach, |record| records.push(record))?;
    if let Some(Record::Dossier(dossier)) = records.first_mut() {
        // Another dossier: it is never merged into the one it was made from, nor are their
        // backups mixed up.
        dossier.id = crate::model::DossierId::new();
        dossier.marking = dossier.marking.min(ceiling);
        if dossier.title.is_empty() {
            title.clone_into(&mut dossier.title);
        }
    }
    let about = records.first().map(Record::record_id);
    for record in &mut records {
        if let (Record::Comment(comment), Some(dossier)) = (record, about)
            && comment.about.table == Table::Dossier
        {
            comment.about = dossier;
        }
    }
    Ok((records, portions))
}

#[cfg(test)]
mod tests;
