//! Engagement with a party: its interests, what it can be offered, the next steps.

use egui::Ui;

use super::{contacts, head, opener, wants_focus};
use crate::document::Edit;
use crate::model::{Engagement, NextStep, NextStepId, Party, PartyId};
use crate::text::msg;
use crate::ui::cx::{Action, Cx};
use crate::ui::icon::Icon;
use crate::ui::state::{Selection, ViewState};
use crate::ui::widgets::{
    Form, When, button, caption, icon_button, link, muted, paragraph, primary_button, section,
    stance_badge,
};

pub(super) fn show(ui: &mut Ui, cx: &Cx<'_>, state: &mut ViewState, id: PartyId) -> Option<()> {
    let party = cx.snapshot.parties.get(id)?;
    let text = cx.text;
    let engagement = cx.snapshot.engagements.iter().find(|engagement| engagement.party == id);
    let marking = engagement.and_then(|engagement| engagement.marking);
    head(ui, cx, text.of(&party.name), text.get(msg!("screen-engagement")), marking);
    super::party::camp(ui, cx, party);
    steps(ui, cx, state, party);
    contacts::show(ui, cx, state, party);
    section(ui, &cx.theme, text.get(msg!("engagement-interests")));
    match engagement {
        Some(engagement) => interests(ui, cx, state, party, engagement),
        None => {
            paragraph(ui, muted(&cx.theme, text.get(msg!("engagement-empty"))));
            ui.add_space(cx.theme.sizes.space.s);
            let begin = ui
                .add_enabled_ui(!cx.read_only, |ui| {
                    primary_button(ui, &cx.theme, text.get(msg!("engagement-begin")))
                })
                .inner;
            if begin.clicked() {
                cx.apply(Edit::add(Engagement::new(id), text.of(&party.name)));
            }
        }
    }
    stances(ui, cx, party);
    if link(ui, &cx.theme, text.of(&party.name)).clicked() {
        cx.push(Action::Select(Selection::Party(id)));
    }
    Some(())
}

fn interests(
    ui: &mut Ui,
    cx: &Cx<'_>,
    state: &mut ViewState,
    party: &Party,
    engagement: &Engagement,
) {
    let mut draft = engagement.clone();
    let mut form = Form::new(ui, cx, engagement.record_id());
    if wants_focus(state) {
        form.focus_first();
    }
    form.line(ui, "caller", &mut draft.caller);
    form.text(ui, "economic", &mut draft.economic);
    form.text(ui, "social", &mut draft.social);
    form.text(ui, "security", &mut draft.security);
    form.text(ui, "development", &mut draft.development);
    form.line(ui, "tags", &mut draft.tags);
    form.text(ui, "offer", &mut draft.offer);
    form.text(ui, "argument", &mut draft.argument);
    form.marking(ui, &mut draft.marking);
    let edit = (draft != *engagement).then(|| Edit::change(draft, cx.text.of(&party.name)));
    form.finish(ui, edit);
}

/// The steps, open ones first; the selected one has its form below it.
fn steps(ui: &mut Ui, cx: &Cx<'_>, state: &mut ViewState, party: &Party) {
    let (theme, text) = (&cx.theme, cx.text);
    section(ui, theme, text.get(msg!("engagement-steps")));
    let mut steps: Vec<_> =
        cx.snapshot.next_steps.iter().filter(|step| step.party == party.id).collect();
    steps.sort_by_key(|step| {
        let days_back = step.done.map(std::cmp::Reverse);
        (step.done.is_some(), step.due.is_none(), step.due, days_back, step.id)
    });
    if steps.is_empty() {
        paragraph(ui, muted(theme, text.get(msg!("engagement-no-steps"))));
    }
    let memory = ui.scope_id().with("open-step");
    let open = ui.data(|data| data.get_temp::<NextStepId>(memory));
    for step in &steps {
        ui.horizontal(|ui| {
            let icon = if step.done.is_some() { Icon::Good } else { Icon::Hourglass };
            let late = step.done.is_none() && step.due.is_some_and(|due| due < cx.today);
            let ink = if late { theme.colours.warn } else { theme.colours.muted };
            ui.label(icon.text(theme).color(ink));
            let is_open = open == Some(step.id);
            let day = |ui: &mut Ui| drop(ui.label(caption(theme, step_day(cx, step))));
            if opener(ui, cx, is_open, (&step.title, step.record_id()), day) {
                let next = if is_open { NextStepId(uuid::Uuid::nil()) } else { step.id };
                ui.data_mut(|data| data.insert_temp(memory, next));
            }
        });
        if open == Some(step.id) {
            form(ui, cx, state, step);
        }
    }
    let words = text.get(msg!("add-step"));
    let add =
        ui.add_enabled_ui(!cx.read_only, |ui| button(ui, theme, Some(Icon::Add), words)).inner;
    if add.clicked() {
        let step = NextStep::new(party.id, text.get(msg!("new-step")));
        ui.data_mut(|data| data.insert_temp(memory, step.id));
        state.focus_inspector = true;
        cx.apply(Edit::add(step, text.of(&party.name)));
    }
}

/// When a step was done, or is due.
pub(crate) fn step_day(cx: &Cx<'_>, step: &NextStep) -> String {
    match (step.done, step.due) {
        (Some(done), _) => cx.text.day(done),
        (None, Some(due)) => {
            let late = if due < cx.today { msg!("step-late") } else { msg!("step-due") };
            cx.text.with(late, &[("day", cx.text.day(due).into())])
        }
        (None, None) => String::new(),
    }
}

fn form(ui: &mut Ui, cx: &Cx<'_>, state: &mut ViewState, step: &NextStep) {
    let mut draft = step.clone();
    let mut form = Form::new(ui, cx, step.record_id());
    if wants_focus(state) {
        form.focus_first();
    }
    form.line(ui, "title", &mut draft.title);
    form.line(ui, "owner", &mut draft.owner);
    form.day_or_none(ui, "due", &mut draft.due, When::Planned);
    form.day_or_none(ui, "done", &mut draft.done, When::Said);
    form.text(ui, "outcome", &mut draft.outcome);
    form.marking(ui, &mut draft.marking);
    let edit = (draft != *step).then(|| Edit::change(draft, step.title.as_str()));
    form.finish(ui, edit);
    let words = cx.text.get(msg!("delete-step"));
    let delete = ui
        .add_enabled_ui(!cx.read_only, |ui| icon_button(ui, &cx.theme, Icon::Delete, words))
        .inner;
    if delete.clicked() {
        cx.push(Action::AskDelete(vec![step.record_id()]));
    }
    ui.add_space(cx.theme.sizes.space.s);
}

/// The party's current stances, each linked to the entries behind it.
fn stances(ui: &mut Ui, cx: &Cx<'_>, party: &Party) {
    let Some(row) = cx.snapshot.parties.slot(party.id) else { return };
    section(ui, &cx.theme, cx.text.get(msg!("party-stances")));
    for slot in cx.figures.proposals().iter().take(super::party::MOST) {
        let Some(proposal) = cx.snapshot.proposals.at(*slot) else { continue };
        ui.horizontal(|ui| {
            let stance = cx.figures.coalition().stance(*slot, row);
            stance_badge(ui, &cx.theme, cx.text, stance);
            if link(ui, &cx.theme, &proposal.code).clicked() {
                cx.push(Action::Select(Selection::Cell(proposal.id, party.id)));
            }
        });
    }
    ui.add_space(cx.theme.sizes.space.s);
}
