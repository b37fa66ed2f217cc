//! The text of a proposal: a version paragraph by paragraph, and what changed since another one.

use super::grounds::{Grounds, Records};
use super::page::{Block, Cell, Column, Table, Value};
use super::{Page, PageContext, Subject};
use crate::analysis::{
    in_version, paragraphs, text_of, turned, version_called, versions, words_of,
};
use crate::draft::{Change, Run, RunKind, Stretch, compare};
use crate::explain::words_read;
use crate::model::{Paragraph, Proposal, Snapshot, Version};
use crate::text::{Text, msg};

/// A version of the text of a proposal that does not exist, by the name it was asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NoVersion(pub String);

/// The page on a version of a text, and what changed in it since another; `None` is the present
/// version, and no comparison.
///
/// # Errors
/// [`NoVersion`] if a version that was asked for may not be seen, or is not there.
pub fn text_page<'a>(
    context: &PageContext<'a>,
    version: Option<&str>,
    against: Option<&str>,
) -> Result<Page<'a>, NoVersion> {
    page_on(context, Subject::Text, (version, against), part)
}

/// A version, and the one to compare it with, if they were asked for.
pub(super) type Asked<'a> = (Option<&'a Version>, Option<&'a Version>);

/// A page on the text of a proposal, in a version and compared with another, both asked for by name
/// or number.
pub(super) fn page_on<'a>(
    context: &PageContext<'a>,
    subject: Subject,
    (version, against): (Option<&str>, Option<&str>),
    part: fn(&PageContext<'a>, &Records<'a>, &'a Proposal, Asked<'a>) -> Vec<Block<'a>>,
) -> Result<Page<'a>, NoVersion> {
    let records = Records::new(context.snapshot);
    let mut blocks = super::head(context, &records, subject);
    if let Some((_, proposal)) = context.on_one() {
        let named = |name: Option<&str>| {
            let found = |name: &str| {
                let found = version_called(context.snapshot, proposal.id, name);
                found.ok_or_else(|| NoVersion(name.to_owned()))
            };
            name.map(found).transpose()
        };
        blocks.extend(part(context, &records, proposal, (named(version)?, named(against)?)));
    }
    let about = (context.text, subject, context.as_of);
    Ok(Page::new(context.snapshot, &records, about, blocks))
}

/// The blocks of the page on the present version.
pub(super) fn blocks<'a>(context: &PageContext<'a>, records: &Records<'a>) -> Vec<Block<'a>> {
    let on = context.on_one();
    on.map_or_else(Vec::new, |(_, proposal)| part(context, records, proposal, (None, None)))
}

/// The present text of a proposal, resting on its paragraphs.
pub(super) fn present<'a>(
    snapshot: &'a Snapshot,
    records: &Records<'a>,
    proposal: &'a Proposal,
) -> Cell<'a> {
    if !proposal.text.is_empty() {
        return records.text(proposal).cell(&proposal.text);
    }
    let own = records.of(proposal.id);
    let present = versions(snapshot, proposal.id).last().copied();
    let parts = present.map_or_else(Vec::new, |it| paragraphs(snapshot, it.id));
    let parts = parts.iter().map(|it| records.of(it.id));
    Grounds::all(parts.chain([own])).cell(Value::Text(text_of(snapshot, proposal)))
}

fn part<'a>(
    context: &PageContext<'a>,
    records: &Records<'a>,
    proposal: &'a Proposal,
    (version, against): Asked<'a>,
) -> Vec<Block<'a>> {
    let text = context.text;
    let own = records.of(proposal.id);
    let present = || versions(context.snapshot, proposal.id).last().copied();
    let Some(version) = version.or_else(present) else {
        let none = Cell::sentence(
            text,
            msg!("text-no-versions"),
            &[("proposal", own.cell(&proposal.code))],
        );
        return vec![
            Block::Field("proposal", own.cell(&proposal.code)),
            Block::Field("version", Cell::nothing()),
            Block::Sentence(none),
        ];
    };
    let told = Told { records, snapshot: context.snapshot, text };
    let all = paragraphs(context.snapshot, version.id);
    let brackets = all.iter().map(|it| words_of(it).brackets().len()).sum();
    let grounds = Grounds::all(all.iter().map(|it| records.of(it.id)));
    let of = records.of(version.id);
    let mut blocks = vec![
        Block::Field("proposal", own.cell(&proposal.code)),
        Block::Field("version", of.cell(&version.name)),
        Block::Field("date", of.cell(version.date)),
    ];
    let values = [
        ("version", of.cell(&version.name)),
        ("paragraphs", grounds.cell(Value::Count(all.len()))),
        ("brackets", grounds.cell(Value::Count(brackets))),
    ];
    blocks.push(Block::Sentence(Cell::sentence(text, msg!("text-so-many"), &values)));
    if let Some(against) = against {
        let before = records.of(against.id);
        blocks.push(Block::Field("against", before.cell(&against.name)));
        blocks.push(Block::Table(told.compared(&all, against)));
        blocks.push(Block::Table(told.gone(&all, against)));
    } else {
        blocks.push(Block::Table(told.table(&all)));
    }
    blocks.push(Block::Field("brackets", grounds.cell(Value::Count(brackets))));
    blocks
}

struct Told<'a, 'r> {
    records: &'r Records<'a>,
    snapshot: &'a Snapshot,
    text: Text,
}

impl<'a> Told<'a, '_> {
    fn table(&self, all: &[&'a Paragraph]) -> Table<'a> {
        let text = self.text;
        let columns = [
            Column::data("id"),
            Column::new("number", text.field("number")),
            Column::new("kind", text.field("kind")),
            Column::new("status", text.field("status")),
            Column::data("text"),
            Column::new("words", text.field("words")),
            Column::data("runs"),
        ];
        let rows = all.iter().map(|it| self.row(it));
        Table::new("paragraphs", columns, rows.collect::<Vec<_>>().into_iter())
    }

    fn row(&self, it: &'a Paragraph) -> [Cell<'a>; 7] {
        let words = words_of(it);
        let own = self.records.of(it.id);
        let runs = words.runs().iter().map(|run| self.run(run, &own)).collect();
        [
            own.cell(Value::Identity(it.id.into())),
            own.cell(&it.number),
            own.cell(Value::label(self.text, it.kind)),
            own.cell(Value::label(self.text, it.status)),
            own.cell(&it.words),
            own.cell(Value::Text(words_read(self.text, &words).into())),
            Cell::list(runs),
        ]
    }

    fn run(&self, run: &Run<'_>, own: &Grounds) -> Cell<'a> {
        let kind = match run.kind {
            RunKind::Plain => "plain",
            RunKind::Add => "add",
            RunKind::Delete => "delete",
            RunKind::Alternative => "alternative",
        };
        let names = |against: bool| {
            let names = run.bracket.into_iter().flat_map(|it| it.names(against));
            Cell::list(names.map(|name| own.cell(Value::Text(name.to_owned().into()))).collect())
        };
        let hand = run.bracket.and_then(|it| it.hand.as_ref());
        let said = |words: Option<&String>| {
            let words = words.filter(|it| !it.is_empty());
            own.cell(words.map_or(Value::Nothing, |it| Value::Text(it.clone().into())))
        };
        Cell::fields(vec![
            ("text", own.cell(Value::Text(run.text.to_owned().into()))),
            ("kind", own.cell(Value::Text(kind.into()))),
            ("owners", names(false)),
            ("against", names(true)),
            ("author", said(hand.map(|it| &it.author))),
            ("date", said(hand.map(|it| &it.date))),
            ("depth", own.cell(Value::Count(run.depth.into()))),
        ])
    }

    fn compared(&self, all: &[&'a Paragraph], against: &Version) -> Table<'a> {
        let text = self.text;
        let columns = [
            Column::data("id"),
            Column::new("number", text.field("number")),
            Column::new("was", text.get(msg!("column-was"))),
            Column::data("kind"),
            Column::new("status", text.field("status")),
            Column::new("change", text.get(msg!("column-turned"))),
            Column::data("text"),
            Column::new("words", text.field("words")),
            Column::data("runs"),
            Column::data("changes"),
        ];
        let rows = all.iter().map(|it| {
            let [id, number, kind, status, typed, words, runs] = self.row(it);
            let before = in_version(self.snapshot, it, against.id);
            let own = before.map_or_else(Grounds::default, |it| self.records.of(it.id));
            let own = Grounds::all([own, self.records.of(it.id)]);
            let changes = before.map_or_else(Vec::new, |before| {
                let stretches = compare(&words_of(before), &words_of(it)).into_iter();
                let stretch = |it: Stretch| {
                    let change = match it.change {
                        Change::Same => "same",
                        Change::Inserted => "inserted",
                        Change::Deleted => "deleted",
                    };
                    Cell::fields(vec![
                        ("text", own.cell(Value::Text(it.text.into()))),
                        ("change", own.cell(Value::Text(change.into()))),
                    ])
                };
                stretches.map(stretch).collect()
            });
            let was =
                before.map_or_else(Cell::nothing, |it| self.records.of(it.id).cell(&it.number));
            let turned = own.cell(Value::label(text, turned(before, it)));
            [id, number, was, kind, status, turned, typed, words, runs, Cell::list(changes)]
        });
        Table::new("paragraphs", columns, rows.collect::<Vec<_>>().into_iter())
    }

    /// The paragraphs of the other version that none continues.
    fn gone(&self, all: &[&'a Paragraph], against: &Version) -> Table<'a> {
        let text = self.text;
        let columns = [
            Column::data("id"),
            Column::new("number", text.field("number")),
            Column::data("text"),
            Column::new("words", text.get(msg!("column-gone"))),
        ];
        let merged = |it: &Paragraph| it.merged.and_then(|id| self.snapshot.paragraphs.get(id));
        let kept: Vec<_> = all
            .iter()
            .flat_map(|it| [in_version(self.snapshot, it, against.id), merged(it)])
            .flatten()
            .map(|it| it.id)
            .collect();
        let before = paragraphs(self.snapshot, against.id).into_iter();
        let rows = before.filter(|it| !kept.contains(&it.id)).map(|it| {
            let own = self.records.of(it.id);
            [
                own.cell(Value::Identity(it.id.into())),
                own.cell(&it.number),
                own.cell(&it.words),
                own.cell(Value::Text(words_read(text, &words_of(it)).into())),
            ]
        });
        Table::new("gone", columns, rows.collect::<Vec<_>>().into_iter())
    }
}
