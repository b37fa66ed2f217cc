//! How much each of the eight obstacles hinders each proposal.

use egui::{Rect, pos2, vec2};

use super::canvas::{Canvas, Look};
use super::{Wall, paged};
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
    let width = (body.width() - names) / Obstacle::ALL.len() as f32;
    for (place, obstacle) in Obstacle::ALL.iter().enumerate() {
        let corner = pos2(body.left() + names + width * place as f32, body.top());
        let rect = Rect::from_min_size(corner, vec2(width - sizes.gap * 0.3, sizes.line));
        let name = obstacle_text(*obstacle).short();
        canvas.line(rect, sizes.small, Look::Strong, text.of(&name));
    }
    let row = sizes.line * 1.1;
    let per_page = ((body.height() - sizes.line) / row).floor() as usize;
    let (pages, shown) = paged(seen.figures.proposals(), per_page, wall.page);
    for (line, slot) in shown.iter().enumerate() {
        let Some(proposal) = seen.snapshot.proposals.at(*slot) else { continue };
        let top = body.top() + sizes.line + row * line as f32;
        let whole = Rect::from_min_size(pos2(body.left(), top), vec2(body.width(), row));
        let title = Rect::from_min_size(whole.min, vec2(names - sizes.gap, row));
        let words =
            format!("{}  {}", seen.figures.short_code(&proposal.code), text.of(&proposal.title));
        canvas.painted(title, sizes.small, Look::Plain, &words);
        let mut said = vec![words];
        for (place, obstacle) in Obstacle::ALL.iter().enumerate() {
            let left = body.left() + names + width * place as f32;
            let rect = Rect::from_min_size(pos2(left, top), vec2(width - 6.0, row - 6.0));
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
