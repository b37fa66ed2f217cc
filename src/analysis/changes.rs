//! The changes between two days according to dated entries: stances and obstacles.

use std::cmp::Ordering;

use chrono::NaiveDate;

use crate::model::words::natural_cmp;
use crate::model::{
    AssessmentId, Entry, Marking, Obstacle, Position, PositionId, ProposalId, Severity, Snapshot,
    Speaker, Stance,
};

/// An entry with a stance, and the stance before it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StanceChange {
    /// The proposal.
    pub proposal: ProposalId,
    /// The speaker.
    pub by: Speaker,
    /// The stance before; `None` is unknown.
    pub from: Option<Stance>,
    /// The stance from this entry on; `None` is unknown again.
    pub to: Option<Stance>,
    /// The day of the entry.
    pub date: NaiveDate,
    /// The entry.
    pub entry: MarkedEntry,
    /// The entry before it, if there is one.
    pub before: Option<MarkedEntry>,
}

/// An entry with its own marking.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MarkedEntry {
    /// The entry.
    pub id: PositionId,
    /// Its own marking; `None` is the dossier's.
    pub marking: Option<Marking>,
}

/// An assessment of an obstacle, and the one before it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SeverityChange {
    /// The proposal.
    pub proposal: ProposalId,
    /// The obstacle.
    pub obstacle: Obstacle,
    /// The severity before; `None` is not assessed.
    pub from: Option<Severity>,
    /// The severity from this assessment on; `None` is no longer assessed.
    pub to: Option<Severity>,
    /// The day of the assessment.
    pub date: NaiveDate,
    /// The assessment.
    pub assessment: AssessmentId,
    /// The assessment before it, if there is one.
    pub before: Option<AssessmentId>,
}

impl From<&Position> for MarkedEntry {
    fn from(entry: &Position) -> Self {
        Self { id: entry.id, marking: entry.marking }
    }
}

impl From<Entry<'_>> for MarkedEntry {
    fn from(entry: Entry<'_>) -> Self {
        Self { id: entry.id(), marking: entry.marking() }
    }
}

/// The entries dated after `since` and up to and including `until`, oldest first. Corrected
/// entries do not count.
pub(crate) fn stance_changes(
    snapshot: &Snapshot,
    since: NaiveDate,
    until: NaiveDate,
) -> Vec<StanceChange> {
    let inside = |date: NaiveDate| since < date && date <= until;
    let mut changes = Vec::new();
    for (proposal, record) in snapshot.proposals.slots() {
        for party in snapshot.positions.parties_on(proposal) {
            let Some(who) = snapshot.parties.at(party) else { continue };
            let line = snapshot.positions.line(proposal, party);
            if !line.iter().any(|entry| inside(entry.date())) {
                continue;
            }
            let (mut from, mut before) = (None, None);
            for entry in line.iter().rev().filter(|entry| !entry.is_replaced()) {
                let marked = MarkedEntry::from(*entry);
                if inside(entry.date()) {
                    changes.push(StanceChange {
                        proposal: record.id,
                        by: who.id.into(),
                        from,
                        to: entry.stance(),
                        date: entry.date(),
                        entry: marked,
                        before,
                    });
                }
                (from, before) = (entry.stance(), Some(marked));
            }
        }
    }
    changes.extend(of_groups(snapshot, inside));
    // By what a reader sees; ordering by identity would reveal which was entered first.
    let code = |by: Speaker| match by {
        Speaker::Party(id) => snapshot.parties.get(id).map(|it| it.code.as_str()),
        Speaker::Group(id) => snapshot.groups.get(id).map(|it| it.code.as_str()),
    };
    changes.sort_by(|a, b| {
        let by_proposal = || proposals_in_order(snapshot, a.proposal, b.proposal);
        // Parties before groups, as in lists of both.
        let by_kind = || a.by.group().is_some().cmp(&b.by.group().is_some());
        let by_code =
            || natural_cmp(code(a.by).unwrap_or_default(), code(b.by).unwrap_or_default());
        let by_day = a.date.cmp(&b.date);
        by_day.then_with(by_proposal).then_with(by_kind).then_with(by_code)
    });
    changes
}

fn proposals_in_order(snapshot: &Snapshot, a: ProposalId, b: ProposalId) -> Ordering {
    let code = |id| snapshot.proposals.get(id).map_or("", |it| it.code.as_str());
    if a == b { Ordering::Equal } else { natural_cmp(code(a), code(b)) }
}

fn of_groups(snapshot: &Snapshot, inside: impl Fn(NaiveDate) -> bool) -> Vec<StanceChange> {
    let mut line: Vec<&Position> = snapshot.held_group_positions().collect();
    line.sort_by_key(|entry| (entry.proposal, entry.by, entry.date, entry.id));
    let before = |place: usize| {
        let earlier: &Position = line.get(place.checked_sub(1)?)?;
        let entry = line[place];
        let same = earlier.proposal == entry.proposal && earlier.by == entry.by;
        same.then_some(earlier)
    };
    let change = |(place, entry): (usize, &&Position)| StanceChange {
        proposal: entry.proposal,
        by: entry.by,
        from: before(place).and_then(|earlier| earlier.stance),
        to: entry.stance,
        date: entry.date,
        entry: (*entry).into(),
        before: before(place).map(MarkedEntry::from),
    };
    line.iter().enumerate().filter(|(_, entry)| inside(entry.date)).map(change).collect()
}

/// The assessments dated after `since` and up to and including `until`, oldest first.
pub(crate) fn severity_changes(
    snapshot: &Snapshot,
    since: NaiveDate,
    until: NaiveDate,
) -> Vec<SeverityChange> {
    let mut all: Vec<_> = snapshot.assessments.iter().collect();
    all.sort_by_key(|it| (it.proposal, it.obstacle, it.date, it.id));
    let mut changes = Vec::new();
    for (place, assessment) in all.iter().enumerate() {
        if assessment.date <= since || assessment.date > until {
            continue;
        }
        let earlier = place.checked_sub(1).and_then(|place| all.get(place)).filter(|earlier| {
            earlier.proposal == assessment.proposal && earlier.obstacle == assessment.obstacle
        });
        changes.push(SeverityChange {
            proposal: assessment.proposal,
            obstacle: assessment.obstacle,
            from: earlier.and_then(|earlier| earlier.severity),
            to: assessment.severity,
            date: assessment.date,
            assessment: assessment.id,
            before: earlier.map(|earlier| earlier.id),
        });
    }
    changes.sort_by(|a, b| {
        let by_proposal = || proposals_in_order(snapshot, a.proposal, b.proposal);
        let by_obstacle = || a.obstacle.cmp(&b.obstacle);
        a.date.cmp(&b.date).then_with(by_proposal).then_with(by_obstacle)
    });
    changes
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Assessment;
    use crate::model::sketch::sketch;

    #[test]
    fn an_entry_counts_from_the_day_after_and_shows_what_came_before() {
        let day = |day: &str| day.parse::<NaiveDate>().unwrap();
        // An entry made by mistake and corrected the same day is skipped.
        let mut snapshot = sketch(
            "       P
            A       +@2024-01-01,0@2024-06-01>--@2024-06-01
            G()     -@2024-02-01,--@2024-07-01",
        );
        let proposal = snapshot.proposal_by_code("P").unwrap().id;
        let seen = |since: &str, until: &str| {
            stance_changes(&snapshot, day(since), day(until))
                .iter()
                .map(|change| (change.from, change.to))
                .collect::<Vec<_>>()
        };
        let (support, object) = (Some(Stance::Support), Some(Stance::Object));
        assert_eq!(
            seen("2024-01-01", "2024-06-30"),
            [(None, Some(Stance::Reserve)), (support, object)]
        );
        assert_eq!(seen("2023-12-31", "2024-01-01"), [(None, support)]);
        assert_eq!(seen("2024-06-01", "2024-12-31"), [(Some(Stance::Reserve), object)]);
        for (severity, on) in [(3, "2024-01-01"), (1, "2024-03-01")] {
            let severity = Severity::new(severity);
            let new = Assessment::new(proposal, Obstacle::Proxies, severity, day(on));
            snapshot.assessments.put(new.id, new);
        }
        let moved = severity_changes(&snapshot, day("2024-01-01"), day("2024-12-31"));
        assert_eq!(moved.len(), 1);
        assert_eq!((moved[0].from, moved[0].to), (Severity::new(3), Severity::new(1)));
    }
}
