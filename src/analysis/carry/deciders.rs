//! Those who decide on a proposal, as the matrix shows them.

use super::cost::{Held, Weights, apart, price};
use super::{Decider, Target};
use crate::analysis::{Basis, Coalition};
use crate::model::words::natural_cmp;
use crate::model::{Procedure, Slot, Snapshot, Stance};

/// One who decides on a proposal, and its stance.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Seat {
    /// The party.
    pub party: Slot,
    /// Its stance; `None` if unknown, or if its groups disagree.
    pub stance: Option<Stance>,
    /// Whether it is waiting for its capital, according to its own entry.
    pub hold: bool,
    /// Whether it sponsors the proposal.
    pub sponsor: bool,
    /// How that counts, and what moving it costs.
    pub decider: Decider,
}

/// All who decide on a proposal, by code, with the costs of moving them.
pub fn seats(
    snapshot: &Snapshot,
    coalition: &Coalition,
    proposal: Slot,
    procedure: Procedure,
) -> Vec<Seat> {
    let id = snapshot.proposals.at(proposal).map(|proposal| proposal.id);
    let weights = Weights::of(&snapshot.dossier);
    let sponsors = snapshot.sponsors.iter().filter(|it| Some(it.proposal) == id);
    let sponsors: Vec<_> =
        sponsors.filter_map(|it| Some((snapshot.parties.slot(it.party)?, it.main))).collect();
    let main = sponsors.iter().filter(|(_, main)| *main);
    let camps: Vec<_> = main.map(|(slot, _)| coalition.camps.camp(*slot)).collect();
    let mut deciding: Vec<_> =
        snapshot.parties.slots().filter(|(_, party)| party.decides).collect();
    deciding.sort_by(|(_, a), (_, b)| natural_cmp(&a.code, &b.code));
    let seat = |(party, _): (Slot, _)| {
        let stance = coalition.stance(proposal, party);
        let own = coalition.basis(proposal, party) == Basis::Own;
        let entry = snapshot.positions.current(proposal, party, coalition.as_of);
        let entry = entry.filter(|_| own);
        let camp = coalition.camps.camp(party);
        let hold = entry.is_some_and(|entry| entry.hold());
        let held = Held {
            stance,
            salience: entry.and_then(|entry| entry.salience()),
            certainty: entry.and_then(|entry| entry.certainty()),
            hold: hold && procedure == Procedure::Silence,
            apart: camps.iter().map(|it| apart(camp, *it)).min().unwrap_or_default(),
        };
        let offers = [Target::Accept, Target::Support].map(|to| price(held, to, &weights));
        let sponsor = sponsors.iter().any(|(slot, _)| *slot == party);
        let decider = Decider { counts_as: procedure.counts_as(stance, hold), offers };
        Seat { party, stance, hold, sponsor, decider }
    };
    deciding.into_iter().map(seat).collect()
}
