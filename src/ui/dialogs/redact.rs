//! A copy for others: its ceiling, what it would contain and what is withheld.

use std::collections::BTreeMap;

use egui::{Grid, Ui};

use super::super::cx::{Action, Base, Cover};
use super::super::widgets::{
    button, caption, marking_chip, muted, paragraph, primary_button, scrolled, strong, warning,
};
use crate::document::needs_cover;
use crate::model::{Keyed, Marking, Table};
use crate::store::SeenCount;
use crate::text::msg;

/// The choices, and what each ceiling would let through.
#[derive(Clone, Debug)]
pub struct RedactDraft {
    /// The ceiling.
    pub ceiling: Marking,
    /// Records seen and withheld per table, for the ceilings counted so far.
    pub seen_counts: BTreeMap<Marking, BTreeMap<Table, SeenCount>>,
    /// Whether the dossier has a passphrase; the copy does not inherit it.
    pub protected: bool,
    /// Whether the user agreed to leave such a copy unprotected.
    pub in_the_open: bool,
    /// How many records are kept hidden from the open room, whatever their marking.
    pub hidden: usize,
}

pub(super) fn show(ui: &mut Ui, base: &Base<'_>, draft: &mut RedactDraft) {
    let (theme, text) = (&base.theme, base.text);
    paragraph(ui, muted(theme, text.get(msg!("redact-about"))));
    ui.add_space(theme.sizes.space.s);
    ui.horizontal_wrapped(|ui| {
        for marking in Marking::ALL {
            let before = draft.ceiling;
            ui.radio_value(&mut draft.ceiling, *marking, marking.label());
            draft.in_the_open &= draft.ceiling == before;
        }
    });
    ui.add_space(theme.sizes.space.s);
    let seen_counts = draft.seen_counts.get(&draft.ceiling);
    if seen_counts.is_none() {
        base.push(Action::Weigh(draft.ceiling));
    }
    let list = scrolled(ui, theme.sizes.space.xxl * 8.0);
    list.auto_shrink([false, true]).show(ui, |ui| {
        Grid::new("seen-counts").num_columns(3).spacing([theme.sizes.space.l, 4.0]).show(
            ui,
            |ui| {
                for id in [msg!("column-kind"), msg!("redact-leaves"), msg!("redact-withheld")] {
                    ui.label(caption(theme, text.get(id)));
                }
                ui.end_row();
                let kinds = seen_counts.into_iter().flatten().filter(|(table, seen_count)| {
                    **table != Table::Dossier && seen_count.seen + seen_count.withheld > 0
                });
                for (table, seen_count) in kinds {
                    ui.label(text.kind_of(*table, seen_count.seen + seen_count.withheld));
                    ui.label(text.count(seen_count.seen));
                    let withheld = text.count(seen_count.withheld);
                    if seen_count.withheld > 0 {
                        ui.label(strong(theme, withheld));
                    } else {
                        ui.label(muted(theme, withheld));
                    }
                    ui.end_row();
                }
            },
        );
    });
    ui.add_space(theme.sizes.space.s);
    if draft.hidden > 0 {
        let count = [("count", draft.hidden.into())];
        warning(ui, theme, &text.with(msg!("redact-kept-hidden"), &count));
    }
    let bare = draft.protected && needs_cover(draft.ceiling);
    if bare {
        warning(ui, theme, text.get(msg!("redact-no-passphrase")));
        ui.checkbox(&mut draft.in_the_open, text.get(msg!("redact-in-the-open")));
    }
    ui.horizontal(|ui| {
        ui.label(text.get(msg!("redact-marked")));
        marking_chip(ui, theme, draft.ceiling);
    });
    ui.add_space(theme.sizes.space.m);
    ui.horizontal(|ui| {
        ui.add_enabled_ui(!bare || draft.in_the_open, |ui| {
            if primary_button(ui, theme, text.get(msg!("redact-make"))).clicked() {
                let cover = if bare { Cover::InTheOpen } else { Cover::Plain };
                base.push(Action::Redact(draft.ceiling, cover));
            }
        });
        if button(ui, theme, None, text.get(msg!("cancel"))).clicked() {
            base.push(Action::Dismiss);
        }
    });
}
