//! The keys of the calling list: moving along it, and logging an answer.

use egui::{Event, Key, Ui};

use super::{CallRow, FOCUS};
use crate::command::Screen;
use crate::document::{NewStance, call_edit};
use crate::model::{PartyId, ProposalId, Stance};
use crate::text::msg;
use crate::ui::cx::{Action, Cx};
use crate::ui::state::{Selection, ViewState};

/// Rows moved by PageUp and PageDown.
const PAGE: usize = 10;

/// Handles this frame's keys if the list has the focus.
pub(super) fn handle(
    ui: &Ui,
    cx: &Cx<'_>,
    state: &mut ViewState,
    proposal: ProposalId,
    rows: &[CallRow],
) {
    // A second sign in the same frame strengthens the first, as one answer.
    let mut pending: Option<(PartyId, Option<Stance>)> = None;
    for event in FOCUS.events(ui) {
        let cell = state.selection.cell().filter(|(it, _)| *it == proposal);
        let at = cell.and_then(|(_, party)| rows.iter().position(|row| row.party == party));
        match event {
            Event::Key { key, pressed: true, modifiers, .. } if !modifiers.command => match key {
                Key::ArrowDown => go(state, proposal, rows, at.map_or(0, |at| at + 1)),
                Key::ArrowUp => go(state, proposal, rows, at.map_or(0, |at| at.saturating_sub(1))),
                Key::PageDown => go(state, proposal, rows, at.map_or(0, |at| at + PAGE)),
                Key::PageUp => {
                    go(state, proposal, rows, at.map_or(0, |at| at.saturating_sub(PAGE)));
                }
                Key::Home => go(state, proposal, rows, 0),
                Key::End => go(state, proposal, rows, rows.len()),
                Key::Enter if at.is_some() => {
                    state.inspector_hidden = false;
                    state.focus_inspector = true;
                }
                _ => {}
            },
            Event::Text(typed) => {
                for c in typed.chars() {
                    match (c, at.and_then(|at| rows.get(at))) {
                        ('n' | 'N', _) => go(state, proposal, rows, next(state, at)),
                        ('a' | 'A', Some(row)) => {
                            cx.push(Action::Select(Selection::Engagement(row.party)));
                            state.inspector_hidden = false;
                            state.focus_inspector = true;
                        }
                        ('?', Some(row)) => pending = Some((row.party, None)),
                        (c, Some(row)) => {
                            let typed = pending.filter(|(party, _)| *party == row.party);
                            let before = typed.map_or(row.call.seat.stance, |(_, stance)| stance);
                            if let Some(stance) = Stance::from_typed(c, before) {
                                pending = Some((row.party, Some(stance)));
                            }
                        }
                        (c, None) if c == '?' || Stance::from_typed(c, None).is_some() => {
                            let words = cx.text.get(msg!("calls-no-row"));
                            cx.push(Action::Say(words.to_owned()));
                        }
                        (_, None) => {}
                    }
                }
            }
            _ => {}
        }
    }
    if let Some((party, stance)) = pending {
        log(cx, rows, proposal, party, stance);
    }
}

fn go(state: &mut ViewState, proposal: ProposalId, rows: &[CallRow], to: usize) {
    if let Some(row) = rows.get(to.min(rows.len().saturating_sub(1))) {
        state.selection = Selection::Cell(proposal, row.party);
    }
}

/// The row to call next: in the order of worth the first one, since whoever was called has sunk; in any
/// other order the one below.
fn next(state: &ViewState, at: Option<usize>) -> usize {
    let list = &state.lists[Screen::Calls];
    match at {
        None => 0,
        Some(at) if list.sort == 0 && !list.descending => usize::from(at == 0),
        Some(at) => at + 1,
    }
}

/// Logs what a party answered.
fn log(
    cx: &Cx<'_>,
    rows: &[CallRow],
    proposal: ProposalId,
    party: PartyId,
    stance: Option<Stance>,
) {
    if cx.read_only {
        return cx.push(Action::Say(cx.text.get(msg!("banner-read-only")).to_owned()));
    }
    let name = rows.iter().find(|row| row.party == party).map_or("", |row| &row.name);
    let code = cx.snapshot.proposals.get(proposal).map_or("", |it| &it.code);
    let detail = format!("{name} · {code}");
    let new = NewStance { proposal, by: party.into(), stance };
    match call_edit(cx.snapshot, detail, new, cx.entry_day(), cx.author) {
        Some(edit) => {
            cx.apply(edit);
            let values = [("party", name.into()), ("stance", cx.text.stance(stance).into())];
            cx.push(Action::Say(cx.text.with(msg!("calls-logged"), &values)));
        }
        None => cx.push(Action::Say(cx.text.get(msg!("calls-logged-already")).to_owned())),
    }
}
