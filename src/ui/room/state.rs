//! The room while it is open: what may be seen, what stands on the wall, where one is.

use std::collections::BTreeMap;
use std::sync::Arc;

use chrono::NaiveDate;
use egui::Pos2;

use super::{CampNames, Drawn, Seen, Wall, running_order};
use crate::document::Document;
use crate::model::{
    Keyed, Marking, PartyId, PositionId, ProposalId, RecordId, Slide, SlideId, Snapshot, Stance,
    Table,
};
use crate::store::{Audience, Portion, Reach, Sight};
use crate::text::Text;

/// The minutes that a timer can be set to.
pub const MINUTES: [u32; 6] = [1, 2, 3, 5, 10, 15];

/// What is asked before a room is opened.
#[derive(Clone, Debug, PartialEq)]
pub struct RoomDraft {
    /// Up to which marking is shown.
    pub ceiling: Marking,
    /// Whether it was confirmed that everybody there may see what is not CLEAR.
    pub confirmed: bool,
    /// The monitors there are, in their order, by name and size.
    pub monitors: Vec<String>,
    /// The one the wall is; none is an ordinary window.
    pub monitor: Option<usize>,
    /// Whether the wall is dark.
    pub dark: bool,
    /// How the camps are called.
    pub camps: CampNames,
    /// Whether the meeting is held under the Chatham House Rule.
    pub chatham: bool,
    /// Whether it was not shown yet: then the button that opens gets the focus.
    pub fresh: bool,
}

impl RoomDraft {
    /// The most careful choices: CLEAR only, on the last of several monitors.
    pub fn new(monitors: Vec<String>, dark: bool) -> Self {
        let monitor = (monitors.len() > 1).then(|| monitors.len() - 1);
        Self {
            ceiling: Marking::Clear,
            confirmed: false,
            monitors,
            monitor,
            dark,
            camps: CampNames::Named,
            chatham: true,
            fresh: true,
        }
    }

    /// Whether a room may be opened so: above CLEAR only where that was confirmed.
    pub fn may_open(&self) -> bool {
        self.ceiling == Marking::Clear || self.confirmed
    }
}

/// What is done with a room.
#[derive(Clone, Debug, PartialEq)]
pub enum RoomAct {
    /// Open it so.
    Open(Box<RoomDraft>),
    /// Show another slide of the order.
    Go(usize),
    /// Point out another item, so many further on.
    Point(isize),
    /// Show where the pointer is, in shares of the wall, or no pointer.
    Pointer(Option<Pos2>),
    /// Keep time, or stop.
    Timer,
    /// Choose who speaks.
    Speaker(Option<PartyId>),
    /// Go to the list of speakers.
    AskSpeaker,
    /// Go to the field for a point to put aside.
    AskPark,
    /// Take down stances with the name of the speaker, or without.
    SwitchNames,
    /// Take down a stance on the proposal on the wall.
    Take(Stance),
    /// Ask for the numbers of a temperature poll.
    AskPoll,
    /// Take down a temperature poll.
    Poll(ProposalId, [u32; 6]),
    /// Put a point aside.
    Park(String),
    /// List what is withheld, to release some of it by name.
    AskRelease,
    /// Show a record to the room, whatever its marking.
    Release(RecordId),
    /// Show it no more.
    Withdraw(RecordId),
    /// Make the proposed order one's own, to be changed.
    Prepare,
    /// Add a slide at the end of the order.
    Add(Box<Slide>),
    /// Move a slide one place up or down.
    Move(SlideId, bool),
    /// Leave blank, whatever it is now.
    Cover,
    /// Make its window fill the screen, or not.
    FullScreen(bool),
}

/// What stands on the wall until something else is shown.
#[derive(Clone, Debug)]
struct Shown {
    seen: Arc<Seen>,
    slide: Slide,
    page: usize,
    place: (usize, usize),
    label: Marking,
}

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
    /// What was taken down with names, in the order of speaking.
    pub taken: Vec<(ProposalId, PartyId, PositionId)>,
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
            taken: Vec::new(),
            ask_speaker: false,
            ask_park: false,
            parking: String::new(),
            drawn: Drawn::default(),
            portions: BTreeMap::new(),
            slide: None,
            live: None,
            read: None,
            shown: None,
        }
    }

    /// Reads what may be seen, where the dossier changed since it was read; then the wall
    /// follows, unless it is frozen. Where it cannot be read nothing is shown.
    pub fn refresh(&mut self, document: &Document, today: NaiveDate, text: Text) {
        let now = (document.revision(), today, text);
        if self.read != Some(now) {
            self.live = self.reread(document, now);
            self.read = Some(now);
            self.portions = self.live.as_ref().map_or_else(BTreeMap::new, |seen| {
                portions(&self.reach, document.snapshot(), &seen.snapshot)
            });
            self.find_slide();
            self.let_go(document);
        }
        if !self.frozen || self.live.is_none() {
            self.show();
        }
    }

    fn reread(&self, document: &Document, now: (u64, NaiveDate, Text)) -> Option<Arc<Seen>> {
        let (revision, today, text) = now;
        let follows =
            self.read.is_some_and(|(before, day, _)| before + 1 == revision && day == today);
        if let Some(live) = self.live.as_ref().filter(|_| follows) {
            let mut snapshot = live.snapshot.clone();
            let touched = document.touched_last();
            if let Ok(true) = document.refresh_sight(&self.reach, &mut snapshot, touched) {
                return Some(Arc::new(Seen::new(snapshot, revision, today, text)));
            }
        }
        let Sight { snapshot, .. } = document.sight(&self.reach).ok()?;
        Some(Arc::new(Seen::new(snapshot, revision, today, text)))
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
        if self.blank {
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
        self.shown = self.live.clone().zip(order.get(self.at).cloned()).map(|(seen, slide)| {
            let label = label(&self.reach, &seen.snapshot);
            Shown { seen, slide, page: self.page, place: (self.at, order.len()), label }
        });
    }

    /// The page or slide after this one.
    pub fn next(&mut self) {
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
        let shown = self.shown.as_ref().filter(|_| !self.blank)?;
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
        })
    }

    /// How many records that could stand on a wall are withheld from this one.
    pub fn withheld(&self) -> usize {
        self.portions.values().map(|portion| portion.withheld).sum()
    }
}

/// Past this many changed records it is not looked at each whether it may still be shown.
const FEW: usize = 50;

/// The marking of what may be seen: the ceiling, or that of what was released by name, where it
/// is stricter.
fn label(reach: &Reach, seen: &Snapshot) -> Marking {
    let marking = |record: &RecordId| match record.table {
        Table::Positions => seen.position_with(PositionId(record.id))?.marking,
        _ => seen.record(*record)?.marking(),
    };
    let released = reach.released.iter().filter(|record| seen.has(**record));
    let released = released.map(|record| marking(record).unwrap_or(seen.dossier.marking));
    released.fold(reach.ceiling, Marking::max)
}

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
