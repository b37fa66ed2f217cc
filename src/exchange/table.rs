//! Tables that people made: CSV or tab-separated, as spreadsheets save them.

/// The largest file that is read, in bytes.
pub const LARGEST: usize = 64 << 20;

/// The most rows that are read.
pub(super) const MOST_ROWS: usize = 2_000_000;

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
    /// It is larger than [`LARGEST`] or has more than two million rows.
    TooLarge,
    /// It is not text in UTF-8, as far as this line.
    NotText(u64),
    /// A row has another number of cells than the header.
    Uneven(u64),
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
    let mut reader = csv::ReaderBuilder::new()
        .delimiter(separator(text))
        .has_headers(false)
        .flexible(true)
        .trim(csv::Trim::All)
        .from_reader(text.as_bytes());
    let mut header: Option<Vec<String>> = None;
    let mut rows = Vec::new();
    for record in reader.records() {
        let record = record
            .map_err(|error| SheetError::Uneven(error.position().map_or(1, csv::Position::line)))?;
        if record.iter().all(str::is_empty) {
            continue;
        }
        let line = record.position().map_or(1, csv::Position::line);
        let cells: Vec<String> = record.iter().map(|cell| unquoted(cell).to_owned()).collect();
        let Some(header) = &header else {
            header = Some(cells.iter().map(|name| name.to_lowercase()).collect());
            continue;
        };
        // Spreadsheets leave out empty cells at the end, or add some.
        if cells.len() > header.len() && cells[header.len()..].iter().any(|cell| !cell.is_empty()) {
            return Err(SheetError::Uneven(line));
        }
        if rows.len() == MOST_ROWS {
            return Err(SheetError::TooLarge);
        }
        rows.push(SheetRow { line, cells });
    }
    let header = header.ok_or(SheetError::Empty)?;
    Ok(Sheet { header, rows })
}

// A quote that does not open its cell, as in `a, "b"`, was meant as one all the same.
fn unquoted(cell: &str) -> &str {
    cell.strip_prefix('"').and_then(|cell| cell.strip_suffix('"')).unwrap_or(cell)
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
    fn what_is_no_table_is_refused() {
        for (bytes, error) in [
            (&b""[..], SheetError::Empty),
            (b"\n\n ,\n", SheetError::Empty),
            (b"a,b\n\xff\xfe\n", SheetError::NotText(2)),
            (b"a\0b", SheetError::NotText(1)),
            (b"a,b\n1,2,3\n", SheetError::Uneven(2)),
        ] {
            assert_eq!(read_sheet(bytes), Err(error), "{bytes:?}");
        }
    }
}
