//! A meeting at which proposals are discussed.

use egui::Ui;

use super::{delete_button, head, wants_focus};
use crate::document::Edit;
use crate::model::MeetingId;
use crate::ui::cx::Cx;
use crate::ui::state::ViewState;
use crate::ui::widgets::Form;

pub(super) fn show(ui: &mut Ui, cx: &Cx<'_>, state: &mut ViewState, id: MeetingId) -> Option<()> {
    let meeting = cx.snapshot.meetings.get(id)?;
    head(ui, cx, &meeting.title, &cx.text.day(meeting.date), meeting.marking);
    let mut draft = meeting.clone();
    let mut form = Form::new(ui, cx, meeting.record_id());
    if wants_focus(state) {
        form.focus_first();
    }
    form.line(ui, "title", &mut draft.title);
    form.day(ui, "date", &mut draft.date);
    form.day_or_none(ui, "until", &mut draft.until);
    form.line(ui, "place", &mut draft.place);
    form.text(ui, "note", &mut draft.note);
    form.marking(ui, &mut draft.marking);
    let edit = (draft != *meeting).then(|| Edit::change(draft, meeting.title.as_str()));
    form.finish(ui, edit);
    delete_button(ui, cx, meeting.record_id(), cx.text.get("delete-meeting"));
    Some(())
}
