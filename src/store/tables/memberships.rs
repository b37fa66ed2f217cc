//! The table `memberships`.

use super::super::Error;
use super::{Reader, Row, Writer};
use crate::model::{GroupId, Membership, MembershipId, PartyId, Table};

impl Row for Membership {
    const TABLE: Table = Table::Memberships;
    const COLUMNS: &'static [&'static str] =
        &["id", "group_id", "party_id", "since", "until", "note"];

    fn read(columns: &mut Reader<'_>) -> Result<Self, Error> {
        Ok(Self {
            id: MembershipId(columns.id()?),
            group: GroupId(columns.id()?),
            party: PartyId(columns.id()?),
            since: columns.partial_date()?,
            until: columns.partial_date()?,
            note: columns.text()?,
        })
    }

    fn write(&self, columns: &mut Writer) {
        columns
            .id(self.id)
            .id(self.group)
            .id(self.party)
            .partial_date(self.since)
            .partial_date(self.until)
            .text(&self.note);
    }
}
