//! The formats of a page, one file each, and what is particular to each.

mod csv;
pub(super) mod docx;
mod html;
mod json;
mod pdf;
pub(super) mod png;
mod svg;
mod text;
mod xlsx;

use std::path::Path;

use self::png::Picture;
use super::paper::{self, Medium, Paper};
use super::{Page, Unfit};
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
        /// For a document in which it can be enlarged.
        Svg = "svg",
    }
}

impl Format {
    /// Its file name extension.
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

    /// Whether it looks the same everywhere because we lay it out ourselves.
    pub fn is_set(self) -> bool {
        match self {
            Self::Pdf | Self::Png | Self::Svg => true,
            Self::Text | Self::Json | Self::Csv | Self::Html | Self::Xlsx | Self::Docx => false,
        }
    }

    /// The format of a file, by its extension.
    pub fn of(path: &Path) -> Option<Self> {
        let ending = path.extension()?.to_str()?.to_lowercase();
        let ending = if ending == "htm" { "html" } else { ending.as_str() };
        Self::ALL.iter().copied().find(|format| format.ending() == ending)
    }

    /// The medium on which this format sets a page; for a format without paper, this paper all the
    /// same, so that it can be previewed.
    pub(super) fn medium(self, paper: Paper) -> Medium {
        match self {
            Self::Svg => Medium::Picture,
            Self::Png => Medium::Slide,
            Self::Text
            | Self::Json
            | Self::Csv
            | Self::Html
            | Self::Xlsx
            | Self::Docx
            | Self::Pdf => Medium::Paper(paper),
        }
    }

    /// The bytes of a page written in this format, as they go into a file.
    pub(crate) fn as_file(self, bytes: Vec<u8>) -> Vec<u8> {
        if self == Self::Csv { csv::as_file(bytes) } else { bytes }
    }
}

/// The most cells of a matrix as text or CSV.
const MOST_CELLS: usize = 4_000_000;

impl Page<'_> {
    /// Writes the page in a format, on the usual paper.
    ///
    /// # Errors
    /// As [`Self::write_on`].
    pub fn write(&self, format: Format) -> Result<Vec<u8>, Unfit> {
        self.write_on(format, Paper::default())
    }

    /// Writes the page in a format, on this paper if the format is printed.
    ///
    /// # Errors
    /// [`Unfit`] for a page larger than the format can hold. JSON has no limit, as it contains only
    /// the cells with known content.
    pub fn write_on(&self, format: Format, paper: Paper) -> Result<Vec<u8>, Unfit> {
        self.fits(format)?;
        Ok(match format {
            Format::Text => text::write(self).into_bytes(),
            Format::Json => json::write(self).into_bytes(),
            Format::Csv => csv::write(self).into_bytes(),
            Format::Html => html::write(self).into_bytes(),
            Format::Xlsx => xlsx::write(self),
            Format::Docx => docx::write(self),
            Format::Pdf => pdf::write(self, paper).ok_or(Unfit::Failed)?,
            Format::Svg => svg::write(self).into_bytes(),
            Format::Png => png::write(self)?,
        })
    }

    /// Draws the page as a picture for a slide.
    ///
    /// # Errors
    /// [`Unfit`] for a page larger than a picture can hold.
    pub fn draw(&self) -> Result<Picture, Unfit> {
        self.fits(Format::Png)?;
        png::draw(self)
    }

    /// Whether a format can hold all its cells.
    fn fits(&self, format: Format) -> Result<(), Unfit> {
        let (cells, most) = match format {
            Format::Json => (0, MOST_CELLS),
            Format::Text | Format::Csv | Format::Html | Format::Xlsx => (self.cells(), MOST_CELLS),
            Format::Docx => (self.all_cells(), docx::MOST_CELLS),
            Format::Pdf => (self.all_cells(), paper::MOST_CELLS),
            Format::Svg | Format::Png => (self.all_cells(), paper::MOST_IN_PICTURE),
        };
        if cells > most {
            return Err(Unfit::Cells { cells, most });
        }
        Ok(())
    }
}
