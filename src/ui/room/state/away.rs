//! The room while its dossier is away: locked, or being rewritten.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::super::Spoken;
use super::standing::Standing;
use super::{ChairDraft, Room};
use crate::document::Document;
use crate::model::{DossierId, ParagraphId};
use crate::text::Text;

/// The text half typed in a room when its dossier went away; the dossier stores it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct HalfTyped {
    /// A point to park.
    pub parking: String,
    /// The words the chair was typing for paragraphs.
    pub drafts: BTreeMap<ParagraphId, ChairDraft>,
}

impl Room {
    /// Follows the dossier once more, because a step may have been made in the very frame in which
    /// it goes away, and continues without it. If it is locked, visible content stays; half-typed
    /// text, anything the room no longer sees, and the order of speaking go.
    pub fn go_on_without_dossier(
        &mut self,
        document: &Document,
        (today, text): (NaiveDate, Text),
        locked: bool,
    ) {
        self.refresh(document, today, text);
        if locked {
            self.lock();
        }
    }

    /// Keeps what is visible, and nothing else, while the dossier is locked.
    pub(crate) fn lock(&mut self) {
        (self.speaker, self.again) = (None, None);
        (self.ask_speaker, self.ask_park) = (false, false);
        self.parking.clear();
        self.texts.drafts.clear();
        if let Some(shown) = &mut self.shown {
            shown.texts.drafts.values_mut().for_each(ChairDraft::forget_typed);
        }
        self.seen_counts.clear();
        self.departed.clear();
        if self.covered || self.frozen || self.blank {
            // What it showed before it was covered may have been withheld since.
            self.last = None;
        }
        self.stands.values_mut().for_each(Standing::forget_hidden);
        self.asked.clear();
        self.spoken.values_mut().for_each(Spoken::forget_order);
        if self.question.take().is_some() {
            // Anything not approved is dropped, to be asked about later; the wall stays blank until
            // somebody uncovers it.
            (self.live, self.shown, self.blank) = (None, None, true);
            if let Some(slide) = &mut self.slide {
                // Its id marks the place in the order; its text may be subject to a question.
                (slide.title, slide.text) = (String::new(), String::new());
            }
        }
    }

    /// Whether it is a room of this dossier.
    pub(crate) fn is_of(&self, dossier: DossierId) -> bool {
        self.accepted.as_ref().is_some_and(|(seen, _)| seen.snapshot.dossier.id == dossier)
    }

    /// Continues with the reopened dossier and the half-typed text.
    pub fn come_back(&mut self, typed: HalfTyped) {
        (self.parking, self.texts.drafts) = (typed.parking, typed.drafts);
        self.forget();
    }
}
