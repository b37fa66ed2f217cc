//! The heat map of obstacles.

use std::collections::BTreeMap;

use super::grounds::{Grounds, Records};
use super::page::{Block, Cell, Column, Table, Value};
use super::words::severities;
use super::{PageContext, proposals_in_order};
use crate::analysis::heat;
use crate::library::obstacle_text;
use crate::model::{Assessment, Keyed, Obstacle};
use crate::text::msg;

/// The eight obstacles, and a row per proposal.
pub(super) fn obstacles<'a>(context: &PageContext<'a>, records: &Records<'a>) -> Vec<Block<'a>> {
    let PageContext { snapshot, text, as_of, .. } = *context;
    let columns = [Column::data("key"), Column::data("number"), Column::data("name")];
    let all = Obstacle::ALL.iter().map(|obstacle| {
        [
            Cell::fixed(obstacle.key()),
            Cell::number(obstacle.number()),
            Cell::fixed(text.label(*obstacle)),
        ]
    });
    let eight = Table::new("obstacles", columns, all);
    let heat = heat(snapshot, as_of, as_of);
    let mut columns = vec![
        Column::new("code", text.get(msg!("column-code"))),
        Column::new("title", text.get(msg!("field-title"))),
        Column::data("severities"),
    ];
    let short = |obstacle: &Obstacle| obstacle_text(*obstacle).short_in(text.language());
    columns.extend(Obstacle::ALL.iter().map(|obstacle| Column::read(short(obstacle))));
    let rows = proposals_in_order(snapshot).into_iter().map(|(slot, proposal)| {
        let own = records.of(proposal.id);
        let held = Obstacle::ALL.iter().map(|obstacle| {
            let assessment = heat.assessment(slot, *obstacle);
            (*obstacle, assessment.and_then(|id| snapshot.assessments.get(id)))
        });
        let held: Vec<_> = held.collect();
        // Keyed by obstacle, as programs expect.
        let by_key: BTreeMap<_, _> =
            held.iter().map(|(obstacle, it)| (obstacle.key(), *it)).collect();
        let severities = by_key.into_iter().map(|(key, it)| (key, told(records, it)));
        let mut row = vec![
            own.cell(&proposal.code),
            own.cell(text.of(&proposal.title)),
            Cell::fields(severities.collect()),
        ];
        row.extend(held.into_iter().map(|(_, it)| severity(records, it)));
        row
    });
    let table = Table { key: "proposals", columns, rows: rows.collect() };
    let legend = (!table.rows.is_empty()).then(|| Grounds::default().cell(severities(text)));
    let tables = [Block::Table(eight), Block::Table(table)].into_iter();
    tables.chain(legend.map(Block::Sentence)).collect()
}

/// An assessment with its details; nothing if it says "not assessed".
fn told<'a>(records: &Records<'a>, assessment: Option<&'a Assessment>) -> Cell<'a> {
    let Some(assessment) = assessment else { return Cell::nothing() };
    let own = records.of(assessment.id);
    if assessment.severity.is_none() {
        return own.cell(Value::Nothing);
    }
    Cell::fields(vec![
        ("severity", severity(records, Some(assessment))),
        ("date", own.cell(assessment.date)),
        ("rationale", own.cell(&assessment.rationale)),
        ("source", records.source(assessment.source, &own)),
        ("marking", own.cell(assessment.marking)),
    ])
}

fn severity<'a>(records: &Records<'a>, assessment: Option<&Assessment>) -> Cell<'a> {
    let grounds = assessment.map_or_else(Grounds::default, |it| records.of(it.id));
    grounds.cell(Value::Severity(assessment.and_then(|it| it.severity)))
}
