//! The keys, of the commands and of the matrix.

use egui::{Grid, ScrollArea, Ui};

use super::super::cx::{Action, Base};
use super::super::widgets::{button, strong};
use crate::command::Command;

const MATRIX: [(&str, &str); 10] = [
    ("keys-arrows", "keys-move"),
    ("keys-shift-arrows", "keys-extend"),
    ("keys-signs", "keys-set"),
    ("keys-digits", "keys-set-digit"),
    ("keys-delete", "keys-clear"),
    ("keys-copy-paste", "keys-block"),
    ("keys-enter", "keys-edit"),
    ("keys-line", "keys-select-line"),
    ("keys-letter", "keys-find"),
    ("keys-escape", "keys-leave"),
];

pub(super) fn show(ui: &mut Ui, base: &Base<'_>) {
    let (theme, text) = (&base.theme, base.text);
    let height = ui.content_rect().height() * 0.6;
    ScrollArea::vertical().max_height(height).show(ui, |ui| {
        ui.label(strong(theme, text.get("keys-matrix")));
        Grid::new("keys-matrix").num_columns(2).show(ui, |ui| {
            for (keys, words) in MATRIX {
                ui.label(text.get(keys));
                ui.label(text.get(words));
                ui.end_row();
            }
        });
        ui.add_space(theme.sizes.space.l);
        ui.label(strong(theme, text.get("keys-commands")));
        Grid::new("keys-commands").num_columns(2).show(ui, |ui| {
            for command in Command::all() {
                let keys: Vec<_> =
                    command.shortcuts().iter().map(|keys| ui.format_shortcut(keys)).collect();
                if !keys.is_empty() {
                    ui.label(keys.join(", "));
                    ui.label(command.label(text));
                    ui.end_row();
                }
            }
        });
    });
    ui.add_space(theme.sizes.space.m);
    if button(ui, theme, None, text.get("close")).clicked() {
        base.push(Action::Dismiss);
    }
}
