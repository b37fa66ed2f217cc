//! A page for reading in the window: sentences and tables, row by row.

use super::page::{Block, Page, Shown, Table, Value};
use crate::explain::more_words;
use crate::model::{PartyId, Stance};

/// A piece of a page.
#[derive(Clone, Debug, PartialEq)]
pub enum Reading {
    /// The subject of the pieces that follow.
    Heading(String),
    /// A sentence.
    Sentence(String),
    /// A sentence that names only the first of many, and its words for the others.
    Shortened(String, String),
    /// A table: its heads, and the cells of each row.
    Table(Vec<String>, Vec<Vec<ReadCell>>),
}

/// A cell of a table.
#[derive(Clone, Debug, PartialEq)]
pub enum ReadCell {
    /// Words.
    Words(String),
    /// A figure.
    Figure(String),
    /// A number of parties, which leads to them.
    Of(Vec<PartyId>, String),
    /// A chance or a share, from 0 to 1, and its words.
    Share(f64, String),
    /// A stance and its words.
    Stance(Option<Stance>, String),
}

impl Page<'_> {
    /// The content below the title, from top to bottom.
    pub fn reading(&self) -> Vec<Reading> {
        let words = |cell: &super::page::Cell<'_>| cell.words(self.text).into_owned();
        let piece = |block: &Block<'_>| match block {
            Block::Sentence(cell) => Some(match more_words(self.text, cell.left_out()) {
                None => Reading::Sentence(words(cell)),
                Some(others) => Reading::Shortened(words(cell), others),
            }),
            Block::Heading(cell) | Block::Part(cell) => Some(Reading::Heading(words(cell))),
            Block::Table(table) if table.is_read() && !table.rows.is_empty() => {
                Some(self.table(table))
            }
            // The window shows the head of the page above it; the others have screens of their own.
            Block::Marking(_)
            | Block::Field(..)
            | Block::Title(_)
            | Block::Table(_)
            | Block::Matrix(_)
            | Block::Changed(..) => None,
        };
        self.blocks.iter().filter_map(piece).collect()
    }

    fn table(&self, table: &Table<'_>) -> Reading {
        let heads = table.columns.iter().filter_map(|it| it.heading.map(str::to_owned)).collect();
        let row = |row: &[super::page::Cell<'_>]| {
            let read = table.columns.iter().zip(row).filter(|(it, _)| it.heading.is_some());
            let cell = |(_, cell): (_, &super::page::Cell<'_>)| {
                let words = cell.words(self.text).into_owned();
                if let Value::Of(parties) = cell.value() {
                    return ReadCell::Of(parties.clone(), words);
                }
                match cell.value().shown() {
                    Shown::Sign(stance) => ReadCell::Stance(stance, words),
                    Shown::Share(share) => ReadCell::Share(share, words),
                    Shown::Count(_) | Shown::Decimal(_) | Shown::Index(_) => {
                        ReadCell::Figure(words)
                    }
                    Shown::Severity(_) | Shown::Date(_) | Shown::Words => ReadCell::Words(words),
                }
            };
            read.map(cell).collect()
        };
        Reading::Table(heads, table.rows.iter().map(|it| row(&it)).collect())
    }
}
