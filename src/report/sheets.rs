//! The records of a dossier as tables with one row each, under headings that an import recognises.

use std::collections::{HashMap, HashSet};

use super::entries::positions;
use super::grounds::{Grounds, Records};
use super::page::{Block, Cell, Column, Table, Value};
use super::{PageContext, parties_in_order, proposals_in_order};
use crate::model::words::{fold, natural_cmp};
use crate::model::{Language, ProposalId, RecordId, Snapshot, Source, SourceId};
use crate::text::{Text, msg};

/// Everything that a table can hold, one table per kind of record.
pub(super) fn all<'a>(context: &PageContext<'a>, records: &Records<'a>) -> Vec<Block<'a>> {
    let tables = [
        (msg!("subject-parties"), parties(context, records)),
        (msg!("subject-proposals"), proposals(context, records)),
        (msg!("subject-positions"), positions(context)),
        (msg!("subject-sources"), sources(context, records)),
        (msg!("sheet-memberships"), memberships(context, records)),
        (msg!("sheet-contacts"), super::contacts::contacts(context, records)),
        (msg!("subject-obstacles"), assessments(context, records)),
        (msg!("subject-remedies"), remedies(context, records)),
    ];
    let blocks = tables.map(|(id, table)| {
        [Block::Heading(Cell::fixed(context.text.get(id))), Block::Table(table)]
    });
    blocks.into_iter().flatten().collect()
}

/// A row per party, with its fields as entered.
fn parties<'a>(context: &PageContext<'a>, records: &Records<'a>) -> Table<'a> {
    let PageContext { snapshot, text, .. } = *context;
    let columns = columns(
        text,
        [
            "code",
            "name_en",
            "name_nl",
            "iso2",
            "kind",
            "decides",
            "region",
            "subregion",
            "note",
            "marking",
        ],
    );
    let rows = parties_in_order(snapshot).into_iter().map(|(_, party)| {
        let own = records.of(party.id);
        [
            own.cell(&party.code),
            own.cell(&party.name.en),
            own.cell(&party.name.nl),
            own.cell(&party.iso2),
            own.cell(Value::label(text, party.kind)),
            own.cell(party.decides),
            own.cell(&party.region),
            own.cell(&party.subregion),
            own.cell(&party.note),
            own.cell(party.marking),
        ]
    });
    Table::new("parties", columns, rows)
}

/// A row per proposal, with its fields as entered.
fn proposals<'a>(context: &PageContext<'a>, records: &Records<'a>) -> Table<'a> {
    let PageContext { snapshot, text, .. } = *context;
    let columns = columns(
        text,
        [
            "code",
            "title_en",
            "title_nl",
            "summary",
            "text",
            "status",
            "since",
            "measure",
            "bindingness",
            "scope",
            "sponsors",
            "source",
            "note",
            "marking",
        ],
    );
    let mut sponsors: HashMap<ProposalId, Vec<_>> = HashMap::new();
    for sponsor in snapshot.sponsors.iter() {
        if let Some(party) = snapshot.parties.get(sponsor.party) {
            let cell = records.of(sponsor.id).cell(&party.code);
            sponsors.entry(sponsor.proposal).or_default().push((!sponsor.main, &party.code, cell));
        }
    }
    let named = SourceNames::new(snapshot);
    let rows = proposals_in_order(snapshot).into_iter().map(|(_, proposal)| {
        let own = records.of(proposal.id);
        let mut sponsors = sponsors.remove(&proposal.id).unwrap_or_default();
        sponsors.sort_by_key(|(other, code, _)| (*other, *code));
        let sponsors = sponsors.into_iter().map(|(_, _, cell)| cell).collect();
        let label = |words: Option<Value<'a>>| own.cell(words.unwrap_or(Value::Nothing));
        [
            own.cell(&proposal.code),
            own.cell(&proposal.title.en),
            own.cell(&proposal.title.nl),
            own.cell(match text.language() {
                Language::English => &proposal.summary.en,
                Language::Dutch => &proposal.summary.nl,
            }),
            records.text(proposal).cell(&proposal.text),
            own.cell(Value::label(text, proposal.status)),
            own.cell(proposal.since),
            label(proposal.measure.map(|it| Value::label(text, it))),
            label(proposal.bindingness.map(|it| Value::label(text, it))),
            label(proposal.scope.map(|it| Value::label(text, it))),
            Cell::list(sponsors),
            named.cell(records, proposal.source),
            own.cell(&proposal.note),
            own.cell(proposal.marking),
        ]
    });
    Table::new("proposals", columns, rows)
}

/// The name by which an import finds each party and group again: its code, unless a party and a
/// group share it.
pub(super) struct SpeakerNames(HashMap<String, Vec<RecordId>>);

impl SpeakerNames {
    pub(super) fn new(snapshot: &Snapshot) -> Self {
        let mut shared: HashMap<_, Vec<RecordId>> = HashMap::new();
        for group in snapshot.groups.iter() {
            shared.entry(fold(&group.code)).or_default().push(group.id.into());
        }
        for party in snapshot.parties.iter() {
            if let Some(all) = shared.get_mut(&fold(&party.code)) {
                all.push(party.id.into());
            }
        }
        shared.retain(|_, all| all.iter().any(|it| it.table == crate::model::Table::Parties));
        Self(shared)
    }

    /// The code, or the name if the code is shared; then it rests on all who have the code.
    pub(super) fn cell<'a>(
        &self,
        records: &Records<'a>,
        own: &Grounds,
        (code, name): (&'a str, &'a str),
    ) -> Cell<'a> {
        let shared = if self.0.is_empty() { None } else { self.0.get(&fold(code)) };
        match shared {
            Some(all) => {
                let all = all.iter().map(|it| records.of(*it));
                Grounds::all([own.clone()].into_iter().chain(all)).cell(name)
            }
            None => own.cell(code),
        }
    }
}

/// A row per source.
pub(super) fn sources<'a>(context: &PageContext<'a>, records: &Records<'a>) -> Table<'a> {
    let PageContext { snapshot, text, .. } = *context;
    let columns =
        columns(text, ["symbol", "title", "issuer", "date", "kind", "link", "note", "marking"]);
    let mut sources: Vec<&Source> = snapshot.sources.iter().collect();
    sources.sort_by(|a, b| {
        natural_cmp(a.short(), b.short())
            .then_with(|| (&a.title, &a.link).cmp(&(&b.title, &b.link)))
    });
    let rows = sources.into_iter().map(|source| {
        let own = records.of(source.id);
        [
            own.cell(&source.symbol),
            own.cell(&source.title),
            own.cell(&source.issuer),
            own.cell(source.date),
            own.cell(Value::label(text, source.kind)),
            own.cell(&source.link),
            own.cell(&source.note),
            own.cell(source.marking),
        ]
    });
    Table::new("sources", columns, rows)
}

/// A row per membership of a party in a group.
fn memberships<'a>(context: &PageContext<'a>, records: &Records<'a>) -> Table<'a> {
    let PageContext { snapshot, text, .. } = *context;
    let columns = columns(text, ["group", "party", "since", "until", "note"]);
    let named = snapshot.memberships.iter().filter_map(|it| {
        Some((snapshot.groups.get(it.group)?, snapshot.parties.get(it.party)?, it))
    });
    let mut named: Vec<_> = named.collect();
    named.sort_by(|a, b| (&a.0.code, &a.1.code, a.2.since).cmp(&(&b.0.code, &b.1.code, b.2.since)));
    let called = SpeakerNames::new(snapshot);
    let rows = named.into_iter().map(|(group, party, membership)| {
        let own = records.of(membership.id);
        [
            called.cell(records, &own, (&group.code, text.of(&group.name))),
            called.cell(records, &own, (&party.code, text.of(&party.name))),
            own.cell(membership.since),
            own.cell(membership.until),
            own.cell(&membership.note),
        ]
    });
    Table::new("memberships", columns, rows)
}

/// A row per assessment of an obstacle.
fn assessments<'a>(context: &PageContext<'a>, records: &Records<'a>) -> Table<'a> {
    let PageContext { snapshot, text, .. } = *context;
    let columns = columns(
        text,
        ["proposal", "obstacle", "severity", "date", "rationale", "source", "marking"],
    );
    let named = SourceNames::new(snapshot);
    let found = snapshot
        .assessments
        .iter()
        .filter_map(|it| Some((&snapshot.proposals.get(it.proposal)?.code, it)));
    let mut found: Vec<_> = found.collect();
    found.sort_by(|(a, x), (b, y)| {
        natural_cmp(a, b).then_with(|| {
            (x.obstacle.number(), x.date, x.id).cmp(&(y.obstacle.number(), y.date, y.id))
        })
    });
    let rows = found.into_iter().map(|(code, assessment)| {
        let own = records.of(assessment.id);
        [
            own.cell(code),
            own.cell(Value::label(text, assessment.obstacle)),
            own.cell(Value::Severity(assessment.severity)),
            own.cell(assessment.date),
            own.cell(&assessment.rationale),
            named.cell(records, assessment.source),
            own.cell(assessment.marking),
        ]
    });
    Table::new("assessments", columns, rows)
}

/// A row per remedy.
pub(super) fn remedies<'a>(context: &PageContext<'a>, records: &Records<'a>) -> Table<'a> {
    let PageContext { snapshot, text, .. } = *context;
    let columns = columns(
        text,
        [
            "proposal",
            "obstacle",
            "title",
            "text",
            "kind",
            "owner",
            "due",
            "status",
            "severity_after",
            "precedent",
            "note",
            "marking",
        ],
    );
    let found = snapshot
        .remedies
        .iter()
        .filter_map(|it| Some((&snapshot.proposals.get(it.proposal)?.code, it)));
    let mut found: Vec<_> = found.collect();
    found.sort_by(|(a, x), (b, y)| {
        natural_cmp(a, b).then_with(|| {
            (x.obstacle.number(), &x.title, &x.text).cmp(&(y.obstacle.number(), &y.title, &y.text))
        })
    });
    let rows = found.into_iter().map(|(code, remedy)| {
        let own = records.of(remedy.id);
        [
            own.cell(code),
            own.cell(Value::label(text, remedy.obstacle)),
            own.cell(&remedy.title),
            own.cell(&remedy.text),
            own.cell(remedy.kind.map_or(Value::Nothing, |it| Value::label(text, it))),
            own.cell(&remedy.owner),
            own.cell(remedy.due),
            own.cell(Value::label(text, remedy.status)),
            own.cell(remedy.severity_after.map_or(Value::Nothing, |it| Value::Severity(Some(it)))),
            own.cell(&remedy.precedent),
            own.cell(&remedy.note),
            own.cell(remedy.marking),
        ]
    });
    Table::new("remedies", columns, rows)
}

/// Columns headed by the names of their fields.
pub(super) fn columns<const WIDTH: usize>(
    text: Text,
    fields: [&'static str; WIDTH],
) -> [Column; WIDTH] {
    fields.map(|field| heading(text, field))
}

pub(super) fn heading(text: Text, field: &'static str) -> Column {
    // A summary is in one language at a time.
    let words =
        if field == "summary" { text.get(msg!("holds-summary")) } else { text.field(field) };
    Column::new(field, words)
}

/// The name by which an import finds each source again.
pub(super) struct SourceNames<'a> {
    snapshot: &'a Snapshot,
    counts: HashMap<String, usize>,
    // Sources with a unique short name, found once, because a million entries may cite the same
    // few.
    clear: HashSet<SourceId>,
}

impl<'a> SourceNames<'a> {
    pub(super) fn new(snapshot: &'a Snapshot) -> Self {
        let mut counts: HashMap<String, usize> = HashMap::new();
        for source in snapshot.sources.iter() {
            let mut names = [&source.symbol, &source.title, &source.link].map(|it| fold(it));
            names.sort_unstable();
            let mut before = "";
            for name in &names {
                if name != before {
                    *counts.entry(name.clone()).or_insert(0) += 1;
                }
                before = name;
            }
        }
        let is_clear = |it: &&Source| counts.get(&fold(it.short())) == Some(&1);
        let clear = snapshot.sources.iter().filter(is_clear).map(|it| it.id).collect();
        Self { snapshot, counts, clear }
    }

    pub(super) fn cell(&self, records: &Records<'a>, source: Option<SourceId>) -> Cell<'a> {
        let Some(source) = source.and_then(|id| self.snapshot.sources.get(id)) else {
            return Cell::nothing();
        };
        let is_only = |name: &str| self.counts.get(&fold(name)) == Some(&1);
        let short = source.short();
        if self.clear.contains(&source.id) {
            return records.of(source.id).cell(short);
        }
        // Which names are unique depends on those of the others.
        let all = Grounds::all(self.snapshot.sources.iter().map(|it| records.of(it.id)));
        let names = [source.title.as_str(), source.link.as_str()];
        let name = names.into_iter().find(|it| !it.is_empty() && is_only(it));
        all.cell(name.unwrap_or(short))
    }
}
