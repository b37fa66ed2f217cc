//! The list of parties.

use egui::Ui;

use super::top::{self, Top};
use crate::command::Screen;
use crate::document::blank;
use crate::library::goes_by;
use crate::model::words::fold;
use crate::model::{CampBasis, Slot, Table};
use crate::text::msg;
use crate::ui::cx::{Action, Cx};
use crate::ui::icon::Icon;
use crate::ui::state::{ListState, Selection, ViewState};
use crate::ui::views::{Draw, View};
use crate::ui::widgets::{Column, List, camp_icon, muted, strong};

/// The screen's description.
pub(super) const VIEW: View = View {
    icon: Icon::Parties,
    hint: |_| msg!("hint-list"),
    help: msg!("help-page-parties"),
    more_help: None,
    count: Some(|snapshot| snapshot.parties.len()),
    add: |_| Some(blank::party),
    can_filter: true,
    inspects: |_| true,
    tables: &[Table::Parties, Table::Aliases, Table::Relations],
    asks_all: |_| false,
    draw: Draw::Dossier(show),
};

const COLUMNS: [Column; 6] = [
    Column { name: msg!("field-name"), width: 0.0 },
    Column { name: msg!("column-code"), width: 76.0 },
    Column { name: msg!("field-kind"), width: 120.0 },
    Column { name: msg!("field-region"), width: 110.0 },
    Column { name: msg!("column-camp"), width: 160.0 },
    Column { name: msg!("column-index"), width: 72.0 },
];

/// Draws the screen.
fn show(ui: &mut Ui, cx: &Cx<'_>, state: &mut ViewState) {
    let shown = state.lists[Screen::Parties].clone();
    let rows = cx.rows(ui, "parties", shown, || rows(cx, &state.lists[Screen::Parties]));
    let list = &mut state.lists[Screen::Parties];
    let top = Top {
        title: cx.text.get(msg!("screen-parties")),
        shown: rows.len(),
        all: cx.snapshot.parties.len(),
        add: Some(cx.text.get(msg!("add-party"))),
    };
    top::show(ui, cx, list, &mut state.focus_filter, &top);
    if rows.is_empty() {
        let filtered = !list.filter.is_empty();
        return top::nothing(ui, cx, &top, filtered, cx.text.get(msg!("parties-empty")));
    }
    let at = |row: usize| rows.get(row).and_then(|slot| cx.snapshot.parties.at(*slot));
    let selected = state.selection.party().and_then(|id| cx.snapshot.parties.slot(id));
    let table = List {
        id: "parties",
        columns: &COLUMNS,
        rows: rows.len(),
        selected: selected.and_then(|slot| rows.iter().position(|row| *row == slot)),
    };
    let name = |row: usize| {
        let camp =
            rows.get(row).map(|slot| cx.text.label(cx.figures.coalition().camps.camp(*slot)));
        let party = at(row).map(|party| cx.text.of(&party.name));
        format!("{}, {}", party.unwrap_or_default(), camp.unwrap_or_default())
    };
    let chosen = table.show(ui, cx, list, name, |ui, row, column| {
        let Some(party) = at(row) else { return };
        let reading = cx.figures.coalition().camps.get(rows[row]);
        match column {
            0 => drop(
                ui.add(egui::Label::new(strong(&cx.theme, cx.text.of(&party.name))).truncate()),
            ),
            1 => drop(ui.label(&party.code)),
            2 => drop(ui.add(egui::Label::new(cx.text.label(party.kind)).truncate())),
            3 => drop(ui.add(egui::Label::new(cx.text.region(&party.region)).truncate())),
            4 => {
                if let Some(reading) = reading {
                    ui.label(camp_icon(reading.camp).text(&cx.theme));
                    ui.label(cx.text.label(reading.camp));
                    if reading.basis == CampBasis::User {
                        let words = cx.text.label(CampBasis::User);
                        ui.label(Icon::Edit.text(&cx.theme).color(cx.theme.colours.accent))
                            .on_hover_text(words);
                    }
                }
            }
            _ => {
                let index = reading.and_then(|reading| reading.index);
                let words = index.map_or_else(|| "–".to_owned(), |index| cx.text.index(index));
                ui.label(muted(&cx.theme, words));
            }
        }
    });
    if let Some(party) = chosen.and_then(at) {
        cx.push(Action::Select(Selection::Party(party.id)));
    }
}

fn rows(cx: &Cx<'_>, list: &ListState) -> Vec<Slot> {
    let wanted = fold(list.filter.trim());
    let called = cx.snapshot.also_called(&list.filter);
    let matches = |slot: &Slot| {
        cx.snapshot.parties.at(*slot).is_some_and(|party| {
            wanted.is_empty()
                || [&party.code, &party.name.en, &party.name.nl, &party.region, &party.subregion]
                    .iter()
                    .any(|words| fold(words).contains(&wanted))
                || goes_by(party, &list.filter)
                || called.contains(&party.id)
        })
    };
    // Already sorted by name.
    let mut rows: Vec<_> = cx.figures.parties().iter().copied().filter(matches).collect();
    let at = |slot: &Slot| cx.snapshot.parties.at(*slot);
    let camps = cx.figures.camps();
    match list.sort {
        1 => top::sort(&mut rows, list, |slot| at(slot).map(|party| party.code.clone())),
        2 => top::sort(&mut rows, list, |slot| at(slot).map(|party| party.kind)),
        3 => top::sort(&mut rows, list, |slot| at(slot).map(|party| party.region.clone())),
        4 => top::sort(&mut rows, list, |slot| camps.camp(*slot)),
        5 => {
            let index = |slot: &Slot| camps.get(*slot).and_then(|reading| reading.index);
            let order = |slot: &Slot| index(slot).unwrap_or(f64::NEG_INFINITY);
            rows.sort_by(|a, b| order(a).total_cmp(&order(b)));
            if list.descending {
                rows.reverse();
            }
        }
        _ if list.descending => rows.reverse(),
        _ => {}
    }
    rows
}
