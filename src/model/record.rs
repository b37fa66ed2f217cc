//! A record of any table, for what treats all tables alike: edits, log, merge.

use uuid::Uuid;

use super::{
    Assessment, Dossier, Group, Membership, Party, Position, Proposal, RollCall, Source, Sponsor,
    Vote, keyed,
};

keyed! {
    /// The tables of a dossier.
    pub enum Table as "table" {
        /// One record: the dossier itself.
        Dossier = "dossier",
        /// Parties.
        Parties = "parties",
        /// Groups.
        Groups = "groups",
        /// Memberships.
        Memberships = "memberships",
        /// Sources.
        Sources = "sources",
        /// Proposals.
        Proposals = "proposals",
        /// Sponsors.
        Sponsors = "sponsors",
        /// Positions.
        Positions = "positions",
        /// Assessments.
        Assessments = "assessments",
        /// Roll calls.
        RollCalls = "roll_calls",
        /// Votes.
        Votes = "votes",
    }
}

/// Names one record of one table.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct RecordId {
    /// The table.
    pub table: Table,
    /// The identity of the record in it.
    pub id: Uuid,
}

macro_rules! records {
    ($( $table:ident => $record:ident )+) => {
        /// A record of any table.
        #[derive(Clone, Debug, PartialEq)]
        pub enum Record {
            $(
                #[doc = concat!("A record of the table of [`", stringify!($record), "`].")]
                $record($record),
            )+
        }

        impl Record {
            /// Which record it is.
            pub fn record_id(&self) -> RecordId {
                match self { $( Self::$record(record) => record.record_id(), )+ }
            }
        }

        $(
            impl $record {
                /// Which record it is.
                pub fn record_id(&self) -> RecordId {
                    RecordId { table: Table::$table, id: self.id.into() }
                }
            }

            impl From<$record> for Record {
                fn from(record: $record) -> Self {
                    Self::$record(record)
                }
            }
        )+
    };
}

records! {
    Dossier => Dossier
    Parties => Party
    Groups => Group
    Memberships => Membership
    Sources => Source
    Proposals => Proposal
    Sponsors => Sponsor
    Positions => Position
    Assessments => Assessment
    RollCalls => RollCall
    Votes => Vote
}
