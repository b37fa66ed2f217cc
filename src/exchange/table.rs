//! Tables that people made: CSV or tab-separated, as spreadsheets save them.

/// The largest file that is read, in bytes.
const LARGEST: usize = 64 << 20;

/// The most rows that are read.
pub(super) const MOST_ROWS: usize = 2_000_000;

/// The most cells a row may have.
const MOST_CELLS: usize = 10_000;

/// A table with a header.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sheet {
    /// The names of the columns, trimmed, in small letters.
    pub header: Vec<String>,
    /// The rows, without empty ones.
    pub rows: Vec<SheetRow>,
}

/// One row of a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SheetRow {
    /// The line of the file on which it begins, from 1.
    pub line: u64,
    /// The cells, trimmed.
    pub cells: Vec<String>,
}

/// Why a table cannot be read at all.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SheetError {
    /// It has no content.
    Empty,
    /// It is larger than 64 MiB, or has more than two million rows or ten thousand
    /// columns.
    TooLarge,
    /// It is not text in UTF-8, as far as this line.
    NotText(u64),
    /// A quote that opens on this line is never closed.
    Unclosed(u64),
}

/// Reads the bytes of a table from a file, never more than 64 MiB.
///
/// # Errors
/// What the file system says; `None` in the error stands for a table that is too large.
pub fn read_bytes(path: &std::path::Path) -> Result<Vec<u8>, Option<std::io::Error>> {
    use std::io::Read;
    let metadata = std::fs::metadata(path).map_err(Some)?;
    // Measured before it is read, and while it is: it may grow, or have no end.
    if metadata.len() > LARGEST as u64 {
        return Err(None);
    }
    if metadata.is_dir() {
        return Err(Some(std::io::ErrorKind::IsADirectory.into()));
    }
    let mut bytes = Vec::new();
    let file = std::fs::File::open(path).map_err(Some)?;
    file.take(LARGEST as u64 + 1).read_to_end(&mut bytes).map_err(Some)?;
    if bytes.len() > LARGEST { Err(None) } else { Ok(bytes) }
}

/// Reads a table; the separator is the one that the header uses most: `;`, `,` or a tab.
///
/// # Errors
/// [`SheetError`] where it is not a table.
pub fn read_sheet(bytes: &[u8]) -> Result<Sheet, SheetError> {
    if bytes.len() > LARGEST {
        return Err(SheetError::TooLarge);
    }
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let text = std::str::from_utf8(bytes).map_err(|error| {
        let before = &bytes[..error.valid_up_to()];
        SheetError::NotText(before.iter().filter(|byte| **byte == b'\n').count() as u64 + 1)
    })?;
    if text.contains('\0') {
        return Err(SheetError::NotText(1));
    }
    let separator = separator(text);
    look_over(text, separator)?;
    let mut reader = csv::ReaderBuilder::new()
        .delimiter(separator)
        .has_headers(false)
        .flexible(true)
        .from_reader(text.as_bytes());
    let mut header: Option<Vec<String>> = None;
    let mut rows = Vec::new();
    for record in reader.records() {
        let record = record.map_err(|error| {
            SheetError::NotText(error.position().map_or(1, csv::Position::line))
        })?;
        let line = record.position().map_or(1, csv::Position::line);
        let cells: Vec<String> = record.iter().map(trimmed).map(str::to_owned).collect();
        if cells.iter().all(String::is_empty) {
            continue;
        }
        if header.is_none() {
            header = Some(cells.iter().map(|name| name.to_lowercase()).collect());
            continue;
        }
        if rows.len() == MOST_ROWS {
            return Err(SheetError::TooLarge);
        }
        rows.push(SheetRow { line, cells });
    }
    let header = header.ok_or(SheetError::Empty)?;
    Ok(Sheet { header, rows })
}

/// Measures the cells and finds a quote that is never closed: the reader would take all
/// that follows for one cell.
fn look_over(text: &str, separator: u8) -> Result<(), SheetError> {
    let (mut line, mut cells) = (1, 1);
    let mut opened = None;
    let mut begins = true;
    let mut bytes = text.bytes().peekable();
    while let Some(byte) = bytes.next() {
        let quote = byte == b'"';
        if quote && opened.is_some() {
            // Two quotes are one that belongs to the cell.
            let doubled = bytes.next_if_eq(&b'"').is_some();
            opened = opened.filter(|_| doubled);
        } else if quote && begins {
            opened = Some(line);
        } else if opened.is_none() && byte == b'\n' {
            cells = 1;
        } else if opened.is_none() && byte == separator {
            cells += 1;
        }
        if cells > MOST_CELLS {
            return Err(SheetError::TooLarge);
        }
        line += u64::from(byte == b'\n');
        begins = opened.is_none() && (byte == separator || byte == b'\n' || byte == b'\r');
    }
    opened.map_or(Ok(()), |line| Err(SheetError::Unclosed(line)))
}

// A quote that does not open its cell, as in `a, "b"`, was meant as one all the same.
fn trimmed(cell: &str) -> &str {
    let bare = cell.trim();
    let meant = bare.strip_prefix('"').and_then(|cell| cell.strip_suffix('"'));
    meant.filter(|_| cell.starts_with(' ')).unwrap_or(bare)
}

fn separator(text: &str) -> u8 {
    let header = text.lines().find(|line| !line.trim().is_empty()).unwrap_or_default();
    let count = |separator: &u8| header.bytes().filter(|byte| byte == separator).count();
    // Of equals the last: a comma where there is none of any.
    [b'\t', b';', b','].into_iter().max_by_key(count).unwrap_or(b',')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cells(text: &str) -> Vec<Vec<String>> {
        read_sheet(text.as_bytes()).unwrap().rows.into_iter().map(|row| row.cells).collect()
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
    fn a_row_knows_its_line_also_after_a_break_in_a_cell() {
        let sheet = read_sheet(b"party,note\nNLD,\"one\ntwo\"\nBRA,three\n").unwrap();
        let lines: Vec<_> = sheet.rows.iter().map(|row| row.line).collect();
        assert_eq!(lines, [2, 4]);
        assert_eq!(sheet.rows[0].cells[1], "one\ntwo");
    }

    #[test]
    fn quotes_that_belong_to_the_words_stay() {
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
    fn what_is_no_table_is_refused() {
        for (bytes, error) in [
            (&b""[..], SheetError::Empty),
            (b"\n\n ,\n", SheetError::Empty),
            (b"a,b\n\xff\xfe\n", SheetError::NotText(2)),
            (b"a\0b", SheetError::NotText(1)),
            (b"a,b\n1,2\n\"3,4\n5,6\n", SheetError::Unclosed(3)),
            (b"a,b\n1,\"2\"\"\n", SheetError::Unclosed(2)),
        ] {
            assert_eq!(read_sheet(bytes), Err(error), "{bytes:?}");
        }
    }
}
