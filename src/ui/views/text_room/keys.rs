//! The keys: along the paragraphs, to the next bracket or change, and for how far a paragraph has
//! come.

use egui::{Event, Key, Popup, Ui};

use super::rows::Row;
use super::{FOCUS, bracket, filter, selected};
use crate::analysis::words_of;
use crate::document::status_edit;
use crate::model::{Paragraph, ParagraphStatus, ProposalId};
use crate::text::msg;
use crate::ui::cx::{Action, Cx};
use crate::ui::state::{AskedOf, Bracketing, RoomAct, Selection, TakingText, ViewState};

/// Handles this frame's keys if the text has the focus.
pub(super) fn handle(ui: &Ui, cx: &Cx<'_>, state: &mut ViewState, rows: &[&Row]) {
    for event in FOCUS.events(ui) {
        let here = selected(state.selection);
        let at = here.and_then(|id| rows.iter().position(|row| row.id == id));
        // A paragraph gone from this version is only for reading: its words are those of an earlier
        // one.
        let there = at.and_then(|at| rows.get(at)).filter(|row| !row.gone);
        let on = there.and_then(|row| cx.snapshot.paragraphs.get(row.id));
        match event {
            Event::Key { key, pressed: true, modifiers, .. } if !modifiers.command => {
                let wanted: fn(&Row) -> bool = match (modifiers.alt, modifiers.shift) {
                    (true, false) => |row| row.brackets > 0,
                    (true, true) => filter::is_changed,
                    (false, _) => |_| true,
                };
                let next = |from: usize| (from..rows.len()).find(|at| wanted(rows[*at]));
                if let (Key::ArrowLeft | Key::ArrowRight, Some(on)) = (key, on) {
                    bracket::go(&mut state.text, on, key == Key::ArrowRight, modifiers.shift);
                    continue;
                }
                let along = modifiers.alt && !modifiers.shift;
                let forward = key == Key::ArrowDown;
                if let (Key::ArrowDown | Key::ArrowUp, Some(on), true) = (key, on, along)
                    && let Some(chosen) = bracket::next(&state.text, on, forward, false)
                {
                    state.text.chosen = Some(chosen);
                    continue;
                }
                let to = match key {
                    Key::ArrowDown => next(at.map_or(0, |at| at + 1)),
                    Key::ArrowUp => (0..at.unwrap_or(0)).rev().find(|at| wanted(rows[*at])),
                    Key::Home => next(0),
                    Key::End => rows.len().checked_sub(1),
                    Key::Enter if at.is_some() => {
                        state.inspector_hidden = false;
                        state.focus_inspector = true;
                        None
                    }
                    _ => None,
                };
                if let Some(row) = to.and_then(|to| rows.get(to)) {
                    state.selection = Selection::Paragraph(row.id);
                    if let Some(on) = cx.snapshot.paragraphs.get(row.id).filter(|_| along) {
                        state.text.chosen = bracket::next(&state.text, on, forward, true);
                    }
                }
            }
            Event::Text(typed) if there.is_none() && at.is_some() && is_sign(&typed) => {
                cx.push(Action::Say(cx.text.get(msg!("text-gone-here")).to_owned()));
            }
            Event::Text(typed) => match (typed.as_str(), there) {
                ("r" | "R", Some(row)) => turn(cx, row, ParagraphStatus::AdReferendum),
                ("g" | "G", Some(row)) => turn(cx, row, ParagraphStatus::Agreed),
                ("w" | "W", Some(row)) => {
                    cx.push(Action::Room(RoomAct::ShowParagraph(row.id)));
                }
                ("w" | "W", None) => {
                    cx.push(Action::Say(cx.text.get(msg!("text-choose-one")).to_owned()));
                }
                ("v" | "V", _) => state.text.ask_against = true,
                ("f" | "F", _) => state.text.changed = true,
                ("n" | "N", _) => begin_version(cx, state),
                (sign, Some(_)) => on.into_iter().for_each(|on| sign_on(cx, state, on, sign)),
                _ => {}
            },
            _ => {}
        }
    }
}

/// Handles this frame's keys where there is no text yet: there is nothing to have the focus, so it is
/// with the button beside, or nowhere.
pub(super) fn handle_empty(ui: &Ui, cx: &Cx<'_>, state: &mut ViewState, proposal: ProposalId) {
    let is_new = |it: &Event| matches!(it, Event::Text(typed) if matches!(&**typed, "n" | "N"));
    let typed = ui.input(|input| input.events.iter().any(is_new));
    let elsewhere = ui.text_edit_focused()
        || Popup::is_any_open(ui)
        || ui.memory(|memory| memory.top_modal_layer().is_some());
    if typed && !elsewhere {
        // Whatever is selected meanwhile, this is a text of this proposal.
        state.text.proposal = Some(proposal);
        begin_version(cx, state);
    }
}

/// Begins a new version, unless nothing may be written.
fn begin_version(cx: &Cx<'_>, state: &mut ViewState) {
    if cx.read_only {
        return cx.push(Action::Say(cx.why_read_only().to_owned()));
    }
    state.text.taking = Some(TakingText::default());
}

/// Whether a key does something with a paragraph.
fn is_sign(typed: &str) -> bool {
    matches!(typed, "r" | "R" | "g" | "G" | "w" | "W" | "d" | "D" | "l" | "L" | "[" | "]" | "}")
}

/// A sign that changes the brackets of a paragraph.
fn sign_on(cx: &Cx<'_>, state: &mut ViewState, on: &Paragraph, sign: &str) {
    let asked = match sign {
        "[" => AskedOf::Stay,
        "d" | "D" => AskedOf::Go,
        "l" | "L" => AskedOf::Other,
        "]" | "}" if cx.read_only => return cx.push(Action::Say(cx.why_read_only().to_owned())),
        "]" => return bracket::settle_here(cx, &mut state.text, on, true),
        "}" => return bracket::settle_here(cx, &mut state.text, on, false),
        _ => return,
    };
    if cx.read_only {
        return cx.push(Action::Say(cx.why_read_only().to_owned()));
    }
    // An alternative to a whole paragraph would run its alternatives together.
    let is_chosen = state.text.chosen.is_some_and(|it| it.paragraph == on.id);
    if asked == AskedOf::Other && !is_chosen && !words_of(on).brackets().is_empty() {
        return cx.push(Action::Say(cx.text.get(msg!("text-choose-word")).to_owned()));
    }
    let chosen = bracket::chosen(&state.text, on);
    let (words, owners, begun) = (String::new(), String::new(), false);
    state.text.bracketing = Some(Bracketing { chosen, asked, words, owners, begun });
}

/// Gives a paragraph a status, or opens it again.
fn turn(cx: &Cx<'_>, row: &Row, to: ParagraphStatus) {
    if cx.read_only {
        return cx.push(Action::Say(cx.why_read_only().to_owned()));
    }
    let Some(paragraph) = cx.snapshot.paragraphs.get(row.id) else { return };
    let (edit, status) = status_edit(paragraph, to, &*row.number);
    cx.apply(edit);
    if status != ParagraphStatus::Open && row.brackets > 0 {
        let values = [("number", row.number.as_str().into()), ("count", row.brackets.into())];
        cx.push(Action::Say(cx.text.with(msg!("text-agreed-with-brackets"), &values)));
    }
}
