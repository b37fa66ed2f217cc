//! A meeting, a deadline or a silence procedure, and its agenda.

use egui::Ui;

use super::members::{Link, links};
use super::{delete_button, head, opener, wants_focus};
use crate::analysis::together;
use crate::document::Edit;
use crate::explain::own_clock;
use crate::model::{AgendaItem, AgendaItemId, Meeting, MeetingId, MeetingKind, Proposal};
use crate::text::msg;
use crate::ui::cx::Cx;
use crate::ui::state::{Selection, ViewState};
use crate::ui::widgets::{Form, When, caption, proposal_choices, section};

pub(super) fn show(ui: &mut Ui, cx: &Cx<'_>, state: &mut ViewState, id: MeetingId) -> Option<()> {
    let meeting = cx.snapshot.meetings.get(id)?;
    let when = cx.text.when(meeting);
    let when = match own_clock(meeting, cx.now) {
        Some(own) => {
            let values = [("when", when.into()), ("own", own.into())];
            cx.text.with(msg!("meeting-own-clock"), &values)
        }
        None => when,
    };
    head(ui, cx, &meeting.title, &when, meeting.marking);
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
    form.zone(ui, &mut draft);
    if meeting.kind == MeetingKind::Silence {
        form.choice(ui, "outcome", &mut draft.outcome);
    }
    form.line(ui, "place", &mut draft.place);
    // The place determines the clock, unless something else was said.
    if draft.place != meeting.place && draft.city.is_none() && draft.offset.is_none() {
        draft.city = cx.text.city(&draft.place);
    }
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
            note: note(cx, meeting, item, proposal),
            to: Selection::Proposal(proposal.id),
        })
        .collect();
    let chosen = links(ui, cx, &rows, text.get(msg!("add-agenda")), || {
        proposal_choices(cx, |it| !found.iter().any(|(item, _)| item.proposal == it))
    });
    if let Some(proposal) = chosen {
        cx.apply(Edit::add(AgendaItem::new(meeting.id, proposal), meeting.title.as_str()));
    }
    decisions(ui, cx, meeting, &found);
}

/// How an item is decided, together with what, and the result; or the status of its proposal if
/// nothing is to be decided.
fn note(cx: &Cx<'_>, meeting: &Meeting, item: &AgendaItem, proposal: &Proposal) -> String {
    let text = cx.text;
    let by = item.decided_by(meeting).map(|it| text.label(it));
    let decided = item.decided.map(|it| text.label(it));
    let others = together(cx.snapshot, item).into_iter().skip(1);
    let others = others.filter_map(|it| Some(&*cx.snapshot.proposals.get(it.proposal)?.code));
    let others: Vec<_> = others.collect();
    let with = (!others.is_empty())
        .then(|| text.with(msg!("meeting-together"), &[("others", others.join(", ").into())]));
    let said = [by.map(str::to_owned), with, decided.map(str::to_owned)];
    let said: Vec<_> = said.into_iter().flatten().collect();
    if said.is_empty() { text.label(proposal.status).to_owned() } else { said.join(" · ") }
}

/// The decision on each item: how it is taken, the result, and the recorded vote.
fn decisions(ui: &mut Ui, cx: &Cx<'_>, meeting: &Meeting, found: &[(&AgendaItem, &Proposal)]) {
    if found.is_empty() {
        return;
    }
    let (theme, text) = (&cx.theme, cx.text);
    section(ui, theme, text.get(msg!("meeting-decisions")));
    let memory = ui.scope_id().with("open-decision");
    let chosen = ui.data(|data| data.get_temp::<AgendaItemId>(memory));
    // A single item is open from the start.
    let open = if let [(only, _)] = found { Some(only.id) } else { chosen };
    for (item, proposal) in found {
        let is_open = open == Some(item.id);
        let title = text.with(msg!("meeting-decision"), &[("proposal", (&*proposal.code).into())]);
        // The agenda above says what it is decided with; here there would be no room for the name.
        let by = item.decided_by(meeting).map(|it| text.label(it));
        let words = [by, item.decided.map(|it| text.label(it))].into_iter().flatten();
        let words = words.collect::<Vec<_>>().join(" · ");
        let aside = |ui: &mut Ui| drop(ui.label(caption(theme, words)));
        let title = (&*title, item.record_id());
        if ui.horizontal(|ui| opener(ui, cx, is_open, title, aside)).inner {
            let next = if is_open { AgendaItemId(uuid::Uuid::nil()) } else { item.id };
            ui.data_mut(|data| data.insert_temp(memory, next));
        }
        if is_open {
            let mut draft = (*item).clone();
            let mut form = Form::new(ui, cx, item.record_id());
            form.choice_or_none(ui, "procedure", &mut draft.procedure);
            form.choice_or_none(ui, "decided", &mut draft.decided);
            form.roll_call(ui, &mut draft.roll_call);
            if found.len() > 1 {
                form.decided_with(ui, &mut draft);
            }
            let detail = format!("{} · {}", meeting.title, proposal.code);
            form.finish(ui, (draft != **item).then(|| Edit::change(draft, detail)));
        }
    }
}
