//! A decision: how many are for, abstain, are against and are unknown, and what follows under each rule.
//!
//! No party is named, whatever may be shown: a room reads the figures, and hears the names from
//! those who have them.

use chrono::{DateTime, NaiveDate, Utc};
use egui::{Rect, pos2, vec2};

use super::canvas::{Canvas, Look};
use super::proposal::{below, spread};
use super::{Wall, paged_evenly};
use crate::analysis::{Adoption, Column, CountsAs, Outcome, Rule, Tally, ahead};
use crate::explain::{awaited_at, called, time_left};
use crate::model::{Keyed, Meeting, MeetingKind, ProposalId, Scenario, Snapshot, stance};
use crate::text::{lower, msg};
use crate::ui::icon::Icon;
use crate::ui::theme::RoomSizes;

pub(super) fn draw(canvas: &Canvas<'_>, wall: &Wall<'_>, body: Rect) -> usize {
    let (text, seen) = (wall.text, wall.seen);
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
    let awaited = wall
        .now
        .and_then(|now| Some((awaited(&seen.snapshot, proposal.id, now, seen.today)?, now)));
    let places = Places::new(canvas.sizes(), body, awaited.is_some());
    let supposed = seen.supposed(proposal.id);
    let supposed: Vec<_> =
        supposed.filter_map(|(scenario, under)| Some((scenario, under.column(slot)?))).collect();
    let all_below = supposed.len() <= fitting(canvas.sizes(), places.left);
    if all_below || wall.page == 0 {
        canvas.tally(places.bar, &column.deciding, &by_groups, false);
        canvas.name(places.bar, &spread(text, &column.deciding, &by_groups));
        canvas.item(places.bar);
        figures(canvas, wall, places.figures, &column.deciding);
        rules(canvas, wall, places.rules, &column.adoption);
        if let Some((meeting, now)) = awaited {
            clock(canvas, wall, places.clock, (meeting, now));
        }
    }
    if all_below {
        frames(canvas, wall, places.left, &supposed);
        return 1;
    }
    // If one does not fit below the figures, all have pages of their own.
    let per_page = fitting(canvas.sizes(), body);
    let (pages, shown) = paged_evenly(&supposed, per_page, wall.page.saturating_sub(1));
    if wall.page > 0 {
        frames(canvas, wall, body, shown);
    }
    1 + pages
}

/// From one rule to the next, in lines. Below it there is room for two scenarios, or for a date and
/// one of them.
const PITCH: f32 = 1.15;

/// Where everything stands on the first page.
struct Places {
    bar: Rect,
    figures: Rect,
    /// The line of the first rule.
    rules: Rect,
    /// The first of the two lines about the date that is awaited.
    clock: Rect,
    left: Rect,
}

impl Places {
    fn new(sizes: &RoomSizes, body: Rect, awaited: bool) -> Self {
        let across = |top: f32, height: f32| {
            Rect::from_min_size(pos2(body.left(), top), vec2(body.width(), height))
        };
        let bar = across(body.top(), sizes.cell * 1.6);
        let figures = across(bar.bottom() + sizes.gap, sizes.large * 1.6 + sizes.line);
        let rules = across(figures.bottom() + sizes.gap, sizes.line * 1.2);
        let under = rules.top() + Rule::ALL.len() as f32 * sizes.line * PITCH + sizes.gap;
        let clock = across(under, sizes.line * 1.2);
        let taken = if awaited { sizes.line * 2.0 + sizes.gap } else { 0.0 };
        Self { bar, figures, rules, clock, left: body.with_min_y(under + taken) }
    }
}

/// What follows under each rule, one below the other.
fn rules(canvas: &Canvas<'_>, wall: &Wall<'_>, mut line: Rect, adoption: &Adoption) {
    let (sizes, text) = (canvas.sizes(), wall.text);
    for rule in Rule::ALL {
        let id = match adoption.under(*rule) {
            Outcome::Adopts => msg!("room-decision-adopts"),
            Outcome::Fails => msg!("room-decision-fails"),
            Outcome::Open => msg!("room-decision-open"),
        };
        let words = text.with(id, &[("rule", text.label(*rule).into())]);
        canvas.line(line, sizes.text, Look::Plain, &words);
        canvas.item(line);
        line = line.translate(vec2(0.0, sizes.line * PITCH));
    }
}

/// The height of a scenario's frame.
fn frame_height(sizes: &RoomSizes) -> f32 {
    sizes.line * 2.4
}

/// The gap between two of them.
fn between_frames(sizes: &RoomSizes) -> f32 {
    sizes.gap * 0.5
}

/// How many frames a place has room for.
fn fitting(sizes: &RoomSizes, place: Rect) -> usize {
    let between = between_frames(sizes);
    ((place.height() + between) / (frame_height(sizes) + between)).floor().max(0.0) as usize
}

/// The figures under each scenario that was released by name, in a dashed frame because nobody said
/// it.
fn frames(canvas: &Canvas<'_>, wall: &Wall<'_>, place: Rect, shown: &[(&Scenario, &Column)]) {
    let (sizes, text) = (canvas.sizes(), wall.text);
    let mut frame = Rect::from_min_size(place.min, vec2(place.width(), frame_height(sizes)));
    for (scenario, column) in shown {
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
        frame = frame.translate(vec2(0.0, frame_height(sizes) + between_frames(sizes)));
    }
}

/// How many count this way.
fn counting(tally: &Tally, so: CountsAs) -> u32 {
    let stances = stance::ORDER.into_iter().filter(|it| CountsAs::of(*it) == so);
    stances.map(|it| tally.get(it)).sum()
}

/// How long it is until the proposal is decided, by local time there, and what that occasion is.
fn clock(
    canvas: &Canvas<'_>,
    wall: &Wall<'_>,
    line: Rect,
    (meeting, now): (&Meeting, DateTime<Utc>),
) {
    let (sizes, text) = (canvas.sizes(), wall.text);
    let left = format!("{} · {}", time_left(text, meeting, now), awaited_at(text, meeting, now));
    canvas.icon(Icon::Hourglass, pos2(line.left() + sizes.text * 0.5, line.center().y), sizes.text);
    canvas.line(line.with_min_x(line.left() + sizes.text * 1.4), sizes.text, Look::Strong, &left);
    canvas.item(line);
    let below = line.translate(vec2(0.0, sizes.line)).with_min_x(line.left() + sizes.text * 1.4);
    canvas.line(below, sizes.small, Look::Quiet, &called(text, meeting));
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

/// The four figures, large, their labels below.
fn figures(canvas: &Canvas<'_>, wall: &Wall<'_>, place: Rect, tally: &Tally) {
    let (sizes, text) = (canvas.sizes(), wall.text);
    let width = place.width() / CountsAs::ALL.len() as f32;
    let number = place.height() - sizes.line;
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
}
