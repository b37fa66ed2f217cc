//! The timeline: what was agreed and voted on, the next meetings, and what is due.

use chrono::NaiveDate;

use super::PageContext;
use super::grounds::{Grounds, Records};
use super::page::{Cell, Column, Table};
use crate::library::initiatives;
use crate::model::Table as Kind;
use crate::text::msg;

/// A day, as written and as sorted.
struct Entry<'a> {
    day: NaiveDate,
    cells: [Cell<'a>; 4],
}

/// A row per day that matters, the earliest first.
pub(super) fn timeline<'a>(context: &PageContext<'a>, records: &Records<'a>) -> Table<'a> {
    let PageContext { snapshot, text, .. } = *context;
    let columns = [
        Column::new("date", text.get(msg!("field-date"))),
        Column::new("what", text.get(msg!("column-what"))),
        Column::new("kind", text.get(msg!("field-kind"))),
        Column::new("about", text.get(msg!("column-about"))),
    ];
    let entry =
        |day: NaiveDate, own: &Grounds, what: &'a str, kind: &'static str, about: Cell<'a>| Entry {
            day,
            cells: [own.cell(day), own.cell(what), own.cell(kind), about],
        };
    let past = initiatives().iter().filter_map(|row| {
        let began = row.began()?;
        let nothing = Grounds::default();
        let kind = text.get(msg!("timeline-initiative"));
        let name = nothing.cell(text.of(&row.name()).to_owned());
        let cells = [nothing.cell(began), name, nothing.cell(kind), Cell::nothing()];
        Some(Entry { day: began.first_day(), cells })
    });
    let votes = snapshot.roll_calls.iter().map(|it| {
        let own = records.of(it.id);
        let about = own.cell(&it.code);
        entry(it.date, &own, text.of(&it.title), text.label(Kind::RollCalls), about)
    });
    let meetings = snapshot.meetings.iter().map(|it| {
        let own = records.of(it.id);
        let about = own.cell(&it.place);
        let mut entry = entry(it.date, &own, &it.title, text.label(it.kind), about);
        if it.until.is_some() || it.time.is_some() {
            entry.cells[0] = own.cell(text.when(it));
        }
        entry
    });
    let code = |id| snapshot.proposals.get(id).map_or("", |proposal| &*proposal.code);
    let briefs = snapshot.briefs.iter().filter_map(|it| {
        let own = records.of(it.id);
        let what = text.get(msg!("calendar-instruction"));
        let about = own.cell(code(it.proposal));
        Some(entry(it.instruction_by?, &own, what, text.label(Kind::Briefs), about))
    });
    let remedies = snapshot.remedies.iter().filter_map(|it| {
        let own = records.of(it.id);
        let about = own.cell(code(it.proposal));
        Some(entry(it.due?, &own, &it.title, text.label(Kind::Remedies), about))
    });
    let steps = snapshot.next_steps.iter().filter_map(|it| {
        let own = records.of(it.id);
        let party = snapshot.parties.get(it.party)?;
        let about = own.cell(text.of(&party.name));
        Some(entry(it.day()?, &own, &it.title, text.label(Kind::NextSteps), about))
    });
    let all = past.chain(votes).chain(meetings).chain(briefs).chain(remedies).chain(steps);
    let mut all: Vec<_> = all.collect();
    all.sort_by_cached_key(|it| {
        let [_, what, kind, about] = &it.cells;
        let words = [what, kind, about].map(|cell| cell.words(text).into_owned());
        (it.day, words)
    });
    Table::new("timeline", columns, all.into_iter().map(|it| it.cells))
}
