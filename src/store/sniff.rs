//! A look at the first bytes of a file, before the database opens it.
//!
//! The handle is closed before SQLite opens the file: closing a second handle
//! later would drop SQLite's own locks (POSIX advisory locks work that way).

use std::collections::BTreeSet;
use std::fs::File;
use std::io::{ErrorKind, Read};
use std::path::Path;

use super::Error;
use super::identity::is_open_here;
use super::schema::{APPLICATION_ID, OLDEST, VERSION};

/// The pages of a protected dossier are all of this size.
const PAGE: u64 = 4096;

const MAGIC: &[u8; 16] = b"SQLite format 3\0";

/// What a file looks like from outside.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Look {
    /// A dossier of this version.
    Plain(u32),
    /// A dossier with a passphrase, or something else that looks like chance.
    Protected,
}

/// Says whether the file looks like a dossier, of a version we know where that can be seen.
///
/// # Errors
/// Every reason why it is not, from [`Error::Missing`] to [`Error::Newer`].
pub fn sniff(path: &Path) -> Result<Look, Error> {
    if is_open_here(path) {
        return Err(Error::Locked);
    }
    look(path)
}

/// The same for a file that this process has reserved and not opened yet.
pub(crate) fn look(path: &Path) -> Result<Look, Error> {
    let metadata = std::fs::metadata(path).map_err(|error| Error::from_io(&error, path))?;
    if metadata.is_dir() {
        return Err(Error::Folder);
    }
    if metadata.len() == 0 {
        return Err(Error::Empty);
    }
    let mut header = [0; 100];
    let mut file = File::open(path).map_err(|error| Error::from_io(&error, path))?;
    file.read_exact(&mut header).map_err(|error| match error.kind() {
        ErrorKind::UnexpectedEof => Error::NotADossier,
        _ => Error::from_io(&error, path),
    })?;
    drop(file);
    if &header[..16] != MAGIC {
        let whole_pages = metadata.len().is_multiple_of(PAGE);
        let protected = whole_pages && looks_like_chance(&header);
        return if protected { Ok(Look::Protected) } else { Err(Error::NotADossier) };
    }
    if number(&header, 68) != APPLICATION_ID {
        return Err(Error::Foreign);
    }
    // We never use a write-ahead log: a part of the file would be in another one.
    if header[18..20] != [1, 1] {
        return Err(Error::Altered);
    }
    known(number(&header, 60)).map(Look::Plain)
}

/// The version, if it is in the window of those that can be opened.
pub(crate) fn known(version: u32) -> Result<u32, Error> {
    match version {
        found if found > VERSION => Err(Error::Newer { found, known: VERSION }),
        found if found < OLDEST => Err(Error::Older { found, oldest: OLDEST }),
        found => Ok(found),
    }
}

/// Whether bytes look like encrypted ones: of a hundred by chance some eighty differ, of
/// text or padding far fewer.
fn looks_like_chance(bytes: &[u8]) -> bool {
    bytes.iter().collect::<BTreeSet<_>>().len() > 60
}

// The header of a SQLite file holds big-endian numbers (https://sqlite.org/fileformat2.html).
fn number(header: &[u8; 100], at: usize) -> u32 {
    header[at..at + 4].iter().fold(0, |sum, byte| sum << 8 | u32::from(*byte))
}
