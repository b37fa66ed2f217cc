//! Every party's stance on one proposal.

use egui::{Rect, pos2, vec2};

use super::canvas::{Canvas, Look};
use super::matrix::{Line, lines, part};
use super::{Wall, legend, paged};
use crate::text::msg;

pub(super) fn draw(canvas: &Canvas<'_>, wall: &Wall<'_>, body: Rect) -> usize {
    let (sizes, text, seen) = (canvas.sizes(), wall.text, wall.seen);
    let proposal = wall.slide.proposal.and_then(|id| seen.snapshot.proposals.slot(id));
    let Some((slot, record)) =
        proposal.and_then(|slot| Some((slot, seen.snapshot.proposals.at(slot)?)))
    else {
        canvas.head(text.get(msg!("room-matrix")), "");
        canvas.nothing(body, text.get(msg!("room-withheld")));
        return 1;
    };
    let lines = lines(wall);
    let hatched = wall.by_groups(slot, None).known() > 0;
    canvas.head(text.of(&record.title), &wall.below(&[&record.code, &part(wall)], hatched));
    if lines.is_empty() {
        canvas.nothing(body, text.get(msg!("room-nothing")));
        return 1;
    }
    let body = legend::below(canvas, wall, body);
    let rows = (body.height() / sizes.cell).floor().max(1.0) as usize;
    // As few blocks as possible, so that names have room.
    let blocks = lines.len().div_ceil(rows).clamp(1, 4);
    let block = body.width() / blocks as f32;
    let (pages, shown) = paged(&lines, rows * blocks, wall.page);
    for (place, part) in shown.chunks(rows).enumerate() {
        for (row, line) in part.iter().enumerate() {
            let corner =
                pos2(body.left() + block * place as f32, body.top() + sizes.cell * row as f32);
            let whole = Rect::from_min_size(corner, vec2(block - sizes.gap, sizes.cell));
            match line {
                Line::Camp(camp, name, count) => {
                    let words = format!("{name} · {}", text.count(*count));
                    let indent = (sizes.cell * 0.7, sizes.cell * 1.7);
                    wall.camp_line(canvas, *camp, whole, indent, &words);
                }
                Line::Party(party) => {
                    let Some(record) = seen.snapshot.parties.at(*party) else { continue };
                    let held = seen.figures.coalition().stance(slot, *party);
                    let size = vec2(sizes.cell * 1.4, whole.height() - 4.0);
                    let basis = seen.figures.coalition().basis(slot, *party);
                    canvas.stance(Rect::from_min_size(whole.min, size), held, basis);
                    let rect = whole.with_min_x(whole.left() + sizes.cell * 1.7);
                    let name = text.of(&record.name);
                    canvas.painted(rect, sizes.small, Look::Plain, name);
                    canvas.name(whole, &format!("{name}, {}", wall.held(slot, *party)));
                    canvas.item(whole);
                }
            }
        }
    }
    pages
}
