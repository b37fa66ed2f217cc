//! The table `concerns`.

use super::super::Error;
use super::{Reader, Row, Writer};
use crate::model::{AssessmentId, Concern, ConcernId, PartyId, Table};

impl Row for Concern {
    const TABLE: Table = Table::Concerns;
    const COLUMNS: &'static [&'static str] = &["id", "assessment_id", "party_id"];

    fn read(columns: &mut Reader<'_>) -> Result<Self, Error> {
        Ok(Self {
            id: ConcernId(columns.id()?),
            assessment: AssessmentId(columns.id()?),
            party: PartyId(columns.id()?),
        })
    }

    fn write(&self, columns: &mut Writer) {
        columns.id(self.id).id(self.assessment).id(self.party);
    }
}
