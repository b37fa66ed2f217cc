//! The change log: every step, and every field it changed.
//!
//! TEMP triggers write it, so that nothing can change a record without being logged, and the
//! file itself contains no triggers; many new records of one table are logged by [`Additions`].
//! The log only grows: an undo is a step of its own that names the step it undoes.

use std::collections::HashSet;
use std::str::FromStr;

use chrono::{DateTime, SecondsFormat, Utc};
use rusqlite::{Connection, OptionalExtension};
use uuid::Uuid;

use super::{Error, Store, tables};
use crate::model::describe::Stored;
use crate::model::words::fold;
use crate::model::{Keyed, Record, RecordId, Table, keyed};

keyed! {
    /// The kind of a step.
    pub enum StepKind as "step-kind" {
        /// It made changes.
        Do = "do",
        /// It reversed the step it names.
        Undo = "undo",
        /// It repeated the undone step it names.
        Redo = "redo",
    }
}

/// One step in the history of a dossier.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    /// Its number in the history of this file, from 1.
    pub seq: i64,
    /// Its identity, the same in every copy of the file.
    pub id: Uuid,
    /// When it was made.
    pub time: DateTime<Utc>,
    /// Who made it.
    pub author: String,
    /// Whether it did, undid or redid something.
    pub kind: StepKind,
    /// The step it undid or redid.
    pub target: Option<Uuid>,
    /// Its action, as a key for `explain`.
    pub name: String,
    /// Its subject, in the words of the dossier.
    pub detail: String,
    /// The number of the merge that brought it in from another copy; `None` if it was made in
    /// this one.
    pub merged: Option<i64>,
}

impl Step {
    /// Whether its author has this name, in any spelling. A step from another copy may claim any
    /// name.
    pub fn is_by(&self, name: &str) -> bool {
        same_name(&self.author, name)
    }
}

/// Whether two names are the same, in any spelling; an empty name equals nothing.
pub(crate) fn same_name(a: &str, b: &str) -> bool {
    let (a, b) = (fold(a.trim()), fold(b.trim()));
    !a.is_empty() && a == b
}

/// A step before it is made.
#[derive(Clone, Debug)]
pub struct NewStep<'a> {
    /// See [`Step::id`].
    pub id: Uuid,
    /// See [`Step::time`].
    pub time: DateTime<Utc>,
    /// See [`Step::author`].
    pub author: &'a str,
    /// See [`Step::kind`].
    pub kind: StepKind,
    /// See [`Step::target`].
    pub target: Option<Uuid>,
    /// See [`Step::name`].
    pub name: &'a str,
    /// See [`Step::detail`].
    pub detail: &'a str,
}

/// One change of a step: a record was added, or a field got another value.
#[derive(Clone, Debug, PartialEq)]
pub struct Change {
    /// The record.
    pub record: RecordId,
    /// The column; `None` for a record that was added.
    pub field: Option<String>,
    /// The value before.
    pub old: Stored,
    /// The value after.
    pub new: Stored,
}

impl Change {
    /// The value before, if it is a text.
    pub(crate) fn old_text(&self) -> Option<&str> {
        text(&self.old)
    }

    /// The value after, if it is a text.
    pub(crate) fn new_text(&self) -> Option<&str> {
        text(&self.new)
    }
}

fn text(value: &Stored) -> Option<&str> {
    match value {
        Stored::Text(text) => Some(text),
        _ => None,
    }
}

/// Creates the triggers that write the log. Until then nothing is logged, as a template needs
/// for its own records.
pub(crate) fn install(connection: &Connection) -> Result<(), Error> {
    let mut sql = String::from("CREATE TEMP TABLE step (edit INTEGER NOT NULL);\n");
    for table in Table::ALL {
        let name = table.key();
        let entry = |field: &str, old: &str, new: &str, only: &str| {
            format!(
                "INSERT INTO changes SELECT edit, \
                 (SELECT coalesce(max(n), 0) + 1 FROM changes WHERE edit = step.edit), \
                 '{name}', new.id, {field}, {old}, {new} FROM step {only};\n"
            )
        };
        sql += &insertion_trigger(*table);
        sql +=
            &format!("CREATE TEMP TRIGGER log_{name}_update AFTER UPDATE ON main.{name} BEGIN\n");
        for column in table.columns().iter().chain(&["deleted"]) {
            let (old, new) = (format!("old.{column}"), format!("new.{column}"));
            sql += &entry(&format!("'{column}'"), &old, &new, &format!("WHERE {old} IS NOT {new}"));
        }
        sql += "END;\n";
    }
    Ok(connection.execute_batch(&sql)?)
}

/// The statement that creates the trigger for new records of a table.
fn insertion_trigger(table: Table) -> String {
    let name = table.key();
    // Values, not a selection: SQLite would make a table for each that also reads the log.
    format!(
        "CREATE TEMP TRIGGER log_{name}_insert AFTER INSERT ON main.{name} BEGIN\n\
         INSERT INTO changes VALUES ((SELECT edit FROM step), \
         (SELECT coalesce(max(n), 0) + 1 FROM changes WHERE edit = (SELECT edit FROM step)), \
         '{name}', new.id, NULL, NULL, NULL);\nEND;\n"
    )
}

/// Records that were added and logged in one go.
#[derive(Debug)]
pub(crate) struct Added {
    records: Vec<RecordId>,
    // The number of the first change, and of the last.
    numbers: (i64, i64),
}

/// The log of many new records of one table. It is written along with them rather than by the
/// trigger of the table, which would take longer than everything else because it searches for its
/// place again at each record.
///
/// If the step is not made, its transaction restores the trigger.
pub(crate) struct Additions<'a> {
    connection: &'a Connection,
    table: Table,
    edit: i64,
    sql: String,
    added: Added,
}

impl<'a> Additions<'a> {
    /// From here on the records of this table are logged by [`Self::write`]: this many.
    pub(crate) fn begin(
        connection: &'a Connection,
        table: Table,
        at_once: usize,
    ) -> Result<Self, Error> {
        let edit = current(connection)?;
        let sql = "SELECT coalesce(max(n), 0) FROM changes WHERE edit = ?1";
        let last: i64 = connection.query_row(sql, [edit], |row| row.get(0))?;
        connection.execute_batch(&format!("DROP TRIGGER temp.log_{}_insert", table.key()))?;
        let name = table.key();
        let rows: Vec<_> = (1..=at_once)
            .map(|n| format!("(?1, ?2 + {n}, '{name}', ?{}, NULL, NULL, NULL)", n + 2))
            .collect();
        let sql = format!("INSERT INTO changes VALUES {}", rows.join(", "));
        let added = Added { records: Vec::new(), numbers: (last + 1, last) };
        Ok(Self { connection, table, edit, sql, added })
    }

    /// Logs that these records were added; they must be as many as announced.
    pub(crate) fn write(&mut self, records: &[Record]) -> Result<(), Error> {
        let mut statement = self.connection.prepare_cached(&self.sql)?;
        statement.raw_bind_parameter(1, self.edit)?;
        let (_, last) = &mut self.added.numbers;
        statement.raw_bind_parameter(2, *last)?;
        let mut written = Uuid::encode_buffer();
        for (record, place) in records.iter().zip(3_usize..) {
            let id = record.record_id().id.hyphenated().encode_lower(&mut written);
            statement.raw_bind_parameter(place, &*id)?;
        }
        *last += i64::try_from(statement.raw_execute()?).unwrap_or_default();
        self.added.records.extend(records.iter().map(Record::record_id));
        Ok(())
    }

    /// From here on the trigger logs again.
    pub(crate) fn end(self) -> Result<Added, Error> {
        self.connection.execute_batch(&insertion_trigger(self.table))?;
        Ok(self.added)
    }
}

/// Begins a step: later changes are logged under it. Returns its number.
pub(crate) fn begin(connection: &Connection, step: &NewStep<'_>) -> Result<i64, Error> {
    let sql = "INSERT INTO edits (id, time, author, kind, target, name, detail) \
               VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)";
    connection.prepare_cached(sql)?.execute((
        step.id.to_string(),
        written(step.time),
        step.author,
        step.kind.key(),
        step.target.map(|target| target.to_string()),
        step.name,
        step.detail,
    ))?;
    let seq = connection.last_insert_rowid();
    connection.prepare_cached("DELETE FROM temp.step")?.execute([])?;
    connection.prepare_cached("INSERT INTO temp.step (edit) VALUES (?1)")?.execute([seq])?;
    Ok(seq)
}

/// The number of the step being made.
pub(crate) fn current(connection: &Connection) -> Result<i64, Error> {
    Ok(connection.query_row("SELECT edit FROM temp.step", [], |row| row.get(0))?)
}

/// Whether a step is a merge, or undoes or redoes one. That is recorded even if nothing changes,
/// because from then on the other copy is known.
pub(crate) fn is_merge(connection: &Connection, seq: i64) -> Result<bool, Error> {
    let sql = "WITH RECURSIVE origin(seq, target) AS ( \
                 SELECT seq, target FROM edits WHERE seq = ?1 \
                 UNION SELECT e.seq, e.target FROM edits e JOIN origin o ON e.id = o.target) \
               SELECT EXISTS (SELECT 1 FROM edits WHERE merged IN (SELECT seq FROM origin))";
    Ok(connection.prepare_cached(sql)?.query_row([seq], |row| row.get(0))?)
}

/// Whether a step is in the history.
pub(crate) fn has(connection: &Connection, step: Uuid) -> Result<bool, Error> {
    let sql = "SELECT EXISTS (SELECT 1 FROM edits WHERE id = ?1)";
    Ok(connection.query_row(sql, [step.to_string()], |row| row.get(0))?)
}

/// A time in the format of the log.
pub(crate) fn written(time: DateTime<Utc>) -> String {
    time.to_rfc3339_opts(SecondsFormat::Millis, true)
}

/// The records that a step touched, each once, in the order of their tables. The log of records
/// added in one go, which are consecutive, is not read again.
pub(crate) fn touched(
    connection: &Connection,
    seq: i64,
    added: Vec<Added>,
) -> Result<Vec<RecordId>, Error> {
    let sql = "SELECT table_name, record_id FROM changes WHERE edit = ?1 AND n > ?2 AND n < ?3 \
               ORDER BY n";
    let mut statement = connection.prepare_cached(sql)?;
    let mut touched = Vec::new();
    let mut read = |after: i64, before: i64, touched: &mut Vec<RecordId>| {
        let mut rows = statement.query([seq, after, before])?;
        while let Some(row) = rows.next()? {
            let record = record_id(row.get_ref(0)?.as_str().ok(), row.get_ref(1)?.as_str().ok())?;
            // The fields of a record are logged one after the other.
            if touched.last() != Some(&record) {
                touched.push(record);
            }
        }
        Ok::<_, Error>(())
    };
    let mut after = 0;
    for Added { records, numbers: (first, last) } in added {
        read(after, first, &mut touched)?;
        touched.extend(records);
        after = last;
    }
    read(after, i64::MAX, &mut touched)?;
    touched.sort_unstable();
    touched.dedup();
    Ok(touched)
}

/// The changes of a step, in order.
pub(crate) fn changes(connection: &Connection, step: Uuid) -> Result<Vec<Change>, Error> {
    let sql = "SELECT table_name, record_id, field, old, new FROM changes \
               WHERE edit = (SELECT seq FROM edits WHERE id = ?1) ORDER BY n";
    let mut statement = connection.prepare_cached(sql)?;
    let mut rows = statement.query([step.to_string()])?;
    let mut changes = Vec::new();
    while let Some(row) = rows.next()? {
        changes.push(Change {
            record: record_id(row.get_ref(0)?.as_str().ok(), row.get_ref(1)?.as_str().ok())?,
            field: row.get(2)?,
            old: row.get(3).map_err(|_| Error::Log)?,
            new: row.get(4).map_err(|_| Error::Log)?,
        });
    }
    Ok(changes)
}

impl Store {
    /// The record of each step that adds or changes one of its own table, by the number of the step.
    /// Steps of other copies are left out, because their names are only claimed.
    ///
    /// # Errors
    /// [`Error::Log`] if the log cannot be understood.
    pub fn subjects(&self) -> Result<Vec<(i64, RecordId)>, Error> {
        subjects(&self.connection).map_err(|error| self.named(error))
    }
}

fn subjects(connection: &Connection) -> Result<Vec<(i64, RecordId)>, Error> {
    let sql = "SELECT e.seq, c.table_name, c.record_id FROM edits e JOIN changes c ON c.edit = e.seq \
               WHERE e.merged IS NULL AND (e.name LIKE 'add-%' OR e.name LIKE 'change-%') \
                 AND e.name IN ('add-' || c.table_name, 'change-' || c.table_name) \
               GROUP BY e.seq HAVING min(c.record_id) = max(c.record_id)";
    let mut statement = connection.prepare_cached(sql)?;
    let mut rows = statement.query([])?;
    let mut subjects = Vec::new();
    while let Some(row) = rows.next()? {
        let record = record_id(row.get_ref(1)?.as_str().ok(), row.get_ref(2)?.as_str().ok())?;
        subjects.push((row.get(0)?, record));
    }
    Ok(subjects)
}

/// The numbers of the steps that touched a record.
pub(crate) fn steps_of(connection: &Connection, record: RecordId) -> Result<HashSet<i64>, Error> {
    let sql = "SELECT DISTINCT edit FROM changes WHERE table_name = ?1 AND record_id = ?2";
    let mut statement = connection.prepare_cached(sql)?;
    let of = (record.table.key(), record.id.to_string());
    let places = statement.query_map(of, |row| row.get(0))?;
    Ok(places.collect::<Result<_, _>>()?)
}

/// Reverses the changes of a step, last one first.
///
/// # Errors
/// [`Error::Log`] if a record is no longer as the step left it.
pub(crate) fn reverse(connection: &Connection, step: Uuid) -> Result<(), Error> {
    for change in changes(connection, step)?.iter().rev() {
        let reversed = match &change.field {
            // A record that a merge brought in as deleted is deleted already.
            None => {
                tables::set_deleted(connection, change.record, true)?
                    || tables::find(connection, change.record)?.is_some()
            }
            Some(field) => {
                tables::revert_field(connection, change.record, field, &change.new, &change.old)?
            }
        };
        if !reversed {
            return Err(Error::Log);
        }
    }
    Ok(())
}

/// The whole history, oldest step first.
pub(crate) fn steps(connection: &Connection) -> Result<Vec<Step>, Error> {
    let mut statement = connection.prepare(&format!("{STEPS} ORDER BY seq"))?;
    let mut rows = statement.query([])?;
    let mut steps = Vec::new();
    while let Some(row) = rows.next()? {
        steps.push(read_step(row)?.ok_or(Error::Log)?);
    }
    Ok(steps)
}

/// The step with this number.
pub(crate) fn step(connection: &Connection, seq: i64) -> Result<Step, Error> {
    let mut statement = connection.prepare_cached(&format!("{STEPS} WHERE seq = ?1"))?;
    let step = statement.query_row([seq], read_step).optional()?;
    step.flatten().ok_or(Error::Log)
}

const STEPS: &str = "SELECT seq, id, time, author, kind, target, name, detail, merged FROM edits";

fn read_step(row: &rusqlite::Row<'_>) -> rusqlite::Result<Option<Step>> {
    let id = Uuid::from_str(&row.get::<_, String>(1)?).ok();
    let time = DateTime::parse_from_rfc3339(&row.get::<_, String>(2)?).ok();
    let kind = StepKind::from_key(&row.get::<_, String>(4)?);
    let target: Option<String> = row.get(5)?;
    let (Some(id), Some(time), Some(kind)) = (id, time, kind) else { return Ok(None) };
    Ok(Some(Step {
        seq: row.get(0)?,
        id,
        time: time.to_utc(),
        author: row.get(3)?,
        kind,
        target: target.and_then(|target| Uuid::from_str(&target).ok()),
        name: row.get(6)?,
        detail: row.get(7)?,
        merged: row.get(8)?,
    }))
}

fn record_id(table: Option<&str>, id: Option<&str>) -> Result<RecordId, Error> {
    let table = table.and_then(Table::from_key).ok_or(Error::Log)?;
    let id = id.and_then(|id| Uuid::from_str(id).ok()).ok_or(Error::Log)?;
    Ok(RecordId { table, id })
}
