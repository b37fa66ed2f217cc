//! Texts on the wall: how they are shown, and what is typed for them in front of the room.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::Room;
use crate::analysis::Owners;
use crate::draft::{Hand, May, Words, parse, withhold};
use crate::model::{Marking, ParagraphId, ProposalId, SlideKind, Snapshot};
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
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ChairDraft {
    /// The words from which it began, as the room saw them, in the notation of `draft::parse`.
    pub base: String,
    /// What was typed, in the same notation.
    pub typed: String,
    /// What of it may be shown.
    #[serde(skip)]
    pub words: Words,
}

impl ChairDraft {
    /// Keeps only what may be shown.
    pub(super) fn forget_typed(&mut self) {
        self.typed.clear();
    }
}

/// What was typed, up to where somebody is still being named: half a name is nobody yet, and who it will
/// be may not be for the room.
fn settled(typed: &str) -> &str {
    let Some(at) = typed.rfind('(') else { return typed };
    let (before, name) = typed.split_at(at);
    let names_owner = before.trim_end().ends_with(']') && !name.contains([')', '[']);
    if names_owner { before } else { typed }
}

/// The room, of what is typed in front of it.
struct InRoom<'a> {
    owners: &'a Owners,
    seen: Option<&'a Snapshot>,
    ceiling: Marking,
}

impl May for InRoom<'_> {
    fn see(&self, marking: Marking) -> bool {
        marking <= self.ceiling
    }

    fn name(&self, owner: &str) -> bool {
        let is_seen = |id| self.seen.is_some_and(|seen| seen.has(id));
        self.owners.find(owner).is_some_and(is_seen)
    }

    fn know(&self, _: &Hand) -> bool {
        false
    }
}

impl Room {
    /// Keeps what is typed for a paragraph, with what of it the room may see.
    pub(crate) fn draft(&mut self, all: &Snapshot, id: ParagraphId, base: String, typed: String) {
        if typed == base {
            self.texts.drafts.remove(&id);
            return;
        }
        self.texts.drafts.insert(id, ChairDraft { base, typed, words: Words::default() });
        self.judge_drafts(all);
    }

    /// Works out anew what may be shown of all that is typed: who may be named may have changed.
    pub(super) fn judge_drafts(&mut self, all: &Snapshot) {
        if self.texts.drafts.is_empty() {
            return;
        }
        let owners = Owners::new(all);
        let seen = self.live.clone();
        let seen = seen.as_deref().map(|it| &it.snapshot);
        let may = InRoom { owners: &owners, seen, ceiling: self.label() };
        for draft in self.texts.drafts.values_mut() {
            let typed = settled(&draft.typed);
            let words = parse(typed, &|name| owners.find(name).is_some()).words;
            draft.words = withhold(&words, &may);
        }
    }

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
