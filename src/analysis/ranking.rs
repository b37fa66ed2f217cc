//! Which obstacle to tackle first: totals by proposal and over all, and what is cheapest to bring
//! down.
//!
//! A total adds up severities, each times the weight that the dossier gives its obstacle;
//! unassessed obstacles add nothing and are counted separately. The remaining total is the same
//! after the remedy expected to help most, as in the heat map. Which is cheapest is a rule of
//! thumb: the points that an open remedy is expected to take off, for each party that the
//! assessment concerns and that has to be won over, at least one. Several remedies are not added
//! up, and nothing is assumed if no remedy says what remains.

use std::cmp::Reverse;
use std::collections::HashMap;

use super::Heat;
use crate::model::words::natural_cmp;
use crate::model::{AssessmentId, Keyed, Obstacle, ProposalId, RemedyId, Severity, Slot, Snapshot};

/// Severities added up.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Total {
    /// The points now: severities times weights.
    pub now: u32,
    /// The points expected to remain after remedies.
    pub remains: u32,
    /// How many are assessed.
    pub assessed: usize,
    /// How many there are.
    pub of: usize,
}

impl Total {
    /// Most points first; what nobody has assessed is not nothing, and comes last.
    fn rank(&self) -> (bool, Reverse<u32>) {
        (self.assessed == 0, Reverse(self.now))
    }
}

/// An obstacle that an open remedy is expected to bring down.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Lever {
    /// The proposal.
    pub proposal: ProposalId,
    /// The obstacle.
    pub obstacle: Obstacle,
    /// How severe it is.
    pub from: Severity,
    /// How severe it is expected to be after the remedy.
    pub to: Severity,
    /// The points that this takes off.
    pub off: u32,
    /// How many parties the assessment concerns.
    pub concerned: usize,
    /// The remedy.
    pub remedy: RemedyId,
}

/// The obstacles, ranked.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Ranking {
    /// The obstacles over all proposals, the one with most points first, those not assessed last.
    pub over_all: Vec<(Obstacle, Total)>,
    /// The proposals, the one with most points first, those not assessed last.
    pub by_proposal: Vec<(Slot, Total)>,
    /// The cheapest to bring down first.
    pub levers: Vec<Lever>,
}

impl Ranking {
    /// The obstacles that weigh most over all proposals, and the points of each; none if all weigh
    /// nothing.
    pub fn worst(&self) -> (Vec<Obstacle>, u32) {
        let most = self.over_all.first().map_or(0, |(_, total)| total.now);
        let worst = self.over_all.iter().filter(|(_, total)| most > 0 && total.now == most);
        (worst.map(|(obstacle, _)| *obstacle).collect(), most)
    }
}

/// The points of one proposal.
pub fn total_of(snapshot: &Snapshot, heat: &Heat, proposal: Slot) -> Total {
    sum(snapshot, heat, Obstacle::ALL.iter().map(|it| (proposal, *it)))
}

fn sum(snapshot: &Snapshot, heat: &Heat, cells: impl Iterator<Item = (Slot, Obstacle)>) -> Total {
    let mut total = Total::default();
    for (proposal, obstacle) in cells {
        total.of += 1;
        let Some(now) = heat.severity(proposal, obstacle) else { continue };
        let points =
            |severity: Severity| snapshot.dossier.weight(obstacle) * u32::from(severity.get());
        total.assessed += 1;
        total.now += points(now);
        total.remains += points(heat.after(proposal, obstacle).unwrap_or(now));
    }
    total
}

/// Ranks the obstacles of these proposals.
pub fn ranking(snapshot: &Snapshot, heat: &Heat, proposals: &[Slot]) -> Ranking {
    let over_all = Obstacle::ALL.iter().map(|obstacle| {
        let cells = proposals.iter().map(|proposal| (*proposal, *obstacle));
        (*obstacle, sum(snapshot, heat, cells))
    });
    let mut over_all: Vec<_> = over_all.collect();
    over_all.sort_by_key(|(obstacle, total)| (total.rank(), obstacle.number()));
    let code = |slot: Slot| snapshot.proposals.at(slot).map_or("", |it| it.code.as_str());
    let own = proposals.iter().map(|slot| (*slot, total_of(snapshot, heat, *slot)));
    let mut by_proposal: Vec<_> = own.collect();
    by_proposal.sort_by(|(a, first), (b, second)| {
        first.rank().cmp(&second.rank()).then_with(|| natural_cmp(code(*a), code(*b)))
    });
    let mut levers = levers(snapshot, heat);
    levers.sort_by(|a, b| {
        // More points per party first, compared without fractions; then more points.
        let each = |a: &Lever, b: &Lever| u64::from(a.off) * b.concerned.max(1) as u64;
        let of = |it: &Lever| snapshot.proposals.get(it.proposal).map_or("", |it| it.code.as_str());
        each(b, a)
            .cmp(&each(a, b))
            .then(b.off.cmp(&a.off))
            .then_with(|| natural_cmp(of(a), of(b)))
            .then(a.obstacle.cmp(&b.obstacle))
    });
    Ranking { over_all, by_proposal, levers }
}

/// The obstacles that open remedies are expected to bring down, each once, by the remedy that helps
/// most.
fn levers(snapshot: &Snapshot, heat: &Heat) -> Vec<Lever> {
    let mut concerned: HashMap<AssessmentId, usize> = HashMap::new();
    for concern in snapshot.concerns.iter() {
        *concerned.entry(concern.assessment).or_default() += 1;
    }
    let mut found: HashMap<(ProposalId, Obstacle), Lever> = HashMap::new();
    for remedy in snapshot.remedies.iter().filter(|it| it.status.is_open()) {
        let Some(slot) = snapshot.proposals.slot(remedy.proposal) else { continue };
        let Some(from) = heat.severity(slot, remedy.obstacle) else { continue };
        let Some(to) = remedy.severity_after.filter(|to| *to < from) else { continue };
        let off = u32::from(from.get() - to.get()) * snapshot.dossier.weight(remedy.obstacle);
        if off == 0 {
            continue;
        }
        let assessment = heat.assessment(slot, remedy.obstacle);
        let lever = Lever {
            proposal: remedy.proposal,
            obstacle: remedy.obstacle,
            from,
            to,
            off,
            concerned: assessment.and_then(|id| concerned.get(&id).copied()).unwrap_or_default(),
            remedy: remedy.id,
        };
        let best = found.entry((remedy.proposal, remedy.obstacle)).or_insert(lever);
        if (lever.off, Reverse(lever.remedy)) > (best.off, Reverse(best.remedy)) {
            *best = lever;
        }
    }
    found.into_values().collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::heat;
    use crate::model::{Assessment, Bilingual, Concern, Dossier, PartyId, Proposal, Remedy};

    fn day() -> chrono::NaiveDate {
        "2026-01-01".parse().unwrap()
    }

    /// Two proposals: the first with mistrust 4 and terminology 2, the second with mistrust 1.
    fn snapshot() -> (Snapshot, [Slot; 2]) {
        let mut snapshot = Snapshot::new(Dossier::new(""));
        let [a, b] = ["A", "B"].map(|code| Proposal::new(code, Bilingual::default()));
        for (proposal, obstacle, severity, after, concerned) in [
            (a.id, Obstacle::Mistrust, 4, Some(2), 3),
            (a.id, Obstacle::Terminology, 2, Some(1), 0),
            (b.id, Obstacle::Mistrust, 1, None, 0),
        ] {
            let new = Assessment::new(proposal, obstacle, Severity::new(severity), day());
            for _ in 0..concerned {
                let concern = Concern::new(new.id, PartyId::new());
                snapshot.concerns.put(concern.id, concern);
            }
            snapshot.assessments.put(new.id, new);
            let mut remedy = Remedy::new(proposal, obstacle, "");
            remedy.severity_after = after.and_then(Severity::new);
            snapshot.remedies.put(remedy.id, remedy);
        }
        let slots = [a, b].map(|it| snapshot.proposals.put(it.id, it));
        (snapshot, slots)
    }

    #[test]
    fn totals_add_up_what_is_assessed_by_the_weights_of_the_dossier() {
        let (mut snapshot, [a, b]) = snapshot();
        let ranked =
            |snapshot: &Snapshot| ranking(snapshot, &heat(snapshot, day(), day()), &[a, b]);
        let now = ranked(&snapshot);
        assert_eq!(now.by_proposal[0], (a, Total { now: 6, remains: 3, assessed: 2, of: 8 }));
        let (first, total) = now.over_all[0];
        assert_eq!((first, total.now, total.assessed, total.of), (Obstacle::Mistrust, 5, 2, 2));
        snapshot.dossier.weights[Obstacle::Terminology.number() - 1] = 3;
        let now = ranked(&snapshot);
        assert_eq!((now.over_all[0].0, now.over_all[0].1.now), (Obstacle::Terminology, 6));
        assert_eq!(now.by_proposal[0].1.now, 10);
    }

    #[test]
    fn what_takes_off_most_for_each_party_to_be_won_over_is_cheapest() {
        let (snapshot, [a, b]) = snapshot();
        let levers = ranking(&snapshot, &heat(&snapshot, day(), day()), &[a, b]).levers;
        // One point and nobody to win over, before two points and three parties.
        let found: Vec<_> = levers.iter().map(|it| (it.obstacle, it.off, it.concerned)).collect();
        assert_eq!(found, [(Obstacle::Terminology, 1, 0), (Obstacle::Mistrust, 2, 3)]);
    }
}
