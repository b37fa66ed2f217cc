//! How well an expectation would have done in past roll calls, leaving out each in turn.

use rustc_hash::FxHashMap;

use super::recorded::{Compared, Contested};
use super::{Chances, LIKENESS, Member, Method, RecordedVotes, Vote, Weights};
use crate::analysis::camps::read_camp;
use crate::model::{Camp, RollCallId, Side, Slot, Snapshot};

/// The least chance counted in the log loss, so that one vote held to be impossible does not
/// outweigh all others.
const LEAST: f64 = 0.01;

/// How far chances were from the votes that were cast.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Score {
    /// The Brier score: the squared distance from what happened, summed over the three votes (G. W.
    /// Brier, 1950); 0 is perfect, 2 the worst.
    pub brier: f64,
    /// The log loss: minus the natural logarithm of the chance given to what happened; 0 is perfect.
    pub log_loss: f64,
}

/// The score in one roll call.
#[derive(Clone, Debug, PartialEq)]
pub struct RollCallScore {
    /// Its code.
    pub code: String,
    /// Its place in the dossier; `None` for one of the library.
    pub id: Option<RollCallId>,
    /// How many votes were expected.
    pub votes: usize,
    /// How far off that was.
    pub score: Score,
}

/// How well expectations do: in each roll call the votes of the silent parties are predicted from
/// those of the others, with likeness and camps taken from all other roll calls.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Calibration {
    /// By roll call, without those in which none of the silent or none of the others voted.
    pub roll_calls: Vec<RollCallScore>,
    /// How many votes were expected in all.
    pub votes: usize,
    /// Over all votes, by likeness; `None` if there was nothing to try, as with the others.
    pub likeness: Option<Score>,
    /// The same by the share of the camp.
    pub camp_share: Option<Score>,
    /// The same if everybody is assumed to vote for.
    pub all_yes: Option<Score>,
}

impl Calibration {
    /// The method to be used: likeness, if it does better than the share of the camp.
    pub(super) fn better(&self) -> Method {
        match (self.likeness, self.camp_share) {
            (Some(likeness), Some(camp)) if likeness.brier < camp.brier => Method::Likeness,
            _ => Method::CampShare,
        }
    }
}

/// A sum of scores.
#[derive(Clone, Copy, Default)]
struct Sum(Score, usize);

impl Sum {
    fn add(&mut self, chances: Chances, cast: Vote) {
        let squares = chances.0.iter().enumerate().map(|(place, chance)| {
            let happened = if place == cast as usize { 1.0 } else { 0.0 };
            (chance - happened).powi(2)
        });
        self.0.brier += squares.sum::<f64>();
        self.0.log_loss -= chances.0[cast as usize].max(LEAST).ln();
        self.1 += 1;
    }

    fn and(self, other: Self) -> Self {
        let score = Score {
            brier: self.0.brier + other.0.brier,
            log_loss: self.0.log_loss + other.0.log_loss,
        };
        Self(score, self.1 + other.1)
    }

    fn mean(self) -> Option<Score> {
        let votes = self.1 as f64;
        (self.1 > 0)
            .then(|| Score { brier: self.0.brier / votes, log_loss: self.0.log_loss / votes })
    }
}

/// Tries the methods in every roll call, with the same silent parties and the same others.
pub(super) fn calibrate(
    snapshot: &Snapshot,
    recorded: &RecordedVotes,
    silent: &[&Member],
    spoken: &[&Member],
) -> Calibration {
    let roll_calls = recorded.roll_calls();
    let mut sums = vec![[Sum::default(); 3]; roll_calls.len()];
    let members = silent.iter().chain(spoken).copied();
    let camps = CampsWithout::new(snapshot, recorded, members);
    let shares: Vec<_> = roll_calls
        .iter()
        .enumerate()
        .map(|(place, roll_call)| {
            let mut all = Weights::default();
            let mut by_camp = [Weights::default(); 4];
            for (other, vote) in spoken.iter().filter_map(|it| Some((it, roll_call.vote(it.slot)?)))
            {
                all.add(vote, 1.0);
                by_camp[camps.of(place, other.slot) as usize].add(vote, 1.0);
            }
            (all, by_camp)
        })
        .collect();
    for member in silent {
        let compared: Vec<_> =
            spoken.iter().map(|it| recorded.compared(member.slot, it.slot)).collect();
        for (place, roll_call) in roll_calls.iter().enumerate() {
            let (all, by_camp) = shares[place];
            let Some(cast) =
                roll_call.vote(member.slot).filter(|_| all.0.iter().sum::<f64>() > 0.0)
            else {
                continue;
            };
            let others = spoken
                .iter()
                .zip(&compared)
                .filter_map(|(it, compared)| Some((roll_call.vote(it.slot)?, *compared)));
            let chances = [
                alike(cast, others).shares_beside(all.shares()),
                by_camp[camps.of(place, member.slot) as usize].shares(),
                Chances([1.0, 0.0, 0.0]),
            ];
            sums[place].iter_mut().zip(chances).for_each(|(sum, chances)| sum.add(chances, cast));
        }
    }
    let scored = roll_calls.iter().zip(&sums).filter_map(|(roll_call, [likeness, ..])| {
        let score = likeness.mean()?;
        Some(RollCallScore {
            code: roll_call.code.clone(),
            id: roll_call.id,
            votes: likeness.1,
            score,
        })
    });
    let total = |method: usize| sums.iter().map(|it| it[method]).fold(Sum::default(), Sum::and);
    Calibration {
        roll_calls: scored.collect(),
        votes: total(0).1,
        likeness: total(0).mean(),
        camp_share: total(1).mean(),
        all_yes: total(2).mean(),
    }
}

/// The votes of the others, weighted by how alike they and this party voted in all other roll
/// calls.
fn alike(cast: Vote, others: impl Iterator<Item = (Vote, Compared)>) -> Weights {
    let mut weights = Weights::default();
    for (vote, compared) in others {
        // The likeness must not include the vote that is left out.
        if let Some(likeness) = compared.without(cast, vote).likeness() {
            weights.add(vote, likeness.powi(LIKENESS));
        }
    }
    weights
}

/// The camps of all members as they would be without each roll call in turn, by roll call and member.
struct CampsWithout(Vec<FxHashMap<Slot, Camp>>);

impl CampsWithout {
    fn new<'a>(
        snapshot: &Snapshot,
        recorded: &RecordedVotes,
        members: impl Iterator<Item = &'a Member>,
    ) -> Self {
        let roll_calls = recorded.roll_calls();
        let mut camps = vec![FxHashMap::default(); roll_calls.len()];
        for member in members {
            let Some(party) = snapshot.parties.at(member.slot) else { continue };
            let weight = |it: &Contested| Some(weight(it.vote(member.slot)?, it.side));
            let cast = || roll_calls.iter().filter_map(weight);
            let (sum, votes) = (cast().sum::<i32>(), cast().fold(0_u32, |votes, _| votes + 1));
            for (roll_call, camps) in roll_calls.iter().zip(&mut camps) {
                let (sum, votes) = match weight(roll_call) {
                    Some(weight) => (sum - weight, votes - 1),
                    None => (sum, votes),
                };
                let camp = read_camp(&snapshot.dossier, party, sum, votes).camp;
                camps.insert(member.slot, camp);
            }
        }
        Self(camps)
    }

    fn of(&self, left_out: usize, party: Slot) -> Camp {
        self.0[left_out].get(&party).copied().unwrap_or(Camp::Unassigned)
    }
}

/// The weight of a vote towards a camp, as in [`camps`](crate::analysis::camps()).
fn weight(vote: Vote, yes_side: Side) -> i32 {
    let with_yes = 1 - vote as i32;
    match yes_side {
        Side::Multistakeholder => with_yes,
        Side::StateOriented => -with_yes,
    }
}
