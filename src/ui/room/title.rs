//! The title card: subject of the meeting, marking, and rule.

use egui::{Rect, pos2, vec2};

use super::Wall;
use super::canvas::{Canvas, LINE, Look};
use crate::text::msg;

/// Lines of one size, of which at most a given number is shown.
struct Block {
    size: f32,
    look: Look,
    lines: Vec<String>,
    most: usize,
}

impl Block {
    fn height(&self) -> f32 {
        self.size * LINE * self.lines.len().min(self.most) as f32
    }
}

pub(super) fn draw(canvas: &Canvas<'_>, wall: &Wall<'_>) -> usize {
    let (sizes, text) = (canvas.sizes(), wall.text);
    let width = sizes.width - 2.0 * sizes.margin;
    let dossier = &wall.seen.snapshot.dossier;
    let title = match (wall.slide.title.as_str(), dossier.title.as_str()) {
        ("", "") => text.get(msg!("room-title")),
        ("", own) => own,
        (words, _) => words,
    };
    let block = |size: f32, look: Look, words: &str, most: usize| Block {
        size,
        look,
        lines: canvas.lines(words, size, width),
        most,
    };
    let mut blocks = vec![block(sizes.display, Look::Strong, title, 3)];
    let more = (!wall.slide.text.is_empty()).then(|| {
        blocks.push(block(sizes.text, Look::Plain, &wall.slide.text, 6));
        blocks.len() - 1
    });
    if !dossier.classification.is_empty() {
        blocks.push(block(sizes.text, Look::Strong, &dossier.classification, 1));
    }
    let about = text.get(super::marking_about(wall.ceiling));
    blocks.push(block(sizes.text, Look::Quiet, about, 2));
    if wall.chatham {
        blocks.push(block(sizes.text, Look::Quiet, text.get(msg!("room-chatham")), 3));
    }
    // The rule of the meeting has to be shown in full: a long text gives way first, then the space
    // above.
    let bottom = sizes.height - sizes.foot - sizes.gap;
    let needs = |blocks: &[Block]| {
        blocks.iter().map(|block| block.height() + sizes.gap).sum::<f32>() - sizes.gap
    };
    if let Some(more) = more {
        while needs(&blocks) > bottom - sizes.margin && blocks[more].most > 1 {
            blocks[more].most -= 1;
        }
    }
    let mut top = (sizes.height * 0.28).min(bottom - needs(&blocks)).max(sizes.margin * 0.5);
    for block in &blocks {
        let rect = Rect::from_min_size(pos2(sizes.margin, top), vec2(width, block.height() + 1.0));
        canvas.paragraph(rect, block.size, block.look, &block.lines);
        top += block.height() + sizes.gap;
    }
    1
}
