//! Contested terms: those of the dossier, and the concordance.

use egui::Ui;

use super::{has, provenance};
use crate::command::Command;
use crate::library::contested_terms;
use crate::text::msg;
use crate::ui::cx::{Action, Cx};
use crate::ui::icon::Icon;
use crate::ui::state::Selection;
use crate::ui::widgets::{acts, button, caption, link, muted, paragraph, section, strong};

pub(super) fn show(ui: &mut Ui, cx: &Cx<'_>, wanted: &str) {
    own(ui, cx, wanted);
    let text = cx.text;
    section(ui, &cx.theme, text.get(msg!("terms-library")));
    for term in contested_terms() {
        let (name, contested, wording) = (term.name(), term.contested(), term.wording());
        let forms: Vec<_> = term.uses.iter().flat_map(|used| used.forms()).collect();
        if !has(wanted, &[text.of(&name), text.of(&contested), &forms.join(" ")]) {
            continue;
        }
        ui.label(strong(&cx.theme, text.of(&name)));
        paragraph(ui, text.of(&contested));
        for used in &term.uses {
            let (form, by, sense) = (used.form(), used.used_by(), used.sense());
            let words = format!("{} · {}: {}", text.of(&form), text.of(&by), text.of(&sense));
            paragraph(ui, muted(&cx.theme, words));
        }
        let arguments = [
            ("wording", text.of(&wording).into()),
            ("document", term.wording_document.as_str().into()),
        ];
        let id = if term.wording_document.is_empty() {
            msg!("term-wording")
        } else {
            msg!("term-wording-in")
        };
        paragraph(ui, text.with(id, &arguments));
        provenance(ui, cx, &term.source, term.confidence);
    }
}

/// The terms added by this dossier.
fn own(ui: &mut Ui, cx: &Cx<'_>, wanted: &str) {
    let (theme, text) = (&cx.theme, cx.text);
    section(ui, theme, text.get(msg!("terms-own")));
    let mut terms: Vec<_> = cx
        .snapshot
        .terms
        .iter()
        .filter(|term| has(wanted, &[&term.forms, &term.used_by, &term.wording]))
        .collect();
    terms.sort_by(|a, b| a.forms.cmp(&b.forms));
    if terms.is_empty() {
        paragraph(ui, muted(theme, text.get(msg!("terms-own-none"))));
    }
    for term in terms {
        ui.horizontal_wrapped(|ui| {
            let leads = link(ui, theme, &term.forms);
            acts::menu_of(cx, &leads, term.record_id());
            if leads.clicked() {
                cx.push(Action::Select(Selection::Term(term.id)));
            }
            ui.label(caption(theme, &term.used_by));
        });
    }
    let add = ui.add_enabled_ui(!cx.read_only, |ui| {
        button(ui, theme, Some(Icon::Add), text.get(msg!("add-term")))
    });
    if add.inner.clicked() {
        cx.push(Action::Command(Command::Add));
    }
}
