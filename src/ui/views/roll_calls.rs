//! The list of roll calls, on which computed camps rest.

use egui::Ui;

use super::top::{self, Top};
use crate::command::Screen;
use crate::document::blank;
use crate::model::words::{fold, natural_cmp};
use crate::model::{Ballot, RollCall, RollCallId, Table};
use crate::text::{Text, msg};
use crate::ui::cx::{Action, Cx};
use crate::ui::icon::Icon;
use crate::ui::state::{ListState, Selection, ViewState};
use crate::ui::views::{Draw, View};
use crate::ui::widgets::{Column, List, muted, paragraph, strong};

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
    draw: Draw::Dossier(show),
};

const COLUMNS: [Column; 5] = [
    Column { name: msg!("column-code"), width: 120.0 },
    Column { name: msg!("field-title"), width: 0.0 },
    Column { name: msg!("field-date"), width: 100.0 },
    Column { name: msg!("field-yes-side"), width: 160.0 },
    Column { name: msg!("column-tally"), width: 136.0 },
];

/// Draws the screen.
fn show(ui: &mut Ui, cx: &Cx<'_>, state: &mut ViewState) {
    let rows = cx.rows(ui, "roll-calls", state.lists[Screen::RollCalls].clone(), || {
        let tallies = tallies(cx);
        let tally = |row: &RollCall| tallies.get(&row.id).copied().unwrap_or_default();
        let slot = |row: &RollCall| cx.snapshot.roll_calls.slot(row.id);
        let rows = rows(cx, &state.lists[Screen::RollCalls], tally);
        rows.into_iter().filter_map(|row| Some((slot(row)?, tally(row)))).collect()
    });
    let at = |row: usize| {
        let (slot, tally) = *rows.get(row)?;
        Some((cx.snapshot.roll_calls.at(slot)?, tally))
    };
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
    let table = List {
        id: "roll-calls",
        columns: &COLUMNS,
        rows: rows.len(),
        selected: (0..rows.len()).find(|row| {
            at(*row).is_some_and(|(it, _)| state.selection == Selection::RollCall(it.id))
        }),
    };
    let name = |row: usize| {
        at(row).map_or_else(String::new, |(roll_call, _)| {
            format!("{}, {}", roll_call.code, cx.text.of(&roll_call.title))
        })
    };
    let chosen = table.show(ui, cx, list, name, |ui, row, column| {
        let Some((roll_call, tally)) = at(row) else { return };
        match column {
            0 => drop(ui.label(strong(&cx.theme, &roll_call.code))),
            1 => drop(ui.add(egui::Label::new(cx.text.of(&roll_call.title)).truncate())),
            2 => drop(ui.label(cx.text.day(roll_call.date))),
            3 => drop(
                ui.add(
                    egui::Label::new(
                        cx.text.label_or(roll_call.yes_side, msg!("roll-call-not-counted")),
                    )
                    .truncate(),
                ),
            ),
            _ => drop(ui.add(egui::Label::new(tally_words(cx.text, tally)).truncate())),
        }
    });
    if let Some((roll_call, _)) = chosen.and_then(at) {
        cx.push(Action::Select(Selection::RollCall(roll_call.id)));
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

// In favour, against, abstentions: the order the United Nations uses. Votes that are not known
// are named, so that nobody takes them for absences.
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

fn rows<'a>(
    cx: &Cx<'a>,
    list: &ListState,
    tally: impl Fn(&RollCall) -> [u32; 4],
) -> Vec<&'a RollCall> {
    let wanted = fold(list.filter.trim());
    let mut rows: Vec<_> = cx
        .snapshot
        .roll_calls
        .iter()
        .filter(|roll_call| {
            let words = [&roll_call.code, &roll_call.title.en, &roll_call.title.nl];
            words.iter().any(|words| fold(words).contains(&wanted))
        })
        .collect();
    rows.sort_by(|a, b| natural_cmp(&a.code, &b.code));
    match list.sort {
        1 => top::sort(&mut rows, list, |row| fold(cx.text.of(&row.title))),
        2 => top::sort(&mut rows, list, |row| row.date),
        3 => top::sort(&mut rows, list, |row| row.yes_side),
        4 => top::sort(&mut rows, list, |row| tally(row)),
        _ if list.descending => rows.reverse(),
        _ => {}
    }
    rows
}
