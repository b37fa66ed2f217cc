use super::*;
use crate::model::Keyed;

/// A simple generator, so that every run tries the same cases.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: u64) -> u64 {
        self.0 =
            self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % sides
    }
}

/// Whether a rule is met, counted independently from its definition.
fn is_met(deciders: &[Decider], moved: &[Option<Target>], rule: Rule) -> bool {
    let (mut yes, mut no) = (0_i64, 0_i64);
    for (decider, to) in deciders.iter().zip(moved) {
        match (decider.counts_as, to) {
            (_, Some(Target::Support)) | (CountsAs::For, None) => yes += 1,
            (CountsAs::Against | CountsAs::Unknown, None) => no += 1,
            (_, Some(Target::Accept)) | (CountsAs::Abstains, None) => {}
        }
    }
    match rule {
        Rule::Consensus => no == 0,
        Rule::TwoThirds => yes > 0 && yes >= 2 * no,
        Rule::Majority => yes > no,
    }
}

/// Every set of moves that meets the rule, with its cost.
fn all_sets(deciders: &[Decider], rule: Rule) -> Vec<(u64, Vec<Option<Target>>)> {
    let mut sets: Vec<(u64, Vec<Option<Target>>)> = vec![(0, Vec::new())];
    for decider in deciders {
        let mut longer = Vec::new();
        for (cost, set) in sets {
            let moves = [None].into_iter().chain(decider.moves().map(Some));
            for moved in moves {
                let mut set = set.clone();
                set.push(moved.map(|(to, _)| to));
                longer.push((cost + moved.map_or(0, |(_, cost)| cost.0), set));
            }
        }
        sets = longer;
    }
    sets.retain(|(_, set)| is_met(deciders, set, rule));
    sets
}

fn some(dice: &mut Dice) -> Vec<Decider> {
    let count = 1 + dice.roll(9);
    let one = |dice: &mut Dice| {
        let counts_as = CountsAs::ALL[dice.roll(4) as usize];
        let mut cost = || match dice.roll(5) {
            0 => None,
            // Few prices, so that many sets cost the same; some cost nothing.
            _ => Some(Cost(dice.roll(4) * 500_000)),
        };
        Decider { counts_as, offers: [cost(), cost()] }
    };
    (0..count).map(|_| one(dice)).collect()
}

#[test]
fn the_cheapest_moves_are_those_of_trying_every_set() {
    let mut dice = Dice(7);
    for case in 0..500 {
        let deciders = some(&mut dice);
        for rule in Rule::ALL {
            let found = carry(&deciders, *rule).unwrap();
            let sets = all_sets(&deciders, *rule);
            let least = sets.iter().map(|(cost, _)| *cost).min();
            let about = format!("case {case}, {rule:?}: {deciders:?}");
            assert_eq!(found.cheapest.as_ref().map(|it| it.cost.0), least, "{about}");
            let Some(least) = least else {
                assert!(found.always.is_empty() && found.alternatives.is_empty(), "{about}");
                continue;
            };
            let best: Vec<_> = sets.iter().filter(|(cost, _)| *cost == least).collect();
            let places = 0..deciders.len();
            let always: Vec<_> =
                places.filter(|at| best.iter().all(|(_, set)| set[*at].is_some())).collect();
            assert_eq!(found.always, always, "{about}");
            let cheapest = found.cheapest.unwrap();
            let mut costs = vec![least];
            for set in [&cheapest].into_iter().chain(&found.alternatives) {
                let mut moved = vec![None; deciders.len()];
                set.moves.iter().for_each(|it| moved[it.place] = Some(it.to));
                assert!(is_met(&deciders, &moved, *rule), "{about}");
                assert!(set.cost.0 * 10 <= least * 11, "{about}");
                for step in &set.moves {
                    let mut fewer = moved.clone();
                    fewer[step.place] = None;
                    assert!(!is_met(&deciders, &fewer, *rule), "{about}: {step:?} is in vain");
                }
                costs.push(set.cost.0);
            }
            assert!(costs.is_sorted(), "{about}");
            assert!(!found.has_more || found.alternatives.len() == MOST_ALTERNATIVES, "{about}");
            let other = |it: &Moves| *it != cheapest;
            assert!(found.alternatives.iter().all(other), "{about}");
            assert_eq!(found.verdict == Outcome::Adopts, cheapest.moves.is_empty(), "{about}");
            assert_eq!(found.margin >= 0, cheapest.moves.is_empty(), "{about}");
        }
    }
}

#[test]
fn whom_to_ask_first_is_whose_support_saves_most() {
    let decider = |counts_as, cost: u64| Decider { counts_as, offers: [None, Some(Cost(cost))] };
    let deciders = [
        decider(CountsAs::For, 0),
        decider(CountsAs::Against, 9),
        decider(CountsAs::Unknown, 5),
        decider(CountsAs::Unknown, 3),
        decider(CountsAs::Abstains, 4),
    ];
    let found = carry(&deciders, Rule::Majority).unwrap();
    // One for, three against: a free move to the dearer target leaves less to pay.
    assert_eq!(found.margin, -3);
    assert_eq!(found.cheapest.unwrap().cost, Cost(7));
    assert_eq!(found.ask_first.concat(), [2, 3]);
}

#[test]
fn nobody_decides_then_nothing_carries() {
    let found = carry(&[], Rule::Consensus).unwrap();
    assert_eq!((found.verdict, found.cheapest), (Outcome::Open, None));
    let crowd = vec![Decider { counts_as: CountsAs::For, offers: [None; 2] }; MOST_DECIDERS + 1];
    assert!(carry(&crowd, Rule::Majority).is_err());
}

#[test]
fn the_whole_united_nations_are_quick() {
    let mut dice = Dice(3);
    let one = |dice: &mut Dice| Decider {
        counts_as: CountsAs::ALL[1 + dice.roll(3) as usize],
        offers: [Some(Cost(1 + dice.roll(3_000_000))), Some(Cost(1 + dice.roll(5_000_000)))],
    };
    let deciders: Vec<_> = (0..193).map(|_| one(&mut dice)).collect();
    for rule in Rule::ALL {
        let found = carry(&deciders, *rule).unwrap();
        assert!(found.cheapest.is_some(), "{rule:?}");
        assert!(!found.ask_first.is_empty(), "{rule:?}");
    }
}

#[test]
fn the_cheapest_moves_alone_are_those_of_the_whole_answer() {
    let mut dice = Dice(29);
    for _ in 0..200 {
        let deciders = some(&mut dice);
        for rule in Rule::ALL {
            let whole = carry(&deciders, *rule).unwrap().cheapest;
            assert_eq!(cheapest(&deciders, *rule), Ok(whole));
        }
    }
}

#[test]
fn where_all_have_to_be_moved_no_alternative_goes_further_for_nothing() {
    let offers = [Some(Cost(2)), Some(Cost(2))];
    let one = Decider { counts_as: CountsAs::Against, offers };
    // Moving anybody as far as support is never needed, although for the last one it costs less.
    let mut deciders = vec![one; 190];
    deciders.push(Decider { offers: [Some(Cost(3)), Some(Cost(2))], ..one });
    let found = carry(&deciders, Rule::Consensus).unwrap();
    assert_eq!(found.cheapest.as_ref().unwrap().cost, Cost(382));
    let [other] = &found.alternatives[..] else { panic!("{:?}", found.alternatives) };
    assert_eq!((other.cost, other.moves[190].to), (Cost(383), Target::Accept));
}

#[test]
fn a_list_of_other_ways_that_is_cut_short_says_so() {
    let offers = [None, Some(Cost(2))];
    let against = Decider { counts_as: CountsAs::Against, offers };
    let ways = |count: usize| {
        let found = carry(&vec![against; count], Rule::Majority).unwrap();
        (found.alternatives.len(), found.has_more)
    };
    // Two of three have to be moved, three of five, four of seven.
    assert_eq!([3, 5, 7].map(ways), [(2, false), (9, false), (20, true)]);
}
