//! The room while it is open: what may be seen, what stands on the wall, where one is.

mod asking;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use chrono::NaiveDate;
use egui::Pos2;
use uuid::Uuid;

use super::arrivals::{Departed, Question};
use super::{Drawn, Running, Seen, Spoken, Wall, running_order};
use crate::analysis::Counts;
use crate::document::Document;
use crate::model::{
    DossierId, Keyed, Marking, PartyId, PollId, PositionId, ProposalId, RecordId, Slide, Snapshot,
    Table,
};
use crate::store::{Audience, Portion, Reach, Sight};
use crate::text::Text;
use crate::ui::state::{CampNames, RoomDraft};

/// What stands on the wall until something else is shown.
#[derive(Clone, Debug)]
struct Shown {
    seen: Arc<Seen>,
    slide: Slide,
    page: usize,
    place: (usize, usize),
    label: Marking,
    spoken: Option<Running>,
}

/// How many steps there are, and which one is the last.
type Steps = (usize, Option<Uuid>);

/// An open room.
#[derive(Debug)]
pub struct Room {
    /// How far it sees.
    pub reach: Reach,
    /// The monitor it is on; none is an ordinary window.
    pub monitor: Option<usize>,
    /// Whether it is dark.
    pub dark: bool,
    /// How the camps are called.
    pub camps: CampNames,
    /// Whether stances are taken down without the name of the speaker.
    pub without_names: bool,
    /// Whether the meeting is held under the Chatham House Rule.
    pub chatham: bool,
    /// Whether it is blank.
    pub blank: bool,
    /// Whether the wall stays as it is while one goes on.
    pub frozen: bool,
    /// The slide of the order one is at.
    pub at: usize,
    /// The page of it.
    pub page: usize,
    /// The item that is pointed out.
    pub highlight: Option<usize>,
    /// Where the pointer is, in shares of the wall.
    pub pointer: Option<Pos2>,
    /// How many minutes a timer is set to.
    pub minutes: u32,
    /// When time is over, by the clock of the window.
    pub until: Option<f64>,
    /// Who speaks.
    pub speaker: Option<PartyId>,
    /// What was said without names and is not in the dossier yet.
    pub spoken: BTreeMap<ProposalId, Spoken>,
    /// The proposal of the slide that stood on the wall a frame ago.
    pub here: Option<ProposalId>,
    /// What was taken down with names, in the order of speaking.
    pub taken: Vec<(ProposalId, PartyId, PositionId)>,
    // Those of them that are seen because the room was told, not because of their marking.
    heard: BTreeSet<RecordId>,
    /// Goes to the list of speakers in the next frame.
    pub ask_speaker: bool,
    /// Goes to the field for a point in the next frame.
    pub ask_park: bool,
    /// A point that is being typed.
    pub parking: String,
    /// What was drawn last.
    pub drawn: Drawn,
    /// How many records of each table that could stand on a wall are seen, and how many not.
    pub portions: BTreeMap<Table, Portion>,
    // The slide one is at, which keeps being it while the order changes.
    slide: Option<Slide>,
    // What may be seen now; nothing where it could not be read.
    live: Option<Arc<Seen>>,
    // For which state of the dossier, day and language it was read.
    read: Option<(u64, NaiveDate, Text)>,
    // The only records that can differ from what was read before, where that is known.
    narrow: Option<Vec<RecordId>>,
    // What the room was last allowed to see, and after how many steps.
    accepted: Option<(Arc<Seen>, Steps)>,
    // How many steps there were when it was opened, and when it was last looked what is new.
    opened: usize,
    weighed: Steps,
    departed: Departed,
    question: Option<Question>,
    // What was kept hidden, by each answer.
    kept: Vec<Vec<RecordId>>,
    // The splits of polls that were told last.
    told: BTreeMap<PollId, Counts>,
    shown: Option<Shown>,
}

impl Room {
    /// A room that shows the first slide, once it has read what may be seen.
    pub fn new(draft: &RoomDraft) -> Self {
        Self {
            reach: Reach::new(Audience::Room, draft.ceiling),
            monitor: draft.monitor,
            dark: draft.dark,
            camps: draft.camps,
            without_names: draft.chatham,
            chatham: draft.chatham,
            blank: false,
            frozen: false,
            at: 0,
            page: 0,
            highlight: None,
            pointer: None,
            minutes: 3,
            until: None,
            speaker: None,
            spoken: BTreeMap::new(),
            here: None,
            taken: Vec::new(),
            heard: BTreeSet::new(),
            ask_speaker: false,
            ask_park: false,
            parking: String::new(),
            drawn: Drawn::default(),
            portions: BTreeMap::new(),
            slide: None,
            live: None,
            read: None,
            narrow: None,
            accepted: None,
            opened: 0,
            weighed: (0, None),
            departed: Departed::new(),
            question: None,
            kept: Vec::new(),
            told: BTreeMap::new(),
            shown: None,
        }
    }

    /// Reads what may be seen, where the dossier changed since it was read; then the wall
    /// follows, unless it is frozen. Where it cannot be read nothing is shown.
    pub fn refresh(&mut self, document: &Document, today: NaiveDate, text: Text) {
        let now = (document.revision(), today, text);
        if self.read != Some(now) {
            self.unhear(document);
            let live = self.live.clone();
            let sees = |poll| live.as_ref().is_some_and(|it| it.snapshot.has(PollId::into(poll)));
            for (proposal, spoken) in &mut self.spoken {
                spoken.follow(document.snapshot(), *proposal, &sees);
            }
            self.narrow = None;
            self.live = self.reread(document, now);
            self.read = Some(now);
            self.portions = self.live.as_ref().map_or_else(BTreeMap::new, |seen| {
                portions(&self.reach, document.snapshot(), &seen.snapshot)
            });
            self.weigh(document, text);
            self.find_slide();
            self.let_go(document);
        }
        self.tell_here(&document.snapshot().dossier);
        if self.question.is_none() && (!self.frozen || self.live.is_none()) {
            self.show();
        }
    }

    fn reread(&mut self, document: &Document, now: (u64, NaiveDate, Text)) -> Option<Arc<Seen>> {
        let (revision, today, text) = now;
        let follows =
            self.read.is_some_and(|(before, day, _)| before + 1 == revision && day == today);
        if let Some(live) = self.live.as_ref().filter(|_| follows) {
            let mut snapshot = live.snapshot.clone();
            let touched = document.touched_last();
            if let Ok(true) = document.refresh_sight(&self.reach, &mut snapshot, touched) {
                let accepted = self.accepted.as_ref();
                let only = accepted.is_some_and(|(seen, _)| Arc::ptr_eq(seen, live));
                self.narrow = only.then(|| touched.to_vec());
                // What a room may not see changes nothing for it.
                let same = snapshot.is_state_of(&live.snapshot) && live.figures.text() == text;
                return Some(if same {
                    live.clone()
                } else {
                    Arc::new(live.later(snapshot, text))
                });
            }
        }
        let Sight { snapshot, .. } = document.sight(&self.reach).ok()?;
        Some(Arc::new(Seen::new(snapshot, today, text)))
    }

    /// Goes on without the dossier, which is locked: what is seen stays, and what was typed goes,
    /// what the room saw before and sees no more, and the order in which something was said.
    pub fn leave_desk(&mut self) {
        (self.speaker, self.ask_speaker, self.ask_park) = (None, false, false);
        self.parking.clear();
        self.portions.clear();
        self.departed.clear();
        self.spoken.values_mut().for_each(Spoken::forget_order);
        if self.question.take().is_some() {
            // What nobody allowed yet is not carried along, and asked about afterwards; the
            // wall stays blank until somebody uncovers it.
            (self.live, self.shown, self.blank) = (None, None, true);
            if let Some(slide) = &mut self.slide {
                // Which one it is says where one was; what it says may be asked about.
                (slide.title, slide.text) = (String::new(), String::new());
            }
        }
    }

    /// Whether it is a room of this dossier.
    pub fn is_of(&self, dossier: DossierId) -> bool {
        self.accepted.as_ref().is_some_and(|(seen, _)| seen.snapshot.dossier.id == dossier)
    }

    /// Goes on with the dossier, which is open again, and with what was half typed.
    pub fn come_back(&mut self, parking: String) {
        self.parking = parking;
        self.forget();
    }

    /// Puts on the wall what one is at, unless it is frozen.
    pub fn follow(&mut self) {
        if self.question.is_none() && !self.frozen {
            self.show();
        }
    }

    /// Reads what may be seen anew, for it is more or less by now.
    pub fn forget(&mut self) {
        self.read = None;
    }

    /// What may be seen now.
    pub fn live(&self) -> Option<&Seen> {
        self.live.as_deref()
    }

    /// The slides in their order.
    pub fn order(&self) -> Vec<Slide> {
        self.live.as_ref().map_or_else(Vec::new, |seen| running_order(seen))
    }

    /// The slide one is at.
    pub fn slide(&self) -> Option<Slide> {
        let order = self.order();
        order.get(self.at.min(order.len().saturating_sub(1))).cloned()
    }

    /// The proposal that stances are taken down on: that of the slide on the wall.
    pub fn proposal(&self) -> Option<ProposalId> {
        let live = self.live()?;
        let id = self.shown.as_ref()?.slide.proposal?;
        live.snapshot.proposals.get(id).map(|proposal| proposal.id)
    }

    /// The marking of what is on the wall: the ceiling, or that of what was released by name,
    /// where it is stricter.
    pub fn label(&self) -> Marking {
        self.shown.as_ref().map_or(self.reach.ceiling, |shown| shown.label)
    }

    fn label_of(&self, seen: &Snapshot) -> Marking {
        let marking = |record: &RecordId| match record.table {
            Table::Positions => seen.position_with(PositionId(record.id))?.marking,
            _ => seen.record(*record)?.marking(),
        };
        // What the room was told it knows: that does not make the wall stricter.
        let released = self.reach.released.iter().filter(|record| !self.heard.contains(record));
        let released = released.filter(|record| seen.has(**record));
        let released = released.map(|record| marking(record).unwrap_or(seen.dossier.marking));
        released.fold(self.reach.ceiling, Marking::max)
    }

    /// Lets a frozen wall follow where something on it is withheld by now: it was marked more
    /// strictly. What was merely deleted or taken back stays until it is shown.
    fn let_go(&mut self, document: &Document) {
        let Some((shown, live)) = self.shown.as_ref().zip(self.live.as_ref()) else { return };
        let touched = document.touched_last();
        let withheld = |record: &RecordId| {
            shown.seen.snapshot.has(*record)
                && !live.snapshot.has(*record)
                && document.snapshot().has(*record)
        };
        if touched.len() > FEW || touched.iter().any(withheld) {
            self.frozen = false;
        }
    }

    /// Finds the slide one is at again, after the order changed.
    fn find_slide(&mut self) {
        let order = self.order();
        if let Some(here) = &self.slide {
            let same = |it: &Slide| (it.kind, it.proposal, it.obstacle, it.camp, it.region.clone());
            let by_id = order.iter().position(|slide| slide.id == here.id);
            // One that was proposed has another identity once it was prepared.
            let place = by_id.or_else(|| order.iter().position(|it| same(it) == same(here)));
            if place.is_none() {
                // It is gone: nothing else is shown unasked.
                (self.page, self.highlight, self.blank) = (0, None, true);
            }
            self.at = place.unwrap_or(self.at);
        }
        self.at = self.at.min(order.len().saturating_sub(1));
        self.slide = order.get(self.at).cloned();
    }

    /// Takes in what was drawn of the wall.
    pub fn draw(&mut self, drawn: Drawn) {
        if self.blank || self.question.is_some() {
            return;
        }
        self.drawn = drawn;
        if !self.frozen {
            self.page = self.page.min(drawn.pages.saturating_sub(1));
        }
    }

    /// Puts on the wall what one is at.
    pub fn show(&mut self) {
        let order = self.order();
        self.at = self.at.min(order.len().saturating_sub(1));
        let shown = self.live.clone().zip(order.get(self.at).cloned());
        self.shown = shown.map(|(seen, slide)| {
            let label = self.label_of(&seen.snapshot);
            let spoken = slide.proposal.and_then(|id| self.tell(&seen.snapshot, id));
            Shown { seen, slide, page: self.page, place: (self.at, order.len()), label, spoken }
        });
    }

    /// The page or slide after this one; not while a question waits, for what would stand there
    /// is asked about.
    pub fn next(&mut self) {
        if self.question.is_some() {
            return;
        }
        // How many pages a slide has is known once it is on the wall.
        let here = self.slide.as_ref().map(|slide| slide.id);
        let on_wall = self.shown.as_ref().is_some_and(|shown| Some(shown.slide.id) == here);
        if on_wall && self.page + 1 < self.drawn.pages {
            self.page += 1;
            self.highlight = None;
        } else if self.at + 1 < self.order().len() {
            self.go(self.at + 1);
        }
    }

    /// The page or slide before this one.
    pub fn back(&mut self) {
        if self.question.is_some() {
            return;
        }
        if self.page > 0 {
            self.page -= 1;
            self.highlight = None;
        } else {
            self.go(self.at.saturating_sub(1));
        }
    }

    /// Goes to a slide of the order.
    pub fn go(&mut self, place: usize) {
        (self.at, self.page, self.highlight) = (place, 0, None);
        self.slide = self.order().get(place).cloned();
    }

    /// Points out another item of the page.
    pub fn point(&mut self, by: isize) {
        let last = self.drawn.items.saturating_sub(1);
        self.highlight = match self.highlight {
            _ if self.drawn.items == 0 => None,
            None => Some(if by > 0 { 0 } else { last }),
            Some(place) => Some(place.saturating_add_signed(by).min(last)),
        };
    }

    /// How many seconds are left at a moment of the clock of the window.
    pub fn seconds(&self, now: f64) -> Option<i64> {
        self.until.map(|until| (until - now).ceil() as i64)
    }

    /// What stands on the wall at a moment of the clock of the window; nothing is a blank.
    pub fn wall(&self, text: Text, now: f64) -> Option<Wall<'_>> {
        let uncovered = !self.blank && self.question.is_none();
        let shown = self.shown.as_ref().filter(|_| uncovered)?;
        Some(Wall {
            text,
            seen: &shown.seen,
            slide: &shown.slide,
            page: shown.page,
            place: shown.place,
            ceiling: shown.label,
            camps: self.camps,
            chatham: self.chatham,
            highlight: self.highlight,
            pointer: self.pointer,
            seconds: self.seconds(now),
            spoken: shown.spoken.as_ref(),
        })
    }

    /// How many records that could stand on a wall are withheld from this one.
    pub fn withheld(&self) -> usize {
        self.portions.values().map(|portion| portion.withheld).sum()
    }
}

/// Past this many changed records it is not looked at each whether it may still be shown.
const FEW: usize = 50;

/// How many records of each table that could stand on a wall are seen, and how many not.
fn portions(reach: &Reach, all: &Snapshot, seen: &Snapshot) -> BTreeMap<Table, Portion> {
    let tables = Table::ALL.iter().copied();
    let tables = tables.filter(|table| *table != Table::Dossier && reach.sees_table(*table));
    let portion = |table| {
        let seen = seen.count(table);
        (table, Portion { seen, withheld: all.count(table).saturating_sub(seen) })
    };
    tables.map(portion).collect()
}
