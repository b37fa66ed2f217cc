//! Past initiatives and agreements, and upcoming meetings.

use chrono::{Datelike, NaiveDate};
use egui::{Rect, pos2, vec2};

use super::canvas::{Canvas, Look};
use super::{Wall, paged_evenly};
use crate::library::initiatives;
use crate::text::msg;

/// One line: its start date, the date as written, and the words.
struct Line {
    day: NaiveDate,
    when: String,
    what: String,
}

pub(super) fn draw(canvas: &Canvas<'_>, wall: &Wall<'_>, body: Rect) -> usize {
    let (sizes, text) = (canvas.sizes(), wall.text);
    let lines = lines(wall);
    let first = lines.first().map_or(wall.seen.today, |line| line.day).year();
    let head = text.with(msg!("room-timeline"), &[("year", first.to_string().into())]);
    canvas.head(&head, text.get(msg!("room-timeline-about")));
    let row = sizes.line * 0.9;
    let per_page = (body.height() / row).floor() as usize;
    let (pages, shown) = paged_evenly(&lines, per_page, wall.page);
    for (place, line) in shown.iter().enumerate() {
        let top = body.top() + row * place as f32;
        let whole = Rect::from_min_size(pos2(body.left(), top), vec2(body.width(), row));
        let when = whole.with_max_x(whole.left() + body.width() * 0.16);
        let coming = line.day > wall.seen.today;
        let look = if coming { Look::Strong } else { Look::Quiet };
        canvas.painted(when, sizes.small, look, &line.when);
        let what = whole.with_min_x(when.right() + sizes.gap);
        let look = if coming { Look::Strong } else { Look::Plain };
        canvas.painted(what, sizes.text * 0.9, look, &line.what);
        canvas.name(whole, &format!("{}: {}", line.when, line.what));
        canvas.item(whole);
    }
    pages
}

fn lines(wall: &Wall<'_>) -> Vec<Line> {
    let text = wall.text;
    let past = initiatives().iter().filter_map(|row| {
        let began = row.began()?;
        let when = text.date(began);
        Some(Line { day: began.first_day(), when, what: text.of(&row.name()).to_owned() })
    });
    let meetings = wall.seen.snapshot.meetings.iter().map(|meeting| {
        let place = Some(meeting.place.as_str()).filter(|place| !place.is_empty());
        let what = [Some(meeting.title.as_str()), place];
        let what: Vec<_> = what.into_iter().flatten().collect();
        Line { day: meeting.date, when: text.day(meeting.date), what: what.join(", ") }
    });
    let mut lines: Vec<_> = past.chain(meetings).collect();
    lines.sort_by_key(|line| line.day);
    lines
}
