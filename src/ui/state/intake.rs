//! What can be done while a table is being taken in.

use chrono::NaiveDate;

use crate::exchange::intake::{Field, Heads, Layout, Mapping};

/// Something to do with the table that is being taken in.
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
    /// Say what two lines of headings say.
    Heads(Heads),
    /// Say what a column holds.
    Column(usize, Option<Field>),
    /// Say on which proposal the stances in a column of a table without a header are, or of which
    /// party: by its code.
    Stands(usize, String),
    /// Read days and numbers as answered.
    Read(Box<Mapping>),
    /// Take the titles of roll calls from another sheet of the workbook; `None` takes none.
    Titles(Option<usize>),
    /// Choose a file with the titles of roll calls.
    TitlesFile,
    /// The day of entries for which the table has none.
    Undated(NaiveDate),
    /// Make what is missing, or not.
    Create(bool),
    /// Take it in.
    TakeIn {
        /// Leave out what is wrong.
        skip_bad: bool,
    },
    /// Choose where to save how it is read.
    Save,
}
