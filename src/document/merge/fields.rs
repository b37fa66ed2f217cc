//! One record of both copies, field by field.

use rusqlite::types::Value;

use super::{Clash, Conflict, ConflictKind, Merge, Scene};
use crate::model::RecordId;
use crate::store::{self, Row, Sides, Touches};

/// What each side did to one field.
pub(super) struct Sided {
    pub(super) mine: bool,
    pub(super) theirs: bool,
    pub(super) base: Value,
}

/// Says which sides changed a field, as against the common point.
pub(super) fn sided(
    scene: &Scene<'_>,
    record: RecordId,
    field: &str,
    [mine, theirs]: [&Value; 2],
) -> Sided {
    let comparison = scene.comparison;
    let touched = |touches: &Touches, value: &Value| {
        let base = touches.field(record, Some(field)).map(|touch| touch.base.clone());
        let changed = base.as_ref().is_some_and(|base| base != value);
        (changed || touches.added(record).is_some(), base)
    };
    let (mine_did, mine_base) = touched(&comparison.mine, mine);
    let (theirs_did, theirs_base) = touched(&comparison.theirs, theirs);
    let base = match (mine_did, theirs_did) {
        // Only one did something, so what the other has is how it was.
        (true, false) => theirs.clone(),
        (false, true) => mine.clone(),
        _ => mine_base.or(theirs_base).unwrap_or(Value::Null),
    };
    Sided { mine: mine_did, theirs: theirs_did, base }
}

/// The fields in which the two sides of a record differ, with their places and what each side
/// did to them.
pub(super) fn differing(
    scene: &Scene<'_>,
    record: RecordId,
    [mine, theirs]: [&Row; 2],
) -> Vec<(usize, Sided, Clash)> {
    let prose = scene.prose(record);
    let fields = store::columns(record.table).iter().copied().enumerate();
    let values = fields.zip(mine.values.iter().zip(&theirs.values));
    values
        .filter(|(_, (here, there))| here != there)
        .map(|((place, field), (here, there))| {
            let sided = sided(scene, record, field, [here, there]);
            let (base, mine, theirs) = (sided.base.clone(), here.clone(), there.clone());
            let clash = Clash { field, base, mine, theirs, prose: prose.contains(&field) };
            (place, sided, clash)
        })
        .collect()
}

/// Takes over what only they changed, and collects what both did.
pub(super) fn compare(scene: &Scene<'_>, record: RecordId, sides: &Sides, merge: &mut Merge) {
    let (mine, theirs) = match (&sides.mine, &sides.theirs) {
        (None, Some(theirs)) => {
            merge.rows.insert(record, theirs.clone());
            if !theirs.deleted {
                merge.taken.push((record, 0));
            }
            return;
        }
        (Some(mine), Some(theirs)) => (mine, theirs),
        (_, None) => return,
    };
    if mine.deleted != theirs.deleted {
        // Only one side deleted it or brought it back, or `deletions` would have it.
        let deleted = |row: &Row| Value::Integer(row.deleted.into());
        let values = [deleted(mine), deleted(theirs)];
        if sided(scene, record, "deleted", values.each_ref()).theirs {
            merge.rows.insert(record, theirs.clone());
            merge.taken.push((record, 0));
        }
        return;
    }
    if mine.deleted {
        return;
    }
    let mut row = mine.clone();
    let (mut taken, mut own, mut clashes) = (Vec::new(), Vec::new(), Vec::new());
    for (place, sided, clash) in differing(scene, record, [mine, theirs]) {
        match (sided.mine, sided.theirs) {
            (false, true) => {
                row.values[place] = clash.theirs.clone();
                taken.push(clash);
            }
            (true, false) => own.push(clash),
            _ => clashes.push(clash),
        }
    }
    if !taken.is_empty() {
        merge.taken.push((record, taken.len()));
        merge.rows.insert(record, row);
    }
    let conflict = |kind, clashes: Vec<Clash>, can_be_both| Conflict {
        kind,
        record,
        clashes,
        other: None,
        deletion: None,
        by: scene.by(record),
        marking: None,
        can_be_both,
        decision: None,
    };
    if clashes.is_empty() {
        if !taken.is_empty() && !own.is_empty() {
            let all = own.into_iter().chain(taken).collect();
            merge.conflicts.push(conflict(ConflictKind::BothEdited, all, true));
        }
        return;
    }
    for clash in clashes {
        let both = clash.prose;
        merge.conflicts.push(conflict(ConflictKind::Field, vec![clash], both));
    }
}
