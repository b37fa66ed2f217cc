//! The lines above and below every sheet: the marking, the title, the number of the sheet.

use std::rc::Rc;

use super::letters::Weight;
use super::lines::Line;
use super::setter::{EDGE, MARGIN, PAPER, RUNNING, Setter, Style, colour};
use super::sheet::{Area, Drawn, Mark, Of, Sheets};
use crate::report::ink::ink;
use crate::text::msg;

/// The title and the number of a sheet.
const SMALL: Style = Style { size: 8.0, weight: Weight::Regular, ..RUNNING };

/// The background of the marking: black in any kind of print.
const BAND: [u8; 3] = [0, 0, 0];

impl Setter<'_> {
    /// Adds the lines above and below every sheet, now that the number of sheets is known. A sheet
    /// of free height is at least this high.
    pub(super) fn finish(mut self, about: &str, least: f32) -> Sheets {
        let count = self.sheets.sheets.len();
        let (band, lowest) = (self.band(), self.y);
        self.sheets.about = about.to_owned();
        let mut made = std::mem::take(&mut self.sheets);
        let title = self.lines(&made.title, SMALL, self.measure() * 0.3).into_iter().next();
        for (place, sheet) in made.sheets.iter_mut().enumerate() {
            if !sheet.height.is_finite() {
                sheet.height = (lowest + 14.0 + band + EDGE).max(least);
            }
            let foot = sheet.height - EDGE - band;
            let first = if place == 0 { Of::Part(self.marked) } else { Of::Head };
            let mut marks = Vec::new();
            self.marking(sheet.width, EDGE, first, &mut marks);
            // Drawn in reading order.
            marks.append(&mut sheet.marks);
            self.marking(sheet.width, foot, Of::Foot, &mut marks);
            let grey = colour(&ink().muted);
            let y = foot + 2.0 + super::setter::baseline(SMALL);
            let mut small = |line: &Rc<Line>, x: f32| {
                let (line, size) = (Rc::clone(line), SMALL.size);
                let drawn = Drawn::Words { x, y, size, colour: grey, line, turned: false };
                marks.push(Mark { drawn, of: Of::Foot });
            };
            if let Some(title) = &title {
                small(title, MARGIN);
            }
            if count > 1 {
                let number =
                    format!("{} {} / {count}", self.text.get(msg!("document-page")), place + 1);
                for line in self.lines(&number, SMALL, self.measure()).iter().take(1) {
                    small(line, sheet.width - MARGIN - line.width * SMALL.size);
                }
            }
            sheet.marks = marks;
        }
        made
    }

    /// The marking in the middle, white on black.
    fn marking(&self, width: f32, y: f32, of: Of, marks: &mut Vec<Mark>) {
        let widest =
            self.marking.iter().map(|it| it.width).fold(0.0, f32::max) * RUNNING.size + 20.0;
        let area = Area { x: (width - widest) / 2.0, y, width: widest, height: self.band() };
        let back = if of == Of::Foot { Of::Foot } else { Of::Head };
        marks.push(Mark { drawn: Drawn::Area(area, BAND), of: back });
        let mut row = y + 2.0;
        for line in &self.marking {
            let x = (width - line.width * RUNNING.size) / 2.0;
            let (y, line) = (row + super::setter::baseline(RUNNING), Rc::clone(line));
            let drawn =
                Drawn::Words { x, y, size: RUNNING.size, colour: PAPER, line, turned: false };
            marks.push(Mark { drawn, of });
            row += RUNNING.leading;
        }
    }
}
