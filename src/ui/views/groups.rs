//! The list of groups.

use egui::Ui;

use super::top::{self, Top};
use crate::command::Screen;
use crate::document::blank;
use crate::model::words::{fold, natural_cmp};
use crate::model::{Group, Slot, Table};
use crate::report::Subject;
use crate::text::msg;
use crate::ui::cx::Cx;
use crate::ui::icon::Icon;
use crate::ui::state::{ListState, RowKey, Selection, ViewState};
use crate::ui::views::{Draw, PageOf, View};
use crate::ui::widgets::{Column, Key, List, sort};

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
    // It lists the groups of each party.
    page: |_| PageOf::Nearest(Subject::Parties),
    lists: None,
    draw: Draw::Dossier(show),
};

/// A group, and how many members it has on the day shown.
type GroupRow = (Slot, usize);

const COLUMNS: [Column<GroupRow>; 4] = [
    Column::new(msg!("column-code"), 130.0, |cx, (slot, _): &GroupRow| {
        group(cx, *slot).map_or_else(String::new, |it| it.code.clone())
    })
    .strong()
    .up_to(200.0),
    Column::new(msg!("field-name"), 0.0, |cx, (slot, _): &GroupRow| {
        group(cx, *slot).map_or("", |it| cx.text.of(&it.name)).to_owned()
    })
    .by(|cx, (slot, _)| Key::words(group(cx, *slot).map(|it| cx.text.of(&it.name)))),
    Column::new(msg!("field-kind"), 140.0, |cx, (slot, _): &GroupRow| {
        group(cx, *slot).map_or("", |it| cx.text.label(it.kind)).to_owned()
    })
    .by(|cx, (slot, _)| Key::number(group(cx, *slot).map(|it| it.kind as i64))),
    Column::new(msg!("column-members"), 90.0, |_, (_, members): &GroupRow| members.to_string())
        .by(|_, (_, members)| Key::Number(*members as i64)),
];

fn group<'a>(cx: &Cx<'a>, slot: Slot) -> Option<&'a Group> {
    cx.snapshot.groups.at(slot)
}

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
    let selected = rows.iter().position(|(slot, _)| {
        group(cx, *slot).is_some_and(|it| state.selection == Selection::Group(it.id))
    });
    let table = List::new("groups", Screen::Groups, &COLUMNS, rows.len())
        .selected(selected)
        .of(|cx, (slot, _)| group(cx, *slot).map(|it| RowKey::Record(it.record_id())))
        .own();
    let name = |(slot, members): &GroupRow| {
        group(cx, *slot).map_or_else(String::new, |group| {
            format!("{}, {}, {members}", group.code, cx.text.of(&group.name))
        })
    };
    let chosen = table.show(ui, cx, state, |row| rows.get(row), name);
    if let Some((group, by)) = chosen.and_then(|((slot, _), by)| Some((group(cx, *slot)?, by))) {
        by.select(cx, state, Selection::Group(group.id));
    }
}

fn rows(cx: &Cx<'_>, list: &ListState) -> Vec<GroupRow> {
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
    let mut rows: Vec<_> = rows.into_iter().map(|(slot, _, members)| (slot, members)).collect();
    sort(&mut rows, cx, &COLUMNS, list, |row| row);
    rows
}
