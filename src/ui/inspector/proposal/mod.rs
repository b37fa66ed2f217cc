//! A proposal: a summary sentence, its fields, sponsors and aims, its obstacles, and who blocks it.

mod aims;
mod blockers;
mod page;
mod standing;

pub(crate) use page::page;
pub(crate) use standing::adopted_yet_fails;

use std::collections::BTreeSet;

use egui::Ui;

use super::members::{Link, links};
use super::{delete_button, head, wants_focus};
use crate::analysis::{Answer, brief_on};
use crate::document::Edit;
use crate::library::obstacle_text;
use crate::model::{Keyed, Marking, Obstacle, Proposal, ProposalId, Rival, Slot, Sponsor, Stance};
use crate::text::msg;
use crate::ui::cx::{Action, Cx};
use crate::ui::icon::Icon;
use crate::ui::state::{Selection, ViewState};
use crate::ui::widgets::{
    Form, When, acts, button, caption, group_choices, link, marking_chip, party_choices, picker,
    proposal_choices, section, stance_badge,
};

pub(super) fn show(ui: &mut Ui, cx: &Cx<'_>, state: &mut ViewState, id: ProposalId) -> Option<()> {
    let proposal = cx.snapshot.proposals.get(id)?;
    let slot = cx.snapshot.proposals.slot(id)?;
    let figures = cx.figures.coalition().column(slot)?;
    let text = cx.text;
    let title = format!("{} · {}", proposal.code, text.of(&proposal.title));
    head(ui, cx, &title, text.label(proposal.status), proposal.marking);
    standing::show(ui, cx, slot, figures);
    brief(ui, cx, proposal);
    section(ui, &cx.theme, text.get(msg!("proposal-fields")));
    let mut draft = proposal.clone();
    let mut form = Form::new(ui, cx, proposal.record_id());
    if wants_focus(state) {
        form.focus_first();
    }
    particulars(ui, &mut form, &mut draft);
    prose(ui, &mut form, &mut draft);
    form.marking(ui, &mut draft.marking);
    let edit = (draft != *proposal).then(|| Edit::change(draft, proposal.code.as_str()));
    form.finish(ui, edit);
    sponsors(ui, cx, proposal);
    rivals(ui, cx, slot, proposal);
    aims::show(ui, cx, proposal);
    obstacles(ui, cx, slot, proposal);
    said(ui, cx, proposal);
    blockers::show(ui, cx, slot, proposal);
    delete_button(ui, cx, proposal.record_id(), text.get(msg!("delete-proposal")));
    Some(())
}

/// The fields with a word or two, apart from the marking.
fn particulars(ui: &mut Ui, form: &mut Form<'_>, draft: &mut Proposal) {
    form.bilingual(ui, ["title_en", "title_nl"], &mut draft.title, false);
    form.line(ui, "code", &mut draft.code);
    form.choice(ui, "status", &mut draft.status);
    form.date(ui, "since", &mut draft.since, When::Past);
    form.choice_or_none(ui, "measure", &mut draft.measure);
    form.choice_or_none(ui, "bindingness", &mut draft.bindingness);
    form.choice_or_none(ui, "scope", &mut draft.scope);
    form.source(ui, &mut draft.source);
}

/// The fields that are read rather than looked up.
fn prose(ui: &mut Ui, form: &mut Form<'_>, draft: &mut Proposal) {
    form.bilingual(ui, ["summary_en", "summary_nl"], &mut draft.summary, true);
    form.text_with_terms(ui, "text", &mut draft.text);
    let columns = ["verification_en", "verification_nl"];
    form.bilingual(ui, columns, &mut draft.verification, true);
    form.text(ui, "note", &mut draft.note);
}

/// A link to the user's own brief that reveals nothing of it.
fn brief(ui: &mut Ui, cx: &Cx<'_>, proposal: &Proposal) {
    let (theme, text) = (&cx.theme, cx.text);
    ui.add_space(theme.sizes.space.s);
    super::brief::warnings(ui, cx, proposal.id);
    ui.horizontal(|ui| {
        ui.label(Icon::Lock.text(theme).color(theme.colours.muted));
        if link(ui, theme, text.get(msg!("brief-title"))).clicked() {
            cx.push(Action::Select(Selection::Brief(proposal.id)));
        }
        let brief = brief_on(cx.snapshot, proposal.id);
        let marking = brief.map_or(Some(Marking::Red), |brief| brief.marking);
        marking_chip(ui, theme, marking.unwrap_or(cx.snapshot.dossier.marking));
        if brief.is_none() {
            ui.label(caption(theme, text.get(msg!("brief-none"))));
        }
    });
}

/// The stances of groups on the proposal.
fn said(ui: &mut Ui, cx: &Cx<'_>, proposal: &Proposal) {
    let (theme, text) = (&cx.theme, cx.text);
    let groups: BTreeSet<_> = cx
        .snapshot
        .group_positions
        .iter()
        .filter(|entry| entry.proposal == proposal.id)
        .filter_map(|entry| entry.by.group())
        .collect();
    section(ui, theme, text.get(msg!("proposal-said")));
    for group in groups.iter().filter_map(|id| cx.snapshot.groups.get(*id)) {
        let current = cx.snapshot.current_position(proposal.id, group.id, cx.as_of);
        ui.horizontal(|ui| {
            stance_badge(ui, theme, text, current.as_ref().and_then(|entry| entry.stance));
            let leads = link(ui, theme, &group.code);
            if let Some(entry) = &current {
                acts::menu_of(cx, &leads, entry.record_id());
            }
            if leads.clicked() {
                cx.push(Action::Select(Selection::GroupStance(proposal.id, group.id)));
            }
        });
    }
    let words = text.get(msg!("proposal-said-more"));
    let response = button(ui, theme, Some(Icon::Add), words);
    let chosen = picker(cx, &response, words, || group_choices(cx, |_| true));
    if let Some(group) = chosen {
        cx.push(Action::Select(Selection::GroupStance(proposal.id, group)));
    }
}

fn sponsors(ui: &mut Ui, cx: &Cx<'_>, proposal: &Proposal) {
    let text = cx.text;
    section(ui, &cx.theme, text.get(msg!("field-sponsors")));
    let mut found: Vec<_> =
        cx.snapshot.sponsors.iter().filter(|sponsor| sponsor.proposal == proposal.id).collect();
    found.sort_by_key(|sponsor| (!sponsor.main, sponsor.id));
    for sponsor in &found {
        let Some(party) = cx.snapshot.parties.get(sponsor.party) else { continue };
        let mut main = sponsor.main;
        let words = text.with(msg!("sponsor-main"), &[("party", text.of(&party.name).into())]);
        if ui.add_enabled(!cx.read_only, egui::Checkbox::new(&mut main, words)).changed() {
            let changed = Sponsor { main, ..(*sponsor).clone() };
            cx.apply(Edit::change(changed, format!("{} · {}", proposal.code, party.code)));
        }
    }
    let rows: Vec<_> = found
        .iter()
        .filter_map(|sponsor| {
            let party = cx.snapshot.parties.get(sponsor.party)?;
            Some(Link {
                record: sponsor.record_id(),
                name: text.of(&party.name).to_owned(),
                title: party.code.clone(),
                note: if sponsor.main {
                    text.get(msg!("field-main")).to_owned()
                } else {
                    String::new()
                },
                to: Selection::Party(party.id),
            })
        })
        .collect();
    let chosen = links(ui, cx, &rows, text.get(msg!("add-sponsor")), || {
        party_choices(cx, |party| !found.iter().any(|sponsor| sponsor.party == party))
    });
    if let Some(party) = chosen {
        let main = found.is_empty();
        let code = cx.snapshot.parties.get(party).map_or("", |party| &party.code);
        let detail = format!("{} · {code}", proposal.code);
        cx.apply(Edit::add(Sponsor::new(proposal.id, party, main), detail));
    }
}

/// The proposals that compete with this one.
fn rivals(ui: &mut Ui, cx: &Cx<'_>, slot: Slot, proposal: &Proposal) {
    let text = cx.text;
    section(ui, &cx.theme, text.get(msg!("proposal-rivals")));
    let rivals = cx.snapshot.rivals.iter();
    let found: Vec<_> =
        rivals.filter_map(|it| Some((it.record_id(), it.of(proposal.id)?))).collect();
    let rows: Vec<_> = found
        .iter()
        .filter_map(|(record, other)| {
            let other = cx.snapshot.proposals.get(*other)?;
            Some(Link {
                record: *record,
                name: other.code.clone(),
                title: text.of(&other.title).to_owned(),
                note: text.of(&other.title).to_owned(),
                to: Selection::Proposal(other.id),
            })
        })
        .collect();
    if !found.is_empty() {
        let code = |slot: Slot| cx.snapshot.proposals.at(slot).map_or("", |it| &it.code);
        for pair in cx.pairs(ui).iter().filter(|pair| pair.proposals.contains(&slot)) {
            let split = pair.all();
            let [first, second] = pair.proposals.map(code);
            let arguments = [
                ("first", first.into()),
                ("second", second.into()),
                ("both", text.count(split.of(Answer::Both)).into()),
                ("one", text.count(split.of(Answer::First)).into()),
                ("other", text.count(split.of(Answer::Second)).into()),
                ("neither", text.count(split.of(Answer::Neither)).into()),
                ("unknown", text.count(split.of(Answer::Unknown)).into()),
            ];
            ui.label(caption(&cx.theme, text.with(msg!("pair-split"), &arguments)));
        }
    }
    let chosen = links(ui, cx, &rows, text.get(msg!("add-rival")), || {
        proposal_choices(cx, |other| {
            other != proposal.id && !found.iter().any(|(_, rival)| *rival == other)
        })
    });
    if let Some(other) = chosen {
        let code = cx.snapshot.proposals.get(other).map_or("", |other| &other.code);
        let detail = format!("{} · {code}", proposal.code);
        cx.apply(Edit::add(Rival::new(proposal.id, other), detail));
    }
}

fn obstacles(ui: &mut Ui, cx: &Cx<'_>, slot: Slot, proposal: &Proposal) {
    section(ui, &cx.theme, cx.text.get(msg!("screen-obstacles")));
    for obstacle in Obstacle::ALL {
        let severity = cx.figures.heat().severity(slot, *obstacle);
        ui.horizontal(|ui| {
            let name = obstacle_text(*obstacle).name();
            if link(ui, &cx.theme, cx.text.of(&name)).clicked() {
                cx.push(Action::Select(Selection::Assessment(proposal.id, *obstacle)));
            }
            let words = cx.text.severity(severity);
            ui.label(caption(&cx.theme, words));
        });
    }
}

fn with_stance<'a>(cx: &Cx<'a>, slot: Slot, stance: Stance) -> Vec<&'a crate::model::Party> {
    cx.figures
        .parties()
        .iter()
        .filter(|party| cx.figures.coalition().stance(slot, **party) == Some(stance))
        .filter_map(|party| cx.snapshot.parties.at(*party))
        .collect()
}
