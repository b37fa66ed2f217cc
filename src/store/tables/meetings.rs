//! The table `meetings`.

use super::super::Error;
use super::{Reader, Row, Writer};
use crate::model::{Meeting, MeetingId, Table};

impl Row for Meeting {
    const TABLE: Table = Table::Meetings;
    const COLUMNS: &'static [&'static str] = &[
        "id",
        "kind",
        "title",
        "date",
        "until",
        "time",
        "utc_offset",
        "place",
        "outcome",
        "note",
        "marking",
    ];

    fn read(columns: &mut Reader<'_>) -> Result<Self, Error> {
        Ok(Self {
            id: MeetingId(columns.id()?),
            kind: columns.keyed()?,
            title: columns.text()?,
            date: columns.day()?,
            until: columns.day_or_null()?,
            time: columns.time_or_null()?,
            offset: columns.offset()?,
            place: columns.text()?,
            outcome: columns.keyed()?,
            note: columns.text()?,
            marking: columns.keyed_or_null()?,
        })
    }

    fn write(&self, columns: &mut Writer) {
        columns
            .id(self.id)
            .keyed(self.kind)
            .text(&self.title)
            .day(self.date)
            .day_or_null(self.until)
            .time_or_null(self.time)
            .integer(self.offset.map(Into::into))
            .text(&self.place)
            .keyed(self.outcome)
            .text(&self.note)
            .keyed_or_null(self.marking);
    }
}
