//! Remarks on a table, for the user to know before trusting it.

/// A place in a table.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct CellAt {
    /// The number of its sheet in the workbook, from 1, including hidden and empty ones; 0 for
    /// text.
    pub sheet: u16,
    /// The row of the workbook or the line of the file, from 1; 0 for the table as a whole.
    pub row: u64,
    /// The column, from 1; 0 for the whole row.
    pub column: u32,
}

impl CellAt {
    pub(in crate::exchange) fn new(sheet: u16, row: u64, column: usize) -> Self {
        Self { sheet, row, column: u32::try_from(column).unwrap_or(u32::MAX) }
    }

    /// The letters over the column in a spreadsheet: `A`, `Z`, `AA`; empty for the whole row.
    pub fn letters(self) -> String {
        let mut left = self.column;
        let mut letters = Vec::new();
        while left > 0 {
            left -= 1;
            letters.push(b'A' + u8::try_from(left % 26).unwrap_or_default());
            left /= 26;
        }
        letters.iter().rev().map(|letter| char::from(*letter)).collect()
    }
}

/// A remark on a table: what, how often, and where first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Remark {
    /// Its kind.
    pub kind: RemarkKind,
    /// How often it occurs.
    pub count: usize,
    /// Where it first occurs.
    pub first: CellAt,
}

impl Remark {
    /// A remark about one place.
    pub(in crate::exchange) fn new(kind: RemarkKind, first: CellAt) -> Self {
        Self { kind, count: 1, first }
    }
}

/// The kinds of remarks on a table.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum RemarkKind {
    /// Cells with a formula: the last computed value is used.
    Formulas,
    /// Cells with a formula whose value is not in the file: they are empty.
    NoValue,
    /// Cells with an error, such as `#N/A`: it is used as written.
    Errors,
    /// Rows that are hidden or filtered out: they are used.
    HiddenRows,
    /// Hidden columns: they are used.
    HiddenColumns,
    /// Merged cells: the content is in the first, and the others are empty.
    Merged,
    /// Rows with more cells than the header, or with fewer.
    OtherLength,
    /// Cells with the character NUL, which no text has: it is replaced by a space.
    Nul,
    /// The text was read as Windows-1252, because it is not UTF-8.
    Western,
    /// Hidden sheets.
    HiddenSheets,
    /// The workbook has macros: they were not run.
    Macros,
    /// The workbook refers to other files or addresses: none was opened.
    Links,
}
