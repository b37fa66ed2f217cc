//! The parties with all their fields.

use std::collections::HashMap;

use chrono::NaiveDate;

use super::counted::CampGrounds;
use super::grounds::Records;
use super::page::{Cell, Column, Table, Value};
use super::{On, PageContext, parties_in_order};
use crate::analysis::camps;
use crate::model::{Group, Membership, PartyId, Snapshot};
use crate::text::msg;

/// A row per party.
pub(super) fn parties<'a>(context: &PageContext<'a>, records: &Records<'a>) -> Table<'a> {
    let PageContext { snapshot, text, as_of, .. } = *context;
    let columns = [
        Column::data("id"),
        Column::new("code", text.get(msg!("column-code"))),
        Column::data("iso2"),
        Column::new("name", text.get(msg!("field-name"))),
        Column::data("name_en"),
        Column::data("name_nl"),
        Column::new("kind", text.get(msg!("field-kind"))),
        Column::new("region", text.get(msg!("field-region"))),
        Column::new("subregion", text.get(msg!("field-subregion"))),
        Column::data("decides"),
        Column::new("camp", text.get(msg!("column-camp"))),
        Column::new("camp_basis", text.get(msg!("column-basis"))),
        Column::new("camp_index", text.get(msg!("column-index"))),
        Column::new("camp_votes", text.get(msg!("column-votes"))),
        Column::data("camp_computed"),
        Column::data("camp_reason"),
        Column::new("groups", text.get(msg!("field-groups"))),
        Column::data("note"),
        Column::data("marking"),
    ];
    let camps = camps(snapshot);
    let camp_grounds = CampGrounds::new(snapshot, records);
    let mut groups = groups(snapshot, records, as_of);
    let shown = match context.on {
        // Some of them, as a list on screen shows them.
        On::Parties(ids) => {
            let slots = ids.iter().filter_map(|id| snapshot.parties.slot(*id));
            slots.filter_map(|slot| Some((slot, snapshot.parties.at(slot)?))).collect()
        }
        _ => parties_in_order(snapshot),
    };
    let rows = shown.into_iter().filter_map(|(slot, party)| {
        let reading = camps.get(slot)?;
        let (own, camp) = (records.of(party.id), camp_grounds.of(slot));
        let region = |name: &'a String| Value::Label { key: Some(name), words: text.region(name) };
        Some([
            own.cell(Value::Identity(party.id.into())),
            own.cell(&party.code),
            own.cell(&party.iso2),
            own.cell(text.of(&party.name)),
            own.cell(&party.name.en),
            own.cell(&party.name.nl),
            own.cell(Value::label(text, party.kind)),
            own.cell(region(&party.region)),
            own.cell(region(&party.subregion)),
            own.cell(party.decides),
            camp.cell(Value::label(text, reading.camp)),
            camp.cell(Value::label(text, reading.basis)),
            camp.cell(reading.index),
            camp.cell(Value::Count(reading.votes as usize)),
            camp.cell(Value::label(text, reading.computed)),
            own.cell(&party.camp_reason),
            Cell::list(groups.remove(&party.id).unwrap_or_default()),
            own.cell(&party.note),
            own.cell(party.marking),
        ])
    });
    Table::new("parties", columns, rows)
}

/// The groups of one party, as [`groups`] gives them.
pub(super) fn groups_of<'a>(
    snapshot: &'a Snapshot,
    records: &Records<'a>,
    as_of: NaiveDate,
    party: PartyId,
) -> Vec<Cell<'a>> {
    groups(snapshot, records, as_of).remove(&party).unwrap_or_default()
}

/// The groups of each party, by code; those it is not in on this day are former ones.
fn groups<'a>(
    snapshot: &'a Snapshot,
    records: &Records<'a>,
    as_of: NaiveDate,
) -> HashMap<PartyId, Vec<Cell<'a>>> {
    let mut found: HashMap<_, Vec<(&Group, &Membership)>> = HashMap::new();
    for membership in snapshot.memberships.iter() {
        if let Some(group) = snapshot.groups.get(membership.group) {
            found.entry(membership.party).or_default().push((group, membership));
        }
    }
    let cell = |(group, membership): (&'a Group, &'a Membership)| {
        // Being part of both, a membership is at least as confidential as the group it names.
        let grounds = records.of(membership.id);
        let fields = vec![
            ("code", grounds.cell(&group.code)),
            ("since", grounds.cell(membership.since)),
            ("until", grounds.cell(membership.until)),
            ("note", grounds.cell(&membership.note)),
        ];
        if membership.holds_on(as_of) { Cell::fields(fields) } else { Cell::former(fields) }
    };
    let cells = |mut groups: Vec<(&'a Group, &'a Membership)>| {
        groups.sort_by_key(|(group, _)| &group.code);
        groups.into_iter().map(cell).collect()
    };
    found.into_iter().map(|(party, groups)| (party, cells(groups))).collect()
}
