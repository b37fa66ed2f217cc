//! A remedy: what is done about an obstacle to a proposal, by whom and by when.

use egui::Ui;

use super::{delete_button, head, wants_focus};
use crate::document::Edit;
use crate::library::obstacle_text;
use crate::model::RemedyId;
use crate::text::msg;
use crate::ui::cx::{Action, Cx};
use crate::ui::state::{Selection, ViewState};
use crate::ui::widgets::{Form, When, link};

pub(super) fn show(ui: &mut Ui, cx: &Cx<'_>, state: &mut ViewState, id: RemedyId) -> Option<()> {
    let remedy = cx.snapshot.remedies.get(id)?;
    let proposal = cx.snapshot.proposals.get(remedy.proposal)?;
    let text = cx.text;
    let obstacle = obstacle_text(remedy.obstacle).name();
    let below = format!("{} · {}", proposal.code, text.of(&obstacle));
    head(ui, cx, &remedy.title, &below, remedy.marking);
    let mut draft = remedy.clone();
    let mut form = Form::new(ui, cx, remedy.record_id());
    if wants_focus(state) {
        form.focus_first();
    }
    form.line(ui, "title", &mut draft.title);
    form.text(ui, "text", &mut draft.text);
    form.choice_or_none(ui, "kind", &mut draft.kind);
    form.line(ui, "owner", &mut draft.owner);
    form.day_or_none(ui, "due", &mut draft.due, When::Planned);
    form.choice(ui, "status", &mut draft.status);
    form.severity(ui, "severity_after", &mut draft.severity_after);
    form.line(ui, "precedent", &mut draft.precedent);
    form.text(ui, "note", &mut draft.note);
    form.marking(ui, &mut draft.marking);
    let edit = (draft != *remedy).then(|| Edit::change(draft, remedy.title.as_str()));
    form.finish(ui, edit);
    ui.add_space(cx.theme.sizes.space.s);
    if link(ui, &cx.theme, &below).clicked() {
        cx.push(Action::Select(Selection::Assessment(proposal.id, remedy.obstacle)));
    }
    delete_button(ui, cx, remedy.record_id(), text.get(msg!("delete-remedy")));
    Some(())
}
