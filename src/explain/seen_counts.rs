//! How much of a dossier may be seen under a ceiling, in words.

use std::collections::BTreeMap;

use crate::model::Table;
use crate::store::SeenCount;
use crate::text::{Text, msg};

/// A line per kind of record: how many may be seen, and how many are withheld.
pub(crate) fn seen_count_lines(
    text: Text,
    seen_counts: &BTreeMap<Table, SeenCount>,
) -> Vec<String> {
    let kinds = seen_counts.iter().filter(|(table, seen_count)| {
        **table != Table::Dossier && seen_count.seen + seen_count.withheld > 0
    });
    let line = |(table, seen_count): (&Table, &SeenCount)| {
        let arguments = [
            ("kind", text.kind_of(*table, seen_count.seen + seen_count.withheld).into()),
            ("seen", text.count(seen_count.seen).into()),
            ("withheld", seen_count.withheld.into()),
        ];
        text.with(msg!("portion"), &arguments)
    };
    kinds.map(line).collect()
}
