//! The dossier file: SQLite, hardened, with a change log.
//!
//! The README states what the file promises. The submodules: `sniff` inspects a file before the
//! database does, `open` opens it with everything switched off that a dossier does not need,
//! `schema` is its structure with the upgrades between versions, `tables` reads and writes records,
//! `log` is the history, `load` reads the snapshot, and `past` an earlier one. `merging` compares
//! two copies. `copy` makes whole copies, `backup` keeps them, `salvage` recovers what is still
//! readable from a damaged file. `identity`, `holder` and `place` observe what others do to a file,
//! `arrival` waits for one that is not there yet, `beside` finds copies, `leftovers` finds files
//! beside it, and `recovery` decides whether they belong to it. `writing` makes a step, and
//! determines whether it was made if the disk failed. Only `document` calls the parts that write.

mod access;
mod arrival;
mod backup;
mod beside;
mod checks;
mod columns;
mod copy;
mod error;
mod holder;
mod identity;
mod leftovers;
mod load;
mod log;
mod merging;
#[cfg(any(target_os = "linux", test))]
mod mounts;
mod moving;
mod naming;
mod open;
mod passphrase;
mod past;
mod place;
mod protect;
mod reader;
mod recovery;
mod salvage;
pub mod schema;
mod scratch;
mod sniff;
mod tables;
mod visible;
mod workspace;
mod writing;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use rusqlite::{Connection, OpenFlags};
use uuid::Uuid;

pub use access::Access;
pub use backup::{Backup, backups, backups_of, kept};
pub use beside::Beside;
pub use checks::Checks;
pub use copy::copy_closed;
pub(crate) use copy::folder;
pub use error::Error;
pub use holder::Holder;
pub(crate) use holder::holder;
pub(crate) use identity::is_open_here;
use identity::{FileState, FileWatch, OpenHere};
pub use leftovers::Leftover;
pub(crate) use leftovers::put_in_place;
pub(crate) use leftovers::{is_free, is_not_beside};
pub(crate) use log::same_name;
pub use log::{Change, NewStep, Step, StepKind};
pub use merging::{Comparison, ForeignStep, Sides, StoredRecord, Touch, Touches};
pub(crate) use moving::rename;
pub(crate) use naming::{acceptable, without_prefix};
pub use passphrase::{Passphrase, Strength};
pub use past::RecordChange;
pub use place::{Place, place};
pub(crate) use protect::protect_backup;
pub use reader::Reader;
pub use salvage::{Salvaged, salvage};
pub use scratch::Scratch;
pub(crate) use scratch::{Unfinished, may_be_replaced, sweep, write_whole, write_whole_unless};
pub use sniff::{Look, sniff};
pub(crate) use sniff::{file_at, seems_protected};
pub use visible::{Audience, Clearance, SeenCount, Visible};
pub(crate) use writing::Changes;
use writing::Standing;

use crate::model::{Keyed, Marking, Record, RecordId, Snapshot, Table};

/// An open dossier file.
#[derive(Debug)]
pub struct Store {
    // Declared first, so that a copy that is being made is finished before the file is closed.
    opened: reader::Opened,
    connection: Connection,
    path: PathBuf,
    access: Access,
    // The state in which we left the file; `None` if it is open for reading only. Declared after
    // the connection, because closing its handle drops the locks.
    left: Option<(FileWatch, FileState)>,
    // Declared after the connection, so that the file is closed before this process forgets that
    // it is open.
    _open_here: Option<OpenHere>,
    // The situation after a failure of the disk.
    standing: Standing,
    // Whether the checks are still running; until they pass nothing is written.
    unchecked: bool,
}

impl Store {
    /// Makes a new file with these records, which are not logged.
    ///
    /// It is made beside its path under another name and moved into place when complete, so that
    /// nobody ever sees half a dossier.
    ///
    /// # Errors
    /// [`Error::Exists`] if something is at the path already, and errors of the file system.
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

    /// Opens a dossier for this process only.
    ///
    /// # Errors
    /// Any reason why it cannot be opened; the file is unchanged.
    pub fn open(path: &Path, access: Access) -> Result<Self, Error> {
        Ok(Self::opened(path, access, false)?.0)
    }

    /// The same before the whole file has been checked, if the checks are all that remains.
    /// Meanwhile it can be read; it can be written once it is [`found_whole`](Self::found_whole).
    ///
    /// # Errors
    /// Any reason why it cannot be opened; the file is unchanged.
    pub fn open_early(path: &Path, access: Access) -> Result<(Self, Option<Checks>), Error> {
        Self::opened(path, access, true)
    }

    fn opened(path: &Path, access: Access, early: bool) -> Result<(Self, Option<Checks>), Error> {
        arrival::wait_for(path)?;
        let open_here = OpenHere::reserve(path)?;
        // On an error each of these is dropped before the one above it.
        let file_watch = FileWatch::open(path)?;
        let mut access = access;
        let (connection, unchecked) = open::read_write_early(path, &mut access, early)?;
        log::install(&connection)?;
        let state = file_watch.look(path)?;
        let left = Some((file_watch, state));
        sweep(path);
        let checks = unchecked.then(|| Checks::new(path.to_owned(), access.clone()));
        let store = Self {
            opened: reader::Opened::default(),
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

    /// Records that the checks passed: from now on it can be written.
    pub fn found_whole(&mut self) {
        self.unchecked = false;
    }

    /// Whether the checks have yet to pass.
    pub fn is_unchecked(&self) -> bool {
        self.unchecked
    }

    /// Opens a dossier for reading, alongside other readers.
    ///
    /// # Errors
    /// Any reason why it cannot be opened; the file is unchanged.
    pub fn open_read_only(path: &Path, access: Access) -> Result<Self, Error> {
        arrival::wait_for(path)?;
        let mut access = access;
        let connection = open::read_only(path, &mut access)?;
        Ok(Self::for_reading(connection, path, access))
    }

    /// Opens a dossier that exists only in memory, for reading. The path is where it came from.
    ///
    /// # Errors
    /// Any reason why it cannot be opened.
    pub(crate) fn in_memory(bytes: &[u8], path: &Path, access: Access) -> Result<Self, Error> {
        let mut access = access;
        let connection = open::in_memory(bytes, &mut access)?;
        Ok(Self::for_reading(connection, path, access))
    }

    /// An empty store that answers for this one while another thread has it.
    pub(crate) fn stand_in(&self) -> Result<Self, Error> {
        let connection = Connection::open_in_memory()?;
        Ok(Self::for_reading(connection, &self.path, self.access.clone()))
    }

    fn for_reading(connection: Connection, path: &Path, access: Access) -> Self {
        Self {
            opened: reader::Opened::default(),
            connection,
            path: path.to_owned(),
            access,
            left: None,
            _open_here: None,
            standing: Standing::Sound,
            unchecked: false,
        }
    }

    /// Makes a copy for somebody else beside a path, with or without a passphrase and without
    /// the workspace.
    pub(crate) fn review_copy(
        &self,
        path: &Path,
        passphrase: Option<&Passphrase>,
    ) -> Result<Unfinished, Error> {
        copy::under(&self.connection, path, passphrase, false).map_err(|error| self.named(error))
    }

    /// Reads what may be seen under a ceiling, with a query of its own.
    ///
    /// # Errors
    /// If the file cannot be read. Then nothing may be shown.
    pub fn visible(&self, clearance: &Clearance) -> Result<Visible, Error> {
        visible::read(&self.connection, clearance).map_err(|error| self.named(error))
    }

    /// Updates what may be seen for the records that a step touched. Returns `false` if that is
    /// not possible, and everything has to be read again.
    ///
    /// # Errors
    /// If the file cannot be read. Then nothing may be shown.
    pub fn refresh_visible(
        &self,
        clearance: &Clearance,
        seen: &mut Snapshot,
        touched: &[RecordId],
    ) -> Result<bool, Error> {
        visible::refresh(&self.connection, clearance, seen, touched)
            .map_err(|error| self.named(error))
    }

    /// How much of each table a copy under a ceiling would contain, and how much would be
    /// withheld.
    ///
    /// # Errors
    /// If the file cannot be read.
    pub fn seen_counts(&self, ceiling: Marking) -> Result<BTreeMap<Table, SeenCount>, Error> {
        let clearance = Clearance::new(Audience::Copy, ceiling);
        visible::each(&self.connection, &clearance, |_| {}).map_err(|error| self.named(error))
    }

    /// Makes an independent dossier from what may be seen under a ceiling, at a path where
    /// nothing exists yet: without history, workspace, deleted or corrected records, and with new
    /// identities. If the title may not be seen, it gets `title`.
    ///
    /// # Errors
    /// [`Error::Exists`] if something is there already, and errors of the file system.
    pub(crate) fn redact(
        &self,
        path: &Path,
        ceiling: Marking,
        title: &str,
        passphrase: Option<&Passphrase>,
    ) -> Result<BTreeMap<Table, SeenCount>, Error> {
        let (records, seen_counts) = visible::copy_records(&self.connection, ceiling, title)
            .map_err(|error| self.named(error))?;
        Self::create_as(path, &records, passphrase)?;
        Ok(seen_counts)
    }

    /// Makes a backup if the dossier has changed since the newest one. Returns its path.
    ///
    /// # Errors
    /// [`Error::NoBackup`] with the reason.
    pub fn back_up(&self) -> Result<Option<PathBuf>, Error> {
        backup::note(&self.connection, &self.access, &self.path)?;
        backup::keep(&self.connection, &self.access, schema::VERSION)
            .map_err(|error| self.named(error))
    }

    /// The folder for the backups of all dossiers.
    pub(crate) fn backups_folder(&self) -> Option<&Path> {
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
    /// [`Error::Value`] if a column has a value that this version does not know.
    pub(crate) fn load(&self) -> Result<Snapshot, Error> {
        let again = self.again();
        let again = again.as_ref().map(|it| it as tables::Again<'_>);
        load::all(&self.connection, again).map_err(|error| self.named(error))
    }

    /// Reads the history, oldest step first.
    ///
    /// # Errors
    /// [`Error::Log`] if the log cannot be understood.
    pub fn steps(&self) -> Result<Vec<Step>, Error> {
        log::steps(&self.connection).map_err(|error| self.named(error))
    }

    /// Reads what a step changed, in order.
    ///
    /// # Errors
    /// [`Error::Log`] if the log cannot be understood.
    pub fn changes(&self, step: Uuid) -> Result<Vec<Change>, Error> {
        log::changes(&self.connection, step).map_err(|error| self.named(error))
    }

    /// A snapshot as it was after the step with this number; `steps` is the whole history, and
    /// `now` the current snapshot.
    ///
    /// # Errors
    /// [`Error::Log`] if the log cannot be understood.
    pub fn at(&self, steps: &[Step], seq: i64, now: Snapshot) -> Result<Snapshot, Error> {
        past::at(&self.connection, steps, seq, now).map_err(|error| self.named(error))
    }

    /// The records that later steps touched, as they were after this step.
    ///
    /// # Errors
    /// [`Error::Log`] if the log cannot be understood.
    pub(crate) fn rows_at(
        &self,
        steps: &[Step],
        seq: i64,
    ) -> Result<Vec<(RecordId, StoredRecord)>, Error> {
        let rows = past::rows_at(&self.connection, steps, seq);
        rows.map(|rows| rows.into_iter().collect()).map_err(|error| self.named(error))
    }

    /// Every change of a record, oldest first.
    ///
    /// # Errors
    /// [`Error::Log`] if the log cannot be understood.
    pub(crate) fn record_changes(
        &self,
        steps: &[Step],
        record: RecordId,
    ) -> Result<Vec<RecordChange>, Error> {
        past::of_record(&self.connection, steps, record).map_err(|error| self.named(error))
    }

    /// A record with the value that a field had before a change.
    ///
    /// # Errors
    /// If the file cannot be read.
    pub fn before(&self, change: &Change) -> Result<Record, Error> {
        let field = change.field.as_deref().ok_or(Error::Log)?;
        past::with_value(&self.connection, change.record, field, &change.old)
            .map_err(|error| self.named(error))
    }

    /// Everything in the workspace, by key.
    ///
    /// # Errors
    /// If the file cannot be read.
    pub fn workspace(&self) -> Result<Vec<(String, String)>, Error> {
        workspace::all(&self.connection).map_err(|error| self.named(error))
    }

    /// Reads a record, even if it is deleted.
    ///
    /// # Errors
    /// If the file cannot be read.
    pub fn find(&self, record: RecordId) -> Result<Option<Record>, Error> {
        tables::find(&self.connection, record).map_err(|error| self.named(error))
    }

    /// The row of a record, even if it is deleted.
    ///
    /// # Errors
    /// If the file cannot be read.
    pub(crate) fn row(&self, record: RecordId) -> Result<Option<StoredRecord>, Error> {
        merging::row(&self.connection, record).map_err(|error| self.named(error))
    }

    /// The entries whose proposal or party is deleted, with the column that refers to it. They
    /// belong to no line, so nothing shows them.
    ///
    /// # Errors
    /// If the file cannot be read.
    pub(crate) fn stray_positions(&self) -> Result<Vec<(RecordId, &'static str)>, Error> {
        stray_positions(&self.connection).map_err(|error| self.named(error))
    }

    /// Copies the dossier, complete and checked, to a path where nothing exists yet.
    ///
    /// # Errors
    /// [`Error::Exists`] if something is at the path already, and errors of the file system; no
    /// partial copy is left.
    pub fn copy_to(&self, path: &Path) -> Result<(), Error> {
        copy::whole(&self.connection, path, self.access.passphrase.as_ref(), schema::VERSION)
            .map_err(|error| self.named(error))
    }
}

fn stray_positions(connection: &Connection) -> Result<Vec<(RecordId, &'static str)>, Error> {
    let mut strays = Vec::new();
    for (column, table) in [("proposal_id", Table::Proposals), ("party_id", Table::Parties)] {
        let sql = format!(
            "SELECT p.id FROM positions p JOIN {} o ON o.id = p.{column} \
             WHERE p.deleted = 0 AND o.deleted = 1",
            table.key()
        );
        let mut statement = connection.prepare(&sql)?;
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            let id = Uuid::try_parse(row.get_ref(0)?.as_str().unwrap_or_default());
            let id = id.map_err(|_| Error::Log)?;
            strays.push((RecordId { table: Table::Positions, id }, column));
        }
    }
    Ok(strays)
}

/// The longest text of a record and its column, in characters.
pub(crate) fn longest_text(record: &Record) -> Option<(&'static str, usize)> {
    let texts = record.texts().map(|(column, text)| (column.name, text.chars().count()));
    texts.max_by_key(|(_, length)| *length)
}

fn fill(path: &Path, records: &[Record], key: Option<&Passphrase>) -> Result<(), Error> {
    let filled = fill_fresh(path, records, key);
    // A file just being made is not damaged: the disk failed to keep it.
    filled.map_err(|error| if error.is_damage() { Error::Io } else { error })
}

fn fill_fresh(path: &Path, records: &[Record], key: Option<&Passphrase>) -> Result<(), Error> {
    let mut connection = open::connect(path, OpenFlags::SQLITE_OPEN_READ_WRITE, key)?;
    open::lock(&connection)?;
    let transaction = connection.transaction()?;
    schema::climb(&transaction, 0, schema::VERSION)?;
    // Until all rows are there, references may be unresolved.
    transaction.execute_batch("PRAGMA defer_foreign_keys = ON")?;
    for record in records {
        tables::put(&transaction, record)?;
    }
    transaction.commit()?;
    connection.close().map_err(|(_, error)| error)?;
    copy::sync(path).map_err(|error| Error::from_io(&error, path))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Bilingual, Dossier, Party, PartyKind};

    #[test]
    fn a_dossier_that_was_whole_when_opened_is_not_called_damaged_when_reading_fails() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.cbm");
        let party = Party::new("A", Bilingual::default(), PartyKind::State);
        let id = party.record_id();
        Store::create(&path, &[Dossier::new("A dossier").into(), party.into()]).unwrap();
        let store = Store::open_read_only(&path, Access::default()).unwrap();
        let mut bytes = std::fs::read(&path).unwrap();
        bytes[4096..].fill(0xAA);
        // The number of the last change, so that the database reads the pages again.
        bytes[27] ^= 0xFF;
        std::fs::write(&path, bytes).unwrap();
        let row = store.row(id);
        assert!(matches!(row, Err(Error::Unreadable)), "{row:?}");
        let strays = store.stray_positions();
        assert!(matches!(strays, Err(Error::Unreadable)), "{strays:?}");
    }
}
