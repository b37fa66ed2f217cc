//! The comments: remarks on records, and those still waiting for an answer.

use egui::Ui;

use super::top::{self, Top};
use crate::command::Screen;
use crate::explain::record_title;
use crate::model::words::fold;
use crate::model::{Comment, Table};
use crate::text::msg;
use crate::ui::cx::{Action, Cx};
use crate::ui::icon::Icon;
use crate::ui::selection::selection_of;
use crate::ui::state::{Foot, ListState, ViewState};
use crate::ui::views::{Draw, View};
use crate::ui::widgets::{Chip, Column, List, muted, strong};

/// The screen's description.
pub(super) const VIEW: View = View {
    icon: Icon::Comment,
    hint: |_| msg!("hint-list"),
    help: msg!("help-page-comments"),
    more_help: None,
    count: Some(|snapshot| snapshot.comments.iter().filter(|it| it.is_open()).count()),
    add: |_| None,
    can_filter: true,
    inspects: |_| true,
    tables: &[Table::Comments],
    asks_all: |_| false,
    draw: Draw::Dossier(show),
};

const COLUMNS: [Column; 5] = [
    Column { name: msg!("history-when"), width: 150.0 },
    Column { name: msg!("field-author"), width: 130.0 },
    Column { name: msg!("column-about"), width: 220.0 },
    Column { name: msg!("table-comments"), width: 0.0 },
    Column { name: msg!("field-status"), width: 130.0 },
];

/// Draws the screen.
fn show(ui: &mut Ui, cx: &Cx<'_>, state: &mut ViewState) {
    let shown = (state.lists[Screen::Comments].clone(), state.all_comments);
    let rows = cx.rows(ui, "comments", shown, || {
        let rows = rows(cx, &state.lists[Screen::Comments], state.all_comments);
        rows.iter().filter_map(|row| cx.snapshot.comments.slot(row.id)).collect()
    });
    let at = |row: usize| rows.get(row).and_then(|slot| cx.snapshot.comments.at(*slot));
    let remarks = || cx.snapshot.comments.iter().filter(|comment| comment.answers.is_none());
    let top = Top {
        title: cx.text.get(msg!("screen-comments")),
        shown: rows.len(),
        all: remarks().count(),
        add: None,
    };
    top::show(ui, cx, &mut state.lists[Screen::Comments], &mut state.focus_filter, &top);
    ui.horizontal(|ui| {
        let words = cx.text.get(msg!("comments-all"));
        if Chip::new(words).active(state.all_comments).show(ui, &cx.theme).clicked() {
            state.all_comments = !state.all_comments;
        }
    });
    ui.add_space(cx.theme.sizes.space.s);
    if rows.is_empty() {
        let filtered = !state.lists[Screen::Comments].filter.is_empty();
        return top::nothing(ui, cx, &top, filtered, cx.text.get(msg!("comments-empty")));
    }
    let list = List { id: "comments", columns: &COLUMNS, rows: rows.len(), selected: None };
    let name = |row: usize| {
        at(row).map_or_else(String::new, |row| format!("{}, {}", about(cx, row), row.text))
    };
    let chosen = list.show(ui, cx, &mut state.lists[Screen::Comments], name, |ui, row, column| {
        let Some(row) = at(row) else { return };
        match column {
            0 => drop(ui.label(cx.text.moment(row.made))),
            1 => drop(ui.add(egui::Label::new(&row.author).truncate())),
            2 => drop(ui.add(egui::Label::new(strong(&cx.theme, about(cx, row))).truncate())),
            3 => {
                let first = row.text.lines().next().unwrap_or_default();
                ui.add(egui::Label::new(first).truncate());
            }
            _ => {
                let (icon, words) = if row.resolved {
                    (Icon::Check, msg!("comment-resolved"))
                } else {
                    (Icon::Comment, msg!("comment-open"))
                };
                ui.label(icon.text(&cx.theme));
                ui.label(muted(&cx.theme, cx.text.get(words)));
            }
        }
    });
    if let Some(row) = chosen.and_then(at)
        && let Some(selection) = selection_of(cx.snapshot, row.about)
    {
        state.foot = Some(Foot::Comments);
        cx.push(Action::Select(selection));
    }
}

fn about(cx: &Cx<'_>, comment: &Comment) -> String {
    let title = record_title(cx.text, cx.snapshot, comment.about);
    let table = cx.text.label(comment.about.table);
    if title == table { title } else { format!("{table} {title}") }
}

fn rows<'a>(cx: &Cx<'a>, list: &ListState, all: bool) -> Vec<&'a Comment> {
    let wanted = fold(list.filter.trim());
    let mut rows: Vec<_> = cx
        .snapshot
        .comments
        .iter()
        .filter(|comment| comment.answers.is_none() && (all || comment.is_open()))
        .filter(|comment| {
            wanted.is_empty()
                || fold(&comment.text).contains(&wanted)
                || fold(&comment.author).contains(&wanted)
                || fold(&about(cx, comment)).contains(&wanted)
        })
        .collect();
    match list.sort {
        1 => top::sort(&mut rows, list, |row| fold(&row.author)),
        2 => top::sort(&mut rows, list, |row| fold(&about(cx, row))),
        3 => top::sort(&mut rows, list, |row| fold(&row.text)),
        4 => top::sort(&mut rows, list, |row| row.resolved),
        _ => top::sort(&mut rows, list, |row| std::cmp::Reverse(row.made)),
    }
    rows
}
