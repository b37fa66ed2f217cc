//! Short forms for declaring shortcuts, and how shortcuts are written for people.

use egui::{Context, Key, KeyboardShortcut, ModifierNames, Modifiers};

pub(super) const fn ctrl(key: Key) -> KeyboardShortcut {
    KeyboardShortcut::new(Modifiers::COMMAND, key)
}

pub(super) const fn ctrl_shift(key: Key) -> KeyboardShortcut {
    KeyboardShortcut::new(Modifiers::COMMAND.plus(Modifiers::SHIFT), key)
}

pub(super) const fn shift(key: Key) -> KeyboardShortcut {
    KeyboardShortcut::new(Modifiers::SHIFT, key)
}

pub(super) const fn alt(key: Key) -> KeyboardShortcut {
    KeyboardShortcut::new(Modifiers::ALT, key)
}

pub(super) const fn bare(key: Key) -> KeyboardShortcut {
    KeyboardShortcut::new(Modifiers::NONE, key)
}

/// A shortcut as people write it: with the sign of its key rather than the key's name.
pub(crate) fn written(context: &Context, keys: &KeyboardShortcut) -> String {
    let name = match keys.logical_key {
        Key::Escape => "Esc",
        Key::ArrowDown => "↓",
        Key::ArrowLeft => "←",
        Key::ArrowRight => "→",
        Key::ArrowUp => "↑",
        key => key.symbol_or_name(),
    };
    let is_mac = context.os().is_mac();
    let held = ModifierNames::NAMES.format(&keys.modifiers, is_mac);
    if held.is_empty() { name.to_owned() } else { format!("{held}+{name}") }
}
