//! Whether to delete a record, and what goes along.

use egui::Ui;

use super::super::cx::{Action, Cx};
use super::super::widgets::{button, danger_button, muted, paragraph};
use crate::document::deletion;
use crate::explain::record_title;
use crate::model::{RecordId, Table};

pub(super) fn show(ui: &mut Ui, cx: &Cx<'_>, record: RecordId) {
    let (theme, text) = (&cx.theme, cx.text);
    let deletion = deletion(cx.snapshot, record);
    let what = [("what", record_title(cx.text, cx.snapshot, record).into())];
    paragraph(ui, text.with("delete-question", &what));
    for (table, count) in deletion.counts() {
        let count = [("count", count.into())];
        paragraph(ui, format!("• {}", text.with(also(table), &count)));
    }
    if !deletion.detached.is_empty() {
        let count = [("count", deletion.detached.len().into())];
        paragraph(ui, format!("• {}", text.with("delete-detached", &count)));
    }
    ui.add_space(theme.sizes.space.xs);
    paragraph(ui, muted(theme, text.get("delete-can-be-undone")));
    ui.add_space(theme.sizes.space.l);
    ui.horizontal(|ui| {
        if danger_button(ui, theme, text.get("delete")).clicked() {
            cx.push(Action::Delete(record));
        }
        if button(ui, theme, None, text.get("cancel")).clicked() {
            cx.push(Action::Dismiss);
        }
    });
}

fn also(table: Table) -> &'static str {
    match table {
        Table::Memberships => "delete-also-memberships",
        Table::Sponsors => "delete-also-sponsors",
        Table::Positions => "delete-also-positions",
        Table::Assessments => "delete-also-assessments",
        Table::Votes => "delete-also-votes",
        Table::Comments => "delete-also-comments",
        Table::Briefs => "delete-also-briefs",
        Table::Remedies => "delete-also-remedies",
        Table::Relations => "delete-also-relations",
        Table::NextSteps => "delete-also-next-steps",
        Table::Engagements => "delete-also-engagements",
        _ => "delete-also-others",
    }
}
