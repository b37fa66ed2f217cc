//! What is ahead: meetings, instructions to be cleared, remedies and steps that are due.

use chrono::NaiveDate;
use egui::Ui;

use super::top::{self, Top};
use crate::model::words::fold;
use crate::model::{Instruction, Table};
use crate::ui::cx::{Action, Cx};
use crate::ui::icon::Icon;
use crate::ui::state::{ListState, Selection, ViewState};
use crate::ui::widgets::{Chip, Column, List, strong};

const COLUMNS: [Column; 4] = [
    Column { name: "field-date", width: 210.0 },
    Column { name: "column-what", width: 0.0 },
    Column { name: "field-kind", width: 140.0 },
    Column { name: "column-about", width: 200.0 },
];

/// One day in the calendar.
struct Row {
    day: NaiveDate,
    until: Option<NaiveDate>,
    title: String,
    kind: Table,
    about: String,
    // Whether something is still to be done.
    open: bool,
    to: Selection,
}

impl Row {
    fn last_day(&self) -> NaiveDate {
        self.until.unwrap_or(self.day)
    }
}

/// Draws the screen.
pub(super) fn show(ui: &mut Ui, cx: &Cx<'_>, state: &mut ViewState) {
    let mut rows = all(cx);
    let count = rows.len();
    // What is past but still to be done stays.
    rows.retain(|row| state.past || row.last_day() >= cx.today || row.open);
    let rows = filtered(&state.calendar, rows);
    let top = Top {
        title: cx.text.get("screen-calendar"),
        shown: rows.len(),
        all: count,
        add: Some(cx.text.get("add-meeting")),
    };
    top::show(ui, cx, &mut state.calendar, &mut state.focus_filter, &top);
    ui.horizontal(|ui| {
        let words = cx.text.get("calendar-past");
        if Chip::new(words).active(state.past).show(ui, &cx.theme).clicked() {
            state.past = !state.past;
        }
    });
    ui.add_space(cx.theme.sizes.space.s);
    if rows.is_empty() {
        let narrowed = !state.calendar.filter.is_empty();
        return top::nothing(ui, cx, &top, narrowed, cx.text.get("calendar-empty"));
    }
    let table = List {
        id: "calendar",
        columns: &COLUMNS,
        rows: rows.len(),
        selected: rows.iter().position(|row| row.to == state.selection),
    };
    let name = |row: usize| {
        rows.get(row)
            .map_or_else(String::new, |row| format!("{}, {}", cx.text.day(row.day), row.title))
    };
    let chosen = table.show(ui, cx, &mut state.calendar, name, |ui, row, column| {
        let Some(row) = rows.get(row) else { return };
        match column {
            0 => day(ui, cx, row),
            1 => drop(ui.add(egui::Label::new(strong(&cx.theme, &row.title)).truncate())),
            2 => drop(ui.add(egui::Label::new(cx.text.label(row.kind)).truncate())),
            _ => drop(ui.add(egui::Label::new(&row.about).truncate())),
        }
    });
    if let Some(row) = chosen.and_then(|row| rows.get(row)) {
        cx.push(Action::Select(row.to));
    }
}

fn day(ui: &mut Ui, cx: &Cx<'_>, row: &Row) {
    let first = cx.text.day(row.day);
    ui.label(row.until.map_or(first.clone(), |until| format!("{first} – {}", cx.text.day(until))));
    if row.open && row.day < cx.today {
        let icon = Icon::Warning.text(&cx.theme).color(cx.theme.colours.warn);
        ui.label(icon).on_hover_text(cx.text.get("late"));
    }
}

fn all(cx: &Cx<'_>) -> Vec<Row> {
    let (snapshot, text) = (cx.snapshot, cx.text);
    let code = |id| snapshot.proposals.get(id).map_or_else(String::new, |it| it.code.clone());
    let meetings = snapshot.meetings.iter().map(|meeting| Row {
        day: meeting.date,
        until: meeting.until,
        title: meeting.title.clone(),
        kind: Table::Meetings,
        about: meeting.place.clone(),
        open: false,
        to: Selection::Meeting(meeting.id),
    });
    let briefs = snapshot.briefs.iter().filter_map(|brief| {
        Some(Row {
            day: brief.instruction_by?,
            until: None,
            title: text.get("calendar-instruction").to_owned(),
            kind: Table::Briefs,
            about: code(brief.proposal),
            open: brief.instruction != Instruction::Cleared,
            to: Selection::Brief(brief.proposal),
        })
    });
    let remedies = snapshot.remedies.iter().filter_map(|remedy| {
        Some(Row {
            day: remedy.due?,
            until: None,
            title: remedy.title.clone(),
            kind: Table::Remedies,
            about: code(remedy.proposal),
            open: remedy.status.is_open(),
            to: Selection::Remedy(remedy.id),
        })
    });
    let steps = snapshot.next_steps.iter().filter_map(|step| {
        let party = snapshot.parties.get(step.party)?;
        Some(Row {
            day: step.done.or(step.due)?,
            until: None,
            title: step.title.clone(),
            kind: Table::NextSteps,
            about: text.of(&party.name).to_owned(),
            open: step.done.is_none(),
            to: Selection::Engagement(step.party),
        })
    });
    meetings.chain(briefs).chain(remedies).chain(steps).collect()
}

fn filtered(list: &ListState, mut rows: Vec<Row>) -> Vec<Row> {
    let wanted = fold(list.filter.trim());
    rows.retain(|row| [&row.title, &row.about].iter().any(|words| fold(words).contains(&wanted)));
    rows.sort_by(|a, b| (a.day, &a.title).cmp(&(b.day, &b.title)));
    match list.sort {
        1 => top::sort(&mut rows, list, |row| fold(&row.title)),
        2 => top::sort(&mut rows, list, |row| row.kind),
        3 => top::sort(&mut rows, list, |row| fold(&row.about)),
        _ if list.descending => rows.reverse(),
        _ => {}
    }
    rows
}
