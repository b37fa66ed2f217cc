//! The actions on the chosen cells: in the bar below the matrix, and in the menu of a cell.

use egui::{Button, Ui};

use super::board::Board;
use super::edits;
use super::keys::{Act, act};
use crate::model::{PartyId, RecordId, Table, stance};
use crate::text::msg;
use crate::ui::cx::{Action, Cx};
use crate::ui::icon::Icon;
use crate::ui::state::{Place, ViewState};
use crate::ui::widgets::{Chip, acts, icon_button, strong};

/// Draws the bar while more than one cell is chosen.
pub(super) fn show(ui: &mut Ui, cx: &Cx<'_>, state: &mut ViewState, board: &Board<'_>) {
    let cursor = state.selection.cell().and_then(|place| board.find(place));
    if state.matrix.several.is_empty() || state.matrix.selected < 2 || cursor.is_none() {
        return;
    }
    let text = cx.text;
    acts::frame(ui, cx, |ui| {
        let words = text.with(msg!("chosen-rows"), &[("count", state.matrix.selected.into())]);
        ui.label(strong(&cx.theme, words));
        ui.add_space(cx.theme.sizes.space.s);
        ui.add_enabled_ui(!cx.read_only, |ui| {
            acts::menu_chip(ui, cx, text.get(msg!("chosen-stance")), |ui| {
                stances(ui, cx, state, board);
            });
            acts::menu_chip(ui, cx, text.get(msg!("chosen-change")), |ui| {
                acts::fields(ui, cx, Table::Positions, &entries(cx, &places(state, board)));
            });
            acts::menu_chip(ui, cx, text.get(msg!("mark")), |ui| {
                acts::marks(ui, cx, || entries(cx, &places(state, board)));
            });
            acts::add_to_group(ui, cx, || parties(&places(state, board)));
        });
        let mut copied = None;
        acts::copy_menu(ui, cx, &mut copied);
        if let Some(bare) = copied {
            act(cx, state, board, Act::Copy(bare));
        }
        acts::export(ui, cx);
        if cx.under.is_none() {
            ui.add_enabled_ui(!cx.read_only, |ui| {
                let words = text.get(msg!("chosen-delete"));
                if Chip::new(words).show(ui, &cx.theme).clicked() {
                    ask_delete(cx, &places(state, board));
                }
            });
        }
        if icon_button(ui, &cx.theme, Icon::Close, text.get(msg!("chosen-none"))).clicked() {
            state.matrix.several.clear();
        }
    });
}

/// The menu of a cell: for all chosen cells.
pub(super) fn menu(ui: &mut Ui, cx: &Cx<'_>, state: &mut ViewState, board: &Board<'_>) {
    let text = cx.text;
    ui.add_enabled_ui(!cx.read_only, |ui| {
        stances(ui, cx, state, board);
        ui.separator();
        ui.menu_button(text.get(msg!("chosen-change")), |ui| {
            acts::fields(ui, cx, Table::Positions, &entries(cx, &places(state, board)));
        });
        ui.menu_button(text.get(msg!("mark")), |ui| {
            acts::marks(ui, cx, || entries(cx, &places(state, board)));
        });
        ui.menu_button(text.get(msg!("chosen-to-group")), |ui| {
            acts::groups(ui, cx, || parties(&places(state, board)));
        });
    });
    ui.separator();
    let mut copied = None;
    acts::copies(ui, cx, &mut copied);
    if let Some(bare) = copied {
        act(cx, state, board, Act::Copy(bare));
    }
    if cx.under.is_none() {
        ui.separator();
        let delete = Button::new(text.get(msg!("chosen-delete")));
        if ui.add_enabled(!cx.read_only, delete).clicked() {
            ask_delete(cx, &places(state, board));
            ui.close();
        }
    }
}

/// Asks whether to delete the entries in force in these cells; earlier entries are then in force
/// again.
fn ask_delete(cx: &Cx<'_>, places: &[Place]) {
    let entries = entries(cx, places);
    cx.push(if entries.is_empty() {
        Action::Say(cx.text.get(msg!("chosen-no-entries")).to_owned())
    } else {
        Action::AskDelete(entries)
    });
}

/// A line for each stance, and one to take back what a scenario assumes.
fn stances(ui: &mut Ui, cx: &Cx<'_>, state: &mut ViewState, board: &Board<'_>) {
    for stance in stance::ORDER {
        let words = format!("{}   {}", stance::sign(stance), cx.text.stance(stance));
        if ui.button(words).clicked() {
            act(cx, state, board, Act::Set(stance));
            ui.close();
        }
    }
    let back = cx.text.get(msg!("move-take-back"));
    if cx.under.is_some()
        && edits::is_assumed(cx, &places(state, board))
        && ui.button(back).clicked()
    {
        act(cx, state, board, Act::TakeBack);
        ui.close();
    }
}

/// The chosen cells.
fn places(state: &ViewState, board: &Board<'_>) -> Vec<Place> {
    let cursor = state.selection.cell().and_then(|place| board.find(place));
    board.chosen(cursor, &state.matrix.several).concat()
}

/// The entries in force in these cells.
fn entries(cx: &Cx<'_>, places: &[Place]) -> Vec<RecordId> {
    let entries = places
        .iter()
        .filter_map(|(proposal, party)| cx.snapshot.current_position(*proposal, *party, cx.as_of));
    entries.map(|entry| entry.id.into()).collect()
}

/// The parties of these cells, each once.
fn parties(places: &[Place]) -> Vec<PartyId> {
    let mut parties = Vec::new();
    for (_, party) in places {
        if !parties.contains(party) {
            parties.push(*party);
        }
    }
    parties
}
