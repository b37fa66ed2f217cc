//! Competing texts: who says yes to both.

use super::PageContext;
use super::counted::{CampGrounds, Counted};
use super::grounds::{Grounds, Records};
use super::page::{Column, Table, Value};
use crate::analysis::{Answer, Split, camps, coalition, pairs};
use crate::model::{Camp, Keyed};
use crate::text::msg;

/// A row per pair of competing proposals for all who decide, then one per camp.
pub(super) fn competing<'a>(context: &PageContext<'a>, records: &Records<'a>) -> Table<'a> {
    let PageContext { snapshot, text, as_of, .. } = *context;
    let columns = [
        Column::new("first", text.get(msg!("pair-first"))),
        Column::new("second", text.get(msg!("pair-second"))),
        Column::new("camp", text.get(msg!("column-camp"))),
        Column::new("yes_to_both", text.label(Answer::Both)),
        Column::new("yes_to_first", text.label(Answer::First)),
        Column::new("yes_to_second", text.label(Answer::Second)),
        Column::new("yes_to_neither", text.label(Answer::Neither)),
        Column::new("unknown", text.label(Answer::Unknown)),
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
            let count = |answer| grounds.cell(Value::Count(split.of(answer)));
            [
                records.of(first.1.id).cell(&first.1.code),
                records.of(second.1.id).cell(&second.1.code),
                grounds.cell(Value::label_or(text, camp, msg!("pair-all"))),
                count(Answer::Both),
                count(Answer::First),
                count(Answer::Second),
                count(Answer::Neither),
                count(Answer::Unknown),
            ]
        };
        let camps = Camp::ALL.iter().map(|camp| row(Some(*camp), pair.camp(*camp), &by_camp));
        [row(None, pair.all(), &whole)].into_iter().chain(camps).collect()
    });
    Table::new("pairs", columns, rows)
}
