//! What the room was told: it stays visible whatever the dossier's marking, until it is marked more strictly.

use rustc_hash::FxHashSet;

use super::Room;
use crate::document::Document;
use crate::model::{Certainty, Marking, PollId, Position, RecordId, Snapshot, Speaker, Table};

impl Room {
    /// Records that the room was told a party's stance: it stays visible whatever the dossier's
    /// marking, until the room is closed.
    pub fn hear(&mut self, entry: &Position) {
        if let Speaker::Party(party) = entry.by {
            self.taken.push((entry.proposal, party, entry.id));
            self.again = Some(entry.id);
            self.heard.insert(entry.record_id());
            self.clearance.released.insert(entry.record_id());
        }
    }

    /// The same for a tally without names.
    pub fn hear_poll(&mut self, poll: PollId) {
        if self.clearance.released.insert(poll.into()) {
            self.heard.insert(poll.into());
        }
    }

    /// Withdraws records that the room was told or that were released by name, and have since been
    /// marked more strictly.
    pub(super) fn unhear(&mut self, document: &Document) {
        let ceiling = self.clearance.ceiling;
        let stricter = self.taken.iter().filter_map(|(proposal, party, id)| {
            let line = document.snapshot().line(*proposal, *party);
            let entry = line.iter().find(|entry| entry.id == *id)?;
            // With a correction goes what it corrects: that was not said.
            (!is_told(entry, ceiling)).then(|| corrected_by(&line, entry))
        });
        let stricter = stricter.flatten();
        let polls = self.heard.iter().chain(&self.unheard).filter(|record| {
            let poll = (record.table == Table::Polls).then_some(PollId(record.id));
            let poll = poll.and_then(|id| document.snapshot().polls.get(id));
            poll.and_then(|poll| poll.marking).is_some_and(|marking| marking > ceiling)
        });
        let stricter: FxHashSet<_> = stricter.chain(polls.copied()).collect();
        self.hear_again(document.snapshot(), &stricter);
        for record in stricter {
            if self.heard.remove(&record) {
                self.clearance.released.remove(&record);
                self.unheard.insert(record);
                self.cover_frozen();
                self.less = true;
                self.forget();
            }
        }
        self.withdraw_stricter(document.snapshot());
    }

    /// What the room was told, withdrawn because of a stricter marking that was taken back since, is asked
    /// about: the room knows it, but somebody had a reason.
    fn hear_again(&mut self, all: &Snapshot, stricter: &FxHashSet<RecordId>) {
        let back = self.unheard.iter().filter(|it| !stricter.contains(it) && all.has(**it));
        for record in back.copied().collect::<Vec<_>>() {
            self.unheard.remove(&record);
            self.heard.insert(record);
            self.clearance.released.insert(record);
            self.departed.remove(&record);
            self.ask_again.insert(record);
        }
    }

    /// A correction of what the room was told was told to it as well: otherwise the wall would go on
    /// showing what a party did not say.
    pub(super) fn hear_corrections(&mut self, all: &Snapshot) {
        let ceiling = self.clearance.ceiling;
        let mut at = 0;
        while let Some((proposal, party, told)) = self.taken.get(at).copied() {
            at += 1;
            if !self.heard.contains(&RecordId::from(told)) {
                continue;
            }
            let line = all.line(proposal, party).into_iter();
            let corrections = line.filter(|entry| entry.replaces == Some(told));
            let mut new = corrections.filter(|it| is_told(it, ceiling));
            if let Some(new) = new.find(|it| !self.heard.contains(&it.record_id())) {
                if self.is_beside_kept(&new) {
                    // It may as well correct what is kept hidden of the same party.
                    self.ask_again.insert(new.record_id());
                }
                // It keeps the place of the first one in the order of speaking.
                if !self.taken.contains(&(proposal, party, new.id)) {
                    self.taken.insert(at, (proposal, party, new.id));
                }
                self.again = None;
                self.heard.insert(new.record_id());
                self.clearance.released.insert(new.record_id());
            }
        }
    }

    /// What was recorded with names and stands on the wall, in the order of speaking: without what was undone,
    /// corrected or marked more strictly since.
    pub fn told(&self, all: &Snapshot) -> Vec<Position> {
        let seen = self.live.as_ref().map_or(all, |live| &live.snapshot);
        let told = self.taken.iter().filter_map(|(proposal, party, id)| {
            let line = all.line(*proposal, *party);
            // A correction that is kept from the room does not change what stands there.
            let corrects = |it: &Position| it.replaces == Some(*id) && seen.has(it.record_id());
            if line.iter().any(corrects) {
                return None;
            }
            let entry = line.into_iter().find(|entry| entry.id == *id)?;
            let record = entry.record_id();
            (self.heard.contains(&record) && seen.has(record)).then_some(entry)
        });
        told.collect()
    }
}

/// An entry and those it corrects, one after the other.
pub(super) fn corrected_by(line: &[Position], entry: &Position) -> Vec<RecordId> {
    let before = |it: &&Position| line.iter().find(|other| it.replaces == Some(other.id));
    let chain = std::iter::successors(line.iter().find(|it| it.id == entry.id), before);
    chain.take(line.len()).map(Position::record_id).collect()
}

/// Whether an entry may count as told in the room, as it is now.
fn is_told(entry: &Position, ceiling: Marking) -> bool {
    let told = match entry.certainty {
        None | Some(Certainty::Public | Certainty::Room) => true,
        Some(Certainty::Confidence | Certainty::Inferred) => false,
    };
    told && entry.marking.is_none_or(|marking| marking <= ceiling)
}
