//! The table `comments`.

use super::super::Error;
use super::{Reader, Row, Writer};
use crate::model::{Comment, CommentId, RecordId, Table};

impl Row for Comment {
    const TABLE: Table = Table::Comments;
    const COLUMNS: &'static [&'static str] = &[
        "id",
        "table_name",
        "record_id",
        "answers",
        "text",
        "author",
        "made",
        "resolved",
        "marking",
    ];

    fn read(columns: &mut Reader<'_>) -> Result<Self, Error> {
        Ok(Self {
            id: CommentId(columns.id()?),
            about: RecordId { table: columns.keyed()?, id: columns.id()? },
            answers: columns.id_or_null()?.map(CommentId),
            text: columns.text()?,
            author: columns.text()?,
            made: columns.moment()?,
            resolved: columns.flag()?,
            marking: columns.keyed_or_null()?,
        })
    }

    fn write(&self, columns: &mut Writer) {
        columns
            .id(self.id)
            .keyed(self.about.table)
            .id(self.about.id)
            .id_or_null(self.answers)
            .text(&self.text)
            .text(&self.author)
            .moment(self.made)
            .flag(self.resolved)
            .keyed_or_null(self.marking);
    }
}
