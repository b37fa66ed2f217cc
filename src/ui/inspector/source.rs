//! A source: its fields, and how many records rest on it.

use egui::Ui;

use super::{delete_button, head, wants_focus};
use crate::document::{Edit, deletion};
use crate::model::SourceId;
use crate::ui::cx::Cx;
use crate::ui::icon::Icon;
use crate::ui::state::ViewState;
use crate::ui::widgets::{Form, caption};

pub(super) fn show(ui: &mut Ui, cx: &Cx<'_>, state: &mut ViewState, id: SourceId) -> Option<()> {
    let source = cx.snapshot.sources.get(id)?;
    let text = cx.text;
    head(ui, cx, source.short(), text.label(source.kind), source.marking);
    let mut draft = source.clone();
    let mut form = Form::new(ui, cx, source.record_id());
    if wants_focus(state) {
        form.focus_first();
    }
    form.line(ui, "symbol", &mut draft.symbol);
    form.text(ui, "title", &mut draft.title);
    form.line(ui, "issuer", &mut draft.issuer);
    form.date(ui, "date", &mut draft.date);
    form.choice(ui, "kind", &mut draft.kind);
    form.line(ui, "link", &mut draft.link);
    form.text(ui, "note", &mut draft.note);
    form.marking(ui, &mut draft.marking);
    let edit = (draft != *source).then(|| Edit::change(draft, source.short()));
    form.finish(ui, edit);
    if source.link.starts_with("https://") || source.link.starts_with("http://") {
        ui.horizontal(|ui| {
            ui.label(Icon::Link.text(&cx.theme).color(cx.theme.colours.accent));
            ui.hyperlink(&source.link);
        });
    }
    let resting = deletion(cx.snapshot, source.record_id()).detached.len();
    ui.add_space(cx.theme.sizes.space.s);
    let words = text.with("source-resting", &[("count", resting.into())]);
    ui.label(caption(&cx.theme, words));
    delete_button(ui, cx, source.record_id(), text.get("delete-source"));
    Some(())
}
