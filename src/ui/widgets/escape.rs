//! Escape, which ends whatever is open before it means anything to the screen.

use egui::Context;
use egui::text_selection::LabelSelectionState;

/// Whether Escape would end something: a text field, a menu, a dialog, a text selection.
pub(crate) fn is_busy(context: &Context) -> bool {
    context.text_edit_focused()
        || egui::Popup::is_any_open(context)
        || context.memory(|memory| memory.top_modal_layer().is_some())
        || context
            .with_plugin(|selected: &mut LabelSelectionState| selected.has_selection())
            .unwrap_or_default()
}

fn busy_id() -> egui::Id {
    egui::Id::unique("escape is taken")
}

/// Records whether Escape is taken, at the end of a frame: by the time the screen sees the key in
/// the next frame, the menu above it may have closed.
pub(crate) fn note_busy(context: &Context) {
    let busy = is_busy(context);
    context.data_mut(|data| data.insert_temp(busy_id(), busy));
}

/// Whether Escape was taken at the end of the last frame.
pub(crate) fn was_busy(context: &Context) -> bool {
    context.data(|data| data.get_temp::<bool>(busy_id())).unwrap_or_default()
}
