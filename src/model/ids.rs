//! Identities of records: one type per table, so that they cannot be mixed up.

use std::fmt;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, SystemTime};

use serde::Serialize;
use uuid::{NoContext, Timestamp, Uuid};

use super::columns::parse_id;
use super::describe::{Columns, Holds, InColumns, Names, New, Value};
use super::{RecordId, Table, with_arenas};

/// A new identity. It sorts after those made before it on this machine.
pub fn fresh_id() -> Uuid {
    id_at(SystemTime::now())
}

/// A new identity at this time. Version 7 counts from 1970, but a machine with an empty battery
/// may start with an earlier date; then a counter keeps the order.
fn id_at(now: SystemTime) -> Uuid {
    static BEFORE: AtomicU64 = AtomicU64::new(0);
    if now.duration_since(SystemTime::UNIX_EPOCH).is_ok() {
        return Uuid::now_v7();
    }
    let since = Duration::from_millis(BEFORE.fetch_add(1, Ordering::Relaxed));
    Uuid::new_v7(Timestamp::from_unix(NoContext, since.as_secs(), since.subsec_nanos()))
}

macro_rules! ids {
    ($( $(#[$meta:meta])* $name:ident in $table:ident )+) => { $(
        $(#[$meta])*
        #[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
        #[serde(transparent)]
        pub struct $name(pub Uuid);

        impl $name {
            /// A new identity. It sorts after those made before it on this machine.
            #[expect(clippy::new_without_default, reason = "a default identity would be a trap")]
            pub fn new() -> Self {
                Self(fresh_id())
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                fmt::Display::fmt(&self.0, f)
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, concat!(stringify!($name), "({})"), self.0)
            }
        }

        $crate::model::columns::one_column! {
            $name: Holds::Id(Table::$table),
                |value| parse_id($crate::model::columns::text(&value)?).map($name),
                |id| Value::Text(id.0.to_string().into());
        }

        impl Names for $name {
            fn each(&self, found: &mut dyn FnMut(usize, RecordId)) {
                found(0, (*self).into());
            }

            fn rename(&mut self, new: &mut New<'_>) {
                self.0 = new((*self).into());
            }
        }

        impl From<$name> for Uuid {
            fn from(id: $name) -> Uuid {
                id.0
            }
        }

        impl From<$name> for RecordId {
            fn from(id: $name) -> RecordId {
                RecordId { table: Table::$table, id: id.0 }
            }
        }
    )+ };
}

macro_rules! of_tables {
    ($( $field:ident $table:ident $record:ident $id:ident )+) => {
        ids! {
            /// The identity of a dossier; copies of one file share it.
            DossierId in Dossier
            /// The identity of one dated entry on the stance of a party or a group.
            PositionId in Positions
            $(
                #[doc = concat!("Names a [`", stringify!($record), "`](super::", stringify!($record), ").")]
                $id in $table
            )+
        }
    };
}

with_arenas!(of_tables);

/// An identity that does not reveal when it was made; `None` if the system has no randomness to
/// offer.
pub fn timeless_id() -> Option<Uuid> {
    let mut bytes = [0; 16];
    getrandom::fill(&mut bytes).ok()?;
    Some(uuid::Builder::from_random_bytes(bytes).into_uuid())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_clock_before_1970_gives_identities_in_order() {
        let early = SystemTime::UNIX_EPOCH - Duration::from_secs(3600);
        let ids: Vec<_> = (0..100).map(|_| id_at(early)).collect();
        assert!(ids.is_sorted_by(|one, next| one < next), "{ids:?}");
        assert!(ids.iter().all(|id| id.get_version_num() == 7 && *id < fresh_id()));
    }
}
