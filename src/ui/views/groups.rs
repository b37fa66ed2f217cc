//! The list of groups.

use egui::Ui;

use super::top::{self, Top};
use crate::command::Screen;
use crate::document::blank;
use crate::model::words::{fold, natural_cmp};
use crate::model::{Slot, Table};
use crate::text::msg;
use crate::ui::cx::{Action, Cx};
use crate::ui::icon::Icon;
use crate::ui::state::{ListState, Selection, ViewState};
use crate::ui::views::{Draw, View};
use crate::ui::widgets::{Column, List, strong};

/// The screen's description.
pub(super) const VIEW: View = View {
    icon: Icon::Groups,
    hint: |_| msg!("hint-list"),
    help: msg!("help-page-groups"),
    more_help: None,
    count: Some(|snapshot| snapshot.groups.len()),
    add: |_| Some(blank::group),
    can_filter: true,
    inspects: |_| true,
    tables: &[Table::Groups, Table::Memberships],
    asks_all: |_| false,
    draw: Draw::Dossier(show),
};

const COLUMNS: [Column; 4] = [
    Column { name: msg!("column-code"), width: 130.0 },
    Column { name: msg!("field-name"), width: 0.0 },
    Column { name: msg!("field-kind"), width: 140.0 },
    Column { name: msg!("column-members"), width: 90.0 },
];

/// Draws the screen.
fn show(ui: &mut Ui, cx: &Cx<'_>, state: &mut ViewState) {
    let rows = cx.rows(ui, "groups", state.lists[Screen::Groups].clone(), || {
        rows(cx, &state.lists[Screen::Groups])
    });
    let list = &mut state.lists[Screen::Groups];
    let top = Top {
        title: cx.text.get(msg!("screen-groups")),
        shown: rows.len(),
        all: cx.snapshot.groups.len(),
        add: Some(cx.text.get(msg!("add-group"))),
    };
    top::show(ui, cx, list, &mut state.focus_filter, &top);
    if rows.is_empty() {
        let filtered = !list.filter.is_empty();
        return top::nothing(ui, cx, &top, filtered, cx.text.get(msg!("groups-empty")));
    }
    let table = List {
        id: "groups",
        columns: &COLUMNS,
        rows: rows.len(),
        selected: rows.iter().position(|(row, _)| {
            let group = cx.snapshot.groups.at(*row);
            group.is_some_and(|group| state.selection == Selection::Group(group.id))
        }),
    };
    let at = |row: usize| {
        let (slot, members) = *rows.get(row)?;
        Some((cx.snapshot.groups.at(slot)?, members))
    };
    let name = |row: usize| {
        at(row).map_or_else(String::new, |(group, members)| {
            format!("{}, {}, {members}", group.code, cx.text.of(&group.name))
        })
    };
    let chosen = table.show(ui, cx, list, name, |ui, row, column| {
        let Some((group, members)) = at(row) else { return };
        match column {
            0 => drop(ui.label(strong(&cx.theme, &group.code))),
            1 => drop(ui.add(egui::Label::new(cx.text.of(&group.name)).truncate())),
            2 => drop(ui.label(cx.text.label(group.kind))),
            _ => drop(ui.label(members.to_string())),
        }
    });
    if let Some((group, _)) = chosen.and_then(at) {
        cx.push(Action::Select(Selection::Group(group.id)));
    }
}

// Each group with its number of members on the day shown.
fn rows(cx: &Cx<'_>, list: &ListState) -> Vec<(Slot, usize)> {
    let wanted = fold(list.filter.trim());
    let mut members = std::collections::BTreeMap::new();
    for membership in cx.snapshot.memberships.iter().filter(|m| m.holds_on(cx.as_of)) {
        *members.entry(membership.group).or_insert(0) += 1;
    }
    let mut rows: Vec<_> = cx
        .snapshot
        .groups
        .slots()
        .filter(|(_, group)| {
            let words = [&group.code, &group.name.en, &group.name.nl];
            words.iter().any(|words| fold(words).contains(&wanted))
        })
        .map(|(slot, group)| (slot, group, members.get(&group.id).copied().unwrap_or_default()))
        .collect();
    rows.sort_by(|(_, a, _), (_, b, _)| natural_cmp(&a.code, &b.code));
    match list.sort {
        1 => top::sort(&mut rows, list, |(_, group, _)| fold(cx.text.of(&group.name))),
        2 => top::sort(&mut rows, list, |(_, group, _)| group.kind),
        3 => top::sort(&mut rows, list, |(_, _, members)| *members),
        _ if list.descending => rows.reverse(),
        _ => {}
    }
    rows.into_iter().map(|(slot, _, members)| (slot, members)).collect()
}
