//! One record that both copies have, compared field by field.

use super::deletions::Deletions;
use super::twins::named;
use super::{Clash, Conflict, ConflictKind, Decision, How, Merge, MergeContext, Taken, is_prose};
use crate::model::describe::{Part, Stored};
use crate::model::{RecordId, Table};
use crate::store::{Sides, StoredRecord, Touches};

/// Which sides changed a field, and its common value.
pub(super) struct Sided {
    pub(super) mine: bool,
    pub(super) theirs: bool,
    pub(super) base: Stored,
}

/// Determines which sides changed a field since the common point.
pub(super) fn sided(
    context: &MergeContext<'_>,
    record: RecordId,
    field: &str,
    [mine, theirs]: [&Stored; 2],
) -> Sided {
    let comparison = context.comparison;
    let touched = |touches: &Touches, value: &Stored| {
        let base = touches.field(record, Some(field)).map(|touch| touch.base.clone());
        let changed = base.as_ref().is_some_and(|base| base != value);
        (changed || touches.added(record).is_some(), base)
    };
    let (mine_did, mine_base) = touched(&comparison.mine, mine);
    let (theirs_did, theirs_base) = touched(&comparison.theirs, theirs);
    let base = match (mine_did, theirs_did) {
        // Only one side changed it, so the other still has the original value.
        (true, false) => theirs.clone(),
        (false, true) => mine.clone(),
        _ => mine_base.or(theirs_base).unwrap_or(Stored::Null),
    };
    Sided { mine: mine_did, theirs: theirs_did, base }
}

/// The fields in which the two sides of a record differ, with their column index and who changed
/// them.
pub(super) fn differing(
    context: &MergeContext<'_>,
    record: RecordId,
    [mine, theirs]: [&StoredRecord; 2],
) -> Vec<(usize, Sided, Clash)> {
    let fields = record.table.columns().iter().copied().enumerate();
    let values = fields.zip(mine.values.iter().zip(&theirs.values));
    values
        .filter(|(_, (here, there))| here != there)
        .map(|((place, field), (here, there))| {
            let sided = sided(context, record, field, [here, there]);
            let (base, mine, theirs) = (sided.base.clone(), here.clone(), there.clone());
            let clash = Clash { field, base, mine, theirs, prose: is_prose(record.table, field) };
            (place, sided, clash)
        })
        .collect()
}

/// Takes over what only they changed, and collects what both changed.
pub(super) fn compare(
    context: &MergeContext<'_>,
    record: RecordId,
    sides: &Sides,
    deletions: &Deletions,
    merge: &mut Merge,
) {
    let (mine, theirs) = match (&sides.mine, &sides.theirs) {
        (None, Some(theirs)) => return add(context, record, theirs, merge),
        (Some(mine), Some(theirs)) => (mine, theirs),
        (_, None) => return,
    };
    if mine.deleted != theirs.deleted {
        // Only one side deleted it or brought it back; otherwise `deletions` would cover it.
        let deleted = |row: &StoredRecord| Stored::Integer(row.deleted.into());
        let values = [deleted(mine), deleted(theirs)];
        if sided(context, record, "deleted", values.each_ref()).theirs && !theirs.deleted {
            bring_back(context, record, [mine, theirs], merge);
        }
        return;
    }
    if mine.deleted {
        return;
    }
    let mut row = mine.clone();
    let (mut taken, mut own) = (Vec::new(), Vec::new());
    let (mut clashes, alone) = together(record.table, differing(context, record, [mine, theirs]));
    for (place, sided, clash) in alone {
        match (sided.mine, sided.theirs) {
            (false, true) if context.loosens(record, [mine, theirs], clash.field) => {
                merge.conflicts.push(conflict(
                    context,
                    ConflictKind::Loosened,
                    record,
                    vec![clash],
                ));
            }
            // The reference was cleared because its source was deleted, which is decided with
            // the source.
            (false, true)
                if record.table.part(clash.field) == Some(Part::RestsOn)
                    && clash.theirs == Stored::Null
                    && named(record.table, clash.field, mine)
                        .is_some_and(|source| deletions.may_go(source)) => {}
            (false, true) => {
                row.values[place] = clash.theirs.clone();
                taken.push(clash);
            }
            (true, false) => own.push(clash),
            _ => clashes.push(vec![clash]),
        }
    }
    if clashes.is_empty() && !taken.is_empty() && !own.is_empty() {
        let all = own.into_iter().chain(taken.iter().cloned()).collect();
        let both = conflict(context, ConflictKind::BothEdited, record, all);
        // The changes do not interfere; whoever disagrees can decide otherwise.
        let decision = Some(Decision::Both);
        merge.conflicts.push(Conflict { can_be_both: true, decision, ..both });
    }
    for clashes in clashes {
        let can_be_both = clashes.iter().all(|clash| clash.prose) && clashes.len() == 1;
        let field = conflict(context, ConflictKind::Field, record, clashes);
        merge.conflicts.push(Conflict { can_be_both, ..field });
    }
    if !taken.is_empty() {
        merge.taken.push(Taken { record, how: How::Changed, fields: taken });
        merge.rows.insert(record, row);
    }
}

type Difference = (usize, Sided, Clash);

/// The fields that only make sense together, for each time that both sides changed some of them, and the other
/// fields.
fn together(table: Table, differing: Vec<Difference>) -> (Vec<Vec<Clash>>, Vec<Difference>) {
    let mut others = differing;
    let mut clashes = Vec::new();
    for fields in table.description().together() {
        let (them, rest): (Vec<_>, Vec<_>) =
            others.into_iter().partition(|it| fields.contains(&it.2.field));
        let both = them.iter().any(|it| it.1.mine) && them.iter().any(|it| it.1.theirs);
        if them.len() > 1 && both {
            clashes.push(them.into_iter().map(|(_, _, clash)| clash).collect());
            others = rest;
        } else {
            others = them.into_iter().chain(rest).collect();
        }
    }
    (clashes, others)
}

/// A conflict about a record that both copies have.
fn conflict(
    context: &MergeContext<'_>,
    kind: ConflictKind,
    record: RecordId,
    clashes: Vec<Clash>,
) -> Conflict {
    Conflict { by: context.by(record), ..Conflict::new(kind, record, clashes) }
}

/// Takes over a record that they added.
fn add(context: &MergeContext<'_>, record: RecordId, theirs: &StoredRecord, merge: &mut Merge) {
    let mut row = theirs.clone();
    if !theirs.deleted {
        // A correction that is less confidential than what it corrects needs a question.
        if let Some((place, marking)) = context.corrected_marking(record, theirs) {
            let (stricter, theirs) = (marking.clone(), theirs.values[place].clone());
            let clash = Clash {
                field: "marking",
                base: marking.clone(),
                mine: marking,
                theirs,
                prose: false,
            };
            row.values[place] = stricter;
            merge.conflicts.push(conflict(context, ConflictKind::Loosened, record, vec![clash]));
        }
        let fields = filled(record, theirs);
        merge.taken.push(Taken { record, how: How::Added, fields });
    }
    merge.rows.insert(record, row);
}

/// Takes over a record that they brought back; making it less confidential needs a question.
fn bring_back(
    context: &MergeContext<'_>,
    record: RecordId,
    [mine, theirs]: [&StoredRecord; 2],
    merge: &mut Merge,
) {
    let mut row = theirs.clone();
    for (place, _, clash) in differing(context, record, [mine, theirs]) {
        if context.loosens(record, [mine, theirs], clash.field) {
            row.values[place] = clash.mine.clone();
            merge.conflicts.push(conflict(context, ConflictKind::Loosened, record, vec![clash]));
        }
    }
    let fields = filled(record, theirs);
    merge.taken.push(Taken { record, how: How::BroughtBack, fields });
    merge.rows.insert(record, row);
}

/// The fields of a record that are filled in.
fn filled(record: RecordId, row: &StoredRecord) -> Vec<Clash> {
    let columns = record.table.columns().iter().copied().zip(&row.values);
    let holds = |value: &Stored| match value {
        Stored::Null => false,
        Stored::Text(text) => !text.trim().is_empty(),
        _ => true,
    };
    let filled = columns.filter(|(column, value)| *column != "id" && holds(value));
    filled
        .map(|(field, value)| {
            let (base, mine) = (Stored::Null, Stored::Null);
            Clash { field, base, mine, theirs: value.clone(), prose: is_prose(record.table, field) }
        })
        .collect()
}
