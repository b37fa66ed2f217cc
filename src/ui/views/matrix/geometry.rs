//! The layout of the matrix: plain arithmetic, without drawing.
//!
//! The head row of each camp is always in view: pinned to the top once its rows have scrolled past,
//! and to the bottom while they are further down. Where that would leave little room for rows, only
//! the head of those at the top is.

use crate::ui::state::{CampRows, MatrixRows};
use crate::ui::theme::Measures;

/// Sizes of the matrix at one step, in points.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Scale {
    /// Height of a row.
    pub row: f32,
    /// Font size of the names.
    pub text: f32,
    /// Minimum width of a column.
    pub narrowest: f32,
}

impl Scale {
    /// The sizes at a step; 0 is the densest.
    pub(super) fn new(sizes: &Measures, step: usize) -> Self {
        let (space, text, row) = (&sizes.space, &sizes.text, sizes.row.matrix);
        match step {
            0 => Self { row: row - space.xs, text: text.caption, narrowest: row * 2.0 },
            1 => Self { row, text: text.body, narrowest: row * 3.0 },
            2 => Self { row: row + space.m, text: text.strong, narrowest: row * 4.0 },
            _ => Self { row: row * 2.0, text: text.title, narrowest: row * 5.0 },
        }
    }
}

/// Heads that are always in view leave room for at least this many rows, or give way.
const LEAST_ROWS: f32 = 8.0;

/// The vertical layout of camps and rows.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Geometry {
    /// Height of a row.
    pub row: f32,
    /// Height of a camp's head.
    pub head: f32,
    /// Whether the heads of all camps are always in view.
    pub pins: bool,
    // Visible rows of each camp: none if it is folded.
    shown: Vec<usize>,
}

impl Geometry {
    /// The layout of these rows.
    pub(super) fn new(rows: &MatrixRows, folded: [bool; 4], row: f32, head: f32) -> Self {
        let shown = |camp: &CampRows| {
            if folded[camp.camp as usize] { 0 } else { camp.parties.len() }
        };
        Self { row, head, pins: true, shown: rows.camps.iter().map(shown).collect() }
    }

    /// Whether, in a view of this height, the heads of all camps would leave little room for rows.
    pub(super) fn is_low(&self, view: f32) -> bool {
        let room = view - self.shown.len() as f32 * self.head;
        room < LEAST_ROWS * self.row && self.height() > view
    }

    /// The total height.
    pub(super) fn height(&self) -> f32 {
        self.head_top(self.shown.len())
    }

    /// The top of a camp's head in the full height; past the last camp, the end.
    pub(super) fn head_top(&self, camp: usize) -> f32 {
        let above: usize = self.shown.iter().take(camp).sum();
        camp as f32 * self.head + above as f32 * self.row
    }

    /// The top of a row in the full height.
    pub(super) fn row_top(&self, camp: usize, row: usize) -> f32 {
        self.head_top(camp) + self.head + row as f32 * self.row
    }

    /// The top of a camp's head as drawn, in a view of height `view` scrolled by `scrolled`.
    pub(super) fn pinned_top(&self, camp: usize, scrolled: f32, view: f32) -> f32 {
        let natural = self.head_top(camp) - scrolled;
        if !self.pins {
            // The next one pushes it out.
            return natural.max(0.0).min(self.head_top(camp + 1) - scrolled - self.head);
        }
        let above = camp as f32 * self.head;
        let below = (self.shown.len() - camp) as f32 * self.head;
        natural.max(above).min((view - below).max(above))
    }

    /// The visible rows of a camp, and the strip they are drawn in.
    pub(super) fn visible(
        &self,
        camp: usize,
        scrolled: f32,
        view: f32,
    ) -> (std::ops::Range<usize>, f32, f32) {
        let top = self.pinned_top(camp, scrolled, view) + self.head;
        let bottom = if camp + 1 < self.shown.len() {
            self.pinned_top(camp + 1, scrolled, view)
        } else {
            view
        };
        let bottom = bottom.min(view);
        let first = self.row_top(camp, 0) - scrolled;
        let at = |y: f32| ((y - first) / self.row).max(0.0);
        let start = at(top).floor() as usize;
        let end = (at(bottom).ceil() as usize).min(self.shown[camp]);
        (start.min(end)..end, top, bottom.max(top))
    }

    /// The span of the full height that must be in view to show a row between the heads pinned
    /// above and below it.
    pub(super) fn reveal(&self, camp: usize, row: usize) -> (f32, f32) {
        if !self.pins {
            let top = self.row_top(camp, row);
            return (top - self.head, top + self.row);
        }
        let top = self.row_top(camp, row) - (camp + 1) as f32 * self.head;
        let below = (self.shown.len() - camp - 1) as f32 * self.head;
        (top, self.row_top(camp, row) + self.row + below)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn geometry() -> Geometry {
        Geometry { row: 24.0, head: 32.0, pins: true, shown: vec![50, 0, 100] }
    }

    #[test]
    fn rows_follow_their_head() {
        let g = geometry();
        assert_eq!(g.head_top(0), 0.0);
        assert_eq!(g.row_top(0, 0), 32.0);
        assert_eq!(g.head_top(1), 32.0 + 50.0 * 24.0);
        assert_eq!(g.head_top(2), g.head_top(1) + 32.0, "a folded camp is its head only");
        assert_eq!(g.height(), 3.0 * 32.0 + 150.0 * 24.0);
    }

    #[test]
    fn every_head_is_in_view_at_every_scroll_position() {
        let g = geometry();
        let view = 400.0;
        for scrolled in 0..=(g.height() - view) as usize {
            let tops: Vec<_> =
                (0..3).map(|camp| g.pinned_top(camp, scrolled as f32, view)).collect();
            assert!(tops[0] >= 0.0 && tops[2] + g.head <= view, "{scrolled}: {tops:?}");
            assert!(
                tops.windows(2).all(|pair| pair[0] + g.head <= pair[1]),
                "{scrolled}: {tops:?}"
            );
        }
    }

    #[test]
    fn a_revealed_row_is_between_the_pinned_heads() {
        let g = geometry();
        let view = 400.0;
        for (camp, row) in [(0, 0), (0, 49), (2, 0), (2, 99)] {
            let (top, bottom) = g.reveal(camp, row);
            assert!(bottom - top <= view);
            for scrolled in [top, bottom - view] {
                let scrolled = scrolled.clamp(0.0, g.height() - view);
                let y = g.row_top(camp, row) - scrolled;
                let (rows, from, to) = g.visible(camp, scrolled, view);
                assert!(rows.contains(&row), "{camp} {row}");
                assert!(from <= y && y + g.row <= to, "{camp} {row}: {from} {y} {to}");
            }
        }
    }

    #[test]
    fn only_rows_in_view_are_drawn() {
        for pins in [true, false] {
            let g = Geometry { pins, ..geometry() };
            let drawn: usize = (0..3).map(|camp| g.visible(camp, 600.0, 400.0).0.len()).sum();
            assert!(drawn <= 400 / 24 + 2, "{drawn}");
        }
    }

    #[test]
    fn in_a_low_view_only_the_head_of_the_rows_at_the_top_is_pinned() {
        let (view, g) = (200.0, Geometry { pins: false, ..geometry() });
        assert!(g.is_low(view) && !g.is_low(400.0));
        assert!(!Geometry { shown: vec![2, 0, 1], ..geometry() }.is_low(view), "all fit");
        let tops = |scrolled| [0, 1, 2].map(|camp| g.pinned_top(camp, scrolled, view));
        assert_eq!(tops(600.0)[0], 0.0);
        assert!(tops(600.0)[1] > view, "further down, below the view");
        let [first, second, third] = tops(g.head_top(1) - 10.0);
        assert_eq!((first, second, third), (10.0 - g.head, 10.0, 10.0 + g.head), "pushed out");
        for (camp, row) in [(0, 0), (0, 49), (2, 0), (2, 99)] {
            let (top, bottom) = g.reveal(camp, row);
            for scrolled in [top, bottom - view] {
                let scrolled = scrolled.clamp(0.0, g.height() - view);
                let y = g.row_top(camp, row) - scrolled;
                let (rows, from, to) = g.visible(camp, scrolled, view);
                assert!(rows.contains(&row) && from <= y && y + g.row <= to, "{camp} {row}");
            }
        }
    }
}
