//! Stances that groups take on behalf of their members.

use std::collections::{BTreeMap, HashMap, HashSet};

use chrono::NaiveDate;

use crate::model::{GroupId, PartyId, Position, ProposalId, Slot, Snapshot, Stance};

/// The stance of a group on a proposal, as it applies to one member.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Voice<'a> {
    /// The group.
    pub group: GroupId,
    /// Its stance.
    pub stance: Stance,
    /// The entry behind it.
    pub entry: &'a Position,
}

/// The current entry of each group on a day, by proposal; only entries with a stance.
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

/// The members of each group on one day.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Members(HashMap<GroupId, Vec<Slot>>);

impl Members {
    /// Those of one group.
    pub(super) fn of(&self, group: GroupId) -> &[Slot] {
        self.0.get(&group).map_or(&[], Vec::as_slice)
    }

    pub(super) fn new(snapshot: &Snapshot, as_of: NaiveDate) -> Self {
        let mut members = Self::default();
        for membership in snapshot.memberships.iter().filter(|it| it.holds_on(as_of)) {
            if let Some(slot) = snapshot.parties.slot(membership.party) {
                members.0.entry(membership.group).or_default().push(slot);
            }
        }
        members
    }
}

/// The stances that groups take on behalf of their members on one day, gathered once for many
/// cells.
#[derive(Clone, Debug)]
pub struct Voices<'a> {
    by_proposal: HashMap<ProposalId, HashMap<GroupId, Voice<'a>>>,
    // In order of code.
    groups: HashMap<PartyId, Vec<GroupId>>,
}

impl<'a> Voices<'a> {
    /// The stances of the groups as at the end of a day.
    pub fn new(snapshot: &'a Snapshot, as_of: NaiveDate) -> Self {
        let by_group = |said: Vec<Voice<'a>>| said.into_iter().map(|voice| (voice.group, voice));
        let by_proposal = voices(snapshot, as_of).into_iter();
        let by_proposal = by_proposal.map(|(id, said)| (id, by_group(said).collect()));
        let mut groups: HashMap<_, Vec<_>> = HashMap::new();
        for membership in snapshot.memberships.iter().filter(|it| it.holds_on(as_of)) {
            groups.entry(membership.party).or_default().push(membership.group);
        }
        let code = |group: &GroupId| snapshot.groups.get(*group).map(|group| &group.code);
        for groups in groups.values_mut() {
            groups.sort_by(|a, b| (code(a), a).cmp(&(code(b), b)));
            groups.dedup();
        }
        Self { by_proposal: by_proposal.collect(), groups }
    }

    /// The stances of a party's groups on a proposal, by code of the group.
    pub fn of(&self, proposal: ProposalId, party: PartyId) -> impl Iterator<Item = &Voice<'a>> {
        let said = self.by_proposal.get(&proposal);
        let groups = self.groups.get(&party).into_iter().flatten();
        groups.filter_map(move |group| said?.get(group))
    }
}

/// The stances of a party's groups on a proposal at the end of a day, by code of the group.
pub(crate) fn voices_for(
    snapshot: &Snapshot,
    proposal: ProposalId,
    party: PartyId,
    as_of: NaiveDate,
) -> Vec<Voice<'_>> {
    let mut all = voices(snapshot, as_of).remove(&proposal).unwrap_or_default();
    if all.is_empty() {
        return all;
    }
    let mine = snapshot.memberships.iter().filter(|it| it.party == party && it.holds_on(as_of));
    let mine: HashSet<_> = mine.map(|membership| membership.group).collect();
    all.retain(|voice| mine.contains(&voice.group));
    all.sort_by_key(|voice| snapshot.groups.get(voice.group).map(|group| &group.code));
    all
}

/// The stances that members inherit on one proposal, by slot of the party; `None` if their groups
/// disagree.
pub(super) fn inherited(
    members: &Members,
    said: &[(GroupId, Stance)],
) -> HashMap<Slot, Option<Stance>> {
    let mut heirs: HashMap<Slot, Option<Stance>> = HashMap::new();
    for (group, said) in said {
        for member in members.0.get(group).into_iter().flatten() {
            let stance = heirs.entry(*member).or_insert(Some(*said));
            if *stance != Some(*said) {
                *stance = None;
            }
        }
    }
    heirs
}
