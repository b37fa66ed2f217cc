//! The records of a dossier as tables with one row each, under headings that an import finds again.

use std::collections::HashMap;

use chrono::NaiveDate;

use super::grounds::{Grounds, Records};
use super::page::{Block, Cell, Column, Table, Value};
use super::{PageContext, parties_in_order, proposals_in_order};
use crate::analysis::MarkedEntry;
use crate::model::words::{fold, natural_cmp};
use crate::model::{
    Certainty, Forum, Language, Marking, Position, ProposalId, RecordId, Slot, Snapshot, Source,
    SourceId, Speaker, Stance, stance,
};
use crate::text::{Text, msg};

/// Everything that a table can hold, one table a kind of record.
pub(super) fn all<'a>(context: &PageContext<'a>, records: &Records<'a>) -> Vec<Block<'a>> {
    let tables = [
        (msg!("subject-parties"), parties(context, records)),
        (msg!("subject-proposals"), proposals(context, records)),
        (msg!("subject-positions"), positions(context, records)),
        (msg!("sheet-sources"), sources(context, records)),
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

/// A row per party, with its fields as they were entered.
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

/// A row per proposal, with its fields as they were entered.
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
            own.cell(&proposal.text),
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

/// A row per entry that has not been corrected, with what it rests on.
pub(super) fn positions<'a>(context: &PageContext<'a>, records: &Records<'a>) -> Table<'a> {
    let PageContext { snapshot, text, .. } = *context;
    let columns = [
        heading(text, "proposal"),
        heading(text, "party"),
        Column::new("name", text.get(msg!("sheet-in-full"))),
        heading(text, "stance"),
        Column::new("sign", text.get(msg!("sheet-sign"))),
        heading(text, "date"),
        heading(text, "certainty"),
        heading(text, "forum"),
        heading(text, "source"),
        heading(text, "words"),
        heading(text, "salience"),
        heading(text, "condition"),
        heading(text, "reason"),
        heading(text, "hold"),
        heading(text, "marking"),
    ];
    let called = SpeakerNames::new(snapshot);
    let named = SourceNames::new(snapshot);
    let label = |words: Option<Value<'a>>| words.unwrap_or(Value::Nothing);
    let row = |entry: &Said<'a>| {
        let own = records.said(entry.marked, entry.proposal, entry.by);
        [
            own.cell(entry.code),
            called.cell(records, &own, (entry.speaker, entry.name)),
            own.cell(entry.name),
            own.cell(Value::Label {
                key: Some(stance::key(entry.stance)),
                words: text.stance(entry.stance),
            }),
            own.cell(Value::Stance(entry.stance)),
            own.cell(entry.date),
            own.cell(label(entry.certainty.map(|it| Value::label(text, it)))),
            own.cell(label(entry.forum.map(|it| Value::label(text, it)))),
            named.cell(records, entry.source),
            own.cell(entry.words),
            own.cell(label(entry.salience.map(|it| Value::Count(it.into())))),
            own.cell(entry.condition),
            own.cell(entry.reason),
            own.cell(entry.hold),
            own.cell(entry.marking),
        ]
    };
    let mut rows = Vec::new();
    let parties = parties_in_order(snapshot);
    let mut groups: HashMap<ProposalId, Vec<&Position>> = HashMap::new();
    for entry in snapshot.held_group_positions() {
        groups.entry(entry.proposal).or_default().push(entry);
    }
    for (column, proposal) in proposals_in_order(snapshot) {
        for (slot, party) in &parties {
            let line = snapshot.positions.line(column, *slot);
            // Oldest first, so that each entry follows the one that it replaces in a table.
            for entry in line.iter().rev().filter(|entry| !entry.is_replaced()) {
                rows.push(row(&Said {
                    marked: (*entry).into(),
                    proposal: proposal.id,
                    by: party.id.into(),
                    code: &proposal.code,
                    speaker: &party.code,
                    name: text.of(&party.name),
                    stance: entry.stance(),
                    date: entry.date(),
                    certainty: entry.certainty(),
                    forum: entry.forum(),
                    source: source_at(snapshot, entry.source()),
                    words: entry.words(),
                    salience: entry.salience(),
                    condition: entry.condition(),
                    reason: entry.reason(),
                    hold: entry.hold(),
                    marking: entry.marking(),
                }));
            }
        }
        let mut said = groups.remove(&proposal.id).unwrap_or_default();
        let code = |entry: &Position| entry.by.group().and_then(|id| snapshot.groups.get(id));
        said.sort_by_key(|entry| (code(entry).map(|it| &it.code), entry.date, entry.id));
        for entry in said {
            let Some(group) = code(entry) else { continue };
            rows.push(row(&Said {
                marked: entry.into(),
                proposal: proposal.id,
                by: entry.by,
                code: &proposal.code,
                speaker: &group.code,
                name: text.of(&group.name),
                stance: entry.stance,
                date: entry.date,
                certainty: entry.certainty,
                forum: entry.forum,
                source: entry.source,
                words: &entry.words,
                salience: entry.salience,
                condition: &entry.condition,
                reason: &entry.reason,
                hold: entry.hold,
                marking: entry.marking,
            }));
        }
    }
    Table::new("positions", columns, rows.into_iter())
}

/// What a party or a group said.
struct Said<'a> {
    marked: MarkedEntry,
    proposal: ProposalId,
    by: Speaker,
    code: &'a str,
    speaker: &'a str,
    name: &'a str,
    stance: Option<Stance>,
    date: NaiveDate,
    certainty: Option<Certainty>,
    forum: Option<Forum>,
    source: Option<SourceId>,
    words: &'a str,
    salience: Option<u8>,
    condition: &'a str,
    reason: &'a str,
    hold: bool,
    marking: Option<Marking>,
}

/// The name of each party and group under which an import finds it again: its code, unless a
/// party and a group share that.
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

    /// The code, or the name where that says more; then it rests on all who have the code.
    pub(super) fn cell<'a>(
        &self,
        records: &Records<'a>,
        own: &Grounds,
        (code, name): (&'a str, &'a str),
    ) -> Cell<'a> {
        match self.0.get(&fold(code)) {
            Some(all) => {
                let all = all.iter().map(|it| records.of(*it));
                Grounds::all([own.clone()].into_iter().chain(all)).cell(name)
            }
            None => own.cell(code),
        }
    }
}

fn source_at(snapshot: &Snapshot, slot: Option<Slot>) -> Option<SourceId> {
    snapshot.sources.at(slot?).map(|source| source.id)
}

/// A row per source.
fn sources<'a>(context: &PageContext<'a>, records: &Records<'a>) -> Table<'a> {
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

fn heading(text: Text, field: &'static str) -> Column {
    // A summary is in one language at a time.
    let words =
        if field == "summary" { text.get(msg!("holds-summary")) } else { text.field(field) };
    Column::new(field, words)
}

/// The name of each source under which an import finds it again.
struct SourceNames<'a> {
    snapshot: &'a Snapshot,
    counts: HashMap<String, usize>,
}

impl<'a> SourceNames<'a> {
    fn new(snapshot: &'a Snapshot) -> Self {
        let mut counts = HashMap::new();
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
        Self { snapshot, counts }
    }

    fn cell(&self, records: &Records<'a>, source: Option<SourceId>) -> Cell<'a> {
        let Some(source) = source.and_then(|id| self.snapshot.sources.get(id)) else {
            return Cell::nothing();
        };
        let is_only = |name: &str| self.counts.get(&fold(name)) == Some(&1);
        let short = source.short();
        if is_only(short) {
            return records.of(source.id).cell(short);
        }
        // Which name is the only one depends on what the others are called.
        let all = Grounds::all(self.snapshot.sources.iter().map(|it| records.of(it.id)));
        let names = [source.title.as_str(), source.link.as_str()];
        let name = names.into_iter().find(|it| !it.is_empty() && is_only(it));
        all.cell(name.unwrap_or(short))
    }
}
