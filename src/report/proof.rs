//! A page laid out on sheets as a preview: these are the sheets that are printed and drawn, so the
//! preview cannot differ.

use super::format::png;
use super::page::Page;
use super::paper::sheet::Sheets;
use super::paper::{self, Medium, Paper};
use super::{Format, Picture, Unfit};

/// A page laid out on sheets.
#[derive(Debug)]
pub struct Proof {
    sheets: Sheets,
}

impl Proof {
    /// Lays out a page as its format does; for a format without paper, on this paper all the same.
    pub(super) fn of(page: &Page<'_>, format: Format, paper: Paper) -> Result<Self, Unfit> {
        let medium = format.medium(paper);
        let most = match medium {
            Medium::Paper(_) => paper::MOST_CELLS,
            Medium::Picture | Medium::Slide => paper::MOST_IN_PICTURE,
        };
        let cells = page.all_cells();
        if cells > most {
            return Err(Unfit::Cells { cells, most });
        }
        let sheets = paper::set(page, medium);
        if format == Format::Png {
            png::canvas(&sheets)?;
        }
        Ok(Self { sheets })
    }

    /// How many sheets it takes.
    pub fn count(&self) -> usize {
        self.sheets.sheets.len()
    }

    /// Draws a sheet at this width in pixels, or narrower if it would be higher than
    /// `highest`. `None` if there is no such sheet.
    pub fn draw(&self, sheet: usize, wide: u16, highest: u16) -> Option<Picture> {
        let sheet = self.sheets.sheets.get(sheet)?;
        let scale = (f32::from(wide) / sheet.width).min(f32::from(highest) / sheet.height);
        Some(png::sheet(sheet, scale))
    }
}
