//! Texts on the wall: how they are shown, and what is typed for them in front of the room.

use std::collections::BTreeMap;

use rustc_hash::FxHashMap;
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
    /// The last of what was typed in which nobody was being named; half a name is nobody yet, and who it
    /// will be may not be for the room.
    #[serde(default)]
    pub settled: String,
    /// What of that may be shown.
    #[serde(skip)]
    pub words: Words,
}

impl ChairDraft {
    /// What was typed after this was there before, if anything was.
    pub(super) fn new(base: String, typed: String, before: Option<&Self>) -> Self {
        let settled = match is_naming(&typed, &base) {
            true => before.map_or_else(|| base.clone(), |it| it.settled.clone()),
            false => typed.clone(),
        };
        Self { base, typed, settled, words: Words::default() }
    }

    /// Whether the room waits for a name that is being typed.
    pub(crate) fn waits(&self) -> bool {
        self.settled != self.typed
    }

    /// Works out what may be shown.
    pub(super) fn judge(&mut self, owners: &Owners, may: &impl May) {
        let words = parse(&self.settled, &|name| owners.find(name).is_some()).words;
        self.words = withhold(&words, may);
    }

    /// Keeps only what may be shown.
    pub(super) fn forget_typed(&mut self) {
        self.typed.clear();
        self.settled.clear();
    }
}

/// Whether somebody may be being named in what was typed: parentheses are open that were not open in what
/// it began from.
fn is_naming(typed: &str, base: &str) -> bool {
    let mut left: FxHashMap<&str, usize> = FxHashMap::default();
    open_ones(base).into_iter().for_each(|it| *left.entry(it).or_default() += 1);
    open_ones(typed).into_iter().any(|it| match left.get_mut(it) {
        Some(count) if *count > 0 => {
            *count -= 1;
            false
        }
        _ => true,
    })
}

/// The parentheses that another sign interrupts before they are closed, each up to there.
fn open_ones(text: &str) -> Vec<&str> {
    let rest = text.match_indices('(').filter_map(|(at, sign)| text.get(at + sign.len()..));
    let inside = rest.map(|it| it.split_at(it.find(['(', ')', '[', ']']).unwrap_or(it.len())));
    inside.filter(|(_, end)| !end.starts_with(')')).map(|(inside, _)| inside).collect()
}

/// The room, of what is typed in front of it.
pub(super) struct InRoom<'a> {
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

    fn withholds(&self, words: &str) -> bool {
        self.owners.find(words).is_some() && !self.name(words)
    }

    fn know(&self, _: &Hand) -> bool {
        false
    }
}

impl Room {
    /// Keeps what is typed for a paragraph, with what of it the room may see.
    pub fn draft(&mut self, all: &Snapshot, id: ParagraphId, base: String, typed: String) {
        if typed == base {
            self.texts.drafts.remove(&id);
            return;
        }
        let draft = ChairDraft::new(base, typed, self.texts.drafts.get(&id));
        self.texts.drafts.insert(id, draft);
        self.judge_drafts(all);
    }

    /// Works out anew what may be shown of all that is typed: who may be named may have changed.
    pub(super) fn judge_drafts(&mut self, all: &Snapshot) {
        if self.texts.drafts.is_empty() {
            return;
        }
        let owners = Owners::new(all);
        let mut drafts = std::mem::take(&mut self.texts.drafts);
        let may = self.in_room(&owners);
        drafts.values_mut().for_each(|draft| draft.judge(&owners, &may));
        self.texts.drafts = drafts;
    }

    /// What the room may see of words that come before it by another way than the dossier. A record
    /// released by name is shown itself, and lifts the ceiling for nothing else.
    pub(super) fn in_room<'a>(&'a self, owners: &'a Owners) -> InRoom<'a> {
        let seen = self.live.as_deref().map(|it| &it.snapshot);
        InRoom { owners, seen, ceiling: self.clearance.ceiling }
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
