//! What a row or a cell says of itself under the pointer. It stands above it, as the rows below are where
//! one goes on to; there is no room only in the first ones.

use egui::{Label, RectAlign, Response, Tooltip, Ui};

/// Words about a row or a cell.
pub(crate) fn said_above(response: &Response, words: impl Into<String>) {
    shown_above(response, |ui| {
        // What is wider would be narrowed to the width of the last one shown here.
        ui.set_max_width(ui.spacing().tooltip_width);
        ui.add(Label::new(words.into()));
    });
}

/// More than words about a row or a cell.
pub(crate) fn shown_above(response: &Response, content: impl FnOnce(&mut Ui)) {
    let mut tooltip = Tooltip::for_enabled(response);
    tooltip.popup = tooltip.popup.align(RectAlign::TOP_START);
    tooltip.show(content);
}
