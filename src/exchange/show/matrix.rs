//! The coalition matrix.

use std::collections::{BTreeMap, HashMap};

use chrono::NaiveDate;
use serde::Serialize;

use super::{Head, Scene, camp_key, parties_in_order, proposals_in_order};
use crate::analysis::{Adoption, Basis, CampReading, Tally, Voices};
use crate::model::{Camp, CampBasis, Keyed, Party, PartyKind, Proposal, Slot, Stance, stance};

#[derive(Serialize)]
pub(super) struct MatrixJson<'a> {
    #[serde(flatten)]
    head: Head,
    proposals: Vec<ColumnJson<'a>>,
    parties: Vec<PartyJson<'a>>,
    cells: Vec<CellJson<'a>>,
    conflicts: Vec<ConflictJson<'a>>,
}

#[derive(Serialize)]
struct ConflictJson<'a> {
    party: &'a str,
    proposal: &'a str,
    groups: Vec<VoiceJson<'a>>,
}

#[derive(Serialize)]
struct VoiceJson<'a> {
    group: &'a str,
    stance: Stance,
    date: NaiveDate,
}

#[derive(Serialize)]
struct ColumnJson<'a> {
    code: &'a str,
    title: &'a str,
    tally: Tally,
    camps: BTreeMap<&'static str, Tally>,
    adoption: Adoption,
}

#[derive(Serialize)]
struct PartyJson<'a> {
    code: &'a str,
    name: &'a str,
    kind: PartyKind,
    camp: Camp,
    camp_basis: CampBasis,
    camp_index: Option<f64>,
    camp_votes: u32,
}

#[derive(Serialize)]
struct CellJson<'a> {
    party: &'a str,
    proposal: &'a str,
    stance: Stance,
    date: NaiveDate,
    source: Option<&'a str>,
    by: String,
}

pub(super) fn json<'a>(scene: &Scene<'a>) -> MatrixJson<'a> {
    let Scene { snapshot, coalition, text, .. } = *scene;
    let (proposals, parties) = (proposals_in_order(snapshot), parties_in_order(snapshot));
    let columns = proposals.iter().filter_map(|(slot, proposal)| {
        let column = coalition.column(*slot)?;
        let camps = Camp::ALL.iter().map(|camp| (camp_key(*camp), *column.camp(*camp)));
        Some(ColumnJson {
            code: &proposal.code,
            title: text.of(&proposal.title),
            tally: column.tally,
            camps: camps.collect(),
            adoption: column.adoption,
        })
    });
    let rows = parties.iter().filter_map(|(slot, party)| {
        let CampReading { camp, basis, index, votes, .. } = *coalition.camps.get(*slot)?;
        Some(PartyJson {
            code: &party.code,
            name: text.of(&party.name),
            kind: party.kind,
            camp,
            camp_basis: basis,
            camp_index: index,
            camp_votes: votes,
        })
    });
    let voices = Voices::new(snapshot, coalition.as_of);
    let place: HashMap<Slot, usize> =
        parties.iter().enumerate().map(|(place, (slot, _))| (*slot, place)).collect();
    let (mut cells, mut conflicts) = (Vec::new(), Vec::new());
    for column in &proposals {
        // Only what is known is gone through: of most cells nothing may be.
        let mut known = coalition.known(column.0);
        known.sort_by_key(|slot| place.get(slot));
        let rows = known.iter().filter_map(|slot| place.get(slot)).map(|at| parties[*at]);
        for row in rows {
            cells.extend(cell(scene, &voices, *column, row));
            conflicts.extend(conflict(scene, &voices, *column, row));
        }
    }
    MatrixJson {
        head: Head::new(scene, super::Subject::Matrix),
        proposals: columns.collect(),
        parties: rows.collect(),
        cells,
        conflicts,
    }
}

/// What is known of a party on a proposal, by its own word or by that of a group.
fn cell<'a>(
    scene: &Scene<'a>,
    voices: &Voices<'a>,
    (column, proposal): (Slot, &'a Proposal),
    (row, party): (Slot, &'a Party),
) -> Option<CellJson<'a>> {
    let Scene { snapshot, coalition, .. } = *scene;
    let (date, source, by) = match coalition.basis(column, row) {
        Basis::Own => {
            let entry = snapshot.positions.current(column, row, coalition.as_of)?;
            let source = entry.source().and_then(|source| snapshot.sources.at(source));
            (entry.date(), source, "own".to_owned())
        }
        Basis::Inherited => {
            let voice = voices.of(proposal.id, party.id).next()?;
            let source = voice.entry.source.and_then(|id| snapshot.sources.get(id));
            (voice.entry.date, source, format!("group:{}", snapshot.groups.get(voice.group)?.code))
        }
        Basis::Conflict | Basis::Nothing => return None,
    };
    Some(CellJson {
        party: &party.code,
        proposal: &proposal.code,
        stance: coalition.stance(column, row)?,
        date,
        source: source.map(|source| source.short()),
        by,
    })
}

/// A party whose groups disagree, and what they say.
fn conflict<'a>(
    scene: &Scene<'a>,
    voices: &Voices<'a>,
    (column, proposal): (Slot, &'a Proposal),
    (row, party): (Slot, &'a Party),
) -> Option<ConflictJson<'a>> {
    let Scene { snapshot, coalition, .. } = *scene;
    if coalition.basis(column, row) != Basis::Conflict {
        return None;
    }
    let groups = voices.of(proposal.id, party.id).filter_map(|voice| {
        let group = snapshot.groups.get(voice.group)?;
        Some(VoiceJson { group: &group.code, stance: voice.stance, date: voice.entry.date })
    });
    Some(ConflictJson { party: &party.code, proposal: &proposal.code, groups: groups.collect() })
}

/// A sign a cell, with tallies and verdicts below, for a person.
pub(super) fn signs(scene: &Scene<'_>) -> Vec<Vec<String>> {
    let Scene { snapshot, coalition, text, .. } = *scene;
    let proposals = proposals_in_order(snapshot);
    let mut rows = vec![header(scene, &["table-parties", "column-camp", "column-index"])];
    let parties = parties_in_order(snapshot);
    for camp in Camp::ALL {
        let mut members: Vec<_> = parties
            .iter()
            .copied()
            .filter(|(slot, _)| coalition.camps.camp(*slot) == *camp)
            .collect();
        members.sort_by_cached_key(|(_, party)| crate::model::words::fold(text.of(&party.name)));
        for (slot, party) in members {
            let index = coalition.camps.get(slot).and_then(|reading| reading.index);
            let mut row = vec![
                text.of(&party.name).to_owned(),
                text.label(*camp).to_owned(),
                index.map_or_else(String::new, |index| text.index(index)),
            ];
            let sign = |proposal| stance::sign(coalition.stance(proposal, slot)).to_owned();
            row.extend(proposals.iter().map(|(proposal, _)| sign(*proposal)));
            rows.push(row);
        }
    }
    rows.push(Vec::new());
    let below = |label: &str, value: &dyn Fn(&crate::analysis::Column) -> String| {
        let mut row = vec![label.to_owned(), String::new(), String::new()];
        let columns = proposals.iter().filter_map(|(slot, _)| coalition.column(*slot));
        row.extend(columns.map(value));
        row
    };
    for stance in Stance::ALL.iter().map(|stance| Some(*stance)).chain([None]) {
        let label = format!("{} {}", stance::sign(stance), text.stance(stance));
        rows.push(below(&label, &|column| column.tally.get(stance).to_string()));
    }
    for rule in crate::analysis::Rule::ALL {
        let outcome = |column: &crate::analysis::Column| column.adoption.under(*rule);
        rows.push(below(text.label(*rule), &|column| text.label(outcome(column)).to_owned()));
    }
    rows
}

/// A stance a cell by its key, for a spreadsheet.
pub(super) fn table(scene: &Scene<'_>) -> Vec<Vec<String>> {
    let Scene { snapshot, coalition, text, .. } = *scene;
    let proposals = proposals_in_order(snapshot);
    let head = ["column-code", "table-parties", "column-camp", "column-index"];
    let mut rows = vec![header(scene, &head)];
    for (slot, party) in parties_in_order(snapshot) {
        let index = coalition.camps.get(slot).and_then(|reading| reading.index);
        let mut row = vec![
            party.code.clone(),
            text.of(&party.name).to_owned(),
            text.label(coalition.camps.camp(slot)).to_owned(),
            index.map_or_else(String::new, |index| text.decimal(&format!("{index:.4}"))),
        ];
        let key = |proposal| stance::key(coalition.stance(proposal, slot)).to_owned();
        row.extend(proposals.iter().map(|(proposal, _)| key(*proposal)));
        rows.push(row);
    }
    rows
}

fn header(scene: &Scene<'_>, names: &[&'static str]) -> Vec<String> {
    let codes = proposals_in_order(scene.snapshot).into_iter().map(|(_, p)| p.code.clone());
    names.iter().map(|name| scene.text.get(name).to_owned()).chain(codes).collect()
}
