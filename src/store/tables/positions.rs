//! The table `positions`, the only one that can have close to a million records.

use std::sync::{Mutex, PoisonError};

use rusqlite::{Connection, Row};
use rustc_hash::FxHashMap;

use super::super::Error;
use super::{Reader, select};
use crate::model::{Ledger, NewEntry, Position, PositionId, Slot, Snapshot};

/// Opens the file once more.
pub(crate) type Again<'a> = &'a (dyn Fn() -> Result<Connection, Error> + Sync);

/// How many entries are read between two checks on the progress of the other thread.
const BEAT: usize = 1_024;

/// Reads every position. One of a party goes straight to the ledger without becoming a `Position`;
/// one of a group, of which there are few, becomes one.
///
/// With `again`, another thread reads from the end through a connection of its own until the two
/// meet. The result is the same.
///
/// An entry whose proposal or party is missing is skipped: the foreign key check has reported it
/// already.
pub(crate) fn all(
    connection: &Connection,
    snapshot: &Snapshot,
    again: Option<Again<'_>>,
) -> Result<(Ledger, Vec<Position>), Error> {
    let alone = || {
        let mut half = Half::new(Way::Up);
        half.read(connection, snapshot, &Meeting::default())?;
        Ok((half.ledger, half.of_groups))
    };
    let Some(again) = again else { return alone() };
    let meeting = Meeting::default();
    let (first, second) = std::thread::scope(|scope| {
        let second = scope.spawn(|| {
            let mut half = Half::new(Way::Down);
            let read = again().and_then(|it| half.read(&it, snapshot, &meeting));
            meeting.leave_if(read.is_err());
            read.map(|()| half)
        });
        let mut half = Half::new(Way::Up);
        let read = half.read(connection, snapshot, &meeting);
        meeting.leave_if(read.is_err());
        (read.map(|()| half), second.join().unwrap_or(Err(Error::Unreadable)))
    });
    let mut first = first?;
    match second {
        Ok(second) => first.take_over(second),
        Err(_) if first.is_whole => {}
        // Too late for the first one to continue to the end.
        Err(_) => return alone(),
    }
    Ok((first.ledger, first.of_groups))
}

/// The end from which positions are read.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Way {
    Up,
    Down,
}

/// The progress of two threads that read towards each other.
#[derive(Default)]
struct Meeting(Mutex<Places>);

#[derive(Default)]
struct Places {
    up: Option<PositionId>,
    down: Option<PositionId>,
    alone: bool,
}

impl Meeting {
    /// Reports the progress of one, and returns that of the other; `None` if there is none.
    fn at(&self, way: Way, id: Option<PositionId>) -> Option<PositionId> {
        let mut places = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let Places { up, down, alone } = &mut *places;
        let (own, other) = if way == Way::Up { (up, down) } else { (down, up) };
        *own = id;
        if *alone { None } else { *other }
    }

    fn is_alone(&self) -> bool {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).alone
    }

    /// Tells the other one that it is on its own.
    fn leave_if(&self, failed: bool) {
        if failed {
            self.0.lock().unwrap_or_else(PoisonError::into_inner).alone = true;
        }
    }
}

/// The entries read from one end.
struct Half {
    way: Way,
    ledger: Ledger,
    of_groups: Vec<Position>,
    /// The last one read.
    last: Option<PositionId>,
    /// Whether it was read to the other end.
    is_whole: bool,
}

impl Half {
    fn new(way: Way) -> Self {
        let ledger = Ledger::new();
        Self { way, ledger, of_groups: Vec::new(), last: None, is_whole: false }
    }

    fn read(
        &mut self,
        connection: &Connection,
        snapshot: &Snapshot,
        meeting: &Meeting,
    ) -> Result<(), Error> {
        let order = if self.way == Way::Up { "ASC" } else { "DESC" };
        let sql = select::<Position>(&format!("WHERE deleted = 0 ORDER BY id {order}"));
        let mut statement = connection.prepare(&sql)?;
        let mut rows = statement.query([])?;
        let mut slots = Slots::new(snapshot);
        let (mut count, mut met) = (0, None);
        while let Some(row) = rows.next()? {
            count += 1;
            if count % BEAT == 0 {
                met = meeting.at(self.way, self.last);
                if self.way == Way::Down && meeting.is_alone() {
                    return Err(Error::Stopped);
                }
            }
            let id: PositionId = Reader::new(row).field::<Position, _>()?;
            let meets = |met| if self.way == Way::Up { id >= met } else { id <= met };
            if met.is_some_and(meets) {
                meeting.at(self.way, self.last);
                return Ok(());
            }
            self.last = Some(id);
            match slots.entry(row)? {
                Read::Entry(entry) => self.ledger.insert(&entry),
                Read::OfGroup => self.of_groups.push(Reader::new(row).record()?),
                Read::Stray => {}
            }
        }
        meeting.at(self.way, self.last);
        self.is_whole = true;
        Ok(())
    }

    /// Adds what was read from the other end. Both may have read some where they met.
    fn take_over(&mut self, other: Self) {
        let is_beyond = |id: PositionId| self.last.is_none_or(|last| id > last);
        self.ledger.take_over(other.ledger, is_beyond);
        self.of_groups.extend(other.of_groups.into_iter().rev().filter(|it| is_beyond(it.id)));
    }
}

/// An id as written.
type Written = [u8; 36];

/// The slots of the records that positions refer to. A million positions refer to few records, so
/// written ids are remembered.
struct Slots<'a> {
    snapshot: &'a Snapshot,
    parties: FxHashMap<Written, Option<Slot>>,
    // Consecutive entries are often on the same proposal, and from the same source.
    proposal: (Option<Written>, Option<Slot>),
    source: (Option<Written>, Option<Slot>),
}

/// The content of a row.
enum Read<'a> {
    Entry(NewEntry<'a>),
    OfGroup,
    /// Its proposal or its party does not exist.
    Stray,
}

impl<'a> Slots<'a> {
    fn new(snapshot: &'a Snapshot) -> Self {
        let (proposal, source) = ((None, None), (None, None));
        Self { snapshot, parties: FxHashMap::default(), proposal, source }
    }

    fn entry<'r>(&mut self, row: &'r Row<'r>) -> Result<Read<'r>, Error> {
        let mut columns = Reader::new(row);
        let columns = &mut columns;
        let snapshot = self.snapshot;
        let id = columns.field::<Position, _>()?;
        let written = columns.written();
        if written.is_none() || self.proposal.0 != written {
            columns.back();
            let proposal = columns.field::<Position, _>()?;
            self.proposal = (written, snapshot.proposals.slot(proposal));
        }
        let party = match columns.written() {
            Some(written) => match self.parties.get(&written) {
                Some(slot) => *slot,
                None => {
                    columns.back();
                    let slot = snapshot.parties.slot(columns.field::<Position, _>()?);
                    self.parties.insert(written, slot);
                    slot
                }
            },
            None => {
                columns.back();
                match columns.field::<Position, Option<_>>()? {
                    Some(party) => snapshot.parties.slot(party),
                    None => return Ok(Read::OfGroup),
                }
            }
        };
        let (Some(proposal), Some(party)) = (self.proposal.1, party) else {
            return Ok(Read::Stray);
        };
        columns.skip();
        Ok(Read::Entry(NewEntry {
            id,
            proposal,
            party,
            stance: columns.field::<Position, _>()?,
            date: columns.field::<Position, _>()?,
            forum: columns.field::<Position, _>()?,
            words: columns.str::<Position>()?,
            source: {
                let written = columns.written();
                if written.is_none() || self.source.0 != written {
                    columns.back();
                    let source = columns.field::<Position, Option<_>>()?;
                    self.source = (written, source.and_then(|id| snapshot.sources.slot(id)));
                }
                self.source.1
            },
            certainty: columns.field::<Position, _>()?,
            salience: columns.field::<Position, _>()?,
            condition: columns.str::<Position>()?,
            reason: columns.str::<Position>()?,
            hold: columns.field::<Position, _>()?,
            replaces: columns.field::<Position, _>()?,
            author: columns.str::<Position>()?,
            marking: columns.field::<Position, _>()?,
        }))
    }
}
