//! The sign that work is going on.

use std::f32::consts::TAU;

use egui::{Role, Sense, Shape, Stroke, Ui, WidgetInfo, vec2};

use crate::ui::theme::Theme;

/// Steps of the sign per second. Drawing it takes time away from the work itself: without a
/// graphics card, sixty a second took a third of two processors.
const STEPS: f64 = 4.0;

/// Steps per turn.
const ROUND: f64 = 8.0;

/// Draws part of a ring that moves in steps.
pub(crate) fn busy(ui: &mut Ui, theme: &Theme) {
    let size = theme.sizes.row.list * 0.75;
    let (rect, response) = ui.allocate_exact_size(vec2(size, size), Sense::hover());
    response.widget_info(|| WidgetInfo::new(Role::ProgressIndicator));
    let step = (ui.input(|input| input.time) * STEPS).floor();
    ui.request_repaint_after_secs((1.0 / STEPS) as f32);
    if !ui.is_rect_visible(rect) {
        return;
    }
    let begin = ((step % ROUND) / ROUND) as f32 * TAU;
    let width = theme.sizes.space.xs * 0.75;
    let radius = (size - width) * 0.5;
    let points = (0..=24_u8).map(|place| {
        let angle = begin + f32::from(place) / 24.0 * TAU * 0.7;
        rect.center() + radius * vec2(angle.cos(), angle.sin())
    });
    let stroke = Stroke::new(width, theme.colours.muted);
    ui.painter().add(Shape::line(points.collect(), stroke));
}
