//! Today and some scenarios side by side: what each says of a proposal.

use chrono::NaiveDate;

use super::{
    Assumptions, Coalition, Column, CountsAs, Outcome, Rule, Way, Whole, carry, coalition, moves,
    seats, under,
};
use crate::model::words::natural_cmp;
use crate::model::{Procedure, ProposalId, ScenarioId, Slot, Snapshot};

/// The most scenarios that are compared with today.
pub const MOST_COMPARED: usize = 3;

/// The dossier as it is, or under a scenario, with its matrix.
#[derive(Clone, Debug)]
pub struct World {
    /// The scenario; `None` is today.
    pub scenario: Option<ScenarioId>,
    /// The dossier in it.
    pub snapshot: Snapshot,
    /// The matrix in it.
    pub coalition: Coalition,
    /// The cells that the scenario affects.
    pub assumed: Assumptions,
}

/// The state of a proposal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Standing {
    /// The tallies and the verdicts.
    pub column: Column,
    /// The verdict under the procedure asked about, in which a party waiting for its capital breaks
    /// a silence.
    pub verdict: Outcome,
    /// How many of those who decide are waiting for their capitals.
    pub holds: usize,
    /// How many of those who decide count as for, abstaining, against and unknown, in the order of
    /// [`CountsAs`].
    pub counts: [usize; 4],
    /// The cheapest moves that would carry it under the procedure asked about.
    pub cheapest: Way,
    /// The proposals decided together with it, if any, and the verdict on the whole.
    pub whole: Option<Whole>,
}

impl World {
    /// The dossier as it is.
    pub fn today(snapshot: &Snapshot, as_of: NaiveDate) -> Self {
        let (snapshot, coalition) = (snapshot.clone(), coalition(snapshot, as_of));
        Self { scenario: None, snapshot, coalition, assumed: Assumptions::default() }
    }

    /// The dossier under a scenario.
    pub fn under(snapshot: &Snapshot, scenario: ScenarioId, as_of: NaiveDate) -> Self {
        let snapshot = under(snapshot, scenario, as_of);
        let coalition = coalition(&snapshot, as_of);
        let assumed = Assumptions::new(&snapshot, scenario, &coalition);
        Self { scenario: Some(scenario), snapshot, coalition, assumed }
    }

    /// The state of a proposal in it, with what would carry it under a procedure; under consensus
    /// if that procedure decides nothing.
    pub fn standing(&self, proposal: Slot, procedure: Procedure) -> Standing {
        let column = self.coalition.column(proposal).cloned().unwrap_or_default();
        let rule = procedure.rule().unwrap_or(Rule::Consensus);
        let seats = seats(&self.snapshot, &self.coalition, proposal, procedure);
        let holds = seats.iter().filter(|seat| seat.hold).count();
        let mut counts = [0; 4];
        seats.iter().for_each(|seat| counts[seat.decider.counts_as as usize] += 1);
        let deciders: Vec<_> = seats.iter().map(|seat| seat.decider).collect();
        let cheapest = Way::cheapest(&seats, rule);
        let verdict = carry::verdict(&deciders, rule);
        let whole =
            carry::whole(&self.snapshot, &self.coalition, (proposal, Some(verdict)), procedure);
        Standing { column, verdict, holds, counts, cheapest, whole }
    }
}

impl Standing {
    /// How many count this way.
    pub fn count(&self, counts_as: CountsAs) -> usize {
        self.counts[counts_as as usize]
    }
}

/// Today, and at most [`MOST_COMPARED`] of these scenarios.
pub fn worlds(snapshot: &Snapshot, scenarios: &[ScenarioId], as_of: NaiveDate) -> Vec<World> {
    let assumed = scenarios.iter().take(MOST_COMPARED);
    let assumed = assumed.map(|id| World::under(snapshot, *id, as_of));
    [World::today(snapshot, as_of)].into_iter().chain(assumed).collect()
}

/// The proposals on which any of these scenarios assumes a move, by code.
pub fn touched(snapshot: &Snapshot, scenarios: &[ScenarioId]) -> Vec<ProposalId> {
    let all = scenarios.iter().flat_map(|id| moves(snapshot, *id)).map(|it| it.proposal);
    let mut found: Vec<_> = all.filter_map(|id| snapshot.proposals.get(id)).collect();
    found.sort_by(|a, b| natural_cmp(&a.code, &b.code).then(a.id.cmp(&b.id)));
    found.dedup_by_key(|it| it.id);
    found.into_iter().map(|it| it.id).collect()
}
