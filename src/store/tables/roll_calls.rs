//! The table `roll_calls`.

use super::super::Error;
use super::{Reader, Row, Writer};
use crate::model::{RollCall, RollCallId, SourceId, Table};

impl Row for RollCall {
    const TABLE: Table = Table::RollCalls;
    const COLUMNS: &'static [&'static str] =
        &["id", "code", "title_en", "title_nl", "date", "yes_side", "source_id", "note", "marking"];

    fn read(columns: &mut Reader<'_>) -> Result<Self, Error> {
        Ok(Self {
            id: RollCallId(columns.id()?),
            code: columns.text()?,
            title: columns.bilingual()?,
            date: columns.day()?,
            yes_side: columns.keyed_or_null()?,
            source: columns.id_or_null()?.map(SourceId),
            note: columns.text()?,
            marking: columns.keyed_or_null()?,
        })
    }

    fn write(&self, columns: &mut Writer) {
        columns
            .id(self.id)
            .text(&self.code)
            .bilingual(&self.title)
            .day(self.date)
            .keyed_or_null(self.yes_side)
            .id_or_null(self.source)
            .text(&self.note)
            .keyed_or_null(self.marking);
    }
}
