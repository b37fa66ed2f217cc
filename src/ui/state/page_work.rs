//! How far a page has come that is being made, shared with the thread that does it; and what is to
//! be seen of one before.

use std::sync::atomic::{AtomicBool, AtomicU8, AtomicUsize, Ordering};

use crate::report::Request;

/// A sheet of a page that is to be looked at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SheetWanted {
    /// The page.
    pub request: Request,
    /// The place of the sheet.
    pub sheet: usize,
    /// How wide it is drawn, in pixels.
    pub wide: u16,
    /// How high it is drawn at most, in pixels.
    pub highest: u16,
}

/// What is being done to a page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stage {
    /// Reading what may be seen: how many records have been, and of how many; of none as long as
    /// that is not known.
    Reading(usize, usize),
    /// Making the page.
    Making,
    /// Writing it.
    Writing,
    /// Nobody waits for it any more.
    Stopping,
}

/// A page that is being made.
#[derive(Debug, Default)]
pub struct PageWork {
    // The place of the stage in the list of them.
    stage: AtomicU8,
    done: AtomicUsize,
    of: AtomicUsize,
    stopped: AtomicBool,
}

impl PageWork {
    /// Tells how many records have been read, and of how many.
    pub fn tell(&self, done: usize, of: usize) {
        self.done.store(done, Ordering::Relaxed);
        self.of.store(of, Ordering::Relaxed);
    }

    /// Says that everything has been read, and the page is being made.
    pub fn make(&self) {
        self.stage.store(1, Ordering::Relaxed);
    }

    /// Says that the page is made, and is being written.
    pub fn write(&self) {
        self.stage.store(2, Ordering::Relaxed);
    }

    /// How far it has come.
    pub fn stage(&self) -> Stage {
        match self.stage.load(Ordering::Relaxed) {
            _ if self.is_stopped() => Stage::Stopping,
            0 => Stage::Reading(self.done.load(Ordering::Relaxed), self.of.load(Ordering::Relaxed)),
            1 => Stage::Making,
            _ => Stage::Writing,
        }
    }

    /// Stops it: nobody waits for it any more.
    pub fn stop(&self) {
        self.stopped.store(true, Ordering::Relaxed);
    }

    /// Whether nobody waits for it any more.
    pub fn is_stopped(&self) -> bool {
        self.stopped.load(Ordering::Relaxed)
    }
}
