//! The filters of the matrix, as chips in a row.

use std::collections::BTreeSet;

use egui::{Popup, PopupCloseBehavior, ScrollArea, TextEdit, Ui};

use super::{Filter, Sort};
use crate::analysis::Rule;
use crate::model::words::natural_cmp;
use crate::model::{Camp, Keyed, Stance, Status, stance};
use crate::text::Arg;
use crate::ui::cx::{Action, Cx};
use crate::ui::state::ViewState;
use crate::ui::widgets::{Chip, day_menu, icon_button};
use crate::ui::icon::Icon;
use crate::command::Command;

/// Draws the chips.
pub fn show(ui: &mut Ui, cx: &Cx<'_>, state: &mut ViewState) {
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = egui::Vec2::splat(cx.theme.sizes.space.xs);
        search(ui, cx, state);
        rule(ui, cx, &mut state.matrix.rule);
        as_of(ui, cx, state);
        let filter = &mut state.matrix.filter;
        let all = cx.text.get("all-camps");
        option(ui, cx, "filter-camp", all, &mut filter.camp, &camps(cx));
        let all = cx.text.get("all-regions");
        option(ui, cx, "filter-region", all, &mut filter.region, &regions(cx));
        let all = cx.text.get("all-groups");
        option(ui, cx, "filter-group", all, &mut filter.group, &groups(cx));
        let all = cx.text.get("all-stances");
        option(ui, cx, "filter-stance", all, &mut filter.stance, &stances(cx));
        let all = cx.text.get("all-statuses");
        option(ui, cx, "filter-status", all, &mut filter.status, &statuses(cx));
        sort(ui, cx, &mut filter.sort);
        let words = Command::Transpose.label(cx.text);
        let transposed = state.matrix.transposed;
        if Chip::new(words).active(transposed).show(ui, &cx.theme).clicked() {
            cx.push(Action::Command(Command::Transpose));
        }
        if state.matrix.filter.is_active() {
            let words = cx.text.get("filter-clear");
            if icon_button(ui, &cx.theme, Icon::Close, words).clicked() {
                let sort = state.matrix.filter.sort;
                state.matrix.filter = Filter { sort, ..Filter::default() };
            }
        }
    });
}

fn search(ui: &mut Ui, cx: &Cx<'_>, state: &mut ViewState) {
    let name = cx.text.get("matrix-search");
    let field = TextEdit::singleline(&mut state.matrix.filter.text)
        .hint_text(name)
        .desired_width(cx.theme.sizes.space.xxl * 3.5);
    let response = ui.add(field).accessible_name(name);
    if std::mem::take(&mut state.focus_filter) {
        response.request_focus();
    }
    if response.has_focus() && ui.input(|input| input.key_pressed(egui::Key::ArrowDown))
        || response.lost_focus() && ui.input(|input| input.key_pressed(egui::Key::Enter))
    {
        // Down or Enter goes on to the cells.
        state.matrix.refocus = true;
        response.surrender_focus();
    }
}

fn rule(ui: &mut Ui, cx: &Cx<'_>, rule: &mut Rule) {
    let words = cx.text.with("filter-rule", &[("rule", cx.text.label(*rule).into())]);
    let response = Chip::new(&words).active(true).menu().show(ui, &cx.theme);
    Popup::menu(&response).show(|ui| {
        for option in Rule::ALL {
            ui.selectable_value(rule, *option, cx.text.label(*option));
        }
    });
}

fn as_of(ui: &mut Ui, cx: &Cx<'_>, state: &mut ViewState) {
    let words = cx.text.with("filter-as-of", &[("day", cx.text.day(cx.as_of).into())]);
    let active = state.as_of.is_some();
    let response = Chip::new(&words).active(active).menu().show(ui, &cx.theme);
    if let Some(day) = day_menu(cx, &response, cx.as_of, &words) {
        state.as_of = (day != cx.today).then_some(day);
    }
    if active {
        let words = cx.text.get("filter-today");
        if icon_button(ui, &cx.theme, Icon::Close, words).clicked() {
            state.as_of = None;
        }
    }
}

fn sort(ui: &mut Ui, cx: &Cx<'_>, sort: &mut Sort) {
    let words = cx.text.with("filter-sort", &[("sort", cx.text.label(*sort).into())]);
    let response = Chip::new(&words).menu().show(ui, &cx.theme);
    Popup::menu(&response).show(|ui| {
        for option in Sort::ALL {
            ui.selectable_value(sort, *option, cx.text.label(*option));
        }
    });
}

/// A chip with a menu of values, of which one or none is chosen.
fn option<T: Clone + PartialEq>(
    ui: &mut Ui,
    cx: &Cx<'_>,
    name: &str,
    all: &str,
    chosen: &mut Option<T>,
    options: &[(T, String)],
) {
    let found = chosen.as_ref().and_then(|value| options.iter().find(|(other, _)| other == value));
    let words = match found {
        Some((_, words)) => cx.text.with(name, &[("value", Arg::from(words.as_str()))]),
        None => all.to_owned(),
    };
    let response = Chip::new(&words).active(chosen.is_some()).menu().show(ui, &cx.theme);
    Popup::menu(&response).close_behavior(PopupCloseBehavior::CloseOnClick).show(|ui| {
        ScrollArea::vertical().max_height(cx.theme.sizes.space.xxl * 10.0).show(ui, |ui| {
            ui.selectable_value(chosen, None, all);
            for (value, words) in options {
                ui.selectable_value(chosen, Some(value.clone()), words.as_str());
            }
        });
    });
}

fn camps(cx: &Cx<'_>) -> Vec<(Camp, String)> {
    Camp::ALL.iter().map(|camp| (*camp, cx.text.label(*camp).to_owned())).collect()
}

fn regions(cx: &Cx<'_>) -> Vec<(String, String)> {
    let regions: BTreeSet<_> = cx.snapshot.parties.iter().map(|party| &party.region).collect();
    let named = regions.into_iter().filter(|region| !region.is_empty());
    named.map(|region| (region.clone(), region.clone())).collect()
}

fn groups(cx: &Cx<'_>) -> Vec<(crate::model::GroupId, String)> {
    let mut groups: Vec<_> =
        cx.snapshot.groups.iter().map(|group| (group.id, group.code.clone())).collect();
    groups.sort_by(|(_, a), (_, b)| natural_cmp(a, b));
    groups
}

fn stances(cx: &Cx<'_>) -> Vec<(Option<Stance>, String)> {
    let all = Stance::ALL.iter().map(|stance| Some(*stance)).chain([None]);
    all.map(|it| (it, format!("{}  {}", stance::sign(it), cx.text.stance(it)))).collect()
}

fn statuses(cx: &Cx<'_>) -> Vec<(Status, String)> {
    Status::ALL.iter().map(|status| (*status, cx.text.label(*status).to_owned())).collect()
}
