//! The table `dossier`: one record.

use super::super::Error;
use super::{Reader, Row, Writer};
use crate::model::{Dossier, DossierId, Table};

impl Row for Dossier {
    const TABLE: Table = Table::Dossier;
    const COLUMNS: &'static [&'static str] = &[
        "id",
        "title",
        "description",
        "template",
        "marking",
        "classification",
        "camp_upper",
        "camp_lower",
        "camp_min_votes",
        "poll_min_answers",
    ];

    fn read(columns: &mut Reader<'_>) -> Result<Self, Error> {
        Ok(Self {
            id: DossierId(columns.id()?),
            title: columns.text()?,
            description: columns.text()?,
            template: columns.text()?,
            marking: columns.keyed()?,
            classification: columns.text()?,
            camp_upper: columns.real()?,
            camp_lower: columns.real()?,
            camp_min_votes: columns.count()?,
            poll_min_answers: columns.count()?,
        })
    }

    fn write(&self, columns: &mut Writer) {
        columns
            .id(self.id)
            .text(&self.title)
            .text(&self.description)
            .text(&self.template)
            .keyed(self.marking)
            .text(&self.classification)
            .real(self.camp_upper)
            .real(self.camp_lower)
            .integer(Some(self.camp_min_votes.into()))
            .integer(Some(self.poll_min_answers.into()));
    }
}
