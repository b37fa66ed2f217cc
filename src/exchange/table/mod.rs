//! Tables made by people: one sheet, whether it comes from a text file, the clipboard or a
//! workbook.

mod decode;
mod markdown;
mod records;
#[cfg(test)]
mod tests;

use std::borrow::Cow;
use std::sync::Arc;

use self::decode::{decoded, lines};
use self::records::{Place, Records};
use super::workbook::{CellAt, FileKind, Remark, RemarkKind};
use crate::model::words::is_unseen;
use crate::store;

/// The largest file accepted, in bytes.
pub(super) const LARGEST: usize = 64 << 20;

/// The largest number of rows accepted.
pub(super) const MOST_ROWS: usize = 2_000_000;

/// The largest number of cells in a row: as many as a spreadsheet has columns.
pub(super) const MOST_CELLS: usize = 16_384;

/// The largest cell, in bytes: more than any field of a dossier holds, so that anything larger is a
/// fault of the file.
pub(super) const MOST_IN_CELL: usize = 4 << 20;

/// The header line of a table without a header.
pub const NO_HEADER: u64 = 0;

/// How many rows determine the width of a table without a header.
const WIDEST: usize = 250;

/// A table with a header, or with names for its columns instead.
///
/// Its text is kept once and split into cells row by row; stored separately, the cells of a
/// large table would take many times its size. Copies share it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sheet {
    table: Arc<Table>,
    header: Vec<String>,
    columns: Vec<String>,
    header_line: u64,
    // About rows that differ in length from this header.
    uneven: Option<Remark>,
}

/// The text of a table, whichever row is taken for its header.
#[derive(Debug, PartialEq, Eq)]
struct Table {
    text: String,
    shape: Shape,
    remarks: Vec<Remark>,
    // Places with a remark, in order.
    marks: Vec<(CellAt, RemarkKind)>,
}

#[derive(Debug, PartialEq, Eq)]
enum Shape {
    /// Lines with this separator, from this place.
    Text { separator: u8, from: Place },
    /// Rows of a workbook, each with its number and where its text ends; cells are separated by
    /// [`BETWEEN`].
    Rows {
        /// The number of the sheet.
        sheet: u16,
        rows: Vec<(u32, usize)>,
    },
}

/// The separator of the cells of a workbook in the text that holds them; it occurs in no cell.
pub(super) const BETWEEN: char = '\u{1f}';

/// One row of a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SheetRow<'a> {
    /// The line of the file on which it begins, or the number of the row in the workbook, from 1.
    pub line: u64,
    /// The cells, trimmed.
    pub cells: Vec<Cow<'a, str>>,
}

/// Why a table cannot be read at all.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SheetError {
    /// It has no content.
    Empty,
    /// It is larger than 64 MiB, or has more than two million rows or 16,384 columns.
    TooLarge,
    /// It is not text; the first fault is on this line.
    NotText(u64),
    /// A quote that opens on this line is never closed.
    Unclosed(u64),
    /// A cell holds more than 4 MiB.
    CellTooLong(CellAt),
    /// A cell is so far out that the empty cells before it would fill the memory, or lies where a
    /// spreadsheet has no cells.
    TooFar(CellAt),
    /// With this cell or row, the table exceeds 64 MiB or two million rows.
    Overflows(CellAt),
    /// This cell, or this row, occurs twice or after a later one.
    Twice(CellAt),
    /// A workbook that is far larger unpacked than packed, as only a malicious one is.
    Bomb,
    /// A workbook whose parts overlap, or have other sizes than stated.
    Misstated,
    /// It declares entities of its own (DOCTYPE), as no spreadsheet does.
    Declares,
    /// A workbook that is protected with a passphrase.
    Encrypted,
    /// A workbook that was cut short or damaged.
    Damaged,
    /// Something other than a table.
    Other(FileKind),
}

impl Sheet {
    /// The table with its first non-blank row as its header.
    fn new(table: Table) -> Result<Self, SheetError> {
        let table = Arc::new(table);
        let first = table.rows().next().ok_or(SheetError::Empty)?;
        let columns: Vec<_> = first.cells.iter().map(|cell| cell.clone().into_owned()).collect();
        Ok(Self::headed(Arc::clone(&table), columns, first.line))
    }

    fn headed(table: Arc<Table>, columns: Vec<String>, header_line: u64) -> Self {
        let header = columns.iter().map(|name| name.to_lowercase()).collect();
        let mut sheet = Self { table, header, columns, header_line, uneven: None };
        sheet.uneven = sheet.uneven();
        sheet
    }

    /// A sheet of a workbook: its text with the end of each row, and its remarks.
    pub(super) fn of_rows(
        sheet: u16,
        text: String,
        rows: Vec<(u32, usize)>,
        remarks: Vec<Remark>,
        marks: Vec<(CellAt, RemarkKind)>,
    ) -> Result<Self, SheetError> {
        Self::new(Table { text, shape: Shape::Rows { sheet, rows }, remarks, marks })
    }

    /// The names of the columns, trimmed, in lower case.
    pub fn header(&self) -> &[String] {
        &self.header
    }

    /// The names of the columns, trimmed, as written.
    pub fn columns(&self) -> &[String] {
        &self.columns
    }

    /// The line of the file, or the row of the workbook, with the header, from 1; often not the
    /// first. [`NO_HEADER`] if it has none.
    pub fn header_line(&self) -> u64 {
        self.header_line
    }

    /// The rows below the header, without empty ones.
    pub fn rows(&self) -> impl Iterator<Item = SheetRow<'_>> {
        self.all_rows().skip_while(|row| row.line <= self.header_line)
    }

    /// The cells of a column below the header, each with its line; rows that end before it have
    /// none.
    pub(crate) fn column(&self, place: usize) -> impl Iterator<Item = (u64, Cow<'_, str>)> {
        self.rows().filter_map(move |mut row| {
            (place < row.cells.len()).then(|| (row.line, row.cells.swap_remove(place)))
        })
    }

    /// All non-empty rows, including the header and those above it.
    pub fn all_rows(&self) -> impl Iterator<Item = SheetRow<'_>> {
        self.table.rows()
    }

    /// The same table with the row on this line as its header, or without a header for
    /// [`NO_HEADER`]; `None` if there is no such row.
    pub fn headed_at(&self, line: u64) -> Option<Self> {
        if line == self.header_line {
            return Some(self.clone());
        }
        if line == NO_HEADER {
            return Some(self.without_header(&[]));
        }
        let row = self.table.rows().find(|row| row.line >= line).filter(|row| row.line == line)?;
        let columns = row.cells.iter().map(|cell| cell.clone().into_owned()).collect();
        Some(Self::headed(Arc::clone(&self.table), columns, line))
    }

    /// The same table with its first row as data. These are the names of its columns; the others
    /// are named by their letters in a spreadsheet.
    pub fn without_header(&self, names: &[String]) -> Self {
        let filled = |row: SheetRow<'_>| row.cells.iter().rposition(|cell| !cell.is_empty());
        let last = self.all_rows().take(WIDEST).filter_map(filled).max();
        let width = last.map_or(0, |last| last + 1).max(names.len());
        let name = |at: usize| match names.get(at) {
            Some(name) if !name.is_empty() => name.clone(),
            _ => CellAt::new(0, 0, at + 1).letters(),
        };
        Self::headed(Arc::clone(&self.table), (0..width).map(name).collect(), NO_HEADER)
    }

    /// Remarks for the user to know before trusting it.
    pub fn remarks(&self) -> impl Iterator<Item = &Remark> {
        self.table.remarks.iter().chain(&self.uneven)
    }

    /// The remark on a cell: that its value comes from a formula, or is an error. With column 0 it
    /// is about the whole row, and with row 0 about the whole column: that it is hidden. Only the
    /// first ten thousand places of a sheet are recorded one by one.
    pub fn mark_at(&self, row: u64, column: u32) -> Option<RemarkKind> {
        let marks = &self.table.marks;
        let place = |(at, _): &(CellAt, RemarkKind)| (at.row, at.column);
        let found = marks.binary_search_by_key(&(row, column), place).ok()?;
        marks.get(found).map(|(_, kind)| *kind)
    }

    /// How many rows have more cells than the header, or fewer if the file states each.
    fn uneven(&self) -> Option<Remark> {
        let (stated, sheet) = match self.table.shape {
            Shape::Text { .. } => (true, 0),
            Shape::Rows { sheet, .. } => (false, sheet),
        };
        let filled = |cells: &[Cow<'_, str>]| {
            cells.iter().rposition(|cell| !cell.is_empty()).map_or(0, |last| last + 1)
        };
        let width = self.columns.len();
        let mut remark: Option<Remark> = None;
        for row in self.rows() {
            let beyond = filled(&row.cells) > width;
            if !beyond && (!stated || row.cells.len() >= width) {
                continue;
            }
            let column = if beyond { width + 1 } else { row.cells.len() };
            let first = CellAt::new(sheet, row.line, column);
            match &mut remark {
                Some(remark) => remark.count += 1,
                None => remark = Some(Remark::new(RemarkKind::OtherLength, first)),
            }
        }
        remark
    }
}

impl Table {
    /// The non-blank rows. Anything unreadable was found when the table was made.
    fn rows(&self) -> impl Iterator<Item = SheetRow<'_>> {
        let (lines, rows) = match &self.shape {
            Shape::Text { separator, from } => {
                let records = Records { text: &self.text, separator: *separator, at: *from };
                (Some(records.map_while(Result::ok)), None)
            }
            Shape::Rows { rows, .. } => (None, Some(self.split(rows))),
        };
        lines.into_iter().flatten().chain(rows.into_iter().flatten()).filter(|row| !is_blank(row))
    }

    fn split<'a>(&'a self, rows: &'a [(u32, usize)]) -> impl Iterator<Item = SheetRow<'a>> {
        let mut from = 0;
        rows.iter().map(move |(number, end)| {
            let text = self.text.get(from..*end).unwrap_or_default();
            from = *end;
            let cells = text.split(BETWEEN).map(Cow::Borrowed).collect();
            SheetRow { line: u64::from(*number), cells }
        })
    }
}

/// Reads the bytes of a table from a file, never more than 64 MiB.
///
/// # Errors
/// Errors of the file system, or that it is not a file; `None` in the error means that the table
/// is too large.
pub(crate) fn read_bytes(path: &std::path::Path) -> Result<Vec<u8>, Option<store::Error>> {
    let metadata = store::file_at(path).map_err(Some)?;
    // Measured before and while it is read: it may grow, or be endless.
    if metadata.len() > LARGEST as u64 {
        return Err(None);
    }
    let io = |error: std::io::Error| Some(store::Error::from_io(&error, path));
    let file = std::fs::File::open(path).map_err(io)?;
    read_stream(file).map_err(|error| error.and_then(io))
}

/// Reads the bytes of a table from any source, never more than 64 MiB.
///
/// # Errors
/// Errors of the system; `None` in the error means that the table is too large.
pub(crate) fn read_stream(from: impl std::io::Read) -> Result<Vec<u8>, Option<std::io::Error>> {
    use std::io::Read as _;
    let mut bytes = Vec::new();
    from.take(LARGEST as u64 + 1).read_to_end(&mut bytes).map_err(Some)?;
    if bytes.len() > LARGEST { Err(None) } else { Ok(bytes) }
}

/// The rows of a text with a Markdown table, which has a dashed line below its head; `None` if
/// there is none.
pub(super) fn dashed_table(text: &str) -> Option<Sheet> {
    let head = markdown::head(text, Place { byte: 0, line: 1 })?;
    markdown::read(text, Place { byte: 0, line: 1 }, head, Vec::new()).ok()
}

/// Reads a table of text: UTF-8, UTF-16 or, if it is neither, Windows-1252. The separator is the
/// one named by a line `sep=`, as Excel writes it, or else the one that gives most rows the same
/// number of cells: a tab, `;`, `,`, `|` or `^`. A table with a dashed line below its head is read
/// as Markdown.
///
/// # Errors
/// [`SheetError`] if it is not a table.
pub fn read_sheet(bytes: &[u8]) -> Result<Sheet, SheetError> {
    if bytes.len() > LARGEST {
        return Err(SheetError::TooLarge);
    }
    let (text, western) = decoded(bytes)?;
    if let Some(at) = memchr::memchr(0, text.as_bytes()) {
        return Err(SheetError::NotText(lines(&text.as_bytes()[..at])));
    }
    let mut from = Place { byte: 0, line: 1 };
    skip_blank(&text, &mut from);
    let remark = western.then(|| Remark::new(RemarkKind::Western, CellAt::default()));
    let remarks: Vec<_> = remark.into_iter().collect();
    let separator = match named_separator(&text, &mut from) {
        Some(named) => named,
        None => {
            if let Some(head) = markdown::head(&text, from) {
                return markdown::read(&text, from, head, remarks);
            }
            likely_separator(&text, from)
        }
    };
    let mut rows = 0;
    for row in (Records { text: &text, separator, at: from }) {
        rows += usize::from(!is_blank(&row?));
        // The header is not counted.
        if rows > MOST_ROWS + 1 {
            return Err(SheetError::TooLarge);
        }
    }
    let shape = Shape::Text { separator, from };
    Sheet::new(Table { text, shape, remarks, marks: Vec::new() })
}

fn is_blank(row: &SheetRow<'_>) -> bool {
    row.cells.iter().all(|cell| is_empty(cell))
}

/// Whether nothing in a cell is visible.
pub(super) fn is_empty(cell: &str) -> bool {
    !cell.contains(|c: char| !c.is_whitespace() && !is_unseen(c))
}

fn skip_blank(text: &str, at: &mut Place) {
    let rest = text.get(at.byte..).unwrap_or_default();
    let blank = rest.len() - rest.trim_start().len();
    // Only up to the first line with content: a leading tab may be its first, empty cell.
    let breaks = rest[..blank].rfind(['\n', '\r']).map_or(0, |last| last + 1);
    at.line += lines(&rest.as_bytes()[..breaks]) - 1;
    at.byte += breaks;
}

fn first_line(text: &str) -> &str {
    text.split(['\n', '\r']).next().unwrap_or_default()
}

/// The separator named by a line of its own before the table, as in `sep=;`; that line is then
/// skipped.
fn named_separator(text: &str, at: &mut Place) -> Option<u8> {
    let rest = text.get(at.byte..)?;
    let line = first_line(rest);
    let named = line.trim_start_matches('"');
    let value = named.get(..4).filter(|start| start.eq_ignore_ascii_case("sep="));
    let value = value.and_then(|_| named.get(4..))?;
    let (separator, more) = (value.chars().next()?, value.get(1..)?);
    let empty = more.chars().all(|c| c == separator || c == '"' || c.is_whitespace());
    if separator == '"' || !(separator == '\t' || separator.is_ascii_punctuation()) || !empty {
        return None;
    }
    let ends = &rest[line.len()..];
    let ending = if ends.starts_with("\r\n") { 2 } else { usize::from(!ends.is_empty()) };
    at.byte += line.len() + ending;
    at.line += 1;
    u8::try_from(separator).ok()
}

/// The separator that gives most of the first rows the same number of cells, and among equals the
/// most cells. A title above the table thus does not decide. A separator that tears quoted cells
/// apart is not used: such a cell may hold a whole table with separators of its own.
fn likely_separator(text: &str, from: Place) -> u8 {
    // Rows of any length need not be read to their end.
    const LOOKED_AT: usize = 64 << 10;
    const ROWS: usize = 40;
    let until = text.floor_char_boundary(from.byte.saturating_add(LOOKED_AT));
    let start = text.get(..until).unwrap_or_default();
    let score = |separator: &u8| {
        let mut records = Records { text: start, separator: *separator, at: from };
        let (mut widths, mut rows, mut torn) = (Vec::new(), 0, 0);
        let mut begins = from.byte;
        while let Some(Ok(row)) = records.next().filter(|_| rows < ROWS) {
            let written = start.get(begins..records.at.byte).unwrap_or_default();
            begins = records.at.byte;
            rows += usize::from(!is_blank(&row));
            torn += memchr::memchr_iter(b'"', written.as_bytes()).count() % 2;
            widths.extend(Some(row.cells.len()).filter(|it| *it > 1));
        }
        widths.sort_unstable();
        let runs = widths.chunk_by(|a, b| a == b).map(|run| (run.len(), run[0]));
        let most = runs.max();
        (most.is_some() && torn == 0, most.unwrap_or_default())
    };
    // The last of equals: a comma if there are no separators at all.
    [b'^', b'|', b'\t', b';', b','].into_iter().max_by_key(score).unwrap_or(b',')
}

/// The text of a file, in any common encoding.
///
/// # Errors
/// [`SheetError::NotText`] with the line of the first fault.
pub fn plain_text(bytes: &[u8]) -> Result<String, SheetError> {
    decoded(bytes).map(|(text, _)| text)
}
