//! Workbooks: files with tables, recognised by their content and never by their name.
//!
//! Nothing in a workbook is trusted. The sizes it states are checked against the content, every
//! part is unpacked no further than a table can be large, and nothing in it is run, fetched or
//! looked up elsewhere.

pub(super) mod archive;
mod build;
mod bytes;
mod compound;
mod formats;
mod kind;
mod ods;
pub(super) mod relations;
mod remark;
mod strings;
mod xls;
mod xlsx;
pub(super) mod xml;

pub use kind::FileKind;
pub use remark::{CellAt, Remark, RemarkKind};

use self::archive::{Archive, LOOKED_AT, Unpacked, refuse_declarations};
use self::compound::Compound;
use self::kind::{COMPOUND, ZIP};
use self::relations::main_part;
use super::table::{LARGEST, Sheet, SheetError, read_sheet};
use crate::model::words::fold;

/// The extensions of files with tables, for a dialog to offer; the content decides what a file is.
pub(crate) const TABLES: [&str; 9] =
    ["xlsx", "xlsm", "xls", "ods", "csv", "tsv", "tab", "txt", "md"];

/// The tables in a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Workbook {
    /// The sheets with content, in their order; at least one.
    pub sheets: Vec<NamedSheet>,
    /// Remarks on the file as a whole.
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
    /// The sheet of this name, whatever the case of its letters; without a name, the only visible
    /// sheet.
    ///
    /// # Errors
    /// The names of all sheets, if none matches or more than one does.
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
    if bytes.len() > LARGEST {
        return Err(SheetError::TooLarge);
    }
    if bytes.starts_with(ZIP) {
        return read_archive(bytes);
    }
    if bytes.starts_with(COMPOUND) {
        return xls::read(&Compound::new(bytes)?);
    }
    let other = FileKind::of(bytes);
    if other == Some(FileKind::Xml) && is_bare_ods(bytes) {
        refuse_declarations([bytes.get(..LOOKED_AT).unwrap_or(bytes)])?;
        return ods::read_content(Unpacked::plain(bytes));
    }
    if let Some(other) = other {
        return Err(SheetError::Other(other));
    }
    let sheet = read_sheet(bytes)?;
    let only = NamedSheet { name: String::new(), hidden: false, sheet };
    Ok(Workbook { sheets: vec![only], remarks: Vec::new() })
}

/// Reads the tables in a ZIP archive.
fn read_archive(bytes: &[u8]) -> Result<Workbook, SheetError> {
    let archive = Archive::opened(bytes)?;
    match ods::kind(&archive)? {
        Some(Ok(())) => return ods::read(&archive),
        Some(Err(other)) => return Err(SheetError::Other(other)),
        None => {}
    }
    let main = main_part(&archive)?.unwrap_or_default();
    let begins = |folder: &str| archive.names().any(|name| name.starts_with(folder));
    let other = match main.to_ascii_lowercase().as_str() {
        main if main.ends_with(".bin") => FileKind::BinaryWorkbook,
        _ if begins("word/") => FileKind::Document,
        _ if begins("ppt/") => FileKind::Slides,
        _ if begins("visio/") => FileKind::Drawing,
        // A Pages document matches too, but it has no table that could be meant.
        _ if begins("Index/") && archive.names().any(|name| name.ends_with(".iwa")) => {
            FileKind::Numbers
        }
        "" => FileKind::Archive,
        _ => return xlsx::read(&archive, &main),
    };
    Err(SheetError::Other(other))
}

/// Whether XML is a workbook of LibreOffice in a single file.
fn is_bare_ods(bytes: &[u8]) -> bool {
    let head = bytes.get(..64 << 10).unwrap_or(bytes);
    let has = |words: &str| memchr::memmem::find(head, words.as_bytes()).is_some();
    has("<office:document") && has("opendocument.spreadsheet")
}
