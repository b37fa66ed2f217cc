//! New identities for everything that leaves the machine.
//!
//! An identity contains the millisecond in which its record was made. Gaps in a list of identities
//! show that something is withheld and when it was made, and two lists can be compared. So every
//! copy and every page gets random identities, and its records are ordered by their visible
//! content, which reveals nothing more. Among entries on the same day in one line, the last one is
//! current and stays last.

use rustc_hash::FxHashMap;
use uuid::{Builder, Uuid};

use crate::model::describe::{Column, Order, Part, Value};
use crate::model::{Record, RecordId};
use crate::store::Error;

/// The new identity of each record, and its rank in its table.
type Ranks = FxHashMap<RecordId, (Uuid, u32)>;

/// Gives records new identities, table by table. The tables must come in an order in which each
/// record comes after those it refers to.
#[derive(Default)]
pub(super) struct Fresh {
    ranks: Ranks,
}

impl Fresh {
    /// Passes on the records of a table with new identities, in their new order.
    ///
    /// # Errors
    /// If the system has no randomness to offer.
    pub(super) fn table(
        &mut self,
        records: Vec<Record>,
        mut pass: impl FnMut(Record),
    ) -> Result<(), Error> {
        let Self { ranks } = self;
        let order = in_order(&records, ranks)?;
        let mut ids = random(records.len())?;
        ids.sort_unstable();
        for ((at, id), rank) in order.iter().zip(ids).zip(0..) {
            if let Some(record) = records.get(*at as usize) {
                ranks.insert(record.record_id(), (id, rank));
            }
        }
        // Moved one by one: there is no room for two copies of a million records.
        let mut records: Vec<_> = records.into_iter().map(Some).collect();
        for (at, rank) in order.into_iter().zip(0..) {
            let Some(mut record) = records.get_mut(at as usize).and_then(Option::take) else {
                continue;
            };
            // References to withheld records were cleared before. If one were left, it would become
            // an id that exists nowhere, and writing the copy would fail.
            record.rename(|id| ranks.get(&id).map_or(Uuid::nil(), |(new, _)| *new));
            if let Some(place) = record.rank_mut() {
                *place = rank;
            }
            pass(record);
        }
        Ok(())
    }
}

/// The places of the records of a table, ordered by what may be seen of them.
fn in_order(records: &[Record], ranks: &Ranks) -> Result<Vec<u32>, Error> {
    let ties = random(records.len())?;
    let mut keyed: Vec<_> = records
        .iter()
        .zip(ties)
        .zip(0..)
        .map(|((record, tie), came)| (place(record, ranks, came), tie, came))
        .collect();
    keyed.sort_by(|a, b| a.0.cmp(&b.0));
    let record = |at: u32| records.get(at as usize);
    for entries in keyed.chunk_by_mut(|a, b| a.0 == b.0) {
        if entries.len() == 1 {
            continue;
        }
        // Between equal records, chance decides.
        entries.sort_by_cached_key(|(_, tie, at)| {
            (record(*at).map(|it| content(it, ranks, |_| true)), *tie)
        });
        let made = |at: u32| record(at).map(Record::record_id);
        let last = entries.iter().zip(0..).max_by_key(|((_, _, at), _)| made(*at));
        let holds = last.map_or(0, |(_, holds)| holds);
        if matches!(entries.first(), Some((Place::Line(_), _, _))) {
            entries[holds..].rotate_left(1);
        }
    }
    Ok(keyed.into_iter().map(|(_, _, at)| at).collect())
}

/// The place of a record in the order of its table.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
enum Place {
    /// A line and day, in which the last entry is current.
    Line(Vec<u8>),
    /// The record it belongs to, and its number there. People read these one after the other, and
    /// may see their order.
    Row(u32, u32, u32),
    /// By its content.
    Content(Vec<u8>),
}

fn place(record: &Record, ranks: &Ranks, came: u32) -> Place {
    match record.record_id().table.description().order {
        Order::ByContent => Place::Content(content(record, ranks, |_| true)),
        Order::AsMade { under } => {
            let about = record.references().into_iter().find(|it| it.field == under);
            let rank = |to: RecordId| ranks.get(&to).map_or(u32::MAX, |(_, rank)| *rank);
            about.map_or(Place::Row(u32::MAX, 0, came), |it| {
                Place::Row(it.to.table as u32, rank(it.to), came)
            })
        }
        Order::Ranked(column) => {
            let number = record.values().find(|(it, _)| it.name == column);
            let number = match number {
                Some((_, Value::Integer(number))) => u32::try_from(number).unwrap_or(u32::MAX),
                _ => u32::MAX,
            };
            Place::Row(0, number, 0)
        }
        Order::Line { of, day, mutual, .. } => {
            let is_one = |column: &str| of.contains(&column) || column == day;
            let (true, [a, b, ..]) = (mutual, of) else {
                return Place::Line(content(record, ranks, |column| is_one(column.name)));
            };
            let only = |wanted: &str| content(record, ranks, |column| column.name == wanted);
            let mut pair = [only(a), only(b)];
            pair.sort_unstable();
            let rest = |column: &Column| is_one(column.name) && ![*a, *b].contains(&column.name);
            Place::Line([pair.concat(), content(record, ranks, rest)].concat())
        }
    }
}

/// The content of a record in these columns, without its identity; references are replaced by the
/// rank of what they refer to.
fn content(record: &Record, ranks: &Ranks, wanted: impl Fn(&Column) -> bool) -> Vec<u8> {
    let named: Vec<_> = record.references();
    let mut content = Vec::new();
    for (column, value) in record.values() {
        if column.part == Part::Itself || !wanted(&column) {
            continue;
        }
        match named.iter().find(|reference| reference.field == column.name) {
            Some(reference) => {
                let rank = ranks.get(&reference.to).map_or(u32::MAX, |(_, rank)| *rank);
                content.extend(rank.to_be_bytes());
            }
            None => match value {
                Value::Null => content.push(0),
                Value::Integer(number) => content.extend(number.to_be_bytes()),
                Value::Real(number) => content.extend(number.to_be_bytes()),
                Value::Text(text) => content.extend(text.as_bytes()),
            },
        }
        content.push(0);
    }
    content
}

/// Random identities (version 4). They sort before all those made later, because the later of
/// two entries on one day is current, and entries made in the copy are later.
fn random(count: usize) -> Result<Vec<Uuid>, Error> {
    let mut bytes = vec![0; count * 16];
    getrandom::fill(&mut bytes).map_err(|_| Error::Io)?;
    let ids = bytes.chunks_exact(16).map(|random| {
        let mut bytes = [0; 16];
        bytes[1..].copy_from_slice(&random[1..]);
        Builder::from_random_bytes(bytes).into_uuid()
    });
    Ok(ids.collect())
}
