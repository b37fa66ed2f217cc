//! What was released by name: whatever its marking it stands on the wall, until it is withdrawn.

use std::convert::Infallible;

use rustc_hash::FxHashSet;

use super::Room;
use super::heard::corrected_by;
use crate::document::Document;
use crate::model::travel::with_wholes;
use crate::model::{Certainty, Position, PositionId, Record, RecordId, Snapshot, Table};

/// So many records of one step are looked at for corrections; more of them come from a table.
const FEW: usize = 200;

impl Room {
    /// A change by hand of what was released by name, or of a part of it, is asked about, and so are a
    /// correction of an entry and a new part: what was released is not what stands in the dossier any more.
    pub(super) fn release_corrections(&mut self, document: &Document) {
        let all = document.snapshot();
        let released =
            |it: &RecordId| self.clearance.released.contains(it) && !self.heard.contains(it);
        if !self.clearance.released.iter().any(released) {
            return;
        }
        // The record that a touched one goes on from.
        let goes_on = |it: &RecordId| match it.table {
            Table::Positions => Some(entry_of(all, *it)?.replaces?.into()),
            Table::ScenarioMoves => match all.find(*it)? {
                Record::ScenarioMove(one) => Some(RecordId::from(one.scenario)),
                _ => None,
            },
            _ => None,
        };
        let touched = || document.touched_last().iter().take(FEW);
        let steps = document.history().steps();
        let is_new = self.weighed != (steps.len(), steps.last().map(|step| step.id));
        let withheld = |it: &RecordId| {
            all.marking_of(*it) > self.clearance.ceiling
                || all.find(*it).is_some_and(|record| needs_release(&record))
        };
        // Words of a text are changed for the room to see.
        let changed = touched().filter(|it| is_new && it.table != Table::Paragraphs);
        let changed =
            changed.filter(|it| wholes(all, **it).any(|it| released(&it) && withheld(&it)));
        let changed: Vec<_> = changed.copied().collect();
        let new: Vec<_> = touched()
            .filter_map(|it| Some((*it, goes_on(it)?)))
            .filter(|(new, old)| released(old) && !self.clearance.released.contains(new))
            // A stricter correction takes along what it corrects instead.
            .filter(|(new, old)| {
                new.table == Table::ScenarioMoves || all.marking_of(*new) <= all.marking_of(*old)
            })
            .filter(|(new, _)| !self.clearance.held.contains(new))
            .map(|(new, _)| new)
            .collect();
        self.ask_again.extend(changed);
        for record in new {
            self.clearance.released.insert(record);
            self.released_at.insert(record, all.marking_of(record));
            self.ask_again.insert(record);
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
                self.withdraw_scenario(record, snapshot);
            }
        }
    }

    /// Without one of its moves a scenario is not the one that was released: it is withdrawn as a
    /// whole, until somebody releases it again.
    fn withdraw_scenario(&mut self, record: RecordId, snapshot: &Snapshot) {
        let mut moves = snapshot.scenario_moves.iter();
        let Some(of) = moves.find(|it| RecordId::from(it.id) == record).map(|it| it.scenario)
        else {
            return;
        };
        let moves = snapshot.scenario_moves.iter().filter(|it| it.scenario == of);
        for record in moves.map(|it| RecordId::from(it.id)).chain([of.into()]) {
            if self.clearance.released.contains(&record) {
                self.withdraw(record, snapshot);
            }
        }
    }

    /// The same as [`release`](Self::release); a scenario takes its present assumptions with it,
    /// while later ones are asked about.
    pub fn release_with(&mut self, record: RecordId, snapshot: &Snapshot) -> bool {
        let moves = snapshot.scenario_moves.iter();
        for one in moves.filter(|it| RecordId::from(it.scenario) == record) {
            self.release(one.id.into());
        }
        self.release(record)
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
        let corrected = entry_of(all, record).map_or_else(Vec::new, |entry| {
            corrected_by(&all.line(entry.proposal, entry.by), &entry)
        });
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

/// Whether a room sees a record only by name, whatever its marking.
fn needs_release(record: &Record) -> bool {
    match record {
        Record::Position(entry) => !matches!(entry.certainty, None | Some(Certainty::Public)),
        Record::Brief(_) | Record::Scenario(_) | Record::ScenarioMove(_) => true,
        _ => false,
    }
}
