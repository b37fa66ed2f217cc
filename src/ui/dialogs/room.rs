//! Opening a room (ceiling, screen, appearance), and entering a poll.

use egui::{DragValue, Grid, Key, Ui};

use super::super::cx::{Action, Base};
use super::super::state::{CampNames, RoomAct, RoomDraft};
use super::super::widgets::{button, confirm, muted, paragraph, primary_button, strong, warning};
use crate::model::{Keyed, Marking, ProposalId, Stance, stance};
use crate::settings::ThemeChoice;
use crate::text::msg;

pub(super) fn show(ui: &mut Ui, base: &Base<'_>, draft: &mut RoomDraft) {
    let (theme, text) = (&base.theme, base.text);
    paragraph(ui, muted(theme, text.get(msg!("room-open-about"))));
    ui.add_space(theme.sizes.space.s);
    ui.label(strong(theme, text.get(msg!("room-ceiling"))));
    ui.horizontal_wrapped(|ui| {
        for marking in Marking::ALL {
            let before = draft.ceiling;
            ui.radio_value(&mut draft.ceiling, *marking, marking.label());
            if draft.ceiling != before {
                draft.confirmed = false;
            }
        }
    });
    if draft.ceiling != Marking::Clear {
        warning(ui, theme, text.get(crate::ui::room::marking_about(draft.ceiling)));
        let words = [("marking", draft.ceiling.label().into())];
        ui.checkbox(&mut draft.confirmed, text.with(msg!("room-confirm"), &words));
    }
    ui.add_space(theme.sizes.space.s);
    ui.label(strong(theme, text.get(msg!("room-where"))));
    ui.horizontal_wrapped(|ui| {
        ui.radio_value(&mut draft.monitor, None, text.get(msg!("room-in-a-window")));
        for (place, name) in draft.monitors.iter().enumerate() {
            ui.radio_value(&mut draft.monitor, Some(place), name);
        }
    });
    ui.add_space(theme.sizes.space.s);
    ui.label(strong(theme, text.get(msg!("room-look"))));
    ui.horizontal_wrapped(|ui| {
        ui.radio_value(&mut draft.dark, false, text.label(ThemeChoice::Light));
        ui.radio_value(&mut draft.dark, true, text.label(ThemeChoice::Dark));
    });
    ui.horizontal_wrapped(|ui| {
        for names in CampNames::ALL {
            ui.radio_value(&mut draft.camps, *names, text.label(*names));
        }
    });
    ui.checkbox(&mut draft.chatham, text.get(msg!("room-chatham-house")));
    ui.add_space(theme.sizes.space.l);
    ui.horizontal(|ui| {
        ui.add_enabled_ui(draft.may_open(), |ui| {
            let open = primary_button(ui, theme, text.get(msg!("room-open")));
            if std::mem::take(&mut draft.fresh) {
                open.request_focus();
            }
            if open.clicked() {
                base.push(Action::Room(RoomAct::Open(Box::new(draft.clone()))));
            }
        });
        if button(ui, theme, None, text.get(msg!("cancel"))).clicked() {
            base.push(Action::Dismiss);
        }
    });
}

/// The counts of a temperature poll being typed.
#[derive(Clone, Debug)]
pub struct PollDraft {
    /// The proposal.
    pub proposal: ProposalId,
    /// The count for each stance, in the order of the scale.
    pub counts: [u32; 6],
    /// Whether the first count has had the focus.
    pub begun: bool,
}

pub(super) fn poll(ui: &mut Ui, base: &Base<'_>, draft: &mut PollDraft) {
    let (theme, text) = (&base.theme, base.text);
    paragraph(ui, muted(theme, text.get(msg!("room-poll-about"))));
    ui.add_space(theme.sizes.space.s);
    let mut fields = Vec::new();
    Grid::new("poll").num_columns(2).show(ui, |ui| {
        for (held, count) in Stance::ALL.iter().zip(&mut draft.counts) {
            let words = format!("{}  {}", stance::sign(Some(*held)), text.stance(Some(*held)));
            let label = ui.label(&words);
            let field = ui.add(DragValue::new(count).range(0..=100_000));
            fields.push(field.labelled_by(label.id));
            ui.end_row();
        }
    });
    // Whoever counts hands looks at the room: the first number typed belongs in the first field.
    if let Some(first) = fields.first().filter(|_| !std::mem::replace(&mut draft.begun, true)) {
        first.request_focus();
    }
    // Enter goes down the numbers, as in a spreadsheet; after the last one it saves the poll.
    let entered = ui.input(|input| input.key_pressed(Key::Enter));
    let left = fields.iter().position(|field| entered && field.lost_focus());
    if let Some(next) = left.and_then(|at| fields.get(at + 1)) {
        next.request_focus();
        confirm::forget(ui.ctx());
    }
    ui.add_space(theme.sizes.space.l);
    ui.horizontal(|ui| {
        if primary_button(ui, theme, text.get(msg!("room-poll-keep"))).clicked() {
            base.push(Action::Room(RoomAct::Poll(draft.proposal, draft.counts)));
        }
        if button(ui, theme, None, text.get(msg!("cancel"))).clicked() {
            base.push(Action::Dismiss);
        }
    });
}
