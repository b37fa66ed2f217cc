//! The list of proposals.

use egui::{Popup, Ui};

use super::top::{self, Top};
use crate::analysis::{Rule, alerts};
use crate::command::Screen;
use crate::document::blank;
use crate::library::aim_text;
use crate::model::words::fold;
use crate::model::{Aim, AimList, Keyed, ProposalId, Slot, Table};
use crate::text::msg;
use crate::ui::cx::{Action, Cx};
use crate::ui::icon::Icon;
use crate::ui::inspector::alert_words;
use crate::ui::state::{ListState, Selection, ViewState};
use crate::ui::views::{Draw, View};
use crate::ui::widgets::{Chip, Column, List, caption, strong, tally_bar, tally_words};

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
    asks_all: |state| asks_all(&state.lists[Screen::Proposals]),
    draw: Draw::Dossier(show),
};

const COLUMNS: [Column; 6] = [
    Column { name: msg!("column-code"), width: 120.0 },
    Column { name: msg!("field-title"), width: 0.0 },
    Column { name: msg!("field-status"), width: 130.0 },
    Column { name: msg!("field-measure"), width: 120.0 },
    Column { name: msg!("column-stances"), width: 120.0 },
    Column { name: msg!("rule-consensus"), width: 90.0 },
];

/// Draws the screen.
fn show(ui: &mut Ui, cx: &Cx<'_>, state: &mut ViewState) {
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
    let at = |row: usize| rows.get(row).and_then(|slot| cx.snapshot.proposals.at(*slot));
    let selected = state.selection.proposal();
    let selected = selected.and_then(|id| cx.snapshot.proposals.slot(id));
    let table = List {
        id: "proposals",
        columns: &COLUMNS,
        rows: rows.len(),
        selected: selected.and_then(|slot| rows.iter().position(|row| *row == slot)),
    };
    let name =
        |row| at(row).map_or_else(String::new, |p| format!("{}, {}", p.code, cx.text.of(&p.title)));
    let chosen = table.show(ui, cx, list, name, |ui, row, column| {
        if let Some(proposal) = at(row) {
            let figures = cx.figures.coalition().column(rows[row]);
            match column {
                0 => {
                    ui.label(strong(&cx.theme, &proposal.code));
                    alert_icon(ui, cx, proposal.id);
                }
                1 => drop(ui.add(egui::Label::new(cx.text.of(&proposal.title)).truncate())),
                2 => drop(ui.label(cx.text.label(proposal.status))),
                3 => drop(ui.label(cx.text.label_or(proposal.measure, msg!("not-filled-in")))),
                4 => {
                    if let Some(figures) = figures {
                        let size = egui::vec2(ui.available_width() - 8.0, cx.theme.sizes.space.s);
                        let (rect, response) = ui.allocate_exact_size(size, egui::Sense::hover());
                        tally_bar(ui.painter(), &cx.theme, rect, &figures.tally);
                        let words = || tally_words(cx.text, &figures.tally);
                        response.widget_info(|| {
                            egui::WidgetInfo::labeled(egui::Role::Image, true, words())
                        });
                        response.on_hover_ui(|ui| drop(ui.label(words())));
                    }
                }
                _ => {
                    if let Some(figures) = figures {
                        let outcome = figures.adoption.under(Rule::Consensus);
                        ui.label(cx.text.label(outcome));
                    }
                }
            }
        }
    });
    if let Some(proposal) = chosen.and_then(at) {
        cx.push(Action::Select(Selection::Proposal(proposal.id)));
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

/// A menu of the aims, each with the number of proposals that serve it; one or none is selected.
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
    Popup::menu(&response).width(cx.theme.sizes.space.xxl * 9.0).show(|ui| {
        ui.selectable_value(chosen, None, text.get(msg!("all-aims")));
        for list in AimList::ALL {
            ui.label(caption(&cx.theme, text.label(*list)));
            for aim in Aim::ALL.iter().filter(|aim| aim.list() == *list) {
                let name = aim_text(*aim).name();
                let words = format!("{}  {}", text.of(&name), count(*aim));
                ui.selectable_value(chosen, Some(*aim), words);
            }
        }
    });
    ui.add_space(cx.theme.sizes.space.s);
}

/// Whether the sort order takes every cell of the matrix.
fn asks_all(list: &ListState) -> bool {
    matches!(list.sort, 4 | 5)
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
    let at = |slot: &Slot| cx.snapshot.proposals.at(*slot);
    let column = |slot: &Slot| cx.figures.coalition().column(*slot);
    match list.sort {
        1 => top::sort(&mut rows, list, |slot| at(slot).map(|p| fold(cx.text.of(&p.title)))),
        2 => top::sort(&mut rows, list, |slot| at(slot).map(|p| p.status)),
        3 => top::sort(&mut rows, list, |slot| at(slot).map(|p| p.measure)),
        4 => top::sort(&mut rows, list, |slot| column(slot).map(|c| c.tally.can_live_with())),
        5 => top::sort(&mut rows, list, |slot| column(slot).map(|c| c.adoption.consensus)),
        _ if list.descending => rows.reverse(),
        _ => {}
    }
    rows
}
