//! Confirms deleting records, and lists what is deleted with them.

use egui::Ui;

use super::super::cx::{Action, Cx};
use super::super::widgets::{button, danger_button, focus_first, muted, paragraph};
use crate::document::deletion;
use crate::explain::titles_of;
use crate::model::{Keyed, RecordId};
use crate::text::msg;

pub(super) fn show(ui: &mut Ui, cx: &Cx<'_>, records: &[RecordId]) {
    let (theme, text) = (&cx.theme, cx.text);
    let deletion = deletion(cx.snapshot, records);
    let what = titles_of(cx.text, cx.snapshot, records);
    if let [_] = records {
        paragraph(ui, text.with(msg!("delete-question"), &[("what", what.into())]));
    } else {
        let count = [("count", records.len().into()), ("what", what.into())];
        paragraph(ui, text.with(msg!("delete-many-question"), &count));
    }
    for (table, count) in deletion.counts() {
        let values = [("table", table.key().into()), ("count", count.into())];
        paragraph(ui, format!("• {}", text.with(msg!("delete-also"), &values)));
    }
    if !deletion.detached.is_empty() {
        let count = [("count", deletion.detached.len().into())];
        paragraph(ui, format!("• {}", text.with(msg!("delete-detached"), &count)));
    }
    ui.add_space(theme.sizes.space.xs);
    paragraph(ui, muted(theme, text.get(msg!("delete-can-be-undone"))));
    ui.add_space(theme.sizes.space.l);
    ui.horizontal(|ui| {
        let delete = danger_button(ui, theme, text.get(msg!("delete")));
        focus_first(ui, &delete);
        if delete.clicked() {
            cx.push(Action::Delete(records.to_vec()));
        }
        if button(ui, theme, None, text.get(msg!("cancel"))).clicked() {
            cx.push(Action::Dismiss);
        }
    });
}
