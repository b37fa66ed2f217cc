//! The parties with all their fields.

use std::collections::HashMap;

use serde::Serialize;

use super::{Head, Scene, parties_in_order};
use crate::analysis::CampReading;
use crate::model::{Camp, CampBasis, Marking, PartialDate, PartyId, PartyKind, Snapshot};

#[derive(Serialize)]
pub(super) struct PartiesJson<'a> {
    #[serde(flatten)]
    head: Head,
    parties: Vec<PartyJson<'a>>,
}

#[derive(Serialize)]
struct PartyJson<'a> {
    id: PartyId,
    code: &'a str,
    iso2: &'a str,
    name: &'a str,
    name_en: &'a str,
    name_nl: &'a str,
    kind: PartyKind,
    region: &'a str,
    subregion: &'a str,
    decides: bool,
    camp: Camp,
    camp_basis: CampBasis,
    camp_index: Option<f64>,
    camp_votes: u32,
    camp_computed: Camp,
    camp_reason: &'a str,
    groups: Vec<GroupJson<'a>>,
    note: &'a str,
    marking: Option<Marking>,
}

#[derive(Serialize)]
struct GroupJson<'a> {
    code: &'a str,
    since: Option<PartialDate>,
    until: Option<PartialDate>,
    note: &'a str,
}

pub(super) fn json<'a>(scene: &Scene<'a>) -> PartiesJson<'a> {
    let Scene { snapshot, coalition, text, .. } = *scene;
    let mut groups = groups(snapshot);
    let parties = parties_in_order(snapshot).into_iter().filter_map(|(slot, party)| {
        let CampReading { camp, basis, computed, index, votes } = *coalition.camps.get(slot)?;
        Some(PartyJson {
            id: party.id,
            code: &party.code,
            iso2: &party.iso2,
            name: text.of(&party.name),
            name_en: &party.name.en,
            name_nl: &party.name.nl,
            kind: party.kind,
            region: &party.region,
            subregion: &party.subregion,
            decides: party.decides,
            camp,
            camp_basis: basis,
            camp_index: index,
            camp_votes: votes,
            camp_computed: computed,
            camp_reason: &party.camp_reason,
            groups: groups.remove(&party.id).unwrap_or_default(),
            note: &party.note,
            marking: party.marking,
        })
    });
    PartiesJson { head: Head::new(scene, super::Subject::Parties), parties: parties.collect() }
}

pub(super) fn table(scene: &Scene<'_>) -> Vec<Vec<String>> {
    let Scene { snapshot, coalition, text, .. } = *scene;
    let head = [
        "column-code",
        "field-name",
        "field-kind",
        "field-region",
        "field-subregion",
        "column-camp",
        "column-basis",
        "column-index",
        "column-votes",
        "field-groups",
    ];
    let mut rows = vec![head.map(|id| text.get(id).to_owned()).to_vec()];
    let groups = groups(snapshot);
    for (slot, party) in parties_in_order(snapshot) {
        let Some(reading) = coalition.camps.get(slot) else { continue };
        let groups = groups.get(&party.id).into_iter().flatten();
        let groups: Vec<_> = groups.map(|group| group.code).collect();
        rows.push(vec![
            party.code.clone(),
            text.of(&party.name).to_owned(),
            text.label(party.kind).to_owned(),
            text.region(&party.region).to_owned(),
            text.region(&party.subregion).to_owned(),
            text.label(reading.camp).to_owned(),
            text.label(reading.basis).to_owned(),
            reading.index.map_or_else(String::new, |index| text.decimal(&format!("{index:.4}"))),
            reading.votes.to_string(),
            groups.join(" "),
        ]);
    }
    rows
}

/// The groups of each party, in the order of their codes.
fn groups(snapshot: &Snapshot) -> HashMap<PartyId, Vec<GroupJson<'_>>> {
    let mut groups: HashMap<_, Vec<_>> = HashMap::new();
    for membership in snapshot.memberships.iter() {
        let Some(group) = snapshot.groups.get(membership.group) else { continue };
        groups.entry(membership.party).or_default().push(GroupJson {
            code: &group.code,
            since: membership.since,
            until: membership.until,
            note: &membership.note,
        });
    }
    groups.values_mut().for_each(|groups| groups.sort_by_key(|group| group.code));
    groups
}
