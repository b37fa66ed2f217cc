//! The guided tour: a strip at the foot of the window that explains what is on screen.

use egui::{Align, Frame, Layout, Margin, Panel, Ui};

use crate::text::{Message, msg};
use crate::ui::cx::{Action, Base};
use crate::ui::icon::Icon;
use crate::ui::theme::points;
use crate::ui::widgets::{button, caption, icon_button, paragraph, primary_button, strong};

/// The message ids of each step: title and text.
pub(crate) const STEPS: [(Message, Message); 8] = [
    (msg!("tour-1-title"), msg!("tour-1")),
    (msg!("tour-2-title"), msg!("tour-2")),
    (msg!("tour-3-title"), msg!("tour-3")),
    (msg!("tour-4-title"), msg!("tour-4")),
    (msg!("tour-5-title"), msg!("tour-5")),
    (msg!("tour-6-title"), msg!("tour-6")),
    (msg!("tour-7-title"), msg!("tour-7")),
    (msg!("tour-8-title"), msg!("tour-8")),
];

/// Draws a step of the tour, with buttons for next, back and leave.
pub(crate) fn tour(ui: &mut Ui, base: &Base<'_>, step: usize) {
    let (theme, text) = (&base.theme, base.text);
    let Some((title, words)) = STEPS.get(step) else { return };
    let space = &theme.sizes.space;
    let frame = Frame::new()
        .fill(theme.colours.accent_soft)
        .inner_margin(Margin::symmetric(points(space.l), points(space.m)));
    Panel::bottom("tour").resizable(false).frame(frame).show(ui, |ui| {
        ui.horizontal(|ui| {
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                if icon_button(ui, theme, Icon::Close, text.get(msg!("tour-leave"))).clicked() {
                    base.push(Action::Tour(None));
                }
                let last = step + 1 == STEPS.len();
                let next = text.get(if last { msg!("tour-done") } else { msg!("tour-next") });
                if primary_button(ui, theme, next).clicked() {
                    base.push(Action::Tour((!last).then_some(step + 1)));
                }
                ui.add_enabled_ui(step > 0, |ui| {
                    if button(ui, theme, None, text.get(msg!("tour-back"))).clicked() {
                        base.push(Action::Tour(step.checked_sub(1)));
                    }
                });
                let arguments = [("step", (step + 1).into()), ("steps", STEPS.len().into())];
                ui.label(caption(theme, text.with(msg!("tour-step"), &arguments)));
                ui.with_layout(Layout::top_down(Align::Min), |ui| {
                    ui.label(strong(theme, text.get(*title)));
                    paragraph(ui, text.get(*words));
                });
            });
        });
    });
}
