//! The search for the cheapest moves: exact, by dynamic programming over what is missing.

use std::cmp::Reverse;
use std::collections::BinaryHeap;

use super::{Carry, Cost, Decider, MOST_ALTERNATIVES, Missing, Move, Moves, Target};
use crate::analysis::Rule;

/// How many partial sets are tried in the search for alternatives.
const MOST_STEPS: usize = 200_000;

/// The cost of reaching each state of what is missing, before or after each of those who decide;
/// `None` if it cannot be reached.
struct Costs {
    votes: usize,
    // One row per decider and one more; two places per number of missing votes.
    least: Vec<Option<u64>>,
}

impl Costs {
    fn new(deciders: usize, votes: usize) -> Self {
        Self { votes, least: vec![None; (deciders + 1) * (votes + 1) * 2] }
    }

    fn place(&self, row: usize, missing: Missing) -> usize {
        (row * (self.votes + 1) + missing.votes) * 2 + usize::from(missing.support)
    }

    fn get(&self, row: usize, missing: Missing) -> Option<u64> {
        self.least[self.place(row, missing)]
    }

    fn lower(&mut self, row: usize, missing: Missing, cost: Option<u64>) {
        let place = self.place(row, missing);
        let held = &mut self.least[place];
        *held = [*held, cost].into_iter().flatten().min();
    }

    fn states(&self) -> impl Iterator<Item = Missing> + use<> {
        let states = |votes| [false, true].map(|support| Missing { votes, support });
        (0..=self.votes).flat_map(states)
    }
}

/// Fills in what follows from the search.
pub(super) fn fill(carry: &mut Carry, deciders: &[Decider], rule: Rule) {
    let start = Missing::new(carry.counts, carry.margin, rule);
    let after = rest(deciders, rule, start);
    let before = reached(deciders, rule, start);
    let best = after.get(0, start);
    carry.cheapest = best.map(|_| cheapest(deciders, rule, start, &after));
    // The least cost if one of them is not moved, or is moved in a given way.
    let with = |place: usize, moved: Option<(Target, u64)>| {
        let decider = &deciders[place];
        let through = before.states().filter_map(|state| {
            let (next, cost) = match moved {
                Some((to, cost)) => (state.after(decider.counts_as, to, rule), cost),
                None => (state, 0),
            };
            Some(before.get(place, state)? + cost + after.get(place + 1, next)?)
        });
        through.min()
    };
    let places = 0..deciders.len();
    if best.is_some() {
        carry.always = places.clone().filter(|place| with(*place, None) != best).collect();
    }
    let unknown = places.filter(|place| deciders[*place].counts_as == super::CountsAs::Unknown);
    let mut savings: Vec<_> = unknown
        .filter_map(|place| {
            let supported = with(place, Some((Target::Support, 0)))?;
            let saving = best.map_or(u64::MAX, |best| best - supported.min(best));
            let own = deciders[place].moves().map(|(_, cost)| cost).min();
            (saving > 0).then_some((Reverse(saving), own.is_none(), own, place))
        })
        .collect();
    savings.sort_unstable();
    let alike = savings.chunk_by(|a, b| (a.0, a.1, a.2) == (b.0, b.1, b.2));
    carry.ask_first = alike.map(|it| it.iter().map(|(_, _, _, place)| *place).collect()).collect();
    if let Some(cheapest) = &carry.cheapest {
        (carry.alternatives, carry.has_more) =
            alternatives(deciders, rule, start, &after, cheapest);
    }
}

/// The cheapest moves alone; `None` if no moves suffice, or if nobody decides.
pub(super) fn only_cheapest(deciders: &[Decider], start: Missing, rule: Rule) -> Option<Moves> {
    let after = rest(deciders, rule, start);
    after.get(0, start).filter(|_| !deciders.is_empty())?;
    Some(cheapest(deciders, rule, start, &after))
}

/// For each decider and each state, the least cost of the moves from there on.
fn rest(deciders: &[Decider], rule: Rule, start: Missing) -> Costs {
    let mut costs = Costs::new(deciders.len(), start.votes);
    costs.lower(deciders.len(), Missing { votes: 0, support: false }, Some(0));
    for (row, decider) in deciders.iter().enumerate().rev() {
        for state in costs.states() {
            costs.lower(row, state, costs.get(row + 1, state));
            for (to, Cost(cost)) in decider.moves() {
                let next = costs.get(row + 1, state.after(decider.counts_as, to, rule));
                costs.lower(row, state, next.map(|next| next + cost));
            }
        }
    }
    costs
}

/// For each decider and each state, the least cost of getting there.
fn reached(deciders: &[Decider], rule: Rule, start: Missing) -> Costs {
    let mut costs = Costs::new(deciders.len(), start.votes);
    costs.lower(0, start, Some(0));
    for (row, decider) in deciders.iter().enumerate() {
        for state in costs.states() {
            let Some(here) = costs.get(row, state) else { continue };
            costs.lower(row + 1, state, Some(here));
            for (to, Cost(cost)) in decider.moves() {
                let next = state.after(decider.counts_as, to, rule);
                costs.lower(row + 1, next, Some(here + cost));
            }
        }
    }
    costs
}

/// One cheapest set. If several cost the same, one in which nobody is moved in vain or too far.
fn cheapest(deciders: &[Decider], rule: Rule, start: Missing, after: &Costs) -> Moves {
    let (mut state, mut found) = (start, Moves::default());
    for (place, decider) in deciders.iter().enumerate() {
        let least = after.get(place, state);
        if after.get(place + 1, state) == least {
            continue;
        }
        let fits = |(to, cost): &(Target, Cost)| {
            let next = after.get(place + 1, state.after(decider.counts_as, *to, rule));
            next.map(|next| next + cost.0) == least
        };
        if let Some((to, cost)) = decider.moves().find(fits) {
            state = state.after(decider.counts_as, to, rule);
            found.add(Move { place, to, cost });
        }
    }
    found
}

/// Other sets within a tenth of the least cost, in which no move is in vain. The partial set with
/// the lowest bound is continued first, and the bound is exact, so they are found in order of cost
/// (P. E. Hart, N. J. Nilsson and B. Raphael, 1968). Also says whether there may be more.
fn alternatives(
    deciders: &[Decider],
    rule: Rule,
    start: Missing,
    after: &Costs,
    cheapest: &Moves,
) -> (Vec<Moves>, bool) {
    let most = cheapest.cost.0 + cheapest.cost.0 / 10;
    // Each partial set as its last move and the set before it.
    let mut chain: Vec<(Option<usize>, Move)> = Vec::new();
    let mut heap = BinaryHeap::new();
    let mut made = 0_usize;
    heap.push(Reverse((cheapest.cost.0, made, 0, 0, start.votes, start.support, None)));
    let mut found = Vec::new();
    for _ in 0..MOST_STEPS {
        let Some(Reverse((_, _, spent, place, votes, support, last))) = heap.pop() else {
            return (found, false);
        };
        let state = Missing { votes, support };
        if place == deciders.len() {
            let set = collect(&chain, last);
            if set.moves != cheapest.moves && is_lean(deciders, rule, start, &set) {
                if found.len() == MOST_ALTERNATIVES {
                    return (found, true);
                }
                found.push(set);
            }
            continue;
        }
        let decider = &deciders[place];
        // A move that changes nothing, or goes too far, is never lean, yet would be tried in every
        // combination: under consensus, with all who abstain.
        let nearer = |(to, cost): &(Target, Cost)| {
            let near = decider.offer(Target::Accept).filter(|near| near <= cost);
            let then = |to| state.after(decider.counts_as, to, rule);
            let further = *to == Target::Accept || near.is_none();
            then(*to) != state && (further || then(Target::Accept) != then(*to))
        };
        let stays = [None].into_iter().chain(decider.moves().filter(nearer).map(Some));
        for moved in stays {
            let (next, cost) = match moved {
                Some((to, Cost(cost))) => (state.after(decider.counts_as, to, rule), cost),
                None => (state, 0),
            };
            let Some(bound) = after.get(place + 1, next).map(|rest| spent + cost + rest) else {
                continue;
            };
            if bound > most {
                continue;
            }
            let last = match moved {
                Some((to, cost)) => {
                    chain.push((last, Move { place, to, cost }));
                    Some(chain.len() - 1)
                }
                None => last,
            };
            // Among sets with the same bound, the one nearest to completion comes first.
            made += 1;
            let order = usize::MAX - made;
            heap.push(Reverse((
                bound,
                order,
                spent + cost,
                place + 1,
                next.votes,
                next.support,
                last,
            )));
        }
    }
    (found, !heap.is_empty())
}

fn collect(chain: &[(Option<usize>, Move)], mut last: Option<usize>) -> Moves {
    let mut moves = Vec::new();
    while let Some((before, step)) = last.and_then(|last| chain.get(last)) {
        moves.push(*step);
        last = *before;
    }
    moves.reverse();
    let mut set = Moves::default();
    moves.into_iter().for_each(|step| set.add(step));
    set
}

/// Whether every move of a set is needed and none goes further than necessary at a higher cost.
fn is_lean(deciders: &[Decider], rule: Rule, start: Missing, set: &Moves) -> bool {
    let met = |without: usize, instead: Option<Target>| {
        let steps = set.moves.iter().enumerate();
        let steps = steps.filter_map(|(at, step)| {
            let to = if at == without { instead? } else { step.to };
            Some((deciders[step.place].counts_as, to))
        });
        steps.fold(start, |state, (counts_as, to)| state.after(counts_as, to, rule)).is_met()
    };
    set.moves.iter().enumerate().all(|(at, step)| {
        let nearer = deciders[step.place].offer(Target::Accept);
        let nearer = nearer.filter(|cost| step.to == Target::Support && *cost <= step.cost);
        let is_needed = !met(at, None);
        let is_near = nearer.is_none() || !met(at, Some(Target::Accept));
        is_needed && is_near
    })
}

impl Moves {
    fn add(&mut self, step: Move) {
        self.cost.0 += step.cost.0;
        self.moves.push(step);
    }
}
