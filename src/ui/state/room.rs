//! How a room is opened, and the actions on an open room.

use egui::Pos2;

use crate::document::MoveTo;
use crate::model::{
    AssessmentId, Marking, ParagraphId, PartyId, ProposalId, RecordId, Slide, SlideId, Stance,
    keyed,
};

/// The timer settings offered, in minutes.
pub(crate) const MINUTES: [u32; 6] = [1, 2, 3, 5, 10, 15];

keyed! {
    /// How camps are named on the wall.
    #[derive(Default)]
    pub enum CampNames as "camp-names" {
        /// By their names.
        #[default]
        Named = "named",
        /// By letters, for a room in which the names would start a quarrel.
        Neutral = "neutral",
        /// Not at all: camps are not shown.
        Hidden = "hidden",
    }
}

keyed! {
    /// The form in which the wall shows a text.
    #[derive(Default)]
    pub enum TextShows as "text-shows" {
        /// The changes since the version before.
        #[default]
        Change = "change",
        /// The present words.
        Result = "result",
        /// First the changes, then the result.
        Both = "both",
    }
}

/// The choices made when opening a room.
#[derive(Clone, Debug, PartialEq)]
pub struct RoomDraft {
    /// The highest marking shown.
    pub ceiling: Marking,
    /// Whether the user confirmed that everybody present may see content above CLEAR.
    pub confirmed: bool,
    /// The available monitors in order, by name and size.
    pub monitors: Vec<String>,
    /// The monitor for the wall; `None` is an ordinary window.
    pub monitor: Option<usize>,
    /// Whether the wall uses the dark theme.
    pub dark: bool,
    /// How camps are named.
    pub camps: CampNames,
    /// Whether the Chatham House Rule applies.
    pub chatham: bool,
    /// Not yet shown: on its first frame the button that opens takes the focus.
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

    /// Whether a room may be opened like this: above CLEAR only after confirmation.
    pub(crate) fn may_open(&self) -> bool {
        self.ceiling == Marking::Clear || self.confirmed
    }
}

/// An action on the room.
#[derive(Clone, Debug, PartialEq)]
pub enum RoomAct {
    /// Open it with these choices.
    Open(Box<RoomDraft>),
    /// Go to a slide of the order.
    Go(usize),
    /// Point out another item, this many further on.
    Point(isize),
    /// Show the pointer at this fraction of the wall, or hide it.
    Pointer(Option<Pos2>),
    /// Start the timer, or stop it.
    Timer,
    /// Choose the speaker.
    Speaker(Option<PartyId>),
    /// Go to the list of speakers.
    AskSpeaker,
    /// Go to the field for parking a point.
    AskPark,
    /// Switch between recording with and without names; with names only once allowed.
    SwitchNames,
    /// Record stances with the speaker's name: the meeting allows it.
    AllowNames,
    /// Show the records in question.
    ShowAll,
    /// Keep the records in question hidden.
    HoldBack,
    /// Undo the step in question.
    TakeBack,
    /// Record a stance on the proposal on the wall.
    Take(Stance),
    /// The same by the key of a sign; pressed twice, it means the stronger stance.
    Sign(char),
    /// Ask for the counts of a temperature poll.
    AskPoll,
    /// Record a temperature poll.
    Poll(ProposalId, [u32; 6]),
    /// Park a point.
    Park(String),
    /// List what is withheld, to release records by name.
    AskRelease,
    /// Show a record to the room, whatever its marking.
    Release(RecordId),
    /// Withdraw a released record.
    Withdraw(RecordId),
    /// Give an assessment that was just made a marking with which the room may see it.
    Mark(AssessmentId),
    /// Ask whether to show what one answer kept hidden, by that answer's place.
    AskKept(usize),
    /// Show what one answer kept hidden.
    ShowKept(usize),
    /// Turn the proposed order into an editable one.
    Prepare,
    /// Add a slide: behind the current one of an open room, or at the end of the order.
    Add(Box<Slide>),
    /// Move a slide in the order.
    Move(SlideId, MoveTo),
    /// Remove a slide from the order, which is called so in front of the room.
    Remove(SlideId, String),
    /// Put a paragraph on the wall.
    ShowParagraph(ParagraphId),
    /// Take the words typed for a paragraph in front of the room into the text.
    TakeOver(ParagraphId),
    /// Drop the words typed for a paragraph in front of the room.
    DropDraft(ParagraphId),
    /// Blank the wall, whether or not it is blank already.
    Cover,
    /// Ask whether to close the room: a button, a key or the window system asks for it, which may be
    /// due to a hand on the wrong one.
    AskClose,
    /// Make the wall's window full screen, or not.
    FullScreen(bool),
}

/// The effect of an action on the rest of the window, which decides when it is possible.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Effect {
    /// Changes how visible content is shown on the wall; possible while the dossier is locked.
    Shows,
    /// The same, or about the wall's window, without changing the current slide; possible also
    /// while a question about the wall is open.
    ShowsAside,
    /// Answers the question about the wall. All other keys belong to the question while it is
    /// open.
    Answers,
    /// Goes to the room's own screen, which takes a field being typed in off the screen.
    Leaves,
    /// Writes to the dossier.
    Writes,
    /// Changes or asks something else about the room.
    Other,
}

impl RoomAct {
    /// Its effect on the rest of the window.
    pub(crate) fn effect(&self) -> Effect {
        match self {
            Self::Go(_) | Self::Point(_) | Self::Pointer(Some(_)) | Self::Timer => Effect::Shows,
            Self::Cover | Self::AskClose | Self::FullScreen(_) | Self::Pointer(None) => {
                Effect::ShowsAside
            }
            Self::ShowAll | Self::HoldBack | Self::TakeBack => Effect::Answers,
            Self::Open(_) | Self::AskSpeaker | Self::AskPark => Effect::Leaves,
            Self::Take(_)
            | Self::Sign(_)
            | Self::AskPoll
            | Self::Poll(..)
            | Self::Park(_)
            | Self::Prepare
            | Self::Add(_)
            | Self::Move(..)
            | Self::Remove(..)
            | Self::ShowParagraph(_)
            | Self::TakeOver(_)
            | Self::Mark(_) => Effect::Writes,
            Self::Speaker(_)
            | Self::SwitchNames
            | Self::AllowNames
            | Self::DropDraft(_)
            | Self::AskRelease
            | Self::Release(_)
            | Self::Withdraw(_)
            | Self::AskKept(_)
            | Self::ShowKept(_) => Effect::Other,
        }
    }
}
