//! The results of a day in the room, for those who were there: what was shown, what was said, and
//! what is still to be taken up.

use super::grounds::{Grounds, Records};
use super::page::{Block, Cell, Column, Table, Value};
use super::{PageContext, proposals_in_order};
use crate::analysis::{Told, told_after};
use crate::model::words::fold;
use crate::model::{Bilingual, Certainty, Keyed, Marking, Poll, Proposal, Slide, Speaker, Stance};
use crate::text::{Message, msg};

/// The blocks of the page.
pub(super) fn room<'a>(context: &PageContext<'a>, records: &Records<'a>) -> Vec<Block<'a>> {
    let text = context.text;
    let parts = [
        (msg!("room-page-shown"), shown(context, records)),
        (msg!("room-page-said"), said(context, records)),
        (msg!("room-page-polls"), polls(context, records)),
        (msg!("slide-parked"), parked(context, records)),
    ];
    let parts: Vec<(Message, Table<'a>)> =
        parts.into_iter().filter(|(_, table)| !table.rows.is_empty()).collect();
    if parts.is_empty() {
        let nothing = Cell::fixed(text.get(msg!("room-page-nothing")));
        return vec![Block::Sentence(nothing)];
    }
    let blocks = parts
        .into_iter()
        .map(|(id, table)| [Block::Heading(Cell::fixed(text.get(id))), Block::Table(table)]);
    blocks.flatten().collect()
}

/// The running order.
fn shown<'a>(context: &PageContext<'a>, records: &Records<'a>) -> Table<'a> {
    let PageContext { snapshot, text, .. } = *context;
    let mut slides: Vec<_> = snapshot.slides.iter().collect();
    slides.sort_by_key(|slide| (slide.rank, slide.id));
    let columns = [
        Column::new("title", text.get(msg!("field-title"))),
        Column::new("about", text.get(msg!("column-about"))),
    ];
    let rows = slides.into_iter().map(|slide: &'a Slide| {
        let own = records.of(slide.id);
        let title = match slide.title.as_str() {
            "" => own.cell(Value::label(text, slide.kind)),
            title => own.cell(title),
        };
        let on = slide.proposal.and_then(|id| snapshot.proposals.get(id));
        let about = match (on, slide.obstacle, slide.camp) {
            (Some(proposal), ..) => {
                let name = format!("{} · {}", proposal.code, text.of(&proposal.title));
                Grounds::all([own, records.of(proposal.id)]).cell(name)
            }
            (None, Some(obstacle), _) => own.cell(Value::label(text, obstacle)),
            (None, None, Some(camp)) => own.cell(Value::label(text, camp)),
            (None, None, None) => {
                let group = slide.group.and_then(|id| snapshot.groups.get(id));
                match group {
                    Some(group) => records.of(group.id).cell(text.of(&group.name)),
                    None => own.cell(text.region(&slide.region)),
                }
            }
        };
        [title, about]
    });
    Table::new("slides", columns, rows)
}

/// The stances told in the room on that day, by name.
fn said<'a>(context: &PageContext<'a>, records: &Records<'a>) -> Table<'a> {
    let PageContext { snapshot, text, as_of, .. } = *context;
    let columns = [
        Column::new("proposal", text.get(msg!("field-proposal"))),
        Column::new("party", text.get(msg!("field-party"))),
        Column::new("stance", text.get(msg!("field-stance"))),
        Column::new("words", text.get(msg!("field-words"))),
    ];
    let mut rows = Vec::new();
    let mut row = |proposal: &'a Proposal,
                   name: &'a Bilingual,
                   own: Grounds,
                   stance: Option<Stance>,
                   words: &'a str| {
        let name = text.of(name);
        rows.push((
            (fold(&proposal.code), fold(name)),
            [
                own.cell(&proposal.code),
                own.cell(name),
                own.cell(Value::Stance(stance)),
                own.cell(words),
            ],
        ));
    };
    let told = |certainty: Option<Certainty>| certainty == Some(Certainty::Room);
    for entry in snapshot.positions.iter() {
        if entry.date() != as_of || entry.is_replaced() || !told(entry.certainty()) {
            continue;
        }
        let named = snapshot.proposals.at(entry.proposal()).zip(snapshot.parties.at(entry.party()));
        if let Some((proposal, party)) = named {
            let own = records.entry(entry);
            row(proposal, &party.name, own, entry.stance(), entry.words());
        }
    }
    for entry in snapshot.held_group_positions() {
        let group = match entry.by {
            Speaker::Group(id) => snapshot.groups.get(id),
            Speaker::Party(_) => None,
        };
        let named = snapshot.proposals.get(entry.proposal).zip(group);
        if let Some((proposal, group)) =
            named.filter(|_| entry.date == as_of && told(entry.certainty))
        {
            row(proposal, &group.name, records.position(entry), entry.stance, &entry.words);
        }
    }
    rows.sort_by(|(one, _), (other, _)| one.cmp(other));
    Table::new("said", columns, rows.into_iter().map(|(_, row)| row))
}

/// The polls of that day, as far as the room was told of them.
fn polls<'a>(context: &PageContext<'a>, records: &Records<'a>) -> Table<'a> {
    let PageContext { snapshot, text, as_of, .. } = *context;
    let columns = [
        Column::new("proposal", text.get(msg!("field-proposal"))),
        Column::new("kind", text.get(msg!("field-kind"))),
        Column::new("answers", text.get(msg!("room-page-answers"))),
    ];
    let all = proposals_in_order(snapshot).into_iter();
    let polls = all.flat_map(|(_, proposal)| {
        let mut found: Vec<&Poll> = snapshot
            .polls
            .iter()
            .filter(|poll| poll.proposal == proposal.id && poll.date == as_of)
            .collect();
        found.sort_by_key(|poll| (poll.kind as usize, poll.id));
        found.into_iter().map(move |poll| (proposal, poll))
    });
    let rows = polls.map(|(proposal, poll)| {
        let own = records.of(poll.id);
        [
            own.cell(&proposal.code),
            own.cell(Value::label(text, poll.kind)),
            own.cell(answers(context, poll)),
        ]
    });
    Table::new("polls", columns, rows.collect::<Vec<_>>().into_iter())
}

/// How many gave each answer; a split too close to what the room was told is left out here too,
/// since the page can be compared with it.
fn answers(context: &PageContext<'_>, poll: &Poll) -> String {
    let text = context.text;
    let told = context.told_splits;
    let told = told.map_or_else(Vec::new, |told| told.ever(poll, Marking::Red));
    match told_after(&context.snapshot.dossier, None, &told, poll.counts) {
        Told::Split(counts) => {
            let some = Stance::ALL.iter().zip(counts).filter(|(_, count)| *count > 0);
            let some = some.map(|(stance, count)| format!("{}:{count}", stance.sign()));
            some.collect::<Vec<_>>().join("  ")
        }
        Told::FewerThan(count) => text.with(msg!("room-few"), &[("count", count.into())]),
        Told::TooClose => text.get(msg!("room-taken-back")).to_owned(),
    }
}

/// The points that were put aside and are still to be taken up.
fn parked<'a>(context: &PageContext<'a>, records: &Records<'a>) -> Table<'a> {
    let PageContext { snapshot, text, .. } = *context;
    let columns = [
        Column::new("text", text.get(msg!("column-what"))),
        Column::new("proposal", text.get(msg!("field-proposal"))),
    ];
    let mut open: Vec<_> = snapshot.parked.iter().filter(|point| !point.resolved).collect();
    open.sort_by_cached_key(|point| (fold(&point.text), point.id));
    let rows = open.into_iter().map(|point| {
        let own = records.of(point.id);
        let on = point.proposal.and_then(|id| snapshot.proposals.get(id));
        [own.cell(&point.text), own.cell(on.map_or("", |proposal| &proposal.code))]
    });
    Table::new("parked", columns, rows)
}
