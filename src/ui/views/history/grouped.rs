//! The changes grouped by proposal or by who moved; texts word by word.

use std::collections::BTreeMap;
use std::sync::Arc;

use egui::{Align2, Rect, ScrollArea, Sense, StrokeKind, Ui, WidgetInfo, pos2, vec2};

use crate::analysis::Drift;
use crate::draft::Change;
use crate::model::Keyed;
use crate::model::words::{fold, natural_cmp};
use crate::report::{About, Line};
use crate::text::{lower, msg};
use crate::ui::cx::Cx;
use crate::ui::icon::Icon;
use crate::ui::state::ChangesBy;
use crate::ui::widgets::{Difference, elided};

/// A row as it is drawn.
enum Row {
    /// The subject of the rows below it.
    Head(String, String),
    /// A change, by its index among all, and the differences of a text.
    Line(usize, Option<Difference>),
}

/// All rows, and where each begins; the last entry is where they end.
struct Laid {
    rows: Vec<Row>,
    tops: Vec<f32>,
}

/// The parts of a row, from left to right: day, subject, proposal, from and to, direction. In
/// multiples of the largest space; the subject and from and to share the rest.
const DAY: f32 = 3.5;
const PROPOSAL: f32 = 4.0;
const WAY: f32 = 6.5;
const WHAT: f32 = 0.34;

/// Draws the changes at these places; returns the one that was opened.
pub(super) fn show<'l>(
    ui: &mut Ui,
    cx: &Cx<'_>,
    by: ChangesBy,
    all: &'l [Line],
    shown: &Arc<Vec<usize>>,
) -> Option<&'l Line> {
    let width = ui.available_width();
    let key = (by, cx.figures.since(), shown.clone(), width as u32, cx.text.language());
    let laid = cx.kept_for(ui, egui::Id::unique("changes-grouped"), key, || {
        lay_out(ui, cx, by, all, shown, width)
    });
    let end = laid.tops.last().copied().unwrap_or_default();
    let mut opened = None;
    ScrollArea::vertical().auto_shrink(false).show_viewport(ui, |ui, viewport| {
        ui.set_height(end);
        let origin = ui.max_rect().min;
        // One row beyond the edge, so that an arrow has somewhere to go.
        let margin = cx.theme.sizes.row.list * 2.0;
        let first = laid.tops.partition_point(|top| *top < viewport.top() - margin);
        let rows = laid.rows.iter().enumerate().skip(first.saturating_sub(1));
        for (place, row) in rows {
            let [top, bottom] = [laid.tops[place], laid.tops[place + 1]];
            if top > viewport.bottom() + margin {
                break;
            }
            let area = Rect::from_min_max(
                origin + vec2(0.0, top),
                pos2(origin.x + width, origin.y + bottom),
            );
            match row {
                Row::Head(title, counts) => head(ui, cx, area, place, title, counts),
                Row::Line(at, difference) => {
                    let Some(line) = all.get(*at) else { continue };
                    if change(ui, cx, by, area, (*at, line), difference.as_ref()) {
                        opened = Some(line);
                    }
                }
            }
        }
    });
    opened
}

/// Groups the changes, newest first, and measures them.
fn lay_out(ui: &Ui, cx: &Cx<'_>, by: ChangesBy, all: &[Line], shown: &[usize], width: f32) -> Laid {
    let mut groups: BTreeMap<(bool, String, String), Vec<usize>> = BTreeMap::new();
    for place in shown {
        let Some(line) = all.get(*place) else { continue };
        let key = match (by, line.about) {
            (ChangesBy::Party, Some(About::Stance(..))) => {
                (false, fold(&line.what), line.what.clone())
            }
            (ChangesBy::Party, _) => {
                (true, String::new(), cx.text.get(msg!("changes-of-none")).to_owned())
            }
            // Changes about no proposal come last.
            (ChangesBy::Proposal | ChangesBy::Day, _) => {
                (line.proposal.is_empty(), String::new(), line.proposal.clone())
            }
        };
        groups.entry(key).or_default().push(*place);
    }
    let mut groups: Vec<_> = groups.into_iter().collect();
    if by == ChangesBy::Proposal {
        let order = |(none, _, code): &(bool, String, String)| (*none, code.clone());
        groups.sort_by(|(a, _), (b, _)| {
            let ((a, first), (b, second)) = (order(a), order(b));
            a.cmp(&b).then_with(|| natural_cmp(&first, &second))
        });
    }
    let sizes = cx.theme.sizes;
    let (mut rows, mut tops, mut y) = (Vec::new(), vec![0.0], 0.0);
    let mut put = |row, height: f32| {
        y += height;
        rows.push(row);
        tops.push(y);
    };
    for ((_, _, name), places) in groups {
        put(Row::Head(title(cx, by, &name), counts(cx, all, &places)), sizes.row.list * 1.5);
        for place in places.into_iter().rev() {
            let line = &all[place];
            let text = line.is_text.then(|| Difference::new(&line.from, &line.to));
            let room = parts(cx, by, Rect::from_min_size(pos2(0.0, 0.0), vec2(width, 1.0)))[3];
            let height = text.as_ref().map_or(0.0, |text| {
                let job = text.job(&cx.theme, room.width());
                ui.painter().layout_job(job).size().y + sizes.space.s
            });
            put(Row::Line(place, text), height.max(sizes.row.list));
        }
    }
    Laid { rows, tops }
}

/// The heading of a group.
fn title(cx: &Cx<'_>, by: ChangesBy, name: &str) -> String {
    if by == ChangesBy::Party {
        return name.to_owned();
    }
    if name.is_empty() {
        return cx.text.get(msg!("changes-of-none")).to_owned();
    }
    let proposal = cx.snapshot.proposal_by_code(name);
    let words = proposal.map_or("", |it| cx.text.of(&it.title));
    if words.is_empty() { name.to_owned() } else { format!("{name} · {words}") }
}

/// How many went in each direction.
fn counts(cx: &Cx<'_>, all: &[Line], places: &[usize]) -> String {
    let count = |drift: &Drift| places.iter().filter(|at| all[**at].drift == Some(*drift)).count();
    let counted = Drift::ALL.iter().map(|drift| (drift, count(drift)));
    let words = counted.filter(|(_, count)| *count > 0);
    words.map(|(drift, count)| figure(cx, *drift, count)).collect::<Vec<_>>().join("  ·  ")
}

/// A count of changes in one direction.
pub(super) fn figure(cx: &Cx<'_>, drift: Drift, count: usize) -> String {
    format!("{}: {}", cx.text.label(drift), cx.text.count(count))
}

/// The accessible name of a change.
pub(super) fn name(cx: &Cx<'_>, line: &Line) -> String {
    let told = if line.is_text {
        let difference = Difference::new(&line.from, &line.to);
        let [out, into] = [Change::Deleted, Change::Inserted].map(|it| difference.words(it));
        cx.text.with(msg!("changes-words"), &[("out", out.into()), ("in", into.into())])
    } else {
        format!("{} → {}", line.from, line.to)
    };
    let way = line.drift.map(|it| format!(", {}", lower(cx.text.label(it)))).unwrap_or_default();
    format!("{}, {}, {told}{way}", line.what, line.proposal)
}

fn head(ui: &Ui, cx: &Cx<'_>, area: Rect, place: usize, title: &str, counts: &str) {
    let (theme, sizes) = (&cx.theme, cx.theme.sizes);
    let response = ui.interact(area, egui::Id::unique(("changes-head", place)), Sense::hover());
    let name = if counts.is_empty() { title.to_owned() } else { format!("{title}, {counts}") };
    response.widget_info(|| WidgetInfo::labeled(egui::Role::Heading, true, name.as_str()));
    let font = theme.font(sizes.text.caption);
    let base = area.bottom() - sizes.space.s;
    let right = area.right() - sizes.space.m;
    let at = pos2(right, base);
    let drawn = ui.painter().text(at, Align2::RIGHT_BOTTOM, counts, font, theme.colours.muted);
    let font = theme.strong(sizes.text.body);
    let room = (drawn.left() - area.left() - sizes.space.l).max(0.0);
    let at = pos2(area.left() + sizes.space.xs, base - sizes.text.body * 1.3);
    elided(ui.painter(), at, room, 1, title, font, theme.colours.ink);
    ui.painter().hline(area.x_range(), area.bottom() - sizes.space.xs, theme.hairline());
}

/// The positions of the parts of a row: day, subject, proposal, from and to, direction.
fn parts(cx: &Cx<'_>, by: ChangesBy, area: Rect) -> [Rect; 5] {
    let space = &cx.theme.sizes.space;
    let proposal = if by == ChangesBy::Party { PROPOSAL * space.xxl } else { 0.0 };
    let rest = area.width() - (DAY + WAY) * space.xxl - proposal;
    let widths = [DAY * space.xxl, rest * WHAT, proposal, rest * (1.0 - WHAT), WAY * space.xxl];
    let mut left = area.left() + space.xs;
    widths.map(|width| {
        let part = Rect::from_min_size(
            pos2(left, area.top()),
            vec2((width - space.s).max(0.0), area.height()),
        );
        left += width;
        part
    })
}

/// Draws a change, and returns whether it was opened.
fn change(
    ui: &Ui,
    cx: &Cx<'_>,
    by: ChangesBy,
    area: Rect,
    (place, line): (usize, &Line),
    difference: Option<&Difference>,
) -> bool {
    let (theme, sizes, colours) = (&cx.theme, cx.theme.sizes, cx.theme.colours);
    let response = ui.interact(area, egui::Id::unique(("changes-line", place)), Sense::click());
    response.widget_info(|| WidgetInfo::labeled(egui::Role::Row, true, name(cx, line)));
    if response.hovered() {
        ui.painter().rect_filled(area, theme.corner(), colours.hover);
    }
    if response.has_focus() {
        let ring = theme.focus_ring();
        ui.painter().rect_stroke(area, theme.corner(), ring, StrokeKind::Inside);
    }
    if response.gained_focus() {
        ui.scroll_to_rect(area, None);
    }
    let font = theme.font(sizes.text.body);
    let half = (sizes.row.list - sizes.text.body * 1.3) / 2.0;
    let draw = |part: Rect, words: &str, colour| {
        let at = pos2(part.left(), part.top() + half);
        elided(ui.painter(), at, part.width(), 1, words, font.clone(), colour);
    };
    let [day, what, proposal, values, way] = parts(cx, by, area);
    draw(day, &cx.text.day(line.date), colours.muted);
    // The heading has the party's name already, so a stance of its own shows the proposal instead.
    let own = by == ChangesBy::Party && matches!(line.about, Some(About::Stance(..)));
    draw(what, if own { &line.proposal } else { &line.what }, colours.ink);
    if by == ChangesBy::Party && !own {
        draw(proposal, &line.proposal, colours.ink);
    }
    match difference {
        Some(difference) => {
            let galley = ui.painter().layout_job(difference.job(theme, values.width()));
            ui.painter().galley(pos2(values.left(), values.top() + half), galley, colours.ink);
        }
        None => {
            let both = [&line.from, &line.to].map(String::as_str);
            let words: Vec<_> = both.into_iter().filter(|it| !it.is_empty()).collect();
            draw(values, &words.join(" → "), colours.ink);
        }
    }
    if let Some(drift) = line.drift {
        let (icon, ink) = mark(cx, drift);
        let centre = pos2(way.left() + sizes.shape.icon / 2.0, way.top() + sizes.row.list / 2.0);
        icon.paint(ui.painter(), centre, sizes.text.body, ink);
        let words =
            Rect::from_min_max(pos2(way.left() + sizes.shape.icon * 1.5, way.top()), way.max);
        draw(words, cx.text.label(drift), colours.ink);
    }
    response.clicked()
}

/// The sign of a direction, which is never shown by colour alone.
fn mark(cx: &Cx<'_>, drift: Drift) -> (Icon, egui::Color32) {
    let colours = cx.theme.colours;
    match (drift, drift.is_good()) {
        (Drift::Smaller, _) => (Icon::Falling, colours.ok),
        (Drift::Larger, _) => (Icon::Rising, colours.warn),
        (_, true) => (Icon::Right, colours.ok),
        (_, false) => (Icon::Left, colours.warn),
    }
}
