//! Stances: the badge that shows one, and the buttons that set one.

use egui::{Painter, Rect, Response, Sense, Stroke, StrokeKind, Ui, Vec2, WidgetInfo, pos2};

use crate::model::{Keyed, Stance, stance};
use crate::text::Text;
use crate::ui::theme::Theme;

/// A stance as shown in a cell.
pub fn stance_badge(ui: &mut Ui, theme: &Theme, text: Text, stance: Option<Stance>) -> Response {
    let size = Vec2::new(theme.sizes.space.xxl, theme.sizes.shape.target - theme.sizes.space.xs);
    let (rect, response) = ui.allocate_exact_size(size, Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(egui::Role::Label, true, text.stance(stance)));
    paint(ui, theme, rect, stance);
    response.on_hover_text(text.stance(stance))
}

/// The sign in the cell of a party whose groups disagree.
pub(crate) const CONFLICT_SIGN: &str = "≠";

/// The sign of a stance, padded to the width of the widest: a single sign gets a space as wide as a
/// digit, which is the width of signs.
pub(super) fn lined_sign(stance: Option<Stance>) -> String {
    let sign = stance::sign(stance);
    let space = if sign.chars().count() == 1 { "\u{2007}" } else { "" };
    format!("{sign}{space}")
}

/// Draws hatching, which marks a stance that a group expressed for its members; `step` is the
/// distance between lines.
pub(crate) fn hatch(painter: &Painter, rect: Rect, step: f32, line: Stroke) {
    let painter = painter.with_clip_rect(rect.intersect(painter.clip_rect()));
    let mut x = rect.left() - rect.height();
    while x < rect.right() {
        painter.line_segment([pos2(x, rect.bottom()), pos2(x + rect.height(), rect.top())], line);
        x += step;
    }
}

/// A button for each stance and one for unknown; returns the one pressed. `current` is `None` if
/// there is no entry, not even one that says unknown.
pub fn stance_buttons(
    ui: &mut Ui,
    theme: &Theme,
    text: Text,
    current: Option<Option<Stance>>,
) -> Option<Option<Stance>> {
    stance_buttons_begun(ui, theme, text, current, false)
}

/// The same; the first button gets the focus if keys `begin` there.
pub(crate) fn stance_buttons_begun(
    ui: &mut Ui,
    theme: &Theme,
    text: Text,
    current: Option<Option<Stance>>,
    begin: bool,
) -> Option<Option<Stance>> {
    row_of_buttons(ui, theme, text, current, &stance::ORDER, begin)
}

/// A button for each stance, for recording what was said; returns the one pressed.
pub(crate) fn said_buttons(ui: &mut Ui, theme: &Theme, text: Text) -> Option<Stance> {
    let all: Vec<_> = Stance::ALL.iter().copied().map(Some).collect();
    row_of_buttons(ui, theme, text, None, &all, false).flatten()
}

fn row_of_buttons(
    ui: &mut Ui,
    theme: &Theme,
    text: Text,
    current: Option<Option<Stance>>,
    all: &[Option<Stance>],
    mut begin: bool,
) -> Option<Option<Stance>> {
    let mut pressed = None;
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = theme.sizes.space.xs;
        let count = all.len() as f32;
        let gaps = theme.sizes.space.xs * (count - 1.0);
        let width = ((ui.available_width() - gaps) / count).max(theme.sizes.shape.target);
        let size = Vec2::new(width, theme.sizes.row.list);
        for stance in all.iter().copied() {
            let (rect, response) = ui.allocate_exact_size(size, Sense::click());
            let (enabled, chosen) = (ui.is_enabled(), current == Some(stance));
            response.widget_info(|| {
                WidgetInfo::selected(egui::Role::RadioButton, enabled, chosen, text.stance(stance))
            });
            if std::mem::take(&mut begin) {
                response.request_focus();
                response.scroll_to_me(None);
            }
            paint(ui, theme, rect, stance);
            if chosen {
                let ring = Stroke::new(theme.sizes.shape.focus, theme.colours.ink);
                ui.painter().rect_stroke(rect, theme.corner(), ring, StrokeKind::Outside);
            }
            if response.has_focus() || response.hovered() {
                let ring = theme.focus_ring();
                ui.painter().rect_stroke(rect, theme.corner(), ring, StrokeKind::Outside);
            }
            if response.clicked() {
                pressed = Some(stance);
            }
            response.on_hover_text(text.stance(stance));
        }
    });
    pressed
}

fn paint(ui: &Ui, theme: &Theme, rect: Rect, stance: Option<Stance>) {
    let colours = theme.colours;
    let hollow = (colours.surface, colours.muted);
    let (fill, ink) = colours.stance(stance).unwrap_or(hollow);
    ui.painter().rect(rect, theme.corner(), fill, theme.hairline(), StrokeKind::Inside);
    let font = theme.strong(theme.sizes.text.body);
    let sign = stance::sign(stance);
    ui.painter().text(rect.center(), egui::Align2::CENTER_CENTER, sign, font, ink);
}
