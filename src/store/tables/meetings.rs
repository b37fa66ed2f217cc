//! The table `meetings`.

use super::super::Error;
use super::{Reader, Row, Writer};
use crate::model::{Meeting, MeetingId, Table};

impl Row for Meeting {
    const TABLE: Table = Table::Meetings;
    const COLUMNS: &'static [&'static str] =
        &["id", "title", "date", "until", "place", "note", "marking"];

    fn read(columns: &mut Reader<'_>) -> Result<Self, Error> {
        Ok(Self {
            id: MeetingId(columns.id()?),
            title: columns.text()?,
            date: columns.day()?,
            until: columns.day_or_null()?,
            place: columns.text()?,
            note: columns.text()?,
            marking: columns.keyed_or_null()?,
        })
    }

    fn write(&self, columns: &mut Writer) {
        columns
            .id(self.id)
            .text(&self.title)
            .day(self.date)
            .day_or_null(self.until)
            .text(&self.place)
            .text(&self.note)
            .keyed_or_null(self.marking);
    }
}
