//! The widths of the columns of a table, and which of them fit side by side.

use std::borrow::Cow;

use super::SHAPE;
use super::letters::{Letters, Weight};
use super::setter::{MARGIN, TABLE};
use super::table::{PAD, lines_of};
use crate::report::manuscript::{Grid, GridCell, Manuscript, Passage};

/// How many rows are measured; the rest of a long list differ little from these.
const MEASURED: usize = 2_000;

/// A column of text gets at least this width before the next one moves to another sheet, in points.
const READABLE: f32 = 120.0;

/// How much narrower such a column may become if all then fit side by side.
const SQUEEZED: f32 = 0.7;

/// A column narrower than this is left as it is, in points.
const NARROW: f32 = 72.0;

/// The greatest width that one word gives a column, in points.
const WIDEST_WORD: f32 = 170.0;

/// The greatest width that its content gives a column, in points.
const WIDEST: f32 = 420.0;

/// The greatest width of a column that names the rows beside signs, in points.
const STUB: f32 = 150.0;

/// The least width of a column with a turned head, in points.
const TURNED: f32 = 20.0;

/// The greatest width it gets if there is room, in points.
const WIDEST_SIGN: f32 = 40.0;

/// The most columns of words side by side on a portrait sheet of A4.
const MOST_UPRIGHT: f32 = 6.0;

/// The text width of that sheet, in points.
const UPRIGHT: f32 = 499.0;

/// The greatest length of a turned head before it wraps, in points.
pub(super) const LONGEST_HEAD: f32 = 110.0;

/// Columns side by side, and their widths in points.
#[derive(Clone, Debug)]
pub(super) struct Tile {
    pub(super) columns: Vec<usize>,
    pub(super) widths: Vec<f32>,
}

impl Tile {
    pub(super) fn width(&self) -> f32 {
        self.widths.iter().sum()
    }
}

/// The width that a column needs, and the width its content would take, in points.
#[derive(Clone, Copy, Debug, Default)]
pub(in crate::report) struct Wish {
    /// The width of its longest word.
    word: f32,
    least: f32,
    /// On one line, without its head: a head wraps once, a cell in every row.
    body: f32,
    most: f32,
}

/// The columns of a table, in as many parts as needed to fit between the margins, each part
/// preceded by the columns that say what a row is about.
pub(super) fn tiles(grid: &Grid<'_>, letters: &Letters, width: f32) -> Vec<Tile> {
    let squeezed = squeezed(wishes(grid, letters), width);
    tiles_of(grid, &squeezed, width)
}

/// Columns do not move to another sheet for want of a little room: columns of text are made
/// somewhat narrower if all of them then fit.
fn squeezed(wishes: &[Wish], width: f32) -> Cow<'_, [Wish]> {
    let narrowest = |it: &Wish| {
        let some = it.word.max(it.least * SQUEEZED).min(it.least);
        // A code is not text.
        if it.least < NARROW { it.least } else { some }
    };
    let over = wishes.iter().map(|it| it.least).sum::<f32>() - width;
    if over <= 0.0 {
        return wishes.into();
    }
    // Columns whose cells wrap anyway give way first.
    for only_long in [true, false] {
        let gives = |it: &Wish| {
            let may = !only_long || it.body > it.least;
            if may { it.least - narrowest(it) } else { 0.0 }
        };
        let slack: f32 = wishes.iter().map(gives).sum();
        if over <= slack {
            let least = |it: &Wish| it.least - gives(it) * over / slack;
            return wishes.iter().map(|it| Wish { least: least(it), ..*it }).collect();
        }
    }
    wishes.into()
}

fn tiles_of(grid: &Grid<'_>, wishes: &[Wish], width: f32) -> Vec<Tile> {
    let stubs = grid.stubs.min(wishes.len());
    let (stub_wishes, others) = wishes.split_at(stubs);
    let stub_widths: Vec<f32> = {
        let all: f32 = stub_wishes.iter().map(|it| it.least).sum();
        let shrunk = if all > width * 0.6 { width * 0.6 / all } else { 1.0 };
        stub_wishes.iter().map(|it| it.least * shrunk).collect()
    };
    let room = (width - stub_widths.iter().sum::<f32>()).max(TURNED);
    let mut parts: Vec<Vec<usize>> = vec![Vec::new()];
    let mut filled = 0.0;
    for (place, wish) in others.iter().enumerate() {
        let least = wish.least.min(room);
        if filled + least > room + 0.01 && parts.last().is_some_and(|it| !it.is_empty()) {
            parts.push(Vec::new());
            filled = 0.0;
        }
        filled += least;
        if let Some(part) = parts.last_mut() {
            part.push(stubs + place);
        }
    }
    // Columns of equal width are spread evenly, so that no sheet has a single one.
    let alike = others.iter().all(|it| Some(it.least) == others.first().map(|it| it.least));
    if alike && parts.len() > 1 {
        let each = others.len().div_ceil(parts.len());
        let all: Vec<usize> = (stubs..wishes.len()).collect();
        parts = all.chunks(each).map(<[usize]>::to_vec).collect();
    }
    let tile = |part: Vec<usize>| {
        let columns: Vec<usize> = (0..stubs).chain(part).collect();
        let mut widths: Vec<f32> = stub_widths.clone();
        widths.extend(
            columns.iter().skip(stubs).filter_map(|at| Some(wishes.get(*at)?.least.min(room))),
        );
        stretch(&mut widths, width, |at| {
            columns.get(at).and_then(|at| wishes.get(*at)).map(|it| it.body)
        });
        stretch(&mut widths, width, |at| {
            columns.get(at).and_then(|at| wishes.get(*at)).map(|it| it.most)
        });
        // Any width left over makes the signs easier to see.
        let is_sign = |at: &usize| grid.columns.get(*at).is_some_and(|it| it.turned);
        stretch(&mut widths, width, |at| {
            columns.get(at).filter(|at| is_sign(at)).map(|_| WIDEST_SIGN)
        });
        Tile { columns, widths }
    };
    parts.into_iter().map(tile).collect()
}

/// Gives the remaining width to the columns that want more.
fn stretch(widths: &mut [f32], width: f32, most: impl Fn(usize) -> Option<f32>) {
    let left = (width - widths.iter().sum::<f32>()).max(0.0);
    let more = |(at, width): (usize, &f32)| most(at).map_or(0.0, |it| (it - width).max(0.0));
    let wanted: Vec<f32> = widths.iter().enumerate().map(more).collect();
    let all: f32 = wanted.iter().sum();
    if all > 0.0 {
        let share = (left / all).min(1.0);
        widths.iter_mut().zip(wanted).for_each(|(it, wanted)| *it += wanted * share);
    }
}

/// The wishes of the columns of a table, which is measured on first use: that takes longer than
/// anything else here.
fn wishes<'a>(grid: &'a Grid<'_>, letters: &Letters) -> &'a [Wish] {
    grid.wishes.get_or_init(|| measured(grid, letters))
}

fn measured(grid: &Grid<'_>, letters: &Letters) -> Vec<Wish> {
    let signs = grid.columns.iter().any(|it| it.turned);
    let wish = |(at, column): (usize, &crate::report::manuscript::GridColumn)| {
        if column.turned {
            let lines = letters.lines(&column.head, Weight::Bold, LONGEST_HEAD / TABLE.size).len();
            let width = TURNED.max(lines as f32 * TABLE.leading + 6.0);
            return Wish { word: width, least: width, body: width, most: width };
        }
        let head = letters.measure(&column.head, Weight::Bold);
        let mut wish = Wish { word: head.0, least: head.0, body: head.0, most: head.1 };
        // Sums come at the end of a long list, but their labels are often the longest.
        let last = grid.rows.len().saturating_sub(grid.sums);
        let rows = grid.rows.iter().take(last.min(MEASURED)).chain(grid.rows.iter().skip(last));
        for cell in rows.filter_map(|row| row.get(at)) {
            let (piece, line) = measure(letters, cell);
            let least = wish.least.max(piece);
            let body = wish.body.max(line);
            wish = Wish { word: least, least, body, most: wish.most.max(line) };
        }
        let points = |ems: f32| ems * TABLE.size + 2.0 * PAD;
        let most = points(wish.most).min(if signs { STUB } else { WIDEST });
        let word = points(wish.least).min(WIDEST_WORD);
        let least = most.min(READABLE).max(word.min(most));
        Wish { word: word.min(most), least, body: points(wish.body).min(most), most }
    };
    grid.columns.iter().enumerate().map(wish).collect()
}

fn measure(letters: &Letters, cell: &GridCell<'_>) -> (f32, f32) {
    let (words, weight) = lines_of(cell);
    letters.measure(&words, weight)
}

/// Whether a table of a page needs a landscape sheet, where `width` is the text width of a portrait
/// one in points: because of the number of its columns, or because they do not fit side by side.
pub(super) fn is_wider(manuscript: &Manuscript<'_>, letters: &Letters, width: f32) -> bool {
    manuscript.passages.iter().any(|passage| match passage {
        Passage::Grid(grid) => {
            grid.has_many_columns(MOST_UPRIGHT * width / UPRIGHT)
                || tiles(grid, letters, width).len() > 1
        }
        Passage::Title(_)
        | Passage::About(_)
        | Passage::Sentence(_)
        | Passage::Part(_)
        | Passage::Heading(..) => false,
    })
}

/// The width that the tables of a page would give a picture of it, in points.
pub(super) fn natural(manuscript: &Manuscript<'_>, letters: &Letters) -> f32 {
    let width = |passage: &Passage<'_>| match passage {
        Passage::Grid(grid) => {
            let (width, strips) = strips(grid, letters);
            width * strips as f32 + GAP * strips.saturating_sub(1) as f32
        }
        Passage::Title(_)
        | Passage::About(_)
        | Passage::Sentence(_)
        | Passage::Part(_)
        | Passage::Heading(..) => 0.0,
    };
    manuscript.passages.iter().map(width).fold(0.0, f32::max) + 2.0 * MARGIN
}

/// All columns of a table in a picture, and how many strips its rows are divided into.
pub(super) fn whole(grid: &Grid<'_>, letters: &Letters, width: f32) -> (Vec<Tile>, usize) {
    let (least, strips) = strips(grid, letters);
    let width = if strips > 1 { least } else { least.max(width) };
    (tiles(grid, letters, width + 0.1), strips)
}

/// The gap between two strips of a table, in points.
pub(super) const GAP: f32 = 28.0;

/// A list of words is divided into strips only if it has at least this many rows, and no lines
/// wider than this in points.
const LONG_LIST: usize = 24;
const NARROW_LIST: f32 = 640.0;

/// The number of side-by-side strips that divide the rows of a picture's table so that it has the
/// shape of a slide, and the width of each.
fn strips(grid: &Grid<'_>, letters: &Letters) -> (f32, usize) {
    let wishes = wishes(grid, letters);
    let least = wishes.iter().map(|it| it.least).sum();
    let rows = grid.rows.len().saturating_sub(grid.sums);
    let (width, most) = if grid.columns.iter().any(|it| it.turned) {
        (least, 8)
    } else {
        // Its cells take one line each, so that the rows have the height assumed here.
        let lines: f32 = wishes.iter().map(|it| it.body.max(it.least)).sum();
        if rows < LONG_LIST || lines > NARROW_LIST {
            return (least, 1);
        }
        (lines, 3)
    };
    let shape = |strips: usize| {
        let across = (width + GAP) * strips as f32;
        let down = rows.div_ceil(strips) as f32 * (TABLE.leading + 2.0 * PAD) + 260.0;
        (across / down / SHAPE).ln().abs()
    };
    let strips = (1..=most).min_by(|a, b| shape(*a).total_cmp(&shape(*b))).unwrap_or(1);
    (if strips > 1 { width } else { least }, strips)
}
