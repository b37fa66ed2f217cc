//! Telling one state of a table from every other one.

use std::sync::atomic::{AtomicU64, Ordering};

static NEXT: AtomicU64 = AtomicU64::new(1);

/// A state of a table. Each change of a record gives its table a new one that no other table
/// of any dossier had before, so what has the same revision is the same; copies that were not
/// changed since have it too. They grow.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Revision(u64);

impl Revision {
    /// One that nothing had before.
    pub(super) fn next() -> Self {
        Self(NEXT.fetch_add(1, Ordering::Relaxed))
    }
}
