//! The parts of the window that the guided tour points at: each reports its position, and the tour
//! draws a ring around the one it explains.

use egui::{Context, Id, LayerId, Order, Rect, Stroke, StrokeKind};

use crate::ui::theme::Theme;

/// A part of the window that the tour points at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Part {
    /// The content of the screen.
    Screen,
    /// The heads of the proposals.
    Heads,
    /// The heads of the camps.
    Camps,
    /// The selected cell.
    Cell,
    /// The inspector.
    Beside,
}

fn place_of(part: Part) -> Id {
    Id::unique(("tour-part", part as u8))
}

/// Reports the position of a part of the window in this frame.
pub(crate) fn is_here(context: &Context, part: Part, rect: Rect) {
    let frame = context.cumulative_pass_nr();
    let noted = context.data(|data| data.get_temp::<(u64, Rect)>(place_of(part)));
    // Several of one kind are pointed at as one.
    let before = noted.filter(|(when, _)| *when == frame).map_or(rect, |(_, before)| before);
    context.data_mut(|data| data.insert_temp(place_of(part), (frame, before | rect)));
}

/// Draws a ring around a part of the window, if it was drawn in this frame.
pub(crate) fn point_at(context: &Context, theme: &Theme, part: Part) {
    let noted = context.data(|data| data.get_temp::<(u64, Rect)>(place_of(part)));
    let frame = context.cumulative_pass_nr();
    let Some((_, rect)) = noted.filter(|(when, _)| *when == frame) else { return };
    let layer = LayerId::new(Order::Middle, Id::unique("tour-ring"));
    let (sizes, colours) = (theme.sizes, theme.colours);
    let ring = Stroke::new(sizes.shape.focus + sizes.space.hair, colours.focus);
    let painter = context.layer_painter(layer);
    painter.rect_stroke(rect, theme.corner(), ring, StrokeKind::Inside);
}
