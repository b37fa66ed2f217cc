//! The proposals with all their fields.

use std::collections::HashMap;

use super::counted::Counted;
use super::grounds::Records;
use super::page::{Cell, Column, Table, Value};
use super::{On, PageContext, proposals_in_order, texts};
use crate::analysis::{Rule, coalition};
use crate::model::{Keyed, ProposalId, Snapshot, Sponsor};
use crate::text::msg;

/// A row per proposal.
pub(super) fn proposals<'a>(context: &PageContext<'a>, records: &Records<'a>) -> Table<'a> {
    let PageContext { snapshot, text, as_of, .. } = *context;
    let columns = [
        Column::data("id"),
        Column::new("code", text.get(msg!("column-code"))),
        Column::new("title", text.get(msg!("field-title"))),
        Column::data("title_en"),
        Column::data("title_nl"),
        Column::data("summary"),
        Column::data("summary_en"),
        Column::data("summary_nl"),
        Column::data("text"),
        Column::data("source"),
        Column::new("kind", text.get(msg!("field-measure"))),
        Column::new("bindingness", text.get(msg!("field-bindingness"))),
        Column::new("scope", text.get(msg!("field-scope"))),
        Column::new("status", text.get(msg!("field-status"))),
        Column::data("since"),
        Column::read(text.get(msg!("field-source"))),
        Column::new("sponsors", text.get(msg!("field-sponsors"))),
        Column::data("verification"),
        Column::data("verification_en"),
        Column::data("verification_nl"),
        Column::data("note"),
        Column::data("marking"),
        Column::data("tally"),
        Column::data("adoption"),
        Column::read(text.get(msg!("rule-consensus"))),
        Column::read(text.get(msg!("rule-two_thirds"))),
        Column::read(text.get(msg!("rule-majority"))),
    ];
    let coalition = coalition(snapshot, as_of);
    let counted = Counted::new(snapshot, records, as_of);
    let mut sponsors = sponsors(snapshot, records);
    let shown = match context.on {
        // Some of them, as a list on screen shows them.
        On::Proposals(ids) => ids.iter().filter_map(|id| context.proposal(*id)).collect(),
        _ => proposals_in_order(snapshot),
    };
    let rows = shown.into_iter().map(|(slot, proposal)| {
        let own = records.of(proposal.id);
        let source = records.source(proposal.source, &own);
        let counts = coalition.column(slot).cloned().unwrap_or_default();
        let figures = counted.on(slot, proposal);
        let verdict = |rule: Rule| figures.cell(Value::label(text, counts.adoption.under(rule)));
        let verdicts = Rule::ALL.iter().map(|rule| (rule.key(), verdict(*rule)));
        let not = msg!("not-filled-in");
        [
            own.cell(Value::Identity(proposal.id.into())),
            own.cell(&proposal.code),
            own.cell(text.of(&proposal.title)),
            own.cell(&proposal.title.en),
            own.cell(&proposal.title.nl),
            own.cell(text.of(&proposal.summary)),
            own.cell(&proposal.summary.en),
            own.cell(&proposal.summary.nl),
            texts::present(snapshot, records, proposal),
            source.clone(),
            own.cell(Value::label_or(text, proposal.measure, not)),
            own.cell(Value::label_or(text, proposal.bindingness, not)),
            own.cell(Value::label_or(text, proposal.scope, not)),
            own.cell(Value::label(text, proposal.status)),
            own.cell(proposal.since),
            source,
            Cell::list(sponsors.remove(&proposal.id).unwrap_or_default()),
            own.cell(text.of(&proposal.verification)),
            own.cell(&proposal.verification.en),
            own.cell(&proposal.verification.nl),
            own.cell(&proposal.note),
            own.cell(proposal.marking),
            figures.cell(counts.tally),
            Cell::fields(verdicts.collect()),
            verdict(Rule::Consensus),
            verdict(Rule::TwoThirds),
            verdict(Rule::Majority),
        ]
    });
    Table::new("proposals", columns, rows)
}

/// The sponsors of each proposal, main sponsors first.
fn sponsors<'a>(
    snapshot: &'a Snapshot,
    records: &Records<'a>,
) -> HashMap<ProposalId, Vec<Cell<'a>>> {
    let mut found: HashMap<_, Vec<_>> = HashMap::new();
    for sponsor in snapshot.sponsors.iter() {
        let Some(party) = snapshot.parties.get(sponsor.party) else { continue };
        found.entry(sponsor.proposal).or_default().push((!sponsor.main, &party.code, sponsor));
    }
    let cells = |mut sponsors: Vec<(bool, &'a String, &'a Sponsor)>| {
        sponsors.sort_by_key(|(other, code, _)| (*other, *code));
        let cell = |(_, code, sponsor): (bool, &'a String, &'a Sponsor)| {
            // Being part of both, a sponsorship is at least as confidential as the party it names.
            let grounds = records.of(sponsor.id);
            let main = grounds.cell(sponsor.main);
            Cell::fields(vec![("party", grounds.cell(code)), ("main", main)])
        };
        sponsors.into_iter().map(cell).collect()
    };
    found.into_iter().map(|(proposal, sponsors)| (proposal, cells(sponsors))).collect()
}
