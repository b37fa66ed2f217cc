//! The board of remedies: what is to be done, by whom and by when.

use egui::Ui;

use super::top::{self, Top};
use crate::command::Screen;
use crate::library::obstacle_text;
use crate::model::words::fold;
use crate::model::{Remedy, Table};
use crate::text::msg;
use crate::ui::cx::{Action, Cx};
use crate::ui::icon::Icon;
use crate::ui::state::{ListState, Selection, ViewState};
use crate::ui::views::{Draw, View};
use crate::ui::widgets::{Chip, Column, List, strong};

/// The screen's description.
pub(super) const VIEW: View = View {
    icon: Icon::Remedies,
    hint: |_| msg!("hint-list"),
    help: msg!("help-page-remedies"),
    more_help: None,
    count: Some(|snapshot| snapshot.remedies.iter().filter(|it| it.status.is_open()).count()),
    add: |_| None,
    can_filter: true,
    inspects: |_| true,
    tables: &[Table::Remedies],
    asks_all: |_| false,
    draw: Draw::Dossier(show),
};

const COLUMNS: [Column; 6] = [
    Column { name: msg!("field-due"), width: 130.0 },
    Column { name: msg!("column-remedy"), width: 0.0 },
    Column { name: msg!("field-proposal"), width: 120.0 },
    Column { name: msg!("field-obstacle"), width: 130.0 },
    Column { name: msg!("field-owner"), width: 130.0 },
    Column { name: msg!("field-status"), width: 110.0 },
];

/// Draws the screen.
fn show(ui: &mut Ui, cx: &Cx<'_>, state: &mut ViewState) {
    let shown = (state.lists[Screen::Remedies].clone(), state.all_remedies);
    let rows = cx.rows(ui, "remedies", shown, || {
        let rows = rows(cx, &state.lists[Screen::Remedies], state.all_remedies);
        rows.iter().filter_map(|row| cx.snapshot.remedies.slot(row.id)).collect()
    });
    let at = |row: usize| rows.get(row).and_then(|slot| cx.snapshot.remedies.at(*slot));
    let top = Top {
        title: cx.text.get(msg!("screen-remedies")),
        shown: rows.len(),
        all: cx.snapshot.remedies.len(),
        add: None,
    };
    top::show(ui, cx, &mut state.lists[Screen::Remedies], &mut state.focus_filter, &top);
    ui.horizontal(|ui| {
        let words = cx.text.get(msg!("remedies-all"));
        if Chip::new(words).active(state.all_remedies).show(ui, &cx.theme).clicked() {
            state.all_remedies = !state.all_remedies;
        }
    });
    ui.add_space(cx.theme.sizes.space.s);
    if rows.is_empty() {
        let filtered = !state.lists[Screen::Remedies].filter.is_empty();
        let words = cx.text.get(msg!("remedies-empty"));
        return top::nothing(ui, cx, &top, filtered, words);
    }
    let table = List {
        id: "remedies",
        columns: &COLUMNS,
        rows: rows.len(),
        selected: (0..rows.len())
            .find(|row| at(*row).is_some_and(|it| state.selection == Selection::Remedy(it.id))),
    };
    let name = |row: usize| {
        at(row).map_or_else(String::new, |row| format!("{}, {}", row.title, due(cx, row)))
    };
    let chosen = table.show(ui, cx, &mut state.lists[Screen::Remedies], name, |ui, row, column| {
        let Some(row) = at(row) else { return };
        match column {
            0 => due_cell(ui, cx, row),
            1 => drop(ui.add(egui::Label::new(strong(&cx.theme, &row.title)).truncate())),
            2 => {
                let proposal = cx.snapshot.proposals.get(row.proposal);
                ui.label(proposal.map_or("", |proposal| &proposal.code));
            }
            3 => {
                let short = obstacle_text(row.obstacle).short();
                ui.add(egui::Label::new(cx.text.of(&short)).truncate());
            }
            4 => drop(ui.add(egui::Label::new(&row.owner).truncate())),
            _ => drop(ui.label(cx.text.label(row.status))),
        }
    });
    if let Some(remedy) = chosen.and_then(at) {
        cx.push(Action::Select(Selection::Remedy(remedy.id)));
    }
}

fn due(cx: &Cx<'_>, remedy: &Remedy) -> String {
    remedy.due.map_or_else(|| "–".to_owned(), |due| cx.text.day(due))
}

fn due_cell(ui: &mut Ui, cx: &Cx<'_>, remedy: &Remedy) {
    let late = remedy.status.is_open() && remedy.due.is_some_and(|due| due < cx.today);
    ui.label(due(cx, remedy));
    if late {
        let words = cx.text.get(msg!("late"));
        let icon = Icon::Warning.text(&cx.theme).color(cx.theme.colours.warn);
        ui.label(icon).on_hover_text(words);
    }
}

fn rows<'a>(cx: &Cx<'a>, list: &ListState, all: bool) -> Vec<&'a Remedy> {
    let wanted = fold(list.filter.trim());
    let mut rows: Vec<_> = cx
        .snapshot
        .remedies
        .iter()
        .filter(|remedy| all || remedy.status.is_open())
        .filter(|remedy| {
            let code = cx.snapshot.proposals.get(remedy.proposal).map(|it| &*it.code);
            let words = [&remedy.title, &remedy.text, &remedy.owner, code.unwrap_or_default()];
            words.iter().any(|words| fold(words).contains(&wanted))
        })
        .collect();
    // By due date; those without one come last.
    rows.sort_by_key(|row| (row.due.is_none(), row.due, row.id));
    match list.sort {
        1 => top::sort(&mut rows, list, |row| fold(&row.title)),
        2 => top::sort(&mut rows, list, |row| {
            cx.snapshot.proposals.get(row.proposal).map(|proposal| fold(&proposal.code))
        }),
        3 => top::sort(&mut rows, list, |row| row.obstacle),
        4 => top::sort(&mut rows, list, |row| fold(&row.owner)),
        5 => top::sort(&mut rows, list, |row| row.status),
        _ if list.descending => rows.reverse(),
        _ => {}
    }
    rows
}
