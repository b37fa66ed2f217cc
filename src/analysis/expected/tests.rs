use super::recorded::short;
use super::*;
use crate::analysis::coalition;
use crate::library;
use crate::library::templates::Template;
use crate::model::sketch::sketch;
use crate::model::{Bilingual, Dossier, Language, Party, PartyKind, Position, Proposal, Stance};

fn day() -> chrono::NaiveDate {
    "2026-11-26".parse().unwrap()
}

/// The states of the library and one proposal, on which one state in three has spoken as it voted
/// on this resolution.
fn spoken_like(symbol: &str) -> Snapshot {
    let mut snapshot = Snapshot::new(Dossier::new(""));
    let proposal = Proposal::new("NEW", Bilingual::default());
    let id = proposal.id;
    snapshot.put(proposal.into());
    for (place, state) in library::states().iter().enumerate() {
        let party = Party::new(&state.iso3, Bilingual::default(), PartyKind::State);
        let party_id = party.id;
        snapshot.put(party.into());
        let cast =
            library::votes().iter().find(|it| it.resolution == symbol && it.iso3 == state.iso3);
        let stance = cast.and_then(|it| it.ballot()).and_then(Vote::of).map(|vote| match vote {
            Vote::Yes => Stance::Support,
            Vote::Abstain => Stance::Accept,
            Vote::No => Stance::Object,
        });
        if let Some(stance) = stance.filter(|_| place % 3 == 0) {
            snapshot.put(Position::new(id, party_id, Some(stance), day()).into());
        }
    }
    snapshot
}

fn of(snapshot: &Snapshot) -> Expected {
    let recorded = RecordedVotes::new(snapshot);
    let (proposal, _) = snapshot.proposals.slots().next().unwrap();
    expected(snapshot, &recorded, &coalition(snapshot, day()), proposal)
}

#[test]
fn those_who_voted_alike_say_more_than_the_camp_and_the_camp_more_than_everybody_in_favour() {
    let expected = of(&spoken_like("A/RES/73/27"));
    assert_eq!(expected.method, Method::Likeness);
    let Calibration { roll_calls, votes, likeness, camp_share, all_yes } = expected.calibration;
    assert_eq!((roll_calls.len(), votes > 1_000), (12, true));
    let [likeness, camp_share, all_yes] = [likeness, camp_share, all_yes].map(Option::unwrap);
    assert!(likeness.brier < camp_share.brier && camp_share.brier < all_yes.brier);
    assert!(likeness.log_loss < camp_share.log_loss && camp_share.log_loss < all_yes.log_loss);
    // As worked out by an independent model in another language.
    assert!((likeness.brier - 0.1631).abs() < 1e-3, "{likeness:?}");
    assert!((camp_share.brier - 0.1982).abs() < 1e-3, "{camp_share:?}");
    assert!((all_yes.brier - 0.5417).abs() < 1e-3, "{all_yes:?}");
    let weighted = roll_calls.iter().map(|it| it.score.brier * it.votes as f64).sum::<f64>();
    assert!((weighted / votes as f64 - likeness.brier).abs() < 1e-12);
}

#[test]
fn chances_add_up_to_one_and_nothing_is_impossible() {
    let expected = of(&spoken_like("A/RES/73/266"));
    assert!(expected.parties.len() > 100);
    for (_, chances) in &expected.parties {
        assert!((chances.0.iter().sum::<f64>() - 1.0).abs() < 1e-12);
        assert!(chances.0.iter().all(|it| *it > 0.0));
    }
}

#[test]
fn the_same_roll_calls_count_whether_the_dossier_has_them_or_not() {
    let records = Template::UnVotes.records("", Language::English);
    let mut with = Snapshot::new(Dossier::new(""));
    records.into_iter().for_each(|record| with.put(record));
    let proposals: Vec<_> = with.proposals.iter().map(|it| it.id).collect();
    let symbols = |snapshot: &Snapshot| {
        let recorded = RecordedVotes::new(snapshot);
        let codes = recorded.roll_calls().iter().map(|it| short(&it.code).to_owned());
        codes.collect::<Vec<_>>()
    };
    let cast = |snapshot: &Snapshot, code: &str| {
        let recorded = RecordedVotes::new(snapshot);
        let slot = snapshot.parties.slot(snapshot.party_by_code(code).unwrap().id).unwrap();
        let votes = recorded.roll_calls().iter().map(|it| it.vote(slot));
        votes.collect::<Vec<_>>()
    };
    assert!(!proposals.is_empty());
    let (before, brazil) = (symbols(&with), cast(&with, "BRA"));
    for id in with.roll_calls.iter().map(|it| it.id).collect::<Vec<_>>() {
        with.roll_calls.remove(id);
    }
    assert_eq!((symbols(&with), cast(&with, "BRA")), (before, brazil));
}

#[test]
fn where_nobody_has_spoken_the_record_says_nothing() {
    let expected = of(&sketch("  P\nBRA .\nIND ."));
    assert_eq!((expected.method, expected.spoken), (Method::CampShare, 0));
    assert_eq!(expected.calibration, Calibration::default());
    for (_, chances) in expected.parties {
        assert_eq!(chances.0, [1.0 / 3.0; 3]);
    }
}

#[test]
fn what_is_known_is_certain() {
    for (grid, two_thirds, majority) in [
        ("  P\nBRA +\nIND +\nRUS --", 1.0, 1.0),
        ("  P\nBRA +\nIND --", 0.0, 0.0),
        ("  P\nBRA 0\nIND 0", 0.0, 0.0),
        ("  P", 0.0, 0.0),
    ] {
        let expected = of(&sketch(grid));
        assert_eq!((expected.two_thirds, expected.majority), (two_thirds, majority), "{grid}");
    }
}

#[test]
fn the_chance_that_it_carries_is_the_sum_over_all_that_may_happen() {
    let votes = [Vote::Yes, Vote::Abstain, Vote::No];
    let mut seed = 1_u64;
    let mut roll = |sides: u64| {
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (seed >> 33) % sides
    };
    for _ in 0..300 {
        let known: Vec<_> = (0..roll(4)).map(|_| votes[roll(3) as usize]).collect();
        let open: Vec<_> = (0..roll(5))
            .map(|_| {
                let weights = [0; 3].map(|_| (1 + roll(9)) as f64);
                Chances(weights.map(|weight| weight / weights.iter().sum::<f64>()))
            })
            .collect();
        for rule in Rule::ALL {
            let mut chance = 0.0;
            for case in 0..3_usize.pow(open.len() as u32) {
                let what = |place: usize| votes[case / 3_usize.pow(place as u32) % 3];
                let all: Vec<_> = known.iter().copied().chain((0..open.len()).map(what)).collect();
                let count = |vote| all.iter().filter(|it| **it == vote).count();
                let (yes, no) = (count(Vote::Yes), count(Vote::No));
                let met = match rule {
                    Rule::Consensus => no == 0,
                    Rule::TwoThirds => yes > 0 && yes >= 2 * no,
                    Rule::Majority => yes > no,
                };
                if met {
                    let chances = open.iter().enumerate().map(|(i, it)| it.0[what(i) as usize]);
                    chance += chances.product::<f64>();
                }
            }
            let worked_out = chance::carries(&known, &open, *rule);
            assert!((worked_out - chance).abs() < 1e-9, "{rule:?} {known:?} {open:?}");
        }
    }
}

#[test]
fn a_chance_is_never_more_than_one() {
    // Rounding makes the sum of many numbers exceed 1 by a hair.
    let open = |parties: u32| -> Vec<Chances> {
        let one = |party: u32| {
            let [yes, abstain] = [f64::from(party % 7 + 1) / 9.0, 0.1 / f64::from(party + 1)];
            Chances([yes, abstain, 1.0 - yes - abstain])
        };
        (0..parties).map(one).collect()
    };
    for parties in 1..60 {
        let known = vec![Vote::Yes; 200];
        for rule in [Rule::TwoThirds, Rule::Majority] {
            let chance = chance::carries(&known, &open(parties), rule);
            assert!((0.0..=1.0).contains(&chance), "{chance:e} by {rule:?} with {parties}");
        }
    }
}
