//! From the file into memory: the whole dossier, or the records that changed.

use std::hash::Hash;

use rusqlite::Connection;

use super::{Error, tables};
use crate::model::{
    Arena, Assessment, Dossier, Group, Ledger, Membership, Party, Position, Proposal, RecordId,
    RollCall, Snapshot, Source, Sponsor, Table, Vote,
};

// Past this many changed positions reading all of them is quicker than reading each.
const MANY: usize = 20_000;

/// Reads the whole dossier.
pub(crate) fn all(connection: &Connection) -> Result<Snapshot, Error> {
    let mut dossier = None;
    tables::all(connection, |record: Dossier| dossier = Some(record))?;
    let mut all = Snapshot::new(dossier.ok_or_else(|| Error::Damaged("no dossier".to_owned()))?);
    tables::all(connection, |record: Party| put(&mut all.parties, record.id, record))?;
    tables::all(connection, |record: Group| put(&mut all.groups, record.id, record))?;
    tables::all(connection, |record: Membership| put(&mut all.memberships, record.id, record))?;
    tables::all(connection, |record: Source| put(&mut all.sources, record.id, record))?;
    tables::all(connection, |record: Proposal| put(&mut all.proposals, record.id, record))?;
    tables::all(connection, |record: Sponsor| put(&mut all.sponsors, record.id, record))?;
    tables::all(connection, |record: Assessment| put(&mut all.assessments, record.id, record))?;
    tables::all(connection, |record: RollCall| put(&mut all.roll_calls, record.id, record))?;
    tables::all(connection, |record: Vote| put(&mut all.votes, record.id, record))?;
    positions(connection, &mut all)?;
    Ok(all)
}

fn put<K: Copy + Eq + Hash, T>(arena: &mut Arena<K, T>, key: K, record: T) {
    arena.put(key, record);
}

fn positions(connection: &Connection, snapshot: &mut Snapshot) -> Result<(), Error> {
    let count: i64 =
        connection.query_row("SELECT count(*) FROM positions", [], |row| row.get(0))?;
    let mut ledger = Ledger::with_capacity(usize::try_from(count).unwrap_or_default());
    tables::each_position(connection, snapshot, |entry| ledger.insert(entry))?;
    snapshot.positions = ledger;
    Ok(())
}

/// Brings the snapshot up to date with the records that a step touched.
pub(crate) fn touched(
    connection: &Connection,
    snapshot: &mut Snapshot,
    touched: &[RecordId],
) -> Result<(), Error> {
    let positions = |record: &&RecordId| record.table == Table::Positions;
    // Positions last: they find their slots through the proposals and parties.
    for record in touched.iter().filter(|record| !positions(record)) {
        refresh(connection, snapshot, *record)?;
    }
    if touched.iter().filter(positions).count() > MANY {
        return self::positions(connection, snapshot);
    }
    for record in touched.iter().filter(positions) {
        match tables::one::<Position>(connection, record.id)? {
            Some((position, false)) => snapshot.put_position(&position),
            Some((position, true)) => snapshot.remove_position(&position),
            None => return Err(Error::Log),
        }
    }
    Ok(())
}

macro_rules! refresh_in {
    ($connection:ident, $record:ident, $arena:expr, $type:ty) => {
        match tables::one::<$type>($connection, $record.id)? {
            Some((record, false)) => put(&mut $arena, record.id, record),
            Some((record, true)) => drop($arena.remove(record.id)),
            None => return Err(Error::Log),
        }
    };
}

fn refresh(
    connection: &Connection,
    snapshot: &mut Snapshot,
    record: RecordId,
) -> Result<(), Error> {
    match record.table {
        Table::Dossier => {
            let dossier = tables::one::<Dossier>(connection, record.id)?;
            snapshot.dossier = dossier.ok_or(Error::Log)?.0;
        }
        Table::Parties => refresh_in!(connection, record, snapshot.parties, Party),
        Table::Groups => refresh_in!(connection, record, snapshot.groups, Group),
        Table::Memberships => refresh_in!(connection, record, snapshot.memberships, Membership),
        Table::Sources => refresh_in!(connection, record, snapshot.sources, Source),
        Table::Proposals => refresh_in!(connection, record, snapshot.proposals, Proposal),
        Table::Sponsors => refresh_in!(connection, record, snapshot.sponsors, Sponsor),
        Table::Assessments => refresh_in!(connection, record, snapshot.assessments, Assessment),
        Table::RollCalls => refresh_in!(connection, record, snapshot.roll_calls, RollCall),
        Table::Votes => refresh_in!(connection, record, snapshot.votes, Vote),
        Table::Positions => {}
    }
    Ok(())
}
