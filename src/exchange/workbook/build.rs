//! Builds sheets while they are read: each cell is taken once, in its place, and empty ones take no
//! room until something follows them.

use super::{CellAt, NamedSheet, Remark, RemarkKind};
use crate::exchange::csv_out::as_it_was;
use crate::exchange::table::{
    BETWEEN, LARGEST, MOST_CELLS, MOST_IN_CELL, MOST_ROWS, Sheet, SheetError, is_empty,
};

/// The most sheets that a workbook has.
const MOST_SHEETS: usize = 2_000;

/// How many places in a sheet are marked one by one.
const MOST_MARKS: usize = 10_000;

/// All sheets of a workbook, with what they may still take in total.
#[derive(Default)]
pub(super) struct Builder {
    sheets: Vec<NamedSheet>,
    begun: u16,
    bytes: usize,
    rows: usize,
}

/// One sheet.
pub(super) struct Building {
    number: u16,
    name: String,
    hidden: bool,
    text: String,
    rows: Vec<(u32, usize)>,
    // The row being read, and where its text begins.
    row: u32,
    begins: usize,
    // The last cell in it with content.
    column: u32,
    widest: u32,
    unseen: bool,
    unseen_columns: Vec<(u32, u32)>,
    padding: usize,
    taken: usize,
    other_rows: usize,
    remarks: Vec<Remark>,
    marks: Vec<(CellAt, RemarkKind)>,
}

impl Builder {
    /// Begins a sheet.
    ///
    /// # Errors
    /// [`SheetError::Bomb`] if there are more than any workbook has.
    pub(super) fn begin(&mut self, name: &str, hidden: bool) -> Result<Building, SheetError> {
        if usize::from(self.begun) >= MOST_SHEETS {
            return Err(SheetError::Bomb);
        }
        self.begun += 1;
        Ok(Building {
            number: self.begun,
            name: name.chars().filter(|c| !c.is_control()).take(200).collect(),
            hidden,
            text: String::new(),
            rows: Vec::new(),
            row: 0,
            begins: 0,
            column: 0,
            widest: 0,
            unseen: false,
            unseen_columns: Vec::new(),
            padding: 0,
            taken: self.bytes,
            other_rows: self.rows,
            remarks: Vec::new(),
            marks: Vec::new(),
        })
    }

    /// Ends a sheet. One without content is left out.
    ///
    /// # Errors
    /// [`SheetError`] if it is too large.
    pub(super) fn end(&mut self, mut building: Building) -> Result<(), SheetError> {
        building.end_row();
        building.note_columns();
        let Building { number, name, hidden, mut text, mut rows, remarks, mut marks, .. } =
            building;
        self.bytes += text.len();
        self.rows += rows.len();
        text.shrink_to_fit();
        rows.shrink_to_fit();
        marks.sort_unstable();
        match Sheet::of_rows(number, text, rows, remarks, marks) {
            Ok(sheet) => self.sheets.push(NamedSheet { name, hidden, sheet }),
            Err(SheetError::Empty) => {}
            Err(error) => return Err(error),
        }
        Ok(())
    }

    /// The sheets with content.
    pub(super) fn sheets(self) -> Vec<NamedSheet> {
        self.sheets
    }
}

impl Building {
    /// A place on this sheet; the column from 1, or 0 for the whole row.
    pub(super) fn at(&self, row: u32, column: u32) -> CellAt {
        CellAt { sheet: self.number, row: row.into(), column }
    }

    /// Begins a row, from 1.
    ///
    /// # Errors
    /// [`SheetError::Twice`] unless it comes after the last; [`SheetError::TooFar`] if no
    /// spreadsheet has such a row.
    pub(super) fn begin_row(&mut self, row: u32) -> Result<(), SheetError> {
        self.end_row();
        if row <= self.row {
            return Err(SheetError::Twice(self.at(row, 0)));
        }
        if usize::try_from(row).is_ok_and(|row| row > MOST_ROWS) {
            return Err(SheetError::TooFar(self.at(row, 0)));
        }
        self.row = row;
        Ok(())
    }

    /// Puts content in a cell of the row, from 1.
    ///
    /// # Errors
    /// [`SheetError`] with its place, if there is no room for it or it had content already.
    pub(super) fn put(&mut self, column: u32, content: &str) -> Result<(), SheetError> {
        if memchr::memchr(0, content.as_bytes()).is_some() {
            self.note(RemarkKind::Nul, self.row, column, 1);
        }
        if is_empty(content) {
            return Ok(());
        }
        let at = self.at(self.row, column);
        if column as usize > MOST_CELLS {
            return Err(SheetError::TooFar(at));
        }
        if content.len() > MOST_IN_CELL {
            return Err(SheetError::CellTooLong(at));
        }
        if column <= self.column {
            return Err(SheetError::Twice(at));
        }
        let between = if self.column == 0 { column - 1 } else { column - self.column } as usize;
        if self.column == 0 && self.other_rows + self.rows.len() >= MOST_ROWS {
            return Err(SheetError::Overflows(at));
        }
        self.padding += between;
        if self.taken + self.text.len() + between + content.len() > LARGEST {
            // Mostly empty cells, or a table that is really that large.
            let far = self.padding > LARGEST / 2;
            return Err(if far { SheetError::TooFar(at) } else { SheetError::Overflows(at) });
        }
        self.text.extend(std::iter::repeat_n(BETWEEN, between));
        let content = as_it_was(content.trim());
        if memchr::memchr2(BETWEEN as u8, 0, content.as_bytes()).is_some() {
            self.text
                .extend(content.chars().map(|c| if matches!(c, BETWEEN | '\0') { ' ' } else { c }));
        } else {
            self.text += content;
        }
        self.column = column;
        self.widest = self.widest.max(column);
        Ok(())
    }

    /// Repeats the row just read this many times.
    ///
    /// # Errors
    /// [`SheetError::Overflows`] if there is no room for that.
    pub(super) fn repeat_row(&mut self, times: u32) -> Result<(), SheetError> {
        if self.column == 0 {
            self.row = self.row.saturating_add(times);
            return Ok(());
        }
        let (from, until) = (self.begins, self.text.len());
        if self.unseen {
            self.note(RemarkKind::HiddenRows, self.row, 0, times);
        }
        self.end_row();
        let many = usize::try_from(times).unwrap_or(usize::MAX);
        let room = (LARGEST - (self.taken + until).min(LARGEST)) / (until - from).max(1);
        let rows = MOST_ROWS.saturating_sub(self.other_rows + self.rows.len());
        if many > room.min(rows) {
            return Err(SheetError::Overflows(self.at(self.row, 0)));
        }
        for _ in 0..times {
            self.row = self.row.saturating_add(1);
            self.text.extend_from_within(from..until);
            self.rows.push((self.row, self.text.len()));
        }
        self.begins = self.text.len();
        Ok(())
    }

    fn end_row(&mut self) {
        if self.column > 0 {
            self.rows.push((self.row, self.text.len()));
            if self.unseen {
                self.note(RemarkKind::HiddenRows, self.row, 0, 1);
            }
        }
        (self.begins, self.column, self.unseen) = (self.text.len(), 0, false);
    }

    /// Records that the row is hidden; reported only if it has content.
    pub(super) fn hide_row(&mut self) {
        self.unseen = true;
    }

    /// Records that these columns are hidden; reported only for those with content.
    pub(super) fn hide_columns(&mut self, from: u32, until: u32) {
        if self.unseen_columns.len() < MOST_CELLS {
            self.unseen_columns.push((from, until));
        }
    }

    fn note_columns(&mut self) {
        for (from, until) in std::mem::take(&mut self.unseen_columns) {
            let until = until.min(self.widest);
            if from <= until {
                self.note(RemarkKind::HiddenColumns, 0, from, until - from + 1);
            }
        }
    }

    /// The row being read.
    pub(super) fn row(&self) -> u32 {
        self.row
    }

    /// Records something about a place on the sheet; the first of its kind is named, the others
    /// counted.
    pub(super) fn note(&mut self, kind: RemarkKind, row: u32, column: u32, times: u32) {
        let count = usize::try_from(times).unwrap_or(usize::MAX);
        let down = match kind {
            RemarkKind::HiddenRows => Some((1, 0)),
            RemarkKind::Formulas
            | RemarkKind::NoValue
            | RemarkKind::Errors
            | RemarkKind::HiddenColumns => Some((0, 1)),
            RemarkKind::Merged
            | RemarkKind::Nul
            | RemarkKind::OtherLength
            | RemarkKind::Western
            | RemarkKind::HiddenSheets
            | RemarkKind::Macros
            | RemarkKind::Links => None,
        };
        if let Some((rows, columns)) = down {
            let room = MOST_MARKS.saturating_sub(self.marks.len());
            for step in 0..times.min(u32::try_from(room).unwrap_or(u32::MAX)) {
                let at =
                    self.at(row.saturating_add(step * rows), column.saturating_add(step * columns));
                self.marks.push((at, kind));
            }
        }
        match self.remarks.iter_mut().find(|it| it.kind == kind) {
            Some(remark) => remark.count = remark.count.saturating_add(count),
            None => {
                let first = self.at(row, column);
                self.remarks.push(Remark { kind, count, first });
            }
        }
    }
}
