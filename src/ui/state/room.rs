//! How a room is opened, and what is done with it.

use egui::Pos2;

use crate::model::{Marking, PartyId, ProposalId, RecordId, Slide, SlideId, Stance, keyed};

/// The minutes that a timer can be set to.
pub const MINUTES: [u32; 6] = [1, 2, 3, 5, 10, 15];

keyed! {
    /// How the camps are called on the wall.
    #[derive(Default)]
    pub enum CampNames as "camp-names" {
        /// By their names.
        #[default]
        Named = "named",
        /// By letters, for a room in which the names would start a quarrel.
        Neutral = "neutral",
        /// Not at all: nobody is told apart.
        Hidden = "hidden",
    }
}

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
    /// Take down stances without names; with names only once that was allowed.
    SwitchNames,
    /// Take down stances with the name of the speaker: the meeting allows it.
    AllowNames,
    /// Show what was asked about.
    ShowAll,
    /// Keep back what was asked about.
    HoldBack,
    /// Take back the step that was asked about.
    TakeBack,
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
    /// Ask whether to show what was kept hidden by one answer, by its place among them.
    AskKept(usize),
    /// Show it.
    ShowKept(usize),
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

impl RoomAct {
    /// Whether it only changes what of the things that are seen stands on the wall, and how:
    /// that can be done while the dossier is locked.
    pub fn only_shows(&self) -> bool {
        match self {
            Self::Go(_)
            | Self::Point(_)
            | Self::Pointer(_)
            | Self::Timer
            | Self::Cover
            | Self::FullScreen(_) => true,
            Self::Open(_)
            | Self::Speaker(_)
            | Self::AskSpeaker
            | Self::AskPark
            | Self::SwitchNames
            | Self::AllowNames
            | Self::ShowAll
            | Self::HoldBack
            | Self::TakeBack
            | Self::Take(_)
            | Self::AskPoll
            | Self::Poll(..)
            | Self::Park(_)
            | Self::AskRelease
            | Self::Release(_)
            | Self::Withdraw(_)
            | Self::AskKept(_)
            | Self::ShowKept(_)
            | Self::Prepare
            | Self::Add(_)
            | Self::Move(..) => false,
        }
    }

    /// Whether it may be done while it is asked what the wall may show: it answers that, or
    /// leaves alone where one is. All other keys belong to the question.
    pub fn while_asked(&self) -> bool {
        match self {
            Self::ShowAll
            | Self::HoldBack
            | Self::TakeBack
            | Self::Cover
            | Self::FullScreen(_)
            | Self::Pointer(None) => true,
            Self::Pointer(Some(_))
            | Self::Open(_)
            | Self::Go(_)
            | Self::Point(_)
            | Self::Timer
            | Self::Speaker(_)
            | Self::AskSpeaker
            | Self::AskPark
            | Self::SwitchNames
            | Self::AllowNames
            | Self::Take(_)
            | Self::AskPoll
            | Self::Poll(..)
            | Self::Park(_)
            | Self::AskRelease
            | Self::Release(_)
            | Self::Withdraw(_)
            | Self::AskKept(_)
            | Self::ShowKept(_)
            | Self::Prepare
            | Self::Add(_)
            | Self::Move(..) => false,
        }
    }
}
