//! Lists by name what a ceiling leaves out, for a user making a page at a desk of their own.

use std::collections::BTreeMap;

use super::titles::full_title;
use crate::model::{Marking, Record, Snapshot, Table};
use crate::store::SeenCount;
use crate::text::Text;

/// How many records of a table are named.
const NAMED: usize = 5;

/// The first records of each table that are marked more strictly than a ceiling, or that are part
/// of such a record, each with its marking and title. Only tables with something left out are
/// searched.
pub(crate) fn withheld_by_name(
    text: Text,
    snapshot: &Snapshot,
    ceiling: Marking,
    seen_counts: &BTreeMap<Table, SeenCount>,
) -> BTreeMap<Table, Vec<(Marking, String)>> {
    let some = |table: Table| seen_counts.get(&table).is_some_and(|it| it.withheld > 0);
    let own = snapshot.dossier.marking;
    let mut named: BTreeMap<Table, Vec<(Marking, String)>> = BTreeMap::new();
    let mut name = |record: &Record, marking: &dyn Fn() -> Marking| {
        let found = named.entry(record.record_id().table).or_default();
        if found.len() >= NAMED {
            return;
        }
        let marking = Some(marking()).filter(|it| *it > ceiling);
        let title = || full_title(text, snapshot, record).filter(|it| !it.is_empty());
        found.extend(marking.and_then(|marking| Some((marking, title()?))));
    };
    for record in snapshot.arena_records().filter(|it| some(it.record_id().table)) {
        name(&record, &|| snapshot.marking_of(record.record_id()));
    }
    let of_parties = snapshot.positions.iter().filter(|it| it.marking().unwrap_or(own) > ceiling);
    let of_parties = of_parties.filter_map(|it| snapshot.position(it)).take(NAMED);
    let of_groups = snapshot.group_positions.iter().cloned();
    for entry in of_parties.chain(of_groups).filter(|_| some(Table::Positions)) {
        let marking = entry.marking.unwrap_or(own);
        name(&entry.into(), &|| marking);
    }
    named
}
