//! How the width of the window is shared between names and columns.

use egui::Painter;

use super::geometry::Scale;
use super::heads;
use crate::ui::cx::Cx;
use crate::ui::state::MatrixRows;

/// How wide a column may be without its title asking for it, as a multiple of its minimum.
const WIDEST: f32 = 1.6;

/// Beyond so many parties their names are not measured.
const MEASURED: usize = 500;

/// The widths of the names and of each column, in points, together at most `available` where the
/// columns do not need more at their narrowest.
///
/// Columns grow until their titles are whole; what they leave is given to the names, until those are.
pub(super) fn widths(
    painter: &Painter,
    cx: &Cx<'_>,
    rows: &MatrixRows,
    scale: &Scale,
    available: f32,
) -> (f32, f32) {
    let sizes = cx.theme.sizes;
    let count = rows.columns.len() as f32;
    let names = (available * 0.2).clamp(sizes.space.xxl * 6.0, sizes.space.xxl * 8.0).floor();
    let room = available - names - sizes.space.s;
    let share = room / count;
    let usual = scale.narrowest * WIDEST;
    // Titles are measured only where there is more room than they have.
    let widest = if share > usual { usual.max(titles(painter, cx, rows)) } else { usual };
    let width = share.clamp(scale.narrowest, widest).floor();
    let left = room - width * count;
    if left < count {
        // No more than what whole points leave.
        return (names, width);
    }
    let wanted = longest_name(painter, cx, rows, scale).unwrap_or(names);
    (wanted.clamp(names, names + left).floor(), width)
}

/// The width with which no title is cut.
fn titles(painter: &Painter, cx: &Cx<'_>, rows: &MatrixRows) -> f32 {
    let proposals = rows.columns.iter().filter_map(|slot| cx.snapshot.proposals.at(*slot));
    let needed = proposals
        .map(|proposal| heads::title_width(painter, &cx.theme, cx.text.of(&proposal.title)));
    needed.fold(0.0, f32::max)
}

/// The width with which no name is cut; `None` if there are too many to be measured.
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
