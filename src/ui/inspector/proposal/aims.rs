//! The policy aims a proposal serves.

use egui::{PopupCloseBehavior, Ui};

use crate::document::Edit;
use crate::library::aim_text;
use crate::model::{Aim, AimList, AimTag, Keyed, Proposal};
use crate::text::msg;
use crate::ui::cx::Cx;
use crate::ui::icon::Icon;
use crate::ui::widgets::{Chip, button, caption, drop_down, section};

pub(super) fn show(ui: &mut Ui, cx: &Cx<'_>, proposal: &Proposal) {
    let (theme, text) = (&cx.theme, cx.text);
    section(ui, theme, text.get(msg!("proposal-aims")));
    // Disables the row as a whole: disabling chips one by one puts each in a child `Ui`, and those
    // do not wrap.
    ui.add_enabled_ui(!cx.read_only, |ui| {
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing = egui::Vec2::splat(theme.sizes.space.xs);
            for aim in Aim::ALL {
                let Some(tag) = tag(cx, proposal, *aim) else { continue };
                let words = aim_text(*aim);
                let name = words.name();
                let chip = Chip::new(text.of(&name)).active(true).removable();
                let response = chip.show(ui, theme);
                if response.clicked() {
                    turn(cx, proposal, *aim, Some(tag));
                }
                response.on_hover_text(text.of(&words.text()));
            }
        })
    });
    let words = text.get(msg!("add-aim"));
    let response =
        ui.add_enabled_ui(!cx.read_only, |ui| button(ui, theme, Some(Icon::Add), words)).inner;
    let popup = drop_down(&response).close_behavior(PopupCloseBehavior::CloseOnClickOutside);
    popup.accessible_name(words).width(theme.sizes.space.xxl * 9.0).show(|ui| {
        for list in AimList::ALL {
            ui.label(caption(theme, text.label(*list)));
            for aim in Aim::ALL.iter().filter(|aim| aim.list() == *list) {
                let words = aim_text(*aim);
                let name = words.name();
                let held = tag(cx, proposal, *aim);
                let response = ui.selectable_label(held.is_some(), text.of(&name));
                if response.clicked() {
                    turn(cx, proposal, *aim, held);
                }
                response.on_hover_text(text.of(&words.text()));
            }
        }
    });
}

fn tag<'a>(cx: &Cx<'a>, proposal: &Proposal, aim: Aim) -> Option<&'a AimTag> {
    cx.snapshot.aim_tags.iter().find(|tag| tag.proposal == proposal.id && tag.aim == aim)
}

/// Adds an aim to the proposal, or removes it.
fn turn(cx: &Cx<'_>, proposal: &Proposal, aim: Aim, held: Option<&AimTag>) {
    let name = aim_text(aim).name();
    let detail = format!("{} · {}", proposal.code, cx.text.of(&name));
    cx.apply(match held {
        Some(tag) => Edit::delete(cx.snapshot, tag.record_id(), detail),
        None => Edit::add(AimTag::new(proposal.id, aim), detail),
    });
}
