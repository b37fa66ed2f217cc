//! The table `slides`.

use super::super::Error;
use super::{Reader, Row, Writer};
use crate::model::{ProposalId, Slide, SlideId, Table};

impl Row for Slide {
    const TABLE: Table = Table::Slides;
    const COLUMNS: &'static [&'static str] = &[
        "id",
        "rank",
        "kind",
        "proposal_id",
        "obstacle",
        "camp",
        "region",
        "since",
        "title",
        "text",
        "marking",
    ];

    fn read(columns: &mut Reader<'_>) -> Result<Self, Error> {
        Ok(Self {
            id: SlideId(columns.id()?),
            rank: columns.count()?,
            kind: columns.keyed()?,
            proposal: columns.id_or_null()?.map(ProposalId),
            obstacle: columns.keyed_or_null()?,
            camp: columns.keyed_or_null()?,
            region: columns.text()?,
            since: columns.day_or_null()?,
            title: columns.text()?,
            text: columns.text()?,
            marking: columns.keyed_or_null()?,
        })
    }

    fn write(&self, columns: &mut Writer) {
        columns
            .id(self.id)
            .integer(Some(self.rank.into()))
            .keyed(self.kind)
            .id_or_null(self.proposal)
            .keyed_or_null(self.obstacle)
            .keyed_or_null(self.camp)
            .text(&self.region)
            .day_or_null(self.since)
            .text(&self.title)
            .text(&self.text)
            .keyed_or_null(self.marking);
    }
}
