//! Why a format cannot hold a page.

use crate::text::{Text, msg};

/// Why a format cannot hold a page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unfit {
    /// It has more cells than anybody can read or a file of this kind can hold.
    Cells {
        /// The number of cells it has.
        cells: usize,
        /// The number of cells allowed.
        most: usize,
    },
    /// It would be a picture larger than anything can show.
    Picture {
        /// In pixels.
        width: usize,
        /// In pixels.
        height: usize,
    },
    /// The writer of the format gave up.
    Failed,
}

impl Unfit {
    /// The explanation for the user.
    pub(crate) fn words(self, text: Text) -> String {
        match self {
            Self::Cells { cells, most } => {
                let counts =
                    [("cells", text.count(cells).into()), ("most", text.count(most).into())];
                text.with(msg!("show-too-many-cells"), &counts)
            }
            Self::Picture { width, height } => {
                let sides =
                    [("width", text.count(width).into()), ("height", text.count(height).into())];
                text.with(msg!("export-picture-too-large"), &sides)
            }
            Self::Failed => text.get(msg!("export-failed")).to_owned(),
        }
    }
}
