//! Recovering what is still readable from a damaged file.

use std::collections::{BTreeMap, BTreeSet, HashSet};
use std::path::Path;

use rusqlite::types::Value;
use rusqlite::{Connection, OpenFlags};
use uuid::Uuid;

use super::leftovers::{self, Leftover};
use super::scratch::Unfinished;
use super::{
    Access, Error, Passphrase, copy, fill, identity, open, recovery, schema, sniff, tables,
};
use crate::model::{Dossier, Keyed, Record, RecordId, Table};

/// The content recovered from a damaged file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Salvaged {
    /// How many records of each table were recovered.
    pub read: BTreeMap<Table, usize>,
    /// How many records of each table were found but could not be kept: a value makes no sense,
    /// or a record they are part of is lost.
    pub left: BTreeMap<Table, usize>,
    /// The tables of which a part was unreadable; how much is unknown.
    pub torn: BTreeSet<Table>,
    /// Whether the dossier's own title and settings are lost.
    pub no_dossier: bool,
    /// How many steps of the history were recovered; `None` if it was torn.
    pub steps: Option<usize>,
}

impl Salvaged {
    /// Whether everything was recovered.
    pub fn is_whole(&self) -> bool {
        let all = self.left.is_empty() && self.torn.is_empty();
        all && !self.no_dossier && self.steps.is_some()
    }
}

/// Copies what is readable in a file to a new one. The file itself is only read.
///
/// # Errors
/// [`Error::Exists`] if something is at the new path already, or why nothing at all could be
/// read; then there is no new file.
pub fn salvage(path: &Path, to: &Path, access: &Access) -> Result<Salvaged, Error> {
    leftovers::is_free(to)?;
    if identity::is_open_here(path) {
        return Err(Error::Locked);
    }
    let look = sniff::look_at_damaged(path)?;
    let mut access = access.clone();
    access.forget_needless(look);
    let found = open::with_key(look, &mut access, |key| best(path, to, key))?;
    let key = access.passphrase.as_ref();
    let fresh = Unfinished::beside(to)?;
    fill(&fresh, &found.records, key)?;
    if let Some(history) = &found.history {
        let connection = open::connect(&fresh, OpenFlags::SQLITE_OPEN_READ_WRITE, key)?;
        history.write(&connection)?;
    }
    copy::sync(&fresh).map_err(|error| Error::from_io(&error, to))?;
    drop(open::read_only(&fresh, &mut access)?);
    leftovers::put_in_place(fresh, to)?;
    Ok(found.salvaged)
}

/// The readable content of a file, with or without the files beside it.
struct Found {
    dossier: Option<Uuid>,
    records: Vec<Record>,
    history: Option<History>,
    salvaged: Salvaged,
    // Whether the file says that part of it is in a log beside it.
    by_log: bool,
}

/// Reads a file with and without the files beside it, and takes the better result.
fn best(path: &Path, to: &Path, key: Option<&Passphrase>) -> Result<Found, Error> {
    let alone = found(path, to, None, key);
    let beside = [Leftover::Journal, Leftover::Log].into_iter();
    let Some(leftover) = beside.filter(|it| it.beside(path).exists()).find(|it| match it {
        Leftover::Journal => leftovers::is_hot(path),
        Leftover::Log => true,
    }) else {
        return alone;
    };
    let with = found(path, to, Some(leftover), key);
    match (alone, with) {
        (Ok(alone), Ok(with)) => {
            // Files of another dossier would replace this one; parts of them would tear it.
            let other = alone.dossier.is_some() && alone.dossier != with.dossier;
            let torn = !with.salvaged.is_whole() && alone.records.len() >= with.records.len();
            let belongs = match leftover {
                Leftover::Journal => recovery::belongs(path, key).is_ok(),
                Leftover::Log => alone.by_log,
            };
            let stray = alone.salvaged.is_whole() && !belongs;
            Ok(if other || torn || stray { alone } else { with })
        }
        (Ok(found), Err(_)) | (Err(_), Ok(found)) => Ok(found),
        (Err(error), Err(_)) => Err(error),
    }
}

fn found(
    path: &Path,
    to: &Path,
    with: Option<Leftover>,
    key: Option<&Passphrase>,
) -> Result<Found, Error> {
    // On a copy, because rolling back an interrupted write changes the file.
    let copied = copy::Copied::new(path, to, with, true)?;
    let mut torn = open::Torn::open(&copied.path, key)?;
    let connection = torn.connection()?;
    let number = |name: &str| connection.pragma_query_value(None, name, |row| row.get::<_, u32>(0));
    if number("application_id")? != schema::APPLICATION_ID {
        return Err(Error::Foreign);
    }
    let version = sniff::known(number("user_version")?)?;
    let mode: String = connection.pragma_query_value(None, "journal_mode", |row| row.get(0))?;
    // If even that fails, the tables of this version count as torn.
    if schema::climb(connection, version, schema::VERSION).is_err() {
        torn.failed();
    }
    let mut salvaged = Salvaged::default();
    let (records, dossier) = records(&mut torn, path, &mut salvaged)?;
    let history = history(torn.connection()?);
    salvaged.steps = history.as_ref().map(|history| history.steps.len());
    let by_log = mode.eq_ignore_ascii_case("wal");
    Ok(Found { dossier, records, history, salvaged, by_log })
}

fn records(
    torn: &mut open::Torn<'_>,
    path: &Path,
    salvaged: &mut Salvaged,
) -> Result<(Vec<Record>, Option<Uuid>), Error> {
    let mut records = Vec::new();
    let mut wrong = None;
    for table in Table::ALL {
        let found = tables::readable(torn, *table);
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
        return Err(match wrong {
            // The schema, which says where everything is, is unreadable.
            Some(Error::Database(_)) => Error::Damaged(String::new()),
            Some(error) => error,
            None => Error::NotADossier,
        });
    }
    drop_orphans(&mut records, salvaged);
    let dossier = records.iter().find(|record| matches!(record, Record::Dossier(_)));
    let dossier = dossier.map(|dossier| dossier.record_id().id);
    if dossier.is_none() {
        salvaged.no_dossier = true;
        let name = path.file_stem().map(|stem| stem.to_string_lossy().into_owned());
        records.insert(0, Dossier::new(name.unwrap_or_default()).into());
    }
    for record in &records {
        *salvaged.read.entry(record.record_id().table).or_default() += 1;
    }
    Ok((records, dossier))
}

/// Drops records that are part of a lost record. Records that only rested on a lost source stay.
fn drop_orphans(records: &mut Vec<Record>, salvaged: &mut Salvaged) {
    let mut there: HashSet<RecordId> = records.iter().map(Record::record_id).collect();
    for record in &mut *records {
        let rests_on = record.references().into_iter().filter(|it| !it.part).map(|it| it.to);
        for lost in rests_on.filter(|to| !there.contains(to)).collect::<Vec<_>>() {
            record.let_go_of(lost);
        }
        // A correction of a lost entry becomes an ordinary entry.
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

/// The columns of the change log, in the order of the file.
const STEPS: &[&str] =
    &["seq", "id", "time", "author", "kind", "target", "name", "detail", "merged"];
const CHANGES: &[&str] = &["edit", "n", "table_name", "record_id", "field", "old", "new"];

/// The change log as stored in the file.
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
        for (table, columns, rows) in
            [("edits", STEPS, &self.steps), ("changes", CHANGES, &self.changes)]
        {
            for row in rows {
                // A file of an older version has fewer columns, always the first ones.
                let places: Vec<_> = (1..=row.len()).map(|n| format!("?{n}")).collect();
                let columns = &columns[..row.len().min(columns.len())];
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
