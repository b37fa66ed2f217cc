//! The parts of the window: each reports its position, so that the guided tour can draw a ring around
//! the one it explains, and F6 can go from one to the next.

use egui::{Context, Id, LayerId, Order, Rect, Stroke, StrokeKind};

use crate::ui::theme::Theme;

/// A part of the window.
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
    /// The navigation.
    Navigation,
}

/// The parts that F6 goes through, in its order.
const IN_TURN: [Part; 3] = [Part::Screen, Part::Beside, Part::Navigation];

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

/// Gives the keys to the next part of the window on screen, or to the one before: to the screen as it
/// is, whose cursor takes them while nothing has the focus, or to the first control of another part.
pub(crate) fn go_on(context: &Context, back: bool) {
    let frame = context.cumulative_pass_nr();
    let rect = |part: Part| {
        let noted = context.data(|data| data.get_temp::<(u64, Rect)>(place_of(part)));
        noted.filter(|(when, _)| when + 1 >= frame).map(|(_, rect)| rect)
    };
    let shown: Vec<_> = IN_TURN.iter().filter_map(|it| Some((*it, rect(*it)?))).collect();
    let focused = context.memory(egui::Memory::focused);
    let place = focused.and_then(|id| context.read_response(id)).map(|it| it.rect.center());
    // The screen reaches below what is beside it.
    let here = place.and_then(|place| shown.iter().rposition(|(_, rect)| rect.contains(place)));
    let count = shown.len().max(1);
    let step = if back { count - 1 } else { 1 };
    let Some((part, rect)) = shown.get((here.unwrap_or_default() + step) % count) else { return };
    let first = context.viewport(|viewport| {
        let widgets = &viewport.prev_pass.widgets;
        let drawn = widgets.get_layer(LayerId::background()).filter(|it| {
            // The edge by which a part is made wider reaches out of it.
            let whole = it.interact_rect.is_positive() && rect.contains_rect(it.interact_rect);
            it.sense.is_focusable() && it.enabled && whole
        });
        // What is at the foot of a part may have been drawn first.
        let first = drawn.min_by(|a, b| a.rect.top().total_cmp(&b.rect.top()));
        first.map(|it| it.id)
    });
    context.memory_mut(|memory| match (focused, first) {
        (Some(id), _) if *part == Part::Screen => memory.surrender_focus(id),
        (None, _) if *part == Part::Screen => {}
        (_, Some(id)) => memory.request_focus(id),
        (_, None) => {}
    });
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
