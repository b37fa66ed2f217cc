//! Strips below the top bar: errors, and notes that the dossier is read-only or shown as it was.

use egui::{Align, Frame, Layout, Margin, Panel, Ui};

use crate::command::Command;
use crate::text::msg;
use crate::ui::cx::{Action, Base, Trouble};
use crate::ui::icon::Icon;
use crate::ui::theme::points;
use crate::ui::widgets::{button, icon_button, paragraph, strong};

/// Reports a problem until it is dismissed, and offers remedies. The text can be selected and
/// copied.
pub(crate) fn notice(ui: &mut Ui, base: &Base<'_>, trouble: &Trouble) {
    let (icon, colour) = if trouble.only_warns {
        (Icon::Warning, base.theme.colours.warn)
    } else {
        (Icon::Error, base.theme.colours.danger)
    };
    strip(ui, base, "notice", icon, colour, |ui| {
        let (theme, explanation) = (&base.theme, &trouble.explanation);
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            if icon_button(ui, theme, Icon::Close, base.text.get(msg!("dismiss"))).clicked() {
                base.push(Action::DismissNotice);
            }
            offers(ui, base, trouble);
            ui.with_layout(Layout::top_down(Align::Min), |ui| {
                paragraph(ui, strong(theme, &explanation.what));
                paragraph(ui, format!("{} {}", explanation.safe, explanation.next));
            });
        });
    });
}

/// A button for each remedy.
pub(crate) fn offers(ui: &mut Ui, base: &Base<'_>, trouble: &Trouble) {
    for offer in &trouble.offers {
        if button(ui, &base.theme, None, base.text.get(offer.words())).clicked() {
            base.push(Action::Offer(offer.clone()));
        }
    }
}

/// Says that the dossier is shown as it was after a step, with a way back to the present, and one
/// to restore that state.
pub(crate) fn past(ui: &mut Ui, base: &Base<'_>, words: &str, seq: i64, can_write: bool) {
    strip(ui, base, "past", Icon::History, base.theme.colours.warn, |ui| {
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            if can_write {
                let words = base.text.get(msg!("past-bring-back"));
                let press = button(ui, &base.theme, Some(Icon::Undo), words);
                if press.on_hover_text(base.text.get(msg!("past-bring-back-about"))).clicked() {
                    base.push(Action::BringBack(seq));
                }
            }
            if button(ui, &base.theme, None, base.text.get(msg!("past-back"))).clicked() {
                base.push(Action::LookAt(None));
            }
            ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                ui.add(egui::Label::new(words).truncate());
            });
        });
    });
}

/// Says under which scenario the matrix is shown, and leads back to reality.
pub(crate) fn supposed(ui: &mut Ui, base: &Base<'_>, name: &str) {
    strip(ui, base, "supposed", Icon::Rising, base.theme.colours.warn, |ui| {
        let words = base.text.with(msg!("supposed"), &[("scenario", name.into())]);
        if button(ui, &base.theme, None, base.text.get(msg!("supposed-back"))).clicked() {
            base.push(Action::LookUnder(None));
        }
        ui.add(egui::Label::new(words).truncate());
    });
}

/// Says that the dossier is read-only, and offers a copy.
pub fn read_only(ui: &mut Ui, base: &Base<'_>) {
    strip(ui, base, "read-only", Icon::Lock, base.theme.colours.warn, |ui| {
        ui.label(base.text.get(msg!("banner-read-only")));
        let command = Command::WorkOnCopy;
        if button(ui, &base.theme, None, command.label(base.text)).clicked() {
            base.push(Action::Command(command));
        }
    });
}

fn strip(
    ui: &mut Ui,
    base: &Base<'_>,
    id: &str,
    icon: Icon,
    colour: egui::Color32,
    contents: impl FnOnce(&mut Ui),
) {
    let theme = &base.theme;
    let space = &theme.sizes.space;
    let frame = Frame::new()
        .fill(theme.colours.surface)
        .stroke(egui::Stroke::new(space.hair, colour))
        .inner_margin(Margin::symmetric(points(space.m), points(space.s)));
    Panel::top(id.to_owned()).resizable(false).frame(frame).show(ui, |ui| {
        ui.horizontal(|ui| {
            ui.label(icon.text(theme).color(colour));
            contents(ui);
        });
    });
}
