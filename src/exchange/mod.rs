//! Files and tables in and out: plain functions over the model.
//!
//! What comes in is measured before it is parsed and never trusted; what goes out
//! cannot be taken for a formula by a spreadsheet.

mod clipboard;
mod csv_out;
mod names;
mod positions;
pub mod show;
mod stances;
mod table;

pub use clipboard::{PasteError, block_from_text, block_to_text};
pub use positions::{Import, ImportProblem, RowProblem, import_edit, plan_import};
pub use stances::{ParsedStance, parse_stance};
pub use table::{LARGEST, Sheet, SheetError, SheetRow, read_sheet};
