//! A page as a value: its content by type, before it is written in a format.

use std::borrow::Cow;
use std::cell::OnceCell;

use chrono::NaiveDate;
use uuid::Uuid;

use super::Subject;
use super::changes::{Line, WhatChanged};
use super::entries::Rows;
use super::grounds::{Grounds, Records};
use super::matrix::Matrix;
use crate::analysis::{Cost, Tally};
use crate::model::{
    Keyed, Marking, PartialDate, PartyId, RecordId, Severity, Snapshot, Source, Stance,
};
use crate::text::{Message, Text, msg};

/// A page: blocks from top to bottom, in one language.
#[derive(Clone, Debug)]
pub struct Page<'a> {
    pub(super) text: Text,
    /// Its subject, in a word or two.
    pub(super) name: &'static str,
    /// The day it shows.
    pub(super) day: NaiveDate,
    pub(super) blocks: Vec<Block<'a>>,
    /// Who drew it up, if that is to be said.
    pub(super) author: String,
    // Even an empty page reveals something about its dossier.
    dossier: Grounds,
    // Computed once: it takes long for a million rows.
    marking: OnceCell<Marking>,
}

/// A block of a page.
#[derive(Clone, Debug)]
pub(super) enum Block<'a> {
    /// The marking of the page; for people also the words beside it.
    Marking(Vec<Cell<'a>>),
    /// A named field, for programs.
    Field(&'static str, Cell<'a>),
    /// The subject of the page, for people.
    Title(Cell<'a>),
    /// A sentence, for people.
    Sentence(Cell<'a>),
    /// Begins a self-contained part, on a page of its own in formats with pages; for programs the
    /// blocks up to the next part are a value of their own.
    Part(Cell<'a>),
    /// The subject of the blocks that follow, for people.
    Heading(Cell<'a>),
    /// A list of records.
    Table(Table<'a>),
    /// The stances of all parties on all proposals.
    Matrix(Matrix<'a>),
    /// The changes between two days, for programs and as lines for people.
    Changed(WhatChanged<'a>, Vec<Line>),
}

/// A value on a page, with its grounds.
#[derive(Clone, Debug)]
pub(super) struct Cell<'a> {
    value: Value<'a>,
    grounds: Grounds,
    left_out: usize,
}

/// The value in a cell, by type, so that no format has to parse it.
#[derive(Clone, Debug)]
pub(super) enum Value<'a> {
    /// No value.
    Nothing,
    /// A name, a code or other text, as in the dossier.
    Text(Cow<'a, str>),
    /// A value of a closed list: its key for programs, its label for people.
    Label { key: Option<&'a str>, words: &'a str },
    /// Yes or no.
    Flag(bool),
    /// A number of things.
    Count(usize),
    /// A number of parties, and which: in the window the number leads to them.
    Of(Vec<PartyId>),
    /// A number from −1 to 1: an index, or a threshold for one.
    Index(f64),
    /// A whole number that may be below zero.
    Balance(i64),
    /// A chance or a share, from 0 to 1.
    Share(f64),
    /// How far expectations were off: 0 is perfect.
    Score(f64),
    /// A cost, as it was given or worked out.
    Cost(Cost),
    /// A day.
    Day(NaiveDate),
    /// A date as precise as known.
    Date(PartialDate),
    /// The severity of an obstacle; `None` is not assessed.
    Severity(Option<Severity>),
    /// How much it matters to a party, 1 to 5.
    Salience(u8),
    /// A source: its shortest name, and in a note everything needed to find it.
    Source(&'a Source),
    /// A marking.
    Marking(Marking),
    /// An id.
    Identity(Uuid),
    /// A stance; `None` is unknown.
    Stance(Option<Stance>),
    /// How many take each stance.
    Tally(Tally),
    /// Values of one kind.
    List(Vec<Cell<'a>>),
    /// Values of one kind, each on a line of its own.
    Lines(Vec<Cell<'a>>),
    /// Named values; a format with room for only one uses the first.
    Fields(Vec<(&'static str, Cell<'a>)>),
    /// Named values that do not hold on the day of the page: a list in words leaves them out.
    Former(Vec<(&'static str, Cell<'a>)>),
}

/// A list of records, one row each.
#[derive(Clone, Debug)]
pub(super) struct Table<'a> {
    /// Its name, for programs.
    pub(super) key: &'static str,
    pub(super) columns: Vec<Column>,
    pub(super) rows: Rows<'a>,
}

/// A column of a table: for programs by its key, for people by its heading, or for both.
#[derive(Clone, Debug)]
pub(super) struct Column {
    pub(super) key: Option<&'static str>,
    pub(super) heading: Option<&'static str>,
    /// Whether it holds the grounds of a row; a document puts these in its footnotes.
    pub(super) note: bool,
}

impl<'a> Page<'a> {
    pub(super) fn new(
        snapshot: &Snapshot,
        records: &Records<'_>,
        (text, subject, day): (Text, Subject, NaiveDate),
        blocks: Vec<Block<'a>>,
    ) -> Self {
        let dossier = records.of(snapshot.dossier.id);
        let (name, marking) = (text.label(subject), OnceCell::new());
        Self { text, name, day, blocks, author: String::new(), dossier, marking }
    }

    /// Says who drew it up, below its title and in the properties of the file.
    pub(super) fn sign(&mut self, author: &str) {
        if author.is_empty() {
            return;
        }
        let title = self.blocks.iter().position(|it| matches!(it, Block::Title(_)));
        let words = self.text.with(msg!("page-by"), &[("author", author.into())]);
        let by = [Block::Field("author", Grounds::default().cell(author.to_owned()))];
        let by = by.into_iter().chain([Block::Sentence(Grounds::default().cell(words))]);
        let at = title.map_or(0, |at| at + 1);
        self.blocks.splice(at..at, by);
        author.clone_into(&mut self.author);
    }

    /// The lines above it, from the words of its marking block: the marking with the classification
    /// beside it, and the title of the dossier. If the ceiling hides the title, the name of the
    /// page takes its place.
    pub(super) fn top(&self, beside: &[Cell<'_>]) -> (Vec<String>, String) {
        let words = |cell: &Cell<'_>| cell.words(self.text).into_owned();
        let (title, before) =
            beside.split_last().map_or((String::new(), &[][..]), |(it, all)| (words(it), all));
        let before = before.iter().map(words).filter(|it| !it.is_empty());
        let marking = [self.marking().label().to_owned()].into_iter().chain(before);
        (marking.collect(), if title.is_empty() { self.name.to_owned() } else { title })
    }

    /// The number of cells of its matrix, known and unknown.
    pub(super) fn cells(&self) -> usize {
        let cells = self.blocks.iter().map(|block| match block {
            Block::Matrix(matrix) => matrix.columns.len().saturating_mul(matrix.rows.len()),
            _ => 0,
        });
        cells.sum()
    }

    /// The number of cells in all its tables.
    pub(super) fn all_cells(&self) -> usize {
        let cells = self.blocks.iter().map(|block| match block {
            Block::Table(table) => table.rows.len().saturating_mul(table.read_columns()),
            Block::Changed(_, lines) => lines.len().saturating_mul(5),
            _ => 0,
        });
        cells.sum::<usize>().saturating_add(self.cells())
    }

    /// The strictest marking of anything on it, whatever the format.
    pub fn marking(&self) -> Marking {
        *self.marking.get_or_init(|| {
            let mut marking = self.dossier.marking();
            self.each_grounds(&mut |grounds| marking = marking.max(grounds.marking()));
            marking.unwrap_or(Marking::Red)
        })
    }

    /// Calls `name` with each record the page rests on, some possibly more than once.
    pub fn each_record(&self, mut name: impl FnMut(RecordId)) {
        self.dossier.each(&mut name);
        self.each_grounds(&mut |grounds| grounds.each(&mut name));
    }

    fn each_grounds(&self, each: &mut dyn FnMut(&Grounds)) {
        for block in &self.blocks {
            match block {
                Block::Marking(cells) => cells.iter().for_each(|cell| each(&cell.grounds)),
                Block::Field(_, cell)
                | Block::Title(cell)
                | Block::Part(cell)
                | Block::Heading(cell)
                | Block::Sentence(cell) => {
                    each(&cell.grounds);
                }
                Block::Table(table) => {
                    table.rows.each_grounds(each);
                }
                Block::Matrix(matrix) => matrix.grounds().for_each(&mut *each),
                Block::Changed(changes, _) => changes.grounds().for_each(&mut *each),
            }
        }
    }
}

impl<'a> Cell<'a> {
    /// A value resting on records; created through [`Grounds::cell`].
    pub(super) fn resting(value: Value<'a>, grounds: Grounds) -> Self {
        Self { value, grounds, left_out: 0 }
    }

    /// The same, if its words leave out so many of those they would name.
    pub(super) fn leaving_out(self, left_out: usize) -> Self {
        Self { left_out, ..self }
    }

    /// How many its words leave out of those they would name.
    pub(super) fn left_out(&self) -> usize {
        self.left_out
    }

    /// Words of the program or of the library.
    pub(super) fn fixed(words: &'static str) -> Self {
        Self::resting(Value::Text(words.into()), Grounds::default())
    }

    /// An empty cell.
    pub(super) fn nothing() -> Self {
        Self::resting(Value::Nothing, Grounds::default())
    }

    /// A number that comes from no record.
    pub(super) fn number(number: usize) -> Self {
        Self::resting(Value::Count(number), Grounds::default())
    }

    /// A day that was asked for, or that belongs to no record.
    pub(super) fn day(day: NaiveDate) -> Self {
        Self::resting(Value::Day(day), Grounds::default())
    }

    /// A sentence with these values inserted.
    pub(super) fn sentence(text: Text, id: Message, values: &[(&'static str, Self)]) -> Self {
        let arguments: Vec<_> =
            values.iter().map(|(name, cell)| (*name, cell.value.argument(text))).collect();
        let grounds = Grounds::all(values.iter().map(|(_, cell)| cell.grounds.clone()));
        Self::resting(Value::Text(text.with(id, &arguments).into()), grounds)
    }

    /// Several values of one kind as one cell.
    pub(super) fn list(cells: Vec<Self>) -> Self {
        let grounds = Grounds::all(cells.iter().map(|cell| cell.grounds.clone()));
        Self::resting(Value::List(cells), grounds)
    }

    /// Several named values as one cell.
    pub(super) fn fields(fields: Vec<(&'static str, Self)>) -> Self {
        let grounds = Grounds::all(fields.iter().map(|(_, cell)| cell.grounds.clone()));
        Self::resting(Value::Fields(fields), grounds)
    }

    /// Several named values of what no longer holds.
    pub(super) fn former(fields: Vec<(&'static str, Self)>) -> Self {
        let grounds = Grounds::all(fields.iter().map(|(_, cell)| cell.grounds.clone()));
        Self::resting(Value::Former(fields), grounds)
    }

    /// Several cells as one, each on a line of its own.
    pub(super) fn lines(cells: Vec<Self>) -> Self {
        let grounds = Grounds::all(cells.iter().map(|cell| cell.grounds.clone()));
        Self::resting(Value::Lines(cells), grounds)
    }

    /// The records that it rests on.
    pub(super) fn grounds(&self) -> &Grounds {
        &self.grounds
    }

    pub(super) fn value(&self) -> &Value<'a> {
        &self.value
    }
}

/// A value for a format that can do more with it than write it in words.
pub(super) enum Shown {
    /// A stance, by its sign.
    Sign(Option<Stance>),
    /// The severity of an obstacle; `None` is not assessed.
    Severity(Option<Severity>),
    /// A number of things.
    Count(usize),
    /// A number that may have a fraction.
    Decimal(f64),
    /// A number from −1 to 1.
    Index(f64),
    /// A number from 0 to 1, as a percentage.
    Share(f64),
    /// A date as precise as known.
    Date(PartialDate),
    /// Words.
    Words,
}

impl<'a> Value<'a> {
    /// The value as such a format uses it.
    pub(super) fn shown(&self) -> Shown {
        match self {
            Self::Stance(it) => Shown::Sign(*it),
            Self::Severity(it) => Shown::Severity(*it),
            Self::Count(count) => Shown::Count(*count),
            Self::Of(parties) => Shown::Count(parties.len()),
            Self::Balance(number) => Shown::Decimal(*number as f64),
            Self::Cost(cost) => Shown::Decimal(cost.number()),
            Self::Index(index) => Shown::Index(*index),
            Self::Share(share) => Shown::Share(*share),
            Self::Score(score) => Shown::Decimal(*score),
            Self::Day(day) => Shown::Date((*day).into()),
            Self::Date(date) => Shown::Date(*date),
            Self::Nothing
            | Self::Text(_)
            | Self::Label { .. }
            | Self::Flag(_)
            | Self::Salience(_)
            | Self::Source(_)
            | Self::Marking(_)
            | Self::Identity(_)
            | Self::Tally(_)
            | Self::List(_)
            | Self::Lines(_)
            | Self::Fields(_)
            | Self::Former(_) => Shown::Words,
        }
    }

    pub(super) fn label<T: Keyed>(text: Text, value: T) -> Self {
        Self::Label { key: Some(value.key()), words: text.label(value) }
    }

    /// The label of an optional value, with words for `None`.
    pub(super) fn label_or<T: Keyed>(text: Text, value: Option<T>, otherwise: Message) -> Self {
        value.map_or(Self::Label { key: None, words: text.get(otherwise) }, |it| {
            Self::label(text, it)
        })
    }
}

impl<'a> Table<'a> {
    /// A table with columns and rows of the same width.
    pub(super) fn new<const WIDTH: usize>(
        key: &'static str,
        columns: [Column; WIDTH],
        rows: impl Iterator<Item = [Cell<'a>; WIDTH]>,
    ) -> Self {
        Self { key, columns: columns.into(), rows: rows.map(Vec::from).collect() }
    }

    /// How many columns are for people.
    pub(super) fn read_columns(&self) -> usize {
        self.columns.iter().filter(|column| column.heading.is_some()).count()
    }

    /// Whether any column is for programs.
    pub(super) fn is_data(&self) -> bool {
        self.columns.iter().any(|column| column.key.is_some())
    }

    /// Whether any column is for people.
    pub(super) fn is_read(&self) -> bool {
        self.columns.iter().any(|column| column.heading.is_some())
    }
}

impl Column {
    /// For programs and people.
    pub(super) fn new(key: &'static str, heading: &'static str) -> Self {
        Self { key: Some(key), heading: Some(heading), note: false }
    }

    /// The grounds of a row, for programs and people.
    pub(super) fn note(key: &'static str, heading: &'static str) -> Self {
        Self { note: true, ..Self::new(key, heading) }
    }

    /// For programs only.
    pub(super) fn data(key: &'static str) -> Self {
        Self { key: Some(key), heading: None, note: false }
    }

    /// For people only.
    pub(super) fn read(heading: &'static str) -> Self {
        Self { key: None, heading: Some(heading), note: false }
    }
}

macro_rules! values {
    ($( $kind:ident from $plain:ty )+) => { $(
        impl<'a> From<$plain> for Value<'a> {
            fn from(value: $plain) -> Self {
                Self::$kind(value.into())
            }
        }

        impl<'a> From<Option<$plain>> for Value<'a> {
            fn from(value: Option<$plain>) -> Self {
                value.map_or(Self::Nothing, Self::from)
            }
        }
    )+ };
}

values! {
    Text from &'a str
    Text from &'a String
    Text from String
    Flag from bool
    Index from f64
    Balance from i64
    Cost from Cost
    Day from NaiveDate
    Date from PartialDate
    Marking from Marking
    Tally from Tally
}
