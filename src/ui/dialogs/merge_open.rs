//! Asks whether content the other copy protects with a passphrase may be stored in this dossier
//! without one.

use egui::Ui;

use super::super::cx::{Action, Base};
use super::super::widgets::{
    button, danger_button, focus_first, muted, paragraph, primary_button, warning,
};
use crate::text::msg;

pub(super) fn show(ui: &mut Ui, base: &Base<'_>) {
    let (theme, text) = (&base.theme, base.text);
    warning(ui, theme, text.get(msg!("merge-open-about")));
    paragraph(ui, muted(theme, text.get(msg!("merge-open-likely"))));
    ui.add_space(theme.sizes.space.l);
    ui.horizontal_wrapped(|ui| {
        let protect = primary_button(ui, theme, text.get(msg!("merge-open-protect")));
        focus_first(ui, &protect);
        if protect.clicked() {
            base.push(Action::ProtectFirst);
        }
        if danger_button(ui, theme, text.get(msg!("merge-open-anyway"))).clicked() {
            base.push(Action::MergeInTheOpen);
        }
        if button(ui, theme, None, text.get(msg!("cancel"))).clicked() {
            base.push(Action::Dismiss);
        }
    });
}
