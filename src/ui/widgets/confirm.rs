//! Enter in a dialog presses the button that its question is about.

use egui::{Context, Event, Id, Key, Popup, TextEdit};

/// An Enter that nothing has handled yet, and the text field it was pressed in, if any.
#[derive(Clone, Copy, Debug)]
struct Entered(Option<Id>);

fn key() -> Id {
    Id::unique("entered")
}

/// Checks whether Enter was pressed where no button handles it; to be called before a dialog is
/// drawn.
pub(crate) fn look(context: &Context) {
    let pressed = context.input(|input| {
        let enter = |event: &Event| {
            matches!(event, Event::Key { key: Key::Enter, pressed: true, repeat: false, modifiers, .. }
                if modifiers.is_none())
        };
        input.events.iter().any(enter)
    });
    let focused = context.memory(|memory| memory.focused());
    let field = focused.filter(|id| TextEdit::load_state(context, *id).is_some());
    let is_free = focused.is_none() || field.is_some();
    if pressed && is_free && !Popup::is_any_open(context) {
        context.data_mut(|data| data.insert_temp(key(), Entered(field)));
    }
}

/// Forgets an unhandled Enter; to be called after a dialog was drawn.
pub(crate) fn forget(context: &Context) {
    context.data_mut(|data| data.remove::<Entered>(key()));
}

/// Whether the button being drawn is pressed by it.
pub(super) fn take(context: &Context) -> bool {
    let Some(Entered(field)) = context.data(|data| data.get_temp::<Entered>(key())) else {
        return false;
    };
    // A multi-line field keeps the focus, and the Enter.
    if field.is_some_and(|id| context.memory(|memory| memory.has_focus(id))) {
        return false;
    }
    forget(context);
    true
}
