//! The actions while a table is being imported.

use chrono::NaiveDate;

use crate::exchange::intake::{Field, Heads, Layout, Mapping};

/// An action on the table being imported.
#[derive(Clone, Debug, PartialEq)]
pub enum IntakeAct {
    /// Work out again what it would do, after an answer.
    Plan,
    /// Read another sheet of the workbook.
    Sheet(usize),
    /// Read it in another layout.
    Layout(Layout),
    /// Take the row on this line for its header, or none if it is
    /// [`NO_HEADER`](crate::exchange::NO_HEADER).
    Header(u64),
    /// Set the meaning of two lines of headings.
    Heads(Heads),
    /// Set what a column holds.
    Column(usize, Option<Field>),
    /// Set the proposal, or the party, that the stances in a column of a table without a header
    /// belong to: by its code.
    Stands(usize, String),
    /// Read days and numbers as answered.
    Read(Box<Mapping>),
    /// Take the titles of roll calls from another sheet of the workbook; `None` takes none.
    Titles(Option<usize>),
    /// Choose a file with the titles of roll calls.
    TitlesFile,
    /// The day of entries without one in the table.
    Undated(NaiveDate),
    /// Create missing records, or not.
    Create(bool),
    /// Import it.
    TakeIn {
        /// Whether to leave out what is wrong.
        skip_bad: bool,
    },
    /// Choose where to save how it is read.
    Save,
}
