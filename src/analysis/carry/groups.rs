//! Groups that may be called: one answer for those of their members who have none of their own.

use std::collections::{HashMap, HashSet};

use super::calls::{aged, share};
use super::cost::{Held, Weights, price};
use super::{Missing, Target, Worth};
use crate::analysis::{Basis, Coalition, Rule};
use crate::model::{GroupId, Keyed, Position, Slot, Snapshot, Stance};

/// A group that may be called.
#[derive(Clone, Debug, PartialEq)]
pub struct GroupCall {
    /// The group.
    pub group: GroupId,
    /// How many of those who decide take its answer as their own: members without an entry of their
    /// own.
    pub members: usize,
    /// Whether it has ever spoken for its members in this dossier. If not, it is worth no call.
    pub speaks: bool,
    /// Its own latest position; `None` if it has not spoken on the proposal.
    pub said: Option<Position>,
    /// The worth of a call, by the same measure as a call to a party.
    pub worth: Worth,
}

/// The groups whose answer at least two members would take, in no particular order.
pub(super) fn group_calls(
    snapshot: &Snapshot,
    coalition: &Coalition,
    proposal: Slot,
    (missing, rule): (Missing, Rule),
) -> Vec<GroupCall> {
    let Some(id) = snapshot.proposals.at(proposal).map(|it| it.id) else { return Vec::new() };
    let mut following: HashMap<GroupId, usize> = HashMap::new();
    for link in snapshot.memberships.iter().filter(|it| it.holds_on(coalition.as_of)) {
        let party = snapshot.parties.slot(link.party);
        let follows = party.is_some_and(|slot| {
            snapshot.parties.at(slot).is_some_and(|it| it.decides)
                && coalition.basis(proposal, slot) != Basis::Own
        });
        *following.entry(link.group).or_default() += usize::from(follows);
    }
    let speaking: HashSet<_> =
        snapshot.group_positions.iter().filter_map(|it| it.by.group()).collect();
    let weights = Weights::of(&snapshot.dossier);
    let one = |(group, members): (GroupId, usize)| {
        let said = snapshot.current_position(id, group, coalition.as_of);
        let speaks = speaking.contains(&group);
        // A group that comes over lifts its members from against or from unknown.
        let votes = match said.as_ref().and_then(|it| it.stance) {
            Some(Stance::Champion | Stance::Support) => 0,
            Some(Stance::Accept | Stance::Reserve | Stance::NoInstructions) => {
                members * usize::from(rule != Rule::Consensus)
            }
            Some(Stance::Object) | None => {
                let start = Missing { votes: 3, support: false };
                let each = start.after(super::CountsAs::Unknown, Target::Support, rule);
                members * (start.votes - each.votes)
            }
        };
        let decisive = if missing.is_met() { 0.0 } else { share(votes, missing.votes.max(1)) };
        let worth = Worth {
            decisive,
            movable: if speaks { movable(said.as_ref(), &weights) } else { 0.0 },
            stale: aged(said.as_ref().map(|it| it.date), coalition.as_of, snapshot),
        };
        GroupCall { group, members, speaks, said, worth }
    };
    following.into_iter().filter(|(_, members)| *members >= 2).map(one).collect()
}

/// How easily a group may move: 1 / (1 + the cost of its cheapest move), as for a party. It has a
/// camp only through its members, and they are not consulted here.
fn movable(said: Option<&Position>, weights: &Weights) -> f64 {
    let held = Held {
        stance: said.and_then(|it| it.stance),
        salience: said.and_then(|it| it.salience),
        certainty: said.and_then(|it| it.certainty),
        ..Held::default()
    };
    let costs = Target::ALL.iter().filter_map(|to| price(held, *to, weights));
    costs.min().map_or(0.0, |cost| 1.0 / (1.0 + cost.number()))
}
