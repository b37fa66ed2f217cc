//! Commands: everything a user can do that needs no further argument, as one flat list.
//!
//! It feeds the menus, the shortcuts, the tooltips and the tests; `app::dispatch`
//! carries every command out.
//!
//! # How do I add a command
//!
//! 1. `src/command/list.rs`: its line, with its key, its place in a menu, its shortcuts, its effect on a
//!    field being typed in, and when it is enabled. The menus, the palette and the list of keys follow.
//! 2. `src/app/dispatch.rs`: its execution.
//! 3. Where it is done, if that takes more than a line.
//!
//! Its label, `command-key`, goes into `assets/i18n/en/commands.ftl` and `nl`. A screen brings
//! along the command that shows it; see `ui::views`.

mod keys;
mod list;
mod screen;
pub mod untouched;

pub(crate) use keys::written;
pub use list::{Command, Menu};
pub use screen::Screen;

use egui::KeyboardShortcut;

use crate::model::Language;
use crate::text::Text;

/// The facts that decide whether a command is enabled.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Facts {
    /// A dossier is open.
    pub open: bool,
    /// It is writable.
    pub writable: bool,
    /// A step can be undone.
    pub can_undo: bool,
    /// A step can be redone.
    pub can_redo: bool,
    /// The screen shows a list records can be added to.
    pub can_add: bool,
    /// The selection can be deleted.
    pub can_delete: bool,
    /// The screen can be filtered.
    pub can_filter: bool,
    /// The screen shows the matrix.
    pub on_matrix: bool,
    /// A proposal is selected, or something of one.
    pub on_proposal: bool,
    /// It is protected by a passphrase.
    pub protected: bool,
    /// A room is open.
    pub room: bool,
    /// Its wall is frozen.
    pub frozen: bool,
    /// It is shown as of now, and nothing is being merged.
    pub current: bool,
    /// Another screen was shown before.
    pub can_go_back: bool,
    /// The user went back from another screen.
    pub can_go_forward: bool,
}

/// The effect of a command on a field being typed in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Typing {
    /// The field is left alone.
    Stays,
    /// The field disappears from the screen; its text is saved first.
    LeavesField,
    /// Its keys belong to the field while it is typed in.
    KeepsKeys,
    /// Its keys belong to whatever has the focus, or to the open dialog, unless that is a grid such
    /// as the matrix.
    YieldsKeys,
}

impl Typing {
    /// Whether the keys of a command can belong to a field that is typed in.
    pub(crate) fn leaves_keys(self) -> bool {
        match self {
            Self::Stays | Self::LeavesField => false,
            Self::KeepsKeys | Self::YieldsKeys => true,
        }
    }
}

impl Command {
    /// The label with the shortcut, as shown in a tooltip.
    pub(crate) fn tooltip(self, text: Text, context: &egui::Context) -> String {
        let label = self.label(text);
        match self.shortcuts().first() {
            Some(keys) => format!("{label} ({})", written(context, keys)),
            None => label.to_owned(),
        }
    }

    /// Its menu, and the group in it.
    pub(crate) fn place(self) -> (Menu, u8) {
        self.declared().place
    }

    /// The shortcuts; the first is the one shown.
    pub(crate) fn shortcuts(self) -> &'static [KeyboardShortcut] {
        self.declared().keys
    }

    /// Whether it can be carried out now.
    pub(crate) fn is_enabled(self, facts: &Facts) -> bool {
        (self.declared().when)(facts)
    }

    /// For a command that chooses one of several: whether that one is in force.
    pub(crate) fn in_force(self, context: &egui::Context, speaks: Language) -> Option<bool> {
        let theme = context.options(|options| options.theme_preference);
        Some(match self {
            Self::ThemeSystem => theme == egui::ThemePreference::System,
            Self::ThemeLight => theme == egui::ThemePreference::Light,
            Self::ThemeDark => theme == egui::ThemePreference::Dark,
            Self::English => speaks == Language::English,
            Self::Dutch => speaks == Language::Dutch,
            _ => return None,
        })
    }

    /// The effect on a field being typed in.
    pub fn typing(self) -> Typing {
        self.declared().typing
    }
}

/// The enabled commands whose shortcuts were pressed in this frame, in the order they were pressed;
/// their key events are consumed.
pub fn pressed(context: &egui::Context, facts: &Facts) -> Vec<Command> {
    // A field without typed text has nothing of its own to undo.
    let typing = context.text_edit_focused() && !untouched::is_focused(context);
    let grid = context.data(|data| data.get_temp::<egui::Id>(grid_id()));
    let taken = context.memory(|memory| {
        memory.top_modal_layer().is_some() || memory.focused().is_some_and(|it| Some(it) != grid)
    });
    let moves = context.data_mut(|data| data.remove_temp::<()>(moving_id())).is_some();
    let is_of_field = |command: Command| match command.typing() {
        Typing::Stays | Typing::LeavesField => false,
        Typing::KeepsKeys => typing,
        Typing::YieldsKeys => taken || moves && matches!(command, Command::Back | Command::Forward),
    };
    let mut pressed = Vec::new();
    context.input_mut(|input| {
        input.events.retain(|event| {
            let Some(command) = of_event(event) else { return true };
            let is_free = is_button(event) || !is_of_field(command);
            let is_meant = is_free && command.is_enabled(facts);
            pressed.extend(is_meant.then_some(command));
            !is_meant
        });
    });
    pressed
}

fn grid_id() -> egui::Id {
    egui::Id::unique("command-grid")
}

/// Records which grid has the focus.
pub(crate) fn note_grid(context: &egui::Context, grid: egui::Id) {
    context.data_mut(|data| data.insert_temp(grid_id(), grid));
}

fn moving_id() -> egui::Id {
    egui::Id::unique("command-moving")
}

/// Records that, until the next frame, Alt with arrows moves what is selected in the grid instead of
/// going back.
pub(crate) fn note_moving(context: &egui::Context) {
    context.data_mut(|data| data.insert_temp(moving_id(), ()));
}

/// The lock command, if its shortcut was pressed.
pub(crate) fn pressed_lock(context: &egui::Context, facts: &Facts) -> Option<Command> {
    let lock = Some(Command::Lock).filter(|lock| lock.is_enabled(facts));
    let is_pressed = context.input_mut(|input| {
        let before = input.events.len();
        input.events.retain(|event| lock.is_none() || of_event(event) != lock);
        input.events.len() < before
    });
    lock.filter(|_| is_pressed)
}

/// The command whose shortcut an event is, whether or not it is enabled.
///
/// The shortcut of a disabled command must not be taken for another one: Ctrl+Shift+Z with nothing
/// to redo is not Ctrl+Z.
pub(crate) fn of_event(event: &egui::Event) -> Option<Command> {
    let egui::Event::Key { key, pressed: true, modifiers, .. } = event else {
        return of_button(event);
    };
    let keyed = Command::all()
        .flat_map(|command| command.shortcuts().iter().map(move |keys| (keys, command)))
        .filter(|(keys, _)| keys.logical_key == *key && fits(*modifiers, keys));
    keyed.max_by_key(|(keys, _)| count(keys.modifiers)).map(|(_, command)| command)
}

/// The command of a button at the side of a mouse.
fn of_button(event: &egui::Event) -> Option<Command> {
    use egui::PointerButton as B;
    match event {
        egui::Event::PointerButton { button: B::Extra1, pressed: true, .. } => Some(Command::Back),
        egui::Event::PointerButton { button: B::Extra2, pressed: true, .. } => {
            Some(Command::Forward)
        }
        _ => None,
    }
}

/// Whether this is a button of a mouse, which no field waits for.
fn is_button(event: &egui::Event) -> bool {
    matches!(event, egui::Event::PointerButton { .. })
}

/// Whether exactly the modifiers of a shortcut are held.
fn fits(held: egui::Modifiers, keys: &KeyboardShortcut) -> bool {
    if is_sign(keys.logical_key) {
        // On some keyboards a symbol or digit needs Shift or AltGr.
        held.matches_logically(keys.modifiers)
    } else {
        held.matches_exact(keys.modifiers)
    }
}

fn is_sign(key: egui::Key) -> bool {
    use egui::Key as K;
    matches!(
        key,
        K::Num0
            | K::Num1
            | K::Num2
            | K::Num3
            | K::Num4
            | K::Num5
            | K::Num6
            | K::Num7
            | K::Num8
            | K::Num9
            | K::Plus
            | K::Minus
            | K::Equals
            | K::Comma
            | K::Slash
            | K::OpenBracket
            | K::CloseBracket
            | K::OpenCurlyBracket
            | K::CloseCurlyBracket
    )
}

fn count(modifiers: egui::Modifiers) -> u8 {
    u8::from(modifiers.shift) + u8::from(modifiers.alt) + u8::from(modifiers.command)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;
    use crate::model::Keyed;

    #[test]
    fn no_two_commands_share_a_shortcut() {
        let mut taken = BTreeMap::new();
        for command in Command::all() {
            for keys in command.shortcuts() {
                let keys = format!("{keys:?}");
                assert_eq!(taken.insert(keys.clone(), command), None, "{keys}");
            }
        }
    }

    #[test]
    fn every_command_has_a_label_in_both_languages() {
        for language in Language::ALL {
            for command in Command::all() {
                let label = command.label(Text::new(*language));
                // A missing message shows as its id.
                assert!(!label.starts_with("command-"), "{command:?} in {language:?}");
            }
        }
    }

    #[test]
    fn no_command_changes_a_read_only_dossier() {
        let facts = Facts {
            open: true,
            writable: false,
            can_undo: true,
            can_redo: true,
            can_add: true,
            can_delete: true,
            can_filter: true,
            on_matrix: true,
            on_proposal: true,
            protected: true,
            room: true,
            frozen: true,
            current: true,
            can_go_back: true,
            can_go_forward: true,
        };
        use C::{Add, Delete, Import, ImportPasted, MergeReview, Redo, Undo};
        use Command as C;
        for command in [Undo, Redo, Add, Delete, Import, ImportPasted, MergeReview] {
            assert!(!command.is_enabled(&facts), "{command:?}");
        }
        assert!(C::SaveCopy.is_enabled(&facts));
    }

    #[test]
    fn the_shortcut_of_a_disabled_command_is_not_taken_for_a_shorter_one() {
        use egui::{Event, Key, Modifiers};
        let press = |modifiers, key| {
            let context = egui::Context::default();
            context.input_mut(|input| {
                input.events.push(Event::Key {
                    key,
                    physical_key: None,
                    pressed: true,
                    repeat: false,
                    modifiers,
                });
            });
            let facts = Facts {
                open: true,
                writable: true,
                can_undo: true,
                can_filter: true,
                ..Facts::default()
            };
            pressed(&context, &facts)
        };
        let ctrl = Modifiers { ctrl: true, ..Modifiers::COMMAND };
        let both = ctrl | Modifiers::SHIFT;
        // Nothing to redo, nothing to add to, no room, shown as of an earlier step.
        for key in [Key::Z, Key::N, Key::B, Key::F] {
            assert_eq!(press(both, key), [], "{key:?}");
        }
        assert_eq!(press(Modifiers::SHIFT, Key::F5), [], "no room to close");
        for (modifiers, key) in [(both, Key::L), (both, Key::W), (ctrl | Modifiers::ALT, Key::Z)] {
            assert_eq!(press(modifiers, key), [], "{key:?} has no such keys");
        }
        assert_eq!(press(ctrl, Key::Z), [Command::Undo]);
        assert_eq!(press(ctrl | Modifiers::SHIFT, Key::Plus), [Command::ZoomIn], "a US keyboard");
    }
}
