//! The stances of the three camps on every proposal.

use egui::{Rect, pos2, vec2};

use super::canvas::{Canvas, Look};
use super::{Wall, paged_in};
use crate::analysis::Tally;
use crate::model::Camp;
use crate::text::msg;

pub(super) fn draw(canvas: &Canvas<'_>, wall: &Wall<'_>, body: Rect) -> usize {
    let (sizes, text) = (canvas.sizes(), wall.text);
    let seen = wall.seen;
    let below = wall.below(&[text.get(msg!("room-summary-about"))], seen.hatched());
    canvas.head(text.get(msg!("room-summary")), &below);
    if seen.figures.proposals().is_empty() {
        canvas.nothing(body, text.get(msg!("room-nothing")));
        return 1;
    }
    let camps = wall.camps();
    let names = body.width() * 0.26;
    let columns = camps.len().max(1) as f32;
    let width = (body.width() - names) / columns;
    let column = |place: usize, top: f32, height: f32| {
        let left = body.left() + names + width * place as f32;
        Rect::from_min_size(pos2(left + sizes.gap, top), vec2(width - sizes.gap, height))
    };
    let mut top = body.top();
    for (place, (camp, name, count)) in camps.iter().enumerate() {
        let words = format!("{name} · {}", text.count(*count));
        let indent = (sizes.gap * 0.5, sizes.gap * 1.5);
        wall.camp_line(canvas, *camp, column(place, top, sizes.line), indent, &words);
    }
    top += sizes.line;
    let (pages, shown, row) = paged_in(
        seen.figures.proposals(),
        body.bottom() - top,
        sizes.line * 1.2..=sizes.line * 1.5,
        wall.page,
    );
    for slot in shown {
        let Some(proposal) = seen.snapshot.proposals.at(*slot) else { continue };
        let Some(tallies) = seen.figures.coalition().column(*slot) else { continue };
        let whole = Rect::from_min_size(pos2(body.left(), top), vec2(body.width(), row));
        let title = Rect::from_min_size(whole.min, vec2(names, row * 0.5));
        canvas.line(title, sizes.small, Look::Strong, seen.figures.short_code(&proposal.code));
        let below = title.translate(vec2(0.0, row * 0.4));
        canvas.line(below, sizes.small, Look::Quiet, text.of(&proposal.title));
        let bars: Vec<(Option<(Camp, &str)>, &Tally)> = if camps.is_empty() {
            vec![(None, &tallies.tally)]
        } else {
            let of = |(camp, name, _): &(Camp, &'static str, usize)| {
                (Some((*camp, *name)), tallies.camp(*camp))
            };
            camps.iter().map(of).collect()
        };
        for (place, (camp, tally)) in bars.into_iter().enumerate() {
            let bar = column(place, top + row * 0.18, row * 0.5);
            let by_groups = wall.by_groups(*slot, camp.map(|(camp, _)| camp));
            canvas.tally(bar, tally, &by_groups, false);
            let who = camp.map_or(text.get(msg!("room-everybody")), |(_, name)| name);
            let words = super::proposal::spread(text, tally, &by_groups);
            canvas.name(bar, &format!("{}, {who}: {words}", proposal.code));
        }
        canvas.item(whole.shrink2(vec2(0.0, sizes.gap * 0.25)));
        top += row;
    }
    pages
}
