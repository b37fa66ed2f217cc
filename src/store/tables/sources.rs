//! The table `sources`.

use super::super::Error;
use super::{Reader, Row, Writer};
use crate::model::{Source, SourceId, Table};

impl Row for Source {
    const TABLE: Table = Table::Sources;
    const COLUMNS: &'static [&'static str] =
        &["id", "symbol", "title", "issuer", "date", "kind", "link", "note", "marking"];

    fn read(columns: &mut Reader<'_>) -> Result<Self, Error> {
        Ok(Self {
            id: SourceId(columns.id()?),
            symbol: columns.text()?,
            title: columns.text()?,
            issuer: columns.text()?,
            date: columns.partial_date()?,
            kind: columns.keyed()?,
            link: columns.text()?,
            note: columns.text()?,
            marking: columns.keyed_or_null()?,
        })
    }

    fn write(&self, columns: &mut Writer) {
        columns
            .id(self.id)
            .text(&self.symbol)
            .text(&self.title)
            .text(&self.issuer)
            .partial_date(self.date)
            .keyed(self.kind)
            .text(&self.link)
            .text(&self.note)
            .keyed_or_null(self.marking);
    }
}
