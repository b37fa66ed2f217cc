//! View state: what is on screen and what is selected. None of it is stored in a dossier's records.

mod arrangement;
mod changes;
mod intake;
mod matrix;
mod page_work;
mod proposal_on;
mod room;
mod several;
mod text;
mod trail;

use std::collections::BTreeMap;
use std::ops::{Index, IndexMut};

use chrono::NaiveDate;
use uuid::Uuid;

pub use arrangement::Arrangement;
pub use changes::{ChangesBy, ChangesState};
pub use intake::IntakeAct;
pub use matrix::{CampRows, MatrixRows, MatrixState, Place};
pub use page_work::{PageWork, SheetWanted, Stage};
pub use room::{CampNames, RoomAct, RoomDraft, TextShows};
pub(crate) use room::{Effect, MINUTES};
pub use several::{Chosen, Own, RowKey, Several};
pub use text::{Against, AskedOf, Bracketing, ChosenWords, TakingText, TextFilter, TextState};
pub use trail::Trail;

use crate::analysis::{CountsAs, Days};
use crate::command::Screen;
use crate::model::{
    Aim, GroupId, Keyed, Marking, MeetingId, Obstacle, ParagraphId, PartyId, Procedure, ProposalId,
    RecordId, RelationId, RemedyId, RollCallId, ScenarioId, SlideId, SourceId, Speaker, Table,
    TermId,
};

/// The selected item, which is both what the inspector shows and where the cursor of a grid is, so
/// that keys always act on what the inspector names. It survives a change of screen.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Selection {
    /// Nothing yet.
    #[default]
    Nothing,
    /// The stance of one party on one proposal.
    Cell(ProposalId, PartyId),
    /// A proposal.
    Proposal(ProposalId),
    /// A party.
    Party(PartyId),
    /// A group.
    Group(GroupId),
    /// How one obstacle hinders one proposal.
    Assessment(ProposalId, Obstacle),
    /// A group's stance on a proposal.
    GroupStance(ProposalId, GroupId),
    /// The user's own brief on a proposal, whether or not it exists yet.
    Brief(ProposalId),
    /// A remedy.
    Remedy(RemedyId),
    /// How far two parties trust each other.
    Relation(RelationId),
    /// The engagement of a party.
    Engagement(PartyId),
    /// A meeting.
    Meeting(MeetingId),
    /// A contested term of the dossier.
    Term(TermId),
    /// A roll call.
    RollCall(RollCallId),
    /// A source.
    Source(SourceId),
    /// A scenario.
    Scenario(ScenarioId),
    /// A paragraph of a text.
    Paragraph(ParagraphId),
    /// The dossier itself.
    Dossier,
}

impl Selection {
    /// The record the delete command would delete.
    pub(crate) fn deletable(self) -> Option<RecordId> {
        let (table, id): (Table, Uuid) = match self {
            Self::Proposal(id) => (Table::Proposals, id.0),
            Self::Party(id) => (Table::Parties, id.0),
            Self::Group(id) => (Table::Groups, id.0),
            Self::RollCall(id) => (Table::RollCalls, id.0),
            Self::Source(id) => (Table::Sources, id.0),
            Self::Remedy(id) => (Table::Remedies, id.0),
            Self::Relation(id) => (Table::Relations, id.0),
            Self::Meeting(id) => (Table::Meetings, id.0),
            Self::Term(id) => (Table::Terms, id.0),
            Self::Scenario(id) => (Table::Scenarios, id.0),
            Self::Paragraph(id) => (Table::Paragraphs, id.0),
            Self::Nothing
            | Self::Cell(..)
            | Self::GroupStance(..)
            | Self::Brief(_)
            | Self::Assessment(..)
            | Self::Engagement(_)
            | Self::Dossier => return None,
        };
        Some(RecordId { table, id })
    }

    /// The selected cell of the matrix, where its cursor is.
    pub fn cell(self) -> Option<Place> {
        if let Self::Cell(proposal, party) = self { Some((proposal, party)) } else { None }
    }

    /// The proposal the selection is about, if any.
    pub fn proposal(self) -> Option<ProposalId> {
        match self {
            Self::Cell(id, _)
            | Self::Proposal(id)
            | Self::Assessment(id, _)
            | Self::GroupStance(id, _)
            | Self::Brief(id) => Some(id),
            Self::Nothing
            | Self::Party(_)
            | Self::Group(_)
            | Self::Remedy(_)
            | Self::Relation(_)
            | Self::Engagement(_)
            | Self::Meeting(_)
            | Self::Term(_)
            | Self::RollCall(_)
            | Self::Source(_)
            | Self::Scenario(_)
            | Self::Paragraph(_)
            | Self::Dossier => None,
        }
    }

    /// The party the selection is about, if any.
    pub fn party(self) -> Option<PartyId> {
        match self {
            Self::Cell(_, id) | Self::Party(id) | Self::Engagement(id) => Some(id),
            Self::Nothing
            | Self::Proposal(_)
            | Self::Group(_)
            | Self::Assessment(..)
            | Self::GroupStance(..)
            | Self::Brief(_)
            | Self::Remedy(_)
            | Self::Relation(_)
            | Self::Meeting(_)
            | Self::Term(_)
            | Self::RollCall(_)
            | Self::Source(_)
            | Self::Scenario(_)
            | Self::Paragraph(_)
            | Self::Dossier => None,
        }
    }
}

/// The part shown at the foot of the inspector.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Foot {
    /// Its comments.
    Comments,
    /// Its history.
    History,
}

/// How a list is filtered and sorted.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ListState {
    /// Text a row must contain.
    pub filter: String,
    /// The index of the column it is sorted by.
    pub sort: usize,
    /// Whether the order is descending.
    pub descending: bool,
    /// The column that orders rows equal in the first, and whether descending.
    pub then: Option<(usize, bool)>,
}

impl ListState {
    /// Sorts by a column, or reverses the order if it is sorted by it already; or, if `then`, by
    /// this column after the one it is sorted by: descending, then ascending, then no longer.
    pub fn sort_by(&mut self, column: usize, then: bool) {
        if then && column != self.sort {
            self.then = match self.then {
                Some((at, false)) if at == column => Some((column, true)),
                Some((at, true)) if at == column => None,
                _ => Some((column, false)),
            };
        } else if column == self.sort {
            self.descending = !self.descending;
        } else {
            (self.sort, self.descending, self.then) = (column, false, None);
        }
    }
}

/// The filter and sort order of every list, indexed by screen.
#[derive(Clone, Debug, Default)]
pub struct Lists([ListState; Screen::ALL.len()]);

impl Index<Screen> for Lists {
    type Output = ListState;

    fn index(&self, screen: Screen) -> &ListState {
        &self.0[screen as usize]
    }
}

impl IndexMut<Screen> for Lists {
    fn index_mut(&mut self, screen: Screen) -> &mut ListState {
        &mut self.0[screen as usize]
    }
}

/// Which records the list of markings shows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct MarkingFilter {
    /// Only records of this table.
    pub table: Option<Table>,
    /// Only records with this marking; the inner `None` is the dossier's own.
    pub marking: Option<Option<Marking>>,
}

impl MarkingFilter {
    /// Whether no filter is set.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

/// The view state of the calling list.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CallsState {
    /// The proposal; `None` until one is chosen or selected.
    pub proposal: Option<ProposalId>,
    /// How it is decided; `None` follows the coming decision, or consensus if there is none.
    pub procedure: Option<Procedure>,
    /// The side that is shown.
    pub side: CallsSide,
    /// The part of the list that is shown, if not all of it.
    pub only: Option<CallsOnly>,
    /// Those counted by the figure that was clicked last.
    pub these: Vec<PartyId>,
    /// The party or group being called: an answer may move it out of the part of the list shown,
    /// and the call goes on.
    pub on_the_line: Option<OnTheLine>,
    /// Whether all reminders are shown, rather than only the first lines.
    pub all_lines: bool,
    /// Whether sentences about moves name everybody, rather than only the first.
    pub in_full: bool,
}

/// A party or group being called, which keeps its place in the list until one goes on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OnTheLine {
    /// The party or group.
    pub by: Speaker,
    /// Its row when it answered.
    pub at: usize,
    /// How the list was filtered and sorted then.
    pub shown: ListState,
}

/// A part of the calling list, by the figure or the line above it that mentions them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum CallsOnly {
    /// Those that count this way.
    Counting(CountsAs),
    /// Those that this line mentions.
    OfLine(usize),
    /// Those that a figure counts.
    These,
}

/// The sides of the calling list on a proposal.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum CallsSide {
    /// Whom to call, one row per party.
    #[default]
    Calls,
    /// The moves that would carry it.
    Carry,
    /// The chances from past votes, and how good one's own entries were.
    Record,
}

/// The view state of scenarios.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct WhatIfState {
    /// The one under which the matrix is shown; `None` is the dossier as it is.
    pub on_view: Option<ScenarioId>,
    /// The one under which it was last shown.
    pub last: Option<ScenarioId>,
    /// Those that are compared with today, at most three; `None` until they are chosen.
    pub compared: Option<Vec<ScenarioId>>,
    /// The procedure in the comparison.
    pub procedure: Procedure,
}

/// A section of the library.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Shelf {
    /// Numbered measures, norms and principles.
    #[default]
    Instruments,
    /// Resolutions and their votes.
    Resolutions,
    /// Past and present initiatives.
    Initiatives,
    /// Remedies with a precedent.
    Remedies,
    /// Contested terms.
    Terms,
    /// States and groups.
    States,
    /// The eight obstacles.
    Obstacles,
}

/// The view state of the window.
#[derive(Clone, Debug, Default)]
pub struct ViewState {
    /// The screen.
    pub screen: Screen,
    /// The selection.
    pub selection: Selection,
    /// The item the inspector shows. It follows the selection, but only after a field being typed
    /// in has had a frame to notice that it lost the focus.
    pub inspected: Selection,
    /// The day shown; `None` is today.
    pub as_of: Option<NaiveDate>,
    /// The first day of the trend; `None` is a year before the day shown.
    pub since: Option<NaiveDate>,
    /// Whether the inspector is hidden.
    pub inspector_hidden: bool,
    /// Focus the filter field in the next frame.
    pub focus_filter: bool,
    /// Focus the first field of the inspector once it shows the selection.
    pub focus_inspector: bool,
    /// Focus the first field of the inspector in this frame.
    pub focus_form: bool,
    /// The field to focus instead of the first one.
    pub focus_column: Option<&'static str>,
    /// The proposal shown at full width, and the screen it was opened from.
    pub page: Option<(ProposalId, Screen)>,
    /// Whether obstacles are ranked instead of shown as a map.
    pub ranked: bool,
    /// Scroll to the selected cell of the heat map in the next frame.
    pub reveal_heat: bool,
    /// The matrix.
    pub matrix: MatrixState,
    /// The filter and sort order of each list.
    pub lists: Lists,
    /// How the columns of lists are arranged, by list.
    pub columns: BTreeMap<String, Arrangement>,
    /// The rows chosen in the list on screen besides the selection.
    pub chosen: Chosen,
    /// Only proposals that serve this aim.
    pub aim: Option<Aim>,
    /// Whether the board includes remedies that are done or dropped.
    pub all_remedies: bool,
    /// Whether the calendar includes past days.
    pub past: bool,
    /// Whether entries without a source are shown instead of the sources.
    pub unsourced: bool,
    /// Whether resolved comments are shown too.
    pub all_comments: bool,
    /// The filter of the list of markings.
    pub marking_filter: MarkingFilter,
    /// The step of the guided tour, if it is running.
    pub tour: Option<usize>,
    /// The screen and the selection before the tour.
    pub tour_from: Option<(Screen, Selection)>,
    /// The slide of the running order being edited, and whether it was withheld from the room when it
    /// was chosen.
    pub slide: Option<(SlideId, bool)>,
    /// The choice at the foot of the inspector.
    pub foot: Option<Foot>,
    /// The record whose history the inspector shows.
    pub history_of: Option<RecordId>,
    /// The view state of the changes since a day.
    pub changes: ChangesState,
    /// The section of the library.
    pub shelf: Shelf,
    /// The view state of the calling list.
    pub calls: CallsState,
    /// Which text is shown.
    pub text: TextState,
    /// The view state of scenarios.
    pub what_if: WhatIfState,
    /// Whether competing texts are counted by group instead of by camp.
    pub pairs_by_group: bool,
    /// The places where the user has been.
    pub trail: Trail,
}

impl ViewState {
    /// The initial state: the matrix; the history sorted newest first.
    pub fn new() -> Self {
        let mut view = Self::default();
        view.lists[Screen::History].descending = true;
        view
    }

    /// Shows a proposal at full width.
    pub(crate) fn open_page(&mut self, proposal: ProposalId) {
        self.page = Some((proposal, self.screen));
        self.screen = Screen::Proposals;
        self.selection = Selection::Proposal(proposal);
    }

    /// Goes back to where the page was opened from.
    pub(crate) fn leave_page(&mut self) {
        if let Some((_, from)) = self.page.take() {
            self.screen = from;
        }
    }

    /// The proposal shown at full width, if that is on screen: if another was selected meanwhile,
    /// that one.
    pub(crate) fn page_of(&mut self) -> Option<ProposalId> {
        let (shown, _) = self.page.as_mut().filter(|_| self.screen == Screen::Proposals)?;
        if let Selection::Proposal(id) = self.selection {
            *shown = id;
        }
        Some(*shown)
    }

    /// Whether a page has the full width: nothing but its own proposal is selected.
    pub(crate) fn is_wide(&self) -> bool {
        self.screen == Screen::Proposals
            && self.page.is_some()
            && matches!(self.selection, Selection::Proposal(_) | Selection::Nothing)
    }

    /// The records the delete command would delete: those chosen in the list on screen, or the one
    /// that is selected.
    pub fn deletable(&self) -> Vec<RecordId> {
        let chosen = self.chosen.deletable();
        if chosen.is_empty() { self.selection.deletable().into_iter().collect() } else { chosen }
    }

    /// The days figures are computed for; a trend begins a year before the day shown unless chosen
    /// otherwise.
    pub fn days(&self, today: NaiveDate) -> Days {
        let year = year_to(self.as_of.unwrap_or(today));
        // A trend cannot begin on or after the day shown.
        let since = self.since.filter(|since| *since < year.as_of);
        Days { since: since.unwrap_or(year.since), ..year }
    }
}

/// The days of a trend over the year before the day shown.
pub(crate) fn year_to(as_of: NaiveDate) -> Days {
    let since = as_of.checked_sub_months(chrono::Months::new(12)).unwrap_or(as_of);
    Days { as_of, since }
}
