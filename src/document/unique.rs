//! The values that must be unique in a dossier, looked up in time that does not grow with it.
//!
//! A form asks about one record at a time, a check about every record there is. The first few
//! questions are answered by scanning the table, which needs no preparation; after that an index
//! is built once.

use std::cell::{Cell, OnceCell, RefCell};
use std::collections::{HashMap, HashSet};

use chrono::NaiveDate;
use rustc_hash::FxHashMap;

use super::rules::Problem;
use crate::model::describe::{self, AnyKind, Described, Value};
use crate::model::words::{code_key, fold_line};
use crate::model::{
    GroupId, Membership, PartyId, Position, PositionId, ProposalId, Record, RecordId, Snapshot,
    Speaker, Table, with_arenas,
};

/// How many lookups are made without an index.
const FEW: u32 = 8;

/// A key that no two records of a table may share.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(super) enum Key {
    Code(String),
    // As people read it, ignoring accents.
    Folded(String),
    Together(Vec<Piece>),
}

/// The value of one column of a key.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(super) enum Piece {
    Record(RecordId),
    Text(String),
}

/// The keys under which a code is compared.
fn code(code: &str) -> Vec<(Key, Problem)> {
    let exactly = (Key::Code(code_key(code)), Problem::Taken);
    vec![exactly, (Key::Folded(fold_line(code)), Problem::Alike)]
}

/// A record of a known table.
pub(super) trait InTable: Described + AnyKind {
    fn of(record: &Record) -> Option<&Self>;

    /// The unique keys, each with the problem if another record has it.
    fn keys(&self) -> Vec<(Key, Problem)> {
        match Self::DESCRIPTION.unique {
            // Periods cannot be compared as keys: see `overlaps`.
            describe::Unique::Nothing | describe::Unique::AtATime(_) => Vec::new(),
            describe::Unique::Code => self.code().map(code).unwrap_or_default(),
            describe::Unique::Together(columns) => {
                vec![(Key::Together(pieces(self, columns)), Problem::Twice)]
            }
        }
    }
}

fn pieces<T: InTable>(record: &T, columns: &[&str]) -> Vec<Piece> {
    let mut named = Vec::new();
    record.refer(&mut |reference| named.push(reference));
    let piece = |column: &&str| {
        let named = named.iter().find(|reference| reference.field == *column);
        named.map_or_else(
            || Piece::Text(text(record, column)),
            |reference| Piece::Record(reference.to),
        )
    };
    columns.iter().map(piece).collect()
}

/// The value of a column that refers to no record.
fn text<T: InTable>(record: &T, column: &str) -> String {
    let place = T::COLUMNS.iter().position(|it| *it == column);
    match place.and_then(|place| record.values().into_iter().nth(place)) {
        Some(Value::Text(text)) => text.into_owned(),
        Some(Value::Integer(number)) => number.to_string(),
        Some(Value::Real(number)) => number.to_string(),
        Some(Value::Null) | None => String::new(),
    }
}

macro_rules! in_tables {
    ($( $field:ident $table:ident $record:ident $id:ident )+) => { $(
        impl InTable for crate::model::$record {
            fn of(record: &Record) -> Option<&Self> {
                match record {
                    Record::$record(record) => Some(record),
                    _ => None,
                }
            }
        }
    )+ };
}

with_arenas!(in_tables);

// The first record that has a key, and whether others have it too.
type Holders = HashMap<Key, (RecordId, bool)>;

/// The keys that are taken, by table.
#[derive(Debug, Default)]
pub(super) struct Unique {
    tables: RefCell<HashMap<Table, (u32, Option<Holders>)>>,
    overlapping: OnceCell<HashSet<RecordId>>,
    asked: Cell<u32>,
}

impl Unique {
    /// The problem, if another record of the table has a key of this one.
    pub(super) fn taken<'a, T, I>(&self, this: &T, all: impl Fn() -> I) -> Option<Problem>
    where
        T: InTable + 'a,
        I: Iterator<Item = &'a T>,
    {
        let id = this.id();
        let mut tables = self.tables.borrow_mut();
        let (asked, holders) = tables.entry(id.table).or_default();
        *asked += 1;
        let mut keys = this.keys().into_iter();
        if *asked <= FEW {
            let others: HashSet<_> = all()
                .filter(|other| other.id() != id)
                .flat_map(|other| other.keys().into_iter().map(|(key, _)| key))
                .collect();
            return keys.find(|(key, _)| others.contains(key)).map(|(_, problem)| problem);
        }
        let holders = holders.get_or_insert_with(|| {
            let mut holders = Holders::new();
            for record in all() {
                for (key, _) in record.keys() {
                    let (first, more) = holders.entry(key).or_insert((record.id(), false));
                    *more |= *first != record.id();
                }
            }
            holders
        });
        let taken = |(key, _): &(Key, Problem)| {
            holders.get(key).is_some_and(|(first, more)| *more || *first != id)
        };
        keys.find(taken).map(|(_, problem)| problem)
    }

    /// Whether the same party has another membership of the same group for an overlapping
    /// period.
    pub(super) fn overlaps<'a, I>(&self, this: &Membership, all: impl Fn() -> I) -> bool
    where
        I: Iterator<Item = &'a Membership>,
    {
        self.asked.set(self.asked.get() + 1);
        if self.asked.get() <= FEW {
            let (begins, ends) = span(this);
            return all().any(|other| {
                let (since, until) = span(other);
                let same = other.group == this.group && other.party == this.party;
                same && other.id != this.id && begins <= until && since <= ends
            });
        }
        self.overlapping.get_or_init(|| overlapping(all())).contains(&this.record_id())
    }
}

fn span(it: &Membership) -> (NaiveDate, NaiveDate) {
    let begins = it.since.map_or(NaiveDate::MIN, |since| since.first_day());
    (begins, it.until.map_or(NaiveDate::MAX, |until| until.last_day()))
}

/// The memberships that overlap with another of the same party in the same group.
fn overlapping<'a>(all: impl Iterator<Item = &'a Membership>) -> HashSet<RecordId> {
    let mut lines: HashMap<(GroupId, PartyId), Vec<_>> = HashMap::new();
    for it in all {
        let (begins, ends) = span(it);
        lines.entry((it.group, it.party)).or_default().push((begins, ends, it.record_id()));
    }
    let mut overlapping = HashSet::new();
    for mut line in lines.into_values() {
        line.sort();
        // Among those that began earlier, only the one that ends last matters.
        let mut last: Option<(NaiveDate, RecordId)> = None;
        for (begins, ends, id) in line.into_iter().filter(|(begins, ends, _)| begins <= ends) {
            if let Some((until, other)) = last.filter(|(_, other)| *other != id)
                && begins <= until
            {
                overlapping.extend([id, other]);
            }
            if last.is_none_or(|(until, _)| until < ends) {
                last = Some((ends, id));
            }
        }
    }
    overlapping
}

/// The entries, indexed by what they correct.
#[derive(Debug)]
pub(super) struct Entries<'a> {
    snapshot: &'a Snapshot,
    index: OnceCell<Index>,
    asked: Cell<u32>,
}

type Line = (ProposalId, Speaker);

#[derive(Debug, Default)]
struct Index {
    lines: FxHashMap<PositionId, Line>,
    // Who corrects an entry from within its line: the first one, and whether there are others.
    corrected: FxHashMap<(Line, PositionId), (PositionId, bool)>,
}

impl Index {
    fn new(snapshot: &Snapshot) -> Self {
        let mut index = Self::default();
        let of_groups = snapshot.group_positions.iter();
        let of_groups = of_groups.map(|it| (it.id, it.proposal, it.by, it.replaces));
        let of_parties = snapshot.positions.iter().filter_map(|entry| {
            let proposal = snapshot.proposals.at(entry.proposal())?.id;
            let party = snapshot.parties.at(entry.party())?.id;
            Some((entry.id(), proposal, party.into(), entry.replaces()))
        });
        for (id, proposal, by, replaces) in of_groups.chain(of_parties) {
            let line = (proposal, by);
            index.lines.insert(id, line);
            if let Some(replaced) = replaces {
                let (first, more) = index.corrected.entry((line, replaced)).or_insert((id, false));
                *more |= *first != id;
            }
        }
        index
    }
}

impl<'a> Entries<'a> {
    pub(super) fn new(snapshot: &'a Snapshot) -> Self {
        Self { snapshot, index: OnceCell::new(), asked: Cell::new(0) }
    }

    fn index(&self) -> Option<&Index> {
        self.asked.set(self.asked.get() + 1);
        let many = self.asked.get() > FEW;
        many.then(|| self.index.get_or_init(|| Index::new(self.snapshot)))
    }

    /// Whether this entry exists.
    pub(super) fn has(&self, id: PositionId) -> bool {
        match self.index() {
            Some(index) => index.lines.contains_key(&id),
            None => self.snapshot.position_with(id).is_some(),
        }
    }

    /// Whether an entry corrects itself, an entry of another line, or one that is corrected
    /// already. An entry in another line would lose its effect without a trace there.
    pub(super) fn corrects_amiss(&self, position: &Position) -> bool {
        let Some(replaced) = position.replaces else { return false };
        if replaced == position.id {
            return true;
        }
        let line: Line = (position.proposal, position.by);
        if let Some(index) = self.index() {
            let corrected = index.corrected.get(&(line, replaced));
            let twice = corrected.is_some_and(|(first, more)| *more || *first != position.id);
            return twice || index.lines.get(&replaced).is_some_and(|found| *found != line);
        }
        let entries = self.snapshot.line(line.0, line.1);
        let twice = |it: &Position| it.replaces == Some(replaced) && it.id != position.id;
        let in_line = || entries.iter().any(|entry| entry.id == replaced);
        let somewhere = || self.snapshot.position_with(replaced).is_some();
        entries.iter().any(twice) || !in_line() && somewhere()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::sketch::sketch;
    use crate::model::{Bilingual, Party, PartyKind};

    #[test]
    fn the_same_keys_are_taken_with_and_without_an_index() {
        let parties: Vec<_> = ["A", "b", "B", "C", "É"]
            .map(|code| Party::new(code, Bilingual::default(), PartyKind::State))
            .into();
        let alike = Party::new("e", Bilingual::default(), PartyKind::State);
        let unique = Unique::default();
        for _ in 0..2 * FEW {
            let taken = |it: &Party| unique.taken(it, || parties.iter());
            let found: Vec<_> = parties.iter().map(taken).collect();
            assert_eq!(found, [None, Some(Problem::Taken), Some(Problem::Taken), None, None]);
            assert_eq!(taken(&alike), Some(Problem::Alike));
        }
    }

    #[test]
    fn the_same_memberships_overlap_with_and_without_an_index() {
        let (group, party) = (GroupId::new(), PartyId::new());
        let spans = [
            ("2000", "2004", true),
            ("2003", "2003", true),
            ("2004", "2006", true),
            ("2007", "2008", false),
            ("2010", "2020", true),
            ("2011", "2012", true),
            ("2014", "2015", true),
        ];
        let all = spans.map(|(since, until, _)| {
            let mut it = Membership::new(group, party);
            (it.since, it.until) = (Some(since.parse().unwrap()), Some(until.parse().unwrap()));
            it
        });
        let elsewhere = Membership::new(GroupId::new(), party);
        let unique = Unique::default();
        for _ in 0..2 * FEW {
            let overlaps = |it: &Membership| unique.overlaps(it, || all.iter().chain([&elsewhere]));
            let found: Vec<_> = all.iter().map(overlaps).collect();
            assert_eq!(found, spans.map(|(_, _, overlaps)| overlaps));
            assert!(!overlaps(&elsewhere));
        }
    }

    #[test]
    fn the_same_corrections_are_wrong_with_and_without_an_index() {
        let mut snapshot = sketch("P\nA");
        let proposal = snapshot.proposal_by_code("P").unwrap().id;
        let party = snapshot.party_by_code("A").unwrap().id;
        let group = GroupId::new();
        let entry = |by: Speaker, replaces: Option<PositionId>| {
            let mut entry = Position::new(proposal, by, None, NaiveDate::MIN);
            entry.replaces = replaces;
            entry
        };
        let first = entry(party.into(), None);
        let right = entry(party.into(), Some(first.id));
        let again = entry(party.into(), Some(right.id));
        let twice = entry(party.into(), Some(right.id));
        let elsewhere = entry(group.into(), Some(first.id));
        let nowhere = entry(group.into(), Some(PositionId::new()));
        let all = [&first, &right, &again, &twice, &elsewhere, &nowhere];
        all.iter().for_each(|entry| snapshot.put_position(entry));
        let entries = Entries::new(&snapshot);
        for _ in 0..2 * FEW {
            let amiss: Vec<_> = all.iter().map(|it| entries.corrects_amiss(it)).collect();
            assert_eq!(amiss, [false, false, true, true, true, false]);
            assert!(entries.has(first.id) && !entries.has(PositionId::new()));
        }
    }
}
