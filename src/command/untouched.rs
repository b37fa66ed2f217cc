//! Fields that have the focus but in which nothing was typed: there, undo applies to the dossier.

use egui::{Context, Id};

fn key() -> Id {
    Id::unique("untouched-field")
}

/// Notes whether the field with the focus is still unchanged.
pub fn mark(context: &Context, field: Id, untouched: bool) {
    context.data_mut(|data| {
        if untouched {
            data.insert_temp(key(), field);
        } else {
            data.remove::<Id>(key());
        }
    });
}

/// Whether the field with the focus is still unchanged.
pub(super) fn is_focused(context: &Context) -> bool {
    let field = context.data(|data| data.get_temp::<Id>(key()));
    field.is_some() && context.memory(|memory| memory.focused()) == field
}
