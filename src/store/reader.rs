//! Threads that read an open dossier besides the one that has it. One makes a copy in memory and
//! reads from that what may be seen, because the file itself is locked for the one connection that
//! the window needs. Another opens the file a second time, so that the two read half of it each.

use std::path::PathBuf;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use rusqlite::Connection;
use rusqlite::serialize::Data;

use super::identity::FileIdentity;
use super::visible::{self, Clearance, Visible};
use super::writing::Standing;
use super::{Error, Passphrase, Store, leftovers, open, schema};

/// Told how many records have been read, and of how many.
pub(super) type Pulse<'a> = &'a mut dyn FnMut(usize, usize);

/// Files of at least this many bytes are read by two threads.
const LARGE: u64 = 16_000_000;

/// How many database steps are taken between two checks whether to stop.
const STEPS: i32 = 10_000;

/// A copy of a dossier in memory, made when it is first read. Nothing of it reaches a disk.
#[derive(Debug)]
pub struct Reader {
    from: From,
}

/// The file or the copy that is read.
#[derive(Debug)]
enum From {
    /// A file that this process has open, still to be copied.
    File { path: PathBuf, identity: FileIdentity, passphrase: Option<Passphrase>, turn: Turn },
    /// The copy.
    Copy(Connection),
}

/// Grants turns with a file that is open for writing, to whoever writes or copies it. The value
/// says whether it is open.
#[derive(Clone, Debug)]
pub(super) struct Turn(Arc<Mutex<bool>>);

impl Turn {
    /// Waits until nobody else has the turn.
    pub(super) fn wait(&self) -> MutexGuard<'_, bool> {
        // A copy that failed has changed nothing.
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Marks the file as open until dropped. Dropping it waits for a copy in progress; afterwards
/// others may write the file.
#[derive(Debug)]
pub(super) struct Opened(Turn);

impl Default for Opened {
    fn default() -> Self {
        Self(Turn(Arc::new(Mutex::new(true))))
    }
}

impl Opened {
    /// A handle for waiting for one's turn.
    pub(super) fn turn(&self) -> Turn {
        self.0.clone()
    }
}

impl Drop for Opened {
    fn drop(&mut self) {
        *self.0.wait() = false;
    }
}

impl Store {
    /// A copy of it in memory, from which another thread can read what may be seen. That thread
    /// makes the copy, unless others may write the file or there is no file.
    ///
    /// # Errors
    /// If there is no memory for it.
    pub(crate) fn reader(&mut self) -> Result<Reader, Error> {
        // The database opens the file a second time by its name, which has to be text for that.
        let named = std::path::absolute(&self.path).is_ok_and(|path| path.to_str().is_some());
        let Some((_, state)) = self.left.as_ref().filter(|_| named) else {
            return Reader::of(&mut self.connection);
        };
        let (path, passphrase) = (self.path.clone(), self.access.passphrase.clone());
        Ok(Reader::later(path, state.identity(), passphrase, self.opened.turn()))
    }

    /// Opens the file a second time for reading, if reading takes so long that two threads are
    /// worth it. This is only possible for a file that nobody else may write.
    pub(super) fn again(&self) -> Option<impl Fn() -> Result<Connection, Error> + Sync + use<>> {
        let (_, state) = self.left.as_ref()?;
        if state.length() < LARGE || self.standing != Standing::Sound {
            return None;
        }
        let (path, identity) = (self.path.clone(), state.identity());
        let passphrase = self.access.passphrase.clone();
        Some(move || {
            let connection = open::once_more(&path, passphrase.as_ref())?;
            let ours = FileIdentity::at(&path)? == identity
                && !leftovers::is_hot(&path)
                && schema::is_ours(&connection, schema::VERSION)?;
            if ours { Ok(connection) } else { Err(Error::Replaced) }
        })
    }
}

impl Reader {
    /// For a file that this process has open; the reader makes the copy, which takes a noticeable
    /// time if the file is large.
    fn later(
        path: PathBuf,
        identity: FileIdentity,
        passphrase: Option<Passphrase>,
        turn: Turn,
    ) -> Self {
        Self { from: From::File { path, identity, passphrase, turn } }
    }

    /// Copies a dossier at once, because others may write it or it is in no file.
    fn of(connection: &mut Connection) -> Result<Self, Error> {
        Ok(Self { from: From::Copy(copied(connection)?) })
    }

    /// Reads what may be seen under a ceiling, with a query of its own. `stopped` is asked now and
    /// then whether to give up; `pulse` is told how many records have been read, and of how many.
    ///
    /// # Errors
    /// [`Error::Stopped`] if it was stopped or the dossier is no longer open, [`Error::Replaced`]
    /// if the file is another one, and any reason why it cannot be read. Then nothing may be shown.
    pub fn visible(
        &mut self,
        clearance: &Clearance,
        stopped: impl Fn() -> bool + Send + Clone + 'static,
        mut pulse: impl FnMut(usize, usize),
    ) -> Result<Visible, Error> {
        if stopped() {
            return Err(Error::Stopped);
        }
        let connection = self.copy()?;
        connection.progress_handler(STEPS, Some(stopped.clone()))?;
        let read = visible::read_told(connection, clearance, &mut pulse);
        connection.progress_handler(0, None::<fn() -> bool>)?;
        if stopped() { Err(Error::Stopped) } else { read }
    }

    fn copy(&mut self) -> Result<&mut Connection, Error> {
        if let From::File { path, identity, passphrase, turn } = &self.from {
            let is_open = turn.wait();
            if !*is_open {
                return Err(Error::Stopped);
            }
            if FileIdentity::at(path)? != *identity {
                return Err(Error::Replaced);
            }
            if leftovers::is_hot(path) {
                // A write was interrupted, and only opening the file again rolls it back.
                return Err(Error::Unreadable);
            }
            let copy = copied(&mut open::once_more(path, passphrase.as_ref())?)?;
            drop(is_open);
            self.from = From::Copy(copy);
        }
        match &mut self.from {
            From::Copy(connection) => Ok(connection),
            From::File { .. } => Err(Error::Unreadable),
        }
    }
}

fn copied(connection: &mut Connection) -> Result<Connection, Error> {
    let mut copy = Connection::open_in_memory()?;
    match connection.serialize("main")? {
        Data::Owned(pages) => copy.deserialize("main", pages, true)?,
        Data::Shared(pages) => {
            copy.deserialize_read_exact("main", &*pages, pages.len(), true)?;
        }
    }
    open::for_looking(copy)
}
