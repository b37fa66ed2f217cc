//! Two records where only one may be: both sides took the same code, wrote the own brief on
//! the same proposal, recorded the same vote, corrected the same entry.

use std::collections::HashMap;

use rusqlite::types::Value;

use super::{Clash, Conflict, ConflictKind, Merge, MergeError, Scene, place};
use crate::model::{Keyed, Record, RecordId, Table};
use crate::store;

/// What only one record may have, with the column that shows it.
pub(super) fn key(record: &Record) -> Option<(&'static str, String)> {
    let code = |code: &str| Some(("code", code.to_lowercase()));
    match record {
        Record::Party(it) => code(&it.code),
        Record::Group(it) => code(&it.code),
        Record::Proposal(it) => code(&it.code),
        Record::RollCall(it) => code(&it.code),
        Record::Sponsor(it) => Some(("party_id", format!("{}{}", it.proposal, it.party))),
        Record::AimTag(it) => Some(("aim", format!("{}{}", it.proposal, it.aim.key()))),
        Record::Brief(it) => Some(("proposal_id", it.proposal.to_string())),
        Record::Concern(it) => Some(("party_id", format!("{}{}", it.assessment, it.party))),
        Record::Engagement(it) => Some(("party_id", it.party.to_string())),
        Record::AgendaItem(it) => Some(("proposal_id", format!("{}{}", it.meeting, it.proposal))),
        Record::Vote(it) => Some(("party_id", format!("{}{}", it.roll_call, it.party))),
        Record::Membership(it) => {
            let dates = (it.since.map(|d| d.to_string()), it.until.map(|d| d.to_string()));
            Some(("party_id", format!("{}{}{dates:?}", it.group, it.party)))
        }
        Record::Position(it) => it.replaces.map(|replaced| ("replaces", replaced.to_string())),
        _ => None,
    }
}

/// Whether the records of a table have a code of their own.
pub(super) fn has_code(table: Table) -> bool {
    matches!(table, Table::Parties | Table::Groups | Table::Proposals | Table::RollCalls)
}

/// Collects what both sides have under one key. Two that say the same are made one.
pub(super) fn find(scene: &Scene<'_>, merge: &mut Merge) -> Result<(), MergeError> {
    let mut here: HashMap<(Table, String), RecordId> = HashMap::new();
    let alive = |row: &Option<store::Row>| row.as_ref().is_some_and(|row| !row.deleted);
    let differences = &scene.comparison.differences;
    for (record, _) in differences.iter().filter(|(_, sides)| alive(&sides.mine)) {
        if let Some((_, key)) = scene.mine.store.find(*record)?.as_ref().and_then(key) {
            here.insert((record.table, key), *record);
        }
    }
    for (there, _) in differences.iter().filter(|(_, sides)| alive(&sides.theirs)) {
        let there = *there;
        let Some((field, key)) = scene.theirs.store.find(there)?.as_ref().and_then(key) else {
            continue;
        };
        let Some(mine) = here.get(&(there.table, key)).copied().filter(|mine| *mine != there)
        else {
            continue;
        };
        // Decided before: one of them has another key by now, or is gone.
        if !stands(scene, merge, mine, field, true) || !stands(scene, merge, there, field, false) {
            continue;
        }
        collide(scene, merge, field, mine, there);
    }
    Ok(())
}

/// Whether a record will be there, under the key that it has on this side.
fn stands(scene: &Scene<'_>, merge: &Merge, record: RecordId, field: &str, here: bool) -> bool {
    let Some(sides) = scene.sides(record) else { return false };
    let side = if here { &sides.mine } else { &sides.theirs };
    let merged = merge.rows.get(&record).or(sides.mine.as_ref());
    let (Some(merged), Some(side), Some(place)) = (merged, side, place(record.table, field)) else {
        return false;
    };
    !merged.deleted && merged.values[place] == side.values[place]
}

fn collide(
    scene: &Scene<'_>,
    merge: &mut Merge,
    field: &'static str,
    mine: RecordId,
    theirs: RecordId,
) {
    let here = scene.sides(mine).and_then(|sides| sides.mine.clone());
    let there = scene.sides(theirs).and_then(|sides| sides.theirs.clone());
    let (Some(here), Some(there)) = (here, there) else { return };
    let prose = scene.prose(theirs);
    let mut clashes = Vec::new();
    for (place, column) in store::columns(mine.table).iter().enumerate() {
        if *column != "id" && here.values[place] != there.values[place] {
            clashes.push(Clash {
                field: column,
                base: Value::Null,
                mine: here.values[place].clone(),
                theirs: there.values[place].clone(),
                prose: prose.contains(column),
            });
        }
    }
    if clashes.is_empty() && !has_code(mine.table) && mine.table != Table::Positions {
        // They say the same: the one made first stays, on whichever side this is.
        let [stays, goes] = if mine.id < theirs.id { [mine, theirs] } else { [theirs, mine] };
        for (record, deleted) in [(stays, false), (goes, true)] {
            let row = if record == mine { here.clone() } else { there.clone() };
            merge.rows.insert(record, store::Row { deleted, ..row });
        }
        return;
    }
    // The key itself first: it is what the two have in common.
    let value = |row: &store::Row| {
        place(mine.table, field).map_or(Value::Null, |place| row.values[place].clone())
    };
    clashes.retain(|clash| clash.field != field);
    let (mine_value, theirs_value) = (value(&here), value(&there));
    let shared =
        Clash { field, base: Value::Null, mine: mine_value, theirs: theirs_value, prose: false };
    clashes.insert(0, shared);
    let combined = matches!(mine.table, Table::Briefs | Table::Engagements);
    merge.conflicts.push(Conflict {
        kind: ConflictKind::SameKey,
        record: theirs,
        clashes,
        other: Some(mine),
        deletion: None,
        by: [scene.by(mine)[0].clone(), scene.by(theirs)[1].clone()],
        marking: None,
        can_be_both: combined || has_code(mine.table) || mine.table == Table::Positions,
        decision: None,
    });
}
