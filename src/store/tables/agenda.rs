//! The table `agenda`.

use super::super::Error;
use super::{Reader, Row, Writer};
use crate::model::{AgendaItem, AgendaItemId, MeetingId, ProposalId, Table};

impl Row for AgendaItem {
    const TABLE: Table = Table::Agenda;
    const COLUMNS: &'static [&'static str] = &["id", "meeting_id", "proposal_id"];

    fn read(columns: &mut Reader<'_>) -> Result<Self, Error> {
        Ok(Self {
            id: AgendaItemId(columns.id()?),
            meeting: MeetingId(columns.id()?),
            proposal: ProposalId(columns.id()?),
        })
    }

    fn write(&self, columns: &mut Writer) {
        columns.id(self.id).id(self.meeting).id(self.proposal);
    }
}
