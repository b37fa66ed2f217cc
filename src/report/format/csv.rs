//! A page as CSV for a spreadsheet: only its rows.

use crate::exchange::to_csv;
use crate::model::stance;
use crate::report::changes::HEADS;
use crate::report::matrix::Matrix;
use crate::report::page::{Block, Page, Table, Value};
use crate::text::{Text, msg};

pub(in crate::report) fn write(page: &Page<'_>) -> String {
    let text = page.text;
    let rows = page.blocks.iter().flat_map(|block| match block {
        Block::Marking(_)
        | Block::Field(..)
        | Block::Title(_)
        | Block::Part(_)
        | Block::Heading(_)
        | Block::Sentence(_) => Vec::new(),
        Block::Table(table) => table.lines(text),
        Block::Matrix(matrix) => keys(text, matrix),
        Block::Changed(_, lines) => {
            let head = HEADS.map(|id| text.get(id).to_owned());
            let lines = lines.iter().cloned().map(|line| {
                vec![line.date.to_string(), line.proposal, line.what, line.from, line.to]
            });
            [head.to_vec()].into_iter().chain(lines).collect()
        }
    });
    to_csv(text.language(), &rows.collect::<Vec<_>>())
}

/// The byte order mark in UTF-8.
const MARK: &[u8] = "\u{feff}".as_bytes();

/// The same as a file. Without a byte order mark Excel does not take it for UTF-8 and garbles every
/// letter beyond ASCII. Output for another program goes without the mark in English.
pub(in crate::report) fn as_file(mut rows: Vec<u8>) -> Vec<u8> {
    if !rows.is_ascii() && !rows.starts_with(MARK) {
        rows.splice(0..0, MARK.iter().copied());
    }
    rows
}

/// One stance per cell, as its key.
fn keys(text: Text, matrix: &Matrix<'_>) -> Vec<Vec<String>> {
    let head =
        [msg!("column-code"), msg!("table-parties"), msg!("column-camp"), msg!("column-index")];
    let codes = matrix.columns.iter().map(|column| column.code.to_owned());
    let head = head.iter().map(|id| text.get(*id).to_owned()).chain(codes);
    let rows = matrix.rows.iter().zip(matrix.stances()).map(|(row, stances)| {
        let index = Value::from(row.reading.index);
        let mut cells = vec![
            row.code.to_owned(),
            row.name.to_owned(),
            text.label(row.reading.camp).to_owned(),
            index.words(text).into_owned(),
        ];
        cells.extend(stances.into_iter().map(|it| stance::key(it).to_owned()));
        cells
    });
    [head.collect()].into_iter().chain(rows).collect()
}

impl Table<'_> {
    /// The heading and the rows in words; empty if no column is for people.
    pub(in crate::report) fn lines(&self, text: Text) -> Vec<Vec<String>> {
        if !self.is_read() {
            return Vec::new();
        }
        let head = self.columns.iter().filter_map(|column| column.heading.map(str::to_owned));
        let rows = self.rows.iter().map(|row| {
            let cells = self.columns.iter().zip(&*row);
            let read = cells.filter(|(column, _)| column.heading.is_some());
            read.map(|(_, cell)| cell.words(text).into_owned()).collect()
        });
        [head.collect()].into_iter().chain(rows).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_has_a_byte_order_mark_where_a_spreadsheet_would_garble_it_without() {
        let file = |rows: &str| String::from_utf8(as_file(rows.as_bytes().to_vec())).unwrap();
        assert_eq!(file("Turkey\n"), "Turkey\n");
        assert_eq!(file("Türkiye\n"), "\u{feff}Türkiye\n");
        assert_eq!(file("\u{feff}Türkiye\n"), "\u{feff}Türkiye\n");
    }
}
