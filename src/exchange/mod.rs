//! Files and tables in and out: plain functions over the model.
//!
//! Input is measured before it is parsed and never trusted; no spreadsheet can take output for a
//! formula.

mod archive_out;
mod clipboard;
mod codes_of;
mod confided;
mod costs;
mod csv_out;
mod days;
mod docx;
mod grid;
pub mod intake;
mod merging;
mod names;
mod package;
mod particulars;
mod positions;
mod problems;
mod rows;
mod speakers;
mod stances;
mod table;
mod text_file;
mod told;
pub mod whole;
mod workbook;

pub(crate) use archive_out::{ArchiveOut, PartOut, xml};
pub use clipboard::{Block, PasteError};
pub(crate) use clipboard::{BlockHeads, block_to_text, grid_to_text, rows_to_text};
pub use clipboard::{block_from_text, has_heads};
pub use costs::{CostFault, CostProblem, CostTable, read_costs};
pub(crate) use csv_out::to_csv;
pub use days::{DayQuestion, WrittenAt};
pub(crate) use docx::{DRAFT_AROUND, DRAFT_KINDS, DRAFT_NUMBER, DRAFT_STATUSES};
pub use docx::{
    DocxAuthor, DocxComment, DocxError, DocxNames, DocxParagraph, DocxRemark, DocxRemarkKind,
    DocxText, read_docx,
};
pub use grid::{
    Answer, Clash, Disputed, Grid, GridFault, Header, Hold, KeptAnswers, LeftOut, Spot, Subject,
    Who, Why, read_grid, read_grid_as,
};
pub(crate) use merging::merge_report;
pub(crate) use package::ENDING;
pub use package::{
    Manifest, PackageError, PackageKind, pack, pack_in_the_open, package_kind, read_package, unpack,
};
pub(crate) use positions::import_edit;
pub use positions::{Dating, Import, plan_import};
pub use problems::{ImportProblem, Problems, RowProblem, Same};
pub(crate) use stances::read_stance;
pub use stances::{CellStance, ParsedStance};
pub use table::{NO_HEADER, Sheet, SheetError, SheetRow, plain_text, read_sheet};
pub(crate) use table::{read_bytes, read_stream};
pub use text_file::{TextFile, TextFileError, read_text_file};
pub(crate) use text_file::{WORD, is_word};
pub(crate) use workbook::TABLES;
pub use workbook::{CellAt, FileKind, NamedSheet, Remark, RemarkKind, Workbook, read_workbook};

/// Text that is safe for a terminal: without control characters, and without those that change the
/// direction of writing, which would let a name imitate another.
pub fn plain(words: &str) -> String {
    let harmful =
        |c: char| c.is_control() || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    words.chars().map(|c| if harmful(c) { '\u{fffd}' } else { c }).collect()
}
