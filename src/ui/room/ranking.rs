//! Which obstacle is worst: their severities over all proposals, the heaviest first.

use std::cmp::Reverse;

use egui::{Rect, pos2, vec2};

use super::Wall;
use super::canvas::{Canvas, Look};
use crate::library::obstacle_text;
use crate::model::{Keyed, Obstacle, Severity};
use crate::text::msg;

/// The share of the width that the names take, how far the bars reach, and where the points end.
const SHARES: [f32; 3] = [0.36, 0.72, 0.82];

/// One obstacle over all proposals that may be seen.
struct Line {
    obstacle: Obstacle,
    now: u32,
    after: u32,
    assessed: usize,
}

// Weights are the user's own and never on a wall: here all eight count alike.
fn line(wall: &Wall<'_>, obstacle: Obstacle) -> Line {
    let heat = wall.seen.figures.heat();
    let mut line = Line { obstacle, now: 0, after: 0, assessed: 0 };
    for slot in wall.seen.figures.proposals() {
        let Some(now) = heat.severity(*slot, obstacle) else { continue };
        let after = heat.after(*slot, obstacle).unwrap_or(now);
        line.now += u32::from(now.get());
        line.after += u32::from(after.get());
        line.assessed += 1;
    }
    line
}

pub(super) fn draw(canvas: &Canvas<'_>, wall: &Wall<'_>, body: Rect) -> usize {
    let (sizes, text) = (canvas.sizes(), wall.text);
    let title = text.label(crate::model::SlideKind::Ranking);
    canvas.head(title, text.get(msg!("room-ranking-about")));
    let mut lines: Vec<_> = Obstacle::ALL.iter().map(|it| line(wall, *it)).collect();
    if lines.iter().all(|it| it.assessed == 0) {
        canvas.nothing(body, text.get(msg!("room-nothing")));
        return 1;
    }
    lines.sort_by_key(|it| (Reverse(it.now), it.obstacle.number()));
    let most = lines.iter().map(|it| it.now).max().unwrap_or(1).max(1) as f32;
    let row = (body.height() / lines.len() as f32).min(sizes.line * 1.4);
    let [from, until, points_end] = SHARES.map(|share| body.left() + body.width() * share);
    let all = wall.seen.figures.proposals().len();
    let worst = lines.iter().map(|it| it.now).max();
    for (place, it) in lines.iter().enumerate() {
        let corner = pos2(body.left(), body.top() + row * place as f32);
        let whole = Rect::from_min_size(corner, vec2(body.width(), row));
        let name =
            format!("{}. {}", it.obstacle.number(), text.of(&obstacle_text(it.obstacle).name()));
        let look = if Some(it.now) == worst { Look::Strong } else { Look::Plain };
        canvas.painted(whole.with_max_x(from - sizes.gap), sizes.text, look, &name);
        let bar = |points: u32, height: f32| {
            let size = vec2((until - from) * points as f32 / most, row * height);
            Rect::from_center_size(pos2(from + size.x / 2.0, whole.center().y), size)
        };
        if let Some((fill, _)) = Severity::new(3).map(|it| canvas.colours().severity(it)) {
            canvas.fill(bar(it.now, 0.6), fill);
        }
        // If nobody has assessed it, nothing is known.
        let known = it.assessed > 0;
        let mut points = if known { it.now.to_string() } else { "?".to_owned() };
        if it.after < it.now {
            canvas.fill(bar(it.after, 0.15), canvas.colours().paper);
            points = format!("{points} → {}", it.after);
        }
        let values = [("shown", it.assessed.into()), ("all", all.into())];
        let assessed = text.with(msg!("room-ranking-assessed"), &values);
        let counted = whole.with_min_x(until + sizes.gap).with_max_x(points_end);
        canvas.painted(counted, sizes.text, look, &points);
        canvas.painted(whole.with_min_x(points_end), sizes.small, Look::Quiet, &assessed);
        canvas.name(whole, &format!("{name}: {points} · {assessed}"));
        canvas.item(whole);
    }
    1
}
