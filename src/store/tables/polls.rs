//! The table `polls`.

use super::super::Error;
use super::{Reader, Row, Writer};
use crate::model::{Poll, PollId, ProposalId, Table};

impl Row for Poll {
    const TABLE: Table = Table::Polls;
    const COLUMNS: &'static [&'static str] = &[
        "id",
        "proposal_id",
        "kind",
        "date",
        "champion",
        "support",
        "accept",
        "reserve",
        "object",
        "no_instructions",
        "author",
        "marking",
    ];

    fn read(columns: &mut Reader<'_>) -> Result<Self, Error> {
        Ok(Self {
            id: PollId(columns.id()?),
            proposal: ProposalId(columns.id()?),
            kind: columns.keyed()?,
            date: columns.day()?,
            counts: {
                let mut counts = [0; 6];
                for count in &mut counts {
                    *count = columns.count()?;
                }
                counts
            },
            author: columns.text()?,
            marking: columns.keyed_or_null()?,
        })
    }

    fn write(&self, columns: &mut Writer) {
        columns.id(self.id).id(self.proposal).keyed(self.kind).day(self.date);
        for count in self.counts {
            columns.integer(Some(count.into()));
        }
        columns.text(&self.author).keyed_or_null(self.marking);
    }
}
