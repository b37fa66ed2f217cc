//! What if: the scenarios, and what each would change, beside today.

use egui::{Grid, ScrollArea, Ui};

use super::top::{self, Top};
use crate::analysis::{
    CountsAs, MOST_COMPARED, Standing, World, moves, scenarios, touched, worlds,
};
use crate::command::Screen;
use crate::document::blank;
use crate::explain::cheapest_moves;
use crate::model::words::fold;
use crate::model::{Camp, Keyed, Procedure, ProposalId, Scenario, ScenarioId, Table};
use crate::text::{lower, msg};
use crate::ui::cx::{Action, Cx};
use crate::ui::icon::Icon;
use crate::ui::state::{Selection, ViewState};
use crate::ui::views::{Draw, View};
use crate::ui::widgets::{
    button, camp_icon, caption, line, link, muted, paragraph, strong, tally_bar, tally_words,
};

/// The screen's description.
pub(super) const VIEW: View = View {
    icon: Icon::Rising,
    hint: |_| msg!("hint-what-if"),
    help: msg!("help-page-what-if"),
    more_help: None,
    count: Some(|snapshot| snapshot.scenarios.len()),
    add: |_| Some(blank::scenario),
    can_filter: true,
    inspects: |_| true,
    tables: &[Table::Scenarios, Table::ScenarioMoves],
    asks_all: |_| false,
    draw: Draw::Dossier(show),
};

/// The width of a column of the comparison, so that today and three scenarios fit a small screen.
const COLUMN: f32 = 4.5;

/// What is compared: each proposal with its standing in every world.
struct Compared {
    // The name of each world but the first, which is today.
    names: Vec<String>,
    rows: Vec<(ProposalId, Vec<Cell>)>,
}

/// A proposal in a world.
struct Cell {
    standing: Standing,
    cheapest: String,
}

/// Draws the screen.
fn show(ui: &mut Ui, cx: &Cx<'_>, state: &mut ViewState) {
    let all = scenarios(cx.snapshot);
    let list = &mut state.lists[Screen::WhatIf];
    let wanted = fold(list.filter.trim());
    let shown: Vec<_> = all.iter().copied().filter(|it| fold(&it.name).contains(&wanted)).collect();
    let top = Top {
        title: cx.text.get(msg!("screen-what-if")),
        shown: shown.len(),
        all: all.len(),
        add: Some(cx.text.get(msg!("add-scenario"))),
    };
    top::show(ui, cx, list, &mut state.focus_filter, &top);
    paragraph(ui, muted(&cx.theme, cx.text.get(msg!("what-if-about"))));
    ui.add_space(cx.theme.sizes.space.s);
    if shown.is_empty() {
        let filtered = !wanted.is_empty();
        return top::nothing(ui, cx, &top, filtered, cx.text.get(msg!("what-if-empty")));
    }
    let compared = compared(state, &all);
    ScrollArea::both().auto_shrink(false).show(ui, |ui| {
        for scenario in &shown {
            ui.push_id(scenario.id.0, |ui| row(ui, cx, state, scenario, &compared));
        }
        ui.add_space(cx.theme.sizes.space.l);
        comparison(ui, cx, state, &compared);
    });
}

/// The scenarios that are compared with today: those chosen, or the first ones.
fn compared(state: &mut ViewState, all: &[&Scenario]) -> Vec<ScenarioId> {
    let there = |id: &ScenarioId| all.iter().any(|it| it.id == *id);
    match &mut state.what_if.compared {
        Some(chosen) => {
            chosen.retain(there);
            chosen.clone()
        }
        None => all.iter().take(MOST_COMPARED).map(|it| it.id).collect(),
    }
}

/// One scenario: whether it is compared, its name, how much it assumes, and the way to its matrix.
fn row(ui: &mut Ui, cx: &Cx<'_>, state: &mut ViewState, it: &Scenario, compared: &[ScenarioId]) {
    let (theme, text) = (&cx.theme, cx.text);
    ui.horizontal(|ui| {
        ui.set_min_height(theme.sizes.row.list);
        let mut chosen = compared.contains(&it.id);
        let room = chosen || compared.len() < MOST_COMPARED;
        let words = text.with(msg!("what-if-compare"), &[("scenario", it.name.as_str().into())]);
        let check = ui.add_enabled(room, egui::Checkbox::without_text(&mut chosen));
        let check = check.accessible_name(&*words);
        let full = text.get(msg!("what-if-three"));
        if check.on_hover_text(&*words).on_disabled_hover_text(full).changed() {
            let mut now = compared.to_vec();
            now.retain(|id| *id != it.id);
            now.extend(chosen.then_some(it.id));
            state.what_if.compared = Some(now);
        }
        let selected = state.selection == Selection::Scenario(it.id);
        let name = egui::Button::selectable(selected, strong(theme, &*it.name));
        if ui.add(name).accessible_name(&*it.name).clicked() {
            cx.push(Action::Select(Selection::Scenario(it.id)));
        }
        let count = moves(cx.snapshot, it.id).count();
        let words = text.with(msg!("what-if-moves"), &[("count", count.into())]);
        ui.label(caption(theme, words));
        let words = text.get(msg!("what-if-look"));
        let name = format!("{words}: {}", it.name);
        if button(ui, theme, Some(Icon::Matrix), words).accessible_name(name).clicked() {
            cx.push(Action::LookUnder(Some(it.id)));
        }
    });
}

fn comparison(ui: &mut Ui, cx: &Cx<'_>, state: &mut ViewState, chosen: &[ScenarioId]) {
    let (theme, text) = (&cx.theme, cx.text);
    ui.horizontal(|ui| {
        ui.label(strong(theme, text.get(msg!("what-if-beside"))));
        for one in Procedure::ALL.iter().filter(|it| it.rule().is_some()) {
            let words = text.label(*one);
            if ui.selectable_label(state.what_if.procedure == *one, words).clicked() {
                state.what_if.procedure = *one;
            }
        }
    });
    let by = state.what_if.procedure;
    let key = (chosen.to_vec(), by, text.language());
    let found = cx.kept_for(ui, egui::Id::unique("what-if"), key, || work(cx, chosen, by));
    if found.rows.is_empty() {
        return drop(paragraph(ui, muted(theme, text.get(msg!("what-if-no-moves")))));
    }
    let space = &theme.sizes.space;
    Grid::new("beside").spacing([space.l, space.xs]).max_col_width(space.xxl * COLUMN).show(
        ui,
        |ui| {
            for (id, cells) in &found.rows {
                let Some(proposal) = cx.snapshot.proposals.get(*id) else { continue };
                if link(ui, theme, &proposal.code).on_hover_text(text.of(&proposal.title)).clicked()
                {
                    cx.push(Action::Select(Selection::Proposal(*id)));
                }
                ui.label(caption(theme, text.get(msg!("scenario-today"))));
                for name in &found.names {
                    line(ui, strong(theme, &**name));
                }
                ui.end_row();
                part(ui, cx, text.label(by), cells, |ui, cell| verdict(ui, cx, cell, cells));
                for of in CountsAs::ALL {
                    part(ui, cx, text.label(*of), cells, |ui, cell| {
                        let now = cell.standing.count(*of);
                        let today = cells.first().map_or(now, |it| it.standing.count(*of));
                        number(ui, cx, now, today);
                    });
                }
                if cells.iter().any(|it| it.standing.holds > 0) {
                    part(ui, cx, text.get(msg!("column-hold")), cells, |ui, cell| {
                        let now = cell.standing.holds;
                        number(ui, cx, now, cells.first().map_or(now, |it| it.standing.holds));
                    });
                }
                part(ui, cx, text.get(msg!("column-cheapest")), cells, |ui, cell| {
                    ui.vertical(|ui| {
                        ui.set_width(space.xxl * COLUMN);
                        paragraph(ui, &*cell.cheapest);
                    });
                });
                for camp in Camp::ALL {
                    let any = cells.iter().any(|it| it.standing.column.camp(*camp).total() > 0);
                    if any {
                        let name = text.label(*camp);
                        ui.horizontal(|ui| {
                            ui.label(camp_icon(*camp).text(theme).color(theme.colours.muted));
                            ui.label(muted(theme, name));
                        });
                        cells.iter().for_each(|cell| bar(ui, cx, *camp, cell));
                        ui.end_row();
                    }
                }
                ui.label("");
                ui.end_row();
            }
        },
    );
}

/// A line of the comparison: what it is, and a cell for each world.
fn part(ui: &mut Ui, cx: &Cx<'_>, name: &str, cells: &[Cell], draw: impl Fn(&mut Ui, &Cell)) {
    ui.label(muted(&cx.theme, name));
    for cell in cells {
        draw(ui, cell);
    }
    ui.end_row();
}

/// The verdict; if it is another than today, that is said in words.
fn verdict(ui: &mut Ui, cx: &Cx<'_>, cell: &Cell, cells: &[Cell]) {
    let now = cell.standing.verdict;
    let today = cells.first().map(|it| it.standing.verdict);
    let words = cx.text.label(now);
    if let Some(today) = today.filter(|today| *today != now) {
        let today = lower(cx.text.label(today));
        let values = [("verdict", words.into()), ("today", today.into())];
        let words = cx.text.with(msg!("what-if-turns"), &values);
        ui.label(strong(&cx.theme, words).color(cx.theme.colours.accent));
    } else {
        ui.label(strong(&cx.theme, words));
    }
}

/// A number, and how far it is from today's.
fn number(ui: &mut Ui, cx: &Cx<'_>, now: usize, today: usize) {
    let words = cx.text.count(now);
    let more = cx.text.count(now.abs_diff(today));
    let words = match now.cmp(&today) {
        std::cmp::Ordering::Equal => words,
        std::cmp::Ordering::Greater => format!("{words} (+{more})"),
        std::cmp::Ordering::Less => format!("{words} (−{more})"),
    };
    if now == today {
        ui.label(words)
    } else {
        ui.label(strong(&cx.theme, words))
    };
}

/// How a camp divides, as a bar.
fn bar(ui: &mut Ui, cx: &Cx<'_>, camp: Camp, cell: &Cell) {
    let sizes = &cx.theme.sizes;
    let size = egui::vec2(sizes.space.xxl * (COLUMN - 0.5), sizes.space.m);
    let (rect, response) = ui.allocate_exact_size(size, egui::Sense::hover());
    let tally = cell.standing.column.camp(camp);
    tally_bar(ui.painter(), &cx.theme, rect, tally);
    let words = format!("{}: {}", cx.text.label(camp), lower(&tally_words(cx.text, tally)));
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Image, true, words.as_str()));
    response.on_hover_text(words);
}

fn work(cx: &Cx<'_>, chosen: &[ScenarioId], by: Procedure) -> Compared {
    let worlds = worlds(cx.snapshot, chosen, cx.as_of);
    let cell = |world: &World, slot| {
        let standing = world.standing(slot, by);
        let cheapest = cheapest_moves(cx.text, &world.snapshot, &standing.cheapest);
        Cell { standing, cheapest }
    };
    let on = touched(cx.snapshot, chosen).into_iter().filter_map(|id| {
        let slot = cx.snapshot.proposals.slot(id)?;
        Some((id, worlds.iter().map(|world| cell(world, slot)).collect()))
    });
    let name = |id: &ScenarioId| cx.snapshot.scenarios.get(*id).map(|it| it.name.clone());
    let named = chosen.iter().filter_map(name).collect();
    Compared { rows: on.collect(), names: named }
}
