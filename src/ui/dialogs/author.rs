//! The name under which entries are made; asked once, at the first edit.

use egui::{Key, TextEdit, Ui};

use super::super::cx::{Action, Base};
use super::super::widgets::{muted, paragraph, primary_button, text_menu};
use super::settings::row;
use crate::text::msg;

/// The name and role as they are being typed.
#[derive(Clone, Debug)]
pub struct AuthorDraft {
    /// The name.
    pub name: String,
    /// The role; empty if it should not be shown.
    pub role: String,
    /// Whether the name has had the focus.
    pub begun: bool,
}

pub(super) fn show(ui: &mut Ui, base: &Base<'_>, draft: &mut AuthorDraft) {
    let (theme, text) = (&base.theme, base.text);
    paragraph(ui, muted(theme, text.get(msg!("author-about"))));
    ui.add_space(theme.sizes.space.s);
    let mut entered = false;
    row(ui, theme, text.get(msg!("settings-author")), |ui| {
        let field = ui.add(TextEdit::singleline(&mut draft.name).char_limit(100));
        text_menu(ui, base, &field);
        if !std::mem::replace(&mut draft.begun, true) {
            field.request_focus();
        }
        entered |= field.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
        field
    });
    row(ui, theme, text.get(msg!("settings-role")), |ui| {
        let hint = text.get(msg!("settings-role-hint"));
        let field = TextEdit::singleline(&mut draft.role).char_limit(100).hint_text(hint);
        let field = ui.add(field);
        text_menu(ui, base, &field);
        entered |= field.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
        field
    });
    ui.add_space(theme.sizes.space.l);
    let name = draft.name.trim();
    let words = text.get(msg!("author-use"));
    let press = ui.add_enabled_ui(!name.is_empty(), |ui| primary_button(ui, theme, words)).inner;
    if !name.is_empty() && (entered || press.clicked()) {
        base.push(Action::Sign(name.to_owned(), draft.role.trim().to_owned()));
    }
}
