//! A page ready for layout by a word processor or our own printer: passages and tables, the lines
//! above and below every sheet, and the grounds of rows as notes.

use std::borrow::Cow;
use std::cell::OnceCell;

use rustc_hash::FxHashMap;

use super::changes::{HEADS, Line};
use super::matrix::Matrix;
use super::page::{Block, Cell, Page, Shown, Table, Value};
use super::paper::Wish;
use super::words::legend;
use crate::exchange::plain;
use crate::model::Stance;
use crate::text::{Text, msg};

/// The least and the greatest width that the content of a column counts for, in characters.
pub(super) const COUNTED: std::ops::RangeInclusive<usize> = 5..=46;

/// A page ready to be laid out.
pub(super) struct Manuscript<'a> {
    /// The marking and the words beside it, above and below every sheet.
    pub(super) marking: String,
    /// The title of the dossier, or of the page.
    pub(super) title: String,
    /// From top to bottom.
    pub(super) passages: Vec<Passage<'a>>,
    /// The grounds of rows; a cell refers to them by number, from 1.
    pub(super) notes: Vec<String>,
}

/// A piece of a page.
pub(super) enum Passage<'a> {
    /// The title of the page.
    Title(String),
    /// The subject of the page.
    About(Cow<'a, str>),
    /// A sentence.
    Sentence(Cow<'a, str>),
    /// Begins a self-contained part, on a sheet of its own.
    Part(Cow<'a, str>),
    /// The subject of the passages that follow, and whether it is within a part.
    Heading(Cow<'a, str>, bool),
    /// A table.
    Grid(Grid<'a>),
}

/// A table.
pub(super) struct Grid<'a> {
    /// Its name.
    pub(super) name: String,
    pub(super) columns: Vec<GridColumn>,
    /// How many of the first columns say what a row is about; if a table is too wide, they are
    /// repeated in each part of it.
    pub(super) stubs: usize,
    pub(super) rows: Vec<Vec<GridCell<'a>>>,
    /// How many of the last rows sum up those above.
    pub(super) sums: usize,
    /// How wide its columns have to be on paper, once measured.
    pub(super) wishes: OnceCell<Vec<Wish>>,
}

/// A column of a table.
pub(super) struct GridColumn {
    pub(super) head: String,
    /// Its share of the width.
    pub(super) share: usize,
    /// Whether its head is turned, so that the column is as narrow as its cells.
    pub(super) turned: bool,
}

/// The content of a cell.
pub(super) enum GridCell<'a> {
    /// Words.
    Words(Cow<'a, str>),
    /// Words in bold.
    Strong(String),
    /// A figure, or a word in a narrow column.
    Centred(String),
    /// A stance: its sign on its colour.
    Sign(Option<Stance>),
    /// The severity of an obstacle, on its colour.
    Severity(Option<u8>),
    /// Words, and the notes on their grounds.
    Noted(Cow<'a, str>, Vec<usize>),
}

impl GridCell<'_> {
    fn into_owned(self) -> GridCell<'static> {
        match self {
            Self::Words(words) => GridCell::Words(words.into_owned().into()),
            Self::Strong(words) => GridCell::Strong(words),
            Self::Centred(words) => GridCell::Centred(words),
            Self::Sign(it) => GridCell::Sign(it),
            Self::Severity(it) => GridCell::Severity(it),
            Self::Noted(words, notes) => GridCell::Noted(words.into_owned().into(), notes),
        }
    }
}

impl<'a> Manuscript<'a> {
    pub(super) fn of(page: &'a Page<'_>) -> Self {
        let text = page.text;
        let mut notes = Notes::default();
        let (mut marking, mut title) = (String::new(), String::new());
        let mut passages = Vec::new();
        let mut about = page.name.to_owned();
        let mut within = false;
        for block in &page.blocks {
            match block {
                Block::Marking(beside) => {
                    let (all, name) = page.top(beside);
                    (marking, title) = (plain(&all.join(" · ")), plain(&name));
                    passages.push(Passage::Title(name));
                }
                Block::Field(..) => {}
                Block::Title(words) => passages.push(Passage::About(words.words(text))),
                Block::Sentence(words) => passages.push(Passage::Sentence(words.words(text))),
                Block::Part(words) => {
                    within = true;
                    passages.push(Passage::Part(words.words(text)));
                }
                Block::Heading(words) => {
                    let words = words.words(text);
                    about = words.clone().into_owned();
                    passages.push(Passage::Heading(words, within));
                }
                Block::Table(table) if !table.is_read() => {}
                // A head over nothing only puzzles the reader.
                Block::Table(table) if table.rows.is_empty() => {}
                Block::Table(table) => {
                    passages.push(Passage::Grid(Grid::of(text, table, &about, &mut notes)));
                }
                // Without a column its rows say nothing.
                Block::Matrix(matrix) if matrix.columns.is_empty() => {}
                Block::Matrix(matrix) => stances(text, matrix, &mut passages),
                Block::Changed(_, lines) if lines.is_empty() => {}
                Block::Changed(_, lines) => passages.push(Passage::Grid(changed(text, lines))),
            }
        }
        let is_grid = |it: &Passage<'_>| matches!(it, Passage::Grid(_));
        let has_place = |it: &Block<'_>| matches!(it, Block::Table(_) | Block::Matrix(_));
        if page.blocks.last().is_some_and(has_place) && !passages.iter().any(is_grid) {
            passages.push(Passage::Sentence(text.get(msg!("page-empty")).into()));
        }
        Self { marking, title, passages, notes: notes.all }
    }
}

/// The notes so far: each source once, however often it is referred to.
#[derive(Default)]
struct Notes {
    places: FxHashMap<String, usize>,
    all: Vec<String>,
}

impl Notes {
    fn number(&mut self, words: &str) -> usize {
        if let Some(number) = self.places.get(words) {
            return *number;
        }
        self.all.push(words.to_owned());
        self.places.insert(words.to_owned(), self.all.len());
        self.all.len()
    }
}

impl<'a> Grid<'a> {
    pub(super) fn new(name: &str) -> Self {
        Self {
            name: name.to_owned(),
            columns: Vec::new(),
            stubs: 1,
            rows: Vec::new(),
            sums: 0,
            wishes: OnceCell::new(),
        }
    }

    fn column(&mut self, head: &str, share: usize) {
        self.columns.push(GridColumn { head: head.to_owned(), share, turned: false });
    }

    /// A table of a page, its columns as wide as their content. The grounds of a row become a note.
    fn of(text: Text, table: &'a Table<'_>, about: &str, notes: &mut Notes) -> Self {
        let mut made = Self::new(about);
        for column in table.columns.iter().filter(|it| !it.note) {
            if let Some(head) = column.heading {
                made.column(head, 0);
            }
        }
        for row in table.rows.iter() {
            let cells = match &row {
                Cow::Borrowed(row) => cells(text, table, row, notes),
                Cow::Owned(row) => {
                    cells(text, table, row, notes).into_iter().map(GridCell::into_owned).collect()
                }
            };
            made.rows.push(cells);
        }
        made.measure();
        made.without_empty_columns()
    }

    /// Without the columns that are empty in every row: they only take room from the others.
    fn without_empty_columns(mut self) -> Self {
        let says =
            |at: usize| self.rows.iter().any(|row| row.get(at).is_some_and(|it| !it.is_empty()));
        let kept: Vec<bool> =
            (0..self.columns.len()).map(|at| at < self.stubs || says(at)).collect();
        if kept.contains(&false) {
            let mut places = kept.iter();
            self.columns.retain(|_| places.next().is_none_or(|kept| *kept));
            for row in &mut self.rows {
                let mut places = kept.iter();
                row.retain(|_| places.next().is_none_or(|kept| *kept));
            }
        }
        self
    }

    /// Whether it has more columns than this, with columns of words counted in full. The number of
    /// columns decides, so that a page has the same orientation in every language.
    pub(super) fn has_many_columns(&self, most: f32) -> bool {
        let narrow = |at: usize| {
            self.rows.first().and_then(|row| row.get(at)).is_some_and(GridCell::is_centred)
        };
        let of = |(at, column): (usize, &GridColumn)| match column.turned {
            true => 0.25,
            false if narrow(at) => 0.5,
            false => 1.0,
        };
        self.columns.iter().enumerate().map(of).sum::<f32>() > most
    }

    fn measure(&mut self) {
        for (at, column) in self.columns.iter_mut().enumerate() {
            let head = column.head.chars().count().min(14);
            let cells = self.rows.iter().filter_map(|row| row.get(at)).map(GridCell::width);
            let longest = cells.max().unwrap_or_default();
            column.share = longest.max(head).clamp(*COUNTED.start(), *COUNTED.end());
        }
    }
}

impl<'a> GridCell<'a> {
    fn words(words: &'a str) -> Self {
        Self::Words(words.into())
    }

    /// Whether it is centred in its column.
    pub(super) fn is_centred(&self) -> bool {
        match self {
            Self::Centred(_) | Self::Sign(_) | Self::Severity(_) => true,
            Self::Words(_) | Self::Strong(_) | Self::Noted(..) => false,
        }
    }

    fn is_empty(&self) -> bool {
        match self {
            Self::Words(words) => words.trim().is_empty(),
            Self::Strong(words) | Self::Centred(words) => words.trim().is_empty(),
            Self::Noted(..) | Self::Sign(_) | Self::Severity(_) => false,
        }
    }

    fn width(&self) -> usize {
        match self {
            Self::Words(words) | Self::Noted(words, _) => longest_line(words),
            Self::Strong(words) | Self::Centred(words) => longest_line(words),
            Self::Sign(_) | Self::Severity(_) => 2,
        }
    }
}

fn longest_line(words: &str) -> usize {
    words.lines().map(|line| line.chars().count()).max().unwrap_or_default()
}

/// The matrix by camp, the signs, and the meaning of the codes.
fn stances<'a>(text: Text, matrix: &Matrix<'a>, passages: &mut Vec<Passage<'a>>) {
    let get = |id| text.get(id);
    let mut grid = Grid::new(get(msg!("subject-matrix")));
    grid.stubs = 2;
    grid.column(get(msg!("table-parties")), 30);
    grid.column(get(msg!("column-camp")), 16);
    for column in &matrix.columns {
        grid.columns.push(GridColumn { head: column.code.to_owned(), share: 7, turned: true });
    }
    for (row, stances) in matrix.by_camp() {
        let named = [row.name, text.label(row.reading.camp)].map(GridCell::words);
        grid.rows.push(named.into_iter().chain(stances.into_iter().map(GridCell::Sign)).collect());
    }
    for (label, figures) in matrix.foot(text) {
        let named = [GridCell::Strong(label), GridCell::words("")];
        grid.rows
            .push(named.into_iter().chain(figures.into_iter().map(GridCell::Centred)).collect());
        grid.sums += 1;
    }
    passages.push(Passage::Grid(grid));
    passages.push(Passage::Sentence(legend(text).into()));
    let mut legend = Grid::new(get(msg!("subject-proposals")));
    legend.column(get(msg!("column-code")), 12);
    legend.column(get(msg!("field-title")), 60);
    for column in &matrix.columns {
        let title = GridCell::words(column.title);
        legend.rows.push(vec![GridCell::Strong(column.code.to_owned()), title]);
    }
    if !legend.rows.is_empty() {
        passages.push(Passage::Grid(legend));
    }
}

/// The cells of a row of a table; its grounds become a note.
fn cells<'a>(
    text: Text,
    table: &Table<'_>,
    row: &'a [Cell<'_>],
    notes: &mut Notes,
) -> Vec<GridCell<'a>> {
    let read = || table.columns.iter().zip(row).filter(|(it, _)| it.heading.is_some());
    let sources = read().filter(|(column, _)| column.note).map(|(_, it)| it.value().cited(text));
    let sources = sources.filter(|words| !words.is_empty());
    let references: Vec<_> = sources.map(|words| notes.number(&words)).collect();
    let cells = read().filter(|(column, _)| !column.note).map(|(_, cell)| {
        let words = cell.words(text);
        match cell.value().shown() {
            Shown::Sign(it) => GridCell::Sign(it),
            Shown::Severity(it) => GridCell::Severity(it.map(|it| it.get())),
            Shown::Count(_) | Shown::Decimal(_) | Shown::Index(_) | Shown::Share(_) => {
                GridCell::Centred(words.into_owned())
            }
            // Each sign has its count beside it; on paper there is no room for more space between
            // them.
            _ if matches!(cell.value(), Value::Tally(_)) => {
                GridCell::Words(words.replace("  ", " ").into())
            }
            Shown::Date(_) | Shown::Words => GridCell::Words(words),
        }
    });
    let mut cells: Vec<_> = cells.collect();
    if !references.is_empty()
        && let Some(first) = cells.first_mut()
        && let GridCell::Words(words) = first
    {
        *first = GridCell::Noted(std::mem::take(words), references);
    }
    cells
}

/// A row per change.
fn changed(text: Text, lines: &[Line]) -> Grid<'_> {
    let mut grid = Grid::new(text.get(msg!("subject-changes")));
    for (id, width) in HEADS.into_iter().zip([14, 14, 24, 24, 24]) {
        grid.column(text.get(id), width);
    }
    for Line { date, what, proposal, from, to, .. } in lines {
        let day = GridCell::Words(text.day(*date).into());
        let words = [proposal, what, from, to].map(|it| GridCell::words(it));
        grid.rows.push([day].into_iter().chain(words).collect());
    }
    grid.without_empty_columns()
}
