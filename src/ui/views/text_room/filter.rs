//! Which paragraphs are shown: open ones, ours, changed ones, those of one owner or with one
//! contested term.

use egui::Ui;

use super::rows::Row;
use crate::analysis::{TermIndex, TermKey, Turned};
use crate::draft::Words;
use crate::model::ParagraphStatus;
use crate::text::{Message, msg};
use crate::ui::cx::Cx;
use crate::ui::state::TextFilter;
use crate::ui::widgets::{Chip, Choice, picker};

/// Whether a paragraph is shown.
pub(super) fn keeps(filter: &TextFilter, row: &Row) -> bool {
    let TextFilter { open, ours, changed, owner, term } = filter;
    (!open || is_open(row))
        && (!ours || row.asked)
        && (!changed || is_changed(row))
        && owner.as_ref().is_none_or(|it| row.owners.contains(it))
        && term.is_none_or(|term| row.terms.iter().any(|it| it.0 == term))
}

fn is_open(row: &Row) -> bool {
    !row.gone && row.status == ParagraphStatus::Open
}

/// Whether it was changed, added or removed.
pub(super) fn is_changed(row: &Row) -> bool {
    row.gone || row.turned.is_some_and(|it| it != Turned::Same)
}

/// The contested terms of a paragraph, each as first written there.
pub(super) fn terms(index: &TermIndex, words: &Words) -> Vec<(TermKey, String)> {
    let text: String = words.runs().iter().map(|it| it.text).collect();
    let mut found: Vec<(TermKey, String)> = Vec::new();
    for it in index.find(&text) {
        if found.iter().all(|(term, _)| *term != it.term) {
            found.push((it.term, text.get(it.range).unwrap_or_default().to_owned()));
        }
    }
    found
}

/// Draws the filters, each with the number of paragraphs that would remain with it alone.
pub(super) fn show(ui: &mut Ui, cx: &Cx<'_>, filter: &mut TextFilter, rows: &[Row]) {
    let theme = &cx.theme;
    ui.horizontal_wrapped(|ui| {
        ui.set_row_height(theme.sizes.row.list);
        let is_ours: fn(&Row) -> bool = |row| row.asked;
        for (on, is, words) in [
            (&mut filter.open, is_open as fn(&Row) -> bool, msg!("text-filter-open")),
            (&mut filter.ours, is_ours, msg!("text-filter-ours")),
            (&mut filter.changed, is_changed, msg!("text-filter-changed")),
        ] {
            let count = rows.iter().filter(|row| is(row)).count();
            // A filter that would leave nothing is not offered, unless it is on.
            if (count > 0 && count < rows.len() || *on) && toggle(ui, cx, words, count, *on) {
                *on = !*on;
            }
        }
        let owners = rows.iter().flat_map(|row| &row.owners);
        let owners = counted(owners.map(|it| (it.clone(), it.clone())));
        chosen(ui, cx, &mut filter.owner, owners, msg!("text-filter-owner"));
        let terms = counted(rows.iter().flat_map(|row| row.terms.iter().cloned()));
        chosen(ui, cx, &mut filter.term, terms, msg!("text-filter-term"));
        if !filter.is_empty() {
            let all = cx.text.get(msg!("text-filter-all"));
            if Chip::new(all).removable().show(ui, theme).clicked() {
                *filter = TextFilter::default();
            }
        }
    });
    ui.add_space(theme.sizes.space.xs);
}

fn toggle(ui: &mut Ui, cx: &Cx<'_>, words: Message, count: usize, on: bool) -> bool {
    let words = cx.text.with(words, &[("count", count.into())]);
    Chip::new(&words).active(on).show(ui, &cx.theme).clicked()
}

/// Each value once, with its name and the number of paragraphs with it, the most frequent first.
fn counted<T: PartialEq>(values: impl Iterator<Item = (T, String)>) -> Vec<(T, String, usize)> {
    let mut found: Vec<(T, String, usize)> = Vec::new();
    for (value, name) in values {
        match found.iter_mut().find(|it| it.0 == value) {
            Some(it) => it.2 += 1,
            None => found.push((value, name, 1)),
        }
    }
    found.sort_by(|a, b| b.2.cmp(&a.2).then_with(|| a.1.cmp(&b.1)));
    found
}

/// A filter whose value is chosen from a list; a click on the chosen value clears it.
fn chosen<T: Clone + PartialEq>(
    ui: &mut Ui,
    cx: &Cx<'_>,
    value: &mut Option<T>,
    all: Vec<(T, String, usize)>,
    name: Message,
) {
    let name = cx.text.get(name);
    if let Some(on) = value.clone() {
        let own = all.into_iter().find(|it| it.0 == on).map_or_else(String::new, |it| it.1);
        if Chip::new(&format!("{name}: {own}"))
            .active(true)
            .removable()
            .show(ui, &cx.theme)
            .clicked()
        {
            *value = None;
        }
        return;
    }
    if all.is_empty() {
        return;
    }
    let chip = Chip::new(name).menu().show(ui, &cx.theme);
    let choices = || {
        let each = all.into_iter();
        each.map(|(value, name, count)| Choice { value, name: format!("{name} ({count})") })
            .collect()
    };
    if let Some(found) = picker(cx, &chip, name, choices) {
        *value = Some(found);
    }
}
