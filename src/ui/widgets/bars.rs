//! Bars for tallies, and the cells of the heat map.

use egui::{Painter, Rect, StrokeKind, pos2};

use crate::analysis::Tally;
use crate::model::{Severity, Stance};
use crate::text::{Text, lower};
use crate::ui::theme::Theme;

/// The order of stances in a bar: support at the left, then objection, then unknown.
pub(crate) const STANCE_ORDER: [Option<Stance>; 7] = [
    Some(Stance::Champion),
    Some(Stance::Support),
    Some(Stance::Accept),
    Some(Stance::Reserve),
    Some(Stance::Object),
    Some(Stance::NoInstructions),
    None,
];

/// Draws a tally as a stacked bar; the unknown part is hollow.
pub fn tally_bar(painter: &Painter, theme: &Theme, rect: Rect, tally: &Tally) {
    let total = tally.total();
    let hair = theme.hairline();
    if total > 0 {
        let mut left = rect.left();
        for stance in STANCE_ORDER {
            let width = rect.width() * tally.get(stance) as f32 / total as f32;
            if let Some((fill, _)) = theme.colours.stance(stance)
                && width > 0.0
            {
                let part =
                    Rect::from_min_max(pos2(left, rect.top()), pos2(left + width, rect.bottom()));
                painter.rect_filled(part, 0, fill);
            }
            left += width;
        }
    }
    painter.rect_stroke(rect, 0, hair, StrokeKind::Inside);
}

/// A tally in words, without zero counts.
pub fn tally_words(text: Text, tally: &Tally) -> String {
    let parts: Vec<_> = STANCE_ORDER
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
