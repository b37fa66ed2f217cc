//! A paragraph of a text: its number, its words, and how far it has come.

use egui::Ui;

use super::{delete_button, head, wants_focus};
use crate::document::Edit;
use crate::explain::title_of;
use crate::model::ParagraphId;
use crate::text::msg;
use crate::ui::cx::Cx;
use crate::ui::state::ViewState;
use crate::ui::widgets::Form;

pub(super) fn show(ui: &mut Ui, cx: &Cx<'_>, state: &mut ViewState, id: ParagraphId) -> Option<()> {
    let paragraph = cx.snapshot.paragraphs.get(id)?;
    let title = title_of(cx.text, cx.snapshot, &paragraph.clone().into());
    head(ui, cx, &title, cx.text.label(paragraph.status), paragraph.marking);
    let mut draft = paragraph.clone();
    let mut form = Form::new(ui, cx, paragraph.record_id());
    if wants_focus(state) {
        form.focus_on("words");
    }
    form.text(ui, "words", &mut draft.words);
    form.line(ui, "number", &mut draft.number);
    form.choice(ui, "kind", &mut draft.kind);
    form.choice(ui, "status", &mut draft.status);
    form.text(ui, "note", &mut draft.note);
    form.marking(ui, &mut draft.marking);
    let edit = (draft != *paragraph).then(|| Edit::change(draft, &*title));
    form.finish(ui, edit);
    delete_button(ui, cx, paragraph.record_id(), cx.text.get(msg!("delete-paragraph")));
    Some(())
}
