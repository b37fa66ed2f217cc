//! Distinguishes the states of a table.

use std::sync::atomic::{AtomicU64, Ordering};

static NEXT: AtomicU64 = AtomicU64::new(1);

/// Identifies a state of a table. Every change gives the table a new revision, unique across all
/// tables and dossiers and larger than those before, so equal revisions mean equal content. A
/// clone keeps its revision until it is changed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Revision(u64);

impl Revision {
    /// A revision that has never been used.
    pub(super) fn next() -> Self {
        Self(NEXT.fetch_add(1, Ordering::Relaxed))
    }
}
