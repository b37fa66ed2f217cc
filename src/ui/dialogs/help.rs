//! The help page of a screen.

use egui::{ScrollArea, Ui};

use super::super::cx::{Action, Base};
use super::super::state::Screen;
use super::super::widgets::{button, link, muted, paragraph, strong};
use crate::command::Command;
use crate::library::obstacles;
use crate::model::Keyed;

/// The message id of the page of a screen.
fn page(screen: Screen) -> &'static str {
    match screen {
        Screen::Matrix => "help-page-matrix",
        Screen::Proposals => "help-page-proposals",
        Screen::Parties => "help-page-parties",
        Screen::Groups => "help-page-groups",
        Screen::Obstacles => "help-page-obstacles",
        Screen::Remedies => "help-page-remedies",
        Screen::Engagement => "help-page-engagement",
        Screen::Calendar => "help-page-calendar",
        Screen::RollCalls => "help-page-roll-calls",
        Screen::Sources => "help-page-sources",
        Screen::Library => "help-page-library",
        Screen::Comments => "help-page-comments",
        Screen::Markings => "help-page-markings",
        Screen::Room => "help-page-room",
        Screen::History => "help-page-history",
    }
}

pub(super) fn show(ui: &mut Ui, base: &Base<'_>, open: bool, screen: Screen) {
    let (theme, text) = (&base.theme, base.text);
    let height = ui.content_rect().height() * 0.6;
    let area = ScrollArea::vertical()
        .max_height(height)
        .min_scrolled_height(height)
        .auto_shrink([false, true]);
    area.show(ui, |ui| {
        ui.label(strong(theme, text.label(screen)));
        for part in text.get(page(screen)).split("\n\n") {
            paragraph(ui, part.replace('\n', " "));
            ui.add_space(theme.sizes.space.s);
        }
        if screen == Screen::Obstacles {
            for obstacle in obstacles() {
                let name = format!("{}. {}", obstacle.number, text.of(&obstacle.name()));
                ui.label(strong(theme, name));
                paragraph(ui, text.of(&obstacle.explanation()));
                ui.add_space(theme.sizes.space.s);
            }
        }
        ui.label(muted(theme, text.get("help-others")));
        ui.horizontal_wrapped(|ui| {
            for other in Screen::ALL {
                if *other != screen && link(ui, theme, text.label(*other)).clicked() {
                    base.push(Action::Help(*other));
                }
            }
        });
    });
    ui.add_space(theme.sizes.space.m);
    ui.horizontal(|ui| {
        // The tour goes through a dossier.
        let commands = [Some(Command::Keys), open.then_some(Command::Tour)];
        for command in commands.into_iter().flatten() {
            if button(ui, theme, None, command.label(text)).clicked() {
                base.push(Action::Dismiss);
                base.push(Action::Command(command));
            }
        }
        if button(ui, theme, None, text.get("close")).clicked() {
            base.push(Action::Dismiss);
        }
    });
}
