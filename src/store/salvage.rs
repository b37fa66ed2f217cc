//! Getting out of a damaged file what can still be read.

use std::collections::{BTreeMap, BTreeSet, HashSet};
use std::path::Path;

use rusqlite::types::Value;
use rusqlite::{Connection, OpenFlags};

use super::{Access, Error, Look, copy, fill, identity, open, schema, sniff, tables};
use crate::model::{Dossier, Keyed, Record, RecordId, Table};

/// What came out of a damaged file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Salvaged {
    /// How many records of each table came out.
    pub read: BTreeMap<Table, usize>,
    /// How many records of each table were seen but could not be taken along: a value makes
    /// no sense, or what they belong to is lost.
    pub left: BTreeMap<Table, usize>,
    /// The tables of which a part could not be read at all; how much, nobody can tell.
    pub torn: BTreeSet<Table>,
    /// Whether the dossier's own title and settings are lost.
    pub no_dossier: bool,
    /// How many steps of the history came out; none where it was torn.
    pub steps: Option<usize>,
}

impl Salvaged {
    /// Whether everything came out.
    pub fn is_whole(&self) -> bool {
        let all = self.left.is_empty() && self.torn.is_empty();
        all && !self.no_dossier && self.steps.is_some()
    }
}

/// Copies what can be read of a file to a new one. The file itself is only read.
///
/// # Errors
/// [`Error::Exists`] where something is at the new path already, and why nothing at all
/// could be read; then there is no new file.
pub fn salvage(path: &Path, to: &Path, access: &Access) -> Result<Salvaged, Error> {
    if to.symlink_metadata().is_ok() {
        return Err(Error::Exists);
    }
    if identity::is_open_here(path) {
        return Err(Error::Locked);
    }
    let look = sniff::look(path)?;
    let key = access.key(look)?;
    // A copy may be changed: taking back what was cut off takes writing.
    let copied = copy::unfinished(to)?;
    std::fs::copy(path, &copied).map_err(|error| Error::from_io(&error, path))?;
    // What a write that was cut off would restore belongs to it.
    let journal = Journal(copy::journal(&copied));
    if copy::journal(path).exists() {
        std::fs::copy(copy::journal(path), &journal.0)
            .map_err(|error| Error::from_io(&error, path))?;
    }
    let connection = open::connect(&copied, OpenFlags::SQLITE_OPEN_READ_WRITE, key)?;
    if let Look::Plain(version) = look {
        // Where even that fails, the tables of this version count as torn.
        let _ = schema::climb(&connection, version, schema::VERSION);
    }
    let mut salvaged = Salvaged::default();
    let records = records(&connection, path, &mut salvaged)?;
    let history = history(&connection);
    salvaged.steps = history.as_ref().map(|history| history.steps.len());
    let fresh = copy::unfinished(to)?;
    fill(&fresh, &records, key)?;
    if let Some(history) = history {
        let connection = open::connect(&fresh, OpenFlags::SQLITE_OPEN_READ_WRITE, key)?;
        history.write(&connection)?;
    }
    copy::sync(&fresh).map_err(|error| Error::from_io(&error, to))?;
    drop(open::read_only(&fresh, &mut access.clone())?);
    fresh.persist_noclobber(to).map_err(|error| Error::from_io(&error.error, to))?;
    copy::sync_folder(to);
    Ok(salvaged)
}

/// A copied journal, which goes with the copy it belongs to.
struct Journal(std::path::PathBuf);

impl Drop for Journal {
    fn drop(&mut self) {
        // Where there was none, or the database took it away, there is nothing to remove.
        let _ = std::fs::remove_file(&self.0);
    }
}

fn records(
    connection: &Connection,
    path: &Path,
    salvaged: &mut Salvaged,
) -> Result<Vec<Record>, Error> {
    let mut records = Vec::new();
    let mut wrong = None;
    for table in Table::ALL {
        let found = tables::readable(connection, *table);
        if let Some(error) = found.error {
            salvaged.torn.insert(*table);
            wrong = wrong.or(Some(error));
        }
        if found.senseless > 0 {
            salvaged.left.insert(*table, found.senseless);
        }
        records.extend(found.records);
    }
    if records.is_empty() {
        return Err(wrong.unwrap_or(Error::NotADossier));
    }
    drop_orphans(&mut records, salvaged);
    if !records.iter().any(|record| matches!(record, Record::Dossier(_))) {
        salvaged.no_dossier = true;
        let name = path.file_stem().map(|stem| stem.to_string_lossy().into_owned());
        records.insert(0, Dossier::new(name.unwrap_or_default()).into());
    }
    for record in &records {
        *salvaged.read.entry(record.record_id().table).or_default() += 1;
    }
    Ok(records)
}

/// Leaves out what belongs to a record that is lost. What only rested on a lost source stays.
fn drop_orphans(records: &mut Vec<Record>, salvaged: &mut Salvaged) {
    let mut there: HashSet<RecordId> = records.iter().map(Record::record_id).collect();
    for record in &mut *records {
        let lost = record.references().into_iter().any(|it| !it.part && !there.contains(&it.to));
        if let Some(source) = record.source_mut().filter(|_| lost) {
            *source = None;
        }
        // A correction of what is lost stands for itself.
        if let Record::Position(entry) = record
            && entry.replaces.is_some_and(|replaced| !there.contains(&replaced.into()))
        {
            entry.replaces = None;
        }
    }
    loop {
        let before = records.len();
        records.retain(|record| {
            let whole = record.references().iter().all(|it| there.contains(&it.to));
            if !whole {
                *salvaged.left.entry(record.record_id().table).or_default() += 1;
            }
            whole
        });
        if records.len() == before {
            return;
        }
        there = records.iter().map(Record::record_id).collect();
    }
}

/// The change log as it stands in the file.
struct History {
    steps: Vec<Vec<Value>>,
    changes: Vec<Vec<Value>>,
}

fn history(connection: &Connection) -> Option<History> {
    let rows = |sql: &str| -> Option<Vec<Vec<Value>>> {
        let mut statement = connection.prepare(sql).ok()?;
        let count = statement.column_count();
        let read = |row: &rusqlite::Row<'_>| (0..count).map(|i| row.get(i)).collect();
        statement.query_map([], read).ok()?.collect::<Result<_, _>>().ok()
    };
    Some(History {
        steps: rows("SELECT * FROM edits ORDER BY seq")?,
        changes: rows("SELECT * FROM changes ORDER BY edit, n")?,
    })
}

impl History {
    fn write(&self, connection: &Connection) -> Result<(), Error> {
        let transaction = connection.unchecked_transaction()?;
        for (table, rows) in [("edits", &self.steps), ("changes", &self.changes)] {
            for row in rows {
                // A file of an older version has fewer columns, always the first ones.
                let places: Vec<_> = (1..=row.len()).map(|n| format!("?{n}")).collect();
                let columns = &columns(table)[..row.len().min(columns(table).len())];
                let sql = format!(
                    "INSERT INTO {table} ({}) VALUES ({})",
                    columns.join(", "),
                    places.join(", ")
                );
                let mut statement = transaction.prepare_cached(&sql)?;
                statement.execute(rusqlite::params_from_iter(row))?;
            }
        }
        Ok(transaction.commit()?)
    }
}

fn columns(table: &str) -> &'static [&'static str] {
    match table {
        "edits" => &["seq", "id", "time", "author", "kind", "target", "name", "detail", "merged"],
        _ => &["edit", "n", "table_name", "record_id", "field", "old", "new"],
    }
}
