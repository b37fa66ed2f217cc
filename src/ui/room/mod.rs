//! The room: what stands on the wall.
//!
//! Everything here is drawn from [`Seen`], which holds what may be seen under the ceiling and
//! was read by a query of its own. Nothing here can reach the dossier itself, so nothing of
//! it can get on the wall by mistake.

mod arrivals;
mod canvas;
mod changed;
mod heat;
mod matrix;
mod obstacle;
mod order;
mod parked;
mod proposal;
mod roster;
mod spoken;
mod state;
mod summary;
mod timeline;
mod title;

use std::sync::OnceLock;

use chrono::NaiveDate;
use egui::{Pos2, Rect, Ui};

pub use arrivals::Question;
use canvas::Canvas;
pub use order::{proposed_order, running_order};
pub use spoken::Spoken;
pub use state::Room;

use super::state::CampNames;
use super::theme::Theme;
use crate::analysis::{Basis, Days, Figures, SoFar, Tally};
use crate::model::{
    Camp, Keyed, Marking, Poll, PollKind, ProposalId, Slide, SlideKind, Slot, Snapshot,
};
use crate::report::{Line, changes};
use crate::text::{Message, Text, msg};

/// What may be seen, and the figures computed from it alone.
#[derive(Clone, Debug)]
pub struct Seen {
    /// The records.
    pub snapshot: Snapshot,
    /// The figures.
    pub figures: Figures,
    /// The day it is shown for.
    pub today: NaiveDate,
    // What changed since a day, gathered once that is shown.
    changed: OnceLock<(NaiveDate, Vec<Line>)>,
    // Whether any stance is that of a group, gathered once that is asked.
    hatched: OnceLock<bool>,
}

impl Seen {
    /// Computes the figures of what may be seen.
    pub fn new(snapshot: Snapshot, today: NaiveDate, text: Text) -> Self {
        let figures = Figures::new(&snapshot, days(today), text);
        let (changed, hatched) = (OnceLock::new(), OnceLock::new());
        Self { snapshot, figures, today, changed, hatched }
    }

    /// The same after a step on the same day: only what changed is computed.
    fn later(&self, snapshot: Snapshot, text: Text) -> Self {
        let figures = self.figures.follow(&snapshot, days(self.today), text);
        let (changed, hatched) = (OnceLock::new(), OnceLock::new());
        Self { snapshot, figures, today: self.today, changed, hatched }
    }
}

impl Seen {
    /// Whether any party has a stance only because a group said it for its members.
    fn hatched(&self) -> bool {
        let (figures, parties) = (&self.figures, self.figures.parties());
        let by_group = |proposal: &Slot| {
            let basis = |party: &Slot| figures.coalition().basis(*proposal, *party);
            parties.iter().any(|party| basis(party) == Basis::Inherited)
        };
        *self.hatched.get_or_init(|| figures.proposals().iter().any(by_group))
    }

    /// What changed since a day, as far as dated entries that may be seen tell, the latest
    /// first.
    fn changed(&self, text: Text, since: NaiveDate) -> Vec<Line> {
        let gather = || {
            let mut lines = changes(&self.snapshot, text, &[], since, self.today).lines(text);
            lines.reverse();
            lines
        };
        let (kept, lines) = self.changed.get_or_init(|| (since, gather()));
        // Two slides may ask for two days.
        if *kept == since { lines.clone() } else { gather() }
    }
}

fn days(today: NaiveDate) -> Days {
    let since = today.checked_sub_months(chrono::Months::new(12)).unwrap_or(today);
    Days { as_of: today, since }
}

/// A poll that goes on, and what may be told of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Running {
    /// The poll.
    pub poll: Poll,
    /// What may be told.
    pub told: SoFar,
}

/// The newest poll of a kind on a proposal.
fn newest(snapshot: &Snapshot, proposal: ProposalId, kind: PollKind) -> Option<&Poll> {
    let polls = snapshot.polls.iter().filter(|it| it.proposal == proposal && it.kind == kind);
    polls.max_by_key(|poll| (poll.date, poll.id))
}

/// What stands on the wall.
pub struct Wall<'a> {
    /// The language.
    pub text: Text,
    /// What may be seen.
    pub seen: &'a Seen,
    /// What is shown of it.
    pub slide: &'a Slide,
    /// The page of the slide, from 0.
    pub page: usize,
    /// Which slide it is, from 0, and of how many.
    pub place: (usize, usize),
    /// Up to which marking is shown.
    pub ceiling: Marking,
    /// How the camps are called.
    pub camps: CampNames,
    /// Whether the meeting is held under the Chatham House Rule.
    pub chatham: bool,
    /// The item that is pointed out, by its place on the page.
    pub highlight: Option<usize>,
    /// Where the pointer is, as shares of the width and height.
    pub pointer: Option<Pos2>,
    /// How many seconds are left, while time is kept.
    pub seconds: Option<i64>,
    /// What is said, or was said last, without names on the proposal, as far as it may be told.
    pub spoken: Option<&'a Running>,
}

/// What was drawn.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Drawn {
    /// How many pages the slide has.
    pub pages: usize,
    /// How many items of the page can be pointed out.
    pub items: usize,
}

impl Wall<'_> {
    /// The name of a camp, if camps are told apart.
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

    /// The line below a heading: what it is about, and what hatched means where something is.
    fn below(&self, words: &[&str], hatched: bool) -> String {
        let legend = hatched.then(|| self.text.get(msg!("room-hatched")));
        let words = words.iter().copied().chain(legend).filter(|it| !it.is_empty());
        words.collect::<Vec<_>>().join(" · ")
    }

    /// How many of a camp, or of all, have a stance on a proposal only because a group said it
    /// for its members.
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

    /// The camps that somebody is in, in their order; none where they are not told apart.
    fn camps(&self) -> Vec<(Camp, &'static str, usize)> {
        let count = |camp| self.seen.figures.coalition().camps.count(camp);
        let all = Camp::ALL.iter().copied().filter(|camp| count(*camp) > 0);
        all.filter_map(|camp| Some((camp, self.camp(camp)?, count(camp)))).collect()
    }
}

/// The message id of what a ceiling allows.
pub fn marking_about(ceiling: Marking) -> Message {
    match ceiling {
        Marking::Clear => msg!("room-about-clear"),
        Marking::Green => msg!("room-about-green"),
        Marking::Amber => msg!("room-about-amber"),
        Marking::AmberStrict => msg!("room-about-amber-strict"),
        Marking::Red => msg!("room-about-red"),
    }
}

/// The title of the room's window: nothing of the dossier but up to where one may see.
pub fn window_title(text: Text, ceiling: Marking) -> String {
    text.with(msg!("room-window"), &[("marking", ceiling.label().into())])
}

/// Draws the wall in a rectangle, as large as it fits; nothing is a blank.
pub fn wall(ui: &mut Ui, rect: Rect, theme: Theme, wall: Option<&Wall<'_>>) -> Drawn {
    let ground =
        if wall.is_some() { theme.colours.paper } else { Theme::fixed(true).colours.paper };
    ui.painter().rect_filled(rect, 0, ground);
    let Some(wall) = wall else { return Drawn::default() };
    let canvas = Canvas::new(ui, rect, theme, wall.highlight);
    let sizes = &theme.sizes.room;
    let body = Rect::from_min_max(
        Pos2::new(sizes.margin, sizes.head),
        Pos2::new(sizes.width - sizes.margin, sizes.height - sizes.foot - sizes.gap),
    );
    let pages = match wall.slide.kind {
        SlideKind::Title => title::draw(&canvas, wall),
        SlideKind::Summary => summary::draw(&canvas, wall, body),
        SlideKind::Matrix if wall.slide.proposal.is_some() => roster::draw(&canvas, wall, body),
        SlideKind::Matrix => matrix::draw(&canvas, wall, body),
        SlideKind::Proposal => proposal::draw(&canvas, wall, body),
        SlideKind::Heat => heat::draw(&canvas, wall, body),
        SlideKind::Obstacle => obstacle::draw(&canvas, wall, body),
        SlideKind::Timeline => timeline::draw(&canvas, wall, body),
        SlideKind::Changed => changed::draw(&canvas, wall, body),
        SlideKind::Parked => parked::draw(&canvas, wall, body),
    };
    foot(&canvas, wall, pages);
    canvas.point(wall.pointer);
    Drawn { pages, items: canvas.items() }
}

/// The marking, what the numbers are counted from, the time that is left, the page.
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
    if let Some(seconds) = wall.seconds {
        words = format!("{} · {words}", clock(seconds));
    }
    canvas.right(Pos2::new(sizes.width - sizes.margin, middle), sizes.small, &words);
}

/// Minutes and seconds; past the end with a minus.
pub fn clock(seconds: i64) -> String {
    let sign = if seconds < 0 { "−" } else { "" };
    let left = seconds.abs();
    format!("{sign}{}:{:02}", left / 60, left % 60)
}

/// Cuts a list into pages: how many there are, and what stands on this one.
fn paged<T>(list: &[T], per_page: usize, page: usize) -> (usize, &[T]) {
    let per_page = per_page.max(1);
    let pages = list.len().div_ceil(per_page).max(1);
    let first = (page.min(pages - 1) * per_page).min(list.len());
    let last = (first + per_page).min(list.len());
    (pages, &list[first..last])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_list_is_cut_into_pages_and_none_is_out_of_reach() {
        let list: Vec<_> = (0..7).collect();
        assert_eq!(paged(&list, 3, 0), (3, &[0, 1, 2][..]));
        assert_eq!(paged(&list, 3, 2), (3, &[6][..]));
        assert_eq!(paged(&list, 3, 9), (3, &[6][..]));
        assert_eq!(paged::<u8>(&[], 3, 0), (1, &[][..]));
    }

    #[test]
    fn time_left_and_time_over_look_different() {
        assert_eq!(
            (clock(125), clock(0), clock(-61)),
            ("2:05".into(), "0:00".into(), "−1:01".into())
        );
    }
}
