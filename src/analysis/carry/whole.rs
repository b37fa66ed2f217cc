//! Proposals that are decided together as one.

use chrono::NaiveDate;

use super::procedure::coming_decision;
use super::{Decider, seats, verdict};
use crate::analysis::{Coalition, Outcome};
use crate::model::words::natural_cmp;
use crate::model::{AgendaItem, Procedure, ProposalId, Slot, Snapshot};

/// The proposals decided together with a proposal, and the verdict on all of them.
///
/// The whole carries if each of its proposals carries by itself. Packages are made so that somebody
/// swallows one proposal for the sake of another, but that is not known beforehand and is not
/// assumed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Whole {
    /// The verdict on the whole.
    pub verdict: Outcome,
    /// The verdict on each of its proposals, in the order of their codes.
    pub each: Vec<(Slot, Outcome)>,
}

impl Whole {
    /// The proposals with this verdict.
    pub fn with(&self, verdict: Outcome) -> impl Iterator<Item = Slot> + '_ {
        self.each.iter().filter(move |(_, it)| *it == verdict).map(|(slot, _)| *slot)
    }
}

/// The items of an agenda that are decided together with this one, which comes first.
pub fn together<'a>(snapshot: &'a Snapshot, item: &'a AgendaItem) -> Vec<&'a AgendaItem> {
    let linked = |a: &AgendaItem, b: &AgendaItem| {
        a.meeting == b.meeting && (a.with == Some(b.id) || b.with == Some(a.id))
    };
    let mut found = vec![item];
    let mut next = 0;
    while let Some(one) = found.get(next).copied() {
        let more = snapshot.agenda.iter().filter(|it| linked(one, it));
        let more = more.filter(|it| found.iter().all(|known| known.id != it.id));
        let more: Vec<_> = more.collect();
        found.extend(more);
        next += 1;
    }
    found
}

/// The other proposals decided together with one, in its first decision that is not over on a day.
pub fn decided_with(snapshot: &Snapshot, proposal: ProposalId, day: NaiveDate) -> Vec<ProposalId> {
    let Some((item, _)) = coming_decision(snapshot, proposal, day) else { return Vec::new() };
    let others = together(snapshot, item).into_iter().skip(1);
    let mut others: Vec<_> = others.filter_map(|it| snapshot.proposals.get(it.proposal)).collect();
    others.sort_by(|a, b| natural_cmp(&a.code, &b.code));
    others.into_iter().map(|it| it.id).collect()
}

/// The proposals decided together with a proposal under a rule; `None` if it is decided by itself,
/// or if nothing is decided.
pub(in crate::analysis) fn whole(
    snapshot: &Snapshot,
    coalition: &Coalition,
    (proposal, own): (Slot, Option<Outcome>),
    procedure: Procedure,
) -> Option<Whole> {
    let (id, rule) = (snapshot.proposals.at(proposal)?.id, procedure.rule()?);
    let others = decided_with(snapshot, id, coalition.as_of);
    let others = others.into_iter().filter_map(|it| snapshot.proposals.slot(it));
    let others = others.map(|slot| {
        let seats = seats(snapshot, coalition, slot, procedure).into_iter();
        let deciders: Vec<Decider> = seats.map(|seat| seat.decider).collect();
        (slot, verdict(&deciders, rule))
    });
    let mut each: Vec<_> = others.collect();
    if each.is_empty() {
        return None;
    }
    each.push((proposal, own?));
    let code = |slot| snapshot.proposals.at(slot).map_or("", |it| &it.code);
    each.sort_by(|(a, _), (b, _)| natural_cmp(code(*a), code(*b)));
    let any = |verdict| each.iter().any(|(_, it)| *it == verdict);
    let verdict = match (any(Outcome::Fails), any(Outcome::Open)) {
        (true, _) => Outcome::Fails,
        (false, true) => Outcome::Open,
        (false, false) => Outcome::Adopts,
    };
    Some(Whole { verdict, each })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::{calls, coalition, coming_procedure};
    use crate::model::Meeting;
    use crate::model::sketch::sketch;

    const DAY: &str = "2026-11-26";

    /// Puts proposals on the agenda of a meeting, each linked to the one before.
    fn on_one_agenda(snapshot: &mut Snapshot, codes: &[&str]) -> Vec<AgendaItem> {
        let meeting = Meeting::new("Session", DAY.parse().unwrap());
        let mut items: Vec<AgendaItem> = Vec::new();
        for code in codes {
            let mut item = AgendaItem::new(meeting.id, snapshot.proposal_by_code(code).unwrap().id);
            item.with = items.last().map(|it| it.id);
            items.push(item);
        }
        snapshot.put(meeting.into());
        items.iter().for_each(|it| snapshot.put(it.clone().into()));
        items
    }

    fn of(snapshot: &Snapshot, code: &str, by: Procedure) -> Option<Whole> {
        let slot = snapshot.proposals.slot(snapshot.proposal_by_code(code).unwrap().id).unwrap();
        calls(snapshot, &coalition(snapshot, DAY.parse().unwrap()), slot, by).whole
    }

    #[test]
    fn a_decision_on_several_proposals_carries_only_if_each_of_them_carries() {
        let mut snapshot = sketch("  P Q R S\nANA + + + +\nBEN + + ? +\nCAT + -- + +");
        on_one_agenda(&mut snapshot, &["P", "Q", "R"]);
        let whole = of(&snapshot, "P", Procedure::Consensus).unwrap();
        assert_eq!(whole.verdict, Outcome::Fails, "though P itself carries");
        let verdicts: Vec<_> = whole.each.iter().map(|(_, it)| *it).collect();
        assert_eq!(verdicts, [Outcome::Adopts, Outcome::Fails, Outcome::Open]);
        // Seen from each of its proposals it is the same decision under the same rule.
        assert_eq!(of(&snapshot, "R", Procedure::Consensus), Some(whole));
        assert_eq!(
            of(&snapshot, "Q", Procedure::Majority).map(|it| it.verdict),
            Some(Outcome::Adopts)
        );
        assert_eq!(of(&snapshot, "S", Procedure::Consensus), None, "decided by itself");
        assert_eq!(of(&snapshot, "P", Procedure::Sponsorship), None, "nothing is decided");
    }

    #[test]
    fn how_it_is_decided_is_said_once() {
        let mut snapshot = sketch("  P Q\nANA + +");
        let items = on_one_agenda(&mut snapshot, &["P", "Q"]);
        let procedure = Some(Procedure::TwoThirds);
        snapshot.put(AgendaItem { procedure, ..items[1].clone() }.into());
        let (day, p) = (DAY.parse().unwrap(), items[0].proposal);
        assert_eq!(coming_procedure(&snapshot, p, day), Procedure::TwoThirds);
        assert_eq!(decided_with(&snapshot, p, day), [items[1].proposal]);
        // Once it is over, it is no longer the next decision.
        assert!(decided_with(&snapshot, p, "2026-11-27".parse().unwrap()).is_empty());
    }

    #[test]
    fn a_link_to_the_agenda_of_another_meeting_makes_nothing_one_decision() {
        let mut snapshot = sketch("  P Q\nANA + +");
        let first = on_one_agenda(&mut snapshot, &["P"]);
        let other = on_one_agenda(&mut snapshot, &["Q"]);
        snapshot.put(AgendaItem { with: Some(first[0].id), ..other[0].clone() }.into());
        assert!(decided_with(&snapshot, first[0].proposal, DAY.parse().unwrap()).is_empty());
    }
}
