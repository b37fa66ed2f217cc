//! Whether to delete a record, and what goes along.

use egui::Ui;

use super::super::cx::{Action, Cx};
use super::super::widgets::{button, danger_button, muted, paragraph};
use crate::document::deletion;
use crate::model::{RecordId, Table};

pub(super) fn show(ui: &mut Ui, cx: &Cx<'_>, record: RecordId) {
    let (theme, text) = (&cx.theme, cx.text);
    let deletion = deletion(cx.snapshot, record);
    let what = [("what", describe(cx, record).into())];
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

/// What a record is called, for questions and for the history.
pub fn describe(cx: &Cx<'_>, record: RecordId) -> String {
    let (snapshot, text) = (cx.snapshot, cx.text);
    let id = record.id;
    let found = match record.table {
        Table::Parties => {
            let party = snapshot.parties.iter().find(|party| party.id.0 == id);
            party.map(|party| text.of(&party.name).to_owned())
        }
        Table::Proposals => {
            let proposal = snapshot.proposals.iter().find(|proposal| proposal.id.0 == id);
            proposal.map(|proposal| proposal.code.clone())
        }
        Table::Groups => {
            let group = snapshot.groups.iter().find(|group| group.id.0 == id);
            group.map(|group| group.code.clone())
        }
        Table::RollCalls => {
            let roll_call = snapshot.roll_calls.iter().find(|roll_call| roll_call.id.0 == id);
            roll_call.map(|roll_call| roll_call.code.clone())
        }
        Table::Sources => {
            let source = snapshot.sources.iter().find(|source| source.id.0 == id);
            source.map(|source| source.short().to_owned())
        }
        Table::Assessments => {
            let assessment = snapshot.assessments.iter().find(|entry| entry.id.0 == id);
            assessment.map(|entry| text.day(entry.date))
        }
        Table::Positions => {
            let entry = snapshot.positions.iter().find(|entry| entry.id().0 == id);
            entry.map(|entry| {
                let party = snapshot.parties.at(entry.party());
                let party = party.map_or("", |party| text.of(&party.name));
                format!("{party}, {}", text.day(entry.date()))
            })
        }
        Table::Dossier | Table::Memberships | Table::Sponsors | Table::Votes => None,
    };
    found.unwrap_or_else(|| text.label(record.table).to_owned())
}

fn also(table: Table) -> &'static str {
    match table {
        Table::Memberships => "delete-also-memberships",
        Table::Sponsors => "delete-also-sponsors",
        Table::Positions => "delete-also-positions",
        Table::Assessments => "delete-also-assessments",
        Table::Votes => "delete-also-votes",
        _ => "delete-also-others",
    }
}
