//! Arrivals: everything that a step would newly bring onto the wall.

use std::collections::BTreeMap;

use rustc_hash::{FxHashMap, FxHashSet};

use super::Seen;
use crate::document::{Bearing, Document};
use crate::explain::{as_read, assessed, changed_on_the_wall, record_title};
use crate::model::{Dossier, Marking, Record, RecordId, Slide, Snapshot, Speaker, stance};
use crate::text::{Text, lower};

/// How many lines name what would appear; the rest is only counted.
const LINES: usize = 200;

/// A question to be answered before the wall shows anything again.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Question {
    /// The records that would appear or change.
    pub records: Vec<RecordId>,
    /// The first of them in words, each with its marking; a part of another record has none.
    pub lines: Vec<(Option<Marking>, String)>,
    /// How many records would disappear.
    pub gone: usize,
    /// Whether a single step caused it, which can be undone.
    pub one_step: bool,
}

/// The difference between two states of what may be seen.
#[derive(Debug, Default)]
pub(super) struct Difference {
    /// Records that appeared or changed: the earlier state, if any, and the present one.
    pub(super) came: Vec<(Option<Record>, Record)>,
    /// Records that disappeared.
    pub(super) gone: Vec<Record>,
}

/// Records the room once saw and no longer sees, in every state in which it saw them.
pub(super) type Departed = BTreeMap<RecordId, Vec<Record>>;

impl Difference {
    /// Compares two complete states.
    pub(super) fn new(before: &Snapshot, after: &Snapshot) -> Self {
        let mut old: FxHashMap<RecordId, Record> = FxHashMap::default();
        each(before, |record| drop(old.insert(record.record_id(), record)));
        let mut came = Vec::new();
        each(after, |record| {
            let was = old.remove(&record.record_id());
            if was.as_ref().is_none_or(|was| differs(was, &record)) {
                came.push((was, record));
            }
        });
        let mut gone: Vec<_> = old.into_values().collect();
        gone.sort_by_key(Record::record_id);
        came.sort_by_key(|(_, record)| record.record_id());
        Self { came, gone }
    }

    /// Compares two states when only the records in `touched` can differ.
    pub(super) fn of(before: &Snapshot, after: &Snapshot, touched: &[RecordId]) -> Self {
        let mut difference = Self::default();
        for id in touched {
            match (before.find(*id), after.find(*id)) {
                (was, Some(is)) if was.as_ref().is_none_or(|was| differs(was, &is)) => {
                    difference.came.push((was, is));
                }
                (Some(was), None) => difference.gone.push(was),
                _ => {}
            }
        }
        difference
    }

    /// Adds what the room has seen to `departed`, so that it may see it again unasked.
    pub(super) fn remember(self, departed: &mut Departed, was_seen: impl Fn(&Record) -> bool) {
        let changed = self.came.into_iter().filter_map(|(was, _)| was);
        for record in changed.chain(self.gone).filter(was_seen) {
            let states = departed.entry(record.record_id()).or_default();
            if !states.contains(&record) {
                states.push(record);
            }
        }
    }

    /// The records that must not be shown without asking: those that were withheld, those restored
    /// or brought in other than by hand, everything changed by a step from before the room opened,
    /// and those in `again`, of which another change is kept hidden. In a room without names, no party's stance comes back by itself.
    pub(super) fn unasked(
        &self,
        bearing: &Bearing,
        departed: &Departed,
        again: &FxHashSet<RecordId>,
        without_names: bool,
    ) -> Vec<&Record> {
        // What was added more strictly, and lowered since, was not added like this.
        let added = |id: &RecordId| bearing.added.contains(id) && !bearing.loosened.contains(id);
        let loosens = !bearing.loosened.is_empty();
        let asks = |(was, record): &&(Option<Record>, Record)| {
            let id = record.record_id();
            let named = without_names && was.is_none() && is_of_a_party(record);
            // Anything from elsewhere is asked about even if it is the same as before.
            let stood = !bearing.outside && !named;
            let known = stood && departed.get(&id).is_some_and(|states| states.contains(record));
            if again.contains(&id) && !known {
                return true;
            }
            if bearing.earlier || was.is_none() && loosens {
                return !added(&id);
            }
            if let (Some(before @ Record::Dossier(was)), Record::Dossier(is)) = (was, record) {
                let titled = was.title == is.title && was.classification == is.classification;
                let retitled = !titled && (loosens || !bearing.by_hand);
                // Other thresholds for the camps may show camps that were not there.
                let recounted = thresholds(was) != thresholds(is) && !bearing.by_hand && !known;
                return retitled || recounted || splits_more(before, record);
            }
            if known {
                return false;
            }
            match was {
                None => !added(&id),
                Some(_) if bearing.uncovered.contains(&id) => true,
                Some(_) => !(bearing.by_hand && bearing.touched.contains(&id)),
            }
        };
        self.came.iter().filter(asks).map(|(_, record)| record).collect()
    }
}

/// Whether polls are split at fewer answers than before, which reveals the running one too: that is not a
/// record yet.
pub(super) fn splits_more(was: &Record, is: &Record) -> bool {
    match (was, is) {
        (Record::Dossier(was), Record::Dossier(is)) => was.poll_min_answers > is.poll_min_answers,
        _ => false,
    }
}

/// Whether the wall can tell two states of a record apart.
fn differs(was: &Record, is: &Record) -> bool {
    match (was, is) {
        (Record::Dossier(was), Record::Dossier(is)) => differ(was, is),
        // The order of the slides is on no slide.
        (Record::Slide(was), Record::Slide(is)) => Slide { rank: is.rank, ..was.clone() } != *is,
        (was, is) => was != is,
    }
}

/// The same for the dossier. Its own marking does not appear on the wall; its consequences do, and
/// are compared separately.
pub(super) fn differ(was: &Dossier, is: &Dossier) -> bool {
    Dossier { marking: is.marking, ..was.clone() } != *is
}

/// The index from which a party is in a camp, and the number of votes it needs.
pub(super) fn thresholds(dossier: &Dossier) -> (f64, f64, u32) {
    (dossier.camp_upper, dossier.camp_lower, dossier.camp_min_votes)
}

/// Whether a record is a stance of a party.
pub(super) fn is_of_a_party(record: &Record) -> bool {
    matches!(record, Record::Position(entry) if matches!(entry.by, Speaker::Party(_)))
}

/// The question to ask about the unasked records, if any.
pub(super) fn question(
    records: &[&Record],
    difference: &Difference,
    bearing: &Bearing,
    document: &Document,
    (seen, text, steps): (&Seen, Text, usize),
) -> Option<Question> {
    let gone = if bearing.earlier { difference.gone.len() } else { 0 };
    if records.is_empty() && gone == 0 {
        return None;
    }
    let lines = lines(records, difference, document, seen, text);
    let records = records.iter().map(|record| record.record_id()).collect();
    Some(Question { records, lines, gone, one_step: steps == 1 })
}

/// The question before showing what was kept hidden: everything that would become visible.
pub(super) fn of_kept(now: &Snapshot, then: &Seen, document: &Document, text: Text) -> Question {
    let difference = Difference::new(now, &then.snapshot);
    let came: Vec<_> = difference.came.iter().map(|(_, record)| record).collect();
    let lines = lines(&came, &difference, document, then, text);
    let records = came.iter().map(|record| record.record_id()).collect();
    Question { records, lines, gone: 0, one_step: false }
}

/// What would be read of a record, as its code or its number does not tell it: all that is not on the wall yet.
fn read(record: &Record, difference: &Difference, seen: &Seen, text: Text) -> Vec<String> {
    let id = record.record_id();
    let came = difference.came.iter().find(|(_, is)| is.record_id() == id);
    if let Some(was) = came.and_then(|(was, _)| was.as_ref()) {
        return changed_on_the_wall(text, &seen.snapshot, was, record);
    }
    let words = match record {
        Record::Proposal(it) => text.of(&it.title).to_owned(),
        Record::Paragraph(it) => as_read(text, &seen.snapshot, &it.words),
        Record::Group(it) => text.of(&it.name).to_owned(),
        _ => String::new(),
    };
    Some(words).filter(|it| !it.trim().is_empty()).into_iter().collect()
}

/// The first of these records in words, each with its marking if it can have one.
fn lines(
    records: &[&Record],
    difference: &Difference,
    document: &Document,
    seen: &Seen,
    text: Text,
) -> Vec<(Option<Marking>, String)> {
    let own = document.snapshot().dossier.marking;
    let line = |record: &&Record| {
        let id = record.record_id();
        let title = record_title(text, &seen.snapshot, id);
        let table = text.label(id.table);
        let mut words = if title == table { title } else { format!("{table} · {title}") };
        if let Record::Position(entry) = record {
            // The question names party and date, but the stance is what the room would actually
            // see.
            let code = seen.snapshot.proposals.get(entry.proposal).map_or("", |it| &*it.code);
            let held = lower(text.stance(entry.stance));
            words = format!("{words} · {} {held} · {code}", stance::sign(entry.stance));
        }
        for read in read(record, difference, seen, text) {
            words = format!("{words} · {read}");
        }
        if let Record::ScenarioMove(one) = record {
            let scenario = seen.snapshot.scenarios.get(one.scenario).map_or("", |it| &*it.name);
            let held = lower(text.stance(one.stance));
            words = format!("{words} · {} {held} · {scenario}", stance::sign(one.stance));
        }
        if let Record::Assessment(entry) = record {
            words = format!("{words} · {}", assessed(text, entry));
        }
        let marking = match record {
            Record::Dossier(dossier) => Some(dossier.marking),
            record => id.table.has_marking().then(|| record.marking().unwrap_or(own)),
        };
        (marking, words)
    };
    records.iter().take(LINES).map(line).collect()
}

fn each(snapshot: &Snapshot, mut take: impl FnMut(Record)) {
    take(snapshot.dossier.clone().into());
    snapshot.arena_records().for_each(&mut take);
    snapshot.group_positions.iter().cloned().for_each(|entry| take(entry.into()));
    let entries = snapshot.positions.iter().filter_map(|entry| snapshot.position(entry));
    entries.for_each(|entry| take(entry.into()));
}
