//! The user's own brief on a proposal: never shown to others unless its marking allows it.

use egui::Ui;

use super::{delete_button, head, wants_focus};
use crate::analysis::{Alert, alerts, brief_on};
use crate::document::Edit;
use crate::model::{Brief, Marking, Proposal, ProposalId};
use crate::text::msg;
use crate::ui::cx::{Action, Cx};
use crate::ui::state::{Selection, ViewState};
use crate::ui::widgets::{Form, When, link, muted, paragraph, primary_button, section, warning};

pub(super) fn show(ui: &mut Ui, cx: &Cx<'_>, state: &mut ViewState, id: ProposalId) -> Option<()> {
    let proposal = cx.snapshot.proposals.get(id)?;
    let text = cx.text;
    let brief = brief_on(cx.snapshot, id);
    let marking = brief.map_or(Some(Marking::Red), |brief| brief.marking);
    head(ui, cx, text.get(msg!("brief-title")), &proposal.code, marking);
    match brief {
        Some(brief) => form(ui, cx, state, proposal, brief),
        None => {
            paragraph(ui, muted(&cx.theme, text.get(msg!("brief-empty"))));
            ui.add_space(cx.theme.sizes.space.m);
            let begin = ui
                .add_enabled_ui(!cx.read_only, |ui| {
                    primary_button(ui, &cx.theme, text.get(msg!("brief-begin")))
                })
                .inner;
            if begin.clicked() {
                cx.apply(Edit::add(Brief::new(id), proposal.code.as_str()));
                state.focus_inspector = true;
            }
        }
    }
    ui.add_space(cx.theme.sizes.space.s);
    if link(ui, &cx.theme, &proposal.code).clicked() {
        cx.push(Action::Select(Selection::Proposal(id)));
    }
    Some(())
}

fn form(ui: &mut Ui, cx: &Cx<'_>, state: &mut ViewState, proposal: &Proposal, brief: &Brief) {
    warnings(ui, cx, proposal.id);
    let mut draft = brief.clone();
    let mut form = Form::new(ui, cx, brief.record_id());
    if wants_focus(state) {
        form.focus_first();
    }
    form.text(ui, "objective", &mut draft.objective);
    form.text(ui, "acceptable", &mut draft.acceptable);
    form.text(ui, "fallback", &mut draft.fallback);
    form.text(ui, "red_line", &mut draft.red_line);
    form.flag(ui, "crossed", &mut draft.crossed);
    form.text(ui, "crossed_reason", &mut draft.crossed_reason);
    section(ui, &cx.theme, cx.text.get(msg!("brief-instruction")));
    form.choice(ui, "instruction", &mut draft.instruction);
    form.day_or_none(ui, "instruction_by", &mut draft.instruction_by, When::Planned);
    form.text(ui, "arguments", &mut draft.arguments);
    form.line(ui, "speaker", &mut draft.speaker);
    form.marking(ui, &mut draft.marking);
    let edit = (draft != *brief).then(|| Edit::change(draft, proposal.code.as_str()));
    form.finish(ui, edit);
    delete_button(ui, cx, brief.record_id(), cx.text.get(msg!("delete-brief")));
}

/// Alerts on the brief: what needs attention.
pub(super) fn warnings(ui: &mut Ui, cx: &Cx<'_>, proposal: ProposalId) {
    for alert in alerts(cx.snapshot, proposal, cx.today) {
        warning(ui, &cx.theme, &alert_words(cx, alert));
    }
}

/// An alert in one sentence.
pub(crate) fn alert_words(cx: &Cx<'_>, alert: Alert) -> String {
    match alert {
        Alert::RedLineCrossed => cx.text.get(msg!("alert-red-line")).to_owned(),
        Alert::InstructionLate => cx.text.get(msg!("alert-instruction-late")).to_owned(),
        Alert::InstructionMissing { meeting } => {
            let day = [("day", cx.text.day(meeting).into())];
            cx.text.with(msg!("alert-instruction-missing"), &day)
        }
    }
}
