//! Choosing what a new dossier starts with.

use egui::Ui;

use super::super::cx::{Action, Base};
use super::super::views;
use super::super::widgets::button;

pub(super) fn show(ui: &mut Ui, base: &Base<'_>) {
    views::templates(ui, base);
    ui.add_space(base.theme.sizes.space.m);
    if button(ui, &base.theme, None, base.text.get("cancel")).clicked() {
        base.push(Action::Dismiss);
    }
}
