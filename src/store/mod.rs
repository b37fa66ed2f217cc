//! The dossier file: SQLite, hardened, with a change log.
//!
//! What the file promises stands in the README. The parts: `sniff` looks at a
//! file before the database does, `open` opens it with everything switched off
//! that a dossier does not need, `schema` is its structure and the ladder of its
//! versions, `tables` has one module a table, `log` is the history, `load` reads
//! the snapshot. Only `document` calls what writes.

mod columns;
mod error;
mod identity;
mod load;
mod log;
mod open;
pub mod schema;
mod sniff;
mod tables;

use std::path::{Path, PathBuf};

use rusqlite::{Connection, OpenFlags, TransactionBehavior};
use uuid::Uuid;

pub use error::Error;
pub use identity::is_open_here;
use identity::{FileState, OpenHere, Witness};
pub use log::{Change, NewStep, Step, StepKind};
pub use sniff::sniff;
pub use tables::columns;

use crate::model::{Keyed, Record, RecordId, Snapshot, Table};

/// An open dossier file.
#[derive(Debug)]
pub struct Store {
    connection: Connection,
    path: PathBuf,
    // How we left the file; None where the dossier is open for reading only. It stands after
    // the connection, for closing its handle drops the locks.
    left: Option<(Witness, FileState)>,
    // It stands after the connection, so that the file is closed before this process forgets
    // that it is open.
    _open_here: Option<OpenHere>,
}

impl Store {
    /// Makes a new file with these records, which are not logged.
    ///
    /// The file is made beside its path under another name and put in place when
    /// it is whole, so that no half-made dossier is ever seen.
    ///
    /// # Errors
    /// [`Error::Exists`] where something is at the path already, and what the
    /// file system says.
    pub fn create(path: &Path, records: &[Record]) -> Result<(), Error> {
        if path.symlink_metadata().is_ok() {
            return Err(Error::Exists);
        }
        let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty());
        let folder = folder.unwrap_or(Path::new("."));
        let unfinished = tempfile::Builder::new()
            .prefix(".cbm-")
            .suffix(".tmp")
            .tempfile_in(folder)
            .map_err(|error| Error::from_io(&error, path))?
            .into_temp_path();
        fill(&unfinished, records)?;
        unfinished.persist_noclobber(path).map_err(|error| Error::from_io(&error.error, path))
    }

    /// Opens a dossier for this process alone.
    ///
    /// # Errors
    /// Every reason why it cannot be opened; the file is as it was.
    pub fn open(path: &Path) -> Result<Self, Error> {
        let open_here = OpenHere::reserve(path)?;
        // Each of these is dropped before the one above it.
        let witness = Witness::open(path)?;
        let connection = open::read_write(path)?;
        log::install(&connection)?;
        let state = witness.look(path)?;
        let left = Some((witness, state));
        Ok(Self { connection, path: path.to_owned(), left, _open_here: Some(open_here) })
    }

    /// Opens a dossier for reading, beside others who read it.
    ///
    /// # Errors
    /// Every reason why it cannot be opened; the file is as it was.
    pub fn open_read_only(path: &Path) -> Result<Self, Error> {
        let connection = open::read_only(path)?;
        Ok(Self { connection, path: path.to_owned(), left: None, _open_here: None })
    }

    /// Where the file is.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Whether it was opened for reading only.
    pub fn is_read_only(&self) -> bool {
        self.left.is_none()
    }

    /// Reads the whole dossier.
    ///
    /// # Errors
    /// [`Error::Value`] where a column holds what this version does not know.
    pub fn load(&self) -> Result<Snapshot, Error> {
        load::all(&self.connection)
    }

    /// Reads the history, first step first.
    ///
    /// # Errors
    /// [`Error::Log`] where the log cannot be understood.
    pub fn steps(&self) -> Result<Vec<Step>, Error> {
        log::steps(&self.connection)
    }

    /// Reads what a step changed, in order.
    ///
    /// # Errors
    /// [`Error::Log`] where the log cannot be understood.
    pub fn changes(&self, step: Uuid) -> Result<Vec<Change>, Error> {
        log::changes(&self.connection, step)
    }

    /// Makes one step in one transaction, and brings the snapshot up to date.
    ///
    /// Without any change there is no step, and `None` is returned.
    ///
    /// # Errors
    /// Whatever kept the step from being made; file and snapshot are as before.
    pub(crate) fn write(
        &mut self,
        step: &NewStep<'_>,
        snapshot: &mut Snapshot,
        work: impl FnOnce(&Changes<'_>) -> Result<(), Error>,
    ) -> Result<Option<Written>, Error> {
        let (witness, left) = self.left.as_ref().ok_or(Error::ReadOnly)?;
        if !witness.look(&self.path)?.is_as_left(left) {
            return Err(Error::Replaced);
        }
        let written = self.write_step(step, snapshot, work);
        // Also where it failed: what was taken back was written too.
        if let Some((witness, left)) = &mut self.left
            && let Ok(now) = witness.look(&self.path)
        {
            *left = now;
        }
        written
    }

    fn write_step(
        &mut self,
        step: &NewStep<'_>,
        snapshot: &mut Snapshot,
        work: impl FnOnce(&Changes<'_>) -> Result<(), Error>,
    ) -> Result<Option<Written>, Error> {
        let transaction =
            self.connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
        let seq = log::begin(&transaction, Uuid::now_v7(), step)?;
        work(&Changes(&transaction))?;
        let touched = log::touched(&transaction, seq)?;
        if touched.is_empty() {
            return Ok(None);
        }
        let step = log::step(&transaction, seq)?;
        transaction.commit()?;
        // From here on the step is kept, whatever happens to the picture of it in memory.
        if load::touched(&self.connection, snapshot, &touched).is_err() {
            *snapshot = self.load()?;
        }
        Ok(Some(Written { step, touched }))
    }

    /// Reads a record, also where it is deleted.
    ///
    /// # Errors
    /// What kept the file from being read.
    pub fn find(&self, record: RecordId) -> Result<Option<Record>, Error> {
        tables::find(&self.connection, record)
    }

    /// The entries whose proposal or party is deleted, with the column that names it. They
    /// stand in no line, so nothing shows them.
    ///
    /// # Errors
    /// What kept the file from being read.
    pub fn stray_positions(&self) -> Result<Vec<(RecordId, &'static str)>, Error> {
        let mut strays = Vec::new();
        for (column, table) in [("proposal_id", Table::Proposals), ("party_id", Table::Parties)] {
            let sql = format!(
                "SELECT p.id FROM positions p JOIN {} o ON o.id = p.{column} \
                 WHERE p.deleted = 0 AND o.deleted = 1",
                table.key()
            );
            let mut statement = self.connection.prepare(&sql)?;
            let mut rows = statement.query([])?;
            while let Some(row) = rows.next()? {
                let id = Uuid::try_parse(row.get_ref(0)?.as_str().unwrap_or_default());
                let id = id.map_err(|_| Error::Log)?;
                strays.push((RecordId { table: Table::Positions, id }, column));
            }
        }
        Ok(strays)
    }

    /// Copies the dossier, whole and checked, to a path where nothing is yet.
    ///
    /// # Errors
    /// [`Error::Exists`] where something is at the path already, and what the
    /// file system says; there is no half-made copy.
    pub fn copy_to(&self, path: &Path) -> Result<(), Error> {
        if path.symlink_metadata().is_ok() {
            return Err(Error::Exists);
        }
        let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty());
        let folder = tempfile::Builder::new()
            .prefix(".cbm-")
            .tempdir_in(folder.unwrap_or(Path::new(".")))
            .map_err(|error| Error::from_io(&error, path))?;
        // Made beforehand, so that from the first byte on only its owner can read it.
        let copy = tempfile::Builder::new()
            .tempfile_in(folder.path())
            .and_then(|copy| copy.into_temp_path().keep().map_err(Into::into))
            .map_err(|error| Error::from_io(&error, path))?;
        self.connection.execute("VACUUM INTO ?1", [copy.to_string_lossy()])?;
        drop(open::read_only(&copy)?);
        sync(&copy).map_err(|error| Error::from_io(&error, path))?;
        tempfile::TempPath::try_from_path(copy)
            .and_then(|copy| copy.persist_noclobber(path).map_err(|error| error.error))
            .map_err(|error| Error::from_io(&error, path))
    }
}

/// The longest text of a record and its column, in bytes.
pub fn longest_text(record: &Record) -> Option<(&'static str, usize)> {
    let texts = tables::values(record).into_iter().filter_map(|(column, value)| match value {
        rusqlite::types::Value::Text(text) => Some((column, text.len())),
        _ => None,
    });
    texts.max_by_key(|(_, length)| *length)
}

/// What a step may do while its transaction is open.
pub(crate) struct Changes<'a>(&'a Connection);

impl Changes<'_> {
    /// Inserts a record, or updates the fields that differ.
    pub(crate) fn put(&self, record: &Record) -> Result<(), Error> {
        tables::put(self.0, record)
    }

    /// Marks a record as deleted.
    pub(crate) fn delete(&self, record: RecordId) -> Result<(), Error> {
        if tables::set_deleted(self.0, record, true)? { Ok(()) } else { Err(Error::Constraint) }
    }

    /// Takes back what a step did.
    pub(crate) fn reverse(&self, step: Uuid) -> Result<(), Error> {
        log::reverse(self.0, step)
    }
}

/// A step that was made.
#[derive(Debug)]
pub(crate) struct Written {
    /// The step.
    pub(crate) step: Step,
    /// The records it touched.
    pub(crate) touched: Vec<RecordId>,
}

fn fill(path: &Path, records: &[Record]) -> Result<(), Error> {
    let mut connection = open::connect(path, OpenFlags::SQLITE_OPEN_READ_WRITE)?;
    open::lock(&connection)?;
    let transaction = connection.transaction()?;
    schema::climb(&transaction, 0)?;
    for record in records {
        tables::put(&transaction, record)?;
    }
    transaction.commit()?;
    connection.close().map_err(|(_, error)| error)?;
    sync(path).map_err(|error| Error::from_io(&error, path))
}

fn sync(path: &Path) -> std::io::Result<()> {
    std::fs::File::options().write(true).open(path)?.sync_all()
}
