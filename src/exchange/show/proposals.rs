//! The proposals with all their fields.

use std::collections::HashMap;

use serde::Serialize;

use super::{Head, Scene, proposals_in_order};
use crate::analysis::{Adoption, Tally};
use crate::model::{
    Bindingness, Marking, MeasureKind, Proposal, ProposalId, Scope, Snapshot, Status,
};

#[derive(Serialize)]
pub(super) struct ProposalsJson<'a> {
    #[serde(flatten)]
    head: Head,
    proposals: Vec<ProposalJson<'a>>,
}

#[derive(Serialize)]
struct ProposalJson<'a> {
    id: ProposalId,
    code: &'a str,
    title: &'a str,
    title_en: &'a str,
    title_nl: &'a str,
    summary: &'a str,
    summary_en: &'a str,
    summary_nl: &'a str,
    text: &'a str,
    source: Option<&'a str>,
    kind: Option<MeasureKind>,
    bindingness: Option<Bindingness>,
    scope: Option<Scope>,
    status: Status,
    sponsors: Vec<SponsorJson<'a>>,
    verification: &'a str,
    verification_en: &'a str,
    verification_nl: &'a str,
    note: &'a str,
    marking: Option<Marking>,
    tally: Tally,
    adoption: Adoption,
}

#[derive(Serialize)]
struct SponsorJson<'a> {
    party: &'a str,
    main: bool,
}

pub(super) fn json<'a>(scene: &Scene<'a>) -> ProposalsJson<'a> {
    let Scene { snapshot, coalition, text, .. } = *scene;
    let mut sponsors = sponsors(snapshot);
    let proposals = proposals_in_order(snapshot).into_iter().filter_map(|(slot, proposal)| {
        let column = coalition.column(slot)?;
        Some(ProposalJson {
            id: proposal.id,
            code: &proposal.code,
            title: text.of(&proposal.title),
            title_en: &proposal.title.en,
            title_nl: &proposal.title.nl,
            summary: text.of(&proposal.summary),
            summary_en: &proposal.summary.en,
            summary_nl: &proposal.summary.nl,
            text: &proposal.text,
            source: source(snapshot, proposal),
            kind: proposal.measure,
            bindingness: proposal.bindingness,
            scope: proposal.scope,
            status: proposal.status,
            sponsors: sponsors.remove(&proposal.id).unwrap_or_default(),
            verification: text.of(&proposal.verification),
            verification_en: &proposal.verification.en,
            verification_nl: &proposal.verification.nl,
            note: &proposal.note,
            marking: proposal.marking,
            tally: column.tally,
            adoption: column.adoption,
        })
    });
    ProposalsJson {
        head: Head::new(scene, super::Subject::Proposals),
        proposals: proposals.collect(),
    }
}

pub(super) fn table(scene: &Scene<'_>) -> Vec<Vec<String>> {
    let Scene { snapshot, coalition, text, .. } = *scene;
    let head = [
        "column-code",
        "field-title",
        "field-measure",
        "field-bindingness",
        "field-scope",
        "field-status",
        "field-source",
        "field-sponsors",
        "rule-consensus",
        "rule-two_thirds",
        "rule-majority",
    ];
    let mut rows = vec![head.map(|id| text.get(id).to_owned()).to_vec()];
    let sponsors = sponsors(snapshot);
    for (slot, proposal) in proposals_in_order(snapshot) {
        let Some(column) = coalition.column(slot) else { continue };
        let sponsors = sponsors.get(&proposal.id).into_iter().flatten();
        let sponsors: Vec<_> = sponsors.map(|sponsor| sponsor.party).collect();
        rows.push(vec![
            proposal.code.clone(),
            text.of(&proposal.title).to_owned(),
            text.label_or(proposal.measure, "not-filled-in").to_owned(),
            text.label_or(proposal.bindingness, "not-filled-in").to_owned(),
            text.label_or(proposal.scope, "not-filled-in").to_owned(),
            text.label(proposal.status).to_owned(),
            source(snapshot, proposal).unwrap_or_default().to_owned(),
            sponsors.join(" "),
            text.label(column.adoption.consensus).to_owned(),
            text.label(column.adoption.two_thirds).to_owned(),
            text.label(column.adoption.majority).to_owned(),
        ]);
    }
    rows
}

fn source<'a>(snapshot: &'a Snapshot, proposal: &Proposal) -> Option<&'a str> {
    snapshot.sources.get(proposal.source?).map(|source| source.short())
}

/// The sponsors of each proposal, the main ones first.
fn sponsors(snapshot: &Snapshot) -> HashMap<ProposalId, Vec<SponsorJson<'_>>> {
    let mut sponsors: HashMap<_, Vec<_>> = HashMap::new();
    for sponsor in snapshot.sponsors.iter() {
        let Some(party) = snapshot.parties.get(sponsor.party) else { continue };
        let sponsor_json = SponsorJson { party: &party.code, main: sponsor.main };
        sponsors.entry(sponsor.proposal).or_default().push(sponsor_json);
    }
    let in_order = |it: &mut Vec<SponsorJson<'_>>| it.sort_by_key(|it| (!it.main, it.party));
    sponsors.values_mut().for_each(in_order);
    sponsors
}
