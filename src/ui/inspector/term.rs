//! A contested term of the dossier.

use egui::Ui;

use super::{delete_button, head, wants_focus};
use crate::document::Edit;
use crate::model::TermId;
use crate::text::msg;
use crate::ui::cx::Cx;
use crate::ui::state::ViewState;
use crate::ui::widgets::{Form, muted, paragraph};

pub(super) fn show(ui: &mut Ui, cx: &Cx<'_>, state: &mut ViewState, id: TermId) -> Option<()> {
    let term = cx.snapshot.terms.get(id)?;
    let title = term.each_form().next().unwrap_or_default();
    head(ui, cx, title, cx.text.get(msg!("term-own")), term.marking);
    paragraph(ui, muted(&cx.theme, cx.text.get(msg!("term-forms-about"))));
    let mut draft = term.clone();
    let mut form = Form::new(ui, cx, term.record_id());
    if wants_focus(state) {
        form.focus_first();
    }
    form.line(ui, "forms", &mut draft.forms);
    form.line(ui, "used_by", &mut draft.used_by);
    form.text(ui, "sense", &mut draft.sense);
    form.text(ui, "contested", &mut draft.contested);
    form.text(ui, "wording", &mut draft.wording);
    form.source(ui, &mut draft.source);
    form.marking(ui, &mut draft.marking);
    let edit = (draft != *term).then(|| Edit::change(draft, title));
    form.finish(ui, edit);
    delete_button(ui, cx, term.record_id(), cx.text.get(msg!("delete-term")));
    Some(())
}
