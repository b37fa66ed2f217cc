//! The texts that the cells of a workbook of Excel share.

use super::CellAt;
use super::archive::Archive;
use super::xlsx::unescaped;
use super::xml::{Mark, Stop, walk};
use crate::exchange::table::{LARGEST, MOST_IN_CELL, SheetError};

/// The most texts that are shared.
const MOST: usize = 4_000_000;

/// Shared texts, one after another.
#[derive(Debug, Default)]
pub(super) struct Strings {
    text: String,
    ends: Vec<u32>,
    // The next one is longer than any cell; it and those after it were not read.
    cut: bool,
}

impl Strings {
    /// The text with this number, for the cell at this place.
    ///
    /// # Errors
    /// [`SheetError`] with the place, if there is none or it is too long.
    pub(super) fn get(&self, number: usize, place: CellAt) -> Result<&str, SheetError> {
        let end = |at: usize| self.ends.get(at).map(|end| *end as usize);
        let from = if number == 0 { Some(0) } else { end(number - 1) };
        match (from, end(number)) {
            (Some(from), Some(end)) => Ok(self.text.get(from..end).unwrap_or_default()),
            _ if self.cut => Err(SheetError::CellTooLong(place)),
            _ => Err(SheetError::Damaged),
        }
    }

    /// Adds a text.
    pub(super) fn push(&mut self, text: &str) -> Result<(), SheetError> {
        if self.text.len() + text.len() > LARGEST || self.ends.len() >= MOST {
            return Err(SheetError::TooLarge);
        }
        self.text += text;
        self.ends.push(u32::try_from(self.text.len()).unwrap_or(u32::MAX));
        Ok(())
    }
}

/// Reads the texts of a workbook from a part.
///
/// # Errors
/// [`SheetError`] if it cannot be read.
pub(super) fn shared_strings(archive: &Archive<'_>, name: &str) -> Result<Strings, SheetError> {
    let mut strings = Strings::default();
    let Some(part) = archive.part(name)? else { return Ok(strings) };
    let (mut text, mut inside, mut aid) = (String::new(), false, false);
    let walked = walk(part, |mark| {
        match mark {
            Mark::Start(element) => match element.name() {
                b"si" => text.clear(),
                b"rPh" => aid = true,
                b"t" => inside = !aid,
                _ => {}
            },
            Mark::Text(more) => {
                if inside {
                    text += more;
                    if text.len() > MOST_IN_CELL {
                        return Err(Stop::TooLong);
                    }
                }
            }
            Mark::End(b"t") => inside = false,
            Mark::End(b"rPh") => aid = false,
            Mark::End(b"si") => strings.push(&unescaped(&text))?,
            Mark::End(_) => {}
        }
        Ok(())
    });
    match walked {
        Err(Stop::TooLong) => strings.cut = true,
        Err(stop) => return Err(stop.or(SheetError::Damaged)),
        Ok(()) => {}
    }
    Ok(strings)
}
