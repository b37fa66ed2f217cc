//! The heat map: how much each of the eight obstacles hinders each proposal.

use chrono::NaiveDate;

use crate::model::{AssessmentId, Obstacle, Severity, Slot, Snapshot};

/// The current assessments on one day.
#[derive(Clone, Debug)]
pub struct Heat {
    // By slot of the proposal; each has the eight in order.
    rows: Vec<[Option<Newest>; 8]>,
}

// The day of the newest assessment, its identity, and what it says.
type Newest = (NaiveDate, AssessmentId, Option<Severity>);

impl Heat {
    /// How much the obstacle hinders the proposal; `None` is not assessed.
    pub fn severity(&self, proposal: Slot, obstacle: Obstacle) -> Option<Severity> {
        self.cell(proposal, obstacle)?.2
    }

    /// The assessment that holds.
    pub fn assessment(&self, proposal: Slot, obstacle: Obstacle) -> Option<AssessmentId> {
        self.cell(proposal, obstacle).map(|(_, id, _)| id)
    }

    /// The worst obstacle of a proposal, the first of equals.
    pub fn worst(&self, proposal: Slot) -> Option<Severity> {
        self.rows.get(proposal.index())?.iter().flatten().filter_map(|(_, _, s)| *s).max()
    }

    fn cell(&self, proposal: Slot, obstacle: Obstacle) -> Option<Newest> {
        self.rows.get(proposal.index())?[obstacle.number() - 1]
    }
}

/// Takes the newest assessment of each obstacle on or before a day.
pub fn heat(snapshot: &Snapshot, as_of: NaiveDate) -> Heat {
    let mut rows = vec![[None; 8]; snapshot.proposals.slot_count()];
    for assessment in snapshot.assessments.iter() {
        let Some(slot) = snapshot.proposals.slot(assessment.proposal) else { continue };
        if assessment.date > as_of {
            continue;
        }
        let cell = &mut rows[slot.index()][assessment.obstacle.number() - 1];
        let new = (assessment.date, assessment.id, assessment.severity);
        if cell.is_none_or(|(date, id, _)| (date, id) < (new.0, new.1)) {
            *cell = Some(new);
        }
    }
    Heat { rows }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Assessment, Bilingual, Dossier, Proposal};

    #[test]
    fn the_heat_goes_back_when_the_day_does() {
        let mut snapshot = Snapshot::new(Dossier::new(""));
        let proposal = Proposal::new("P", Bilingual::default());
        let slot = snapshot.proposals.put(proposal.id, proposal.clone());
        for (day, severity) in
            [("2024-05-01", Some(3)), ("2022-05-01", Some(4)), ("2025-01-01", None)]
        {
            let severity = severity.and_then(Severity::new);
            let day = day.parse().unwrap();
            let assessment = Assessment::new(proposal.id, Obstacle::Proxies, severity, day);
            snapshot.assessments.put(assessment.id, assessment);
        }
        let on = |day: &str| {
            let heat = heat(&snapshot, day.parse().unwrap());
            heat.severity(slot, Obstacle::Proxies).map(Severity::get)
        };
        assert_eq!(
            [on("2022-04-30"), on("2022-05-01"), on("2024-12-31"), on("2025-01-01")],
            [None, Some(4), Some(3), None]
        );
    }
}
