//! The camp of a party, computed from recorded roll calls.

use crate::model::{
    Ballot, Camp, CampBasis, Dossier, Party, PartyId, RollCallId, Side, Slot, Snapshot,
};

/// The camp of a party, and what it rests on.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct CampReading {
    /// The camp that counts: the user's choice, or else the computed one.
    pub camp: Camp,
    /// The basis of the choice.
    pub basis: CampBasis,
    /// The camp computed from votes, even if the user overrules it.
    pub computed: Camp,
    /// The index from −1 (always with the state-oriented side) to +1 (always with the
    /// multistakeholder side); `None` if no votes were cast.
    pub index: Option<f64>,
    /// The number of votes cast that the index rests on.
    pub votes: u32,
}

/// The camps of all parties.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Camps {
    // By slot of the party.
    readings: Vec<Option<CampReading>>,
}

impl Camps {
    /// The camp reading of the party in this slot.
    pub fn get(&self, party: Slot) -> Option<&CampReading> {
        self.readings.get(party.index())?.as_ref()
    }

    /// The camp of the party in this slot.
    pub fn camp(&self, party: Slot) -> Camp {
        self.get(party).map_or(Camp::Unassigned, |reading| reading.camp)
    }

    /// How many parties are in this camp.
    pub fn count(&self, camp: Camp) -> usize {
        self.readings.iter().flatten().filter(|reading| reading.camp == camp).count()
    }
}

/// Computes the camps of all parties from the roll calls that count.
///
/// The method is that of the camp index: over the contested roll calls, +1 for each vote with the
/// multistakeholder-aligned side, −1 for each against it, 0 for an abstention, averaged over the
/// votes cast. Strictly above the upper threshold a party is multistakeholder, strictly below the
/// lower one state-oriented, otherwise swing; with fewer votes than the minimum it stays
/// unassigned. Stances entered by hand play no part; otherwise the matrix would argue in a circle.
///
/// Data: Erik Voeten, United Nations General Assembly Voting Data (CC0).
pub fn camps(snapshot: &Snapshot) -> Camps {
    let mut sums = vec![(0_i32, 0_u32); snapshot.parties.slot_count()];
    for vote in snapshot.votes.iter() {
        let roll_call = snapshot.roll_calls.get(vote.roll_call);
        let side = roll_call.and_then(|roll_call| roll_call.yes_side);
        let (Some(side), Some(party)) = (side, snapshot.parties.slot(vote.party)) else { continue };
        let Some(weight) = weight(vote.ballot, side) else { continue };
        let (sum, votes) = &mut sums[party.index()];
        *sum += weight;
        *votes += 1;
    }
    let mut readings = vec![None; sums.len()];
    for (slot, party) in snapshot.parties.slots() {
        let (sum, votes) = sums[slot.index()];
        readings[slot.index()] = Some(read_camp(&snapshot.dossier, party, sum, votes));
    }
    Camps { readings }
}

/// Computes one camp from the sum of the weights and the number of the votes cast.
pub(crate) fn read_camp(settings: &Dossier, party: &Party, sum: i32, votes: u32) -> CampReading {
    let index = (votes > 0).then(|| f64::from(sum) / f64::from(votes));
    let computed = match index {
        Some(index) if votes >= settings.camp_min_votes => {
            if index > settings.camp_upper {
                Camp::Multistakeholder
            } else if index < settings.camp_lower {
                Camp::StateOriented
            } else {
                Camp::Swing
            }
        }
        _ => Camp::Unassigned,
    };
    let basis = match (party.camp, computed) {
        (Some(_), _) => CampBasis::User,
        (None, Camp::Unassigned) => CampBasis::Nothing,
        (None, _) => CampBasis::Votes,
    };
    CampReading { camp: party.camp.unwrap_or(computed), basis, computed, index, votes }
}

/// A vote that a camp rests on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Evidence {
    /// The roll call.
    pub roll_call: RollCallId,
    /// The vote; `None` if the party did not vote.
    pub ballot: Option<Ballot>,
    /// +1 with the multistakeholder side, −1 against it, 0 for an abstention or if no vote is
    /// known.
    pub weight: i32,
}

/// The roll calls that count and how this party voted in each, oldest first.
pub fn evidence(snapshot: &Snapshot, party: PartyId) -> Vec<Evidence> {
    let mut counting: Vec<_> = snapshot
        .roll_calls
        .iter()
        .filter_map(|roll_call| Some((roll_call, roll_call.yes_side?)))
        .collect();
    counting.sort_by(|(a, _), (b, _)| (a.date, &a.code).cmp(&(b.date, &b.code)));
    let mine: Vec<_> = snapshot.votes.iter().filter(|vote| vote.party == party).collect();
    counting
        .into_iter()
        .map(|(roll_call, side)| {
            let vote = mine.iter().find(|vote| vote.roll_call == roll_call.id);
            let ballot = vote.map(|vote| vote.ballot);
            let weight = ballot.and_then(|ballot| weight(ballot, side)).unwrap_or(0);
            Evidence { roll_call: roll_call.id, ballot, weight }
        })
        .collect()
}

/// The weight of a vote; `None` if it is not known, in which case it does not count as cast.
fn weight(ballot: Ballot, yes_side: Side) -> Option<i32> {
    let yes = match yes_side {
        Side::Multistakeholder => 1,
        Side::StateOriented => -1,
    };
    match ballot {
        Ballot::Yes => Some(yes),
        Ballot::No => Some(-yes),
        Ballot::Abstain => Some(0),
        Ballot::Unknown => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Bilingual, PartyKind};

    fn camp_of(sum: i32, votes: u32) -> (Camp, CampBasis) {
        let party = Party::new("AAA", Bilingual::default(), PartyKind::State);
        let reading = read_camp(&Dossier::new(""), &party, sum, votes);
        (reading.camp, reading.basis)
    }

    #[test]
    fn the_thresholds_are_strict_and_too_few_votes_assign_no_camp() {
        for (sum, votes, camp) in [
            (9, 9, Camp::Multistakeholder),
            (4, 8, Camp::Swing),
            (-4, 8, Camp::Swing),
            (-5, 8, Camp::StateOriented),
            (0, 5, Camp::Swing),
        ] {
            assert_eq!(camp_of(sum, votes), (camp, CampBasis::Votes), "{sum}/{votes}");
        }
        assert_eq!(camp_of(4, 4), (Camp::Unassigned, CampBasis::Nothing));
        assert_eq!(camp_of(0, 0), (Camp::Unassigned, CampBasis::Nothing));
    }

    #[test]
    fn the_user_overrules_and_still_sees_the_computed_camp() {
        let mut party = Party::new("AAA", Bilingual::default(), PartyKind::State);
        party.camp = Some(Camp::Swing);
        let reading = read_camp(&Dossier::new(""), &party, -9, 9);
        assert_eq!((reading.camp, reading.basis), (Camp::Swing, CampBasis::User));
        assert_eq!((reading.computed, reading.index), (Camp::StateOriented, Some(-1.0)));
    }
}
