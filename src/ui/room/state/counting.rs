//! How much the room sees, and how much of what could be released to it is withheld.

use std::collections::BTreeMap;

use super::Seen;
use crate::model::{Keyed, Proposal, Snapshot, Table};
use crate::store::{Clearance, SeenCount};

/// Records seen and withheld, for each table the wall can show.
pub(super) fn seen_counts(
    clearance: &Clearance,
    all: &Snapshot,
    seen: &Seen,
) -> BTreeMap<Table, SeenCount> {
    // A move is released with its scenario.
    let itself = |table: &Table| !matches!(table, Table::Dossier | Table::ScenarioMoves);
    let tables = Table::ALL.iter().copied().filter(itself);
    let seen_count = |table| {
        let count = seen.snapshot.count(table);
        let withheld = match table {
            Table::Positions => entries_withheld(all, seen),
            _ => all.count(table).saturating_sub(count),
        };
        (table, SeenCount { seen: count, withheld })
    };
    tables.filter(|table| clearance.sees_table(*table)).map(seen_count).collect()
}

/// The entries withheld. Of a party only its present ones count: what was corrected or is out of date
/// cannot be released.
fn entries_withheld(all: &Snapshot, seen: &Seen) -> usize {
    let groups = all.group_positions.len().saturating_sub(seen.snapshot.group_positions.len());
    groups + all.proposals.iter().map(|it| withheld_on(all, seen, it)).sum::<usize>()
}

fn withheld_on(all: &Snapshot, seen: &Seen, proposal: &Proposal) -> usize {
    let (entries, shown) = (&all.positions, &seen.snapshot.positions);
    let Some(here) = all.proposals.slot(proposal.id) else { return 0 };
    let there = seen.snapshot.proposals.slot(proposal.id);
    // Of most proposals everything is seen, and a large dossier has many entries.
    if there.is_some_and(|there| shown.count_on(there) == entries.count_on(here)) {
        return 0;
    }
    let is_withheld = |party: &_| {
        let Some(entry) = entries.current(here, *party, seen.today) else { return false };
        let party = all.parties.at(*party).and_then(|it| seen.snapshot.parties.slot(it.id));
        let cell = there.zip(party);
        !cell.is_some_and(|(proposal, party)| shown.holds(proposal, party, entry.id()))
    };
    entries.parties_on(here).filter(is_withheld).count()
}
