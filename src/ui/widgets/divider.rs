//! The widths to which the user has dragged parts of the window.

use std::collections::BTreeMap;

use egui::{Context, Id};

fn all() -> Id {
    Id::unique("dividers")
}

/// All dragged widths, in points, by the name of the part.
pub(crate) fn dividers(context: &Context) -> BTreeMap<String, f32> {
    context.data(|data| data.get_temp(all())).unwrap_or_default()
}

/// Starts with these widths.
pub(crate) fn set_dividers(context: &Context, widths: &BTreeMap<String, f32>) {
    context.data_mut(|data| data.insert_temp(all(), widths.clone()));
}

/// The initial width of a part.
pub(crate) fn drawn_width(context: &Context, part: &str, otherwise: f32) -> f32 {
    let width = dividers(context).get(part).copied();
    width.filter(|width| width.is_finite() && *width > 0.0).unwrap_or(otherwise)
}

/// Records the width of a part while the user drags it.
pub(crate) fn note_width(context: &Context, part: &str, width: f32, otherwise: f32) {
    if !context.input(|input| input.pointer.any_down()) {
        return;
    }
    let mut widths = dividers(context);
    let known = widths.get(part).copied().unwrap_or(otherwise);
    // A width is rounded to whole pixels when it is drawn.
    if (known - width).abs() > 1.0 {
        widths.insert(part.to_owned(), width);
        set_dividers(context, &widths);
    }
}
