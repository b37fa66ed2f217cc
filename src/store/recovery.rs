//! Deciding whether a journal beside a file belongs to it.
//!
//! The database rolls back an interrupted write by copying the journal's pages into whatever
//! file is there now. If a backup took the place of the file and the journal stayed behind, that
//! would destroy the backup. So it is tried on copies first.

use std::path::Path;

use rusqlite::{Connection, OpenFlags};

use super::leftovers::{Leftover, is_hot};
use super::sniff::Look;
use super::{Access, Error, Passphrase, copy, open};

/// Checks that what would be rolled back when a file is opened belongs to it, and that its
/// passphrase is right; the file is only read.
///
/// # Errors
/// [`Error::Stray`] if the journal belongs to another file, or why that cannot be determined.
pub(crate) fn vet(path: &Path, look: Look, access: &mut Access) -> Result<(), Error> {
    if !is_hot(path) || !is_cut_off(path)? {
        return Ok(());
    }
    let trial = Trial::new(path).map_err(|error| match error {
        // If nothing can be created beside it, nothing can be rolled back either.
        Error::Permission => Error::Interrupted,
        error => error,
    })?;
    open::with_key(look, access, |key| trial.judge(key))
}

/// The same for a file that may be damaged and has a journal beside it.
pub(crate) fn belongs(path: &Path, key: Option<&Passphrase>) -> Result<(), Error> {
    Trial::new(path)?.judge(key)
}

/// Whether the database would roll something back; it would not while another program is
/// writing.
fn is_cut_off(path: &Path) -> Result<bool, Error> {
    let opened = open::connect(path, OpenFlags::SQLITE_OPEN_READ_ONLY, None);
    match opened.and_then(|connection| open::version(&connection)) {
        Err(Error::Interrupted) => Ok(true),
        Err(error @ Error::Locked) => Err(error),
        // Other faults are reported when the file is opened.
        _ => Ok(false),
    }
}

/// A copy of a file alone, and one with its journal.
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

/// Distinguishes one state of a dossier from the next.
struct State {
    dossier: String,
    steps: Vec<Step>,
    // The change counter in the header; unavailable in a protected file.
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

    /// Whether an interrupted write can lead from this state to the other: it adds at most one
    /// step, and for a merge the steps it brings in.
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
    // The first version of the file had no merges.
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
