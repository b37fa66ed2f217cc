//! The table `next_steps`.

use super::super::Error;
use super::{Reader, Row, Writer};
use crate::model::{NextStep, NextStepId, PartyId, Table};

impl Row for NextStep {
    const TABLE: Table = Table::NextSteps;
    const COLUMNS: &'static [&'static str] =
        &["id", "party_id", "title", "owner", "due", "done", "outcome", "marking"];

    fn read(columns: &mut Reader<'_>) -> Result<Self, Error> {
        Ok(Self {
            id: NextStepId(columns.id()?),
            party: PartyId(columns.id()?),
            title: columns.text()?,
            owner: columns.text()?,
            due: columns.day_or_null()?,
            done: columns.day_or_null()?,
            outcome: columns.text()?,
            marking: columns.keyed_or_null()?,
        })
    }

    fn write(&self, columns: &mut Writer) {
        columns
            .id(self.id)
            .id(self.party)
            .text(&self.title)
            .text(&self.owner)
            .day_or_null(self.due)
            .day_or_null(self.done)
            .text(&self.outcome)
            .keyed_or_null(self.marking);
    }
}
