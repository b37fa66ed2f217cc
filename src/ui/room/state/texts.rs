//! Texts on the wall: how they are shown, and what is typed for them in front of the room.

use std::collections::BTreeMap;

use super::Room;
use crate::draft::Words;
use crate::model::{ParagraphId, ProposalId, SlideKind};
use crate::ui::state::TextShows;

/// How texts are shown on the wall, and what is being typed for them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Texts {
    /// What is shown.
    pub shows: TextShows,
    /// Whether those who ask for a bracket are named.
    pub names: bool,
    /// What the chair is typing for each paragraph, none of it in the dossier.
    pub drafts: BTreeMap<ParagraphId, ChairDraft>,
}

/// What the chair is typing for a paragraph in front of the room.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ChairDraft {
    /// The words from which it began, as the room saw them, in the notation of `draft::parse`.
    pub base: String,
    /// What was typed, in the same notation.
    pub typed: String,
    /// What of it may be shown.
    pub words: Words,
}

impl Room {
    /// The paragraph on the wall.
    pub fn paragraph(&self) -> Option<ParagraphId> {
        let live = self.live().filter(|_| !self.strayed)?;
        let id = self.drawn.paragraph.filter(|_| self.shown.is_some())?;
        live.snapshot.paragraphs.get(id).map(|it| it.id)
    }

    /// The proposal that the slide on the wall is about, whether as a whole or a part of its text.
    pub fn about(&self) -> Option<ProposalId> {
        let live = self.live().filter(|_| !self.strayed)?;
        let id = self.shown.as_ref()?.slide.proposal?;
        live.snapshot.proposals.get(id).map(|proposal| proposal.id)
    }

    /// The proposal stances are recorded on: that of the slide on the wall. What is said of a part of
    /// its text is not said of the whole.
    pub fn proposal(&self) -> Option<ProposalId> {
        let shown = self.shown.as_ref()?;
        self.about().filter(|_| shown.slide.kind != SlideKind::Text)
    }
}
