//! What groups say for their members.

use std::collections::{BTreeMap, HashMap};

use chrono::NaiveDate;

use crate::model::{GroupId, PartyId, Position, ProposalId, Slot, Snapshot, Stance};

/// What a group says on a proposal, as it bears on one member.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Voice<'a> {
    /// The group.
    pub group: GroupId,
    /// Its stance.
    pub stance: Stance,
    /// The entry behind it.
    pub entry: &'a Position,
}

/// The entry of each group that holds on a day, by proposal; only those with a stance.
pub(super) fn voices(snapshot: &Snapshot, as_of: NaiveDate) -> HashMap<ProposalId, Vec<Voice<'_>>> {
    let mut newest: BTreeMap<(ProposalId, GroupId), &Position> = BTreeMap::new();
    for entry in snapshot.held_group_positions() {
        let Some(group) = entry.by.group() else { continue };
        if entry.date > as_of {
            continue;
        }
        let slot = newest.entry((entry.proposal, group)).or_insert(entry);
        if (slot.date, slot.id) < (entry.date, entry.id) {
            *slot = entry;
        }
    }
    let mut by_proposal: HashMap<_, Vec<_>> = HashMap::new();
    for ((proposal, group), entry) in newest {
        if let Some(stance) = entry.stance {
            by_proposal.entry(proposal).or_default().push(Voice { group, stance, entry });
        }
    }
    by_proposal
}

/// What the groups of a party say on a proposal at the end of a day, by code of the group.
pub fn voices_for(
    snapshot: &Snapshot,
    proposal: ProposalId,
    party: PartyId,
    as_of: NaiveDate,
) -> Vec<Voice<'_>> {
    let mut all = voices(snapshot, as_of).remove(&proposal).unwrap_or_default();
    all.retain(|voice| {
        snapshot.memberships.iter().any(|membership| {
            membership.group == voice.group
                && membership.party == party
                && membership.holds_on(as_of)
        })
    });
    all.sort_by_key(|voice| snapshot.groups.get(voice.group).map(|group| &group.code));
    all
}

/// What members inherit on one proposal: by slot of the party the stance, or `None` where
/// their groups disagree.
pub(super) fn inherited(
    snapshot: &Snapshot,
    voices: &[Voice<'_>],
    as_of: NaiveDate,
) -> HashMap<Slot, Option<Stance>> {
    let mut heirs: HashMap<Slot, Option<Stance>> = HashMap::new();
    for voice in voices {
        let members = snapshot
            .memberships
            .iter()
            .filter(|membership| membership.group == voice.group && membership.holds_on(as_of))
            .filter_map(|membership| snapshot.parties.slot(membership.party));
        for member in members {
            let stance = heirs.entry(member).or_insert(Some(voice.stance));
            if *stance != Some(voice.stance) {
                *stance = None;
            }
        }
    }
    heirs
}
