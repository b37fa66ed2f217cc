//! A group: its fields and its members.

use std::collections::BTreeSet;

use egui::Ui;

use super::members::{Link, links, membership_words};
use super::{delete_button, head, wants_focus};
use crate::document::Edit;
use crate::model::words::fold;
use crate::model::{Group, GroupId, Membership, MembershipId};
use crate::text::msg;
use crate::ui::cx::{Action, Cx};
use crate::ui::icon::Icon;
use crate::ui::state::{Selection, ViewState};
use crate::ui::widgets::{
    Form, When, button, combo_box, link, muted, option_label, paragraph, party_choices, picker,
    proposal_choices, section, stance_badge,
};

pub(super) fn show(ui: &mut Ui, cx: &Cx<'_>, state: &mut ViewState, id: GroupId) -> Option<()> {
    let group = cx.snapshot.groups.get(id)?;
    let text = cx.text;
    head(ui, cx, text.of(&group.name), text.label(group.kind), group.marking);
    let mut draft = group.clone();
    let mut form = Form::new(ui, cx, group.record_id());
    if wants_focus(state) {
        form.focus_first();
    }
    form.bilingual(ui, ["name_en", "name_nl"], &mut draft.name, false);
    form.line(ui, "code", &mut draft.code);
    form.choice(ui, "kind", &mut draft.kind);
    let columns = ["description_en", "description_nl"];
    form.bilingual(ui, columns, &mut draft.description, true);
    form.text(ui, "note", &mut draft.note);
    form.marking(ui, &mut draft.marking);
    let edit = (draft != *group).then(|| Edit::change(draft, group.code.as_str()));
    form.finish(ui, edit);
    super::aliases::show(ui, cx, group.id.into(), &group.code);
    says(ui, cx, group);
    members(ui, cx, group);
    delete_button(ui, cx, group.record_id(), text.get(msg!("delete-group")));
    Some(())
}

/// The group's stances, and a button to enter one on another proposal.
fn says(ui: &mut Ui, cx: &Cx<'_>, group: &Group) {
    let (theme, text) = (&cx.theme, cx.text);
    section(ui, theme, text.get(msg!("group-says")));
    let said: BTreeSet<_> = cx
        .snapshot
        .group_positions
        .iter()
        .filter(|entry| entry.by == group.id.into())
        .map(|entry| entry.proposal)
        .collect();
    if said.is_empty() {
        paragraph(ui, muted(theme, text.get(msg!("group-says-nothing"))));
    }
    for slot in cx.figures.proposals() {
        let Some(proposal) = cx.snapshot.proposals.at(*slot) else { continue };
        if !said.contains(&proposal.id) {
            continue;
        }
        let current = cx.snapshot.current_position(proposal.id, group.id, cx.as_of);
        ui.horizontal(|ui| {
            stance_badge(ui, theme, text, current.and_then(|entry| entry.stance));
            if link(ui, theme, &proposal.code).clicked() {
                cx.push(Action::Select(Selection::GroupStance(proposal.id, group.id)));
            }
        });
    }
    let words = text.get(msg!("group-says-more"));
    let response = button(ui, theme, Some(Icon::Add), words);
    let chosen = picker(cx, &response, words, || proposal_choices(cx, |_| true));
    if let Some(proposal) = chosen {
        cx.push(Action::Select(Selection::GroupStance(proposal, group.id)));
    }
}

fn members(ui: &mut Ui, cx: &Cx<'_>, group: &Group) {
    let text = cx.text;
    let mut members: Vec<_> = cx
        .snapshot
        .memberships
        .iter()
        .filter(|membership| membership.group == group.id)
        .filter_map(|membership| Some((membership, cx.snapshot.parties.get(membership.party)?)))
        .collect();
    members.sort_by_cached_key(|(_, party)| fold(text.of(&party.name)));
    // Former members are listed with their end; they are no members now.
    let now = members.iter().filter(|(membership, _)| membership.holds_on(cx.as_of)).count();
    let heading = text.with(msg!("group-members"), &[("count", now.into())]);
    section(ui, &cx.theme, &heading);
    let memory = ui.scope_id().with("open-member");
    let open = ui.data(|data| data.get_temp::<MembershipId>(memory));
    let rows: Vec<_> = members
        .iter()
        .map(|(membership, party)| Link {
            record: membership.record_id(),
            name: text.of(&party.name).to_owned(),
            title: party.code.clone(),
            note: membership_words(cx, membership),
            to: Selection::Party(party.id),
        })
        .collect();
    let chosen = links(ui, cx, &rows, text.get(msg!("add-member")), || {
        party_choices(cx, |party| !members.iter().any(|(member, _)| member.party == party))
    });
    if let Some(party) = chosen {
        let name = cx.snapshot.parties.get(party).map_or("", |party| text.of(&party.name));
        let detail = format!("{} · {name}", group.code);
        cx.apply(Edit::add(Membership::new(group.id, party), detail));
    }
    edit_one(ui, cx, group, &members, memory, open);
}

/// The dates of one membership, chosen by name.
fn edit_one(
    ui: &mut Ui,
    cx: &Cx<'_>,
    group: &Group,
    members: &[(&Membership, &crate::model::Party)],
    memory: egui::Id,
    open: Option<MembershipId>,
) {
    let text = cx.text;
    if members.is_empty() {
        return;
    }
    section(ui, &cx.theme, text.get(msg!("group-dates")));
    let chosen = members.iter().find(|(membership, _)| Some(membership.id) == open);
    let (membership, party) = chosen.or(members.first()).copied().unwrap_or(members[0]);
    let width = Some(ui.available_width());
    let list = combo_box(ui, "member", text.of(&party.name), width, |ui| {
        for (other, party) in members {
            let selected = other.id == membership.id;
            if option_label(ui, selected, text.of(&party.name)).clicked() {
                ui.data_mut(|data| data.insert_temp(memory, other.id));
            }
        }
    });
    list.accessible_name(text.get(msg!("group-dates")));
    let mut draft = membership.clone();
    let mut form = Form::new(ui, cx, membership.record_id());
    form.date(ui, "since", &mut draft.since, When::Past);
    form.date(ui, "until", &mut draft.until, When::Past);
    form.line(ui, "note", &mut draft.note);
    let detail = format!("{} · {}", group.code, text.of(&party.name));
    let edit = (draft != *membership).then(|| Edit::change(draft, detail));
    form.finish(ui, edit);
}
