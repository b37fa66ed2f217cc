//! The plan of a table: its effects on a dossier, which is not changed before the plan is carried
//! out.

use chrono::NaiveDate;
use rustc_hash::FxHashMap;

use super::super::confided::{drop_confided, mark_made};
use super::super::{Problems, Sheet};
use super::answers::{Answers, ClashQuestion, Question};
use super::cast::{Cast, made_names};
use super::layout::{Field, Layout};
use super::mapping::Mapping;
use crate::document::{Edit, StepName};
use crate::model::{
    AliasId, Marking, PartyKind, Position, Record, RecordId, Snapshot, Table, Vote, keyed,
};
use crate::text::Text;

/// How often the pulse is called, in rows.
pub(super) const BEAT: usize = 512;

/// How many contradictions are asked about.
pub(super) const CLASHES: usize = 100;

/// How many rows are reported one by one.
const LISTED: usize = 10_000;

/// How a plan is made.
#[derive(Clone, Debug)]
pub struct Options {
    /// The language of suggestions and of new titles.
    pub text: Text,
    /// Today: any later day is in the future.
    pub today: NaiveDate,
    /// The day of entries without one.
    pub undated_on: NaiveDate,
    /// The author of the entries.
    pub author: String,
    /// Whether proposals, and parties that the library knows, are created if they are missing.
    pub create: bool,
    /// The kind of party that unknown names are; if absent, they are asked about.
    pub kind: Option<PartyKind>,
    /// Whether unknown groups are created too; otherwise they are asked about.
    pub groups: bool,
    /// A second table with the titles and days of roll calls.
    pub titles: Option<Sheet>,
}

/// The input of a plan.
#[derive(Clone, Copy, Debug)]
pub(super) struct Given<'a> {
    /// The dossier.
    pub snapshot: &'a Snapshot,
    /// The table, with its header.
    pub sheet: &'a Sheet,
    /// How it is read.
    pub mapping: &'a Mapping,
    /// The answers given.
    pub answers: &'a Answers,
    /// How the plan is made.
    pub options: &'a Options,
}

/// The progress of the work, in rows; `of` is 0 until the total is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Progress {
    /// The rows done.
    pub done: usize,
    /// All rows.
    pub of: usize,
}

/// Receives the progress; returns whether to continue.
pub type Pulse<'a> = &'a mut dyn FnMut(Progress) -> bool;

keyed! {
    /// The fate of a row, or of a cell of a matrix.
    pub enum Fate as "fate" {
        /// It adds something.
        New = "new",
        /// It changes something.
        Changed = "changed",
        /// The dossier says so already.
        Same = "same",
        /// It says that no stance was taken, so it has no effect.
        Silent = "silent",
        /// The user leaves it out.
        LeftOut = "left-out",
        /// It cannot be read, or waits for an answer.
        Wrong = "wrong",
    }
}

/// How many rows or cells have each fate.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    counts: [usize; 6],
}

impl Tally {
    /// How many have this fate.
    pub fn of(self, fate: Fate) -> usize {
        self.counts[fate as usize]
    }

    fn add(&mut self, fate: Fate) {
        self.counts[fate as usize] += 1;
    }

    fn take(&mut self, fate: Fate) {
        let count = &mut self.counts[fate as usize];
        *count = count.saturating_sub(1);
    }
}

/// The fate of one row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RowPlan {
    /// Its line.
    pub line: u64,
    /// The fates of its cells; a single one for a layout in which a row is one unit.
    pub tally: Tally,
}

/// How many stances or votes of a row are listed in words.
const TOLD: u8 = 8;

/// The fates of all rows: in numbers, and row by row.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Book {
    pub tally: Tally,
    pub rows: Vec<RowPlan>,
    // The stances or records that rows become, in words, and how many parts of the last one are
    // listed.
    becomes: Vec<(u64, String)>,
    told: u8,
    of_rows: Vec<(u64, Vec<RecordId>)>,
}

impl Book {
    /// Records the fate of a row, or of a cell of it.
    pub(super) fn note(&mut self, line: u64, fate: Fate) {
        self.tally.add(fate);
        if let Some(row) = self.rows.last_mut().filter(|row| row.line == line) {
            row.tally.add(fate);
        } else if self.rows.len() < LISTED {
            let mut row = RowPlan { line, tally: Tally::default() };
            row.tally.add(fate);
            self.rows.push(row);
        }
    }

    /// Records in words what a noted row becomes: its beginning, and one more part.
    pub(super) fn tell(
        &mut self,
        line: u64,
        first: impl FnOnce() -> String,
        part: impl FnOnce() -> String,
    ) {
        if self.rows.last().is_none_or(|row| row.line != line) {
            return;
        }
        if self.becomes.last().is_none_or(|(of, _)| *of != line) {
            self.becomes.push((line, first()));
            self.told = 0;
        }
        let Some((_, words)) = self.becomes.last_mut().filter(|_| self.told < TOLD) else { return };
        self.told += 1;
        if !words.is_empty() {
            words.push_str(" · ");
        }
        words.push_str(&part());
    }

    /// Records which records a noted row becomes.
    pub(super) fn becomes(&mut self, line: u64, records: impl Iterator<Item = RecordId>) {
        if self.rows.last().is_none_or(|row| row.line != line) {
            return;
        }
        match self.of_rows.last_mut().filter(|(of, _)| *of == line) {
            Some((_, all)) => all.extend(records.take(usize::from(TOLD).saturating_sub(all.len()))),
            None => self.of_rows.push((line, records.take(TOLD.into()).collect())),
        }
    }

    /// Corrects the recorded fate of one row or cell.
    pub(super) fn correct(&mut self, line: u64, from: Fate, to: Fate) {
        self.tally.take(from);
        self.tally.add(to);
        // Lines come in ascending order.
        if let Ok(at) = self.rows.binary_search_by_key(&line, |row| row.line)
            && let Some(row) = self.rows.get_mut(at)
        {
            row.tally.take(from);
            row.tally.add(to);
        }
    }
}

/// The effects of a table.
#[derive(Clone, Debug, PartialEq)]
pub struct Plan {
    /// The layout it was read in.
    pub layout: Layout,
    /// The fates of all rows, or of all cells of a matrix.
    pub tally: Tally,
    /// The fate of each row, from the top; at most ten thousand.
    pub rows: Vec<RowPlan>,
    /// The stances or votes that rows become, in the language of the user, by line: who takes which
    /// stance on which proposal, or how a party votes.
    pub becomes: Vec<(u64, String)>,
    /// The records that rows become, by line, if rows are records.
    pub of_rows: Vec<(u64, Vec<RecordId>)>,
    /// The open questions. Until they are answered, the rows concerned count as wrong.
    pub questions: Vec<Question>,
    /// How many names have to be answered besides those in `questions`.
    pub unlisted: usize,
    /// The problems; the rows concerned add nothing.
    pub problems: Problems,
    /// The required fields that no column holds, so that no row could be read.
    pub lacks: Vec<Field>,
    /// The line at which reading stopped, because the table is about others.
    pub strangers: Option<u64>,
    /// How many entries have a date that gives only the month.
    pub months: usize,
    /// How many entries have no date of their own.
    pub undated: usize,
    /// How many entries are dated in the future.
    pub future: usize,
    /// How many stances are followed by words in the same cell, which become notes.
    pub worded: usize,
    /// The parties, groups and proposals created because the table names them, by name.
    pub made: Vec<(Table, String)>,
    /// The records to add or change, each after those it refers to.
    pub(super) records: Vec<Record>,
    /// The entries to add.
    pub(super) entries: Vec<Position>,
    /// The votes to add.
    pub(super) votes: Vec<Vote>,
    /// How confidential the other names among the records are.
    written: FxHashMap<AliasId, Marking>,
}

impl Plan {
    pub(super) fn new(layout: Layout) -> Self {
        Self {
            layout,
            tally: Tally::default(),
            rows: Vec::new(),
            becomes: Vec::new(),
            of_rows: Vec::new(),
            questions: Vec::new(),
            unlisted: 0,
            problems: Problems::default(),
            lacks: Vec::new(),
            strangers: None,
            months: 0,
            undated: 0,
            future: 0,
            worded: 0,
            made: Vec::new(),
            records: Vec::new(),
            entries: Vec::new(),
            votes: Vec::new(),
            written: FxHashMap::default(),
        }
    }

    /// Hides implicitly created records from readers who may see none of the rows that name them.
    pub(super) fn confide(&mut self, snapshot: &Snapshot) {
        mark_made(snapshot, &mut self.records, &self.entries, &self.votes);
        drop_confided(snapshot, &mut self.records, &self.written);
    }

    /// Finishes it with the fates of the rows, the names, and the cells that contradict each other.
    pub(super) fn conclude(
        &mut self,
        book: Book,
        cast: Cast,
        clashes: Vec<ClashQuestion>,
        text: Text,
    ) {
        (self.tally, self.rows, self.becomes) = (book.tally, book.rows, book.becomes);
        self.of_rows = book.of_rows;
        self.questions.extend(cast.questions.into_iter().map(Question::Name));
        self.questions.extend(clashes.into_iter().map(Question::Clash));
        self.unlisted = cast.unlisted;
        self.made = made_names(&cast.made, text);
        self.records = cast.made;
        self.written = cast.written;
    }

    /// Whether everything is answered and nothing is wrong.
    pub fn is_whole(&self) -> bool {
        self.questions.is_empty()
            && self.problems.is_empty()
            && self.lacks.is_empty()
            && self.strangers.is_none()
    }

    /// Whether no row could be read.
    pub fn is_blocked(&self) -> bool {
        let blocks = |it: &Question| matches!(it, Question::Days(_) | Question::Scale(_));
        !self.lacks.is_empty() || self.strangers.is_some() || self.questions.iter().any(blocks)
    }

    /// Whether carrying it out would change nothing.
    pub fn is_empty(&self) -> bool {
        self.records.is_empty() && self.entries.is_empty() && self.votes.is_empty()
    }

    /// The records it adds or changes, without entries and votes.
    pub fn records(&self) -> &[Record] {
        &self.records
    }

    /// How many records of a table it adds or changes.
    pub fn count(&self, table: Table) -> usize {
        let records = self.records.iter().filter(|it| it.record_id().table == table).count();
        match table {
            Table::Positions => records + self.entries.len(),
            Table::Votes => records + self.votes.len(),
            _ => records,
        }
    }

    /// The plan as one edit; whatever is wrong or unanswered is left out.
    pub fn edit(self, detail: impl Into<String>) -> Edit {
        let name = match self.layout {
            Layout::Positions | Layout::Matrix | Layout::Turned => StepName::ImportPositions,
            Layout::LongRolls | Layout::WideRolls => StepName::ImportRollCalls,
            Layout::Parties
            | Layout::Proposals
            | Layout::Memberships
            | Layout::Crosses
            | Layout::Sources
            | Layout::Contacts
            | Layout::Obstacles
            | Layout::Remedies => StepName::ImportRecords,
        };
        let mut edit = Edit::new(name, detail);
        edit = self.records.into_iter().fold(edit, Edit::put);
        edit.votes = self.votes;
        edit.entries = self.entries;
        edit
    }
}
