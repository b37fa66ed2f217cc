//! The fate of the user's own wordings in the present text of a proposal.

use super::grounds::{Grounds, Records};
use super::page::{Block, Cell, Column, Table, Value};
use super::{Page, PageContext, Subject};
use crate::analysis::{AskPart, AskedFor, asks, versions};
use crate::explain::weaker_read;
use crate::model::{Proposal, Version};
use crate::text::msg;

/// The page on the user's own wordings; under a ceiling, on those that may be seen.
pub fn asks_page<'a>(context: &PageContext<'a>) -> Page<'a> {
    let records = Records::new(context.snapshot);
    let mut blocks = super::head(context, &records, Subject::Text);
    blocks.extend(blocks_of(context, &records));
    let about = (context.text, Subject::Text, context.as_of);
    Page::new(context.snapshot, &records, about, blocks)
}

fn blocks_of<'a>(context: &PageContext<'a>, records: &Records<'a>) -> Vec<Block<'a>> {
    let Some((_, proposal)) = context.on_one() else { return Vec::new() };
    let text = context.text;
    let own = records.of(proposal.id);
    let mut blocks = vec![Block::Field("proposal", own.cell(&proposal.code))];
    let Some(version) = versions(context.snapshot, proposal.id).last().copied() else {
        let values = [("proposal", own.cell(&proposal.code))];
        blocks.push(Block::Sentence(Cell::sentence(text, msg!("text-no-versions"), &values)));
        return blocks;
    };
    blocks.push(Block::Field("version", records.of(version.id).cell(&version.name)));
    blocks.extend(on_version(context, records, proposal, version));
    blocks
}

/// The fate of the user's own wordings in a version, as a sentence and a table.
pub(super) fn on_version<'a>(
    context: &PageContext<'a>,
    records: &Records<'a>,
    proposal: &'a Proposal,
    version: &'a Version,
) -> Vec<Block<'a>> {
    let text = context.text;
    let of = records.of(version.id);
    let found = asks(context.snapshot, proposal.id, version);
    let all = Grounds::all(found.iter().map(|it| records.of(it.ask.id)));
    let values =
        [("count", all.cell(Value::Count(found.len()))), ("version", of.cell(&version.name))];
    let mut blocks = vec![Block::Sentence(Cell::sentence(text, msg!("text-asks"), &values))];
    let columns = [
        Column::new("wanted", text.field("wanted")),
        Column::new("fate", text.field("fate")),
        Column::new("rests_on", text.get(msg!("column-rests-on"))),
        Column::new("paragraph", text.field("paragraph")),
        Column::new("missing", text.get(msg!("column-missing"))),
        Column::new("bracketed", text.get(msg!("column-bracketed"))),
        Column::new("weaker", text.get(msg!("column-weaker"))),
        Column::new("reason", text.get(msg!("column-ruling"))),
    ];
    let mut rows = found;
    // Worst first.
    rows.sort_by_key(|it| std::cmp::Reverse(it.fate() as usize));
    let rows = rows.iter().map(|it| row(context, records, it)).collect::<Vec<_>>();
    blocks.push(Block::Table(Table::new("asks", columns, rows.into_iter())));
    blocks
}

fn row<'a>(context: &PageContext<'a>, records: &Records<'a>, it: &AskedFor<'a>) -> [Cell<'a>; 8] {
    let on = it.paragraph.map(|paragraph| records.of(paragraph.id));
    let grounds = Grounds::all(on.into_iter().chain([records.of(it.ask.id)]));
    let said = |words: String| grounds.cell(Value::Text(words.into()));
    let evidence = &it.worked_out.evidence;
    let weaker = evidence.weaker.iter().map(weaker_read);
    let weaker: Vec<_> = weaker.chain(evidence.qualifiers.iter().cloned()).collect();
    // A weaker verb or qualifier in brackets is listed with the words that are only in brackets.
    let asked = evidence.weaker_bracketed.iter().map(weaker_read);
    let asked = evidence.bracketed.iter().cloned().chain(asked);
    let asked: Vec<_> = asked.chain(evidence.qualifiers_bracketed.iter().cloned()).collect();
    // The words that decide the fate, if they are not the wanted ones.
    let rests_on = match it.worked_out.rests_on {
        AskPart::Wanted => "",
        AskPart::Fallback => &it.ask.fallback,
        AskPart::RedLine => &it.ask.red_line,
    };
    [
        grounds.cell(&it.ask.wanted),
        grounds.cell(Value::label(context.text, it.fate())),
        match rests_on {
            "" => Cell::nothing(),
            words => said(words.to_owned()),
        },
        it.paragraph.map_or_else(Cell::nothing, |paragraph| grounds.cell(&paragraph.number)),
        said(evidence.missing.join(", ")),
        said(asked.join(", ")),
        said(weaker.join(", ")),
        it.ruling.map_or_else(Cell::nothing, |ruling| grounds.cell(&ruling.reason)),
    ]
}
