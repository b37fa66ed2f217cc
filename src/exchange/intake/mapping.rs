//! The meaning of the columns of a table.

use std::collections::BTreeMap;

use super::super::problems::FaultAt;
use super::super::stances::{Scale, whole_number};
use super::super::{CellStance, NO_HEADER, ParsedStance, Sheet};
use super::answers::NameQuestion;
use super::layout::{Field, Layout};
use super::look::letters;
use super::upper::Upper;
use crate::model::words::fold_line;
use crate::model::{DayOrder, Keyed, Stance, stance};

/// How many columns are named in a question about several.
const COLUMNS: usize = 5;

/// One column of a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Column {
    /// Its heading, as written.
    pub heading: String,
    /// Its content; `None` if it is left out.
    pub field: Option<Field>,
}

/// The meaning of a number or word on an unknown scale.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Meant {
    /// This stance.
    Stance(Stance),
    /// That the stance is unknown.
    Unknown,
    /// That no stance was taken: absent, or not a member.
    NoneTaken,
}

impl Meant {
    /// Its key in a saved mapping: that of the stance, `unknown` or `none`.
    pub fn key(self) -> &'static str {
        match self {
            Self::Stance(stance) => stance.key(),
            Self::Unknown => stance::UNKNOWN_KEY,
            Self::NoneTaken => "none",
        }
    }

    /// The keys of everything that a number or word can mean.
    pub fn keys() -> Vec<&'static str> {
        let stances = Stance::ALL.iter().map(|stance| Self::Stance(*stance));
        stances.chain([Self::Unknown, Self::NoneTaken]).map(Self::key).collect()
    }

    /// The meaning with this key.
    pub fn from_key(key: &str) -> Option<Self> {
        match key {
            stance::UNKNOWN_KEY => Some(Self::Unknown),
            "none" => Some(Self::NoneTaken),
            key => Stance::from_key(key).map(Self::Stance),
        }
    }
}

impl From<Meant> for CellStance {
    fn from(meant: Meant) -> Self {
        match meant {
            Meant::Stance(stance) => Self::Stance(ParsedStance(Some(stance))),
            Meant::Unknown => Self::Stance(ParsedStance(None)),
            Meant::NoneTaken => Self::NoneTaken,
        }
    }
}

/// The meaning of each number on a table's own scale.
pub type OwnScale = BTreeMap<String, Meant>;

/// How a table is to be read. The user can change every part of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mapping {
    /// Its layout.
    pub layout: Layout,
    /// The line with the header, or [`NO_HEADER`]; the lines above it are left out.
    pub header: u64,
    /// The line of headings above that one, if there are two.
    pub upper: Option<Upper>,
    /// The columns, in the order of the table.
    pub columns: Vec<Column>,
    /// The order of its days, if it was asked or stored.
    pub dates: Option<DayOrder>,
    /// The meaning of its numbers, if they are on a scale of its own.
    pub scale: OwnScale,
    /// The name of the sheet; empty for a text.
    pub sheet: String,
}

impl Mapping {
    /// A mapping in which no column has a meaning yet.
    pub fn new(layout: Layout, sheet: &Sheet) -> Self {
        let column = |heading: &String| Column { heading: heading.clone(), field: None };
        Self {
            layout,
            header: sheet.header_line(),
            upper: None,
            columns: sheet.columns().iter().map(column).collect(),
            dates: None,
            scale: OwnScale::new(),
            sheet: String::new(),
        }
    }

    /// The first column that holds this.
    pub fn place(&self, field: Field) -> Option<usize> {
        self.columns.iter().position(|column| column.field == Some(field))
    }

    /// The place of a fault in the column for a field, for the sentence about it.
    pub(super) fn spot(&self, field: Field) -> FaultAt<'_> {
        // Whatever has a name or a code has either.
        let other = match field {
            Field::Name => Some(Field::Code),
            Field::Code => Some(Field::Name),
            Field::Proposal => Some(Field::Number),
            _ => None,
        };
        let place = self.place(field).or_else(|| self.place(other?));
        FaultAt { column: field.key(), at: place.and_then(|at| self.headed(at)), in_header: false }
    }

    /// The place of a fault in a column, or in its heading.
    pub(super) fn spot_at(&self, column: &'static str, at: usize, in_header: bool) -> FaultAt<'_> {
        FaultAt { column, at: self.headed(at), in_header }
    }

    fn headed(&self, at: usize) -> Option<(usize, &str)> {
        self.columns.get(at).map(|column| (at, column.heading.as_str()))
    }

    /// The columns with the stances of the party, or on the proposal, in their heading.
    pub(super) fn cells(&self) -> impl Iterator<Item = (usize, &str)> {
        let columns = self.columns.iter().enumerate();
        columns.filter(|(_, it)| it.field == Some(Field::Cells)).map(|(at, it)| (at, &*it.heading))
    }

    /// The day of the stances in a column, if its headings give one; otherwise empty.
    pub(super) fn day(&self, column: usize) -> &str {
        self.upper.as_ref().map_or("", |upper| upper.day(column))
    }

    /// Whether the table has days, in a column or in its headings.
    pub(super) fn has_days(&self) -> bool {
        self.place(Field::Date).is_some() || self.upper.as_ref().is_some_and(Upper::has_days)
    }

    /// The columns that say more about the stances in other columns: what they hold, and the other
    /// column.
    pub(super) fn beside(&self) -> impl Iterator<Item = (usize, Field, usize)> {
        let upper = self.upper.as_ref().filter(|_| self.layout.takes_beside());
        let columns = self.columns.iter().enumerate();
        columns.filter_map(move |(at, column)| {
            let (field, of) = upper?.beside(at)?;
            (column.field == Some(field)).then_some((at, field, of))
        })
    }

    /// Whether a name asked about is that of a group, which cannot be a party.
    pub fn names_group(&self, question: &NameQuestion) -> bool {
        let column = question.column.as_ref().and_then(|(at, _)| self.columns.get(*at));
        let field = column.and_then(|column| column.field);
        field == Some(Field::Group) || self.layout == Layout::Crosses && field == Some(Field::Cells)
    }

    /// The first columns that hold stances or votes, with their headings.
    pub(super) fn stance_columns(&self) -> Vec<(usize, String)> {
        let columns = self.columns.iter().enumerate();
        let held = columns.filter(|(_, it)| matches!(it.field, Some(Field::Stance | Field::Cells)));
        held.take(COLUMNS).map(|(at, it)| (at, it.heading.clone())).collect()
    }

    /// The required fields of the layout that no column holds. Nothing can be planned until this is
    /// empty.
    pub fn lacks(&self) -> Vec<Field> {
        self.layout.lacks(|field| self.place(field).is_some())
    }

    /// Sets what a column holds. Except for [`Field::Cells`], another column that held it is then
    /// left out.
    pub fn set(&mut self, column: usize, field: Option<Field>) {
        if let Some(field) = field.filter(|field| *field != Field::Cells) {
            self.columns
                .iter_mut()
                .filter(|it| it.field == Some(field))
                .for_each(|it| it.field = None);
        }
        if let Some(column) = self.columns.get_mut(column) {
            column.field = field;
        }
    }

    /// Names the proposal, or the party, that the stances in a column without a header belong to:
    /// by its code or its name.
    pub fn stand(&mut self, column: usize, name: String) {
        self.set(column, Some(Field::Cells));
        if let Some(column) = self.columns.get_mut(column) {
            column.heading = name;
        }
    }

    /// Withdraws such a name.
    pub fn unname(&mut self, column: usize) {
        if self.header == NO_HEADER
            && let Some(named) = self.columns.get_mut(column)
        {
            named.heading = letters(column);
        }
    }

    /// The headings of columns that are left out.
    pub fn left_out(&self) -> impl Iterator<Item = &str> {
        let columns = self.columns.iter().filter(|it| it.field.is_none());
        columns.map(|it| it.heading.as_str()).filter(|heading| !heading.is_empty())
    }
}

/// How the cells with stances are read.
#[derive(Clone, Debug, Default)]
pub(in super::super) struct Reading {
    /// The scale of its numbers as a whole.
    pub scale: Scale,
    /// The meaning of its numbers according to the user.
    pub own: OwnScale,
}

impl From<Scale> for Reading {
    fn from(scale: Scale) -> Self {
        Self { scale, own: OwnScale::new() }
    }
}

impl Reading {
    /// The statement of a cell about a stance.
    pub(in super::super) fn read(&self, written: &str) -> CellStance {
        if !self.own.is_empty()
            && let Some(meant) = self.own.get(&fold_line(whole_number(written)))
        {
            return (*meant).into();
        }
        self.scale.read(written)
    }
}
