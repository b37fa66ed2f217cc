//! The table `assessments`.

use super::super::Error;
use super::{Reader, Row, Writer};
use crate::model::{Assessment, AssessmentId, ProposalId, Severity, SourceId, Table};

impl Row for Assessment {
    const TABLE: Table = Table::Assessments;
    const COLUMNS: &'static [&'static str] = &[
        "id",
        "proposal_id",
        "obstacle",
        "severity",
        "date",
        "rationale",
        "source_id",
        "author",
        "marking",
    ];

    fn read(columns: &mut Reader<'_>) -> Result<Self, Error> {
        Ok(Self {
            id: AssessmentId(columns.id()?),
            proposal: ProposalId(columns.id()?),
            obstacle: columns.keyed()?,
            severity: match columns.small()? {
                None => None,
                Some(number) => Some(columns.checked(Severity::new(number))?),
            },
            date: columns.day()?,
            rationale: columns.text()?,
            source: columns.id_or_null()?.map(SourceId),
            author: columns.text()?,
            marking: columns.keyed_or_null()?,
        })
    }

    fn write(&self, columns: &mut Writer) {
        columns
            .id(self.id)
            .id(self.proposal)
            .keyed(self.obstacle)
            .integer(self.severity.map(|severity| severity.get().into()))
            .day(self.date)
            .text(&self.rationale)
            .id_or_null(self.source)
            .text(&self.author)
            .keyed_or_null(self.marking);
    }
}
