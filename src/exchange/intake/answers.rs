//! The questions about a table, and their answers.

use std::collections::{BTreeMap, BTreeSet};

use uuid::Uuid;

use super::super::DayQuestion;
use super::mapping::OwnScale;
use crate::library::{LibraryGroup, State, groups, states};
use crate::model::words::{fold_line, name_key};
use crate::model::{GroupId, Keyed, PartyId, PartyKind, Speaker};

/// A question about a table that only the user can answer.
#[derive(Clone, Debug, PartialEq)]
pub enum Question {
    /// The order of its days; answered by [`Mapping::dates`](super::Mapping::dates). Until then no
    /// row can be read.
    Days(DayQuestion),
    /// The meaning of its numbers; answered by [`Mapping::scale`](super::Mapping::scale). Until
    /// then no row can be read.
    Scale(ScaleQuestion),
    /// Who is meant by a name; answered by [`Answers::name`].
    Name(NameQuestion),
    /// Which of two rows counts; answered by [`Answers::leave_out`] for the other one.
    Clash(ClashQuestion),
}

/// Numbers on an unknown scale.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ScaleQuestion {
    /// The numbers, in order.
    pub numbers: Vec<String>,
    /// The first columns with them, from 0, with their headings as written.
    pub columns: Vec<(usize, String)>,
    /// Their likely meaning, if there is one.
    pub likely: Option<OwnScale>,
}

/// An uncertain name.
#[derive(Clone, Debug, PartialEq)]
pub struct NameQuestion {
    /// The name, as written first.
    pub written: String,
    /// The first line with it.
    pub line: u64,
    /// The column it is in there, from 0, and the heading of that column as written; empty if the
    /// name itself is the heading.
    pub column: Option<(usize, String)>,
    /// How often it occurs.
    pub rows: usize,
    /// Who may be meant, the most likely first; empty if nobody has a similar name.
    pub options: Vec<NameOption>,
    /// Whether the first of several has exactly this name.
    pub is_exact: bool,
}

/// Who may be meant by a name.
#[derive(Clone, Debug, PartialEq)]
pub struct NameOption {
    /// The answer that says so.
    pub answer: NameAnswer,
    /// The name in the language of the user.
    pub name: String,
}

/// Two rows that contradict each other.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ClashQuestion {
    /// The place of the second row.
    pub second: Place,
    /// The place of the first row, if it can be left out instead.
    pub first: Option<Place>,
    /// The content of the second row.
    pub written: String,
    /// The column of that content, from 0, and its heading as written.
    pub column: Option<(usize, String)>,
}

/// A place in a table: a line, and the column from 1, or 0 for the whole row.
pub type Place = (u64, usize);

/// Who is meant by a name in a table.
#[derive(Clone, Copy, Debug)]
pub enum NameAnswer {
    /// A party or group of the dossier.
    Here(Speaker),
    /// A state, which is added if the dossier lacks it.
    State(&'static State),
    /// A group, which is added with its members if the dossier lacks it.
    Group(&'static LibraryGroup),
    /// A new party of this kind with the name as written.
    New(PartyKind),
    /// A new group with the name as written.
    NewGroup,
    /// Nobody: its rows are left out.
    LeaveOut,
}

impl NameAnswer {
    /// The answer in words for a file, such as `state NLD`.
    pub fn to_key(self) -> String {
        match self {
            Self::Here(Speaker::Party(id)) => format!("party {id}"),
            Self::Here(Speaker::Group(id)) => format!("group {id}"),
            Self::State(state) => format!("state {}", state.iso3),
            Self::Group(group) => format!("known-group {}", group.code),
            Self::New(kind) => format!("new {}", kind.key()),
            Self::NewGroup => "new-group".to_owned(),
            Self::LeaveOut => "nobody".to_owned(),
        }
    }

    /// The answer with this key; `None` if there is none.
    pub fn from_key(key: &str) -> Option<Self> {
        let (kind, of) = key.split_once(' ').unwrap_or((key, ""));
        let id = || Uuid::try_parse(of).ok();
        match kind {
            "party" => Some(Self::Here(PartyId(id()?).into())),
            "group" => Some(Self::Here(GroupId(id()?).into())),
            "state" => states().iter().find(|it| it.iso3 == of).map(Self::State),
            "known-group" => groups().iter().find(|it| it.code == of).map(Self::Group),
            "new" => PartyKind::from_key(of).map(Self::New),
            "new-group" => Some(Self::NewGroup),
            "nobody" => Some(Self::LeaveOut),
            _ => None,
        }
    }
}

impl PartialEq for NameAnswer {
    fn eq(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Here(one), Self::Here(two)) => one == two,
            (Self::State(one), Self::State(two)) => one.iso3 == two.iso3,
            (Self::Group(one), Self::Group(two)) => one.code == two.code,
            (Self::New(one), Self::New(two)) => one == two,
            (Self::LeaveOut, Self::LeaveOut) | (Self::NewGroup, Self::NewGroup) => true,
            _ => false,
        }
    }
}

/// The answers about a table. Those about names are stored in the dossier when the plan is carried
/// out.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Answers {
    names: BTreeMap<String, NameAnswer>,
    skipped: BTreeSet<Place>,
}

impl Answers {
    /// Records who is meant by a name, in whatever spelling.
    pub fn name(&mut self, written: &str, answer: NameAnswer) {
        self.names.insert(key(written), answer);
    }

    /// Withdraws the answer about a name.
    pub fn forget(&mut self, written: &str) {
        self.names.remove(&key(written));
    }

    /// Leaves out a row or cell.
    pub fn leave_out(&mut self, place: Place) {
        self.skipped.insert(place);
    }

    /// The rows and cells that are left out.
    pub fn left_out(&self) -> impl Iterator<Item = Place> {
        self.skipped.iter().copied()
    }

    /// The answer about a name.
    pub fn about(&self, written: &str) -> Option<NameAnswer> {
        self.names.get(&key(written)).copied()
    }

    /// Whether a row or cell is left out.
    pub(super) fn leaves_out(&self, line: u64, column: usize) -> bool {
        !self.skipped.is_empty()
            && (self.skipped.contains(&(line, 0)) || self.skipped.contains(&(line, column)))
    }
}

/// Names that differ only in spelling details are the same.
pub(super) fn key(written: &str) -> String {
    let key = name_key(written);
    if key.is_empty() { fold_line(written) } else { key }
}
