//! What the program is, and what is bundled with it.

use egui::Ui;

use super::super::cx::{Action, Base};
use super::super::widgets::{button, muted, paragraph, strong};

pub(super) fn show(ui: &mut Ui, base: &Base<'_>) {
    let (theme, text) = (&base.theme, base.text);
    let version = [("version", env!("CARGO_PKG_VERSION").into())];
    ui.label(strong(theme, text.with("about-version", &version)));
    paragraph(ui, text.get("help-about"));
    ui.add_space(theme.sizes.space.s);
    paragraph(ui, muted(theme, text.get("about-licences")));
    ui.add_space(theme.sizes.space.m);
    if button(ui, theme, None, text.get("close")).clicked() {
        base.push(Action::Dismiss);
    }
}
