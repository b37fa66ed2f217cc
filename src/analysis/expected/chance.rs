//! The chance that a proposal carries, added up over everything the silent parties may do.

use super::{Chances, Vote};
use crate::analysis::Rule;

/// The chance that a rule is met, given the known votes and the chances of the others, each
/// independent of the rest. Exact: the votes are added one by one, keeping the chance of every
/// possible margin (Poisson's binomial distribution, by convolution).
///
/// Under consensus it is the chance that nobody votes against.
pub(super) fn carries(known: &[Vote], open: &[Chances], rule: Rule) -> f64 {
    let against = match rule {
        Rule::Consensus | Rule::Majority => 1,
        Rule::TwoThirds => 2,
    };
    let count = |vote| known.iter().filter(|it| **it == vote).count();
    let (yes, no) = (count(Vote::Yes), count(Vote::No));
    if rule == Rule::Consensus {
        return if no > 0 { 0.0 } else { open.iter().map(|it| 1.0 - it.no()).product() };
    }
    if known.is_empty() && open.is_empty() {
        return 0.0;
    }
    // By place: the margin, counted from the least possible.
    let lowest = against * (no + open.len());
    let mut chances = vec![0.0; lowest + yes + open.len() + 1];
    chances[lowest + yes - against * no] = 1.0;
    for party in open {
        let mut next = vec![0.0; chances.len()];
        for (place, chance) in chances.iter().enumerate().filter(|(_, chance)| **chance > 0.0) {
            next[place] += chance * party.abstain();
            next[place + 1] += chance * party.yes();
            next[place - against] += chance * party.no();
        }
        chances = next;
    }
    let chance = match rule {
        Rule::Consensus | Rule::Majority => chances[lowest + 1..].iter().sum(),
        Rule::TwoThirds => {
            // If nobody votes at all, the threshold is met and yet nothing is adopted.
            let nobody = if yes == 0 && no == 0 {
                open.iter().map(|it| it.abstain()).product()
            } else {
                0.0
            };
            chances[lowest..].iter().sum::<f64>() - nobody
        }
    };
    // Rounding may make the sum of many small numbers slightly more than 1.
    f64::clamp(chance, 0.0, 1.0)
}
