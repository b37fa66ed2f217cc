//! The table `sponsors`.

use super::super::Error;
use super::{Reader, Row, Writer};
use crate::model::{PartyId, ProposalId, Sponsor, SponsorId, Table};

impl Row for Sponsor {
    const TABLE: Table = Table::Sponsors;
    const COLUMNS: &'static [&'static str] = &["id", "proposal_id", "party_id", "main"];

    fn read(columns: &mut Reader<'_>) -> Result<Self, Error> {
        Ok(Self {
            id: SponsorId(columns.id()?),
            proposal: ProposalId(columns.id()?),
            party: PartyId(columns.id()?),
            main: columns.flag()?,
        })
    }

    fn write(&self, columns: &mut Writer) {
        columns.id(self.id).id(self.proposal).id(self.party).flag(self.main);
    }
}
