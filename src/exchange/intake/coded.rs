//! Columns that use a small vocabulary of their own, and the headings that such columns have.

use std::collections::BTreeSet;

use super::layout::{Field, Layout};
use super::look::Look;
use crate::model::Keyed;

/// How many words such a vocabulary may have, and how long each may be.
const WORDS: usize = 8;
const LONGEST: usize = 20;

/// How many columns are examined.
const COLUMNS: usize = 200;

/// Those of these columns that repeat the same few words below a row: the colours of a traffic
/// light, ticks. None if it is only one column, or if they contain more than that.
pub(super) fn coded(look: &Look, row: usize, columns: &[usize]) -> Vec<usize> {
    let short = |at: &usize| {
        let (filled, short) =
            look.below(row, *at, |kind| !(kind.party || kind.proposal || kind.number || kind.day));
        filled > 0 && short == filled
    };
    let columns: Vec<usize> = columns.iter().copied().take(COLUMNS).filter(short).collect();
    let (mut words, mut all) = (BTreeSet::new(), 0);
    for cells in look.headings.iter().skip(row + 1) {
        let said = columns.iter().filter_map(|at| cells.get(*at)).filter(|cell| !cell.is_empty());
        for cell in said {
            all += 1;
            words.insert(cell.as_str());
        }
    }
    let few = words.len() <= WORDS && words.len() * 2 <= all;
    let is_code = few && words.iter().all(|word| word.chars().count() <= LONGEST);
    if columns.len() > 1 && is_code { columns } else { Vec::new() }
}

/// Whether columns with this heading contain words and never stances: only then is a column of
/// stances under it about a proposal of that name, such as *PoC*.
pub(super) fn heads_words(heading: &str) -> bool {
    let mut any = false;
    let mut headings = Layout::ALL.iter().flat_map(|layout| layout.headings());
    let all = headings.all(|it| {
        let is_it = it.field.key().replace('-', " ") == heading || it.names.contains(&heading);
        any |= is_it;
        !is_it || holds_words(it.field)
    });
    any && all
}

/// Whether a column that holds this contains words, so that stances or ticks mean something else.
pub(super) fn holds_words(field: Field) -> bool {
    matches!(
        field,
        Field::Person
            | Field::FirstName
            | Field::Infix
            | Field::Function
            | Field::Email
            | Field::Phone
            | Field::Organisation
            | Field::Language
            | Field::Economic
            | Field::Social
            | Field::Security
            | Field::Development
            | Field::Offer
            | Field::Argument
            | Field::Step
            | Field::Owner
            | Field::Issuer
            | Field::Link
            | Field::Summary
            | Field::Text
    )
}

/// Whether this is the heading of a column of proposals.
pub(super) fn names_proposal(heading: &str) -> bool {
    let layouts = [Layout::Positions, Layout::LongRolls];
    let mut headings = layouts.iter().flat_map(|layout| layout.headings());
    headings.any(|it| {
        it.field == Field::Proposal && (it.field.key() == heading || it.names.contains(&heading))
    })
}

/// Whether a heading means something other than a proposal.
pub(super) fn is_other(heading: &str) -> bool {
    let layouts = Layout::ALL.iter().filter(|layout| !layout.has_cells());
    let mut headings = layouts.flat_map(|layout| layout.headings());
    headings.any(|it| {
        let named = it.field.key().replace('-', " ") == heading || it.names.contains(&heading);
        named && !matches!(it.field, Field::Proposal | Field::Text)
    }) || super::totals::is_total(heading)
}
