//! The figures computed from a dossier, each once for each state of its inputs.
//!
//! [`Figures`] belong to one state of the dossier, one day and one language. Each figure is
//! computed when it is first asked for. [`Figures::follow`] gives the figures of another state: a
//! figure is kept if nothing it rests on changed, updated if that is cheaper than computing it, and
//! otherwise computed again when it is asked for. So editing a note recomputes nothing, and
//! changing the language only the order of names.
//!
//! Figures hold the state they belong to, which costs next to nothing because clones of a snapshot
//! share everything unchanged. They can therefore be computed on any thread, and never see half an
//! edit.

mod order;
#[cfg(test)]
mod tests;

use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, OnceLock};

use chrono::NaiveDate;

pub(crate) use order::shared_prefix;
pub use order::{ByCode, ByName};

use super::{Camps, Coalition, Heat, Relations, TermIndex, Totals, camps, heat, relations};
use crate::model::{Arena, Dossier, Keyed, Ledger, Slot, Snapshot, Table};
use crate::text::Text;

/// Distinguishes one state of the figures from all others, including those of a previously open
/// dossier.
pub type Version = u64;

static NEXT_VERSION: AtomicU64 = AtomicU64::new(0);

/// The days that figures are computed for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Days {
    /// The day shown.
    pub as_of: NaiveDate,
    /// The earlier day from which a trend is measured.
    pub since: NaiveDate,
}

/// A figure that may be updated instead of computed again.
trait Follows: Sized {
    /// The figure in a later state, if updating is cheaper than computing it again.
    fn follow(&self, before: &Figures, now: &Figures) -> Option<Self>;
}

/// Records of one kind, two states of which can be compared.
trait Ground {
    type Record;

    /// Whether the same records exist, and are equal in the fields that count.
    fn is_same(&self, before: &Self, same: impl Fn(&Self::Record, &Self::Record) -> bool) -> bool;

    /// How many there are.
    fn size(&self) -> usize;
}

impl<K: Copy + Eq + std::hash::Hash, T> Ground for Arena<K, T> {
    type Record = T;

    fn is_same(&self, before: &Self, same: impl Fn(&T, &T) -> bool) -> bool {
        self.changes(before).all(|(_, was, is)| match (was, is) {
            (Some(was), Some(is)) => same(was, is),
            (was, is) => was.is_none() && is.is_none(),
        })
    }

    fn size(&self) -> usize {
        self.len()
    }
}

/// All entries of the ledger. Every field of them counts.
struct Entries {
    id: (),
}

impl Ground for Ledger {
    type Record = Entries;

    fn is_same(&self, before: &Self, _: impl Fn(&Entries, &Entries) -> bool) -> bool {
        self.changes(before).next().is_none()
    }

    fn size(&self) -> usize {
        self.len()
    }
}

impl Ground for Dossier {
    type Record = Self;

    fn is_same(&self, before: &Self, same: impl Fn(&Self, &Self) -> bool) -> bool {
        same(before, self)
    }

    fn size(&self) -> usize {
        1
    }
}

/// Declares figures, each with everything it rests on: tables with the fields that count, the days
/// and the language, and other figures. Adding or removing a record always counts; a table listed
/// without fields is there for that alone.
macro_rules! figures {
    ($(
        $(#[$doc:meta])*
        $name:ident: $kind:ty {
            rests on $( $table:ident($( $field:ident ),*) )+;
            $( on the $( $asked:ident )+; )?
            $( and the $( $other:ident )+; )?
            is |$it:ident| $build:expr;
        }
    )+) => {
        /// The figures of one state of a dossier; see the module.
        #[derive(Clone, Debug)]
        pub struct Figures {
            snapshot: Snapshot,
            days: Days,
            text: Text,
            version: Version,
            // Set by the thread that starts building them.
            begun: OnceLock<()>,
            $( $name: OnceLock<Arc<$kind>>, )+
        }

        impl Figures {
            /// The figures of a state of the dossier, none of them computed yet.
            pub fn new(snapshot: &Snapshot, days: Days, text: Text) -> Self {
                Self {
                    snapshot: snapshot.clone(),
                    days,
                    text,
                    version: NEXT_VERSION.fetch_add(1, Ordering::Relaxed),
                    begun: OnceLock::new(),
                    $( $name: OnceLock::new(), )+
                }
            }

            /// The figures of another state, keeping what did not change.
            #[must_use]
            pub fn follow(&self, snapshot: &Snapshot, days: Days, text: Text) -> Self {
                let now = Self::new(snapshot, days, text);
                $(
                    if let Some(kept) = self.$name.get() {
                        let same = true
                            $( && now.snapshot.$table.is_same(&self.snapshot.$table, |was, is| {
                                // After a dossier is read afresh, the slot may hold another
                                // record.
                                was.id == is.id $( && was.$field == is.$field )*
                            }) )+
                            $( $( && now.$asked() == self.$asked() )+ )?
                            $( $( && now.$other() == self.$other() )+ )?;
                        let kept = if same {
                            Some(kept.clone())
                        } else {
                            kept.follow(self, &now).map(Arc::new)
                        };
                        if let Some(kept) = kept {
                            let _ = now.$name.set(kept);
                        }
                    }
                )+
                now
            }

            $(
                $(#[$doc])*
                pub fn $name(&self) -> &$kind {
                    let $it = self;
                    self.$name.get_or_init(|| Arc::new($build))
                }
            )+

            /// Computes all of them.
            pub fn build(&self) {
                $( self.$name(); )+
                self.totals();
            }

            /// Computes those that rest on few records.
            fn settle(&self) {
                $(
                    if self.$name.get().is_none()
                        && 0 $( + self.snapshot.$table.size() )+ <= FEW
                    {
                        self.$name();
                    }
                )+
            }

            /// Whether all of them are computed; columns of the matrix may still be uncounted.
            pub fn are_there(&self) -> bool {
                true $( && self.$name.get().is_some() )+
            }

            /// The names of the figures shared with an earlier state.
            #[cfg(test)]
            fn shared(&self, before: &Self) -> Vec<&'static str> {
                let mut shared = Vec::new();
                $(
                    if let (Some(is), Some(was)) = (self.$name.get(), before.$name.get())
                        && Arc::ptr_eq(is, was)
                    {
                        shared.push(stringify!($name));
                    }
                )+
                shared
            }
        }
    };
}

figures! {
    /// The camps of the parties.
    camps: Camps {
        rests on dossier(camp_upper, camp_lower, camp_min_votes)
            parties(camp)
            roll_calls(yes_side)
            votes(roll_call, party, ballot);
        is |it| camps(&it.snapshot);
    }

    /// The stance of every party on every proposal.
    coalition: Coalition {
        rests on proposals()
            parties(decides)
            memberships(group, party, since, until)
            positions()
            group_positions(proposal, by, stance, date, replaces);
        on the as_of;
        and the camps;
        is |it| Coalition::new(&it.snapshot, it.days.as_of, it.camps_kept());
    }

    /// How much each obstacle hinders each proposal.
    heat: Heat {
        rests on proposals()
            assessments(proposal, obstacle, severity, date)
            remedies(proposal, obstacle, status, severity_after);
        on the as_of since;
        is |it| heat(&it.snapshot, it.days.as_of, it.days.since);
    }

    /// Which parties trust each other, and which do not.
    relations: Relations {
        rests on relations(parties, trust, date);
        on the as_of;
        is |it| relations(&it.snapshot, it.days.as_of);
    }

    /// The contested terms to look for in texts.
    terms: TermIndex {
        rests on terms(forms);
        is |it| TermIndex::new(&it.snapshot);
    }

    /// The proposals in the order of their codes.
    by_code: ByCode {
        rests on proposals(code);
        is |it| ByCode::new(&it.snapshot);
    }

    /// The parties in the order of their names.
    by_name: ByName {
        rests on parties(name);
        on the text;
        is |it| ByName::new(&it.snapshot, it.text);
    }
}

impl Figures {
    /// Whether they belong to this state, these days and this language.
    pub fn are_of(&self, snapshot: &Snapshot, days: Days, text: Text) -> bool {
        self.days == days && self.text == text && self.snapshot.is_state_of(snapshot)
    }

    /// The state of the dossier they belong to.
    pub fn snapshot(&self) -> &Snapshot {
        &self.snapshot
    }

    /// The day that is shown.
    pub fn as_of(&self) -> NaiveDate {
        self.days.as_of
    }

    /// The day from which trends are measured.
    pub fn since(&self) -> NaiveDate {
        self.days.since
    }

    /// The language in which names are sorted.
    pub fn text(&self) -> Text {
        self.text
    }

    /// Distinguishes one state of the figures from another, for caches built on them.
    pub fn version(&self) -> Version {
        self.version
    }

    /// The proposals in the order of their codes.
    pub fn proposals(&self) -> &[Slot] {
        &self.by_code().slots
    }

    /// The parties in the order of their names.
    pub fn parties(&self) -> &[Slot] {
        &self.by_name().0
    }

    /// A code without the prefix that all codes share.
    pub fn short_code<'a>(&self, code: &'a str) -> &'a str {
        code.strip_prefix(&self.by_code().prefix).unwrap_or(code)
    }

    /// The sums over all columns of the matrix.
    pub fn totals(&self) -> &Totals {
        self.coalition().totals()
    }

    /// The sums over all columns of the matrix; `None` while another thread is still counting.
    pub fn counted(&self) -> Option<&Totals> {
        if self.is_large() {
            // Calling it would wait for that thread.
            self.coalition.get().and_then(|coalition| coalition.counted_totals())
        } else {
            Some(self.totals())
        }
    }

    /// Whether they can be used while a frame is drawn. Computes on the spot what takes no time;
    /// the rest of a large dossier has to be [built](Self::build) on another thread.
    pub fn are_ready(&self) -> bool {
        if !self.is_large() {
            return true;
        }
        self.settle();
        if !self.are_there() {
            return false;
        }
        if self.coalition().counted_totals().is_none() && self.coalition().left() <= AT_ONCE {
            self.totals();
        }
        true
    }

    /// Whether nobody has started building them; a caller that gets `true` has to do it.
    pub fn begin(&self) -> bool {
        self.begun.set(()).is_ok()
    }

    /// Whether computing all of them may take longer than a frame.
    fn is_large(&self) -> bool {
        let few = |table: &Table| self.snapshot.count(*table) <= FEW;
        !Table::ALL.iter().all(few)
    }

    fn camps_kept(&self) -> Arc<Camps> {
        self.camps();
        self.camps.get().cloned().unwrap_or_default()
    }
}

impl Follows for Coalition {
    fn follow(&self, before: &Figures, now: &Figures) -> Option<Self> {
        let (as_of, camps) = (now.days.as_of, now.camps_kept());
        let later = self.later(&before.snapshot, &now.snapshot, as_of, camps.clone());
        // If nothing can be kept, columns are counted on demand.
        Some(later.unwrap_or_else(|| Self::new(&now.snapshot, as_of, camps)))
    }
}

/// Figures that rest on at most this many records are computed within a frame.
const FEW: usize = 10_000;

/// At most this many columns of the matrix are counted within a frame.
const AT_ONCE: usize = 250;

/// Figures for which updating would not be faster than computing them again.
macro_rules! anew {
    ($( $kind:ty )+) => { $(
        impl Follows for $kind {
            fn follow(&self, _: &Figures, _: &Figures) -> Option<Self> {
                None
            }
        }
    )+ };
}
anew! { Camps Heat Relations TermIndex }
