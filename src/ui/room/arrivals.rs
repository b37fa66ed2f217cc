//! What a step would bring onto the wall that did not stand there before.

use std::collections::BTreeMap;

use rustc_hash::FxHashMap;

use super::Seen;
use crate::document::{Bearing, Document};
use crate::explain::record_title;
use crate::model::{Marking, PositionId, Record, RecordId, Snapshot, Table};
use crate::text::Text;

/// The most lines that say what would appear; the others are counted.
const LINES: usize = 12;

/// What is asked before the wall shows anything again.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Question {
    /// The records that would appear, or have another content.
    pub records: Vec<RecordId>,
    /// The first of them in words, each with its marking.
    pub lines: Vec<(Marking, String)>,
    /// How many records would go.
    pub gone: usize,
    /// Whether it was one step, which can be taken back.
    pub one_step: bool,
}

/// How two states of what may be seen differ.
#[derive(Debug, Default)]
pub(super) struct Difference {
    /// What is there and was not, or was different: as it was, if it was there, and as it is.
    pub(super) came: Vec<(Option<Record>, Record)>,
    /// What is there no more.
    pub(super) gone: Vec<Record>,
}

/// What the room saw before and sees no more, in each state in which it saw it.
pub(super) type Departed = BTreeMap<RecordId, Vec<Record>>;

impl Difference {
    /// Compares two states of everything that may be seen.
    pub(super) fn new(before: &Snapshot, after: &Snapshot) -> Self {
        let mut old: FxHashMap<RecordId, Record> = FxHashMap::default();
        each(before, |record| drop(old.insert(record.record_id(), record)));
        let mut came = Vec::new();
        each(after, |record| {
            let was = old.remove(&record.record_id());
            if was.as_ref() != Some(&record) {
                came.push((was, record));
            }
        });
        let mut gone: Vec<_> = old.into_values().collect();
        gone.sort_by_key(Record::record_id);
        came.sort_by_key(|(_, record)| record.record_id());
        Self { came, gone }
    }

    /// The same where only these records can differ.
    pub(super) fn of(before: &Snapshot, after: &Snapshot, touched: &[RecordId]) -> Self {
        let mut difference = Self::default();
        for id in touched {
            match (find(before, *id), find(after, *id)) {
                (was, Some(is)) if was.as_ref() != Some(&is) => difference.came.push((was, is)),
                (Some(was), None) => difference.gone.push(was),
                _ => {}
            }
        }
        difference
    }

    /// Remembers what the room has seen, so that it may see it again.
    pub(super) fn remember(self, departed: &mut Departed) {
        let changed = self.came.into_iter().filter_map(|(was, _)| was);
        for record in changed.chain(self.gone) {
            let states = departed.entry(record.record_id()).or_default();
            if !states.contains(&record) {
                states.push(record);
            }
        }
    }

    /// What has to be asked about before it is shown: what was withheld, what was brought back
    /// or brought in by anything but a hand, and whatever a step from before changes.
    pub(super) fn unasked(&self, bearing: &Bearing, departed: &Departed) -> Vec<RecordId> {
        let asks = |(was, record): &&(Option<Record>, Record)| {
            let id = record.record_id();
            let known = departed.get(&id).is_some_and(|states| states.contains(record));
            if bearing.earlier || was.is_none() && bearing.loosens {
                return !bearing.added.contains(&id);
            }
            if let (Some(Record::Dossier(was)), Record::Dossier(is)) = (was, record) {
                let titled = was.title == is.title && was.classification == is.classification;
                return !titled && (bearing.loosens || !bearing.by_hand);
            }
            if known {
                return false;
            }
            match was {
                None => !bearing.added.contains(&id),
                Some(_) => !(bearing.by_hand && bearing.touched.contains(&id)),
            }
        };
        self.came.iter().filter(asks).map(|(_, record)| record.record_id()).collect()
    }
}

/// What has to be asked, if anything.
pub(super) fn question(
    difference: &Difference,
    bearing: &Bearing,
    departed: &Departed,
    document: &Document,
    (seen, text, steps): (&Seen, Text, usize),
) -> Option<Question> {
    let records = difference.unasked(bearing, departed);
    let gone = if bearing.earlier { difference.gone.len() } else { 0 };
    if records.is_empty() && gone == 0 {
        return None;
    }
    let own = document.snapshot().dossier.marking;
    let line = |id: &RecordId| {
        let record = difference.came.iter().find(|(_, record)| record.record_id() == *id);
        let marking = record.and_then(|(_, record)| record.marking()).unwrap_or(own);
        let title = record_title(text, &seen.snapshot, *id);
        let table = text.label(id.table);
        let words = if title == table { title } else { format!("{table} · {title}") };
        (marking, words)
    };
    let lines = records.iter().take(LINES).map(line).collect();
    Some(Question { records, lines, gone, one_step: steps == 1 })
}

fn find(snapshot: &Snapshot, id: RecordId) -> Option<Record> {
    match id.table {
        Table::Positions => snapshot.position_with(PositionId(id.id)).map(Record::from),
        _ => snapshot.record(id),
    }
}

fn each(snapshot: &Snapshot, mut take: impl FnMut(Record)) {
    take(snapshot.dossier.clone().into());
    snapshot.arena_records().for_each(&mut take);
    snapshot.group_positions.iter().cloned().for_each(|entry| take(entry.into()));
    let entries = snapshot.positions.iter().filter_map(|entry| snapshot.position(entry));
    entries.for_each(|entry| take(entry.into()));
}
