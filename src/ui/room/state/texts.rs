//! Texts on the wall: how they are shown, and the words typed for them in front of the room.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use rustc_hash::{FxHashMap, FxHashSet};
use serde::{Deserialize, Serialize};

use super::Room;
use crate::analysis::{Owners, owner_keys};
use crate::draft::{Hand, May, Words, covers, may_have_brackets, parse, parts, print, withhold};
use crate::model::words::fold;
use crate::model::{
    Dossier, Keyed, Marking, Paragraph, ParagraphId, Party, Proposal, ProposalId, Record, RecordId,
    SlideKind, Snapshot,
};
use crate::store::Clearance;
use crate::text::{Message, msg};
use crate::ui::state::TextShows;

/// How texts are shown on the wall, and the words being typed for them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Texts {
    /// The form in which the wall shows them.
    pub shows: TextShows,
    /// Whether those who ask for a bracket are named.
    pub names: bool,
    /// The names by which a text may call those who are called otherwise now, or no longer exist.
    pub former: Arc<FxHashSet<String>>,
    /// The words the chair is typing for each paragraph, none of them in the dossier.
    pub drafts: BTreeMap<ParagraphId, ChairDraft>,
}

/// The words the chair is typing for a paragraph in front of the room.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ChairDraft {
    /// The words it started from, as the room saw them, in the notation of `draft::parse`.
    pub base: String,
    /// The typed words, in the same notation.
    pub typed: String,
    /// The last typed words in which no name was unfinished: half a name is nobody yet, and whoever
    /// it turns out to be may not be for the room.
    #[serde(default)]
    pub settled: String,
    /// The strictest marking that the wall had while it was typed: what is said under it is not for
    /// a less strictly marked wall.
    #[serde(default, deserialize_with = "marking")]
    pub marking: Option<Marking>,
    /// The part of the typed words that may be shown.
    #[serde(skip)]
    pub words: Words,
    /// The part of the words it started from that may be shown.
    #[serde(skip)]
    pub before: Words,
}

impl ChairDraft {
    /// A draft of these words, given the earlier draft if there was one.
    pub(super) fn new(base: String, typed: String, before: Option<&Self>, wall: Marking) -> Self {
        let settled = match is_naming(&typed, &base) {
            true => before.map_or_else(|| base.clone(), |it| it.settled.clone()),
            false => typed.clone(),
        };
        let marking = before.and_then(|it| it.marking).max(Some(wall));
        Self { base, typed, settled, marking, words: Words::default(), before: Words::default() }
    }

    /// Whether the room waits for a name that is being typed.
    pub(crate) fn waits(&self) -> bool {
        self.settled != self.typed
    }

    /// Works out what may be shown of it on a wall with this marking, for a paragraph with these
    /// words now: nothing, if words it started from are withheld, or if it was typed under a
    /// stricter marking.
    pub(super) fn judge(&mut self, is: &str, may: &InRoom<'_>, wall: Marking) {
        if self.marking > Some(wall) || may.hides(&self.base, is) {
            (self.words, self.before) = (Words::default(), Words::default());
            return;
        }
        self.words = withhold(&may.read(&self.settled), may);
        self.before = withhold(&may.read(&self.base), may);
    }

    /// Keeps only the words that may be shown.
    pub(super) fn forget_typed(&mut self) {
        self.typed.clear();
        self.settled.clear();
    }
}

/// A marking by its key; an unknown one is the strictest.
fn marking<'de, D: serde::Deserializer<'de>>(from: D) -> Result<Option<Marking>, D::Error> {
    let key = Option::<String>::deserialize(from)?;
    Ok(key.map(|key| Marking::from_key(&key).unwrap_or(Marking::Red)))
}

/// Whether a name may be unfinished in the typed words: a parenthesis is open that was not open in
/// the words it started from.
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

/// The signs that end a name being typed.
const ENDS_A_NAME: [char; 14] =
    ['(', ')', '（', '）', '[', ']', '［', '］', '⟦', '⟧', '【', '】', '〔', '〕'];

/// The parentheses that another sign interrupts before they are closed, each up to that sign.
fn open_ones(text: &str) -> Vec<&str> {
    let rest = text.match_indices(['(', '（']).filter_map(|(at, sign)| text.get(at + sign.len()..));
    let inside = rest.map(|it| it.split_at(it.find(ENDS_A_NAME).unwrap_or(it.len())));
    inside.filter(|(_, end)| !end.starts_with([')', '）'])).map(|(inside, _)| inside).collect()
}

/// The content of the parentheses.
fn closed_ones(text: &str) -> impl Iterator<Item = &str> {
    let rest = text.match_indices(['(', '（']).filter_map(|(at, sign)| text.get(at + sign.len()..));
    rest.filter_map(|it| it.split_once([')', '）']).map(|(inside, _)| inside))
}

/// The permissions of the room for words typed in front of it.
pub(super) struct InRoom<'a> {
    owners: &'a Owners,
    seen: Option<&'a Snapshot>,
    ceiling: Marking,
    unnamed: &'a FxHashSet<String>,
    withheld: &'a FxHashSet<String>,
    released: &'a BTreeSet<RecordId>,
}

impl InRoom<'_> {
    /// Whether this is somebody's name, or was at some time during typing, or that of somebody who is
    /// withheld.
    pub(super) fn is_somebody(&self, name: &str) -> bool {
        let withheld = |key: &String| self.unnamed.contains(key) || self.withheld.contains(key);
        self.owners.find(name).is_some()
            || !(self.unnamed.is_empty() && self.withheld.is_empty())
                && owner_keys(name).iter().any(withheld)
    }

    /// Whether the name of somebody withheld may be unfinished in new parentheses: its first
    /// letters are there, and are nobody's name.
    fn begins_a_name(&self, typed: &str, base: &str) -> bool {
        let is_begun = |name: &str| {
            let name = name.trim();
            let key = fold(name);
            key.chars().nth(1).is_some()
                && self.owners.find(name).is_none()
                && self.unnamed.iter().any(|it| it.len() > key.len() && it.starts_with(&key))
        };
        let old: FxHashSet<&str> = closed_ones(base).collect();
        let new = closed_ones(typed).filter(|it| !old.contains(it));
        let names = new.flat_map(|it| it.split([',', ';', '/', ':']));
        names.flat_map(|it| it.split(" and ")).flat_map(|it| it.split(" en ")).any(is_begun)
    }

    fn read(&self, typed: &str) -> Words {
        parse(typed, &|name| self.is_somebody(name)).words
    }

    /// Words in the notation, without the brackets and the names that the room may not see.
    pub(super) fn what_is_seen_of(&self, typed: &str) -> String {
        if !may_have_brackets(typed) {
            return typed.to_owned();
        }
        print(&withhold(&self.read(typed), self))
    }

    /// A record in its earlier state, as far as the room may see it now: of a paragraph, or the
    /// text of a proposal, the words; of a party and of the dossier, the user's own judgement only
    /// if the dossier itself may be seen. The rest stays as it is.
    pub(super) fn record_seen_of(&self, record: &Record) -> Record {
        let own = self.seen.is_some_and(|seen| seen.dossier.marking <= self.ceiling)
            || self.released.contains(&record.record_id());
        match record.clone() {
            Record::Party(party) if !own => Party { camp: None, ..party }.into(),
            Record::Dossier(dossier) if !own => {
                let (title, classification) = (String::new(), String::new());
                Dossier { title, classification, ..dossier }.into()
            }
            Record::Paragraph(paragraph) => {
                let words = self.what_is_seen_of(&paragraph.words);
                Paragraph { words, ..paragraph }.into()
            }
            Record::Proposal(proposal) => {
                let lines = parts(&proposal.text).into_iter().map(|it| self.what_is_seen_of(it));
                Proposal { text: lines.collect::<Vec<_>>().join("\n"), ..proposal }.into()
            }
            record => record,
        }
    }

    /// Whether words that were open in the text of a record are now in a bracket that the room may
    /// not see.
    pub(super) fn hides_words_of(&self, was: &Record, all: &Snapshot) -> bool {
        match was {
            Record::Paragraph(was) => {
                let is = all.paragraphs.get(was.id);
                is.is_some_and(|is| self.hides(&was.words, &is.words))
            }
            Record::Proposal(was) => {
                let is = all.proposals.get(was.id);
                is.is_some_and(|is| self.hides(&was.text, &is.text))
            }
            _ => false,
        }
    }

    /// Whether words that were open in a text are now in a bracket that the room may not see.
    fn hides(&self, was: &str, is: &str) -> bool {
        if was == is || !may_have_brackets(is) {
            return false;
        }
        covers(&self.read(was), &self.read(is), self)
    }
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
        self.is_somebody(words) && !self.name(words)
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
        let owners = Owners::new(all);
        self.note_unnamed(&owners);
        let before = self.texts.drafts.get(&id);
        let begins = self.in_room(&owners).begins_a_name(&typed, &base);
        let stood = before.map_or_else(|| base.clone(), |it| it.settled.clone());
        let mut draft = ChairDraft::new(base, typed, before, self.label());
        if begins {
            draft.settled = stood;
        }
        self.texts.drafts.insert(id, draft);
        self.judge_drafts(all);
    }

    /// Works out again what may be shown of all typed words: who may be named may have changed.
    pub(super) fn judge_drafts(&mut self, all: &Snapshot) {
        if self.texts.drafts.is_empty() {
            self.unnamed.clear();
            return;
        }
        let owners = Owners::new(all);
        self.note_unnamed(&owners);
        let mut drafts = std::mem::take(&mut self.texts.drafts);
        let may = self.in_room(&owners);
        // With the marking that the wall gets from what may be seen now.
        let ceiling = self.clearance.ceiling;
        let wall = self.live.as_ref().map_or(ceiling, |live| self.label_of(&live.snapshot));
        for (id, draft) in &mut drafts {
            draft.judge(all.paragraphs.get(*id).map_or("", |it| &it.words), &may, wall);
        }
        self.texts.drafts = drafts;
    }

    /// Records who is withheld: somebody renamed or deleted from now on may have been typed under
    /// the earlier name.
    fn note_unnamed(&mut self, owners: &Owners) {
        for (key, id) in owners.keys() {
            if self.live.as_ref().is_some_and(|live| live.snapshot.has(id)) {
                self.unnamed.remove(key);
            } else if !self.unnamed.contains(key) {
                self.unnamed.insert(key.to_owned());
            }
        }
    }

    /// The permissions of the room for words that reach it other than through the dossier. A record
    /// released by name is shown itself, and raises the ceiling for nothing else.
    pub(super) fn in_room<'a>(&'a self, owners: &'a Owners) -> InRoom<'a> {
        self.in_room_of(owners, self.live.as_deref().map(|it| &it.snapshot))
    }

    /// The same, given what it sees of the dossier.
    pub(super) fn in_room_of<'a>(
        &'a self,
        owners: &'a Owners,
        seen: Option<&'a Snapshot>,
    ) -> InRoom<'a> {
        let Clearance { ceiling, released, .. } = &self.clearance;
        let (unnamed, withheld) = (&self.unnamed, &self.withheld_names);
        InRoom { owners, seen, ceiling: *ceiling, unnamed, withheld, released }
    }

    /// The paragraph on the wall.
    pub fn paragraph(&self) -> Option<ParagraphId> {
        let live = self.live().filter(|_| !self.strayed)?;
        let id = self.drawn.paragraph.filter(|_| self.shown.is_some())?;
        live.snapshot.paragraphs.get(id).map(|it| it.id)
    }

    /// Whether the slide on the wall is about a proposal whose text may have brackets.
    pub(crate) fn shows_brackets(&self) -> bool {
        let slide = self.shown.as_ref().map(|it| &it.slide);
        let about = slide.filter(|it| it.kind == SlideKind::Proposal).and_then(|it| it.proposal);
        let text = about.and_then(|id| Some(&self.live()?.snapshot.proposals.get(id)?.text));
        text.is_some_and(|text| may_have_brackets(text))
    }

    /// The proposal that the slide on the wall is about, whether as a whole or through a part of
    /// its text.
    pub fn about(&self) -> Option<ProposalId> {
        let live = self.live().filter(|_| !self.strayed)?;
        let id = self.shown.as_ref()?.slide.proposal?;
        live.snapshot.proposals.get(id).map(|proposal| proposal.id)
    }

    /// The proposal stances are recorded on: that of the slide on the wall. What is said about a
    /// part of its text is not said about the whole.
    pub fn proposal(&self) -> Option<ProposalId> {
        let shown = self.shown.as_ref()?;
        self.about().filter(|_| shown.slide.kind != SlideKind::Text)
    }

    /// Why no stance is recorded on the slide on the wall, and where what is said of it goes.
    pub(crate) fn why_not_taken(&self) -> Message {
        match self.slide().map(|it| it.kind) {
            Some(SlideKind::Heat | SlideKind::Obstacle | SlideKind::Ranking) => {
                msg!("room-take-obstacle")
            }
            _ => msg!("room-take-no-proposal"),
        }
    }
}
