//! The meaning of the signs and colours of the matrix, in one line below it.

use egui::{Rect, pos2, text::LayoutJob, vec2};

use super::Wall;
use super::canvas::{Canvas, Look};
use crate::analysis::Basis;
use crate::model::{Keyed, Stance};
use crate::text::msg;

/// Takes the line off the foot of a body and draws it there; returns what is left of the body.
pub(super) fn below(canvas: &Canvas<'_>, wall: &Wall<'_>, body: Rect) -> Rect {
    let sizes = canvas.sizes();
    let (rest, line) = body.split_top_bottom_at_y(body.bottom() - sizes.cell);
    let swatch = vec2(sizes.cell * 1.2, sizes.cell - sizes.gap * 0.5);
    let top = line.bottom() - swatch.y;
    let mut left = line.left();
    let (text, seen) = (wall.text, wall.seen);
    let held = Stance::ALL.iter().copied().map(Some).chain([None]);
    let own = held.map(|held| (held, Basis::Own, text.stance(held)));
    let hatched = (Some(Stance::Accept), Basis::Inherited, text.get(msg!("room-by-groups")));
    let contradicted = (None, Basis::Conflict, text.get(msg!("room-groups-disagree")));
    let others = [(seen.hatched(), hatched), (seen.contradicted(), contradicted)];
    let others = others.into_iter().filter_map(|(is_there, it)| is_there.then_some(it));
    for (held, basis, words) in own.chain(others) {
        let size = sizes.small * SHARE;
        let job = LayoutJob::simple_singleline(
            words.to_owned(),
            canvas.letters(size),
            canvas.colours().muted,
        );
        let width = canvas.layout(job).size().x;
        let end = left + swatch.x + sizes.gap * 0.5 + width;
        if end > line.right() {
            break;
        }
        let rect = Rect::from_min_size(pos2(left, top), swatch);
        canvas.stance(rect, held, basis);
        let rect = Rect::from_min_max(
            pos2(rect.right() + sizes.gap * 0.5, top),
            pos2(end + sizes.gap, line.bottom()),
        );
        canvas.line(rect, size, Look::Quiet, words);
        left = end + sizes.gap;
    }
    rest
}

/// The size of its letters, as a share of the smallest others: they are looked up rather than read.
const SHARE: f32 = 0.85;
