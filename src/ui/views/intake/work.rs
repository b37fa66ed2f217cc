//! The progress of work on a table, shared with the thread that does it.

use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};

use crate::exchange::intake::Progress;

/// A plan being worked out, or being carried out.
#[derive(Debug, Default)]
pub struct Work {
    done: AtomicUsize,
    of: AtomicUsize,
    stopped: AtomicBool,
}

impl Work {
    /// Reports the progress; returns whether to continue.
    pub fn tell(&self, progress: Progress) -> bool {
        self.done.store(progress.done, Ordering::Relaxed);
        self.of.store(progress.of, Ordering::Relaxed);
        !self.is_stopped()
    }

    /// The progress.
    pub fn progress(&self) -> Progress {
        Progress { done: self.done.load(Ordering::Relaxed), of: self.of.load(Ordering::Relaxed) }
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
