//! The progress of a page being made, shared with the thread that does it; and the request for a
//! preview.

use std::sync::atomic::{AtomicBool, AtomicU8, AtomicUsize, Ordering};

use crate::report::Request;

/// A sheet of a page to be previewed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SheetWanted {
    /// The page.
    pub request: Request,
    /// The index of the sheet.
    pub sheet: usize,
    /// The width to draw it at, in pixels.
    pub wide: u16,
    /// The greatest height to draw it at, in pixels.
    pub highest: u16,
}

/// The stage of a page being made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stage {
    /// Reading what may be seen: how many records have been read, and of how many; zero until that
    /// is known.
    Reading(usize, usize),
    /// Making the page.
    Making,
    /// Writing it.
    Writing,
    /// Nobody is waiting for it any more.
    Stopping,
}

/// A page being made.
#[derive(Debug, Default)]
pub struct PageWork {
    // The index of the stage.
    stage: AtomicU8,
    done: AtomicUsize,
    of: AtomicUsize,
    stopped: AtomicBool,
}

impl PageWork {
    /// Reports how many records have been read, and of how many.
    pub fn tell(&self, done: usize, of: usize) {
        self.done.store(done, Ordering::Relaxed);
        self.of.store(of, Ordering::Relaxed);
    }

    /// Reports that everything has been read, and the page is being made.
    pub fn make(&self) {
        self.stage.store(1, Ordering::Relaxed);
    }

    /// Reports that the page is made, and is being written.
    pub fn write(&self) {
        self.stage.store(2, Ordering::Relaxed);
    }

    /// Its progress.
    pub fn stage(&self) -> Stage {
        match self.stage.load(Ordering::Relaxed) {
            _ if self.is_stopped() => Stage::Stopping,
            0 => Stage::Reading(self.done.load(Ordering::Relaxed), self.of.load(Ordering::Relaxed)),
            1 => Stage::Making,
            _ => Stage::Writing,
        }
    }

    /// Stops it: nobody is waiting for it any more.
    pub fn stop(&self) {
        self.stopped.store(true, Ordering::Relaxed);
    }

    /// Whether nobody is waiting for it any more.
    pub fn is_stopped(&self) -> bool {
        self.stopped.load(Ordering::Relaxed)
    }
}
