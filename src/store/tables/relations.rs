//! The table `relations`.

use super::super::Error;
use super::{Reader, Row, Writer};
use crate::model::{PartyId, Relation, RelationId, SourceId, Table, Trust};

impl Row for Relation {
    const TABLE: Table = Table::Relations;
    const COLUMNS: &'static [&'static str] = &[
        "id",
        "party_id",
        "other_id",
        "trust",
        "date",
        "rationale",
        "source_id",
        "author",
        "marking",
    ];

    fn read(columns: &mut Reader<'_>) -> Result<Self, Error> {
        Ok(Self {
            id: RelationId(columns.id()?),
            parties: [PartyId(columns.id()?), PartyId(columns.id()?)],
            trust: {
                let number = columns.number()?;
                columns.checked(Trust::from_number(number))?
            },
            date: columns.day()?,
            rationale: columns.text()?,
            source: columns.id_or_null()?.map(SourceId),
            author: columns.text()?,
            marking: columns.keyed_or_null()?,
        })
    }

    fn write(&self, columns: &mut Writer) {
        let [party, other] = self.parties;
        columns
            .id(self.id)
            .id(party)
            .id(other)
            .integer(Some(self.trust.number().into()))
            .day(self.date)
            .text(&self.rationale)
            .id_or_null(self.source)
            .text(&self.author)
            .keyed_or_null(self.marking);
    }
}
