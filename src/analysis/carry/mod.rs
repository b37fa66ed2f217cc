//! The moves that would carry a proposal: the cheapest ones after which a rule is met whatever the
//! parties with unknown stances may do.
//!
//! An objector can be moved to abstention or support, an abstainer to support; an unknown counts as
//! against until asked. Each move has a cost. This is a covering knapsack problem: reach the
//! threshold with moves whose costs add up to the least. It is solved exactly, by dynamic
//! programming over what is still missing (R. Bellman, *Dynamic Programming*, 1957); nothing is
//! sampled or estimated.

mod calls;
mod cost;
mod deciders;
mod groups;
mod procedure;
mod reminders;
mod search;
mod turning;
mod way;
mod whole;

use std::fmt;

use super::{Outcome, Rule};
use crate::model::{Stance, keyed};

pub use calls::{Call, Calls, Worth, calls};
pub use deciders::{Seat, seats};
pub use groups::GroupCall;
pub use procedure::{ahead, coming_procedure};
pub use reminders::{Departure, Reminders, reminders};
pub use turning::{Turning, turning};
pub use way::{CheapMove, Way};
pub(super) use whole::whole;
pub use whole::{Whole, decided_with, together};

keyed! {
    /// How a stance counts when a decision is taken.
    pub enum CountsAs as "counts-as" {
        /// Champions and supporters.
        For = "for",
        /// All others whose stance is known.
        Abstains = "abstain",
        /// Objectors.
        Against = "against",
        /// Nothing is known; counts as against until asked.
        Unknown = "unknown",
    }
}

keyed! {
    /// Where a party can be moved.
    pub enum Target as "target" {
        /// It can live with the proposal, and abstains in a vote.
        Accept = "accept",
        /// It supports the proposal.
        Support = "support",
    }
}

/// The cost of a move in millionths, so that sums are exact.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Cost(pub u64);

impl Cost {
    /// The cost as a number.
    pub fn number(self) -> f64 {
        self.0 as f64 / 1e6
    }
}

impl fmt::Display for Cost {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let written = format!("{:.2}", self.number());
        f.write_str(written.trim_end_matches('0').trim_end_matches('.'))
    }
}

/// One who decides: how its stance counts, and the cost of moving it, if it can be moved.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Decider {
    /// How its stance counts.
    pub counts_as: CountsAs,
    /// The cost of moving it to accepting, and to supporting.
    pub offers: [Option<Cost>; 2],
}

/// A move of one of those who decide, by its place in the list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Move {
    /// Its place.
    pub place: usize,
    /// Where it is moved.
    pub to: Target,
    /// Their cost.
    pub cost: Cost,
}

/// Moves that together carry the proposal, none of them in vain.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Moves {
    /// The moves, in the order of the list.
    pub moves: Vec<Move>,
    /// The sum of their costs.
    pub cost: Cost,
}

/// The verdict on a proposal under a rule, and the moves that would carry it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Carry {
    /// The verdict as things stand.
    pub verdict: Outcome,
    /// How many count as for, abstaining, against and unknown, in the order of [`CountsAs`].
    pub counts: [usize; 4],
    /// How many votes there are above the threshold if all unknowns are against; below zero, how
    /// many are missing. Under consensus, minus the number of those in the way.
    pub margin: i64,
    /// The cheapest moves; `None` if no moves suffice, or if nobody decides.
    pub cheapest: Option<Moves>,
    /// Other moves that suffice at no more than a tenth above the least cost, cheapest first,
    /// limited to twenty.
    pub alternatives: Vec<Moves>,
    /// Whether there are more alternatives than these, or may be.
    pub has_more: bool,
    /// Those that every cheapest set moves, by place.
    pub always: Vec<usize>,
    /// The unknowns whose support would save something, by place, the greatest saving first; for
    /// equal savings, the cheaper move first. Those who are alike in both are together.
    pub ask_first: Vec<Vec<usize>>,
}

/// Too many decide for an exact answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TooManyDeciders {
    /// How many there are.
    pub deciders: usize,
    /// How many are allowed.
    pub most: usize,
}

/// The most who may decide: about five times the membership of the United Nations.
const MOST_DECIDERS: usize = 1_000;

/// The most alternatives listed.
const MOST_ALTERNATIVES: usize = 20;

impl CountsAs {
    /// How a stance counts.
    pub fn of(stance: Option<Stance>) -> Self {
        match stance {
            Some(Stance::Champion | Stance::Support) => Self::For,
            Some(Stance::Accept | Stance::Reserve | Stance::NoInstructions) => Self::Abstains,
            Some(Stance::Object) => Self::Against,
            None => Self::Unknown,
        }
    }
}

impl Decider {
    /// The cost of a move, if it brings the proposal nearer and can be made.
    fn offer(&self, to: Target) -> Option<Cost> {
        let helps = match self.counts_as {
            CountsAs::For => false,
            CountsAs::Abstains => to == Target::Support,
            CountsAs::Against | CountsAs::Unknown => true,
        };
        self.offers[to as usize].filter(|_| helps)
    }

    fn moves(&self) -> impl Iterator<Item = (Target, Cost)> + '_ {
        use crate::model::Keyed;
        Target::ALL.iter().filter_map(|to| Some((*to, self.offer(*to)?)))
    }
}

/// The votes and sponsors still missing before a rule is met.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Missing {
    // In votes: each vote for weighs one, each vote against as much as the rule gives it.
    votes: usize,
    // Whether somebody has to be for it: a vote in which nobody votes adopts nothing.
    support: bool,
}

impl Missing {
    fn new([yes, ..]: [usize; 4], margin: i64, rule: Rule) -> Self {
        let votes = usize::try_from(-margin).unwrap_or_default();
        Self { votes, support: rule == Rule::TwoThirds && yes == 0 }
    }

    fn is_met(self) -> bool {
        self.votes == 0 && !self.support
    }

    /// The same after a move.
    fn after(self, counts_as: CountsAs, to: Target, rule: Rule) -> Self {
        let lifted = match (counts_as, rule) {
            (CountsAs::For | CountsAs::Abstains, _) => 0,
            (CountsAs::Against | CountsAs::Unknown, Rule::TwoThirds) => 2,
            (CountsAs::Against | CountsAs::Unknown, Rule::Consensus | Rule::Majority) => 1,
        };
        let won = usize::from(to == Target::Support && rule != Rule::Consensus);
        Self {
            votes: self.votes.saturating_sub(lifted + won),
            support: self.support && to != Target::Support,
        }
    }
}

/// Works out what would carry a proposal. A vote against weighs twice under two thirds, since
/// the votes for have to be twice as many.
///
/// # Errors
/// [`TooManyDeciders`] if an exact answer would take too long.
pub fn carry(deciders: &[Decider], rule: Rule) -> Result<Carry, TooManyDeciders> {
    not_too_many(deciders)?;
    let counts = counts(deciders);
    let mut carry = Carry {
        verdict: verdict(deciders, rule),
        counts,
        margin: margin(counts, rule),
        cheapest: None,
        alternatives: Vec::new(),
        has_more: false,
        always: Vec::new(),
        ask_first: Vec::new(),
    };
    if !deciders.is_empty() {
        search::fill(&mut carry, deciders, rule);
    }
    Ok(carry)
}

/// The cheapest moves that carry a proposal, without anything else that [`carry`] finds out; `None`
/// if no moves suffice, or if nobody decides.
///
/// # Errors
/// As [`carry`].
pub fn cheapest(deciders: &[Decider], rule: Rule) -> Result<Option<Moves>, TooManyDeciders> {
    not_too_many(deciders)?;
    let counts = counts(deciders);
    let start = Missing::new(counts, margin(counts, rule), rule);
    Ok(search::only_cheapest(deciders, start, rule))
}

fn not_too_many(deciders: &[Decider]) -> Result<(), TooManyDeciders> {
    let too_many = TooManyDeciders { deciders: deciders.len(), most: MOST_DECIDERS };
    if deciders.len() > MOST_DECIDERS { Err(too_many) } else { Ok(()) }
}

/// How many count as each, in the order of [`CountsAs`].
fn counts(deciders: &[Decider]) -> [usize; 4] {
    let mut counts = [0; 4];
    deciders.iter().for_each(|it| counts[it.counts_as as usize] += 1);
    counts
}

/// How many votes there are above the threshold; see [`Carry::margin`].
fn margin(counts: [usize; 4], rule: Rule) -> i64 {
    let [yes, _, against, unknown] = counts.map(|count| i64::try_from(count).unwrap_or(i64::MAX));
    let no = against + unknown;
    match rule {
        Rule::Consensus => -no,
        // A vote in which nobody votes adopts nothing.
        Rule::TwoThirds => yes - (2 * no).max(1),
        Rule::Majority => yes - no - 1,
    }
}

/// The verdict, as in [`adoption`](super::adoption()).
pub(super) fn verdict(deciders: &[Decider], rule: Rule) -> Outcome {
    let mut tally = super::Tally::default();
    for decider in deciders {
        tally.add(match decider.counts_as {
            CountsAs::For => Some(Stance::Support),
            CountsAs::Abstains => Some(Stance::Accept),
            CountsAs::Against => Some(Stance::Object),
            CountsAs::Unknown => None,
        });
    }
    super::adoption(&tally).under(rule)
}

#[cfg(test)]
mod tests;
