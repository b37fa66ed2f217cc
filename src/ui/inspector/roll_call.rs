//! A roll call: its fields and the votes.

use egui::Ui;

use super::{delete_button, head, wants_focus};
use crate::document::Edit;
use crate::model::words::fold;
use crate::model::{Ballot, Keyed, Party, RollCall, RollCallId, Vote};
use crate::text::msg;
use crate::ui::cx::{Action, Cx};
use crate::ui::state::{Selection, ViewState};
use crate::ui::widgets::{
    Form, When, acts, button, combo_box, link, option_value, party_choices, picker, section,
};

pub(super) fn show(ui: &mut Ui, cx: &Cx<'_>, state: &mut ViewState, id: RollCallId) -> Option<()> {
    let roll_call = cx.snapshot.roll_calls.get(id)?;
    let text = cx.text;
    let below = text.label_or(roll_call.yes_side, msg!("roll-call-not-counted"));
    head(ui, cx, &roll_call.code, below, roll_call.marking);
    let mut draft = roll_call.clone();
    let mut form = Form::new(ui, cx, roll_call.record_id());
    if wants_focus(state) {
        form.focus_first();
    }
    form.bilingual(ui, ["title_en", "title_nl"], &mut draft.title, false);
    form.line(ui, "code", &mut draft.code);
    form.day(ui, "date", &mut draft.date, When::Said);
    form.choice_or_none(ui, "yes_side", &mut draft.yes_side);
    form.source(ui, &mut draft.source);
    form.text(ui, "note", &mut draft.note);
    form.marking(ui, &mut draft.marking);
    let edit = (draft != *roll_call).then(|| Edit::change(draft, roll_call.code.as_str()));
    form.finish(ui, edit);
    votes(ui, cx, roll_call);
    delete_button(ui, cx, roll_call.record_id(), text.get(msg!("delete-roll-call")));
    Some(())
}

fn votes(ui: &mut Ui, cx: &Cx<'_>, roll_call: &RollCall) {
    let text = cx.text;
    let mut votes: Vec<(&Vote, &Party)> = cx
        .snapshot
        .votes
        .iter()
        .filter(|vote| vote.roll_call == roll_call.id)
        .filter_map(|vote| Some((vote, cx.snapshot.parties.get(vote.party)?)))
        .collect();
    votes.sort_by_cached_key(|(_, party)| fold(text.of(&party.name)));
    let heading = text.with(msg!("roll-call-votes"), &[("count", votes.len().into())]);
    section(ui, &cx.theme, &heading);
    let words = text.get(msg!("add-vote"));
    let enabled = !cx.read_only;
    let add = ui.add_enabled_ui(enabled, |ui| button(ui, &cx.theme, None, words)).inner;
    let chosen = picker(cx, &add, words, || {
        party_choices(cx, |party| !votes.iter().any(|(vote, _)| vote.party == party))
    });
    if let Some(party) = chosen {
        let name = cx.snapshot.parties.get(party).map_or("", |party| text.of(&party.name));
        let detail = format!("{} · {name}", roll_call.code);
        cx.apply(Edit::add(Vote::new(roll_call.id, party, Ballot::Abstain), detail));
    }
    for (vote, party) in votes {
        vote_row(ui, cx, roll_call, vote, party);
    }
}

fn vote_row(ui: &mut Ui, cx: &Cx<'_>, roll_call: &RollCall, vote: &Vote, party: &Party) {
    let (theme, text) = (&cx.theme, cx.text);
    let name = text.of(&party.name);
    let detail = || format!("{} · {name}", roll_call.code);
    ui.horizontal(|ui| {
        let mut ballot = Some(vote.ballot);
        let label = text.with(msg!("vote-of"), &[("party", name.into())]);
        ui.add_enabled_ui(!cx.read_only, |ui| {
            let width = Some(theme.sizes.space.xxl * 3.0);
            let list = combo_box(ui, vote.id.0, text.label(vote.ballot), width, |ui| {
                for option in Ballot::ALL {
                    option_value(ui, &mut ballot, Some(*option), text.label(*option));
                }
                option_value(ui, &mut ballot, None, text.get(msg!("ballot-none")));
            });
            list.accessible_name(label);
        });
        let leads = link(ui, theme, name);
        acts::menu_of(cx, &leads, vote.record_id());
        if leads.clicked() {
            cx.push(Action::Select(Selection::Party(party.id)));
        }
        match ballot {
            None => cx.apply(Edit::delete(cx.snapshot, vote.record_id(), detail())),
            Some(ballot) if ballot != vote.ballot => {
                cx.apply(Edit::change(Vote { ballot, ..vote.clone() }, detail()));
            }
            Some(_) => {}
        }
    });
}
