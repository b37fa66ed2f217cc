//! The people to turn to, as a table of a workbook of everything.

use super::PageContext;
use super::grounds::Records;
use super::page::Table;
use super::sheets::{SpeakerNames, columns};
use crate::model::words::natural_cmp;

/// A row per person or desk to turn to.
pub(super) fn contacts<'a>(context: &PageContext<'a>, records: &Records<'a>) -> Table<'a> {
    let PageContext { snapshot, text, .. } = *context;
    let columns = columns(
        text,
        [
            "party",
            "name",
            "function",
            "organisation",
            "email",
            "telephone",
            "language",
            "note",
            "marking",
        ],
    );
    let named = snapshot.contacts.iter();
    let named = named.filter_map(|it| Some((snapshot.parties.get(it.party)?, it)));
    let mut named: Vec<_> = named.collect();
    named.sort_by(|(a, x), (b, y)| {
        natural_cmp(&a.code, &b.code)
            .then_with(|| (&x.name, &x.function, &x.email).cmp(&(&y.name, &y.function, &y.email)))
    });
    let called = SpeakerNames::new(snapshot);
    let rows = named.into_iter().map(|(party, contact)| {
        let own = records.of(contact.id);
        [
            called.cell(records, &own, (&party.code, text.of(&party.name))),
            own.cell(&contact.name),
            own.cell(&contact.function),
            own.cell(&contact.organisation),
            own.cell(&contact.email),
            own.cell(&contact.telephone),
            own.cell(&contact.language),
            own.cell(&contact.note),
            own.cell(contact.marking),
        ]
    });
    Table::new("contacts", columns, rows)
}
