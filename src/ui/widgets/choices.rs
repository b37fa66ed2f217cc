//! The records a picker offers.

use super::Choice;
use crate::model::words::natural_cmp;
use crate::model::{Group, GroupId, Party, PartyId, Proposal, ProposalId};
use crate::ui::cx::Cx;

/// The parties that are `free` to be chosen, by name.
pub(crate) fn party_choices(cx: &Cx<'_>, free: impl Fn(PartyId) -> bool) -> Vec<Choice<PartyId>> {
    let parties = cx.figures.parties().iter().filter_map(|slot| cx.snapshot.parties.at(*slot));
    let choice = |party: &Party| Choice {
        value: party.id,
        name: format!("{} · {}", cx.text.of(&party.name), party.code),
    };
    parties.filter(|party| free(party.id)).map(choice).collect()
}

/// The proposals that are `free` to be chosen, by code.
pub(crate) fn proposal_choices(
    cx: &Cx<'_>,
    free: impl Fn(ProposalId) -> bool,
) -> Vec<Choice<ProposalId>> {
    let proposals = cx.figures.proposals().iter();
    let proposals = proposals.filter_map(|slot| cx.snapshot.proposals.at(*slot));
    let choice = |proposal: &Proposal| Choice {
        value: proposal.id,
        name: format!("{} · {}", proposal.code, cx.text.of(&proposal.title)),
    };
    proposals.filter(|proposal| free(proposal.id)).map(choice).collect()
}

/// The groups that are `free` to be chosen, by code.
pub(crate) fn group_choices(cx: &Cx<'_>, free: impl Fn(GroupId) -> bool) -> Vec<Choice<GroupId>> {
    let mut groups: Vec<_> = cx.snapshot.groups.iter().filter(|group| free(group.id)).collect();
    groups.sort_by(|a, b| natural_cmp(&a.code, &b.code));
    let choice = |group: &Group| Choice {
        value: group.id,
        name: format!("{} · {}", group.code, cx.text.of(&group.name)),
    };
    groups.into_iter().map(choice).collect()
}
