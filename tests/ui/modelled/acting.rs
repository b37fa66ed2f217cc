//! What happens in the room, and what it makes of what was agreed to.

use cbm_workbench::document::{Edit, StepName};
use cbm_workbench::model::{
    Position, PositionId, Record, RecordId, ScenarioMove, ScenarioMoveId, Table,
};

use super::Act;
use super::agreed::Model;
use super::records::{by_itself, content, is_corrected, is_for_the_room, marked};

impl Model {
    /// Whether a change by hand goes up, as far as nothing of the record was released.
    fn is_free(&self, record: &Record) -> bool {
        let id = record.record_id();
        match record {
            // What is kept of a party's stance is kept as a whole.
            Record::Position(_) => !self.is_beside(record),
            _ => !self.released.contains_key(&id) || self.find(id).is_some_and(|it| by_itself(&it)),
        }
    }

    fn agree_place(&mut self, record: &Record, place: usize) {
        let content = content(record);
        let place = place % content.len().max(1);
        let all = self.agreed.entry(record.record_id()).or_default();
        if let Some((all, said)) = all.get_mut(place).zip(content.get(place)) {
            all.insert(said.clone());
        }
    }

    pub(super) fn act(&mut self, act: Act) {
        let id = |at: usize| self.records[at % self.records.len()];
        let asked = self.scene.room.question().is_some();
        match act {
            Act::Change(at, place) => {
                let Some(was) = self.find(id(at)) else { return };
                let is = self.other(&was, place);
                let written = is_for_the_room(&was) && self.released.contains_key(&was.record_id());
                let free = self.is_free(&was) && by_itself(&is);
                let free = self.is_place_agreed(&was, place) && (free || written);
                if self.apply(&Edit::change(is.clone(), "")) && free {
                    self.agree_place(&is, place);
                }
            }
            Act::Correct(at, marking) => {
                let Some(Record::Position(was)) = self.find(id(at)) else { return };
                if is_corrected(self.scene.document.snapshot(), &was.clone().into()) {
                    return;
                }
                let free = !self.is_beside(&was.clone().into());
                let Record::Position(new) = self.other(&was.clone().into(), 0) else { return };
                let (id, replaces) = (PositionId::new(), Some(was.id));
                let new = Position { id, replaces, marking, ..new };
                if self.apply(&Edit::add(new.clone(), "")) {
                    self.records.push(new.id.into());
                    if free && by_itself(&new.clone().into()) {
                        self.agree(&new.into());
                    }
                }
            }
            Act::Mark(at, marking) => {
                let is = self.find(id(at)).and_then(|it| marked(&it, marking));
                let Some(is) = is else { return };
                self.apply(&Edit::new(StepName::Mark, "").put(is));
            }
            Act::Know(at, certainty) => {
                let Some(Record::Position(was)) = self.find(id(at)) else { return };
                let is = Position { certainty: Some(certainty), ..was };
                self.apply(&Edit::change(is, ""));
            }
            Act::Delete(at) => {
                let id = id(at);
                // What the others are about stays.
                let stays = [Table::Proposals, Table::Parties, Table::Dossier].contains(&id.table);
                if self.find(id).is_some() && !stays {
                    let edit = Edit::delete(self.scene.document.snapshot(), id, "");
                    self.apply(&edit);
                }
            }
            Act::Merge(at, place) => {
                let Some(was) = self.find(id(at)) else { return };
                let is = self.other(&was, place);
                self.apply(&Edit::new(StepName::Merge, "").put(is));
            }
            Act::Undo => {
                // The parties and the proposal that the others are about stay.
                if self.scene.document.history().undoable() > 1 {
                    self.scene.document.undo().unwrap();
                }
            }
            Act::Redo => drop(self.scene.document.redo()),
            Act::Assume(at, marking) => {
                let Some(Record::ScenarioMove(was)) = self.find(id(at)) else { return };
                let (id, by) = (ScenarioMoveId::new(), self.last_party.into());
                let new = ScenarioMove { id, by, marking, ..was };
                if self.apply(&Edit::add(new, "")) {
                    self.records.push(id.into());
                }
            }
            Act::Release(at) => {
                let id = id(at);
                let Some(record) = self.find(id) else { return };
                let seen = by_itself(&record) && !self.kept.contains(&id);
                // A move is shown along with its scenario, and not without it.
                let offered = ![Table::ScenarioMoves, Table::Dossier].contains(&id.table);
                if offered && !asked && !seen && !self.released.contains_key(&id) {
                    self.release(id);
                }
            }
            Act::Withdraw(at) => {
                let all = self.scene.document.snapshot();
                let mut released = self.scene.room.released_by_name(all);
                released.retain(|it| it.table != Table::ScenarioMoves);
                if let Some(id) = released.get(at % released.len().max(1)).filter(|_| !asked) {
                    self.scene.room.withdraw(*id, all);
                    self.take_back(*id);
                }
            }
            Act::Show => {
                let records = self.scene.room.question().map(|it| it.records.clone());
                for id in records.into_iter().flatten() {
                    self.go_on(id);
                    self.kept.remove(&id);
                    self.missing.remove(&id);
                    if let Some(record) = self.find(id) {
                        self.agree_again(&record);
                    }
                }
                if asked {
                    self.scene.room.show_all();
                }
            }
            Act::Keep => {
                let Some(records) = self.scene.room.question().map(|it| it.records.clone()) else {
                    return;
                };
                for id in &records {
                    self.go_on(*id);
                    self.kept.insert(*id);
                    self.missing.insert(*id);
                    // What the room saw last is not kept from it.
                    let is = self.find(*id).map(|it| content(&it)).unwrap_or_default();
                    let last = self.last.get(id).cloned().unwrap_or_default();
                    let all = self.agreed.entry(*id).or_default();
                    for (place, (all, said)) in all.iter_mut().zip(is).enumerate() {
                        if last.get(place) != Some(&said) {
                            all.remove(&said);
                        }
                    }
                }
                if !records.is_empty() {
                    self.lots.push(records);
                }
                self.scene.room.hold_back();
            }
            Act::ShowKept(at) => {
                let all = self.scene.document.snapshot();
                let kept: Vec<_> = self.scene.room.kept(all).map(|(place, _)| place).collect();
                if let Some(place) = kept.get(at % kept.len().max(1)).filter(|_| !asked) {
                    for id in self.lots[*place].clone() {
                        self.kept.remove(&id);
                        self.missing.remove(&id);
                        let record = self.find(id);
                        let shown = |it: &Record| by_itself(it) || self.released.contains_key(&id);
                        if let Some(record) = record.filter(shown) {
                            self.agree(&record);
                        }
                    }
                    self.scene.room.show_kept(*place);
                }
            }
            Act::Freeze => {
                self.scene.room.frozen =
                    !self.scene.room.frozen && self.scene.room.wall(0.0).is_some();
            }
            Act::Blank => self.scene.room.blank = !self.scene.room.blank,
            Act::Lock => {
                self.scene.lock();
                self.locked = true;
            }
            Act::Turn => self.dutch = !self.dutch,
            Act::Hurry => {}
        }
    }

    /// It is released by name; a scenario with the moves that the question lists.
    fn release(&mut self, id: RecordId) {
        let all = self.scene.document.snapshot();
        let along = self.scene.room.moves_along(id, all);
        let moves = self.records.iter().filter(|it| it.table == Table::ScenarioMoves).copied();
        let gone = |it: &RecordId| !all.has(*it) || self.scenario_of(*it) == Some(id);
        let others = moves.filter(|it| id.table == Table::Scenarios && gone(it));
        let others: Vec<_> = others.filter(|it| !along.contains(it)).collect();
        self.scene.room.release_with(id, self.scene.document.snapshot());
        for id in others {
            self.forget(id);
        }
        for id in along.into_iter().chain([id]) {
            self.kept.remove(&id);
            self.missing.remove(&id);
            let marking = self.scene.document.snapshot().marking_of(id);
            self.released.insert(id, marking);
            if let Some(record) = self.find(id) {
                self.agree(&record);
            }
        }
    }

    /// The scenario that a move is part of.
    pub(super) fn scenario_of(&self, id: RecordId) -> Option<RecordId> {
        match self.find(id)? {
            Record::ScenarioMove(it) => Some(it.scenario.into()),
            _ => None,
        }
    }

    /// A scenario goes as a whole with one of its moves.
    pub(super) fn take_back_scenario(&mut self, scenario: RecordId) {
        let moves = self.records.iter().filter(|it| self.scenario_of(**it) == Some(scenario));
        for id in moves.copied().chain([scenario]).collect::<Vec<_>>() {
            self.forget(id);
        }
    }

    fn forget(&mut self, id: RecordId) {
        if self.released.remove(&id).is_some() {
            self.kept.insert(id);
            self.missing.insert(id);
        }
        self.agreed.remove(&id);
    }

    fn apply(&mut self, edit: &Edit) -> bool {
        matches!(self.scene.document.apply(edit), Ok(Some(_)))
    }

    /// What is asked about though the room may not see it of itself goes on from what was released.
    fn go_on(&mut self, id: RecordId) {
        if self.find(id).is_some_and(|it| !by_itself(&it)) {
            let marking = self.scene.document.snapshot().marking_of(id);
            self.released.entry(id).or_insert(marking);
        }
    }

    /// Nothing of a record is agreed to any more.
    pub(super) fn take_back(&mut self, id: RecordId) {
        let mut ids = vec![id];
        if let Some(Record::Position(entry)) = self.find(id) {
            let line = self.scene.document.snapshot().line(entry.proposal, entry.by);
            let mut next = entry.replaces;
            while let Some(it) = line.iter().find(|it| Some(it.id) == next) {
                ids.push(it.id.into());
                next = it.replaces;
            }
        }
        for id in ids {
            self.forget(id);
        }
    }
}
