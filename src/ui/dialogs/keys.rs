//! The keyboard shortcuts of the commands and of the matrix.

use egui::{Grid, Ui};

use super::super::cx::{Action, Base};
use super::super::widgets::{button, focus_first, scrolled, strong};
use crate::command::{Command, written};
use crate::text::{Message, msg};

const MATRIX: [(Message, Message); 13] = [
    (msg!("keys-arrows"), msg!("keys-move")),
    (msg!("keys-shift-arrows"), msg!("keys-extend")),
    (msg!("keys-signs"), msg!("keys-set")),
    (msg!("keys-digits"), msg!("keys-set-digit")),
    (msg!("keys-delete"), msg!("keys-clear")),
    (msg!("keys-ctrl-click"), msg!("keys-one-more")),
    (msg!("keys-copy-paste"), msg!("keys-block")),
    (msg!("keys-copy-bare"), msg!("keys-bare")),
    (msg!("keys-enter"), msg!("keys-edit")),
    (msg!("keys-line"), msg!("keys-select-line")),
    (msg!("keys-letter"), msg!("keys-find")),
    (msg!("keys-mark"), msg!("keys-mark-for-room")),
    (msg!("keys-escape"), msg!("keys-leave")),
];

pub(super) fn show(ui: &mut Ui, base: &Base<'_>) {
    let (theme, text) = (&base.theme, base.text);
    let height = ui.content_rect().height() * 0.6;
    scrolled(ui, height).show(ui, |ui| {
        ui.label(strong(theme, text.get(msg!("keys-matrix"))));
        Grid::new("keys-matrix").num_columns(2).show(ui, |ui| {
            for (keys, words) in MATRIX {
                ui.label(text.get(keys));
                ui.label(text.get(words));
                ui.end_row();
            }
        });
        ui.add_space(theme.sizes.space.l);
        ui.label(strong(theme, text.get(msg!("keys-commands"))));
        Grid::new("keys-commands").num_columns(2).show(ui, |ui| {
            for command in Command::all() {
                let keys: Vec<_> =
                    command.shortcuts().iter().map(|keys| written(ui, keys)).collect();
                if !keys.is_empty() {
                    ui.label(keys.join(", "));
                    ui.label(command.label(text));
                    ui.end_row();
                }
            }
        });
    });
    ui.add_space(theme.sizes.space.m);
    let close = button(ui, theme, None, text.get(msg!("close")));
    focus_first(ui, &close);
    if close.clicked() {
        base.push(Action::Dismiss);
    }
}
