//! Typing a path, on desktops without a file dialog.

use std::path::Path;

use egui::{Key, TextEdit, Ui};

use super::super::cx::{Action, Base, Purpose};
use super::super::widgets::{button, muted, paragraph, primary_button, select_all, text_menu};
use crate::text::msg;

/// A path being typed.
#[derive(Clone, Debug)]
pub struct PathDraft {
    /// Its purpose.
    pub purpose: Purpose,
    /// The text typed so far.
    pub typed: String,
    // Whether the field has been given the focus.
    begun: bool,
}

impl PathDraft {
    /// Starts from a proposed path.
    pub fn new(purpose: Purpose, proposed: &Path) -> Self {
        Self { purpose, typed: proposed.display().to_string(), begun: false }
    }
}

pub(super) fn show(ui: &mut Ui, base: &Base<'_>, draft: &mut PathDraft) {
    let (theme, text) = (&base.theme, base.text);
    paragraph(ui, muted(theme, text.get(msg!("path-about"))));
    ui.add_space(theme.sizes.space.s);
    let name = text.get(msg!("path-of-file"));
    let field = TextEdit::singleline(&mut draft.typed).desired_width(f32::INFINITY);
    let response = ui.add(field).accessible_name(name);
    text_menu(ui, base, &response);
    let entered = response.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
    if !std::mem::replace(&mut draft.begun, true) {
        response.request_focus();
        // Another path can be typed or pasted over the proposed one.
        select_all(ui, response.id);
    }
    ui.add_space(theme.sizes.space.l);
    let typed = bare(&draft.typed);
    ui.horizontal(|ui| {
        ui.add_enabled_ui(!typed.is_empty(), |ui| {
            let clicked = primary_button(ui, theme, text.get(msg!("path-go-on"))).clicked();
            if clicked || (entered && !typed.is_empty()) {
                base.push(Action::Chosen(draft.purpose, typed.into()));
            }
        });
        if button(ui, theme, None, text.get(msg!("cancel"))).clicked() {
            base.push(Action::Dismiss);
        }
    });
}

/// A path as meant: one copied in Windows is in quotation marks.
fn bare(typed: &str) -> &str {
    let typed = typed.trim();
    let quoted = typed.strip_prefix('"').and_then(|typed| typed.strip_suffix('"'));
    quoted.unwrap_or(typed)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quotes_around_a_copied_path_are_not_part_of_it() {
        assert_eq!(bare(" \"C:\\My dossiers\\a.cbm\" "), "C:\\My dossiers\\a.cbm");
        assert_eq!(bare("/home/ana/a \"b\".cbm"), "/home/ana/a \"b\".cbm");
        assert_eq!(bare("\""), "\"");
    }
}
