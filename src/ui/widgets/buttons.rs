//! Buttons.

use egui::{Button, Response, RichText, Stroke, Ui, Vec2};

use crate::command::{Command, Facts};
use crate::ui::cx::{Action, Base};
use crate::ui::icon::Icon;
use crate::ui::theme::{Theme, strong};

/// A button with words, and perhaps an icon before them.
pub fn button(ui: &mut Ui, theme: &Theme, icon: Option<Icon>, words: &str) -> Response {
    let height = theme.sizes.row.list;
    let response = match icon {
        Some(icon) => {
            ui.add(Button::new((icon.text(theme), words)).min_size(Vec2::new(0.0, height)))
        }
        None => ui.add(Button::new(words).min_size(Vec2::new(0.0, height))),
    };
    response.accessible_name(words)
}

/// The one button that does what the screen or dialog is for.
pub fn primary_button(ui: &mut Ui, theme: &Theme, words: &str) -> Response {
    let colours = theme.colours;
    let words = RichText::new(words).family(strong()).color(colours.on_accent);
    let height = theme.sizes.row.list;
    ui.scope(|ui| {
        // The states of the accent are told by a ring, as its fill has to carry the words.
        let widgets = &mut ui.visuals_mut().widgets;
        for state in [&mut widgets.inactive, &mut widgets.hovered, &mut widgets.active] {
            state.weak_bg_fill = colours.accent;
            state.bg_stroke = Stroke::new(theme.sizes.space.hair, colours.accent);
        }
        widgets.hovered.bg_stroke = theme.focus_ring();
        ui.add(Button::new(words).min_size(Vec2::new(0.0, height)))
    })
    .inner
}

/// A button with an icon only; its words are its name and its tooltip.
pub fn icon_button(ui: &mut Ui, theme: &Theme, icon: Icon, words: &str) -> Response {
    let size = Vec2::splat(theme.sizes.shape.target);
    let button = Button::new(icon.text(theme)).min_size(size).frame_when_inactive(false);
    let response = ui.scope(|ui| {
        ui.spacing_mut().button_padding = Vec2::splat(theme.sizes.space.xs);
        ui.add(button)
    });
    response.inner.accessible_name(words).on_hover_text(words)
}

/// Words that lead somewhere.
pub fn link(ui: &mut Ui, theme: &Theme, words: &str) -> Response {
    let text = RichText::new(words).color(theme.colours.accent);
    ui.add(egui::Link::new(text)).on_hover_cursor(egui::CursorIcon::PointingHand)
}

/// A command in a menu, with its keys.
pub fn menu_item(ui: &mut Ui, base: &Base<'_>, facts: &Facts, command: Command, words: &str) {
    let mut button = Button::new(words);
    if let Some(keys) = command.shortcuts().first() {
        button = button.shortcut_text(ui.format_shortcut(keys));
    }
    let response = ui.add_enabled(command.is_enabled(facts), button).accessible_name(words);
    if response.clicked() {
        base.push(Action::Command(command));
        ui.close();
    }
}
