//! The menus: every command, grouped as people expect.

use std::collections::BTreeMap;

use egui::{ScrollArea, TextWrapMode, Ui};

use crate::command::{Command, Facts, Menu};
use crate::document::History;
use crate::explain::step_label;
use crate::model::Keyed;
use crate::text::msg;
use crate::ui::cx::{Action, Base};
use crate::ui::widgets::{drops_by_keys, menu_item};

use Command as C;

/// The groups of commands in a menu.
fn groups(menu: Menu) -> BTreeMap<u8, Vec<C>> {
    let mut groups: BTreeMap<u8, Vec<C>> = BTreeMap::new();
    for command in C::all() {
        let (of, group) = command.place();
        if of == menu {
            groups.entry(group).or_default().push(command);
        }
    }
    groups
}

/// Draws the menus.
pub(super) fn menus(
    ui: &mut Ui,
    base: &Base<'_>,
    facts: &Facts,
    history: Option<&History>,
    recent: &[std::path::PathBuf],
) {
    for of in Menu::ALL.iter().copied() {
        menu(ui, base.text.label(of), |ui| {
            for (place, commands) in groups(of).into_values().enumerate() {
                if place > 0 {
                    ui.separator();
                }
                for command in commands {
                    let words = words(base, command, history);
                    menu_item(ui, base, facts, command, &words);
                }
                if of == Menu::File && place == 0 && !recent.is_empty() {
                    recent_menu(ui, base, recent);
                }
            }
        });
    }
}

/// A menu that stays below the bar and within the window; whatever does not fit can be scrolled to.
fn menu(ui: &mut Ui, words: &str, contents: impl FnOnce(&mut Ui)) {
    let menu = ui.menu_button(words, |ui| {
        let margin = ui.spacing().menu_margin.sum().y + 2.0 * ui.spacing().item_spacing.y;
        let bar = super::super::theme::measures().shell.top;
        let height = (ui.content_rect().height() - bar - margin).max(bar);
        let area = ScrollArea::vertical().max_height(height).min_scrolled_height(height);
        area.show(ui, |ui| {
            // The items follow each other closely, so that most menus fit the smallest window.
            ui.spacing_mut().item_spacing.y = 0.0;
            ui.style_mut().wrap_mode = Some(TextWrapMode::Extend);
            contents(ui);
        });
    });
    drops_by_keys(&menu.response);
}

/// The label of a command; undo and redo name the step.
fn words(base: &Base<'_>, command: C, history: Option<&History>) -> String {
    let step = match command {
        C::Undo => history.and_then(History::next_undo),
        C::Redo => history.and_then(History::next_redo),
        _ => None,
    };
    let label = command.label(base.text);
    match step {
        Some(step) => {
            let step = step_label(base.text, &step.name, &step.detail);
            format!("{label}: {}", crate::text::lower(&step))
        }
        None => label.to_owned(),
    }
}

fn recent_menu(ui: &mut Ui, base: &Base<'_>, recent: &[std::path::PathBuf]) {
    ui.menu_button(base.text.get(msg!("menu-recent")), |ui| {
        for path in recent {
            let name = path.file_name().map(|name| name.to_string_lossy().into_owned());
            let item = egui::Button::new(name.unwrap_or_default());
            if ui.add(item).on_hover_text(path.display().to_string()).clicked() {
                base.push(Action::OpenPath(path.clone()));
                ui.close();
            }
        }
        ui.separator();
        if ui.button(base.text.get(msg!("menu-forget-recent"))).clicked() {
            base.push(Action::ForgetRecent);
            ui.close();
        }
    });
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_command_is_in_exactly_one_menu() {
        let all = || Menu::ALL.iter().flat_map(|menu| groups(*menu).into_values()).flatten();
        for command in C::all() {
            assert_eq!(all().filter(|other| *other == command).count(), 1, "{command:?}");
        }
    }
}
