//! A look at the first bytes of a file, before the database opens it.
//!
//! The handle is closed before SQLite opens the file: closing a second handle
//! later would drop SQLite's own locks (POSIX advisory locks work that way).

use std::fs::File;
use std::io::{ErrorKind, Read};
use std::path::Path;

use super::Error;
use super::identity::is_open_here;
use super::schema::{APPLICATION_ID, OLDEST, VERSION};

const MAGIC: &[u8; 16] = b"SQLite format 3\0";

/// Says whether the file looks like a dossier of a version we know, and which version it is.
///
/// # Errors
/// Every reason why it is not, from [`Error::Missing`] to [`Error::Newer`].
pub fn sniff(path: &Path) -> Result<u32, Error> {
    if is_open_here(path) {
        return Err(Error::Locked);
    }
    look(path)
}

/// The same for a file that this process has reserved and not opened yet.
pub(crate) fn look(path: &Path) -> Result<u32, Error> {
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
        return Err(Error::NotADossier);
    }
    if number(&header, 68) != APPLICATION_ID {
        return Err(Error::Foreign);
    }
    // We never use a write-ahead log: a part of the file would be in another one.
    if header[18..20] != [1, 1] {
        return Err(Error::Altered);
    }
    match number(&header, 60) {
        found if found > VERSION => Err(Error::Newer { found, known: VERSION }),
        found if found < OLDEST => Err(Error::Older { found, oldest: OLDEST }),
        found => Ok(found),
    }
}

// The header of a SQLite file holds big-endian numbers (https://sqlite.org/fileformat2.html).
fn number(header: &[u8; 100], at: usize) -> u32 {
    header[at..at + 4].iter().fold(0, |sum, byte| sum << 8 | u32::from(*byte))
}
