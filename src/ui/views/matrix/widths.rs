//! How the width of the window is shared between names and columns.

use std::sync::Arc;

use egui::{Id, Painter, Ui};

use super::geometry::Scale;
use super::heads;
use crate::ui::cx::Cx;
use crate::ui::state::MatrixRows;

/// How wide a column may be without a title that needs it, as a multiple of its minimum.
const WIDEST: f32 = 1.6;

/// With more parties than this, names are not measured.
const MEASURED: usize = 500;

/// How the width is shared.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Shares {
    /// The width of the names.
    pub names: f32,
    /// The width of each column.
    pub column: f32,
    /// The number of lines that the titles of the columns take.
    pub lines: usize,
}

/// The widths of the names and of each column, in points, together at most `available` unless the
/// columns need more at their narrowest.
///
/// Columns grow until their titles are shown in full; the rest goes to the names, until those are.
/// Before a title is cut, the names give up any width they do not need, and titles get a third
/// line. Where heads are to be `low`, titles have one.
///
/// If the columns do not fit side by side, whole ones do, and what is left beside them goes to the
/// names first.
///
/// They are kept until one of these changes, so that no frame measures every name and title again.
pub(super) fn widths(
    ui: &Ui,
    cx: &Cx<'_>,
    rows: &MatrixRows,
    scale: &Scale,
    (available, low): (f32, bool),
) -> Arc<Shares> {
    let filter = rows.key.as_ref().map(|(filter, _)| filter.clone());
    let drawn = (cx.text.language(), scale.text, ui.ctx().pixels_per_point());
    let measure = || {
        let shares = measured(ui.painter(), cx, rows, scale, available);
        if low { Shares { lines: heads::LOW, ..shares } } else { shares }
    };
    cx.kept_for(ui, Id::unique("matrix-widths"), (filter, drawn, (available, low)), measure)
}

fn measured(
    painter: &Painter,
    cx: &Cx<'_>,
    rows: &MatrixRows,
    scale: &Scale,
    available: f32,
) -> Shares {
    let sizes = cx.theme.sizes;
    let count = rows.columns.len() as f32;
    let least = sizes.space.xxl * 6.0;
    let mut names = (available * 0.2).clamp(least, sizes.space.xxl * 8.0).floor();
    let share = |names: f32| (available - names - sizes.space.s) / count;
    if share(names) < scale.narrowest {
        let longest = longest_name(painter, cx, rows, scale).unwrap_or(names);
        let names = names.min(longest.max(least)).floor();
        return whole_columns(scale, available - sizes.space.s, (names, longest));
    }
    let titles = titles(painter, cx, rows);
    if share(names) < titles {
        let longest = longest_name(painter, cx, rows, scale).unwrap_or(names);
        names = names.min(longest.max(least)).floor();
    }
    let room = available - names - sizes.space.s;
    let widest = titles.max(scale.narrowest * WIDEST);
    let column = share(names).clamp(scale.narrowest, widest).floor();
    let lines = if column < titles { 3 } else { 2 };
    let left = room - column * count;
    if left < count {
        // Only what remains after rounding to whole points.
        return Shares { names, column, lines };
    }
    let wanted = longest_name(painter, cx, rows, scale).unwrap_or(names);
    Shares { names: wanted.clamp(names, names + left).floor(), column, lines }
}

/// As many whole columns as fit beside names of this width; the names get what is left, until the
/// longest one is not cut.
fn whole_columns(scale: &Scale, room: f32, (names, longest): (f32, f32)) -> Shares {
    let count = ((room - names) / scale.narrowest).floor().max(1.0);
    let left = (room - names - count * scale.narrowest).max(0.0);
    let wanted = longest.clamp(names, names + left);
    let column = ((room - wanted) / count).floor().max(scale.narrowest);
    Shares { names: (room - count * column).max(names).floor(), column, lines: 3 }
}

/// The width at which no title is cut.
fn titles(painter: &Painter, cx: &Cx<'_>, rows: &MatrixRows) -> f32 {
    let proposals = rows.columns.iter().filter_map(|slot| cx.snapshot.proposals.at(*slot));
    let needed = proposals
        .map(|proposal| heads::title_width(painter, &cx.theme, cx.text.of(&proposal.title)));
    needed.fold(0.0, f32::max)
}

/// The width at which no name is cut; `None` if there are too many to measure.
fn longest_name(painter: &Painter, cx: &Cx<'_>, rows: &MatrixRows, scale: &Scale) -> Option<f32> {
    let slots = || rows.camps.iter().flat_map(|camp| &camp.parties);
    if slots().count() > MEASURED {
        return None;
    }
    let parties = slots().filter_map(|slot| cx.snapshot.parties.at(*slot));
    let needed = parties
        .map(|party| heads::party_width(painter, &cx.theme, scale.text, cx.text.of(&party.name)));
    Some(needed.fold(0.0, f32::max))
}
