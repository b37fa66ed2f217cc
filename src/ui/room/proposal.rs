//! One proposal: the stances by camp, the obstacles, and the text.

use egui::{Rect, pos2, vec2};

use super::canvas::{Canvas, LINE, Look};
use super::{Running, Wall};
use crate::analysis::{SoFar, Tally};
use crate::library::obstacle_text;
use crate::model::words::natural_cmp;
use crate::model::{Keyed, Obstacle, Poll, PollKind, Proposal, Slot, Stance};
use crate::text::{Text, msg};
use crate::ui::widgets::tally_words;

/// The most sponsors that are named; the others are counted.
const SPONSORS: usize = 3;

pub(super) fn draw(canvas: &Canvas<'_>, wall: &Wall<'_>, body: Rect) -> usize {
    let (text, seen) = (wall.text, wall.seen);
    let slot = wall.slide.proposal.and_then(|id| seen.snapshot.proposals.slot(id));
    let Some((slot, proposal)) =
        slot.and_then(|slot| Some((slot, seen.snapshot.proposals.at(slot)?)))
    else {
        canvas.head(text.label(wall.slide.kind), "");
        canvas.nothing(body, text.get(msg!("room-withheld")));
        return 1;
    };
    let hatched = wall.by_groups(slot, None).known() > 0;
    let below = wall.below(&[&below(wall, proposal)], hatched);
    canvas.head(text.of(&proposal.title), &below);
    let texts = written(canvas, wall, body, proposal, wall.page.checked_sub(1));
    if wall.page == 0 || texts == 0 {
        standing(canvas, wall, body, slot, proposal);
    }
    1 + texts
}

/// How many pages its sentence and its text take; draws one of them if asked to.
fn written(
    canvas: &Canvas<'_>,
    wall: &Wall<'_>,
    body: Rect,
    proposal: &Proposal,
    page: Option<usize>,
) -> usize {
    let size = canvas.sizes().text;
    let whole = super::words::whole(wall, proposal);
    let words = [wall.text.of(&proposal.summary), &*whole];
    let words: Vec<_> = words.into_iter().filter(|it| !it.trim().is_empty()).collect();
    if words.is_empty() {
        return 0;
    }
    let lines = canvas.lines(&words.join("\n\n"), size, body.width());
    let room = (body.height() / (size * LINE)).floor().max(1.0) as usize;
    let pages = lines.len().div_ceil(room);
    if let Some(page) = page {
        let first = (page.min(pages - 1) * room).min(lines.len());
        canvas.paragraph(body, size, Look::Plain, &lines[first..]);
    }
    pages
}

/// Draws the sentence and the text of a proposal without versions, if it has any, on a slide of its own; returns
/// its pages.
pub(super) fn without_versions(canvas: &Canvas<'_>, wall: &Wall<'_>, body: Rect) -> Option<usize> {
    if wall.slide.paragraph.is_some() {
        return None;
    }
    let proposal = wall.seen.snapshot.proposals.get(wall.slide.proposal?)?;
    let pages = written(canvas, wall, body, proposal, Some(wall.page));
    (pages > 0).then(|| {
        canvas.head(wall.text.of(&proposal.title), &wall.below(&[&below(wall, proposal)], false));
        pages
    })
}

/// Its code, its status, and its sponsors.
pub(super) fn below(wall: &Wall<'_>, proposal: &Proposal) -> String {
    let (text, seen) = (wall.text, wall.seen);
    let sponsors = seen.snapshot.sponsors.iter();
    let main = sponsors.filter(|sponsor| sponsor.proposal == proposal.id && sponsor.main);
    let mut names: Vec<_> = main
        .filter_map(|sponsor| Some(text.of(&seen.snapshot.parties.get(sponsor.party)?.name)))
        .collect();
    names.sort_by(|a, b| natural_cmp(a, b));
    let mut words = format!("{} · {}", proposal.code, text.label(proposal.status));
    let (named, more) = names.split_at(names.len().min(SPONSORS));
    if !named.is_empty() {
        let sponsors = [("names", named.join(", ").into()), ("more", more.len().into())];
        words = format!("{words} · {}", text.with(msg!("room-tabled-by"), &sponsors));
    }
    words
}

fn standing(canvas: &Canvas<'_>, wall: &Wall<'_>, body: Rect, slot: Slot, proposal: &Proposal) {
    let (sizes, text, seen) = (canvas.sizes(), wall.text, wall.seen);
    let Some(column) = seen.figures.coalition().column(slot) else { return };
    let polls = wall.polls;
    let aside = body.width() * 0.26;
    let strips = sizes.line * polls.len() as f32;
    let main = Rect::from_min_max(
        body.min,
        pos2(body.right() - aside - sizes.gap * 2.0, body.bottom() - strips),
    );
    let camps = wall.camps();
    let columns: Vec<(&str, &Tally, Option<crate::model::Camp>)> = if camps.is_empty() {
        vec![(text.get(msg!("room-everybody")), &column.tally, None)]
    } else {
        camps.iter().map(|(camp, name, _)| (*name, column.camp(*camp), Some(*camp))).collect()
    };
    let width = main.width() / columns.len() as f32;
    for (place, (name, tally, camp)) in columns.into_iter().enumerate() {
        let left = main.left() + width * place as f32;
        let inner = width - sizes.gap;
        let head = Rect::from_min_size(pos2(left, main.top()), vec2(inner, sizes.cell));
        let indent = (sizes.gap * 0.5, sizes.gap * 1.5);
        match camp {
            Some(camp) => wall.camp_line(canvas, camp, head, indent, name),
            None => canvas.line(head, sizes.small, Look::Strong, name),
        }
        let bar = Rect::from_min_max(
            pos2(left, head.bottom() + sizes.gap * 0.5),
            // Beside it is room for the number of a part that is too low to contain it.
            pos2(left + inner - sizes.small * 2.8, main.bottom() - sizes.line * 3.6),
        );
        let by_groups = wall.by_groups(slot, camp);
        canvas.tally(bar, tally, &by_groups, true);
        canvas.name(bar, &format!("{name}: {}", spread(text, tally, &by_groups)));
        canvas.item(bar);
        let below = Rect::from_min_max(bar.left_bottom(), pos2(left + inner, main.bottom()));
        consent(canvas, wall, below, tally, &by_groups);
    }
    let side = Rect::from_min_max(pos2(body.right() - aside, body.top()), body.max);
    canvas.rule(side.left_top() - vec2(sizes.gap, 0.0), side.left_bottom() - vec2(sizes.gap, 0.0));
    obstacles(canvas, wall, side, slot, proposal);
    let strip =
        Rect::from_min_max(pos2(main.left(), main.bottom()), pos2(main.right(), body.bottom()));
    poll_strips(canvas, wall, strip, polls);
}

/// How many of those that have spoken can live with it. Silence counts neither as consent nor as
/// refusal.
fn consent(canvas: &Canvas<'_>, wall: &Wall<'_>, place: Rect, tally: &Tally, by_groups: &Tally) {
    let (sizes, text) = (canvas.sizes(), wall.text);
    let line = Rect::from_min_size(place.min, vec2(place.width(), sizes.line * 1.1));
    let count = |count: u32| ("count", text.count(count as usize).into());
    let unknown = text.with(msg!("room-unknown"), &[count(tally.unknown())]);
    let words = if tally.known() == 0 {
        let nobody = text.get(if tally.total() == 0 {
            msg!("room-nothing")
        } else {
            msg!("room-nobody-spoke")
        });
        let lines = canvas.lines(nobody, sizes.text, line.width());
        canvas.paragraph(
            line.with_max_y(place.top() + sizes.line * 1.6),
            sizes.text,
            Look::Strong,
            &lines,
        );
        unknown
    } else {
        let of = [count(tally.can_live_with()), ("all", text.count(tally.known() as usize).into())];
        let (said, size) = (text.with(msg!("room-of"), &of), sizes.large * 0.85);
        // Of a large camp it is slightly smaller, rather than cut.
        let fits = (line.width() / canvas.width(&said, size)).clamp(0.75, 1.0);
        canvas.line(line, size * fits, Look::Strong, &said);
        let of = [("live", tally.can_live_with().into()), ("spoken", tally.known().into())];
        let mut words = vec![text.with(msg!("room-can-live-with"), &of)];
        if by_groups.known() > 0 {
            words.push(text.with(msg!("room-of-them-by-groups"), &[count(by_groups.known())]));
        }
        if tally.unknown() > 0 {
            words.push(unknown);
        }
        words.join(" · ")
    };
    let top = if tally.known() == 0 { place.top() + sizes.line * 1.6 } else { line.bottom() };
    let rest = Rect::from_min_max(pos2(place.left(), top), place.max + vec2(0.0, sizes.gap * 0.25));
    let lines = canvas.lines(&words, sizes.small, rest.width());
    canvas.paragraph(rest, sizes.small, Look::Quiet, &lines);
}

/// A tally in words, and how much of it groups expressed for their members.
pub(super) fn spread(text: Text, tally: &Tally, by_groups: &Tally) -> String {
    let words = tally_words(text, tally);
    if by_groups.known() == 0 {
        return words;
    }
    let count = [("count", text.count(by_groups.known() as usize).into())];
    format!("{words}; {}", text.with(msg!("room-of-them-by-groups"), &count))
}

/// The obstacles; below them the user's own position, if it was released by name.
fn obstacles(canvas: &Canvas<'_>, wall: &Wall<'_>, side: Rect, slot: Slot, proposal: &Proposal) {
    let (sizes, text, seen) = (canvas.sizes(), wall.text, wall.seen);
    let head = Rect::from_min_size(side.min, vec2(side.width(), sizes.cell));
    canvas.line(head, sizes.small, Look::Strong, text.get(msg!("room-in-the-way")));
    let mut top = head.bottom() + sizes.gap * 0.5;
    let row = sizes.cell * 1.2;
    for obstacle in Obstacle::ALL {
        let whole = Rect::from_min_size(pos2(side.left(), top), vec2(side.width(), row));
        let name = obstacle_text(*obstacle).short();
        let words = whole.with_max_x(whole.right() - sizes.cell * 2.0);
        canvas.painted(words, sizes.small, Look::Plain, text.of(&name));
        let severity = seen.figures.heat().severity(slot, *obstacle);
        let cell = whole.with_min_x(whole.right() - sizes.cell * 1.6).shrink2(vec2(0.0, 4.0));
        canvas.severity(cell, severity, None);
        let number = super::heat::number(text, severity);
        canvas.name(whole, &format!("{}: {number}", text.of(&name)));
        top += row;
    }
    let own = seen.snapshot.briefs.iter().find(|brief| brief.proposal == proposal.id);
    let Some(brief) = own else { return };
    top += sizes.gap;
    for (id, words) in
        [(msg!("field-objective"), &brief.objective), (msg!("field-red-line"), &brief.red_line)]
    {
        if words.is_empty() {
            continue;
        }
        let said = format!("{}: {words}", text.get(id));
        let rect = Rect::from_min_max(pos2(side.left(), top), side.max);
        let lines = canvas.lines(&said, sizes.small, rect.width());
        canvas.paragraph(rect, sizes.small, Look::Plain, &lines);
        top += sizes.small * LINE * lines.len() as f32 + sizes.gap * 0.5;
    }
}

/// The part of a poll that may be told, starting with the number of participants.
fn poll_words(wall: &Wall<'_>, poll: &Poll, told: SoFar) -> String {
    let text = wall.text;
    let day = ("day", text.day(poll.date).into());
    let count = ("count", (poll.total() as usize).into());
    match (poll.kind, told) {
        (PollKind::Temperature, SoFar::Split(..)) => {
            text.with(msg!("room-temperature"), &[day, count])
        }
        (PollKind::Temperature, SoFar::FewerThan(_) | SoFar::TakenBack(_)) => {
            text.with(msg!("room-temperature-few"), &[day])
        }
        (PollKind::Speakers, SoFar::Split(..)) => text.with(msg!("room-speakers"), &[day, count]),
        // People in the room heard how many spoke.
        (PollKind::Speakers, SoFar::FewerThan(_) | SoFar::TakenBack(_)) if poll.total() > 0 => {
            text.with(msg!("room-speakers"), &[day, count])
        }
        (PollKind::Speakers, SoFar::FewerThan(_) | SoFar::TakenBack(_)) => {
            text.with(msg!("room-speakers-few"), &[day])
        }
    }
}

fn poll_strips(canvas: &Canvas<'_>, wall: &Wall<'_>, strip: Rect, polls: &[Running]) {
    let (sizes, text) = (canvas.sizes(), wall.text);
    for (place, Running { poll, told }) in polls.iter().enumerate() {
        let top = strip.top() + sizes.line * place as f32;
        let whole = Rect::from_min_size(pos2(strip.left(), top), vec2(strip.width(), sizes.line));
        let names = whole.width() * 0.4;
        let words = poll_words(wall, poll, *told);
        canvas.painted(whole.with_max_x(whole.left() + names), sizes.small, Look::Plain, &words);
        let bar = whole.with_min_x(whole.left() + names + sizes.gap);
        let said = match told {
            SoFar::TakenBack(_) => {
                let words = text.get(msg!("room-taken-back"));
                canvas.painted(bar, sizes.small, Look::Quiet, words);
                words.to_owned()
            }
            SoFar::FewerThan(fewest) => {
                let few = text.with(msg!("room-few"), &[("count", (*fewest).into())]);
                canvas.painted(bar, sizes.small, Look::Quiet, &few);
                few
            }
            SoFar::Split(counts, since) => {
                let (bar, since) = match since {
                    0 => (bar, None),
                    since => {
                        let since = (*since).try_into().unwrap_or(usize::MAX);
                        let words =
                            text.with(msg!("room-not-shown-yet"), &[("count", since.into())]);
                        let end = bar.left() + bar.width() * 0.64;
                        let rest = bar.with_min_x(end + sizes.gap);
                        canvas.painted(rest, sizes.small, Look::Quiet, &words);
                        (bar.with_max_x(end), Some(words))
                    }
                };
                let mut tally = Tally::default();
                for (stance, count) in Stance::ALL.iter().zip(*counts) {
                    // Beyond a million a bar shows no difference, and a file may claim four
                    // billion.
                    tally.add_many(*stance, count.min(1_000_000));
                }
                let bar = bar.shrink2(vec2(0.0, sizes.gap * 0.35));
                canvas.tally(bar, &tally, &Tally::default(), false);
                let words = [Some(tally_words(text, &tally)), since];
                words.into_iter().flatten().collect::<Vec<_>>().join(" · ")
            }
        };
        canvas.name(whole, &format!("{words}: {said}"));
        canvas.item(whole);
    }
}
