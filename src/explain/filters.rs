//! Filters in words.

use crate::analysis::{Filter, Picked, Sort};
use crate::model::{ProposalId, RecordId, Table};
use crate::text::{Message, Text, msg};

/// A filter in words, one choice after another; `title` names the groups. Empty if everything is
/// shown in the usual order.
pub(crate) fn filter_words(
    text: Text,
    filter: &Filter,
    title: &dyn Fn(RecordId) -> String,
) -> String {
    let mut words = Vec::new();
    let mut say = |id: Message, value: Option<String>| {
        words.extend(value.map(|value| text.with(id, &[("value", value.into())])));
    };
    say(msg!("filter-camp"), list(text, &filter.camps, |it| text.label(*it).to_owned()));
    say(msg!("filter-region"), list(text, &filter.regions, |it| text.region(it).to_owned()));
    let group = |id: uuid::Uuid| title(RecordId { table: Table::Groups, id });
    say(msg!("filter-group"), list(text, &filter.groups, |it| group(it.0)));
    say(msg!("filter-stance"), list(text, &filter.stances, |it| text.stance(*it).to_owned()));
    say(msg!("filter-status"), list(text, &filter.statuses, |it| text.label(*it).to_owned()));
    let typed = |typed: &str| (!typed.is_empty()).then(|| typed.to_owned());
    say(msg!("filter-parties"), typed(&filter.text));
    say(msg!("filter-proposals"), typed(&filter.proposals));
    if let Some(day) = filter.since {
        words.push(text.with(msg!("filter-changed-since"), &[("day", text.day(day).into())]));
    }
    let flags = [(filter.known, msg!("filter-known")), (filter.heard, msg!("filter-heard"))];
    words.extend(flags.iter().filter(|(set, _)| *set).map(|(_, id)| text.get(*id).to_owned()));
    let proposal = |id: ProposalId| Some(title(id.into()));
    if !filter.hidden.is_empty() {
        let names: Vec<_> = filter.hidden.iter().filter_map(|it| proposal(*it)).collect();
        words.push(text.with(msg!("filter-without"), &[("value", names.join(", ").into())]));
    }
    if !filter.order.is_empty() {
        words.push(text.get(msg!("filter-own-order")).to_owned());
    }
    if filter.sort != Sort::default() || filter.by.is_some() {
        let sort = [("sort", sort_words(text, filter, proposal).into())];
        words.push(text.with(msg!("filter-sort"), &sort));
    }
    words.join(" · ")
}

/// The order of the parties in words; `code` names a proposal, if there is one.
pub(crate) fn sort_words(
    text: Text,
    filter: &Filter,
    code: impl Fn(ProposalId) -> Option<String>,
) -> String {
    match filter.by.and_then(code) {
        Some(code) => text.with(msg!("sort-by-stance"), &[("proposal", code.into())]),
        None => text.label(filter.sort).to_owned(),
    }
}

/// The values of a list in words; `None` if all pass.
fn list<T: Ord>(text: Text, picked: &Picked<T>, name: impl Fn(&T) -> String) -> Option<String> {
    if picked.is_empty() {
        return None;
    }
    let values = picked.values.iter().map(name).collect::<Vec<_>>().join(", ");
    Some(if picked.except {
        text.with(msg!("filter-not"), &[("values", values.into())])
    } else {
        values
    })
}
