//! How much each of the eight obstacles hinders each proposal.

use egui::{Rect, pos2, vec2};

use super::canvas::{Canvas, Look};
use super::{Wall, paged_in};
use crate::library::obstacle_text;
use crate::model::{Keyed, Obstacle, Severity};
use crate::text::{Text, msg};

/// A severity in words; "not assessed" is not zero.
pub(super) fn number(text: Text, severity: Option<Severity>) -> String {
    severity.map_or_else(|| text.get(msg!("not-assessed")).to_owned(), |it| it.get().to_string())
}

pub(super) fn draw(canvas: &Canvas<'_>, wall: &Wall<'_>, body: Rect) -> usize {
    let (sizes, text, seen) = (canvas.sizes(), wall.text, wall.seen);
    canvas.head(text.get(msg!("screen-obstacles")), text.get(msg!("room-heat-about")));
    if seen.figures.proposals().is_empty() {
        canvas.nothing(body, text.get(msg!("room-nothing")));
        return 1;
    }
    let names = body.width() * 0.26;
    let columns = columns(canvas, text, body.with_min_x(body.left() + names));
    for (obstacle, column) in &columns {
        let name = obstacle_text(*obstacle).short();
        let spare = (column.width() - canvas.width(text.of(&name), sizes.small)).max(0.0);
        let rect = column.with_max_y(body.top() + sizes.line);
        let rect = rect.with_min_x(column.left() + spare * 0.5);
        canvas.line(rect, sizes.small, Look::Strong, text.of(&name));
    }
    let (pages, shown, row) = paged_in(
        seen.figures.proposals(),
        body.height() - sizes.line,
        sizes.line * 0.95..=sizes.line * 1.1,
        wall.page,
    );
    for (line, slot) in shown.iter().enumerate() {
        let Some(proposal) = seen.snapshot.proposals.at(*slot) else { continue };
        let top = body.top() + sizes.line + row * line as f32;
        let whole = Rect::from_min_size(pos2(body.left(), top), vec2(body.width(), row));
        let title = Rect::from_min_size(whole.min, vec2(names - sizes.gap, row));
        let words =
            format!("{}  {}", seen.figures.short_code(&proposal.code), text.of(&proposal.title));
        canvas.painted(title, sizes.small, Look::Plain, &words);
        let mut said = vec![words];
        for (obstacle, column) in &columns {
            let rect = column.with_min_y(top).with_max_y(top + row - 6.0);
            let heat = seen.figures.heat();
            let now = heat.severity(*slot, *obstacle);
            canvas.severity(rect, now, heat.after(*slot, *obstacle));
            let number = number(text, now);
            said.push(format!("{} {number}", text.of(&obstacle_text(*obstacle).short())));
        }
        canvas.name(whole, &said.join(", "));
        canvas.item(whole);
    }
    pages
}

/// The columns of the obstacles: each as wide as its head needs, and all of them share the rest.
fn columns(canvas: &Canvas<'_>, text: Text, place: Rect) -> Vec<(Obstacle, Rect)> {
    let gap = 6.0;
    let needed = |obstacle: Obstacle| {
        canvas.width(text.of(&obstacle_text(obstacle).short()), canvas.sizes().small) + gap
    };
    let all: f32 = Obstacle::ALL.iter().map(|it| needed(*it)).sum();
    let more = (place.width() - all) / Obstacle::ALL.len() as f32;
    let mut left = place.left();
    let column = |obstacle: &Obstacle| {
        let width = needed(*obstacle) + more;
        let rect = place.with_min_x(left).with_max_x(left + width - gap);
        left += width;
        (*obstacle, rect)
    };
    Obstacle::ALL.iter().map(column).collect()
}
