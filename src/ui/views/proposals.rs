//! The list of proposals.

use egui::{PointerButton, Ui};

use super::top::{self, Top};
use crate::analysis::{Rule, alerts};
use crate::command::Screen;
use crate::document::blank;
use crate::library::aim_text;
use crate::model::words::fold;
use crate::model::{Aim, AimList, Keyed, Proposal, ProposalId, Slot, Table};
use crate::report::Subject;
use crate::text::msg;
use crate::ui::cx::Cx;
use crate::ui::icon::Icon;
use crate::ui::inspector::{adopted_yet_fails, alert_words, page};
use crate::ui::state::{ListState, RowKey, Selection, ViewState};
use crate::ui::views::{Draw, PageOf, View};
use crate::ui::widgets::{
    By, Chip, Column, Key, List, asks_all, caption, drop_down, option_value, said_above, sort,
    strong, tally_bar, tally_words,
};

/// The screen's description.
pub(super) const VIEW: View = View {
    icon: Icon::Proposals,
    hint: |_| msg!("hint-list"),
    help: msg!("help-page-proposals"),
    more_help: None,
    count: Some(|snapshot| snapshot.proposals.len()),
    add: |_| Some(blank::proposal),
    can_filter: true,
    inspects: |_| true,
    tables: &[
        Table::Proposals,
        Table::Sponsors,
        Table::Rivals,
        Table::AimTags,
        Table::Briefs,
        Table::Polls,
    ],
    asks_all: |state| asks_all(&COLUMNS, &state.lists[Screen::Proposals]),
    page: |showing| {
        let subject = if showing.on_proposal { Subject::Brief } else { Subject::Proposals };
        PageOf::Screen(subject)
    },
    lists: Some(Table::Proposals),
    draw: Draw::Dossier(show),
};

const COLUMNS: [Column<Slot>; 6] = [
    Column::new(msg!("column-code"), 120.0, |cx, slot| {
        proposal(cx, slot).map_or_else(String::new, |it| it.code.clone())
    })
    .drawn(|ui, cx, slot| {
        if let Some(proposal) = proposal(cx, slot) {
            ui.label(strong(&cx.theme, &proposal.code));
            alert_icon(ui, cx, proposal.id);
        }
    }),
    Column::new(msg!("field-title"), 0.0, |cx, slot| {
        proposal(cx, slot).map_or("", |it| cx.text.of(&it.title)).to_owned()
    })
    .by(|cx, slot| Key::words(proposal(cx, slot).map(|it| cx.text.of(&it.title)))),
    Column::new(msg!("field-status"), 130.0, |cx, slot| {
        proposal(cx, slot).map_or("", |it| cx.text.label(it.status)).to_owned()
    })
    .by(|cx, slot| Key::number(proposal(cx, slot).map(|it| it.status as i64))),
    Column::new(msg!("field-measure"), 120.0, |cx, slot| {
        let measure = proposal(cx, slot).map(|it| it.measure);
        measure.map_or("", |it| cx.text.label_or(it, msg!("not-filled-in"))).to_owned()
    })
    .by(|cx, slot| {
        let measure = proposal(cx, slot).and_then(|it| it.measure);
        Key::number(measure.map(|it| it as i64))
    }),
    Column::new(msg!("column-stances"), 120.0, |cx, slot| {
        let column = cx.figures.coalition().column(*slot);
        column.map_or_else(String::new, |it| tally_words(cx.text, &it.tally))
    })
    .drawn(stances)
    .by(|cx, slot| {
        let column = cx.figures.coalition().column(*slot);
        Key::number(column.map(|it| it.tally.can_live_with().into()))
    })
    .of_all_cells(),
    Column::new(msg!("rule-consensus"), 90.0, |cx, slot| {
        let column = cx.figures.coalition().column(*slot);
        let outcome = column.map(|it| it.adoption.under(Rule::Consensus));
        outcome.map_or("", |it| cx.text.label(it)).to_owned()
    })
    .drawn(|ui, cx, slot| {
        if let Some(column) = cx.figures.coalition().column(*slot) {
            let words = ui.label(cx.text.label(column.adoption.under(Rule::Consensus)));
            if let Some(why) = adopted_yet_fails(cx, *slot, column) {
                ui.label(Icon::Info.text(&cx.theme).color(cx.theme.colours.muted))
                    .on_hover_text(why);
                words.on_hover_text(why);
            }
        }
    })
    .by(|cx, slot| {
        let column = cx.figures.coalition().column(*slot);
        Key::number(column.map(|it| it.adoption.under(Rule::Consensus) as i64))
    })
    .of_all_cells(),
];

fn proposal<'a>(cx: &Cx<'a>, slot: &Slot) -> Option<&'a Proposal> {
    cx.snapshot.proposals.at(*slot)
}

/// The stances of all parties, as a bar.
fn stances(ui: &mut Ui, cx: &Cx<'_>, slot: &Slot) {
    let Some(column) = cx.figures.coalition().column(*slot) else { return };
    let size = egui::vec2(ui.available_width() - 8.0, cx.theme.sizes.space.s);
    let (rect, response) = ui.allocate_exact_size(size, egui::Sense::hover());
    tally_bar(ui.painter(), &cx.theme, rect, &column.tally);
    let words = || tally_words(cx.text, &column.tally);
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Image, true, words()));
    if response.hovered() {
        said_above(&response, words());
    }
}

/// Draws the screen.
fn show(ui: &mut Ui, cx: &Cx<'_>, state: &mut ViewState) {
    if let Some(id) = state.page_of() {
        state.focus_filter = false;
        if page(ui, cx, state, id).is_some() {
            return;
        }
        // It was deleted, or its creation undone.
        state.page = None;
    }
    let shown = (state.lists[Screen::Proposals].clone(), state.aim);
    let rows =
        cx.rows(ui, "proposals", shown, || rows(cx, &state.lists[Screen::Proposals], state.aim));
    let list = &mut state.lists[Screen::Proposals];
    let top = Top {
        title: cx.text.get(msg!("screen-proposals")),
        shown: rows.len(),
        all: cx.snapshot.proposals.len(),
        add: Some(cx.text.get(msg!("add-proposal"))),
    };
    top::show(ui, cx, list, &mut state.focus_filter, &top);
    aims(ui, cx, &mut state.aim);
    if rows.is_empty() {
        let filtered = !list.filter.is_empty() || state.aim.is_some();
        return top::nothing(ui, cx, &top, filtered, cx.text.get(msg!("proposals-empty")));
    }
    let selected = state.selection.proposal();
    let selected = selected.and_then(|id| cx.snapshot.proposals.slot(id));
    let selected = selected.and_then(|slot| rows.iter().position(|row| *row == slot));
    let table = List::new("proposals", Screen::Proposals, &COLUMNS, rows.len())
        .selected(selected)
        .of(|cx, slot| proposal(cx, slot).map(|it| RowKey::Record(it.record_id())))
        .own();
    let name = |slot: &Slot| {
        proposal(cx, slot)
            .map_or_else(String::new, |it| format!("{}, {}", it.code, cx.text.of(&it.title)))
    };
    let chosen = table.show(ui, cx, state, |row| rows.get(row), name);
    if let Some((proposal, by)) = chosen.and_then(|(slot, by)| Some((proposal(cx, slot)?, by))) {
        let twice = || ui.input(|it| it.pointer.button_double_clicked(PointerButton::Primary));
        if by == By::Opening && twice() {
            // It is opened to be read: the next letter must not replace a text.
            state.focus_inspector = false;
            state.open_page(proposal.id);
            return;
        }
        by.select(cx, state, Selection::Proposal(proposal.id));
    }
}

/// An icon if something in the user's own brief needs attention.
fn alert_icon(ui: &mut Ui, cx: &Cx<'_>, proposal: ProposalId) {
    let alerts = alerts(cx.snapshot, proposal, cx.today);
    if alerts.is_empty() {
        return;
    }
    let words: Vec<_> = alerts.iter().map(|alert| alert_words(cx, *alert)).collect();
    let icon = Icon::Warning.text(&cx.theme).color(cx.theme.colours.warn);
    ui.label(icon).on_hover_text(words.join("\n"));
}

/// A menu of the aims, each with the number of proposals that serve it; at most one is selected.
fn aims(ui: &mut Ui, cx: &Cx<'_>, chosen: &mut Option<Aim>) {
    let text = cx.text;
    let count = |aim: Aim| cx.snapshot.aim_tags.iter().filter(|tag| tag.aim == aim).count();
    let words = match *chosen {
        Some(aim) => {
            let name = aim_text(aim).name();
            text.with(msg!("filter-aim"), &[("value", text.of(&name).into())])
        }
        None => text.get(msg!("all-aims")).to_owned(),
    };
    let response = Chip::new(&words).active(chosen.is_some()).menu().show(ui, &cx.theme);
    drop_down(&response).width(cx.theme.sizes.space.xxl * 9.0).show(|ui| {
        option_value(ui, chosen, None, text.get(msg!("all-aims")));
        for list in AimList::ALL {
            ui.label(caption(&cx.theme, text.label(*list)));
            for aim in Aim::ALL.iter().filter(|aim| aim.list() == *list) {
                let name = aim_text(*aim).name();
                let words = format!("{}  {}", text.of(&name), count(*aim));
                option_value(ui, chosen, Some(*aim), words);
            }
        }
    });
    ui.add_space(cx.theme.sizes.space.s);
}

fn rows(cx: &Cx<'_>, list: &ListState, aim: Option<Aim>) -> Vec<Slot> {
    let serves = |id| {
        aim.is_none_or(|aim| {
            cx.snapshot.aim_tags.iter().any(|tag| tag.proposal == id && tag.aim == aim)
        })
    };
    let wanted = fold(list.filter.trim());
    let matches = |slot: &Slot| {
        cx.snapshot.proposals.at(*slot).is_some_and(|proposal| {
            serves(proposal.id)
                && (wanted.is_empty()
                    || [
                        &proposal.code,
                        &proposal.title.en,
                        &proposal.title.nl,
                        &proposal.summary.en,
                        &proposal.summary.nl,
                    ]
                    .iter()
                    .any(|words| fold(words).contains(&wanted)))
        })
    };
    // Already sorted by code.
    let mut rows: Vec<_> = cx.figures.proposals().iter().copied().filter(matches).collect();
    sort(&mut rows, cx, &COLUMNS, list, |slot| slot);
    rows
}
