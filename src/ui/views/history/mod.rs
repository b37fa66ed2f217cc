//! The history: every step, who made it and when; or what changed since a day.

mod changes;

use egui::Ui;

use super::top::{self, Top};
use crate::explain::step_label;
use crate::model::words::fold;
use crate::store::{Step, StepKind};
use crate::ui::cx::{Action, Cx};
use crate::ui::state::ViewState;
use crate::ui::widgets::{Column, List, empty, muted};

const COLUMNS: [Column; 4] = [
    Column { name: "history-when", width: 150.0 },
    Column { name: "field-author", width: 130.0 },
    Column { name: "history-what", width: 0.0 },
    Column { name: "history-state", width: 130.0 },
];

/// Draws the screen.
pub(super) fn show(ui: &mut Ui, cx: &Cx<'_>, state: &mut ViewState) {
    if state.changes {
        return changes::show(ui, cx, state);
    }
    let list = &mut state.history;
    let wanted = fold(list.filter.trim());
    let label = |step: &Step| step_label(cx.text, &step.name, &step.detail);
    let mut steps: Vec<_> = cx
        .history
        .steps()
        .iter()
        .filter(|step| {
            wanted.is_empty()
                || fold(&label(step)).contains(&wanted)
                || fold(&step.author).contains(&wanted)
        })
        .collect();
    match list.sort {
        1 => top::sort(&mut steps, list, |step| fold(&step.author)),
        2 => top::sort(&mut steps, list, |step| fold(&label(step))),
        3 => top::sort(&mut steps, list, |step| state_words(cx, step)),
        _ => top::sort(&mut steps, list, |step| step.seq),
    }
    let top = Top {
        title: cx.text.get("screen-history"),
        shown: steps.len(),
        all: cx.history.steps().len(),
        add: None,
    };
    top::show(ui, cx, list, &mut state.focus_filter, &top);
    changes::chips(ui, cx, &mut state.changes, &mut state.since);
    let list = &mut state.history;
    if steps.is_empty() {
        let filtered = !list.filter.is_empty();
        let id = if filtered { "list-nothing-matches" } else { "history-empty" };
        return empty(ui, cx, cx.text.get(id), None);
    }
    let shown = cx.past.and_then(|seq| steps.iter().position(|step| step.seq == seq));
    let table = List { id: "history", columns: &COLUMNS, rows: steps.len(), selected: shown };
    let name = |row: usize| steps.get(row).map_or_else(String::new, |step| label(step));
    let chosen = table.show(ui, cx, list, name, |ui, row, column| {
        let Some(step) = steps.get(row) else { return };
        match column {
            0 => drop(ui.label(cx.text.moment(step.time))),
            1 => drop(ui.add(egui::Label::new(&step.author).truncate())),
            2 => drop(ui.add(egui::Label::new(label(step)).truncate())),
            _ => drop(ui.label(muted(&cx.theme, state_words(cx, step)))),
        }
    });
    // What came along with a merge was never a state of this copy.
    if let Some(step) = chosen.and_then(|row| steps.get(row))
        && step.merged.is_none()
    {
        cx.push(Action::LookAt(Some(step.seq)));
    }
}

fn state_words<'a>(cx: &Cx<'a>, step: &Step) -> &'a str {
    if step.merged.is_some() {
        return cx.text.get("history-merged");
    }
    match step.kind {
        StepKind::Undo | StepKind::Redo => cx.text.label(step.kind),
        StepKind::Do if cx.history.holds(step.id) => cx.text.label(step.kind),
        StepKind::Do => cx.text.get("history-taken-back"),
    }
}
