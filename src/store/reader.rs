//! Threads that read an open dossier besides the one that has it: a copy in memory, from which what
//! may be seen is read, since the file itself is locked for one connection, which the window needs;
//! and the file once more, of which both read half.

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

/// How many steps of the database are taken between two questions whether to go on.
const STEPS: i32 = 10_000;

/// A copy of a dossier in memory, made when it is first read. Nothing of it reaches a disk.
#[derive(Debug)]
pub struct Reader {
    from: From,
}

/// What is read.
#[derive(Debug)]
enum From {
    /// A file that this process has open, still to be copied.
    File { path: PathBuf, identity: FileIdentity, passphrase: Option<Passphrase>, turn: Turn },
    /// The copy.
    Copy(Connection),
}

/// Whose turn it is with a file that is open for writing: whoever writes it, or copies it. The
/// value says whether it is open.
#[derive(Clone, Debug)]
pub(super) struct Turn(Arc<Mutex<bool>>);

impl Turn {
    /// Waits until nobody else is at it.
    pub(super) fn wait(&self) -> MutexGuard<'_, bool> {
        // A copy that broke off has changed nothing.
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Says that the file is open until it is dropped, which waits for whoever copies it: afterwards
/// others may write it.
#[derive(Debug)]
pub(super) struct Opened(Turn);

impl Default for Opened {
    fn default() -> Self {
        Self(Turn(Arc::new(Mutex::new(true))))
    }
}

impl Opened {
    /// To wait for one's turn.
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
    /// A copy of it in memory, for another thread to read what may be seen. That thread makes it,
    /// unless others may write the file or there is none.
    ///
    /// # Errors
    /// If there is no memory for it.
    pub(crate) fn reader(&mut self) -> Result<Reader, Error> {
        // The database opens a file once more by its name, which has to be text for that.
        let named = std::path::absolute(&self.path).is_ok_and(|path| path.to_str().is_some());
        let Some((_, state)) = self.left.as_ref().filter(|_| named) else {
            return Reader::of(&mut self.connection);
        };
        let (path, passphrase) = (self.path.clone(), self.access.passphrase.clone());
        Ok(Reader::later(path, state.identity(), passphrase, self.opened.turn()))
    }

    /// Opens the file once more for reading, if reading it takes so long that two threads are worth
    /// their while. Only a file that nobody else may write can be read by two.
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
    /// Of a file that this process has open, which is copied by whoever reads: that takes a
    /// noticeable time if it is large.
    fn later(
        path: PathBuf,
        identity: FileIdentity,
        passphrase: Option<Passphrase>,
        turn: Turn,
    ) -> Self {
        Self { from: From::File { path, identity, passphrase, turn } }
    }

    /// Copies a dossier that others may write, or that is in no file, at once.
    fn of(connection: &mut Connection) -> Result<Self, Error> {
        Ok(Self { from: From::Copy(copied(connection)?) })
    }

    /// Reads what may be seen under a ceiling, with a query of its own. `stopped` is asked now and
    /// then whether to give up; `pulse` is told how many records have been read, and of how many.
    ///
    /// # Errors
    /// [`Error::Stopped`] if it was stopped or the dossier is no longer open, [`Error::Replaced`]
    /// if the file is another one, and if it cannot be read. Then nothing may be shown.
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
                // A write was cut off, and only who opens the file anew undoes it.
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
