//! One proposal: how many of each camp stand where, what stands in the way, and its text.

use egui::{Rect, pos2, vec2};

use super::Wall;
use super::canvas::{Canvas, Look};
use crate::analysis::Tally;
use crate::library::obstacle_text;
use crate::model::{Keyed, Obstacle, Poll, PollKind, Proposal, Slot, Stance};
use crate::ui::widgets::{camp_icon, tally_words};

/// How large a line of the text is against its letters.
const LINE: f32 = 1.4;

pub(super) fn draw(canvas: &Canvas<'_>, wall: &Wall<'_>, body: Rect) -> usize {
    let (sizes, text, seen) = (canvas.sizes(), wall.text, wall.seen);
    let slot = wall.slide.proposal.and_then(|id| seen.snapshot.proposals.slot(id));
    let Some((slot, proposal)) =
        slot.and_then(|slot| Some((slot, seen.snapshot.proposals.at(slot)?)))
    else {
        canvas.head(text.label(wall.slide.kind), "");
        canvas.nothing(body, text.get("room-withheld"));
        return 1;
    };
    canvas.head(text.of(&proposal.title), &below(wall, proposal));
    let words = [text.of(&proposal.summary), proposal.text.as_str()];
    let words: Vec<_> = words.into_iter().filter(|it| !it.trim().is_empty()).collect();
    let lines = canvas.lines(&words.join("\n\n"), sizes.text, body.width());
    let room = (body.height() / (sizes.text * LINE)).floor().max(1.0) as usize;
    let texts = if words.is_empty() { 0 } else { lines.len().div_ceil(room) };
    if wall.page == 0 || texts == 0 {
        standing(canvas, wall, body, slot, proposal);
    } else {
        let first = ((wall.page - 1).min(texts - 1) * room).min(lines.len());
        canvas.paragraph(body, sizes.text, Look::Plain, &lines[first..]);
    }
    1 + texts
}

/// Its code, how far it has come, and who tabled it.
fn below(wall: &Wall<'_>, proposal: &Proposal) -> String {
    let (text, seen) = (wall.text, wall.seen);
    let sponsors = seen.snapshot.sponsors.iter();
    let main = sponsors.filter(|sponsor| sponsor.proposal == proposal.id && sponsor.main);
    let names: Vec<_> = main
        .filter_map(|sponsor| Some(text.of(&seen.snapshot.parties.get(sponsor.party)?.name)))
        .collect();
    let mut words = format!("{} · {}", proposal.code, text.label(proposal.status));
    if !names.is_empty() && names.len() <= 3 {
        let names = [("names", names.join(", ").into())];
        words = format!("{words} · {}", text.with("room-tabled-by", &names));
    }
    words
}

fn standing(canvas: &Canvas<'_>, wall: &Wall<'_>, body: Rect, slot: Slot, proposal: &Proposal) {
    let (sizes, text, seen) = (canvas.sizes(), wall.text, wall.seen);
    let Some(column) = seen.derived.coalition.column(slot) else { return };
    let polls = newest_polls(wall, proposal);
    let aside = body.width() * 0.26;
    let strips = sizes.line * polls.len() as f32;
    let main = Rect::from_min_max(
        body.min,
        pos2(body.right() - aside - sizes.gap * 2.0, body.bottom() - strips),
    );
    let camps = wall.camps();
    let columns: Vec<(&str, &Tally, Option<crate::model::Camp>)> = if camps.is_empty() {
        vec![(text.get("room-everybody"), &column.tally, None)]
    } else {
        camps.iter().map(|(camp, name, _)| (*name, column.camp(*camp), Some(*camp))).collect()
    };
    let width = main.width() / columns.len() as f32;
    for (place, (name, tally, camp)) in columns.into_iter().enumerate() {
        let left = main.left() + width * place as f32;
        let inner = width - sizes.gap;
        let head = Rect::from_min_size(pos2(left, main.top()), vec2(inner, sizes.cell));
        let mut words = head;
        if let Some(camp) = camp {
            let at = pos2(left + sizes.gap * 0.5, head.center().y);
            canvas.icon(camp_icon(camp), at, sizes.small);
            words = head.with_min_x(left + sizes.gap * 1.5);
        }
        canvas.line(words, sizes.small, Look::Strong, name);
        let bar = Rect::from_min_max(
            pos2(left, head.bottom() + sizes.gap * 0.5),
            pos2(left + inner, main.bottom() - sizes.line * 2.0),
        );
        canvas.tally(bar, tally, true);
        canvas.name(bar, &format!("{name}: {}", tally_words(text, tally)));
        canvas.item(bar);
        let arguments = [
            ("count", text.count(tally.can_live_with() as usize).into()),
            ("all", text.count(tally.total() as usize).into()),
        ];
        let line = Rect::from_min_size(bar.left_bottom(), vec2(inner, sizes.line * 1.1));
        canvas.line(line, sizes.large * 0.85, Look::Strong, &text.with("room-of", &arguments));
        let line = Rect::from_min_size(line.left_bottom(), vec2(inner, sizes.cell));
        canvas.line(line, sizes.small, Look::Quiet, text.get("room-can-live-with"));
    }
    let side = Rect::from_min_max(pos2(body.right() - aside, body.top()), body.max);
    canvas.rule(side.left_top() - vec2(sizes.gap, 0.0), side.left_bottom() - vec2(sizes.gap, 0.0));
    obstacles(canvas, wall, side, slot, proposal);
    let strip =
        Rect::from_min_max(pos2(main.left(), main.bottom()), pos2(main.right(), body.bottom()));
    poll_strips(canvas, wall, strip, &polls);
}

/// What stands in the way; below it one's own position, where it was released by name.
fn obstacles(canvas: &Canvas<'_>, wall: &Wall<'_>, side: Rect, slot: Slot, proposal: &Proposal) {
    let (sizes, text, seen) = (canvas.sizes(), wall.text, wall.seen);
    let head = Rect::from_min_size(side.min, vec2(side.width(), sizes.cell));
    canvas.line(head, sizes.small, Look::Strong, text.get("room-in-the-way"));
    let mut top = head.bottom() + sizes.gap * 0.5;
    let row = sizes.cell * 1.2;
    for obstacle in Obstacle::ALL {
        let whole = Rect::from_min_size(pos2(side.left(), top), vec2(side.width(), row));
        let name = obstacle_text(*obstacle).short();
        let words = whole.with_max_x(whole.right() - sizes.cell * 2.0);
        canvas.painted(words, sizes.small, Look::Plain, text.of(&name));
        let severity = seen.derived.heat.severity(slot, *obstacle);
        let cell = whole.with_min_x(whole.right() - sizes.cell * 1.6).shrink2(vec2(0.0, 4.0));
        canvas.severity(cell, severity, None);
        let number = severity.map_or("?".to_owned(), |it| it.get().to_string());
        canvas.name(whole, &format!("{}: {number}", text.of(&name)));
        top += row;
    }
    let own = seen.snapshot.briefs.iter().find(|brief| brief.proposal == proposal.id);
    let Some(brief) = own else { return };
    top += sizes.gap;
    for (id, words) in [("field-objective", &brief.objective), ("field-red-line", &brief.red_line)]
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

/// The newest poll of each kind.
fn newest_polls<'a>(wall: &Wall<'a>, proposal: &Proposal) -> Vec<&'a Poll> {
    let all = || wall.seen.snapshot.polls.iter().filter(|poll| poll.proposal == proposal.id);
    let newest = |kind: &PollKind| {
        let of_kind = all().filter(|poll| poll.kind == *kind && poll.total() > 0);
        of_kind.max_by_key(|poll| (poll.date, poll.id))
    };
    PollKind::ALL.iter().filter_map(newest).collect()
}

fn poll_strips(canvas: &Canvas<'_>, wall: &Wall<'_>, strip: Rect, polls: &[&Poll]) {
    let (sizes, text) = (canvas.sizes(), wall.text);
    for (place, poll) in polls.iter().enumerate() {
        let top = strip.top() + sizes.line * place as f32;
        let whole = Rect::from_min_size(pos2(strip.left(), top), vec2(strip.width(), sizes.line));
        let names = whole.width() * 0.4;
        let arguments =
            [("day", text.day(poll.date).into()), ("count", (poll.total() as usize).into())];
        let words = match poll.kind {
            PollKind::Temperature => text.with("room-temperature", &arguments),
            PollKind::Speakers => text.with("room-speakers", &arguments),
        };
        canvas.painted(whole.with_max_x(whole.left() + names), sizes.small, Look::Plain, &words);
        let mut tally = Tally::default();
        for stance in Stance::ALL {
            // As many as a bar can tell apart; a file may say four thousand million.
            tally.add_many(*stance, poll.count(*stance).min(1_000_000));
        }
        let bar = whole.with_min_x(whole.left() + names + sizes.gap);
        canvas.tally(bar.shrink2(vec2(0.0, sizes.gap * 0.35)), &tally, false);
        canvas.name(whole, &format!("{words}: {}", tally_words(text, &tally)));
        canvas.item(whole);
    }
}
