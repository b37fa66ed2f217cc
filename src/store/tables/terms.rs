//! The table `terms`.

use super::super::Error;
use super::{Reader, Row, Writer};
use crate::model::{SourceId, Table, Term, TermId};

impl Row for Term {
    const TABLE: Table = Table::Terms;
    const COLUMNS: &'static [&'static str] =
        &["id", "forms", "used_by", "sense", "contested", "wording", "source_id", "marking"];

    fn read(columns: &mut Reader<'_>) -> Result<Self, Error> {
        Ok(Self {
            id: TermId(columns.id()?),
            forms: columns.text()?,
            used_by: columns.text()?,
            sense: columns.text()?,
            contested: columns.text()?,
            wording: columns.text()?,
            source: columns.id_or_null()?.map(SourceId),
            marking: columns.keyed_or_null()?,
        })
    }

    fn write(&self, columns: &mut Writer) {
        columns
            .id(self.id)
            .text(&self.forms)
            .text(&self.used_by)
            .text(&self.sense)
            .text(&self.contested)
            .text(&self.wording)
            .id_or_null(self.source)
            .keyed_or_null(self.marking);
    }
}
