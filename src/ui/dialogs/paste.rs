//! Making a dossier of a table that is pasted.

use chrono::NaiveDate;
use egui::{ScrollArea, TextEdit, Ui};

use super::super::cx::{Action, Base};
use super::super::widgets::{
    button, caption, muted, paragraph, primary_button, text_menu, warning,
};
use crate::exchange::{Grid, read_grid};

/// What was pasted, and what it holds.
#[derive(Clone, Debug)]
pub struct PasteDraft {
    /// What was pasted.
    pub pasted: String,
    /// What it holds.
    pub grid: Grid,
    /// The day that stances are dated.
    pub today: NaiveDate,
    /// Who enters them.
    pub author: String,
}

/// How many cells that are no stance are named.
const NAMED: usize = 4;

pub(super) fn show(ui: &mut Ui, base: &Base<'_>, draft: &mut PasteDraft) {
    let (theme, text) = (&base.theme, base.text);
    paragraph(ui, muted(theme, text.get("paste-about")));
    ui.add_space(theme.sizes.space.s);
    let name = text.get("paste-here");
    ScrollArea::vertical().max_height(theme.sizes.space.xxl * 6.0).show(ui, |ui| {
        let field = TextEdit::multiline(&mut draft.pasted)
            .hint_text(name)
            .desired_rows(6)
            .desired_width(f32::INFINITY);
        let response = ui.add(field).accessible_name(name);
        text_menu(ui, base, &response);
        if draft.pasted.is_empty() && !response.has_focus() {
            response.request_focus();
        }
        if response.changed() {
            draft.grid = read_grid(&draft.pasted, draft.today, &draft.author);
        }
    });
    let grid = &draft.grid;
    if grid.is_empty() {
        ui.label(caption(theme, text.get("paste-nothing")));
    } else {
        let arguments = [
            ("parties", grid.parties.len().into()),
            ("proposals", grid.proposals.len().into()),
            ("stances", grid.positions.len().into()),
        ];
        paragraph(ui, text.with("paste-holds", &arguments));
    }
    if !grid.not_understood.is_empty() {
        let cell = |(line, column, words): &(usize, usize, String)| {
            let arguments = [
                ("line", (*line).into()),
                ("column", (*column).into()),
                ("words", words.as_str().into()),
            ];
            text.with("paste-cell", &arguments)
        };
        let cells: Vec<_> = grid.not_understood.iter().take(NAMED).map(cell).collect();
        let arguments =
            [("count", grid.not_understood.len().into()), ("cells", cells.join(", ").into())];
        warning(ui, theme, &text.with("paste-not-understood", &arguments));
    }
    ui.add_space(theme.sizes.space.l);
    ui.horizontal(|ui| {
        ui.add_enabled_ui(!grid.is_empty(), |ui| {
            if primary_button(ui, theme, text.get("paste-make")).clicked() {
                base.push(Action::MakeOf);
            }
        });
        if button(ui, theme, None, text.get("cancel")).clicked() {
            base.push(Action::Dismiss);
        }
    });
}
