//! Whether a journal that lies beside a file belongs to it.
//!
//! The database takes back a write that was cut off by writing what the journal holds into
//! whatever file stands there by now: a journal that stayed behind when a backup was put in
//! the place of its file would destroy that. So it is tried out on copies first.

use std::path::Path;

use rusqlite::{Connection, OpenFlags};

use super::leftovers::{Leftover, is_hot};
use super::sniff::Look;
use super::{Access, Error, Passphrase, copy, open};

/// Holds that what would be taken back when a file is opened belongs to it, and that its
/// passphrase is given; the file is only read.
///
/// # Errors
/// [`Error::Stray`] where the journal is of another file, and why it cannot be told.
pub(crate) fn vet(path: &Path, look: Look, access: &mut Access) -> Result<(), Error> {
    if !is_hot(path) || !is_cut_off(path)? {
        return Ok(());
    }
    let trial = Trial::new(path).map_err(|error| match error {
        // Where nothing can be made beside it, nothing can be taken back either.
        Error::Permission => Error::Interrupted,
        error => error,
    })?;
    open::with_key(look, access, |key| trial.judge(key))
}

/// The same for a file that may be damaged, beside which a journal lies.
pub(crate) fn belongs(path: &Path, key: Option<&Passphrase>) -> Result<(), Error> {
    Trial::new(path)?.judge(key)
}

/// Whether the database would take something back: it would not while another program is
/// writing.
fn is_cut_off(path: &Path) -> Result<bool, Error> {
    let opened = open::connect(path, OpenFlags::SQLITE_OPEN_READ_ONLY, None);
    match opened.and_then(|connection| open::version(&connection)) {
        Err(Error::Interrupted) => Ok(true),
        Err(error @ Error::Locked) => Err(error),
        // What else is wrong is said when the file is opened.
        _ => Ok(false),
    }
}

/// A file as it stands, and once more with its journal.
struct Trial {
    alone: copy::Copied,
    with: copy::Copied,
}

impl Trial {
    fn new(path: &Path) -> Result<Self, Error> {
        let copy = |with| copy::Copied::new(path, path, with, false);
        Ok(Self { alone: copy(None)?, with: copy(Some(Leftover::Journal))? })
    }

    fn judge(&self, key: Option<&Passphrase>) -> Result<(), Error> {
        let state = |path: &Path| open::twice(path, key.is_some(), || State::read(path, key));
        let (alone, taken_back) = (state(&self.alone.path), state(&self.with.path));
        match (taken_back, alone) {
            (Ok(before), Ok(after)) if !before.may_precede(&after) => {}
            (Ok(_), _) => return Ok(()),
            (Err(error), alone) if error.is_of_the_disk() || alone.is_err() => return Err(error),
            (Err(_), _) => {}
        }
        Err(Error::Stray(Leftover::Journal))
    }
}

/// What tells one state of a dossier from the next.
struct State {
    dossier: String,
    steps: Vec<Step>,
    // How often the file was changed, by its header; a protected one does not tell.
    changes: Option<u32>,
}

#[derive(PartialEq)]
struct Step {
    id: String,
    foreign: bool,
}

impl State {
    fn read(path: &Path, key: Option<&Passphrase>) -> Result<Self, Error> {
        let connection = open::connect(path, OpenFlags::SQLITE_OPEN_READ_WRITE, key)?;
        let version = open::version(&connection)?;
        open::verify(&connection, version)?;
        let state = Self {
            dossier: connection.query_row("SELECT id FROM dossier", [], |row| row.get(0))?,
            steps: steps(&connection, version)?,
            changes: None,
        };
        connection.close().map_err(|(_, error)| error)?;
        let changes = if key.is_none() { Some(changes(path)?) } else { None };
        Ok(Self { changes, ..state })
    }

    /// Whether a write that was cut off can have left the one state where the other was: it
    /// makes one step at most, of a merge with those it brings in.
    fn may_precede(&self, after: &Self) -> bool {
        let more = after.steps.get(self.steps.len()..).unwrap_or_default();
        let own = more.iter().filter(|step| !step.foreign).count();
        self.dossier == after.dossier
            && after.steps.starts_with(&self.steps)
            && own <= 1
            && match (self.changes, after.changes) {
                (Some(before), Some(after)) => after.wrapping_sub(before) <= 1,
                _ => true,
            }
    }
}

fn steps(connection: &Connection, version: u32) -> Result<Vec<Step>, Error> {
    // The first version of the file knew no merges.
    let foreign = if version > 1 { "merged IS NOT NULL" } else { "0" };
    let mut statement =
        connection.prepare(&format!("SELECT id, {foreign} FROM edits ORDER BY seq"))?;
    let step = |row: &rusqlite::Row<'_>| Ok(Step { id: row.get(0)?, foreign: row.get(1)? });
    let steps = statement.query_map([], step)?;
    Ok(steps.collect::<Result<_, _>>()?)
}

// See https://sqlite.org/fileformat2.html, the file change counter.
fn changes(path: &Path) -> Result<u32, Error> {
    let io = |error: std::io::Error| Error::from_io(&error, path);
    let mut head = [0; 28];
    let mut file = std::fs::File::open(path).map_err(io)?;
    std::io::Read::read_exact(&mut file, &mut head).map_err(io)?;
    Ok(u32::from_be_bytes([head[24], head[25], head[26], head[27]]))
}
