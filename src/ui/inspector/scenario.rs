//! A scenario: its fields, and what it assumes.

use egui::Ui;

use super::{delete_button, head, opener, wants_focus};
use crate::analysis::moves;
use crate::document::{Edit, NewStance, assume_edit, come_true_edit};
use crate::explain::title_of;
use crate::model::words::natural_cmp;
use crate::model::{
    ProposalId, Scenario, ScenarioId, ScenarioMove, ScenarioMoveId, Speaker, stance,
};
use crate::text::msg;
use crate::ui::cx::{Action, Cx};
use crate::ui::icon::Icon;
use crate::ui::state::{Selection, ViewState};
use crate::ui::widgets::{
    Choice, Form, button, caption, group_choices, icon_button, muted, paragraph, party_choices,
    picker, primary_button, proposal_choices, section, stance_badge, stance_buttons,
};

pub(super) fn show(ui: &mut Ui, cx: &Cx<'_>, state: &mut ViewState, id: ScenarioId) -> Option<()> {
    let scenario = cx.snapshot.scenarios.get(id)?;
    let text = cx.text;
    head(ui, cx, &scenario.name, text.get(msg!("what-if-never")), scenario.marking);
    if primary_button(ui, &cx.theme, text.get(msg!("what-if-look"))).clicked() {
        cx.push(Action::LookUnder(Some(id)));
    }
    let mut draft = scenario.clone();
    let mut form = Form::new(ui, cx, scenario.record_id());
    if wants_focus(state) {
        form.focus_first();
    }
    form.line(ui, "name", &mut draft.name);
    form.text(ui, "note", &mut draft.note);
    form.marking(ui, &mut draft.marking);
    let edit = (draft != *scenario).then(|| Edit::change(draft, scenario.name.as_str()));
    form.finish(ui, edit);
    section(ui, &cx.theme, text.get(msg!("what-if-assumes")));
    let mut all: Vec<_> = moves(cx.snapshot, id).collect();
    let code = |it: &ScenarioMove| cx.snapshot.proposals.get(it.proposal).map_or("", |it| &it.code);
    let who = |it: &ScenarioMove| speaker(cx, it.by);
    all.sort_by(|a, b| natural_cmp(code(a), code(b)).then_with(|| who(a).cmp(&who(b))));
    if all.is_empty() {
        paragraph(ui, muted(&cx.theme, text.get(msg!("what-if-no-moves"))));
    }
    let memory = ui.scope_id().with("open-move");
    let open = ui.data(|data| data.get_temp::<ScenarioMoveId>(memory));
    for it in all {
        ui.push_id(it.id.0, |ui| {
            let is_open = open == Some(it.id);
            if row(ui, cx, it, is_open) {
                let next = if is_open { ScenarioMoveId(uuid::Uuid::nil()) } else { it.id };
                ui.data_mut(|data| data.insert_temp(memory, next));
            }
            if is_open {
                form_of(ui, cx, state, it);
            }
        });
    }
    ui.add_enabled_ui(!cx.read_only, |ui| add(ui, cx, scenario));
    delete_button(ui, cx, scenario.record_id(), text.get(msg!("delete-scenario")));
    Some(())
}

/// The name of a party, or the code of a group.
fn speaker(cx: &Cx<'_>, by: Speaker) -> String {
    let name = match by {
        Speaker::Party(id) => cx.snapshot.parties.get(id).map(|it| cx.text.of(&it.name)),
        Speaker::Group(id) => cx.snapshot.groups.get(id).map(|it| it.code.as_str()),
    };
    name.unwrap_or_default().to_owned()
}

/// The subject of a move: `Brazil · A/RES/73/27`.
fn detail(cx: &Cx<'_>, by: Speaker, proposal: ProposalId) -> String {
    let code = cx.snapshot.proposals.get(proposal).map_or("", |it| &it.code);
    format!("{} · {code}", speaker(cx, by))
}

/// The line of a move, from the present stance to the assumed one; returns whether it was clicked.
fn row(ui: &mut Ui, cx: &Cx<'_>, it: &ScenarioMove, is_open: bool) -> bool {
    let (theme, text) = (&cx.theme, cx.text);
    let today = today(cx, it);
    let words = format!(
        "{}: {} → {}",
        detail(cx, it.by, it.proposal),
        stance::sign(today),
        stance::sign(it.stance)
    );
    ui.horizontal(|ui| {
        opener(ui, cx, is_open, (&words, it.record_id()), |ui| {
            stance_badge(ui, theme, text, it.stance);
        })
    })
    .inner
}

/// The present stance of the party or group that moves.
fn today(cx: &Cx<'_>, it: &ScenarioMove) -> Option<crate::model::Stance> {
    match it.by {
        Speaker::Party(id) => {
            let slots = (cx.snapshot.proposals.slot(it.proposal)?, cx.snapshot.parties.slot(id)?);
            cx.figures.coalition().stance(slots.0, slots.1)
        }
        by @ Speaker::Group(_) => cx.snapshot.current_position(it.proposal, by, cx.as_of)?.stance,
    }
}

fn form_of(ui: &mut Ui, cx: &Cx<'_>, state: &mut ViewState, it: &ScenarioMove) {
    let (theme, text) = (&cx.theme, cx.text);
    let detail = detail(cx, it.by, it.proposal);
    let held = Some(it.stance);
    let pressed = ui.add_enabled_ui(!cx.read_only, |ui| stance_buttons(ui, theme, text, held));
    if let Some(stance) = pressed.inner.filter(|stance| *stance != it.stance) {
        cx.apply(Edit::change(ScenarioMove { stance, ..it.clone() }, &*detail));
    }
    let mut draft = it.clone();
    let mut form = Form::new(ui, cx, it.record_id());
    form.text(ui, "note", &mut draft.note);
    form.marking(ui, &mut draft.marking);
    let edit = (draft != *it).then(|| Edit::change(draft, &*detail));
    form.finish(ui, edit);
    ui.add_enabled_ui(!cx.read_only, |ui| {
        ui.horizontal(|ui| {
            if button(ui, theme, Some(Icon::Check), text.get(msg!("move-came-true"))).clicked() {
                let day = cx.entry_day();
                cx.apply(come_true_edit(cx.snapshot, it, &detail, day, cx.author));
                // The form of the new entry, in which its source is filled in.
                cx.push(Action::Select(match it.by {
                    Speaker::Party(party) => Selection::Cell(it.proposal, party),
                    Speaker::Group(group) => Selection::GroupStance(it.proposal, group),
                }));
                state.focus_inspector = true;
                cx.push(Action::Say(text.get(msg!("move-now-entry")).to_owned()));
            }
            let words = text.get(msg!("move-take-back"));
            if icon_button(ui, theme, Icon::Delete, words).clicked() {
                let title = title_of(text, cx.snapshot, &it.clone().into());
                cx.apply(Edit::delete(cx.snapshot, it.id.into(), title));
            }
        });
    });
    ui.add_space(theme.sizes.space.s);
}

/// The party or group and the proposal chosen so far for a new move.
#[derive(Clone, Copy, Default)]
struct NewMove {
    by: Option<Speaker>,
    proposal: Option<ProposalId>,
}

/// Adds a move: who, on which proposal, and then a stance.
fn add(ui: &mut Ui, cx: &Cx<'_>, scenario: &Scenario) {
    let (theme, text) = (&cx.theme, cx.text);
    section(ui, theme, text.get(msg!("move-new")));
    let memory = ui.scope_id().with("moving");
    let mut new = ui.data(|data| data.get_temp::<NewMove>(memory)).unwrap_or_default();
    let who = text.get(msg!("move-who"));
    let shown = new.by.map(|by| speaker(cx, by)).filter(|name| !name.is_empty());
    let chooser = button(ui, theme, Some(Icon::Down), shown.as_deref().unwrap_or(who));
    let speakers = || {
        let parties = party_choices(cx, |_| true).into_iter();
        let parties = parties.map(|it| Choice { value: Speaker::Party(it.value), name: it.name });
        let groups = group_choices(cx, |_| true).into_iter();
        let groups = groups.map(|it| Choice { value: Speaker::Group(it.value), name: it.name });
        parties.chain(groups).collect()
    };
    new.by = picker(cx, &chooser.accessible_name(who), who, speakers).or(new.by);
    let on = text.get(msg!("move-on"));
    let code = new.proposal.and_then(|id| cx.snapshot.proposals.get(id)).map(|it| it.code.as_str());
    let chooser = button(ui, theme, Some(Icon::Down), code.unwrap_or(on));
    let proposals = || proposal_choices(cx, |_| true);
    new.proposal = picker(cx, &chooser.accessible_name(on), on, proposals).or(new.proposal);
    ui.data_mut(|data| data.insert_temp(memory, new));
    let Some((by, proposal)) = new.by.zip(new.proposal) else {
        ui.label(caption(theme, text.get(msg!("move-choose"))));
        return;
    };
    ui.label(caption(theme, text.get(msg!("move-then"))));
    if let Some(stance) = stance_buttons(ui, theme, text, None) {
        let moved = [NewStance { proposal, by, stance }];
        match assume_edit(cx.snapshot, scenario.id, detail(cx, by, proposal), &moved) {
            Some(edit) => cx.apply(edit),
            None => cx.push(Action::Say(text.get(msg!("move-already")).to_owned())),
        }
        let next = NewMove { by: None, proposal: Some(proposal) };
        ui.data_mut(|data| data.insert_temp(memory, next));
    }
}
