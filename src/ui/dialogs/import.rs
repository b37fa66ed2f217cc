//! Preview of an import: what a table would add, and what is wrong with it.

use std::sync::Arc;

use egui::{ScrollArea, Ui};

use super::super::cx::{Action, Base};
use super::super::icon::Icon;
use super::super::widgets::{button, muted, paragraph, primary_button, warning};
use crate::exchange::{DayQuestion, Import, RowProblem, Sheet};
use crate::explain::{day_answer, explain_days, explain_import, explain_row, explain_strangers};
use crate::model::{DayOrder, Keyed};
use crate::text::msg;

/// A table that has been read and checked.
#[derive(Clone, Debug)]
pub struct ImportPreview {
    /// The name of the file.
    pub name: String,
    /// What it would add.
    pub import: Import,
    /// The table itself, kept while something about it is to be answered.
    pub sheet: Option<Arc<Sheet>>,
    /// How its days are read, if that was asked.
    pub order: Option<DayOrder>,
}

pub(super) fn show(ui: &mut Ui, base: &Base<'_>, preview: &ImportPreview) {
    let (theme, text) = (&base.theme, base.text);
    let import = &preview.import;
    let counts = [
        ("entries", import.positions.len().into()),
        ("sources", import.sources.len().into()),
        ("known", import.known.into()),
        ("silent", import.silent.into()),
        ("problems", import.problems.rows().into()),
    ];
    paragraph(ui, muted(theme, &preview.name));
    if let Some(question) = &import.question {
        return ask(ui, base, question);
    }
    if let Some(words) = explain_strangers(text, import) {
        warning(ui, theme, &words);
        ui.add_space(theme.sizes.space.l);
        if button(ui, theme, None, text.get(msg!("cancel"))).clicked() {
            base.push(Action::Dismiss);
        }
        return;
    }
    paragraph(ui, text.with(msg!("import-would"), &counts));
    for words in explain_import(text, import) {
        warning(ui, theme, &words);
    }
    if !import.problems.is_empty() {
        ui.add_space(theme.sizes.space.s);
        ScrollArea::vertical().max_height(theme.sizes.space.xxl * 7.0).show(ui, |ui| {
            for problem in import.problems.listed() {
                ui.horizontal_top(|ui| {
                    ui.label(Icon::Warning.text(theme).color(theme.colours.warn));
                    paragraph(ui, explain_row(text, problem));
                });
                settle(ui, base, problem);
            }
            if import.problems.unlisted() > 0 {
                let more = [("rows", import.problems.unlisted().into())];
                ui.label(muted(theme, text.with(msg!("import-more"), &more)));
            }
        });
    }
    ui.add_space(theme.sizes.space.l);
    let good = !import.positions.is_empty();
    ui.horizontal(|ui| {
        if import.problems.is_empty() {
            ui.add_enabled_ui(good, |ui| {
                if primary_button(ui, theme, text.get(msg!("import-do"))).clicked() {
                    base.push(Action::Import { skip_bad: false });
                }
            });
        } else {
            ui.add_enabled_ui(good, |ui| {
                if button(ui, theme, None, text.get(msg!("import-do-good"))).clicked() {
                    base.push(Action::Import { skip_bad: true });
                }
            });
        }
        if button(ui, theme, None, text.get(msg!("cancel"))).clicked() {
            base.push(Action::Dismiss);
        }
    });
}

/// The parties that a name may mean: choosing one is remembered in the dossier.
fn settle(ui: &mut Ui, base: &Base<'_>, problem: &RowProblem) {
    ui.horizontal_wrapped(|ui| {
        for (who, name) in problem.settled() {
            let arguments = [("written", problem.written.as_str().into()), ("name", name.into())];
            let words = base.text.with(msg!("import-is"), &arguments);
            if button(ui, &base.theme, None, &words).clicked() {
                base.push(Action::Settle(who, problem.written.clone()));
            }
        }
    });
}

/// Asks whether the day or the month comes first; the likely answer has the focus.
fn ask(ui: &mut Ui, base: &Base<'_>, question: &DayQuestion) {
    let (theme, text) = (&base.theme, base.text);
    paragraph(ui, explain_days(text, question));
    ui.add_space(theme.sizes.space.l);
    ui.horizontal_wrapped(|ui| {
        let likely = question.likely();
        let others = DayOrder::ALL.iter().copied().filter(|order| Some(*order) != likely);
        for order in likely.into_iter().chain(others) {
            let Some(words) = day_answer(text, question, order) else { continue };
            let answer = if Some(order) == likely {
                let answer = primary_button(ui, theme, &words);
                if ui.memory(|memory| memory.focused().is_none()) {
                    answer.request_focus();
                }
                answer
            } else {
                button(ui, theme, None, &words)
            };
            if answer.clicked() {
                base.push(Action::DayOrder(order));
            }
        }
        if button(ui, theme, None, text.get(msg!("cancel"))).clicked() {
            base.push(Action::Dismiss);
        }
    });
}
