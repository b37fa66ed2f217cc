//! Questions before the wall shows something, and before stances are recorded with names.

use std::collections::BTreeMap;

use egui::Ui;

use super::super::cx::{Action, Base};
use super::super::room::Question;
use super::super::state::RoomAct;
use super::super::widgets::{
    button, caption, danger_button, focus_first, marking_chip, paragraph, primary_button, scrolled,
    strong,
};
use crate::text::msg;

pub(super) fn show(ui: &mut Ui, base: &Base<'_>, question: &Question) {
    let (theme, text) = (&base.theme, base.text);
    let none = question.records.is_empty();
    paragraph(ui, text.get(if none { msg!("wall-about-gone") } else { msg!("wall-about") }));
    which(ui, base, question);
    if question.gone > 0 {
        paragraph(ui, text.with(msg!("wall-gone"), &[("count", question.gone.into())]));
    }
    ui.add_space(theme.sizes.space.l);
    ui.horizontal_wrapped(|ui| {
        // The primary button is the careful one: Enter pressed without reading shows nothing.
        let keep = if none { msg!("wall-stay-blank") } else { msg!("wall-keep-hidden") };
        let keep = primary_button(ui, theme, text.get(keep));
        focus_first(ui, &keep);
        if keep.clicked() {
            base.push(Action::Room(RoomAct::HoldBack));
        }
        if question.one_step && button(ui, theme, None, text.get(msg!("wall-take-back"))).clicked()
        {
            base.push(Action::Room(RoomAct::TakeBack));
        }
        if danger_button(ui, theme, text.get(msg!("wall-show"))).clicked() {
            base.push(Action::Room(RoomAct::ShowAll));
        }
    });
}

/// How many records the question is about, their kinds and their names.
fn which(ui: &mut Ui, base: &Base<'_>, question: &Question) {
    let (theme, text) = (&base.theme, base.text);
    if question.records.is_empty() {
        return;
    }
    let mut kinds = BTreeMap::<_, usize>::new();
    for record in &question.records {
        *kinds.entry(record.table).or_default() += 1;
    }
    let count = [("count", question.records.len().into())];
    let mut words = text.with(msg!("wall-count"), &count);
    if question.records.len() > 1 {
        let kind = |(table, count): (_, usize)| {
            format!("{} {}", text.label::<crate::model::Table>(table), text.count(count))
        };
        let kinds: Vec<_> = kinds.into_iter().map(kind).collect();
        words = format!("{words}: {}", kinds.join(", "));
    }
    paragraph(ui, strong(theme, words));
    ui.add_space(theme.sizes.space.s);
    scrolled(ui, theme.sizes.space.xxl * 6.0).show(ui, |ui| {
        for (marking, words) in &question.lines {
            ui.horizontal_wrapped(|ui| {
                if let Some(marking) = marking {
                    marking_chip(ui, theme, *marking);
                }
                ui.label(words);
            });
        }
        let more = question.records.len() - question.lines.len();
        if more > 0 {
            ui.label(caption(theme, text.with(msg!("and-more"), &[("count", more.into())])));
        }
    });
}

/// Asks whether to show now what an earlier answer kept hidden.
pub(super) fn kept(ui: &mut Ui, base: &Base<'_>, place: usize, question: &Question) {
    let (theme, text) = (&base.theme, base.text);
    let none = question.records.is_empty();
    paragraph(ui, text.get(if none { msg!("wall-kept-nothing") } else { msg!("wall-kept") }));
    which(ui, base, question);
    ui.add_space(theme.sizes.space.l);
    ui.horizontal_wrapped(|ui| {
        let keep = primary_button(ui, theme, text.get(msg!("wall-keep-hidden")));
        focus_first(ui, &keep);
        if keep.clicked() {
            base.push(Action::Dismiss);
        }
        if !none && danger_button(ui, theme, text.get(msg!("wall-show"))).clicked() {
            base.push(Action::Room(RoomAct::ShowKept(place)));
        }
    });
}

/// Asks whether the room may be closed, to make way for something else or because the user wants
/// to.
pub(super) fn leave(ui: &mut Ui, base: &Base<'_>, goes_on: bool, typed: usize) {
    let (theme, text) = (&base.theme, base.text);
    let (about, go) = if goes_on {
        (msg!("leave-room-about"), msg!("leave-room-go"))
    } else {
        (msg!("close-room-about"), msg!("close-room-go"))
    };
    paragraph(ui, text.get(about));
    if typed > 0 {
        let words = text.with(msg!("leave-room-typed"), &[("count", typed.into())]);
        paragraph(ui, strong(theme, words));
    }
    ui.add_space(theme.sizes.space.l);
    ui.horizontal_wrapped(|ui| {
        let stay = primary_button(ui, theme, text.get(msg!("leave-room-stay")));
        focus_first(ui, &stay);
        if stay.clicked() {
            base.push(Action::Dismiss);
        }
        if danger_button(ui, theme, text.get(go)).clicked() {
            base.push(Action::LeaveRoom);
        }
    });
}

pub(super) fn names(ui: &mut Ui, base: &Base<'_>) {
    let (theme, text) = (&base.theme, base.text);
    paragraph(ui, text.get(msg!("names-question")));
    ui.add_space(theme.sizes.space.l);
    ui.horizontal_wrapped(|ui| {
        let without = primary_button(ui, theme, text.get(msg!("names-without")));
        focus_first(ui, &without);
        if without.clicked() {
            base.push(Action::Dismiss);
        }
        if button(ui, theme, None, text.get(msg!("names-with"))).clicked() {
            base.push(Action::Room(RoomAct::AllowNames));
        }
    });
}
