//! The stances of the three camps on every proposal: the coalition matrix on one page.

use super::counted::{CampGrounds, Counted};
use super::grounds::{Grounds, Records};
use super::page::{Block, Column, Table, Value};
use super::words::legend;
use super::{PageContext, proposals_in_order};
use crate::analysis::{Rule, coalition};
use crate::model::{Camp, Keyed};
use crate::text::{lower, msg};

/// The sizes of the camps, and a row per proposal with the stances of each.
pub(super) fn summary<'a>(context: &PageContext<'a>, records: &Records<'a>) -> Vec<Block<'a>> {
    let PageContext { snapshot, text, as_of, .. } = *context;
    let coalition = coalition(snapshot, as_of);
    let counted = Counted::new(snapshot, records, as_of);
    let of_parties = CampGrounds::new(snapshot, records);
    let camps = Grounds::all(snapshot.parties.slots().map(|(slot, _)| of_parties.of(slot)));
    let columns = [
        Column::new("camp", text.get(msg!("column-camp"))),
        Column::new("parties", text.get(msg!("subject-parties"))),
    ];
    let sizes = Camp::ALL.iter().map(|camp| {
        [
            camps.cell(Value::label(text, *camp)),
            camps.cell(Value::Count(coalition.camps.count(*camp))),
        ]
    });
    let sizes = Table::new("camps", columns, sizes);
    let mut columns = vec![
        Column::new("code", text.get(msg!("column-code"))),
        Column::new("title", text.get(msg!("field-title"))),
    ];
    columns.extend(Camp::ALL.iter().map(|camp| Column::new(camp.key(), text.label(*camp))));
    columns.extend(Rule::ALL.iter().map(|rule| Column::new(rule.key(), text.label(*rule))));
    let rows = proposals_in_order(snapshot).into_iter().map(|(slot, proposal)| {
        let own = records.of(proposal.id);
        let figures = counted.on(slot, proposal);
        let by_camp = Grounds::all([figures.clone(), camps.clone()]);
        let column = coalition.column(slot).cloned().unwrap_or_default();
        let mut row = vec![own.cell(&proposal.code), own.cell(text.of(&proposal.title))];
        row.extend(Camp::ALL.iter().map(|camp| by_camp.cell(*column.camp(*camp))));
        row.extend(Rule::ALL.iter().map(|rule| {
            let outcome = column.adoption.under(*rule);
            figures.cell(lower(text.label(outcome)))
        }));
        row
    });
    let table = Table { key: "proposals", columns, rows: rows.collect() };
    let legend = (!table.rows.is_empty()).then(|| Grounds::default().cell(legend(text)));
    let tables = [Block::Table(sizes), Block::Table(table)].into_iter();
    tables.chain(legend.map(Block::Sentence)).collect()
}
