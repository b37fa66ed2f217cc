//! A copy of an open dossier in memory, from which another thread reads what may be seen: the file
//! itself is locked for one connection, which the window needs.

use rusqlite::Connection;
use rusqlite::serialize::Data;

use super::visible::{self, Clearance, Visible};
use super::{Error, open};

/// Told how many records have been read, and of how many.
pub(super) type Pulse<'a> = &'a mut dyn FnMut(usize, usize);

/// How many steps of the database are taken between two questions whether to go on.
const STEPS: i32 = 10_000;

/// A copy of a dossier in memory, as it was when it was made. Nothing of it reaches a disk.
#[derive(Debug)]
pub struct Reader {
    connection: Connection,
}

impl Reader {
    /// Copies a dossier that is open.
    pub(super) fn of(connection: &mut Connection) -> Result<Self, Error> {
        let mut copy = Connection::open_in_memory()?;
        match connection.serialize("main")? {
            Data::Owned(pages) => copy.deserialize("main", pages, true)?,
            Data::Shared(pages) => {
                copy.deserialize_read_exact("main", &*pages, pages.len(), true)?;
            }
        }
        Ok(Self { connection: open::for_looking(copy)? })
    }

    /// Reads what may be seen under a ceiling, with a query of its own. `stopped` is asked now and
    /// then whether to give up; `pulse` is told how many records have been read, and of how many.
    ///
    /// # Errors
    /// [`Error::Stopped`] if it was stopped, and if it cannot be read. Then nothing may be shown.
    pub fn visible(
        &mut self,
        clearance: &Clearance,
        stopped: impl Fn() -> bool + Send + Clone + 'static,
        mut pulse: impl FnMut(usize, usize),
    ) -> Result<Visible, Error> {
        self.connection.progress_handler(STEPS, Some(stopped.clone()))?;
        let read = visible::read_told(&self.connection, clearance, &mut pulse);
        self.connection.progress_handler(0, None::<fn() -> bool>)?;
        if stopped() { Err(Error::Stopped) } else { read }
    }
}
