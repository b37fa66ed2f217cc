//! The wall against a model that knows nothing of how it is done: whatever happens in a room, in whatever
//! order, it shows only what somebody put there or agreed to, and once it is open it shows what stands.

mod records;

use std::collections::{BTreeMap, BTreeSet};

use cbm_workbench::document::{Edit, StepName};
use cbm_workbench::library::templates::Template;
use cbm_workbench::model::{
    Assessment, Bilingual, Certainty, Language, Marking, Party, Position, PositionId, Proposal,
    Record, RecordId, Slide, Table,
};
use cbm_workbench::text::Text;
use chrono::{Days, NaiveDate};
use proptest::prelude::*;
use proptest::test_runner::RngSeed;

use self::records::{by_itself, content, fill, is_corrected};
use crate::common::clock;
use crate::wall::Scene;

/// Something that happens; the number chooses a record.
#[derive(Clone, Copy, Debug)]
enum Act {
    /// It is changed by hand.
    Change(usize),
    /// It is corrected by a new entry, with this marking.
    Correct(usize, Option<Marking>),
    /// It is marked.
    Mark(usize, Option<Marking>),
    /// An entry is known in another way.
    Know(usize, Certainty),
    /// It is deleted by hand.
    Delete(usize),
    /// It is changed by a merge.
    Merge(usize),
    Undo,
    Redo,
    Release(usize),
    Withdraw(usize),
    /// The question is answered.
    Show,
    Keep,
    /// What an answer kept hidden is shown.
    ShowKept(usize),
    Freeze,
    Blank,
    Lock,
    /// The other language.
    Turn,
    /// What comes next comes in the same frame.
    Hurry,
}

fn acts() -> impl Strategy<Value = Act> {
    let one = 0..16_usize;
    let marking = prop_oneof![
        2 => Just(Some(Marking::Clear)),
        2 => Just(Some(Marking::Red)),
        1 => Just(None),
    ];
    let certainty = prop_oneof![Just(Certainty::Public), Just(Certainty::Confidence)];
    prop_oneof![
        6 => one.clone().prop_map(Act::Change),
        3 => (one.clone(), marking.clone()).prop_map(|(one, it)| Act::Correct(one, it)),
        4 => (one.clone(), marking).prop_map(|(one, it)| Act::Mark(one, it)),
        1 => (one.clone(), certainty).prop_map(|(one, it)| Act::Know(one, it)),
        1 => one.clone().prop_map(Act::Delete),
        3 => one.clone().prop_map(Act::Merge),
        4 => Just(Act::Undo),
        2 => Just(Act::Redo),
        3 => one.clone().prop_map(Act::Release),
        1 => one.clone().prop_map(Act::Withdraw),
        6 => Just(Act::Show),
        4 => Just(Act::Keep),
        1 => one.prop_map(Act::ShowKept),
        1 => Just(Act::Freeze),
        1 => Just(Act::Blank),
        1 => Just(Act::Lock),
        1 => Just(Act::Turn),
        3 => Just(Act::Hurry),
    ]
}

/// The room, the dossier, and what the room may see.
struct Model {
    scene: Scene,
    records: Vec<RecordId>,
    count: u64,
    dutch: bool,
    locked: bool,
    hurry: bool,
    unseen: bool,
    // What the room was shown, or was agreed to.
    agreed: BTreeMap<RecordId, BTreeSet<String>>,
    // What it saw last.
    last: BTreeMap<RecordId, String>,
    // What is kept hidden in some part.
    kept: BTreeSet<RecordId>,
    // What an answer kept hidden and no other one showed: it may be missing.
    missing: BTreeSet<RecordId>,
    // The records of each answer that kept some hidden.
    lots: Vec<Vec<RecordId>>,
    // What was released by name, and how it was marked then.
    released: BTreeMap<RecordId, Marking>,
}

impl Model {
    fn new() -> Self {
        let mut records = Vec::new();
        let mut scene = Scene::of(Template::Empty, |document| records = fill(document));
        scene.room.without_names = false;
        let mut model = Self {
            scene,
            records,
            count: 0,
            dutch: false,
            locked: false,
            hurry: false,
            unseen: false,
            agreed: BTreeMap::new(),
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

    fn find(&self, id: RecordId) -> Option<Record> {
        self.scene.document.snapshot().find(id)
    }

    fn agree(&mut self, record: &Record) {
        let said = content(record).unwrap_or_default();
        self.agreed.entry(record.record_id()).or_default().insert(said);
    }

    fn is_agreed(&self, record: &Record) -> bool {
        let said = content(record).unwrap_or_default();
        self.agreed.get(&record.record_id()).is_some_and(|all| all.contains(&said))
    }

    /// Content that nothing had before.
    fn other(&mut self, record: &Record) -> Record {
        self.count += 1;
        let day = NaiveDate::from_ymd_opt(2010, 1, 1).unwrap() + Days::new(self.count);
        let words = format!("words {}", self.count);
        match record.clone() {
            Record::Proposal(it) => Proposal { title: Bilingual::new(words, ""), ..it }.into(),
            Record::Position(it) => Position { date: day, ..it }.into(),
            Record::Assessment(it) => Assessment { date: day, ..it }.into(),
            Record::Slide(it) => Slide { text: words, ..it }.into(),
            Record::Party(it) => Party { name: Bilingual::new(words, ""), ..it }.into(),
            other => other,
        }
    }

    /// Whether anything of what a record is about is kept hidden or was released by name.
    fn is_beside(&self, record: &Record) -> bool {
        // What the room may see of itself by now needs no release.
        let needed = |id: &RecordId| self.find(*id).is_none_or(|it| !by_itself(&it));
        let touched =
            |id: &RecordId| self.kept.contains(id) || self.released.contains_key(id) && needed(id);
        let Record::Position(entry) = record else { return touched(&record.record_id()) };
        let line = self.scene.document.snapshot().line(entry.proposal, entry.by);
        line.iter().any(|it| touched(&it.record_id()))
            || entry.replaces.is_some_and(|it| touched(&it.into()))
    }

    fn act(&mut self, act: Act) {
        let id = |at: usize| self.records[at % self.records.len()];
        let asked = self.scene.room.question().is_some();
        match act {
            Act::Change(at) => {
                let Some(was) = self.find(id(at)) else { return };
                let is = self.other(&was);
                // The words on a slide are written for the room.
                let written =
                    matches!(was, Record::Slide(_)) && self.released.contains_key(&was.record_id());
                let free = !self.is_beside(&was) && by_itself(&is);
                let free = self.is_agreed(&was) && (free || written);
                if self.apply(&Edit::change(is.clone(), "")) && free {
                    self.agree(&is);
                }
            }
            Act::Correct(at, marking) => {
                let Some(Record::Position(was)) = self.find(id(at)) else { return };
                if is_corrected(self.scene.document.snapshot(), &was.clone().into()) {
                    return;
                }
                let free = !self.is_beside(&was.clone().into());
                let Record::Position(new) = self.other(&was.clone().into()) else { return };
                let (id, replaces) = (PositionId::new(), Some(was.id));
                let new = Position { id, replaces, marking, ..new };
                if self.apply(&Edit::add(new.clone(), "")) {
                    self.records.push(new.id.into());
                    if free && by_itself(&new.clone().into()) {
                        self.agree(&new.into());
                    }
                }
            }
            Act::Mark(at, marking) => {
                let Some(mut is) = self.find(id(at)) else { return };
                let Some(held) = is.marking_mut() else { return };
                *held = marking;
                self.apply(&Edit::new(StepName::Mark, "").put(is));
            }
            Act::Know(at, certainty) => {
                let Some(Record::Position(was)) = self.find(id(at)) else { return };
                let is = Position { certainty: Some(certainty), ..was };
                self.apply(&Edit::change(is, ""));
            }
            Act::Delete(at) => {
                let id = id(at);
                if self.find(id).is_some()
                    && id.table != Table::Proposals
                    && id.table != Table::Parties
                {
                    let edit = Edit::delete(self.scene.document.snapshot(), id, "");
                    self.apply(&edit);
                }
            }
            Act::Merge(at) => {
                let Some(was) = self.find(id(at)) else { return };
                let is = self.other(&was);
                self.apply(&Edit::new(StepName::Merge, "").put(is));
            }
            Act::Undo => {
                // The parties and the proposal that the others are about stay.
                if self.scene.document.history().undoable() > 1 {
                    self.scene.document.undo().unwrap();
                }
            }
            Act::Redo => drop(self.scene.document.redo()),
            Act::Release(at) => {
                let id = id(at);
                let Some(record) = self.find(id) else { return };
                let seen = by_itself(&record) && !self.kept.contains(&id);
                if !asked && !seen && !self.released.contains_key(&id) {
                    self.scene.room.release(id);
                    self.kept.remove(&id);
                    self.missing.remove(&id);
                    let marking = self.scene.document.snapshot().marking_of(id);
                    self.released.insert(id, marking);
                    self.agree(&record);
                }
            }
            Act::Withdraw(at) => {
                let all = self.scene.document.snapshot();
                let released = self.scene.room.released_by_name(all);
                if let Some(id) = released.get(at % released.len().max(1)).filter(|_| !asked) {
                    self.scene.room.withdraw(*id, all);
                    self.take_back(*id);
                }
            }
            Act::Show => {
                let records = self.scene.room.question().map(|it| it.records.clone());
                for id in records.into_iter().flatten() {
                    self.go_on(id);
                    self.kept.remove(&id);
                    self.missing.remove(&id);
                    if let Some(record) = self.find(id) {
                        self.agree(&record);
                    }
                }
                if asked {
                    self.scene.room.show_all();
                }
            }
            Act::Keep => {
                let Some(records) = self.scene.room.question().map(|it| it.records.clone()) else {
                    return;
                };
                for id in &records {
                    self.go_on(*id);
                    self.kept.insert(*id);
                    self.missing.insert(*id);
                    // What the room saw last is not kept from it.
                    if let Some(said) = self.find(*id).as_ref().and_then(content)
                        && self.last.get(id) != Some(&said)
                    {
                        self.agreed.entry(*id).or_default().remove(&said);
                    }
                }
                if !records.is_empty() {
                    self.lots.push(records);
                }
                self.scene.room.hold_back();
            }
            Act::ShowKept(at) => {
                let all = self.scene.document.snapshot();
                let kept: Vec<_> = self.scene.room.kept(all).map(|(place, _)| place).collect();
                if let Some(place) = kept.get(at % kept.len().max(1)).filter(|_| !asked) {
                    for id in self.lots[*place].clone() {
                        self.kept.remove(&id);
                        self.missing.remove(&id);
                        let record = self.find(id);
                        let shown = |it: &Record| by_itself(it) || self.released.contains_key(&id);
                        if let Some(record) = record.filter(shown) {
                            self.agree(&record);
                        }
                    }
                    self.scene.room.show_kept(*place);
                }
            }
            Act::Freeze => {
                self.scene.room.frozen =
                    !self.scene.room.frozen && self.scene.room.wall(0.0).is_some();
            }
            Act::Blank => self.scene.room.blank = !self.scene.room.blank,
            Act::Lock => {
                self.scene.lock();
                self.locked = true;
            }
            Act::Turn => self.dutch = !self.dutch,
            Act::Hurry => {}
        }
    }

    fn apply(&mut self, edit: &Edit) -> bool {
        matches!(self.scene.document.apply(edit), Ok(Some(_)))
    }

    /// What is asked about though the room may not see it of itself goes on from what was released.
    fn go_on(&mut self, id: RecordId) {
        if self.find(id).is_some_and(|it| !by_itself(&it)) {
            let marking = self.scene.document.snapshot().marking_of(id);
            self.released.entry(id).or_insert(marking);
        }
    }

    /// Nothing of a record is agreed to any more.
    fn take_back(&mut self, id: RecordId) {
        let mut ids = vec![id];
        if let Some(Record::Position(entry)) = self.find(id) {
            let line = self.scene.document.snapshot().line(entry.proposal, entry.by);
            let mut next = entry.replaces;
            while let Some(it) = line.iter().find(|it| Some(it.id) == next) {
                ids.push(it.id.into());
                next = it.replaces;
            }
        }
        for id in ids {
            if self.released.remove(&id).is_some() {
                self.kept.insert(id);
                self.missing.insert(id);
            }
            self.agreed.remove(&id);
        }
    }

    fn look(&mut self) {
        let language = if self.dutch { Language::Dutch } else { Language::English };
        let Scene { room, document, .. } = &mut self.scene;
        room.refresh(document, clock().today(), Text::new(language));
    }

    /// One act, and what the room may see after it.
    fn go(&mut self, act: Act) -> Result<(), String> {
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
        // What leaves and comes back while a question is open was on the wall before it.
        let asked = self.scene.room.question().is_some();
        self.act(act);
        // Nothing is kept hidden of what is as it stood.
        let back = |id: &&RecordId| self.find(**id).is_some_and(|it| self.is_agreed(&it));
        let back: Vec<_> = self.kept.iter().filter(back).copied().collect();
        self.kept.retain(|id| !back.contains(id));
        for (id, was) in before {
            let Some(is) = self.find(id) else { continue };
            let agreed = self.released.get(&id).copied();
            let now = self.scene.document.snapshot().marking_of(id);
            let withdrawn = agreed.is_some_and(|then| now > then);
            if withdrawn {
                self.take_back(id);
            } else if agreed.is_none() && by_itself(&was) && !by_itself(&is) && !asked {
                self.agreed.remove(&id);
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

    /// Nothing on the wall was never shown or agreed to; what is neither covered nor kept hidden is
    /// there.
    fn check(&mut self) -> Result<(), String> {
        let Some(wall) = self.scene.room.wall(0.0) else { return Ok(()) };
        let seen = &wall.seen.snapshot;
        for id in &self.records {
            let shown = seen.find(*id);
            if let Some(shown) = &shown
                && !is_corrected(seen, shown)
                && !self.is_agreed(shown)
            {
                return Err(format!("nobody agreed to {shown:?}, kept: {:?}", self.kept));
            }
            if self.scene.room.frozen {
                continue;
            }
            if let Some(said) = shown.as_ref().and_then(content) {
                self.last.insert(*id, said);
            }
            let Some(is) = self.find(*id) else { continue };
            let corrected = is_corrected(self.scene.document.snapshot(), &is);
            let free = !self.is_beside(&is) && !corrected && by_itself(&is);
            let free = free && !self.missing.contains(id);
            if free && !self.locked && shown.as_ref().and_then(content) != content(&is) {
                return Err(format!("the wall has {shown:?}, and not {is:?}"));
            }
        }
        Ok(())
    }
}

fn is_edit(act: Act) -> bool {
    use Act::{Change, Correct, Delete, Know, Mark};
    matches!(act, Change(_) | Correct(..) | Mark(..) | Delete(_) | Know(..))
}

/// The same few rooms in every normal run, and many others in a long one.
fn rooms() -> ProptestConfig {
    let is_long = std::env::var_os("CBM_TEST_LONG").is_some();
    let (cases, rng_seed) = if is_long { (1000, RngSeed::Random) } else { (32, RngSeed::Fixed(3)) };
    ProptestConfig { cases, rng_seed, max_shrink_iters: 4000, ..ProptestConfig::default() }
}

proptest! {
    #![proptest_config(rooms())]

    #[test]
    fn the_wall_shows_what_was_agreed_to_whatever_happens(
        acts in proptest::collection::vec(acts(), 1..40),
    ) {
        let mut model = Model::new();
        for act in acts {
            let found = model.go(act);
            prop_assert!(found.is_ok(), "after {act:?}: {}", found.unwrap_err());
        }
    }
}
