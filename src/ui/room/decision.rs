//! A decision: how many are for, abstain, are against and are unknown, and what follows under each rule.
//!
//! No party is named, whatever may be shown: a room reads the figures, and hears the names from
//! those who have them.

use chrono::{DateTime, NaiveDate, Utc};
use egui::{Rect, pos2, vec2};

use super::Wall;
use super::canvas::{Canvas, Look};
use super::proposal::{below, spread};
use crate::analysis::{CountsAs, Outcome, Rule, Tally, ahead};
use crate::explain::{awaited_at, called, time_left};
use crate::model::{Keyed, Meeting, MeetingKind, ProposalId, Slot, Snapshot, stance};
use crate::text::{lower, msg};
use crate::ui::icon::Icon;

pub(super) fn draw(canvas: &Canvas<'_>, wall: &Wall<'_>, body: Rect) -> usize {
    let (sizes, text, seen) = (canvas.sizes(), wall.text, wall.seen);
    let slot = wall.slide.proposal.and_then(|id| seen.snapshot.proposals.slot(id));
    let found = slot.and_then(|slot| {
        Some((slot, seen.snapshot.proposals.at(slot)?, seen.figures.coalition().column(slot)?))
    });
    let Some((slot, proposal, column)) = found else {
        canvas.head(text.label(wall.slide.kind), "");
        canvas.nothing(body, text.get(msg!("room-withheld")));
        return 1;
    };
    let by_groups = wall.by_groups(slot, None);
    canvas.head(
        text.of(&proposal.title),
        &wall.below(&[&below(wall, proposal)], by_groups.known() > 0),
    );
    let bar = Rect::from_min_size(body.min, vec2(body.width(), sizes.cell * 1.6));
    canvas.tally(bar, &column.deciding, &by_groups, false);
    canvas.name(bar, &spread(text, &column.deciding, &by_groups));
    canvas.item(bar);
    let top = figures(canvas, wall, body.with_min_y(bar.bottom() + sizes.gap), &column.deciding);
    let mut line =
        Rect::from_min_size(pos2(body.left(), top), vec2(body.width(), sizes.line * 1.2));
    for rule in Rule::ALL {
        let id = match column.adoption.under(*rule) {
            Outcome::Adopts => msg!("room-decision-adopts"),
            Outcome::Fails => msg!("room-decision-fails"),
            Outcome::Open => msg!("room-decision-open"),
        };
        let words = text.with(id, &[("rule", text.label(*rule).into())]);
        canvas.line(line, sizes.text, Look::Plain, &words);
        canvas.item(line);
        line = line.translate(vec2(0.0, sizes.line * 1.3));
    }
    line = line.translate(vec2(0.0, sizes.gap));
    if clock(canvas, wall, line, proposal.id) {
        line = line.translate(vec2(0.0, sizes.line * 2.0 + sizes.gap));
    }
    supposed(canvas, wall, line.with_max_y(body.bottom()), (slot, proposal.id));
    1
}

/// The figures under each scenario that was released by name, in a dashed frame because nobody said
/// it.
fn supposed(canvas: &Canvas<'_>, wall: &Wall<'_>, place: Rect, (slot, id): (Slot, ProposalId)) {
    let (sizes, text) = (canvas.sizes(), wall.text);
    let height = sizes.line * 2.4;
    let mut frame = Rect::from_min_size(place.min, vec2(place.width(), height));
    for (scenario, coalition) in wall.seen.supposed(id) {
        let Some(column) = coalition.column(slot) else { continue };
        // A frame that does not fit is not shown in part.
        if frame.bottom() > place.bottom() {
            return;
        }
        let tally = &column.deciding;
        let count = |so: CountsAs| {
            format!("{} {}", text.label(so), text.count(counting(tally, so) as usize))
        };
        let counts = CountsAs::ALL.iter().map(|so| count(*so)).collect::<Vec<_>>().join(" · ");
        let verdict = |rule: &Rule| {
            format!("{}: {}", text.label(*rule), lower(text.label(column.adoption.under(*rule))))
        };
        let verdicts = Rule::ALL.iter().map(verdict).collect::<Vec<_>>().join(" · ");
        let values = [("scenario", scenario.name.as_str().into())];
        let head = text.with(msg!("room-supposed"), &values);
        canvas.dashed(frame);
        let within = frame.shrink2(vec2(sizes.gap * 0.5, sizes.line * 0.2));
        let above = within.with_max_y(within.center().y);
        canvas.line(above, sizes.small, Look::Strong, &head);
        let below = within.with_min_y(within.center().y);
        canvas.line(below, sizes.small, Look::Plain, &format!("{counts} · {verdicts}"));
        canvas.item(frame);
        frame = frame.translate(vec2(0.0, height + sizes.gap * 0.5));
    }
}

/// How many count this way.
fn counting(tally: &Tally, so: CountsAs) -> u32 {
    let stances = stance::ORDER.into_iter().filter(|it| CountsAs::of(*it) == so);
    stances.map(|it| tally.get(it)).sum()
}

/// How long it is until the proposal is decided, by local time there, and what that occasion is;
/// returns whether there is anything to wait for.
fn clock(canvas: &Canvas<'_>, wall: &Wall<'_>, line: Rect, proposal: ProposalId) -> bool {
    let (sizes, text, seen) = (canvas.sizes(), wall.text, wall.seen);
    let Some(now) = wall.now else { return false };
    let Some(meeting) = awaited(&seen.snapshot, proposal, now, seen.today) else { return false };
    let left = format!("{} · {}", time_left(text, meeting, now), awaited_at(text, meeting, now));
    canvas.icon(Icon::Hourglass, pos2(line.left() + sizes.text * 0.5, line.center().y), sizes.text);
    canvas.line(line.with_min_x(line.left() + sizes.text * 1.4), sizes.text, Look::Strong, &left);
    canvas.item(line);
    let below = line.translate(vec2(0.0, sizes.line)).with_min_x(line.left() + sizes.text * 1.4);
    canvas.line(below, sizes.small, Look::Quiet, &called(text, meeting));
    true
}

/// The next date on a proposal or, if there is none to come, the silence procedure that ended last.
fn awaited(
    snapshot: &Snapshot,
    proposal: ProposalId,
    now: DateTime<Utc>,
    today: NaiveDate,
) -> Option<&Meeting> {
    let over = || {
        let agenda = snapshot.agenda.iter().filter(|it| it.proposal == proposal);
        let meetings = agenda.filter_map(|it| snapshot.meetings.get(it.meeting));
        let silent = meetings.filter(|it| it.kind == MeetingKind::Silence);
        silent.max_by(|a, b| (a.ends(), &a.title).cmp(&(b.ends(), &b.title)))
    };
    ahead(snapshot, proposal, now, today).first().copied().or_else(over)
}

/// The four figures, large; returns where they end.
fn figures(canvas: &Canvas<'_>, wall: &Wall<'_>, place: Rect, tally: &Tally) -> f32 {
    let (sizes, text) = (canvas.sizes(), wall.text);
    let width = place.width() / CountsAs::ALL.len() as f32;
    let number = sizes.large * 1.6;
    for (nth, counts_as) in CountsAs::ALL.iter().enumerate() {
        let count = counting(tally, *counts_as);
        let left = place.left() + width * nth as f32;
        let cell = Rect::from_min_size(pos2(left, place.top()), vec2(width - sizes.gap, number));
        let below = cell.translate(vec2(0.0, number)).with_max_y(cell.bottom() + sizes.line);
        let (count, label) = (text.count(count as usize), text.label(*counts_as));
        canvas.line(cell, number * 0.8, Look::Strong, &count);
        canvas.painted(below, sizes.small, Look::Quiet, label);
        canvas.name(cell, &format!("{label}: {count}"));
    }
    place.top() + number + sizes.line + sizes.gap
}
