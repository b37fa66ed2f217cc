//! Searching all text of all records, as the query is typed.
//!
//! The texts are folded once (no accents, no capitals) and scanned completely at every
//! keystroke. At the speed of memory that is faster than keeping a full-text index up to date. A
//! dossier with close to a million entries has far fewer distinct texts: each is folded and
//! scanned once, and then the entries that use a matching text are selected.

use std::collections::BTreeMap;

use memchr::memmem;
use rustc_hash::FxHashMap;

use crate::library::GoBy;
use crate::model::words::fold;
use crate::model::{Record, RecordId, Snapshot, Table};

/// How many hits of one kind are kept; the others are only counted.
const KEPT: usize = 50;

/// How many matching texts of entries are counted; a higher count would tell the user nothing
/// more.
const COUNTED: usize = 100_000;

/// The texts of a dossier, not folded yet.
#[derive(Debug, Default)]
pub struct RawTexts {
    records: Vec<(RecordId, String)>,
    entries: Vec<String>,
    generation: u64,
}

impl RawTexts {
    /// Copies every text out of a snapshot, so that another thread can fold them.
    pub fn of(snapshot: &Snapshot) -> Self {
        let dossier = Record::from(snapshot.dossier.clone());
        let of_groups = snapshot.group_positions.iter().cloned().map(Record::from);
        let records = snapshot.arena_records().chain(of_groups).chain([dossier]);
        let records = records.filter_map(|record| Some((record.record_id(), words_of(&record)?)));
        Self {
            records: records.collect(),
            entries: snapshot.positions.texts().map(str::to_owned).collect(),
            generation: snapshot.positions.generation(),
        }
    }

    /// Folds them.
    pub fn fold(self) -> SearchIndex {
        let records: Vec<_> =
            self.records.into_iter().map(|(id, words)| (id, fold(&words))).collect();
        let places = records.iter().enumerate().map(|(place, (id, _))| (*id, place)).collect();
        let mut entries = Texts::default();
        self.entries.iter().for_each(|words| entries.push(&fold(words)));
        SearchIndex { records, entries, places, generation: self.generation }
    }
}

/// Many texts concatenated, so that they can be scanned in one pass.
#[derive(Debug, Default)]
struct Texts {
    all: String,
    // The end of each text.
    ends: Vec<usize>,
}

impl Texts {
    fn push(&mut self, text: &str) {
        self.all += text;
        // A separator that never occurs in a search word.
        self.all.push('\n');
        self.ends.push(self.all.len());
    }

    /// The texts that contain a word and all the others, up to [`COUNTED`] of them; and whether
    /// there may be more.
    fn matching(&self, finder: &memmem::Finder<'_>, others: &[&str]) -> (Vec<bool>, bool) {
        let mut matching = vec![false; self.ends.len()];
        let (mut from, mut text, mut left) = (0, 0, COUNTED);
        while let Some(found) = finder.find(&self.all.as_bytes()[from..]) {
            let at = from + found;
            // Texts are in order, so the hit is in this text or a later one, mostly the next.
            if self.ends[text] <= at {
                text += 1;
            }
            if self.ends[text] <= at {
                text += self.ends[text..].partition_point(|end| *end <= at);
            }
            let begin = text.checked_sub(1).map_or(0, |before| self.ends[before]);
            let words = &self.all[begin..self.ends[text]];
            if others.iter().all(|word| words.contains(word)) {
                matching[text] = true;
                left -= 1;
                if left == 0 {
                    return (matching, true);
                }
            }
            from = self.ends[text];
        }
        (matching, false)
    }
}

/// The folded texts of a dossier; see the module.
#[derive(Debug, Default)]
pub struct SearchIndex {
    records: Vec<(RecordId, String)>,
    // By the number that the ledger gives a text.
    entries: Texts,
    places: FxHashMap<RecordId, usize>,
    generation: u64,
}

/// The results of one kind.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Found {
    /// How many there are.
    pub count: usize,
    /// Whether there are even more, because counting stopped.
    pub more: bool,
    /// The best hits; texts that match near their beginning come first.
    pub records: Vec<Record>,
}

impl SearchIndex {
    /// Updates the texts of the records that a step touched. Returns `false` if that is not
    /// possible, and everything has to be read again.
    pub(crate) fn update(&mut self, snapshot: &Snapshot, touched: &[RecordId]) -> bool {
        if self.generation != snapshot.positions.generation() {
            return false;
        }
        let known = self.entries.ends.len();
        snapshot.positions.texts_from(known).for_each(|words| self.entries.push(&fold(words)));
        for id in touched {
            let words = snapshot.record(*id).and_then(|record| words_of(&record));
            let words = words.map(|words| fold(&words)).unwrap_or_default();
            match self.places.get(id) {
                Some(place) => self.records[*place].1 = words,
                None if words.is_empty() => {}
                None => {
                    self.places.insert(*id, self.records.len());
                    self.records.push((*id, words));
                }
            }
        }
        true
    }

    /// The records whose text contains every word of the query, by kind.
    pub fn search(&self, snapshot: &Snapshot, query: &str) -> BTreeMap<Table, Found> {
        let folded = fold(query);
        let mut words: Vec<_> = folded.split_whitespace().collect();
        // The longest word first, because it occurs in the fewest texts.
        words.sort_by_key(|word| std::cmp::Reverse(word.len()));
        let Some((first, others)) = words.split_first() else { return BTreeMap::new() };
        let finder = memmem::Finder::new(first.as_bytes());
        let has = |text: &str| {
            let place = finder.find(text.as_bytes())?;
            others.iter().all(|word| text.contains(word)).then_some(place)
        };
        let mut ranked: BTreeMap<Table, (usize, Vec<(usize, RecordId)>)> = BTreeMap::new();
        for (id, text) in &self.records {
            if let Some(place) = has(text) {
                let (count, hits) = ranked.entry(id.table).or_default();
                *count += 1;
                hits.push((place, *id));
            }
        }
        // A state is also found by the names it has elsewhere.
        let named = GoBy::new(query);
        for party in snapshot.parties.iter().filter(|party| named.has(party)) {
            let (count, hits) = ranked.entry(Table::Parties).or_default();
            let id = RecordId::from(party.id);
            if hits.iter().all(|(_, hit)| *hit != id) {
                *count += 1;
                hits.push((0, id));
            }
        }
        let (matching, more) = self.entries.matching(&finder, others);
        // Kept, because finding an entry again by its identity would scan all of them.
        let mut entries = FxHashMap::default();
        if matching.contains(&true) {
            let (count, hits) = ranked.entry(Table::Positions).or_default();
            for entry in snapshot.positions.with_texts(&matching) {
                *count += 1;
                if hits.len() < KEPT {
                    hits.push((0, entry.id().into()));
                    entries.insert(RecordId::from(entry.id()), entry);
                }
            }
            if *count == 0 {
                ranked.remove(&Table::Positions);
            }
        }
        let record = |id: RecordId| match entries.get(&id) {
            Some(entry) => snapshot.position(*entry).map(Record::from),
            None => snapshot.record(id),
        };
        let found = ranked.into_iter().map(|(table, (count, mut hits))| {
            hits.sort();
            hits.truncate(KEPT);
            let records = hits.into_iter().filter_map(|(_, id)| record(id)).collect();
            (table, Found { count, more: more && table == Table::Positions, records })
        });
        found.collect()
    }
}

/// The text of a record around the first occurrence of a query word: what comes before it, the
/// word itself, what comes after it.
pub fn excerpt(record: &Record, query: &str) -> Option<[String; 3]> {
    let words = words_of(record)?;
    let folded = fold(query);
    let sought = folded.split_whitespace().max_by_key(|word| word.len())?;
    let (from, to) = place_of(&words, sought)?;
    const AROUND: usize = 60;
    let before: String = words[..from].chars().rev().take(AROUND).collect();
    let before: String = before.chars().rev().collect();
    let after: String = words[to..].chars().take(AROUND).collect();
    let line = |text: String| text.replace('\n', " · ");
    Some([line(before), line(words[from..to].to_owned()), line(after)])
}

/// The place of a folded word in the original text, in bytes.
fn place_of(words: &str, sought: &str) -> Option<(usize, usize)> {
    let mut folded = String::new();
    // The origin of each byte of the folded text.
    let mut origin = Vec::new();
    for (at, c) in words.char_indices() {
        let before = folded.len();
        folded += &fold(c.encode_utf8(&mut [0; 4]));
        origin.extend(std::iter::repeat_n((at, at + c.len_utf8()), folded.len() - before));
    }
    let place = folded.find(sought)?;
    let last = place + sought.len().checked_sub(1)?;
    Some((origin.get(place)?.0, origin.get(last)?.1))
}

/// All free texts of a record joined, in the order of its columns; `None` if there are none.
fn words_of(record: &Record) -> Option<String> {
    if matches!(record, Record::SavedView(_)) {
        // It leads nowhere but to the matrix.
        return None;
    }
    let words: Vec<_> = record.texts().map(|(_, text)| text).collect();
    let words = words.join("\n");
    (!words.is_empty()).then_some(words)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Bilingual, Dossier, Party, PartyKind, Position, Proposal, Stance};

    #[test]
    fn a_word_is_found_at_its_place_whatever_its_accents() {
        for (words, sought, found) in [
            ("Türkiye agrees", "turkiye", Some("Türkiye")),
            ("the Åland İslands", "isla", Some("İsla")),
            ("Straße", "strasse", Some("Straße")),
            ("nothing", "else", None),
        ] {
            let place = place_of(words, sought).map(|(from, to)| &words[from..to]);
            assert_eq!(place, found, "{words}");
        }
    }

    #[test]
    fn every_text_is_found_by_all_its_words_and_follows_edits() {
        let mut snapshot = Snapshot::new(Dossier::new("A dossier"));
        let party = Party::new("TUR", Bilingual::new("Türkiye", "Turkije"), PartyKind::State);
        let proposal = Proposal::new("P-1", Bilingual::new("Points of contact", ""));
        snapshot.put(party.clone().into());
        snapshot.put(proposal.clone().into());
        let day = "2026-01-01".parse().unwrap();
        let mut entry = Position::new(proposal.id, party.id, Some(Stance::Support), day);
        entry.words = "Could agree to a register".to_owned();
        snapshot.put(entry.clone().into());
        let mut index = RawTexts::of(&snapshot).fold();
        let tables = |index: &SearchIndex, snapshot: &Snapshot, query: &str| {
            index.search(snapshot, query).into_keys().collect::<Vec<_>>()
        };
        assert_eq!(tables(&index, &snapshot, "turk"), [Table::Parties]);
        assert_eq!(tables(&index, &snapshot, "contact points"), [Table::Proposals]);
        assert_eq!(tables(&index, &snapshot, "REGISTER agree"), [Table::Positions]);
        assert!(tables(&index, &snapshot, "register turk").is_empty());
        assert_eq!(tables(&index, &snapshot, "Turquie"), [Table::Parties], "its name elsewhere");
        assert!(tables(&index, &snapshot, "  ").is_empty());
        let mut changed = proposal.clone();
        changed.summary.en = "Each names a cybersecurity desk".to_owned();
        snapshot.put(changed.into());
        let mut later = entry;
        later.words = "Changed its mind on the desk".to_owned();
        later.id = crate::model::PositionId::new();
        snapshot.put(later.clone().into());
        assert!(index.update(&snapshot, &[proposal.id.into(), later.id.into()]));
        assert_eq!(tables(&index, &snapshot, "desk"), [Table::Proposals, Table::Positions]);
        let found = &index.search(&snapshot, "mind")[&Table::Positions].records;
        assert_eq!(found[..], [Record::from(later)], "whole, so that nobody has to find it again");
        let hit = excerpt(&found[0], "mind").unwrap();
        assert_eq!(hit, ["Changed its ".to_owned(), "mind".into(), " on the desk".into()]);
        snapshot.remove(proposal.id.into());
        assert!(index.update(&snapshot, &[proposal.id.into()]));
        assert_eq!(tables(&index, &snapshot, "cybersecurity"), []);
        // Once the dossier is read again, texts have other numbers.
        snapshot.positions = crate::model::Ledger::new();
        assert!(!index.update(&snapshot, &[]));
    }
}
