//! How setting a stance or assessing an obstacle becomes a dated entry.

use chrono::NaiveDate;

use super::{Edit, Operation, StepName};
use crate::analysis::voices_for;
use crate::model::{
    Assessment, Obstacle, Position, PositionId, ProposalId, Severity, Snapshot, Speaker, Stance,
};

/// A stance to enter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NewStance {
    /// On which proposal.
    pub proposal: ProposalId,
    /// Of which party or group.
    pub by: Speaker,
    /// The stance; `None` makes it unknown again.
    pub stance: Option<Stance>,
}

/// The edit that enters stances on a day; `None` if all of them are current already.
///
/// Each becomes a new entry. If there is an entry of the same day, the new one corrects it and
/// keeps its evidence and marking; an earlier one stays, and remains true for the days before.
pub fn stance_edit(
    snapshot: &Snapshot,
    name: StepName,
    detail: impl Into<String>,
    stances: &[NewStance],
    day: NaiveDate,
    author: &str,
) -> Option<Edit> {
    let mut edit = Edit::new(name, detail);
    for new in stances {
        let current = snapshot.current_position(new.proposal, new.by, day);
        let holds = match (&current, new.by.party(), new.stance) {
            // Nothing was said and nothing is set; only a group may speak for the party.
            (None, Some(party), None) => voices_for(snapshot, new.proposal, party, day).is_empty(),
            _ => current.as_ref().and_then(|entry| entry.stance) == new.stance,
        };
        if holds {
            continue;
        }
        let corrected = current.filter(|entry| entry.date == day);
        let mut entry = match corrected {
            Some(entry) => correction(&entry, new.stance),
            None => Position::new(new.proposal, new.by, new.stance, day),
        };
        entry.author = author.to_owned();
        edit = edit.put(entry);
    }
    (!edit.operations.is_empty()).then_some(edit)
}

/// An entry that corrects another one: same day, same evidence, same marking.
pub fn correction(entry: &Position, stance: Option<Stance>) -> Position {
    Position { id: PositionId::new(), stance, replaces: Some(entry.id), ..entry.clone() }
}

/// The edit that corrects the stance of an entry.
pub(crate) fn correction_edit(
    entry: &Position,
    stance: Option<Stance>,
    author: &str,
    detail: impl Into<String>,
) -> Edit {
    let corrected = Position { author: author.to_owned(), ..correction(entry, stance) };
    Edit::new(StepName::SetStance, detail).put(corrected)
}

/// The edit that gives an entry the day that `moved` has, and the entry that stands then. It corrects the one
/// before, or takes its place if it was only just set: setting it and saying when are then one act. `held` is the
/// day of the entry that it corrects, if it corrects one: what held today holds again, while what was corrected on
/// another day stays corrected.
pub(crate) fn redate_edit(
    moved: &Position,
    just_set: bool,
    (held, today): (Option<NaiveDate>, NaiveDate),
    author: &str,
    detail: impl Into<String>,
) -> (Edit, Position) {
    let mut edit = Edit::new(StepName::SetStance, detail);
    let dated = redate(&mut edit, moved, just_set, (held, today), author);
    (edit, dated)
}

/// Adds to an edit what [`redate_edit`] does; returns the entry that stands then.
pub(super) fn redate(
    edit: &mut Edit,
    moved: &Position,
    just_set: bool,
    (held, today): (Option<NaiveDate>, NaiveDate),
    author: &str,
) -> Position {
    let author = author.to_owned();
    let dated = if !just_set {
        Position { author, ..correction(moved, moved.stance) }
    } else if moved.replaces.is_some() && held != Some(today) {
        // It goes on correcting what it corrects.
        Position { author, ..moved.clone() }
    } else {
        edit.operations.push(Operation::Delete(moved.record_id()));
        Position { author, replaces: None, ..correction(moved, moved.stance) }
    };
    edit.operations.push(Operation::Put(dated.clone().into()));
    dated
}

/// The edit that assesses an obstacle on a day; `None` if the assessment is current already.
///
/// An assessment of the same day is changed; an earlier one stays.
pub fn assess_edit(
    snapshot: &Snapshot,
    detail: impl Into<String>,
    proposal: ProposalId,
    obstacle: Obstacle,
    severity: Option<Severity>,
    day: NaiveDate,
    author: &str,
) -> Option<Edit> {
    let line = snapshot.assessments_of(proposal, obstacle);
    let current = line.into_iter().find(|assessment| assessment.date <= day);
    if current.and_then(|assessment| assessment.severity) == severity {
        return None;
    }
    let assessment = match current.filter(|assessment| assessment.date == day) {
        Some(current) => Assessment { severity, ..current.clone() },
        None => Assessment {
            author: author.to_owned(),
            ..Assessment::new(proposal, obstacle, severity, day)
        },
    };
    Some(Edit::new(StepName::Assess, detail).put(assessment))
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;
    use crate::model::sketch::sketch;
    use crate::model::{PartyId, Record};

    /// A dossier of one proposal and one party.
    pub(in crate::document) fn dossier() -> (Snapshot, ProposalId, PartyId) {
        let snapshot = sketch("P\nAAA");
        let proposal = snapshot.proposal_by_code("P").unwrap().id;
        let party = snapshot.party_by_code("AAA").unwrap().id;
        (snapshot, proposal, party)
    }

    /// Puts the first entry of an edit in its place.
    pub(in crate::document) fn put(snapshot: &mut Snapshot, edit: &Edit) -> Position {
        let Some(Record::Position(entry)) = edit.records().next().cloned() else { panic!() };
        snapshot.put_position(&entry);
        entry
    }

    fn set(
        snapshot: &mut Snapshot,
        proposal: ProposalId,
        party: PartyId,
        stance: Option<Stance>,
        day: &str,
    ) -> Option<Position> {
        let new = NewStance { proposal, by: party.into(), stance };
        let day = day.parse().unwrap();
        let edit = stance_edit(snapshot, StepName::SetStance, "", &[new], day, "desk")?;
        Some(put(snapshot, &edit))
    }

    #[test]
    fn a_stance_of_the_same_day_corrects_and_a_later_one_is_added() {
        let (mut snapshot, proposal, party) = dossier();
        let mut set = |stance, day| set(&mut snapshot, proposal, party, stance, day);
        let first = set(Some(Stance::Support), "2026-01-01").unwrap();
        let second = set(Some(Stance::Object), "2026-01-01").unwrap();
        assert_eq!(second.replaces, Some(first.id));
        let third = set(Some(Stance::Accept), "2026-02-01").unwrap();
        assert_eq!(third.replaces, None);
        assert_eq!(set(Some(Stance::Accept), "2026-03-01"), None, "it holds already");
        let cleared = set(None, "2026-03-01").unwrap();
        assert_eq!((cleared.stance, cleared.replaces), (None, None));
        assert_eq!(set(None, "2026-03-02"), None);
        let on = |day: &str| {
            let day = day.parse().unwrap();
            snapshot.current_position(proposal, party, day).and_then(|entry| entry.stance)
        };
        assert_eq!(on("2026-01-31"), Some(Stance::Object));
        assert_eq!(on("2026-02-28"), Some(Stance::Accept));
        assert_eq!(on("2026-03-31"), None);
    }

    #[test]
    fn a_later_assessment_leaves_the_earlier_one() {
        let (mut snapshot, proposal, _) = dossier();
        for (severity, day, lines) in
            [(3, "2026-01-01", 1), (2, "2026-01-01", 1), (1, "2026-02-01", 2)]
        {
            let day = day.parse().unwrap();
            let severity = Severity::new(severity);
            let edit = assess_edit(&snapshot, "", proposal, Obstacle::Proxies, severity, day, "");
            let Some(Record::Assessment(new)) = edit.unwrap().records().next().cloned() else {
                panic!()
            };
            snapshot.assessments.put(new.id, new);
            assert_eq!(snapshot.assessments_of(proposal, Obstacle::Proxies).len(), lines);
        }
    }
}
