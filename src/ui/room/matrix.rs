//! The coalition matrix, whole or restricted to one camp, one region or the members of one group.

use egui::{Rect, pos2, vec2};
use rustc_hash::FxHashSet;

use super::canvas::{Canvas, LINE, Look};
use super::{Wall, legend, paged};
use crate::model::words::fold;
use crate::model::{Camp, Keyed, Slot, stance};
use crate::text::msg;

/// A line of the matrix.
pub(super) enum Line {
    /// A camp's heading: its name and its number of parties.
    Camp(Camp, &'static str, usize),
    /// A party.
    Party(Slot),
}

/// The parties of a slide by camp and name, each camp under a heading.
pub(super) fn lines(wall: &Wall<'_>) -> Vec<Line> {
    let (seen, slide) = (wall.seen, wall.slide);
    let camps = seen.figures.camps();
    let day = seen.figures.as_of();
    let members = slide.group.map(|group| {
        let all = seen.snapshot.memberships.iter();
        let all = all.filter(|it| it.group == group && it.holds_on(day)).map(|it| it.party);
        all.collect::<FxHashSet<_>>()
    });
    let wanted = |slot: &Slot| {
        let party = seen.snapshot.parties.at(*slot);
        // If camps are hidden, a slide of one camp must not reveal its members either.
        let camp = slide.camp.filter(|camp| wall.camp(*camp).is_some());
        camp.is_none_or(|camp| camps.camp(*slot) == camp)
            && party.is_some_and(|party| slide.region.is_empty() || party.region == slide.region)
            && party.is_some_and(|it| members.as_ref().is_none_or(|all| all.contains(&it.id)))
    };
    let parties: Vec<_> = seen.figures.parties().iter().copied().filter(wanted).collect();
    let mut lines = Vec::new();
    if wall.camp(Camp::Swing).is_none() {
        let name =
            |slot: &Slot| seen.snapshot.parties.at(*slot).map(|it| fold(wall.text.of(&it.name)));
        let mut parties = parties;
        parties.sort_by_cached_key(name);
        return parties.into_iter().map(Line::Party).collect();
    }
    for camp in Camp::ALL {
        let members: Vec<_> = parties.iter().filter(|slot| camps.camp(**slot) == *camp).collect();
        if let (Some(name), false) = (wall.camp(*camp), members.is_empty()) {
            lines.push(Line::Camp(*camp, name, members.len()));
            lines.extend(members.into_iter().map(|slot| Line::Party(*slot)));
        }
    }
    lines
}

/// The scope of the matrix: a camp, a region, a group, or everything.
pub(super) fn part(wall: &Wall<'_>) -> String {
    let camp = wall.slide.camp.and_then(|camp| wall.camp(camp));
    let region = Some(wall.text.region(&wall.slide.region)).filter(|it| !it.is_empty());
    let group = wall.slide.group.and_then(|id| wall.seen.snapshot.groups.get(id));
    let group = group.map(|it| wall.text.of(&it.name));
    let parts: Vec<_> = [camp, region, group].into_iter().flatten().collect();
    parts.join(" · ")
}

/// The widest cell, as a multiple of its height: wide enough for the title of its proposal above it.
const WIDEST: f32 = 12.0;

/// How much higher a row is at most if there are few, and how much larger its letters.
const HIGHER: (f32, f32) = (1.4, 1.25);

/// The narrowest cell with a title above it, as a multiple of its height.
const TITLED: f32 = 3.5;

/// How large the letters of a title are, as a share of those of the code.
const TITLE: f32 = 0.85;

/// The lines that titles take above cells of this width, at most three.
fn titles(canvas: &Canvas<'_>, wall: &Wall<'_>, cell: f32) -> usize {
    let sizes = canvas.sizes();
    if cell < sizes.cell * TITLED {
        return 0;
    }
    let proposals = wall.seen.figures.proposals().iter();
    let proposals = proposals.filter_map(|slot| wall.seen.snapshot.proposals.at(*slot));
    let lines = proposals.map(|it| {
        canvas.lines(wall.text.of(&it.title), sizes.small * TITLE, cell - sizes.gap).len()
    });
    lines.max().unwrap_or_default().min(3)
}

pub(super) fn draw(canvas: &Canvas<'_>, wall: &Wall<'_>, body: Rect) -> usize {
    let (sizes, text, seen) = (canvas.sizes(), wall.text, wall.seen);
    let lines = lines(wall);
    let proposals = seen.figures.proposals();
    canvas.head(text.get(msg!("room-matrix")), &wall.below(&[&part(wall)], seen.hatched()));
    if lines.is_empty() || proposals.is_empty() {
        canvas.nothing(body, text.get(msg!("room-nothing")));
        return 1;
    }
    let body = legend::below(canvas, wall, body);
    let names = body.width() * 0.24;
    let most = ((body.width() - names) / (sizes.cell * 2.0)).floor().max(1.0) as usize;
    let sheets = proposals.len().div_ceil(most);
    let columns = proposals.len().div_ceil(sheets);
    // With few columns there is room for two or three blocks of parties, if there are so many.
    let least = names + columns as f32 * sizes.cell * 2.0 + sizes.gap;
    let rows_below = |head: f32| ((body.height() - head) / sizes.cell).floor().max(1.0) as usize;
    let codes = sizes.cell * 1.5;
    let needed = lines.len().div_ceil(rows_below(codes)) as f32;
    let blocks = (body.width() / least).floor().min(needed).max(1.0) as usize;
    let block = (body.width() - sizes.gap * (blocks - 1) as f32) / blocks as f32;
    let cell = ((block - names) / columns as f32).min(sizes.cell * WIDEST);
    let names = (block - cell * columns as f32).clamp(names, body.width() * 0.3);
    let titled = titles(canvas, wall, cell);
    // A code alone tells the room little; but the titles leave no party out that was on the page.
    let with_titles = codes + titled as f32 * sizes.small * TITLE * LINE;
    let fits = |head: f32| lines.len() <= rows_below(head) * blocks;
    let head = if fits(with_titles) { with_titles } else { codes };
    let rows = rows_below(head);
    let (sides, _) = paged(&lines, rows * blocks, 0);
    let (sheet, side) = (wall.page / sides.max(1), wall.page % sides.max(1));
    let (_, shown) = paged(&lines, rows * blocks, side);
    // Few rows are larger: the page is read from the back of the room.
    let single = blocks == 1 && sides == 1;
    let room = (body.height() - head) / lines.len() as f32;
    let row = if single { room.clamp(sizes.cell, sizes.cell * HIGHER.0) } else { sizes.cell };
    let first = sheet.min(sheets - 1) * columns;
    let shown_columns = &proposals[first..(first + columns).min(proposals.len())];
    for (place, part) in shown.chunks(rows).enumerate() {
        let left = body.left() + (block + sizes.gap) * place as f32;
        for (column, slot) in shown_columns.iter().enumerate() {
            let Some(proposal) = seen.snapshot.proposals.at(*slot) else { continue };
            let corner = pos2(left + names + cell * column as f32, body.top());
            let rect = Rect::from_min_size(corner, vec2(cell - 4.0, codes));
            let code = seen.figures.short_code(&proposal.code);
            canvas.line(rect, sizes.small, Look::Strong, code);
            if head > codes {
                let size = vec2(cell - sizes.gap, head - codes + 1.0);
                let rect =
                    Rect::from_min_size(rect.left_bottom() - vec2(0.0, sizes.gap * 0.5), size);
                let title = canvas.lines(text.of(&proposal.title), sizes.small * TITLE, size.x);
                canvas.paragraph(rect, sizes.small * TITLE, Look::Quiet, &title);
            }
        }
        for (place, line) in part.iter().enumerate() {
            let top = body.top() + head + row * place as f32;
            let whole = Rect::from_min_size(pos2(left, top), vec2(block, row));
            match line {
                Line::Camp(camp, name, count) => {
                    let words = format!("{name} · {}", text.count(*count));
                    let indent = (sizes.gap * 0.5, sizes.gap * 1.5);
                    wall.camp_line(canvas, *camp, whole, indent, &words);
                }
                Line::Party(party) => {
                    row_of(canvas, wall, whole, (names, cell), *party, shown_columns);
                }
            }
        }
    }
    sides * sheets
}

fn row_of(
    canvas: &Canvas<'_>,
    wall: &Wall<'_>,
    whole: Rect,
    (names, cell): (f32, f32),
    party: Slot,
    columns: &[Slot],
) {
    let (sizes, seen) = (canvas.sizes(), wall.seen);
    let Some(record) = seen.snapshot.parties.at(party) else { return };
    let name = wall.text.of(&record.name);
    let rect = Rect::from_min_size(whole.min, vec2(names - sizes.gap, whole.height()));
    let letters = sizes.small * (whole.height() / sizes.cell).min(HIGHER.1);
    canvas.painted(rect, letters, Look::Plain, name);
    let mut said = vec![name.to_owned()];
    for (place, proposal) in columns.iter().enumerate() {
        let held = seen.figures.coalition().stance(*proposal, party);
        let left = whole.left() + names + cell * place as f32;
        let rect =
            Rect::from_min_size(pos2(left, whole.top()), vec2(cell - 4.0, whole.height() - 4.0));
        canvas.stance(rect, held, seen.figures.coalition().basis(*proposal, party));
        let code = seen.snapshot.proposals.at(*proposal).map_or("", |it| it.code.as_str());
        let words = wall.held(*proposal, party);
        said.push(format!("{code} {} {words}", stance::sign(held)));
    }
    canvas.name(whole, &said.join(", "));
    canvas.item(whole);
}
