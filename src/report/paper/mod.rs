//! A page on paper or as a picture: set in our own fonts on sheets, which are values that `pdf`,
//! `svg` and `png` draw.
//!
//! Headings stay with what they head, tables flow over sheets in both directions with their heads
//! repeated, and the marking stands above and below every sheet.

mod fit;
pub(super) mod letters;
pub(super) mod lines;
mod running;
mod setter;
pub(super) mod sheet;
mod table;

use super::manuscript::Manuscript;
use super::page::Page;
use crate::model::keyed;
pub(super) use fit::Wish;
pub(super) use letters::{Letters, faces};
use setter::Setter;
use sheet::Sheets;

/// Cells that can be set on paper before it takes minutes.
pub(super) const MOST_CELLS: usize = 200_000;

/// Cells that a picture can hold and still be read.
pub(super) const MOST_IN_PICTURE: usize = 30_000;

keyed! {
    /// The size of a sheet.
    pub enum PaperSize as "paper" {
        /// 210 by 297 mm.
        A4 = "a4",
        /// 297 by 420 mm.
        A3 = "a3",
    }
}

keyed! {
    /// How a sheet is turned.
    pub enum Turn as "turn" {
        /// On its side where a table is wide.
        Fitting = "fitting",
        /// Upright.
        Upright = "upright",
        /// On its side.
        Across = "across",
    }
}

/// The paper of a page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Paper {
    /// The size of a sheet.
    pub size: PaperSize,
    /// How it is turned.
    pub turn: Turn,
}

impl Default for Paper {
    fn default() -> Self {
        Self { size: PaperSize::A4, turn: Turn::Fitting }
    }
}

impl Paper {
    /// The width and the height of a sheet of it, in points; on its side if a table is too wide for
    /// it upright.
    fn sides(self, is_wider: impl FnOnce(f32) -> bool) -> (f32, f32) {
        let (short, long) = match self.size {
            PaperSize::A4 => (595.276, 841.89),
            PaperSize::A3 => (841.89, 1190.551),
        };
        let across = match self.turn {
            Turn::Fitting => is_wider(short),
            Turn::Upright => false,
            Turn::Across => true,
        };
        if across { (long, short) } else { (short, long) }
    }
}

/// Where a page is set.
#[derive(Clone, Copy, Debug)]
pub(super) enum Medium {
    /// On sheets of paper.
    Paper(Paper),
    /// On one sheet, as large as it has to be.
    Picture,
}

/// The width of a picture of text, in points.
const PICTURE: f32 = 760.0;

/// The page on as many sheets as it takes.
pub(super) fn set(page: &Page<'_>, medium: Medium) -> Sheets {
    let manuscript = Manuscript::of(page);
    let letters = Letters::default();
    let (width, height) = match medium {
        Medium::Paper(paper) => {
            paper.sides(|width| fit::is_wider(&manuscript, &letters, width - 2.0 * setter::MARGIN))
        }
        Medium::Picture => (PICTURE.max(fit::natural(&manuscript, &letters)), f32::INFINITY),
    };
    let mut setter = Setter::new(page.text, &letters, &manuscript, (width, height));
    setter.set(&manuscript);
    setter.finish(page.name)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Language;
    use crate::report::manuscript::{Grid, GridCell, GridColumn, Passage};
    use crate::text::Text;
    use sheet::{Drawn, Kind, Of};

    #[test]
    fn what_follows_a_table_stands_right_below_it_on_the_sheet_it_ends_on() {
        let mut grid = Grid::new("Table");
        grid.columns.push(GridColumn { head: "Party".to_owned(), share: 10, turned: false });
        grid.rows = (0..25).map(|_| vec![GridCell::Words("Chile".into())]).collect();
        // It begins low on the first sheet and ends high on the second.
        let mut passages = vec![Passage::Title("Title".into())];
        passages.extend((0..21).map(|_| Passage::Sentence("Words.".into())));
        passages.extend([Passage::Grid(grid), Passage::Heading("After".into(), false)]);
        passages.push(Passage::Sentence("Below.".into()));
        let (marking, title) = ("TLP:CLEAR".to_owned(), "Title".to_owned());
        let manuscript = Manuscript { marking, title, passages, notes: Vec::new() };
        let letters = Letters::default();
        let size = (595.276, 841.89);
        let mut setter = Setter::new(Text::new(Language::English), &letters, &manuscript, size);
        setter.set(&manuscript);
        let sheets = setter.finish("test");
        let height = |wanted: &dyn Fn(&Kind) -> bool| {
            sheets.sheets[1].marks.iter().rev().find_map(|mark| match (&mark.drawn, mark.of) {
                (Drawn::Words { y, .. }, Of::Part(part)) => {
                    wanted(&sheets.parts[part].kind).then_some(*y)
                }
                _ => None,
            })
        };
        let last_row = height(&|kind| matches!(kind, Kind::RowHead)).unwrap();
        let heading = height(&|kind| matches!(kind, Kind::Heading(..))).unwrap();
        assert!((20.0..70.0).contains(&(heading - last_row)), "{last_row} {heading}");
    }
}
