//! A look at the first bytes of a file, before the database opens it.
//!
//! The handle is closed before SQLite opens the file: closing a second handle later would drop
//! SQLite's own locks, as POSIX advisory locks work that way.

use std::collections::BTreeSet;
use std::fs::File;
use std::io::{ErrorKind, Read};
use std::path::Path;

use super::Error;
use super::identity::is_open_here;
use super::schema::{APPLICATION_ID, OLDEST, VERSION};

/// The page size of every protected dossier, in bytes.
const PAGE: u64 = 4096;

/// The number of bytes inspected.
const HEADER: usize = 100;

const MAGIC: &[u8; 16] = b"SQLite format 3\0";

/// The type a file appears to have.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Look {
    /// A dossier of this version.
    Plain(u32),
    /// A dossier with a passphrase, or something else that looks random.
    Protected,
}

/// Determines whether the file looks like a dossier, of a supported version if that is visible.
///
/// # Errors
/// Any reason why not, from [`Error::Missing`] to [`Error::Newer`].
pub fn sniff(path: &Path) -> Result<Look, Error> {
    if is_open_here(path) {
        return Err(Error::Locked);
    }
    look(path)
}

/// The same for a file that this process has reserved but not opened yet.
pub(crate) fn look(path: &Path) -> Result<Look, Error> {
    match glance(path)? {
        // Random bytes with our extension are a dossier that was cut short.
        Glance::Chance { cut_short: true } if path.extension().is_some_and(|it| it == "cbm") => {
            Err(Error::Damaged("cut short within a page".to_owned()))
        }
        glance => glance.look(),
    }
}

/// The same for a file in memory.
pub(crate) fn look_at_bytes(bytes: &[u8]) -> Result<Look, Error> {
    let header = bytes.first_chunk().ok_or(Error::NotADossier)?;
    glance_at(header, bytes.len() as u64)?.look()
}

/// Determines whether the database may be able to read anything of a damaged file.
pub(crate) fn look_at_damaged(path: &Path) -> Result<Look, Error> {
    match glance(path)? {
        Glance::Dossier { version, .. } => known(version).map(Look::Plain),
        Glance::Chance { .. } => Ok(Look::Protected),
    }
}

/// Whether a file appears to have a passphrase, even if it is cut short.
pub(crate) fn seems_protected(path: &Path) -> bool {
    !is_open_here(path) && matches!(look_at_damaged(path), Ok(Look::Protected))
}

/// The type that the first bytes of a file reveal.
enum Glance {
    /// A dossier.
    Dossier {
        /// Its version.
        version: u32,
        /// Its journal mode for writing and reading: a rollback journal (1) or a write-ahead log
        /// (2).
        mode: [u8; 2],
    },
    /// Random-looking, as encrypted bytes are.
    Chance {
        /// Whether the last page is incomplete.
        cut_short: bool,
    },
}

impl Glance {
    fn look(self) -> Result<Look, Error> {
        match self {
            Self::Dossier { version, mode: [1, 1] } => known(version).map(Look::Plain),
            // We never use a write-ahead log: part of the content would be in another file.
            Self::Dossier { mode: [2, 2], .. } => Err(Error::OtherMode),
            Self::Dossier { .. } => Err(Error::Altered),
            Self::Chance { cut_short: false } => Ok(Look::Protected),
            Self::Chance { cut_short: true } => Err(Error::NotADossier),
        }
    }
}

fn glance(path: &Path) -> Result<Glance, Error> {
    let reading = |error: std::io::Error| Error::from_reading(&error, path);
    let metadata = file_at(path)?;
    if metadata.len() == 0 {
        return Err(Error::Empty);
    }
    let mut header = [0; HEADER];
    let mut file = File::open(path).map_err(reading)?;
    file.read_exact(&mut header).map_err(|error| match error.kind() {
        ErrorKind::UnexpectedEof => Error::NotADossier,
        _ => reading(error),
    })?;
    drop(file);
    glance_at(&header, metadata.len())
}

fn glance_at(header: &[u8; HEADER], length: u64) -> Result<Glance, Error> {
    if &header[..16] != MAGIC {
        let cut_short = !length.is_multiple_of(PAGE);
        let chance = looks_like_chance(header);
        return if chance { Ok(Glance::Chance { cut_short }) } else { Err(Error::NotADossier) };
    }
    if number(header, 68) != APPLICATION_ID {
        return Err(Error::Foreign);
    }
    Ok(Glance::Dossier { version: number(header, 60), mode: [header[18], header[19]] })
}

/// The metadata of a path that must be a regular file: opening a pipe would block until somebody
/// writes to it.
///
/// # Errors
/// [`Error::Folder`] and [`Error::NotAFile`] for anything else, or why nothing is found.
pub(crate) fn file_at(path: &Path) -> Result<std::fs::Metadata, Error> {
    let metadata = std::fs::metadata(path).map_err(|error| Error::from_reading(&error, path))?;
    if metadata.is_dir() {
        return Err(Error::Folder);
    }
    if metadata.is_file() { Ok(metadata) } else { Err(Error::NotAFile) }
}

/// The version, if it is among those that can be opened.
pub(crate) fn known(version: u32) -> Result<u32, Error> {
    match version {
        found if found > VERSION => Err(Error::Newer { found, known: VERSION }),
        found if found < OLDEST => Err(Error::Older { found, oldest: OLDEST }),
        found => Ok(found),
    }
}

/// Whether bytes look encrypted: of a hundred random bytes about 80 values are distinct, of text
/// or padding far fewer.
fn looks_like_chance(bytes: &[u8]) -> bool {
    bytes.iter().collect::<BTreeSet<_>>().len() > 60
}

// The header of a SQLite file holds big-endian numbers (https://sqlite.org/fileformat2.html).
fn number(header: &[u8; HEADER], at: usize) -> u32 {
    header[at..at + 4].iter().fold(0, |sum, byte| sum << 8 | u32::from(*byte))
}
