//! Tables that people made: CSV or tab-separated, as spreadsheets save them.

use std::borrow::Cow;

use super::csv_out::as_it_was;
use crate::model::words::is_unseen;
use crate::store;

/// The largest file that is read, in bytes.
const LARGEST: usize = 64 << 20;

/// The largest number of rows that is read.
pub(super) const MOST_ROWS: usize = 2_000_000;

/// The largest number of cells in a row.
const MOST_CELLS: usize = 10_000;

/// A table with a header.
///
/// Its text is kept once and split into cells row by row; stored separately, the cells of a
/// large table would take many times its size.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sheet {
    text: String,
    header: Vec<String>,
    header_line: u64,
    // The beginning of the rows.
    body: Place,
    separator: u8,
}

/// One row of a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SheetRow<'a> {
    /// The line of the file on which it begins, from 1.
    pub line: u64,
    /// The cells, trimmed.
    pub cells: Vec<Cow<'a, str>>,
}

/// Why a table cannot be read at all.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SheetError {
    /// It has no content.
    Empty,
    /// It is larger than 64 MiB, or has more than two million rows or ten thousand columns.
    TooLarge,
    /// It is not text in UTF-8 or UTF-16; the first fault is on this line.
    NotText(u64),
    /// A quote that opens on this line is never closed.
    Unclosed(u64),
}

impl Sheet {
    /// The names of the columns, trimmed, in lower case.
    pub fn header(&self) -> &[String] {
        &self.header
    }

    /// The line of the file with the header, from 1; often not the first.
    pub(crate) fn header_line(&self) -> u64 {
        self.header_line
    }

    /// The rows, without empty ones.
    pub fn rows(&self) -> impl Iterator<Item = SheetRow<'_>> {
        let records = Records { text: &self.text, separator: self.separator, at: self.body };
        // Unclosed quotes were found when the table was read.
        records.map_while(Result::ok).filter(|row| !is_blank(row))
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

/// Reads a table in UTF-8 or, with a byte order mark, UTF-16. The separator is the one named by
/// a line `sep=`, as Excel writes it, or else the one most frequent in the header: `;`, `,` or a
/// tab.
///
/// # Errors
/// [`SheetError`] if it is not a table.
pub fn read_sheet(bytes: &[u8]) -> Result<Sheet, SheetError> {
    if bytes.len() > LARGEST {
        return Err(SheetError::TooLarge);
    }
    let text = decoded(bytes)?;
    if let Some(at) = text.find('\0') {
        return Err(SheetError::NotText(lines(&text.as_bytes()[..at])));
    }
    let mut at = Place { byte: 0, line: 1 };
    skip_blank(&text, &mut at);
    let separator = match named_separator(&text, &mut at) {
        Some(named) => named,
        None => separator(first_line(text.get(at.byte..).unwrap_or_default())),
    };
    let mut records = Records { text: &text, separator, at };
    let mut header = None;
    for record in records.by_ref() {
        let record = record?;
        if !is_blank(&record) {
            header = Some(record);
            break;
        }
    }
    let header = header.ok_or(SheetError::Empty)?;
    let body = records.at;
    let mut rows = 0;
    for row in records {
        rows += usize::from(!is_blank(&row?));
        if rows > MOST_ROWS {
            return Err(SheetError::TooLarge);
        }
    }
    let header_line = header.line;
    let header = header.cells.iter().map(|name| name.to_lowercase()).collect();
    Ok(Sheet { header, header_line, body, separator, text })
}

fn decoded(bytes: &[u8]) -> Result<String, SheetError> {
    let wide = |bytes: &[u8], unit: fn([u8; 2]) -> u16| {
        let pairs = bytes.chunks_exact(2);
        let is_whole = pairs.remainder().is_empty();
        let units = pairs.map(|pair| unit([pair[0], pair[1]]));
        let mut text = String::with_capacity(bytes.len() / 2);
        for c in char::decode_utf16(units) {
            let Ok(c) = c else { return Err(SheetError::NotText(lines(text.as_bytes()))) };
            text.push(c);
        }
        if is_whole { Ok(text) } else { Err(SheetError::NotText(lines(text.as_bytes()))) }
    };
    match bytes {
        [0xff, 0xfe, rest @ ..] => wide(rest, u16::from_le_bytes),
        [0xfe, 0xff, rest @ ..] => wide(rest, u16::from_be_bytes),
        [0xef, 0xbb, 0xbf, rest @ ..] | rest => match std::str::from_utf8(rest) {
            Ok(text) => Ok(text.to_owned()),
            Err(error) => Err(SheetError::NotText(lines(&rest[..error.valid_up_to()]))),
        },
    }
}

/// The line number of what follows these bytes.
fn lines(before: &[u8]) -> u64 {
    let breaks = before.iter().enumerate().filter(|(at, byte)| match byte {
        b'\n' => true,
        // Followed by a line feed, both are one line ending.
        b'\r' => before.get(at + 1) != Some(&b'\n'),
        _ => false,
    });
    breaks.count() as u64 + 1
}

/// A place in the text, at the beginning of a record.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Place {
    byte: usize,
    line: u64,
}

/// The rows of a text, including empty ones. Cells are separated by the separator, and a quoted
/// cell may contain anything. A line ends with a line feed, a carriage return, or both.
struct Records<'a> {
    text: &'a str,
    separator: u8,
    at: Place,
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
            // Two quotes stand for one in the cell.
            quoted += "\"";
            from += 1;
        }
        let broken = self.at.line > opened;
        self.at.byte = from;
        // What follows the closing quote is part of the cell too.
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

fn is_blank(row: &SheetRow<'_>) -> bool {
    let shows = |c: char| !c.is_whitespace() && !is_unseen(c);
    row.cells.iter().all(|cell| !cell.contains(shows))
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
    if !matches!(separator, ';' | ',' | '\t' | '|' | ':') || !empty {
        return None;
    }
    let ends = &rest[line.len()..];
    let ending = if ends.starts_with("\r\n") { 2 } else { usize::from(!ends.is_empty()) };
    at.byte += line.len() + ending;
    at.line += 1;
    u8::try_from(separator).ok()
}

// A quote that is not the first character of its cell, as in `a, "b"`, is treated as one.
fn trimmed(cell: &str) -> &str {
    let bare = cell.trim();
    let meant = bare.strip_prefix('"').and_then(|cell| cell.strip_suffix('"'));
    as_it_was(meant.filter(|_| cell.starts_with(' ')).unwrap_or(bare))
}

fn separator(header: &str) -> u8 {
    let count = |separator: &u8| header.bytes().filter(|byte| byte == separator).count();
    // The last of equals: a comma if there are none at all.
    [b'\t', b';', b','].into_iter().max_by_key(count).unwrap_or(b',')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cells(text: &str) -> Vec<Vec<String>> {
        let sheet = read_sheet(text.as_bytes()).unwrap();
        let owned = |row: SheetRow<'_>| row.cells.into_iter().map(Cow::into_owned).collect();
        sheet.rows().map(owned).collect()
    }

    fn lines_of(text: &str) -> (u64, Vec<u64>) {
        let sheet = read_sheet(text.as_bytes()).unwrap();
        (sheet.header_line(), sheet.rows().map(|row| row.line).collect())
    }

    #[test]
    fn a_table_is_read_as_excel_saves_it() {
        let expected = [["NLD", "Kan ermee leven"]];
        for text in [
            "Party;Stance\r\nNLD;Kan ermee leven\r\n",
            "\u{feff}party,stance\nNLD,Kan ermee leven\n\n,\n",
            "party\tstance\nNLD\tKan ermee leven",
            "\n\nparty,stance,\n\"NLD\", \"Kan ermee leven\" ,\n",
        ] {
            let read = cells(text);
            assert_eq!(read[0][..2], expected[0], "{text}");
            assert_eq!(read.len(), 1);
        }
    }

    #[test]
    fn a_row_knows_its_line_whatever_its_line_ending_and_contents() {
        for ending in ["\n", "\r\n", "\r"] {
            let table = "party,note/NLD,\"one/two\"/BRA,three/ , //BEL,\"\"\"/x\"/FRA,y";
            let (header, rows) = lines_of(&table.replace('/', ending));
            assert_eq!((header, rows), (1, vec![2, 4, 7, 9]), "{ending:?}");
            let late = "// ,/sep=,//party,note/NLD,x/";
            let (header, rows) = lines_of(&late.replace("sep=,/", "").replace('/', ending));
            assert_eq!((header, rows), (5, vec![6]), "{ending:?}");
            let (header, rows) = lines_of(&"/sep=;/;;/party;note/NLD;x".replace('/', ending));
            assert_eq!((header, rows), (4, vec![5]), "{ending:?}");
        }
        let sheet = read_sheet(b"party,note\nNLD,\"one\ntwo\"\n").unwrap();
        assert_eq!(sheet.rows().next().unwrap().cells[1], "one\ntwo");
    }

    #[test]
    fn a_line_that_names_the_separator_is_obeyed_and_is_not_a_row() {
        for first in ["sep=;\n", "SEP=;\r\n", "\"sep=;\"\r", "sep=;;;\n", "\nsep=;\n"] {
            assert_eq!(cells(&format!("{first}a,b;c\n1,2;3\n")), [["1,2", "3"]], "{first:?}");
        }
        assert_eq!(cells("sep=\t\na\tb,c\n1\t2,3"), [["1", "2,3"]]);
        let sheet = read_sheet(b"sep=party\nNLD\n").unwrap();
        assert_eq!(sheet.header(), ["sep=party"], "it names none");
    }

    #[test]
    fn a_table_in_utf_16_is_read_and_half_of_one_refused() {
        let words = "party;stance\r\nNLD;onthoudt zich, né 🙂\r\n";
        let wide = |unit: fn(u16) -> [u8; 2]| {
            let units = "\u{feff}".encode_utf16().chain(words.encode_utf16());
            units.flat_map(unit).collect::<Vec<u8>>()
        };
        for bytes in [wide(u16::to_le_bytes), wide(u16::to_be_bytes)] {
            let sheet = read_sheet(&bytes).unwrap();
            assert_eq!(sheet.rows().next().unwrap().cells[1], "onthoudt zich, né 🙂");
            let cut = &bytes[..bytes.len() - 3];
            assert_eq!(read_sheet(cut), Err(SheetError::NotText(2)));
        }
        let halved = b"\xff\xfea\0\n\0\x00\xd8";
        assert_eq!(read_sheet(halved), Err(SheetError::NotText(2)));
    }

    #[test]
    fn a_quote_that_swallows_rows_up_to_another_quote_is_reported_with_its_line() {
        for ending in ["\n", "\r\n", "\r"] {
            let table = "party,note/NLD,\"one/BEL,two/FRA,\"three\"/DEU,four/";
            let read = read_sheet(table.replace('/', ending).as_bytes());
            assert_eq!(read, Err(SheetError::Unclosed(2)), "{ending:?}");
        }
        // A note may contain line breaks, separators and quotes.
        let note = "one,\nBEL, \"two\"";
        let table = format!("party,note\nNLD,\"{}\" \n", note.replace('"', "\"\""));
        assert_eq!(cells(&table), [["NLD", note]]);
        assert_eq!(cells("party,note\n\u{200b},\u{a0}\nNLD,x\n"), [["NLD", "x"]]);
    }

    #[test]
    fn a_large_table_takes_no_more_than_its_text() {
        let table = format!("a,b\n{}", "x,y\n".repeat(1_000_000));
        let sheet = read_sheet(table.as_bytes()).unwrap();
        assert_eq!(sheet.text.len(), table.len());
        assert!(sheet.rows().all(|row| matches!(row.cells[1], Cow::Borrowed("y"))));
    }

    #[test]
    fn quotes_that_are_part_of_the_text_stay() {
        let read = cells("party,note\nNLD,\"\"\"Never\"\" said one, \"\"ever\"\"\"\n");
        assert_eq!(read[0][1], "\"Never\" said one, \"ever\"");
        assert_eq!(cells("a,b\n1,say \"x\"\n")[0][1], "say \"x\"");
    }

    #[test]
    fn a_table_of_nothing_but_separators_is_too_large() {
        let commas = ",".repeat(20_000);
        assert_eq!(read_sheet(commas.as_bytes()), Err(SheetError::TooLarge));
    }

    #[test]
    fn anything_but_a_table_is_refused() {
        for (bytes, error) in [
            (&b""[..], SheetError::Empty),
            (b"\n\n ,\n", SheetError::Empty),
            (b"a,b\n\xff\xfe\n", SheetError::NotText(2)),
            (b"a\0b", SheetError::NotText(1)),
            (b"a,b\r\n1,2\r\n3,\0\r\n", SheetError::NotText(3)),
            (b"a,b\r1,2\r3,\0\r", SheetError::NotText(3)),
            (b"a,b\r1,2\r3,\xff\r", SheetError::NotText(3)),
            (b"a,b\r1,\"2\r\r", SheetError::Unclosed(2)),
            (b"a,b\n1,2\n\"3,4\n5,6\n", SheetError::Unclosed(3)),
            (b"a,b\n1,\"2\"\"\n", SheetError::Unclosed(2)),
        ] {
            assert_eq!(read_sheet(bytes), Err(error), "{bytes:?}");
        }
    }
}
