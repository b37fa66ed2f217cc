//! Which parties can turn the verdict, alone or as a pair.
//!
//! A party turns a verdict if the verdict changes when its stance alone does: while the rule is not
//! met, by the move that helps most, whatever it costs; once it is met, by turning against. A pair
//! is listed only if neither of the two turns the verdict alone. This is the swing of the power
//! indices (L. Penrose, *The Elementary Statistics of Majority Voting*, 1946), applied to the votes
//! as they are instead of to all possible votes.

use super::{CountsAs, Decider, Missing, Target, margin};
use crate::analysis::Rule;

/// Who can turn the verdict.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Turning {
    /// Whether the rule is met now, so that turning would undo it.
    pub met: bool,
    /// Those who turn it alone, by place.
    pub alone: Vec<usize>,
    /// Pairs who turn it together, by place; the first of each pair comes first in the list.
    pub pairs: Vec<[usize; 2]>,
}

/// Works out who can turn the verdict. The time is quadratic in the number of deciders; 193 take
/// well under a millisecond.
pub fn turning(deciders: &[Decider], rule: Rule) -> Turning {
    let mut counts = [0; 4];
    deciders.iter().for_each(|it| counts[it.counts_as as usize] += 1);
    let start = Missing::new(counts, margin(counts, rule), rule);
    let met = start.is_met() && !deciders.is_empty();
    // What each counts as once turned; those that can do nothing relevant are left out.
    let turned: Vec<_> = deciders
        .iter()
        .enumerate()
        .filter_map(|(place, it)| Some((place, it.counts_as, turn(it, met)?)))
        .collect();
    let turns = |changes: &[(CountsAs, CountsAs)]| {
        let mut counts = counts;
        for (from, to) in changes {
            counts[*from as usize] -= 1;
            counts[*to as usize] += 1;
        }
        Missing::new(counts, margin(counts, rule), rule).is_met() != met
    };
    let (mut alone, mut others) = (Vec::new(), Vec::new());
    for (place, from, to) in turned {
        match turns(&[(from, to)]) {
            true => alone.push(place),
            false => others.push((place, from, to)),
        }
    }
    let mut pairs = Vec::new();
    for (nth, (one, from, to)) in others.iter().enumerate() {
        let rest = others[nth + 1..].iter();
        let with = rest.filter(|(_, other, then)| turns(&[(*from, *to), (*other, *then)]));
        pairs.extend(with.map(|(other, ..)| [*one, *other]));
    }
    Turning { met, alone, pairs }
}

/// How a party would count after turning as far as it can.
fn turn(decider: &Decider, met: bool) -> Option<CountsAs> {
    if met {
        let loses = matches!(decider.counts_as, CountsAs::For | CountsAs::Abstains);
        return loses.then_some(CountsAs::Against);
    }
    let can = |to| decider.offer(to).is_some();
    match (can(Target::Support), can(Target::Accept)) {
        (true, _) => Some(CountsAs::For),
        (false, true) => Some(CountsAs::Abstains),
        (false, false) => None,
    }
}

#[cfg(test)]
mod tests {
    use super::super::Cost;
    use super::*;

    fn deciders(signs: &str) -> Vec<Decider> {
        let one = |sign| Decider {
            counts_as: match sign {
                '+' => CountsAs::For,
                '0' => CountsAs::Abstains,
                '-' => CountsAs::Against,
                _ => CountsAs::Unknown,
            },
            offers: [Some(Cost(1)); 2],
        };
        signs.chars().map(one).collect()
    }

    #[test]
    fn one_objector_turns_consensus_alone_and_two_do_it_together() {
        let found = turning(&deciders("++-"), Rule::Consensus);
        assert_eq!((found.met, found.alone, found.pairs), (false, vec![2], vec![]));
        let found = turning(&deciders("+-?"), Rule::Consensus);
        assert_eq!((found.met, found.alone, found.pairs), (false, vec![], vec![[1, 2]]));
        let found = turning(&deciders("+---"), Rule::Consensus);
        assert_eq!((found.alone, found.pairs), (vec![], vec![]));
    }

    #[test]
    fn once_the_rule_is_met_those_who_would_undo_it_are_named() {
        // Three for, one against: one more against leaves 2 of 4, no majority.
        let found = turning(&deciders("+++-"), Rule::Majority);
        assert_eq!((found.met, found.alone), (true, vec![0, 1, 2]));
        let found = turning(&deciders("+++0"), Rule::Majority);
        assert_eq!((found.met, found.alone), (true, vec![]));
        assert_eq!(found.pairs, [[0, 1], [0, 2], [0, 3], [1, 2], [1, 3], [2, 3]]);
    }

    #[test]
    fn whoever_cannot_be_moved_turns_nothing() {
        let mut all = deciders("++-");
        all[2].offers = [None; 2];
        assert_eq!(turning(&all, Rule::Consensus), Turning::default());
        assert_eq!(turning(&[], Rule::Majority), Turning::default());
    }
}
