//! What the room has seen and been told, and what has to be asked before it sees more.

use super::super::Spoken;
use super::super::arrivals::{Difference, Question, question};
use super::Room;
use crate::document::Document;
use crate::model::{Certainty, Position, RecordId, Speaker};
use crate::text::Text;

impl Room {
    /// Looks what there is to see that was not there before: what nobody put there by hand is
    /// asked about, and the wall is blank until that is answered.
    pub(super) fn weigh(&mut self, document: &Document, text: Text) {
        self.question = None;
        let steps = document.history().steps().len();
        self.weighed = steps;
        // What cannot be read is not shown, so there is nothing to ask yet.
        let Some(live) = self.live.clone() else { return };
        let Some((accepted, before)) = self.accepted.clone() else {
            self.opened = steps;
            self.accepted = Some((live, steps));
            return;
        };
        let difference = match self.narrow.take() {
            Some(touched) => Difference::of(&accepted.snapshot, &live.snapshot, &touched),
            None => Difference::new(&accepted.snapshot, &live.snapshot),
        };
        if before < steps {
            // Where the log cannot be read, nothing is taken to have been made by hand.
            let bearing = document.bearing(before, self.opened).unwrap_or_default();
            let now = (&*live, text, steps - before);
            self.question = question(&difference, &bearing, &self.departed, document, now);
        }
        if self.question.is_none() {
            difference.remember(&mut self.departed);
            self.accepted = Some((live, steps));
        }
    }

    /// Whether undo takes back what was said last on this slide; `steps` is how many steps of
    /// the dossier can be undone.
    pub fn can_take_back(&self, steps: usize) -> bool {
        self.spoken_here().is_some_and(|spoken| spoken.can_take_back(steps))
    }

    /// Whether redo counts again what was taken back last on this slide.
    pub fn can_count_again(&self, steps: usize) -> bool {
        self.spoken_here().is_some_and(|spoken| spoken.can_count_again(steps))
    }

    /// What was said without names on the proposal on the wall and is not in the dossier yet.
    pub fn spoken_here(&self) -> Option<&Spoken> {
        self.spoken.get(&self.proposal()?)
    }

    /// What is asked before the wall shows anything again.
    pub fn question(&self) -> Option<&Question> {
        self.question.as_ref()
    }

    /// Shows what was asked about.
    pub fn show_all(&mut self) {
        self.answered();
    }

    /// Keeps back what was asked about, until it is released by name or the room is closed.
    /// Where something would only go from the wall, it stays blank until it is uncovered.
    pub fn hold_back(&mut self) {
        let Some(question) = &self.question else { return };
        self.blank |= question.records.is_empty();
        self.reach.held.extend(question.records.iter().copied());
        self.answered();
    }

    /// From here on it is what it is now that the room may see.
    fn answered(&mut self) {
        self.question = None;
        if let Some((_, steps)) = &mut self.accepted {
            // Not asked again about the same steps.
            *steps = self.weighed;
        }
        self.forget();
    }

    /// Takes down that the room was told where a party stands: it is seen there whatever the
    /// marking of the dossier, until the room is closed.
    pub fn hear(&mut self, entry: &Position) {
        if let Speaker::Party(party) = entry.by {
            self.taken.push((entry.proposal, party, entry.id));
            self.heard.insert(entry.record_id());
            self.reach.released.insert(entry.record_id());
        }
    }

    /// What the room was told and was marked more strictly since, it sees no more.
    pub(super) fn unhear(&mut self, document: &Document) {
        let ceiling = self.reach.ceiling;
        let stricter = self.taken.iter().filter_map(|(proposal, party, id)| {
            let line = document.snapshot().line(*proposal, *party);
            let entry = line.into_iter().find(|entry| entry.id == *id)?;
            let told = match entry.certainty {
                None | Some(Certainty::Public | Certainty::Room) => true,
                Some(Certainty::Confidence | Certainty::Inferred) => false,
            };
            let stricter = entry.marking.is_some_and(|marking| marking > ceiling);
            (stricter || !told).then(|| entry.record_id())
        });
        for record in stricter.collect::<Vec<_>>() {
            if self.heard.remove(&record) {
                self.reach.released.remove(&record);
                self.frozen = false;
                self.forget();
            }
        }
    }

    /// Shows a record whatever its marking, from when it is read again; says whether it was
    /// kept back before.
    pub fn release(&mut self, record: RecordId) -> bool {
        self.reach.released.insert(record);
        self.heard.remove(&record);
        self.forget();
        self.reach.held.remove(&record)
    }

    /// Shows it no more, for it is not seen even so.
    pub fn unrelease(&mut self, record: RecordId, held: bool) {
        self.reach.released.remove(&record);
        if held {
            self.reach.held.insert(record);
        }
        self.forget();
    }

    /// Shows a record no more that was released by name; it goes off a frozen wall too.
    pub fn withdraw(&mut self, record: RecordId) {
        self.reach.released.remove(&record);
        // Its marking alone would let it be seen again.
        self.reach.held.insert(record);
        self.forget();
        self.frozen = false;
    }

    /// Whether a record was taken down in this room, and not released by name.
    pub fn was_heard(&self, record: RecordId) -> bool {
        self.heard.contains(&record)
    }
}
