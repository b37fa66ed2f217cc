//! A meeting, a deadline or a silence procedure, and its agenda.

use egui::Ui;

use super::members::{Link, links};
use super::{delete_button, head, wants_focus};
use crate::document::Edit;
use crate::model::{AgendaItem, Meeting, MeetingId, MeetingKind};
use crate::text::msg;
use crate::ui::cx::Cx;
use crate::ui::state::{Selection, ViewState};
use crate::ui::widgets::{Form, When, caption, proposal_choices, section};

pub(super) fn show(ui: &mut Ui, cx: &Cx<'_>, state: &mut ViewState, id: MeetingId) -> Option<()> {
    let meeting = cx.snapshot.meetings.get(id)?;
    head(ui, cx, &meeting.title, &cx.text.when(meeting), meeting.marking);
    if let Some(silence) = meeting.silence(cx.now) {
        ui.label(caption(&cx.theme, cx.text.label(silence)));
    }
    let mut draft = meeting.clone();
    let mut form = Form::new(ui, cx, meeting.record_id());
    if wants_focus(state) {
        form.focus_first();
    }
    form.line(ui, "title", &mut draft.title);
    form.choice(ui, "kind", &mut draft.kind);
    form.day(ui, "date", &mut draft.date, When::Planned);
    if draft.kind == MeetingKind::Meeting {
        form.day_or_none(ui, "until", &mut draft.until, When::Planned);
    } else {
        // The field is hidden, so a value left in it could break a rule unseen.
        draft.until = None;
    }
    form.time(ui, "time", &mut draft.time);
    form.offset(ui, "utc_offset", &mut draft.offset);
    if meeting.kind == MeetingKind::Silence {
        form.choice(ui, "outcome", &mut draft.outcome);
    }
    form.line(ui, "place", &mut draft.place);
    form.text(ui, "note", &mut draft.note);
    form.marking(ui, &mut draft.marking);
    let edit = (draft != *meeting).then(|| Edit::change(draft, meeting.title.as_str()));
    form.finish(ui, edit);
    agenda(ui, cx, meeting);
    delete_button(ui, cx, meeting.record_id(), cx.text.get(msg!("delete-meeting")));
    Some(())
}

fn agenda(ui: &mut Ui, cx: &Cx<'_>, meeting: &Meeting) {
    let text = cx.text;
    section(ui, &cx.theme, text.get(msg!("meeting-agenda")));
    let found: Vec<_> = cx
        .snapshot
        .agenda
        .iter()
        .filter(|item| item.meeting == meeting.id)
        .filter_map(|item| Some((item, cx.snapshot.proposals.get(item.proposal)?)))
        .collect();
    let rows: Vec<_> = found
        .iter()
        .map(|(item, proposal)| Link {
            record: item.record_id(),
            name: proposal.code.clone(),
            title: text.of(&proposal.title).to_owned(),
            note: text.label(proposal.status).to_owned(),
            to: Selection::Proposal(proposal.id),
        })
        .collect();
    let chosen = links(ui, cx, &rows, text.get(msg!("add-agenda")), || {
        proposal_choices(cx, |it| !found.iter().any(|(item, _)| item.proposal == it))
    });
    if let Some(proposal) = chosen {
        cx.apply(Edit::add(AgendaItem::new(meeting.id, proposal), meeting.title.as_str()));
    }
}
