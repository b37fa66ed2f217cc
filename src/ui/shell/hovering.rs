//! Says what would happen to a file that is being dragged over the window.

use egui::{Align2, Area, Context, Frame, Id, LayerId, Order, StrokeKind, Vec2};

use crate::ui::cx::Base;
use crate::ui::widgets::strong;

/// Draws it in front of everything else.
pub(crate) fn hovering(context: &Context, base: &Base<'_>, words: &str) {
    let theme = &base.theme;
    let id = Id::unique("hovering");
    let painter = context.layer_painter(LayerId::new(Order::Foreground, id));
    let rect = context.content_rect();
    painter.rect_filled(rect, 0.0, theme.colours.scrim);
    painter.rect_stroke(rect, 0.0, theme.focus_ring(), StrokeKind::Inside);
    let area = Area::new(id.with("words")).order(Order::Tooltip).interactable(false);
    area.anchor(Align2::CENTER_CENTER, Vec2::ZERO).show(context, |ui| {
        let margin = theme.sizes.space.l;
        Frame::popup(ui.style()).inner_margin(margin).show(ui, |ui| ui.label(strong(theme, words)));
    });
}
