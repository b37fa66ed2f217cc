//! The table `engagements`.

use super::super::Error;
use super::{Reader, Row, Writer};
use crate::model::{Engagement, EngagementId, PartyId, Table};

impl Row for Engagement {
    const TABLE: Table = Table::Engagements;
    const COLUMNS: &'static [&'static str] = &[
        "id",
        "party_id",
        "economic",
        "social",
        "security",
        "development",
        "tags",
        "offer",
        "argument",
        "marking",
    ];

    fn read(columns: &mut Reader<'_>) -> Result<Self, Error> {
        Ok(Self {
            id: EngagementId(columns.id()?),
            party: PartyId(columns.id()?),
            economic: columns.text()?,
            social: columns.text()?,
            security: columns.text()?,
            development: columns.text()?,
            tags: columns.text()?,
            offer: columns.text()?,
            argument: columns.text()?,
            marking: columns.keyed_or_null()?,
        })
    }

    fn write(&self, columns: &mut Writer) {
        columns
            .id(self.id)
            .id(self.party)
            .text(&self.economic)
            .text(&self.social)
            .text(&self.security)
            .text(&self.development)
            .text(&self.tags)
            .text(&self.offer)
            .text(&self.argument)
            .keyed_or_null(self.marking);
    }
}
