//! Contested terms in a text: underlined, each with a card that says who means what by it.

use std::ops::Range;
use std::sync::Arc;

use egui::text::{ByteIndex, LayoutJob, LayoutSection, TextFormat};
use egui::{Align, Galley, Layout, Response, Stroke, TextBuffer, TextEdit, Ui};

use super::{Chip, caption, drop_down, paragraph, strong, text_menu};
use crate::analysis::FoundTerm;
use crate::analysis::TermKey;
use crate::text::msg;
use crate::ui::cx::{Action, Cx};
use crate::ui::state::Selection;
use crate::ui::theme::Theme;

/// Draws a text field whose contested terms are underlined; hovering one shows its card.
pub(super) fn text_with_terms(
    ui: &mut Ui,
    cx: &Cx<'_>,
    id: egui::Id,
    text: &mut dyn TextBuffer,
    rows: usize,
) -> Response {
    let mut found = Vec::new();
    let mut layouter = |ui: &Ui, text: &dyn TextBuffer, width: f32| {
        found = cx.figures.terms().find(text.as_str());
        layout(ui, &cx.theme, text.as_str(), &found, width)
    };
    let output = TextEdit::multiline(text)
        .id(id)
        .desired_rows(rows)
        .desired_width(f32::INFINITY)
        .layouter(&mut layouter)
        .show(ui);
    let response = output.response.response;
    text_menu(ui, cx, &response);
    if let Some(pointer) = response.hover_pos() {
        let cursor = output.galley.cursor_from_pos(pointer - output.galley_pos);
        let text = output.galley.text();
        let at = text.char_indices().nth(cursor.index.into()).map_or(text.len(), |(at, _)| at);
        if let Some(term) = found.iter().find(|found| found.range.contains(&at)) {
            return response.on_hover_ui_at_pointer(|ui| card(ui, cx, term.term));
        }
    }
    response
}

fn layout(
    ui: &Ui,
    theme: &Theme,
    text: &str,
    found: &[FoundTerm<TermKey>],
    width: f32,
) -> Arc<Galley> {
    let font = theme.font(theme.sizes.text.body);
    let plain = TextFormat::simple(font, theme.colours.ink);
    let underline = Stroke::new(theme.sizes.space.hair * 2.0, theme.colours.warn);
    let mut job = LayoutJob { text: text.to_owned(), ..LayoutJob::default() };
    job.wrap.max_width = width;
    let mut section = |range: Range<usize>, format: TextFormat| {
        if !range.is_empty() {
            job.sections.push(LayoutSection {
                leading_space: 0.0,
                byte_range: ByteIndex(range.start)..ByteIndex(range.end),
                format,
            });
        }
    };
    let mut done = 0;
    for term in found {
        section(done..term.range.start, plain.clone());
        section(term.range.clone(), TextFormat { underline, ..plain.clone() });
        done = term.range.end;
    }
    section(done..text.len(), plain);
    ui.painter().layout_job(job)
}

/// The contested terms of a text as chips, each with its card.
pub(super) fn found_terms(ui: &mut Ui, cx: &Cx<'_>, text: &str) {
    let mut seen = Vec::new();
    let found = cx.figures.terms().find(text);
    let first = found.iter().filter(|found| {
        let new = !seen.contains(&found.term);
        seen.push(found.term);
        new
    });
    let first: Vec<_> = first.collect();
    if first.is_empty() {
        return;
    }
    let count = [("count", first.len().into())];
    ui.label(caption(&cx.theme, cx.text.with(msg!("terms-found"), &count)));
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = egui::Vec2::splat(cx.theme.sizes.space.xs);
        for term in first {
            let words = &text[term.range.clone()];
            let response = Chip::new(words).show(ui, &cx.theme);
            match term.term.own(cx.snapshot) {
                Some(own) if response.clicked() => {
                    cx.push(Action::Select(Selection::Term(own.id)));
                }
                // Also by click and key, for users without a pointer.
                _ => {
                    // A menu's default layout would justify the words of a paragraph.
                    let words = Layout::top_down(Align::LEFT);
                    drop_down(&response).layout(words).show(|ui| card(ui, cx, term.term));
                }
            }
            response.on_hover_ui(|ui| card(ui, cx, term.term));
        }
    });
}

/// Who means what by a term, and which wording was agreed before.
fn card(ui: &mut Ui, cx: &Cx<'_>, term: TermKey) {
    let (theme, text) = (&cx.theme, cx.text);
    ui.set_max_width(theme.sizes.space.xxl * 12.0);
    if let Some(own) = term.own(cx.snapshot) {
        ui.label(strong(theme, &own.forms));
        for words in [&own.contested, &own.used_by, &own.sense] {
            if !words.is_empty() {
                paragraph(ui, words);
            }
        }
        if !own.wording.is_empty() {
            let wording = [("wording", own.wording.as_str().into())];
            paragraph(ui, text.with(msg!("term-wording"), &wording));
        }
        return;
    }
    let Some((concept, used)) = term.library() else { return };
    ui.label(strong(theme, text.of(&concept.name())));
    paragraph(ui, text.of(&concept.contested()));
    ui.add_space(theme.sizes.space.xs);
    for other in &concept.uses {
        let form = other.form();
        let this = std::ptr::eq(other, used);
        let words = text.of(&form).to_owned();
        ui.label(if this { strong(theme, words) } else { caption(theme, words) });
        let (by, sense) = (other.used_by(), other.sense());
        ui.label(caption(theme, format!("{}: {}", text.of(&by), text.of(&sense))));
    }
    ui.add_space(theme.sizes.space.xs);
    let wording = concept.wording();
    let wording = [
        ("wording", text.of(&wording).into()),
        ("document", concept.wording_document.as_str().into()),
    ];
    let id = if concept.wording_document.is_empty() {
        msg!("term-wording")
    } else {
        msg!("term-wording-in")
    };
    paragraph(ui, text.with(id, &wording));
}
