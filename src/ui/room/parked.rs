//! The points that were parked for later.

use egui::{Rect, pos2, vec2};

use super::canvas::{Canvas, Look, cut};
use super::{Wall, paged_evenly};
use crate::text::msg;

pub(super) fn draw(canvas: &Canvas<'_>, wall: &Wall<'_>, body: Rect) -> usize {
    let (sizes, text, seen) = (canvas.sizes(), wall.text, wall.seen);
    canvas.head(text.get(msg!("room-parked")), text.get(msg!("room-parked-about")));
    let mut points: Vec<_> = seen.snapshot.parked.iter().filter(|it| !it.resolved).collect();
    points.sort_by_key(|point| (point.made, point.id));
    if points.is_empty() {
        canvas.nothing(body, text.get(msg!("room-parked-nothing")));
        return 1;
    }
    let row = sizes.line * 1.5;
    let per_page = (body.height() / row).floor() as usize;
    let (pages, shown) = paged_evenly(&points, per_page, wall.page);
    for (place, point) in shown.iter().enumerate() {
        let top = body.top() + row * place as f32;
        let whole = Rect::from_min_size(pos2(body.left(), top), vec2(body.width(), row));
        let lines = canvas.lines(&point.text, sizes.text * 0.9, body.width() * 0.84);
        let rect = whole.with_max_x(whole.left() + body.width() * 0.84);
        canvas.paragraph(rect, sizes.text * 0.9, Look::Plain, &cut(&lines, 2));
        let code = point.proposal.and_then(|id| seen.snapshot.proposals.get(id));
        if let Some(proposal) = code {
            let rect = whole.with_min_x(rect.right() + sizes.gap);
            let rect = rect.with_max_y(top + sizes.line * 0.75);
            canvas.line(rect, sizes.small, Look::Quiet, &proposal.code);
        }
        canvas.item(whole);
    }
    pages
}
