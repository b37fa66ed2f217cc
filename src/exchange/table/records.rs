//! Splits a text into rows and cells.

use std::borrow::Cow;

use super::decode::lines;
use super::{CellAt, MOST_CELLS, MOST_IN_CELL, SheetError, SheetRow};
use crate::exchange::csv_out::as_it_was;

/// A place in the text, at the beginning of a record.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Place {
    pub byte: usize,
    pub line: u64,
}

/// The rows of a text, including empty ones. Cells are separated by the separator, and a quoted
/// cell may contain anything. A line ends with a line feed, a carriage return, or both.
pub(super) struct Records<'a> {
    pub text: &'a str,
    pub separator: u8,
    pub at: Place,
}

impl<'a> Iterator for Records<'a> {
    type Item = Result<SheetRow<'a>, SheetError>;

    fn next(&mut self) -> Option<Self::Item> {
        if self.at.byte >= self.text.len() {
            return None;
        }
        let line = self.at.line;
        let mut cells = Vec::new();
        loop {
            let (cell, ends) = match self.cell() {
                Ok(read) => read,
                Err(error) => {
                    // Nothing after it can be trusted.
                    self.at.byte = self.text.len();
                    return Some(Err(error));
                }
            };
            if cell.len() > MOST_IN_CELL {
                self.at.byte = self.text.len();
                return Some(Err(SheetError::CellTooLong(CellAt::new(0, line, cells.len() + 1))));
            }
            cells.push(cell);
            if ends {
                return Some(Ok(SheetRow { line, cells }));
            }
            if cells.len() >= MOST_CELLS {
                self.at.byte = self.text.len();
                return Some(Err(SheetError::TooLarge));
            }
        }
    }
}

impl<'a> Records<'a> {
    /// The next cell, and whether it is the last one in its row.
    fn cell(&mut self) -> Result<(Cow<'a, str>, bool), SheetError> {
        let bytes = self.text.as_bytes();
        let start = self.at.byte;
        if bytes.get(start) != Some(&b'"') {
            let (plain, ends) = self.plain();
            return Ok((Cow::Borrowed(trimmed(plain)), ends));
        }
        let opened = self.at.line;
        let mut quoted = Cow::Borrowed("");
        let mut from = start + 1;
        loop {
            let quote = memchr::memchr(b'"', bytes.get(from..).unwrap_or_default());
            let Some(quote) = quote.map(|at| from + at) else {
                return Err(SheetError::Unclosed(opened));
            };
            let part = &self.text[from..quote];
            self.at.line += lines(part.as_bytes()) - 1;
            quoted += part;
            from = quote + 1;
            if bytes.get(from) != Some(&b'"') {
                break;
            }
            // Two quotes are one in the cell.
            quoted += "\"";
            from += 1;
        }
        let broken = self.at.line > opened;
        self.at.byte = from;
        // Text after the closing quote is part of the cell too.
        let (rest, ends) = self.plain();
        if broken && !rest.trim().is_empty() {
            // It was closed by the quote of a later cell, and swallowed the text in between.
            return Err(SheetError::Unclosed(opened));
        }
        quoted += rest;
        let cell = match quoted {
            Cow::Borrowed(cell) => Cow::Borrowed(trimmed(cell)),
            Cow::Owned(cell) => Cow::Owned(trimmed(&cell).to_owned()),
        };
        Ok((cell, ends))
    }

    /// The text before the next separator or line break, and whether that was a line break.
    fn plain(&mut self) -> (&'a str, bool) {
        let bytes = self.text.as_bytes();
        let start = self.at.byte;
        let rest = bytes.get(start..).unwrap_or_default();
        let Some(end) = memchr::memchr3(self.separator, b'\n', b'\r', rest) else {
            self.at.byte = bytes.len();
            return (self.text.get(start..).unwrap_or_default(), true);
        };
        let end = start + end;
        let ends = bytes[end] != self.separator;
        let both = bytes[end] == b'\r' && bytes.get(end + 1) == Some(&b'\n');
        self.at.byte = end + 1 + usize::from(both);
        self.at.line += u64::from(ends);
        (&self.text[start..end], ends)
    }
}

// A quote that is not the first character of its cell, as in `a, "b"`, is treated as one.
pub(super) fn trimmed(cell: &str) -> &str {
    let bare = cell.trim();
    let meant = bare.strip_prefix('"').and_then(|cell| cell.strip_suffix('"'));
    as_it_was(meant.filter(|_| cell.starts_with(' ')).unwrap_or(bare))
}
