//! The table `positions`, the only one that can have close to a million records.

use rusqlite::Connection;

use super::super::Error;
use super::{Reader, select};
use crate::model::{NewEntry, PartyId, Position, PositionId, ProposalId, Slot, Snapshot, SourceId};

/// Reads every position. One of a party goes straight to the ledger without becoming a
/// `Position`; one of a group, of which there are few, becomes one.
///
/// An entry whose proposal or party is missing is skipped: the foreign key check has reported it
/// already.
pub(crate) fn each(
    connection: &Connection,
    snapshot: &Snapshot,
    mut each: impl FnMut(&NewEntry<'_>),
    mut of_group: impl FnMut(Position),
) -> Result<(), Error> {
    let mut statement = connection.prepare(&select::<Position>("WHERE deleted = 0 ORDER BY id"))?;
    let mut rows = statement.query([])?;
    // Consecutive entries are often on the same proposal.
    let mut last: (Option<ProposalId>, Option<Slot>) = (None, None);
    while let Some(row) = rows.next()? {
        let mut columns = Reader::new(row);
        let columns = &mut columns;
        let id: PositionId = columns.field::<Position, _>()?;
        let proposal: ProposalId = columns.field::<Position, _>()?;
        if last.0 != Some(proposal) {
            last = (Some(proposal), snapshot.proposals.slot(proposal));
        }
        let Some(party) = columns.field::<Position, Option<PartyId>>()? else {
            of_group(Reader::new(row).record()?);
            continue;
        };
        let party = snapshot.parties.slot(party);
        let (Some(proposal), Some(party)) = (last.1, party) else { continue };
        columns.skip();
        each(&NewEntry {
            id,
            proposal,
            party,
            stance: columns.field::<Position, _>()?,
            date: columns.field::<Position, _>()?,
            forum: columns.field::<Position, _>()?,
            words: columns.str::<Position>()?,
            source: columns
                .field::<Position, Option<SourceId>>()?
                .and_then(|id| snapshot.sources.slot(id)),
            certainty: columns.field::<Position, _>()?,
            salience: columns.field::<Position, _>()?,
            condition: columns.str::<Position>()?,
            reason: columns.str::<Position>()?,
            hold: columns.field::<Position, _>()?,
            replaces: columns.field::<Position, _>()?,
            author: columns.str::<Position>()?,
            marking: columns.field::<Position, _>()?,
        });
    }
    Ok(())
}
