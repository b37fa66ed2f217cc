//! The filters of the matrix: a menu in which several values of each list can be picked or
//! excluded, and a chip for each choice in force.

use std::collections::BTreeSet;

use chrono::{Months, NaiveDate};
use egui::{PopupCloseBehavior, TextEdit, Ui};

use super::heads::hidden;
use crate::analysis::{Filter, Picked, last_meeting};
use crate::model::words::fold;
use crate::model::{Camp, GroupId, Keyed, Stance, Status, stance};
use crate::text::{Message, msg};
use crate::ui::cx::Cx;
use crate::ui::widgets::{
    Chip, Choice, drop_down, field_label, focus_first, framed, group_choices, popup_margin,
    scrolled, stance_option, tick,
};

/// Lists with more values than this can be searched.
const MANY: usize = 12;

/// The most values that a chip names.
const NAMED: usize = 2;

/// The chip that contains all filters, each in a submenu.
pub(super) fn show(ui: &mut Ui, cx: &Cx<'_>, filter: &mut Filter) {
    let text = cx.text;
    let words = text.get(msg!("filter-all"));
    let response = Chip::new(words).active(filter.is_active()).menu().show(ui, &cx.theme);
    let popup = drop_down(&response).close_behavior(PopupCloseBehavior::CloseOnClickOutside);
    popup.width(cx.theme.sizes.space.xxl * 8.0).show(|ui| {
        list(ui, cx, msg!("column-camp"), msg!("all-camps"), &mut filter.camps, camps);
        list(ui, cx, msg!("field-region"), msg!("all-regions"), &mut filter.regions, regions);
        list(ui, cx, msg!("field-group"), msg!("all-groups"), &mut filter.groups, groups);
        list(ui, cx, msg!("field-stance"), msg!("all-stances"), &mut filter.stances, stances);
        changed(ui, cx, &mut filter.since);
        tick(ui, &cx.theme, &mut filter.known, text.get(msg!("filter-known")));
        let heard = tick(ui, &cx.theme, &mut filter.heard, text.get(msg!("filter-heard")));
        heard.on_hover_text(text.get(msg!("filter-heard-about")));
        ui.separator();
        list(ui, cx, msg!("field-status"), msg!("all-statuses"), &mut filter.statuses, statuses);
        let label = field_label(ui, &cx.theme, text.get(msg!("screen-proposals")));
        let name = text.get(msg!("matrix-search-proposals"));
        framed(ui, &cx.theme, |ui| {
            let field = TextEdit::singleline(&mut filter.proposals).hint_text(name);
            let field = field.margin(popup_margin(&cx.theme)).desired_width(f32::INFINITY);
            ui.add(field).labelled_by(label.id);
        });
        if filter.is_active() {
            ui.separator();
            if ui.button(text.get(msg!("filter-clear"))).clicked() {
                *filter = filter.cleared();
                ui.close();
            }
        }
    });
}

/// A submenu with the values of a list. It stays open: several can be picked.
fn list<T: Clone + Ord>(
    ui: &mut Ui,
    cx: &Cx<'_>,
    name: Message,
    all: Message,
    picked: &mut Picked<T>,
    options: impl Fn(&Cx<'_>) -> Vec<Choice<T>>,
) {
    let text = cx.text;
    let shown = said(cx, picked, &options).unwrap_or_else(|| text.get(all).to_owned());
    ui.menu_button(format!("{}: {shown}", text.get(name)), |ui| {
        ui.set_min_width(cx.theme.sizes.space.xxl * 6.0);
        ui.set_max_width(cx.theme.sizes.space.xxl * 12.0);
        ui.style_mut().wrap_mode = Some(egui::TextWrapMode::Wrap);
        let mut options = options(cx);
        // The value that Enter picks, once something was typed or an arrow pressed.
        let mut marked = None;
        let mut moved = false;
        if options.len() > MANY {
            let field = field(ui, cx, msg!("picker-hint"));
            let typed = fold(field.typed.trim());
            options.retain(|it| fold(&it.name).contains(&typed));
            moved = field.steps != 0;
            marked = marked_place(ui, &field, options.len());
            if let Some(choice) = marked.and_then(|at| options.get(at))
                && field.entered
            {
                picked.toggle(choice.value.clone());
            }
        }
        if ui.selectable_label(picked.is_empty(), text.get(all)).clicked() {
            *picked = Picked::default();
        }
        ui.add_enabled_ui(!picked.is_empty(), |ui| {
            tick(ui, &cx.theme, &mut picked.except, text.get(msg!("filter-except")));
        });
        ui.separator();
        scrolled(ui, cx.theme.sizes.space.xxl * 10.0).show(ui, |ui| {
            for (at, Choice { value, name }) in options.into_iter().enumerate() {
                let mut chosen = picked.values.contains(&value);
                let is_marked = marked == Some(at);
                let fill =
                    if is_marked { cx.theme.colours.accent_soft } else { Default::default() };
                let frame = egui::Frame::new().fill(fill);
                let ticked = frame.show(ui, |ui| tick(ui, &cx.theme, &mut chosen, &name)).inner;
                if is_marked && moved {
                    ticked.scroll_to_me(None);
                }
                if ticked.changed() {
                    picked.toggle(value);
                }
            }
        });
    });
}

/// What is done in the field of a submenu.
struct Field {
    typed: String,
    entered: bool,
    // How far the arrows went down in this frame; up is negative.
    steps: isize,
    // Something else was typed, or the submenu has just opened.
    anew: bool,
}

/// The place of the value that Enter picks, out of so many; none before anything was typed or moved.
fn marked_place(ui: &Ui, field: &Field, count: usize) -> Option<usize> {
    let id = ui.scope_id().with("marked");
    let kept = ui.data(|data| data.get_temp::<Option<usize>>(id)).flatten();
    let place = match (field.anew, field.steps) {
        (true, _) => (!field.typed.trim().is_empty()).then_some(0),
        (false, 0) => kept,
        (false, steps) => Some(kept.map_or(0, |at| at.saturating_add_signed(steps))),
    };
    let place = place.filter(|_| count > 0).map(|at| at.min(count - 1));
    ui.data_mut(|data| data.insert_temp(id, place));
    place
}

/// A field in a submenu. However the submenu was closed, it opens anew.
fn field(ui: &mut Ui, cx: &Cx<'_>, hint: Message) -> Field {
    let (id, now) = (ui.scope_id().with("typed"), ui.cumulative_pass_nr());
    let kept = ui.data(|data| data.get_temp::<(u64, String)>(id));
    let kept = kept.filter(|(drawn, _)| now <= drawn + 1).map(|(_, typed)| typed);
    let opened = kept.is_none();
    let mut typed = kept.unwrap_or_default();
    let hint = cx.text.get(hint);
    let edit = TextEdit::singleline(&mut typed).hint_text(hint).margin(popup_margin(&cx.theme));
    let edit = edit.desired_width(f32::INFINITY);
    let response = framed(ui, &cx.theme, |ui| ui.add(edit)).accessible_name(hint);
    let entered = response.lost_focus() && ui.input(|it| it.key_pressed(egui::Key::Enter));
    // Not only when the submenu opens: the pointer opens it before it clicks on it, and any click
    // takes the focus away.
    focus_first(ui, &response);
    ui.data_mut(|data| data.insert_temp(id, (now, typed.clone())));
    let steps = ui.input(|it| {
        let presses = |key| it.num_presses(key) as isize;
        presses(egui::Key::ArrowDown) - presses(egui::Key::ArrowUp)
    });
    Field { typed, entered, steps, anew: opened || response.changed() }
}

/// A submenu with the day since which stances changed: some frequent choices, or a typed day.
fn changed(ui: &mut Ui, cx: &Cx<'_>, since: &mut Option<NaiveDate>) {
    let text = cx.text;
    let name = text.get(msg!("filter-changed"));
    let shown =
        since.map_or_else(|| text.get(msg!("filter-any-time")).to_owned(), |day| text.day(day));
    ui.menu_button(format!("{name}: {shown}"), |ui| {
        ui.set_min_width(cx.theme.sizes.space.xxl * 6.0);
        let Field { typed, entered, .. } = field(ui, cx, msg!("calendar-type"));
        let day = text.parse_shown_day(&typed, cx.today, false);
        if let Some(day) = day.filter(|_| entered) {
            *since = Some(day);
            ui.close();
        }
        if ui.selectable_label(since.is_none(), text.get(msg!("filter-any-time"))).clicked() {
            *since = None;
            ui.close();
        }
        ui.separator();
        for (name, day) in since_days(cx) {
            let words = format!("{name} ({})", text.day(day));
            if ui.selectable_label(*since == Some(day), words).clicked() {
                *since = Some(day);
                ui.close();
            }
        }
    });
}

/// Common days since which to ask what changed: before the last meeting, and some time ago.
fn since_days(cx: &Cx<'_>) -> Vec<(String, NaiveDate)> {
    let meeting = last_meeting(cx.snapshot, cx.entry_day()).map(|it| {
        let words = [("meeting", it.title.as_str().into())];
        // Anything said on its last day is part of it.
        (cx.text.with(msg!("filter-since-meeting"), &words), it.last_day())
    });
    let months = |count: u32| cx.as_of.checked_sub_months(Months::new(count));
    let ago = [
        (msg!("filter-week"), cx.as_of.checked_sub_days(chrono::Days::new(7))),
        (msg!("filter-month"), months(1)),
        (msg!("filter-quarter"), months(3)),
        (msg!("filter-year"), months(12)),
    ];
    let ago = ago.into_iter().filter_map(|(name, day)| Some((cx.text.get(name).to_owned(), day?)));
    meeting.into_iter().chain(ago).collect()
}

/// A chip for each choice in force; a click removes it.
pub(super) fn in_force(ui: &mut Ui, cx: &Cx<'_>, filter: &mut Filter) {
    list_chip(ui, cx, msg!("filter-camp"), &mut filter.camps, camps);
    list_chip(ui, cx, msg!("filter-region"), &mut filter.regions, regions);
    list_chip(ui, cx, msg!("filter-group"), &mut filter.groups, group_codes);
    list_chip(ui, cx, msg!("filter-stance"), &mut filter.stances, stances);
    if let Some(day) = filter.since {
        let words = [("day", cx.text.day(day).into())];
        if chip(ui, cx, &cx.text.with(msg!("filter-changed-since"), &words)) {
            filter.since = None;
        }
    }
    for (set, name) in
        [(&mut filter.known, msg!("filter-known")), (&mut filter.heard, msg!("filter-heard"))]
    {
        if *set && chip(ui, cx, cx.text.get(name)) {
            *set = false;
        }
    }
    list_chip(ui, cx, msg!("filter-status"), &mut filter.statuses, statuses);
    if !filter.proposals.is_empty() {
        let words = [("value", filter.proposals.as_str().into())];
        if chip(ui, cx, &cx.text.with(msg!("filter-proposals"), &words)) {
            filter.proposals.clear();
        }
    }
    let hidden = hidden(cx, filter);
    let words = [("count", hidden.into())];
    if hidden > 0 && chip(ui, cx, &cx.text.with(msg!("filter-hidden"), &words)) {
        filter.hidden.clear();
    }
    if !filter.order.is_empty() && chip(ui, cx, cx.text.get(msg!("filter-own-order"))) {
        filter.order.clear();
    }
}

/// A chip that a click removes; whether it was clicked.
fn chip(ui: &mut Ui, cx: &Cx<'_>, words: &str) -> bool {
    Chip::new(words).active(true).removable().show(ui, &cx.theme).clicked()
}

fn list_chip<T: Clone + Ord>(
    ui: &mut Ui,
    cx: &Cx<'_>,
    name: Message,
    picked: &mut Picked<T>,
    options: impl Fn(&Cx<'_>) -> Vec<Choice<T>>,
) {
    if let Some(words) = said(cx, picked, &options)
        && chip(ui, cx, &cx.text.with(name, &[("value", words.into())]))
    {
        *picked = Picked::default();
    }
}

/// The picked values in words: the first few, and how many more there are; `None` if all pass.
fn said<T: Clone + Ord>(
    cx: &Cx<'_>,
    picked: &Picked<T>,
    options: &impl Fn(&Cx<'_>) -> Vec<Choice<T>>,
) -> Option<String> {
    if picked.is_empty() {
        return None;
    }
    let chosen = options(cx).into_iter().filter(|it| picked.values.contains(&it.value));
    let names: Vec<_> = chosen.map(|it| it.name).collect();
    let mut words = names.iter().take(NAMED).cloned().collect::<Vec<_>>().join(", ");
    // Values deleted meanwhile have no name, but are still part of the choice.
    match picked.values.len().saturating_sub(names.len().min(NAMED)) {
        0 => {}
        more => words = format!("{words} +{more}").trim_start().to_owned(),
    }
    Some(if picked.except {
        cx.text.with(msg!("filter-not"), &[("values", words.into())])
    } else {
        words
    })
}

fn camps(cx: &Cx<'_>) -> Vec<Choice<Camp>> {
    let choice = |it: &Camp| Choice { value: *it, name: cx.text.label(*it).to_owned() };
    Camp::ALL.iter().map(choice).collect()
}

fn regions(cx: &Cx<'_>) -> Vec<Choice<String>> {
    let regions: BTreeSet<_> = cx.snapshot.parties.iter().map(|party| &party.region).collect();
    let named = regions.into_iter().filter(|region| !region.is_empty());
    let choice = |it: &String| Choice { value: it.clone(), name: cx.text.region(it).to_owned() };
    named.map(choice).collect()
}

fn groups(cx: &Cx<'_>) -> Vec<Choice<GroupId>> {
    group_choices(cx, |_| true)
}

/// The groups by their codes, because there is little room.
fn group_codes(cx: &Cx<'_>) -> Vec<Choice<GroupId>> {
    let code = |it: Choice<GroupId>| {
        let name = cx.snapshot.groups.get(it.value).map(|group| group.code.clone());
        Choice { name: name.unwrap_or(it.name), ..it }
    };
    groups(cx).into_iter().map(code).collect()
}

fn stances(cx: &Cx<'_>) -> Vec<Choice<Option<Stance>>> {
    let choice = |value| Choice { value, name: stance_option(cx.text, value) };
    stance::ORDER.map(choice).into()
}

fn statuses(cx: &Cx<'_>) -> Vec<Choice<Status>> {
    let choice = |it: &Status| Choice { value: *it, name: cx.text.label(*it).to_owned() };
    Status::ALL.iter().map(choice).collect()
}
