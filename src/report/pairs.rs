//! Competing texts: who says yes to both.

use super::PageContext;
use super::counted::{CampGrounds, Counted};
use super::grounds::{Grounds, Records};
use super::page::{Column, Table, Value};
use crate::analysis::{Split, camps, coalition, pairs};
use crate::model::{Camp, Keyed};
use crate::text::msg;

/// A row per pair of competing proposals for all who decide, then one per camp.
pub(super) fn competing<'a>(context: &PageContext<'a>, records: &Records<'a>) -> Table<'a> {
    let PageContext { snapshot, text, as_of, .. } = *context;
    let columns = [
        Column::new("first", text.get(msg!("pair-first"))),
        Column::new("second", text.get(msg!("pair-second"))),
        Column::new("camp", text.get(msg!("column-camp"))),
        Column::new("yes_to_both", text.get(msg!("pair-both"))),
        Column::new("yes_to_first", text.get(msg!("pair-only-first"))),
        Column::new("yes_to_second", text.get(msg!("pair-only-second"))),
        Column::new("yes_to_neither", text.get(msg!("pair-neither"))),
        Column::new("unknown", text.get(msg!("pair-unknown"))),
    ];
    let counted = Counted::new(snapshot, records, as_of);
    let of_parties = CampGrounds::new(snapshot, records);
    let of_camps = Grounds::all(snapshot.parties.slots().map(|(slot, _)| of_parties.of(slot)));
    let found = pairs(snapshot, &coalition(snapshot, as_of), &camps(snapshot));
    let rows = found.into_iter().flat_map(|pair| {
        let proposals = pair.proposals.map(|slot| Some((slot, snapshot.proposals.at(slot)?)));
        let [Some(first), Some(second)] = proposals else { return Vec::new() };
        let grounds = [first, second].map(|(slot, proposal)| counted.on(slot, proposal));
        let whole = Grounds::all(grounds);
        let by_camp = Grounds::all([whole.clone(), of_camps.clone()]);
        let row = |camp: Option<Camp>, split: Split, grounds: &Grounds| {
            let count = |count: u32| grounds.cell(Value::Count(count as usize));
            let Split { both, first: one, second: other, neither, unknown } = split;
            [
                records.of(first.1.id).cell(&first.1.code),
                records.of(second.1.id).cell(&second.1.code),
                grounds.cell(Value::label_or(text, camp, msg!("pair-all"))),
                count(both),
                count(one),
                count(other),
                count(neither),
                count(unknown),
            ]
        };
        let camps = Camp::ALL.iter().map(|camp| row(Some(*camp), pair.camp(*camp), &by_camp));
        [row(None, pair.all(), &whole)].into_iter().chain(camps).collect()
    });
    Table::new("pairs", columns, rows)
}
