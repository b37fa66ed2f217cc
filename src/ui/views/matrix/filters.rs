//! The filters of the matrix, as chips in a row.

use std::collections::BTreeSet;

use egui::{Popup, PopupCloseBehavior, TextEdit, Ui};

use crate::analysis::{Filter, Rule, Sort};
use crate::command::Command;
use crate::model::words::natural_cmp;
use crate::model::{Camp, Keyed, Stance, Status, stance};
use crate::text::{Message, msg};
use crate::ui::cx::{Action, Cx};
use crate::ui::icon::Icon;
use crate::ui::state::ViewState;
use crate::ui::widgets::{
    Chip, When, day_menu, field_label, icon_button, stance_option, text_menu,
};

/// Draws the chips.
pub(super) fn show(ui: &mut Ui, cx: &Cx<'_>, state: &mut ViewState) {
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = egui::Vec2::splat(cx.theme.sizes.space.xs);
        search(ui, cx, state);
        rule(ui, cx, &mut state.matrix.rule);
        as_of(ui, cx, state);
        filter(ui, cx, &mut state.matrix.filter);
        sort(ui, cx, &mut state.matrix.filter.sort);
        let words = Command::Transpose.label(cx.text);
        if icon_button(ui, &cx.theme, Icon::Transpose, words).clicked() {
            cx.push(Action::Command(Command::Transpose));
        }
        in_force(ui, cx, &mut state.matrix.filter);
    });
}

fn search(ui: &mut Ui, cx: &Cx<'_>, state: &mut ViewState) {
    let name = cx.text.get(msg!("matrix-search"));
    let field = TextEdit::singleline(&mut state.matrix.filter.text)
        .id(search_id())
        .hint_text(name)
        .desired_width(cx.theme.sizes.space.xxl * 3.5);
    let response = ui.add(field).accessible_name(name);
    text_menu(ui, cx, &response);
    if state.focus_filter {
        focus_search(ui, state);
    }
    if response.has_focus() && ui.input(|input| input.key_pressed(egui::Key::ArrowDown))
        || response.lost_focus() && ui.input(|input| input.key_pressed(egui::Key::Enter))
    {
        // Down or Enter moves on to the cells.
        state.matrix.refocus = true;
    }
}

fn search_id() -> egui::Id {
    egui::Id::unique(msg!("matrix-search"))
}

/// Focuses the search field, with the cursor after its text.
pub(super) fn focus_search(ui: &Ui, state: &mut ViewState) {
    state.focus_filter = false;
    ui.memory_mut(|memory| memory.request_focus(search_id()));
    let mut field = TextEdit::load_state(ui, search_id()).unwrap_or_default();
    let end = egui::text::CCursor::new(state.matrix.filter.text.chars().count());
    field.cursor.set_char_range(Some(egui::text::CCursorRange::one(end)));
    TextEdit::store_state(ui, search_id(), field);
}

fn rule(ui: &mut Ui, cx: &Cx<'_>, rule: &mut Rule) {
    let words = cx.text.with(msg!("filter-rule"), &[("rule", cx.text.label(*rule).into())]);
    let response = Chip::new(&words).active(true).menu().show(ui, &cx.theme);
    Popup::menu(&response).show(|ui| {
        for option in Rule::ALL {
            ui.selectable_value(rule, *option, cx.text.label(*option));
        }
    });
}

fn as_of(ui: &mut Ui, cx: &Cx<'_>, state: &mut ViewState) {
    let words = cx.text.with(msg!("filter-as-of"), &[("day", cx.text.day(cx.as_of).into())]);
    let active = state.as_of.is_some();
    let response = Chip::new(&words).active(active).menu().show(ui, &cx.theme);
    if let Some(day) = day_menu(cx, &response, cx.as_of, &words, When::Past) {
        state.as_of = (day != cx.today).then_some(day);
    }
    if active {
        let words = cx.text.get(msg!("filter-today"));
        if icon_button(ui, &cx.theme, Icon::Close, words).clicked() {
            state.as_of = None;
        }
    }
}

fn sort(ui: &mut Ui, cx: &Cx<'_>, sort: &mut Sort) {
    let words = cx.text.with(msg!("filter-sort"), &[("sort", cx.text.label(*sort).into())]);
    let response = Chip::new(&words).menu().show(ui, &cx.theme);
    Popup::menu(&response).show(|ui| {
        for option in Sort::ALL {
            ui.selectable_value(sort, *option, cx.text.label(*option));
        }
    });
}

/// The chip that contains all filters, each in a submenu.
fn filter(ui: &mut Ui, cx: &Cx<'_>, filter: &mut Filter) {
    let words = cx.text.get(msg!("filter-all"));
    let response = Chip::new(words).active(filter.is_active()).menu().show(ui, &cx.theme);
    let popup = Popup::menu(&response).close_behavior(PopupCloseBehavior::CloseOnClickOutside);
    popup.width(cx.theme.sizes.space.xxl * 7.0).show(|ui| {
        let text = cx.text;
        row(ui, cx, text.get(msg!("column-camp")), msg!("all-camps"), &mut filter.camp, camps);
        row(
            ui,
            cx,
            text.get(msg!("field-region")),
            msg!("all-regions"),
            &mut filter.region,
            regions,
        );
        row(ui, cx, text.get(msg!("field-group")), msg!("all-groups"), &mut filter.group, groups);
        row(
            ui,
            cx,
            text.get(msg!("field-stance")),
            msg!("all-stances"),
            &mut filter.stance,
            stances,
        );
        row(
            ui,
            cx,
            text.get(msg!("field-status")),
            msg!("all-statuses"),
            &mut filter.status,
            statuses,
        );
        ui.separator();
        let label = field_label(ui, &cx.theme, text.get(msg!("screen-proposals")));
        let name = text.get(msg!("matrix-search-proposals"));
        let field = TextEdit::singleline(&mut filter.proposals).hint_text(name);
        ui.add(field.desired_width(f32::INFINITY)).labelled_by(label.id);
    });
}

/// A submenu with the values of a filter; one or none is selected.
fn row<T: Clone + PartialEq>(
    ui: &mut Ui,
    cx: &Cx<'_>,
    name: &str,
    all: Message,
    chosen: &mut Option<T>,
    options: impl Fn(&Cx<'_>) -> Vec<(T, String)>,
) {
    let all = cx.text.get(all);
    let shown = words_of(cx, chosen.as_ref(), &options).unwrap_or_else(|| all.to_owned());
    ui.menu_button(format!("{name}: {shown}"), |ui| {
        ui.set_min_width(cx.theme.sizes.space.xxl * 5.0);
        egui::ScrollArea::vertical().max_height(cx.theme.sizes.space.xxl * 12.0).show(ui, |ui| {
            let none = [(None, all.to_owned())].into_iter();
            let some = options(cx).into_iter().map(|(value, words)| (Some(value), words));
            for (value, words) in none.chain(some) {
                if ui.selectable_label(*chosen == value, words).clicked() {
                    *chosen = value;
                    ui.close();
                }
            }
        });
    });
}

/// A chip for each active filter; a click removes it.
fn in_force(ui: &mut Ui, cx: &Cx<'_>, filter: &mut Filter) {
    chip(ui, cx, msg!("filter-camp"), &mut filter.camp, camps);
    chip(ui, cx, msg!("filter-region"), &mut filter.region, regions);
    chip(ui, cx, msg!("filter-group"), &mut filter.group, groups);
    chip(ui, cx, msg!("filter-stance"), &mut filter.stance, stances);
    chip(ui, cx, msg!("filter-status"), &mut filter.status, statuses);
    if !filter.proposals.is_empty() {
        let words = [("value", filter.proposals.as_str().into())];
        let words = cx.text.with(msg!("filter-proposals"), &words);
        if Chip::new(&words).active(true).removable().show(ui, &cx.theme).clicked() {
            filter.proposals.clear();
        }
    }
}

fn chip<T: Clone + PartialEq>(
    ui: &mut Ui,
    cx: &Cx<'_>,
    name: Message,
    chosen: &mut Option<T>,
    options: impl Fn(&Cx<'_>) -> Vec<(T, String)>,
) {
    if let Some(words) = words_of(cx, chosen.as_ref(), &options) {
        let words = cx.text.with(name, &[("value", words.into())]);
        if Chip::new(&words).active(true).removable().show(ui, &cx.theme).clicked() {
            *chosen = None;
        }
    }
}

fn words_of<T: PartialEq>(
    cx: &Cx<'_>,
    chosen: Option<&T>,
    options: &impl Fn(&Cx<'_>) -> Vec<(T, String)>,
) -> Option<String> {
    let chosen = chosen?;
    options(cx).into_iter().find(|(value, _)| value == chosen).map(|(_, words)| words)
}

fn camps(cx: &Cx<'_>) -> Vec<(Camp, String)> {
    Camp::ALL.iter().map(|camp| (*camp, cx.text.label(*camp).to_owned())).collect()
}

fn regions(cx: &Cx<'_>) -> Vec<(String, String)> {
    let regions: BTreeSet<_> = cx.snapshot.parties.iter().map(|party| &party.region).collect();
    let named = regions.into_iter().filter(|region| !region.is_empty());
    named.map(|region| (region.clone(), cx.text.region(region).to_owned())).collect()
}

fn groups(cx: &Cx<'_>) -> Vec<(crate::model::GroupId, String)> {
    let mut groups: Vec<_> =
        cx.snapshot.groups.iter().map(|group| (group.id, group.code.clone())).collect();
    groups.sort_by(|(_, a), (_, b)| natural_cmp(a, b));
    groups
}

fn stances(cx: &Cx<'_>) -> Vec<(Option<Stance>, String)> {
    let named = |it| (it, stance_option(cx.text, it));
    stance::ORDER.map(named).into()
}

fn statuses(cx: &Cx<'_>) -> Vec<(Status, String)> {
    Status::ALL.iter().map(|status| (*status, cx.text.label(*status).to_owned())).collect()
}
