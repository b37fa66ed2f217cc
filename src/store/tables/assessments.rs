//! The table `assessments`.

use super::super::Error;
use super::{Reader, Row, Writer};
use crate::model::{Assessment, AssessmentId, ProposalId, SourceId, Table};

impl Row for Assessment {
    const TABLE: Table = Table::Assessments;
    const COLUMNS: &'static [&'static str] = &[
        "id",
        "proposal_id",
        "obstacle",
        "severity",
        "date",
        "rationale",
        "answer_1",
        "answer_2",
        "answer_3",
        "source_id",
        "author",
        "marking",
    ];

    fn read(columns: &mut Reader<'_>) -> Result<Self, Error> {
        Ok(Self {
            id: AssessmentId(columns.id()?),
            proposal: ProposalId(columns.id()?),
            obstacle: columns.keyed()?,
            severity: columns.severity()?,
            date: columns.day()?,
            rationale: columns.text()?,
            answers: [columns.text()?, columns.text()?, columns.text()?],
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
            .severity(self.severity)
            .day(self.date)
            .text(&self.rationale)
            .text(&self.answers[0])
            .text(&self.answers[1])
            .text(&self.answers[2])
            .id_or_null(self.source)
            .text(&self.author)
            .keyed_or_null(self.marking);
    }
}
