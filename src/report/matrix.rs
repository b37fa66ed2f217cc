//! The coalition matrix: every party's stance on every proposal, by camp.

use std::collections::HashMap;

use chrono::NaiveDate;

use super::counted::{CampGrounds, group_grounds};
use super::grounds::{Grounds, Records};
use super::page::{Block, Value};
use super::words::sign;
use super::{On, PageContext, parties_in_order, proposals_in_order};
use crate::analysis::{
    Basis, Board, CampReading, Column, Filter, Rule, Voice, Voices, coalition, stance_changes,
};
use crate::model::words::fold;
use crate::model::{
    Entry, GroupId, Keyed, PartyKind, Slot, Snapshot, Source, SourceId, Stance, stance,
};
use crate::text::{Text, msg};

/// The matrix: a column per proposal, a row per party, and the cells with known content.
#[derive(Clone, Debug)]
pub(super) struct Matrix<'a> {
    pub(super) columns: Vec<ColumnHead<'a>>,
    pub(super) rows: Vec<RowHead<'a>>,
    /// By column, then by row.
    pub(super) cells: Vec<MatrixCell>,
    /// In the same order.
    pub(super) conflicts: Vec<Conflict>,
    groups: Names<'a, GroupId>,
    sources: Names<'a, SourceId>,
    /// If it shows only some parties and proposals: of how many, and what it rests on besides what
    /// it shows, since the figures count all.
    pub(super) part: Option<PartOf>,
}

/// The matrix that a partial one is a part of.
#[derive(Clone, Debug)]
pub(super) struct PartOf {
    pub(super) parties: usize,
    pub(super) proposals: usize,
    grounds: Grounds,
}

/// The head of a column: a proposal.
#[derive(Clone, Debug)]
pub(super) struct ColumnHead<'a> {
    pub(super) code: &'a str,
    pub(super) title: &'a str,
    pub(super) counts: Column,
    grounds: Grounds,
}

/// The head of a row: a party.
#[derive(Clone, Debug)]
pub(super) struct RowHead<'a> {
    pub(super) code: &'a str,
    pub(super) name: &'a str,
    pub(super) kind: PartyKind,
    pub(super) reading: CampReading,
    grounds: Grounds,
}

/// The position of a cell: its column and its row.
#[derive(Clone, Copy, Debug)]
pub(super) struct Place {
    pub(super) column: usize,
    pub(super) row: usize,
}

/// A party's stance on a proposal, as far as known.
#[derive(Clone, Debug)]
pub(super) struct MatrixCell {
    pub(super) at: Place,
    /// `None` if the party itself said that its stance is unknown again.
    pub(super) stance: Option<Stance>,
    pub(super) date: NaiveDate,
    group: Option<Named>,
    source: Option<Named>,
    entry: Grounds,
}

/// A party whose groups disagree on a proposal, and what they say.
#[derive(Clone, Debug)]
pub(super) struct Conflict {
    pub(super) at: Place,
    pub(super) said: Vec<GroupStance>,
}

/// The stance of a group.
#[derive(Clone, Debug)]
pub(super) struct GroupStance {
    pub(super) stance: Stance,
    pub(super) date: NaiveDate,
    group: Named,
    entry: Grounds,
}

/// The index of an interned name.
#[derive(Clone, Copy, Debug)]
struct Named(u32);

/// Names of records that occur in many cells, each stored once.
#[derive(Clone, Debug)]
struct Names<'a, Id> {
    names: Vec<(&'a str, Grounds)>,
    places: HashMap<Id, Named>,
}

impl<'a, Id: Copy + Eq + std::hash::Hash> Names<'a, Id> {
    fn none() -> Self {
        Self { names: Vec::new(), places: HashMap::new() }
    }

    fn place(
        &mut self,
        id: Id,
        name: impl FnOnce() -> Option<(&'a str, Grounds)>,
    ) -> Option<Named> {
        if let Some(place) = self.places.get(&id) {
            return Some(*place);
        }
        let place = Named(u32::try_from(self.names.len()).ok()?);
        self.names.push(name()?);
        self.places.insert(id, place);
        Some(place)
    }

    fn name(&self, place: Named) -> &'a str {
        self.names.get(place.0 as usize).map_or("", |(name, _)| *name)
    }

    fn grounds(&self) -> impl Iterator<Item = &Grounds> {
        self.names.iter().map(|(_, grounds)| grounds)
    }
}

impl<'a> Matrix<'a> {
    /// The grounds of everything in it.
    pub(super) fn grounds(&self) -> impl Iterator<Item = &Grounds> {
        let Self { columns, rows, cells, conflicts, groups, sources, part } = self;
        let heads = columns.iter().map(|it| &it.grounds).chain(rows.iter().map(|it| &it.grounds));
        let said = conflicts.iter().flat_map(|it| &it.said).map(|said| &said.entry);
        let named = groups.grounds().chain(sources.grounds());
        let part = part.iter().map(|it| &it.grounds);
        heads.chain(cells.iter().map(|it| &it.entry)).chain(said).chain(named).chain(part)
    }

    /// The code of the group that a stance is inherited from.
    pub(super) fn inherited_from(&self, cell: &MatrixCell) -> Option<&'a str> {
        cell.group.map(|group| self.groups.name(group))
    }

    /// The source of a stance.
    pub(super) fn source(&self, cell: &MatrixCell) -> Option<&'a str> {
        cell.source.map(|source| self.sources.name(source))
    }

    /// The code of the group that spoke.
    pub(super) fn speaker(&self, said: &GroupStance) -> &'a str {
        self.groups.name(said.group)
    }

    /// The stances by row, then by column; in a large matrix most may be unknown.
    pub(super) fn stances(&self) -> Vec<Vec<Option<Stance>>> {
        let mut stances = vec![vec![None; self.columns.len()]; self.rows.len()];
        for MatrixCell { at, stance, .. } in &self.cells {
            if let Some(cell) = stances.get_mut(at.row).and_then(|row| row.get_mut(at.column)) {
                *cell = *stance;
            }
        }
        stances
    }

    /// The rows with their stances, by camp and then by name or as on the screen, in the order for
    /// people.
    pub(super) fn by_camp(&self) -> Vec<(&RowHead<'a>, Vec<Option<Stance>>)> {
        let mut rows: Vec<_> = self.rows.iter().zip(self.stances()).collect();
        if self.part.is_some() {
            rows.sort_by_key(|(row, _)| row.reading.camp);
        } else {
            rows.sort_by_cached_key(|(row, _)| (row.reading.camp, fold(row.name)));
        }
        rows
    }

    /// Only these columns and rows, by their places, in this order. Besides what it shows it rests
    /// on everything left out, and on `chosen`, the grounds of the selection.
    fn keep(self, columns: &[usize], rows: &[usize], chosen: Grounds) -> Self {
        let grounds = Grounds::all(self.grounds().cloned().chain([chosen]));
        let Self { columns: heads, rows: parties, groups, sources, .. } = self;
        let (mut cells, mut conflicts) = (self.cells, self.conflicts);
        let part = Some(PartOf { parties: parties.len(), proposals: heads.len(), grounds });
        let places = |kept: &[usize]| -> HashMap<usize, usize> {
            kept.iter().enumerate().map(|(place, before)| (*before, place)).collect()
        };
        let (by_column, by_row) = (places(columns), places(rows));
        let moved = |at: &mut Place| match (by_column.get(&at.column), by_row.get(&at.row)) {
            (Some(column), Some(row)) => {
                *at = Place { column: *column, row: *row };
                true
            }
            _ => false,
        };
        cells.retain_mut(|cell| moved(&mut cell.at));
        conflicts.retain_mut(|conflict| moved(&mut conflict.at));
        cells.sort_by_key(|cell| (cell.at.column, cell.at.row));
        conflicts.sort_by_key(|conflict| (conflict.at.column, conflict.at.row));
        let columns = columns.iter().filter_map(|place| heads.get(*place).cloned()).collect();
        let rows = rows.iter().filter_map(|place| parties.get(*place).cloned()).collect();
        Self { columns, rows, cells, conflicts, groups, sources, part }
    }

    /// Says that it shows a part, for people and for programs.
    pub(super) fn said_of_part(&self, text: Text) -> Vec<Block<'a>> {
        let Some(PartOf { parties, proposals, grounds }) = &self.part else { return Vec::new() };
        let counts =
            [("parties", self.rows.len(), *parties), ("proposals", self.columns.len(), *proposals)];
        if counts.iter().all(|(_, shown, of)| shown == of) {
            return Vec::new();
        }
        let [(_, rows, _), (_, columns, _)] = counts;
        let words = [
            ("rows", text.count(rows).into()),
            ("parties", text.count(*parties).into()),
            ("columns", text.count(columns).into()),
            ("proposals", text.count(*proposals).into()),
        ];
        let words = text.with(msg!("page-part"), &words);
        let counts = counts.map(|(name, _, of)| (name, grounds.cell(Value::Count(of))));
        vec![
            Block::Field("part_of", grounds.cell(Value::Fields(counts.into()))),
            Block::Sentence(grounds.cell(Value::Text(words.into()))),
        ]
    }

    /// The rows at the foot: how many take each stance, and the outcome under each rule. A label,
    /// and a cell per column.
    pub(super) fn foot(&self, text: Text) -> Vec<(String, Vec<String>)> {
        let line = |label: String, value: &dyn Fn(&Column) -> String| {
            (label, self.columns.iter().map(|column| value(&column.counts)).collect())
        };
        let tallies = stance::ORDER
            .into_iter()
            .map(|it| line(sign(text, it), &|column| column.tally.get(it).to_string()));
        let outcomes = Rule::ALL.iter().map(|rule| {
            let outcome = |column: &Column| text.label(column.adoption.under(*rule)).to_owned();
            line(text.label(*rule).to_owned(), &outcome)
        });
        tallies.chain(outcomes).collect()
    }
}

/// The matrix as of the end of a day.
pub(super) fn matrix<'a>(context: &PageContext<'a>, records: &Records<'a>) -> Matrix<'a> {
    let PageContext { snapshot, text, as_of, .. } = *context;
    let coalition = coalition(snapshot, as_of);
    let (proposals, mut parties) = (proposals_in_order(snapshot), parties_in_order(snapshot));
    parties.retain(|(slot, _)| coalition.camps.get(*slot).is_some());
    let camps = CampGrounds::new(snapshot, records);
    let groups = group_grounds(snapshot, records, as_of);
    let columns = proposals.iter().map(|(slot, proposal)| {
        let said = groups.get(&proposal.id).into_iter().flatten().cloned();
        ColumnHead {
            code: &proposal.code,
            title: text.of(&proposal.title),
            counts: coalition.column(*slot).cloned().unwrap_or_default(),
            grounds: Grounds::all([records.of(proposal.id)].into_iter().chain(said)),
        }
    });
    let rows = parties.iter().filter_map(|(slot, party)| {
        Some(RowHead {
            code: &party.code,
            name: text.of(&party.name),
            kind: party.kind,
            reading: *coalition.camps.get(*slot)?,
            grounds: camps.of(*slot),
        })
    });
    let mut cells = Cells {
        snapshot,
        records,
        voices: Voices::new(snapshot, as_of),
        groups: Names::none(),
        sources: Names::none(),
    };
    let (mut known, mut conflicts) = (Vec::new(), Vec::new());
    let place: HashMap<Slot, usize> =
        parties.iter().enumerate().map(|(place, (slot, _))| (*slot, place)).collect();
    for (column, (proposal, _)) in proposals.iter().enumerate() {
        // Visit only known cells, as most may be empty.
        let found = coalition.known(*proposal);
        let mut found: Vec<_> = found.iter().filter_map(|slot| place.get(slot)).collect();
        found.sort_unstable();
        for row in found {
            let (at, party) = (Place { column, row: *row }, parties[*row].0);
            match coalition.basis(*proposal, party) {
                Basis::Own => {
                    let entry = snapshot.positions.current(*proposal, party, as_of);
                    known.extend(entry.map(|entry| cells.own(at, entry)));
                }
                Basis::Inherited => known.extend(cells.inherited(at, *proposal, party)),
                Basis::Conflict => conflicts.push(cells.conflict(at, *proposal, party)),
                Basis::Nothing => {}
            }
        }
    }
    let Cells { groups, sources, .. } = cells;
    let made = Matrix {
        columns: columns.collect(),
        rows: rows.collect(),
        cells: known,
        conflicts,
        groups,
        sources,
        part: None,
    };
    let filter = match context.on {
        On::Shown(filter) => filter,
        On::Part(some, of) => {
            let columns = proposals.iter().enumerate();
            let columns = columns.filter(|(_, (_, it))| of.is_empty() || of.contains(&it.id));
            let columns: Vec<usize> = columns.map(|(at, _)| at).collect();
            let rows = parties.iter().enumerate();
            let rows = rows.filter(|(_, (_, it))| some.is_empty() || some.contains(&it.id));
            let rows: Vec<usize> = rows.map(|(at, _)| at).collect();
            return made.keep(&columns, &rows, Grounds::default());
        }
        _ => return made,
    };
    let by_code: Vec<Slot> = proposals.iter().map(|(slot, _)| *slot).collect();
    let mut by_name: Vec<_> =
        parties.iter().map(|(slot, it)| (fold(text.of(&it.name)), *slot)).collect();
    by_name.sort();
    let by_name: Vec<Slot> = by_name.into_iter().map(|(_, slot)| slot).collect();
    let board = Board { snapshot, coalition: &coalition, proposals: &by_code, parties: &by_name };
    let shown = board.columns(filter);
    let rows = board.rows(filter, &shown);
    let at: HashMap<Slot, usize> = by_code.iter().copied().zip(0..).collect();
    let columns: Vec<usize> = shown.iter().filter_map(|slot| at.get(slot).copied()).collect();
    let by_camp = board.by_camp(filter, &shown, &rows).into_iter();
    let rows = by_camp.flat_map(|(_, rows)| rows).filter_map(|slot| place.get(&slot).copied());
    let rows: Vec<usize> = rows.collect();
    made.keep(&columns, &rows, chosen_by(context, records, filter))
}

/// The records that decide who passes a filter, besides the content of the matrix: memberships,
/// other names and, if the filter asks for changes, the entries before.
fn chosen_by(context: &PageContext<'_>, records: &Records<'_>, filter: &Filter) -> Grounds {
    let PageContext { snapshot, as_of, .. } = *context;
    let groups = &filter.groups.values;
    let members = snapshot.memberships.iter().filter(|it| groups.contains(&it.group));
    let members = members.map(|it| records.of(it.id));
    let groups = groups.iter().map(|group| records.of(*group));
    let aliases = snapshot.aliases.iter().filter(|_| !filter.text.trim().is_empty());
    let aliases = aliases.map(|it| records.of(it.id));
    let changes = filter.since.map(|since| stance_changes(snapshot, since, as_of));
    let changes = changes.into_iter().flatten().flat_map(|it| {
        let entries = [Some(it.entry), it.before].into_iter().flatten();
        entries.map(move |entry| records.said(entry, it.proposal, it.by))
    });
    Grounds::all(members.chain(groups).chain(aliases).chain(changes))
}

/// Builds the cells.
struct Cells<'a, 'b> {
    snapshot: &'a Snapshot,
    records: &'b Records<'a>,
    // Collected once, used for many cells.
    voices: Voices<'a>,
    groups: Names<'a, GroupId>,
    sources: Names<'a, SourceId>,
}

impl<'a> Cells<'a, '_> {
    fn own(&mut self, at: Place, entry: Entry<'_>) -> MatrixCell {
        let source = entry.source().and_then(|source| self.snapshot.sources.at(source));
        MatrixCell {
            at,
            stance: entry.stance(),
            date: entry.date(),
            group: None,
            source: source.and_then(|source| self.source(source)),
            entry: self.records.entry(entry),
        }
    }

    /// If several groups agree, the first is named.
    fn inherited(&mut self, at: Place, proposal: Slot, party: Slot) -> Option<MatrixCell> {
        let voice = *self.said(proposal, party).first()?;
        let source = voice.entry.source.and_then(|source| self.snapshot.sources.get(source));
        Some(MatrixCell {
            at,
            stance: Some(voice.stance),
            date: voice.entry.date,
            group: Some(self.group(voice.group)?),
            source: source.and_then(|source| self.source(source)),
            entry: self.records.position(voice.entry),
        })
    }

    fn conflict(&mut self, at: Place, proposal: Slot, party: Slot) -> Conflict {
        let mut said = Vec::new();
        for voice in self.said(proposal, party) {
            let Some(group) = self.group(voice.group) else { continue };
            let entry = self.records.position(voice.entry);
            said.push(GroupStance { stance: voice.stance, date: voice.entry.date, group, entry });
        }
        Conflict { at, said }
    }

    fn said(&self, proposal: Slot, party: Slot) -> Vec<Voice<'a>> {
        let ends = (self.snapshot.proposals.at(proposal), self.snapshot.parties.at(party));
        let (Some(proposal), Some(party)) = ends else { return Vec::new() };
        self.voices.of(proposal.id, party.id).copied().collect()
    }

    fn group(&mut self, id: GroupId) -> Option<Named> {
        let (snapshot, records) = (self.snapshot, self.records);
        self.groups.place(id, || Some((&*snapshot.groups.get(id)?.code, records.of(id))))
    }

    fn source(&mut self, source: &'a Source) -> Option<Named> {
        let records = self.records;
        self.sources.place(source.id, || Some((source.short(), records.of(source.id))))
    }
}
