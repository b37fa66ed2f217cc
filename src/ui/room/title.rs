//! The title card: subject of the meeting, marking, and rule.

use egui::{Rect, pos2, vec2};

use super::Wall;
use super::canvas::{Canvas, Look};
use crate::text::msg;

pub(super) fn draw(canvas: &Canvas<'_>, wall: &Wall<'_>) -> usize {
    let (sizes, text) = (canvas.sizes(), wall.text);
    let width = sizes.width - 2.0 * sizes.margin;
    let dossier = &wall.seen.snapshot.dossier;
    let title = match (wall.slide.title.as_str(), dossier.title.as_str()) {
        ("", "") => text.get(msg!("room-title")),
        ("", own) => own,
        (words, _) => words,
    };
    let lines = canvas.lines(title, sizes.display, width);
    let mut top = sizes.height * 0.28;
    let mut block = |size: f32, look: Look, lines: &[String], most: usize| {
        let lines = &lines[..lines.len().min(most)];
        let height = size * 1.4 * lines.len() as f32;
        let rect = Rect::from_min_size(pos2(sizes.margin, top), vec2(width, height + 1.0));
        canvas.paragraph(rect, size, look, lines);
        top += height + sizes.gap;
    };
    block(sizes.display, Look::Strong, &lines, 3);
    if !wall.slide.text.is_empty() {
        let lines = canvas.lines(&wall.slide.text, sizes.text, width);
        block(sizes.text, Look::Plain, &lines, 6);
    }
    if !dossier.classification.is_empty() {
        block(sizes.text, Look::Strong, std::slice::from_ref(&dossier.classification), 1);
    }
    let about = text.get(super::marking_about(wall.ceiling));
    block(sizes.text, Look::Quiet, &canvas.lines(about, sizes.text, width), 2);
    if wall.chatham {
        let rule = canvas.lines(text.get(msg!("room-chatham")), sizes.text, width);
        block(sizes.text, Look::Quiet, &rule, 3);
    }
    1
}
