//! The guided tour: a strip at the foot of the window that says what is on the screen.

use egui::{Align, Frame, Layout, Margin, Panel, Ui};

use crate::ui::cx::{Action, Base};
use crate::ui::icon::Icon;
use crate::ui::theme::points;
use crate::ui::widgets::{button, caption, icon_button, paragraph, primary_button, strong};

/// The message ids of the steps: the title and the words.
pub const STEPS: [(&str, &str); 8] = [
    ("tour-1-title", "tour-1"),
    ("tour-2-title", "tour-2"),
    ("tour-3-title", "tour-3"),
    ("tour-4-title", "tour-4"),
    ("tour-5-title", "tour-5"),
    ("tour-6-title", "tour-6"),
    ("tour-7-title", "tour-7"),
    ("tour-8-title", "tour-8"),
];

/// Draws a step of the tour, with the way on, back and out.
pub fn tour(ui: &mut Ui, base: &Base<'_>, step: usize) {
    let (theme, text) = (&base.theme, base.text);
    let Some((title, words)) = STEPS.get(step) else { return };
    let space = &theme.sizes.space;
    let frame = Frame::new()
        .fill(theme.colours.accent_soft)
        .inner_margin(Margin::symmetric(points(space.l), points(space.m)));
    Panel::bottom("tour").resizable(false).frame(frame).show(ui, |ui| {
        ui.horizontal(|ui| {
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                if icon_button(ui, theme, Icon::Close, text.get("tour-leave")).clicked() {
                    base.push(Action::Tour(None));
                }
                let last = step + 1 == STEPS.len();
                let next = text.get(if last { "tour-done" } else { "tour-next" });
                if primary_button(ui, theme, next).clicked() {
                    base.push(Action::Tour((!last).then_some(step + 1)));
                }
                ui.add_enabled_ui(step > 0, |ui| {
                    if button(ui, theme, None, text.get("tour-back")).clicked() {
                        base.push(Action::Tour(step.checked_sub(1)));
                    }
                });
                let arguments = [("step", (step + 1).into()), ("steps", STEPS.len().into())];
                ui.label(caption(theme, text.with("tour-step", &arguments)));
                ui.with_layout(Layout::top_down(Align::Min), |ui| {
                    ui.label(strong(theme, text.get(title)));
                    paragraph(ui, text.get(words));
                });
            });
        });
    });
}
