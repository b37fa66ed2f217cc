//! Edits of scenarios: assuming moves, taking them back, and recording that one came true.

use chrono::NaiveDate;

use super::entries::{NewStance, stance_edit};
use super::{Edit, StepName};
use crate::analysis::moves;
use crate::model::{
    ProposalId, ScenarioId, ScenarioMove, ScenarioMoveId, Snapshot, Speaker, Table,
};

/// The move of a party or a group on a proposal in a scenario.
pub fn move_of(
    snapshot: &Snapshot,
    scenario: ScenarioId,
    proposal: ProposalId,
    by: Speaker,
) -> Option<&ScenarioMove> {
    moves(snapshot, scenario).find(|it| (it.proposal, it.by) == (proposal, by))
}

/// The edit that assumes stances in a scenario; `None` if all of them are assumed already. No
/// position is touched.
pub fn assume_edit(
    snapshot: &Snapshot,
    scenario: ScenarioId,
    detail: impl Into<String>,
    stances: &[NewStance],
) -> Option<Edit> {
    let mut name = StepName::Change(Table::ScenarioMoves);
    let mut put = Vec::new();
    for new in stances {
        match move_of(snapshot, scenario, new.proposal, new.by) {
            Some(now) if now.stance == new.stance => {}
            Some(now) => put.push(ScenarioMove { stance: new.stance, ..now.clone() }),
            None => {
                name = StepName::Add(Table::ScenarioMoves);
                let own = snapshot.dossier.marking;
                put.push(ScenarioMove::new(scenario, new.proposal, new.by, new.stance, own));
            }
        }
    }
    (!put.is_empty()).then(|| put.into_iter().fold(Edit::new(name, detail), Edit::put))
}

/// The edit that takes moves back; `None` if there are none.
pub fn take_back_edit(
    snapshot: &Snapshot,
    detail: impl Into<String>,
    moves: &[ScenarioMoveId],
) -> Option<Edit> {
    let mut edit = Edit::new(StepName::Delete(Table::ScenarioMoves), detail);
    for id in moves {
        edit.operations.extend(Edit::delete(snapshot, (*id).into(), "").operations);
    }
    (!edit.operations.is_empty()).then_some(edit)
}

/// The edit by which a move comes true: it leaves its scenario, and the assumption becomes an entry
/// of this day, to be completed with its source. If that stance is current already, the move only
/// leaves the scenario.
pub fn come_true_edit(
    snapshot: &Snapshot,
    of: &ScenarioMove,
    detail: &str,
    day: NaiveDate,
    author: &str,
) -> Edit {
    let name = if of.stance.is_some() { StepName::SetStance } else { StepName::ClearStance };
    let new = NewStance { proposal: of.proposal, by: of.by, stance: of.stance };
    let said = stance_edit(snapshot, name, detail, &[new], day, author);
    let back = Edit::delete(snapshot, of.id.into(), detail);
    match said {
        Some(mut said) => {
            said.operations.extend(back.operations);
            said
        }
        None => back,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::{coalition, under};
    use crate::model::sketch::sketch;
    use crate::model::{Marking, PositionId, Record, Scenario, Stance};

    fn put(snapshot: &mut Snapshot, edit: &Edit) {
        edit.records().cloned().for_each(|record| snapshot.put(record));
        edit.deleted().for_each(|record| snapshot.remove(record));
    }

    #[test]
    fn a_stance_is_assumed_once_changed_taken_back_and_comes_true_as_an_entry() {
        let mut snapshot = sketch("    P\nBRA -@2026-01-01");
        let day: NaiveDate = "2026-11-26".parse().unwrap();
        let scenario = Scenario::new("A", Marking::Clear);
        let id = scenario.id;
        snapshot.put(scenario.into());
        let proposal = snapshot.proposal_by_code("P").unwrap().id;
        let by: Speaker = snapshot.party_by_code("BRA").unwrap().id.into();
        let new = |stance| NewStance { proposal, by, stance: Some(stance) };
        let edit = assume_edit(&snapshot, id, "", &[new(Stance::Support)]).unwrap();
        assert_eq!(edit.name, StepName::Add(Table::ScenarioMoves));
        put(&mut snapshot, &edit);
        assert_eq!(assume_edit(&snapshot, id, "", &[new(Stance::Support)]), None);
        let edit = assume_edit(&snapshot, id, "", &[new(Stance::Accept)]).unwrap();
        assert_eq!(edit.name, StepName::Change(Table::ScenarioMoves));
        put(&mut snapshot, &edit);
        assert_eq!(snapshot.scenario_moves.len(), 1);
        let assumed = move_of(&snapshot, id, proposal, by).unwrap().clone();
        assert!(edit.records().all(|it| matches!(it, Record::ScenarioMove(_))));
        let back = take_back_edit(&snapshot, "", &[assumed.id]).unwrap();
        assert_eq!(back.deleted().count(), 1);
        assert_eq!(take_back_edit(&snapshot, "", &[]), None);
        let under_it = coalition(&under(&snapshot, id, day), day);
        let slots = (snapshot.proposals.slots().next().unwrap().0, snapshot.parties.slots().next());
        assert_eq!(under_it.stance(slots.0, slots.1.unwrap().0), Some(Stance::Accept));
        let true_now = come_true_edit(&snapshot, &assumed, "", day, "desk");
        put(&mut snapshot, &true_now);
        let entry = snapshot.current_position(proposal, by, day).unwrap();
        assert_eq!((entry.stance, entry.author.as_str()), (Some(Stance::Accept), "desk"));
        assert_ne!(entry.id, PositionId(assumed.id.0));
        assert!(snapshot.scenario_moves.is_empty());
        // A stance that is current already gets no second entry.
        let again = come_true_edit(&snapshot, &assumed, "", day, "desk");
        assert!(again.records().next().is_none());
    }
}
