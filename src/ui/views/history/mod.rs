//! The history: every step with its author and time, or what changed since a day.

mod changes;

use egui::Ui;

use super::top::{self, Top};
use crate::command::Screen;
use crate::explain::step_label;
use crate::model::words::fold;
use crate::store::{Step, StepKind};
use crate::text::msg;
use crate::ui::cx::{Action, Cx};
use crate::ui::icon::Icon;
use crate::ui::state::ViewState;
use crate::ui::views::{Draw, View};
use crate::ui::widgets::{Column, List, empty, muted};

/// The screen's description.
pub(super) const VIEW: View = View {
    icon: Icon::History,
    hint: |_| msg!("hint-history"),
    help: msg!("help-page-history"),
    more_help: None,
    count: None,
    add: |_| None,
    can_filter: true,
    inspects: |_| false,
    tables: &[],
    asks_all: |_| false,
    draw: Draw::Dossier(show),
};

const COLUMNS: [Column; 4] = [
    Column { name: msg!("history-when"), width: 150.0 },
    Column { name: msg!("field-author"), width: 130.0 },
    Column { name: msg!("history-what"), width: 0.0 },
    Column { name: msg!("history-state"), width: 130.0 },
];

/// Draws the screen.
fn show(ui: &mut Ui, cx: &Cx<'_>, state: &mut ViewState) {
    if state.changes {
        return changes::show(ui, cx, state);
    }
    let list = &mut state.lists[Screen::History];
    let wanted = fold(list.filter.trim());
    // For a step from another copy the changes tell what it did; its name is only the sender's
    // claim.
    let label = |step: &Step| match cx.brought.and_then(|brought| brought.get(&step.id)) {
        Some(label) => label.clone(),
        None if step.merged.is_some() => cx.text.get(msg!("history-merged")).to_owned(),
        None => step_label(cx.text, &step.name, &step.detail),
    };
    let all = cx.history.steps();
    // Labels of merged steps become available once their changes have been read.
    let shown = (list.clone(), all.len(), cx.brought.map(std::collections::HashMap::len));
    let rows = cx.rows(ui, "history", shown, || {
        let has = |(_, step): &(usize, &Step)| {
            wanted.is_empty()
                || fold(&label(step)).contains(&wanted)
                || fold(&step.author).contains(&wanted)
        };
        let mut steps: Vec<_> = all.iter().enumerate().filter(has).collect();
        match list.sort {
            1 => top::sort(&mut steps, list, |(_, step)| fold(&step.author)),
            2 => top::sort(&mut steps, list, |(_, step)| fold(&label(step))),
            3 => top::sort(&mut steps, list, |(_, step)| state_words(cx, step)),
            _ => top::sort(&mut steps, list, |(_, step)| step.seq),
        }
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
    changes::chips(ui, cx, &mut state.changes, &mut state.since);
    let list = &mut state.lists[Screen::History];
    if rows.is_empty() {
        let filtered = !list.filter.is_empty();
        let id = if filtered { msg!("list-nothing-matches") } else { msg!("history-empty") };
        return empty(ui, cx, cx.text.get(id), None);
    }
    let shown = cx
        .past
        .and_then(|seq| (0..rows.len()).find(|row| at(*row).is_some_and(|step| step.seq == seq)));
    let table = List { id: "history", columns: &COLUMNS, rows: rows.len(), selected: shown };
    let name = |row: usize| at(row).map_or_else(String::new, label);
    let chosen = table.show(ui, cx, list, name, |ui, row, column| {
        let Some(step) = at(row) else { return };
        match column {
            0 => drop(ui.label(cx.text.moment(step.time))),
            1 => drop(ui.add(egui::Label::new(cx.author_of(step)).truncate())),
            2 => drop(ui.add(egui::Label::new(label(step)).truncate())),
            _ => {
                let words = state_words(cx, step);
                ui.add(egui::Label::new(muted(&cx.theme, words)).truncate());
            }
        }
    });
    // A step that a merge brought in was never a state of this copy.
    if let Some(step) = chosen.and_then(at)
        && step.merged.is_none()
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
