//! Confirms marking many records at once, and says how many become less confidential.

use std::collections::BTreeMap;

use egui::Ui;

use super::super::cx::{Action, Cx};
use super::super::widgets::{
    button, danger_button, focus_first, muted, paragraph, primary_button, warning,
};
use crate::model::{Marking, RecordId, Table};
use crate::text::msg;

/// The records and their new marking.
#[derive(Clone, Debug)]
pub struct MarkDraft {
    /// The records.
    pub records: Vec<RecordId>,
    /// The marking; `None` is the dossier's own.
    pub marking: Option<Marking>,
    /// The number of records per table.
    pub counts: BTreeMap<Table, usize>,
    /// How many become less confidential.
    pub lowered: usize,
}

pub(super) fn show(ui: &mut Ui, cx: &Cx<'_>, draft: &MarkDraft) {
    let (theme, text) = (&cx.theme, cx.text);
    let marking = draft.marking.unwrap_or(cx.snapshot.dossier.marking);
    let arguments = [("count", draft.records.len().into()), ("marking", marking.label().into())];
    paragraph(ui, text.with(msg!("mark-question"), &arguments));
    for (table, count) in &draft.counts {
        paragraph(ui, format!("• {}: {}", text.kind_of(*table, *count), text.count(*count)));
    }
    if draft.lowered > 0 {
        warning(ui, theme, &text.with(msg!("mark-lowered"), &[("count", draft.lowered.into())]));
    }
    ui.add_space(theme.sizes.space.xs);
    paragraph(ui, muted(theme, text.get(msg!("delete-can-be-undone"))));
    ui.add_space(theme.sizes.space.l);
    ui.horizontal(|ui| {
        let words = text.get(msg!("mark"));
        let press = if draft.lowered > 0 {
            danger_button(ui, theme, words)
        } else {
            primary_button(ui, theme, words)
        };
        focus_first(ui, &press);
        if press.clicked() {
            cx.push(Action::Mark(draft.records.clone(), draft.marking));
        }
        if button(ui, theme, None, text.get(msg!("cancel"))).clicked() {
            cx.push(Action::Dismiss);
        }
    });
}
