//! The history: every step with its author and time, or what changed since a day.

mod changes;
mod grouped;

use egui::Ui;

use super::top::{self, Top};
use crate::command::Screen;
use crate::explain::step_label;
use crate::model::words::fold;
use crate::report::Subject;
use crate::store::{Step, StepKind};
use crate::text::msg;
use crate::ui::cx::{Action, Cx};
use crate::ui::icon::Icon;
use crate::ui::state::{RowKey, ViewState};
use crate::ui::views::{Draw, PageOf, View};
use crate::ui::widgets::{Column, Key, List, empty, sort};

/// The screen's description.
pub(super) const VIEW: View = View {
    icon: Icon::History,
    hint: |state| {
        if state.changes.shown { msg!("hint-changes") } else { msg!("hint-history") }
    },
    help: msg!("help-page-history"),
    more_help: None,
    count: None,
    add: |_| None,
    can_filter: true,
    inspects: |_| false,
    tables: &[],
    asks_all: |_| false,
    page: |_| PageOf::Screen(Subject::Changes),
    lists: None,
    draw: Draw::Dossier(show),
};

const COLUMNS: [Column<Step>; 4] = [
    Column::new(msg!("history-when"), 150.0, |cx, step: &Step| cx.text.moment(step.time))
        .by(|_, step| Key::Number(step.seq)),
    Column::new(msg!("field-author"), 130.0, |cx, step: &Step| cx.author_of(step))
        .by(|_, step| Key::words(&*step.author)),
    Column::new(msg!("history-what"), 0.0, |cx, step: &Step| label(cx, step))
        .by(|cx, step| Key::words(&*label(cx, step))),
    Column::new(msg!("history-state"), 130.0, |cx, step: &Step| state_words(cx, step))
        .muted()
        .by(|cx, step| Key::words(&*state_words(cx, step))),
];

/// The effect of a step. For a step from another copy this comes from its changes; its name is only
/// the sender's claim.
fn label(cx: &Cx<'_>, step: &Step) -> String {
    match cx.brought.and_then(|brought| brought.get(&step.id)) {
        Some(label) => label.clone(),
        None if step.merged.is_some() => cx.text.get(msg!("history-merged")).to_owned(),
        None => step_label(cx.text, &step.name, &step.detail),
    }
}

/// Draws the screen.
fn show(ui: &mut Ui, cx: &Cx<'_>, state: &mut ViewState) {
    if state.changes.shown {
        return changes::show(ui, cx, state);
    }
    let list = &mut state.lists[Screen::History];
    let wanted = fold(list.filter.trim());
    let all = cx.history.steps();
    // Labels of merged steps become available once their changes have been read.
    let shown = (list.clone(), all.len(), cx.brought.map(std::collections::HashMap::len));
    let rows = cx.rows(ui, "history", shown, || {
        let has = |(_, step): &(usize, &Step)| {
            wanted.is_empty()
                || fold(&label(cx, step)).contains(&wanted)
                || fold(&step.author).contains(&wanted)
        };
        let mut steps: Vec<_> = all.iter().enumerate().filter(has).collect();
        sort(&mut steps, cx, &COLUMNS, list, |(_, step)| step);
        steps.into_iter().map(|(place, _)| place).collect()
    });
    let at = |row: usize| rows.get(row).and_then(|place| all.get(*place));
    let top = Top {
        title: cx.text.get(msg!("screen-history")),
        shown: rows.len(),
        all: all.len(),
        add: None,
    };
    top::show(ui, cx, list, &mut state.focus_filter, &top);
    changes::chips(ui, cx, state);
    let list = &mut state.lists[Screen::History];
    if rows.is_empty() {
        let filtered = !list.filter.is_empty();
        let id = if filtered { msg!("list-nothing-matches") } else { msg!("history-empty") };
        return empty(ui, cx, cx.text.get(id), None);
    }
    let shown = cx
        .past
        .and_then(|seq| (0..rows.len()).find(|row| at(*row).is_some_and(|step| step.seq == seq)));
    let table = List::new("history", Screen::History, &COLUMNS, rows.len())
        .selected(shown)
        .of(|_, step| Some(RowKey::Other(step.id)));
    let chosen = table.show(ui, cx, state, at, |step| label(cx, step));
    // A step that a merge brought in was never a state of this copy.
    if let Some((step, by)) = chosen
        && step.merged.is_none()
        && by.leads(ui)
    {
        cx.push(Action::LookAt(Some(step.seq)));
    }
}

/// The state of a step; for a merged step, the merge that brought it in.
fn state_words(cx: &Cx<'_>, step: &Step) -> String {
    if let Some(merge) = step.merged {
        let Some(merge) = cx.history.at(merge).filter(|merge| !merge.detail.is_empty()) else {
            return cx.text.get(msg!("history-merged")).to_owned();
        };
        let review = merge.detail.as_str().into();
        let arguments = [("review", review), ("time", cx.text.moment(merge.time).into())];
        return cx.text.with(msg!("history-merged-by"), &arguments);
    }
    let words = match step.kind {
        StepKind::Undo | StepKind::Redo => cx.text.label(step.kind),
        StepKind::Do if cx.history.holds(step.id) => cx.text.label(step.kind),
        StepKind::Do => cx.text.get(msg!("history-taken-back")),
    };
    words.to_owned()
}
