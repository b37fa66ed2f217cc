//! The visible part of a dossier under a ceiling, read with queries of its own.
//!
//! Nothing is hidden after reading: a query lists the columns and markings that may be seen, and
//! nothing else is ever read. It fails closed: an unknown marking matches nothing, a record that is
//! part of one that may not be seen is left out, and if a query fails, nothing is shown.
//!
//! Anything that leaves the machine, a copy or a page, has new identities (`fresh`): those of the
//! dossier reveal when each record was made and, by their gaps, that there are others.

mod fresh;
mod lineage;
mod named;
mod query;
mod refresh;

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use rusqlite::Connection;
use rustc_hash::{FxHashMap, FxHashSet};

use super::reader::Pulse;
use super::{Error, Store, workspace};
use crate::analysis::ToldSplits;
use crate::model::describe::{Part, Seen};
use crate::model::words::LONGEST;
use crate::model::{CommentId, Dossier, Keyed, Marking, Record, RecordId, Snapshot, Table};
use fresh::Fresh;
use lineage::Lineage;
use named::Named;
use query::Query;
pub(crate) use refresh::refresh;

/// How many records are read between two beats of the pulse.
const BEAT: usize = 512;

/// The audience it is read for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Audience {
    /// Everybody in a room, on a wall. Only records with a marking of their own are shown there,
    /// and nothing told in confidence or inferred.
    Room,
    /// Somebody who gets a copy. Records without a marking have the dossier's own.
    Copy,
}

/// How much may be seen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Clearance {
    /// By whom.
    pub audience: Audience,
    /// The strictest marking that may be seen.
    pub ceiling: Marking,
    /// Records released by name, whatever their marking.
    pub released: BTreeSet<RecordId>,
    /// Records held back although their marking would let them be seen. The dossier itself in
    /// this set holds back everything that has the dossier's own marking.
    pub held: BTreeSet<RecordId>,
    /// The fewest answers to a poll whose split may be seen, if that is more than the dossier
    /// requires.
    pub fewest: u32,
}

impl Clearance {
    /// Everything up to a ceiling, with nothing released.
    pub fn new(audience: Audience, ceiling: Marking) -> Self {
        let (released, held) = (BTreeSet::new(), BTreeSet::new());
        Self { audience, ceiling, released, held, fewest: 0 }
    }

    /// The markings that may be seen, as a list in SQL.
    fn markings(&self) -> String {
        let below = Marking::ALL.iter().filter(|marking| **marking <= self.ceiling);
        below.map(|marking| format!("'{}'", marking.key())).collect::<Vec<_>>().join(", ")
    }

    /// Whether a column may be seen; `own` says whether records with the dossier's own marking
    /// may be.
    fn sees(&self, seen: Seen, own: bool) -> bool {
        match (seen, self.audience) {
            (Seen::Wall | Seen::WallDay, _) | (Seen::Copy | Seen::CopyDay, Audience::Copy) => true,
            (Seen::OwnWall, _) | (Seen::OwnCopy, Audience::Copy) => own,
            (Seen::Copy | Seen::CopyDay | Seen::OwnCopy, Audience::Room) | (Seen::Never, _) => {
                false
            }
        }
    }

    /// Whether anything of a table may be seen, which is the case if the identities of its records
    /// may be.
    pub(crate) fn sees_table(&self, table: Table) -> bool {
        let itself = table.description().fields.iter().find(|field| field.part == Part::Itself);
        itself.is_some_and(|itself| self.sees(itself.seen, false))
    }
}

/// How many records of a table may be seen, and how many may not.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct SeenCount {
    /// How many may be seen.
    pub seen: usize,
    /// How many are withheld.
    pub withheld: usize,
}

/// The visible part of a dossier, and how much is withheld.
#[derive(Clone, Debug)]
pub struct Visible {
    /// The records that may be seen; their other columns are empty.
    pub snapshot: Snapshot,
    /// The counts of each table.
    pub seen_counts: BTreeMap<Table, SeenCount>,
}

/// Reads what may be seen. For a room the records keep the identities of the dossier, so that
/// released and changed records can be recognised; for a copy they get new ones.
///
/// # Errors
/// If the file cannot be read. Then nothing may be shown.
pub(crate) fn read(connection: &Connection, clearance: &Clearance) -> Result<Visible, Error> {
    read_told(connection, clearance, &mut |_, _| {})
}

/// The same; `pulse` is told how many records have been read, and of how many.
pub(crate) fn read_told(
    connection: &Connection,
    clearance: &Clearance,
    pulse: Pulse<'_>,
) -> Result<Visible, Error> {
    let mut snapshot: Option<Snapshot> = None;
    let put = |record: Record| match (&mut snapshot, record) {
        (None, Record::Dossier(dossier)) => snapshot = Some(Snapshot::new(dossier)),
        (Some(snapshot), record) => snapshot.put_new(record),
        (None, _) => {}
    };
    let seen_counts = match clearance.audience {
        Audience::Room => each(connection, clearance, put)?,
        Audience::Copy => leaving(connection, clearance, pulse, put)?,
    };
    Ok(Visible { snapshot: snapshot.ok_or(Error::Log)?, seen_counts })
}

/// Passes on the records that leave the machine, with new identities, each after those it refers
/// to.
fn leaving(
    connection: &Connection,
    clearance: &Clearance,
    pulse: Pulse<'_>,
    mut take: impl FnMut(Record),
) -> Result<BTreeMap<Table, SeenCount>, Error> {
    let mut counts = BTreeMap::new();
    for table in Table::ALL {
        counts.insert(*table, count(connection, *table)?);
    }
    let of = counts.values().sum();
    let mut fresh = Fresh::default();
    let mut pass = |mut record: Record| {
        if let Record::Dossier(dossier) = &mut record {
            // A marking stricter than the content needs would reveal that there is more.
            dossier.marking = dossier.marking.min(clearance.ceiling);
        }
        take(record);
    };
    // One table at a time: the records of all of them take more memory than a large file.
    let (mut done, mut records, mut failed) = (0, Vec::<Record>::new(), Ok(()));
    let seen_counts = each(connection, clearance, |record| {
        if done % BEAT == 0 {
            pulse(done, of);
        }
        done += 1;
        let table = record.record_id().table;
        if records.last().is_some_and(|last| last.record_id().table != table) {
            let all = std::mem::take(&mut records);
            failed =
                std::mem::replace(&mut failed, Ok(())).and_then(|()| fresh.table(all, &mut pass));
        }
        if records.is_empty() {
            records.reserve_exact(counts.get(&table).copied().unwrap_or_default());
        }
        records.push(record);
    })?;
    failed?;
    fresh.table(records, pass)?;
    Ok(seen_counts)
}

impl Store {
    /// Every name, present or former, of the parties and groups that may not be seen, in the form in which it
    /// is looked up.
    ///
    /// # Errors
    /// If the file cannot be read. Then nothing may be shown.
    pub fn withheld_names(&self, clearance: &Clearance) -> Result<FxHashSet<String>, Error> {
        let read = |own| Named::read(&self.connection, &Query { clearance, own, only: None });
        let names = own_is_seen(&self.connection, clearance).and_then(read);
        names.map(Named::into_withheld).map_err(|error| self.named(error))
    }

    /// Every former name of any party or group, and every name of one that no longer exists, in the form in
    /// which it is looked up.
    ///
    /// # Errors
    /// If the file cannot be read. Then nothing may be shown.
    pub fn former_names(&self) -> Result<FxHashSet<String>, Error> {
        Named::former(&self.connection).map_err(|error| self.named(error))
    }
}

/// The splits of polls that rooms were told, for anything that leaves the machine and could be
/// compared with them. A room checks this itself, because it repeats what it was told.
fn told(connection: &Connection, clearance: &Clearance) -> Result<Option<ToldSplits>, Error> {
    match clearance.audience {
        Audience::Room => Ok(None),
        Audience::Copy => Ok(Some(ToldSplits::from_workspace(workspace::all(connection)?))),
    }
}

/// Passes on every record that may be seen, each after those it refers to, and counts.
pub(crate) fn each(
    connection: &Connection,
    clearance: &Clearance,
    mut take: impl FnMut(Record),
) -> Result<BTreeMap<Table, SeenCount>, Error> {
    let own = own_is_seen(connection, clearance)?;
    let query = Query { clearance, own, only: None };
    let told = told(connection, clearance)?;
    let mut dossier: Option<Dossier> = None;
    // A slide on a region of which nobody may be seen would reveal somebody who may not. A room
    // takes care of its slides itself.
    let by_region = clearance.audience == Audience::Copy && clearance.ceiling < Marking::Red;
    let mut regions = FxHashSet::from_iter([String::new()]);
    let mut visible = FxHashSet::default();
    let mut seen_counts = BTreeMap::new();
    // A comment may be about a record of any other table, so comments come last.
    let others = Table::ALL.iter().copied().filter(|table| *table != Table::Comments);
    for table in others.chain([Table::Comments]) {
        let mut seen_count = SeenCount::default();
        if clearance.sees_table(table) {
            let mut lineage = Lineage::default();
            if rests_on_its_own(table) {
                // Records that refer to others of the same table, which may be read after them.
                let mut found = Vec::new();
                query.of(connection, table, &mut |record| found.push(record))?;
                found.retain(|record| {
                    let parts = record.references().into_iter();
                    parts.filter(|it| it.part).all(|it| visible.contains(&it.to))
                });
                visible.extend(found.iter().map(Record::record_id));
                if table == Table::Paragraphs {
                    lineage = Lineage::read(connection, &visible)?;
                }
            }
            let mut pass = |record: Record| {
                let record = lineage.bridged(record);
                let Some(record) = attached(record, |to| visible.contains(&to)) else {
                    return false;
                };
                match (&record, &dossier, &told) {
                    (Record::Dossier(it), None, _) => dossier = Some(it.clone()),
                    (Record::Party(it), ..) => drop(regions.insert(it.region.clone())),
                    (Record::Slide(it), ..) if by_region && !regions.contains(&it.region) => {
                        return false;
                    }
                    (Record::Poll(poll), Some(dossier), Some(told))
                        if !told.may_tell(dossier, poll, clearance.ceiling) =>
                    {
                        return false;
                    }
                    _ => {}
                }
                visible.insert(record.record_id());
                seen_count.seen += 1;
                take(record);
                true
            };
            if table == Table::Comments {
                let mut comments = Vec::new();
                query.of(connection, table, &mut |record| comments.push(record))?;
                threaded(comments, pass);
            } else {
                query.of(connection, table, &mut |record| {
                    pass(record);
                })?;
            }
        }
        seen_count.withheld = count(connection, table)?.saturating_sub(seen_count.seen);
        seen_counts.insert(table, seen_count);
    }
    Ok(seen_counts)
}

/// Whether records of a table rest on others of the same table.
fn rests_on_its_own(table: Table) -> bool {
    let mut columns = table.description().columns();
    columns.any(|it| it.part == Part::RestsOn && it.holds.may_name(table))
}

/// Passes on comments, each after the one it answers if that was accepted. They may be read in
/// another order.
fn threaded(comments: Vec<Record>, mut pass: impl FnMut(Record) -> bool) {
    let mut answers: FxHashMap<CommentId, Vec<Record>> = FxHashMap::default();
    let mut next = VecDeque::new();
    for record in comments {
        let Record::Comment(comment) = &record else { continue };
        match comment.answers {
            Some(answered) => answers.entry(answered).or_default().push(record),
            None => next.push_back(record),
        }
    }
    while let Some(record) = next.pop_front() {
        let id = CommentId(record.record_id().id);
        if pass(record) {
            next.extend(answers.remove(&id).unwrap_or_default());
        }
    }
}

/// A record without references to what may not be seen; `None` if it is part of something that
/// may not be seen.
fn attached(mut record: Record, seen: impl Fn(RecordId) -> bool) -> Option<Record> {
    for reference in record.references() {
        if seen(reference.to) {
            continue;
        }
        if reference.part {
            return None;
        }
        record.let_go_of(reference.to);
    }
    Some(record)
}

/// Whether records with the dossier's own marking may be seen.
fn own_is_seen(connection: &Connection, clearance: &Clearance) -> Result<bool, Error> {
    if clearance.held.iter().any(|record| record.table == Table::Dossier) {
        return Ok(false);
    }
    let sql = format!("SELECT 1 FROM dossier WHERE marking IN ({})", clearance.markings());
    Ok(connection.prepare_cached(&sql)?.exists([])?)
}

fn count(connection: &Connection, table: Table) -> Result<usize, Error> {
    let sql = format!("SELECT count(*) FROM {} WHERE deleted = 0", table.key());
    let count: i64 = connection.prepare_cached(&sql)?.query_row([], |row| row.get(0))?;
    Ok(usize::try_from(count).unwrap_or_default())
}

/// The records of a copy for others: what may be seen, as an independent dossier, with `title`
/// if its own title may not be seen.
pub(crate) fn copy_records(
    connection: &Connection,
    ceiling: Marking,
    title: &str,
) -> Result<(Vec<Record>, BTreeMap<Table, SeenCount>), Error> {
    let clearance = Clearance::new(Audience::Copy, ceiling);
    let mut records = Vec::new();
    let mut told = |_, _| {};
    let seen_counts = leaving(connection, &clearance, &mut told, |record| records.push(record))?;
    let too_long = records.iter().find_map(|record| {
        let (column, length) = super::longest_text(record)?;
        (length > LONGEST).then_some(Error::TooLong { table: record.record_id().table, column })
    });
    if let Some(error) = too_long {
        return Err(error);
    }
    if let Some(Record::Dossier(dossier)) = records.first_mut()
        && dossier.title.is_empty()
    {
        title.clone_into(&mut dossier.title);
    }
    Ok((records, seen_counts))
}

#[cfg(test)]
mod tests;
