//! Choosing what a new dossier starts with.

use egui::{Response, Ui};

use super::super::cx::{Action, Base};
use super::super::icon::Icon;
use super::super::widgets::{button, choice_card, focus_first};
use crate::explain::template_about;
use crate::library::templates::Template;
use crate::model::Keyed;
use crate::text::msg;

pub(super) fn show(ui: &mut Ui, base: &Base<'_>) {
    if let Some(first) = templates(ui, base) {
        focus_first(ui, &first);
    }
    ui.add_space(base.theme.sizes.space.m);
    if button(ui, &base.theme, None, base.text.get(msg!("cancel"))).clicked() {
        base.push(Action::Dismiss);
    }
}

/// The templates, each with a description; returns the card of the first one.
pub fn templates(ui: &mut Ui, base: &Base<'_>) -> Option<Response> {
    let mut first = None;
    let (theme, text) = (&base.theme, base.text);
    for template in Template::ALL {
        let (title, about) = (text.label(*template), template_about(text, *template));
        let card = choice_card(ui, theme, Icon::New, title, about);
        if card.clicked() {
            base.push(Action::NewFrom(*template));
        }
        first.get_or_insert(card);
        ui.add_space(theme.sizes.space.xs);
    }
    first
}
