//! The moves that would carry a proposal, by party.

use super::{Cost, Seat, Target, cheapest};
use crate::analysis::Rule;
use crate::model::{Slot, Stance};

/// A move that belongs to the cheapest ones.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CheapMove {
    /// The party.
    pub party: Slot,
    /// Its stance now; `None` is unknown.
    pub from: Option<Stance>,
    /// Where it would be moved.
    pub to: Target,
    /// Its cost.
    pub cost: Cost,
}

/// The way to carry a proposal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Way {
    /// These moves; none are needed if it carries as it is.
    Moves(Vec<CheapMove>),
    /// No moves suffice.
    None,
    /// Too many decide for an exact answer.
    Unanswered,
}

impl Way {
    /// The cheapest moves by which a rule is met.
    pub fn cheapest(seats: &[Seat], rule: Rule) -> Self {
        let deciders: Vec<_> = seats.iter().map(|seat| seat.decider).collect();
        let Ok(found) = cheapest(&deciders, rule) else { return Self::Unanswered };
        found.map_or(Self::None, |set| {
            let of = set.moves.into_iter().filter_map(|it| {
                let Seat { party, stance, .. } = *seats.get(it.place)?;
                Some(CheapMove { party, from: stance, to: it.to, cost: it.cost })
            });
            Self::Moves(of.collect())
        })
    }

    /// The sum of the costs; `None` if there is no way, or none could be computed.
    pub fn cost(&self) -> Option<Cost> {
        match self {
            Self::Moves(moves) => Some(Cost(moves.iter().map(|it| it.cost.0).sum())),
            Self::None | Self::Unanswered => None,
        }
    }
}
