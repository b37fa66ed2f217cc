//! Statements that both sides made about the same thing on the same day. Only one can be
//! current. The order of their identities must not decide which, because it depends on a clock.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

use super::keys::side_by_side;
use super::twins::{alive, named, rename, resolved};
use super::{Conflict, ConflictKind, Merge, MergeContext, MergeError, place};
use crate::model::describe::{Order, Part, Stored};
use crate::model::{GroupId, Keyed, PartyId, ProposalId, RecordId, Speaker, Table};
use crate::store::{StoredRecord, Touches};

/// The subject of a record, and its day; `None` if it belongs to no line.
fn subject(context: &MergeContext<'_>, record: RecordId, row: &StoredRecord) -> Option<String> {
    let Order::Line { of, day, mutual, .. } = record.table.description().order else {
        return None;
    };
    let mut row = row.clone();
    rename(record, &mut row, context.twins);
    let value = |column: &&str| {
        let value = row.values.get(place(record.table, column)?)?;
        Some(format!("{value:?}"))
    };
    let mut values = of.iter().chain([&day]).map(value).collect::<Option<Vec<_>>>()?;
    if mutual && let Some(pair) = values.get_mut(..2) {
        pair.sort_unstable();
    }
    Some(values.join("\0"))
}

/// Adds a conflict for every two records of which only one can be current.
pub(super) fn find(context: &MergeContext<'_>, merge: &mut Merge) -> Result<(), MergeError> {
    let mut pairs: BTreeSet<(RecordId, RecordId)> = BTreeSet::new();
    let corrections = Corrections::new(context);
    corrections.branches(&mut pairs);
    let lines = |table: &&Table| matches!(table.description().order, Order::Line { .. });
    for table in Table::ALL.iter().filter(lines) {
        let mut days: HashMap<String, [Option<RecordId>; 2]> = HashMap::new();
        let differences = context.comparison.differences.iter();
        for (record, sides) in differences.filter(|(record, _)| record.table == *table) {
            for (side, row) in [&sides.mine, &sides.theirs].into_iter().enumerate() {
                let Some(row) = alive(row.as_ref()) else { continue };
                if !holds(context, *record, side) || corrections.is_replaced(*record, side) {
                    continue;
                }
                if let Some(subject) = subject(context, *record, row) {
                    // Records come in order, and on each side the last one is current.
                    days.entry(subject).or_default()[side] = Some(*record);
                }
            }
        }
        for [mine, theirs] in days.into_values() {
            if let (Some(mine), Some(theirs)) = (mine, theirs) {
                pairs.insert((mine, theirs));
            }
        }
    }
    for (mine, theirs) in pairs.into_iter().filter(|(mine, theirs)| mine != theirs) {
        put(context, merge, mine, theirs)?;
    }
    Ok(())
}

/// Whether this side made or changed this record.
fn holds(context: &MergeContext<'_>, record: RecordId, side: usize) -> bool {
    let touches: &Touches =
        if side == 0 { &context.comparison.mine } else { &context.comparison.theirs };
    !context.is_twin(record) && touches.last(record).is_some()
}

fn put(
    context: &MergeContext<'_>,
    merge: &mut Merge,
    mine: RecordId,
    theirs: RecordId,
) -> Result<(), MergeError> {
    let gone = |record: RecordId| merge.rows.get(&record).is_some_and(|row| row.deleted);
    let here = context.sides(mine).and_then(|sides| sides.mine.as_ref());
    let there = context.sides(theirs).and_then(|sides| sides.theirs.as_ref());
    let (Some(here), Some(there)) = (here, there) else { return Ok(()) };
    // Deletions are decided elsewhere.
    if gone(mine) || gone(theirs) || context.is_deleted(mine) || context.is_deleted(theirs) {
        return Ok(());
    }
    let description = mine.table.description();
    let Order::Line { of, says, .. } = description.order else { return Ok(()) };
    // What the two are about they have in common, and who wrote which stands above them.
    let aside = description.columns().filter(|column| {
        matches!(column.part, Part::Author | Part::Corrects) || of.contains(&column.name)
    });
    let without: Vec<_> = aside.map(|column| column.name).collect();
    let clashes = side_by_side(says, (mine, here), (theirs, there), &without);
    if mine.table == Table::Positions {
        line(context, merge, mine, here)?;
    }
    merge.conflicts.push(Conflict {
        other: Some(mine),
        by: [context.by(mine)[0].clone(), context.by(theirs)[1].clone()],
        ..Conflict::new(ConflictKind::SameDay, theirs, clashes)
    });
    Ok(())
}

/// Also loads the rest of the line that an entry belongs to: the decision may change which entry
/// corrects which.
fn line(
    context: &MergeContext<'_>,
    merge: &mut Merge,
    record: RecordId,
    row: &StoredRecord,
) -> Result<(), MergeError> {
    let proposal = named(record.table, "proposal_id", row).map(|it| ProposalId(it.id));
    let party = named(record.table, "party_id", row).map(|it| Speaker::Party(PartyId(it.id)));
    let group = || named(record.table, "group_id", row).map(|it| Speaker::Group(GroupId(it.id)));
    let Some((proposal, by)) = proposal.zip(party.or_else(group)) else { return Ok(()) };
    for side in [context.mine, context.theirs] {
        for entry in side.snapshot.line(proposal, by) {
            context.look_at(entry.record_id(), merge)?;
        }
    }
    Ok(())
}

/// Which entries correct which, on either side.
struct Corrections<'a> {
    context: &'a MergeContext<'a>,
    // By the corrected entry.
    by: [BTreeMap<RecordId, RecordId>; 2],
}

impl<'a> Corrections<'a> {
    fn new(context: &'a MergeContext<'a>) -> Self {
        let mut by = [BTreeMap::new(), BTreeMap::new()];
        for (record, sides) in &context.comparison.differences {
            for (side, row) in [&sides.mine, &sides.theirs].into_iter().enumerate() {
                let row = alive(row.as_ref()).filter(|_| record.table == Table::Positions);
                if let Some(corrected) = row.and_then(|row| named(record.table, "replaces", row)) {
                    let [corrected, record] =
                        [corrected, *record].map(|it| resolved(it, context.twins));
                    by[side].insert(corrected, record);
                }
            }
        }
        Self { context, by }
    }

    fn is_replaced(&self, record: RecordId, side: usize) -> bool {
        self.by[side].contains_key(&resolved(record, self.context.twins))
    }

    /// The entry that is current in place of this one on a side.
    fn head(&self, record: RecordId, side: usize) -> RecordId {
        let mut head = resolved(record, self.context.twins);
        let mut seen = HashSet::from([head]);
        while let Some(next) = self.by[side].get(&head).filter(|next| seen.insert(**next)) {
            head = *next;
        }
        head
    }

    /// Finds entries that both sides corrected, or one side corrected and the other changed, and
    /// pairs the entries that are current in their place.
    fn branches(&self, pairs: &mut BTreeSet<(RecordId, RecordId)>) {
        for side in [0, 1] {
            for (corrected, by) in &self.by[side] {
                if !holds(self.context, *by, side) {
                    continue;
                }
                let heads = [self.head(*corrected, 0), self.head(*corrected, 1)];
                if heads[0] != heads[1] && [0, 1].iter().all(|side| self.is_said(heads, *side)) {
                    pairs.insert((heads[0], heads[1]));
                }
            }
        }
    }

    fn is_said(&self, heads: [RecordId; 2], side: usize) -> bool {
        let sides = self.context.sides(heads[side]);
        let row =
            sides.and_then(|it| if side == 0 { it.mine.as_ref() } else { it.theirs.as_ref() });
        alive(row).is_some() && holds(self.context, heads[side], side)
    }
}

/// The entry that an entry corrects.
pub(super) fn corrects(row: &StoredRecord) -> Option<RecordId> {
    named(Table::Positions, "replaces", row)
}

/// Makes an entry correct another one, or none.
pub(super) fn correct(row: &mut StoredRecord, other: Option<RecordId>) {
    if let Some(place) = place(Table::Positions, "replaces") {
        let id = other.map_or(Stored::Null, |other| Stored::Text(other.id.to_string().into()));
        row.values[place] = id;
    }
}
