//! What a user can do without saying to what: one flat list.
//!
//! It feeds the menus, the shortcuts, the tooltips and the tests; `app::dispatch`
//! carries every command out.

pub mod pristine;
mod shortcuts;

use egui::KeyboardShortcut;

use crate::model::Keyed;
use crate::model::keyed;
use crate::text::Text;

keyed! {
    /// A command; its key is also the id of its label.
    pub enum Command as "command" {
        /// Makes a dossier.
        New = "new",
        /// Opens a dossier.
        Open = "open",
        /// Makes a dossier of a table that is pasted.
        PasteTable = "paste-table",
        /// Opens the example.
        OpenExample = "open-example",
        /// Saves a copy.
        SaveCopy = "save-copy",
        /// Imports a table of positions.
        Import = "import",
        /// Copies the dossier and works on the copy.
        WorkOnCopy = "work-on-copy",
        /// Lists the backups, to restore one into a new file.
        RestoreBackup = "restore-backup",
        /// Packs the dossier for a reviewer.
        SendReview = "send-review",
        /// Makes a copy for others under a ceiling.
        Redact = "redact",
        /// Merges what came back from a reviewer.
        MergeReview = "merge-review",
        /// Sets, changes or removes the passphrase.
        Passphrase = "passphrase",
        /// Takes the dossier off the screen and its key out of memory.
        Lock = "lock",
        /// Shows what holds for the dossier as a whole.
        Dossier = "dossier",
        /// Closes the dossier.
        Close = "close",
        /// Ends the program.
        Quit = "quit",
        /// Takes back the last step.
        Undo = "undo",
        /// Makes the undone step again.
        Redo = "redo",
        /// Adds a record to the list on the screen.
        Add = "add",
        /// Deletes what is selected.
        Delete = "delete",
        /// Goes to the field that filters the screen.
        Filter = "filter",
        /// Finds a command by its name.
        Palette = "palette",
        /// Finds everything by its text.
        Search = "search",
        /// Shows the matrix.
        Matrix = "matrix",
        /// Shows the proposals.
        Proposals = "proposals",
        /// Shows the parties.
        Parties = "parties",
        /// Shows the groups.
        Groups = "groups",
        /// Shows the obstacles.
        Obstacles = "obstacles",
        /// Shows the remedies.
        Remedies = "remedies",
        /// Shows the engagement of swing states.
        Engagement = "engagement",
        /// Shows meetings and deadlines.
        Calendar = "calendar",
        /// Shows the roll calls.
        RollCalls = "roll-calls",
        /// Shows the sources.
        Sources = "sources",
        /// Shows the library.
        Library = "library",
        /// Shows the comments.
        Comments = "comments",
        /// Shows the markings.
        Markings = "markings",
        /// Shows the room from the laptop.
        Room = "room",
        /// Opens the room, or uncovers it.
        RoomOpen = "room-open",
        /// Closes the room.
        RoomClose = "room-close",
        /// Shows the next page or slide.
        RoomNext = "room-next",
        /// Shows the page or slide before.
        RoomBack = "room-back",
        /// Leaves the wall blank, or uncovers it.
        RoomBlank = "room-blank",
        /// Keeps the wall as it is while one goes on, or lets it follow.
        RoomFreeze = "room-freeze",
        /// Shows on the frozen wall what one is at.
        RoomShow = "room-show",
        /// Shows the history.
        History = "history",
        /// Swaps rows and columns of the matrix.
        Transpose = "transpose",
        /// Folds all camps of the matrix.
        FoldAll = "fold-all",
        /// Unfolds all camps of the matrix.
        UnfoldAll = "unfold-all",
        /// Makes the rows of the matrix higher.
        Larger = "larger",
        /// Makes the rows of the matrix lower.
        Smaller = "smaller",
        /// Shows or hides the inspector.
        Inspector = "inspector",
        /// Enlarges the window's content.
        ZoomIn = "zoom-in",
        /// Reduces the window's content.
        ZoomOut = "zoom-out",
        /// Shows the window's content as designed.
        ZoomReset = "zoom-reset",
        /// Uses the theme of the system.
        ThemeSystem = "theme-system",
        /// Uses the light theme.
        ThemeLight = "theme-light",
        /// Uses the dark theme.
        ThemeDark = "theme-dark",
        /// Speaks English.
        English = "english",
        /// Speaks Dutch.
        Dutch = "dutch",
        /// Shows the settings.
        Settings = "settings",
        /// Shows the help page of the screen.
        Help = "help",
        /// Begins the guided tour, or leaves it.
        Tour = "tour",
        /// Shows the keys.
        Keys = "keys",
        /// Says what the program is.
        About = "about",
    }
}

/// What decides whether a command can be carried out now.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Facts {
    /// A dossier is open.
    pub open: bool,
    /// It can be written.
    pub writable: bool,
    /// A step can be undone.
    pub can_undo: bool,
    /// A step can be redone.
    pub can_redo: bool,
    /// The screen shows a list to which a record can be added.
    pub can_add: bool,
    /// Something is selected that can be deleted.
    pub can_delete: bool,
    /// The screen can be filtered.
    pub can_filter: bool,
    /// The screen shows the matrix.
    pub on_matrix: bool,
    /// It is protected by a passphrase.
    pub protected: bool,
    /// A room is open.
    pub room: bool,
    /// Its wall is frozen.
    pub frozen: bool,
    /// It is shown as it is now, and nothing is being merged.
    pub current: bool,
}

impl Command {
    /// The words of the command.
    pub fn label(self, text: Text) -> &'static str {
        text.label(self)
    }

    /// The words of the command with its keys, as a tooltip shows them.
    pub fn tooltip(self, text: Text, context: &egui::Context) -> String {
        let label = self.label(text);
        match self.shortcuts().first() {
            Some(keys) => format!("{label} ({})", context.format_shortcut(keys)),
            None => label.to_owned(),
        }
    }

    /// The keys that carry it out; the first is the one that is shown.
    pub fn shortcuts(self) -> &'static [KeyboardShortcut] {
        shortcuts::of(self)
    }

    /// Whether it can be carried out now.
    pub fn is_enabled(self, facts: &Facts) -> bool {
        use Command as C;
        match self {
            C::New
            | C::Open
            | C::OpenExample
            | C::PasteTable
            | C::Quit
            | C::ZoomIn
            | C::ZoomOut
            | C::ZoomReset
            | C::ThemeSystem
            | C::ThemeLight
            | C::ThemeDark
            | C::English
            | C::Dutch
            | C::Settings
            | C::Help
            | C::Keys
            | C::Palette
            | C::About => true,
            C::Import | C::MergeReview | C::Passphrase => facts.writable,
            C::RoomClose | C::RoomNext | C::RoomBack | C::RoomBlank | C::RoomFreeze => facts.room,
            C::Search => facts.open && facts.current,
            C::RoomShow => facts.room && facts.frozen,
            C::Lock => facts.open && facts.protected,
            C::Undo => facts.writable && facts.can_undo,
            C::Redo => facts.writable && facts.can_redo,
            C::Add => facts.writable && facts.can_add,
            C::Delete => facts.writable && facts.can_delete,
            C::Filter => facts.open && facts.can_filter,
            C::Transpose | C::FoldAll | C::UnfoldAll | C::Larger | C::Smaller => facts.on_matrix,
            C::SaveCopy
            | C::WorkOnCopy
            | C::RestoreBackup
            | C::SendReview
            | C::Redact
            | C::Comments
            | C::Markings
            | C::Room
            | C::RoomOpen
            | C::Tour
            | C::Dossier
            | C::Close
            | C::Matrix
            | C::Proposals
            | C::Parties
            | C::Groups
            | C::Obstacles
            | C::Remedies
            | C::Engagement
            | C::Calendar
            | C::RollCalls
            | C::Sources
            | C::Library
            | C::History
            | C::Inspector => facts.open,
        }
    }

    /// Whether its keys belong to a text field while one has the focus.
    pub fn yields_to_text(self) -> bool {
        matches!(self, Self::Undo | Self::Redo | Self::Delete)
    }
}

/// The commands whose keys were pressed in this frame and that can be carried out, in the order
/// in which they were pressed; their keys are taken.
pub fn pressed(context: &egui::Context, facts: &Facts) -> Vec<Command> {
    // A field in which nothing was typed has nothing of its own to undo.
    let typing = context.text_edit_focused() && !pristine::is_focused(context);
    let mut pressed = Vec::new();
    context.input_mut(|input| {
        input.events.retain(|event| {
            let Some(command) = of_event(event) else { return true };
            let is_meant = !(typing && command.yields_to_text()) && command.is_enabled(facts);
            pressed.extend(is_meant.then_some(command));
            !is_meant
        });
    });
    pressed
}

/// The command that locks, where its keys were pressed.
pub fn pressed_lock(context: &egui::Context, facts: &Facts) -> Option<Command> {
    let lock = Some(Command::Lock).filter(|lock| lock.is_enabled(facts));
    let is_pressed = context.input_mut(|input| {
        let before = input.events.len();
        input.events.retain(|event| lock.is_none() || of_event(event) != lock);
        input.events.len() < before
    });
    lock.filter(|_| is_pressed)
}

/// The command whose keys an event is, whether or not it can be carried out.
///
/// The keys of one that cannot are not taken for those of another: Ctrl+Shift+Z with nothing to
/// redo is not Ctrl+Z.
pub fn of_event(event: &egui::Event) -> Option<Command> {
    let egui::Event::Key { key, pressed: true, modifiers, .. } = event else { return None };
    let keyed = Command::ALL
        .iter()
        .flat_map(|command| command.shortcuts().iter().map(|keys| (keys, *command)))
        .filter(|(keys, _)| keys.logical_key == *key && fits(*modifiers, keys));
    keyed.max_by_key(|(keys, _)| count(keys.modifiers)).map(|(_, command)| command)
}

/// Whether these keys are held for a shortcut: all that it names, and no others.
fn fits(held: egui::Modifiers, keys: &KeyboardShortcut) -> bool {
    if is_sign(keys.logical_key) {
        // On some keyboards a sign or a digit takes Shift or AltGr.
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
    use crate::model::Language;

    #[test]
    fn no_two_commands_share_a_shortcut() {
        let mut taken = BTreeMap::new();
        for command in Command::ALL {
            for keys in command.shortcuts() {
                let keys = format!("{keys:?}");
                assert_eq!(taken.insert(keys.clone(), command), None, "{keys}");
            }
        }
    }

    #[test]
    fn every_command_has_a_label_in_both_languages() {
        for language in Language::ALL {
            for command in Command::ALL {
                let label = command.label(Text::new(*language));
                assert_ne!(label, command.key(), "{command:?} in {language:?}");
            }
        }
    }

    #[test]
    fn nothing_can_be_changed_in_a_dossier_that_is_read_only() {
        let facts = Facts {
            open: true,
            writable: false,
            can_undo: true,
            can_redo: true,
            can_add: true,
            can_delete: true,
            can_filter: true,
            on_matrix: true,
            protected: true,
            room: true,
            frozen: true,
            current: true,
        };
        use Command as C;
        for command in [C::Undo, C::Redo, C::Add, C::Delete, C::Import, C::MergeReview] {
            assert!(!command.is_enabled(&facts), "{command:?}");
        }
        assert!(C::SaveCopy.is_enabled(&facts));
    }

    #[test]
    fn keys_that_cannot_be_carried_out_are_not_taken_for_shorter_ones() {
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
        // Nothing to redo, nothing to add to, no room, shown as it was.
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
