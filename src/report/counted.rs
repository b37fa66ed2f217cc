//! The grounds of computed figures: tallies, verdicts, camps.

use std::cell::OnceCell;
use std::collections::{BTreeMap, HashMap, HashSet};

use chrono::NaiveDate;

use super::grounds::{Grounds, Records};
use super::page::{Cell, Value};
use crate::analysis::Tally;
use crate::model::{GroupId, Position, Proposal, ProposalId, Slot, Snapshot, Stance};

/// The grounds of each party's camp: the party and the votes that count.
pub(super) struct CampGrounds(Vec<Grounds>);

impl CampGrounds {
    pub(super) fn new(snapshot: &Snapshot, records: &Records<'_>) -> Self {
        let mut by_party = vec![Vec::new(); snapshot.parties.slot_count()];
        for (slot, party) in snapshot.parties.slots() {
            by_party[slot.index()].push(records.of(party.id));
        }
        for vote in snapshot.votes.iter() {
            let roll_call = snapshot.roll_calls.get(vote.roll_call);
            let counts = roll_call.is_some_and(|roll_call| roll_call.yes_side.is_some());
            if let Some(slot) = snapshot.parties.slot(vote.party).filter(|_| counts) {
                by_party[slot.index()].push(records.vote(vote));
            }
        }
        Self(by_party.into_iter().map(Grounds::all).collect())
    }

    pub(super) fn of(&self, party: Slot) -> Grounds {
        self.0.get(party.index()).cloned().unwrap_or_default()
    }
}

/// The figures that a sentence gives of a tally: the total, and how many take each side.
pub(super) fn figures<'a>(tally: &Tally, grounds: &Grounds) -> [(&'static str, Cell<'a>); 6] {
    let of = |stance| tally.get(Some(stance));
    [
        ("all", tally.total()),
        ("favour", tally.in_favour()),
        ("accept", of(Stance::Accept)),
        ("reserve", of(Stance::Reserve)),
        ("object", of(Stance::Object)),
        ("silent", of(Stance::NoInstructions) + tally.unknown()),
    ]
    .map(|(name, count)| (name, grounds.cell(Value::Count(count as usize))))
}

/// The last entry of each group with members on each proposal, including one that says the stance
/// is unknown again: its members inherit it, or would inherit an earlier one without it.
pub(super) fn group_grounds(
    snapshot: &Snapshot,
    records: &Records<'_>,
    as_of: NaiveDate,
) -> HashMap<ProposalId, Vec<Grounds>> {
    let hold = snapshot.memberships.iter().filter(|it| it.holds_on(as_of));
    let with_members: HashSet<GroupId> = hold.map(|membership| membership.group).collect();
    let mut last: BTreeMap<(ProposalId, GroupId), &Position> = BTreeMap::new();
    for entry in snapshot.held_group_positions().filter(|entry| entry.date <= as_of) {
        let Some(group) = entry.by.group().filter(|group| with_members.contains(group)) else {
            continue;
        };
        let newest = last.entry((entry.proposal, group)).or_insert(entry);
        if (newest.date, newest.id) < (entry.date, entry.id) {
            *newest = entry;
        }
    }
    let mut by_proposal: HashMap<_, Vec<_>> = HashMap::new();
    for ((proposal, _), entry) in last {
        by_proposal.entry(proposal).or_default().push(records.position(entry));
    }
    by_proposal
}

/// The grounds of each proposal's tally and verdict.
pub(super) struct Counted<'a, 'b> {
    snapshot: &'a Snapshot,
    records: &'b Records<'a>,
    as_of: NaiveDate,
    parties: Grounds,
    groups: HashMap<ProposalId, Vec<Grounds>>,
    // The camps of all parties, from every vote: computed once, and only on demand.
    camps: OnceCell<Grounds>,
}

impl<'a, 'b> Counted<'a, 'b> {
    pub(super) fn new(snapshot: &'a Snapshot, records: &'b Records<'a>, as_of: NaiveDate) -> Self {
        Self {
            snapshot,
            records,
            as_of,
            parties: Grounds::all(snapshot.parties.iter().map(|party| records.of(party.id))),
            groups: group_grounds(snapshot, records, as_of),
            camps: OnceCell::new(),
        }
    }

    /// The grounds for one proposal: every party counts, if only as unknown.
    pub(super) fn on(&self, column: Slot, proposal: &Proposal) -> Grounds {
        let positions = &self.snapshot.positions;
        let own = positions.parties_on(column).filter_map(|party| {
            Some(self.records.entry(positions.current(column, party, self.as_of)?))
        });
        let groups = self.groups.get(&proposal.id).into_iter().flatten().cloned();
        let whole = [self.parties.clone(), self.records.of(proposal.id)];
        Grounds::all(whole.into_iter().chain(own).chain(groups))
    }

    /// The grounds of what is computed for one proposal from its tally and the camps.
    pub(super) fn by_camp_on(&self, column: Slot, proposal: &Proposal) -> Grounds {
        let camps = self.camps.get_or_init(|| {
            let of_parties = CampGrounds::new(self.snapshot, self.records);
            Grounds::all(self.snapshot.parties.slots().map(|(slot, _)| of_parties.of(slot)))
        });
        Grounds::all([camps.clone(), self.on(column, proposal)])
    }

    /// The same plus the sponsors of the proposal: what the cost of a move is computed from.
    pub(super) fn weighed_on(&self, column: Slot, proposal: &Proposal) -> Grounds {
        let sponsors = self.snapshot.sponsors.iter().filter(|it| it.proposal == proposal.id);
        let sponsors = sponsors.map(|sponsor| self.records.of(sponsor.id));
        Grounds::all(sponsors.chain([self.by_camp_on(column, proposal)]))
    }

    /// The grounds of how a proposal is decided: the agenda items and their meetings.
    pub(super) fn decisions_on(&self, proposal: &Proposal) -> Grounds {
        let agenda = self.snapshot.agenda.iter().filter(|it| it.proposal == proposal.id);
        Grounds::all(agenda.flat_map(|it| [self.records.of(it.id), self.records.of(it.meeting)]))
    }
}
