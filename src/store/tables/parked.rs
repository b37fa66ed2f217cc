//! The table `parked`.

use super::super::Error;
use super::{Reader, Row, Writer};
use crate::model::{Parked, ParkedId, ProposalId, Table};

impl Row for Parked {
    const TABLE: Table = Table::Parked;
    const COLUMNS: &'static [&'static str] =
        &["id", "proposal_id", "text", "author", "made", "resolved", "marking"];

    fn read(columns: &mut Reader<'_>) -> Result<Self, Error> {
        Ok(Self {
            id: ParkedId(columns.id()?),
            proposal: columns.id_or_null()?.map(ProposalId),
            text: columns.text()?,
            author: columns.text()?,
            made: columns.moment()?,
            resolved: columns.flag()?,
            marking: columns.keyed_or_null()?,
        })
    }

    fn write(&self, columns: &mut Writer) {
        columns
            .id(self.id)
            .id_or_null(self.proposal)
            .text(&self.text)
            .text(&self.author)
            .moment(self.made)
            .flag(self.resolved)
            .keyed_or_null(self.marking);
    }
}
