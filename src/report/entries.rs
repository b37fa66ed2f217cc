//! The rows of a table, and those of all entries of a dossier. There may be a million entries, so
//! their rows are made as they are written.

use std::borrow::Cow;
use std::collections::HashMap;
use std::fmt;
use std::rc::Rc;

use chrono::NaiveDate;

use super::grounds::{Grounds, Records};
use super::page::{Cell, Column, Table, Value};
use super::sheets::{SourceNames, SpeakerNames, heading};
use super::{PageContext, parties_in_order, proposals_in_order};
use crate::analysis::MarkedEntry;
use crate::model::{
    Certainty, Entry, Forum, Marking, Position, ProposalId, Slot, Snapshot, SourceId, Speaker,
    Stance, stance,
};
use crate::text::{Text, msg};

/// The rows of a table.
#[derive(Clone)]
pub(super) enum Rows<'a> {
    Made(Vec<Vec<Cell<'a>>>),
    /// One for each entry; made all at once they would take more memory than the dossier.
    Entries(Rc<Entries<'a>>),
}

impl fmt::Debug for Rows<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(self.iter()).finish()
    }
}

impl<'a> FromIterator<Vec<Cell<'a>>> for Rows<'a> {
    fn from_iter<I: IntoIterator<Item = Vec<Cell<'a>>>>(rows: I) -> Self {
        Self::Made(rows.into_iter().collect())
    }
}

impl<'a> Rows<'a> {
    /// How many there are.
    pub(super) fn len(&self) -> usize {
        match self {
            Self::Made(rows) => rows.len(),
            Self::Entries(entries) => entries.len(),
        }
    }

    pub(super) fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// All of them.
    pub(super) fn iter(&self) -> impl Iterator<Item = Cow<'_, [Cell<'a>]>> {
        self.some(0, usize::MAX)
    }

    /// This many of them from a place on.
    pub(super) fn some(
        &self,
        from: usize,
        count: usize,
    ) -> impl Iterator<Item = Cow<'_, [Cell<'a>]>> {
        (from..from.saturating_add(count).min(self.len())).filter_map(|at| self.at(at))
    }

    fn at(&self, at: usize) -> Option<Cow<'_, [Cell<'a>]>> {
        match self {
            Self::Made(rows) => Some(Cow::Borrowed(rows.get(at)?)),
            Self::Entries(entries) => Some(Cow::Owned(entries.row(at)?)),
        }
    }

    /// An upper bound on the longest text in them, in bytes; `None` if unknown.
    pub(super) fn longest(&self) -> Option<usize> {
        match self {
            Self::Made(_) => None,
            Self::Entries(entries) => Some(entries.longest()),
        }
    }

    /// Calls `each` with the grounds of each cell.
    pub(super) fn each_grounds(&self, each: &mut dyn FnMut(&Grounds)) {
        self.iter().for_each(|row| row.iter().for_each(|cell| each(cell.grounds())));
    }
}

/// A row per entry that has not been corrected, with its grounds.
pub(super) fn positions<'a>(context: &PageContext<'a>) -> Table<'a> {
    let PageContext { snapshot, text, .. } = *context;
    let columns = [
        heading(text, "proposal"),
        heading(text, "party"),
        Column::new("name", text.get(msg!("sheet-in-full"))),
        heading(text, "stance"),
        Column::new("sign", text.get(msg!("sheet-sign"))),
        heading(text, "date"),
        heading(text, "certainty"),
        heading(text, "forum"),
        heading(text, "source"),
        heading(text, "words"),
        heading(text, "salience"),
        heading(text, "condition"),
        heading(text, "reason"),
        heading(text, "hold"),
        heading(text, "marking"),
    ];
    let rows = Rows::Entries(Rc::new(Entries::new(snapshot, text)));
    Table { key: "positions", columns: columns.into(), rows }
}

/// The entries of a table, in its order.
pub(super) struct Entries<'a> {
    snapshot: &'a Snapshot,
    text: Text,
    records: Records<'a>,
    called: SpeakerNames,
    named: SourceNames<'a>,
    all: Vec<Said<'a>>,
    longest: usize,
}

/// An entry of a party or a group.
#[derive(Clone, Copy)]
enum Said<'a> {
    Party(Entry<'a>),
    Group(&'a Position),
}

impl fmt::Debug for Entries<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Entries").field("count", &self.len()).finish_non_exhaustive()
    }
}

impl<'a> Entries<'a> {
    fn new(snapshot: &'a Snapshot, text: Text) -> Self {
        let mut all = Vec::with_capacity(snapshot.positions.len());
        let parties = parties_in_order(snapshot);
        let mut groups: HashMap<ProposalId, Vec<&Position>> = HashMap::new();
        for entry in snapshot.held_group_positions() {
            groups.entry(entry.proposal).or_default().push(entry);
        }
        for (column, proposal) in proposals_in_order(snapshot) {
            for (slot, _) in &parties {
                let line = snapshot.positions.line(column, *slot);
                // Oldest first, so that in a table each entry follows the one it replaces.
                let held = line.iter().rev().filter(|entry| !entry.is_replaced());
                all.extend(held.copied().map(Said::Party));
            }
            let mut said = groups.remove(&proposal.id).unwrap_or_default();
            let code = |entry: &Position| entry.by.group().and_then(|id| snapshot.groups.get(id));
            said.sort_by_key(|entry| (code(entry).map(|it| &it.code), entry.date, entry.id));
            let said = said.into_iter().filter(|entry| code(entry).is_some());
            all.extend(said.map(Said::Group));
        }
        let names = snapshot.parties.iter().map(|it| it.name.en.len().max(it.name.nl.len()));
        let names = names.chain(snapshot.groups.iter().map(|it| it.name.en.len()));
        let names = names.chain(snapshot.sources.iter().map(|it| it.title.len()));
        let names = names.chain(snapshot.sources.iter().map(|it| it.link.len()));
        let texts = snapshot.positions.texts().map(str::len);
        let of_groups = snapshot.held_group_positions();
        let of_groups =
            of_groups.map(|it| it.words.len().max(it.condition.len()).max(it.reason.len()));
        let longest = names.chain(texts).chain(of_groups).max().unwrap_or_default();
        Self {
            snapshot,
            text,
            records: Records::new(snapshot),
            called: SpeakerNames::new(snapshot),
            named: SourceNames::new(snapshot),
            all,
            longest,
        }
    }

    /// How many there are.
    pub(super) fn len(&self) -> usize {
        self.all.len()
    }

    /// An upper bound on the length of their texts, in bytes.
    pub(super) fn longest(&self) -> usize {
        self.longest
    }

    /// The row at a place.
    pub(super) fn row(&self, at: usize) -> Option<Vec<Cell<'a>>> {
        Some(self.cells(&self.told(*self.all.get(at)?)?).into())
    }

    fn told(&self, said: Said<'a>) -> Option<Told<'a>> {
        let Self { snapshot, text, .. } = *self;
        Some(match said {
            Said::Party(entry) => {
                let proposal = snapshot.proposals.at(entry.proposal())?;
                let party = snapshot.parties.at(entry.party())?;
                Told {
                    marked: entry.into(),
                    proposal: proposal.id,
                    by: party.id.into(),
                    code: &proposal.code,
                    speaker: &party.code,
                    name: text.of(&party.name),
                    stance: entry.stance(),
                    date: entry.date(),
                    certainty: entry.certainty(),
                    forum: entry.forum(),
                    source: source_at(snapshot, entry.source()),
                    words: entry.words(),
                    salience: entry.salience(),
                    condition: entry.condition(),
                    reason: entry.reason(),
                    hold: entry.hold(),
                    marking: entry.marking(),
                }
            }
            Said::Group(entry) => {
                let proposal = snapshot.proposals.get(entry.proposal)?;
                let group = snapshot.groups.get(entry.by.group()?)?;
                Told {
                    marked: entry.into(),
                    proposal: proposal.id,
                    by: entry.by,
                    code: &proposal.code,
                    speaker: &group.code,
                    name: text.of(&group.name),
                    stance: entry.stance,
                    date: entry.date,
                    certainty: entry.certainty,
                    forum: entry.forum,
                    source: entry.source,
                    words: &entry.words,
                    salience: entry.salience,
                    condition: &entry.condition,
                    reason: &entry.reason,
                    hold: entry.hold,
                    marking: entry.marking,
                }
            }
        })
    }

    fn cells(&self, entry: &Told<'a>) -> [Cell<'a>; 15] {
        let Self { text, records, called, named, .. } = self;
        let text = *text;
        let label = |words: Option<Value<'a>>| words.unwrap_or(Value::Nothing);
        let own = records.said(entry.marked, entry.proposal, entry.by);
        [
            own.cell(entry.code),
            called.cell(records, &own, (entry.speaker, entry.name)),
            own.cell(entry.name),
            own.cell(Value::Label {
                key: Some(stance::key(entry.stance)),
                words: text.stance(entry.stance),
            }),
            own.cell(Value::Stance(entry.stance)),
            own.cell(entry.date),
            own.cell(label(entry.certainty.map(|it| Value::label(text, it)))),
            own.cell(label(entry.forum.map(|it| Value::label(text, it)))),
            named.cell(records, entry.source),
            own.cell(entry.words),
            own.cell(label(entry.salience.map(Value::Salience))),
            own.cell(entry.condition),
            own.cell(entry.reason),
            own.cell(entry.hold),
            own.cell(entry.marking),
        ]
    }
}

/// The content of a row.
struct Told<'a> {
    marked: MarkedEntry,
    proposal: ProposalId,
    by: Speaker,
    code: &'a str,
    speaker: &'a str,
    name: &'a str,
    stance: Option<Stance>,
    date: NaiveDate,
    certainty: Option<Certainty>,
    forum: Option<Forum>,
    source: Option<SourceId>,
    words: &'a str,
    salience: Option<u8>,
    condition: &'a str,
    reason: &'a str,
    hold: bool,
    marking: Option<Marking>,
}

fn source_at(snapshot: &Snapshot, slot: Option<Slot>) -> Option<SourceId> {
    snapshot.sources.at(slot?).map(|source| source.id)
}
