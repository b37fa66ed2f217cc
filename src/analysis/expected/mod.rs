//! Chances, from past votes, for parties that have not spoken on a proposal.
//!
//! The method is that of the nearest neighbours with a kernel (E. A. Nadaraya, *On Estimating
//! Regression*, 1964): parties that have spoken on the proposal stand in for those that have not,
//! each with a weight that falls the less alike they voted in the contested roll calls. It has two
//! constants, [`LIKENESS`] and [`LEAST_COMMON`]. Nothing is fitted to the dossier, so the same
//! record always gives the same numbers.
//!
//! How good that is follows from leaving out one roll call at a time (`calibration`). If the plain
//! share of the camp would have done as well, that is used instead, and the result says so. An
//! expectation is never a stance: it is in no tally.

mod calibration;
mod chance;
mod recorded;

use super::{Coalition, CountsAs, Rule};
use crate::model::words::natural_cmp;
use crate::model::{Camp, Keyed, Slot, Snapshot, keyed};

pub use calibration::{Calibration, RollCallScore, Score};
pub use recorded::RecordedVotes;

use recorded::Vote;

/// How steeply the weight of a neighbour falls: its likeness, from 0 to 1, to this power. Tried on
/// the twelve roll calls of the library with three, six and nine states in ten silent: 8, 16 and 32
/// differ by no more than a tenth in the Brier score.
const LIKENESS: i32 = 16;

/// Two parties are compared if both voted in at least this many roll calls.
const LEAST_COMMON: u32 = 3;

keyed! {
    /// How an expectation was worked out.
    pub enum Method as "expectation" {
        /// From those who voted alike.
        Likeness = "likeness",
        /// From the share of the camp, because likeness would do no better.
        CampShare = "camp_share",
    }
}

/// How likely a party is to vote for, to abstain and to vote against: from 0 to 1 each, together 1.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Chances(pub(super) [f64; 3]);

impl Chances {
    /// The chance that it votes for.
    pub fn yes(self) -> f64 {
        self.0[Vote::Yes as usize]
    }

    /// The chance that it abstains.
    pub fn abstain(self) -> f64 {
        self.0[Vote::Abstain as usize]
    }

    /// The chance that it votes against.
    pub fn no(self) -> f64 {
        self.0[Vote::No as usize]
    }
}

/// Weights of votes, from which chances follow.
#[derive(Clone, Copy, Debug, Default)]
struct Weights([f64; 3]);

impl Weights {
    fn add(&mut self, vote: Vote, weight: f64) {
        self.0[vote as usize] += weight;
    }

    /// The shares. Each vote starts with a third of one, so that nothing is held to be impossible
    /// (P.-S. Laplace, 1774).
    fn shares(self) -> Chances {
        let sum: f64 = self.0.iter().sum::<f64>() + 1.0;
        Chances(self.0.map(|weight| (weight + 1.0 / 3.0) / sum))
    }

    /// The shares, with what all did together counting as much as one perfect neighbour.
    fn shares_beside(self, all: Chances) -> Chances {
        let sum: f64 = self.0.iter().sum::<f64>() + 1.0;
        let mut shares = self.0;
        shares.iter_mut().zip(all.0).for_each(|(share, of_all)| *share = (*share + of_all) / sum);
        Chances(shares)
    }
}

/// The outlook of a proposal according to past votes.
#[derive(Clone, Debug, PartialEq)]
pub struct Expected {
    /// How the chances were worked out.
    pub method: Method,
    /// Those who decide and whose stance is unknown, by code.
    pub parties: Vec<(Slot, Chances)>,
    /// How many of those who decide have spoken.
    pub spoken: usize,
    /// The chance that nobody votes against, worked out exactly.
    pub consensus: f64,
    /// The chance that it carries by two thirds.
    pub two_thirds: f64,
    /// The same by a simple majority.
    pub majority: f64,
    /// How well the methods do in the roll calls, for the same parties.
    pub calibration: Calibration,
}

/// One who decides: its present stance, and its camp.
#[derive(Clone, Copy, Debug)]
struct Member {
    slot: Slot,
    said: Option<Vote>,
    camp: Camp,
}

/// Works out what past votes suggest about those who have not spoken on a proposal.
pub fn expected(
    snapshot: &Snapshot,
    recorded: &RecordedVotes,
    coalition: &Coalition,
    proposal: Slot,
) -> Expected {
    let mut deciding: Vec<_> =
        snapshot.parties.slots().filter(|(_, party)| party.decides).collect();
    deciding.sort_by(|(_, a), (_, b)| natural_cmp(&a.code, &b.code));
    let members: Vec<_> = deciding
        .into_iter()
        .map(|(slot, _)| {
            let said = match CountsAs::of(coalition.stance(proposal, slot)) {
                CountsAs::For => Some(Vote::Yes),
                CountsAs::Abstains => Some(Vote::Abstain),
                CountsAs::Against => Some(Vote::No),
                CountsAs::Unknown => None,
            };
            Member { slot, said, camp: coalition.camps.camp(slot) }
        })
        .collect();
    let (silent, spoken): (Vec<_>, Vec<_>) = members.iter().partition(|it| it.said.is_none());
    let calibration = calibration::calibrate(snapshot, recorded, &silent, &spoken);
    let method = calibration.better();
    let chances = match method {
        Method::Likeness => by_likeness(recorded, &silent, &spoken),
        Method::CampShare => by_camp(&silent, &spoken),
    };
    let fixed: Vec<_> = spoken.iter().filter_map(|it| it.said).collect();
    let [consensus, two_thirds, majority] = [Rule::Consensus, Rule::TwoThirds, Rule::Majority]
        .map(|rule| chance::carries(&fixed, &chances, rule));
    Expected {
        method,
        spoken: spoken.len(),
        consensus,
        two_thirds,
        majority,
        parties: silent.iter().map(|it| it.slot).zip(chances).collect(),
        calibration,
    }
}

/// The chances of the silent parties, from those who have spoken and voted alike before.
fn by_likeness(recorded: &RecordedVotes, silent: &[&Member], spoken: &[&Member]) -> Vec<Chances> {
    let all = shares(spoken.iter().filter_map(|it| it.said));
    let of = |member: &&Member| {
        let mut weights = Weights::default();
        for (other, said) in spoken.iter().filter_map(|it| Some((it, it.said?))) {
            let compared = recorded.compared(member.slot, other.slot);
            if let Some(likeness) = compared.likeness() {
                weights.add(said, likeness.powi(LIKENESS));
            }
        }
        weights.shares_beside(all)
    };
    silent.iter().map(of).collect()
}

/// The chances of the silent parties, from those of their camp who have spoken.
fn by_camp(silent: &[&Member], spoken: &[&Member]) -> Vec<Chances> {
    let share =
        |camp: &Camp| shares(spoken.iter().filter(|it| it.camp == *camp).filter_map(|it| it.said));
    let of_camps: Vec<_> = Camp::ALL.iter().map(share).collect();
    silent.iter().map(|it| of_camps[it.camp as usize]).collect()
}

fn shares(votes: impl Iterator<Item = Vote>) -> Chances {
    let mut weights = Weights::default();
    votes.for_each(|vote| weights.add(vote, 1.0));
    weights.shares()
}

#[cfg(test)]
mod tests;
