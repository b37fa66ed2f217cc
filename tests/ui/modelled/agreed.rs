//! What the model knows: the dossier, and what the room was shown or was agreed to.

use std::collections::{BTreeMap, BTreeSet};

use cbm_workbench::library::templates::Template;
use cbm_workbench::model::{Language, Marking, PartyId, Record, RecordId};
use cbm_workbench::text::Text;

use super::records::{by_itself, content, fill, is_bare, is_corrected, other};
use super::{Act, is_edit};
use crate::common::clock;
use crate::wall::Scene;

/// For each place of the content of a record, what was agreed to.
type Agreed = Vec<BTreeSet<String>>;

/// The room, the dossier, and what the room may see.
pub(super) struct Model {
    pub(super) scene: Scene,
    pub(super) records: Vec<RecordId>,
    // A party that nothing is assumed of yet.
    pub(super) last_party: PartyId,
    pub(super) count: u32,
    pub(super) dutch: bool,
    pub(super) locked: bool,
    pub(super) hurry: bool,
    pub(super) unseen: bool,
    // What the room was shown, or was agreed to.
    pub(super) agreed: BTreeMap<RecordId, Agreed>,
    // The same of what was marked more strictly since.
    pub(super) before: BTreeMap<RecordId, Agreed>,
    // What left the wall, of which nobody has agreed to the rest yet.
    leaving: BTreeSet<RecordId>,
    // What it saw last.
    pub(super) last: BTreeMap<RecordId, Vec<String>>,
    // What is kept hidden in some part.
    pub(super) kept: BTreeSet<RecordId>,
    // What an answer kept hidden and no other one showed: it may be missing.
    pub(super) missing: BTreeSet<RecordId>,
    // The records of each answer that kept some hidden.
    pub(super) lots: Vec<Vec<RecordId>>,
    // What was released by name, and how it was marked then.
    pub(super) released: BTreeMap<RecordId, Marking>,
}

impl Model {
    pub(super) fn new() -> Self {
        let (mut records, mut last_party) = (Vec::new(), PartyId::new());
        let mut scene =
            Scene::of(Template::Empty, |document| (records, last_party) = fill(document));
        scene.room.without_names = false;
        let mut model = Self {
            scene,
            records,
            last_party,
            count: 0,
            dutch: false,
            locked: false,
            hurry: false,
            unseen: false,
            agreed: BTreeMap::new(),
            before: BTreeMap::new(),
            leaving: BTreeSet::new(),
            last: BTreeMap::new(),
            kept: BTreeSet::new(),
            missing: BTreeSet::new(),
            lots: Vec::new(),
            released: BTreeMap::new(),
        };
        for id in model.records.clone() {
            if let Some(record) = model.find(id).filter(by_itself) {
                model.agree(&record);
            }
        }
        assert_eq!(model.check(), Ok(()));
        model
    }

    pub(super) fn find(&self, id: RecordId) -> Option<Record> {
        self.scene.document.snapshot().find(id)
    }

    pub(super) fn agree(&mut self, record: &Record) {
        let all = self.agreed.entry(record.record_id()).or_default();
        let content = content(record);
        all.resize(content.len(), BTreeSet::new());
        for (all, said) in all.iter_mut().zip(content) {
            all.insert(said);
        }
    }

    /// Somebody agreed to show a record that was marked more strictly before: what the room saw of it then
    /// is known again.
    pub(super) fn agree_again(&mut self, record: &Record) {
        self.agree(record);
        let id = record.record_id();
        let before = self.before.remove(&id).unwrap_or_default();
        for (all, before) in self.agreed.entry(id).or_default().iter_mut().zip(before) {
            all.extend(before);
        }
    }

    /// Whether what stands in a place of the content was agreed to.
    pub(super) fn is_place_agreed(&self, record: &Record, place: usize) -> bool {
        let content = content(record);
        let place = place % content.len().max(1);
        let all = self.agreed.get(&record.record_id()).and_then(|all| all.get(place));
        all.zip(content.get(place)).is_some_and(|(all, said)| all.contains(said))
    }

    pub(super) fn is_agreed(&self, record: &Record) -> bool {
        (0..content(record).len()).all(|place| self.is_place_agreed(record, place))
    }

    /// Content that nothing had before.
    pub(super) fn other(&mut self, record: &Record, place: usize) -> Record {
        self.count += 1;
        other(record, place, self.count)
    }

    /// Whether anything of what a record is about is kept hidden or was released by name.
    pub(super) fn is_beside(&self, record: &Record) -> bool {
        // What the room may see of itself by now needs no release.
        let needed = |id: &RecordId| self.find(*id).is_none_or(|it| !by_itself(&it));
        let touched =
            |id: &RecordId| self.kept.contains(id) || self.released.contains_key(id) && needed(id);
        let Record::Position(entry) = record else { return touched(&record.record_id()) };
        let line = self.scene.document.snapshot().line(entry.proposal, entry.by);
        line.iter().any(|it| touched(&it.record_id()))
            || entry.replaces.is_some_and(|it| touched(&it.into()))
    }

    fn look(&mut self) {
        let language = if self.dutch { Language::Dutch } else { Language::English };
        let Scene { room, document, .. } = &mut self.scene;
        room.refresh(document, clock().today(), Text::new(language));
    }

    /// One act, and what the room may see after it.
    pub(super) fn go(&mut self, act: Act) -> Result<(), String> {
        if self.locked && !matches!(act, Act::Lock | Act::Freeze | Act::Blank | Act::Turn) {
            // Somebody unlocked it.
            self.scene.room.come_back(Default::default());
            self.locked = false;
            self.look();
            self.check()?;
        }
        // Only edits come one after the other without a look at the wall.
        if std::mem::take(&mut self.unseen) && !is_edit(act) {
            self.look();
            self.check()?;
        }
        let before: BTreeMap<_, _> =
            self.records.iter().filter_map(|id| Some((*id, self.find(*id)?))).collect();
        self.act(act);
        // Nothing is kept hidden of what is as it stood.
        let back = |id: &&RecordId| self.find(**id).is_some_and(|it| self.is_agreed(&it));
        let back: Vec<_> = self.kept.iter().filter(back).copied().collect();
        self.kept.retain(|id| !back.contains(id));
        for (id, was) in before {
            let Some(is) = self.find(id) else {
                if let Record::ScenarioMove(it) = was
                    && self.released.contains_key(&id)
                    && !self.missing.contains(&id)
                    && self.find(it.scenario.into()).is_some()
                {
                    self.take_back_scenario(it.scenario.into());
                }
                continue;
            };
            let agreed = self.released.get(&id).copied();
            let now = self.scene.document.snapshot().marking_of(id);
            let withdrawn = agreed.is_some_and(|then| now > then);
            if withdrawn {
                let scenario = self.scenario_of(id);
                self.take_back(id);
                if let Some(scenario) = scenario {
                    self.take_back_scenario(scenario);
                }
            } else if agreed.is_none() && by_itself(&was) && !by_itself(&is) {
                self.leaving.insert(id);
            }
        }
        if self.hurry && is_edit(act) {
            (self.hurry, self.unseen) = (false, true);
            return Ok(());
        }
        self.hurry = matches!(act, Act::Hurry);
        if !self.locked && !self.hurry {
            self.look();
        }
        if self.hurry { Ok(()) } else { self.check() }
    }

    /// What left the wall is not agreed to any more; what came back while a question was open was on it before.
    fn part(&mut self) {
        if self.scene.room.question().is_some() || self.locked {
            return;
        }
        for id in std::mem::take(&mut self.leaving) {
            if self.find(id).is_some_and(|it| !by_itself(&it)) {
                let agreed = self.agreed.remove(&id);
                self.before.extend(agreed.map(|it| (id, it)));
            }
        }
    }

    /// Nothing on the wall was never shown or agreed to; what is neither covered nor kept hidden is
    /// there.
    fn check(&mut self) -> Result<(), String> {
        self.part();
        let Some(wall) = self.scene.room.wall(0.0) else { return Ok(()) };
        let seen = &wall.seen.snapshot;
        for id in &self.records {
            let shown = seen.find(*id);
            if let Some(shown) = &shown
                && !is_corrected(seen, shown)
                && !is_bare(shown)
                && !self.is_agreed(shown)
            {
                return Err(format!("nobody agreed to {shown:?}, kept: {:?}", self.kept));
            }
            if self.scene.room.frozen {
                continue;
            }
            if let Some(shown) = &shown {
                self.last.insert(*id, content(shown));
            }
            let Some(is) = self.find(*id) else { continue };
            let corrected = is_corrected(self.scene.document.snapshot(), &is);
            let free = !self.is_beside(&is) && !corrected && by_itself(&is);
            let free = free && !self.missing.contains(id);
            if free && !self.locked && shown.as_ref().map(content) != Some(content(&is)) {
                return Err(format!("the wall has {shown:?}, and not {is:?}"));
            }
        }
        Ok(())
    }
}
