//! The dossier file: SQLite, hardened, with a change log.
//!
//! What the file promises stands in the README. The parts: `sniff` looks at a
//! file before the database does, `open` opens it with everything switched off
//! that a dossier does not need, `schema` is its structure and the ladder of its
//! versions, `tables` has one module a table, `log` is the history, `load` reads
//! the snapshot, and `past` an earlier one. `merging` compares two copies. `copy`
//! makes whole copies, `backup` keeps them, `salvage` gets out of a damaged file
//! what can still be read. `identity`, `holder` and `place` tell what becomes of a
//! file from outside, `leftovers` what lies beside it, and `recovery` whether that belongs to
//! it. `writing` makes a step, and looks up what became of it where the disk failed. Only
//! `document` calls what writes.

mod access;
mod backup;
mod checks;
mod columns;
mod copy;
mod desk;
mod error;
mod holder;
mod identity;
mod leftovers;
mod load;
mod log;
mod merging;
mod open;
mod passphrase;
mod past;
mod place;
mod protect;
mod recovery;
mod salvage;
pub mod schema;
mod scratch;
mod sight;
mod sniff;
mod tables;
mod writing;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use rusqlite::{Connection, OpenFlags};
use uuid::Uuid;

pub use access::Access;
pub use backup::{Backup, backups, backups_of, kept};
pub use checks::Checks;
pub use copy::copy_closed;
pub(crate) use copy::folder;
pub use error::Error;
pub use holder::{Holder, holder};
pub use identity::is_open_here;
use identity::{FileState, OpenHere, Witness};
pub(crate) use leftovers::put_in_place;
pub use leftovers::{Leftover, is_free, is_not_beside};
pub(crate) use log::same_name;
pub use log::{Change, NewStep, Step, StepKind};
pub use merging::{Comparison, ForeignStep, Row, Sides, Touch, Touches};
pub use passphrase::{Passphrase, Strength};
pub use past::RecordChange;
pub use place::{Place, place};
pub(crate) use protect::protect_backup;
pub use salvage::{Salvaged, salvage};
pub use scratch::Scratch;
pub(crate) use scratch::Unfinished;
pub use sight::{Audience, Portion, Reach, Sight};
pub use sniff::{Look, file_at, seems_protected, sniff};
pub(crate) use writing::Changes;
use writing::Standing;

use crate::model::{Keyed, Marking, Record, RecordId, Snapshot, Table};

/// An open dossier file.
#[derive(Debug)]
pub struct Store {
    connection: Connection,
    path: PathBuf,
    access: Access,
    // How we left the file; None where the dossier is open for reading only. It stands after
    // the connection, for closing its handle drops the locks.
    left: Option<(Witness, FileState)>,
    // It stands after the connection, so that the file is closed before this process forgets
    // that it is open.
    _open_here: Option<OpenHere>,
    // What the disk left us with when it failed.
    standing: Standing,
    // Whether it is still to be found whole; until then nothing is written.
    unchecked: bool,
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
        Self::create_as(path, records, None)
    }

    /// The same with a passphrase.
    pub(crate) fn create_as(
        path: &Path,
        records: &[Record],
        passphrase: Option<&Passphrase>,
    ) -> Result<(), Error> {
        is_free(path)?;
        let unfinished = Unfinished::beside(path)?;
        fill(&unfinished, records, passphrase)?;
        put_in_place(unfinished, path)
    }

    /// Opens a dossier for this process alone.
    ///
    /// # Errors
    /// Every reason why it cannot be opened; the file is as it was.
    pub fn open(path: &Path, access: Access) -> Result<Self, Error> {
        Ok(Self::opened(path, access, false)?.0)
    }

    /// The same before all of the file was checked, where nothing but that is left to be done.
    /// It can be read meanwhile, and is written to once [`found_whole`](Self::found_whole).
    ///
    /// # Errors
    /// Every reason why it cannot be opened; the file is as it was.
    pub fn open_early(path: &Path, access: Access) -> Result<(Self, Option<Checks>), Error> {
        Self::opened(path, access, true)
    }

    fn opened(path: &Path, access: Access, early: bool) -> Result<(Self, Option<Checks>), Error> {
        let open_here = OpenHere::reserve(path)?;
        // Each of these is dropped before the one above it.
        let witness = Witness::open(path)?;
        let mut access = access;
        let (connection, unchecked) = open::read_write_early(path, &mut access, early)?;
        log::install(&connection)?;
        let state = witness.look(path)?;
        let left = Some((witness, state));
        scratch::sweep(path);
        let checks = unchecked.then(|| Checks::new(path.to_owned(), access.clone()));
        let store = Self {
            connection,
            path: path.to_owned(),
            access,
            left,
            _open_here: Some(open_here),
            standing: Standing::Sound,
            unchecked,
        };
        Ok((store, checks))
    }

    /// The checks went through: it can be written to.
    pub fn found_whole(&mut self) {
        self.unchecked = false;
    }

    /// Whether it is still to be found whole.
    pub fn is_unchecked(&self) -> bool {
        self.unchecked
    }

    /// Opens a dossier for reading, beside others who read it.
    ///
    /// # Errors
    /// Every reason why it cannot be opened; the file is as it was.
    pub fn open_read_only(path: &Path, access: Access) -> Result<Self, Error> {
        let mut access = access;
        let connection = open::read_only(path, &mut access)?;
        Ok(Self::for_reading(connection, path, access))
    }

    /// Opens a dossier that lies in memory only, for reading. The path is where it came from.
    ///
    /// # Errors
    /// Every reason why it cannot be opened.
    pub(crate) fn in_memory(bytes: &[u8], path: &Path, access: Access) -> Result<Self, Error> {
        let mut access = access;
        let connection = open::in_memory(bytes, &mut access)?;
        Ok(Self::for_reading(connection, path, access))
    }

    fn for_reading(connection: Connection, path: &Path, access: Access) -> Self {
        Self {
            connection,
            path: path.to_owned(),
            access,
            left: None,
            _open_here: None,
            standing: Standing::Sound,
            unchecked: false,
        }
    }

    /// Makes a copy for somebody else beside a path: under a passphrase or none, without
    /// what stands on the desk.
    pub(crate) fn review_copy(
        &self,
        path: &Path,
        passphrase: Option<&Passphrase>,
    ) -> Result<Unfinished, Error> {
        copy::under(&self.connection, path, passphrase, false).map_err(|error| self.named(error))
    }

    /// Reads what may be seen under a ceiling, by a query of its own.
    ///
    /// # Errors
    /// What kept the file from being read. Then nothing may be shown.
    pub fn sight(&self, reach: &Reach) -> Result<Sight, Error> {
        sight::read(&self.connection, reach).map_err(|error| self.named(error))
    }

    /// Brings what may be seen up to date with the records that a step touched; says whether
    /// it could. Otherwise all has to be read again.
    ///
    /// # Errors
    /// What kept the file from being read. Then nothing may be shown.
    pub fn refresh_sight(
        &self,
        reach: &Reach,
        seen: &mut Snapshot,
        touched: &[RecordId],
    ) -> Result<bool, Error> {
        sight::refresh(&self.connection, reach, seen, touched).map_err(|error| self.named(error))
    }

    /// How much of each table a copy under a ceiling holds, and how much is withheld.
    ///
    /// # Errors
    /// What kept the file from being read.
    pub fn portions(&self, ceiling: Marking) -> Result<BTreeMap<Table, Portion>, Error> {
        let reach = Reach::new(Audience::Copy, ceiling);
        sight::each(&self.connection, &reach, |_| {}).map_err(|error| self.named(error))
    }

    /// Makes a dossier of its own of what may be seen under a ceiling, at a path where nothing
    /// is yet: without history, desk, deleted records and what is corrected by what may be seen,
    /// and with identities of its own. Where its title may not be seen it gets the one given.
    ///
    /// # Errors
    /// [`Error::Exists`] where something is there already, and what the file system says.
    pub(crate) fn redact(
        &self,
        path: &Path,
        ceiling: Marking,
        title: &str,
        passphrase: Option<&Passphrase>,
    ) -> Result<BTreeMap<Table, Portion>, Error> {
        let (records, portions) = sight::copy_records(&self.connection, ceiling, title)
            .map_err(|error| self.named(error))?;
        Self::create_as(path, &records, passphrase)?;
        Ok(portions)
    }

    /// Makes a backup, if the dossier has changed since the newest one. Returns where it is.
    ///
    /// # Errors
    /// [`Error::NoBackup`] with what kept it from being made.
    pub fn back_up(&self) -> Result<Option<PathBuf>, Error> {
        backup::note(&self.connection, &self.access, &self.path)?;
        backup::keep(&self.connection, &self.access, schema::VERSION)
            .map_err(|error| self.named(error))
    }

    /// The folder in which backups of all dossiers are kept.
    pub fn backups_folder(&self) -> Option<&Path> {
        self.access.backups.as_deref()
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
        load::all(&self.connection).map_err(|error| self.named(error))
    }

    /// Reads the history, first step first.
    ///
    /// # Errors
    /// [`Error::Log`] where the log cannot be understood.
    pub fn steps(&self) -> Result<Vec<Step>, Error> {
        log::steps(&self.connection).map_err(|error| self.named(error))
    }

    /// Reads what a step changed, in order.
    ///
    /// # Errors
    /// [`Error::Log`] where the log cannot be understood.
    pub fn changes(&self, step: Uuid) -> Result<Vec<Change>, Error> {
        log::changes(&self.connection, step).map_err(|error| self.named(error))
    }

    /// A snapshot as it was after the step at this place, in the history that these steps are.
    ///
    /// # Errors
    /// [`Error::Log`] where the log cannot be understood.
    pub fn at(&self, steps: &[Step], seq: i64, now: Snapshot) -> Result<Snapshot, Error> {
        past::at(&self.connection, steps, seq, now).map_err(|error| self.named(error))
    }

    /// Every change of a record, first one first.
    ///
    /// # Errors
    /// [`Error::Log`] where the log cannot be understood.
    pub fn record_changes(
        &self,
        steps: &[Step],
        record: RecordId,
    ) -> Result<Vec<RecordChange>, Error> {
        past::of_record(&self.connection, steps, record).map_err(|error| self.named(error))
    }

    /// A record with the value that a field had before a change.
    ///
    /// # Errors
    /// What kept the file from being read.
    pub fn before(&self, change: &Change) -> Result<Record, Error> {
        let field = change.field.as_deref().ok_or(Error::Log)?;
        past::with_value(&self.connection, change.record, field, &change.old)
            .map_err(|error| self.named(error))
    }

    /// What stands on the desk, by its key.
    ///
    /// # Errors
    /// What kept the file from being read.
    pub fn desk(&self) -> Result<Vec<(String, String)>, Error> {
        desk::all(&self.connection).map_err(|error| self.named(error))
    }

    /// Reads a record, also where it is deleted.
    ///
    /// # Errors
    /// What kept the file from being read.
    pub fn find(&self, record: RecordId) -> Result<Option<Record>, Error> {
        tables::find(&self.connection, record).map_err(|error| self.named(error))
    }

    /// A record as its row stands, also where it is deleted.
    ///
    /// # Errors
    /// What kept the file from being read.
    pub(crate) fn row(&self, record: RecordId) -> Result<Option<Row>, Error> {
        merging::row(&self.connection, record)
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
        copy::whole(&self.connection, path, self.access.passphrase.as_ref(), schema::VERSION)
            .map_err(|error| self.named(error))
    }
}

/// The longest text of a record and its column, in characters.
pub fn longest_text(record: &Record) -> Option<(&'static str, usize)> {
    let texts = record.texts().map(|(column, text)| (column.name, text.chars().count()));
    texts.max_by_key(|(_, length)| *length)
}

fn fill(path: &Path, records: &[Record], key: Option<&Passphrase>) -> Result<(), Error> {
    let filled = fill_fresh(path, records, key);
    // What is just being made is not damaged: the disk did not keep it.
    filled.map_err(|error| if error.is_damage() { Error::Io } else { error })
}

fn fill_fresh(path: &Path, records: &[Record], key: Option<&Passphrase>) -> Result<(), Error> {
    let mut connection = open::connect(path, OpenFlags::SQLITE_OPEN_READ_WRITE, key)?;
    open::lock(&connection)?;
    let transaction = connection.transaction()?;
    schema::climb(&transaction, 0, schema::VERSION)?;
    // Rows name each other in any order until all are there.
    transaction.execute_batch("PRAGMA defer_foreign_keys = ON")?;
    for record in records {
        tables::put(&transaction, record)?;
    }
    transaction.commit()?;
    connection.close().map_err(|(_, error)| error)?;
    copy::sync(path).map_err(|error| Error::from_io(&error, path))
}
