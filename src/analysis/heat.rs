//! The heat map: how much each of the eight obstacles hinders each proposal, whether that became
//! worse, and what remains after remedies.

use chrono::NaiveDate;

use crate::model::{AssessmentId, Keyed, Obstacle, Remedy, RemedyStatus, Severity, Slot, Snapshot};

/// The current assessments on one day.
#[derive(Clone, Debug, PartialEq)]
pub struct Heat {
    // By slot of the proposal; each row has the eight obstacles in order.
    rows: Vec<[Cell; 8]>,
}

#[derive(Clone, Copy, Debug, Default, PartialEq)]
struct Cell {
    now: Option<Newest>,
    before: Option<Newest>,
    // The lowest severity that any remedy is expected to lead to.
    after: Option<Severity>,
}

// The day of the newest assessment, its identity, and its severity.
type Newest = (NaiveDate, AssessmentId, Option<Severity>);

/// How a severity compares with that on an earlier day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Trend {
    /// It hinders more than it did.
    Worse,
    /// It hinders less.
    Better,
    /// It is the same.
    Same,
}

impl Heat {
    /// How much the obstacle hinders the proposal; `None` is not assessed.
    pub fn severity(&self, proposal: Slot, obstacle: Obstacle) -> Option<Severity> {
        self.cell(proposal, obstacle)?.now?.2
    }

    /// The current assessment.
    pub fn assessment(&self, proposal: Slot, obstacle: Obstacle) -> Option<AssessmentId> {
        Some(self.cell(proposal, obstacle)?.now?.1)
    }

    /// How the severity compares with that on the earlier day; `None` if it was not assessed
    /// then or is not assessed now.
    pub(crate) fn trend(&self, proposal: Slot, obstacle: Obstacle) -> Option<Trend> {
        let cell = self.cell(proposal, obstacle)?;
        let (now, before) = (cell.now?.2?, cell.before?.2?);
        Some(match now.cmp(&before) {
            std::cmp::Ordering::Greater => Trend::Worse,
            std::cmp::Ordering::Less => Trend::Better,
            std::cmp::Ordering::Equal => Trend::Same,
        })
    }

    /// The severity expected to remain after remedies, if that is less than now.
    ///
    /// Only the remedy expected to help most counts: the combined effect of several is unknown,
    /// so their effects are not added up. Dropped remedies do not count.
    pub fn after(&self, proposal: Slot, obstacle: Obstacle) -> Option<Severity> {
        let cell = self.cell(proposal, obstacle)?;
        let now = cell.now?.2?;
        cell.after.filter(|after| *after < now)
    }

    /// How many cells of these proposals are not assessed, and how many cells there are.
    pub(crate) fn not_assessed(&self, proposals: &[Slot]) -> (usize, usize) {
        let rows = proposals.iter().filter_map(|slot| self.rows.get(slot.index()));
        let cells = rows.flatten();
        let missing = cells.filter(|cell| cell.now.is_none_or(|(_, _, it)| it.is_none())).count();
        (missing, proposals.len() * Obstacle::ALL.len())
    }

    fn cell(&self, proposal: Slot, obstacle: Obstacle) -> Option<Cell> {
        Some(self.rows.get(proposal.index())?[obstacle.number() - 1])
    }
}

/// Takes for each obstacle the newest assessment on or before `as_of`, the one that was current
/// on `since`, and what remedies are expected to achieve.
pub fn heat(snapshot: &Snapshot, as_of: NaiveDate, since: NaiveDate) -> Heat {
    let mut rows = vec![[Cell::default(); 8]; snapshot.proposals.slot_count()];
    for assessment in snapshot.assessments.iter() {
        let Some(slot) = snapshot.proposals.slot(assessment.proposal) else { continue };
        let cell = &mut rows[slot.index()][assessment.obstacle.number() - 1];
        let new = (assessment.date, assessment.id, assessment.severity);
        for (day, held) in [(as_of, &mut cell.now), (since, &mut cell.before)] {
            let newer = held.is_none_or(|(date, id, _)| (date, id) < (new.0, new.1));
            if new.0 <= day && newer {
                *held = Some(new);
            }
        }
    }
    let counts = |remedy: &&Remedy| remedy.status != RemedyStatus::Dropped;
    for remedy in snapshot.remedies.iter().filter(counts) {
        let Some(slot) = snapshot.proposals.slot(remedy.proposal) else { continue };
        let after = &mut rows[slot.index()][remedy.obstacle.number() - 1].after;
        *after = match (*after, remedy.severity_after) {
            (Some(a), Some(b)) => Some(a.min(b)),
            (a, b) => a.or(b),
        };
    }
    Heat { rows }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Assessment, Bilingual, Dossier, Proposal};

    #[test]
    fn an_earlier_day_shows_the_heat_of_that_day_and_its_trend() {
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
            let heat = heat(&snapshot, day.parse().unwrap(), "2022-12-31".parse().unwrap());
            (
                heat.severity(slot, Obstacle::Proxies).map(Severity::get),
                heat.trend(slot, Obstacle::Proxies),
            )
        };
        assert_eq!(on("2022-04-30"), (None, None));
        assert_eq!(on("2022-05-01"), (Some(4), Some(Trend::Same)));
        assert_eq!(on("2024-12-31"), (Some(3), Some(Trend::Better)));
        assert_eq!(on("2025-01-01"), (None, None));
    }

    #[test]
    fn only_the_most_effective_of_several_remedies_counts() {
        let day = "2026-01-01".parse().unwrap();
        let mut snapshot = Snapshot::new(Dossier::new(""));
        let proposal = Proposal::new("P", Bilingual::default());
        let slot = snapshot.proposals.put(proposal.id, proposal.clone());
        let now = Assessment::new(proposal.id, Obstacle::Proxies, Severity::new(3), day);
        snapshot.assessments.put(now.id, now);
        let after = |snapshot: &Snapshot| {
            heat(snapshot, day, day).after(slot, Obstacle::Proxies).map(Severity::get)
        };
        assert_eq!(after(&snapshot), None);
        for (severity, status, expected) in [
            (None, RemedyStatus::Proposed, None),
            (Some(4), RemedyStatus::Proposed, None),
            (Some(2), RemedyStatus::UnderWay, Some(2)),
            (Some(0), RemedyStatus::Dropped, Some(2)),
            (Some(1), RemedyStatus::Done, Some(1)),
        ] {
            let mut remedy = Remedy::new(proposal.id, Obstacle::Proxies, "");
            remedy.severity_after = severity.and_then(Severity::new);
            remedy.status = status;
            snapshot.remedies.put(remedy.id, remedy);
            assert_eq!(after(&snapshot), expected, "{severity:?} {status:?}");
        }
    }
}
