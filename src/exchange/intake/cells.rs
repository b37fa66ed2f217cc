//! Reads the cells of one row.

use std::borrow::Cow;
use std::collections::BTreeMap;

use super::super::days;
use super::super::problems::ImportProblem;
use super::super::stances::whole_number;
use super::layout::{Field, Layout};
use super::mapping::Mapping;
use crate::document::LONGEST;
use crate::library::obstacle_text;
use crate::model::words::{fold_line, is_unseen};
use crate::model::{
    Bilingual, Bindingness, DayOrder, Keyed, Language, Marking, MeasureKind, Obstacle, PartialDate,
    PartyKind, RemedyKind, RemedyStatus, Scope, Severity, SourceKind, Status,
};
use crate::text::{Text, msg};

/// A fault in a cell: its column, and the reason.
pub(super) type Flaw = (Field, ImportProblem);

/// Reads the cells of rows by what their columns hold.
pub(super) struct CellReader {
    fields: BTreeMap<Field, usize>,
    pub text: Text,
    pub order: DayOrder,
}

impl CellReader {
    pub(super) fn new(mapping: &Mapping, text: Text) -> Self {
        let columns = mapping.columns.iter().enumerate().rev();
        let fields = columns.filter_map(|(at, column)| Some((column.field?, at))).collect();
        Self { fields, text, order: mapping.dates.unwrap_or(DayOrder::DayFirst) }
    }

    /// A row.
    pub(super) fn row<'a>(&'a self, cells: &'a [Cow<'a, str>]) -> RowCells<'a> {
        RowCells { reader: self, cells }
    }
}

/// The cells of one row.
#[derive(Clone, Copy)]
pub(super) struct RowCells<'a> {
    reader: &'a CellReader,
    cells: &'a [Cow<'a, str>],
}

impl<'a> RowCells<'a> {
    /// The content of a cell; empty if the table has no such column.
    pub(super) fn get(&self, field: Field) -> &'a str {
        let cell = self.reader.fields.get(&field).and_then(|at| self.cells.get(*at));
        let shows = |cell: &&str| !cell.chars().all(|c| c.is_whitespace() || is_unseen(c));
        cell.map(|cell| cell.trim()).filter(shows).unwrap_or_default()
    }

    /// The first cell that is longer than a text may be.
    pub(super) fn too_long(&self) -> Option<Flaw> {
        let long = |cell: &str| cell.len() > LONGEST && cell.chars().count() > LONGEST;
        let mut fields = self.reader.fields.keys();
        fields.find(|field| long(self.get(**field))).map(|it| (*it, ImportProblem::TooLong))
    }

    /// Sets a text, unless the cell is empty.
    pub(super) fn set(&self, field: Field, value: &mut String) {
        let written = self.get(field);
        if !written.is_empty() {
            written.clone_into(value);
        }
    }

    /// Sets a text in the language of the user, unless the cell is empty.
    pub(super) fn set_in(&self, field: Field, value: &mut Bilingual) {
        match self.reader.text.language() {
            Language::English => self.set(field, &mut value.en),
            Language::Dutch => self.set(field, &mut value.nl),
        }
    }

    /// Sets a marking.
    pub(super) fn marking(&self, value: &mut Option<Marking>) -> Result<(), Flaw> {
        let written = self.get(Field::Marking);
        if !written.is_empty() {
            let marking = Marking::parse(written);
            *value = Some(marking.ok_or((Field::Marking, ImportProblem::UnknownMarking))?);
        }
        Ok(())
    }

    /// A value of a closed list, by its key or its label; `None` if the cell is empty.
    pub(super) fn keyed<T: Keyed>(&self, field: Field) -> Result<Option<T>, Flaw> {
        let written = self.get(field);
        if written.is_empty() {
            return Ok(None);
        }
        keyed(written).map(Some).ok_or((field, ImportProblem::UnknownWord))
    }

    /// The kind of a party; `None` if the cell is empty.
    pub(super) fn party_kind(&self) -> Result<Option<PartyKind>, Flaw> {
        let word = match fold_line(self.get(Field::Kind)).as_str() {
            "country" | "member state" | "land" | "lidstaat" => Some(PartyKind::State),
            "igo"
            | "organisation"
            | "organization"
            | "international organisation"
            | "international organization"
            | "organisatie"
            | "internationale organisatie" => Some(PartyKind::Organisation),
            "ngo" | "maatschappelijke organisatie" => Some(PartyKind::CivilSociety),
            "industry" | "private sector" | "bedrijfsleven" => Some(PartyKind::Company),
            _ => None,
        };
        match word {
            Some(_) => Ok(word),
            None => self.keyed(Field::Kind),
        }
    }

    /// One of the eight obstacles, by its name, its short name or its number; `None` if the cell is
    /// empty.
    pub(super) fn obstacle(&self) -> Result<Option<Obstacle>, Flaw> {
        let written = self.get(Field::Obstacle);
        let (folded, number) = (fold_line(written), written.trim_end_matches('.'));
        let called = |it: &&Obstacle| {
            let short = |language: &Language| obstacle_text(**it).short_in(*language);
            it.number().to_string() == whole_number(number)
                || Language::ALL.iter().any(|language| fold_line(short(language)) == folded)
        };
        match Obstacle::ALL.iter().find(called) {
            Some(obstacle) => Ok(Some(*obstacle)),
            None => self.keyed(Field::Obstacle),
        }
    }

    /// How much an obstacle hinders, from 0 to 4, as a number, a word or both; the inner `None`
    /// means "not assessed", the outer one that the cell is empty.
    pub(super) fn severity(&self, field: Field) -> Result<Option<Option<Severity>>, Flaw> {
        let written = self.get(field);
        if written.is_empty() {
            return Ok(None);
        }
        let all = || Severity::all().map(Some).chain([None]);
        let texts = || Language::ALL.iter().map(|language| Text::new(*language));
        let folded = fold_line(written);
        let is_it = |severity: &Option<Severity>| {
            let number = severity.map(|it| it.get().to_string());
            number.as_deref() == Some(whole_number(written))
                || texts().any(|text| {
                    let words =
                        [text.severity_word(*severity), &text.severity(*severity)].map(fold_line);
                    words.contains(&folded)
                })
        };
        let found = if folded == "?" { Some(None) } else { all().find(is_it) };
        found.map(Some).ok_or((field, ImportProblem::UnknownWord))
    }

    /// Yes or no; `None` if the cell is empty.
    pub(super) fn yes(&self, field: Field) -> Result<Option<bool>, Flaw> {
        match self.get(field) {
            "" => Ok(None),
            written => yes(written).map(Some).ok_or((field, ImportProblem::UnknownWord)),
        }
    }

    /// A date as precise as it is written; `None` if the cell is empty.
    pub(super) fn date(&self, field: Field) -> Result<Option<PartialDate>, Flaw> {
        let written = self.get(field);
        let year = written.len() == 4 && written.bytes().all(|it| it.is_ascii_digit());
        if written.is_empty() {
            return Ok(None);
        }
        if year {
            return written.parse().map(Some).map_err(|_| (field, ImportProblem::NotADate));
        }
        let read = days::read(self.reader.text, written, self.reader.order);
        let read = read.map_err(|problem| (field, problem))?;
        let month = || read.day.format("%Y-%m").to_string().parse().ok();
        Ok(if read.only_month { month() } else { Some(read.day.into()) })
    }
}

/// The cell that identifies a row.
pub(super) fn main_cell<'a>(layout: Layout, cells: RowCells<'a>) -> (Field, &'a str) {
    let fields = match layout {
        Layout::Memberships | Layout::Contacts => [Field::Party, Field::Group],
        Layout::Obstacles => [Field::Severity, Field::Obstacle],
        Layout::Remedies => [Field::Name, Field::Obstacle],
        _ => [Field::Code, Field::Name],
    };
    let filled = fields.into_iter().find(|field| !cells.get(*field).is_empty());
    let field = filled.unwrap_or(Field::Name);
    (field, cells.get(field))
}

/// Whether a word means yes or no; `None` if neither.
pub(in super::super) fn yes(written: &str) -> Option<bool> {
    match fold_line(written).as_str() {
        "y" | "yes" | "true" | "1" | "x" | "j" | "ja" | "waar" => Some(true),
        "n" | "no" | "false" | "0" | "nee" | "onwaar" => Some(false),
        _ => None,
    }
}

/// The words that can occur in a column of a closed list, in the language of the user.
pub(super) fn possible_words(text: Text, layout: Layout, field: Field) -> Vec<String> {
    fn labels<T: Keyed>(text: Text) -> Vec<String> {
        T::ALL.iter().map(|it| text.label(*it).to_owned()).collect()
    }
    match (layout, field) {
        (Layout::Parties, Field::Kind) => labels::<PartyKind>(text),
        (Layout::Proposals, Field::Kind) => labels::<MeasureKind>(text),
        (Layout::Sources, Field::Kind) => labels::<SourceKind>(text),
        (Layout::Remedies, Field::Kind) => labels::<RemedyKind>(text),
        (Layout::Remedies, Field::Status) => labels::<RemedyStatus>(text),
        (_, Field::Status) => labels::<Status>(text),
        (_, Field::Obstacle) => labels::<Obstacle>(text),
        (_, Field::Severity | Field::After) => {
            Severity::all().map(|it| text.severity(Some(it))).collect()
        }
        (_, Field::Bindingness) => labels::<Bindingness>(text),
        (_, Field::Scope) => labels::<Scope>(text),
        (_, Field::Decides) => [msg!("yes"), msg!("no")].map(|it| text.get(it).to_owned()).into(),
        _ => Vec::new(),
    }
}

/// The value of a closed list with this key or label.
fn keyed<T: Keyed>(written: &str) -> Option<T> {
    let folded = fold_line(written);
    let plain = |key: &str| key.replace(['_', '-'], " ");
    let by_key = T::ALL.iter().find(|it| plain(it.key()) == plain(&folded));
    let by_label = || {
        let labelled = |it: &&T| {
            let mut languages = Language::ALL.iter();
            languages.any(|language| fold_line(Text::new(*language).label(**it)) == folded)
        };
        T::ALL.iter().find(labelled)
    };
    by_key.or_else(by_label).copied()
}
