//! What the program is, and what is bundled with it under which licence.

use egui::{ScrollArea, Ui};

use super::super::cx::{Action, Base};
use super::super::widgets::{button, caption, muted, paragraph, strong};
use crate::text::msg;

/// Every library that is built in, with its version and licence; `assets/licences/make.py`
/// makes the list.
const LIBRARIES: &str = include_str!("../../../assets/licences/crates.txt");

pub(super) fn show(ui: &mut Ui, base: &Base<'_>) {
    let (theme, text) = (&base.theme, base.text);
    let version = [("version", env!("CARGO_PKG_VERSION").into())];
    ui.label(strong(theme, text.with(msg!("about-version"), &version)));
    paragraph(ui, text.get(msg!("help-about")));
    ui.add_space(theme.sizes.space.s);
    paragraph(ui, muted(theme, text.get(msg!("about-licences"))));
    ui.add_space(theme.sizes.space.s);
    let count = [("count", LIBRARIES.lines().count().into())];
    ui.label(strong(theme, text.with(msg!("about-libraries"), &count)));
    let height = ui.content_rect().height() * 0.3;
    let list = ScrollArea::vertical().max_height(height).min_scrolled_height(height);
    let row = theme.sizes.text.caption * 1.5;
    let lines: Vec<_> = LIBRARIES.lines().collect();
    list.auto_shrink([false, true]).show_rows(ui, row, lines.len(), |ui, rows| {
        for line in lines.get(rows).unwrap_or_default() {
            ui.label(caption(theme, *line));
        }
    });
    ui.add_space(theme.sizes.space.m);
    if button(ui, theme, None, text.get(msg!("close"))).clicked() {
        base.push(Action::Dismiss);
    }
}
