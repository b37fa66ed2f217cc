//! What is shown and selected; nothing of it stands in the dossier.

mod matrix;
mod room;

use std::ops::{Index, IndexMut};

use chrono::NaiveDate;
use uuid::Uuid;

pub use matrix::{CampRows, Filter, MatrixRows, MatrixState, Place, SIZES, Sort};
pub use room::{CampNames, MINUTES, RoomAct, RoomDraft};

use crate::analysis::Days;
use crate::command::Screen;
use crate::model::{
    Aim, GroupId, Keyed, Marking, MeetingId, Obstacle, PartyId, ProposalId, RecordId, RelationId,
    RemedyId, RollCallId, SlideId, SourceId, Table, TermId,
};

/// What the inspector shows, and where the cursor of a grid stands: one thing, so that keys
/// change what the inspector names. It stays selected across screens.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Selection {
    /// Nothing yet.
    #[default]
    Nothing,
    /// Where one party stands on one proposal.
    Cell(ProposalId, PartyId),
    /// A proposal.
    Proposal(ProposalId),
    /// A party.
    Party(PartyId),
    /// A group.
    Group(GroupId),
    /// How one obstacle hinders one proposal.
    Hindrance(ProposalId, Obstacle),
    /// What one group says on one proposal.
    Said(ProposalId, GroupId),
    /// One's own brief on a proposal, or the place for it.
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
    /// The dossier itself.
    Dossier,
}

impl Selection {
    /// The record that "delete" would delete.
    pub fn deletable(self) -> Option<RecordId> {
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
            Self::Nothing
            | Self::Cell(..)
            | Self::Said(..)
            | Self::Brief(_)
            | Self::Hindrance(..)
            | Self::Engagement(_)
            | Self::Dossier => return None,
        };
        Some(RecordId { table, id })
    }

    /// The cell of the matrix that it is, which is where its cursor stands.
    pub fn cell(self) -> Option<Place> {
        match self {
            Self::Cell(proposal, party) => Some((proposal, party)),
            _ => None,
        }
    }

    /// The proposal it is about, if any.
    pub fn proposal(self) -> Option<ProposalId> {
        match self {
            Self::Cell(id, _)
            | Self::Proposal(id)
            | Self::Hindrance(id, _)
            | Self::Said(id, _)
            | Self::Brief(id) => Some(id),
            _ => None,
        }
    }

    /// The party it is about, if any.
    pub fn party(self) -> Option<PartyId> {
        match self {
            Self::Cell(_, id) | Self::Party(id) | Self::Engagement(id) => Some(id),
            _ => None,
        }
    }
}

/// What the foot of the inspector shows of what is selected.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Foot {
    /// What is remarked on it.
    Comments,
    /// What it was before.
    History,
}

/// How a list is filtered and sorted.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ListState {
    /// What a row has to contain.
    pub filter: String,
    /// The column it is sorted by.
    pub sort: usize,
    /// Whether the sorting is from last to first.
    pub descending: bool,
}

/// How the lists are filtered and sorted, each by its screen.
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
    /// Only those of this table.
    pub table: Option<Table>,
    /// Only those with this marking; the inner none is the dossier's own.
    pub marking: Option<Option<Marking>>,
}

impl MarkingFilter {
    /// Whether every record is shown.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

/// The part of the library that is shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Shelf {
    /// Numbered measures, norms and principles.
    #[default]
    Instruments,
    /// Resolutions and their tallies.
    Resolutions,
    /// Initiatives so far.
    Initiatives,
    /// Remedies that were tried.
    Remedies,
    /// Contested terms.
    Terms,
    /// States and groups.
    States,
    /// The eight obstacles.
    Obstacles,
}

/// All of it.
#[derive(Clone, Debug, Default)]
pub struct ViewState {
    /// The screen.
    pub screen: Screen,
    /// What is selected.
    pub selection: Selection,
    /// What the inspector shows: what is selected, but only after a field that was being
    /// typed in has had a frame to notice that it was left.
    pub inspected: Selection,
    /// The day that is shown; today where none was chosen.
    pub as_of: Option<NaiveDate>,
    /// The day that trends begin at; a year before where none was chosen.
    pub since: Option<NaiveDate>,
    /// Whether the inspector is hidden.
    pub inspector_hidden: bool,
    /// Goes to the filter of the screen in the next frame.
    pub focus_filter: bool,
    /// Goes to the first field of the inspector, once it shows what is selected.
    pub focus_inspector: bool,
    /// Goes to the first field of the inspector in this frame: it shows what is selected.
    pub focus_form: bool,
    /// Brings the selected cell of the heat map into view in the next frame.
    pub reveal_heat: bool,
    /// The matrix.
    pub matrix: MatrixState,
    /// How each list is filtered and sorted.
    pub lists: Lists,
    /// Only proposals that serve this aim.
    pub aim: Option<Aim>,
    /// Whether the board shows what is done and dropped too.
    pub all_remedies: bool,
    /// Whether the calendar shows what is past too.
    pub past: bool,
    /// Whether the entries without a source are shown instead.
    pub unsourced: bool,
    /// Whether the comments that are dealt with are shown too.
    pub all_comments: bool,
    /// Which of them are shown.
    pub marking_filter: MarkingFilter,
    /// The step of the guided tour, while one is taken.
    pub tour: Option<usize>,
    /// The slide of the running order whose words are being changed.
    pub slide: Option<SlideId>,
    /// What the foot of the inspector shows.
    pub foot: Option<Foot>,
    /// The record whose history the inspector shows.
    pub history_of: Option<RecordId>,
    /// Whether the history shows what changed since a day instead of the steps.
    pub changes: bool,
    /// The part of the library.
    pub shelf: Shelf,
}

impl ViewState {
    /// What is shown first: the matrix; in the history the newest step first.
    pub fn new() -> Self {
        let mut view = Self::default();
        view.lists[Screen::History].descending = true;
        view
    }

    /// The days that figures are computed for; a trend begins a year before, if nothing
    /// else was chosen.
    pub fn days(&self, today: NaiveDate) -> Days {
        let as_of = self.as_of.unwrap_or(today);
        let year_before = as_of.checked_sub_months(chrono::Months::new(12)).unwrap_or(as_of);
        // A trend cannot begin after the day that is shown.
        let since = self.since.filter(|since| *since < as_of);
        Days { as_of, since: since.unwrap_or(year_before) }
    }
}
