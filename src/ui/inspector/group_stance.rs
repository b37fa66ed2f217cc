//! A group's stance on a proposal, on behalf of members that have not spoken themselves.

use egui::Ui;

use super::head;
use super::line::{self, Subject};
use crate::analysis::Basis;
use crate::model::{Group, GroupId, Proposal, ProposalId};
use crate::text::msg;
use crate::ui::cx::{Action, Cx};
use crate::ui::state::{Selection, ViewState};
use crate::ui::widgets::{caption, link, muted, paragraph, section};

pub(super) fn show(
    ui: &mut Ui,
    cx: &Cx<'_>,
    state: &mut ViewState,
    proposal: ProposalId,
    group: GroupId,
) -> Option<()> {
    let proposal = cx.snapshot.proposals.get(proposal)?;
    let group = cx.snapshot.groups.get(group)?;
    let current = cx.snapshot.current_position(proposal.id, group.id, cx.as_of);
    let text = cx.text;
    let arguments = [
        ("party", group.code.as_str().into()),
        ("proposal", cx.figures.short_code(&proposal.code).into()),
    ];
    let marking = current.as_ref().map_or(group.marking, |entry| entry.marking);
    head(ui, cx, &text.with(msg!("cell-title"), &arguments), text.of(&group.name), marking);
    paragraph(ui, muted(&cx.theme, text.get(msg!("said-about"))));
    ui.add_space(cx.theme.sizes.space.xs);
    let detail = format!("{} · {}", group.code, proposal.code);
    let subject = Subject { proposal: proposal.id, by: group.id.into(), detail: &detail };
    line::buttons(ui, cx, state, &subject, current.as_ref(), None);
    line::entries(ui, cx, state, &subject, current.as_ref());
    members(ui, cx, proposal, group);
    Some(())
}

/// The members it speaks for, and those that speak for themselves.
fn members(ui: &mut Ui, cx: &Cx<'_>, proposal: &Proposal, group: &Group) {
    let text = cx.text;
    let Some(column) = cx.snapshot.proposals.slot(proposal.id) else { return };
    let holds = |membership: &&crate::model::Membership| {
        membership.group == group.id && membership.holds_on(cx.as_of)
    };
    let members = cx.snapshot.memberships.iter().filter(holds);
    let slots: Vec<_> =
        members.filter_map(|member| cx.snapshot.parties.slot(member.party)).collect();
    let count = |wanted| {
        let basis = |row: &&_| cx.figures.coalition().basis(column, **row) == wanted;
        slots.iter().filter(basis).count()
    };
    section(ui, &cx.theme, text.get(msg!("said-members")));
    let arguments = [
        ("members", slots.len().into()),
        ("inherited", count(Basis::Inherited).into()),
        ("own", count(Basis::Own).into()),
        ("conflict", count(Basis::Conflict).into()),
    ];
    ui.label(caption(&cx.theme, text.with(msg!("said-counts"), &arguments)));
    ui.add_space(cx.theme.sizes.space.s);
    ui.horizontal_wrapped(|ui| {
        if link(ui, &cx.theme, &proposal.code).clicked() {
            cx.push(Action::Select(Selection::Proposal(proposal.id)));
        }
        if link(ui, &cx.theme, &group.code).clicked() {
            cx.push(Action::Select(Selection::Group(group.id)));
        }
    });
}
