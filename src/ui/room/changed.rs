//! The slide of changes since a day, according to the visible dated entries.

use egui::{Rect, pos2, vec2};

use super::canvas::{Canvas, Look};
use super::{Wall, paged_evenly};
use crate::text::msg;

pub(super) fn draw(canvas: &Canvas<'_>, wall: &Wall<'_>, body: Rect) -> usize {
    let (sizes, text, seen) = (canvas.sizes(), wall.text, wall.seen);
    let since = wall.slide.since.unwrap_or_else(|| seen.figures.since());
    let day = [("day", text.day(since).into())];
    canvas.head(text.get(msg!("room-changed")), &text.with(msg!("room-changed-since"), &day));
    // Latest first, because that is what people ask about.
    let lines = seen.changed(text, since);
    if lines.is_empty() {
        canvas.nothing(body, text.get(msg!("room-changed-nothing")));
        return 1;
    }
    let row = sizes.line * 0.9;
    let per_page = (body.height() / row).floor() as usize;
    let (pages, shown) = paged_evenly(&lines, per_page, wall.page);
    for (place, line) in shown.iter().enumerate() {
        let top = body.top() + row * place as f32;
        let whole = Rect::from_min_size(pos2(body.left(), top), vec2(body.width(), row));
        let moved = format!("{} → {}", line.from, line.to);
        let parts = [
            (0.13, Look::Quiet, text.day(line.date)),
            (0.27, Look::Plain, line.what.clone()),
            (0.2, Look::Plain, line.proposal.clone()),
            (0.4, Look::Strong, moved.clone()),
        ];
        let mut left = whole.left();
        for (share, look, words) in parts {
            let width = body.width() * share;
            let rect = Rect::from_min_size(pos2(left, top), vec2(width - sizes.gap * 0.5, row));
            canvas.painted(rect, sizes.small, look, &words);
            left += width;
        }
        let day = text.day(line.date);
        canvas.name(whole, &format!("{day}, {}, {}: {moved}", line.what, line.proposal));
        canvas.item(whole);
    }
    pages
}
