//! The head of the calling list: which proposal, under which rule, its standing, and the deadline.

use chrono::{DateTime, Utc};
use egui::Ui;

use super::{Lead, Worked, sides};
use crate::analysis::{CountsAs, ahead, coming_procedure};
use crate::command::Screen;
use crate::explain::{awaited_at, called, own_clock, time_left};
use crate::model::{Keyed, Meeting, Procedure, Proposal};
use crate::text::{Text, msg};
use crate::ui::cx::Cx;
use crate::ui::icon::Icon;
use crate::ui::state::{CallsOnly, CallsSide, CallsState, Selection, ViewState};
use crate::ui::views::top;
use crate::ui::widgets::{
    Choice, button, link, linked, linked_within, paragraph, picker_from, plain, strong,
};

/// How many reminders are shown, on a small screen and on a larger one; the others are a click
/// away.
const LINES: (usize, usize) = (1, 3);

/// The least height of a larger screen, in rows of a list.
const LARGER: f32 = 22.0;

/// Draws the head.
pub(super) fn show(
    ui: &mut Ui,
    cx: &Cx<'_>,
    state: &mut ViewState,
    (proposal, procedure): (&Proposal, Procedure),
    worked: &Worked,
) {
    let (theme, text) = (&cx.theme, cx.text);
    let is_small = ui.available_height() < theme.sizes.row.list * LARGER;
    let most = match state.calls.all_lines {
        true => worked.lines.len(),
        false => {
            if is_small {
                LINES.0
            } else {
                LINES.1
            }
        }
    };
    // Wrapped: a row that is too long would widen everything below it.
    ui.horizontal_wrapped(|ui| {
        let name = format!("{} · {}", proposal.code, text.of(&proposal.title));
        let short = format!("{}…", name.chars().take(60).collect::<String>());
        let shown = if name.chars().count() > 60 { &short } else { &name };
        let chooser = button(ui, theme, Some(Icon::Down), shown);
        let label = text.get(msg!("calls-on"));
        let choices = || {
            let slots = cx.figures.proposals().iter();
            let proposals = slots.filter_map(|slot| cx.snapshot.proposals.at(*slot));
            let choice = |it: &Proposal| Choice {
                value: it.id,
                name: format!("{} · {}", it.code, text.of(&it.title)),
            };
            proposals.map(choice).collect()
        };
        if let Some(id) = picker_from(cx, &chooser, label, &proposal.id, choices) {
            state.calls = CallsState { proposal: Some(id), ..CallsState::default() };
            state.selection = Selection::Proposal(id);
        }
        sides::choice(ui, cx, state);
    });
    ui.horizontal_wrapped(|ui| {
        for one in Procedure::ALL {
            if ui.selectable_label(procedure == *one, text.label(*one)).clicked() {
                state.calls.procedure = Some(*one);
                state.calls.only = None;
            }
        }
    });
    ui.add_space(theme.sizes.space.s);
    let large = |words: &str| strong(theme, words).size(theme.sizes.text.strong);
    let mut led = linked(ui, theme, &worked.standing, large);
    for meeting in ahead(cx.snapshot, proposal.id, cx.now, cx.today) {
        ui.horizontal(|ui| {
            ui.label(Icon::Hourglass.text(theme).color(theme.colours.muted));
            paragraph(ui, until(text, meeting, cx.now));
        });
    }
    for (place, line) in worked.lines.iter().take(most).enumerate() {
        ui.horizontal_wrapped(|ui| {
            ui.label(Icon::Info.text(theme).color(theme.colours.muted));
            led = linked_within(ui, theme, &line.pieces, plain).or(led);
            let only = Some(CallsOnly::OfLine(place));
            let shown = is_shown(state, only);
            let words = text.get(if shown { msg!("calls-all") } else { msg!("calls-these") });
            let name = format!("{words}: {}", line.words);
            if link(ui, theme, words).accessible_name(name).clicked() {
                narrow(state, if shown { None } else { only });
            }
        });
    }
    match led {
        Some(Lead::To(to)) => {
            // A party named here has a row, even if only some rows are shown.
            state.calls.only = None;
            sides::lead(cx, state, proposal, to);
        }
        Some(Lead::Part(only)) => narrow(state, Some(only)),
        Some(Lead::Side(side)) => state.calls.side = side,
        None => {}
    }
    if let Some(rest) = worked.lines.get(most..).filter(|rest| !rest.is_empty()) {
        let words = text.with(msg!("calls-more"), &[("count", rest.len().into())]);
        let rest: Vec<_> = rest.iter().map(|it| it.words.as_str()).collect();
        let more = link(ui, theme, &words).on_hover_text(rest.join("\n"));
        state.calls.all_lines |= more.clicked();
    }
    ui.add_space(theme.sizes.space.s);
    ui.horizontal_wrapped(|ui| {
        figures(ui, cx, state, worked);
        // The list it narrows down is right below it.
        if state.calls.side == CallsSide::Calls {
            let (lists, focus) = (&mut state.lists, &mut state.focus_filter);
            top::filter_field(ui, cx, &mut lists[Screen::Calls], focus);
        }
    });
    ui.add_space(theme.sizes.space.s);
}

/// How many count for, abstaining, against and unknown; each figure leads to the parties it counts.
fn figures(ui: &mut Ui, cx: &Cx<'_>, state: &mut ViewState, worked: &Worked) {
    for so in CountsAs::ALL {
        let only = Some(CallsOnly::Counting(*so));
        let count = worked.rows.iter().filter(|row| worked.has(only, &[], row)).count();
        if count == 0 {
            continue;
        }
        let words = format!("{} {}", cx.text.label(*so), cx.text.count(count));
        let shown = is_shown(state, only);
        let chip = ui.selectable_label(shown, words);
        if chip.on_hover_text(cx.text.get(msg!("calls-these"))).clicked() {
            narrow(state, if shown { None } else { only });
        }
    }
    if is_shown(state, Some(CallsOnly::These)) {
        let words =
            cx.text.with(msg!("calls-counted"), &[("count", state.calls.these.len().into())]);
        let chip = ui.selectable_label(true, words);
        if chip.on_hover_text(cx.text.get(msg!("calls-all"))).clicked() {
            narrow(state, None);
        }
    }
}

/// Whether this part of the list is the one shown.
fn is_shown(state: &ViewState, only: Option<CallsOnly>) -> bool {
    state.calls.side == CallsSide::Calls && state.calls.only == only
}

/// Shows a part of the list, or all of it.
pub(super) fn narrow(state: &mut ViewState, only: Option<CallsOnly>) {
    (state.calls.only, state.calls.side) = (only, CallsSide::Calls);
    state.calls.on_the_line = None;
}

/// How a proposal is decided: as chosen here, or as its next decision says.
pub(super) fn procedure(cx: &Cx<'_>, state: &ViewState, proposal: &Proposal) -> Procedure {
    let coming = || coming_procedure(cx.snapshot, proposal.id, cx.as_of);
    state.calls.procedure.unwrap_or_else(coming)
}

/// When something ends: in local time there and, if it differs, by the user's clock; and how long
/// it is until then.
fn until(text: Text, meeting: &Meeting, now: DateTime<Utc>) -> String {
    let own = own_clock(meeting, now);
    let id = if own.is_some() { msg!("calls-until-elsewhere") } else { msg!("calls-until") };
    let values = [
        ("what", called(text, meeting).into()),
        ("when", awaited_at(text, meeting, now).into()),
        ("left", time_left(text, meeting, now).into()),
        ("own", own.unwrap_or_default().into()),
    ];
    text.with(id, &values)
}
