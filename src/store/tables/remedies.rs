//! The table `remedies`.

use super::super::Error;
use super::{Reader, Row, Writer};
use crate::model::{ProposalId, Remedy, RemedyId, Table};

impl Row for Remedy {
    const TABLE: Table = Table::Remedies;
    const COLUMNS: &'static [&'static str] = &[
        "id",
        "proposal_id",
        "obstacle",
        "title",
        "text",
        "kind",
        "owner",
        "due",
        "status",
        "severity_after",
        "precedent",
        "note",
        "marking",
    ];

    fn read(columns: &mut Reader<'_>) -> Result<Self, Error> {
        Ok(Self {
            id: RemedyId(columns.id()?),
            proposal: ProposalId(columns.id()?),
            obstacle: columns.keyed()?,
            title: columns.text()?,
            text: columns.text()?,
            kind: columns.keyed_or_null()?,
            owner: columns.text()?,
            due: columns.day_or_null()?,
            status: columns.keyed()?,
            severity_after: columns.severity()?,
            precedent: columns.text()?,
            note: columns.text()?,
            marking: columns.keyed_or_null()?,
        })
    }

    fn write(&self, columns: &mut Writer) {
        columns
            .id(self.id)
            .id(self.proposal)
            .keyed(self.obstacle)
            .text(&self.title)
            .text(&self.text)
            .keyed_or_null(self.kind)
            .text(&self.owner)
            .day_or_null(self.due)
            .keyed(self.status)
            .severity(self.severity_after)
            .text(&self.precedent)
            .text(&self.note)
            .keyed_or_null(self.marking);
    }
}
