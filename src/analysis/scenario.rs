//! Scenarios: the dossier as it would be if some parties had moved.
//!
//! A scenario is laid over the dossier as invented entries of the day shown. Everything else is
//! then worked out as usual, by the same code: camps, tallies, verdicts, what would carry it. The
//! result is a separate state of the dossier; the real one is untouched, since a clone of a
//! snapshot shares only what does not change.
//!
//! - A party that is assumed to move has the assumed stance, whatever it said itself.
//! - A group that is assumed to move speaks for its members, under the rule for every stance of a
//!   group: a member that spoke itself, or that is assumed to move itself, keeps its own stance.
//! - Nothing is assumed of parties outside the scenario: the unknown stay unknown.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use uuid::Uuid;

use super::voices::Members;
use super::{Basis, Coalition};
use crate::model::words::natural_cmp;
use crate::model::{
    Position, PositionId, Scenario, ScenarioId, ScenarioMove, Slot, Snapshot, Speaker,
};

/// The dossier under a scenario on a day; the dossier itself if there is no such scenario.
///
/// An assumed stance is an entry without words or source; it keeps the salience of the entry it
/// replaces and, if the stance is the same, its certainty. It is as confidential as the strictest
/// of the scenario, the move and the entry from which it keeps anything.
pub fn under(snapshot: &Snapshot, scenario: ScenarioId, as_of: NaiveDate) -> Snapshot {
    let mut assumed = snapshot.clone();
    let Some(of) = snapshot.scenarios.get(scenario) else { return assumed };
    for it in moves(snapshot, scenario) {
        assumed.put_position(&entry(snapshot, of, it, as_of));
    }
    assumed
}

/// The moves of a scenario, in the order in which they were made.
pub fn moves(snapshot: &Snapshot, scenario: ScenarioId) -> impl Iterator<Item = &ScenarioMove> {
    snapshot.scenario_moves.iter().filter(move |it| it.scenario == scenario)
}

/// The scenarios by name.
pub fn scenarios(snapshot: &Snapshot) -> Vec<&Scenario> {
    let mut all: Vec<_> = snapshot.scenarios.iter().collect();
    all.sort_by(|a, b| natural_cmp(&a.name, &b.name).then_with(|| a.id.cmp(&b.id)));
    all
}

/// Whether an entry is one assumed by a scenario.
pub fn is_assumed(entry: PositionId) -> bool {
    entry.0.as_bytes().starts_with(&LATEST)
}

fn entry(snapshot: &Snapshot, of: &Scenario, it: &ScenarioMove, as_of: NaiveDate) -> Position {
    let own = snapshot.dossier.marking;
    let now = snapshot.current_position(it.proposal, it.by, as_of);
    // A party already at the assumed stance is as hard to move from there as before.
    let certainty = now.as_ref().filter(|now| now.stance == it.stance);
    let certainty = certainty.and_then(|now| now.certainty);
    let keeps = |entry: &Position| entry.salience.is_some() || certainty.is_some();
    let kept = now.filter(|entry| keeps(entry) && it.by.party().is_some());
    let markings = [Some(of.marking), Some(it.marking), kept.as_ref().map(|entry| entry.marking)];
    let strictest = markings.into_iter().flatten().map(|marking| marking.unwrap_or(own)).max();
    Position {
        id: PositionId(id_of(it.id.0)),
        certainty: kept.as_ref().and(certainty),
        salience: kept.and_then(|entry| entry.salience),
        marking: strictest,
        ..Position::new(it.proposal, it.by, it.stance, as_of)
    }
}

/// Why a move changes nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Idle {
    /// All members of the group, this many, have spoken or are assumed to move themselves, and keep
    /// their own stances.
    AllSpoke(usize),
    /// Nobody in the dossier is a member of the group.
    NoMembers,
    /// They have that stance already.
    AlreadyThere,
}

/// Why a move changes nothing, in the matrix of today; `None` if it changes something.
pub fn idle(snapshot: &Snapshot, today: &Coalition, it: &ScenarioMove) -> Option<Idle> {
    let proposal = snapshot.proposals.slot(it.proposal)?;
    let is_there = |party: Slot| today.stance(proposal, party) == it.stance;
    match it.by {
        Speaker::Party(party) => {
            let party = snapshot.parties.slot(party)?;
            let unsaid = it.stance.is_none() && today.basis(proposal, party) == Basis::Conflict;
            (is_there(party) && !unsaid).then_some(Idle::AlreadyThere)
        }
        Speaker::Group(group) => {
            let members = Members::new(snapshot, today.as_of);
            let members = members.of(group);
            let moves_itself = |party: Slot| {
                let party = snapshot.parties.at(party).map(|it| Speaker::from(it.id));
                moves(snapshot, it.scenario)
                    .any(|other| other.proposal == it.proposal && Some(other.by) == party)
            };
            let spoke =
                |party: &Slot| today.basis(proposal, *party) == Basis::Own || moves_itself(*party);
            let mut silent = members.iter().filter(|party| !spoke(party)).peekable();
            if members.is_empty() {
                Some(Idle::NoMembers)
            } else if silent.peek().is_none() {
                Some(Idle::AllSpoke(members.len()))
            } else {
                silent.all(|party| is_there(*party)).then_some(Idle::AlreadyThere)
            }
        }
    }
}

/// The start of an identity that sorts after every other of its day, until the year 10889.
const LATEST: [u8; 6] = [u8::MAX; 6];

/// The identity of the entry for a move: always the same, and the last of its day.
fn id_of(of: Uuid) -> Uuid {
    let mut bytes = *of.as_bytes();
    bytes[..LATEST.len()].copy_from_slice(&LATEST);
    Uuid::from_bytes(bytes)
}

/// Why the stance in a cell of the matrix is an assumed one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Assumed {
    /// The party itself is assumed to move.
    Itself,
    /// One of its groups is assumed to move, and it has said nothing itself.
    ByItsGroup,
}

/// The cells that a scenario affects, by slot of the proposal and of the party.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Assumptions(BTreeMap<(Slot, Slot), Assumed>);

impl Assumptions {
    /// No cells.
    pub const fn none() -> Self {
        Self(BTreeMap::new())
    }

    /// The cells affected by a scenario, in the matrix under it.
    pub fn new(snapshot: &Snapshot, scenario: ScenarioId, coalition: &Coalition) -> Self {
        let mut cells = BTreeMap::new();
        let members = Members::new(snapshot, coalition.as_of);
        for it in moves(snapshot, scenario) {
            let Some(proposal) = snapshot.proposals.slot(it.proposal) else { continue };
            match it.by {
                Speaker::Party(party) => {
                    if let Some(party) = snapshot.parties.slot(party) {
                        cells.insert((proposal, party), Assumed::Itself);
                    }
                }
                Speaker::Group(group) => {
                    let silent = |party: &&Slot| coalition.basis(proposal, **party) != Basis::Own;
                    for party in members.of(group).iter().filter(silent) {
                        cells.insert((proposal, *party), Assumed::ByItsGroup);
                    }
                }
            }
        }
        Self(cells)
    }

    /// Why the stance of a party on a proposal is an assumed one, if it is.
    pub fn of(&self, proposal: Slot, party: Slot) -> Option<Assumed> {
        self.0.get(&(proposal, party)).copied()
    }

    /// How many cells there are.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::{Adoption, Outcome, coalition};
    use crate::model::Marking;
    use crate::model::sketch::sketch;
    use crate::model::{Certainty, PartyId, Proposal, ProposalId, Stance};

    const DAY: &str = "2026-11-26";

    fn day() -> NaiveDate {
        DAY.parse().unwrap()
    }

    /// Lays moves over a dossier: a speaker by its code, a proposal, and a sign.
    fn with(snapshot: &mut Snapshot, moves: &[(&str, &str, &str)]) -> ScenarioId {
        let scenario = Scenario::new("What if", Marking::Clear);
        let id = scenario.id;
        snapshot.put(scenario.into());
        for (who, proposal, sign) in moves {
            let by: Speaker = match snapshot.party_by_code(who) {
                Some(party) => party.id.into(),
                None => snapshot.groups.iter().find(|it| it.code == *who).unwrap().id.into(),
            };
            let proposal = snapshot.proposal_by_code(proposal).unwrap().id;
            let stance = Stance::from_sign(sign);
            snapshot.put(ScenarioMove::new(id, proposal, by, stance, Marking::Clear).into());
        }
        id
    }

    /// The proposal P and the party NLD.
    fn the_one(snapshot: &Snapshot) -> (ProposalId, PartyId) {
        (snapshot.proposal_by_code("P").unwrap().id, snapshot.party_by_code("NLD").unwrap().id)
    }

    /// The signs of a proposal, by party.
    fn signs(snapshot: &Snapshot, coalition: &Coalition, code: &str) -> Vec<(String, String)> {
        let proposal = snapshot.proposal_by_code(code).unwrap();
        let slot = snapshot.proposals.slot(proposal.id).unwrap();
        let sign = |party: Slot| coalition.stance(slot, party).map_or("?", Stance::sign);
        let parties = snapshot.parties.slots();
        parties.map(|(slot, it)| (it.code.clone(), sign(slot).to_owned())).collect()
    }

    fn of(signs: &[(String, String)], code: &str) -> String {
        signs.iter().find(|(it, _)| it == code).unwrap().1.clone()
    }

    #[test]
    fn a_scenario_moves_those_in_it_and_nobody_else_and_the_dossier_stays_what_it_is() {
        let mut snapshot = sketch(
            "              P                  Q
            EU(NLD HUN)    +@2020-01-01       .
            HUN            --@2020-01-01      .
            BRA            --@2026-11-26      +
            IND            .                  .",
        );
        let before = signs(&snapshot, &coalition(&snapshot, day()), "P");
        let id = with(&mut snapshot, &[("BRA", "P", "++"), ("EU", "P", "0")]);
        let assumed = under(&snapshot, id, day());
        let told = coalition(&assumed, day());
        let after = signs(&assumed, &told, "P");
        assert_eq!(of(&after, "BRA"), "++", "also over an entry of the same day");
        assert_eq!(of(&after, "NLD"), "0", "a member follows its group");
        assert_eq!(of(&after, "HUN"), of(&before, "HUN"), "one that spoke itself does not");
        assert_eq!(of(&after, "IND"), "?", "who was unknown stays unknown");
        assert_eq!(
            signs(&assumed, &told, "Q"),
            signs(&snapshot, &coalition(&snapshot, day()), "Q")
        );
        assert_eq!(signs(&snapshot, &coalition(&snapshot, day()), "P"), before);
        let cells = Assumptions::new(&assumed, id, &told);
        let at = |code: &str| {
            let slot = |id| assumed.parties.slot(id).unwrap();
            let proposal = assumed.proposal_by_code("P").unwrap().id;
            let proposal = assumed.proposals.slot(proposal).unwrap();
            cells.of(proposal, slot(assumed.party_by_code(code).unwrap().id))
        };
        assert_eq!(
            ["BRA", "NLD", "HUN", "IND"].map(at),
            [Some(Assumed::Itself), Some(Assumed::ByItsGroup), None, None]
        );
        assert_eq!(cells.len(), 2);
    }

    #[test]
    fn a_move_that_changes_nothing_says_why() {
        let mut snapshot = sketch(
            "              P                  Q
            EU(NLD HUN)    .                  .
            HUN            --@2020-01-01      .
            NLD            +@2020-01-01       .
            BRA            .                  +",
        );
        let moves_of = [
            ("EU", "P", "0", Some(Idle::AllSpoke(2))),
            ("EU", "Q", "0", None),
            ("BRA", "Q", "+", Some(Idle::AlreadyThere)),
            ("BRA", "Q", "++", None),
            ("BRA", "P", "+", None),
        ];
        for (who, proposal, sign, why) in moves_of {
            let id = with(&mut snapshot, &[(who, proposal, sign)]);
            let today = coalition(&snapshot, day());
            let it = moves(&snapshot, id).next().unwrap();
            assert_eq!(idle(&snapshot, &today, it), why, "{who} {proposal} {sign}");
        }
        // A member that is assumed to move itself keeps its own stance.
        let id = with(&mut snapshot, &[("NLD", "Q", "+"), ("HUN", "Q", "+"), ("EU", "Q", "0")]);
        let today = coalition(&snapshot, day());
        let it = moves(&snapshot, id).last().unwrap();
        assert_eq!(idle(&snapshot, &today, it), Some(Idle::AllSpoke(2)));
    }

    #[test]
    fn a_move_to_where_a_party_stands_already_makes_it_no_easier_to_move() {
        let mut snapshot = sketch("    P\nNLD +");
        let (proposal, party) = the_one(&snapshot);
        let mut entry = Position::new(proposal, party, Some(Stance::Object), day());
        entry.certainty = Some(Certainty::Public);
        snapshot.put_position(&entry);
        let id = with(&mut snapshot, &[("NLD", "P", "--")]);
        let assumed = under(&snapshot, id, day());
        let held = assumed.current_position(proposal, party, day()).unwrap();
        assert_eq!((held.stance, held.certainty), (entry.stance, entry.certainty));
    }

    #[test]
    fn the_verdict_follows_the_moves_and_an_assumed_silence_is_unknown() {
        let mut snapshot = sketch("    P\nNLD +\nCUB --\nBRA 0");
        let verdict = |snapshot: &Snapshot| -> Adoption {
            let slot = snapshot.proposals.slots().next().map(|(slot, _): (Slot, &Proposal)| slot);
            coalition(snapshot, day()).column(slot.unwrap()).unwrap().adoption
        };
        assert_eq!(verdict(&snapshot).consensus, Outcome::Fails);
        let id = with(&mut snapshot, &[("CUB", "P", "0")]);
        assert_eq!(verdict(&under(&snapshot, id, day())).consensus, Outcome::Adopts);
        let silent = with(&mut snapshot, &[("CUB", "P", "0"), ("BRA", "P", "?")]);
        assert_eq!(verdict(&under(&snapshot, silent, day())).consensus, Outcome::Open);
        assert_eq!(verdict(&snapshot).consensus, Outcome::Fails);
        assert_eq!(verdict(&under(&snapshot, ScenarioId::new(), day())).consensus, Outcome::Fails);
    }

    #[test]
    fn an_assumed_stance_is_as_confidential_as_all_it_rests_on_and_keeps_only_the_salience() {
        let mut snapshot = sketch("    P\nNLD +");
        let (proposal, party) = the_one(&snapshot);
        let mut entry = Position::new(proposal, party, Some(Stance::Support), day());
        (entry.salience, entry.marking) = (Some(5), Some(Marking::Red));
        entry.condition = "a review".to_owned();
        snapshot.put_position(&entry);
        let id = with(&mut snapshot, &[("NLD", "P", "--")]);
        let assumed = under(&snapshot, id, day()).current_position(proposal, party, day()).unwrap();
        assert!(is_assumed(assumed.id) && !is_assumed(entry.id));
        assert_eq!((assumed.stance, assumed.salience), (Some(Stance::Object), Some(5)));
        assert_eq!((assumed.marking, assumed.condition.as_str()), (Some(Marking::Red), ""));
        entry.salience = None;
        snapshot.put_position(&entry);
        let assumed = under(&snapshot, id, day()).current_position(proposal, party, day()).unwrap();
        assert_eq!(assumed.marking, Some(Marking::Amber), "as a new scenario of a clear dossier");
    }
}
