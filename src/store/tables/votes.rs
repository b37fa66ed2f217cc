//! The table `votes`.

use super::super::Error;
use super::{Reader, Row, Writer};
use crate::model::{PartyId, RollCallId, Table, Vote, VoteId};

impl Row for Vote {
    const TABLE: Table = Table::Votes;
    const COLUMNS: &'static [&'static str] = &["id", "roll_call_id", "party_id", "ballot"];

    fn read(columns: &mut Reader<'_>) -> Result<Self, Error> {
        Ok(Self {
            id: VoteId(columns.id()?),
            roll_call: RollCallId(columns.id()?),
            party: PartyId(columns.id()?),
            ballot: columns.keyed()?,
        })
    }

    fn write(&self, columns: &mut Writer) {
        columns.id(self.id).id(self.roll_call).id(self.party).keyed(self.ballot);
    }
}
