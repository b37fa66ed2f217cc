//! The table `aim_tags`.

use super::super::Error;
use super::{Reader, Row, Writer};
use crate::model::{AimTag, AimTagId, ProposalId, Table};

impl Row for AimTag {
    const TABLE: Table = Table::AimTags;
    const COLUMNS: &'static [&'static str] = &["id", "proposal_id", "aim"];

    fn read(columns: &mut Reader<'_>) -> Result<Self, Error> {
        Ok(Self {
            id: AimTagId(columns.id()?),
            proposal: ProposalId(columns.id()?),
            aim: columns.keyed()?,
        })
    }

    fn write(&self, columns: &mut Writer) {
        columns.id(self.id).id(self.proposal).keyed(self.aim);
    }
}
