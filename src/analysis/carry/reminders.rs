//! Reminders for calling parties about a proposal.

use super::CountsAs;
use crate::analysis::{Answer, Basis, Coalition, Voices, pairs, who};
use crate::model::{GroupId, Slot, Snapshot, Stance};

/// A party whose own stance counts differently from that of a group it is in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Departure {
    /// The party.
    pub party: Slot,
    /// Its stance.
    pub stance: Stance,
    /// The group.
    pub group: GroupId,
    /// The stance of the group.
    pub line: Stance,
}

/// The reminders about a proposal.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Reminders {
    /// The parties that depart from the line of a group, by party.
    pub departures: Vec<Departure>,
    /// The competing proposals, each with the parties that say yes to both.
    pub yes_to_both: Vec<(Slot, Vec<Slot>)>,
    /// The parties waiting for their capitals.
    pub on_hold: Vec<Slot>,
    /// The parties that object or have reservations by their own entry without a known reason.
    pub without_reason: Vec<Slot>,
}

/// Gathers what not to forget about a proposal.
pub fn reminders(snapshot: &Snapshot, coalition: &Coalition, proposal: Slot) -> Reminders {
    let Some(of) = snapshot.proposals.at(proposal) else { return Reminders::default() };
    let voices = Voices::new(snapshot, coalition.as_of);
    let mut departures = Vec::new();
    let (mut on_hold, mut without_reason) = (Vec::new(), Vec::new());
    for (slot, party) in snapshot.parties.slots().filter(|(_, party)| party.decides) {
        let own = coalition.basis(proposal, slot) == Basis::Own;
        let entry = snapshot.positions.current(proposal, slot, coalition.as_of);
        if let Some(entry) = entry.filter(|_| own) {
            if entry.hold() {
                on_hold.push(slot);
            }
            let blocks = matches!(entry.stance(), Some(Stance::Object | Stance::Reserve));
            if blocks && entry.reason().trim().is_empty() {
                without_reason.push(slot);
            }
        }
        let Some(stance) = coalition.stance(proposal, slot).filter(|_| own) else { continue };
        let other = |line: Stance| CountsAs::of(Some(line)) != CountsAs::of(Some(stance));
        departures.extend(voices.of(of.id, party.id).filter(|voice| other(voice.stance)).map(
            |voice| Departure { party: slot, stance, group: voice.group, line: voice.stance },
        ));
    }
    let rivals = pairs(snapshot, coalition, &coalition.camps).into_iter();
    let yes_to_both = rivals.filter(|pair| pair.proposals.contains(&proposal)).filter_map(|pair| {
        let other = pair.proposals.into_iter().find(|it| *it != proposal)?;
        let both = who(snapshot, coalition, pair.proposals, None, Answer::Both);
        (!both.is_empty()).then_some((other, both))
    });
    Reminders { departures, yes_to_both: yes_to_both.collect(), on_hold, without_reason }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::coalition;
    use crate::model::Rival;
    use crate::model::sketch::sketch;

    #[test]
    fn who_departs_from_its_group_and_who_says_yes_twice_is_remembered() {
        let grid = "  P Q\nEU(NLD HUN) + .\nNLD ++ +\nHUN -- .\nBRA + +";
        let mut snapshot = sketch(grid);
        let ids: Vec<_> = snapshot.proposals.iter().map(|it| it.id).collect();
        snapshot.put(Rival::new(ids[0], ids[1]).into());
        let coalition = coalition(&snapshot, "2026-11-26".parse().unwrap());
        let slots: Vec<_> = snapshot.proposals.slots().map(|(slot, _)| slot).collect();
        let found = reminders(&snapshot, &coalition, slots[0]);
        let code = |slot: Slot| snapshot.parties.at(slot).unwrap().code.as_str();
        let departing: Vec<_> = found.departures.iter().map(|it| code(it.party)).collect();
        assert_eq!(departing, ["HUN"]);
        let [(other, both)] = &found.yes_to_both[..] else { panic!("{found:?}") };
        assert_eq!((*other, both.len()), (slots[1], 2));
        assert_eq!(found.without_reason.iter().map(|it| code(*it)).collect::<Vec<_>>(), ["HUN"]);
        assert_eq!(reminders(&snapshot, &coalition, slots[1]).departures, []);
    }
}
