//! A page as JSON. Names and nesting are stable; `FORMAT` is raised when a meaning changes.

use std::borrow::Cow;
use std::collections::BTreeMap;

use serde::ser::{Serialize, SerializeMap, Serializer};

use crate::analysis::{Adoption, CampReading, Tally};
use crate::model::{
    Camp, CampBasis, Keyed, Obstacle, PartyKind, Severity, Speaker, Stance, stance,
};
use crate::report::changes::{Graded, Logged, Moved, WhatChanged};
use crate::report::matrix::{Conflict, Matrix, MatrixCell};
use crate::report::page::{Block, Cell, Column, Page, Table, Value};

pub(in crate::report) fn write(page: &Page<'_>) -> String {
    // All keys are strings, and no part can fail to serialise.
    serde_json::to_string_pretty(page).unwrap_or_default() + "\n"
}

impl Serialize for Page<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        let begins = |block: &Block<'_>| matches!(block, Block::Part(_));
        let whole = self.blocks.iter().position(begins).unwrap_or(self.blocks.len());
        let (whole, parts) = self.blocks.split_at(whole);
        write_blocks(&mut map, self, whole)?;
        if !parts.is_empty() {
            let parts = parts.chunk_by(|_, next| !begins(next)).map(|part| JsonPart(self, part));
            map.serialize_entry("parts", &List(parts))?;
        }
        map.end()
    }
}

/// A self-contained part of a page.
struct JsonPart<'a>(&'a Page<'a>, &'a [Block<'a>]);

impl Serialize for JsonPart<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        write_blocks(&mut map, self.0, self.1)?;
        map.end()
    }
}

fn write_blocks<M: SerializeMap>(
    map: &mut M,
    page: &Page<'_>,
    blocks: &[Block<'_>],
) -> Result<(), M::Error> {
    for block in blocks {
        match block {
            Block::Marking(_) => map.serialize_entry("marking", &page.marking())?,
            Block::Field(key, cell) => map.serialize_entry(key, cell)?,
            Block::Title(_) | Block::Part(_) | Block::Heading(_) | Block::Sentence(_) => {}
            Block::Table(table) if !table.is_data() => {}
            Block::Table(table) => map.serialize_entry(table.key, table)?,
            Block::Matrix(matrix) => write_matrix(map, matrix)?,
            Block::Changed(changes, _) => write_changes(map, changes)?,
        }
    }
    Ok(())
}

impl Serialize for Cell<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self.value() {
            Value::Nothing => serializer.serialize_none(),
            Value::Text(words) => serializer.serialize_str(words),
            Value::Label { key, .. } => key.serialize(serializer),
            Value::Source(source) => serializer.serialize_str(source.short()),
            Value::Flag(flag) => serializer.serialize_bool(*flag),
            Value::Count(count) => count.serialize(serializer),
            Value::Of(parties) => parties.len().serialize(serializer),
            Value::Salience(weight) => weight.serialize(serializer),
            Value::Share(number) | Value::Score(number) => serializer.serialize_f64(*number),
            Value::Index(index) => serializer.serialize_f64(*index),
            Value::Balance(number) => number.serialize(serializer),
            Value::Cost(cost) => serializer.serialize_f64(cost.number()),
            Value::Day(day) => day.serialize(serializer),
            Value::Date(date) => date.serialize(serializer),
            Value::Severity(severity) => severity.serialize(serializer),
            Value::Stance(it) => serializer.serialize_str(stance::key(*it)),
            Value::Marking(marking) => marking.serialize(serializer),
            Value::Identity(id) => id.serialize(serializer),
            Value::Tally(tally) => tally.serialize(serializer),
            Value::List(cells) | Value::Lines(cells) => serializer.collect_seq(cells),
            Value::Fields(fields) | Value::Former(fields) => {
                serializer.collect_map(fields.iter().map(|(key, cell)| (key, cell)))
            }
        }
    }
}

impl Serialize for Table<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.rows.iter().map(|row| JsonRow(&self.columns, row)))
    }
}

struct JsonRow<'a>(&'a [Column], Cow<'a, [Cell<'a>]>);

impl Serialize for JsonRow<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let cells = self.0.iter().zip(&*self.1);
        serializer.collect_map(cells.filter_map(|(column, cell)| Some((column.key?, cell))))
    }
}

/// A list that is serialised while iterating.
struct List<I>(I);

impl<I: Iterator<Item: Serialize> + Clone> Serialize for List<I> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.0.clone())
    }
}

#[derive(serde::Serialize)]
struct ColumnJson<'a> {
    code: &'a str,
    title: &'a str,
    tally: Tally,
    camps: BTreeMap<&'static str, Tally>,
    adoption: Adoption,
}

#[derive(serde::Serialize)]
struct PartyJson<'a> {
    code: &'a str,
    name: &'a str,
    kind: PartyKind,
    camp: Camp,
    camp_basis: CampBasis,
    camp_index: Option<f64>,
    camp_votes: u32,
}

#[derive(serde::Serialize)]
struct CellJson<'a> {
    party: &'a str,
    proposal: &'a str,
    stance: Stance,
    date: chrono::NaiveDate,
    source: Option<&'a str>,
    by: String,
}

#[derive(serde::Serialize)]
struct ConflictJson<'a> {
    party: &'a str,
    proposal: &'a str,
    groups: Vec<VoiceJson<'a>>,
}

#[derive(serde::Serialize)]
struct VoiceJson<'a> {
    group: &'a str,
    stance: Stance,
    date: chrono::NaiveDate,
}

fn write_matrix<M: SerializeMap>(map: &mut M, matrix: &Matrix<'_>) -> Result<(), M::Error> {
    let columns = matrix.columns.iter().map(|column| ColumnJson {
        code: column.code,
        title: column.title,
        tally: column.counts.tally,
        camps: Camp::ALL.iter().map(|it| (it.key(), *column.counts.camp(*it))).collect(),
        adoption: column.counts.adoption,
    });
    map.serialize_entry("proposals", &List(columns))?;
    let rows = matrix.rows.iter().map(|row| {
        let CampReading { camp, basis, index, votes, .. } = row.reading;
        PartyJson {
            code: row.code,
            name: row.name,
            kind: row.kind,
            camp,
            camp_basis: basis,
            camp_index: index,
            camp_votes: votes,
        }
    });
    map.serialize_entry("parties", &List(rows))?;
    let codes = |column: usize, row: usize| {
        let (proposal, party) = (matrix.columns.get(column), matrix.rows.get(row));
        (party.map_or("", |it| it.code), proposal.map_or("", |it| it.code))
    };
    let cells = matrix.cells.iter().filter_map(|cell @ MatrixCell { at, stance, date, .. }| {
        let (party, proposal) = codes(at.column, at.row);
        let group = matrix.inherited_from(cell);
        let by = group.map_or_else(|| "own".to_owned(), |code| format!("group:{code}"));
        let (stance, source) = ((*stance)?, matrix.source(cell));
        Some(CellJson { party, proposal, stance, date: *date, source, by })
    });
    map.serialize_entry("cells", &List(cells))?;
    let conflicts = matrix.conflicts.iter().map(|Conflict { at, said }| {
        let (party, proposal) = codes(at.column, at.row);
        let groups = said.iter().map(|said| VoiceJson {
            group: matrix.speaker(said),
            stance: said.stance,
            date: said.date,
        });
        ConflictJson { party, proposal, groups: groups.collect() }
    });
    map.serialize_entry("conflicts", &List(conflicts))
}

#[derive(serde::Serialize)]
struct PositionChange<'a> {
    party: &'a str,
    proposal: &'a str,
    from: &'static str,
    to: &'static str,
    date: chrono::NaiveDate,
    by: String,
}

#[derive(serde::Serialize)]
struct ObstacleChange<'a> {
    proposal: &'a str,
    obstacle: Obstacle,
    from: Option<Severity>,
    to: Option<Severity>,
    date: chrono::NaiveDate,
}

#[derive(serde::Serialize)]
struct RecordChange<'a> {
    proposal: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    remedy: Option<&'a str>,
    field: Option<&'a str>,
    from: &'a str,
    to: &'a str,
    date: chrono::NaiveDate,
}

fn write_changes<M: SerializeMap>(map: &mut M, changes: &WhatChanged<'_>) -> Result<(), M::Error> {
    let positions = changes.stances.iter().map(|Moved { change, proposal, code, .. }| {
        let by = match change.by {
            Speaker::Party(_) => "own".to_owned(),
            Speaker::Group(_) => format!("group:{code}"),
        };
        let (from, to) = (stance::key(change.from), stance::key(change.to));
        PositionChange { party: code, proposal, from, to, date: change.date, by }
    });
    map.serialize_entry("positions", &List(positions))?;
    let obstacles = changes.severities.iter().map(|Graded { change, proposal, .. }| {
        let crate::analysis::SeverityChange { obstacle, from, to, date, .. } = *change;
        ObstacleChange { proposal, obstacle, from, to, date }
    });
    map.serialize_entry("obstacles", &List(obstacles))?;
    let logged = [
        ("remedies", &changes.remedies),
        ("texts", &changes.texts),
        ("statuses", &changes.statuses),
    ];
    for (key, rows) in logged {
        let rows = rows.iter().map(|row: &Logged<'_>| RecordChange {
            proposal: &row.proposal,
            remedy: row.remedy.as_deref(),
            field: row.field,
            from: row.from,
            to: &row.to,
            date: row.date,
        });
        map.serialize_entry(key, &List(rows))?;
    }
    Ok(())
}
