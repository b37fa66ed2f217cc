//! What a table would add, and what is wrong in it.

use egui::{ScrollArea, Ui};

use super::super::cx::{Action, Base};
use super::super::icon::Icon;
use super::super::widgets::{button, muted, paragraph, primary_button};
use crate::exchange::Import;
use crate::explain::explain_row;

/// A table that was read and looked through.
#[derive(Clone, Debug)]
pub struct ImportPreview {
    /// The name of its file.
    pub name: String,
    /// What it would add.
    pub import: Import,
}

/// The most problems that are shown; the first ones say what to mend.
const SHOWN: usize = 100;

pub(super) fn show(ui: &mut Ui, base: &Base<'_>, preview: &ImportPreview) {
    let (theme, text) = (&base.theme, base.text);
    let import = &preview.import;
    let counts = [
        ("entries", import.positions.len().into()),
        ("sources", import.sources.len().into()),
        ("known", import.known.into()),
        ("silent", import.silent.into()),
        ("problems", import.problems.len().into()),
    ];
    paragraph(ui, muted(theme, &preview.name));
    paragraph(ui, text.with("import-would", &counts));
    if !import.problems.is_empty() {
        ui.add_space(theme.sizes.space.s);
        ScrollArea::vertical().max_height(theme.sizes.space.xxl * 7.0).show(ui, |ui| {
            for problem in import.problems.iter().take(SHOWN) {
                ui.horizontal_top(|ui| {
                    ui.label(Icon::Warning.text(theme).color(theme.colours.warn));
                    paragraph(ui, explain_row(text, problem));
                });
            }
            if import.problems.len() > SHOWN {
                let more = [("count", (import.problems.len() - SHOWN).into())];
                ui.label(muted(theme, text.with("and-more", &more)));
            }
        });
    }
    ui.add_space(theme.sizes.space.l);
    let good = !import.positions.is_empty();
    ui.horizontal(|ui| {
        if import.problems.is_empty() {
            ui.add_enabled_ui(good, |ui| {
                if primary_button(ui, theme, text.get("import-do")).clicked() {
                    base.push(Action::Import { skip_bad: false });
                }
            });
        } else {
            ui.add_enabled_ui(good, |ui| {
                if button(ui, theme, None, text.get("import-do-good")).clicked() {
                    base.push(Action::Import { skip_bad: true });
                }
            });
        }
        if button(ui, theme, None, text.get("cancel")).clicked() {
            base.push(Action::Dismiss);
        }
    });
}
