//! The table `parties`.

use super::super::Error;
use super::{Reader, Row, Writer};
use crate::model::{Party, PartyId, Table};

impl Row for Party {
    const TABLE: Table = Table::Parties;
    const COLUMNS: &'static [&'static str] = &[
        "id",
        "code",
        "iso2",
        "name_en",
        "name_nl",
        "kind",
        "region",
        "subregion",
        "decides",
        "camp",
        "camp_reason",
        "note",
        "marking",
    ];

    fn read(columns: &mut Reader<'_>) -> Result<Self, Error> {
        Ok(Self {
            id: PartyId(columns.id()?),
            code: columns.text()?,
            iso2: columns.text()?,
            name: columns.bilingual()?,
            kind: columns.keyed()?,
            region: columns.text()?,
            subregion: columns.text()?,
            decides: columns.flag()?,
            camp: columns.keyed_or_null()?,
            camp_reason: columns.text()?,
            note: columns.text()?,
            marking: columns.keyed_or_null()?,
        })
    }

    fn write(&self, columns: &mut Writer) {
        columns
            .id(self.id)
            .text(&self.code)
            .text(&self.iso2)
            .bilingual(&self.name)
            .keyed(self.kind)
            .text(&self.region)
            .text(&self.subregion)
            .flag(self.decides)
            .keyed_or_null(self.camp)
            .text(&self.camp_reason)
            .text(&self.note)
            .keyed_or_null(self.marking);
    }
}
