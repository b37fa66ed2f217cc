//! The table `positions`, the only one that can hold close to a million records.

use rusqlite::Connection;

use super::super::Error;
use super::{Reader, Row, Writer, select};
use crate::model::{
    GroupId, NewEntry, PartyId, Position, PositionId, ProposalId, Slot, Snapshot, SourceId,
    Speaker, Table,
};

impl Row for Position {
    const TABLE: Table = Table::Positions;
    const COLUMNS: &'static [&'static str] = &[
        "id",
        "proposal_id",
        "party_id",
        "group_id",
        "stance",
        "date",
        "forum",
        "words",
        "source_id",
        "certainty",
        "salience",
        "condition",
        "replaces",
        "author",
        "marking",
    ];

    fn read(columns: &mut Reader<'_>) -> Result<Self, Error> {
        Ok(Self {
            id: PositionId(columns.id()?),
            proposal: ProposalId(columns.id()?),
            by: {
                let (party, group) = (columns.id_or_null()?, columns.id_or_null()?);
                match (party, group) {
                    (Some(party), None) => Speaker::Party(PartyId(party)),
                    (None, Some(group)) => Speaker::Group(GroupId(group)),
                    _ => return Err(columns.wrong()),
                }
            },
            stance: columns.keyed_or_null()?,
            date: columns.day()?,
            forum: columns.keyed_or_null()?,
            words: columns.text()?,
            source: columns.id_or_null()?.map(SourceId),
            certainty: columns.keyed_or_null()?,
            salience: columns.small()?,
            condition: columns.text()?,
            replaces: columns.id_or_null()?.map(PositionId),
            author: columns.text()?,
            marking: columns.keyed_or_null()?,
        })
    }

    fn write(&self, columns: &mut Writer) {
        columns
            .id(self.id)
            .id(self.proposal)
            .id_or_null(self.by.party())
            .id_or_null(self.by.group())
            .keyed_or_null(self.stance)
            .day(self.date)
            .keyed_or_null(self.forum)
            .text(&self.words)
            .id_or_null(self.source)
            .keyed_or_null(self.certainty)
            .integer(self.salience.map(Into::into))
            .text(&self.condition)
            .id_or_null(self.replaces)
            .text(&self.author)
            .keyed_or_null(self.marking);
    }
}

/// Reads every position: of a party without making a value of it, straight for the
/// ledger; of a group, of which there are few, as a value.
///
/// An entry whose proposal or party is not there is passed over: the check of
/// foreign keys has said so already.
pub(crate) fn each(
    connection: &Connection,
    snapshot: &Snapshot,
    mut each: impl FnMut(&NewEntry<'_>),
    mut of_group: impl FnMut(Position),
) -> Result<(), Error> {
    let mut statement = connection.prepare(&select::<Position>("WHERE deleted = 0 ORDER BY id"))?;
    let mut rows = statement.query([])?;
    // Entries come in runs on the same proposal and source.
    let mut last: (Option<ProposalId>, Option<Slot>) = (None, None);
    while let Some(row) = rows.next()? {
        let mut columns = Reader::new(row, Table::Positions, Position::COLUMNS);
        let id = PositionId(columns.id()?);
        let proposal = ProposalId(columns.id()?);
        if last.0 != Some(proposal) {
            last = (Some(proposal), snapshot.proposals.slot(proposal));
        }
        let Some(party) = columns.id_or_null()? else {
            of_group(Position::read(&mut Reader::new(row, Table::Positions, Position::COLUMNS))?);
            continue;
        };
        let party = snapshot.parties.slot(PartyId(party));
        let (Some(proposal), Some(party)) = (last.1, party) else { continue };
        columns.skip();
        each(&NewEntry {
            id,
            proposal,
            party,
            stance: columns.keyed_or_null()?,
            date: columns.day()?,
            forum: columns.keyed_or_null()?,
            words: columns.str()?,
            source: columns.id_or_null()?.and_then(|id| snapshot.sources.slot(SourceId(id))),
            certainty: columns.keyed_or_null()?,
            salience: columns.small()?,
            condition: columns.str()?,
            replaces: columns.id_or_null()?.map(PositionId),
            author: columns.str()?,
            marking: columns.keyed_or_null()?,
        });
    }
    Ok(())
}
