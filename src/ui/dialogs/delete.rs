//! Confirms deleting records, and lists what is deleted with them.

use egui::Ui;

use super::super::cx::{Action, Cx};
use super::super::widgets::{button, danger_button, focus_first, muted, paragraph};
use crate::document::deletion;
use crate::explain::titles_of;
use crate::model::{RecordId, Table};
use crate::text::{Message, msg};

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
        let count = [("count", count.into())];
        paragraph(ui, format!("• {}", text.with(also(table), &count)));
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

fn also(table: Table) -> Message {
    match table {
        Table::Memberships => msg!("delete-also-memberships"),
        Table::Sponsors => msg!("delete-also-sponsors"),
        Table::Positions => msg!("delete-also-positions"),
        Table::Assessments => msg!("delete-also-assessments"),
        Table::Votes => msg!("delete-also-votes"),
        Table::Comments => msg!("delete-also-comments"),
        Table::Briefs => msg!("delete-also-briefs"),
        Table::Remedies => msg!("delete-also-remedies"),
        Table::Relations => msg!("delete-also-relations"),
        Table::NextSteps => msg!("delete-also-next-steps"),
        Table::Contacts => msg!("delete-also-contacts"),
        Table::ScenarioMoves => msg!("delete-also-scenario-moves"),
        Table::Engagements => msg!("delete-also-engagements"),
        Table::Versions => msg!("delete-also-versions"),
        Table::Paragraphs => msg!("delete-also-paragraphs"),
        Table::Asks => msg!("delete-also-asks"),
        Table::WordStances => msg!("delete-also-word-stances"),
        Table::Dossier
        | Table::Parties
        | Table::Groups
        | Table::Sources
        | Table::Proposals
        | Table::Aliases
        | Table::Rivals
        | Table::Rulings
        | Table::AimTags
        | Table::Concerns
        | Table::Terms
        | Table::Meetings
        | Table::Agenda
        | Table::RollCalls
        | Table::Scenarios
        | Table::Polls
        | Table::Parked
        | Table::SavedViews
        | Table::Slides => msg!("delete-also-others"),
    }
}
