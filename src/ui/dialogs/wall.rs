//! What is asked before the wall shows it, and before stances are taken down with names.

use egui::Ui;

use super::super::cx::{Action, Base};
use super::super::room::{Question, RoomAct};
use super::super::widgets::{
    button, caption, danger_button, marking_chip, paragraph, primary_button,
};

pub(super) fn show(ui: &mut Ui, base: &Base<'_>, question: &Question) {
    let (theme, text) = (&base.theme, base.text);
    let none = question.records.is_empty();
    paragraph(ui, text.get(if none { "wall-about-gone" } else { "wall-about" }));
    ui.add_space(theme.sizes.space.s);
    for (marking, words) in &question.lines {
        ui.horizontal_wrapped(|ui| {
            marking_chip(ui, theme, *marking);
            ui.label(words);
        });
    }
    let more = question.records.len() - question.lines.len();
    if more > 0 {
        ui.label(caption(theme, text.with("and-more", &[("count", more.into())])));
    }
    if question.gone > 0 {
        paragraph(ui, text.with("wall-gone", &[("count", question.gone.into())]));
    }
    ui.add_space(theme.sizes.space.l);
    ui.horizontal_wrapped(|ui| {
        // Whoever presses Enter without reading shows nothing.
        let keep = if none { "wall-stay-blank" } else { "wall-keep-hidden" };
        let keep = primary_button(ui, theme, text.get(keep));
        let nobody = ui.memory(|memory| memory.focused().is_none());
        if nobody {
            keep.request_focus();
        }
        if keep.clicked() {
            base.push(Action::Room(RoomAct::HoldBack));
        }
        if question.one_step && button(ui, theme, None, text.get("wall-take-back")).clicked() {
            base.push(Action::Room(RoomAct::TakeBack));
        }
        if danger_button(ui, theme, text.get("wall-show")).clicked() {
            base.push(Action::Room(RoomAct::ShowAll));
        }
    });
}

pub(super) fn names(ui: &mut Ui, base: &Base<'_>) {
    let (theme, text) = (&base.theme, base.text);
    paragraph(ui, text.get("names-question"));
    ui.add_space(theme.sizes.space.l);
    ui.horizontal_wrapped(|ui| {
        let without = primary_button(ui, theme, text.get("names-without"));
        if ui.memory(|memory| memory.focused().is_none()) {
            without.request_focus();
        }
        if without.clicked() {
            base.push(Action::Dismiss);
        }
        if button(ui, theme, None, text.get("names-with")).clicked() {
            base.push(Action::Room(RoomAct::AllowNames));
        }
    });
}
