//! Buttons.

use egui::{
    Button, Color32, Rect, Response, RichText, Role, Sense, Stroke, StrokeKind, Ui, Vec2,
    WidgetInfo, pos2,
};

use super::confirm;
use crate::command::{Command, Facts, written};
use crate::ui::cx::{Action, Base};
use crate::ui::icon::Icon;
use crate::ui::theme::{Theme, strong};

/// A button with a label and optionally an icon before it; the arrow of a menu comes after it.
pub fn button(ui: &mut Ui, theme: &Theme, icon: Option<Icon>, words: &str) -> Response {
    let height = theme.sizes.row.list;
    let response = match icon {
        Some(Icon::Down) => {
            let content = (words, Icon::Down.text(theme));
            ui.add(Button::new(content).min_size(Vec2::new(0.0, height)))
        }
        Some(icon) => {
            ui.add(Button::new((icon.text(theme), words)).min_size(Vec2::new(0.0, height)))
        }
        None => ui.add(Button::new(words).min_size(Vec2::new(0.0, height))),
    };
    response.accessible_name(words)
}

/// The primary button of a screen or dialog.
///
/// In a dialog Enter presses it, unless a button has the focus.
pub fn primary_button(ui: &mut Ui, theme: &Theme, words: &str) -> Response {
    let mut response = filled_button(ui, theme, theme.colours.accent, words);
    if ui.is_enabled() && confirm::take(ui) {
        response.flags |= egui::response::Flags::FAKE_PRIMARY_CLICKED;
    }
    response
}

/// A button for a destructive action.
pub fn danger_button(ui: &mut Ui, theme: &Theme, words: &str) -> Response {
    filled_button(ui, theme, theme.colours.danger, words)
}

fn filled_button(ui: &mut Ui, theme: &Theme, fill: Color32, words: &str) -> Response {
    let colours = theme.colours;
    let words = RichText::new(words).family(strong()).color(colours.on_accent);
    let height = theme.sizes.row.list;
    ui.scope(|ui| {
        // A ring shows the button's state, as the fill must keep its contrast with the label.
        let widgets = &mut ui.visuals_mut().widgets;
        for state in [&mut widgets.inactive, &mut widgets.hovered, &mut widgets.active] {
            state.weak_bg_fill = fill;
            state.bg_stroke = Stroke::new(theme.sizes.space.hair, fill);
        }
        widgets.hovered.bg_stroke = theme.focus_ring();
        let response = ui.add(Button::new(words).min_size(Vec2::new(0.0, height)));
        if response.has_focus() {
            // With a gap, because it may be of nearly the same colour.
            let rect = response.rect.expand(theme.sizes.shape.focus);
            let ring = theme.focus_ring();
            ui.painter().rect_stroke(rect, theme.corner(), ring, StrokeKind::Outside);
        }
        response
    })
    .inner
}

/// Gives a widget the focus, unless something has it already.
pub(crate) fn focus_first(ui: &Ui, widget: &Response) {
    if ui.memory(|memory| memory.focused().is_none()) {
        widget.request_focus();
    }
}

/// Draws something with a frame in a menu, where egui draws none: a checkbox or a field would not
/// be visible without one.
pub(crate) fn framed<R>(ui: &mut Ui, theme: &Theme, content: impl FnOnce(&mut Ui) -> R) -> R {
    ui.scope(|ui| {
        let widgets = &mut ui.visuals_mut().widgets;
        for state in [&mut widgets.inactive, &mut widgets.hovered, &mut widgets.active] {
            state.bg_stroke = Stroke::new(theme.sizes.space.hair, theme.colours.control);
        }
        content(ui)
    })
    .inner
}

/// A checkbox in a menu; a bar shows that keys or the pointer are on it, as on every other item.
pub(crate) fn tick(ui: &mut Ui, theme: &Theme, ticked: &mut bool, words: &str) -> Response {
    let bar = ui.painter().add(egui::Shape::Noop);
    let response = framed(ui, theme, |ui| ui.checkbox(ticked, words));
    if response.has_focus() || response.hovered() {
        let rect = Rect::from_x_y_ranges(ui.max_rect().x_range(), response.rect.y_range());
        let fill = ui.visuals().widgets.hovered.weak_bg_fill;
        ui.painter().set(bar, egui::Shape::rect_filled(rect, theme.corner(), fill));
    }
    response
}

/// A wide button with a title and a description below it.
pub fn choice_card(ui: &mut Ui, theme: &Theme, icon: Icon, title: &str, about: &str) -> Response {
    let sizes = theme.sizes;
    let width = ui.available_width();
    let left = sizes.space.m + sizes.shape.icon + sizes.space.m;
    let inner = width - left - sizes.space.m;
    let colours = theme.colours;
    let layout =
        |words: &str, font| ui.painter().layout(words.to_owned(), font, colours.ink, inner);
    let title_galley = layout(title, theme.strong(sizes.text.body));
    let about_galley = layout(about, theme.font(sizes.text.caption));
    let words = title_galley.size().y + sizes.space.xs / 2.0 + about_galley.size().y;
    let size = Vec2::new(width, words + 2.0 * sizes.space.s);
    let (rect, response) = ui.allocate_exact_size(size, Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::Button, ui.is_enabled(), title));
    let look = ui.style().interact(&response);
    let painter = ui.painter();
    painter.rect(rect, look.corner_radius, look.bg_fill, look.bg_stroke, StrokeKind::Inside);
    if response.has_focus() {
        painter.rect_stroke(rect, look.corner_radius, theme.focus_ring(), StrokeKind::Inside);
    }
    let centre = pos2(rect.left() + sizes.space.m + sizes.shape.icon / 2.0, rect.center().y);
    icon.paint(painter, centre, sizes.shape.icon, colours.accent);
    let at = pos2(rect.left() + left, rect.top() + sizes.space.s);
    let below = pos2(at.x, at.y + title_galley.size().y + sizes.space.xs / 2.0);
    painter.galley(at, title_galley, colours.ink);
    painter.galley_with_override_text_color(below, about_galley, colours.muted);
    response
}

/// A button with only an icon; its label is its accessible name and its tooltip.
pub fn icon_button(ui: &mut Ui, theme: &Theme, icon: Icon, words: &str) -> Response {
    named_button(ui, theme, icon, words).on_hover_text(words)
}

/// A button with only an icon; its label is its accessible name.
pub(crate) fn named_button(ui: &mut Ui, theme: &Theme, icon: Icon, words: &str) -> Response {
    let size = Vec2::splat(theme.sizes.shape.target);
    let button = Button::new(icon.text(theme)).min_size(size).frame_when_inactive(false);
    let response = ui.scope(|ui| {
        ui.spacing_mut().button_padding = Vec2::splat(theme.sizes.space.xs);
        ui.add(button)
    });
    response.inner.accessible_name(words)
}

/// Text that leads somewhere when clicked.
pub fn link(ui: &mut Ui, theme: &Theme, words: &str) -> Response {
    let text = RichText::new(words).color(theme.colours.accent);
    ui.add(egui::Link::new(text)).on_hover_cursor(egui::CursorIcon::PointingHand)
}

/// A command in a menu, with its shortcut.
pub(crate) fn menu_item(
    ui: &mut Ui,
    base: &Base<'_>,
    facts: &Facts,
    command: Command,
    words: &str,
) {
    let in_force = command.in_force(ui, base.text.language());
    let mut button = match in_force {
        // Room for the tick is kept, so that the names of alternatives line up.
        Some(ticked) => {
            let tick = Icon::Check.text(&base.theme);
            let tick = if ticked { tick } else { tick.color(Color32::TRANSPARENT) };
            Button::new((tick, words))
        }
        None => Button::new(words),
    };
    if let Some(keys) = command.shortcuts().first() {
        button = button.shortcut_text(written(ui, keys));
    }
    let enabled = command.is_enabled(facts);
    let response = ui.add_enabled(enabled, button).accessible_name(words);
    if let Some(ticked) = in_force {
        response.widget_info(|| WidgetInfo::selected(Role::MenuItemRadio, enabled, ticked, words));
    }
    if response.clicked() {
        base.push(Action::Command(command));
        ui.close();
    }
}
