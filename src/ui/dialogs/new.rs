//! Choosing what a new dossier starts with.

use egui::Ui;

use super::super::cx::{Action, Base};
use super::super::icon::Icon;
use super::super::widgets::{button, choice_card};
use crate::explain::template_about;
use crate::library::templates::Template;
use crate::model::Keyed;
use crate::text::msg;

pub(super) fn show(ui: &mut Ui, base: &Base<'_>) {
    templates(ui, base);
    ui.add_space(base.theme.sizes.space.m);
    if button(ui, &base.theme, None, base.text.get(msg!("cancel"))).clicked() {
        base.push(Action::Dismiss);
    }
}

/// The templates, each with a description.
pub fn templates(ui: &mut Ui, base: &Base<'_>) {
    let (theme, text) = (&base.theme, base.text);
    for template in Template::ALL {
        let (title, about) = (text.label(*template), template_about(text, *template));
        if choice_card(ui, theme, Icon::New, title, about).clicked() {
            base.push(Action::NewFrom(*template));
        }
        ui.add_space(theme.sizes.space.xs);
    }
}
