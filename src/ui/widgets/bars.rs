//! Bars for tallies, and the cells of the heat map.

use egui::{Painter, Rect, StrokeKind};

use crate::analysis::Tally;
use crate::model::{Severity, Stance, stance};
use crate::text::{Text, lower};
use crate::ui::theme::Theme;

/// The parts of a stacked bar of a tally, each with its count: support on the left, or at the top
/// of a `standing` bar. Empty parts are left out.
pub(crate) fn tally_parts(
    rect: Rect,
    tally: &Tally,
    standing: bool,
) -> impl Iterator<Item = (Option<Stance>, u32, Rect)> {
    let counts = stance::ORDER.map(|held| (held, tally.get(held)));
    let total = tally.total().max(1) as f32;
    let length = if standing { rect.height() } else { rect.width() };
    let mut from = 0.0;
    counts.into_iter().filter(|(_, count)| *count > 0).map(move |(held, count)| {
        let start = from;
        from += length * count as f32 / total;
        let part = if standing {
            let top = rect.top();
            Rect::from_x_y_ranges(rect.x_range(), top + start..=top + from)
        } else {
            let left = rect.left();
            Rect::from_x_y_ranges(left + start..=left + from, rect.y_range())
        };
        (held, count, part)
    })
}

/// Draws a tally as a stacked bar; the unknown part is hollow.
pub fn tally_bar(painter: &Painter, theme: &Theme, rect: Rect, tally: &Tally) {
    for (held, _, part) in tally_parts(rect, tally, false) {
        if let Some((fill, _)) = theme.colours.stance(held) {
            painter.rect_filled(part, 0, fill);
        }
    }
    painter.rect_stroke(rect, 0, theme.hairline(), StrokeKind::Inside);
}

/// A tally in words, without zero counts.
pub fn tally_words(text: Text, tally: &Tally) -> String {
    let parts: Vec<_> = stance::ORDER
        .into_iter()
        .filter(|stance| tally.get(*stance) > 0)
        .map(|stance| format!("{} {}", tally.get(stance), lower(text.stance(stance))))
        .collect();
    parts.join(", ")
}

/// Draws a severity with its number, or a hollow cell with a question mark.
pub fn severity_cell(painter: &Painter, theme: &Theme, rect: Rect, severity: Option<Severity>) {
    let (sizes, colours) = (theme.sizes, theme.colours);
    let (fill, ink, sign) = match severity {
        Some(severity) => {
            let (fill, ink) = colours.severity(severity);
            (fill, ink, severity.get().to_string())
        }
        None => (colours.paper, colours.muted, "?".to_owned()),
    };
    painter.rect(rect, theme.corner(), fill, theme.hairline(), StrokeKind::Inside);
    let font = theme.strong(sizes.text.body);
    painter.text(rect.center(), egui::Align2::CENTER_CENTER, sign, font, ink);
}
