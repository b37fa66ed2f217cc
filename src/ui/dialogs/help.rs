//! A screen's help page.

use egui::{ScrollArea, Ui};

use super::super::cx::{Action, Base};
use super::super::widgets::{button, focus_first, link, muted, paragraph, strong};
use crate::command::{Command, Screen};
use crate::model::Keyed;
use crate::text::msg;

pub(super) fn show(ui: &mut Ui, base: &Base<'_>, open: bool, screen: Screen) {
    let (theme, text, view) = (&base.theme, base.text, screen.view());
    let height = ui.content_rect().height() * 0.6;
    let area = ScrollArea::vertical()
        .max_height(height)
        .min_scrolled_height(height)
        .auto_shrink([false, true]);
    area.show(ui, |ui| {
        ui.label(strong(theme, text.label(screen)));
        for part in text.get(view.help).split("\n\n") {
            paragraph(ui, part.replace('\n', " "));
            ui.add_space(theme.sizes.space.s);
        }
        if let Some(more) = view.more_help {
            more(ui, base);
        }
        ui.label(muted(theme, text.get(msg!("help-others"))));
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
        // The tour needs a dossier to show.
        let commands = [Some(Command::Keys), open.then_some(Command::Tour)];
        for command in commands.into_iter().flatten() {
            if button(ui, theme, None, command.label(text)).clicked() {
                base.push(Action::Dismiss);
                base.push(Action::Command(command));
            }
        }
        let close = button(ui, theme, None, text.get(msg!("close")));
        focus_first(ui, &close);
        if close.clicked() {
            base.push(Action::Dismiss);
        }
    });
}
