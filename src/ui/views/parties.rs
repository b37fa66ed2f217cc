//! The list of parties.

use egui::Ui;

use super::top::{self, Top};
use crate::command::Screen;
use crate::document::blank;
use crate::library::GoBy;
use crate::model::words::fold;
use crate::model::{CampBasis, Party, Slot, Table};
use crate::report::Subject;
use crate::text::msg;
use crate::ui::cx::Cx;
use crate::ui::icon::Icon;
use crate::ui::state::{ListState, RowKey, Selection, ViewState};
use crate::ui::views::{Draw, PageOf, View};
use crate::ui::widgets::{Column, Key, List, camp_icon, sort};

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
    page: |showing| {
        let of_one = showing.view.selection.party().map(|_| Subject::Party);
        let of_part = showing.of_part.then_some(Subject::Matrix);
        PageOf::Screen(of_part.or(of_one).unwrap_or(Subject::Parties))
    },
    lists: Some(Table::Parties),
    draw: Draw::Dossier(show),
};

const COLUMNS: [Column<Slot>; 6] = [
    Column::new(msg!("field-name"), 0.0, |cx, slot| {
        party(cx, slot).map_or_else(String::new, |it| cx.text.of(&it.name).to_owned())
    })
    .strong(),
    Column::new(msg!("column-code"), 76.0, |cx, slot| {
        party(cx, slot).map_or_else(String::new, |it| it.code.clone())
    })
    .by(|cx, slot| Key::words(party(cx, slot).map(|it| &*it.code))),
    Column::new(msg!("field-kind"), 120.0, |cx, slot| {
        party(cx, slot).map_or("", |it| cx.text.label(it.kind)).to_owned()
    })
    .by(|cx, slot| Key::number(party(cx, slot).map(|it| it.kind as i64))),
    Column::new(msg!("field-region"), 110.0, |cx, slot| {
        party(cx, slot).map_or("", |it| cx.text.region(&it.region)).to_owned()
    })
    .by(|cx, slot| Key::words(party(cx, slot).map(|it| &*it.region))),
    Column::new(msg!("column-camp"), 160.0, |cx, slot| {
        let reading = cx.figures.coalition().camps.get(*slot);
        reading.map_or("", |it| cx.text.label(it.camp)).to_owned()
    })
    .drawn(camp)
    .by(|cx, slot| Key::Number(cx.figures.camps().camp(*slot) as i64)),
    Column::new(msg!("column-index"), 72.0, |cx, slot| {
        index(cx, *slot).map_or_else(|| "–".to_owned(), |index| cx.text.index(index))
    })
    .muted()
    .by(|cx, slot| Key::fraction(index(cx, *slot))),
];

fn party<'a>(cx: &Cx<'a>, slot: &Slot) -> Option<&'a Party> {
    cx.snapshot.parties.at(*slot)
}

/// The extent to which it voted with the multistakeholder side on contested roll calls.
fn index(cx: &Cx<'_>, slot: Slot) -> Option<f64> {
    cx.figures.camps().get(slot)?.index
}

/// Its camp, and whether the user assigned it.
fn camp(ui: &mut Ui, cx: &Cx<'_>, slot: &Slot) {
    let Some(reading) = cx.figures.coalition().camps.get(*slot) else { return };
    ui.label(camp_icon(reading.camp).text(&cx.theme));
    ui.label(cx.text.label(reading.camp));
    if reading.basis == CampBasis::User {
        let words = cx.text.label(CampBasis::User);
        ui.label(Icon::Edit.text(&cx.theme).color(cx.theme.colours.accent)).on_hover_text(words);
    }
}

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
    let selected = state.selection.party().and_then(|id| cx.snapshot.parties.slot(id));
    let selected = selected.and_then(|slot| rows.iter().position(|row| *row == slot));
    let table = List::new("parties", Screen::Parties, &COLUMNS, rows.len())
        .selected(selected)
        .of(|cx, slot| party(cx, slot).map(|it| RowKey::Record(it.record_id())))
        .own();
    let name = |slot: &Slot| {
        let camp = cx.text.label(cx.figures.coalition().camps.camp(*slot));
        let party = party(cx, slot).map_or("", |party| cx.text.of(&party.name));
        format!("{party}, {camp}")
    };
    let chosen = table.show(ui, cx, state, |row| rows.get(row), name);
    if let Some((party, by)) = chosen.and_then(|(slot, by)| Some((party(cx, slot)?, by))) {
        by.select(cx, state, Selection::Party(party.id));
    }
}

fn rows(cx: &Cx<'_>, list: &ListState) -> Vec<Slot> {
    let wanted = fold(list.filter.trim());
    let called = cx.snapshot.also_called(&list.filter);
    let named = GoBy::new(&list.filter);
    let matches = |slot: &Slot| {
        cx.snapshot.parties.at(*slot).is_some_and(|party| {
            wanted.is_empty()
                || [&party.code, &party.name.en, &party.name.nl, &party.region, &party.subregion]
                    .iter()
                    .any(|words| fold(words).contains(&wanted))
                || named.has(party)
                || called.contains(&party.id)
        })
    };
    // Already sorted by name.
    let mut rows: Vec<_> = cx.figures.parties().iter().copied().filter(matches).collect();
    sort(&mut rows, cx, &COLUMNS, list, |slot| slot);
    rows
}
