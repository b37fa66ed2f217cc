//! The table `groups`.

use super::super::Error;
use super::{Reader, Row, Writer};
use crate::model::{Group, GroupId, Table};

impl Row for Group {
    const TABLE: Table = Table::Groups;
    const COLUMNS: &'static [&'static str] = &[
        "id",
        "code",
        "name_en",
        "name_nl",
        "kind",
        "description_en",
        "description_nl",
        "note",
        "marking",
    ];

    fn read(columns: &mut Reader<'_>) -> Result<Self, Error> {
        Ok(Self {
            id: GroupId(columns.id()?),
            code: columns.text()?,
            name: columns.bilingual()?,
            kind: columns.keyed()?,
            description: columns.bilingual()?,
            note: columns.text()?,
            marking: columns.keyed_or_null()?,
        })
    }

    fn write(&self, columns: &mut Writer) {
        columns
            .id(self.id)
            .text(&self.code)
            .bilingual(&self.name)
            .keyed(self.kind)
            .bilingual(&self.description)
            .text(&self.note)
            .keyed_or_null(self.marking);
    }
}
