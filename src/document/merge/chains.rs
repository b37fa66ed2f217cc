//! Which entry corrects which, once it is decided which of two entries is current. The other one
//! stays in the line as corrected, and no corrected entry ever becomes current again.

use std::collections::HashSet;

use super::days::{correct, corrects};
use super::outcome::Outcome;
use crate::model::RecordId;

/// Makes one current entry correct another, placing it above everything that either corrects.
pub(super) fn let_hold(outcome: &mut Outcome<'_>, holds: RecordId, yields: RecordId) {
    open_ring(outcome, holds);
    let down = path(outcome, holds);
    if down.contains(&yields) {
        return;
    }
    // The part of the other line that this line does not have.
    let mut lowest = yields;
    for entry in path(outcome, yields) {
        if down.contains(&entry) {
            break;
        }
        lowest = entry;
    }
    // If several yield, they are ordered by identity, so that the order of decisions makes no
    // difference.
    let mut above = holds;
    for entry in down.iter().skip(1) {
        let sides = outcome.merge.sides.get(entry);
        let added = sides.is_some_and(|sides| sides.mine.is_none() || sides.theirs.is_none());
        if !added || entry.id > yields.id {
            break;
        }
        above = *entry;
    }
    let below = outcome.now(above).and_then(corrects);
    if let Some(row) = outcome.row(lowest) {
        correct(row, below);
    }
    if let Some(row) = outcome.row(above) {
        correct(row, Some(yields));
    }
}

/// Makes sure that an entry is not corrected by an entry that it corrects itself. If two copies
/// decided differently which of two entries is current, each corrects the other, and neither
/// would be current. What was corrected before either decision stays corrected.
pub(super) fn open_ring(outcome: &mut Outcome<'_>, holds: RecordId) {
    let ring = path(outcome, holds);
    let Some(last) = ring.last().copied() else { return };
    let next = outcome.now(last).filter(|row| !row.deleted).and_then(corrects);
    let Some(begins) = next.and_then(|next| ring.iter().position(|entry| *entry == next)) else {
        return;
    };
    let ring = &ring[begins..];
    let sides = ring.iter().filter_map(|entry| outcome.merge.sides.get(entry));
    let before = sides.flat_map(|sides| [&sides.mine, &sides.theirs]);
    let before = before.flatten().filter(|row| !row.deleted).filter_map(corrects);
    let below = before.filter(|entry| !ring.contains(entry)).min();
    if let Some(row) = outcome.row(last) {
        correct(row, below);
    }
}

/// One entry of each ring of entries that correct each other.
pub(super) fn rings(outcome: &Outcome<'_>, records: &[RecordId]) -> Vec<RecordId> {
    let (mut seen, mut found) = (HashSet::new(), Vec::new());
    for record in records {
        let mut walk = HashSet::new();
        let mut next = Some(*record);
        while let Some(entry) = next {
            if walk.contains(&entry) {
                found.push(entry);
                break;
            }
            if !seen.insert(entry) {
                break;
            }
            walk.insert(entry);
            next = outcome.now(entry).filter(|row| !row.deleted).and_then(corrects);
        }
    }
    found
}

/// An entry, the one it corrects, the one that corrects, and so on.
fn path(outcome: &Outcome<'_>, from: RecordId) -> Vec<RecordId> {
    let (mut path, mut seen) = (Vec::new(), HashSet::new());
    let mut next = Some(from);
    while let Some(entry) = next.filter(|entry| seen.insert(*entry)) {
        path.push(entry);
        let row = outcome.now(entry).filter(|row| !row.deleted);
        next = row.and_then(corrects);
    }
    path
}
