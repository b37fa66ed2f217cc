//! What was released by name: whatever its marking it stands on the wall, until it is withdrawn.

use std::convert::Infallible;

use rustc_hash::FxHashSet;

use super::Room;
use super::heard::corrected_by;
use super::standing::since;
use crate::document::Document;
use crate::model::travel::with_wholes;
use crate::model::{
    Certainty, Position, PositionId, Record, RecordId, ScenarioId, Snapshot, Table,
};

impl Room {
    /// A change by hand of what was released by name, or of a part of it, is asked about, and so are a
    /// correction of an entry and a new part: what was released is not what stands in the dossier any more.
    pub(super) fn release_corrections(&mut self, document: &Document) {
        // The room has read these words already.
        let taken_over = std::mem::take(&mut self.taken_over);
        let all = document.snapshot();
        let released = |room: &Self, it: &RecordId| {
            room.clearance.released.contains(it) && !room.heard.contains(it)
        };
        if !self.clearance.released.iter().any(|it| released(self, it)) {
            return;
        }
        // Several steps may have been made since the wall was last drawn.
        let touched = since(document, self.weighed, self.opened).touched;
        // Without a marking of its own it is on no wall of itself, however the dossier is marked.
        let stricter = |record: &Record| {
            record.marking().is_none_or(|marking| marking > self.clearance.ceiling)
        };
        let withheld = |it: &RecordId| {
            all.find(*it).is_some_and(|record| stricter(&record) || needs_release(&record))
        };
        let changed = touched
            .iter()
            .filter(|it| !is_for_the_room(it.table) && !taken_over.contains(it))
            .filter(|it| wholes(all, **it).any(|whole| released(self, &whole) && withheld(&whole)));
        let changed: Vec<_> = changed.copied().collect();
        self.ask_again.extend(changed);
        loop {
            let known = self.clearance.released.iter().filter(|it| released(self, it));
            let next = known.flat_map(|it| goes_on(all, *it)).filter(|it| touched.contains(it));
            let next = next.filter(|it| !self.clearance.released.contains(it));
            let next: Vec<_> = next.filter(|it| !self.clearance.held.contains(it)).collect();
            if next.is_empty() {
                break;
            }
            for record in next {
                self.clearance.released.insert(record);
                self.released_at.insert(record, all.marking_of(record));
                self.ask_again.insert(record);
            }
        }
    }

    /// Withdraws scenarios that were released by name and of which a move is gone since: what they assumed
    /// together nobody released.
    pub(super) fn withdraw_scenarios_without_moves(&mut self, all: &Snapshot) {
        let Some(live) = self.live.clone() else { return };
        let gone = live.snapshot.scenario_moves.iter().filter(|it| !all.has(it.id.into()));
        for scenario in gone.map(|it| it.scenario).collect::<FxHashSet<_>>() {
            if all.has(scenario.into()) {
                self.withdraw_scenario(scenario, all);
            }
        }
    }

    /// Withdraws records that were released by name and have since been marked more strictly.
    pub(super) fn withdraw_stricter(&mut self, snapshot: &Snapshot) {
        let released = self.clearance.released.iter().filter(|it| !self.heard.contains(it));
        let released: Vec<_> = released.copied().filter(|it| snapshot.has(*it)).collect();
        for record in released {
            let marking = snapshot.marking_of(record);
            let agreed = *self.released_at.entry(record).or_insert(marking);
            if marking > agreed {
                self.withdraw(record, snapshot);
                if let Some(Record::ScenarioMove(one)) = snapshot.find(record) {
                    self.withdraw_scenario(one.scenario, snapshot);
                }
            }
        }
    }

    /// Without one of its moves a scenario is not the one that was released: it is withdrawn as a
    /// whole, until somebody releases it again.
    fn withdraw_scenario(&mut self, of: ScenarioId, snapshot: &Snapshot) {
        let moves = snapshot.scenario_moves.iter().filter(|it| it.scenario == of);
        for record in moves.map(|it| RecordId::from(it.id)).chain([of.into()]) {
            if self.clearance.released.contains(&record) {
                self.withdraw(record, snapshot);
            }
        }
    }

    /// The same as [`release`](Self::release). A scenario takes along its moves, but for those that an answer
    /// keeps hidden; later ones are asked about.
    pub fn release_with(&mut self, record: RecordId, snapshot: &Snapshot) -> bool {
        let along = self.moves_along(record, snapshot);
        let of_it = snapshot.scenario_moves.iter().filter(|it| record == it.scenario.into());
        for one in of_it.map(|it| RecordId::from(it.id)) {
            if along.contains(&one) {
                self.release(one);
            } else if self.stands.remove(&one).is_some() {
                // It stood as it was released then, in what is another scenario now.
                self.clearance.held.insert(one);
            }
        }
        // What was in it before was not released this time: should it come back, that is asked about.
        let was_in =
            |it: &Record| matches!(it, Record::ScenarioMove(it) if record == it.scenario.into());
        self.departed.retain(|id, states| snapshot.has(*id) || !states.iter().any(was_in));
        self.clearance.released.retain(|it| it.table != Table::ScenarioMoves || snapshot.has(*it));
        self.release(record)
    }

    /// The moves of a scenario that come along when it is released: those that no answer keeps hidden.
    pub fn moves_along(&self, scenario: RecordId, all: &Snapshot) -> Vec<RecordId> {
        let moves = all.scenario_moves.iter().filter(|it| scenario == it.scenario.into());
        let is_kept = |it: &RecordId| {
            let hides = self.clearance.held.contains(it) || self.stands.contains_key(it);
            hides && self.kept.iter().any(|lot| lot.contains(it))
        };
        moves.map(|it| it.id.into()).filter(|it| !is_kept(it)).collect()
    }

    /// Shows a record whatever its marking, from the next refresh on; returns whether it was held
    /// back before.
    pub fn release(&mut self, record: RecordId) -> bool {
        self.clearance.released.insert(record);
        self.released_at.remove(&record);
        self.heard.remove(&record);
        self.unheard.remove(&record);
        self.stands.remove(&record);
        self.asked.remove(&record);
        self.forget();
        self.clearance.held.remove(&record)
    }

    /// Reverts a release that had no effect.
    pub(crate) fn unrelease(&mut self, record: RecordId, held: bool) {
        self.clearance.released.remove(&record);
        if held {
            self.clearance.held.insert(record);
        }
        self.forget();
    }

    /// Withdraws a record that was released by name, and with an entry what it corrects: that is not so any more.
    /// A frozen wall then becomes blank; anything that would appear in its place raises a question.
    pub fn withdraw(&mut self, record: RecordId, all: &Snapshot) {
        let entry = entry_of(all, record);
        let corrected = entry.as_ref().map_or_else(Vec::new, |entry| {
            corrected_by(&all.line(entry.proposal, entry.by), entry)
        });
        if let Some(entry) = &entry {
            self.kept_lines.entry((entry.proposal, entry.by)).or_default().insert(record);
        }
        let released = corrected.into_iter().filter(|it| self.clearance.released.contains(it));
        for record in released.chain([record]).collect::<FxHashSet<_>>() {
            self.clearance.released.remove(&record);
            self.released_at.remove(&record);
            self.stands.remove(&record);
            self.asked.remove(&record);
            // Its marking alone might make it visible again.
            self.clearance.held.insert(record);
        }
        self.less = true;
        self.forget();
        self.cover_frozen();
    }

    /// What was released by name and stands on the wall: without what is corrected, gone or kept hidden since.
    pub fn released_by_name(&self, all: &Snapshot) -> Vec<RecordId> {
        let released = self.clearance.released.iter().filter(|it| {
            !self.heard.contains(it) && !self.clearance.held.contains(it) && all.has(**it)
        });
        // By way of others, some of which may be kept hidden.
        let corrected = |record: &RecordId| {
            let Some(entry) = entry_of(all, *record) else { return false };
            let line = all.line(entry.proposal, entry.by);
            let mut later = line.iter().filter(|it| {
                let id = it.record_id();
                id != *record
                    && self.clearance.released.contains(&id)
                    && !self.clearance.held.contains(&id)
            });
            later.any(|it| corrected_by(&line, it).contains(record))
        };
        released.filter(|it| !corrected(it)).copied().collect()
    }
}

/// The entry that a record is, if it is one.
fn entry_of(all: &Snapshot, record: RecordId) -> Option<Position> {
    let id = (record.table == Table::Positions).then_some(PositionId(record.id));
    all.position_with(id?)
}

/// A record without a marking of its own, and what it is part of; any other record alone.
fn wholes(all: &Snapshot, record: RecordId) -> impl Iterator<Item = RecordId> {
    let is_part = !record.table.has_marking();
    let found = if is_part {
        let Ok(found) = with_wholes(record, |id| Ok::<_, Infallible>(all.find(id)));
        found
    } else {
        Vec::new()
    };
    found.into_iter().map(|it| it.record_id()).chain([record])
}

/// The records that go on from a released one: the moves of a scenario, and the corrections of an entry,
/// but for stricter ones, which take along what they correct.
fn goes_on(all: &Snapshot, released: RecordId) -> Vec<RecordId> {
    match released.table {
        Table::Positions => {
            let Some(entry) = entry_of(all, released) else { return Vec::new() };
            let line = all.line(entry.proposal, entry.by).into_iter();
            let corrections = line.filter(|it| it.replaces == Some(entry.id));
            let corrections = corrections.map(|it| it.record_id());
            corrections.filter(|it| all.marking_of(*it) <= all.marking_of(released)).collect()
        }
        Table::Scenarios => {
            let moves = all.scenario_moves.iter();
            moves.filter(|it| it.scenario.0 == released.id).map(|it| it.id.into()).collect()
        }
        _ => Vec::new(),
    }
}

/// Whether a room sees a record only by name, whatever its marking.
fn needs_release(record: &Record) -> bool {
    match record {
        Record::Position(entry) => !matches!(entry.certainty, None | Some(Certainty::Public)),
        Record::Brief(_) | Record::Scenario(_) | Record::ScenarioMove(_) => true,
        _ => false,
    }
}

/// Whether records of a table are written and changed for the room to see.
fn is_for_the_room(table: Table) -> bool {
    matches!(table, Table::Polls | Table::Parked | Table::Slides)
}
