//! The list of roll calls, on which computed camps rest.

use egui::Ui;

use super::top::{self, Top};
use crate::command::Screen;
use crate::document::blank;
use crate::model::words::{fold, natural_cmp};
use crate::model::{Ballot, RollCall, RollCallId, Slot, Table};
use crate::report::Subject;
use crate::text::{Text, msg};
use crate::ui::cx::Cx;
use crate::ui::icon::Icon;
use crate::ui::state::{ListState, RowKey, Selection, ViewState};
use crate::ui::views::{Draw, PageOf, View};
use crate::ui::widgets::{Column, Key, List, muted, paragraph, sort};

/// The screen's description.
pub(super) const VIEW: View = View {
    icon: Icon::RollCalls,
    hint: |_| msg!("hint-list"),
    help: msg!("help-page-roll-calls"),
    more_help: None,
    count: Some(|snapshot| snapshot.roll_calls.len()),
    add: |_| Some(blank::roll_call),
    can_filter: true,
    inspects: |_| true,
    tables: &[Table::RollCalls, Table::Votes],
    asks_all: |_| false,
    // It lists for each party its votes and its camp.
    page: |_| PageOf::Nearest(Subject::Parties),
    lists: None,
    draw: Draw::Dossier(show),
};

/// A roll call, and how many cast each ballot.
type RollCallRow = (Slot, [u32; 4]);

const COLUMNS: [Column<RollCallRow>; 5] = [
    Column::new(msg!("column-code"), 120.0, |cx, (slot, _): &RollCallRow| {
        roll_call(cx, *slot).map_or_else(String::new, |it| it.code.clone())
    })
    .strong(),
    Column::new(msg!("field-title"), 0.0, |cx, (slot, _): &RollCallRow| {
        roll_call(cx, *slot).map_or("", |it| cx.text.of(&it.title)).to_owned()
    })
    .by(|cx, (slot, _)| Key::words(roll_call(cx, *slot).map(|it| cx.text.of(&it.title)))),
    Column::new(msg!("field-date"), 100.0, |cx, (slot, _): &RollCallRow| {
        roll_call(cx, *slot).map_or_else(String::new, |it| cx.text.day(it.date))
    })
    .by(|cx, (slot, _)| Key::day(roll_call(cx, *slot).map(|it| it.date))),
    Column::new(msg!("field-yes-side"), 160.0, |cx, (slot, _): &RollCallRow| {
        let side = roll_call(cx, *slot).and_then(|it| it.yes_side);
        cx.text.label_or(side, msg!("roll-call-not-counted")).to_owned()
    })
    .by(|cx, (slot, _)| {
        let side = roll_call(cx, *slot).and_then(|it| it.yes_side);
        Key::number(side.map(|it| it as i64))
    }),
    Column::new(msg!("column-tally"), 172.0, |cx, (_, tally): &RollCallRow| {
        tally_words(cx.text, *tally)
    })
    .up_to(200.0)
    .by(|_, (_, tally)| {
        let [yes, no] = [Ballot::Yes, Ballot::No].map(|it| i64::from(tally[it as usize]));
        // Most in favour first; among those, most against.
        Key::Number((yes << 32) + no)
    }),
];

fn roll_call<'a>(cx: &Cx<'a>, slot: Slot) -> Option<&'a RollCall> {
    cx.snapshot.roll_calls.at(slot)
}

/// Draws the screen.
fn show(ui: &mut Ui, cx: &Cx<'_>, state: &mut ViewState) {
    let rows = cx.rows(ui, "roll-calls", state.lists[Screen::RollCalls].clone(), || {
        rows(cx, &state.lists[Screen::RollCalls])
    });
    let list = &mut state.lists[Screen::RollCalls];
    let top = Top {
        title: cx.text.get(msg!("screen-roll-calls")),
        shown: rows.len(),
        all: cx.snapshot.roll_calls.len(),
        add: Some(cx.text.get(msg!("add-roll-call"))),
    };
    top::show(ui, cx, list, &mut state.focus_filter, &top);
    paragraph(ui, muted(&cx.theme, cx.text.get(msg!("roll-calls-about"))));
    ui.add_space(cx.theme.sizes.space.s);
    if rows.is_empty() {
        let filtered = !list.filter.is_empty();
        return top::nothing(ui, cx, &top, filtered, cx.text.get(msg!("roll-calls-empty")));
    }
    let selected = rows.iter().position(|(slot, _)| {
        roll_call(cx, *slot).is_some_and(|it| state.selection == Selection::RollCall(it.id))
    });
    let table = List::new("roll-calls", Screen::RollCalls, &COLUMNS, rows.len())
        .selected(selected)
        .of(|cx, (slot, _)| roll_call(cx, *slot).map(|it| RowKey::Record(it.record_id())))
        .own();
    let name = |(slot, _): &RollCallRow| {
        roll_call(cx, *slot)
            .map_or_else(String::new, |it| format!("{}, {}", it.code, cx.text.of(&it.title)))
    };
    let chosen = table.show(ui, cx, state, |row| rows.get(row), name);
    let chosen = chosen.and_then(|((slot, _), by)| Some((roll_call(cx, *slot)?, by)));
    if let Some((roll_call, by)) = chosen {
        by.select(cx, state, Selection::RollCall(roll_call.id));
    }
}

type Tallies = std::collections::BTreeMap<RollCallId, [u32; 4]>;

fn tallies(cx: &Cx<'_>) -> Tallies {
    let mut tallies = Tallies::new();
    for vote in cx.snapshot.votes.iter() {
        tallies.entry(vote.roll_call).or_default()[vote.ballot as usize] += 1;
    }
    tallies
}

// In favour, against, abstentions: the order the United Nations uses. Unknown votes are named as
// such, so that nobody takes them for absences.
fn tally_words(text: Text, tally: [u32; 4]) -> String {
    let cast = [Ballot::Yes, Ballot::No, Ballot::Abstain]
        .map(|ballot| tally[ballot as usize].to_string())
        .join("–");
    match tally[Ballot::Unknown as usize] {
        0 => cast,
        unknown => text.with(
            msg!("tally-and-unknown"),
            &[("tally", cast.into()), ("unknown", unknown.into())],
        ),
    }
}

fn rows(cx: &Cx<'_>, list: &ListState) -> Vec<RollCallRow> {
    let wanted = fold(list.filter.trim());
    let mut found: Vec<_> = cx
        .snapshot
        .roll_calls
        .slots()
        .filter(|(_, roll_call)| {
            let words = [&roll_call.code, &roll_call.title.en, &roll_call.title.nl];
            words.iter().any(|words| fold(words).contains(&wanted))
        })
        .collect();
    found.sort_by(|(_, a), (_, b)| natural_cmp(&a.code, &b.code));
    let tallies = tallies(cx);
    let tally = |id| tallies.get(id).copied().unwrap_or_default();
    let mut rows: Vec<_> = found.into_iter().map(|(slot, it)| (slot, tally(&it.id))).collect();
    sort(&mut rows, cx, &COLUMNS, list, |row| row);
    rows
}
