//! The table `proposals`.

use super::super::Error;
use super::{Reader, Row, Writer};
use crate::model::{Proposal, ProposalId, SourceId, Table};

impl Row for Proposal {
    const TABLE: Table = Table::Proposals;
    const COLUMNS: &'static [&'static str] = &[
        "id",
        "code",
        "title_en",
        "title_nl",
        "summary_en",
        "summary_nl",
        "text",
        "source_id",
        "measure",
        "bindingness",
        "scope",
        "status",
        "verification_en",
        "verification_nl",
        "note",
        "marking",
    ];

    fn read(columns: &mut Reader<'_>) -> Result<Self, Error> {
        Ok(Self {
            id: ProposalId(columns.id()?),
            code: columns.text()?,
            title: columns.bilingual()?,
            summary: columns.bilingual()?,
            text: columns.text()?,
            source: columns.id_or_null()?.map(SourceId),
            measure: columns.keyed_or_null()?,
            bindingness: columns.keyed_or_null()?,
            scope: columns.keyed_or_null()?,
            status: columns.keyed()?,
            verification: columns.bilingual()?,
            note: columns.text()?,
            marking: columns.keyed_or_null()?,
        })
    }

    fn write(&self, columns: &mut Writer) {
        columns
            .id(self.id)
            .text(&self.code)
            .bilingual(&self.title)
            .bilingual(&self.summary)
            .text(&self.text)
            .id_or_null(self.source)
            .keyed_or_null(self.measure)
            .keyed_or_null(self.bindingness)
            .keyed_or_null(self.scope)
            .keyed(self.status)
            .bilingual(&self.verification)
            .text(&self.note)
            .keyed_or_null(self.marking);
    }
}
