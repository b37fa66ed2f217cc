//! How much of a dossier may be seen under a ceiling, in words.

use std::collections::BTreeMap;

use crate::model::Table;
use crate::store::Portion;
use crate::text::{Text, msg};

/// A line per kind of record: how many may be seen, and how many are withheld.
pub fn portion_lines(text: Text, portions: &BTreeMap<Table, Portion>) -> Vec<String> {
    let kinds = portions.iter().filter(|(table, portion)| {
        **table != Table::Dossier && portion.seen + portion.withheld > 0
    });
    let line = |(table, portion): (&Table, &Portion)| {
        let arguments = [
            ("kind", text.label(*table).into()),
            ("seen", text.count(portion.seen).into()),
            ("withheld", portion.withheld.into()),
        ];
        text.with(msg!("portion"), &arguments)
    };
    kinds.map(line).collect()
}
