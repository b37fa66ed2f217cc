//! Focused fields without typed text: there, undo applies to the dossier.

use egui::{Context, Id};

fn key() -> Id {
    Id::unique("untouched-field")
}

/// Records whether the focused field is still unchanged.
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
