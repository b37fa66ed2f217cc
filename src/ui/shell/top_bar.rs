//! The top bar: the dossier, the menus, its marking, the language.

use std::path::PathBuf;

use egui::{Align, Button, Layout, MenuBar, Panel, Ui};

use super::menus::menus;
use crate::command::{Command, Facts, Screen};
use crate::document::History;
use crate::model::{Dossier, Keyed, Language};
use crate::text::msg;
use crate::ui::cx::{Action, Base};
use crate::ui::icon::Icon;
use crate::ui::room::Room;
use crate::ui::widgets::{Chip, drops_by_keys, marking_chip, named_button, option_label, strong};

/// The content of the top bar.
pub struct TopBar<'a> {
    /// The open dossier, if any.
    pub dossier: Option<&'a Dossier>,
    /// Its history.
    pub history: Option<&'a History>,
    /// The facts that decide which commands are enabled.
    pub facts: Facts,
    /// The recent dossiers.
    pub recent: &'a [PathBuf],
    /// The open room, if any.
    pub room: Option<&'a Room>,
}

/// Draws the top bar.
pub(crate) fn top_bar(ui: &mut Ui, base: &Base<'_>, bar: &TopBar<'_>) {
    let (theme, text) = (&base.theme, base.text);
    let panel = super::bar(Panel::top("top"), theme, theme.sizes.shell.top);
    panel.show(ui, |ui| {
        ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
            let title = bar.dossier.map_or(text.get(msg!("app-name")), |dossier| &dossier.title);
            let words = strong(theme, title).size(theme.sizes.text.strong);
            let width = ui.available_width() * 0.36;
            let button = Button::new(words).truncate().frame_when_inactive(false);
            ui.scope(|ui| {
                ui.set_max_width(width);
                let response = ui.add_enabled(bar.dossier.is_some(), button);
                if response.on_hover_text(Command::Dossier.label(text)).clicked() {
                    base.push(Action::Command(Command::Dossier));
                }
            });
            MenuBar::new().ui(ui, |ui| {
                menus(ui, base, &bar.facts, bar.history, bar.recent);
            });
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                language(ui, base);
                for (icon, command) in [(Icon::Redo, Command::Redo), (Icon::Undo, Command::Undo)] {
                    ui.add_enabled_ui(command.is_enabled(&bar.facts), |ui| {
                        let button = named_button(ui, theme, icon, command.label(text));
                        let tooltip = command.tooltip(text, ui);
                        if button.on_hover_text(tooltip).clicked() {
                            base.push(Action::Command(command));
                        }
                    });
                }
                if let Some(dossier) = bar.dossier {
                    if !dossier.classification.is_empty() {
                        ui.label(&dossier.classification);
                    }
                    let words = text.get(msg!("marking-of-dossier"));
                    marking_chip(ui, theme, dossier.marking).on_hover_text(words);
                }
                if let Some(room) = bar.room {
                    open_room(ui, base, room);
                }
            });
        });
        let rect = ui.max_rect();
        ui.painter().hline(ui.clip_rect().x_range(), rect.bottom(), theme.hairline());
    });
}

/// Says on every screen that others see a wall, with its ceiling and whether it is blank.
fn open_room(ui: &mut Ui, base: &Base<'_>, room: &Room) {
    let id = if room.question().is_some() {
        msg!("room-open-asks")
    } else if room.is_blank() {
        msg!("room-open-blank")
    } else if room.frozen {
        msg!("room-open-frozen")
    } else {
        msg!("room-open-live")
    };
    let words = base.text.with(id, &[("marking", room.label().label().into())]);
    let chip = Chip::new(&words).active(true).show(ui, &base.theme);
    let command = Command::Show(Screen::Room);
    if chip.on_hover_text(command.label(base.text)).clicked() {
        base.push(Action::Command(command));
    }
}

fn language(ui: &mut Ui, base: &Base<'_>) {
    let current = base.text.language();
    let name = current.key().to_uppercase();
    let menu = ui.menu_button(name, |ui| {
        for (language, command) in
            [(Language::English, Command::English), (Language::Dutch, Command::Dutch)]
        {
            let label = base.text.label(language);
            if option_label(ui, language == current, label).clicked() {
                base.push(Action::Command(command));
                ui.close();
            }
        }
    });
    drops_by_keys(&menu.response);
}
