//! The screen of scenarios: the effects of each, compared with today.

use egui::{Grid, Response, ScrollArea, StrokeKind, Ui};

use super::top::{self, Top};
use crate::analysis::{
    CountsAs, Idle, MOST_COMPARED, Seat, Standing, World, idle, moves, scenarios, seats, touched,
    worlds,
};
use crate::command::Screen;
use crate::document::blank;
use crate::explain::{cheapest_moves, whole_line};
use crate::model::words::fold;
use crate::model::{
    Camp, Keyed, PartyId, Procedure, ProposalId, Scenario, ScenarioId, ScenarioMove, Slot, Speaker,
    Stance, Table, stance,
};
use crate::report::Subject;
use crate::text::{lower, msg};
use crate::ui::cx::{Action, Cx};
use crate::ui::icon::Icon;
use crate::ui::state::{Selection, ViewState};
use crate::ui::views::{Draw, PageOf, View};
use crate::ui::widgets::{
    Names, Pieces, acts, button, camp_icon, caption, drop_down, line, link, linked, muted,
    paragraph, plain, strong, tally_bar, tally_words,
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
    page: |_| PageOf::Screen(Subject::Scenario),
    lists: None,
    draw: Draw::Dossier(show),
};

/// The width of a column of the comparison: the least, so that today and three scenarios fit a
/// small screen, and the most.
const COLUMN: [f32; 2] = [4.5, 13.0];

/// The width of the column before them.
const NAMES: f32 = 5.5;

/// The width of everything before and after the name of a scenario.
const BEHIND: f32 = 11.0;

/// The comparison: each proposal with its standing in every world.
struct Compared {
    // The name of each world but the first, which is today.
    names: Vec<String>,
    rows: Vec<(ProposalId, Vec<Cell>)>,
    // Assumptions that change nothing, and why.
    idle: Vec<String>,
}

/// A proposal in a world.
struct Cell {
    standing: Standing,
    cheapest: Pieces,
    // The proposals decided together with it, and their standing.
    whole: Option<Pieces>,
    // Those who count each way, in the order of `CountsAs`, and those waiting for their capitals.
    who: [Vec<PartyId>; 4],
    waiting: Vec<PartyId>,
    // Those in each camp with their stances, in the order of `Camp::ALL`, sorted by stance.
    camps: [Vec<(PartyId, Option<Stance>)>; 4],
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
    let room = ui.available_width();
    ScrollArea::both().auto_shrink(false).show(ui, |ui| {
        for scenario in &shown {
            ui.push_id(scenario.id.0, |ui| row(ui, cx, state, scenario, (&compared, room)));
        }
        ui.add_space(cx.theme.sizes.space.l);
        comparison(ui, cx, state, &compared, room);
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
fn row(
    ui: &mut Ui,
    cx: &Cx<'_>,
    state: &mut ViewState,
    it: &Scenario,
    (compared, room): (&[ScenarioId], f32),
) {
    let (theme, text) = (&cx.theme, cx.text);
    ui.horizontal(|ui| {
        ui.set_min_height(theme.sizes.row.list);
        let mut chosen = compared.contains(&it.id);
        let free = chosen || compared.len() < MOST_COMPARED;
        let words = text.with(msg!("what-if-compare"), &[("scenario", it.name.as_str().into())]);
        let check = ui.add_enabled(free, egui::Checkbox::without_text(&mut chosen));
        let check = check.accessible_name(&*words);
        let full = text.get(msg!("what-if-three"));
        if check.on_hover_text(&*words).on_disabled_hover_text(full).changed() {
            let mut now = compared.to_vec();
            now.retain(|id| *id != it.id);
            now.extend(chosen.then_some(it.id));
            state.what_if.compared = Some(now);
        }
        let selected = state.selection == Selection::Scenario(it.id);
        let name = egui::Button::selectable(selected, strong(theme, &*it.name)).truncate();
        let name = ui.scope(|ui| {
            // Whatever follows a long name stays in view.
            ui.set_max_width(room - theme.sizes.space.xxl * BEHIND);
            ui.add(name).accessible_name(&*it.name)
        });
        acts::menu_of(cx, &name.inner, it.record_id());
        if name.inner.clicked() {
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

fn comparison(ui: &mut Ui, cx: &Cx<'_>, state: &mut ViewState, chosen: &[ScenarioId], room: f32) {
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
    for words in &found.idle {
        ui.horizontal_top(|ui| {
            ui.set_max_width(room);
            ui.label(Icon::Info.text(theme).color(theme.colours.muted));
            paragraph(ui, words.as_str());
        });
    }
    let space = &theme.sizes.space;
    let shared = (room - space.xxl * NAMES) / (found.names.len() + 1) as f32 - space.l;
    let width = shared.clamp(space.xxl * COLUMN[0], space.xxl * COLUMN[1]);
    Grid::new("beside").spacing([space.l, space.xs]).max_col_width(width).show(ui, |ui| {
        for (id, cells) in &found.rows {
            let Some(proposal) = cx.snapshot.proposals.get(*id) else { continue };
            if link(ui, theme, &proposal.code).on_hover_text(text.of(&proposal.title)).clicked() {
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
                    let who = &cell.who[*of as usize];
                    number(ui, cx, (now, today), text.label(*of), (*id, who));
                });
            }
            if cells.iter().any(|it| it.standing.holds > 0) {
                part(ui, cx, text.get(msg!("column-hold")), cells, |ui, cell| {
                    let now = cell.standing.holds;
                    let today = cells.first().map_or(now, |it| it.standing.holds);
                    let name = text.get(msg!("column-hold"));
                    number(ui, cx, (now, today), name, (*id, &cell.waiting));
                });
            }
            part(ui, cx, text.get(msg!("column-cheapest")), cells, |ui, cell| {
                sentence(ui, cx, width, Some(&cell.cheapest));
            });
            if cells.iter().any(|it| it.whole.is_some()) {
                part(ui, cx, text.get(msg!("column-together")), cells, |ui, cell| {
                    sentence(ui, cx, width, cell.whole.as_ref());
                });
            }
            for camp in Camp::ALL {
                let any = cells.iter().any(|it| it.standing.column.camp(*camp).total() > 0);
                if any {
                    let name = text.label(*camp);
                    ui.horizontal(|ui| {
                        ui.label(camp_icon(*camp).text(theme).color(theme.colours.muted));
                        ui.label(muted(theme, name));
                    });
                    cells.iter().for_each(|cell| bar(ui, cx, *camp, (*id, cell), width));
                    ui.end_row();
                }
            }
            ui.label("");
            ui.end_row();
        }
    });
}

/// A line of the comparison: what it is, and a cell for each world.
fn part(ui: &mut Ui, cx: &Cx<'_>, name: &str, cells: &[Cell], draw: impl Fn(&mut Ui, &Cell)) {
    ui.label(muted(&cx.theme, name));
    for cell in cells {
        draw(ui, cell);
    }
    ui.end_row();
}

/// Words as wide as a column, in which names lead somewhere.
fn sentence(ui: &mut Ui, cx: &Cx<'_>, width: f32, words: Option<&Pieces>) {
    ui.vertical(|ui| {
        ui.set_width(width);
        let led = words.and_then(|words| linked(ui, &cx.theme, words, plain));
        if let Some(to) = led {
            cx.push(Action::Select(to));
        }
    });
}

/// The verdict; if it differs from today's, that is said in words.
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

/// A number, and its difference from today's; it opens the list of those it counts.
fn number(
    ui: &mut Ui,
    cx: &Cx<'_>,
    (now, today): (usize, usize),
    name: &str,
    (proposal, who): (ProposalId, &[PartyId]),
) {
    let (theme, text) = (&cx.theme, cx.text);
    let words = text.count(now);
    let more = text.count(now.abs_diff(today));
    let words = match now.cmp(&today) {
        std::cmp::Ordering::Equal => words,
        std::cmp::Ordering::Greater => format!("{words} (+{more})"),
        std::cmp::Ordering::Less => format!("{words} (−{more})"),
    };
    let name = format!("{name}: {words}");
    let shown = if now == today { egui::RichText::new(words) } else { strong(theme, words) };
    if who.is_empty() {
        ui.label(shown);
        return;
    }
    let figure = ui.add(egui::Link::new(shown.color(theme.colours.accent)));
    let figure = figure.accessible_name(&*name);
    let named = who.iter().filter_map(|id| cx.snapshot.parties.get(*id));
    let named = named.map(|party| (party.id, text.of(&party.name).to_owned()));
    entries(cx, &figure, &name, proposal, named);
}

/// The menu of those a figure counts; each leads to its entries on the proposal.
fn entries(
    cx: &Cx<'_>,
    figure: &Response,
    name: &str,
    proposal: ProposalId,
    who: impl Iterator<Item = (PartyId, String)>,
) {
    drop_down(figure).accessible_name(name).show(|ui| {
        let tallest = cx.theme.sizes.space.xxl * 10.0;
        ScrollArea::vertical().max_height(tallest).show(ui, |ui| {
            for (party, words) in who {
                if ui.button(words).clicked() {
                    cx.push(Action::Select(Selection::Cell(proposal, party)));
                    ui.close();
                }
            }
        });
    });
}

/// How a camp divides, as a bar; it opens the list of the camp.
fn bar(ui: &mut Ui, cx: &Cx<'_>, camp: Camp, (proposal, cell): (ProposalId, &Cell), width: f32) {
    let sizes = &cx.theme.sizes;
    let size = egui::vec2(width - sizes.space.l, sizes.space.m);
    let (rect, response) = ui.allocate_exact_size(size, egui::Sense::click());
    let tally = cell.standing.column.camp(camp);
    tally_bar(ui.painter(), &cx.theme, rect, tally);
    if response.has_focus() {
        ui.painter().rect_stroke(
            rect,
            cx.theme.corner(),
            cx.theme.focus_ring(),
            StrokeKind::Outside,
        );
    }
    let words = format!("{}: {}", cx.text.label(camp), lower(&tally_words(cx.text, tally)));
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Button, true, words.as_str()));
    let named = cell.camps[camp as usize].iter().filter_map(|(id, stance)| {
        let party = cx.snapshot.parties.get(*id)?;
        Some((*id, format!("{} {}", stance::sign(*stance), cx.text.of(&party.name))))
    });
    entries(cx, &response, &words, proposal, named);
    response.on_hover_text(words);
}

fn work(cx: &Cx<'_>, chosen: &[ScenarioId], by: Procedure) -> Compared {
    let worlds = worlds(cx.snapshot, chosen, cx.as_of);
    let cell = |world: &World, (slot, code): (Slot, &str), names: &Names| {
        let standing = world.standing(slot, by);
        let way = cheapest_moves(cx.text, &world.snapshot, &standing.cheapest);
        let cheapest = names.within(&way);
        let whole = standing.whole.as_ref();
        let whole = whole.map(|it| whole_line(cx.text, &world.snapshot, Some(code), it));
        let whole = whole.map(|it| names.within(&it));
        let (mut who, mut waiting) = ([const { Vec::new() }; 4], Vec::new());
        let mut seats = seats(&world.snapshot, &world.coalition, slot, by);
        let name = |seat: &Seat| {
            world.snapshot.parties.at(seat.party).map(|it| fold(cx.text.of(&it.name)))
        };
        seats.sort_by_cached_key(name);
        for seat in seats {
            let Some(party) = world.snapshot.parties.at(seat.party) else { continue };
            who[seat.decider.counts_as as usize].push(party.id);
            waiting.extend(seat.hold.then_some(party.id));
        }
        let camps = in_camps(cx, world, slot);
        Cell { standing, cheapest, whole, who, waiting, camps }
    };
    let all = chosen.iter().flat_map(|id| moves(cx.snapshot, *id));
    let idle = all.filter_map(|it| idle_words(cx, it)).collect();
    let on = touched(cx.snapshot, chosen).into_iter().filter_map(|id| {
        let slot = cx.snapshot.proposals.slot(id)?;
        let code = &*cx.snapshot.proposals.at(slot)?.code;
        let names = Names::on(cx.text, cx.snapshot, id);
        Some((id, worlds.iter().map(|world| cell(world, (slot, code), &names)).collect()))
    });
    let name = |id: &ScenarioId| cx.snapshot.scenarios.get(*id).map(|it| it.name.clone());
    let named = chosen.iter().filter_map(name).collect();
    Compared { rows: on.collect(), names: named, idle }
}

/// Those in each camp, with their stances on a proposal in a world.
fn in_camps(cx: &Cx<'_>, world: &World, on: Slot) -> [Vec<(PartyId, Option<Stance>)>; 4] {
    let place = |it: Option<Stance>| stance::ORDER.iter().position(|one| *one == it);
    let mut camps = [const { Vec::new() }; 4];
    let mut all: Vec<_> = world.snapshot.parties.slots().collect();
    let stance = |slot: Slot| world.coalition.stance(on, slot);
    all.sort_by_cached_key(|(slot, it)| (place(stance(*slot)), fold(cx.text.of(&it.name))));
    for (slot, party) in all {
        let camp = world.coalition.camps.camp(slot);
        camps[camp as usize].push((party.id, stance(slot)));
    }
    camps
}

/// Why a move changes nothing, in words.
fn idle_words(cx: &Cx<'_>, it: &ScenarioMove) -> Option<String> {
    let (snapshot, text) = (cx.snapshot, cx.text);
    let why = idle(snapshot, cx.figures.coalition(), it)?;
    let who = match it.by {
        Speaker::Party(id) => snapshot.parties.get(id).map(|it| text.of(&it.name)),
        Speaker::Group(id) => snapshot.groups.get(id).map(|it| text.of(&it.name)),
    };
    let (id, count) = match why {
        Idle::AllSpoke(count) => (msg!("what-if-all-spoke"), count),
        Idle::NoMembers => (msg!("what-if-no-members"), 0),
        Idle::AlreadyThere => (msg!("what-if-already"), 0),
    };
    let values = [
        ("scenario", snapshot.scenarios.get(it.scenario)?.name.as_str().into()),
        ("who", who?.into()),
        ("proposal", snapshot.proposals.get(it.proposal)?.code.as_str().into()),
        ("stance", stance::sign(it.stance).into()),
        ("count", count.into()),
    ];
    Some(text.with(id, &values))
}
