//! One obstacle: an explanation, and the proposals it hinders most.

use std::cmp::Reverse;

use egui::{Rect, pos2, vec2};

use super::canvas::{Canvas, Look, cut};
use super::{Wall, paged_in};
use crate::library::obstacle_text;
use crate::model::words::natural_cmp;
use crate::model::{Obstacle, RemedyStatus, Slot};
use crate::text::msg;

/// Lines of the explanation on the first page.
const LINES: usize = 7;

pub(super) fn draw(canvas: &Canvas<'_>, wall: &Wall<'_>, body: Rect) -> usize {
    let (sizes, text, seen) = (canvas.sizes(), wall.text, wall.seen);
    let obstacle = wall.slide.obstacle.unwrap_or(Obstacle::Terminology);
    let words = obstacle_text(obstacle);
    let title = format!("{}. {}", obstacle.number(), text.of(&words.name()));
    canvas.head(&title, text.get(msg!("room-obstacle-about")));
    let explanation = words.explanation();
    let lines = canvas.lines(text.of(&explanation), sizes.small * 1.1, body.width());
    let lines = &cut(&lines, LINES);
    let height = sizes.small * 1.1 * 1.4 * lines.len() as f32;
    let head = Rect::from_min_size(body.min, vec2(body.width(), height + 1.0));
    canvas.paragraph(head, sizes.small * 1.1, Look::Plain, lines);
    let severity = |slot: &Slot| seen.figures.heat().severity(*slot, obstacle);
    let mut rows = seen.figures.proposals().to_vec();
    rows.sort_by_key(|slot| Reverse(severity(slot).map(crate::model::Severity::get)));
    let list = Rect::from_min_max(pos2(body.left(), head.bottom() + sizes.gap), body.max);
    if rows.is_empty() {
        canvas.nothing(list, text.get(msg!("room-nothing")));
        return 1;
    }
    let (pages, shown, row) =
        paged_in(&rows, list.height(), sizes.line * 0.8..=sizes.line, wall.page);
    for (place, slot) in shown.iter().enumerate() {
        let Some(proposal) = seen.snapshot.proposals.at(*slot) else { continue };
        let top = list.top() + row * place as f32;
        let whole = Rect::from_min_size(pos2(list.left(), top), vec2(list.width(), row));
        let cell = Rect::from_min_size(whole.min, vec2(sizes.line * 2.0, row - 6.0));
        canvas.severity(cell, severity(slot), seen.figures.heat().after(*slot, obstacle));
        let title = format!("{}  {}", proposal.code, text.of(&proposal.title));
        let rect = whole.with_min_x(cell.right() + sizes.gap).with_max_x(list.right() * 0.66);
        canvas.painted(rect, sizes.small, Look::Plain, &title);
        let remedies = seen.snapshot.remedies.iter().filter(|remedy| {
            remedy.proposal == proposal.id
                && remedy.obstacle == obstacle
                && remedy.status != RemedyStatus::Dropped
        });
        let mut remedies: Vec<_> = remedies.map(|remedy| remedy.title.as_str()).collect();
        // The order in which they were thought of is not the room's business.
        remedies.sort_by(|a, b| natural_cmp(a, b));
        let rect = whole.with_min_x(list.right() * 0.66 + sizes.gap);
        canvas.painted(rect, sizes.small, Look::Quiet, &remedies.join(" · "));
        let number = super::heat::number(text, severity(slot));
        canvas.name(whole, &format!("{title}: {number}. {}", remedies.join(", ")));
        canvas.item(whole);
    }
    pages
}
