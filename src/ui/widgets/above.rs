//! What a row or a cell says of itself under the pointer. It stands above it, as the rows below are where
//! one goes on to; there is no room only in the first ones. An entry at the edge of the window says it
//! at its side.

use egui::{Label, RectAlign, Response, Tooltip, Ui};

/// Words about a row or a cell.
pub(crate) fn said_above(response: &Response, words: impl Into<String>) {
    shown_above(response, |ui| said(ui, words));
}

/// Words about an entry, at its right.
pub(crate) fn said_beside(response: &Response, words: impl Into<String>) {
    let words = words.into();
    // Who does not see it is told it too, with the keys that it names.
    response.ctx.accesskit_node_builder(response.id, |node| node.set_description(words.as_str()));
    shown(response, RectAlign::RIGHT, |ui| said(ui, words));
}

/// More than words about a row or a cell.
pub(crate) fn shown_above(response: &Response, content: impl FnOnce(&mut Ui)) {
    shown(response, RectAlign::TOP_START, content);
}

fn shown(response: &Response, align: RectAlign, content: impl FnOnce(&mut Ui)) {
    let mut tooltip = Tooltip::for_enabled(response);
    tooltip.popup = tooltip.popup.align(align);
    tooltip.show(content);
}

fn said(ui: &mut Ui, words: impl Into<String>) {
    // What is wider would be narrowed to the width of the last one shown here.
    ui.set_max_width(ui.spacing().tooltip_width);
    ui.add(Label::new(words.into()));
}
