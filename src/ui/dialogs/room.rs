//! Opening a room (ceiling, screen, appearance), and entering a poll.

use egui::{DragValue, Grid, Key, Ui, Vec2};

use super::super::cx::{Action, Base};
use super::super::room::marking_about;
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
    who_sees(ui, base, draft);
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

/// Who may see what is shown under the ceiling, to be confirmed above CLEAR. It is as high for every
/// ceiling: a choice would otherwise move what is chosen next from under the pointer.
fn who_sees(ui: &mut Ui, base: &Base<'_>, draft: &mut RoomDraft) {
    let (theme, text) = (&base.theme, base.text);
    let width = ui.available_width();
    let lines = |marking: &Marking| {
        let words = text.get(marking_about(*marking)).to_owned();
        let (font, ink) = (theme.font(theme.sizes.text.body), theme.colours.ink);
        ui.painter().layout(words, font, ink, width - theme.sizes.shape.target).size().y
    };
    let tallest = Marking::ALL.iter().map(lines).fold(0.0, f32::max);
    let gap = ui.spacing().item_spacing.y;
    let height = tallest.max(theme.sizes.shape.target) + 2.0 * gap + theme.sizes.shape.target;
    ui.allocate_ui(Vec2::new(width, height), |ui| {
        ui.set_min_height(height);
        if draft.ceiling != Marking::Clear {
            warning(ui, theme, text.get(marking_about(draft.ceiling)));
            let words = [("marking", draft.ceiling.label().into())];
            ui.checkbox(&mut draft.confirmed, text.with(msg!("room-confirm"), &words));
        } else {
            paragraph(ui, muted(theme, text.get(marking_about(draft.ceiling))));
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
