//! A page on paper or as a picture, laid out in our own fonts on sheets, which are values that
//! `pdf`, `svg` and `png` draw.
//!
//! Headings stay with the text below them, tables flow over sheets in both directions with their
//! heads repeated, and the marking is above and below every sheet.

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

/// The most cells that can be laid out on paper before it takes minutes.
pub(super) const MOST_CELLS: usize = 200_000;

/// The most cells that a legible picture can hold.
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
    /// The orientation of a sheet.
    pub enum Turn as "turn" {
        /// Landscape if a table is wide.
        Fitting = "fitting",
        /// Portrait.
        Upright = "upright",
        /// Landscape.
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
    /// The width and the height of a sheet, in points; landscape if a table is too wide for
    /// portrait.
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

/// The medium for which a page is laid out.
#[derive(Clone, Copy, Debug)]
pub(super) enum Medium {
    /// On sheets of paper.
    Paper(Paper),
    /// On one sheet, as large as it has to be.
    Picture,
    /// The same, with at least the shape of a slide.
    Slide,
}

/// The width and the height of a slide, in pixels.
pub(super) const SLIDE: (f32, f32) = (1920.0, 1080.0);

/// The width of a slide over its height.
pub(super) const SHAPE: f32 = SLIDE.0 / SLIDE.1;

/// The width of a picture of text, in points.
const PICTURE: f32 = 760.0;

/// The page on as many sheets as it takes.
pub(super) fn set(page: &Page<'_>, medium: Medium) -> Sheets {
    let manuscript = Manuscript::of(page);
    let letters = Letters::default();
    let is_wider = |width: f32| fit::is_wider(&manuscript, &letters, width - 2.0 * setter::MARGIN);
    let on = |(width, height): (f32, f32), gaps: f32| {
        let mut setter = Setter::new(page.text, &letters, &manuscript, (width, height), gaps);
        setter.set(&manuscript);
        let left = setter.room() / setter.whole();
        let least = if matches!(medium, Medium::Slide) { width / SHAPE } else { 0.0 };
        (setter.finish(page.name, least), left)
    };
    let Medium::Paper(paper) = medium else {
        let width = PICTURE.max(fit::natural(&manuscript, &letters));
        return on((width, f32::INFINITY), 1.0).0;
    };
    let (width, height) = paper.sides(is_wider);
    // A larger sheet has larger letters, unless a table needs its full width.
    let is_large = paper.size == PaperSize::A3 && !is_wider(width / ENLARGED);
    let scale = if is_large { ENLARGED } else { 1.0 };
    let size = (width / scale, height / scale);
    let (mut set, left) = on(size, 1.0);
    // A nearly empty last sheet is saved if somewhat tighter spacing does that.
    if (2..=LAST_SAVED).contains(&set.sheets.len()) && left > NEARLY_EMPTY {
        let (closer, _) = on(size, CLOSER);
        if closer.sheets.len() < set.sheets.len() {
            set = closer;
        }
    }
    set.enlarge(scale, (width, height));
    set
}

/// The factor by which letters are larger on a sheet of A3.
const ENLARGED: f32 = 1.2;

/// Pages of up to this many sheets are laid out again to save the last one.
const LAST_SAVED: usize = 8;

/// A last sheet is nearly empty if at least this share of it is left.
const NEARLY_EMPTY: f32 = 0.8;

/// The share of the usual space then left between passages.
const CLOSER: f32 = 0.55;

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Language;
    use crate::report::manuscript::{Grid, GridCell, GridColumn, Passage};
    use crate::text::Text;
    use sheet::{Drawn, Kind, Of};

    const A4: (f32, f32) = (595.276, 841.89);

    /// These passages on sheets of A4.
    fn set_on_a4(passages: Vec<Passage<'_>>) -> Sheets {
        let (marking, title) = ("TLP:CLEAR".to_owned(), "Title".to_owned());
        let manuscript = Manuscript { marking, title, passages, notes: Vec::new() };
        let letters = Letters::default();
        let text = Text::new(Language::English);
        let mut setter = Setter::new(text, &letters, &manuscript, A4, 1.0);
        setter.set(&manuscript);
        setter.finish("test", 0.0)
    }

    /// A list with this many rows below this many sentences.
    fn list(sentences: usize, rows: usize) -> Vec<Passage<'static>> {
        let mut grid = Grid::new("Table");
        grid.columns.push(GridColumn { head: "Party".to_owned(), share: 10, turned: false });
        grid.rows = (0..rows).map(|_| vec![GridCell::Words("Chile".into())]).collect();
        let mut passages = vec![Passage::Title("Title".into())];
        passages.extend((0..sentences).map(|_| Passage::Sentence("Words.".into())));
        passages.push(Passage::Grid(grid));
        passages
    }

    /// How many rows of a list are on each sheet.
    fn rows_on(sheets: &Sheets) -> Vec<usize> {
        let is_row = |mark: &&sheet::Mark| match mark.of {
            Of::Part(part) => matches!(sheets.parts[part].kind, Kind::RowHead),
            _ => false,
        };
        sheets.sheets.iter().map(|it| it.marks.iter().filter(is_row).count()).collect()
    }

    #[test]
    fn no_row_of_a_table_stands_alone_at_the_foot_or_the_top_of_a_sheet() {
        let mut broken = 0;
        for sentences in 0..34 {
            let rows = rows_on(&set_on_a4(list(sentences, 12)));
            assert_eq!(rows.iter().sum::<usize>(), 12);
            assert!(rows.iter().all(|it| *it != 1), "{sentences}: {rows:?}");
            broken += usize::from(rows.iter().filter(|it| **it > 0).count() > 1);
        }
        assert!(broken > 3, "some of them do go on over two sheets: {broken}");
    }

    #[test]
    fn a_table_of_signs_fills_a_large_sheet() {
        let mut grid = Grid::new("Matrix");
        grid.stubs = 2;
        for head in ["Party", "Camp"] {
            grid.columns.push(GridColumn { head: head.to_owned(), share: 10, turned: false });
        }
        for _ in 0..12 {
            grid.columns.push(GridColumn {
                head: "A/RES/73/27".to_owned(),
                share: 7,
                turned: true,
            });
        }
        let named = ["Chile", "Swing"].map(|it| GridCell::Words(it.into()));
        let signs = (0..12).map(|_| GridCell::Sign(None));
        grid.rows.push(named.into_iter().chain(signs).collect());
        let width = |room| {
            let tiles = fit::tiles(&grid, &Letters::default(), room);
            assert_eq!(tiles.len(), 1);
            tiles[0].width()
        };
        assert!(width(499.0) > 490.0 && width(499.0) < 499.5, "{}", width(499.0));
        assert!((500.0..700.0).contains(&width(2_000.0)), "wider would not be calm");
    }

    #[test]
    fn what_follows_a_table_stands_right_below_it_on_the_sheet_it_ends_on() {
        // It begins low on the first sheet and ends high on the second.
        let mut passages = list(21, 25);
        passages.push(Passage::Heading("After".into(), false));
        passages.push(Passage::Sentence("Below.".into()));
        let sheets = set_on_a4(passages);
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
