//! Deletions by the other side, and deletions that conflict with the other side's work: it
//! edited what was deleted, or added something to it.
//!
//! A deletion takes along everything that depends on the record, and nothing that the other side
//! added may disappear unseen. So records that were deleted together are decided on together.

use std::collections::{BTreeMap, BTreeSet, HashSet};

use super::conflict::Deleted;
use super::fields::{differing, sided};
use super::{Clash, Conflict, ConflictKind, Merge, MergeContext, MergeError};
use crate::model::describe::Stored;
use crate::model::{Record, RecordId};
use crate::store::{Store, StoredRecord, Touches};

/// Records that were deleted together, and the other side's work on them.
struct Group {
    deleted: Deleted,
    // The record that the others depend on.
    root: RecordId,
    // Whether it conflicts with work of the other side.
    contested: bool,
}

/// The deletions that have to be decided.
pub(super) struct Deletions {
    groups: Vec<Group>,
    covered: HashSet<RecordId>,
    // Deleted there, without any conflict.
    uncontested: HashSet<RecordId>,
}

impl Deletions {
    /// Whether the decision about a record is made here.
    pub(super) fn covers(&self, record: RecordId) -> bool {
        self.covered.contains(&record)
    }

    /// Whether a source was deleted there without conflict, so that records resting on it lose
    /// their reference only if it is deleted here too.
    pub(super) fn may_go(&self, source: RecordId) -> bool {
        self.uncontested.contains(&source)
    }

    /// Adds a conflict for each. Until it is decided, everything stays as it is here.
    pub(super) fn put(self, context: &MergeContext<'_>, merge: &mut Merge) {
        for group in self.groups {
            if group.deleted.here {
                // What they added to it comes along as deleted, so that nothing is lost.
                for record in &group.deleted.added {
                    let theirs = context.sides(*record).and_then(|sides| sides.theirs.clone());
                    if let Some(theirs) = theirs {
                        merge.rows.insert(*record, StoredRecord { deleted: true, ..theirs });
                    }
                }
            }
            let kind =
                if group.contested { ConflictKind::DeleteEdit } else { ConflictKind::Deleted };
            let clashes = edits(context, &group.deleted);
            merge.conflicts.push(Conflict {
                by: context.by(group.root),
                deletion: Some(group.deleted),
                ..Conflict::new(kind, group.root, clashes)
            });
        }
    }
}

/// Finds the deletions on either side that conflict with the other, and all other deletions by
/// the other side.
pub(super) fn find(context: &MergeContext<'_>) -> Result<Deletions, MergeError> {
    let (groups, covered, uncontested) = (Vec::new(), HashSet::new(), HashSet::new());
    let mut deletions = Deletions { groups, covered, uncontested };
    for here in [true, false] {
        let groups = of_side(context, here)?;
        for group in &groups {
            deletions.covered.extend(&group.deleted.group);
            deletions.covered.extend(&group.deleted.added);
            if !group.contested {
                deletions.uncontested.extend(&group.deleted.group);
            }
        }
        deletions.groups.extend(groups);
    }
    Ok(deletions)
}

fn of_side(context: &MergeContext<'_>, here: bool) -> Result<Vec<Group>, MergeError> {
    let side = Side::new(context, here);
    let deleted: BTreeSet<_> = side
        .rows
        .iter()
        .filter(|(record, (gone, kept))| {
            let alone = gone.is_some_and(|row| row.deleted) && kept.is_some_and(|row| !row.deleted);
            // If it is not known who deleted it, it may have been this side.
            let (deleter, keeper) = deleted_by(context, **record, here);
            alone && (deleter || !keeper)
        })
        .map(|(record, _)| *record)
        .collect();
    if deleted.is_empty() {
        return Ok(Vec::new());
    }
    let roots = roots(&deleted, side.deleter)?;
    let against = side.against(&deleted)?;
    // A conflict with one deletion is a conflict with everything that would be lost with it.
    let mut together = Together::default();
    let mut contested = BTreeSet::new();
    let edited = deleted.iter().filter(|record| {
        side.edited(**record) || deleted_by(context, **record, here) != (true, false)
    });
    let rested = against.resting.iter().map(|(_, to)| to);
    let alone = edited.chain(rested).map(std::slice::from_ref);
    // An added record may depend on several deleted ones, and needs all of them.
    for records in alone.chain(against.added.iter().map(|(_, to)| to.as_slice())) {
        let needed: Vec<_> = records.iter().flat_map(|record| &roots[record]).copied().collect();
        contested.extend(needed.iter().copied());
        together.join(&needed);
    }
    // A record that is kept needs the sources it rests on.
    let sources = side.sources(&deleted)?;
    loop {
        let before = contested.len();
        for (record, source) in &sources {
            if roots[record].iter().all(|root| contested.contains(root)) {
                contested.extend(roots[source].iter().copied());
                together.join(roots[record].first().into_iter().chain(roots[source].first()));
            }
        }
        if contested.len() == before {
            break;
        }
    }
    // A record that depends on two of them needs both.
    let whole = |record: &RecordId| roots[record].iter().all(|root| contested.contains(root));
    for record in deleted.iter().filter(|record| whole(record)) {
        together.join(&roots[record]);
    }
    let mut groups: BTreeMap<RecordId, Deleted> = BTreeMap::new();
    for record in deleted.iter().filter(|record| whole(record)) {
        if let Some(root) = roots[record].first() {
            let group = groups.entry(together.root(*root)).or_insert_with(|| Deleted::new(here));
            group.group.push(*record);
        }
    }
    let group_of = |to: &RecordId| roots[to].first().map(|root| together.root(*root));
    for (record, to) in against.added {
        let root = to.first().and_then(&group_of);
        if let Some(group) = root.and_then(|root| groups.get_mut(&root)) {
            group.added.push(record);
        }
    }
    for (record, to) in against.resting {
        if let Some(group) = group_of(&to).and_then(|root| groups.get_mut(&root)) {
            group.resting.push(record);
        }
    }
    // A record that also depends on another deleted one goes with either.
    for record in deleted.iter().filter(|record| !here && !whole(record)) {
        for root in roots[record].iter().filter(|root| contested.contains(root)) {
            if let Some(group) = groups.get_mut(&together.root(*root)) {
                group.along.push(*record);
            }
        }
    }
    let groups = groups.into_iter();
    let mut groups: Vec<_> =
        groups.map(|(root, deleted)| Group { deleted, root, contested: true }).collect();
    if !here {
        groups.extend(uncontested(&deleted, &roots, &contested));
    }
    Ok(groups)
}

/// Deletions by the other side without a conflict, by the record they depend on. A record that
/// depends on several goes with any of them.
fn uncontested(
    deleted: &BTreeSet<RecordId>,
    roots: &BTreeMap<RecordId, BTreeSet<RecordId>>,
    contested: &BTreeSet<RecordId>,
) -> impl Iterator<Item = Group> {
    let mut groups: BTreeMap<RecordId, Deleted> = BTreeMap::new();
    for record in deleted {
        for root in roots[record].difference(contested) {
            let group = groups.entry(*root).or_insert_with(|| Deleted::new(false));
            group.group.push(*record);
        }
    }
    groups.into_iter().map(|(root, deleted)| Group { deleted, root, contested: false })
}

/// The records at the top that each deleted one depends on; itself if it depends on none.
fn roots(
    deleted: &BTreeSet<RecordId>,
    deleter: &Store,
) -> Result<BTreeMap<RecordId, BTreeSet<RecordId>>, MergeError> {
    let mut roots: BTreeMap<RecordId, BTreeSet<RecordId>> = BTreeMap::new();
    // Works in one pass: tables come after those their records name, and comments answer older
    // comments.
    for record in deleted {
        let found = deleter.find(*record)?;
        let up: Vec<_> = parts(found.as_ref()).filter(|to| deleted.contains(to)).collect();
        let mut all: BTreeSet<_> =
            up.iter().filter_map(|to| roots.get(to)).flatten().copied().collect();
        if all.is_empty() {
            all.insert(*record);
        }
        roots.insert(*record, all);
    }
    Ok(roots)
}

/// The differences as seen from the side that deleted something.
struct Side<'a> {
    deleter: &'a Store,
    keeper: &'a Store,
    keepers: &'a Touches,
    // The row where it was deleted, and where it was kept.
    rows: BTreeMap<RecordId, (Option<&'a StoredRecord>, Option<&'a StoredRecord>)>,
}

/// The other side's work that conflicts with deletions, with the deleted records it needs.
struct Against {
    added: Vec<(RecordId, Vec<RecordId>)>,
    resting: Vec<(RecordId, RecordId)>,
}

impl<'a> Side<'a> {
    fn new(context: &MergeContext<'a>, here: bool) -> Self {
        let (mine, theirs) = (&context.mine.store, &context.theirs.store);
        let differences = context.comparison.differences.iter();
        let differences = differences.filter(|(record, _)| !context.is_twin(**record));
        let rows = differences.map(|(record, sides)| {
            let (mine, theirs) = (sides.mine.as_ref(), sides.theirs.as_ref());
            (*record, if here { (mine, theirs) } else { (theirs, mine) })
        });
        let rows = rows.collect();
        if here {
            Self { deleter: mine, keeper: theirs, keepers: &context.comparison.theirs, rows }
        } else {
            Self { deleter: theirs, keeper: mine, keepers: &context.comparison.mine, rows }
        }
    }

    /// Whether the side that kept a record changed this field, or added the record.
    fn edited_field(&self, record: RecordId, field: &str) -> bool {
        let kept = self.rows.get(&record).and_then(|(_, kept)| *kept);
        let value = super::place(record.table, field).zip(kept).map(|(at, row)| &row.values[at]);
        let touch = self.keepers.field(record, Some(field));
        touch.is_some_and(|touch| Some(&touch.base) != value)
            || self.keepers.added(record).is_some()
    }

    fn edited(&self, record: RecordId) -> bool {
        let mut columns = record.table.columns().iter();
        columns.any(|column| self.edited_field(record, column))
    }

    /// The deleted sources that deleted records rest on where they were kept: pairs of record
    /// and source.
    fn sources(
        &self,
        deleted: &BTreeSet<RecordId>,
    ) -> Result<Vec<(RecordId, RecordId)>, MergeError> {
        let mut found = Vec::new();
        for record in deleted {
            let kept = self.keeper.find(*record)?;
            let references = kept.map(|kept| kept.references()).unwrap_or_default();
            let sources = references.into_iter().filter(|it| !it.part).map(|it| it.to);
            found.extend(sources.filter(|to| deleted.contains(to)).map(|to| (*record, to)));
        }
        Ok(found)
    }

    /// Records that the other side added to deleted ones or to its own additions to them, and those
    /// it based on them.
    fn against(&self, deleted: &BTreeSet<RecordId>) -> Result<Against, MergeError> {
        let kept = self.rows.iter().filter(|(_, (gone, kept))| {
            kept.is_some_and(|row| !row.deleted) && gone.is_none_or(|row| !row.deleted)
        });
        let mut hanging: BTreeMap<RecordId, Vec<RecordId>> = BTreeMap::new();
        let mut resting = Vec::new();
        // In the order of tables, so that additions to additions come later.
        for record in kept.map(|(record, _)| *record) {
            let Some(found) = self.keeper.find(record)? else { continue };
            // The deleting side had moved this part elsewhere before, so it is not lost.
            let there = self.rows.get(&record).is_some_and(|(gone, _)| gone.is_some());
            let mut needed = Vec::new();
            for part in found.references().into_iter().filter(|it| it.part) {
                match hanging.get(&part.to) {
                    _ if there && !self.edited_field(record, part.field) => {}
                    _ if deleted.contains(&part.to) => needed.push(part.to),
                    Some(through) => needed.extend(through),
                    None => {}
                }
            }
            if !needed.is_empty() {
                hanging.insert(record, needed);
                continue;
            }
            // References from before have been detached by the deletion itself.
            for rests in found.references().into_iter().filter(|it| !it.part) {
                if deleted.contains(&rests.to) && self.edited_field(record, rests.field) {
                    resting.push((record, rests.to));
                }
            }
        }
        Ok(Against { added: hanging.into_iter().collect(), resting })
    }
}

/// Records that are decided on together.
#[derive(Default)]
struct Together {
    up: BTreeMap<RecordId, RecordId>,
}

impl Together {
    /// The representative of the records decided on together with this one.
    fn root(&self, mut record: RecordId) -> RecordId {
        while let Some(up) = self.up.get(&record) {
            record = *up;
        }
        record
    }

    fn join<'a>(&mut self, records: impl IntoIterator<Item = &'a RecordId>) {
        let mut records = records.into_iter();
        let Some(first) = records.next() else { return };
        for other in records {
            let (a, b) = (self.root(*first), self.root(*other));
            if a != b {
                self.up.insert(a.max(b), a.min(b));
            }
        }
    }
}

/// Whether the side that has a record deleted did so itself, and whether the other side deleted
/// or restored it too.
fn deleted_by(context: &MergeContext<'_>, record: RecordId, here: bool) -> (bool, bool) {
    let (gone, kept) = (Stored::Integer(1), Stored::Integer(0));
    let values = if here { [&gone, &kept] } else { [&kept, &gone] };
    let sided = sided(context, record, "deleted", values);
    if here { (sided.mine, sided.theirs) } else { (sided.theirs, sided.mine) }
}

/// The records that a record is a part of.
fn parts(record: Option<&Record>) -> impl Iterator<Item = RecordId> {
    let references = record.map(Record::references).unwrap_or_default();
    references.into_iter().filter(|it| it.part).map(|it| it.to)
}

/// The other side's edits to fields of deleted records, to be shown.
fn edits(context: &MergeContext<'_>, deleted: &Deleted) -> Vec<Clash> {
    let of_record = |record: &RecordId| {
        let sides = context.sides(*record)?;
        Some(differing(context, *record, [sides.mine.as_ref()?, sides.theirs.as_ref()?]))
    };
    let differing = deleted.group.iter().filter_map(of_record).flatten();
    differing.map(|(_, _, clash)| clash).collect()
}
