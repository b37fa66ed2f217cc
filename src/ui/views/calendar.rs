//! Upcoming dates: meetings, clearances, and remedies and steps that are due.

use chrono::NaiveDate;
use egui::Ui;

use super::top::{self, Top};
use crate::command::Screen;
use crate::document::blank;
use crate::model::words::fold;
use crate::model::{Instruction, Meeting, RecordId, SilenceState, Table};
use crate::report::Subject;
use crate::text::msg;
use crate::ui::cx::Cx;
use crate::ui::icon::Icon;
use crate::ui::state::{ListState, RowKey, Selection, ViewState};
use crate::ui::views::{Draw, PageOf, View};
use crate::ui::widgets::{Chip, Column, Key, List, sort};

/// The screen's description.
pub(super) const VIEW: View = View {
    icon: Icon::Calendar,
    hint: |_| msg!("hint-list"),
    help: msg!("help-page-calendar"),
    more_help: None,
    count: None,
    add: |_| Some(blank::meeting),
    can_filter: true,
    inspects: |_| true,
    tables: &[Table::Meetings, Table::Agenda],
    asks_all: |_| false,
    page: |showing| match showing.view.selection {
        Selection::Meeting(_) => PageOf::Screen(Subject::Meeting),
        _ => PageOf::Screen(Subject::Timeline),
    },
    lists: None,
    draw: Draw::Dossier(show),
};

const COLUMNS: [Column<CalendarRow>; 4] = [
    Column::new(msg!("field-date"), 250.0, |_, row: &CalendarRow| row.when.clone())
        .drawn(day)
        .up_to(360.0),
    Column::new(msg!("column-what"), 0.0, |_, row: &CalendarRow| row.title.clone())
        .strong()
        .by(|_, row| Key::words(&*row.title)),
    Column::new(msg!("field-kind"), 140.0, |_, row: &CalendarRow| row.kind.to_owned())
        .by(|_, row| Key::words(row.kind)),
    Column::new(msg!("column-about"), 200.0, |_, row: &CalendarRow| row.about.clone())
        .by(|_, row| Key::words(&*row.about)),
];

/// One day in the calendar.
#[derive(Clone)]
struct CalendarRow {
    day: NaiveDate,
    last_day: NaiveDate,
    when: String,
    title: String,
    kind: &'static str,
    about: String,
    // Whether there is still something to do.
    open: bool,
    record: RecordId,
    to: Selection,
}

/// Draws the screen.
fn show(ui: &mut Ui, cx: &Cx<'_>, state: &mut ViewState) {
    // A silence procedure ends at a certain time, so the list depends on the minute.
    let minute = cx.now.timestamp() / 60;
    let all = cx.rows(ui, "calendar-all", minute, || all(cx));
    let shown = (state.lists[Screen::Calendar].clone(), state.past, minute);
    let rows = cx.rows(ui, "calendar", shown, || {
        // Past entries with something left to do stay.
        let stays = |row: &&CalendarRow| state.past || row.last_day >= cx.today || row.open;
        filtered(cx, &state.lists[Screen::Calendar], all.iter().filter(stays).cloned().collect())
    });
    let top = Top {
        title: cx.text.get(msg!("screen-calendar")),
        shown: rows.len(),
        all: all.len(),
        add: Some(cx.text.get(msg!("add-meeting"))),
    };
    top::show(ui, cx, &mut state.lists[Screen::Calendar], &mut state.focus_filter, &top);
    ui.horizontal(|ui| {
        let words = cx.text.get(msg!("calendar-past"));
        if Chip::new(words).active(state.past).show(ui, &cx.theme).clicked() {
            state.past = !state.past;
        }
    });
    ui.add_space(cx.theme.sizes.space.s);
    if rows.is_empty() {
        let narrowed = !state.lists[Screen::Calendar].filter.is_empty();
        return top::nothing(ui, cx, &top, narrowed, cx.text.get(msg!("calendar-empty")));
    }
    let selected = rows.iter().position(|row| row.to == state.selection);
    let table = List::new("calendar", Screen::Calendar, &COLUMNS, rows.len())
        .selected(selected)
        .of(|_, row| Some(RowKey::Record(row.record)))
        .own();
    let name = |row: &CalendarRow| format!("{}, {}", cx.text.day(row.day), row.title);
    let chosen = table.show(ui, cx, state, |row| rows.get(row), name);
    if let Some((row, by)) = chosen {
        by.select(cx, state, row.to);
    }
}

fn day(ui: &mut Ui, cx: &Cx<'_>, row: &CalendarRow) {
    ui.label(&row.when);
    if row.open && row.day < cx.today {
        let icon = Icon::Warning.text(&cx.theme).color(cx.theme.colours.warn);
        ui.label(icon).on_hover_text(cx.text.get(msg!("late")));
    }
}

fn all(cx: &Cx<'_>) -> Vec<CalendarRow> {
    let (snapshot, text) = (cx.snapshot, cx.text);
    let code = |id| snapshot.proposals.get(id).map_or_else(String::new, |it| it.code.clone());
    let meetings = snapshot.meetings.iter().map(|meeting| {
        let silence = meeting.silence(cx.now);
        CalendarRow {
            day: meeting.date,
            when: text.when(meeting),
            title: meeting.title.clone(),
            kind: text.label(meeting.kind),
            about: silence.map_or_else(|| about(cx, meeting), |it| text.label(it).to_owned()),
            open: silence == Some(SilenceState::Ended),
            last_day: meeting.last_day(),
            record: meeting.record_id(),
            to: Selection::Meeting(meeting.id),
        }
    });
    let briefs = snapshot.briefs.iter().filter_map(|brief| {
        Some(CalendarRow {
            day: brief.instruction_by?,
            last_day: brief.instruction_by?,
            when: text.day(brief.instruction_by?),
            title: text.get(msg!("calendar-instruction")).to_owned(),
            kind: text.label(Table::Briefs),
            about: code(brief.proposal),
            open: brief.instruction != Instruction::Cleared,
            record: brief.record_id(),
            to: Selection::Brief(brief.proposal),
        })
    });
    let remedies = snapshot.remedies.iter().filter_map(|remedy| {
        Some(CalendarRow {
            day: remedy.due?,
            last_day: remedy.due?,
            when: text.day(remedy.due?),
            title: remedy.title.clone(),
            kind: text.label(Table::Remedies),
            about: code(remedy.proposal),
            open: remedy.status.is_open(),
            record: remedy.record_id(),
            to: Selection::Remedy(remedy.id),
        })
    });
    let steps = snapshot.next_steps.iter().filter_map(|step| {
        let party = snapshot.parties.get(step.party)?;
        let day = step.day()?;
        Some(CalendarRow {
            day,
            last_day: day,
            when: text.day(day),
            title: step.title.clone(),
            kind: text.label(Table::NextSteps),
            about: text.of(&party.name).to_owned(),
            open: step.done.is_none(),
            record: step.record_id(),
            to: Selection::Engagement(step.party),
        })
    });
    meetings.chain(briefs).chain(remedies).chain(steps).collect()
}

/// A meeting's agenda, or its place if it has none.
fn about(cx: &Cx<'_>, meeting: &Meeting) -> String {
    let items = cx.snapshot.agenda.iter().filter(|item| item.meeting == meeting.id);
    let codes = items.filter_map(|item| cx.snapshot.proposals.get(item.proposal));
    let codes: Vec<_> = codes.map(|proposal| cx.figures.short_code(&proposal.code)).collect();
    if codes.is_empty() { meeting.place.clone() } else { codes.join(", ") }
}

/// The nearest dates in words, for the home screen.
pub(super) fn next_dates(
    ui: &Ui,
    cx: &Cx<'_>,
    most: usize,
) -> std::sync::Arc<Vec<(String, Selection)>> {
    cx.rows(ui, "next-dates", most, || {
        let mut rows = all(cx);
        rows.retain(|row| row.last_day >= cx.today && matches!(row.to, Selection::Meeting(_)));
        rows.sort_by(|a, b| (a.day, &a.title).cmp(&(b.day, &b.title)));
        rows.truncate(most);
        rows.into_iter().map(|row| (format!("{} · {}", row.when, row.title), row.to)).collect()
    })
}

fn filtered(cx: &Cx<'_>, list: &ListState, mut rows: Vec<CalendarRow>) -> Vec<CalendarRow> {
    let wanted = fold(list.filter.trim());
    rows.retain(|row| [&row.title, &row.about].iter().any(|words| fold(words).contains(&wanted)));
    rows.sort_by(|a, b| (a.day, &a.title).cmp(&(b.day, &b.title)));
    sort(&mut rows, cx, &COLUMNS, list, |row| row);
    rows
}
