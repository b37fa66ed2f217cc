//! Whom to call next about a proposal, and why.
//!
//! The worth of a call is a product of three shares from 0 to 1, following the usual split of
//! leverage in stakeholder analysis into influence, movability and salience (R. Brugha and Z.
//! Varvasovszky, *Stakeholder analysis: a review*, 2000). How each is measured here is this
//! program's own judgement:
//!
//! - **decisive**: the share of what is missing under the rule that the party alone would bring;
//!   once the rule is met, the share of the margin that it alone would take away;
//! - under sponsorship all signatures count alike, so that no party is more **decisive** than
//!   another, and a supporter of the proposal is fully movable;
//! - **movable**: 1 / (1 + the cost of its cheapest move that helps); once the rule is met, how loosely
//!   its stance is held: (1 + the weight of what is inferred) / (1 + the weight of how it is known), by
//!   the weights of the costs, and at most 1;
//! - **stale**: how much of what is known of the party has aged away, halving over the number of
//!   days in the dossier's settings. A party that never spoke itself is fully stale, one that spoke
//!   today not at all, so that a party sinks to the bottom once it has been called.

use std::cmp::Reverse;

use chrono::NaiveDate;

use super::cost::Weights;
use super::groups::group_calls;
use super::{CountsAs, GroupCall, Missing, Seat, Target, Way, Whole, margin, seats, whole};
use crate::analysis::{Basis, Coalition, Outcome, Rule};
use crate::model::{Certainty, Keyed, Procedure, Slot, Snapshot};

/// The worth of a call, part by part.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Worth {
    /// The share of what is missing, or of the margin, that depends on the party: from 0 to 1.
    pub decisive: f64,
    /// How easily it may move: from 0 to 1.
    pub movable: f64,
    /// How much of what is known of it has aged away: from 0 to 1.
    pub stale: f64,
}

impl Worth {
    /// The product: from 0 to 1.
    pub fn product(&self) -> f64 {
        self.decisive * self.movable * self.stale
    }
}

/// A party that may be called.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Call {
    /// The party, its stance, and the cost of moving it.
    pub seat: Seat,
    /// The basis of its stance.
    pub basis: Basis,
    /// The day of its own last entry.
    pub said: Option<NaiveDate>,
    /// How its own entry is known.
    pub certainty: Option<Certainty>,
    /// Votes towards the threshold it could bring or, once the rule is met, could take away.
    pub votes: usize,
    /// The worth of a call.
    pub worth: Worth,
}

/// All who decide on a proposal, the most valuable call first.
#[derive(Clone, Debug, PartialEq)]
pub struct Calls {
    /// The verdict as things stand; `None` if nothing is decided.
    pub verdict: Option<Outcome>,
    /// How many count as for, abstaining, against and unknown, in the order of [`CountsAs`].
    pub counts: [usize; 4],
    /// How many of them sponsor the proposal.
    pub sponsors: usize,
    /// As [`Carry::margin`](super::Carry::margin); under sponsorship, as for consensus.
    pub margin: i64,
    /// The parties.
    pub calls: Vec<Call>,
    /// The proposals decided together with it, if any.
    pub whole: Option<Whole>,
    /// A rule by which it could be carried in a vote, and what would carry it: the rule asked
    /// about, or two thirds if the procedure has no vote. `None` if it carries as it is, or if
    /// nothing is decided.
    pub by_vote: Option<(Rule, Way)>,
    /// The groups whose answer at least two parties would take as their own, the most valuable call
    /// first.
    pub groups: Vec<GroupCall>,
}

/// Orders all who decide on a proposal by the worth of a call to them.
pub fn calls(
    snapshot: &Snapshot,
    coalition: &Coalition,
    proposal: Slot,
    procedure: Procedure,
) -> Calls {
    let seats = seats(snapshot, coalition, proposal, procedure);
    let sponsors = seats.iter().filter(|seat| seat.sponsor).count();
    let decides = procedure.rule();
    let rule = decides.unwrap_or(Rule::Consensus);
    let mut counts = [0; 4];
    seats.iter().for_each(|seat| counts[seat.decider.counts_as as usize] += 1);
    let margin = margin(counts, rule);
    let deciders: Vec<_> = seats.iter().map(|seat| seat.decider).collect();
    let verdict = decides.map(|rule| super::verdict(&deciders, rule));
    let missing = Missing::new(counts, margin, rule);
    let weights = Weights::of(&snapshot.dossier);
    let one = |seat: Seat| {
        let entry = snapshot.positions.current(proposal, seat.party, coalition.as_of);
        let basis = coalition.basis(proposal, seat.party);
        let own = entry.filter(|_| basis == Basis::Own);
        let certainty = own.and_then(|entry| entry.certainty());
        let said = own.map(|entry| entry.date());
        let (votes, decisive, movable) = if decides.is_none() {
            signature(&seat)
        } else if missing.is_met() {
            let votes = taken_away(seat.decider.counts_as, rule);
            let margin = usize::try_from(margin).unwrap_or_default();
            (votes, share(votes, margin + 1), loose(certainty, &weights))
        } else {
            let (votes, cost) = brought(&seat, missing, rule);
            let movable = cost.map_or(0.0, |cost| 1.0 / (1.0 + cost));
            (votes, share(votes, missing.votes.max(1)), movable)
        };
        let stale = aged(said, coalition.as_of, snapshot);
        Call { seat, basis, said, certainty, votes, worth: Worth { decisive, movable, stale } }
    };
    let by_vote = by_vote(snapshot, coalition, proposal, (decides, verdict), &seats);
    let mut calls: Vec<_> = seats.into_iter().map(one).collect();
    // For equal worth, the party about which less is known comes first; then by code, the order
    // they are in.
    calls.sort_by(|a, b| {
        let key = |call: &Call| Reverse(call.seat.decider.counts_as as usize);
        b.worth.product().total_cmp(&a.worth.product()).then_with(|| key(a).cmp(&key(b)))
    });
    let mut groups = match decides {
        Some(rule) => group_calls(snapshot, coalition, proposal, (missing, rule)),
        // Members sign for themselves.
        None => Vec::new(),
    };
    let code = |it: &GroupCall| snapshot.groups.get(it.group).map(|it| &it.code);
    groups.sort_by(|a, b| {
        b.worth.product().total_cmp(&a.worth.product()).then_with(|| code(a).cmp(&code(b)))
    });
    let whole = whole(snapshot, coalition, (proposal, verdict), procedure);
    Calls { verdict, counts, sponsors, margin, calls, whole, by_vote, groups }
}

/// The moves that would carry it in a vote, unless it carries already; see [`Calls::by_vote`].
fn by_vote(
    snapshot: &Snapshot,
    coalition: &Coalition,
    proposal: Slot,
    (decides, verdict): (Option<Rule>, Option<Outcome>),
    asked: &[Seat],
) -> Option<(Rule, Way)> {
    let rule = decides.filter(|_| verdict != Some(Outcome::Adopts) && !asked.is_empty())?;
    if rule == Rule::Consensus {
        // A party waiting for its capital breaks a silence, but in a vote that is not held against
        // the text.
        let seats = seats(snapshot, coalition, proposal, Procedure::TwoThirds);
        return Some((Rule::TwoThirds, Way::cheapest(&seats, Rule::TwoThirds)));
    }
    Some((rule, Way::cheapest(asked, rule)))
}

/// The value of one more sponsor: nobody signs twice, and an objector does not sign.
fn signature(seat: &Seat) -> (usize, f64, f64) {
    let cost = match seat.decider.counts_as {
        _ if seat.sponsor => None,
        CountsAs::For => Some(0.0),
        CountsAs::Abstains | CountsAs::Against | CountsAs::Unknown => {
            seat.decider.offer(Target::Support).map(super::Cost::number)
        }
    };
    cost.map_or((0, 0.0, 0.0), |cost| (1, 1.0, 1.0 / (1.0 + cost)))
}

/// How much of what was said on a day has aged away; all of it if nothing was said.
pub(super) fn aged(said: Option<NaiveDate>, as_of: NaiveDate, snapshot: &Snapshot) -> f64 {
    let half_life = f64::from(snapshot.dossier.stale_days.max(1));
    said.map_or(1.0, |day| {
        let days = (as_of - day).num_days().max(0) as f64;
        1.0 - 0.5_f64.powf(days / half_life)
    })
}

pub(super) fn share(votes: usize, of: usize) -> f64 {
    (votes as f64 / of as f64).min(1.0)
}

/// The most votes a party can bring, and the cost of the cheapest move that brings any.
fn brought(seat: &Seat, missing: Missing, rule: Rule) -> (usize, Option<f64>) {
    let counts_as = seat.decider.counts_as;
    let wide = Missing { votes: missing.votes.max(4), ..missing };
    let brings = |to: Target| {
        let support = missing.support && to == Target::Support;
        (wide.votes - wide.after(counts_as, to, rule).votes).max(usize::from(support))
    };
    let helpful = || {
        let offers = Target::ALL.iter().filter_map(|to| Some((*to, seat.decider.offer(*to)?)));
        offers.filter(|(to, _)| brings(*to) > 0)
    };
    let votes = helpful().map(|(to, _)| brings(to)).max().unwrap_or_default();
    (votes, helpful().map(|(_, cost)| cost.number()).min_by(f64::total_cmp))
}

/// The votes lost if a party turns against.
fn taken_away(counts_as: CountsAs, rule: Rule) -> usize {
    match (counts_as, rule) {
        (CountsAs::Against | CountsAs::Unknown, _) => 0,
        (CountsAs::For | CountsAs::Abstains, Rule::Consensus)
        | (CountsAs::Abstains, Rule::Majority) => 1,
        (CountsAs::For, Rule::Majority) | (CountsAs::Abstains, Rule::TwoThirds) => 2,
        (CountsAs::For, Rule::TwoThirds) => 3,
    }
}

/// How loosely a stance is held, relative to one that is only inferred, by the weights of the
/// costs.
fn loose(certainty: Option<Certainty>, weights: &Weights) -> f64 {
    let inferred = 1.0 + weights.firmness(Some(Certainty::Inferred));
    let held = certainty.map_or(inferred, |it| 1.0 + weights.firmness(Some(it)));
    (inferred / held).min(1.0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::coalition;
    use crate::model::sketch::sketch;

    /// The codes in order, with the votes and the worth of each in hundredths.
    fn order(grid: &str, rule: Rule) -> Vec<(String, usize, u32)> {
        let snapshot = sketch(grid);
        let coalition = coalition(&snapshot, "2026-11-26".parse().unwrap());
        let (proposal, _) = snapshot.proposals.slots().next().unwrap();
        let found = calls(&snapshot, &coalition, proposal, rule.into());
        let one = |call: &Call| {
            let code = snapshot.parties.at(call.seat.party).unwrap().code.clone();
            (code, call.votes, (call.worth.product() * 100.0).round() as u32)
        };
        found.calls.iter().map(one).collect()
    }

    #[test]
    fn under_consensus_only_those_in_the_way_are_worth_a_call() {
        let grid = "  P\nANA +@2020-01-01\nBEN --@2020-01-01\nCAT ?@2020-01-01\nDAN .";
        let order = order(grid, Rule::Consensus);
        let codes: Vec<_> = order.iter().map(|(code, ..)| code.as_str()).collect();
        assert_eq!(codes, ["DAN", "CAT", "BEN", "ANA"]);
        assert!(order.iter().all(|(code, votes, worth)| (*votes > 0) == (code != "ANA")
            && (*worth > 0) == (code != "ANA")));
    }

    #[test]
    fn a_party_that_was_called_today_comes_last_of_its_kind() {
        let grid = "  P\nANA --@2026-11-26\nBEN --@2026-09-27\nCAT --@2020-01-01";
        assert_eq!(
            order(grid, Rule::Consensus),
            [("CAT".into(), 1, 11), ("BEN".into(), 1, 6), ("ANA".into(), 1, 0)]
        );
    }

    #[test]
    fn under_two_thirds_who_can_bring_all_that_is_missing_is_wholly_decisive() {
        // Two for, two against: 2 − 4 leaves two votes missing.
        let grid = "  P\nANA +@2020-01-01\nBEN +@2020-01-01\nCAT --@2020-01-01\nDAN --@2020-01-01\nEVA 0@2020-01-01";
        let snapshot = sketch(grid);
        let coalition = coalition(&snapshot, "2026-11-26".parse().unwrap());
        let (proposal, _) = snapshot.proposals.slots().next().unwrap();
        let found = calls(&snapshot, &coalition, proposal, Procedure::TwoThirds);
        assert_eq!((found.margin, found.counts), (-2, [2, 1, 2, 0]));
        let of = |code: &str| {
            let slot = snapshot.parties.slot(snapshot.party_by_code(code).unwrap().id).unwrap();
            let call = found.calls.iter().find(|call| call.seat.party == slot).unwrap();
            (call.votes, call.worth.decisive)
        };
        assert_eq!((of("CAT"), of("EVA"), of("ANA")), ((3, 1.0), (1, 0.5), (0, 0.0)));
    }

    #[test]
    fn once_it_carries_those_who_could_undo_it_are_called() {
        let grid = "  P\nANA +@2020-01-01\nBEN +@2020-01-01\nCAT --@2020-01-01";
        let order = order(grid, Rule::Majority);
        assert_eq!(order.iter().map(|(_, votes, _)| *votes).collect::<Vec<_>>(), [2, 2, 0]);
        assert!(order[0].2 > 90 && order[2].2 == 0, "{order:?}");
    }

    #[test]
    fn whoever_waits_for_its_capital_breaks_a_silence_and_is_not_against_in_a_vote() {
        let mut snapshot = sketch("  P\nANA +\nBEN +\nCAT +");
        let proposal = snapshot.proposals.iter().next().unwrap().id;
        let party = snapshot.party_by_code("BEN").unwrap().id;
        let day = "2026-11-26".parse().unwrap();
        let mut entry = snapshot.current_position(proposal, party, day).unwrap();
        snapshot.remove_position(&entry);
        entry.hold = true;
        snapshot.put_position(&entry);
        let coalition = coalition(&snapshot, day);
        let (slot, _) = snapshot.proposals.slots().next().unwrap();
        let of = |procedure| {
            let found = calls(&snapshot, &coalition, slot, procedure);
            (found.verdict, found.counts)
        };
        assert_eq!(of(Procedure::Silence), (Some(Outcome::Fails), [2, 0, 1, 0]));
        assert_eq!(of(Procedure::Consensus), (Some(Outcome::Adopts), [3, 0, 0, 0]));
        assert_eq!(of(Procedure::Majority), (Some(Outcome::Adopts), [3, 0, 0, 0]));
        let first = &calls(&snapshot, &coalition, slot, Procedure::Silence).calls[0];
        assert!(first.seat.hold && first.worth.movable > 0.0, "{first:?}");
    }

    #[test]
    fn for_sponsorship_those_who_are_for_it_and_have_not_signed_come_first() {
        let grid = "  P\nANA --@2020-01-01\nBEN +@2020-01-01\nCAT ?\nDAN ++@2020-01-01";
        let mut snapshot = sketch(grid);
        let proposal = snapshot.proposals.iter().next().unwrap().id;
        let signed = snapshot.party_by_code("DAN").unwrap().id;
        snapshot.put(crate::model::Sponsor::new(proposal, signed, true).into());
        let coalition = coalition(&snapshot, "2026-11-26".parse().unwrap());
        let (slot, _) = snapshot.proposals.slots().next().unwrap();
        let found = calls(&snapshot, &coalition, slot, Procedure::Sponsorship);
        assert_eq!((found.verdict, found.sponsors), (None, 1));
        let codes =
            found.calls.iter().map(|call| &*snapshot.parties.at(call.seat.party).unwrap().code);
        assert_eq!(codes.collect::<Vec<_>>(), ["BEN", "CAT", "ANA", "DAN"]);
    }

    #[test]
    fn a_group_is_worth_a_call_by_the_members_that_would_take_its_answer() {
        let grid = "  P Q\nEU(AAA BBB CCC) . +\nTWO(CCC DDD) . .\nAAA ?\nBBB .\nCCC .\nDDD +";
        let snapshot = sketch(grid);
        let coalition = coalition(&snapshot, "2026-11-26".parse().unwrap());
        let (slot, _) = snapshot.proposals.slots().next().unwrap();
        let found = calls(&snapshot, &coalition, slot, Procedure::Consensus);
        // Only CCC would take the answer of TWO; AAA said that its stance is unknown, which is an
        // entry.
        let [eu] = &found.groups[..] else { panic!("{:?}", found.groups) };
        assert_eq!((eu.members, eu.speaks, &eu.said, eu.worth.stale), (2, true, &None, 1.0));
        assert!((eu.worth.decisive - 2.0 / 3.0).abs() < 1e-9, "two of the three in the way");
    }
}
