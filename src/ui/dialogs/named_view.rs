//! The name of a saved filter.

use egui::{TextEdit, Ui};

use super::super::cx::{Action, Base, Cx};
use super::super::widgets::{button, field_label, muted, paragraph, primary_button, warning};
use crate::document::Edit;
use crate::model::SavedView;
use crate::model::words::fold;
use crate::text::msg;

/// A name being given.
#[derive(Clone, Debug)]
pub struct ViewDraft {
    /// The view; it is new unless the dossier has it.
    pub view: SavedView,
    /// Whether the field has had the focus.
    pub begun: bool,
}

/// The action: saving a new view, or renaming an existing one.
pub(super) fn title(base: &Base<'_>, cx: Option<&Cx<'_>>, draft: &ViewDraft) -> &'static str {
    let renames = cx.is_some_and(|cx| cx.snapshot.saved_views.get(draft.view.id).is_some());
    base.text.get(if renames { msg!("view-rename") } else { msg!("view-save") })
}

pub(super) fn show(ui: &mut Ui, cx: &Cx<'_>, draft: &mut ViewDraft) {
    let (theme, text) = (&cx.theme, cx.text);
    let label = field_label(ui, theme, text.field("name"));
    let field = TextEdit::singleline(&mut draft.view.name).desired_width(f32::INFINITY);
    let response = ui.add(field).labelled_by(label.id);
    if !std::mem::replace(&mut draft.begun, true) {
        response.request_focus();
    }
    let entered = response.lost_focus() && ui.input(|input| input.key_pressed(egui::Key::Enter));
    let name = draft.view.name.trim();
    let others = cx.snapshot.saved_views.iter().filter(|it| it.id != draft.view.id);
    let mut others = others.filter(|it| fold(it.name.trim()) == fold(name));
    let taken = others.next();
    let renames = cx.snapshot.saved_views.get(draft.view.id).is_some();
    if let Some(other) = taken {
        let id = if renames { msg!("view-taken") } else { msg!("view-replaces") };
        warning(ui, theme, &text.with(id, &[("name", other.name.as_str().into())]));
    }
    paragraph(ui, muted(theme, text.get(msg!("view-about"))));
    ui.add_space(theme.sizes.space.l);
    ui.horizontal(|ui| {
        let is_taken = renames && taken.is_some();
        let ready = !(name.is_empty() || cx.read_only || is_taken);
        let press =
            ui.add_enabled_ui(ready, |ui| primary_button(ui, theme, text.get(msg!("view-keep"))));
        if ready && (press.inner.clicked() || entered) {
            keep(cx, &draft.view, name, taken);
        }
        if button(ui, theme, None, text.get(msg!("cancel"))).clicked() {
            cx.push(Action::Dismiss);
        }
    });
}

/// Saves the view under this name, replacing any view that has it.
fn keep(cx: &Cx<'_>, view: &SavedView, name: &str, taken: Option<&SavedView>) {
    let view = SavedView { name: name.to_owned(), ..view.clone() };
    let edit = match taken {
        Some(other) => Edit::change(SavedView { filter: view.filter, ..other.clone() }, name),
        None if cx.snapshot.saved_views.get(view.id).is_some() => Edit::change(view, name),
        None => Edit::add(view, name),
    };
    let words = cx.text.with(msg!("said-view-saved"), &[("name", name.into())]);
    cx.push(Action::Dismiss);
    cx.push(Action::ApplyAndSay(Box::new(edit), words));
}
