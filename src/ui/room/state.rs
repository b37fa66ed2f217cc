//! An open room: what may be seen, what is on the wall, and where the presenter is.

mod asking;
mod away;
mod coming;
mod counting;
mod frozen;
mod heard;
mod paging;
mod releasing;
mod standing;
mod texts;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use chrono::{DateTime, NaiveDate, Utc};
use egui::Pos2;
use rustc_hash::{FxHashMap, FxHashSet};
use uuid::Uuid;

use self::asking::may_hold;
pub use self::away::HalfTyped;
pub use self::coming::Coming;
use self::counting::seen_counts;
use self::standing::Standing;
pub use self::texts::{ChairDraft, Texts};
use super::arrivals::{Departed, Question, thresholds};
use super::{Drawn, Running, Seen, Spoken, Wall, running_order};
use crate::analysis::ToldSplits;
use crate::document::Document;
use crate::model::{
    Dossier, Marking, PartyId, PollId, PositionId, ProposalId, RecordId, Slide, SlideKind,
    Snapshot, Speaker, Table,
};
use crate::store::{Audience, Clearance, SeenCount, Visible};
use crate::text::Text;
use crate::ui::state::{CampNames, RoomDraft};

/// The content of the wall, kept until something else is shown.
#[derive(Clone, Debug)]
struct Shown {
    seen: Arc<Seen>,
    slide: Slide,
    page: usize,
    place: (usize, usize),
    label: Marking,
    polls: Vec<Running>,
    texts: Texts,
    camps: CampNames,
}

impl Shown {
    /// Its content in this room, with nothing pointed out and no time.
    fn wall<'a>(&'a self, room: &Room) -> Wall<'a> {
        Wall {
            // A frozen wall keeps its language too.
            text: self.seen.figures.text(),
            seen: &self.seen,
            slide: &self.slide,
            page: self.page,
            place: self.place,
            ceiling: self.label,
            camps: self.camps,
            chatham: room.chatham,
            highlight: None,
            pointer: None,
            seconds: None,
            now: room.now,
            polls: &self.polls,
            texts: &self.texts,
        }
    }
}

/// The number of steps, and the id of the last one.
type Steps = (usize, Option<Uuid>);

/// An open room.
#[derive(Debug)]
pub struct Room {
    /// Its clearance.
    pub clearance: Clearance,
    /// The monitor it is shown on; `None` is an ordinary window.
    pub monitor: Option<usize>,
    /// Whether it uses the dark theme.
    pub dark: bool,
    /// How camps are named.
    pub camps: CampNames,
    /// How texts are shown, and what is being typed for them.
    pub texts: Texts,
    // The names of those withheld at some time while words were being typed, in the form in which
    // they are looked up.
    unnamed: FxHashSet<String>,
    // The names, present and former, of those who may not be seen now, in the same form.
    withheld_names: FxHashSet<String>,
    /// Whether stances are recorded without the speaker's name.
    pub without_names: bool,
    /// Whether the Chatham House Rule applies.
    pub chatham: bool,
    /// Whether the wall is blank.
    pub blank: bool,
    /// Whether the slide was taken off the wall and another took its place without anybody going
    /// there: until that one is shown, nothing said is about it.
    strayed: bool,
    /// Whether the wall stays as it is while the presenter moves on.
    pub frozen: bool,
    /// The current slide's place in the order.
    pub at: usize,
    /// The page of the current slide.
    pub page: usize,
    /// The item pointed out.
    pub highlight: Option<usize>,
    /// The pointer, as fractions of the wall.
    pub pointer: Option<Pos2>,
    /// The timer's setting in minutes.
    pub minutes: u32,
    /// When the timer ends, by the window's clock.
    pub until: Option<f64>,
    /// The moment now, in this frame.
    pub now: Option<DateTime<Utc>>,
    /// The current speaker.
    pub speaker: Option<PartyId>,
    /// Stances expressed without names that are not in the dossier yet.
    pub spoken: BTreeMap<ProposalId, Spoken>,
    /// The proposal of the slide on the wall in the previous frame.
    pub here: Option<ProposalId>,
    /// Stances recorded with names, in the order of speaking.
    pub taken: Vec<(ProposalId, PartyId, PositionId)>,
    /// The entry of the last speaker, as long as nothing came after it: a second sign is theirs
    /// too.
    pub again: Option<PositionId>,
    // The entries visible because the room was told, not because of their marking.
    heard: BTreeSet<RecordId>,
    // Those of them that were marked more strictly since.
    unheard: FxHashSet<RecordId>,
    // The marking at which each record was released by name: only that much was agreed to.
    released_at: BTreeMap<RecordId, Marking>,
    /// Focus the list of speakers in the next frame.
    pub ask_speaker: bool,
    /// Focus the field for a point to park in the next frame.
    pub ask_park: bool,
    /// The point being typed.
    pub parking: String,
    /// The result of the last drawing.
    pub drawn: Drawn,
    /// Records seen and withheld, for each table the wall can show.
    pub seen_counts: BTreeMap<Table, SeenCount>,
    // The current slide, which stays current when the order changes.
    slide: Option<Slide>,
    // Whether it is a prepared slide.
    prepared: bool,
    // The visible content now; `None` if it could not be read.
    live: Option<Arc<Seen>>,
    // The state of the dossier, the day and the language `live` was read for.
    read: Option<(u64, NaiveDate, Text)>,
    // The only records that can differ from what was read before, if known.
    narrow: Option<Vec<RecordId>>,
    // The content the room was last allowed to see, and the number of steps taken by then.
    accepted: Option<(Arc<Seen>, Steps)>,
    // The number of steps when the room opened, and the steps last checked for arrivals.
    opened: usize,
    weighed: Steps,
    departed: Departed,
    question: Option<Question>,
    // The step up to which it was agreed that records leave the wall.
    parted: Option<Steps>,
    // Whether something was withdrawn since the last weighing.
    less: bool,
    // The thresholds for camps that apply here while those of the dossier are kept hidden.
    thresholds: Option<(f64, f64, u32)>,
    // The records kept hidden, one list for each answer.
    kept: Vec<BTreeSet<RecordId>>,
    // The entries among them and those withdrawn, by what they are about.
    kept_lines: FxHashMap<(ProposalId, Speaker), BTreeSet<RecordId>>,
    // Those of which nothing was hidden when the dossier was last weighed.
    unhidden: FxHashSet<RecordId>,
    // Of those records, what stood on the wall already, as it stood there.
    stands: BTreeMap<RecordId, Standing>,
    // Of those, what is asked about again, because it was changed by hand; as it stood until then.
    asked: BTreeMap<RecordId, Standing>,
    // The paragraphs that were given other words in front of the room since the dossier was last read.
    taken_over: FxHashSet<RecordId>,
    // The records that are asked about again.
    ask_again: FxHashSet<RecordId>,
    /// The splits told of each poll, in this room and in earlier ones.
    pub told: ToldSplits,
    shown: Option<Shown>,
    // What the wall could last show, neither blank nor frozen, and whether it was either since.
    last: Option<Arc<Seen>>,
    covered: bool,
}

impl Room {
    /// A room at the first slide; it shows nothing until it has been refreshed.
    pub fn new(draft: &RoomDraft) -> Self {
        Self {
            clearance: Clearance::new(Audience::Room, draft.ceiling),
            monitor: draft.monitor,
            dark: draft.dark,
            camps: draft.camps,
            // Speakers who may not be quoted are not named either, until somebody allows it.
            texts: Texts { names: !draft.chatham, ..Texts::default() },
            unnamed: FxHashSet::default(),
            withheld_names: FxHashSet::default(),
            without_names: draft.chatham,
            chatham: draft.chatham,
            blank: false,
            strayed: false,
            frozen: false,
            at: 0,
            page: 0,
            highlight: None,
            pointer: None,
            minutes: 3,
            until: None,
            now: None,
            speaker: None,
            spoken: BTreeMap::new(),
            here: None,
            taken: Vec::new(),
            again: None,
            heard: BTreeSet::new(),
            released_at: BTreeMap::new(),
            ask_speaker: false,
            ask_park: false,
            parking: String::new(),
            drawn: Drawn::default(),
            seen_counts: BTreeMap::new(),
            slide: None,
            prepared: false,
            live: None,
            read: None,
            narrow: None,
            accepted: None,
            opened: 0,
            weighed: (0, None),
            departed: Departed::new(),
            question: None,
            parted: None,
            less: false,
            thresholds: None,
            kept: Vec::new(),
            kept_lines: FxHashMap::default(),
            unhidden: FxHashSet::default(),
            stands: BTreeMap::new(),
            taken_over: FxHashSet::default(),
            asked: BTreeMap::new(),
            unheard: FxHashSet::default(),
            ask_again: FxHashSet::default(),
            told: ToldSplits::default(),
            shown: None,
            last: None,
            covered: false,
        }
    }

    /// Rereads what may be seen if the dossier has changed; the wall follows unless it is frozen.
    /// If reading fails, nothing is shown.
    pub fn refresh(&mut self, document: &Document, today: NaiveDate, text: Text) {
        let now = (document.revision(), today, text);
        if self.read != Some(now) {
            let before = self.read.map(|(revision, _, _)| revision);
            self.unhear(document);
            self.hear_corrections(document.snapshot());
            self.release_corrections(document);
            self.withdraw_scenarios_without_moves(document.snapshot());
            let (live, label) = (self.live.clone(), self.label());
            let ceiling = self.clearance.ceiling;
            let adopts = |poll| {
                live.as_ref().is_some_and(|it| it.snapshot.has(PollId::into(poll)))
                    && may_hold(document.snapshot(), poll, label)
            };
            for (proposal, spoken) in &mut self.spoken {
                spoken.follow(document.snapshot(), *proposal, ceiling, &adopts);
            }
            self.narrow = None;
            self.live = self.reread(document, now);
            self.read = Some(now);
            self.let_speak();
            self.judge_drafts(document.snapshot());
            self.seen_counts = self.live.as_ref().map_or_else(BTreeMap::new, |seen| {
                seen_counts(&self.clearance, document.snapshot(), seen)
            });
            self.weigh(document, text);
            self.find_slide();
            // Anything waiting for an answer is not on the wall yet.
            if self.question.is_none() {
                self.let_go(document, before);
            }
        }
        self.tell_here();
        if self.question.is_none() && (!self.frozen || self.live.is_none()) {
            self.show();
        }
        self.remember_last();
    }

    fn reread(&mut self, document: &Document, now: (u64, NaiveDate, Text)) -> Option<Arc<Seen>> {
        let (revision, today, text) = now;
        let follows =
            self.read.is_some_and(|(before, day, _)| before + 1 == revision && day == today);
        if !follows || document.touched_last().iter().any(has_a_name) {
            self.withheld_names = document.withheld_names(&self.clearance).ok()?;
            self.texts.former = Arc::new(document.former_names().ok()?);
        }
        if let Some(live) = self.live.clone().filter(|_| follows) {
            let mut snapshot = live.snapshot.clone();
            let touched = document.touched_last();
            if let Ok(true) = document.refresh_visible(&self.clearance, &mut snapshot, touched) {
                self.keep_standing(document, &mut snapshot, Some(touched));
                let accepted = self.accepted.as_ref();
                let only = accepted.is_some_and(|(seen, _)| Arc::ptr_eq(seen, &live));
                self.narrow = only.then(|| touched.to_vec());
                // A change the room may not see changes nothing on the wall.
                let same = snapshot.is_state_of(&live.snapshot) && live.figures.text() == text;
                return Some(if same { live } else { Arc::new(live.later(snapshot, text)) });
            }
        }
        let Visible { mut snapshot, .. } = document.visible(&self.clearance).ok()?;
        self.keep_standing(document, &mut snapshot, None);
        Some(Arc::new(Seen::new(snapshot, today, text)))
    }

    fn keep_thresholds(&self, snapshot: &mut Snapshot) {
        if let Some(kept) = self.thresholds.filter(|kept| *kept != thresholds(&snapshot.dossier)) {
            let (camp_upper, camp_lower, camp_min_votes) = kept;
            let own = snapshot.dossier.clone();
            snapshot.put(Dossier { camp_upper, camp_lower, camp_min_votes, ..own }.into());
        }
    }

    /// Shows the current slide, unless the wall is frozen.
    pub fn follow(&mut self) {
        if self.question.is_none() && !self.frozen {
            self.show();
        }
    }

    /// Makes the next refresh reread what may be seen.
    pub fn forget(&mut self) {
        self.read = None;
    }

    /// The visible content now.
    pub(crate) fn live(&self) -> Option<&Seen> {
        self.live.as_deref()
    }

    /// The slides in their order.
    pub fn order(&self) -> Vec<Slide> {
        self.live.as_ref().map_or_else(Vec::new, |seen| running_order(seen))
    }

    /// The current slide.
    pub fn slide(&self) -> Option<Slide> {
        let order = self.order();
        order.get(self.at.min(order.len().saturating_sub(1))).cloned()
    }

    /// The marking of the wall: the ceiling, or that of a record released by name if that is
    /// stricter.
    pub fn label(&self) -> Marking {
        self.shown.as_ref().map_or(self.clearance.ceiling, |shown| shown.label)
    }

    fn label_of(&self, seen: &Snapshot) -> Marking {
        let marking = |record: &RecordId| seen.find(*record)?.marking();
        // Statements made in the room are known there and do not raise the marking.
        let released = self.clearance.released.iter().filter(|record| !self.heard.contains(record));
        let released = released.filter(|record| seen.has(**record));
        let released = released.map(|record| marking(record).unwrap_or(seen.dossier.marking));
        released.fold(self.clearance.ceiling, Marking::max)
    }

    /// Takes the result of drawing the wall.
    pub fn draw(&mut self, drawn: Drawn) {
        if self.blank || self.question.is_some() {
            return;
        }
        self.drawn = drawn;
        self.strayed = false;
        if !self.frozen {
            self.page = self.page.min(drawn.pages.saturating_sub(1));
        }
    }

    /// Puts the current slide on the wall, unless what may be seen has to be reread first.
    pub fn show(&mut self) {
        if self.read.is_none() {
            return;
        }
        let order = self.order();
        self.at = self.at.min(order.len().saturating_sub(1));
        let shown = self.live.clone().zip(order.get(self.at).cloned());
        self.shown = shown.map(|(seen, slide)| {
            let label = self.label_of(&seen.snapshot);
            // The other slides about one proposal show no polls, so they reveal none.
            let here = slide.proposal.filter(|_| slide.kind == SlideKind::Proposal);
            let polls = here.map_or_else(Vec::new, |id| self.tell(&seen.snapshot, id));
            let (place, texts) = ((self.at, order.len()), self.texts.clone());
            Shown { seen, slide, page: self.page, place, label, polls, texts, camps: self.camps }
        });
    }

    /// Seconds left at `now`, by the window's clock.
    pub fn seconds(&self, now: f64) -> Option<i64> {
        self.until.map(|until| (until - now).ceil() as i64)
    }

    /// The seconds left that a wall shows which was blanked by hand; a blank for any other reason
    /// shows nothing at all.
    pub fn blank_clock(&self, now: f64) -> Option<i64> {
        let by_hand = self.blank && self.question.is_none() && self.shown.is_some();
        self.seconds(now).filter(|_| by_hand)
    }

    /// Whether the wall shows the time left to a meeting or the end of a silence procedure.
    pub fn counts_down(&self) -> bool {
        self.shown.as_ref().is_some_and(|it| it.slide.kind == SlideKind::Decision)
    }

    /// Whether the wall shows nothing: it was made blank, a question is open, or nothing may be
    /// shown, as after a lock.
    pub fn is_blank(&self) -> bool {
        self.blank || self.question.is_some() || self.shown.is_none()
    }

    /// Whether there is anything that could be shown; not so once the dossier was locked while a question
    /// was open.
    pub(crate) fn has_content(&self) -> bool {
        self.live.is_some()
    }

    /// The content of the wall at `now`, by the window's clock; `None` is a blank.
    pub fn wall(&self, now: f64) -> Option<Wall<'_>> {
        let shown = self.shown.as_ref().filter(|_| !self.is_blank())?;
        let (highlight, pointer, seconds) = (self.highlight, self.pointer, self.seconds(now));
        Some(Wall { highlight, pointer, seconds, ..shown.wall(self) })
    }

    /// The number of records the wall could show but withholds, each of which can be released by name.
    pub fn withheld(&self) -> usize {
        self.seen_counts.values().map(|seen_count| seen_count.withheld).sum()
    }
}

/// Whether a record gives a party or a group a name by which a text may call it.
fn has_a_name(record: &RecordId) -> bool {
    matches!(record.table, Table::Parties | Table::Groups | Table::Aliases)
}
