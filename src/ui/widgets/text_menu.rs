//! The context menu of a text field: cut, copy, paste, select all.

use egui::text::{CCursor, CCursorRange};
use egui::{
    Button, Context, Id, Key, Margin, Modifiers, Popup, Response, TextEdit, Ui, ViewportCommand,
};

use crate::command::written;
use crate::text::msg;
use crate::ui::cx::Base;
use crate::ui::theme::{Theme, points};

/// The margin around the text of a field in a popup, where everything else is closer together.
pub(crate) fn popup_margin(theme: &Theme) -> Margin {
    let space = &theme.sizes.space;
    Margin::symmetric(points(space.s), points(space.xs))
}

/// The choice made in a menu, carried out in the next frame, when the field has the focus again.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Asked {
    Cut,
    Copy,
    Paste,
}

fn asked_id() -> Id {
    Id::unique("text-menu-asked")
}

/// Gives a text field its menu. A choice reaches the field as the corresponding keys would.
pub(crate) fn text_menu(ui: &Ui, base: &Base<'_>, field: &Response) {
    let asked = ui.data(|data| data.get_temp::<(Id, Asked)>(asked_id()));
    if let Some((_, asked)) = asked.filter(|(id, _)| *id == field.id && field.has_focus()) {
        ui.data_mut(|data| data.remove::<(Id, Asked)>(asked_id()));
        ui.send_viewport_cmd(match asked {
            Asked::Cut => ViewportCommand::RequestCut,
            Asked::Copy => ViewportCommand::RequestCopy,
            Asked::Paste => ViewportCommand::RequestPaste,
        });
    }
    keep_selection(ui, field);
    let text = base.text;
    Popup::context_menu(field).accessible_name(text.get(msg!("text-menu"))).show(|ui| {
        let chosen = TextEdit::load_state(ui, field.id).and_then(|state| state.cursor.char_range());
        let selected = chosen.is_some_and(|range| !range.is_empty());
        let entries = [
            (msg!("text-cut"), Key::X, Asked::Cut, selected),
            (msg!("text-copy"), Key::C, Asked::Copy, selected),
            (msg!("text-paste"), Key::V, Asked::Paste, true),
        ];
        for (id, key, asked, enabled) in entries {
            let keys = egui::KeyboardShortcut::new(Modifiers::COMMAND, key);
            let item = Button::new(text.get(id)).shortcut_text(written(ui, &keys));
            if ui.add_enabled(enabled, item).accessible_name(text.get(id)).clicked() {
                field.request_focus();
                ui.data_mut(|data| data.insert_temp(asked_id(), (field.id, asked)));
                ui.close();
            }
        }
        ui.separator();
        let keys = egui::KeyboardShortcut::new(Modifiers::COMMAND, Key::A);
        let all = text.get(msg!("text-select-all"));
        let item = Button::new(all).shortcut_text(written(ui, &keys));
        if ui.add(item).accessible_name(all).clicked() {
            field.request_focus();
            select_all(ui, field.id);
            ui.close();
        }
    });
}

/// The click that opens the menu moves the cursor; this restores the selection the menu is for.
fn keep_selection(ui: &Ui, field: &Response) {
    let id = Id::unique("text-menu-selection");
    let mut state = TextEdit::load_state(ui, field.id).unwrap_or_default();
    let range = state.cursor.char_range();
    if field.has_focus()
        && let Some(range) = range.filter(|range| !range.is_empty())
    {
        ui.data_mut(|data| data.insert_temp(id, (field.id, range)));
        return;
    }
    let kept = ui.data(|data| data.get_temp::<(Id, CCursorRange)>(id));
    let Some((_, range)) = kept.filter(|(of, _)| *of == field.id) else { return };
    let pressed = ui.input(|input| input.pointer.secondary_pressed());
    if pressed && field.contains_pointer() {
        state.cursor.set_char_range(Some(range));
        TextEdit::store_state(ui, field.id, state);
    } else if field.has_focus() && !Popup::is_any_open(ui) {
        ui.data_mut(|data| data.remove::<(Id, CCursorRange)>(id));
    }
}

/// Selects everything in a field.
pub(crate) fn select_all(context: &Context, field: Id) {
    let mut state = TextEdit::load_state(context, field).unwrap_or_default();
    // Clamped to the length of the text.
    let all = CCursorRange::two(CCursor::new(0), CCursor::new(usize::MAX));
    state.cursor.set_char_range(Some(all));
    TextEdit::store_state(context, field, state);
}
