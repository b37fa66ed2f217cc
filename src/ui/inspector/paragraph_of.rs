//! A paragraph of a text: its number, its words, and how far it has come.

use egui::Ui;

use super::{delete_button, head, wants_focus};
use crate::analysis::{AskedFor, asks};
use crate::document::Edit;
use crate::explain::title_of;
use crate::model::{Ask, ParagraphId};
use crate::text::msg;
use crate::ui::cx::Cx;
use crate::ui::icon::Icon;
use crate::ui::state::ViewState;
use crate::ui::widgets::{Form, button, icon_button, section, strong};

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
    asks_on(ui, cx, id);
    delete_button(ui, cx, paragraph.record_id(), cx.text.get(msg!("delete-paragraph")));
    Some(())
}

/// One's own wordings on the proposal, with what became of each in this version.
fn asks_on(ui: &mut Ui, cx: &Cx<'_>, id: ParagraphId) -> Option<()> {
    let (theme, text) = (&cx.theme, cx.text);
    let paragraph = cx.snapshot.paragraphs.get(id)?;
    let version = cx.snapshot.versions.get(paragraph.version)?;
    section(ui, theme, text.get(msg!("section-asks")));
    for it in asks(cx.snapshot, version.proposal, version) {
        ui.push_id(it.ask.id.0, |ui| ask(ui, cx, &it));
    }
    ui.add_enabled_ui(!cx.read_only, |ui| {
        if button(ui, theme, Some(Icon::Add), text.get(msg!("add-ask"))).clicked() {
            let new = Ask { paragraph: Some(id), ..Ask::new(version.proposal, "") };
            cx.apply(Edit::add(new, &*paragraph.number));
        }
    });
    Some(())
}

fn ask(ui: &mut Ui, cx: &Cx<'_>, it: &AskedFor<'_>) {
    let (theme, text) = (&cx.theme, cx.text);
    ui.horizontal(|ui| {
        if !it.ask.wanted.trim().is_empty() {
            ui.label(strong(theme, text.label(it.fate())));
        }
        if let Some(paragraph) = it.paragraph {
            ui.label(&*paragraph.number);
        }
        let words = text.get(msg!("delete-ask"));
        let clicked = ui.add_enabled_ui(!cx.read_only, |ui| {
            icon_button(ui, theme, Icon::Delete, words).clicked()
        });
        if clicked.inner {
            cx.apply(Edit::delete(cx.snapshot, it.ask.id.into(), &*it.ask.wanted));
        }
    });
    let mut draft = it.ask.clone();
    let mut form = Form::new(ui, cx, it.ask.record_id());
    form.text(ui, "wanted", &mut draft.wanted);
    form.text(ui, "fallback", &mut draft.fallback);
    form.text(ui, "red_line", &mut draft.red_line);
    form.marking(ui, &mut draft.marking);
    let edit = (draft != *it.ask).then(|| Edit::change(draft, &*it.ask.wanted));
    form.finish(ui, edit);
}
