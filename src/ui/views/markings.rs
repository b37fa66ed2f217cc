//! The markings: how far each record may travel, filtered by kind and marking, and changed
//! together.

use egui::Ui;

use super::top::{self, Top};
use crate::command::Screen;
use crate::explain::record_title;
use crate::model::words::fold;
use crate::model::{Keyed, Marking, Position, RecordId, Speaker, Table};
use crate::report::Subject;
use crate::text::msg;
use crate::ui::cx::{Action, Cx};
use crate::ui::icon::Icon;
use crate::ui::selection::selection_of;
use crate::ui::state::{ListState, MarkingFilter, RowKey, ViewState};
use crate::ui::views::{Draw, PageOf, View};
use crate::ui::widgets::{
    Chip, Column, Key, List, caption, drop_down, marking_chip, muted, option_value, paragraph, sort,
};

/// The screen's description.
pub(super) const VIEW: View = View {
    icon: Icon::Lock,
    hint: |_| msg!("hint-list"),
    help: msg!("help-page-markings"),
    more_help: None,
    count: None,
    add: |_| None,
    can_filter: true,
    inspects: |_| true,
    // It lists records of all tables, but each has a screen of its own.
    tables: &[],
    asks_all: |_| false,
    page: |_| PageOf::Screen(Subject::All),
    lists: None,
    draw: Draw::Dossier(show),
};

const COLUMNS: [Column<MarkedRow>; 3] = [
    Column::new(msg!("column-kind"), 150.0, |cx, row: &MarkedRow| {
        cx.text.label(row.record.table).to_owned()
    }),
    Column::new(msg!("column-what"), 0.0, |_, row: &MarkedRow| row.title.clone())
        .strong()
        .by(|_, row| Key::Words(row.folded.clone())),
    Column::new(msg!("field-marking"), 270.0, |cx, row: &MarkedRow| {
        marking(cx, row).label().to_owned()
    })
    .drawn(|ui, cx, row| {
        marking_chip(ui, &cx.theme, marking(cx, row));
        if row.marking.is_none() {
            ui.label(caption(&cx.theme, cx.text.get(msg!("marking-of-dossier"))));
        }
    })
    .by(|cx, row| Key::Number(marking(cx, row) as i64)),
];

/// The marking in force: its own, or else that of the dossier.
fn marking(cx: &Cx<'_>, row: &MarkedRow) -> Marking {
    row.marking.unwrap_or(cx.snapshot.dossier.marking)
}

/// A record that has a marking.
struct MarkedRow {
    record: RecordId,
    title: String,
    // The title in the form used for searching and sorting.
    folded: String,
    marking: Option<Marking>,
}

/// Draws the screen.
fn show(ui: &mut Ui, cx: &Cx<'_>, state: &mut ViewState) {
    let all = cx.kept(ui, egui::Id::unique("markings"), || gather(cx));
    let shown = (state.lists[Screen::Markings].clone(), state.marking_filter);
    let rows = cx.rows(ui, "markings", shown, || {
        rows(cx, &all, &state.lists[Screen::Markings], state.marking_filter)
    });
    let at = |row: usize| rows.get(row).and_then(|place| all.get(*place));
    let top = Top {
        title: cx.text.get(msg!("screen-markings")),
        shown: rows.len(),
        all: all.len(),
        add: None,
    };
    top::show(ui, cx, &mut state.lists[Screen::Markings], &mut state.focus_filter, &top);
    paragraph(ui, muted(&cx.theme, cx.text.get(msg!("markings-about"))));
    filters(ui, cx, &mut state.marking_filter, rows.len(), || {
        rows.iter().filter_map(|place| Some(all.get(*place)?.record)).collect()
    });
    ui.add_space(cx.theme.sizes.space.s);
    if rows.is_empty() {
        let filtered =
            !state.lists[Screen::Markings].filter.is_empty() || !state.marking_filter.is_empty();
        return top::nothing(ui, cx, &top, filtered, cx.text.get(msg!("markings-empty")));
    }
    let list = List::new("markings", Screen::Markings, &COLUMNS, rows.len())
        .of(|_, row| Some(RowKey::Record(row.record)))
        .own();
    let name = |row: &MarkedRow| {
        let kind = cx.text.label(row.record.table);
        format!("{kind}, {}, {}", row.title, marking(cx, row).label())
    };
    let chosen = list.show(ui, cx, state, at, name);
    if let Some((row, by)) = chosen
        && let Some(selection) = selection_of(cx.snapshot, row.record)
    {
        by.select(cx, state, selection);
    }
}

/// The filters by kind and marking, and the menu that marks everything listed.
fn filters(
    ui: &mut Ui,
    cx: &Cx<'_>,
    filter: &mut MarkingFilter,
    count: usize,
    records: impl Fn() -> Vec<RecordId>,
) {
    let text = cx.text;
    ui.horizontal(|ui| {
        let words = filter.table.map_or(text.get(msg!("markings-every-kind")), |it| text.label(it));
        let chip = Chip::new(words).active(filter.table.is_some()).menu().show(ui, &cx.theme);
        drop_down(&chip).accessible_name(text.get(msg!("column-kind"))).show(|ui| {
            let tables = markable().map(Some);
            for table in [None].into_iter().chain(tables) {
                let words =
                    table.map_or(text.get(msg!("markings-every-kind")), |it| text.label(it));
                option_value(ui, &mut filter.table, table, words);
            }
        });
        let own = text
            .with(msg!("marking-own"), &[("marking", cx.snapshot.dossier.marking.label().into())]);
        let label = |wanted: Option<Option<Marking>>| match wanted {
            None => text.get(msg!("markings-every-marking")),
            Some(None) => own.as_str(),
            Some(Some(marking)) => marking.label(),
        };
        let words = label(filter.marking).to_owned();
        let chip = Chip::new(&words).active(filter.marking.is_some()).menu().show(ui, &cx.theme);
        drop_down(&chip).accessible_name(text.get(msg!("field-marking"))).show(|ui| {
            let markings = [None].into_iter().chain(Marking::ALL.iter().copied().map(Some));
            for wanted in [None].into_iter().chain(markings.map(Some)) {
                option_value(ui, &mut filter.marking, wanted, label(wanted));
            }
        });
        ui.add_enabled_ui(!cx.read_only && count > 0, |ui| {
            let words = text.with(msg!("markings-mark"), &[("count", count.into())]);
            let chip = Chip::new(&words).menu().show(ui, &cx.theme);
            drop_down(&chip).accessible_name(&words).show(|ui| {
                for marking in [None].into_iter().chain(Marking::ALL.iter().copied().map(Some)) {
                    if ui.button(label(Some(marking))).clicked() {
                        cx.push(Action::AskMark(records(), marking));
                    }
                }
            });
        });
    });
}

/// The tables whose records have a marking.
fn markable() -> impl Iterator<Item = Table> {
    let all = Table::ALL.iter().copied();
    all.filter(|table| *table != Table::Dossier && table.has_marking())
}

fn gather(cx: &Cx<'_>) -> Vec<MarkedRow> {
    let snapshot = cx.snapshot;
    let of_arenas = snapshot.arena_records().filter_map(|mut record| {
        let marking = *record.marking_mut()?;
        let id = record.record_id();
        Some(row(id, record_title(cx.text, snapshot, id), marking))
    });
    let groups = snapshot.group_positions.iter().cloned();
    let parties = snapshot.positions.iter().filter_map(|entry| snapshot.position(entry));
    let entries = groups.chain(parties);
    let entries = entries.map(|it| row(it.id.into(), entry_title(cx, &it), it.marking));
    let mut rows: Vec<_> = of_arenas.chain(entries).collect();
    rows.sort_by(|a, b| (a.record.table, &a.folded).cmp(&(b.record.table, &b.folded)));
    rows
}

fn row(record: RecordId, title: String, marking: Option<Marking>) -> MarkedRow {
    MarkedRow { record, folded: fold(&title), title, marking }
}

/// Who said it, on what and when; looked up directly, as there can be close to a million.
fn entry_title(cx: &Cx<'_>, entry: &Position) -> String {
    let snapshot = cx.snapshot;
    let who = match entry.by {
        Speaker::Party(id) => snapshot.parties.get(id).map(|it| cx.text.of(&it.name)),
        Speaker::Group(id) => snapshot.groups.get(id).map(|it| it.code.as_str()),
    };
    let what = snapshot.proposals.get(entry.proposal).map(|it| it.code.as_str());
    format!("{}, {}, {}", who.unwrap_or("?"), what.unwrap_or("?"), cx.text.day(entry.date))
}

// Indices of the matching rows.
fn rows(cx: &Cx<'_>, all: &[MarkedRow], list: &ListState, filter: MarkingFilter) -> Vec<usize> {
    let wanted = fold(list.filter.trim());
    let mut rows: Vec<_> = all
        .iter()
        .enumerate()
        .filter(|(_, row)| filter.table.is_none_or(|table| row.record.table == table))
        .filter(|(_, row)| filter.marking.is_none_or(|marking| row.marking == marking))
        .filter(|(_, row)| wanted.is_empty() || row.folded.contains(&wanted))
        .collect();
    sort(&mut rows, cx, &COLUMNS, list, |(_, row)| row);
    rows.into_iter().map(|(place, _)| place).collect()
}
