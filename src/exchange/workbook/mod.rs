//! Workbooks: files with tables, recognised by their content and never by their name.
//!
//! Nothing in a workbook is trusted. What it says of its own size is checked against what is
//! there, every part is unpacked no further than a table can be large, and nothing in it is run,
//! fetched or looked up elsewhere.

mod kind;
mod remark;

pub use kind::FileKind;
pub use remark::{CellAt, Remark, RemarkKind};

use super::table::{Sheet, SheetError, read_sheet};
use crate::model::words::fold;

/// The endings of the names of files with tables, for a dialog to offer; what a file is is
/// judged by its content.
pub(crate) const TABLES: [&str; 8] = ["xlsx", "xlsm", "xls", "ods", "csv", "tsv", "tab", "txt"];

/// The tables in a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Workbook {
    /// The sheets with content, in their order; at least one.
    pub sheets: Vec<NamedSheet>,
    /// What is to be said of the file as a whole.
    pub remarks: Vec<Remark>,
}

/// A sheet of a workbook.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NamedSheet {
    /// Its name as on its tab; empty for a table of text.
    pub name: String,
    /// Whether the workbook hides it.
    pub hidden: bool,
    /// Its content.
    pub sheet: Sheet,
}

impl Workbook {
    /// The sheet of this name, whatever the case of its letters; without a name the only sheet
    /// that is not hidden.
    ///
    /// # Errors
    /// The names of all sheets, if it is none of them or more than one.
    pub fn named(&self, name: Option<&str>) -> Result<&NamedSheet, Vec<&str>> {
        let found = match name {
            Some(name) => {
                let same = |it: &&NamedSheet| it.name.trim() == name.trim();
                let alike = |it: &&NamedSheet| fold(it.name.trim()) == fold(name.trim());
                self.sheets.iter().find(same).or_else(|| self.sheets.iter().find(alike))
            }
            None => {
                let mut shown = self.sheets.iter().filter(|it| !it.hidden);
                match (shown.next(), shown.next(), self.sheets.as_slice()) {
                    (Some(only), None, _) | (None, _, [only]) => Some(only),
                    _ => None,
                }
            }
        };
        found.ok_or_else(|| self.sheets.iter().map(|it| it.name.as_str()).collect())
    }
}

/// Reads the tables in a file: text, or a workbook of Excel or LibreOffice.
///
/// # Errors
/// [`SheetError`] if it holds no table that can be read.
pub fn read_workbook(bytes: &[u8]) -> Result<Workbook, SheetError> {
    if let Some(other) = FileKind::of(bytes) {
        return Err(SheetError::Other(other));
    }
    let sheet = read_sheet(bytes)?;
    let only = NamedSheet { name: String::new(), hidden: false, sheet };
    Ok(Workbook { sheets: vec![only], remarks: Vec::new() })
}
