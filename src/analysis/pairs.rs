//! Competing texts: who says yes to both, to one of them, to neither.
//!
//! Many states vote for both of two competing resolutions. From a state between the camps this says
//! more than an abstention does: it wants the subject settled and does not mind by whom. The count
//! is a cross table of two stances; nothing in it is estimated.

use super::voices::Members;
use super::{Camps, Coalition};
use crate::model::words::natural_cmp;
use crate::model::{Arena, Camp, GroupId, Keyed, Party, Rival, Slot, Snapshot, Stance, keyed};

keyed! {
    /// To which of two competing texts a party says yes. Yes is what [`Tally`](super::Tally) counts
    /// as in favour: championing or supporting it.
    pub enum Answer as "pair" {
        /// To both.
        Both = "both",
        /// To the first alone.
        First = "only-first",
        /// To the second alone.
        Second = "only-second",
        /// To neither.
        Neither = "neither",
        /// The stance on one text or on both is unknown, so it is none of the others.
        Unknown = "unknown",
    }
}

impl Answer {
    fn of(stances: [Option<Stance>; 2]) -> Self {
        let yes = |stance: Stance| matches!(stance, Stance::Champion | Stance::Support);
        let [Some(first), Some(second)] = stances else { return Self::Unknown };
        match (yes(first), yes(second)) {
            (true, true) => Self::Both,
            (true, false) => Self::First,
            (false, true) => Self::Second,
            (false, false) => Self::Neither,
        }
    }
}

/// How many parties gave each answer.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Split([u32; Answer::ALL.len()]);

impl Split {
    /// How many there are.
    pub fn total(&self) -> usize {
        self.0.iter().map(|count| *count as usize).sum()
    }

    /// How many gave this answer.
    pub fn of(&self, answer: Answer) -> usize {
        self.0[answer as usize] as usize
    }

    fn plus(mut self, other: Self) -> Self {
        self.0.iter_mut().zip(other.0).for_each(|(count, more)| *count += more);
        self
    }
}

/// Two competing proposals, and how the parties that decide divide over them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pair {
    /// The proposals; the first is the one whose code comes first.
    pub proposals: [Slot; 2],
    // In the order of `Camp::ALL`.
    camps: [Split; 4],
}

impl Pair {
    /// How a camp divides.
    pub fn camp(&self, camp: Camp) -> Split {
        self.camps[camp as usize]
    }

    /// How all of them divide.
    pub fn all(&self) -> Split {
        self.camps.into_iter().fold(Split::default(), Split::plus)
    }
}

/// Every pair of competing proposals, by code. A pair entered twice is listed once.
pub fn pairs(snapshot: &Snapshot, coalition: &Coalition, camps: &Camps) -> Vec<Pair> {
    let code = |slot: Slot| snapshot.proposals.at(slot).map_or("", |proposal| &proposal.code);
    let by_code = |a: Slot, b: Slot| natural_cmp(code(a), code(b));
    let slots = |rival: &Rival| {
        let mut slots =
            [snapshot.proposals.slot(rival.proposal)?, snapshot.proposals.slot(rival.other)?];
        slots.sort_by(|a, b| by_code(*a, *b));
        Some(slots)
    };
    let mut found: Vec<_> = snapshot.rivals.iter().filter_map(slots).collect();
    found.sort_by(|[a, b], [c, d]| by_code(*a, *c).then_with(|| by_code(*b, *d)));
    found.dedup();
    let parties = &snapshot.parties;
    found.into_iter().map(|pair| divided(parties, coalition, camps, pair)).collect()
}

/// The parties that decide and gave this answer, in the order of the dossier; of one camp if given.
pub fn who(
    snapshot: &Snapshot,
    coalition: &Coalition,
    proposals: [Slot; 2],
    camp: Option<Camp>,
    answer: Answer,
) -> Vec<Slot> {
    let of = |slot: Slot| {
        Answer::of(proposals.map(|proposal| coalition.stance(proposal, slot))) == answer
            && camp.is_none_or(|camp| coalition.camps.camp(slot) == camp)
    };
    let parties = snapshot.parties.slots().filter(|(_, party)| party.decides);
    parties.map(|(slot, _)| slot).filter(|slot| of(*slot)).collect()
}

/// How the members of each group that decide divide over two competing proposals, by code of the
/// group; groups with no such members are left out.
pub fn by_group(
    snapshot: &Snapshot,
    coalition: &Coalition,
    proposals: [Slot; 2],
) -> Vec<(GroupId, Split)> {
    let members = Members::new(snapshot, coalition.as_of);
    let decides = |slot: &&Slot| snapshot.parties.at(**slot).is_some_and(|party| party.decides);
    let mut groups: Vec<_> = snapshot.groups.iter().collect();
    groups.sort_by(|a, b| natural_cmp(&a.code, &b.code));
    let split = |group: GroupId| {
        let mut split = Split::default();
        for party in members.of(group).iter().filter(decides) {
            let stances = proposals.map(|proposal| coalition.stance(proposal, *party));
            split.0[Answer::of(stances) as usize] += 1;
        }
        split
    };
    let splits = groups.into_iter().map(|group| (group.id, split(group.id)));
    splits.filter(|(_, split)| *split != Split::default()).collect()
}

/// To which of two competing proposals a party says yes.
pub fn answer(coalition: &Coalition, proposals: [Slot; 2], party: Slot) -> Answer {
    Answer::of(proposals.map(|proposal| coalition.stance(proposal, party)))
}

fn divided(
    parties: &Arena<crate::model::PartyId, Party>,
    coalition: &Coalition,
    camps: &Camps,
    proposals: [Slot; 2],
) -> Pair {
    let mut pair = Pair { proposals, camps: Default::default() };
    for (slot, _) in parties.slots().filter(|(_, party)| party.decides) {
        let camp = camps.get(slot).map_or(Camp::Unassigned, |reading| reading.camp);
        let stances = proposals.map(|proposal| coalition.stance(proposal, slot));
        pair.camps[camp as usize].0[Answer::of(stances) as usize] += 1;
    }
    pair
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::{camps, coalition};
    use crate::model::sketch::sketch;

    fn divide(grid: &str) -> Vec<([String; 2], Split)> {
        let mut snapshot = sketch(grid);
        let ids: Vec<_> = snapshot.proposals.iter().map(|proposal| proposal.id).collect();
        // The same pair entered from both ends.
        for (one, other) in [(ids[0], ids[1]), (ids[1], ids[0])] {
            let rival = Rival::new(one, other);
            snapshot.put(rival.into());
        }
        let day = "2026-11-26".parse().unwrap();
        let found = pairs(&snapshot, &coalition(&snapshot, day), &camps(&snapshot));
        let code = |slot: Slot| snapshot.proposals.at(slot).unwrap().code.clone();
        found.iter().map(|pair| (pair.proposals.map(code), pair.all())).collect()
    }

    #[test]
    fn those_who_gave_an_answer_are_as_many_as_were_counted() {
        let mut snapshot = sketch("  T/1 T/2\nV + ++\nW + 0\nX − +\nY ~ −−\nZ + ?");
        let ids: Vec<_> = snapshot.proposals.iter().map(|proposal| proposal.id).collect();
        snapshot.put(Rival::new(ids[0], ids[1]).into());
        let coalition = coalition(&snapshot, "2026-11-26".parse().unwrap());
        for pair in pairs(&snapshot, &coalition, &camps(&snapshot)) {
            for answer in Answer::ALL {
                let who = |camp| who(&snapshot, &coalition, pair.proposals, camp, *answer);
                assert_eq!(who(None).len(), pair.all().of(*answer));
                for camp in Camp::ALL {
                    assert_eq!(who(Some(*camp)).len(), pair.camp(*camp).of(*answer));
                }
            }
        }
    }

    #[test]
    fn a_group_divides_as_its_members_that_decide_do() {
        let grid = "  T/1 T/2\nG(V W X) . .\nH() . .\nV + ++\nW + 0\nX − +\nY + +";
        let mut snapshot = sketch(grid);
        let ids: Vec<_> = snapshot.proposals.iter().map(|proposal| proposal.id).collect();
        snapshot.put(Rival::new(ids[0], ids[1]).into());
        let coalition = coalition(&snapshot, "2026-11-26".parse().unwrap());
        let pair = pairs(&snapshot, &coalition, &camps(&snapshot)).remove(0);
        let found = by_group(&snapshot, &coalition, pair.proposals);
        let [(group, split)] = found[..] else { panic!("{found:?}") };
        assert_eq!(snapshot.groups.get(group).unwrap().code, "G");
        assert_eq!((split.total(), split.of(Answer::Both), split.of(Answer::First)), (3, 1, 1));
    }

    #[test]
    fn every_party_is_counted_once_and_an_unknown_stance_is_neither_yes_nor_no() {
        let grid = "  T/30 T/4\nV + ++\nW + 0\nX − +\nY ~ −−\nZ + ?";
        let split = Split([1; 5]);
        assert_eq!(divide(grid), [(["T/4".into(), "T/30".into()], split)]);
    }
}
