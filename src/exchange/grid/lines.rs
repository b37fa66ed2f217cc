//! Splits a pasted table into lines and cells.

use super::GridFault;
use crate::exchange::table::{Sheet, SheetRow, dashed_table};
use crate::model::words::is_unseen;

/// The largest number of cells read: as many as a dossier can show.
const MOST: usize = 1_000_000;

/// One line of the table, which may span several lines of text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Line {
    /// The number of its first line in the pasted text, from 1.
    pub number: usize,
    /// Its cells, each on one line.
    pub cells: Vec<String>,
}

impl Line {
    /// A cell; empty if the line is shorter.
    pub(super) fn cell(&self, column: usize) -> &str {
        self.cells.get(column).map_or("", String::as_str)
    }

    /// The cells after the first that are not empty.
    pub(super) fn filled(&self) -> impl Iterator<Item = &str> {
        self.cells.iter().skip(1).map(String::as_str).filter(|cell| !cell.is_empty())
    }
}

/// Splits the pasted text into lines and cells. Empty lines are left out, but still numbered.
///
/// # Errors
/// An unclosed quote, or more cells than can be read.
pub(super) fn lines(pasted: &str) -> Result<Vec<Line>, GridFault> {
    let mut all = all_lines(pasted)?;
    all.retain(|line| line.cells.iter().any(|cell| !cell.is_empty()));
    Ok(all)
}

/// The same, including empty lines.
pub(crate) fn all_lines(pasted: &str) -> Result<Vec<Line>, GridFault> {
    if let Some(sheet) = dashed_table(pasted.trim_start_matches('\u{feff}')) {
        return of_sheet(&sheet);
    }
    let mut scanner = Scanner {
        rest: pasted.trim_start_matches('\u{feff}'),
        separator: separator(pasted),
        line: 1,
    };
    let (mut all, mut count) = (Vec::new(), 0_usize);
    while !scanner.rest.is_empty() {
        let number = scanner.line;
        let mut cells = Vec::new();
        loop {
            let (cell, ends) = scanner.cell()?;
            count += 1;
            // Cells beyond the limit are still counted, for the error message.
            if count <= MOST {
                cells.push(one_line(&cell));
            }
            if ends {
                break;
            }
        }
        all.push(Line { number, cells });
    }
    if count > MOST {
        return Err(GridFault::TooLarge { cells: count, most: MOST });
    }
    Ok(all)
}

/// The lines of a table that has been split already.
fn of_sheet(sheet: &Sheet) -> Result<Vec<Line>, GridFault> {
    let cells = sheet.all_rows().map(|row| row.cells.len()).sum();
    if cells > MOST {
        return Err(GridFault::TooLarge { cells, most: MOST });
    }
    let line = |row: SheetRow<'_>| Line {
        number: usize::try_from(row.line).unwrap_or(usize::MAX),
        cells: row.cells.iter().map(|cell| one_line(cell)).collect(),
    };
    Ok(sheet.all_rows().map(line).collect())
}

struct Scanner<'a> {
    rest: &'a str,
    separator: char,
    line: usize,
}

impl Scanner<'_> {
    /// The next cell, and whether it ends its line.
    fn cell(&mut self) -> Result<(String, bool), GridFault> {
        let opened = self.line;
        let blank = |c: char| c != self.separator && (c == ' ' || is_unseen(c));
        let Some(quoted) = self.rest.trim_start_matches(blank).strip_prefix('"') else {
            let (plain, ends) = self.plain();
            return Ok((plain, ends));
        };
        let mut cell = String::new();
        let mut rest = quoted;
        loop {
            let Some((part, after)) = rest.split_once('"') else {
                return Err(GridFault::Unclosed(opened));
            };
            cell.push_str(part);
            let Some(after) = after.strip_prefix('"') else {
                rest = after;
                break;
            };
            // Two quotes are one in the cell.
            cell.push('"');
            rest = after;
        }
        let breaks = breaks(&cell);
        self.rest = rest;
        let (more, ends) = self.plain();
        // A quote that closes at the opening quote of another cell has swallowed the text in
        // between.
        let swallowed = breaks > 0 && (cell.contains(self.separator) || !more.trim().is_empty());
        if swallowed {
            return Err(GridFault::Unclosed(opened));
        }
        self.line += breaks;
        cell.push_str(&more);
        Ok((cell, ends))
    }

    /// The text before the next separator or line break, and whether that was a line break.
    fn plain(&mut self) -> (String, bool) {
        let end = self.rest.find([self.separator, '\n', '\r']);
        let (plain, after) = self.rest.split_at(end.unwrap_or(self.rest.len()));
        let (ends, after) = match after.chars().next() {
            None => (true, after),
            Some(c) if c == self.separator => {
                (false, after.get(c.len_utf8()..).unwrap_or_default())
            }
            Some(_) => {
                self.line += 1;
                let both = after.strip_prefix("\r\n");
                (true, both.or_else(|| after.get(1..)).unwrap_or_default())
            }
        };
        self.rest = after;
        (plain.to_owned(), ends)
    }
}

/// How many line endings a text has, of any kind.
fn breaks(text: &str) -> usize {
    let both = text.matches("\r\n").count();
    text.matches(['\n', '\r']).count() - both
}

/// Joins a heading that was broken into several lines, and removes invisible characters.
fn one_line(cell: &str) -> String {
    let shown: String = cell
        .chars()
        // Scripts that join their letters need the joiners.
        .filter(|c| !is_unseen(*c) || matches!(c, '\u{200c}' | '\u{200d}'))
        .collect();
    shown.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Spreadsheets copy with tabs; in a file the separator is the character found in most lines.
fn separator(pasted: &str) -> char {
    let lines = || pasted.split(['\n', '\r']).filter(|line| !line.trim().is_empty()).take(100);
    let with = |sign: char| lines().filter(|line| line.contains(sign)).count();
    let others = with(';').max(with(','));
    let seldom = ['|', '^'].into_iter().find(|sign| with(*sign) > others.max(1));
    if let Some(sign) = seldom.filter(|_| with('\t') == 0) {
        return sign;
    }
    match (with('\t'), with(';'), with(',')) {
        (0, semicolons, commas) if semicolons > 0 && semicolons >= commas => ';',
        (0, _, 1..) => ',',
        _ => '\t',
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn numbers(pasted: &str) -> Vec<usize> {
        lines(pasted).unwrap().iter().map(|line| line.number).collect()
    }

    #[test]
    fn a_line_keeps_its_number_whatever_its_line_ending_and_contents() {
        for ending in ["\n", "\r\n", "\r"] {
            let table = "party\tA/\t/NLD\t\"on\"/\"two/lines\"\t+//FRA\t+".replace('/', ending);
            assert_eq!(numbers(&table), [1, 3, 4, 7], "{ending:?}");
        }
        assert_eq!(lines("\u{feff}a;\"b \"\"c\"\"\"\nd;e").unwrap()[0].cells, ["a", "b \"c\""]);
    }

    #[test]
    fn a_quote_that_swallows_lines_is_reported_with_its_line() {
        for (pasted, line) in [
            ("party\tHotline\n\"Holland\t+\nFrance\t--\n", 2),
            ("party\tHotline\r\nChina\t+\r\n\"Holland\t+\r\nFrance\t--", 3),
            // Closed by a quote that opens another cell.
            ("party\tHotline\n\"Holland\t+\nFrance\t--\n\"China\"\t+\n", 2),
            ("party\tA\tB\nFrance\t+\t\"\n", 2),
        ] {
            assert_eq!(lines(pasted), Err(GridFault::Unclosed(line)), "{pasted:?}");
        }
        assert_eq!(lines("5\" disk\tA\n").unwrap()[0].cells, ["5\" disk", "A"]);
    }

    #[test]
    fn a_title_does_not_decide_the_separator() {
        let table = lines("Overview, of positions\nparty;A\nKorea, Republic of;+").unwrap();
        assert_eq!(table[2].cells, ["Korea, Republic of", "+"]);
        assert_eq!(lines("party,A\nFrance,+").unwrap()[1].cells, ["France", "+"]);
        for sign in ["|", "^"] {
            let pasted = "Overview\nparty_A\nKorea, Republic of_+".replace('_', sign);
            assert_eq!(lines(&pasted).unwrap()[2].cells, ["Korea, Republic of", "+"], "{sign}");
        }
    }

    #[test]
    fn a_table_from_notes_is_split_at_its_pipes() {
        let pasted = "| party | A |\n|---|---|\n| France | + |\n| Oman \\| Muscat | - |\n";
        let read = lines(pasted).unwrap();
        let cells: Vec<_> = read.iter().map(|line| line.cells.join("/")).collect();
        assert_eq!(cells, ["party/A", "France/+", "Oman | Muscat/-"]);
        assert_eq!(numbers(pasted), [1, 3, 4]);
    }
}
