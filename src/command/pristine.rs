//! Fields that have the focus but in which nothing was typed: undo is the dossier's there.

use egui::{Context, Id};

fn key() -> Id {
    Id::unique("pristine-field")
}

/// Says whether something was typed in the field that has the focus.
pub fn mark(context: &Context, field: Id, pristine: bool) {
    context.data_mut(|data| {
        if pristine {
            data.insert_temp(key(), field);
        } else {
            data.remove::<Id>(key());
        }
    });
}

/// Whether the field with the focus is one in which nothing was typed.
pub(super) fn is_focused(context: &Context) -> bool {
    let field = context.data(|data| data.get_temp::<Id>(key()));
    field.is_some() && context.memory(|memory| memory.focused()) == field
}
