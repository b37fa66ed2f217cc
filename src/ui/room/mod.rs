//! The wall: what the room sees.
//!
//! Everything here is drawn from [`Seen`], which holds only what may be seen under the ceiling and
//! comes from a query of its own. Nothing here can reach the dossier itself, so nothing in it can
//! end up on the wall by mistake.

mod arrivals;
mod bits;
mod canvas;
mod changed;
mod decision;
mod heat;
mod legend;
mod matrix;
mod obstacle;
mod order;
mod parked;
mod proposal;
mod ranking;
mod roster;
mod spoken;
mod state;
mod summary;
mod timeline;
mod title;
mod words;

use std::ops::RangeInclusive;
use std::sync::OnceLock;

use chrono::{DateTime, NaiveDate, Utc};
use egui::{Align2, Pos2, Rect, Ui};

pub use arrivals::Question;
use canvas::{Canvas, Look};
pub(crate) use order::{
    has_region, order_for_every_room, prepared_order, proposed_order, running_order,
};
pub use spoken::{Moment, Spoken};
pub use state::{ChairDraft, Coming, HalfTyped, Room, Texts};

use super::state::{CampNames, year_to};
use super::theme::Theme;
use super::widgets::camp_icon;
use crate::analysis::{
    Basis, Coalition, Figures, SoFar, Tally, coalition, moves, scenarios, under,
};
use crate::model::{
    Camp, Keyed, Marking, ParagraphId, Poll, PollKind, ProposalId, Scenario, ScenarioId, Slide,
    SlideKind, Slot, Snapshot,
};
use crate::report::{Line, changes};
use crate::text::{Message, Text, msg};

/// The visible content, and the figures computed from that alone.
#[derive(Clone, Debug)]
pub struct Seen {
    /// The records.
    pub snapshot: Snapshot,
    /// The figures.
    pub figures: Figures,
    /// The day shown.
    pub today: NaiveDate,
    // Changes since a day, computed on first use.
    changed: OnceLock<(NaiveDate, Vec<Line>)>,
    // Whether any stance is a group's, and whether groups contradict each other, computed on first use.
    hatched: OnceLock<bool>,
    contradicted: OnceLock<bool>,
    // The matrix under each scenario that was released, computed on first use.
    supposed: OnceLock<Vec<(ScenarioId, Coalition)>>,
}

impl Seen {
    /// Computes the figures of what may be seen.
    pub fn new(snapshot: Snapshot, today: NaiveDate, text: Text) -> Self {
        let figures = Figures::new(&snapshot, year_to(today), text);
        Self::of(snapshot, figures, today)
    }

    /// The state after a step on the same day; only what changed is recomputed.
    fn later(&self, snapshot: Snapshot, text: Text) -> Self {
        let figures = self.figures.follow(&snapshot, year_to(self.today), text);
        Self::of(snapshot, figures, self.today)
    }

    fn of(snapshot: Snapshot, figures: Figures, today: NaiveDate) -> Self {
        let (changed, supposed) = (OnceLock::new(), OnceLock::new());
        let (hatched, contradicted) = (OnceLock::new(), OnceLock::new());
        Self { snapshot, figures, today, changed, hatched, contradicted, supposed }
    }
}

impl Seen {
    /// Whether any party has a stance only because a group expressed it.
    fn hatched(&self) -> bool {
        *self.hatched.get_or_init(|| self.has_any(Basis::Inherited))
    }

    /// Whether the groups of any party contradict each other.
    fn contradicted(&self) -> bool {
        *self.contradicted.get_or_init(|| self.has_any(Basis::Conflict))
    }

    fn has_any(&self, basis: Basis) -> bool {
        let (figures, parties) = (&self.figures, self.figures.parties());
        figures.proposals().iter().any(|proposal| {
            parties.iter().any(|party| figures.coalition().basis(*proposal, *party) == basis)
        })
    }

    /// The matrix under each scenario that was released by name and moves something on a proposal.
    fn supposed(&self, on: ProposalId) -> impl Iterator<Item = (&Scenario, &Coalition)> {
        let worked = || {
            let all = scenarios(&self.snapshot).into_iter();
            let under = |it: &Scenario| under(&self.snapshot, it.id, self.today);
            all.map(|it| (it.id, coalition(&under(it), self.today))).collect()
        };
        let all = self.supposed.get_or_init(worked).iter();
        let touches = move |id: ScenarioId| moves(&self.snapshot, id).any(|it| it.proposal == on);
        all.filter(move |(id, _)| touches(*id))
            .filter_map(move |(id, under)| Some((self.snapshot.scenarios.get(*id)?, under)))
    }

    /// Changes since a day according to the visible dated entries, latest first.
    fn changed(&self, text: Text, since: NaiveDate) -> Vec<Line> {
        let gather = || {
            let mut lines = changes(&self.snapshot, text, &[], since, self.today).lines(text);
            lines.reverse();
            lines
        };
        let (kept, lines) = self.changed.get_or_init(|| (since, gather()));
        // Two slides may use different days.
        if *kept == since { lines.clone() } else { gather() }
    }
}

/// A running poll, and what may be told of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Running {
    /// The poll.
    pub poll: Poll,
    /// The part that may be told.
    pub told: SoFar,
}

/// The newest poll of a kind on a proposal.
fn newest(snapshot: &Snapshot, proposal: ProposalId, kind: PollKind) -> Option<&Poll> {
    let polls = snapshot.polls.iter().filter(|it| it.proposal == proposal && it.kind == kind);
    polls.max_by_key(|poll| (poll.date, poll.id))
}

/// The content of the wall.
pub struct Wall<'a> {
    /// The language.
    pub text: Text,
    /// The visible content.
    pub seen: &'a Seen,
    /// The slide.
    pub slide: &'a Slide,
    /// The page of the slide, from 0.
    pub page: usize,
    /// The slide's place in the order, from 0, and the number of slides.
    pub place: (usize, usize),
    /// The ceiling: the highest marking shown.
    pub ceiling: Marking,
    /// How camps are named.
    pub camps: CampNames,
    /// Whether the Chatham House Rule applies.
    pub chatham: bool,
    /// The item pointed out, by its position on the page.
    pub highlight: Option<usize>,
    /// The pointer, as fractions of width and height.
    pub pointer: Option<Pos2>,
    /// Seconds left on the timer, if it runs.
    pub seconds: Option<i64>,
    /// The present moment, used to count down to a meeting or the end of a silence procedure;
    /// `None` if no clock is shown.
    pub now: Option<DateTime<Utc>>,
    /// The running or latest poll of each kind on the proposal, with what may be told of it.
    pub polls: &'a [Running],
    /// How texts are shown, and what is being typed for them.
    pub texts: &'a Texts,
}

/// The findings from drawing a slide.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Drawn {
    /// The number of pages of the slide.
    pub pages: usize,
    /// The number of items on the page that can be pointed out.
    pub items: usize,
    /// The paragraph of a text that it shows.
    pub paragraph: Option<ParagraphId>,
}

impl Wall<'_> {
    /// The name of a camp; `None` if camps are hidden.
    fn camp(&self, camp: Camp) -> Option<&'static str> {
        match (self.camps, camp) {
            (CampNames::Named, camp) => Some(self.text.label(camp)),
            (CampNames::Neutral, Camp::Multistakeholder) => {
                Some(self.text.get(msg!("room-camp-a")))
            }
            (CampNames::Neutral, Camp::Swing) => Some(self.text.get(msg!("room-camp-b"))),
            (CampNames::Neutral, Camp::StateOriented) => Some(self.text.get(msg!("room-camp-c"))),
            (CampNames::Neutral, Camp::Unassigned) => Some(self.text.get(msg!("room-camp-others"))),
            (CampNames::Hidden, _) => None,
        }
    }

    /// Writes the name of a camp after its shape; a neutral name has no shape, because it would
    /// give the camp away. `shape` and `indent` are their distances from the left.
    fn camp_line(
        &self,
        canvas: &Canvas<'_>,
        camp: Camp,
        rect: Rect,
        (shape, indent): (f32, f32),
        words: &str,
    ) {
        let small = canvas.sizes().small;
        let rect = match self.camps {
            CampNames::Named => {
                let at = Pos2::new(rect.left() + shape, rect.center().y);
                canvas.icon(camp_icon(camp), at, small);
                rect.with_min_x(rect.left() + indent)
            }
            CampNames::Neutral | CampNames::Hidden => rect,
        };
        canvas.line(rect, small, Look::Strong, words);
    }

    /// The line below a heading: its subject, and the meaning of hatching if any is shown.
    fn below(&self, words: &[&str], hatched: bool) -> String {
        let legend = hatched.then(|| self.text.get(msg!("room-hatched")));
        let words = words.iter().copied().chain(legend).filter(|it| !it.is_empty());
        words.collect::<Vec<_>>().join(" · ")
    }

    /// The parties of a camp, or of all, that have a stance only because a group expressed it.
    fn by_groups(&self, proposal: Slot, camp: Option<Camp>) -> Tally {
        let coalition = self.seen.figures.coalition();
        let mut tally = Tally::default();
        for party in self.seen.figures.parties() {
            let counts = camp.is_none_or(|camp| coalition.camps.camp(*party) == camp);
            if counts && coalition.basis(proposal, *party) == Basis::Inherited {
                tally.add(coalition.stance(proposal, *party));
            }
        }
        tally
    }

    /// A stance in words, and whether it is the party's own.
    fn held(&self, proposal: Slot, party: Slot) -> String {
        let coalition = self.seen.figures.coalition();
        let stance = self.text.stance(coalition.stance(proposal, party));
        match coalition.basis(proposal, party) {
            Basis::Own | Basis::Nothing => stance.to_owned(),
            Basis::Inherited => format!("{stance} ({})", self.text.get(msg!("room-by-groups"))),
            Basis::Conflict => {
                format!("{stance} ({})", self.text.get(msg!("room-groups-disagree")))
            }
        }
    }

    /// The camps that have members, in order; empty if camps are hidden.
    fn camps(&self) -> Vec<(Camp, &'static str, usize)> {
        let count = |camp| self.seen.figures.coalition().camps.count(camp);
        let all = Camp::ALL.iter().copied().filter(|camp| count(*camp) > 0);
        all.filter_map(|camp| Some((camp, self.camp(camp)?, count(camp)))).collect()
    }
}

/// The message id of the explanation of a ceiling.
pub fn marking_about(ceiling: Marking) -> Message {
    match ceiling {
        Marking::Clear => msg!("room-about-clear"),
        Marking::Green => msg!("room-about-green"),
        Marking::Amber => msg!("room-about-amber"),
        Marking::AmberStrict => msg!("room-about-amber-strict"),
        Marking::Red => msg!("room-about-red"),
    }
}

/// The title of the room's window: only the ceiling, nothing of the dossier.
pub fn window_title(text: Text, ceiling: Marking) -> String {
    text.with(msg!("room-window"), &[("marking", ceiling.label().into())])
}

/// Draws the wall as large as fits in the rectangle; `None` is a blank.
///
/// A blank shows nothing but the time left, if it may.
pub fn wall(
    ui: &mut Ui,
    rect: Rect,
    theme: Theme,
    wall: Option<&Wall<'_>>,
    seconds: Option<i64>,
) -> Drawn {
    let ground =
        if wall.is_some() { theme.colours.paper } else { Theme::fixed(true).colours.paper };
    ui.painter().rect_filled(rect, 0, ground);
    let Some(wall) = wall else {
        if let Some(seconds) = seconds {
            let canvas = Canvas::new(ui, rect, Theme::fixed(true), None);
            let middle = Pos2::new(canvas.sizes().width, canvas.sizes().height) * 0.5;
            let drawn = (&*clock(seconds), seconds <= 0);
            canvas.boxed(middle, Align2::CENTER_CENTER, canvas.sizes().clock, drawn);
        }
        return Drawn::default();
    };
    draw(&Canvas::new(ui, rect, theme, wall.highlight), wall)
}

/// Draws the next slide as a picture beside the wall, without reading it out.
pub(crate) fn preview(ui: &mut Ui, rect: Rect, theme: Theme, coming: &Wall<'_>) {
    ui.painter().rect_filled(rect, 0, theme.colours.paper);
    draw(&Canvas::new(ui, rect, theme, None).quiet(), coming);
}

fn draw(canvas: &Canvas<'_>, wall: &Wall<'_>) -> Drawn {
    let sizes = canvas.sizes();
    let body = Rect::from_min_max(
        Pos2::new(sizes.margin, sizes.head),
        Pos2::new(sizes.width - sizes.margin, sizes.height - sizes.foot - sizes.gap),
    );
    let mut paragraph = None;
    let pages = match wall.slide.kind {
        SlideKind::Title => title::draw(canvas, wall),
        SlideKind::Summary => summary::draw(canvas, wall, body),
        SlideKind::Matrix if wall.slide.proposal.is_some() => roster::draw(canvas, wall, body),
        SlideKind::Matrix => matrix::draw(canvas, wall, body),
        SlideKind::Proposal => proposal::draw(canvas, wall, body),
        SlideKind::Decision => decision::draw(canvas, wall, body),
        SlideKind::Heat => heat::draw(canvas, wall, body),
        SlideKind::Ranking => ranking::draw(canvas, wall, body),
        SlideKind::Obstacle => obstacle::draw(canvas, wall, body),
        SlideKind::Timeline => timeline::draw(canvas, wall, body),
        SlideKind::Changed => changed::draw(canvas, wall, body),
        SlideKind::Parked => parked::draw(canvas, wall, body),
        SlideKind::Text => {
            let drawn = words::draw(canvas, wall, body);
            paragraph = drawn.paragraph;
            drawn.pages
        }
    };
    foot(canvas, wall, pages);
    canvas.point(wall.pointer);
    Drawn { pages, items: canvas.items(), paragraph }
}

/// The foot: marking, basis of the numbers, time left, page.
fn foot(canvas: &Canvas<'_>, wall: &Wall<'_>, pages: usize) {
    let (sizes, text) = (canvas.sizes(), wall.text);
    let middle = sizes.height - sizes.foot * 0.5;
    canvas.marking(Pos2::new(sizes.margin, middle), wall.ceiling);
    let day = [("day", text.day(wall.seen.today).into())];
    let counted = text.with(msg!("room-counted"), &day);
    canvas.centred(Pos2::new(sizes.width * 0.5, middle), sizes.small, &counted);
    let (place, of) = wall.place;
    let mut words = format!("{} / {of}", place + 1);
    if pages > 1 {
        let arguments = [("page", (wall.page + 1).into()), ("pages", pages.into())];
        words = format!("{} · {words}", text.with(msg!("room-page"), &arguments));
    }
    canvas.right(Pos2::new(sizes.width - sizes.margin, middle), sizes.small, &words);
    if let Some(seconds) = wall.seconds {
        let at = Pos2::new(sizes.width * 0.82, middle);
        canvas.boxed(at, Align2::RIGHT_CENTER, sizes.timer, (&clock(seconds), seconds <= 0));
    }
}

/// Minutes and seconds; negative once time is up.
pub fn clock(seconds: i64) -> String {
    let sign = if seconds < 0 { "−" } else { "" };
    let left = seconds.abs();
    format!("{sign}{}:{:02}", left / 60, left % 60)
}

/// Splits a list into pages: their number, and the items of this one.
fn paged<T>(list: &[T], per_page: usize, page: usize) -> (usize, &[T]) {
    let per_page = per_page.max(1);
    let pages = list.len().div_ceil(per_page).max(1);
    let first = (page.min(pages - 1) * per_page).min(list.len());
    let last = (first + per_page).min(list.len());
    (pages, &list[first..last])
}

/// The same with pages of about equal length: no more of them, but not two lines alone on the last
/// one.
fn paged_evenly<T>(list: &[T], per_page: usize, page: usize) -> (usize, &[T]) {
    let (pages, _) = paged(list, per_page, page);
    paged(list, list.len().div_ceil(pages), page)
}

/// The same for rows that fill a height: slightly lower ones where they bring everything onto fewer
/// pages. Also returns the height of a row.
fn paged_in<T>(
    list: &[T],
    height: f32,
    row: RangeInclusive<f32>,
    page: usize,
) -> (usize, &[T], f32) {
    let per_page = (height / row.start() + 0.01).floor() as usize;
    let (pages, shown) = paged_evenly(list, per_page, page);
    let most = list.len().div_ceil(pages).max(1);
    (pages, shown, (height / most as f32).clamp(*row.start(), *row.end()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_list_is_split_into_pages_that_can_all_be_reached() {
        let list: Vec<_> = (0..7).collect();
        assert_eq!(paged(&list, 3, 0), (3, &[0, 1, 2][..]));
        assert_eq!(paged(&list, 3, 2), (3, &[6][..]));
        assert_eq!(paged(&list, 3, 9), (3, &[6][..]));
        assert_eq!(paged_evenly(&list, 5, 0), (2, &[0, 1, 2, 3][..]), "not five and two");
        assert_eq!(paged_evenly(&list, 5, 1), (2, &[4, 5, 6][..]));
        assert_eq!(paged::<u8>(&[], 3, 0), (1, &[][..]));
        assert_eq!(paged_evenly::<u8>(&[], 3, 0), (1, &[][..]));
        assert_eq!(paged_in(&list, 70.0, 10.0..=12.0, 0), (1, &list[..], 10.0));
        assert_eq!(paged_in(&list, 60.0, 10.0..=12.0, 0), (2, &list[..4], 12.0));
        assert_eq!(paged_in::<u8>(&[], 60.0, 10.0..=12.0, 0), (1, &[][..], 12.0));
    }

    #[test]
    fn time_left_and_time_over_look_different() {
        assert_eq!(
            (clock(125), clock(0), clock(-61)),
            ("2:05".into(), "0:00".into(), "−1:01".into())
        );
    }
}
