//! Sheets as values: what is drawn where, and what each part of it is to a screen reader.

use std::rc::Rc;

use super::lines::Line;

/// The position in points from the left and from the top, and the size.
#[derive(Clone, Copy, Debug)]
pub(in crate::report) struct Area {
    pub(in crate::report) x: f32,
    pub(in crate::report) y: f32,
    pub(in crate::report) width: f32,
    pub(in crate::report) height: f32,
}

/// Red, green and blue.
pub(in crate::report) type Colour = [u8; 3];

/// A page that has been laid out.
#[derive(Debug, Default)]
pub(in crate::report) struct Sheets {
    pub(in crate::report) sheets: Vec<Sheet>,
    /// The parts to be read, in reading order.
    pub(in crate::report) parts: Vec<Part>,
    /// The marking, with the words beside it.
    pub(in crate::report) marking: String,
    pub(in crate::report) title: String,
    /// The subject of the page.
    pub(in crate::report) about: String,
}

impl Sheets {
    /// Scales everything by this factor, to sheets of exactly this size.
    pub(super) fn enlarge(&mut self, scale: f32, (width, height): (f32, f32)) {
        for sheet in &mut self.sheets {
            (sheet.width, sheet.height) = (width, height);
            for mark in &mut sheet.marks {
                match &mut mark.drawn {
                    Drawn::Area(area, _) => {
                        let Area { x, y, width, height } = area;
                        [x, y, width, height].into_iter().for_each(|it| *it *= scale);
                    }
                    Drawn::Words { x, y, size, .. } => {
                        [x, y, size].into_iter().for_each(|it| *it *= scale);
                    }
                }
            }
        }
    }
}

/// A sheet.
#[derive(Debug)]
pub(in crate::report) struct Sheet {
    /// In points.
    pub(in crate::report) width: f32,
    /// In points.
    pub(in crate::report) height: f32,
    /// From back to front.
    pub(in crate::report) marks: Vec<Mark>,
}

/// Something drawn.
#[derive(Debug)]
pub(in crate::report) struct Mark {
    pub(in crate::report) drawn: Drawn,
    pub(in crate::report) of: Of,
}

/// Something drawn.
#[derive(Debug)]
pub(in crate::report) enum Drawn {
    /// A filled area; lines are thin ones.
    Area(Area, Colour),
    /// A line of words from where its baseline begins.
    Words {
        /// From the left, in points.
        x: f32,
        /// From the top, in points.
        y: f32,
        /// The size of the letters, in points.
        size: f32,
        colour: Colour,
        line: Rc<Line>,
        /// Whether it runs upwards.
        turned: bool,
    },
}

/// The part that something drawn belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::report) enum Of {
    /// A part of the content, by place.
    Part(usize),
    /// The lines above every sheet.
    Head,
    /// The lines below every sheet.
    Foot,
    /// Nothing that is read.
    Nothing,
}

/// A part of the content to be read.
#[derive(Debug)]
pub(in crate::report) struct Part {
    pub(in crate::report) kind: Kind,
    /// The part it belongs to, by place.
    pub(in crate::report) within: Option<usize>,
}

/// The kind of a part.
#[derive(Debug)]
pub(in crate::report) enum Kind {
    /// A heading and its level, from 1.
    Heading(u16, String),
    /// A paragraph.
    Paragraph,
    /// A table, and what it shows.
    Table(String),
    /// The rows that head its columns.
    TableHead,
    /// Its rows.
    TableBody,
    /// The summary rows.
    TableFoot,
    /// A row.
    Row,
    /// A cell that heads its column.
    ColumnHead,
    /// A cell that heads its row.
    RowHead,
    /// A cell; for a sign also its meaning.
    Cell(Option<&'static str>),
    /// A note.
    Note,
    /// The number of a note.
    Label,
}
