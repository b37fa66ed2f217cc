//! The comments: remarks on records, and those still waiting for an answer.

use egui::Ui;

use super::top::{self, Top};
use crate::command::Screen;
use crate::explain::record_title;
use crate::model::words::fold;
use crate::model::{Comment, Slot, Table};
use crate::report::Subject;
use crate::text::msg;
use crate::ui::cx::Cx;
use crate::ui::icon::Icon;
use crate::ui::selection::selection_of;
use crate::ui::state::{Foot, ListState, RowKey, ViewState};
use crate::ui::views::{Draw, PageOf, View};
use crate::ui::widgets::{Chip, Column, Key, List, muted, sort};

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
    page: |_| PageOf::Nearest(Subject::Matrix),
    lists: None,
    draw: Draw::Dossier(show),
};

const COLUMNS: [Column<Slot>; 5] = [
    Column::new(msg!("history-when"), 150.0, |cx, slot| {
        comment(cx, slot).map_or_else(String::new, |it| cx.text.moment(it.made))
    }),
    Column::new(msg!("field-author"), 130.0, |cx, slot| {
        comment(cx, slot).map_or_else(String::new, |it| it.author.clone())
    })
    .by(|cx, slot| Key::words(comment(cx, slot).map(|it| &*it.author))),
    Column::new(msg!("column-about"), 220.0, |cx, slot| {
        comment(cx, slot).map_or_else(String::new, |it| about(cx, it))
    })
    .strong()
    .by(|cx, slot| Key::words(comment(cx, slot).map(|it| about(cx, it)).as_deref())),
    Column::new(msg!("table-comments"), 0.0, |cx, slot| {
        let first = comment(cx, slot).and_then(|it| it.text.lines().next());
        first.unwrap_or_default().to_owned()
    })
    .by(|cx, slot| Key::words(comment(cx, slot).map(|it| &*it.text))),
    Column::new(msg!("field-status"), 130.0, |cx, slot| status(cx, slot).1.to_owned())
        .drawn(|ui, cx, slot| {
            let (icon, words) = status(cx, slot);
            ui.label(icon.text(&cx.theme));
            ui.label(muted(&cx.theme, words));
        })
        .by(|cx, slot| Key::number(comment(cx, slot).map(|it| i64::from(it.resolved)))),
];

/// Whether a comment waits for an answer.
fn status(cx: &Cx<'_>, slot: &Slot) -> (Icon, &'static str) {
    if comment(cx, slot).is_some_and(|it| it.resolved) {
        (Icon::Check, cx.text.get(msg!("comment-resolved")))
    } else {
        (Icon::Comment, cx.text.get(msg!("comment-open")))
    }
}

fn comment<'a>(cx: &Cx<'a>, slot: &Slot) -> Option<&'a Comment> {
    cx.snapshot.comments.at(*slot)
}

/// Draws the screen.
fn show(ui: &mut Ui, cx: &Cx<'_>, state: &mut ViewState) {
    let shown = (state.lists[Screen::Comments].clone(), state.all_comments);
    let rows = cx.rows(ui, "comments", shown, || {
        rows(cx, &state.lists[Screen::Comments], state.all_comments)
    });
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
    let list = List::new("comments", Screen::Comments, &COLUMNS, rows.len())
        .of(|cx, slot| comment(cx, slot).map(|it| RowKey::Record(it.record_id())))
        .own();
    let name = |slot: &Slot| {
        comment(cx, slot).map_or_else(String::new, |it| format!("{}, {}", about(cx, it), it.text))
    };
    let chosen = list.show(ui, cx, state, |row| rows.get(row), name);
    if let Some((comment, by)) = chosen.and_then(|(slot, by)| Some((comment(cx, slot)?, by)))
        && let Some(selection) = selection_of(cx.snapshot, comment.about)
    {
        state.foot = Some(Foot::Comments);
        by.select(cx, state, selection);
    }
}

fn about(cx: &Cx<'_>, comment: &Comment) -> String {
    let title = record_title(cx.text, cx.snapshot, comment.about);
    let table = cx.text.label(comment.about.table);
    if title == table { title } else { format!("{table} {title}") }
}

fn rows(cx: &Cx<'_>, list: &ListState, all: bool) -> Vec<Slot> {
    let wanted = fold(list.filter.trim());
    let mut found: Vec<_> = cx
        .snapshot
        .comments
        .slots()
        .filter(|(_, comment)| comment.answers.is_none() && (all || comment.is_open()))
        .filter(|(_, comment)| {
            wanted.is_empty()
                || fold(&comment.text).contains(&wanted)
                || fold(&comment.author).contains(&wanted)
                || fold(&about(cx, comment)).contains(&wanted)
        })
        .collect();
    // The newest first.
    found.sort_by_key(|(_, comment)| std::cmp::Reverse(comment.made));
    let mut rows: Vec<_> = found.into_iter().map(|(slot, _)| slot).collect();
    sort(&mut rows, cx, &COLUMNS, list, |slot| slot);
    rows
}
