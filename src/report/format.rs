//! The formats of a page.

use std::path::Path;

use crate::model::{Keyed, keyed};

keyed! {
    /// The format of a page.
    pub enum Format as "format" {
        /// For a person.
        Text = "text",
        /// For a program.
        Json = "json",
        /// For a spreadsheet.
        Csv = "csv",
        /// For a browser, and to be copied into a document.
        Html = "html",
        /// For Excel and other spreadsheets, with its dates and colours.
        Xlsx = "xlsx",
        /// For Word and other word processors, to be handed over.
        Docx = "docx",
        /// To be printed, and to be read aloud.
        Pdf = "pdf",
        /// For a slide.
        Png = "png",
        /// For a document in which it is enlarged.
        Svg = "svg",
    }
}

impl Format {
    /// The ending of its files.
    pub fn ending(self) -> &'static str {
        match self {
            Self::Text => "txt",
            Self::Json
            | Self::Csv
            | Self::Html
            | Self::Xlsx
            | Self::Docx
            | Self::Pdf
            | Self::Png
            | Self::Svg => self.key(),
        }
    }

    /// Whether it is text that a terminal can show.
    pub fn is_text(self) -> bool {
        match self {
            Self::Text | Self::Json | Self::Csv | Self::Html => true,
            Self::Xlsx | Self::Docx | Self::Pdf | Self::Png | Self::Svg => false,
        }
    }

    /// Whether it is printed on paper of some size.
    pub fn has_sheets(self) -> bool {
        match self {
            Self::Pdf => true,
            Self::Text
            | Self::Json
            | Self::Csv
            | Self::Html
            | Self::Xlsx
            | Self::Docx
            | Self::Png
            | Self::Svg => false,
        }
    }

    /// Whether it looks the same everywhere, as we set it ourselves.
    pub fn is_set(self) -> bool {
        match self {
            Self::Pdf | Self::Png | Self::Svg => true,
            Self::Text | Self::Json | Self::Csv | Self::Html | Self::Xlsx | Self::Docx => false,
        }
    }

    /// The format of a file, by the ending of its name.
    pub fn of(path: &Path) -> Option<Self> {
        let ending = path.extension()?.to_str()?.to_lowercase();
        let ending = if ending == "htm" { "html" } else { ending.as_str() };
        Self::ALL.iter().copied().find(|format| format.ending() == ending)
    }
}
