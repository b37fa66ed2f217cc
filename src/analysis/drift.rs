//! The direction of a change: nearer to the user's own stance, or further from it.
//!
//! The scale is that of stances, from champion to objection, with equal steps. If the user's own
//! party has a stance on the proposal, a move is our way if it ends nearer to that stance than it
//! began; if it has none, or no party is marked as one's own, acceptance takes its place, and
//! towards it is up the scale. A stance that was unknown before or is unknown now has not moved;
//! nor has one that crosses from one side of the own stance to an equal distance on the other.

use crate::model::{Keyed, PartyId, Severity, Slot, Snapshot, Speaker, Stance, keyed};

use super::{Coalition, StanceChange};

keyed! {
    /// The direction of a change.
    pub enum Drift as "drift" {
        /// Nearer to the own party's stance.
        OurWay = "our-way",
        /// Further from the own party's stance.
        FromUs = "from-us",
        /// Towards acceptance, as there is no own stance.
        Towards = "towards",
        /// Away from acceptance, as there is no own stance.
        Away = "away",
        /// An obstacle hinders less.
        Smaller = "smaller",
        /// An obstacle hinders more.
        Larger = "larger",
    }
}

impl Drift {
    /// Whether it is the direction one hopes for.
    pub fn is_good(self) -> bool {
        match self {
            Self::OurWay | Self::Towards | Self::Smaller => true,
            Self::FromUs | Self::Away | Self::Larger => false,
        }
    }
}

/// The user's own party, and its stances on a day.
#[derive(Clone, Copy, Debug)]
pub struct OwnSide<'a> {
    party: Option<(PartyId, Slot)>,
    stands: Option<&'a Coalition>,
}

impl<'a> OwnSide<'a> {
    /// The party marked as one's own (the first by code, if a merge brought two together), and its
    /// stances on the day of `stands`, those of its groups included.
    pub fn new(snapshot: &Snapshot, stands: &'a Coalition) -> Self {
        let ours = snapshot.parties.slots().filter(|(_, party)| party.ours);
        let first = ours.min_by(|(_, a), (_, b)| a.code.cmp(&b.code));
        Self { party: first.map(|(slot, party)| (party.id, slot)), stands: Some(stands) }
    }

    /// No own party.
    pub const fn none() -> Self {
        Self { party: None, stands: None }
    }

    /// The party, if there is one.
    pub fn party(self) -> Option<PartyId> {
        self.party.map(|(id, _)| id)
    }

    /// Its stance on a proposal.
    fn stance(self, proposal: Slot) -> Option<Stance> {
        let ((_, slot), stands) = self.party.zip(self.stands)?;
        stands.stance(proposal, slot)
    }
}

/// The direction in which a stance moved; `None` if it did not, or if that cannot be said.
pub fn drift_of(snapshot: &Snapshot, own: OwnSide<'_>, change: &StanceChange) -> Option<Drift> {
    if own.party().is_some_and(|own| change.by == Speaker::Party(own)) {
        return None;
    }
    let own = snapshot.proposals.slot(change.proposal).and_then(|slot| own.stance(slot));
    let (from, to) = (step(change.from)?, step(change.to)?);
    let (before, after, ways) = match step(own) {
        Some(own) => (from.abs_diff(own), to.abs_diff(own), [Drift::OurWay, Drift::FromUs]),
        None => (from, to, [Drift::Towards, Drift::Away]),
    };
    pick(before.cmp(&after), ways)
}

/// The direction in which an obstacle moved.
pub fn drift_of_obstacle(from: Option<Severity>, to: Option<Severity>) -> Option<Drift> {
    pick(from?.cmp(&to?), [Drift::Smaller, Drift::Larger])
}

/// The drift for a decrease or an increase.
fn pick(before: std::cmp::Ordering, [less, more]: [Drift; 2]) -> Option<Drift> {
    match before {
        std::cmp::Ordering::Greater => Some(less),
        std::cmp::Ordering::Less => Some(more),
        std::cmp::Ordering::Equal => None,
    }
}

/// The place of a stance on the scale; a party without instructions is not on it.
fn step(stance: Option<Stance>) -> Option<usize> {
    let stance = stance.filter(|it| *it != Stance::NoInstructions)?;
    Stance::ALL.iter().position(|it| *it == stance)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::{coalition, stance_changes};
    use crate::model::sketch::sketch;

    fn moved(own: &str, line: &str) -> Option<Drift> {
        let mut snapshot = sketch(&format!("       P\nA       {line}\nNLD     {own}"));
        let party = snapshot.party_by_code("NLD").unwrap().clone();
        snapshot.put(crate::model::Party { ours: true, ..party }.into());
        let day = |day: &str| day.parse().unwrap();
        let stands = coalition(&snapshot, day("2024-12-31"));
        let side = OwnSide::new(&snapshot, &stands);
        let changes = stance_changes(&snapshot, day("2024-01-31"), day("2024-12-31"));
        let party = snapshot.party_by_code("A").unwrap().id;
        let change = changes.iter().find(|it| it.by == Speaker::Party(party)).unwrap();
        drift_of(&snapshot, side, change)
    }

    #[test]
    fn a_move_is_our_way_if_it_ends_nearer_to_our_own_stance() {
        let of = |own: &str, from: &str, to: &str| {
            moved(own, &format!("{from}@2024-01-01,{to}@2024-06-01"))
        };
        assert_eq!(of("+", "−−", "−"), Some(Drift::OurWay));
        assert_eq!(of("+", "0", "−"), Some(Drift::FromUs));
        assert_eq!(of("−−", "+", "−"), Some(Drift::OurWay), "we object, and so they come to us");
        assert_eq!(of("0", "+", "−"), None, "as far on the other side");
        assert_eq!(of("?", "−−", "0"), Some(Drift::Towards), "we have no stance");
        assert_eq!(of("?", "+", "0"), Some(Drift::Away));
        assert_eq!(of("+", "~", "++"), None, "no instructions is no place on the scale");
        assert_eq!(moved("+", "−−@2024-06-01"), None, "what was not known has not moved");
    }

    #[test]
    fn an_obstacle_that_hinders_less_is_smaller() {
        let of = |from, to| drift_of_obstacle(Severity::new(from), Severity::new(to));
        assert_eq!((of(3, 1), of(1, 3)), (Some(Drift::Smaller), Some(Drift::Larger)));
        assert_eq!(of(2, 2), None);
        assert_eq!(drift_of_obstacle(None, Severity::new(2)), None);
    }
}
