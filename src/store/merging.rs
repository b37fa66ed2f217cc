//! The comparison of two copies of a dossier for a merge: where they differ, and what each did that
//! the other does not know.

use std::collections::{BTreeMap, HashMap, HashSet};

use rusqlite::Connection;
use uuid::Uuid;

use super::tables::put_values;
use super::{Change, Error, Step, StepKind, Store, log};
use crate::model::describe::Stored;
use crate::model::{Keyed, RecordId, Table};

/// A record as stored in one copy, deleted or not.
#[derive(Clone, Debug, PartialEq)]
pub struct StoredRecord {
    /// Whether it is deleted.
    pub deleted: bool,
    /// Its values, in the order of its table (`Table::columns`).
    pub values: Vec<Stored>,
}

/// Both sides of a record that differs between two copies.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Sides {
    /// The record here; `None` if it was never here.
    pub mine: Option<StoredRecord>,
    /// The record in the other copy.
    pub theirs: Option<StoredRecord>,
}

impl Sides {
    /// The record here or, if it was never here, there.
    pub fn either(&self) -> Option<&StoredRecord> {
        self.mine.as_ref().or(self.theirs.as_ref())
    }
}

/// Finds all records that differ.
fn differences(mine: &Connection, theirs: &Connection) -> Result<BTreeMap<RecordId, Sides>, Error> {
    let mut found = BTreeMap::new();
    for table in Table::ALL {
        compare(*table, mine, theirs, &mut found)?;
    }
    Ok(found)
}

/// Walks along both tables at once, so that only differing rows are kept in memory.
fn compare(
    table: Table,
    mine: &Connection,
    theirs: &Connection,
    found: &mut BTreeMap<RecordId, Sides>,
) -> Result<(), Error> {
    let columns = table.columns();
    let sql = format!("SELECT {}, deleted FROM {} ORDER BY id", columns.join(", "), table.key());
    let (mut mine, mut theirs) = (mine.prepare(&sql)?, theirs.prepare(&sql)?);
    let (mut mine, mut theirs) = (mine.query([])?, theirs.query([])?);
    let count = columns.len();
    let mut here = next(&mut mine, count)?;
    let mut there = next(&mut theirs, count)?;
    loop {
        let order = match (&here, &there) {
            (None, None) => return Ok(()),
            (Some(_), None) => std::cmp::Ordering::Less,
            (None, Some(_)) => std::cmp::Ordering::Greater,
            (Some((a, _)), Some((b, _))) => a.cmp(b),
        };
        let mut sides = Sides::default();
        let mut id = String::new();
        if order.is_le()
            && let Some((key, row)) = here.take()
        {
            (id, sides.mine) = (key, Some(row));
            here = next(&mut mine, count)?;
        }
        if order.is_ge()
            && let Some((key, row)) = there.take()
        {
            (id, sides.theirs) = (key, Some(row));
            there = next(&mut theirs, count)?;
        }
        if sides.mine != sides.theirs {
            let id = Uuid::try_parse(&id).map_err(|_| Error::Log)?;
            found.insert(RecordId { table, id }, sides);
        }
    }
}

fn next(
    rows: &mut rusqlite::Rows<'_>,
    count: usize,
) -> Result<Option<(String, StoredRecord)>, Error> {
    let Some(row) = rows.next()? else { return Ok(None) };
    let values = (0..count).map(|i| row.get(i)).collect::<Result<Vec<Stored>, _>>()?;
    Ok(Some((row.get(0)?, StoredRecord { deleted: row.get(count)?, values })))
}

/// The steps that a copy knows: those made in it, and those brought in by merges still in effect.
#[derive(Clone, Debug, Default)]
pub(crate) struct Knowledge {
    known: HashSet<Uuid>,
}

/// Which steps are merges, and whether they are in effect. Undoing and redoing a merge belongs
/// to it.
struct Merges {
    // The merge that a step is, undoes or redoes.
    of: HashMap<Uuid, Uuid>,
    holding: HashSet<Uuid>,
    by_seq: HashMap<i64, Uuid>,
}

impl Merges {
    fn new(steps: &[Step]) -> Self {
        let brought: HashSet<i64> = steps.iter().filter_map(|step| step.merged).collect();
        let mut merges =
            Self { of: HashMap::new(), holding: HashSet::new(), by_seq: HashMap::new() };
        for step in steps.iter().filter(|step| step.merged.is_none()) {
            let origin = match step.kind {
                StepKind::Do => brought.contains(&step.seq).then_some(step.id),
                _ => step.target.and_then(|target| merges.of.get(&target).copied()),
            };
            let Some(origin) = origin else { continue };
            merges.of.insert(step.id, origin);
            match step.kind {
                StepKind::Undo => merges.holding.remove(&origin),
                StepKind::Do | StepKind::Redo => merges.holding.insert(origin),
            };
            merges.by_seq.insert(step.seq, origin);
        }
        merges
    }

    /// Whether a step counts: one brought in by a merge counts as long as the merge is in
    /// effect.
    fn counts(&self, step: &Step) -> bool {
        let Some(seq) = step.merged else { return true };
        self.by_seq.get(&seq).is_some_and(|merge| self.holding.contains(merge))
    }

    /// The merge that brought a step in, if it is in effect and the other copy does not know it.
    fn unknown_to(&self, other: &Knowledge, step: &Step) -> Option<Uuid> {
        let merge = self.by_seq.get(&step.merged?).copied()?;
        (self.holding.contains(&merge) && !other.has(merge)).then_some(merge)
    }
}

impl Knowledge {
    pub(crate) fn of(steps: &[Step]) -> Self {
        let merges = Merges::new(steps);
        let known = steps.iter().filter(|step| merges.counts(step)).map(|step| step.id);
        Self { known: known.collect() }
    }

    pub(crate) fn has(&self, step: Uuid) -> bool {
        self.known.contains(&step)
    }
}

/// The change that a copy made to one field without the other copy knowing.
#[derive(Clone, Debug, PartialEq)]
pub struct Touch {
    /// The value before the first such change.
    pub base: Stored,
    /// The last step that made such a change.
    pub step: Uuid,
}

/// Everything a copy did that another one does not know, by record and field; `None` as the
/// field means that the record was added.
#[derive(Clone, Debug, Default)]
pub struct Touches {
    fields: HashMap<RecordId, BTreeMap<Option<String>, Touch>>,
}

impl Touches {
    /// Reads them from the log of a copy with these steps.
    pub(crate) fn read(
        connection: &Connection,
        steps: &[Step],
        other: &Knowledge,
    ) -> Result<Self, Error> {
        let merges = Merges::new(steps);
        // Values that a merge took over are attributed to the steps it brought in; only its other
        // changes are its own.
        let mut brought: HashSet<(RecordId, Option<String>, String)> = HashSet::new();
        let mut unknown = Vec::new();
        // The places touched by steps that a merge brought in and that the other copy knows.
        let mut shared: HashSet<Place> = HashSet::new();
        // The values that brought-in steps left in their own copy, which knows the steps but not the
        // merge.
        let mut decided: BTreeMap<Place, Touch> = BTreeMap::new();
        for step in steps.iter().filter(|step| merges.counts(step)) {
            let of_merge = merges.of.get(&step.id);
            let mut changes = None;
            if step.merged.is_some() {
                let read = log::changes(connection, step.id)?;
                brought.extend(read.iter().map(key));
                if other.has(step.id) {
                    shared.extend(read.iter().map(place));
                }
                if let Some(merge) = merges.unknown_to(other, step).filter(|_| other.has(step.id)) {
                    for change in &read {
                        let touch = Touch { base: change.new.clone(), step: merge };
                        decided.insert(place(change), touch);
                    }
                }
                changes = Some(read);
            }
            if !other.has(step.id) {
                // A merge that was undone, and that the other copy never knew, did nothing.
                let hidden = of_merge
                    .is_some_and(|merge| !other.has(*merge) && !merges.holding.contains(merge));
                let again = of_merge.is_some_and(|merge| *merge != step.id && !other.has(*merge));
                if !hidden && !again {
                    let changes = match changes {
                        Some(changes) => changes,
                        None => log::changes(connection, step.id)?,
                    };
                    unknown.push((step, of_merge.is_some(), changes));
                }
            }
        }
        let mut touches = Self::default();
        // The value before the first change made here. If the other copy knows none of the steps
        // brought in, this is the value it has; steps of a third copy, which may have deleted a
        // record and brought it back, have other values.
        let mut stood: BTreeMap<Place, &Stored> = BTreeMap::new();
        for (step, is_merge, changes) in &unknown {
            for change in changes {
                let here = step.merged.is_none() && !brought.is_empty();
                if here && !shared.contains(&place(change)) {
                    stood.entry(place(change)).or_insert(&change.old);
                }
                if *is_merge && brought.contains(&key(change)) {
                    continue;
                }
                let fields = touches.fields.entry(change.record).or_default();
                fields
                    .entry(change.field.clone())
                    .and_modify(|touch| touch.step = step.id)
                    .or_insert_with(|| Touch { base: change.old.clone(), step: step.id });
            }
        }
        for ((record, field), old) in stood {
            if let Some(touch) = touches.fields.get_mut(&record).and_then(|it| it.get_mut(&field)) {
                touch.base = old.clone();
            }
        }
        // A merge that left a field unchanged also decided on it, without a trace in the log:
        // against the value that the other copy knows.
        for ((record, field), touch) in decided {
            touches.fields.entry(record).or_default().insert(field, touch);
        }
        Ok(touches)
    }

    /// Whether the record was added.
    pub fn added(&self, record: RecordId) -> Option<&Touch> {
        self.field(record, None)
    }

    /// The change of a field; `None` as the field asks whether the record was added.
    pub fn field(&self, record: RecordId, field: Option<&str>) -> Option<&Touch> {
        self.fields.get(&record)?.get(&field.map(str::to_owned))
    }

    /// The last step that touched the record at all.
    pub fn last(&self, record: RecordId) -> Option<Uuid> {
        self.fields.get(&record)?.values().map(|touch| touch.step).max()
    }
}

/// A record with one of its fields, or as a whole.
type Place = (RecordId, Option<String>);

fn place(change: &Change) -> Place {
    (change.record, change.field.clone())
}

fn key(change: &Change) -> (RecordId, Option<String>, String) {
    (change.record, change.field.clone(), format!("{:?}", change.new))
}

/// A step of another copy, with what it changed there.
#[derive(Clone, Debug)]
pub struct ForeignStep {
    /// The step.
    pub step: Step,
    /// Its changes.
    pub changes: Vec<Change>,
}

/// Writes the steps of another copy into the log, as brought in by the merge with this number.
pub(crate) fn bring_in(
    connection: &Connection,
    merge: i64,
    steps: &[ForeignStep],
) -> Result<(), Error> {
    let mut insert = connection.prepare_cached(
        "INSERT INTO edits (id, time, author, kind, target, name, detail, merged) \
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
    )?;
    // If a merge was undone, its steps are still there.
    let mut again = connection.prepare_cached("UPDATE edits SET merged = ?1 WHERE id = ?2")?;
    let mut line = connection.prepare_cached(
        "INSERT INTO changes (edit, n, table_name, record_id, field, old, new) \
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
    )?;
    for ForeignStep { step, changes } in steps {
        let id = step.id.to_string();
        if again.execute((merge, &id))? == 1 {
            continue;
        }
        insert.execute((
            &id,
            log::written(step.time),
            &step.author,
            step.kind.key(),
            step.target.map(|target| target.to_string()),
            &step.name,
            &step.detail,
            merge,
        ))?;
        let seq = connection.last_insert_rowid();
        for (n, change) in (1..).zip(changes) {
            line.execute((
                seq,
                n,
                change.record.table.key(),
                change.record.id.to_string(),
                &change.field,
                &change.old,
                &change.new,
            ))?;
        }
    }
    Ok(())
}

/// A record as stored, deleted or not.
pub(crate) fn row(
    connection: &Connection,
    record: RecordId,
) -> Result<Option<StoredRecord>, Error> {
    let columns = record.table.columns();
    let (names, table) = (columns.join(", "), record.table.key());
    let sql = format!("SELECT {names}, deleted FROM {table} WHERE id = ?1");
    let mut statement = connection.prepare_cached(&sql)?;
    let mut rows = statement.query([record.id.to_string()])?;
    Ok(next(&mut rows, columns.len())?.map(|(_, row)| row))
}

/// Makes a record equal to this row: present or deleted, with these values.
pub(crate) fn put_row(
    connection: &Connection,
    record: RecordId,
    row: &StoredRecord,
) -> Result<(), Error> {
    // Also when it is inserted: its code may already be used by another record.
    let columns = [record.table.columns(), &["deleted"]].concat();
    let deleted = Stored::Integer(row.deleted.into());
    let values: Vec<_> = row.values.iter().cloned().chain([deleted]).collect();
    put_values(connection, record, &columns, &values)
}

/// The records and steps that two copies of a dossier do not share.
#[derive(Clone, Debug)]
pub struct Comparison {
    /// The records that differ.
    pub differences: BTreeMap<RecordId, Sides>,
    /// The changes made here without the other copy knowing.
    pub mine: Touches,
    /// The changes made there without this copy knowing.
    pub theirs: Touches,
    /// The steps that are unknown here, in order.
    pub steps: Vec<ForeignStep>,
}

impl Store {
    /// Compares with another copy of the dossier.
    ///
    /// # Errors
    /// If either file cannot be read.
    pub(crate) fn compare(&self, theirs: &Self) -> Result<Comparison, Error> {
        let (here, there) = (self.steps()?, theirs.steps()?);
        let (mine, known) = (Knowledge::of(&here), Knowledge::of(&there));
        let mut steps = Vec::new();
        for step in there.iter().filter(|step| known.has(step.id) && !mine.has(step.id)) {
            let changes = theirs.changes(step.id)?;
            steps.push(ForeignStep { step: step.clone(), changes });
        }
        let named = |error| self.named(error);
        Ok(Comparison {
            differences: differences(&self.connection, &theirs.connection).map_err(named)?,
            mine: Touches::read(&self.connection, &here, &known).map_err(named)?,
            theirs: Touches::read(&theirs.connection, &there, &mine).map_err(named)?,
            steps,
        })
    }
}
