//! Lays out a table: its head on every sheet, its rows whole if they fit on one.

use std::borrow::Cow;
use std::rc::Rc;

use super::fit::{GAP, LONGEST_HEAD, Tile};
use super::letters::Weight;
use super::lines::Line;
use super::setter::{MARGIN, Setter, Style, TABLE, baseline, colour};
use super::sheet::{Colour, Drawn, Kind, Of};
use crate::model::stance;
use crate::report::ink::ink;
use crate::report::manuscript::{Grid, GridCell};

/// The padding around the content of a cell, in points.
pub(super) const PAD: f32 = 4.0;

/// The padding above and below the lines of a cell, in points.
const ABOVE: f32 = 2.5;

/// The words of a cell and their weight, with note numbers in small raised figures after them.
pub(super) fn lines_of<'a>(cell: &'a GridCell<'_>) -> (Cow<'a, str>, Weight) {
    match cell {
        GridCell::Words(words) => (Cow::Borrowed(words), Weight::Regular),
        GridCell::Strong(words) => (Cow::Borrowed(words), Weight::Bold),
        GridCell::Centred(words) => (Cow::Borrowed(words), Weight::Regular),
        GridCell::Sign(it) => (Cow::Borrowed(stance::sign(*it)), Weight::Bold),
        GridCell::Severity(it) => {
            (it.map_or(Cow::Borrowed("?"), |it| it.to_string().into()), Weight::Bold)
        }
        GridCell::Noted(words, notes) => {
            let numbers: Vec<_> = notes.iter().map(|it| raised(*it)).collect();
            (format!("{words}\u{a0}{}", numbers.join("\u{2009}")).into(), Weight::Regular)
        }
    }
}

/// A number in small raised figures.
fn raised(number: usize) -> String {
    const FIGURES: [char; 10] = ['⁰', '¹', '²', '³', '⁴', '⁵', '⁶', '⁷', '⁸', '⁹'];
    let figure = |it: char| it.to_digit(10).and_then(|it| FIGURES.get(it as usize).copied());
    number.to_string().chars().filter_map(figure).collect()
}

/// A cell ready to be placed.
struct ReadyCell {
    lines: Vec<Rc<Line>>,
    style: Style,
    colour: Colour,
    fill: Option<Colour>,
    centred: bool,
    /// Whether its lines are centred vertically in the row, like signs and whatever is beside them.
    middle: bool,
    turned: bool,
    part: usize,
}

/// A row ready to be placed.
struct ReadyRow {
    cells: Vec<ReadyCell>,
    height: f32,
}

impl Setter<'_> {
    /// The height of the head of a table and its first two rows: a single row looks like all there
    /// is.
    pub(super) fn begin_of_table(&self, grid: &Grid<'_>, tile: Option<&Tile>) -> f32 {
        let Some(tile) = tile else { return 0.0 };
        let head = self.height_of_row(&self.head(grid, tile));
        let rows = grid.rows.iter().take(2);
        let first: f32 = rows.map(|row| self.height_of_row(&self.row(grid, tile, row))).sum();
        (head + first).min(self.whole() / 2.0)
    }

    /// Lays out a part of a table, in strips side by side.
    pub(super) fn table(&mut self, grid: &Grid<'_>, tile: &Tile, strips: usize) {
        let table = self.part(Kind::Table(grid.name.clone()), None);
        let head = self.part(Kind::TableHead, Some(table));
        if self.begin_of_table(grid, Some(tile)) > self.room() {
            self.turn();
        }
        let high = self.height_of_row(&self.head(grid, tile));
        let top = self.y;
        // A table that continues over sheets ends on another one than it began on.
        let (mut left, mut lowest) = (MARGIN, 0.0_f32);
        self.set_head(grid, tile, left, Some(head));
        let above = grid.rows.len().saturating_sub(grid.sums);
        let strip = above.div_ceil(strips.max(1)).max(1);
        let mut body = self.part(Kind::TableBody, Some(table));
        for (place, row) in grid.rows.iter().enumerate() {
            if strips > 1 && place > 0 && place < above && place % strip == 0 {
                lowest = lowest.max(self.y);
                (left, self.y) = (left + tile.width() + GAP, top);
                self.set_head(grid, tile, left, None);
            }
            if place == above && grid.sums > 0 {
                body = self.part(Kind::TableFoot, Some(table));
                self.area((left, self.y), (tile.width(), 1.0), colour(&ink().ink));
                self.y += 1.0;
            }
            let part = self.part(Kind::Row, Some(body));
            let sums = place >= above;
            let mut ready = self.row(grid, tile, row);
            for (at, (cell, column)) in ready.iter_mut().zip(&tile.columns).enumerate() {
                let said = match row.get(*column) {
                    Some(GridCell::Sign(it)) => Some(self.text.stance(*it)),
                    _ => None,
                };
                let kind = if at == 0 { Kind::RowHead } else { Kind::Cell(said) };
                cell.part = self.part(kind, Some(part));
                if sums {
                    cell.colour = colour(&ink().muted);
                }
            }
            let height = self.height_of_row(&ready);
            // The last row is not moved to the next sheet alone.
            if place > 1 && place + 2 == grid.rows.len() && strips == 1 {
                let last = grid.rows.last().map(|row| self.row(grid, tile, row));
                let both = height + last.map_or(0.0, |it| self.height_of_row(&it));
                if both > self.room() && both <= self.whole() - high {
                    self.turn();
                    self.set_head(grid, tile, left, None);
                }
            }
            self.set_row((grid, tile, left, high), &ReadyRow { cells: ready, height });
        }
        self.y = self.y.max(lowest);
        self.leave(TABLE.after);
    }

    fn set_head(&mut self, grid: &Grid<'_>, tile: &Tile, left: f32, within: Option<usize>) {
        let mut head = self.head(grid, tile);
        let height = self.height_of_row(&head);
        let row = within.map(|within| self.part(Kind::Row, Some(within)));
        for cell in &mut head {
            if row.is_some() {
                cell.part = self.part(Kind::ColumnHead, row);
            }
        }
        self.area((left, self.y), (tile.width(), height), colour(&ink().accent_soft));
        let (top, bottom) = (self.y, self.y + height);
        let mut x = left;
        for (cell, width) in head.iter().zip(&tile.widths) {
            // Repeated heads are not read out again.
            let of = if within.is_some() { Of::Part(cell.part) } else { Of::Nothing };
            let lines = cell.lines.len() as f32 * cell.style.leading;
            let y = if cell.turned { top } else { bottom - ABOVE - lines };
            self.set_cell(cell, of, (x, y), (*width, bottom - y), &cell.lines);
            x += width;
        }
        self.area((left, bottom - 1.0), (tile.width(), 1.0), colour(&ink().ink));
        self.y = bottom;
    }

    /// Lays out a row, on the next sheet if it fits only there; a row higher than a sheet continues
    /// on the next.
    fn set_row(&mut self, (grid, tile, left, head): (&Grid<'_>, &Tile, f32, f32), row: &ReadyRow) {
        if row.height > self.room() && (row.height <= self.whole() - head || self.room() < 60.0) {
            self.turn();
            self.set_head(grid, tile, left, None);
        }
        let (mut from, most) =
            (0, row.cells.iter().map(|it| it.lines.len()).max().unwrap_or_default());
        loop {
            let fits = ((self.room() - 2.0 * ABOVE) / TABLE.leading).max(1.0);
            let until =
                if row.height <= self.room() { most } else { most.min(from + fits as usize) };
            let height = if until - from < most {
                (until - from) as f32 * TABLE.leading + 2.0 * ABOVE
            } else {
                row.height
            };
            let mut x = left;
            for (cell, width) in row.cells.iter().zip(&tile.widths) {
                let until = until.min(cell.lines.len());
                let lines = cell.lines.get(from.min(until)..until).unwrap_or_default();
                self.set_cell(cell, Of::Part(cell.part), (x, self.y), (*width, height), lines);
                x += width;
            }
            self.y += height;
            self.area((left, self.y - 0.5), (tile.width(), 0.5), colour(&ink().hairline));
            from = until;
            if from >= most {
                break;
            }
            self.turn();
            self.set_head(grid, tile, left, None);
        }
    }

    fn set_cell(
        &mut self,
        cell: &ReadyCell,
        of: Of,
        (x, y): (f32, f32),
        (width, height): (f32, f32),
        lines: &[Rc<Line>],
    ) {
        if let Some(fill) = cell.fill {
            self.area((x + 0.75, y + 0.75), (width - 1.5, height - 2.0), fill);
        }
        let style = cell.style;
        if cell.turned {
            let thick = lines.len() as f32 * style.leading;
            let mut row = x + (width - thick) / 2.0;
            for line in lines {
                let (x, y) = (row + baseline(style), y + height - PAD);
                let (line, colour) = (Rc::clone(line), cell.colour);
                self.draw(of, Drawn::Words { x, y, size: style.size, colour, line, turned: true });
                row += style.leading;
            }
            return;
        }
        let high = lines.len() as f32 * style.leading;
        let mut row = if cell.middle { y + (height - high) / 2.0 } else { y + ABOVE };
        for line in lines {
            let wide = line.width * style.size;
            let x = if cell.centred { x + (width - wide) / 2.0 } else { x + PAD };
            self.words(of, line, (x, row), style, cell.colour);
            row += style.leading;
        }
    }

    fn head(&self, grid: &Grid<'_>, tile: &Tile) -> Vec<ReadyCell> {
        let style = Style { weight: Weight::Bold, ..TABLE };
        let cell = |(at, width): (&usize, &f32)| {
            let column = grid.columns.get(*at)?;
            let centred =
                grid.rows.first().and_then(|row| row.get(*at)).is_some_and(GridCell::is_centred);
            let room = if column.turned { LONGEST_HEAD } else { width - 2.0 * PAD };
            Some(ReadyCell {
                lines: self.lines(&column.head, style, room),
                style,
                colour: colour(&ink().ink),
                fill: None,
                centred,
                middle: false,
                turned: column.turned,
                part: 0,
            })
        };
        tile.columns.iter().zip(&tile.widths).filter_map(cell).collect()
    }

    fn row(&self, grid: &Grid<'_>, tile: &Tile, row: &[GridCell<'_>]) -> Vec<ReadyCell> {
        let ink = ink();
        let signs = grid.columns.iter().any(|it| it.turned);
        let cell = |(at, width): (&usize, &f32)| {
            let cell = row.get(*at)?;
            let (words, weight) = lines_of(cell);
            let style = Style { weight, ..TABLE };
            let narrow = grid.columns.get(*at).is_some_and(|it| it.turned);
            let pad = if narrow { 1.0 } else { PAD };
            let room = width - 2.0 * pad;
            let (fill, letters) = match cell {
                GridCell::Sign(it) => {
                    let place = it.map_or(usize::MAX, |it| it as usize);
                    (ink.stance.get(place), ink.stance_ink.get(place))
                }
                GridCell::Severity(it) => {
                    let place = it.map_or(usize::MAX, usize::from);
                    (ink.severity.get(place), ink.severity_ink.get(place))
                }
                GridCell::Words(_)
                | GridCell::Strong(_)
                | GridCell::Centred(_)
                | GridCell::Noted(..) => (None, None),
            };
            // A word that does not fit a narrow column is turned like its head.
            let turned = narrow && self.letters.measure(&words, weight).0 * style.size > room;
            Some(ReadyCell {
                lines: self.lines(&words, style, if turned { LONGEST_HEAD } else { room }),
                style,
                colour: colour(letters.unwrap_or(&ink.ink)),
                fill: fill.map(|it| colour(it)),
                centred: cell.is_centred(),
                middle: signs || matches!(cell, GridCell::Sign(_) | GridCell::Severity(_)),
                turned,
                part: 0,
            })
        };
        tile.columns.iter().zip(&tile.widths).filter_map(cell).collect()
    }

    fn height_of_row(&self, cells: &[ReadyCell]) -> f32 {
        let height = |cell: &ReadyCell| {
            if cell.turned {
                let longest = cell.lines.iter().map(|it| it.width).fold(0.0, f32::max);
                return longest * cell.style.size + 2.0 * PAD;
            }
            cell.lines.len().max(1) as f32 * cell.style.leading + 2.0 * ABOVE
        };
        cells.iter().map(height).fold(0.0, f32::max)
    }
}
