//! Confirms setting stances in many cells at once.

use egui::Ui;

use super::super::cx::{Action, Base, CellCount};
use super::super::widgets::{button, danger_button, muted, paragraph};
use crate::document::{Edit, StepName};
use crate::model::Stance;
use crate::text::{lower, msg};

/// The edit awaiting confirmation, and what it would change.
#[derive(Clone, Debug)]
pub struct StancesDraft {
    /// The edit.
    pub edit: Edit,
    /// The number of parties whose stance changes.
    pub parties: usize,
    /// The number of proposals.
    pub proposals: usize,
    /// How many of the cells hold another stance now.
    pub held: usize,
    /// How many cells the edit covers.
    pub cells: CellCount,
    /// The stance if it is the same for all; the inner `None` is unknown.
    pub stance: Option<Option<Stance>>,
    /// Not yet shown: on its first frame Cancel takes the focus, so that a key meant for something
    /// else changes nothing.
    pub fresh: bool,
}

pub(super) fn show(ui: &mut Ui, base: &Base<'_>, draft: &mut StancesDraft) {
    let (theme, text) = (&base.theme, base.text);
    let count = draft.edit.operations.len();
    let stance = lower(draft.stance.map_or("", |stance| text.stance(stance)));
    let arguments = [("count", text.count(count).into()), ("stance", stance.into())];
    let (question, press) = match (&draft.edit.name, draft.stance) {
        (StepName::ClearStance, _) => (msg!("stances-clear-question"), msg!("stances-clear")),
        (StepName::SetStance, Some(_)) => (msg!("stances-set-question"), msg!("stances-set")),
        _ => (msg!("stances-paste-question"), msg!("stances-paste")),
    };
    paragraph(ui, text.with(question, &arguments));
    let size = [("parties", draft.parties.into()), ("proposals", draft.proposals.into())];
    paragraph(ui, format!("• {}", text.with(msg!("stances-size"), &size)));
    paragraph(
        ui,
        format!("• {}", text.with(msg!("stances-held"), &[("count", draft.held.into())])),
    );
    let left =
        [(msg!("paste-silent"), draft.cells.silent), (msg!("paste-outside"), draft.cells.outside)];
    for (id, count) in left.into_iter().filter(|(_, count)| *count > 0) {
        paragraph(ui, format!("• {}", text.with(id, &[("count", count.into())])));
    }
    ui.add_space(theme.sizes.space.xs);
    paragraph(ui, muted(theme, text.get(msg!("delete-can-be-undone"))));
    ui.add_space(theme.sizes.space.l);
    ui.horizontal(|ui| {
        if danger_button(ui, theme, &text.with(press, &arguments)).clicked() {
            base.push(Action::SetStances(Box::new(draft.edit.clone())));
        }
        let cancel = button(ui, theme, None, text.get(msg!("cancel")));
        if std::mem::take(&mut draft.fresh) {
            cancel.request_focus();
        }
        if cancel.clicked() {
            base.push(Action::Dismiss);
        }
    });
}
