//! The table `briefs`.

use super::super::Error;
use super::{Reader, Row, Writer};
use crate::model::{Brief, BriefId, ProposalId, Table};

impl Row for Brief {
    const TABLE: Table = Table::Briefs;
    const COLUMNS: &'static [&'static str] = &[
        "id",
        "proposal_id",
        "objective",
        "acceptable",
        "fallback",
        "red_line",
        "crossed",
        "crossed_reason",
        "instruction",
        "instruction_by",
        "arguments",
        "speaker",
        "marking",
    ];

    fn read(columns: &mut Reader<'_>) -> Result<Self, Error> {
        Ok(Self {
            id: BriefId(columns.id()?),
            proposal: ProposalId(columns.id()?),
            objective: columns.text()?,
            acceptable: columns.text()?,
            fallback: columns.text()?,
            red_line: columns.text()?,
            crossed: columns.flag()?,
            crossed_reason: columns.text()?,
            instruction: columns.keyed()?,
            instruction_by: columns.day_or_null()?,
            arguments: columns.text()?,
            speaker: columns.text()?,
            marking: columns.keyed_or_null()?,
        })
    }

    fn write(&self, columns: &mut Writer) {
        columns
            .id(self.id)
            .id(self.proposal)
            .text(&self.objective)
            .text(&self.acceptable)
            .text(&self.fallback)
            .text(&self.red_line)
            .flag(self.crossed)
            .text(&self.crossed_reason)
            .keyed(self.instruction)
            .day_or_null(self.instruction_by)
            .text(&self.arguments)
            .text(&self.speaker)
            .keyed_or_null(self.marking);
    }
}
