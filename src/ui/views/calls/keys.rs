//! The keys of the calling list: moving along it, and logging an answer.

use egui::{Event, Key, Ui};

use super::{CallRow, FOCUS, called, selection};
use crate::command::Screen;
use crate::document::{NewStance, call_edit, hold_edit, sponsor_edit};
use crate::model::{ProposalId, Slide, SlideKind, Speaker, Stance};
use crate::text::msg;
use crate::ui::cx::{Action, Cx};
use crate::ui::state::{OnTheLine, RoomAct, ViewState};

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
    let mut pending: Option<(Speaker, Option<Stance>)> = None;
    for event in FOCUS.events(ui) {
        let selected = called(state.selection, proposal);
        let at = selected.and_then(|by| rows.iter().position(|row| row.by == by));
        match event {
            Event::Key { key, pressed: true, modifiers, .. }
                if !modifiers.command && !modifiers.shift =>
            {
                match key {
                    Key::ArrowDown => go(state, proposal, rows, at.map_or(0, |at| at + 1)),
                    Key::ArrowUp => {
                        go(state, proposal, rows, at.map_or(0, |at| at.saturating_sub(1)));
                    }
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
                }
            }
            Event::Text(typed) => {
                for c in typed.chars() {
                    let row = at.and_then(|at| rows.get(at));
                    match (c, row) {
                        ('w' | 'W', _) => slide(cx, proposal),
                        ('n' | 'N', _) => go(state, proposal, rows, next(state, at)),
                        ('a' | 'A', Some(row)) => caller(cx, state, row),
                        ('j' | 'J', Some(row)) => reason(cx, state, row),
                        ('h' | 'H', Some(row)) => {
                            keep(state, rows, row.by);
                            hold(cx, proposal, row);
                        }
                        ('s' | 'S', Some(row)) => {
                            keep(state, rows, row.by);
                            sponsor(cx, proposal, row);
                        }
                        ('?', Some(row)) => pending = Some((row.by, None)),
                        (c, Some(row)) => {
                            let typed = pending.filter(|(by, _)| *by == row.by);
                            let before = typed.map_or(row.stance, |(_, stance)| stance);
                            if let Some(stance) = Stance::from_typed(c, before) {
                                pending = Some((row.by, Some(stance)));
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
    if let Some((by, stance)) = pending {
        keep(state, rows, by);
        log(cx, rows, proposal, by, stance);
    }
}

/// Keeps the row of a party or group where it is, whatever is logged of it.
fn keep(state: &mut ViewState, rows: &[CallRow], by: Speaker) {
    let shown = state.lists[Screen::Calls].clone();
    let at = rows.iter().position(|row| row.by == by);
    state.calls.on_the_line = at.map(|at| OnTheLine { by, at, shown });
}

fn go(state: &mut ViewState, proposal: ProposalId, rows: &[CallRow], to: usize) {
    if let Some(row) = rows.get(to.min(rows.len().saturating_sub(1))) {
        state.selection = selection(proposal, row.by);
    }
}

/// The row to call next: in the order of worth the first one, since a party just called will move
/// down; in any other order the next one below.
fn next(state: &ViewState, at: Option<usize>) -> usize {
    let list = &state.lists[Screen::Calls];
    match at {
        None => 0,
        Some(at) if list.sort == 0 && !list.descending => usize::from(at == 0),
        Some(at) => at + 1,
    }
}

/// Adds a slide on the decision to the running order of the room.
fn slide(cx: &Cx<'_>, proposal: ProposalId) {
    if may_write(cx) {
        let slide = Slide { proposal: Some(proposal), ..Slide::new(SlideKind::Decision, 0) };
        cx.push(Action::Room(RoomAct::Add(Box::new(slide))));
        cx.push(Action::Say(cx.text.get(msg!("calls-slide")).to_owned()));
    }
}

/// Whether anything may be logged; if not, tells the user.
fn may_write(cx: &Cx<'_>) -> bool {
    if cx.read_only {
        cx.push(Action::Say(cx.why_read_only().to_owned()));
    }
    !cx.read_only
}

/// Goes to the field that says which of us calls a party.
fn caller(cx: &Cx<'_>, state: &mut ViewState, row: &CallRow) {
    if row.by.group().is_some() {
        return cx.push(Action::Say(cx.text.get(msg!("calls-not-of-groups")).to_owned()));
    }
    go_to_field(state, "caller");
}

/// Goes to the reason why a party blocks.
fn reason(cx: &Cx<'_>, state: &mut ViewState, row: &CallRow) {
    if matches!(row.stance, Some(Stance::Object | Stance::Reserve)) && !row.inherited {
        go_to_field(state, "reason");
    } else {
        cx.push(Action::Say(cx.text.get(msg!("calls-no-reason")).to_owned()));
    }
}

fn go_to_field(state: &mut ViewState, column: &'static str) {
    state.inspector_hidden = false;
    (state.focus_inspector, state.focus_column) = (true, Some(column));
}

/// Logs that a party is waiting for its capital, or no longer is.
fn hold(cx: &Cx<'_>, proposal: ProposalId, row: &CallRow) {
    if !may_write(cx) {
        return;
    }
    let place = (proposal, row.by);
    cx.apply(hold_edit(cx.snapshot, detail(cx, row, proposal), place, cx.entry_day(), cx.author));
    let id = if row.hold { msg!("calls-hold-over") } else { msg!("calls-hold") };
    cx.push(Action::Say(cx.text.with(id, &[("party", (&*row.name).into())])));
}

/// Makes a party a sponsor, or no longer one.
fn sponsor(cx: &Cx<'_>, proposal: ProposalId, row: &CallRow) {
    let Some(party) = row.by.party() else {
        return cx.push(Action::Say(cx.text.get(msg!("calls-not-of-groups")).to_owned()));
    };
    if !may_write(cx) {
        return;
    }
    cx.apply(sponsor_edit(cx.snapshot, detail(cx, row, proposal), proposal, party));
    let id = if row.sponsor { msg!("calls-sponsor-off") } else { msg!("calls-sponsor") };
    cx.push(Action::Say(cx.text.with(id, &[("party", (&*row.name).into())])));
}

fn detail(cx: &Cx<'_>, row: &CallRow, proposal: ProposalId) -> String {
    let code = cx.snapshot.proposals.get(proposal).map_or("", |it| &it.code);
    format!("{} · {code}", row.name)
}

/// Logs an answer. If the party blocks, asks why.
fn log(cx: &Cx<'_>, rows: &[CallRow], proposal: ProposalId, by: Speaker, stance: Option<Stance>) {
    let Some(row) = rows.iter().find(|row| row.by == by).filter(|_| may_write(cx)) else { return };
    let new = NewStance { proposal, by, stance };
    match call_edit(cx.snapshot, detail(cx, row, proposal), new, cx.entry_day(), cx.author) {
        Some(edit) => {
            cx.apply(edit);
            let blocks = matches!(stance, Some(Stance::Object | Stance::Reserve));
            let id = if blocks { msg!("calls-logged-why") } else { msg!("calls-logged") };
            let values =
                [("party", (&*row.name).into()), ("stance", cx.text.stance(stance).into())];
            cx.push(Action::Say(cx.text.with(id, &values)));
        }
        None => cx.push(Action::Say(cx.text.get(msg!("calls-logged-already")).to_owned())),
    }
}
